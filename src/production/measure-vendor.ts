import { unknownAccount, type VendorMeasure } from '../domain/vendor-measure.ts'
import type { Clock } from '../ports/clock.ts'
import type { JobStatus } from '../ports/paid-model.ts'
import type { VendorMeasures } from '../ports/vendor-measures.ts'
import type { VideoModel } from '../ports/video-model.ts'
import type { OrderOutcome } from './order-outcome.ts'
import { asPart } from './outcome.ts'
import {
  type ClipTest,
  clipBrief,
  clipOrder,
  inTestRun,
  letGoUnsent,
  type RigParts,
  type TestEnding,
} from './provider-test.ts'
import { type Contact, troubleRemedy } from './trouble-remedy.ts'

/** What a vendor is measured with. `budget` is the cap: no more is spent. */
export interface VendorTest extends ClipTest {
  /** Orders that are tried to be open at once, at most. */
  readonly mostAtOnce: number
  /** Orders at once that the vendor says the account may have: no more are tried. Null where it says none. */
  readonly told: number | null
}

/** What happens while a vendor is measured. */
export type MeasureStep =
  | { readonly kind: 'accepted'; readonly open: number; readonly clips: number }
  | { readonly kind: 'not-taken'; readonly open: number; readonly reason: string }
  | { readonly kind: 'done'; readonly open: number }

/** What was found out. */
export interface Measured {
  /** Null when the vendor took no order at all. */
  readonly measure: Omit<VendorMeasure, 'measuredAt'> | null
  /** Why no more was tried, in words. */
  readonly ended: string
  /** Orders that still are at the vendor. */
  readonly open: number
  /** Orders that wait for a person. */
  readonly parked: number
}

/** What measuring works with; its desk lets any number of orders be open at once. */
export interface MeasureParts extends RigParts {
  readonly measures: VendorMeasures
  /** The vendors of models as people reach them. */
  readonly contact: Contact
  readonly clock: Clock
}

/** How waiting goes. */
export interface MeasureWaiting {
  /** Longest wait for the jobs to end, in milliseconds; null to wait until they have. */
  readonly timeoutMs: number | null
  readonly signal: AbortSignal
  readonly onStep: (step: MeasureStep) => void
}

/** How often an account that rests is waited for while nothing is open. */
const mostRests = 3

/**
 * What is not taken for so long, in milliseconds, while all others are open, is not kept back by a limit of orders a minute. A
 * minute with room, chosen by this project.
 */
const surelyNoRateMs = 75_000

/**
 * Find out how many orders a vendor takes at once: one more is sent after the other, each on the way of every order, until
 * one is not taken, the money or the number is reached. What is not taken is tried again as soon as the vendor allows: taken
 * while all the others are still open, it was the orders of a minute that were limited; taken only after one has ended, those
 * that are open. Where the vendor tells how many it takes, no more are sent, and what is found out is how long they wait and are
 * worked on. What was found is kept by the hour of the day.
 *
 * @throws StudioError `already-exists`; as the model's making
 */
export const measureVendor = (
  parts: MeasureParts,
  test: VendorTest,
  waiting: MeasureWaiting,
): Promise<Measured> =>
  inTestRun(parts, { ...test, brief: clipBrief(parts, test) }, async () => {
    const climb = newClimb(parts, test, waiting)
    const ended = await climbUp(climb)
    await awaitAll(climb)
    await letGoUnsent(parts, orderOf(climb, climb.accepted.length + 1).key)
    const result = { ended, open: climb.open.size, parked: climb.parked, measure: foundOut(climb) }
    if (result.measure) await parts.measures.keep(result.measure)
    return { result, ending: endingOf(result) }
  })

const endingOf = ({ ended, open, parked }: Measured): TestEnding =>
  open + parked > 0
    ? {
        state: parked > 0 ? 'waiting-for-order' : 'waiting-for-vendor',
        reason: `${open} orders are still being made, ${parked} wait for a person`,
      }
    : { state: 'wrapped', reason: ended }

