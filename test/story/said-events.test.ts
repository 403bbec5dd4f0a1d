import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseUsd, zeroUsd } from '../../src/domain/money.ts'
import type { Floor } from '../../src/production/floor.ts'
import { runTo, type StoryStage, storyStage } from '../support/story-stage.ts'

const never: Promise<never> = new Promise(() => undefined)

/** A process that can die as `kill -9` ends it: from then on nothing that it asks of its stores is answered. */
const mortality = () => {
  let isDead = false
  const death = Promise.withResolvers<never>()
  death.promise.catch(() => undefined)
  const die = (): void => {
    isDead = true
    death.reject(new Error('the process is dead'))
  }
  /** The database lets go of a dead process's locks. */
  const letGo = ([key, work]: readonly unknown[]): readonly unknown[] => [
    key,
    () => Promise.race([(work as () => Promise<unknown>)(), death.promise]),
  ]
  const answer = async (ask: () => Promise<unknown>): Promise<unknown> => {
    if (isDead) return never
    try {
      return await ask()
    } finally {
      if (isDead) await never
    }
  }
  return { die, letGo, answer, died: death.promise }
}

const locks: ReadonlySet<string | symbol> = new Set([
  'asSubmitter',
  'asSubmitterIfFree',
  'asDirector',
])

/** Run until the process dies just before it says an event. */
const dieBefore = async (stage: StoryStage, id: string, event: string): Promise<void> => {
  const { die, letGo, answer, died } = mortality()
  const dying = <Store extends object>(store: Store): Store =>
    new Proxy(store, {
      get: (object, property) => {
        const call: unknown = Reflect.get(object, property)
        if (typeof call !== 'function') return call
        return (...args: readonly unknown[]) => {
          if (property === 'addEvent' && args[2] === event) die()
          const given = locks.has(property) ? letGo(args) : args
          return answer(() => call.apply(object, given))
        }
      },
    })
  const { productions, ledger } = stage.floor
  const driver = await stage.driver({ productions: dying(productions), ledger: dying(ledger) })
  await expect(Promise.race([runTo(driver, id), died])).rejects.toThrow('the process is dead')
}

/** Every event that a stage says about something it wrote down, in the order of the story. */
const events = [
  'contract-written',
  'plan-written',
  'script-written',
  'pilots-priced',
  'take-reviewed',
  'take-circled',
  'pilot-judged',
  'verdict-reached',
  'observation-made',
  'soundtrack-made',
  'cuts-made',
  'render-finished',
  'scene-rendered',
] as const

describe('a process that dies between writing something down and saying so', () => {
  let stage: StoryStage
  beforeAll(async () => {
    stage = await storyStage()
  })
  afterAll(() => stage.close())

  /**
   * What was said; of the stages, which another attempt begins again, each once. Not that an order did not arrive: it is so where the
   * process died while another pilot's order was leaving.
   */
  const said = async (id: string): Promise<readonly string[]> =>
    (await stage.events(id))
      .filter(({ event }) => !event.startsWith('production-') && event !== 'money-moved')
      .filter(({ event, body }) => !(event === 'note' && 'order' in body))
      .map(({ event, body }) => JSON.stringify([event, body]))
      .filter((text, at, all) => !text.startsWith('["stage-') || all.indexOf(text) === at)
      .toSorted()

  test('leaves nothing unsaid: the next one says it, once', async () => {
    const film = { pilots: 2, seconds: 10, budget: parseUsd(20) }
    await stage.create('undisturbed', film)
    await runTo(await stage.driver(), 'undisturbed')
    const all = await said('undisturbed')
    for (const event of events) expect(all.join('\n')).toContain(`["${event}"`)
    await stage.create('mortal', film)
    for (const event of events) await dieBefore(stage, 'mortal', event)
    expect((await runTo(await stage.driver(), 'mortal')).state).toBe('wrapped')
    expect(await said('mortal')).toEqual(all)
  })

  test('leaves the bond to the next one, which moves it to the winner', async () => {
    await stage.create('bond', { pilots: 2, seconds: 10, budget: parseUsd(20) })
    await dieBefore(stage, 'bond', 'pilot-judged')
    const before = await stage.floor.ledger.totals('bond')
    await stage.floor.productions.update('bond', { until: 'pilots' })
    expect((await runTo(await stage.driver(), 'bond')).state).toBe('stopped')
    const after = await stage.floor.ledger.totals('bond')
    expect(after.bond).toBeLessThan(before.bond)
    expect(after.bond).toBeGreaterThan(zeroUsd)
  })

  test('a bond that a cap stands in the way of is said in a note', async () => {
    await stage.create('short')
    const { ledger } = stage.floor
    const capped: Floor['ledger'] = {
      ...ledger,
      setBond: async (id, amount) =>
        (await stage.floor.productions.document(id, 'verdict', 'current')) && amount > 0
          ? { kind: 'refused', scope: 'day', cap: parseUsd(1), available: zeroUsd }
          : ledger.setBond(id, amount),
    }
    expect((await runTo(await stage.driver({ ledger: capped }), 'short')).state).toBe('wrapped')
    const notes = (await stage.events('short')).filter(({ event }) => event === 'note')
    expect(notes.map(({ body }) => String(body['text'])).join('\n')).toMatch(
      /costs at least \$[\d.]+, to be set aside.* \$0.* of the day's cap of \$1.* goes on without it/,
    )
  })
})
