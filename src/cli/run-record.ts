import type { Brief } from '../domain/brief.ts'
import type { Cut } from '../domain/cut.ts'
import { cutLength } from '../domain/cut.ts'
import { StudioError } from '../domain/errors.ts'
import type { IntentContract } from '../domain/intent-contract.ts'
import type { Deliverable, Master } from '../domain/master.ts'
import type { Order } from '../domain/order.ts'
import type { Plan } from '../domain/plan.ts'
import type { Production } from '../domain/production.ts'
import { isRunId } from '../domain/production.ts'
import type { Review, Scores } from '../domain/review.ts'
import { meanScores } from '../domain/review.ts'
import type { Script } from '../domain/script.ts'
import type { Take } from '../domain/take.ts'
import { secondsFromFrames } from '../domain/time.ts'
import type { Observation, Verdict } from '../domain/verdict.ts'
import type { Studio } from '../studio.ts'
import { suggestion } from './closest.ts'

/** A production's money, as the ledger has it. */
export type LedgerTotals = Awaited<ReturnType<Studio['ledger']['totals']>>

/** Everything the tables say of one run. What no stage has written yet is null or empty. */
export interface RunRecord {
  readonly production: Production
  readonly brief: Brief
  readonly contract: IntentContract | null
  readonly plan: Plan | null
  readonly verdict: Verdict | null
  /** Script of every pilot that has one. */
  readonly scripts: readonly Script[]
  /** The winner's script; before the verdict the first there is. */
  readonly script: Script | null
  readonly takes: readonly Take[]
  readonly reviews: readonly Review[]
  readonly orders: readonly Order[]
  readonly ledger: LedgerTotals
  readonly cuts: readonly Cut[]
  readonly masters: readonly Master[]
  readonly deliverables: readonly Deliverable[]
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
export const readRun = async (tables: RunTables, production: Production): Promise<RunRecord> => {
  const { productions, ledger } = tables
  const { id } = production
  const bodies = async <Body>(kind: Parameters<typeof productions.documents>[1]) =>
    (await productions.documents(id, kind)).map(({ body }) => body as unknown as Body)
  const [contract = null] = await bodies<IntentContract>('contract')
  const [plan = null] = await bodies<Plan>('plan')
  const [verdict = null] = await bodies<Verdict>('verdict')
  const scripts = await bodies<Script>('script')
  const winner = verdict?.winner ?? scripts[0]?.pilot
  return {
    production,
    brief: await productions.brief(id),
    contract,
    plan,
    verdict,
    scripts,
    script: scripts.find(({ pilot }) => pilot === winner) ?? null,
    takes: await productions.takes(id),
    reviews: await productions.reviews(id),
    orders: await ledger.orders(id),
    ledger: await ledger.totals(id),
    cuts: await bodies<Cut>('cut'),
    masters: await bodies<Master>('master'),
    deliverables: (await bodies<readonly Deliverable[]>('deliverables')).flat(),
    observations: await bodies<Observation>('observation'),
  }
}

/** The review of a take, if it was reviewed. */
export const reviewOf = (
  record: Pick<RunRecord, 'reviews'>,
  take: Pick<Take, 'pilot' | 'slate'>,
): Review | null =>
  record.reviews.find(({ pilot, slate }) => pilot === take.pilot && slate === take.slate) ?? null

/** Takes of the film: the winner's circled ones; before the verdict all that are circled. */
export const circledTakes = (record: Pick<RunRecord, 'takes' | 'verdict'>): readonly Take[] =>
  record.takes.filter(
    ({ state, pilot }) =>
      state === 'circled' && (record.verdict === null || pilot === record.verdict.winner),
  )

/** Mean scores of the takes that are in the film, of one scene or of all; null while nothing is reviewed. */
export const filmScores = (
  record: Pick<RunRecord, 'takes' | 'verdict' | 'reviews'>,
  scene: number | null = null,
): Scores | null => {
  const scores = circledTakes(record)
    .filter(({ slate }) => scene === null || Number.parseInt(slate, 10) === scene)
    .flatMap((take) => reviewOf(record, take)?.scores ?? [])
  return scores.length === 0 ? null : meanScores(scores)
}

/** Seconds of a cut. */
export const cutSeconds = (cut: Cut): number => secondsFromFrames(cutLength(cut), cut.rate)

/** The cut that is the master now; null before there is one. */
export const masterCut = (
  record: Pick<RunRecord, 'cuts' | 'masters' | 'production'>,
): Cut | null => {
  const names = record.cuts.map(({ candidate }) => candidate)
  const chosen = record.masters.at(-1)?.candidate ?? names.find((name) => name === 'balanced')
  return record.cuts.find(({ candidate }) => candidate === chosen) ?? null
}
