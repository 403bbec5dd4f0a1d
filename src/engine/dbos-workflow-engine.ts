import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'
import { StudioError } from '../domain/errors.ts'
import type { Json } from '../domain/json.ts'
import { journalable, type SequentialSteps, sequentialSteps } from '../kit/sequential-steps.ts'
import type {
  Workflow,
  WorkflowContext,
  WorkflowEngine,
  WorkflowHandle,
  WorkflowState,
} from '../ports/workflow.ts'
import { type LaunchedDbos, launchDbos } from './dbos-launch.ts'
import { type ExecutorFence, raiseFence } from './executor-fence.ts'
import { systemClock } from './system-clock.ts'
import {
  adoptOrphans,
  applicationVersion,
  isGivenUp,
  type Orphan,
  ownQueue,
  recordGivenUp,
} from './takeover.ts'

/** How the durable engine works. */
export interface DbosEngineOptions {
  /** Connection string of the PostgreSQL database that keeps the journal. Direct or session-pooled. */
  readonly url: string
  /** Readable part of this executor's id (`produce`, `worker-3`); a unique part is always added. Default `executor`. */
  readonly executorId?: string
  /** Told in words of lost connections, takeovers and failed workflows. Nothing else is ever printed. */
  readonly log: (message: string) => void
  /** Called once when this executor's lock is lost for good. No step begins any more; the process should end. */
  readonly onLost?: () => void
  /** Milliseconds to try for a database that is away, at launch and after the connection dropped. Default 60 000. */
  readonly lockPatienceMs?: number
  /** Milliseconds that `close` waits for open steps to be recorded. Default 10 000. */
  readonly closePatienceMs?: number
  /** Version of the workflow bodies, for tests of an upgrade. Default {@link applicationVersion}. */
  readonly bodiesVersion?: string
  /** Takeovers of a run, without one step recorded in between, after which it has failed. Default 20. */
  readonly mostTakeovers?: number
}

type Body = (input: Json) => Promise<Json>

/** State of one engine. */
interface Engine {
  readonly options: DbosEngineOptions
  readonly executorId: string
  readonly workflows: Map<string, Workflow<Json, Json>>
  /** Steps whose results are not recorded yet. */
  readonly open: Set<Promise<boolean>>
  readonly stopping: AbortController
  /** Runs a function outside of whatever workflow is calling: what the engine itself does belongs to no journal. */
  readonly outside: <Result>(run: () => Result) => Result
  running: Running | null
}

interface Running extends LaunchedDbos {
  readonly fence: ExecutorFence
  readonly bodies: ReadonlyMap<string, Body>
}

const pollMs = 100

/**
 * The durable engine: DBOS on PostgreSQL, held to the rules of the `workflow` port.
 *
 * One per process at a time. DBOS is loaded by `launch`. Children run in the process of their parent.
 */
export const dbosWorkflowEngine = (options: DbosEngineOptions): WorkflowEngine => {
  const engine: Engine = {
    options,
    executorId: `${options.executorId ?? 'executor'}-${randomUUID()}`,
    workflows: new Map(),
    open: new Set(),
    stopping: new AbortController(),
    outside: AsyncLocalStorage.snapshot(),
    running: null,
  }
  return {
    register: (workflow) => {
      if (engine.running !== null || engine.stopping.signal.aborted) {
        throw new TypeError(`${workflow.name} was registered after launch`)
      }
      if (engine.workflows.has(workflow.name)) {
        throw new TypeError(`${workflow.name} is registered twice`)
      }
      // What goes in and out is JSON; `start` checks that it is this very workflow's.
      engine.workflows.set(workflow.name, workflow as unknown as Workflow<Json, Json>)
    },
    launch: () => launch(engine),
    start: async (workflow, id, input) => {
      const { dbos } = running(engine)
      const body = bodyOf(engine, workflow.name)
      const sent = journalable(`input of ${id}`, input as Json)
      const started = await engine.outside(() => dbos.startWorkflow(body, { workflowID: id })(sent))
      return outsideHandle(engine, started)
    },
    state: (id) => stateOf(engine, id),
    cancel: async (id) => {
      const { dbos } = running(engine)
      await engine.outside(() => dbos.cancelWorkflow(id, { cancelChildren: true }))
    },
    recover: (idPrefix = '') => recover(engine, idPrefix),
    retire: (idPrefix) => retire(engine, idPrefix),
    close: () => close(engine),
  }
}

