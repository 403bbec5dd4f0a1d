import type { Brief } from '../domain/brief.ts'
import type { CandidateName } from '../domain/cut.ts'
import { isStudioError, StudioError } from '../domain/errors.ts'
import { zeroUsd } from '../domain/money.ts'
import type { Production, Stage } from '../domain/production.ts'
import { runBusy, stages } from '../domain/production.ts'
import type { SlateId } from '../domain/slate.ts'
import type { WorkflowEngine } from '../ports/workflow.ts'
import { combineScenes } from './combine.ts'
import { deliverReportJson } from './delivery.ts'
import type { Floor } from './floor.ts'
import { say } from './floor.ts'
import { halted, type Outcome } from './outcome.ts'
import type { StageWorkflow } from './produce.ts'
import { checkBudget, type Quote } from './quote.ts'
import { clearRemoved, removeProduction } from './remove.ts'
import { callRetake } from './retake.ts'
import { knownRun } from './rows.ts'
import { prepareFolder } from './run-folder.ts'
import { sayEnd } from './wrap.ts'

/** What the front doors ask of the studio floor. Every call may be repeated after a crash. */
export interface ProductionDriver {
  /** Itemised, spends nothing. @throws StudioError `budget-too-small` */
  quote(brief: Brief): Promise<Quote>
  /** @throws StudioError `already-exists`, `budget-too-small`, `not-writable`, `disk-full` */
  create(request: {
    readonly id: string
    readonly brief: Brief
    readonly outputDir: string
    readonly until: Stage | null
  }): Promise<Production>
  /**
   * Run stages until the production is wrapped, stopped, paused, waiting or failed; the same call resumes a crashed run.
   *
   * @param signal aborting it pauses the run
   * @returns the final row
   * @throws StudioError `run-busy` when another process runs it, `not-found`
   */
  run(id: string, signal: AbortSignal): Promise<Production>
  /** Run on past the stage it was to stop after, to the end of `until`; null for all. */
  continue(id: string, until: Stage | null, signal: AbortSignal): Promise<Production>
  pause(id: string): Promise<void>
  /** End a run for good: nothing more is sent, its bond is let go, what was paid for is kept. */
  cancel(id: string): Promise<void>
  /** Shoot a scene or a slate's shot again, then cut, render and deliver anew. */
  retake(
    id: string,
    target: { readonly scene: number } | { readonly slate: SlateId },
    prompt: string | null,
    signal: AbortSignal,
  ): Promise<Production>
  /** Make a candidate the master. */
  renderCandidate(id: string, candidate: CandidateName, signal: AbortSignal): Promise<Production>
  /** Cut, render and deliver anew from the circled takes. */
  recut(id: string, signal: AbortSignal): Promise<Production>
  /** Join finished scenes in the order given; returns the file's path. */
  combine(
    id: string,
    scenes: readonly number[],
    output: string | null,
    music: boolean,
    signal: AbortSignal,
  ): Promise<string>
  /** Delete a run's folder and rows; footage goes to the shelf unless it is purged. */
  remove(id: string, purgeFootage: boolean): Promise<void>
}

/** What a driver works with. */
export interface DriverParts {
  readonly floor: Floor
  readonly engine: WorkflowEngine
  readonly story: Readonly<Record<Stage, StageWorkflow>>
  readonly quote: (brief: Brief) => Promise<Quote>
  /** Ask this process's work on a production to stop. */
  readonly interrupt: (production: string) => void
  /** Let this process work on a production again after it was interrupted. */
  readonly rearm: (production: string) => void
}

