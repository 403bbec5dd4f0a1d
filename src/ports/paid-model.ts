import type { VendorTrouble } from '../domain/errors.ts'
import type { Json } from '../domain/json.ts'
import type { Charge, Job, Units } from '../domain/order.ts'

/** Something a vendor made, on its way into the vault. */
export type Delivery = DeliveryBody & {
  /** Words for what is in the picture, when the vendor says so. */
  readonly depicted?: readonly string[]
  /** Frames of slate at the head that are not part of the shot. Default 0. */
  readonly leaderFrames?: number
}

/** Where the bytes are. A `file` is the receiver's to delete once it is stored; a `link` is fetched at once, for it expires. */
export type DeliveryBody =
  | { readonly kind: 'file'; readonly path: string; readonly mediaType: string }
  | {
      readonly kind: 'link'
      readonly url: string
      readonly mediaType: string
      /** The one place on this machine that it may lead to: where the vendor itself is reached. Absent where that is elsewhere. */
      readonly loopbackOrigin?: string
    }
  /** `isCutOff`: it stops where its room ended, and goes no further. Default false. */
  | { readonly kind: 'text'; readonly text: string; readonly isCutOff?: boolean }

/** What came of sending an order; only the adapter decides what an answer means. */
export type Started =
  | { readonly kind: 'accepted'; readonly job: Job }
  /** Without a bill the quote is settled. */
  | { readonly kind: 'delivered'; readonly output: Delivery; readonly bill?: Charge }
  /** Nothing was begun and nothing will be billed. `trouble` where a person must act before it is tried again. */
  | {
      readonly kind: 'not-accepted'
      readonly retry: 'later' | 'never'
      readonly reason: string
      readonly trouble?: VendorTrouble
      /** How long the vendor asks to be left alone, in milliseconds. */
      readonly retryAfterMs?: number
    }
  | {
      readonly kind: 'refused'
      readonly reason: string
      readonly trouble?: VendorTrouble
      readonly bill?: Charge
    }
  /** It may have been accepted. */
  | { readonly kind: 'unknown'; readonly reason: string }

/** How accepted work stands. */
export type JobStatus =
  | { readonly state: 'queued' }
  | { readonly state: 'running'; readonly progress?: number }
  /** Without a bill the quote is settled. */
  | { readonly state: 'done'; readonly outputs: readonly Delivery[]; readonly bill?: Charge }
  /** Without a bill nothing is billed. */
  | {
      readonly state: 'refused' | 'failed'
      readonly reason: string
      readonly trouble?: VendorTrouble
      readonly bill?: Charge
    }
  /** Without a bill nothing is billed. */
  | { readonly state: 'cancelled'; readonly bill?: Charge }
  | { readonly state: 'gone' }

/** An order whose answer was lost, as far as it was written down before it left. */
export interface LostOrder {
  /** Our order key, as it was given to `start`. */
  readonly reference: string
  /** Instant the request may have left at the earliest, ISO 8601, UTC. */
  readonly sinceIso: string
  /** What the clock of `sinceIso` says as the search begins, ISO 8601, UTC. Where it is not told, no list proves an order absent. */
  readonly nowIso?: string
  /** What the request's hash is made of: for video the identity of the shot order, its `prompt` among it. */
  readonly request: Json
}

/** What the account holds that could be an order. */
export interface FoundJobs {
  /**
   * Made after the order left, the likeliest first. Two orders of one request may both find the same jobs; the desk gives each a
   * job of its own.
   */
  readonly jobs: readonly Job[]
  /**
   * Jobs that ask for the same and are not known to be made after the order left. None becomes the order's; but a clock may have
   * been wrong when it left, so that the list proves nothing while no order has such a job. Default: none.
   */
  readonly earlier?: readonly Job[]
  /** False when the vendor cannot promise that the list is whole, or its clock and ours do not agree on what is since. */
  readonly complete: boolean
  /** Why it is not complete, in words that follow `it is not listed, but`. Default: the list may not be whole. */
  readonly doubt?: string
}

/** A model that is paid for: the shape every vendor's adapter has, whatever it makes. */
export interface PaidModel<Request> {
  /** `vendor/model`, as the vendor spells it. */
  readonly id: string
  /**
   * Mark of the vendor's account that is asked: the same for the same key at the same address, and nothing the key could be told
   * from. Absent for who needs no account. What another account does not know says nothing of an order.
   */
  readonly account?: string
  /** Milliseconds between two looks at a job. */
  readonly pollMs: number
  /** Billable units of a request, worst case; `budget/` prices them from the catalogue. */
  units(request: Request): Units
  /**
   * Longest time, in milliseconds from the call of `start`, until an order that was accepted is surely seen by `find`: how
   * long the request may take to leave and to be answered, and how far the vendor's list lags behind. Absent for what works in
   * a process of ours: what it does not list is not there.
   */
  readonly absentAfterMs?: number
  /**
   * Send the request once; never retries by itself. Once `signal` is aborted nothing leaves any more.
   *
   * @param reference our order key, sent along where the vendor has a place for it
   */
  start(request: Request, reference: string, signal: AbortSignal): Promise<Started>
  /** @throws StudioError `vendor-unavailable` (retry later) when the vendor could not be asked or gave no sensible answer */
  check(job: Job, signal: AbortSignal): Promise<JobStatus>
  /** @throws StudioError as `check` */
  find?(order: LostOrder, signal: AbortSignal): Promise<FoundJobs>
  /**
   * The whole job that the vendor knows by an id, as `start` would have told it. Asks nobody: whether it is there, `check` says.
   * Absent where a job is its `id` alone.
   *
   * @param request as in {@link LostOrder}
   */
  jobWithId?(id: string, request: Json): Job
  cancel?(job: Job, signal: AbortSignal): Promise<void>
}
