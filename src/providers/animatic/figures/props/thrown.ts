import { type Local, local, plus } from '../brush/geometry.ts'
import type { Piece } from '../people/figure-body.ts'
import { throwing } from '../poses/throwing.ts'
import type { Reach } from './prop-reach.ts'

/** How long something flies until it comes down, seconds. */
const flight = 0.95

/** Where something is that has been thrown, from where the feet stand, body heights. */
const flown = (from: Local, seconds: number): Local => {
  const share = Math.min(1, seconds / flight)
  const fall = from.u - 0.03
  return local(
    from.f + 1.05 * share,
    from.u + 0.5 * share - (fall + 0.5) * share * share,
    from.l * (1 - share),
  )
}

/** What is thrown: in the hand that is drawn back, then on its way through the air and on the ground. */
export const thrownPieces = (reach: Reach): Piece[] => {
  const { body, request } = reach
  const { missile } = request
  if (!missile) return []
  const { view, skeleton, brush, time, measures } = body
  const isLeft = Math.sin(view.yaw) < 0
  const arm = isLeft ? skeleton.leftArm : skeleton.rightArm
  const hand = plus(arm.end, plus(arm.end, arm.middle, -1), 0.25)
  const gone = throwing(time, missile.many).gone
  if (gone > flight && !missile.lies) return []
  const start = local(0.3 * measures.scale, 0.95 * measures.scale, 0)
  const place = gone > 0 ? flown(start, gone) : hand
  const way = isLeft ? -1 : 1
  return [
    {
      near: gone > 0 ? -0.2 : view.near(arm.end) + 0.02,
      paint: () =>
        missile.paint(brush, {
          at: view.at(place),
          metre: request.metre,
          turned: way * Math.min(gone, flight) * 9,
        }),
    },
  ]
}
