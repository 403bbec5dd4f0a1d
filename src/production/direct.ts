import type { Gate } from '../domain/brief.ts'
import { isStudioError, StudioError } from '../domain/errors.ts'
import { zeroUsd } from '../domain/money.ts'
import { type Production, runBusy, runDeleted, type Stage, stages } from '../domain/production.ts'
import type { WorkflowEngine } from '../ports/workflow.ts'
import { closeOrders } from './close-orders.ts'
import { deliverReportJson } from './delivery.ts'
import { type Floor, say } from './floor.ts'
import { closedGate, gateReason, openGate } from './gate.ts'
import { filmAsItIs, type KeptFilm, putFilmBack } from './kept-film.ts'
import { type Failure, type Halt, halted, type Outcome } from './outcome.ts'
import { pauseText } from './pause-text.ts'
import type { StageWorkflow } from './produce.ts'
import { reconcileRun, shelveLateTakesDirected } from './reconcile.ts'
import { clearRemoved } from './remove.ts'
import { knownRun } from './rows.ts'
import { requireDeliverable } from './run-folder.ts'
import { type ReturnStage, requireAhead, requireReturn } from './steer.ts'
import { keepSweeping } from './sweep.ts'
import { sayEnd } from './wrap.ts'

/** What directing a run takes. */
export interface Direction {
  readonly floor: Floor
  readonly engine: WorkflowEngine
  readonly story: Readonly<Record<Stage, StageWorkflow>>
  /** Ask this process's work on a production to stop. */
  readonly interrupt: (production: string) => void
  /** Let this process work on a production again after it was interrupted. */
  readonly rearm: (production: string) => void
  /** Told in words of what is no part of the run. */
  readonly log: (message: string) => void
}

/**
 * Where a run goes: on from where it was left, past the gate that it waits at only when that is approved; or back to a stage
 * with something written down for it first.
 */
export type Course =
  | {
      readonly kind: 'on'
      readonly until?: Stage | null
      readonly isApproved?: boolean
      /** What is written down first; the stage then starts anew, from rows. */
      readonly prepare?: () => Promise<void>
    }
  | { readonly kind: 'back'; readonly stage: ReturnStage; readonly prepare: () => Promise<void> }

/** Run the stages as the only one that works on the production; nothing is written before that is sure. */
export const direct = async (
  parts: Direction,
  id: string,
  signal: AbortSignal,
  course: Course,
): Promise<Production> => {
  const { floor } = parts
  await livingRun(floor, id)
  return floor.productions.asDirector(id, async () => {
    await floor.media.ready()
    const run = await livingRun(floor, id)
    if (course.kind === 'back') {
      requireReturn(run, course.stage)
      await requireDeliverable(run)
    } else {
      requireAhead(run, course.until ?? null)
      if (course.isApproved) await openGate(floor, run)
      else if (run.state === 'waiting-for-approval') return run
    }
    await takeUp(parts.engine, run, course)
    const kept = isFilmKept(run, course) ? await filmAsItIs(floor, id) : null
    await course.prepare?.()
    const begun = await begin(parts, { ...run, ...aimOf(run, course) })
    return runStages(parts, { ...begun, kept }, signal)
  })
}

/** Cutting anew spends nothing: a film that is there stays what it is until the new one is. */
const isFilmKept = ({ state }: Production, course: Course): boolean =>
  state === 'wrapped' && course.kind === 'back' && course.stage === 'cut'

const aimOf = (run: Production, course: Course): Pick<Production, 'stage' | 'until'> => {
  if (course.kind === 'back') return { stage: course.stage, until: null }
  // Past a gate the run still stops where it was to.
  const isKept =
    course.until === undefined || (run.state === 'waiting-for-approval' && !course.until)
  return { stage: run.stage, until: isKept ? run.until : (course.until ?? null) }
}

