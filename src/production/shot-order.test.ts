import { expect, test } from 'vitest'
import type { Json } from '../domain/json.ts'
import { frames, rate24 } from '../domain/time.ts'
import type { ShotOrder } from '../ports/video-model.ts'
import { requestHash } from './order.ts'
import { shotIdentity } from './shot-order.ts'

const order: ShotOrder = {
  prompt: 'A lake at sunset',
  picture: {
    ...{
      place: 'lake',
      timeOfDay: 'sunset',
      weather: 'clear',
      mood: '',
      subjects: [],
      objects: [],
    },
    ...{ camera: 'static', framing: 'wide', style: '', avoid: [] },
  },
  ...{ cast: [], length: frames(96), rate: rate24, size: { width: 1280, height: 720 } },
  ...{ firstFrame: null, lastFrame: null, seed: 7, slate: null },
}

test('an order without a frame to end on keeps the hash it had before there were such frames', () => {
  const { lastFrame, ...before } = order
  expect(lastFrame).toBeNull()
  expect(shotIdentity(order)).toEqual(before)
  expect(requestHash('vendor/model', shotIdentity(order))).toBe(
    requestHash('vendor/model', before as unknown as Json),
  )
})

test('the frame to end on makes it another order, wherever its file lies', () => {
  const ending = (path: string, hash: string) =>
    shotIdentity({ ...order, lastFrame: { path, hash } })
  expect(ending('/a.png', 'k')).toEqual(ending('/b.png', 'k'))
  expect(ending('/a.png', 'k')).not.toEqual(ending('/a.png', 'l'))
  expect(ending('/a.png', 'k')).not.toEqual(shotIdentity(order))
})