/** The driver over a floor and an engine. */
export const productionDriver = (parts: DriverParts): ProductionDriver => {
  const { floor } = parts
  const driver: ProductionDriver = {
    quote: parts.quote,
    create: async (request) => {
      checkBudget(request.brief, floor.catalogue)
      await floor.media.ready()
      await prepareFolder(floor, request)
      return floor.productions.create(request)
    },
    run: (id, signal) => direct(parts, id, signal, { kind: 'on' }),
    continue: (id, until, signal) => direct(parts, id, signal, { kind: 'on', until }),
    pause: async (id) => {
      await floor.productions.update(id, { wanted: 'pause' })
      parts.interrupt(id)
    },
    cancel: async (id) => {
      const run = await knownRun(floor.productions, id)
      if (run.state === 'wrapped' || run.state === 'cancelled') return
      await floor.productions.update(id, { wanted: 'cancel', state: 'cancelled' })
      parts.interrupt(id)
    },
    retake: (id, target, prompt, signal) =>
      direct(parts, id, signal, {
        ...{ kind: 'back', stage: 'shoot' },
        prepare: () => callRetake(floor, id, target, prompt),
      }),
    renderCandidate: (id, candidate, signal) =>
      direct(parts, id, signal, {
        ...{ kind: 'back', stage: 'cut' },
        prepare: async () => {
          await requireCut(floor, id, candidate)
          await floor.productions.putDocument(id, 'note', 'master-candidate', candidate, true)
        },
      }),
    recut: (id, signal) =>
      direct(parts, id, signal, {
        ...{ kind: 'back', stage: 'cut' },
        prepare: async () => undefined,
      }),
    combine: async (id, scenes, output, music, signal) => {
      const run = await knownRun(floor.productions, id)
      return combineScenes(floor, run, { scenes, output, music }, signal)
    },
    remove: (id, purgeFootage) => removeProduction(floor, id, purgeFootage),
  }
  return driver
}

const requireCut = async (floor: Floor, id: string, candidate: CandidateName): Promise<void> => {
  if (await floor.productions.document(id, 'cut', candidate)) return
  throw new StudioError({
    code: 'not-found',
    message: `Run ${id} has no cut "${candidate}" yet. Let the run reach its cuts first: \`npx --no-install claude-studio runs resume ${id}\`.`,
  })
}

/** Where a run goes: on from where it was left, or back to a stage with something written down for it first. */
type Course =
  | { readonly kind: 'on'; readonly until?: Stage | null }
  | { readonly kind: 'back'; readonly stage: Stage; readonly prepare: () => Promise<void> }

