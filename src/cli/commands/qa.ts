import { uncoveredWishes } from '../../production/report.ts'
import { standingOf } from '../../production/standing.ts'
import type { Command } from '../context.ts'
import { withStudio } from '../context.ts'
import { printJson, printLine } from '../print.ts'
import type { RunRecord } from '../run-record.ts'
import { findRun, readRun } from '../run-record.ts'
import { oneLine, textTable } from '../text-table.ts'
import { paintedStanding, takesOfScene } from './takes.ts'

/** `qa show`: what review found, take by take, and which wishes of the contract the film does not show. */
export const showQa: Command = (context, { args, flags, isJson, paint }) =>
  withStudio(context, async (studio) => {
    const record = await readRun(context, studio, await findRun(studio, args[0] ?? ''))
    const reviewed = takesOfScene(record, flags).filter(({ review }) => review !== null)
    const uncovered = uncoveredWishes(record)
    if (isJson) {
      printJson(context, {
        productionId: record.production.id,
        scores: record.scores,
        reviews: reviewed.map((take) => ({
          ...take.review,
          state: take.state,
          standing: standingOf(take),
        })),
        uncovered,
      })
      return 0
    }
    if (reviewed.length === 0) printLine(context, 'Nothing is reviewed yet.')
    else {
      context.out(
        textTable(
          ['TAKE', 'STATE', 'RESULT', 'ALL', 'VISUAL', 'STYLE', 'TECHN', 'NARR', 'INTENT'].map(
            (name) => paint('dim', name),
          ),
          reviewed.map((take) => [
            `${take.pilot}/${take.slate}`,
            paintedStanding(paint, standingOf(take)),
            take.review?.passed ? paint('good', 'passed') : paint('bad', 'not passed'),
            ...scoreCells(take.review),
          ]),
        ),
      )
    }
    for (const { pilot, slate, review } of reviewed) {
      const lines = review ? remarks(review) : []
      if (lines.length > 0) printLine(context, paint('accent', `\n${pilot}/${slate}`))
      for (const line of lines) printLine(context, `  ${oneLine(line)}`)
    }
    if (uncovered.length > 0) printLine(context, paint('warn', '\nWishes the film does not show'))
    for (const { id, claim } of uncovered) printLine(context, `  ${id} ${oneLine(claim)}`)
    return 0
  })

type TakeReview = NonNullable<RunRecord['takes'][number]['review']>

const scoreCells = (review: TakeReview | null): readonly string[] => {
  if (!review) return []
  const { overall, visual, style, technical, narrative, intent } = review.scores
  return [overall, visual, style, technical, narrative, intent].map(String)
}

const remarks = ({ findings, missing, violated, notes }: TakeReview): readonly string[] => [
  ...findings.map(
    ({ defect, severity, at, evidence }) =>
      `${severity}: ${defect}${at === null ? '' : ` at ${at.toFixed(2)} s`}, ${evidence}`,
  ),
  ...missing.map((what) => `missing: ${what}`),
  ...violated.map((what) => `must not be there: ${what}`),
  ...notes,
]
