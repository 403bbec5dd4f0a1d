import { isStudioError } from '../../domain/errors.ts'
import { fileError } from '../../kit/file-error.ts'
import type { Started } from '../../ports/paid-model.ts'

/**
 * What a failure of this machine means for an order: nothing was bought, and once the program is back or the disk has
 * room the same order succeeds. Anything else is a bug and is thrown.
 *
 * @param folder where the work was done
 */
export const localTrouble = (folder: string, error: unknown): Started => {
  const known = isStudioError(error) ? error : fileError(folder, error)
  if (isStudioError(known)) {
    return { kind: 'not-accepted', retry: 'later', reason: known.message }
  }
  throw error
}
