import type { OrderAnswer } from '../domain/order-machine.ts'
import type { OrderFields } from './ledger-store.ts'

/** What a vendor answered to an order, with all that is written down along with it. */
export interface UnwrittenAnswer {
  readonly key: string
  readonly event: OrderAnswer
  readonly fields: OrderFields
}

/** An answer as it was found, or word of something that is none any more. */
export type KeptAnswer =
  | { readonly kind: 'read'; readonly place: string; readonly answer: UnwrittenAnswer }
  | { readonly kind: 'unreadable'; readonly place: string; readonly reason: string }

/** Answers that the ledger could not be told, kept beside it until it can: what a vendor said once may never be said again. */
export interface UnwrittenAnswers {
  /**
   * Keep an answer so that it outlives this process and a loss of power. Kept again, it is kept once.
   *
   * @returns where it is, for people
   * @throws StudioError `disk-full`, `not-writable`
   */
  keep(answer: UnwrittenAnswer): Promise<string>
  /** Forget one that the ledger has; one that is not there is forgotten already. */
  drop(answer: UnwrittenAnswer): Promise<void>
  /** Everything that is kept, of processes that live too. */
  all(): Promise<readonly KeptAnswer[]>
}