/** @throws StudioError `not-found`, `run-cancelled` */
const livingRun = async (floor: Floor, id: string): Promise<Production> => {
  const run = await knownRun(floor.productions, id)
  if (run.state !== 'cancelled') return run
  throw new StudioError({
    code: 'run-cancelled',
    message: `Run ${id} was cancelled. What it paid for is kept: \`npx --no-install claude-studio takes list ${id}\`. Start a new one with \`produce\`.`,
  })
}

/**
 * Take what a dead process left: to go on with it, or to end it when the run goes back or was told to stop: its records
 * then say that the work stopped, and it is not to be replayed before the wish to stop is taken back. The director's lock is lost with
 * its connection; whether a stage has a living owner all the same is told by the engine's own lock.
 *
 * @throws StudioError `run-busy`
 */
const takeUp = async (engine: WorkflowEngine, run: Production, course: Course): Promise<void> => {
  const isGoneOnWith = course.kind === 'on' && !course.prepare && run.wanted === 'run'
  const pending = await pendingAttempt(engine, run)
  if (pending === null) return
  const current = stageId({ ...run, attempt: pending })
  const prefix = `${run.id}/`
  const taken = await (isGoneOnWith ? engine.recover(prefix) : engine.retire(prefix))
  if (taken.includes(current) || (await engine.state(current)) !== 'pending') return
  throw runBusy(run.id)
}

const runStages = async (
  parts: Direction,
  begun: Work,
  signal: AbortSignal,
): Promise<Production> => {
  const { floor } = parts
  const { id } = begun.run
  const over = new AbortController()
  let paused: Promise<unknown> = Promise.resolve()
  const onAbort = (): void => {
    parts.interrupt(id)
    // A database that is away is for the work itself to report.
    paused = floor.productions.update(id, { wanted: 'pause' }).catch(() => undefined)
  }
  // Asked before the run was taken up, it counts all the same: nothing is begun.
  if (signal.aborted) onAbort()
  else signal.addEventListener('abort', onAbort, { once: true })
  const listening = hearWishes(parts, id, over.signal)
  const sweeping = keepSweeping(floor, parts.log, over.signal)
  try {
    await paused
    return await stagesInTurn(parts, begun)
  } catch (error) {
    throw await answerFor(floor, id, error)
  } finally {
    over.abort()
    signal.removeEventListener('abort', onAbort)
    await Promise.all([listening, sweeping, paused])
  }
}

/** The stages from the one the run is at, to where it ends or is held. */
const stagesInTurn = async (parts: Direction, { run, joined, kept }: Work): Promise<Production> => {
  const { floor } = parts
  const { id } = run
  for (const stage of stages.slice(stages.indexOf(run.stage))) {
    const row = await floor.productions.update(id, { stage })
    if (row.wanted !== 'run') return end(parts, id, halted(row.wanted, 'not begun'))
    const begun = stage === run.stage ? joined : null
    const key = `stage/${stage}/${begun ?? row.attempt}`
    await say(floor, id, key, 'stage-started', { stage })
    const outcome = await carryOut(parts, row, begun)
    if (outcome.kind !== 'ok') return leave(parts, row, outcome, kept)
    const gate = await closedGate(floor, id, stage)
    if (gate) return waitAt(floor, row, gate)
    if (row.until === stage && stage !== 'learn') return stop(floor, id, stage)
  }
  return wrap(floor, id)
}

/** Leave the run as it should be seen when its stages ended with an error; returns the error to report. */
const answerFor = async (floor: Floor, id: string, error: unknown): Promise<unknown> => {
  if (isStudioError(error) && error.code === 'database-unavailable') return error
  const run = await floor.productions.get(id)
  if (run === null) {
    // Whoever deleted the run took its files from under us, but not what we have made since.
    await closeOrders(floor, id)
    await clearRemoved(floor, id)
    return runDeleted(id, error)
  }
  if (run.state === 'cancelled') await closeOrders(floor, id)
  if (isStudioError(error)) return error
  // What the studio expects to go wrong comes as a value or as its own error; this is a bug, and the run must not look alive.
  await floor.productions.update(id, { state: 'failed', reason: `internal: ${error}` })
  return error
}

