import { expect, test } from 'vitest'
import type { Order } from '../domain/order.ts'
import { shotId, slateId } from '../domain/slate.ts'
import type { Floor } from './floor.ts'
import { firstFrameOf } from './keyframe.ts'
import type { TakeRequest } from './take-work.ts'

/** A floor that knows the still of every take, and one order. */
const floorWith = (key: string, order: Pick<Order, 'model' | 'job'>): Floor =>
  ({
    productions: { document: async () => 'still' },
    vault: { has: async () => true, path: async (hash: string) => `/vault/${hash}` },
    ledger: { order: async (asked: string) => (asked === key ? order : null) },
  }) as unknown as Floor

const request: TakeRequest = {
  production: 'film',
  pilot: 'p1',
  slate: slateId(shotId(2, 0), 1),
  model: 'luma/ray-2',
  test: false,
  continuesFrom: slateId(shotId(1, 0), 3),
}

test('a take that goes on from another says which job the frame is of, and that its clip goes on behind it', async () => {
  const job = { id: 'g7', api: 'legacy' }
  const floor = floorWith('film/p1/video/1A/3', { model: 'luma/ray-2', job })
  expect(await firstFrameOf(floor, request)).toEqual({
    ...{ hash: 'still', path: '/vault/still' },
    ofJob: { model: 'luma/ray-2', job, isLastFrame: false },
  })
})

test('a frame of a clip that was delivered at once is of no job', async () => {
  const floor = floorWith('film/p1/video/1A/3', { model: 'luma/ray-2', job: null })
  expect(await firstFrameOf(floor, request)).toEqual({ hash: 'still', path: '/vault/still' })
})

test('a take that starts freely has no first frame', async () => {
  const floor = floorWith('film/p1/video/1A/3', { model: 'luma/ray-2', job: null })
  expect(await firstFrameOf(floor, { ...request, continuesFrom: null })).toBeNull()
})
