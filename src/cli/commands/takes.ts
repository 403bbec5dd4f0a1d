import { StudioError } from '../../domain/errors.ts'
import { dollarsOf } from '../../domain/money.ts'
import { type Standing, standingOf, whyItStands } from '../../production/standing.ts'
import type { Command, Flags, Invocation } from '../context.ts'
import { textFlag, withStudio } from '../context.ts'
import type { Paint } from '../paint.ts'
import { printJson, printLine } from '../print.ts'
import type { RunRecord } from '../run-record.ts'
import { findRun, readRun } from '../run-record.ts'
import { alignedUsd, fitted, oneLine, textTable } from '../text-table.ts'

/** `takes list`: every take of a run. */
export const listTakes: Command = (context, invocation) =>
  withStudio(context, async (studio) => {
    const record = await readRun(context, studio, await findRun(studio, invocation.args[0] ?? ''))
    const takes = takesOfScene(record, invocation.flags)
    if (invocation.isJson) {
      printJson(context, {
        productionId: record.production.id,
        takes: takes.map((take) => {
          const { cost, ...rest } = take
          return { ...rest, standing: standingOf(take), costUsd: dollarsOf(cost) }
        }),
      })
    } else if (takes.length === 0) {
      printLine(context, `Run ${record.production.id} has no takes yet.`)
    } else context.out(takeTable(takes, record.verdict?.winner ?? null, invocation))
    return 0
  })

const takeTable = (
  takes: RunRecord['takes'],
  winner: string | null,
  { paint }: Invocation,
): string => {
  const costs = alignedUsd(takes.map(({ cost }) => cost))
  return textTable(
    ['SLATE', 'PILOT', 'STATE', 'MODEL', 'COST', 'SCORE', 'INTENT', 'REVIEW', 'WHY'].map((name) =>
      paint('dim', name),
    ),
    takes.map((take, index) => {
      const { slate, pilot, model, funds, review } = take
      return [
        slate,
        pilot,
        paintedStanding(paint, standingOf(take)),
        model,
        `${costs[index]} ${funds}`,
        review ? String(review.scores.overall) : '',
        review ? String(review.scores.intent) : '',
        review ? (review.passed ? 'passed' : 'not passed') : 'not reviewed',
        fitted(oneLine(whyInTable(take, winner)), widestWhy),
      ]
    }),
  )
}

/** The crew's reasons for a take that the cuts may use are told by `--json`; here they would fill the table. */
const whyInTable = (take: RunRecord['takes'][number], winner: string | null): string => {
  if (take.decidedBy === 'person' || take.state === 'ng') return whyItStands(take)
  return winner === null || winner === take.pilot ? '' : `not in the film: ${winner} won`
}

/** A longer reason is told whole by `qa show` and with `--json`. */
const widestWhy = 60

/** How a take stands, in its colour. */
export const paintedStanding = (paint: Paint, standing: Standing): string =>
  paint(standing === 'NG' ? 'bad' : standing === 'circled' ? 'good' : 'dim', standing)

/**
 * The takes of the scene that `--scene` names, or all.
 *
 * @throws StudioError `bad-input`, `not-found` for a scene without takes
 */
export const takesOfScene = (record: RunRecord, flags: Flags): RunRecord['takes'] => {
  const written = textFlag(flags, 'scene')
  const all = record.takes
  if (written === null) return all
  const scene = /^\d{1,4}$/.test(written) ? Number(written) : 0
  const takes = all.filter(({ slate }) => Number.parseInt(slate, 10) === scene)
  if (takes.length > 0) return takes
  const known = [...new Set(record.takes.map(({ slate }) => Number.parseInt(slate, 10)))]
  throw new StudioError({
    code: 'not-found',
    message: `Run ${record.production.id} has no takes of scene "${written.slice(0, 20)}". Scenes with takes: ${known.toSorted((a, b) => a - b).join(', ') || 'none yet'}.`,
  })
}