/** The way up, as far as it was gone. */
interface Climb {
  readonly parts: MeasureParts
  readonly test: VendorTest
  readonly waiting: MeasureWaiting
  readonly model: VideoModel
  /** When it began, in milliseconds since 1970-01-01 UTC. */
  readonly beganAt: number
  /** When each order was accepted, by the order it was sent in. */
  readonly accepted: number[]
  /** Numbers of the orders that are not closed. */
  readonly open: Set<number>
  /** When work on an order was first seen, by its number. */
  readonly atWork: Map<number, number>
  /** How long an order was worked on, by its number, in milliseconds: of those that were seen at it and then done. */
  readonly made: Map<number, number>
  most: number
  isLimit: boolean
  perMinute: number | null
  parked: number
  /** How often the account rested while nothing was open. */
  rests: number
}

const newClimb = (parts: MeasureParts, test: VendorTest, waiting: MeasureWaiting): Climb => ({
  ...{ parts, test, waiting, model: parts.videoModel(test.model), accepted: [] },
  beganAt: parts.clock.now(),
  ...{
    open: new Set(),
    atWork: new Map(),
    made: new Map(),
    most: 0,
    isLimit: false,
    perMinute: null,
  },
  ...{ parked: 0, rests: 0 },
})

/** The order of a number; its model tells when work on it is seen, and when it is done. */
const orderOf = (climb: Climb, number: number): ReturnType<typeof clipOrder> => {
  const { parts, test, model } = climb
  const watched: VideoModel = {
    ...model,
    check: async (job, signal): Promise<JobStatus> => {
      const status = await model.check(job, signal)
      noteSeen(climb, number, { state: status.state, at: parts.clock.elapsedMs() })
      return status
    },
  }
  return clipOrder({ videoModel: () => watched }, test, number)
}

const noteSeen = (
  { atWork, made }: Climb,
  number: number,
  { state, at }: Pick<JobStatus, 'state'> & { readonly at: number },
): void => {
  if (state !== 'running' && state !== 'done') return
  const since = atWork.get(number)
  if (since === undefined) atWork.set(number, at)
  else if (state === 'done' && !made.has(number)) made.set(number, at - since)
}

const pursue = (climb: Climb, number: number): Promise<OrderOutcome> =>
  climb.parts.desk.pursue(orderOf(climb, number), climb.waiting.signal)

/** Send one more order after the other. @returns why it ended */
const climbUp = async (climb: Climb): Promise<string> => {
  const { waiting } = climb
  const { mostAtOnce, told } = climb.test
  const isTold = told !== null && told <= mostAtOnce
  while (climb.open.size < (isTold ? told : mostAtOnce)) {
    if (waiting.signal.aborted) return 'it was interrupted'
    const number = climb.accepted.length + 1
    const outcome = await pursue(climb, number)
    const ended =
      outcome.kind === 'later'
        ? await whyNotTaken(climb, number, outcome)
        : noteSent(climb, number, outcome)
    if (ended !== null) return ended
  }
  climb.isLimit = isTold
  return isTold
    ? `the vendor says itself that it takes ${told} at once`
    : `${mostAtOnce} at once are as many as were to be tried`
}

/** @returns why no more is to be sent; null to go on */
const noteSent = (climb: Climb, number: number, outcome: OrderOutcome): string | null => {
  const { parts, test, waiting, accepted, open } = climb
  if (outcome.kind === 'stopped') {
    const remedy = troubleRemedy(outcome.trouble, parts.contact(test.model), 'nothing')
    return asPart(`${asPart(outcome.reason)}. ${remedy}`)
  }
  if (outcome.kind === 'no-money') return 'the cap pays for no more'
  if (outcome.kind === 'parked') climb.parked += 1
  if (outcome.kind === 'not-wanted') return `the run is to ${outcome.wanted}`
  if (outcome.kind !== 'running' && outcome.kind !== 'delivered') {
    return outcome.reason
  }
  accepted.push(parts.clock.elapsedMs())
  if (outcome.kind === 'running') open.add(number)
  climb.most = Math.max(climb.most, open.size)
  waiting.onStep({ kind: 'accepted', open: open.size, clips: accepted.length })
  return null
}

