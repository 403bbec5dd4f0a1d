import type { CandidateName, Cut } from '../domain/cut.ts'
import { candidateNames, cutLength } from '../domain/cut.ts'
import { StudioError } from '../domain/errors.ts'
import type { Master } from '../domain/master.ts'
import type { Production } from '../domain/production.ts'
import { isRunId } from '../domain/production.ts'
import type { Scores } from '../domain/review.ts'
import { meanScores } from '../domain/review.ts'
import { secondsFromFrames } from '../domain/time.ts'
import type { Observation } from '../domain/verdict.ts'
import type { Report } from '../production/report.ts'
import { collectReport } from '../production/report.ts'
import type { Studio } from '../studio.ts'
import { suggestion } from './closest.ts'

/** Everything the tables say of one run. What no stage has written yet is null or empty. */
export interface RunRecord extends Report {
  /** The cut that is the master, or will be: `balanced` until a person chooses another. */
  readonly masterName: CandidateName
  /** What the rendered master measures; null before it is rendered. */
  readonly master: Master | null
  readonly observations: readonly Observation[]
}

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
export const readRun = async (tables: RunTables, { id }: Production): Promise<RunRecord> => {
  const { productions } = tables
  const chosen = await productions.document(id, 'note', 'master-candidate')
  const masterName = candidateNames.find((name) => name === chosen) ?? 'balanced'
  const master = await productions.document(id, 'master', masterName)
  const observations = await productions.documents(id, 'observation')
  return {
    ...(await collectReport(tables, id)),
    masterName,
    master: master as unknown as Master | null,
    observations: observations.map(({ body }) => body as unknown as Observation),
  }
}

/** Mean scores of the circled takes of one scene in the film; null while none is reviewed. */
export const sceneScores = (
  { takes, verdict }: Pick<RunRecord, 'takes' | 'verdict'>,
  scene: number,
): Scores | null => {
  const scores = takes
    .filter(({ state, pilot }) => state === 'circled' && pilot === (verdict?.winner ?? pilot))
    .filter(({ slate }) => Number.parseInt(slate, 10) === scene)
    .flatMap(({ review }) => review?.scores ?? [])
  return scores.length === 0 ? null : meanScores(scores)
}

/** Seconds of a cut. */
export const cutSeconds = (cut: Cut): number => secondsFromFrames(cutLength(cut), cut.rate)

/** The state for people: what a crash or a power cut left, says that it runs, and nobody works on it, is `interrupted`. */
export const stateShown = (
  { id, state }: Pick<Production, 'id' | 'state'>,
  directed: ReadonlySet<string>,
): Production['state'] | 'interrupted' =>
  state === 'running' && !directed.has(id) ? 'interrupted' : state
