import { formatUsd } from '../../domain/money.ts'
import { goOnCommand } from '../../domain/production.ts'
import { revisedShots } from '../../production/revision.ts'
import { cutSeconds, ledgerTotals, runJson, sceneScores } from '../../production/run-json.ts'
import type { CliContext, Command, Invocation } from '../context.ts'
import { withStudio } from '../context.ts'
import { productionResult } from '../json-output.ts'
import { closingSummary } from '../live/closing-summary.ts'
import { moneyText } from '../live/plain-lines.ts'
import { orderNotes } from '../order-story.ts'
import { printJson, printLine } from '../print.ts'
import type { RunRecord } from '../run-record.ts'
import { findRun, readRun, stateShown } from '../run-record.ts'
import { oneLine, textTable, wrapped } from '../text-table.ts'

/** `runs show`: brief, contract, pilots, scenes, cuts, money and files. */
export const showRun: Command = (context, invocation) =>
  withStudio(context, async (studio) => {
    const record = await readRun(context, studio, await findRun(studio, invocation.args[0] ?? ''))
    if (invocation.isJson) printJson(context, runJson(record, record.gone))
    else {
      const directed = await studio.productions.directed([record.production.id])
      const notes = orderNotes(await studio.productions.events(record.production.id, 0))
      const shownState = stateShown(record.production, directed)
      printRecord(context, invocation, record, { shownState, notes })
    }
    return 0
  })

const printRecord = (
  context: CliContext,
  { paint }: Invocation,
  record: RunRecord,
  {
    shownState,
    notes,
  }: {
    readonly shownState: string
    /** What the story notes of orders. */
    readonly notes: readonly string[]
  },
): void => {
  const heading = (text: string): void => printLine(context, `\n${paint('title', text)}`)
  const { production, brief } = record
  printLine(context, paint('title', `Run ${production.id} · ${shownState} · ${production.stage}`))
  for (const line of wrapped(oneLine(brief.concept), Math.max(40, context.columns - 2)).slice(
    0,
    8,
  )) {
    printLine(context, `  ${line}`)
  }
  if (record.contract) {
    heading('Intent contract')
    context.out(
      textTable(
        [],
        record.contract.items.map(({ id, kind, claim, weight }) => [
          `  ${id}`,
          kind,
          oneLine(claim),
          `${Math.round(weight * 100)} %`,
        ]),
      ),
    )
  }
  if (record.plan) {
    heading('Pilots')
    context.out(pilotTable(record))
  }
  if (record.script) {
    heading(`Script "${oneLine(record.script.title)}"`)
    context.out(sceneTable(record))
    for (const line of revisionLines(record)) printLine(context, line)
  }
  if (record.cuts.length > 0) {
    heading('Cuts')
    context.out(
      textTable(
        [],
        record.cuts.map((cut) => [
          `  ${cut.candidate}${cut.candidate === record.masterName ? ' (master)' : ''}`,
          cut.events.length === 1 ? '1 event' : `${cut.events.length} events`,
          `${cutSeconds(cut).toFixed(2)} s`,
          oneLine(cut.reason),
        ]),
      ),
    )
  }
  if (notes.length > 0) {
    heading('Orders that did not arrive')
    for (const note of notes) printLine(context, `  ${oneLine(note)}`)
  }
  heading('Money')
  const { totals } = record
  printLine(context, `  ${moneyText(ledgerTotals(totals))}`)
  printLine(context)
  const ending =
    production.state === 'running'
      ? [paint('warn', howItRuns(production, shownState === 'interrupted'))]
      : closingSummary(record, productionResult(record), null, paint, true)
  for (const line of ending) printLine(context, line)
}

const howItRuns = (run: RunRecord['production'], isInterrupted: boolean): string =>
  isInterrupted
    ? `Interrupted: no process works on it. Go on: ${goOnCommand(run)}`
    : `A process works on it. Follow it: npx --no-install claude-studio runs watch ${run.id}`

const pilotTable = ({ plan, verdict, filmPrices }: RunRecord): string =>
  textTable(
    [],
    (plan?.pilots ?? []).map(({ id, name, tier, model, filmQuote }) => {
      const result = verdict?.results.find(({ pilot }) => pilot === id)
      const scores = result?.scores
        ? `${result.scores.overall} (intent ${result.scores.intent})`
        : ''
      return [
        `  ${id}`,
        oneLine(name),
        tier,
        model,
        `film ${filmPrices.replace('-', ' ')} ${formatUsd(filmQuote)}`,
        result?.outcome ?? '',
        scores,
      ]
    }),
  )

const sceneTable = (record: RunRecord): string =>
  textTable(
    [],
    (record.script?.scenes ?? []).map(({ number, title, shots, continuityGroup }) => {
      const scores = sceneScores(record, number)
      return [
        `  ${number}`,
        oneLine(title),
        shots.length === 1 ? '1 shot' : `${shots.length} shots`,
        continuityGroup ?? '',
        scores ? `${scores.overall} (intent ${scores.intent})` : '',
      ]
    }),
  )

/** What the client asked shots to show instead, and what they show now. */
const revisionLines = ({ script, revisions }: RunRecord): readonly string[] =>
  (script ? revisedShots(script, revisions) : []).map(({ shot: { id, picture }, revision }) => {
    const { place, timeOfDay, weather, subjects, objects } = picture
    const seen = [
      place,
      timeOfDay,
      ...(weather === 'clear' ? [] : [weather]),
      ...subjects.map(({ what, action }) => `${what} ${action}`.trim()),
      ...objects,
    ]
    return `  ${id} taken again as "${oneLine(revision.words)}": ${oneLine(seen.join(', '))}`
  })
