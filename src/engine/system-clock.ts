import { setTimeout as wait } from 'node:timers/promises'
import type { Clock } from '../ports/clock.ts'

/** The machine's own time. */
export const systemClock: Clock = {
  now: () => Date.now(),
  elapsedMs: () => performance.now(),
  sleep: async (ms, signal) => {
    // A longer timer fires at once (Node's limit is 2^31-1 ms), so long sleeps are taken in parts.
    for (let left = ms; left > 0; left -= longestTimerMs) {
      await waitOrAbort(Math.min(left, longestTimerMs), signal)
    }
  },
}

const longestTimerMs = 2_147_483_647

const waitOrAbort = async (ms: number, signal: AbortSignal | undefined): Promise<void> => {
  try {
    await wait(ms, undefined, signal === undefined ? {} : { signal })
  } catch (cause) {
    // The timer wraps the reason in an error of its own; callers are promised the reason.
    signal?.throwIfAborted()
    throw cause
  }
}
