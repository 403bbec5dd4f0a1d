import { local, plus } from '../brush/geometry.ts'
import type { Piece } from '../people/figure-body.ts'
import { letGo } from '../poses/quiet-poses.ts'
import type { Reach } from './prop-reach.ts'

/** How much smaller than it is something great is drawn that is let go, so that it stays in the picture. */
const shrunk = 0.8

/** The least that something is drawn, metres: less would not be seen to fly off. */
const least = 0.5

/** What is let go: in the hand at first, then rising out of it, before the wind and smaller and smaller. */
export const releasedPieces = (reach: Reach): Piece[] => {
  const { body, request } = reach
  const { released } = request
  if (!released) return []
  const { view, skeleton, brush, time } = body
  const way = Math.sin(view.yaw) < 0 ? -1 : 1
  const hand = way < 0 ? skeleton.leftArm.end : skeleton.rightArm.end
  const gone = Math.max(0, time - letGo)
  const off = local(gone * 0.09 + gone * gone * 0.02, gone * 0.07 + gone * gone * 0.025, 0)
  const at = view.at(plus(plus(hand, local(0.02, 0.02, 0)), off))
  const metres = Math.max(least, released.metres * shrunk)
  const size = (metres * request.metre) / (1 + gone * 0.3)
  return [
    {
      near: view.near(hand) + (gone > 0 ? -0.05 : 0.015),
      paint: () => released.paint(brush, { at, size, time, way, held: gone === 0 }),
    },
  ]
}
