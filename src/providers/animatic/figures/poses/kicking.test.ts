import { expect, test } from 'vitest'
import { isKick, kickedBall, kickPose, runUpAt } from './kicking.ts'
import { standingPose } from './pose.ts'

test('who kicks runs up to the ball, and it flies from the foot', () => {
  expect(isKick('kicks')).toBe(true)
  expect(isKick('plays football')).toBe(false)
  expect(runUpAt(0)).toBeGreaterThan(0.5)
  expect(runUpAt(1.3)).toBe(0)
  const foot = kickPose(1.4, 1, standingPose(1.4, 1)).rightFoot.at
  expect(Math.abs((kickedBall(1.4)?.f ?? 0) - foot.f)).toBeLessThan(0.2)
  expect(kickedBall(1.9)?.f).toBeGreaterThan(0.5)
  expect(kickedBall(4)).toBeNull()
})
