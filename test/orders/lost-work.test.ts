import { expect, test } from 'vitest'
import { microUsd } from '../../src/domain/money.ts'
import type { Order } from '../../src/domain/order.ts'
import { lostWork, type Standing } from './lost-work.ts'

const order = (change: Partial<Order>): Order =>
  ({
    ...{ key: 'run/p1/video/1A/1', state: 'delivered', job: { id: 'j1' }, outputHash: 'j1' },
    ...{ submissions: 1, doubtful: 1, quoted: microUsd(100), assumed: microUsd(0), reason: '' },
    ...change,
  }) as Order

const lost = (orders: readonly Order[], change: Partial<Standing> = {}): readonly string[] =>
  lostWork({
    ...{ paid: [{ job: 'j1', asked: 'a lake' }], orders, askedBy: () => 'a lake' },
    ...{ strays: new Set<string>(), told: new Set<string>() },
    isHome: ({ outputHash }, job) => outputHash === job,
    ...change,
  })

test('paid work is safe in store, at an order that follows it, with a person, or with salvage', () => {
  for (const state of ['delivered', 'accepted', 'ready', 'parked', 'written-off'] as const) {
    expect(lost([order({ state })]), state).toEqual([])
  }
  expect(lost([], { strays: new Set(['j1']) })).toEqual([])
})

test('an order that is closed without the work it was charged for has lost it', () => {
  for (const state of ['failed', 'refused'] as const) {
    expect(lost([order({ state, outputHash: null })]), state).toHaveLength(1)
  }
})

test('other footage, or none, is not what was paid for', () => {
  for (const outputHash of ['j2', null]) expect(lost([order({ outputHash })])).toHaveLength(1)
})

test('work that no order names is explained by as many submissions in doubt, not by any order that waits', () => {
  const parked = order({ state: 'parked', job: null, outputHash: null })
  const paid = ['j1', 'j2'].map((job) => ({ job, asked: 'a lake' }))
  expect(lost([parked])).toEqual([])
  expect(lost([parked], { paid })).toHaveLength(1)
  expect(lost([{ ...parked, doubtful: 2 }], { paid })).toEqual([])
  expect(lost([order({ assumed: microUsd(100) })], { paid })).toEqual([])
  expect(lost([order({})], { paid })).toHaveLength(1)
})

test('work that was known is forgotten, whatever is in doubt; one job is one order’s', () => {
  const parked = order({ state: 'parked', job: null, outputHash: null })
  expect(lost([parked], { told: new Set(['j1']) })).toHaveLength(1)
  expect(lost([order({}), order({ key: 'run/p1/video/2A/1' })])).toHaveLength(1)
})
