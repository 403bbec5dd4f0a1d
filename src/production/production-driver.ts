import type { Brief } from '../domain/brief.ts'
import type { CandidateName } from '../domain/cut.ts'
import { StudioError } from '../domain/errors.ts'
import { zeroUsd } from '../domain/money.ts'
import type { Production, Stage } from '../domain/production.ts'
import { stages } from '../domain/production.ts'
import type { SlateId } from '../domain/slate.ts'
import type { WorkflowEngine } from '../ports/workflow.ts'
import { combineScenes } from './combine.ts'
import { deliverReportJson } from './delivery.ts'
import type { Floor } from './floor.ts'
import { say } from './floor.ts'
import type { Outcome } from './outcome.ts'
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
  pause(id: string): Promise<void>
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
  const backTo = async (id: string, stage: Stage, signal: AbortSignal): Promise<Production> => {
    await floor.productions.update(id, { stage, until: null })
    return runStages(parts, id, signal)
  }
  const driver: ProductionDriver = {
    quote: parts.quote,
    create: async (request) => {
      checkBudget(request.brief, floor.catalogue)
      await floor.media.ready()
      await prepareFolder(floor, request)
      return floor.productions.create(request)
    },
    run: (id, signal) => runStages(parts, id, signal),
    pause: async (id) => {
      await floor.productions.update(id, { wanted: 'pause' })
      parts.interrupt(id)
    },
    cancel: async (id) => {
      const run = await knownRun(floor.productions, id)
      const isOver = run.state === 'wrapped' || run.state === 'cancelled'
      await floor.productions.update(id, isOver ? {} : { wanted: 'cancel', state: 'cancelled' })
      parts.interrupt(id)
    },
    retake: async (id, target, prompt, signal) => {
      await knownRun(floor.productions, id)
      await callRetake(floor, id, target, prompt)
      return backTo(id, 'shoot', signal)
    },
    renderCandidate: async (id, candidate, signal) => {
      await knownRun(floor.productions, id)
      await requireCut(floor, id, candidate)
      await floor.productions.putDocument(id, 'note', 'master-candidate', candidate, true)
      return backTo(id, 'cut', signal)
    },
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

const runStages = async (
  parts: DriverParts,
  id: string,
  signal: AbortSignal,
): Promise<Production> => {
  const { floor } = parts
  const onAbort = (): void => parts.interrupt(id)
  const begun = await begin(parts, id)
  if (signal.aborted) onAbort()
  signal.addEventListener('abort', onAbort, { once: true })
  try {
    const from = stages.indexOf(begun.stage)
    for (const stage of stages.slice(from)) {
      const row = await floor.productions.update(id, { stage })
      await say(floor, id, `stage/${stage}/${row.attempt}`, 'stage-started', { stage })
      const outcome = await runStage(parts, stage, row)
      if (outcome.kind !== 'ok') return await end(parts, id, outcome)
      if (row.until === stage && stage !== 'learn') return await stop(floor, id, stage)
    }
    return await wrap(floor, id)
  } catch (error) {
    if (await floor.productions.get(id)) throw error
    // Whoever deleted the run took its files from under us, but not what we have made since.
    await clearRemoved(floor, id)
    throw deletedWhileWorking(id, error)
  } finally {
    signal.removeEventListener('abort', onAbort)
  }
}

const deletedWhileWorking = (id: string, cause: unknown): StudioError =>
  new StudioError({
    code: 'run-deleted',
    message: `Run ${id} was deleted while it worked. Nothing more is done for it.`,
    cause,
  })

/** Take the run up: join what a dead process left, or begin a new attempt from rows. */
const begin = async (parts: DriverParts, id: string): Promise<Production> => {
  const { floor, engine } = parts
  const run = await knownRun(floor.productions, id)
  if (run.state === 'cancelled') {
    throw new StudioError({
      code: 'run-cancelled',
      message: `Run ${id} was cancelled. What it paid for is kept: \`npx --no-install claude-studio takes list ${id}\`. Start a new one with \`produce\`.`,
    })
  }
  await floor.media.ready()
  const current = stageId(id, run.stage, run.attempt)
  const state = await engine.state(current)
  if (state === 'pending') await takeOver(engine, id, current)
  const attempt = state === null || state === 'pending' ? run.attempt : run.attempt + 1
  parts.rearm(id)
  const begun = await floor.productions.update(id, {
    wanted: 'run',
    state: 'running',
    reason: '',
    attempt,
  })
  await say(floor, id, `started/${attempt}`, 'production-started', { attempt })
  return begun
}

const takeOver = async (engine: WorkflowEngine, id: string, current: string): Promise<void> => {
  const recovered = await engine.recover(`${id}/`)
  if (recovered.includes(current)) return
  if ((await engine.state(current)) !== 'pending') return
  throw new StudioError({
    code: 'run-busy',
    message: `Run ${id} is being worked on by another process. Watch it with \`npx --no-install claude-studio runs watch ${id}\`.`,
    retry: 'later',
  })
}

const stageId = (id: string, stage: Stage, attempt: number): string => `${id}/${stage}/${attempt}`

const runStage = async (
  { engine, story }: DriverParts,
  stage: Stage,
  { id, attempt }: Production,
): Promise<Outcome<null>> => {
  const input = { production: id, attempt }
  const handle = await engine.start(story[stage], stageId(id, stage, attempt), input)
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
  const run = await floor.productions.update(id, { state: 'wrapped', reason: '' })
  await floor.ledger.setBond(id, zeroUsd)
  await deliverReportJson(floor, id)
  await sayEnd(floor, run, 'production-wrapped')
  return run
}

const end = async (
  { floor }: DriverParts,
  id: string,
  outcome: Exclude<Outcome<null>, { kind: 'ok' }>,
): Promise<Production> => {
  if (outcome.kind === 'failed') {
    const run = await floor.productions.update(id, {
      state: 'failed',
      reason: `${outcome.code}: ${outcome.message}`,
    })
    await sayEnd(floor, run, 'production-failed')
    return run
  }
  if (outcome.why === 'deleted') throw deletedWhileWorking(id, outcome.reason)
  const states = { pause: 'paused', cancel: 'cancelled', parked: 'waiting-for-order' } as const
  const run = await floor.productions.update(id, {
    state: states[outcome.why],
    reason: outcome.reason,
  })
  await sayEnd(floor, run, outcome.why === 'pause' ? 'production-paused' : 'production-halted')
  return run
}
