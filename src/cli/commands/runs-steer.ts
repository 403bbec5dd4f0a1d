import { StudioError } from '../../domain/errors.ts'
import { dollarsOf, sumUsd } from '../../domain/money.ts'
import { goOnCommand, type Production, type Stage } from '../../domain/production.ts'
import type { ShotId } from '../../domain/slate.ts'
import { nextPurchase } from '../../production/next-purchase.ts'
import { requireOmittable, requireShots } from '../../production/omission.ts'
import { isHeldByCrew } from '../../production/parked-text.ts'
import { requireAhead, requireShooting } from '../../production/steer.ts'
import type { ExecutingStudio } from '../../studio/studio.ts'
import { approveMore } from '../approve-more.ts'
import { declined } from '../approve-spending.ts'
import type { Command } from '../context.ts'
import { textFlag, withStudio } from '../context.ts'
import { exitCodes } from '../exit-codes.ts'
import { followRun, printEnding, requireFree, watchFromOutside } from '../follow-run.ts'
import { heldLines } from '../held-lines.ts'
import { eventLines } from '../live/plain-lines.ts'
import { printJson, printLine } from '../print.ts'
import { type RunAtHand, withFilmAtHand } from '../run-at-hand.ts'
import { withStudioOfRun } from '../run-mode.ts'
import { findRun } from '../run-record.ts'
import { parseShotName } from '../take-name.ts'
import { chosenStage } from './produce.ts'

/** `runs watch`: follow a run of another process. */
export const watchRun: Command = (context, invocation) =>
  withStudio(context, async (studio) => {
    const run = await findRun(studio, invocation.args[0] ?? '')
    return watchFromOutside({ context, invocation, studio, run })
  })

/** `runs resume`: go on where a run was left, unless it was left where it was told to stop, waits at a gate, or would only wait for its crew. */
export const resumeRun: Command = (context, invocation) =>
  withFilmAtHand(context, invocation, async (at) => {
    const { studio, run } = at
    if (run.state === 'wrapped' || run.state === 'waiting-for-approval') {
      return printEnding(at, null)
    }
    if (run.state === 'stopped') throw stoppedAsAsked(run)
    await requireFree(studio, run)
    if (await isHeld(studio, run)) return printEnding(at, null)
    const answer = await approveMore(at, (desk) => nextPurchase(desk, run))
    if (answer !== 'yes') return declined(context, answer, 'Nothing was bought.')
    return followRun(at, (signal) => studio.driver.run(run.id, signal))
  })

const isHeld = async ({ ledger }: ExecutingStudio, run: Production): Promise<boolean> =>
  isHeldByCrew(run, await ledger.orders(run.id))

const stoppedAsAsked = (run: Production): StudioError =>
  new StudioError({
    code: 'bad-input',
    message: `Run ${run.id} was not interrupted: it stopped where --until said. Go on past that: ${goOnCommand(run)}`,
  })

/** `runs continue`: answer a gate, or go past the stage of `--until`. */
export const continueRun: Command = (context, invocation) => {
  const until = chosenStage(textFlag(invocation.flags, 'until'))
  const without = chosenShots(textFlag(invocation.flags, 'without'))
  return withFilmAtHand(context, invocation, async (at) => {
    const { studio, run } = at
    if (run.state === 'wrapped') {
      if (until !== null) throw nothingAhead(run, until)
      await requireWithout(studio, run, without)
      return printEnding(at, null)
    }
    await requireFree(studio, run)
    requireAhead(run, until)
    await requireWithout(studio, run, without)
    if (without.length === 0 && until === null && (await isHeld(studio, run))) {
      return printEnding(at, null)
    }
    await printOffers(at)
    const answer = await approveMore(at, (desk) => nextPurchase(desk, run, without))
    if (answer !== 'yes') return declined(context, answer, 'Nothing was bought.')
    return followRun(at, (signal) =>
      without.length > 0
        ? studio.driver.continueWithout(run.id, without, until, signal)
        : studio.driver.continue(run.id, until, signal),
    )
  })
}

/** What of the cutting-room shelf was offered for shots that have no circled take yet: to be cast, before they are bought. */
const printOffers = async ({ context, invocation, studio, run }: RunAtHand): Promise<void> => {
  const { paint, isJson } = invocation
  const { productions } = studio
  const { id, state } = run
  if (isJson || state !== 'stopped') return
  const takes = await productions.takes(id)
  const offers = (await productions.events(id, 0)).filter(({ event, body }) => {
    const { pilot, shot } = body
    const isCircled = takes.some(
      (take) => take.pilot === pilot && take.shot === shot && take.state === 'circled',
    )
    return event === 'shelf-offered' && !isCircled
  })
  for (const line of offers.flatMap((event) => eventLines(event, paint))) printLine(context, line)
}

/** See that a film can be made without shots, before anybody is asked for money. @throws StudioError `bad-input`, `not-found` */
const requireWithout = async (
  { productions }: ExecutingStudio,
  run: Production,
  without: readonly ShotId[],
): Promise<void> => {
  if (without.length === 0) return
  await requireShots(productions, run.id, without)
  requireShooting(run)
  await requireOmittable(productions, run.id, without)
}

/** The shots of `--without`, each once. @throws StudioError `bad-input` */
const chosenShots = (written: string | null): readonly ShotId[] => {
  if (written === null) return []
  const names = written.split(',').map((name) => name.trim())
  const shots = names.map((name) => {
    const read = parseShotName(name)
    if (read && read.pilot === null) return read.shot
    throw new StudioError({
      code: 'bad-input',
      message: `"${name.slice(0, 40)}" is not a shot. Name shots by scene and letter, with commas between them: --without 12C,13A.`,
    })
  })
  return [...new Set(shots)]
}

const nothingAhead = ({ id }: Production, until: Stage): StudioError =>
  new StudioError({
    code: 'bad-input',
    message: `Run ${id} is wrapped: it does not stop after ${until}, for all its stages are done. Nothing was changed. Leave --until away to see how it ended.`,
  })

/** `runs cancel`: stop for good. */
export const cancelRun: Command = (context, { args, flags, isJson }) =>
  withStudioOfRun(context, { args, flags }, async (studio) => {
    const { id, state } = await findRun(studio, args[0] ?? '')
    if (state === 'wrapped') {
      throw new StudioError({
        code: 'bad-input',
        message: `Run ${id} is wrapped; there is nothing to cancel.`,
      })
    }
    await studio.driver.cancel(id)
    const orders = await studio.ledger.orders(id)
    const held = sumUsd(...orders.map((order) => order.held))
    if (isJson) {
      printJson(context, { event: 'run-cancelled', productionId: id, heldUsd: dollarsOf(held) })
      return exitCodes.done
    }
    printLine(context, `Run ${id} is cancelled. What was made is kept.`)
    for (const line of heldLines(orders, id)) printLine(context, line)
    return exitCodes.done
  })
