import type { VendorTrouble } from '../domain/errors.ts'
import type { Order } from '../domain/order.ts'
import type { HoldAnswer } from '../ports/ledger-store.ts'

/** How an order stands after it was pursued. */
export type OrderOutcome =
  | { readonly kind: 'delivered'; readonly order: Order }
  /** It is at the vendor. `note` says what else is known: that the vendor could not be asked, that it is still looked for. */
  | {
      readonly kind: 'running'
      readonly order: Order
      readonly progress: number | null
      readonly note: string | null
    }
  /**
   * It was not sent now; worth trying again after `waitMs`; 0 for the model's usual pause. `why` says whether the vendor turned it
   * away just now, asks to be left alone, or was not asked at all.
   */
  | {
      readonly kind: 'later'
      readonly why: 'turned-away' | 'resting' | 'not-asked'
      readonly reason: string
      readonly waitMs: number
    }
  | { readonly kind: 'refused' | 'failed'; readonly order: Order; readonly reason: string }
  | { readonly kind: 'parked'; readonly order: Order; readonly reason: string }
  /** The account cannot order until a person has acted; nothing was bought and no money is held. */
  | {
      readonly kind: 'stopped'
      readonly order: Order
      readonly reason: string
      readonly trouble: VendorTrouble
    }
  | {
      readonly kind: 'no-money'
      readonly answer: Extract<HoldAnswer, { kind: 'refused' | 'blocked-by-overrun' }>
    }
  | { readonly kind: 'not-wanted'; readonly wanted: 'pause' | 'cancel' | 'deleted' }
