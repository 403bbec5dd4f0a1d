import { StudioError } from '../../domain/errors.ts'
import { dollarsOf } from '../../domain/money.ts'
import { formatSlate, parseSlate } from '../../domain/slate.ts'
import type { Take, TakeState } from '../../domain/take.ts'
import type { Studio } from '../../studio.ts'
import { suggestion } from '../closest.ts'
import type { CliContext, Command, Flags, Invocation } from '../context.ts'
import { textFlag, withStudio } from '../context.ts'
import { printJson, printLine } from '../print.ts'
import type { RunRecord } from '../run-record.ts'
import { findRun, readRun } from '../run-record.ts'
import { alignedUsd, textTable } from '../text-table.ts'

/** `takes list`: every take of a run. */
export const listTakes: Command = (context, invocation) =>
  withStudio(context, async (studio) => {
    const record = await readRun(studio, await findRun(studio, invocation.args[0] ?? ''))
    const takes = takesOfScene(record, invocation.flags)
    if (invocation.isJson) {
      printJson(context, {
        productionId: record.production.id,
        takes: takes.map(({ cost, ...take }) => ({ ...take, costUsd: dollarsOf(cost) })),
      })
    } else context.out(takeTable(takes, invocation))
    return 0
  })

const takeTable = (takes: RunRecord['takes'], { paint }: Invocation): string => {
  const costs = alignedUsd(takes.map(({ cost }) => cost))
  return textTable(
    ['SLATE', 'PILOT', 'STATE', 'MODEL', 'COST', 'SCORE', 'INTENT', 'REVIEW'].map((name) =>
      paint('dim', name),
    ),
    takes.map(({ slate, pilot, state, model, funds, review }, index) => [
      slate,
      pilot,
      paint(state === 'ng' ? 'bad' : state === 'circled' ? 'good' : 'dim', state),
      model,
      `${costs[index]} ${funds}`,
      review ? String(review.scores.overall) : '',
      review ? String(review.scores.intent) : '',
      review ? (review.passed ? 'passed' : 'NG') : 'not reviewed',
    ]),
  )
}

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

/** `takes circle`: choose a take for the edit; another circled take of the same shot goes back to the dailies. */
export const circleTake: Command = (context, invocation) =>
  markTake(context, invocation, 'circled', async (studio, id, take, takes) => {
    const others = takes.filter(
      ({ shot, pilot, slate, state }) =>
        shot === take.shot && pilot === take.pilot && slate !== take.slate && state === 'circled',
    )
    const note = `${take.slate} was circled instead`
    const decision = { state: 'dailies', decidedBy: 'person', note } as const
    for (const other of others) await studio.productions.setTakeState(id, other, decision)
  })

/** `takes ng`: mark a take as not good enough. */
export const rejectTake: Command = (context, invocation) =>
  markTake(context, invocation, 'ng', async () => undefined)

const markTake = (
  context: CliContext,
  { args, flags, isJson }: Invocation,
  state: TakeState,
  before: (studio: Studio, id: string, take: Take, takes: readonly Take[]) => Promise<void>,
): Promise<number> =>
  withStudio(context, async (studio) => {
    const { id } = await findRun(studio, args[0] ?? '')
    const takes = await studio.productions.takes(id)
    const take = await findTake(studio, id, takes, args[1] ?? '')
    await before(studio, id, take, takes)
    const note = textFlag(flags, 'note') ?? ''
    const decision = { state, decidedBy: 'person', note } as const
    const marked = await studio.productions.setTakeState(id, take, decision)
    if (isJson) {
      const { pilot, slate } = marked
      printJson(context, { event: 'take-marked', productionId: id, pilot, slate, state, note })
      return 0
    }
    printLine(context, `Take ${take.pilot}/${take.slate} is ${state === 'ng' ? 'NG' : state}.`)
    const way = state === 'ng' ? 'without' : 'with'
    printLine(context, `To cut and render ${way} it: npx --no-install claude-studio render ${id}`)
    return 0
  })

const findTake = async (
  studio: Studio,
  id: string,
  takes: readonly Take[],
  written: string,
): Promise<Take> => {
  const [pilotPart, slatePart] = written.includes('/')
    ? [written.slice(0, written.indexOf('/')), written.slice(written.indexOf('/') + 1)]
    : [null, written]
  const slate = formatSlate(parseSlate(slatePart))
  const matches = takes.filter(
    (take) => take.slate === slate && (pilotPart === null || take.pilot === pilotPart),
  )
  const [only, second] = matches
  if (only && !second) return only
  if (!only) {
    throw new StudioError({
      code: 'not-found',
      message: `Run ${id} has no take ${written.slice(0, 40)}.${suggestion(slate, [...new Set(takes.map((take) => take.slate))])} See \`npx --no-install claude-studio takes list ${id}\`.`,
    })
  }
  const verdict = await studio.productions.document(id, 'verdict', 'current')
  const winner: unknown = Reflect.get(Object(verdict), 'winner')
  const ofWinner = matches.find(({ pilot }) => pilot === winner)
  if (ofWinner) return ofWinner
  throw new StudioError({
    code: 'bad-input',
    message: `${matches.length} pilots shot ${slate}. Say which: ${matches.map(({ pilot }) => `${pilot}/${slate}`).join(' or ')}.`,
  })
}
