import type { RunMode } from '../catalogue.ts'
import { StudioError } from '../domain/errors.ts'
import type { Funds } from '../domain/money.ts'
import type { Production } from '../domain/production.ts'
import type { ExecutingStudio, StudioAccess } from '../studio/studio.ts'
import type { CliContext, Flags, Invocation } from './context.ts'
import { isSet, textFlag, withExecutingStudio, withStudio } from './context.ts'
import { findRun } from './run-record.ts'

/** Whose money flags mean. @throws StudioError `bad-input` for both at once */
export const chosenMode = (flags: Flags): RunMode => {
  const isLive = isSet(flags, 'live')
  const isEmulated = isSet(flags, 'emulated')
  if (isLive && isEmulated) {
    throw new StudioError({
      code: 'bad-input',
      message: '--live buys and --emulated does not. Leave one of them away.',
    })
  }
  return isLive ? 'live' : isEmulated ? 'emulated' : 'offline'
}

/** `--timeout` in milliseconds; null for none. @throws StudioError `bad-input` */
export const chosenTimeout = (flags: Flags): number | null => {
  const written = textFlag(flags, 'timeout')
  if (written === null) return null
  const seconds = /^\d{1,6}(\.\d+)?$/.test(written.trim()) ? Number(written) : Number.NaN
  if (seconds > 0) return Math.ceil(seconds * 1000)
  throw new StudioError({
    code: 'bad-input',
    message: `"${written.slice(0, 40)}" is not a time to wait. Give seconds above zero, such as --timeout 600.`,
  })
}

/** The mode in which a run's money moves. */
export const modeOfFunds: Readonly<Record<Funds, RunMode>> = {
  simulated: 'offline',
  emulated: 'emulated',
  real: 'live',
}

const flagOfMode: Readonly<Record<Exclude<RunMode, 'offline'>, string>> = {
  emulated: '--emulated',
  live: '--live',
}

/**
 * Use a studio that can go on with a run, in the mode of the run's own money, whether a flag says it or not: what was begun
 * with real money goes on with it. What buys more than was approved asks.
 *
 * @throws StudioError `not-found`; `bad-input` when the flags say another mode than the run's
 */
export const withStudioOfRun = async (
  context: CliContext,
  { args, flags }: Pick<Invocation, 'args' | 'flags'>,
  use: (studio: ExecutingStudio) => Promise<number>,
): Promise<number> => {
  const run = await withStudio(context, (studio) => findRun(studio, args[0] ?? ''))
  const access = accessOf(run, flags)
  return withExecutingStudio(context, use, access)
}

const accessOf = (run: Production, flags: Flags): StudioAccess => {
  const mode = modeOfFunds[run.funds]
  const said = chosenMode(flags)
  if (said !== 'offline' && said !== mode) {
    throw new StudioError({
      code: 'bad-input',
      message: `Run ${run.id} moves ${run.funds} money, and ${flagOfMode[said]} says another: leave it away. Nothing was ordered.`,
    })
  }
  return { mode, timeoutMs: chosenTimeout(flags) }
}
