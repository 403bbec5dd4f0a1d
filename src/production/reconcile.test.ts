import { expect, test } from 'vitest'
import { fakeOrder } from '../../test/support/fake-rows.ts'
import { StudioError } from '../domain/errors.ts'
import type { Floor } from './floor.ts'
import { followOrders } from './reconcile.ts'

test('an order whose vendor has no key here was not asked about, which says nothing of buying', async () => {
  const floor = {
    catalogue: [{ id: 'luma/ray-3.2' }],
    videoModel: () => {
      throw new StudioError({
        code: 'vendor-key-missing',
        message: 'The key of luma is not set: LUMA_API_KEY. Set it. Nothing was bought.',
      })
    },
  } as unknown as Floor
  const order = fakeOrder('fox/p1/video/1A/1', { model: 'luma/ray-3.2', funds: 'real' })
  expect(await followOrders(floor, [order], new AbortController().signal)).toEqual([
    {
      ...{ order, before: 'parked', isAsked: false },
      note: 'The key of luma is not set: LUMA_API_KEY. Set it.',
    },
  ])
})
