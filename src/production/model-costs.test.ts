import { expect, test } from 'vitest'
import { fakeOrder } from '../../test/support/fake-rows.ts'
import { catalogue } from '../catalogue.ts'
import type { Json } from '../domain/json.ts'
import { microUsd, parseUsd, zeroUsd } from '../domain/money.ts'
import type { Order } from '../domain/order.ts'
import { modelCosts } from './model-costs.ts'

const delivered = { state: 'delivered', held: zeroUsd } as const

test('drift is what vendors billed beyond what was expected, of what they delivered or billed', () => {
  const [costs] = modelCosts(
    [
      fakeOrder('a', { ...delivered, billed: parseUsd('0.36') }),
      fakeOrder('b', { ...delivered, billed: parseUsd('0.3') }),
      fakeOrder('c', { state: 'refused', held: zeroUsd }),
      fakeOrder('d', { state: 'drafted', held: zeroUsd }),
    ],
    catalogue,
  )
  expect(costs).toMatchObject({
    ...{
      orders: 3,
      quoted: parseUsd('0.9'),
      expected: parseUsd('0.6'),
      held: zeroUsd,
      billed: parseUsd('0.66'),
    },
    ...{ drift: parseUsd('0.06'), driftShare: 0.1, parked: [] },
  })
})

test('what no vendor has told is assumed, and is no drift', () => {
  const [costs] = modelCosts(
    [
      fakeOrder('a', {
        ...{ ...delivered, billed: parseUsd('0.55'), assumed: parseUsd('0.3') },
      }),
      fakeOrder('b'),
    ],
    catalogue,
  )
  expect(costs).toMatchObject({
    ...{ assumed: parseUsd('0.3'), held: parseUsd('0.3'), parked: ['b'] },
    drift: microUsd(-50_000),
  })
})

test('models and kinds of money are told apart, the dearest first; what is free has no drift in per cent', () => {
  const free = { ...delivered, quoted: zeroUsd }
  const costs = modelCosts(
    [
      fakeOrder('a', { ...free, model: 'understudy/crew' }),
      fakeOrder('b', { ...delivered, billed: parseUsd('0.3') }),
      fakeOrder('c', { ...delivered, funds: 'real', billed: parseUsd('0.4') }),
    ],
    catalogue,
  )
  expect(costs.map(({ model, funds, driftShare }) => [model, funds, driftShare])).toEqual([
    ['animatic/painted', 'real', expect.closeTo(0.333, 2)],
    ['animatic/painted', 'simulated', 0],
    ['understudy/crew', 'simulated', null],
  ])
})

test('of the crew what answers usually cost is expected, not the longest that they are held at', () => {
  const answer = (key: string, request: Json, billed: string): Order =>
    fakeOrder(key, {
      ...{
        ...delivered,
        port: 'llm',
        model: 'anthropic/claude-sonnet-5-5',
        funds: 'real',
        request,
      },
      ...{ quoted: parseUsd('0.2'), billed: parseUsd(billed) },
    })
  const [costs] = modelCosts(
    [
      // 4 000 tokens in and 1 000 + 5 x 500 out, at $2 and $10 a million
      answer('a', { task: 'write-script', input: { seconds: 20 } }, '0.043'),
      // 2 000 + 2 x 250 in and 1 000 + 2 x 500 out
      answer('b', { task: 'cut-candidates', input: { shots: [{}, {}] } }, '0.02'),
      answer('c', { task: 'test-the-provider', input: null }, '0.1'),
    ],
    catalogue,
  )
  expect(costs).toMatchObject({
    ...{ orders: 3, quoted: parseUsd('0.6'), billed: parseUsd('0.163') },
    ...{ expected: parseUsd('0.068'), drift: microUsd(-5_000) },
    driftShare: expect.closeTo(-0.0735, 3),
  })
})

test('of a crew model that the catalogue does not know nothing is expected', () => {
  const request = { task: 'write-script', input: { seconds: 20 } }
  const [costs] = modelCosts(
    [
      fakeOrder('a', {
        ...delivered,
        port: 'llm',
        model: 'gone/model',
        request,
        billed: parseUsd('0.1'),
      }),
    ],
    catalogue,
  )
  expect(costs).toMatchObject({ expected: zeroUsd, drift: zeroUsd, driftShare: null })
})
