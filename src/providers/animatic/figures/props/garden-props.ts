import { readColour } from '../brush/colour.ts'
import { type Local, local, type Point, plus, unit } from '../brush/geometry.ts'
import type { Piece } from '../people/figure-body.ts'
import { makePen } from '../things/thing.ts'
import { thingCalled } from '../things/things.ts'
import type { Reach } from './prop-reach.ts'

/** Which way the body looks across the picture, −1 left, 1 right. */
const wayOf = ({ body }: Reach): number => Math.sign(Math.sin(body.view.yaw)) || 1

/** A thing seen from its side, its front the way the body looks. */
const turnedThing = (reach: Reach, name: string, at: Point, size: number, turn = 0): void => {
  const { brush, time } = reach.body
  const { context } = brush
  context.save()
  context.translate(at.x, at.y)
  context.scale(wayOf(reach), 1)
  thingCalled(name)?.paint(makePen(brush, { x: 0, y: 0 }, size, time, turn), null)
  context.restore()
}

/** A watering can in the right hand, tipped, its water falling in drops. */
export const wateringCan = (reach: Reach): Piece[] => {
  const { body, request, rightHand } = reach
  const { brush, time } = body
  const size = 0.36 * request.metre
  const way = wayOf(reach)
  const paint = (): void => {
    const spout = { x: rightHand.x + way * size * 0.98, y: rightHand.y + size * 0.62 }
    for (let drop = 0; drop < 18; drop += 1) {
      const share = (time * 1.3 + drop * 0.157) % 1
      brush.oval(
        {
          x: spout.x + way * size * (((drop % 5) - 1) * 0.07 + share * 0.3),
          y: spout.y + size * share * share * 2.4,
        },
        { rx: size * 0.018, ry: size * 0.045 },
        readColour('#cfe4ee'),
        { alpha: 0.8 * (1 - share * 0.6), outline: false, shade: 0 },
      )
    }
    turnedThing(reach, 'watering can', { x: rightHand.x, y: rightHand.y + size * 0.9 }, size, 0.3)
  }
  return [{ near: body.view.near(body.skeleton.rightArm.end) - 0.02, paint }]
}

/** A spade in both hands, its blade in the ground before the feet. */
export const spade = (reach: Reach): Piece[] => {
  const { view, brush, skeleton } = reach.body
  const { leftArm, rightArm } = skeleton
  const along = unit(plus(leftArm.end, rightArm.end, -1))
  const top = plus(rightArm.end, along, -0.06)
  const foot = plus(leftArm.end, along, 0.25)
  const tip = plus(foot, along, 0.12)
  const wide = (place: Local, l: number): Point => view.at(plus(place, local(0, 0, l)))
  const paint = (): void => {
    brush.stroke(
      [view.at(top), view.at(foot)],
      Math.max(1.2, view.scale * 0.013),
      brush.tone(readColour('#8a6240')),
    )
    brush.block(
      [wide(foot, -0.05), wide(foot, 0.05), wide(tip, 0.03), wide(tip, -0.03)],
      readColour('#8d959c'),
    )
  }
  return [{ near: reach.nearHands - 0.01, paint }]
}

/** What is pushed on its wheels before the body. */
export const pushedThing = (reach: Reach): Piece[] => {
  const { body, request } = reach
  const { pushed } = request
  if (!pushed) return []
  const size = pushed.thing.metres * request.metre
  const ahead = reach.hands.f + (size * pushed.thing.wide * 0.53) / body.view.scale
  const at = body.view.at(local(ahead, 0, 0))
  return [
    { near: reach.nearHands - 0.05, paint: () => turnedThing(reach, pushed.thing.name, at, size) },
  ]
}
