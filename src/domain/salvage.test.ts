import { describe, expect, it } from 'vitest'
import { zeroUsd } from './money.ts'
import type { Order } from './order.ts'
import {
  isOnItsWay,
  type ListedJob,
  matchJobs,
  mayBeOf,
  mayHaveJob,
  orderedPrompt,
} from './salvage.ts'

const startMs = Date.parse('2026-11-30T10:00:00Z')
const at = (minutes: number): string => new Date(startMs + minutes * 60_000).toISOString()

const order = (key: string, fields: Partial<Order> = {}): Order => ({
  ...{ key, production: 'film', port: 'video', model: 'luma/ray-2', requestHash: 'h' },
  ...{ request: { prompt: 'A lake at sunset' }, state: 'unknown', funds: 'real' },
  ...{ quoted: zeroUsd, held: zeroUsd, billed: zeroUsd, assumed: zeroUsd },
  ...{ submissions: 1, doubtful: 1, submittedAt: at(0), job: null, outputHash: null, output: null },
  ...{ reason: '', trouble: null, account: null, createdAt: at(0), updatedAt: at(0) },
  ...fields,
})

const job = (id: string, fields: Partial<ListedJob> = {}): ListedJob => ({
  ...{ job: { id }, model: 'luma/ray-2', prompt: 'A lake at sunset', createdAt: at(1) },
  ...fields,
})

const pairs = (orders: readonly Order[], jobs: readonly ListedJob[], aheadMs = 0) =>
  matchJobs(orders, jobs, aheadMs).map(({ order: { key }, found }) => `${key}=${found.job['id']}`)

describe('a job is an order’s', () => {
  it('when prompt and model are the same and it was made after the order had left', () => {
    expect(pairs([order('a')], [job('one')])).toEqual(['a=one'])
    expect(pairs([order('a')], [job('one', { prompt: 'A  lake\nat sunset ' })])).toEqual(['a=one'])
    expect(pairs([order('a')], [job('one', { model: null })])).toEqual(['a=one'])
    expect(pairs([order('a')], [job('one', { createdAt: at(-0.5) })])).toEqual(['a=one'])
  })

  it('and no other', () => {
    for (const other of [
      { prompt: 'A lake at noon' },
      { prompt: null },
      { model: 'luma/ray-flash-2' },
      { createdAt: at(-2) },
      { createdAt: at(-25 * 60) },
      { createdAt: null },
    ]) {
      expect(pairs([order('a')], [job('one', other)])).toEqual([])
    }
    expect(pairs([order('a', { request: null })], [job('one')])).toEqual([])
  })

  it('by the vendor’s clock, where that is known to be ahead or behind', () => {
    const day = 24 * 60
    const jobs = [job('another', { createdAt: at(day) }), job('right', { createdAt: at(2 * day) })]
    expect(pairs([order('a')], jobs, 2 * day * 60_000)).toEqual(['a=right'])
    const behind = [job('right', { createdAt: at(1 - 2 * day) })]
    expect(pairs([order('a')], behind, -2 * day * 60_000)).toEqual(['a=right'])
    expect(pairs([order('a')], behind)).toEqual([])
  })

  it('once: of orders for one picture the earliest gets the earliest job', () => {
    const orders = [order('late', { submittedAt: at(5) }), order('early')]
    const jobs = [job('second', { createdAt: at(6) }), job('first', { createdAt: at(1) })]
    expect(pairs(orders, jobs)).toEqual(['early=first', 'late=second'])
    expect(pairs(orders, jobs.slice(1))).toEqual(['early=first'])
    expect(pairs(orders.slice(1), jobs)).toEqual(['early=first'])
  })
})

describe('whatever is listed', () => {
  /** Numbers 0…1 that a seed decides. */
  const dice = (seed: number) => {
    let state = seed
    return (): number => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
      return state / 2_147_483_648
    }
  }
  const prompts = ['A lake', 'A mill', 'A fox']
  const pick = <Item>(roll: () => number, items: readonly Item[]): Item | undefined =>
    items[Math.floor(roll() * items.length)]

  it('no job is two orders’, no order has two jobs, each pair fits, and nothing that fits is left over', () => {
    for (let seed = 1; seed <= 500; seed += 1) {
      const roll = dice(seed)
      const orders = Array.from({ length: Math.floor(roll() * 6) }, (_, index) =>
        order(`o${index}`, {
          request: { prompt: pick(roll, prompts) ?? '' },
          submittedAt: at(Math.floor(roll() * 20)),
        }),
      )
      const jobs = Array.from({ length: Math.floor(roll() * 6) }, (_, index) =>
        job(`j${index}`, {
          prompt: pick(roll, prompts) ?? null,
          createdAt: at(Math.floor(roll() * 20)),
        }),
      )
      const found = matchJobs(orders, jobs, 0)
      expect(new Set(found.map((pair) => pair.order)).size).toBe(found.length)
      expect(new Set(found.map((pair) => pair.found)).size).toBe(found.length)
      for (const pair of found) expect(matchJobs([pair.order], [pair.found], 0)).toHaveLength(1)
      const freeOrders = orders.filter((one) => !found.some((pair) => pair.order === one))
      const freeJobs = jobs.filter((one) => !found.some((pair) => pair.found === one))
      expect(matchJobs(freeOrders, freeJobs, 0)).toEqual([])
    }
  })
})

describe('a job whose vendor tells little', () => {
  const owners = (fields: Partial<ListedJob>): readonly string[] =>
    mayBeOf([order('a')], job('one', fields)).map(({ key }) => key)

  it('may be of an order that nothing it tells speaks against', () => {
    expect(owners({ prompt: null, model: null })).toEqual(['a'])
    expect(owners({ prompt: null, createdAt: null })).toEqual(['a'])
  })

  it('and of no other', () => {
    expect(owners({ prompt: null, createdAt: at(-2) })).toEqual([])
    expect(owners({ prompt: 'A lake at noon' })).toEqual([])
    expect(owners({ prompt: null, model: 'luma/ray-flash-2' })).toEqual([])
  })
})

describe('an order', () => {
  it('may have a job that is not known while its answer is open', () => {
    const states = ['submitting', 'unknown', 'parked', 'accepted', 'held', 'delivered'] as const
    expect(states.filter((state) => mayHaveJob(order('a', { state })))).toEqual([
      'submitting',
      'unknown',
      'parked',
    ])
    expect(mayHaveJob(order('a', { job: { id: 'one' } }))).toBe(false)
    expect(mayHaveJob(order('a', { submittedAt: null }))).toBe(false)
  })

  it('is on its way for ten minutes', () => {
    const sent = order('a', { state: 'submitting' })
    expect(isOnItsWay(sent, startMs + 60_000)).toBe(true)
    expect(isOnItsWay(sent, startMs + 11 * 60_000)).toBe(false)
    expect(isOnItsWay(order('a'), startMs)).toBe(false)
  })

  it('of another kind has no prompt', () => {
    expect(orderedPrompt(order('a', { request: ['A lake'] }))).toBeNull()
  })
})
