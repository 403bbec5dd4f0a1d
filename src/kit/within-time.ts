import { isStudioError, StudioError } from '../domain/errors.ts'

/**
 * Ask somebody who may not answer.
 *
 * @param who whom the message names
 * @throws StudioError `vendor-unavailable` (retry later) when there was no answer in time; whatever `ask` throws
 */
export const withinTime = async <Result>(
  who: string,
  timeoutMs: number,
  signal: AbortSignal,
  ask: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> => {
  const deadline = AbortSignal.timeout(Math.min(timeoutMs, longestTimerMs))
  try {
    return await ask(AbortSignal.any([signal, deadline]))
  } catch (cause) {
    if (!deadline.aborted || signal.aborted || isStudioError(cause)) throw cause
    throw new StudioError({
      ...{ code: 'vendor-unavailable', retry: 'later', cause },
      message: `${who} did not answer within ${timeoutMs / 1000} s. Check the connection, or wait longer with --timeout.`,
    })
  }
}

/** What a timer of Node holds at most: 2^31 - 1 milliseconds. Node.js 24, timers. */
const longestTimerMs = 2_147_483_647
