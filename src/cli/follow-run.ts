import { isStudioError, StudioError } from '../domain/errors.ts'
import type { Production, ProductionEvent } from '../domain/production.ts'
import { goOnCommand, remakeCommand, runBusy, runDeleted } from '../domain/production.ts'
import { moneyTold } from '../production/money.ts'
import type { Studio } from '../studio/studio.ts'
import type { CliContext, Invocation } from './context.ts'
import { isSet } from './context.ts'
import { exitCodeOfState, exitCodes } from './exit-codes.ts'
import type { ProductionResult } from './json-output.ts'
import { productionResult } from './json-output.ts'
import { closingSummary } from './live/closing-summary.ts'
import { decidedOrders } from './live/decided-orders.ts'
import type { Reporter } from './live/reporter.ts'
import { openReporter } from './live/reporter.ts'
import { printJson, printLine, warn } from './print.ts'
import type { RunAtHand } from './run-at-hand.ts'
import { type RunTables, readRun } from './run-record.ts'

const pollMs = 200

/**
 * See that a run can be taken up, before anything of it is shown.
 *
 * @throws StudioError `bad-input` when it was cancelled, `run-busy` when another process works on it
 */
export const requireFree = async (
  studio: Pick<Studio, 'productions'>,
  run: Production,
): Promise<void> => {
  const { id, state } = run
  if (state === 'cancelled') {
    throw new StudioError({
      code: 'bad-input',
      message: `Run ${id} was cancelled for good. Make the film anew: ${remakeCommand(run)}`,
    })
  }
  if ((await studio.productions.directed([id])).has(id)) throw runBusy(id)
}

/**
 * Run a production in this process, showing what happens, to the point where it stops.
 *
 * The first Ctrl-C pauses: nothing new is ordered, and what is on its way is written down. The second ends the process.
 *
 * @param work what moves the production; resolves with its last row
 * @param announce prints what stands before everything else; from then on Ctrl-C is heard. Default: nothing
 * @returns the exit code for how it was left
 */
export const followRun = async (
  at: RunAtHand,
  work: (signal: AbortSignal) => Promise<Production>,
  announce: () => void = () => undefined,
): Promise<number> => {
  const { context, invocation, studio } = at
  const { id } = at.run
  const startedAt = context.now()
  const controller = new AbortController()
  // Heard before anything is shown: the view takes a moment to open.
  let open: Reporter | null = null
  const stopListening = context.onInterrupt(interruption(context, id, () => open, controller))
  announce()
  const reporter = await openReporter(context, invocation, id)
  open = reporter
  if (controller.signal.aborted) reporter.message(pausing)
  try {
    // What happened before this command was told by those that made it happen.
    reporter.history(await studio.productions.events(id, 0))
    const running = work(controller.signal)
    const production = await showWhile(at, reporter, running)
    reporter.close()
    return await printEnding({ ...at, run: production }, context.now() - startedAt)
  } catch (error) {
    throw isAway(error) ? leftByDatabase(id, error) : error
  } finally {
    reporter.close()
    stopListening()
  }
}

/** Follow a production that another process runs, until it stops or Ctrl-C. */
export const watchFromOutside = async (at: RunAtHand<Studio>): Promise<number> => {
  const { context, invocation, studio } = at
  const { id } = at.run
  const reporter = await openReporter(context, invocation, id)
  let isOver = false
  const stopListening = context.onInterrupt(() => {
    isOver = true
  })
  let run = await studio.productions.get(id)
  // Also a run that was cancelled a moment ago: whoever works on it still settles its money.
  const isAtWork = async (): Promise<boolean> =>
    run !== null && (await studio.productions.directed([id])).has(id)
  try {
    reporter.history(await studio.productions.events(id, 0))
    while (!isOver && (await isAtWork())) {
      await showNew(studio, id, reporter)
      await context.sleep(pollMs)
      run = await studio.productions.get(id)
    }
    // The last row was written before the director let the run go.
    run = await studio.productions.get(id)
    await showNew(studio, id, reporter)
    reporter.close()
    if (isOver) return exitCodes.done
    if (!run) throw runDeleted(id)
    if (run.state === 'running') throw nobodyWorks(run)
    return await printEnding({ ...at, run }, null)
  } finally {
    reporter.close()
    stopListening()
  }
}

