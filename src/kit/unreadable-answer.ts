import { isStudioError, StudioError } from '../domain/errors.ts'

/** Marks the error of an answer that came and could not be read, apart from those of answers that did not come. */
class UnreadableAnswer extends Error {
  override readonly name = 'UnreadableAnswer'
}

/**
 * The error for a vendor that answers a question, and says nothing that can be read: a state that is not known, another shape, or
 * something of another job than was asked for. It is asked again, as one that cannot be reached; but where that lasts, waiting does
 * not help, and a person must look.
 *
 * @param message who was asked what, and what came back
 */
export const unreadableAnswer = (message: string): StudioError =>
  new StudioError({
    ...{ code: 'vendor-unavailable', retry: 'later', message },
    cause: new UnreadableAnswer('the vendor answers, and what it says cannot be read'),
  })

/** Whether an error is one of {@link unreadableAnswer}. */
export const isUnreadableAnswer = (error: unknown): boolean =>
  isStudioError(error) && error.cause instanceof Error && error.cause.name === 'UnreadableAnswer'