const wishPollMs = 1000

/** Hear what is wanted of the run from other processes, and stop work that is not wanted any more. */
const hearWishes = async (
  { floor, interrupt }: Direction,
  id: string,
  over: AbortSignal,
): Promise<void> => {
  while (!over.aborted) {
    // A database that is away for a moment is for the work itself to report.
    const run = await floor.productions.get(id).catch(() => undefined)
    if (run === null || (run && run.wanted !== 'run')) interrupt(id)
    await floor.clock.sleep(wishPollMs, over).catch(() => undefined) // Ended because the run is over.
  }
}

/** A run that was taken up. */
interface Begun {
  readonly run: Production
  /** Attempt whose stage a dead process had begun and that is joined; null when the stage is begun anew. */
  readonly joined: number | null
}

/** A run that was taken up, and the film to leave it with when its stages fail; null when they may leave it failed. */
interface Work extends Begun {
  readonly kept: KeptFilm | null
}

const leave = async (
  parts: Direction,
  run: Production,
  outcome: Exclude<Outcome<null>, { kind: 'ok' }>,
  kept: KeptFilm | null,
): Promise<Production> => {
  if (outcome.kind === 'failed' && kept) throw await leaveFilm(parts.floor, run, kept, outcome)
  // Nothing is wrong with the run: it is left as a crash leaves it, and whoever resumes it goes on.
  if (outcome.kind === 'failed' && outcome.code === 'database-unavailable') {
    throw new StudioError(outcome)
  }
  return end(parts, run.id, outcome)
}

/** Leave a run wrapped with the film it had; returns the error that says why there is no other. */
const leaveFilm = async (
  floor: Floor,
  { id, attempt }: Production,
  kept: KeptFilm,
  { code, message, retry }: Failure,
): Promise<StudioError> => {
  await putFilmBack(floor, id, kept)
  const text = `${message} Run ${id} keeps the film it had.`
  await say(floor, id, `film-kept/${attempt}`, 'note', { text })
  const run = await floor.productions.update(id, { state: 'wrapped', stage: 'learn', reason: '' })
  await sayEnd(floor, run, endings[run.state] ?? 'production-wrapped')
  return new StudioError({ code, message: text, retry })
}

/** Take the run up, which is an attempt of its own: join the stage that a dead process left, or begin it from rows. */
const begin = async ({ floor, engine, rearm }: Direction, run: Production): Promise<Begun> => {
  const { id, stage, until } = run
  const joined = await pendingAttempt(engine, run)
  // A stage that starts from rows never goes on with what older attempts left unfinished.
  if (joined === null) await engine.retire(`${id}/`)
  rearm(id)
  const events = await floor.productions.events(id, 0)
  const isFirst = !events.some(({ event }) => event === 'production-started')
  const attempt = isFirst ? run.attempt : run.attempt + 1
  const fields = { stage, until, wanted: 'run', state: 'running', reason: '', attempt } as const
  const row = await floor.productions.update(id, fields)
  await say(floor, id, `started/${attempt}`, 'production-started', { attempt })
  await reconcileRun(floor, id)
  return { run: row, joined }
}

/** The attempt that left the run's stage unfinished; null when none did. */
const pendingAttempt = async (
  engine: WorkflowEngine,
  { id, stage, attempt: last }: Pick<Production, 'id' | 'stage' | 'attempt'>,
): Promise<number | null> => {
  for (let attempt = last; attempt > 0; attempt -= 1) {
    const state = await engine.state(stageId({ id, stage, attempt }))
    if (state !== null) return state === 'pending' ? attempt : null
  }
  return null
}

const stageId = ({ id, stage, attempt }: Pick<Production, 'id' | 'stage' | 'attempt'>): string =>
  `${id}/${stage}/${attempt}`

/**
 * Run a stage of the run. A joined stage may hold the record of what stopped only its dead process: a pause that nobody wants any
 * more, or a database that was away then. It is begun anew then.
 */
