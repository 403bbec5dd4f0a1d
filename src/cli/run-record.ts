import { join } from 'node:path'
import { priceBook } from '../budget/price-book.ts'
import { catalogue, servedBeside } from '../catalogue.ts'
import { StudioError } from '../domain/errors.ts'
import type { Deliverable } from '../domain/master.ts'
import type { Production } from '../domain/production.ts'
import { goOnCommand, isRunId, isTestOpen } from '../domain/production.ts'
import { isUnpaidFor } from '../domain/take.ts'
import { filmMoneyAhead } from '../production/money-ahead.ts'
import type { Report } from '../production/report.ts'
import { collectReport } from '../production/report.ts'
import type { Studio } from '../studio/studio.ts'
import { closest, suggestion } from './closest.ts'
import type { CliContext } from './context.ts'
import { oneLine } from './text-table.ts'

/** Everything the tables say of one run, and what of its files is there. What no stage has written yet is null or empty. */
export interface RunRecord extends Report {
  /** Paths of deliverables, as they are listed, that are not in the run's folder any more. */
  readonly gone: ReadonlySet<string>
  /** The commands that give a run that failed for want of money what it needs, before it goes on; none for all else. */
  readonly moneyCommands: readonly string[]
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
  const known = await knownRuns(tables, written)
  throw new StudioError({
    code: 'not-found',
    message: `There is no run "${written}".${suggestion(written, known)} See \`npx --no-install claude-studio runs list\`.`,
  })
}

/** Ids that may have been meant: of films, and of tests where one is near. */
const knownRuns = async (
  { productions }: RunTables,
  written: string,
): Promise<readonly string[]> => {
  const ids = async (kind?: 'films') => (await productions.list(1000, kind)).map(({ id }) => id)
  const [films, all] = await Promise.all([ids('films'), ids()])
  return closest(written, films) === null && closest(written, all) !== null ? all : films
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
export const readRun = async (
  { isThere }: Pick<CliContext, 'isThere'>,
  tables: RunTables,
  { id }: Production,
): Promise<RunRecord> => {
  const report = await collectReport(tables, id)
  const { outputDir } = report.production
  const gone = report.deliverables.filter(({ path }) => !isThere(join(outputDir, path)))
  return {
    ...report,
    gone: new Set(gone.map(({ path }) => path)),
    moneyCommands: await moneyCommands(tables, report),
  }
}

const moneyCommands = async (
  { productions, ledger }: RunTables,
  { production: { id, state, stage }, totals, takes, plan, verdict }: Report,
): Promise<readonly string[]> => {
  const isUnpaid = totals.overrunOpen > 0 || takes.some(({ footage }) => isUnpaidFor(footage))
  if (!(isUnpaid && state === 'failed' && stage === 'shoot')) return []
  const pilot = plan?.pilots.find((one) => one.id === verdict?.winner)
  const offers = servedBeside(pilot?.model ?? '')
  const desk = { productions, ledger, catalogue: offers, prices: priceBook(catalogue) }
  return (await filmMoneyAhead(desk, id)).commands
}

/** Where a deliverable of a run lies; null when it is not there. */
export const filePath = (
  { deliverables, production, gone }: Pick<RunRecord, 'deliverables' | 'production' | 'gone'>,
  isMeant: (file: Deliverable) => boolean,
): string | null => {
  const file = deliverables.find(isMeant)
  return file && !gone.has(file.path) ? join(production.outputDir, file.path) : null
}

const mostNamed = 3

/** What is said of files that were delivered and are not there any more; null when all are. */
export const goneText = ({
  gone,
  production,
}: Pick<RunRecord, 'gone' | 'production'>): string | null => {
  if (gone.size === 0) return null
  const named = [...gone].slice(0, mostNamed).join(', ')
  const rest = gone.size > mostNamed ? ` and ${gone.size - mostNamed} more` : ''
  return `${named}${rest} ${gone.size === 1 ? 'is' : 'are'} missing: not in ${production.outputDir} any more. To have ${gone.size === 1 ? 'it' : 'them'} there again, for nothing: npx --no-install claude-studio render ${production.id}`
}

/** The state for people: what a crash or a power cut left, says that it runs, and nobody works on it, is `interrupted`. */
export const stateShown = (
  { id, state }: Pick<Production, 'id' | 'state'>,
  directed: ReadonlySet<string>,
): Production['state'] | 'interrupted' =>
  state === 'running' && !directed.has(id) ? 'interrupted' : state

/** What became of a test of a provider, which has no film to go on with, or how its vendor is asked again. */
export const testStandsText = (run: Production): string => {
  const { id, state, reason } = run
  if (isTestOpen(state)) return `To ask the vendor of test ${id} again: ${goOnCommand(run)}`
  return `Test ${id} is ${state}${reason === '' ? '.' : `: ${oneLine(reason)}`}`
}