/** Run the stages as the only one that works on the production; nothing is written before that is sure. */
const direct = async (
  parts: DriverParts,
  id: string,
  signal: AbortSignal,
  course: Course,
): Promise<Production> => {
  const { floor } = parts
  await livingRun(floor, id)
  return floor.productions.asDirector(id, async () => {
    await floor.media.ready()
    const run = await livingRun(floor, id)
    await takeUp(parts.engine, run, course)
    if (course.kind === 'back') await course.prepare()
    const begun = await begin(
      parts,
      course.kind === 'back' ? { ...run, stage: course.stage, until: null } : { ...run, ...course },
    )
    return runStages(parts, begun, signal)
  })
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
 * Take what a dead process left: to go on with it, or to end it when the run goes back. The director's lock is lost with
 * its connection; whether a stage has a living owner all the same is told by the engine's own lock.
 *
 * @throws StudioError `run-busy`
 */
const takeUp = async (engine: WorkflowEngine, run: Production, { kind }: Course): Promise<void> => {
  const current = stageId(run)
  if ((await engine.state(current)) !== 'pending') return
  const prefix = `${run.id}/`
  const taken = await (kind === 'on' ? engine.recover(prefix) : engine.retire(prefix))
  if (taken.includes(current) || (await engine.state(current)) !== 'pending') return
  throw runBusy(run.id)
}

const runStages = async (
  parts: DriverParts,
  begun: Production,
  signal: AbortSignal,
): Promise<Production> => {
  const { floor } = parts
  const { id } = begun
  const over = new AbortController()
  const onAbort = (): void => parts.interrupt(id)
  if (signal.aborted) onAbort()
  signal.addEventListener('abort', onAbort, { once: true })
  const listening = hearWishes(parts, id, over.signal)
  try {
    for (const stage of stages.slice(stages.indexOf(begun.stage))) {
      const row = await floor.productions.update(id, { stage })
      if (row.wanted === 'cancel') return await end(parts, id, halted('cancel', 'cancelled'))
      await say(floor, id, `stage/${stage}/${row.attempt}`, 'stage-started', { stage })
      const outcome = await runStage(parts, row)
      if (outcome.kind !== 'ok') return await end(parts, id, outcome)
      if (row.until === stage && stage !== 'learn') return await stop(floor, id, stage)
    }
    return await wrap(floor, id)
  } catch (error) {
    throw await answerFor(floor, id, error)
  } finally {
    over.abort()
    await listening
    signal.removeEventListener('abort', onAbort)
  }
}

/** Leave the run as it should be seen when its stages ended with an error; returns the error to report. */
const answerFor = async (floor: Floor, id: string, error: unknown): Promise<unknown> => {
  if (isStudioError(error) && error.code === 'database-unavailable') return error
  if ((await floor.productions.get(id)) === null) {
    // Whoever deleted the run took its files from under us, but not what we have made since.
    await clearRemoved(floor, id)
    return deletedWhileWorking(id, error)
  }
  if (isStudioError(error)) return error
  // What the studio expects to go wrong comes as a value or as its own error; this is a bug, and the run must not look alive.
  await floor.productions.update(id, { state: 'failed', reason: `internal: ${error}` })
  return error
}

const deletedWhileWorking = (id: string, cause: unknown): StudioError =>
  new StudioError({
    code: 'run-deleted',
    message: `Run ${id} was deleted while it worked. Nothing more is done for it.`,
    cause,
  })

const wishPollMs = 1000

/** Hear what is wanted of the run from other processes, and stop work that is not wanted any more. */
const hearWishes = async (
  { floor, interrupt }: DriverParts,
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

/** Take the run up: join what a dead process left, or begin a new attempt from rows. */
const begin = async (
  { floor, engine, rearm }: DriverParts,
  { id, stage, until, attempt: last }: Production,
): Promise<Production> => {
  const state = await engine.state(stageId({ id, stage, attempt: last }))
  const isJoined = state === null || state === 'pending'
  // A new attempt starts from rows: what older ones left unfinished is never gone on with.
  if (!isJoined) await engine.retire(`${id}/`)
  rearm(id)
  const begun = await floor.productions.update(id, {
    ...{ stage, until, wanted: 'run', state: 'running', reason: '' },
    attempt: isJoined ? last : last + 1,
  })
  const { attempt } = begun
  await say(floor, id, `started/${attempt}`, 'production-started', { attempt })
  return begun
}

const stageId = ({ id, stage, attempt }: Pick<Production, 'id' | 'stage' | 'attempt'>): string =>
  `${id}/${stage}/${attempt}`

const runStage = async (
  { engine, story }: DriverParts,
  run: Production,
): Promise<Outcome<null>> => {
  const input = { production: run.id, attempt: run.attempt }
  const handle = await engine.start(story[run.stage], stageId(run), input)
  return handle.result()
}

const stop = async (floor: Floor, id: string, stage: Stage): Promise<Production> => {
  const reason = `Stopped after ${stage}, as asked.`
  const run = await floor.productions.update(id, { state: 'stopped', reason, until: null })
  const next = stages[stages.indexOf(stage) + 1] ?? stage
  await sayEnd(floor, run, 'production-stopped')
  return floor.productions.update(id, { stage: next })
}

const wrap = async (floor: Floor, id: string): Promise<Production> => {
  await floor.ledger.setBond(id, zeroUsd)
  const run = await floor.productions.update(id, { state: 'wrapped', reason: '' })
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
}

const end = async (
  { floor }: DriverParts,
  id: string,
  outcome: Exclude<Outcome<null>, { kind: 'ok' }>,
): Promise<Production> => {
  if (outcome.kind === 'halted' && outcome.why === 'deleted') {
    throw deletedWhileWorking(id, outcome)
  }
  const run = await floor.productions.update(
    id,
    outcome.kind === 'failed'
      ? { state: 'failed', reason: `${outcome.code}: ${outcome.message}` }
      : { state: haltedStates[outcome.why], reason: outcome.reason },
  )
  await sayEnd(floor, run, endings[run.state] ?? 'production-halted')
  return run
}

const haltedStates = {
  pause: 'paused',
  cancel: 'cancelled',
  parked: 'waiting-for-order',
  deleted: 'cancelled',
} as const
