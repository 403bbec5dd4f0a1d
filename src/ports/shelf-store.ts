import type { Funds } from '../domain/money.ts'
import type { Job, Order } from '../domain/order.ts'
import type { FoundClip, ShelfClip } from '../domain/shelf.ts'

/** A job that an order had beside its own: it is paid, and nobody has brought it home. */
export interface StrayJob {
  readonly orderKey: string
  /** `vendor/model`. */
  readonly model: string
  readonly job: Job
  /** ISO 8601, UTC. */
  readonly foundAt: string
}

/** Whose account at a vendor: real and emulated money have nothing to do with each other. */
export interface VendorFunds {
  readonly vendor: string
  readonly funds: Funds
}

/** The cutting-room shelf of a tenant, and what of its orders is not at home yet. */
export interface ShelfStore {
  /**
   * Footage no cut uses, newest first: takes of deleted runs, takes that the cuts of their run left over, and found clips. While
   * a run has no cut yet, nothing of it is on the shelf; of a cancelled one everything is that no cut shows.
   */
  clips(): Promise<readonly ShelfClip[]>
  /** Put a clip on the shelf; false when its job's clip is there already. */
  keep(clip: FoundClip): Promise<boolean>
  /** Those of some jobs that neither an order of the tenant has nor the shelf, in the order given. */
  unknownJobs(account: VendorFunds, jobs: readonly Job[]): Promise<readonly Job[]>
  /** Second jobs of orders that are not on the shelf yet, nor an order's after all, oldest first. */
  strays(account: VendorFunds): Promise<readonly StrayJob[]>
  /**
   * Orders for clips that may have footage which is not at home, oldest first: those that are at the vendor, and delivered ones
   * of runs that are over, where neither a take nor the shelf has what was delivered and nobody wanted it destroyed.
   */
  awaited(account: VendorFunds): Promise<readonly Order[]>
  /** The delivered ones of all `awaited`, of every vendor, oldest first. */
  unplaced(): Promise<readonly Order[]>
  /**
   * Orders for clips that were written off or have failed although they have a job, oldest first: their vendors may have made
   * them all the same. Not where the shelf has the clip, or its footage was to be destroyed.
   */
  givenUp(account: VendorFunds): Promise<readonly Order[]>
  /** The order that has a job; null for none. */
  orderOf(account: VendorFunds, job: Job): Promise<Order | null>
}
