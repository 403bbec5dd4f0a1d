import type { Bill, Job, Units } from '../domain/order.ts'

/** Something a vendor made, on its way into the vault. */
export type Delivery = DeliveryBody & {
  /** Words for what is in the picture, when the vendor says so. */
  readonly depicted?: readonly string[]
  /** Frames of slate at the head that are not part of the shot. Default 0. */
  readonly leaderFrames?: number
}

/** Where the bytes are. A `file` is the receiver's to delete once it is stored. */
export type DeliveryBody =
  | { readonly kind: 'file'; readonly path: string; readonly mediaType: string }
  | { readonly kind: 'text'; readonly text: string }

/** What came of sending an order; only the adapter decides what an answer means. */
export type Started =
  | { readonly kind: 'accepted'; readonly job: Job }
  | { readonly kind: 'delivered'; readonly output: Delivery; readonly bill?: Bill }
  | { readonly kind: 'not-accepted'; readonly retry: 'later' | 'never'; readonly reason: string }
  | { readonly kind: 'refused'; readonly reason: string; readonly bill?: Bill }
  | { readonly kind: 'unknown'; readonly reason: string }

/** How accepted work stands. */
export type JobStatus =
  | { readonly state: 'queued' }
  | { readonly state: 'running'; readonly progress?: number }
  | { readonly state: 'done'; readonly outputs: readonly Delivery[]; readonly bill?: Bill }
  | { readonly state: 'refused' | 'failed'; readonly reason: string; readonly bill?: Bill }
  | { readonly state: 'cancelled' | 'gone' }

/** A model that is paid for: the shape every vendor's adapter has, whatever it makes. */
export interface PaidModel<Request> {
  /** `vendor/model`, as the vendor spells it. */
  readonly id: string
  /** Milliseconds between two looks at a job. */
  readonly pollMs: number
  /** Billable units of a request, worst case; `budget/` prices them from the catalogue. */
  units(request: Request): Units
  /**
   * Send the request once; never retries by itself.
   *
   * @param reference our order key, sent along where the vendor has a place for it
   */
  start(request: Request, reference: string, signal: AbortSignal): Promise<Started>
  check(job: Job, signal: AbortSignal): Promise<JobStatus>
  /** What the account holds that could be ours; `complete: false` when the vendor cannot promise the list is whole. */
  find?(
    sinceIso: string,
    reference: string,
    signal: AbortSignal,
  ): Promise<{ readonly jobs: readonly Job[]; readonly complete: boolean }>
  cancel?(job: Job, signal: AbortSignal): Promise<void>
}
