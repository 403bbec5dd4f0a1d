import { expect, it } from 'vitest'
import type { Json } from '../domain/json.ts'
import type { Workflow, WorkflowContext, WorkflowEngine } from '../ports/workflow.ts'

/** Make an engine with these workflows and launch it. */
export type Launch = (...workflows: readonly Workflow<Json, Json>[]) => Promise<WorkflowEngine>

type Kill = (engine: WorkflowEngine) => Promise<void>

/** What a restart promises: part of `workflowContract`. */
export const recoveryTests = (launch: Launch, kill: Kill): void => {
  it('a launched engine takes over nothing until it is asked to', async () => {
    const { begun, body } = interrupted()
    const first = await launch(body)
    await first.start(body, 'p1/two-steps/1', 'x')
    await until(() => begun.length === 2)
    await kill(first)
    const second = await launch(body)
    await nextTurns(20)
    expect(begun).toHaveLength(2)
    expect(await second.state('p1/two-steps/1')).toBe('pending')
  })

  it('recorded steps are not run again, the interrupted one is', async () => {
    const { begun, body, letGo } = interrupted()
    const first = await launch(body)
    await first.start(body, 'p1/two-steps/1', 'x')
    await until(() => begun.length === 2)
    await kill(first)
    const second = await launch(body)
    expect(await second.recover()).toEqual(['p1/two-steps/1'])
    await until(() => begun.length === 3)
    letGo()
    const handle = await second.start(body, 'p1/two-steps/1', 'ignored')
    expect(await handle.result()).toEqual(['x', 1, 'second'])
    expect(begun).toEqual(['first', 'second', 'second'].map((step) => `${step} of p1/two-steps/1`))
    expect(await second.recover()).toEqual([])
  })

  it('recover with a prefix leaves other productions alone', async () => {
    const { begun, body, letGo } = interrupted()
    const first = await launch(body)
    await first.start(body, 'p1/two-steps/1', null)
    await first.start(body, 'p10/two-steps/1', null)
    await until(() => begun.filter((line) => line.startsWith('second')).length === 2)
    await kill(first)
    const second = await launch(body)
    expect(await second.recover('p1/')).toEqual(['p1/two-steps/1'])
    letGo()
    await (await second.start(body, 'p1/two-steps/1', null)).result()
    expect(await second.state('p10/two-steps/1')).toBe('pending')
  })

  it('what is retired has ended for good, children and all; what a living owner has goes on', async () => {
    const { begun, body, letGo } = interrupted()
    const first = await launch(body)
    await first.start(body, 'p1/two-steps/1', null)
    await until(() => begun.length === 2)
    await kill(first)
    const second = await launch(body)
    await second.start(body, 'p1/two-steps/2', null)
    await until(() => begun.length === 4)
    expect(await second.retire('p1/')).toEqual(['p1/two-steps/1'])
    expect(await second.state('p1/two-steps/1')).toBe('cancelled')
    expect(await second.recover('p1/')).toEqual([])
    letGo()
    const handle = await second.start(body, 'p1/two-steps/2', null)
    expect(await handle.result()).toEqual([null, 3, 'second'])
  })

  familyTests(launch, kill)
}

const familyTests = (launch: Launch, kill: Kill): void => {
  it('a parent and its children come back together', async () => {
    const { begun, body, letGo } = interrupted()
    const parent = workflow('parent', async (context) => {
      const handles = []
      for (const name of ['a', 'b']) {
        handles.push(await context.startChild(body, `${context.workflowId}/${name}`, name))
      }
      const results: Json[] = []
      for (const handle of handles) results.push(await handle.result())
      return results.map((result) => (Array.isArray(result) ? result[0] : null))
    })
    const first = await launch(body, parent)
    await first.start(parent, 'p1/parent/1', null)
    await until(() => begun.filter((line) => line.startsWith('second')).length === 2)
    await kill(first)
    const second = await launch(body, parent)
    const recovered = await second.recover('p1/')
    expect([...recovered].sort()).toEqual(['p1/parent/1', 'p1/parent/1/a', 'p1/parent/1/b'])
    letGo()
    const handle = await second.start(parent, 'p1/parent/1', null)
    expect(await handle.result()).toEqual(['a', 'b'])
    expect(begun.filter((line) => line.startsWith('first'))).toHaveLength(2)
  })

  it('a sleep that was begun sleeps only what is left after a restart', async () => {
    const woken: string[] = []
    const nap = workflow('nap', async (context) => {
      await context.sleep('rest', 700)
      return context.step('wake', async () => {
        woken.push(context.workflowId)
        return 'rested'
      })
    })
    const first = await launch(nap)
    await first.start(nap, 'p1/nap/1', null)
    await kill(first)
    const second = await launch(nap)
    await second.recover()
    expect(await (await second.start(nap, 'p1/nap/1', null)).result()).toBe('rested')
    expect(woken).toEqual(['p1/nap/1'])
  })
}

/** Two steps; the second holds until it is let go, and counts how often each began. */
const interrupted = () => {
  const begun: string[] = []
  let letGo = false
  const body = workflow('two-steps', async (context, input) => {
    const first = await context.step('first', async () => {
      begun.push(`first of ${context.workflowId}`)
      return begun.length
    })
    const second = await context.step('second', async () => {
      begun.push(`second of ${context.workflowId}`)
      await until(() => letGo)
      return 'second'
    })
    return [input, first, second]
  })
  return {
    begun,
    body,
    letGo: () => {
      letGo = true
    },
  }
}

/** Give others about this many turns of 5 ms; returns null so that it can stand for a step's work. */
export const nextTurns = async (turns: number): Promise<null> => {
  for (let turn = 0; turn < turns; turn += 1) await pause()
  return null
}

/** Wait until something is true. */
export const until = async (isTrue: () => boolean): Promise<void> => {
  while (!isTrue()) await pause()
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5))

/** A workflow from its name and body. */
export const workflow = (
  name: string,
  run: (context: WorkflowContext, input: Json) => Promise<Json>,
): Workflow<Json, Json> => ({ name, run })
