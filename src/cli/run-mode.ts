import type { RunMode } from '../catalogue.ts'
import { vendorOf } from '../domain/catalogue-model.ts'
import { StudioError } from '../domain/errors.ts'
import { type Funds, formatUsd } from '../domain/money.ts'
import type { Production } from '../domain/production.ts'
import type { ExecutingStudio, StudioAccess } from '../studio/studio.ts'
import { asked } from './approve-spending.ts'
import type { CliContext, Flags, Invocation } from './context.ts'
import { isSet, textFlag, withExecutingStudio, withStudio } from './context.ts'
import { findRun } from './run-record.ts'
import type { Answer } from './yes-or-no.ts'

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

const flagOfMode: Readonly<Record<RunMode, string>> = {
  offline: 'neither --live nor --emulated',
  emulated: '--emulated',
  live: '--live',
}

/**
 * Use a studio that can go on with a run, in the mode of the run's own money: what was begun with real money goes on with it.
 *
 * @param buys whether more is bought than was approved when the run was made: then a run of real money wants `--live`
 * @throws StudioError `not-found`; `bad-input` when the flags say another mode than the run's
 */
export const withStudioOfRun = async (
  context: CliContext,
  { args, flags }: Pick<Invocation, 'args' | 'flags'>,
  buys: boolean,
  use: (studio: ExecutingStudio) => Promise<number>,
): Promise<number> => {
  const run = await withStudio(context, (studio) => findRun(studio, args[0] ?? ''))
  const access = accessOf(run, flags, buys)
  return withExecutingStudio(context, use, access)
}

const accessOf = (run: Production, flags: Flags, buys: boolean): StudioAccess => {
  const mode = modeOfFunds[run.funds]
  const said = chosenMode(flags)
  const isSaid = said !== 'offline'
  if (isSaid ? said !== mode : buys && mode === 'live') {
    throw new StudioError({
      code: 'bad-input',
      message: `Run ${run.id} moves ${run.funds} money: say ${flagOfMode[mode]}. Nothing was ordered.`,
    })
  }
  return { mode, timeoutMs: chosenTimeout(flags) }
}

/**
 * See that the vendors of a run can be ordered from, before it is taken up.
 *
 * @throws StudioError as `checkVendors` of the studio
 */
export const requireVendors = async (
  context: Pick<CliContext, 'settings'>,
  studio: ExecutingStudio,
  { id }: Production,
): Promise<void> => {
  if (studio.mode === 'offline') return
  const { provider } = await studio.productions.brief(id)
  await studio.checkVendors([...new Set([provider, vendorOf(context.settings().crewModel)])])
}

/**
 * Ask before a run goes on to spend real money beyond what it was stopped at.
 *
 * @throws StudioError `bad-input` where nobody can be asked and `--yes` is not said
 */
export const approveMore = async (
  context: CliContext,
  invocation: Invocation,
  studio: ExecutingStudio,
  { id }: Production,
): Promise<Answer> => {
  if (studio.mode !== 'live' || isSet(invocation.flags, 'yes')) return 'yes'
  const { cap, settled } = await studio.ledger.totals(id)
  const question = `Go on with run ${id}, which has spent ${formatUsd(settled)} of ${formatUsd(cap)}?`
  return asked(context, invocation, question)
}
