import { expect, test } from 'vitest'
import { fakeOrder } from '../../test/support/fake-studio.ts'
import { microUsd, parseUsd, zeroUsd } from '../domain/money.ts'
import { modelCosts } from './model-costs.ts'

const delivered = { state: 'delivered', held: zeroUsd } as const

test('drift is what vendors billed beyond their quotes, of what they delivered or billed', () => {
  const [costs] = modelCosts([
    fakeOrder('a', { ...delivered, billed: parseUsd('0.36') }),
    fakeOrder('b', { ...delivered, billed: parseUsd('0.3') }),
    fakeOrder('c', { state: 'refused', held: zeroUsd }),
    fakeOrder('d', { state: 'drafted', held: zeroUsd }),
  ])
  expect(costs).toMatchObject({
    ...{ orders: 3, quoted: parseUsd('0.9'), held: zeroUsd, billed: parseUsd('0.66') },
    ...{ drift: parseUsd('0.06'), driftShare: 0.1, parked: [] },
  })
})

test('what no vendor has told is assumed, and is no drift', () => {
  const [costs] = modelCosts([
    fakeOrder('a', {
      ...{ ...delivered, billed: parseUsd('0.55'), assumed: parseUsd('0.3') },
    }),
    fakeOrder('b'),
  ])
  expect(costs).toMatchObject({
    ...{ assumed: parseUsd('0.3'), held: parseUsd('0.3'), parked: ['b'] },
    drift: microUsd(-50_000),
  })
})

test('models and kinds of money are told apart, the dearest first; what is free has no drift in per cent', () => {
  const free = { ...delivered, quoted: zeroUsd }
  const costs = modelCosts([
    fakeOrder('a', { ...free, model: 'understudy/crew' }),
    fakeOrder('b', { ...delivered, billed: parseUsd('0.3') }),
    fakeOrder('c', { ...delivered, funds: 'real', billed: parseUsd('0.4') }),
  ])
  expect(costs.map(({ model, funds, driftShare }) => [model, funds, driftShare])).toEqual([
    ['animatic/painted', 'real', expect.closeTo(0.333, 2)],
    ['animatic/painted', 'simulated', 0],
    ['understudy/crew', 'simulated', null],
  ])
})
