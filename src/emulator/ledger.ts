import type { EmulatedJob } from './emulated-job.ts'
import type { Course, Standing } from './life.ts'
import type { EmulatedVendor } from './vendors.ts'

/** One bill of a vendor, as its books show it. */
export interface Charge {
  readonly vendor: EmulatedVendor
  readonly job: string
  readonly model: string
  /** SHA-256 of the prompt, hex. */
  readonly promptHash: string
  /** The end of the key it was ordered with. */
  readonly key: string
  readonly microUsd: number
  /** Null where the vendor bills in money. */
  readonly credits: number | null
  /** ISO 8601, UTC. */
  readonly at: string
  /** Whether it was billed only some time after the job was accepted. */
  readonly isLate: boolean
  readonly isRefunded: boolean
}

/** What was billed until a moment, in the order of the jobs. */
export const chargesOf = (standings: readonly Standing[], now: number): readonly Charge[] =>
  standings.map(({ job, course }) => chargeOf(job, course, now)).filter((charge) => charge !== null)

const chargeOf = (job: EmulatedJob, course: Course, now: number): Charge | null => {
  const { billedAt, promptHash, key, microUsd, credits, isLate } = job.charge
  if (now < billedAt) return null
  return {
    vendor: job.vendor,
    job: job.id,
    model: job.model,
    promptHash,
    key,
    microUsd,
    credits,
    at: new Date(billedAt).toISOString(),
    isLate,
    isRefunded: isRefunded(job, course, now),
  }
}

/**
 * Whether the money of a job came back: it failed and its vendor refunds that, or it was called off before its work began.
 * What the vendors keep of work that is called off midway they do not say; here they keep it all.
 */
export const isRefunded = (job: EmulatedJob, course: Course, now: number): boolean => {
  if (job.removed !== null && job.removed < course.startsAt) return true
  const hasEnded = now >= course.endsAt && (job.removed === null || job.removed >= course.endsAt)
  return hasEnded && job.fate.kind === 'fails' && job.fate.isRefunded
}

/** What is left of an account's money, in micro-dollars. */
export const balanceAfter = (startMicroUsd: number, charges: readonly Charge[]): number =>
  charges.reduce(
    (left, charge) => (charge.isRefunded ? left : left - charge.microUsd),
    startMicroUsd,
  )
