import { StudioError } from '../../domain/errors.ts'
import { goOnCommand, isTestOpen, type Production } from '../../domain/production.ts'
import type { CliContext, Command, Flags } from '../context.ts'
import { isSet, textFlag, withStudio } from '../context.ts'
import type { Paint } from '../paint.ts'
import { countText, printJson, printLine } from '../print.ts'
import { stateShown } from '../run-record.ts'
import { fitted, oneLine, textTable } from '../text-table.ts'
import { utcMinute } from '../utc-text.ts'

const defaultLimit = 50

/** A run with the state it is shown in. */
interface ShownRun extends Production {
  readonly shown: ReturnType<typeof stateShown>
}

/** `runs list`: newest first. Tests of providers are no films: they are counted, and listed when that is asked for. */
export const listRuns: Command = (context, { flags, isJson, paint }) =>
  withStudio(context, async ({ productions }) => {
    const limit = limitOf(flags)
    const withTests = isSet(flags, 'tests')
    const listed = await productions.list(limit, withTests ? undefined : 'films')
    const leftOut = withTests ? [] : await productions.list(Number.MAX_SAFE_INTEGER, 'tests')
    const running = [...listed, ...leftOut].filter(({ state }) => state === 'running')
    const directed = await productions.directed(running.map(({ id }) => id))
    const runs = listed.map((one) => ({ ...one, shown: stateShown(one, directed) }))
    if (isJson) {
      printJson(context, { runs: runs.map(runJson), testsLeftOut: leftOut.length })
      return 0
    }
    printRuns(context, paint, runs)
    if (leftOut.length > 0) {
      const tests = countText(leftOut.length, 'test of a provider', 'tests of providers')
      printLine(context, paint('dim', `${tests} left out: --tests lists them too.`))
    }
    for (const run of [...listed, ...leftOut]) {
      if (!isWaiting(run) || directed.has(run.id)) continue
      printLine(context, `${run.id}: ${reasonText(run)}Go on: ${goOnCommand(run)}`)
    }
    return 0
  })

/** Whether a run goes on only when somebody says so. */
const isWaiting = ({ isTest, state }: Production): boolean =>
  isTest ? isTestOpen(state) : state === 'waiting-for-approval'

const runJson = ({ id, shown, ...production }: ShownRun): object => ({
  ...{ productionId: id, ...production },
  isInterrupted: shown === 'interrupted',
})

const printRuns = (context: CliContext, paint: Paint, runs: readonly ShownRun[]): void => {
  if (runs.length === 0) {
    printLine(
      context,
      'No runs yet. Make one: npx --no-install claude-studio produce "…" --budget 5',
    )
    return
  }
  const width = Math.max(20, context.columns - 62)
  context.out(
    textTable(
      ['RUN', 'STATE', 'STAGE', 'STARTED (UTC)', 'CONCEPT'].map((name) => paint('dim', name)),
      runs.map(({ id, shown, stage, createdAt, concept }) => [
        id,
        paint(shown === 'failed' ? 'bad' : shown === 'wrapped' ? 'good' : 'warn', shown),
        stage,
        utcMinute(createdAt),
        fitted(oneLine(concept), width),
      ]),
    ),
  )
}

/** Why a run waits, as a sentence before the next; empty where nothing was said. */
const reasonText = ({ reason }: Production): string =>
  reason === '' ? '' : `${oneLine(reason).replace(/[.!?]$/, '')}. `

const limitOf = (flags: Flags): number => {
  const written = textFlag(flags, 'limit')
  if (written === null) return defaultLimit
  const limit = /^\d{1,6}$/.test(written) ? Number(written) : 0
  if (limit > 0) return limit
  throw new StudioError({
    code: 'bad-input',
    message: `"${written.slice(0, 40)}" is not a value for --limit. Use a whole number from 1.`,
  })
}
