import type { Clock } from '../ports/clock.ts'
import type { OrderOutcome } from './order-outcome.ts'

/** Whom to tell of the waiting for an order. */
export interface ToldWhileWaiting {
  /** How far the work is, 0…1, after each look that shows it. */
  readonly onProgress?: (fraction: number) => Promise<void>
  /** Why nothing is known of the work, once, when a second look on end shows nothing of it; or why it is not sent yet for long. */
  readonly onSilence?: (reason: string) => Promise<void>
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
  const missesAfter = missCounter(told)
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

/** Tells of each look, and counts how many on end showed nothing of the work. A long rest is told at once. */
const missCounter = ({ onProgress, onSilence }: ToldWhileWaiting) => {
  let misses = 0
  let isSilenceTold = false
  const tell = async (why: string): Promise<void> => {
    if (isSilenceTold) return
    isSilenceTold = true
    await onSilence?.(why)
  }
  return async (outcome: Open): Promise<number> => {
    if (outcome.kind === 'later') {
      misses = 0
      if (outcome.waitMs > longestPauseMs) await tell(outcome.reason)
      return misses
    }
    const { progress, note } = outcome
    if (progress !== null) await onProgress?.(progress)
    misses = note === null ? 0 : misses + 1
    if (note !== null && misses === 2) await tell(note)
    return misses
  }
}

/** How long until it is worth looking again: longer each time that a vendor cannot be asked. */
const pauseOf = (pollMs: number, outcome: Open, misses: number): number =>
  outcome.kind === 'later'
    ? outcome.waitMs || pollMs
    : Math.max(pollMs, Math.min(longestPauseMs, pollMs * 2 ** Math.min(misses, 10)))
