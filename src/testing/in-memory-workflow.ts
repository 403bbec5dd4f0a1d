import type { Json } from '../domain/json.ts'
import { journalable, type SequentialSteps, sequentialSteps } from '../kit/sequential-steps.ts'
import type { Clock } from '../ports/clock.ts'
import type {
  WorkflowContext,
  WorkflowEngine,
  WorkflowHandle,
  WorkflowState,
} from '../ports/workflow.ts'

/** A point at which an engine can be made to crash. `ran`: the step's work is done, its result is not yet recorded. */
export interface StepMoment {
  readonly workflowId: string
  /** Name of the step or sleep; of a child start its id. */
  readonly step: string
  readonly when: 'before' | 'ran' | 'recorded'
}

/** What is kept between engines: the journal of a database that never fails. */
export interface MemoryJournal {
  readonly runs: Map<string, JournaledRun>
  /** Engines that live; a run of any other has no owner. */
  readonly alive: Set<number>
  /** Number for the next engine. */
  nextEngine: number
}

/** One workflow in the journal. */
export interface JournaledRun {
  readonly workflow: string
  readonly input: Json
  readonly parent: string | null
  owner: number
  state: WorkflowState
  result: Json
  error: string
  /** In the order of the body's calls. */
  readonly operations: { readonly name: string; readonly outcome: Outcome }[]
}

type Outcome =
  | { readonly kind: 'result'; readonly value: Json }
  | { readonly kind: 'error'; readonly message: string }

/** An in-memory engine; `crash` ends it as `kill -9` would. */
export interface InMemoryWorkflowEngine extends WorkflowEngine {
  crash(): void
}

/** How an in-memory engine works. */
export interface InMemoryOptions {
  /** Default: a journal of its own. Hand the same one to the next engine to restart. */
  readonly journal?: MemoryJournal
  /** For durable sleeps; a virtual one makes them free. */
  readonly clock: Clock
  /** Asked at every moment of every step; true crashes the engine there. */
  readonly crashAt?: (moment: StepMoment) => boolean
}

/** Make an empty journal. */
export const memoryJournal = (): MemoryJournal => ({
  runs: new Map(),
  alive: new Set(),
  nextEngine: 1,
})

/**
 * A workflow engine without a database, for tests: same rules as the real one, virtual time, crashes on demand.
 *
 * After a crash bodies never go on and handles given to the outside reject; work that a step had begun cannot be
 * taken back, but its result is not recorded.
 */
export const inMemoryWorkflowEngine = (options: InMemoryOptions): InMemoryWorkflowEngine => {
  const engine = newEngine(options)
  return {
    register: (workflow) => {
      if (engine.launched) throw new TypeError(`${workflow.name} was registered after launch`)
      if (engine.bodies.has(workflow.name)) {
        throw new TypeError(`${workflow.name} is registered twice`)
      }
      // Inputs come from `start` of this very workflow.
      engine.bodies.set(workflow.name, (context, input) => workflow.run(context, input as never))
    },
    launch: async () => {
      engine.launched = true
      engine.journal.alive.add(engine.self)
    },
    start: async (workflow, id, input) => {
      mustRun(engine)
      begin(engine, { name: workflow.name, id, input, parent: null })
      return handleOf(engine, id, 'outside')
    },
    state: async (id) => engine.journal.runs.get(id)?.state ?? null,
    cancel: async (id) => cancelTree(engine.journal, id),
    recover: async (idPrefix = '') => {
      const orphans = orphansOf(engine, idPrefix)
      for (const [id, run] of orphans) take(engine, id, run)
      return orphans.map(([id]) => id)
    },
    retire: async (idPrefix) => {
      const ids = orphansOf(engine, idPrefix).map(([id]) => id)
      for (const id of ids) cancelTree(engine.journal, id)
      return ids
    },
    close: async () => end(engine, 'The engine was closed'),
    crash: () => end(engine, 'The engine crashed'),
  }
}

