import { StudioError } from '../../domain/errors.ts'
import { goOnCommand, isTestOpen, type Production } from '../../domain/production.ts'
import type { Command, Flags } from '../context.ts'
import { textFlag, withStudio } from '../context.ts'
import { printJson, printLine } from '../print.ts'
import { stateShown } from '../run-record.ts'
import { fitted, oneLine, textTable } from '../text-table.ts'

const defaultLimit = 50

/** `runs list`: newest first. */
export const listRuns: Command = (context, { flags, isJson, paint }) =>
  withStudio(context, async (studio) => {
    const listed = await studio.productions.list(limitOf(flags))
    const running = listed.filter(({ state }) => state === 'running').map(({ id }) => id)
    const directed = await studio.productions.directed(running)
    const productions = listed.map((one) => ({ ...one, shown: stateShown(one, directed) }))
    if (isJson) {
      printJson(context, {
        runs: productions.map(({ id, shown, ...production }) => ({
          productionId: id,
          ...production,
          isInterrupted: shown === 'interrupted',
        })),
      })
      return 0
    }
    if (productions.length === 0) {
      printLine(
        context,
        'No runs yet. Make one: npx --no-install claude-studio produce "…" --budget 5',
      )
      return 0
    }
    const width = Math.max(20, context.columns - 62)
    context.out(
      textTable(
        ['RUN', 'STATE', 'STAGE', 'STARTED', 'CONCEPT'].map((name) => paint('dim', name)),
        productions.map(({ id, shown, stage, createdAt, concept }) => [
          id,
          paint(shown === 'failed' ? 'bad' : shown === 'wrapped' ? 'good' : 'warn', shown),
          stage,
          createdAt.slice(0, 16).replace('T', ' '),
          fitted(oneLine(concept), width),
        ]),
      ),
    )
    for (const run of listed) {
      const waits = run.isTest ? isTestOpen(run.state) : run.state === 'waiting-for-approval'
      if (!waits || directed.has(run.id)) continue
      printLine(context, `${run.id}: ${reasonText(run)}Go on: ${goOnCommand(run)}`)
    }
    return 0
  })

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
