import type { Clock } from '../ports/clock.ts'
import type { OrderOutcome } from './order-outcome.ts'
import { asPart } from './outcome.ts'

/** Whom to tell of the waiting for an order. */
export interface ToldWhileWaiting {
  /** How far the work is, 0…1, after each look that shows it. */
  readonly onProgress?: (fraction: number) => Promise<void>
  /** Why nothing is known of the work, once, when a second look on end shows nothing of it. */
  readonly onSilence?: (reason: string) => Promise<void>
  /** Why it is not sent yet, once, when its vendor turns it away a second time, or is to be left alone for long. */
  readonly onDelay?: (reason: string) => Promise<void>
}

/** How an order is waited for. */
export interface Patience {
  /** Milliseconds between two looks. */
  readonly pollMs: number
  /** Longest wait, in milliseconds. */
  readonly patienceMs: number
  readonly signal: AbortSignal
  readonly told: ToldWhileWaiting
}

/**
 * Longest pause between two looks at a vendor that cannot be reached, and while it rests, for a person may end its rest; in
 * milliseconds. Chosen by this project.
 */
const longestPauseMs = 30_000

/** Look again and again until there is an end, or no patience left. */
export const lookToEnd = async (
  look: () => Promise<OrderOutcome>,
  clock: Clock,
  { pollMs, patienceMs, signal, told }: Patience,
): Promise<OrderOutcome> => {
  const until = clock.elapsedMs() + patienceMs
  const missesAfter = missCounter(told, clock)
  for (;;) {
    const outcome = await look()
    if (outcome.kind !== 'running' && outcome.kind !== 'later') return outcome
    const waitMs = pauseOf(pollMs, outcome, await missesAfter(outcome))
    if (signal.aborted || clock.elapsedMs() + waitMs > until) return outcome
    const pauseMs = outcome.kind === 'later' ? Math.min(waitMs, longestPauseMs) : waitMs
    await clock.sleep(pauseMs, signal).catch(() => undefined) // Aborted, which is seen next.
    if (signal.aborted) return outcome
  }
}

type Open = Extract<OrderOutcome, { kind: 'running' | 'later' }>
type Later = Extract<Open, { kind: 'later' }>

/** Tells of each look, and counts how many on end showed nothing of the work, or saw it turned away. */
const missCounter = (told: ToldWhileWaiting, clock: Clock) => {
  let misses = 0
  let refusals = 0
  const tellSilence = once(told.onSilence)
  const tellDelay = once(told.onDelay)
  const afterLater = async (outcome: Later): Promise<number> => {
    misses = 0
    const isTurnedAway = outcome.why === 'turned-away'
    if (isTurnedAway) refusals += 1
    const isAgain = isTurnedAway && refusals > 1
    if (isAgain || outcome.waitMs > longestPauseMs) await tellDelay(delayOf(outcome, clock))
    return refusals
  }
  return async (outcome: Open): Promise<number> => {
    if (outcome.kind === 'later') return afterLater(outcome)
    const { progress, note } = outcome
    refusals = 0
    if (progress !== null) await told.onProgress?.(progress)
    misses = note === null ? 0 : misses + 1
    if (note !== null && misses === 2) await tellSilence(note)
    return misses
  }
}

const once = (tell: ((reason: string) => Promise<void>) | undefined) => {
  let isTold = false
  return async (reason: string): Promise<void> => {
    if (isTold) return
    isTold = true
    await tell?.(reason)
  }
}

/** Why an order is not sent yet, and until when it is not. A rest tells that itself. */
const delayOf = ({ why, reason, waitMs }: Later, clock: Clock): string => {
  if (why !== 'turned-away' || waitMs <= longestPauseMs) return reason
  const until = new Date(clock.now() + waitMs).toISOString().slice(0, 19).replace('T', ' ')
  return `${asPart(reason)}; it is not sent again before ${until} UTC`
}

/** How long until it is worth looking again: longer each time that a vendor cannot be asked, or turns the order away. */
const pauseOf = (pollMs: number, outcome: Open, misses: number): number =>
  outcome.kind === 'later' && outcome.waitMs > 0
    ? outcome.waitMs
    : Math.max(pollMs, Math.min(longestPauseMs, pollMs * 2 ** Math.min(misses, 10)))
