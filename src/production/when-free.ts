import { isStudioError } from '../domain/errors.ts'
import type { Floor } from './floor.ts'

/**
 * Work on a run as its director, unless another process does: that one does the same when it is through.
 *
 * @returns what came of the work; `busy` where it was left to the other process
 */
export const whenFree = async <Result>(
  { productions }: Pick<Floor, 'productions'>,
  id: string,
  work: () => Promise<Result>,
): Promise<Result | 'busy'> => {
  try {
    return await productions.asDirector(id, work)
  } catch (error) {
    if (isStudioError(error) && error.code === 'run-busy') return 'busy'
    throw error
  }
}
