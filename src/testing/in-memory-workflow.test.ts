import { describe, expect, it } from 'vitest'
import type { Json } from '../domain/json.ts'
import type { Workflow, WorkflowContext } from '../ports/workflow.ts'
import {
  type InMemoryWorkflowEngine,
  inMemoryWorkflowEngine,
  memoryJournal,
  type StepMoment,
} from './in-memory-workflow.ts'
import { virtualClock } from './virtual-clock.ts'
import { workflowContract } from './workflow-contract.ts'

workflowContract('the in-memory engine', async () => {
  const journal = memoryJournal()
  const made: InMemoryWorkflowEngine[] = []
  return {
    engine: async () => {
      const engine = inMemoryWorkflowEngine({ journal, clock: virtualClock() })
      made.push(engine)
      return engine
    },
    kill: async (engine) => made.find((one) => one === engine)?.crash(),
    dispose: async () => undefined,
  }
})

/** A scene of two shots as children, each of two steps; the scene adds up what they cost. */
const film = (log: string[]): readonly [Workflow<Json, Json>, Workflow<Json, Json>] => {
  const shot: Workflow<Json, Json> = {
    name: 'shot',
    run: async (context: WorkflowContext) => {
      const step = (name: string, value: number): Promise<number> =>
        context.step(name, async () => {
          log.push(`${context.workflowId} ${name}`)
          return value
        })
      const submitted = await step('submit', 2)
      await context.sleep('wait', 60_000)
      return submitted + (await step('download', 3))
    },
  }
  const scene: Workflow<Json, Json> = {
    name: 'scene',
    run: async (context: WorkflowContext) => {
      const first = await context.startChild(shot, 'p/1A', null)
      const second = await context.startChild(shot, 'p/1B', null)
      const sum = Number(await first.result()) + Number(await second.result())
      return context.step('edit', async () => {
        log.push('p edit')
        return sum
      })
    },
  }
  return [scene, shot]
}

const engineWith = async (
  journal: ReturnType<typeof memoryJournal>,
  workflows: readonly Workflow<Json, Json>[],
  crashAt: (moment: StepMoment) => boolean,
): Promise<InMemoryWorkflowEngine> => {
  const engine = inMemoryWorkflowEngine({ journal, clock: virtualClock(), crashAt })
  for (const workflow of workflows) engine.register(workflow)
  await engine.launch()
  return engine
}

const momentsOfAFilm = async (): Promise<readonly StepMoment[]> => {
  const moments: StepMoment[] = []
  const workflows = film([])
  const engine = await engineWith(memoryJournal(), workflows, (moment) => {
    moments.push(moment)
    return false
  })
  await (await engine.start(workflows[0], 'p', null)).result()
  return moments
}

describe('crashing on demand', () => {
  it('at every moment of every step, the restarted film is the same and no recorded step runs again', async () => {
    const moments = await momentsOfAFilm()
    expect(moments).toHaveLength(3 * (3 + 2 * 3))
    for (const at of moments) {
      const journal = memoryJournal()
      const log: string[] = []
      const workflows = film(log)
      const first = await engineWith(
        journal,
        workflows,
        (moment) => JSON.stringify(moment) === JSON.stringify(at),
      )
      await expect((await first.start(workflows[0], 'p', null)).result()).rejects.toThrow('crashed')
      const begunBefore = log.length
      const recorded = new Set(
        [...journal.runs].flatMap(([id, run]) => run.operations.map(({ name }) => `${id} ${name}`)),
      )
      const second = await engineWith(journal, workflows, () => false)
      await second.recover()
      expect(await (await second.start(workflows[0], 'p', null)).result()).toBe(10)
      expect(log.slice(begunBefore).filter((line) => recorded.has(line))).toEqual([])
    }
  })

  it('a body that takes another path on replay is found out', async () => {
    const journal = memoryJournal()
    let visits = 0
    const fickle: Workflow<Json, Json> = {
      name: 'fickle',
      run: async (context) => {
        visits += 1
        await context.step(`visit ${visits}`, async () => 1)
        return context.step('last', async () => 2)
      },
    }
    const first = await engineWith(journal, [fickle], ({ step }) => step === 'last')
    await expect((await first.start(fickle, 'p', null)).result()).rejects.toThrow('crashed')
    const second = await engineWith(journal, [fickle], () => false)
    await second.recover()
    await expect((await second.start(fickle, 'p', null)).result()).rejects.toThrow(
      /not deterministic/,
    )
  })

  it('a durable sleep of ten days takes no real time', async () => {
    const clock = virtualClock()
    const engine = inMemoryWorkflowEngine({ clock })
    const nap: Workflow<Json, Json> = {
      name: 'nap',
      run: async (context) => {
        await context.sleep('rest', 864_000_000)
        return 'rested'
      },
    }
    engine.register(nap)
    await engine.launch()
    const began = clock.now()
    await (await engine.start(nap, 'p', null)).result()
    expect(clock.now() - began).toBe(864_000_000)
  })
})
