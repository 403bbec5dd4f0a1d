import { isStudioError } from '../domain/errors.ts'
import type { Production } from '../domain/production.ts'
import { type Course, type Direction, direct } from './direct.ts'
import { say } from './floor.ts'
import { isAway, whileAway } from './write-answer.ts'

/** How long a run waits for its database before it is left as a crash would leave it, in milliseconds. Chosen by this project. */
const patienceMs = 60_000

/** How often one call takes a run up again. Chosen by this project. */
const mostReturns = 3

/**
 * Direct a run, and take it up again where its database went away and is back within 60 s: from its rows, as whoever resumes it
 * would. A run that was not taken up yet, or was left with the film it had, is left to who asked: what was wished for it is not
 * written down.
 *
 * @throws StudioError as `direct`; `database-unavailable` when the database stays away
 */
export const directThrough = async (
  parts: Direction,
  id: string,
  signal: AbortSignal,
  course: Course,
): Promise<Production> => {
  const { floor } = parts
  const seen = (await floor.productions.events(id, 0)).at(-1)?.seq ?? 0
  const isTakenUp = async (): Promise<boolean> => {
    const events = await floor.productions.events(id, seen)
    const run = await floor.productions.get(id)
    return run?.state === 'running' && events.some(({ event }) => event === 'production-started')
  }
  for (let returns = 0; ; returns += 1) {
    try {
      return await direct(parts, id, signal, returns === 0 ? course : { kind: 'on' })
    } catch (error) {
      if (!isAway(error) || returns === mostReturns || signal.aborted) throw error
      const goesOn = await whileAway(floor.clock, isTakenUp, { signal, patienceMs }).catch(
        (again: unknown) => {
          if (isStudioError(again)) throw error
          throw again
        },
      )
      if (!goesOn) throw error
      const text = 'The database was away and is back: the run goes on.'
      await say(floor, id, `database-back/${seen}/${returns}`, 'note', { text })
    }
  }
}