/** What a crash or a power cut leaves: the row says that the run is under way, and nobody works on it. */
const nobodyWorks = (run: Production): StudioError =>
  new StudioError({
    code: 'run-paused',
    message: `Run ${run.id} was interrupted and no process works on it. Nothing is lost: \`${goOnCommand(run)}\` goes on.`,
    retry: 'later',
  })

/** Print how a production stands: a summary, or the one line of JSON that ends every run. */
export const printEnding = async (
  { context, invocation, studio, run }: RunAtHand<RunTables & Pick<Studio, 'catalogue'>>,
  elapsedMs: number | null,
): Promise<number> => {
  const record = await readRun(context, studio, run)
  const result: ProductionResult = productionResult(record)
  if (invocation.isJson) printJson(context, result)
  else {
    // Who wants only the summary often keeps it in a variable: a warning is for the eye.
    const apart = isQuiet(invocation) ? result.warnings : []
    const told = { ...result, warnings: apart.length > 0 ? [] : result.warnings }
    for (const line of closingSummary(record, told, elapsedMs, invocation.paint)) {
      printLine(context, line)
    }
    warn(context, apart)
  }
  return exitCodeOfState(run.state)
}

const isAway = (error: unknown): error is StudioError =>
  isStudioError(error) && error.code === 'database-unavailable'

/** The row says nothing of it, for it could not be written. */
const leftByDatabase = (id: string, error: StudioError): StudioError => {
  const way = `npx --no-install claude-studio runs resume ${id}`
  if (error.message.includes(way)) return error
  return new StudioError({
    code: error.code,
    message: `${error.message} Nothing of run ${id} is lost; it goes on where it was: ${way}`,
    retry: error.retry,
    cause: error,
  })
}

/** Both fit in 80 columns: the live view cuts what is longer. */
const waiting = 'The database is away: the run waits for it, 60 s at most.'
const pausing = 'Pausing: nothing new is ordered. Ctrl-C again ends at once.'

const interruption = (
  context: CliContext,
  id: string,
  reporter: () => Reporter | null,
  controller: AbortController,
): (() => void) => {
  let count = 0
  return () => {
    count += 1
    if (count === 1) {
      reporter()?.message(pausing)
      controller.abort()
      return
    }
    reporter()?.close()
    context.err(`Ended. \`npx --no-install claude-studio runs resume ${id}\` goes on.\n`)
    context.die(exitCodes.killed)
  }
}

const showWhile = async (
  { context, studio, run: { id } }: RunAtHand,
  reporter: Reporter,
  running: Promise<Production>,
): Promise<Production> => {
  let isOver = false
  const settled = running.finally(() => {
    isOver = true
  })
  // A rejection is awaited below; until then it must not count as unhandled.
  settled.catch(() => undefined)
  let isTold = false
  // A database that is away for a moment is for the work itself to wait for, or to report.
  const show = (): Promise<void> =>
    showNew(studio, id, reporter).catch((error: unknown) => {
      if (!isAway(error)) throw error
      if (!isTold) reporter.message(waiting)
      isTold = true
    })
  while (!isOver) {
    await show()
    await Promise.race([context.sleep(pollMs), settled.catch(() => undefined)])
  }
  await show()
  return settled
}

const showNew = async (studio: Studio, id: string, reporter: Reporter): Promise<void> => {
  const events: readonly ProductionEvent[] = await studio.productions.events(id, reporter.lastSeq())
  const money = moneyTold(await studio.ledger.totals(id))
  const decided = await decidedOrders(studio.ledger, reporter.waiting())
  reporter.show(events, { progress: await studio.productions.progress(id), money, decided })
}

/** Whether only the summary is wanted. */
export const isQuiet = (invocation: Invocation): boolean => isSet(invocation.flags, 'quiet')
