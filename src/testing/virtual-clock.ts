import type { Clock } from '../ports/clock.ts'

/** A clock that tests own: nothing waits for real. */
export interface VirtualClock extends Clock {
  /** Let time pass by hand: sleepers wake in the order of their times. */
  advance(ms: number): Promise<void>
}

/** One who sleeps. */
interface Sleeper {
  readonly wakesAt: number
  readonly wake: () => void
}

/**
 * Make a virtual clock.
 *
 * @param mode `jump`: as soon as the program waits, time jumps to the next sleeper; `by-hand`: time passes only by
 *   `advance`. Default `jump`.
 * @param startMs first reading, milliseconds since 1970-01-01 UTC. Default 2026-01-01.
 */
export const virtualClock = (
  mode: 'jump' | 'by-hand' = 'jump',
  startMs: number = Date.UTC(2026, 0, 1),
): VirtualClock => {
  const sleepers: Sleeper[] = []
  let now = startMs
  let jumping = false

  const wakeNext = (notAfter: number): boolean => {
    const next = sleepers[0]
    if (next === undefined || next.wakesAt > notAfter) return false
    sleepers.shift()
    now = Math.max(now, next.wakesAt)
    next.wake()
    return true
  }
  const jump = async (): Promise<void> => {
    if (jumping) return
    jumping = true
    // One sleeper a turn: what it wakes may go to sleep again before a later one is due.
    do await turn()
    while (wakeNext(Number.POSITIVE_INFINITY))
    jumping = false
  }

  return {
    now: () => now,
    elapsedMs: () => now,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        signal?.throwIfAborted()
        const onAbort = (): void => {
          sleepers.splice(sleepers.indexOf(sleeper), 1)
          reject(signal?.reason)
        }
        const sleeper: Sleeper = {
          wakesAt: now + Math.max(0, ms),
          wake: () => {
            signal?.removeEventListener('abort', onAbort)
            resolve()
          },
        }
        signal?.addEventListener('abort', onAbort, { once: true })
        const later = sleepers.findIndex((other) => other.wakesAt > sleeper.wakesAt)
        sleepers.splice(later === -1 ? sleepers.length : later, 0, sleeper)
        if (mode === 'jump') void jump()
      }),
    advance: async (ms) => {
      const until = now + ms
      do await turn()
      while (wakeNext(until))
      now = until
      await turn()
    },
  }
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
