import { local, plus } from '../brush/geometry.ts'
import type { Piece } from '../people/figure-body.ts'
import { letGo } from '../poses/quiet-poses.ts'
import type { Reach } from './prop-reach.ts'

/** How much smaller than it is something great is drawn that is let go, so that it stays in the picture; the little is larger. */
const shrunk = 0.8
const [least, mostSeenClose] = [0.5, 0.45] as const

/** Farther before the hand it is seen close, so that it hides no face, body heights. */
const ahead = 0.1

/** What is let go: in the hand at first, then rising out of it, before the wind and smaller and smaller. */
export const releasedPieces = (reach: Reach): Piece[] => {
  const { body, request } = reach
  const { released } = request
  if (!released) return []
  const { view, skeleton, brush, time } = body
  const way = Math.sin(view.yaw) < 0 ? -1 : 1
  const hand = way < 0 ? skeleton.leftArm.end : skeleton.rightArm.end
  const gone = Math.max(0, time - letGo)
  const pace = request.tight ? 0.45 : 1
  const off = local(
    (request.tight ? ahead : 0) + pace * (gone * 0.1 + gone * gone * 0.03),
    pace * (gone * 0.09 + gone * gone * 0.04),
    0,
  )
  const at = view.at(plus(plus(hand, local(0.02, 0.02, 0)), off))
  const whole = Math.max(least, released.metres * shrunk)
  const metres = request.tight ? Math.min(mostSeenClose, whole) : whole
  const size = (metres * request.metre) / (1 + gone * 0.3)
  return [
    {
      near: view.near(hand) + (gone > 0 ? -0.05 : 0.015),
      paint: () => released.paint(brush, { at, size, time, way, held: gone === 0 }),
    },
  ]
}
