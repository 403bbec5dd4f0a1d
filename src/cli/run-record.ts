import { StudioError } from '../domain/errors.ts'
import type { Production } from '../domain/production.ts'
import { isRunId } from '../domain/production.ts'
import type { Report } from '../production/report.ts'
import { collectReport } from '../production/report.ts'
import type { Studio } from '../studio.ts'
import { suggestion } from './closest.ts'

/** Everything the tables say of one run. What no stage has written yet is null or empty. */
export type RunRecord = Report

/** What of a studio reading runs needs. */
export type RunTables = Pick<Studio, 'productions' | 'ledger'>

/**
 * The production of an id as a person wrote it; `latest` is the newest.
 *
 * @throws StudioError `bad-input` for what cannot be an id, `not-found` with the nearest id there is
 */
export const findRun = async (tables: RunTables, written: string): Promise<Production> => {
  if (written === 'latest') {
    const [newest] = await tables.productions.list(1)
    if (newest) return newest
    throw new StudioError({ code: 'not-found', message: 'There is no run yet.' })
  }
  checkRunId(written)
  const production = await tables.productions.get(written)
  if (production) return production
  const known = (await tables.productions.list(1000)).map(({ id }) => id)
  throw new StudioError({
    code: 'not-found',
    message: `There is no run "${written}".${suggestion(written, known)} See \`npx --no-install claude-studio runs list\`.`,
  })
}

/** @throws StudioError `bad-input` for what cannot be a run's id */
export const checkRunId = (id: string): void => {
  if (isRunId(id)) return
  throw new StudioError({
    code: 'bad-input',
    message: `"${id.slice(0, 80)}" cannot be a run's id. Use at most 64 letters, digits, "_" and "-", beginning with a letter or digit; no slashes, dots or spaces.`,
  })
}

/** Read everything there is of a run. */
export const readRun = (tables: RunTables, { id }: Production): Promise<RunRecord> =>
  collectReport(tables, id)

/** The state for people: what a crash or a power cut left, says that it runs, and nobody works on it, is `interrupted`. */
export const stateShown = (
  { id, state }: Pick<Production, 'id' | 'state'>,
  directed: ReadonlySet<string>,
): Production['state'] | 'interrupted' =>
  state === 'running' && !directed.has(id) ? 'interrupted' : state