/** State of one engine. */
interface Engine {
  readonly journal: MemoryJournal
  readonly clock: Clock
  readonly crashAt: (moment: StepMoment) => boolean
  readonly self: number
  readonly bodies: Map<string, (context: WorkflowContext, input: Json) => Promise<Json>>
  /** Resolve when the run has ended; never after a crash. */
  readonly executions: Map<string, Promise<void>>
  readonly ending: PromiseWithResolvers<never>
  launched: boolean
  ended: boolean
}

const newEngine = (options: InMemoryOptions): Engine => {
  const journal = options.journal ?? memoryJournal()
  const self = journal.nextEngine
  journal.nextEngine += 1
  const ending = Promise.withResolvers<never>()
  ending.promise.catch(() => undefined) // Only those who wait for a result are told.
  return {
    journal,
    clock: options.clock,
    crashAt: options.crashAt ?? (() => false),
    self,
    bodies: new Map(),
    executions: new Map(),
    ending,
    launched: false,
    ended: false,
  }
}

const mustRun = (engine: Engine): void => {
  if (!engine.launched || engine.ended) throw new TypeError('The engine is not running')
}

const isOrphan = (engine: Engine, run: JournaledRun): boolean =>
  run.state === 'pending' && !engine.journal.alive.has(run.owner) && engine.bodies.has(run.workflow)

const end = (engine: Engine, reason: string): void => {
  engine.ended = true
  engine.journal.alive.delete(engine.self)
  engine.ending.reject(new Error(reason))
}

/** Come to a point where a crash may be asked for; nothing passes once the engine has ended. */
const reach = async (engine: Engine, moment: StepMoment): Promise<void> => {
  if (!engine.ended && engine.crashAt(moment)) {
    end(engine, `The engine crashed ${moment.when} "${moment.step}" of ${moment.workflowId}`)
  }
  if (engine.ended) await never
}

const begin = (
  engine: Engine,
  order: {
    readonly name: string
    readonly id: string
    readonly input: Json
    readonly parent: string | null
  },
): void => {
  const { name, id, parent } = order
  if (!engine.bodies.has(name)) throw new TypeError(`Workflow ${name} is not registered`)
  const found = engine.journal.runs.get(id)
  if (found !== undefined) {
    if (found.workflow === name) return
    throw new TypeError(`${id} is a run of ${found.workflow}, not of ${name}`)
  }
  const input = journalable(`input of ${id}`, order.input)
  const run: JournaledRun = {
    workflow: name,
    input,
    parent,
    owner: engine.self,
    state: 'pending',
    result: null,
    error: '',
    operations: [],
  }
  engine.journal.runs.set(id, run)
  take(engine, id, run)
}

const take = (engine: Engine, id: string, run: JournaledRun): void => {
  run.owner = engine.self
  engine.executions.set(id, execute(engine, id, run))
}

const execute = async (engine: Engine, id: string, run: JournaledRun): Promise<void> => {
  const steps = sequentialSteps(id)
  const context = contextOf(engine, { id, run, steps })
  await nextTurn() // The body begins after the start was recorded and its handle handed out.
  const outcome = await outcomeOf(async () => {
    const result = await engine.bodies.get(run.workflow)?.(context, run.input)
    steps.finish()
    return journalable(`result of ${id}`, result ?? null)
  })
  if (engine.ended) await never
  if (run.state !== 'pending') return
  if (outcome.kind === 'result') Object.assign(run, { state: 'done', result: outcome.value })
  else Object.assign(run, { state: 'failed', error: outcome.message })
}

