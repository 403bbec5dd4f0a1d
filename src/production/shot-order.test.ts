import { expect, test } from 'vitest'
import type { Json } from '../domain/json.ts'
import { sampleShotOrder } from '../testing/sample-shot-order.ts'
import { requestHash } from './order.ts'
import { shotIdentity } from './shot-order.ts'

test('an order without a frame to end on keeps the hash it had before there were such frames', () => {
  const { lastFrame, ...before } = sampleShotOrder()
  expect(lastFrame).toBeNull()
  expect(requestHash('vendor/model', shotIdentity(sampleShotOrder()))).toBe(
    requestHash('vendor/model', before as unknown as Json),
  )
})

test('the frame to end on makes it another order, wherever its file lies', () => {
  const ending = (path: string, hash: string) =>
    shotIdentity(sampleShotOrder({ lastFrame: { path, hash } }))
  expect(ending('/a.png', 'k')).toEqual(ending('/b.png', 'k'))
  expect(ending('/a.png', 'k')).not.toEqual(ending('/a.png', 'l'))
  expect(ending('/a.png', 'k')).not.toEqual(shotIdentity(sampleShotOrder()))
})
