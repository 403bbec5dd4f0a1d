import type { Usd } from '../domain/money.ts'
import type { Job } from '../domain/order.ts'
import type { JobStatus } from './paid-model.ts'

/** A limit or a sum that an account has, for people: `credits 8 400`, `gen4.5: 2 at once, 12 of 200 today`. */
export interface AccountFact {
  /** Model that it is of, `vendor/model`; absent for what is the whole account's. */
  readonly model?: string
  readonly name: string
  readonly value: string
}

/** How an account stands at its vendor. */
export interface AccountStanding {
  /** Money or credits left, in dollars; null where the vendor does not say. */
  readonly balance: Usd | null
  /** Orders that each model may have open at once, by `vendor/model`; what is not in it is not known. */
  readonly slots: { readonly [model: string]: number }
  readonly facts: readonly AccountFact[]
}

/** A job that an account holds, as the vendor tells it. */
export interface AccountJob {
  readonly job: Job
  /** `vendor/model`; null where the vendor does not say. */
  readonly model: string | null
  readonly prompt: string | null
  /** ISO 8601, UTC; null where the vendor does not say. */
  readonly createdAt: string | null
  /** Length that was ordered; null where the vendor does not say. */
  readonly seconds: number | null
  readonly status: JobStatus
  /** What it was billed; null where the vendor does not say. */
  readonly billed: Usd | null
}

/** What an account made. */
export interface AccountJobs {
  /** Newest first. */
  readonly jobs: readonly AccountJob[]
  readonly complete: boolean
  /** How far the vendor's clock, by which jobs are dated, is ahead of this machine's, in milliseconds; null where it is not told. */
  readonly aheadMs: number | null
}

/** An account at a vendor, as the provider rig and salvage look at it. Nothing here is ever billed. */
export interface VendorAccount {
  readonly vendor: string
  /** @throws StudioError `vendor-key-refused`, `vendor-unavailable` and the other troubles */
  standing(signal: AbortSignal): Promise<AccountStanding>
  /** One job by the vendor's id; null when the vendor does not know it. */
  job(id: string, signal: AbortSignal): Promise<AccountJob | null>
  /** Jobs since an instant; absent where the vendor has no list. */
  jobs?(sinceIso: string, signal: AbortSignal): Promise<AccountJobs>
  /** Models and values of the vendor's own lists or of its installed SDK that our adapter does not agree with. */
  drift(signal: AbortSignal): Promise<readonly string[]>
}
