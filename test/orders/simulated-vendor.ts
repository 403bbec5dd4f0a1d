import type { Job } from '../../src/domain/order.ts'
import { clockSlackMs, isMadeSince, lookBackMs } from '../../src/domain/salvage.ts'
import type { FoundJobs, JobStatus, Started } from '../../src/ports/paid-model.ts'
import type { Dice } from './dice.ts'

/** What kind of vendor a schedule is played with. */
export interface VendorNature {
  /** Whether answers are there at once, without a job. */
  readonly isSynchronous: boolean
  /** How the account's jobs can be seen. `partial` may leave some out for good. */
  readonly list: 'none' | 'whole' | 'partial'
  /** How far the list lags behind, in milliseconds. */
  readonly lagMs: number
  /** When a job is billed. */
  readonly billing: 'at-acceptance' | 'when-done' | 'late'
  readonly price: number
  /** Whether it says what it billed. */
  readonly sendsBill: boolean
  /** Share of submissions and questions that go wrong on the way. */
  readonly faults: number
  /** How far the vendor's clock is ahead of the ledger's at first, in milliseconds. */
  readonly skewMs: number
  /**
   * Whether another film has the same made with the same account. Then its clock is never set: by two clocks nobody could tell
   * whose a job is.
   */
  readonly isShared: boolean
}

/** A job as the vendor has it. */
export interface SimulatedJob {
  readonly id: string
  /** The order that truly sent it; empty for another film's. The vendor itself does not know. */
  readonly sentFor: string
  readonly request: string
  readonly acceptedAt: number
  /** When it was made, as the vendor's clock had it. */
  readonly madeMs: number
  readonly doneAt: number
  readonly end: 'done' | 'refused' | 'failed'
  readonly isListed: boolean
  readonly isDamaged: boolean
}

/** The account's list, as the vendor tells it: all its times are by the vendor's clock. */
export interface VendorList {
  readonly jobs: readonly {
    readonly id: string
    readonly request: string
    readonly madeMs: number
  }[]
  readonly nowMs: number
  readonly isWhole: boolean
}

/** A vendor account with its jobs and its bills. */
export interface SimulatedVendor {
  readonly nature: VendorNature
  readonly jobs: readonly SimulatedJob[]
  /** A request arrives: what the vendor makes of it, whether or not the answer comes through. */
  receive(sentFor: string, request: string, now: number): Started
  /** @param hiccups how likely it is that it does not know of a job, or of its clip, for once */
  check(job: Job, now: number, hiccups: number): JobStatus
  list(now: number): VendorList
  /** Make the same for another film, which is no business of the orders here. */
  makeForAnother(request: string, now: number): Job
  setClock(aheadMs: number): void
  /** What was billed for what an order sent, in the end. */
  charged(sentFor: string): number
  /** How many times it was billed for what an order sent. */
  charges(sentFor: string): number
}

/** A vendor of some nature, its whims taken from the dice. */
export const simulatedVendor = (nature: VendorNature, dice: Dice): SimulatedVendor => {
  const jobs: SimulatedJob[] = []
  let skewMs = nature.skewMs
  const bills: { readonly sentFor: string; readonly amount: number }[] = []

  const bill = (): { bill?: { units: { unit: 'second'; quantity: number }; amount: never } } =>
    nature.sendsBill
      ? { bill: { units: { unit: 'second', quantity: 1 }, amount: nature.price as never } }
      : {}

  const receive: SimulatedVendor['receive'] = (sentFor, request, now) => {
    const mood = dice.next()
    if (mood < nature.faults / 2) {
      const retry = dice.pick(['later', 'never', 'later'] as const)
      const wait = dice.chance(0.3) ? { retryAfterMs: dice.span(60_000) } : {}
      return { kind: 'not-accepted', retry, reason: 'not now', ...wait }
    }
    if (mood < nature.faults) return { kind: 'refused', reason: 'not with us' }
    if (nature.isSynchronous) {
      bills.push({ sentFor, amount: nature.price })
      return { kind: 'delivered', output: { kind: 'text', text: sentFor }, ...bill() }
    }
    return { kind: 'accepted', job: { id: newJob(sentFor, request, now) } }
  }

  const newJob = (sentFor: string, request: string, now: number): string => {
    const id = `job-${jobs.length + 1}`
    const end = dice.chance(nature.faults) ? dice.pick(['refused', 'failed'] as const) : 'done'
    const doneAt = now + 1000 + dice.span(600_000)
    const isListed = nature.list === 'whole' || (nature.list === 'partial' && dice.chance(0.7))
    const isDamaged = end === 'done' && dice.chance(nature.faults / 4)
    const madeMs = now + skewMs
    jobs.push({ id, sentFor, request, acceptedAt: now, madeMs, doneAt, end, isListed, isDamaged })
    if (end === 'done') bills.push({ sentFor, amount: nature.price })
    return id
  }

  const check: SimulatedVendor['check'] = ({ id }, now, hiccups) => {
    const job = jobs.find((one) => one.id === id)
    if (!job || dice.chance(hiccups)) return { state: 'gone' }
    if (now < job.doneAt) return now < job.acceptedAt + 500 ? { state: 'queued' } : running
    if (job.end !== 'done') return { state: job.end, reason: 'it did not work out' }
    if (dice.chance(hiccups)) return { state: 'done', outputs: [] }
    const output = { kind: 'link', url: `https://vendor/${id}`, mediaType: 'video/mp4' } as const
    return { state: 'done', outputs: [output], ...(nature.billing === 'late' ? {} : bill()) }
  }

  return {
    ...{ nature, jobs, receive, check },
    list: (now) => ({
      jobs: jobs
        .filter((job) => job.isListed && job.acceptedAt + nature.lagMs <= now)
        .map(({ id, request, madeMs }) => ({ id, request, madeMs })),
      nowMs: now + skewMs,
      isWhole: nature.list === 'whole',
    }),
    makeForAnother: (request, now) => ({ id: newJob('', request, now) }),
    setClock: (aheadMs) => {
      skewMs = aheadMs
    },
    charged: (sentFor) =>
      bills.reduce((sum, one) => sum + (one.sentFor === sentFor ? one.amount : 0), 0),
    charges: (sentFor) => bills.filter((one) => one.sentFor === sentFor).length,
  }
}

const running: JobStatus = { state: 'running', progress: 0.5 }

/**
 * As an adapter looks for a lost order: jobs made since by the vendor's clock, and beside them those of a day before. That nothing
 * is there is promised only where the vendor's clock agrees with that by which the order left.
 *
 * @param lost instants by the ledger's clock: when it left, and the present
 */
export const lookedUp = (
  list: VendorList,
  lost: { readonly request: string; readonly sinceMs: number; readonly nowMs: number },
): FoundJobs => {
  const aheadMs = list.nowMs - lost.nowMs
  const same = list.jobs.filter(
    ({ request, madeMs }) =>
      request === lost.request && madeMs >= lost.sinceMs + aheadMs - lookBackMs,
  )
  const isSince = ({ madeMs }: { readonly madeMs: number }): boolean =>
    isMadeSince(madeMs, lost.sinceMs, aheadMs)
  const jobsOf = (some: typeof same): readonly Job[] => some.map(({ id }) => ({ id }))
  return {
    jobs: jobsOf(same.filter(isSince)),
    earlier: jobsOf(same.filter((one) => !isSince(one))),
    complete: list.isWhole && Math.abs(aheadMs) <= clockSlackMs,
  }
}
