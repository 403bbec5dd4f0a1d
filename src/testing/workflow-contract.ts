import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Json } from '../domain/json.ts'
import { largestJournaledBytes } from '../kit/sequential-steps.ts'
import type { Workflow, WorkflowEngine } from '../ports/workflow.ts'
import {
  type Launch,
  nextTurns,
  recoveryTests,
  until,
  workflow,
} from './workflow-recovery-contract.ts'

/** What the suite needs of an adapter. */
export interface WorkflowHarness {
  /** A new engine, not launched, over the journal that all engines of this harness share. */
  engine(): Promise<WorkflowEngine>
  /** End an engine as its process's death would; its bodies go no further. */
  kill(engine: WorkflowEngine): Promise<void>
  dispose(): Promise<void>
}

/**
 * What every adapter of the `workflow` port promises. Call it in the adapter's test.
 *
 * @param name adapter's name for the report
 * @param makeHarness called before each test: a journal of its own
 */
export const workflowContract = (
  name: string,
  makeHarness: () => Promise<WorkflowHarness>,
): void => {
  describe(`${name} keeps the workflow contract`, () => {
    let harness: WorkflowHarness
    let engines: WorkflowEngine[] = []

    beforeEach(async () => {
      harness = await makeHarness()
      engines = []
    })
    afterEach(async () => {
      await Promise.all(engines.map((engine) => engine.close()))
      await harness.dispose()
    })
    const launch: Launch = async (...workflows) => {
      const engine = await harness.engine()
      engines.push(engine)
      for (const workflow of workflows) engine.register(workflow)
      await engine.launch()
      return engine
    }
    const kill = async (engine: WorkflowEngine): Promise<void> => {
      engines.splice(engines.indexOf(engine), 1)
      await harness.kill(engine)
    }

    describe('results', () => resultTests(launch))
    describe('rules of a body', () => ruleTests(launch))
    describe('children', () => childTests(launch))
    describe('recovery', () => recoveryTests(launch, kill))
    describe('cancelling', () => cancelTests(launch))
  })
}

const resultTests = (launch: Launch): void => {
  it('a workflow gives back what its body returned', async () => {
    const add = workflow('add', async (context, input) => {
      const one = await context.step('one', async () => 1)
      return { sum: one + Number(input), id: context.workflowId }
    })
    const engine = await launch(add)
    const handle = await engine.start(add, 'p1/add/1', 41)
    expect(await handle.result()).toEqual({ sum: 42, id: 'p1/add/1' })
    expect(await engine.state('p1/add/1')).toBe('done')
  })

  it('starting an id again joins the first and runs nothing twice', async () => {
    let runs = 0
    const count = workflow('count', async (context) =>
      context.step('count', async () => {
        runs += 1
        return runs
      }),
    )
    const engine = await launch(count)
    const first = await engine.start(count, 'p1/count/1', null)
    const again = await engine.start(count, 'p1/count/1', null)
    expect(await Promise.all([first.result(), again.result()])).toEqual([1, 1])
    expect(await (await engine.start(count, 'p1/count/1', null)).result()).toBe(1)
    expect(runs).toBe(1)
  })

  it('a step that throws ends the workflow as failed, with its message', async () => {
    const fail = workflow('fail', async (context) =>
      context.step('burn', async () => {
        throw new Error('the set is on fire')
      }),
    )
    const engine = await launch(fail)
    const handle = await engine.start(fail, 'p1/fail/1', null)
    await expect(handle.result()).rejects.toThrow('the set is on fire')
    expect(await engine.state('p1/fail/1')).toBe('failed')
  })

  it('a body may catch what a step threw and go on', async () => {
    const cope = workflow('cope', async (context) => {
      const trouble = await context
        .step('burn', async (): Promise<string> => {
          throw new Error('rain')
        })
        .catch((error: Error) => `coped with ${error.message}`)
      return context.step('report', async () => trouble)
    })
    const engine = await launch(cope)
    expect(await (await engine.start(cope, 'p1/cope/1', null)).result()).toBe('coped with rain')
  })

  it('an id that was never started has no state', async () => {
    const engine = await launch()
    expect(await engine.state('p1/nothing/1')).toBeNull()
  })
}