const carryOut = async (
  parts: Direction,
  run: Production,
  joined: number | null,
): Promise<Outcome<null>> => {
  if (joined === null) return runStage(parts, run)
  const outcome = await runStage(parts, { ...run, attempt: joined })
  if (!isOfDeadProcess(outcome)) return outcome
  const { floor, engine } = parts
  const now = await floor.productions.get(run.id)
  if (now?.wanted !== 'run' || floor.signal(run.id).aborted) return outcome
  await engine.retire(`${run.id}/`)
  return runStage(parts, run)
}

const isOfDeadProcess = (outcome: Outcome<null>): boolean =>
  outcome.kind === 'failed'
    ? outcome.code === 'database-unavailable'
    : outcome.kind === 'halted' && outcome.why === 'pause'

const runStage = async ({ engine, story }: Direction, run: Production): Promise<Outcome<null>> => {
  const input = { production: run.id, attempt: run.attempt }
  const handle = await engine.start(story[run.stage], stageId(run), input)
  return handle.result()
}

const stop = async (floor: Floor, id: string, stage: Stage): Promise<Production> => {
  const reason = `Stopped after ${stage}, as asked.`
  const run = await floor.productions.update(id, { state: 'stopped', reason, until: null })
  const next = stages[stages.indexOf(stage) + 1] ?? stage
  await sayEnd(floor, run, endings[run.state] ?? 'production-stopped')
  return floor.productions.update(id, { stage: next })
}

/** The same as stopping, until a person lets the run past the gate. */
const waitAt = async (
  floor: Floor,
  { id, stage, until }: Production,
  gate: Gate,
): Promise<Production> => {
  const run = await floor.productions.update(id, {
    state: 'waiting-for-approval',
    reason: await gateReason(floor, id, gate),
    stage: stages[stages.indexOf(stage) + 1] ?? stage,
    until: until === stage ? null : until,
  })
  await sayEnd(floor, run, endings[run.state] ?? 'production-waiting')
  return run
}

const wrap = async (floor: Floor, id: string): Promise<Production> => {
  await floor.ledger.setBond(id, zeroUsd)
  const run = await floor.productions.update(id, { state: 'wrapped', reason: '' })
  await shelveLateTakesDirected(floor, run)
  await deliverReportJson(floor, id)
  await sayEnd(floor, run, endings[run.state] ?? 'production-wrapped')
  return run
}

/** The event that tells how a run was left. */
const endings: { readonly [state in Production['state']]?: string } = {
  wrapped: 'production-wrapped',
  failed: 'production-failed',
  paused: 'production-paused',
  cancelled: 'production-cancelled',
  'waiting-for-order': 'production-halted',
  'waiting-for-vendor': 'production-halted',
  'waiting-for-approval': 'production-waiting',
}

const end = async (
  { floor }: Direction,
  id: string,
  outcome: Exclude<Outcome<null>, { kind: 'ok' }>,
): Promise<Production> => {
  if (outcome.kind === 'halted' && outcome.why === 'deleted') {
    throw runDeleted(id, outcome)
  }
  const run = await floor.productions.update(
    id,
    outcome.kind === 'failed'
      ? { state: 'failed', reason: outcome.message }
      : { state: haltedStates[outcome.why], reason: await haltReason(floor, id, outcome) },
  )
  if (run.state === 'cancelled') await closeOrders(floor, id)
  await sayEnd(floor, run, endings[run.state] ?? 'production-halted')
  return run
}

/** What a person is told of a halt. */
const haltReason = async (floor: Floor, id: string, { why, reason }: Halt): Promise<string> =>
  why === 'pause' ? pauseText(await floor.ledger.orders(id)) : reason

const haltedStates = {
  pause: 'paused',
  cancel: 'cancelled',
  parked: 'waiting-for-order',
  late: 'waiting-for-vendor',
  deleted: 'cancelled',
} as const
