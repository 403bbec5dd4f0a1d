import type { Job, Order } from '../domain/order.ts'
import type { OrderEvent } from '../domain/order-machine.ts'
import type { HoldAnswer, OrderFields } from '../ports/ledger-store.ts'
import type { Delivery, FoundJobs, JobStatus, Started } from '../ports/paid-model.ts'
import type { OrderOutcome } from './order-outcome.ts'

/** The vendor could not be asked. Nothing follows from that: it is asked again later. */
export interface Unreachable {
  readonly state: 'unreachable'
  readonly reason: string
}

/** What came cannot be used: a clip that is cut off, damaged or of another kind; answers that tell nothing, for too long. */
export interface Unreadable {
  readonly state: 'unreadable'
  readonly reason: string
}

/** What became of fetching a delivery. */
export type Collected =
  /** `spent` is a file of the vendor's that may go once the row says that it is stored. */
  | { readonly state: 'stored'; readonly fields: OrderFields; readonly spent: string | null }
  | Unreadable
  | Unreachable

/** What the protocol asks of the world, one thing at a time, and what it is answered. */
export interface OrderAsks {
  /** The order's row; written down first where it is new. */
  readonly row: Order
  /** Money for one submission; `again` beside what is held for a submission whose answer was lost. */
  readonly hold: HoldAnswer
  readonly advance: Order
  /** Commit that the request is about to leave; null when the order is not held any more. */
  readonly begin: Order | null
  /** Let it leave, unless the commit took so long that it must not: then it is not accepted, for now. */
  readonly start: Started
  /** A job that is done and shows nothing is told so at first and after a while; between it is unreachable. */
  readonly check:
    | JobStatus
    | Unreachable
    | Unreadable
    /** The account that was asked does not know it, and is not the one that the order was sent to. */
    | { readonly state: 'of-another-account' }
  /** Jobs that nobody has, as `sightOf` sees them; null where the vendor cannot be searched. */
  readonly find: (FoundJobs & { readonly isLateEnough: boolean }) | Unreachable | null
  readonly collect: Collected
  /** Whether this process is to stop sending. */
  readonly 'is-stopping': boolean
  /** Do it as the only one over all machines that sends this order. */
  readonly alone: Moved
}

/** One ask of the protocol. */
export type OrderEffect =
  | { readonly ask: 'row' | 'begin' | 'start' | 'find' | 'is-stopping' }
  /** `again`: number of the submission whose answer was lost; null for the first. */
  | { readonly ask: 'hold'; readonly again: number | null }
  | {
      readonly ask: 'advance'
      readonly event: OrderEvent
      readonly fields: OrderFields
      /** File to delete afterwards. */
      readonly spent: string | null
    }
  | { readonly ask: 'check'; readonly job: Job }
  | { readonly ask: 'collect'; readonly output: Delivery }
  | { readonly ask: 'alone'; readonly work: () => Tale<Moved> }

/** The protocol at work: yields what it asks, is given the answer, returns how the order stands. */
export type Tale<Result> = Generator<OrderEffect, Result, unknown>

/** An outcome, or word that the order is in another state now. */
export type Moved = OrderOutcome | { readonly kind: 'moved'; readonly order: Order }