const ruleTests = (launch: Launch): void => {
  const caught = async (engine: WorkflowEngine, body: Workflow<Json, Json>): Promise<Json> =>
    (await engine.start(body, `p1/${body.name}/1`, null)).result()
  const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'no error')

  it('a second step while one is open is a TypeError', async () => {
    const both = workflow('both', async (context) => {
      const slow = context.step('slow', () => nextTurns(1))
      const second = await context.step('second', async () => 1).catch(nameOf)
      await slow
      return second
    })
    expect(await caught(await launch(both), both)).toBe('TypeError')
  })

  it('starting a child while a step is open is a TypeError', async () => {
    const child = workflow('child', async () => 1)
    const both = workflow('both', async (context) => {
      const slow = context.step('slow', () => nextTurns(1))
      const second = await context
        .startChild(child, 'p1/both/1/child', null)
        .then(() => 'started', nameOf)
      await slow
      return second
    })
    expect(await caught(await launch(child, both), both)).toBe('TypeError')
  })

  it('a step name used twice is a TypeError', async () => {
    const twice = workflow('twice', async (context) => {
      await context.step('same', async () => 1)
      return context.step('same', async () => 2).catch(nameOf)
    })
    expect(await caught(await launch(twice), twice)).toBe('TypeError')
  })

  it.each([
    ['a date', new Date(0)],
    ['a function', () => 1],
    ['not a number', Number.NaN],
    ['nothing at all', undefined],
    ['a map inside', { inside: new Map() }],
    ['one byte too large', 'x'.repeat(largestJournaledBytes - 1)],
  ])('a step result that is %s is a TypeError', async (_, result) => {
    const odd = workflow('odd', async (context) =>
      context.step('odd', async () => result as Json).then(() => 'taken', nameOf),
    )
    expect(await caught(await launch(odd), odd)).toBe('TypeError')
  })

  it('a step result of exactly 64 KiB is taken whole', async () => {
    const large = 'x'.repeat(largestJournaledBytes - 2)
    const whole = workflow('whole', async (context) => {
      const text = await context.step('large', async () => large)
      return text === large
    })
    expect(await caught(await launch(whole), whole)).toBe(true)
  })

  it('a body that leaves a step open fails', async () => {
    const hasty = workflow('hasty', async (context) => {
      context.step('forgotten', () => nextTurns(3)).catch(() => undefined)
      return 'done'
    })
    const engine = await launch(hasty)
    await expect(caught(engine, hasty)).rejects.toThrow(/while its step "forgotten" was open/)
    expect(await engine.state('p1/hasty/1')).toBe('failed')
  })

  it('a workflow cannot be registered after launch', async () => {
    const engine = await launch()
    expect(() => engine.register(workflow('late', async () => 1))).toThrow(TypeError)
  })
}

const childTests = (launch: Launch): void => {
  it('children run side by side and their results come back in order', async () => {
    let running = 0
    let most = 0
    const shot = workflow('shot', async (context, input) =>
      context.step(`shoot ${input}`, async () => {
        running += 1
        most = Math.max(most, running)
        await until(() => most === 3)
        running -= 1
        return `${input} is in the can`
      }),
    )
    const scene = workflow('scene', async (context) => {
      const handles = []
      for (const slate of ['1A', '1B', '1C']) {
        handles.push(await context.startChild(shot, `p1/scene/1/${slate}`, slate))
      }
      const results = []
      for (const handle of handles) results.push(await handle.result())
      return results
    })
    const engine = await launch(shot, scene)
    expect(await (await engine.start(scene, 'p1/scene/1', null)).result()).toEqual(
      ['1A', '1B', '1C'].map((slate) => `${slate} is in the can`),
    )
  })

  it('starting a child that exists joins it', async () => {
    let shots = 0
    const shot = workflow('shot', async (context) =>
      context.step('shoot', async () => {
        shots += 1
        return shots
      }),
    )
    const scene = workflow('scene', async (context) =>
      (await context.startChild(shot, 'p1/shot/1A', null)).result(),
    )
    const engine = await launch(shot, scene)
    expect(await (await engine.start(shot, 'p1/shot/1A', null)).result()).toBe(1)
    expect(await (await engine.start(scene, 'p1/scene/1', null)).result()).toBe(1)
    expect(shots).toBe(1)
  })

  it('a child that fails rejects in its parent, which may go on', async () => {
    const shot = workflow('shot', async () => {
      throw new Error('out of focus')
    })
    const scene = workflow('scene', async (context) => {
      const handle = await context.startChild(shot, 'p1/scene/1/1A', null)
      return handle.result().catch((error: Error) => error.message)
    })
    const engine = await launch(shot, scene)
    expect(await (await engine.start(scene, 'p1/scene/1', null)).result()).toBe('out of focus')
    expect(await engine.state('p1/scene/1/1A')).toBe('failed')
  })
}

const cancelTests = (launch: Launch): void => {
  it('an open step finishes, nothing new begins, and the children end too', async () => {
    let letGo = false
    const done: string[] = []
    const child = workflow('child', async (context) => {
      await context.step('open', async () => {
        done.push('began')
        await until(() => letGo)
        done.push('finished')
        return null
      })
      return context.step('never', async () => done.push('never'))
    })
    const parent = workflow('parent', async (context) =>
      (await context.startChild(child, `${context.workflowId}/child`, null)).result(),
    )
    const engine = await launch(child, parent)
    const handle = await engine.start(parent, 'p1/parent/1', null)
    const outcome = handle.result().then(
      () => 'done',
      () => 'rejected',
    )
    await until(() => done.length === 1)
    await engine.cancel('p1/parent/1')
    letGo = true
    expect(await outcome).toBe('rejected')
    await until(() => done.length === 2)
    expect(await engine.state('p1/parent/1')).toBe('cancelled')
    expect(await engine.state('p1/parent/1/child')).toBe('cancelled')
    await nextTurns(20)
    expect(done).toEqual(['began', 'finished'])
    expect(await engine.recover()).toEqual([])
  })

  it('cancelling what has ended changes nothing', async () => {
    const quick = workflow('quick', async () => 1)
    const engine = await launch(quick)
    await (await engine.start(quick, 'p1/quick/1', null)).result()
    await engine.cancel('p1/quick/1')
    expect(await engine.state('p1/quick/1')).toBe('done')
  })
}