const contextOf = (
  engine: Engine,
  of: { readonly id: string; readonly run: JournaledRun; readonly steps: SequentialSteps },
): WorkflowContext => {
  const { id, run, steps } = of
  let position = 0
  const operate = (name: string, act: () => Promise<Json>): Promise<Json> =>
    steps.run(name, async () => {
      const index = position
      position += 1
      await reach(engine, { workflowId: id, step: name, when: 'before' })
      if (run.state === 'cancelled') throw cancelledError(id)
      const recorded = run.operations[index]
      if (recorded !== undefined) return replay(id, name, recorded)
      const outcome = checked(name, await outcomeOf(act))
      await reach(engine, { workflowId: id, step: name, when: 'ran' })
      run.operations[index] = { name, outcome }
      await reach(engine, { workflowId: id, step: name, when: 'recorded' })
      return reveal(outcome)
    })
  return {
    workflowId: id,
    step: async <Result extends Json>(name: string, action: () => Promise<Result>) =>
      (await operate(name, action)) as Result, // The journal gives back what this very step put in.
    sleep: async (name, ms) => {
      const wakesAt = await operate(name, async () => engine.clock.now() + ms)
      await engine.clock.sleep(Number(wakesAt) - engine.clock.now())
      if (engine.ended) await never
    },
    startChild: async (workflow, childId, input) => {
      await operate(childId, async () => {
        begin(engine, { name: workflow.name, id: childId, input, parent: id })
        return null
      })
      return handleOf(engine, childId, 'inside')
    },
  }
}

const handleOf = <Result extends Json>(
  engine: Engine,
  id: string,
  side: 'inside' | 'outside',
): WorkflowHandle<Result> => ({
  id,
  result: async () => {
    const waited = settled(engine, id)
    // A body that waits for a child simply stops when the engine does.
    const run = await (side === 'inside' ? waited : Promise.race([waited, engine.ending.promise]))
    if (engine.ended && side === 'inside') await never
    if (run.state === 'cancelled') throw cancelledError(id)
    if (run.state === 'failed') throw new Error(run.error)
    return structuredClone(run.result) as Result // Recorded by the workflow of this very name.
  },
})

/** Wait until a run has ended, here or in another engine on the same journal. */
const settled = async (engine: Engine, id: string): Promise<JournaledRun> => {
  for (;;) {
    const run = engine.journal.runs.get(id)
    if (run === undefined) throw new TypeError(`${id} was never started`)
    if (run.state !== 'pending') return run
    if (engine.ended) return never
    await (run.owner === engine.self ? engine.executions.get(id) : nextTurn())
  }
}

const orphansOf = (engine: Engine, idPrefix: string): (readonly [string, JournaledRun])[] => {
  mustRun(engine)
  return [...engine.journal.runs].filter(
    ([id, run]) => isOrphan(engine, run) && id.startsWith(idPrefix),
  )
}

const cancelTree = (journal: MemoryJournal, id: string): void => {
  const run = journal.runs.get(id)
  if (run?.state === 'pending') run.state = 'cancelled'
  for (const [childId, child] of journal.runs) {
    if (child.parent === id) cancelTree(journal, childId)
  }
}

const replay = (
  id: string,
  name: string,
  recorded: { readonly name: string; readonly outcome: Outcome },
): Json => {
  if (recorded.name === name) return reveal(recorded.outcome)
  throw new TypeError(
    `Workflow ${id} did "${name}" where it had done "${recorded.name}": its body is not deterministic`,
  )
}

const outcomeOf = async (act: () => Promise<Json>): Promise<Outcome> => {
  try {
    return { kind: 'result', value: await act() }
  } catch (cause) {
    return { kind: 'error', message: cause instanceof Error ? cause.message : String(cause) }
  }
}

const checked = (name: string, outcome: Outcome): Outcome =>
  outcome.kind === 'error'
    ? outcome
    : { kind: 'result', value: journalable(`result of step "${name}"`, outcome.value) }

const reveal = (outcome: Outcome): Json => {
  if (outcome.kind === 'error') throw new Error(outcome.message)
  return journalable('recorded value', outcome.value)
}

const cancelledError = (id: string): Error => new Error(`${id} was cancelled`)

const never: Promise<never> = new Promise(() => undefined)

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