const launch = async (engine: Engine): Promise<void> => {
  const { options, executorId } = engine
  const fence = await raiseFence({
    url: options.url,
    executorId,
    log: options.log,
    patienceMs: options.lockPatienceMs ?? 60_000,
    onLost: () => {
      engine.stopping.abort()
      options.onLost?.()
    },
  })
  try {
    const bodies = new Map<string, Body>()
    const launched = await launchDbos({
      url: options.url,
      executorId,
      queue: ownQueue(executorId),
      version: versionOf(engine),
      log: options.log,
      fence,
      register: (registrar) => {
        for (const workflow of engine.workflows.values()) {
          const run = (input: Json): Promise<Json> => runBody(engine, workflow, input)
          bodies.set(workflow.name, registrar.registerWorkflow(run, { name: workflow.name }))
        }
      },
    })
    engine.running = { ...launched, fence, bodies }
  } catch (cause) {
    await fence.lower()
    throw cause
  }
}

const close = async (engine: Engine): Promise<void> => {
  const { running: parts, options } = engine
  engine.stopping.abort()
  if (parts === null) return
  const patience = new AbortController()
  await Promise.race([
    Promise.allSettled(engine.open),
    systemClock.sleep(options.closePatienceMs ?? 10_000, patience.signal).catch(() => undefined), // Ended because the steps were.
  ])
  patience.abort()
  engine.running = null
  await parts.close()
  await parts.fence.lower()
}

const running = (engine: Engine): Running => {
  if (engine.running === null) throw new TypeError('The workflow engine is not running')
  return engine.running
}

const bodyOf = (engine: Engine, name: string): Body => {
  const body = running(engine).bodies.get(name)
  if (body === undefined) throw new TypeError(`Workflow ${name} is not registered`)
  return body
}

const stateOf = async (engine: Engine, id: string): Promise<WorkflowState | null> => {
  const { dbos, fence } = running(engine)
  const found = await engine.outside(() => dbos.getWorkflowStatus(id))
  switch (found?.status) {
    case undefined:
      return null
    case 'SUCCESS':
      return 'done'
    case 'ERROR':
    case 'MAX_RECOVERY_ATTEMPTS_EXCEEDED':
      return 'failed'
    case 'CANCELLED':
      return (await isGivenUp(fence, id)) ? 'failed' : 'cancelled'
    default:
      return 'pending'
  }
}

const recover = (engine: Engine, idPrefix: string): Promise<readonly string[]> => {
  const { dbos, fence } = running(engine)
  const { executorId, options } = engine
  const most = options.mostTakeovers ?? 20
  const adopt = async (orphan: Orphan): Promise<'adopted' | 'refused'> => {
    const { id } = orphan
    if (!orphan.isOurs) {
      options.log(`Ending ${id}: it was begun by another version of the studio`)
      await engine.outside(() => dbos.cancelWorkflow(id, { cancelChildren: true }))
      return 'refused'
    }
    const takeovers = await orphan.countTakeover()
    if (takeovers <= most) {
      options.log(`Taking over ${id}`)
      await engine.outside(() => dbos.resumeWorkflow(id, { queueName: ownQueue(executorId) }))
      return 'adopted'
    }
    options.log(`Giving up ${id}: ${takeovers - 1} takeovers ended without a step recorded`)
    await recordGivenUp(fence, id)
    await engine.outside(() => dbos.cancelWorkflow(id, { cancelChildren: true }))
    return 'refused'
  }
  return adoptOrphans({ fence, executorId, idPrefix, version: versionOf(engine), adopt })
}

const retire = (engine: Engine, idPrefix: string): Promise<readonly string[]> => {
  const { dbos, fence } = running(engine)
  const end = async ({ id }: Orphan): Promise<'adopted'> => {
    await engine.outside(() => dbos.cancelWorkflow(id, { cancelChildren: true }))
    return 'adopted'
  }
  const { executorId } = engine
  return adoptOrphans({ fence, executorId, idPrefix, version: versionOf(engine), adopt: end })
}

const versionOf = ({ options }: Engine): string => options.bodiesVersion ?? applicationVersion