/** Look after the orders that are open. @returns how many have ended, and whether the vendor could be asked of all others */
const lookAfter = async (
  climb: Climb,
): Promise<{ readonly ended: number; readonly isReached: boolean }> => {
  const before = climb.open.size
  let isReached = true
  for (const number of [...climb.open]) {
    const outcome = await pursue(climb, number)
    if (outcome.kind === 'running' && outcome.note !== null) isReached = false
    if (outcome.kind === 'running' || outcome.kind === 'later') continue
    if (outcome.kind === 'parked') climb.parked += 1
    climb.open.delete(number)
    climb.waiting.onStep({ kind: 'done', open: climb.open.size })
  }
  return { ended: before - climb.open.size, isReached }
}

const whyNotTaken = async (
  climb: Climb,
  number: number,
  first: Extract<OrderOutcome, { kind: 'later' }>,
): Promise<string | null> => {
  const { parts, waiting, open, accepted } = climb
  const { reason } = first
  waiting.onStep({ kind: 'not-taken', open: open.size, reason })
  if (open.size === 0) return await restedOr(climb, number, first)
  const since = parts.clock.elapsedMs() - 60_000
  const inMinute = accepted.filter((at) => at > since).length
  const refusedAt = parts.clock.elapsedMs()
  const limited = (): string => {
    climb.isLimit = true
    return `the vendor takes ${climb.most} at once`
  }
  for (let tryAt = refusedAt + first.waitMs; ; ) {
    await pause(climb)
    if (waiting.signal.aborted) return 'it was interrupted'
    const { ended, isReached } = await lookAfter(climb)
    if (!isReached) return reason
    if (ended > 0) return limited()
    const again = await pursue(climb, number)
    if (again.kind !== 'later') {
      climb.perMinute ??= inMinute
      return noteSent(climb, number, again)
    }
    if (parts.clock.elapsedMs() < tryAt) continue
    if (parts.clock.elapsedMs() - refusedAt >= surelyNoRateMs) return limited()
    tryAt = parts.clock.elapsedMs() + again.waitMs
  }
}

/**
 * Nothing is open, so no slot is taken: an account that rests is waited for, and anything else ends the way up. Nothing leaves
 * while it rests, so it is looked at all the time: a person may end the rest.
 */
const restedOr = async (
  climb: Climb,
  number: number,
  { reason, waitMs }: Extract<OrderOutcome, { kind: 'later' }>,
): Promise<string | null> => {
  const { parts, waiting } = climb
  climb.rests += 1
  if (waitMs === 0 || climb.rests > mostRests) return reason
  const until = parts.clock.elapsedMs() + waitMs
  while (parts.clock.elapsedMs() < until) {
    await pause(climb)
    if (waiting.signal.aborted) return null
    const again = await pursue(climb, number)
    if (again.kind !== 'later') return noteSent(climb, number, again)
    if (again.waitMs === 0) return again.reason
  }
  return null
}

const pause = (climb: Climb): Promise<void> =>
  climb.parts.clock.sleep(climb.model.pollMs, climb.waiting.signal).catch(() => undefined) // Aborted, which is seen next.

/** Wait for what is open: it is paid, and is brought home. */
const awaitAll = async (climb: Climb): Promise<void> => {
  const { waiting, parts, open } = climb
  const until = parts.clock.elapsedMs() + (waiting.timeoutMs ?? Number.POSITIVE_INFINITY)
  while (open.size > 0 && !waiting.signal.aborted && parts.clock.elapsedMs() <= until) {
    await lookAfter(climb)
    if (open.size > 0) await pause(climb)
  }
}

const foundOut = (climb: Climb): Measured['measure'] => {
  const { parts, test, beganAt, accepted, atWork, made, most, isLimit, perMinute } = climb
  if (most === 0) return null
  const { vendor, funds } = parts.prices.model(test.model)
  return {
    ...{ vendor, funds, account: climb.model.account ?? unknownAccount },
    ...{ model: test.model, hour: new Date(beganAt).getUTCHours() },
    ...{ slots: most, isLimit, perMinute, clips: accepted.length },
    queueMs: median(
      [...atWork].map(([number, at]) => Math.max(0, at - (accepted[number - 1] ?? at))),
    ),
    makeMs: median([...made.values()]),
  }
}

/** In whole milliseconds: a clock tells parts of them, and a row keeps none. */
const median = (values: readonly number[]): number | null => {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted[Math.floor(sorted.length / 2)]
  return middle === undefined ? null : Math.round(middle)
}
