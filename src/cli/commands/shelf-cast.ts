import { StudioError } from '../../domain/errors.ts'
import { exactUsd, subtractUsd } from '../../domain/money.ts'
import { goOnCommand, isRunId } from '../../domain/production.ts'
import { requirePlace } from '../../production/shelf-cast.ts'
import { returnProblem } from '../../production/steer.ts'
import { answerText, approveMore } from '../approve-more.ts'
import { declined } from '../approve-spending.ts'
import type { CliContext, Command, Flags } from '../context.ts'
import { textFlag, withStudio } from '../context.ts'
import { requireFree } from '../follow-run.ts'
import { printJson, printLine } from '../print.ts'
import { withStudioOfRun } from '../run-mode.ts'
import { findRun } from '../run-record.ts'
import { parseShotName, type ShotName } from '../take-name.ts'
import { findClip } from './shelf.ts'

/** `shelf cast`: a clip of the shelf becomes the circled take of a shot. */
export const castClip: Command = async (context, invocation) => {
  const { args, flags, isJson } = invocation
  const run = requiredFlag(flags, 'run', 'the film: --run RUN')
  const { pilot, shot } = shotNamed(requiredFlag(flags, 'shot', 'the shot: --shot 2A'))
  await refuseDeleted(context, run)
  // The crew that reviews it is paid with the run's own money.
  return withStudioOfRun(context, { args: [run], flags }, async (studio) => {
    const production = await findRun(studio, run)
    const at = { context, invocation, studio, run: production }
    const clip = await findClip(studio, args[0] ?? '')
    await requireFree(studio, production)
    const { id } = production
    const casting = { clip, production: id, pilot, shot }
    await requirePlace(studio, casting)
    const answer = await approveMore(at, async (desk) => ({
      text: `no footage; the review of the clip by the crew, ${answerText(context, desk, 'review-take', 1)}`,
      buys: 'crew',
    }))
    if (answer !== 'yes') return declined(context, answer, 'Nothing was changed.')
    const { settled } = await studio.ledger.totals(id)
    const take = await studio.castFromShelf(casting)
    const review = subtractUsd((await studio.ledger.totals(id)).settled, settled)
    if (isJson) {
      const { slate, note } = take
      printJson(context, {
        event: 'clip-cast',
        productionId: id,
        pilot: take.pilot,
        slate,
        clip: clip.id,
        note,
      })
      return 0
    }
    printLine(
      context,
      `${clip.id} is take ${take.pilot}/${take.slate} of run ${id} now, circled, for $0.00${review > 0 ? `; its review by the crew cost ${exactUsd(review)}` : ''}.`,
    )
    printLine(
      context,
      returnProblem(production, 'cut') === null
        ? `To cut and render with it: npx --no-install claude-studio render ${id}`
        : `To go on with it: ${goOnCommand(production)}`,
    )
    return 0
  })
}

const requiredFlag = (flags: Flags, name: string, what: string): string => {
  const written = textFlag(flags, name)
  if (written !== null && written.trim() !== '') return written.trim()
  throw new StudioError({
    code: 'bad-input',
    message: `Say where the clip is to be shown, ${what}.`,
  })
}

const shotNamed = (written: string): ShotName => {
  const name = parseShotName(written)
  if (name) return name
  throw new StudioError({
    code: 'bad-input',
    message: `"${written.slice(0, 40)}" is not a shot. A shot is scene and letter, such as 2A, or PILOT/SHOT.`,
  })
}

const refuseDeleted = (context: CliContext, run: string): Promise<void> =>
  withStudio(context, async (studio) => {
    if (!isRunId(run) || (await studio.productions.removal(run)) === null) return
    throw new StudioError({
      code: 'run-deleted',
      message: `Run ${run} was deleted; nothing can be cast in it. Its own footage is on the shelf, unless it was destroyed.`,
    })
  })