const runBody = async (
  engine: Engine,
  workflow: Workflow<Json, Json>,
  input: Json,
): Promise<Json> => {
  const { dbos } = running(engine)
  const id = dbos.workflowID ?? ''
  const steps = sequentialSteps(id)
  const result = await workflow.run(contextOf(engine, id, steps), input)
  steps.finish()
  return journalable(`result of ${id}`, result)
}

const contextOf = (engine: Engine, id: string, steps: SequentialSteps): WorkflowContext => {
  const { dbos, fence } = running(engine)
  const step = <Result extends Json>(
    name: string,
    action: () => Promise<Result>,
  ): Promise<Result> =>
    operate(engine, steps, name, () =>
      dbos.runStep(
        async () => {
          // Without the lock another process may be doing this very step.
          await fence.held()
          if (engine.stopping.signal.aborted) await never
          return journalable(`result of step "${name}"`, await action())
        },
        { name },
      ),
    )
  return {
    workflowId: id,
    step,
    sleep: async (name, ms) => {
      const wakesAt = await step(name, async () => systemClock.now() + ms)
      const left = wakesAt - systemClock.now()
      // A sleeper does not keep a closing engine waiting: the rest is slept by whoever takes over.
      await systemClock.sleep(left, engine.stopping.signal).catch(() => never)
    },
    startChild: async (workflow, childId, childInput) => {
      const body = bodyOf(engine, workflow.name)
      const sent = journalable(`input of ${childId}`, childInput as Json)
      const started = await operate(engine, steps, `start ${childId}`, () =>
        dbos.startWorkflow(body, { workflowID: childId })(sent),
      )
      return insideHandle(engine, started)
    },
  }
}

/** Do one journaled thing in a body. Once the engine stops, bodies stand still: nothing begins, nothing is seen to fail. */
const operate = <Result>(
  engine: Engine,
  steps: SequentialSteps,
  name: string,
  act: () => Promise<Result>,
): Promise<Result> => {
  if (engine.stopping.signal.aborted) return never
  const open = steps.run(name, act)
  const settled: Promise<boolean> = open.then(
    () => engine.open.delete(settled),
    () => engine.open.delete(settled),
  )
  engine.open.add(settled)
  return unlessStopped(engine, open)
}

const unlessStopped = async <Result>(engine: Engine, work: Promise<Result>): Promise<Result> => {
  try {
    return await work
  } catch (cause) {
    if (engine.running === null) await never
    throw cause
  }
}

/** What DBOS gives for a started workflow. */
interface StartedWorkflow {
  readonly workflowID: string
  getResult(options: { readonly pollingIntervalMs: number }): Promise<Json | null>
}

const insideHandle = <Result extends Json>(
  engine: Engine,
  started: StartedWorkflow,
): WorkflowHandle<Result> => ({
  id: started.workflowID,
  result: () => unlessStopped(engine, resultOf<Result>(started)),
})

const outsideHandle = <Result extends Json>(
  engine: Engine,
  started: StartedWorkflow,
): WorkflowHandle<Result> => ({
  id: started.workflowID,
  result: () => {
    const { signal } = engine.stopping
    const stopped = Promise.withResolvers<never>()
    const onStop = (): void => stopped.reject(closedError(started.workflowID))
    if (signal.aborted) onStop()
    signal.addEventListener('abort', onStop, { once: true })
    const result = engine.outside(() => resultOf<Result>(started))
    return Promise.race([result, stopped.promise]).finally(() =>
      signal.removeEventListener('abort', onStop),
    )
  },
})

/** The run is not over and nothing of it is lost: whoever takes it up goes on with it. */
const closedError = (id: string): StudioError =>
  new StudioError({
    code: 'database-unavailable',
    message: `The engine was closed before ${id} ended, or lost its database for good. Take the run up again with \`npx --no-install claude-studio runs resume ${id.split('/')[0]}\`.`,
    retry: 'later',
  })

const resultOf = async <Result extends Json>(started: StartedWorkflow): Promise<Result> =>
  // Recorded by the workflow of this very name, whose results are of this type.
  (await started.getResult({ pollingIntervalMs: pollMs })) as Result

const never: Promise<never> = new Promise(() => undefined)
