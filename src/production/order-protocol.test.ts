import { expect, it } from 'vitest'
import { fakeOrder } from '../../test/support/fake-rows.ts'
import { pursueOrder } from './order-protocol.ts'

const job = { id: 'd3238cc0', seconds: 2 }

it.each([
  ['of-another-account', 'does not know job d3238cc0; put the first back'],
  ['gone', 'no longer knows job d3238cc0'],
] as const)('a job that is %s is told by the id of its vendor', (state, words) => {
  const order = fakeOrder('fox/p1/video/1A/1', { state: 'accepted', job })
  const { key, model } = order
  const terms = { key, model, maySend: true, looksForParked: false, billed: () => null }
  const tale = pursueOrder(terms)
  expect(tale.next().value).toMatchObject({ ask: 'row' })
  expect(tale.next(order).value).toMatchObject({ ask: 'check' })
  expect(tale.next({ state }).value).toMatchObject({
    ...{ ask: 'advance', event: { kind: 'cannot-tell', reason: expect.stringContaining(words) } },
  })
})
