import { isStudioError, StudioError } from '../domain/errors.ts'
import type { CliContext } from './context.ts'
import { exitCodes } from './exit-codes.ts'

/** Do something that a first Ctrl-C stops in order, and a second one at once. @throws StudioError `run-paused` when it was stopped */
export const interruptible = async <Result>(
  { onInterrupt, die }: Pick<CliContext, 'onInterrupt' | 'die'>,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> => {
  const controller = new AbortController()
  const stopListening = onInterrupt(() => {
    if (controller.signal.aborted) die(exitCodes.killed)
    controller.abort()
  })
  try {
    return await work(controller.signal)
  } catch (cause) {
    if (!controller.signal.aborted || isStudioError(cause)) throw cause
    throw new StudioError({
      ...{ code: 'run-paused', retry: 'later', cause },
      message: 'It was interrupted. Nothing half-made is left behind.',
    })
  } finally {
    stopListening()
  }
}
