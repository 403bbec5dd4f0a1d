import { type Rgb, readColour, shift } from '../brush/colour.ts'
import { type Local, local, type Point, plus } from '../brush/geometry.ts'
import type { Piece } from '../people/figure-body.ts'
import { stitch } from '../poses/needle-poses.ts'
import type { Reach } from './prop-reach.ts'

/** A cloth from the hands over the lap and down before the knees. */
const drape = (reach: Reach, from: Local, colour: Rgb, wide: number): void => {
  const { brush, view } = reach.body
  const lap = reach.body.skeleton.leftLeg.middle
  const at = (f: number, u: number, l: number): Point => view.at(local(f, u, l))
  const over = lap.u + 0.05
  brush.shape(
    [
      at(from.f - 0.02, from.u + 0.015, from.l - wide),
      at(from.f - 0.01, from.u + 0.02, from.l),
      at(from.f - 0.02, from.u + 0.015, from.l + wide),
      at((from.f + lap.f) / 2, (from.u + over) / 2 + 0.02, from.l + wide * 1.15),
      at(lap.f + 0.05, over, from.l + wide * 1.2),
      at(lap.f + 0.07, over - 0.14, from.l + wide * 1.1),
      at(lap.f + 0.07, over - 0.16, from.l),
      at(lap.f + 0.07, over - 0.13, from.l - wide * 1.1),
      at(lap.f + 0.05, over, from.l - wide * 1.2),
      at((from.f + lap.f) / 2, (from.u + over) / 2 + 0.02, from.l - wide * 1.15),
    ],
    colour,
    { shade: 0.7 },
  )
  for (let fold = -2; fold <= 2; fold += 1) {
    const l = from.l + (fold / 2.4) * wide
    brush.stroke(
      [
        at(from.f, from.u, l),
        at((from.f + lap.f) / 2 + 0.01, (from.u + over) / 2 + 0.02, l * 1.1),
        at(lap.f + 0.06, over, l * 1.15),
        at(lap.f + 0.075, over - 0.12, l * 1.1),
      ],
      Math.max(0.8, view.scale * 0.006),
      brush.tone(shift(colour, -0.2)),
      0.5,
    )
  }
}

const steel = readColour('#c3c8cd')

/** Two needles with what is knitted hanging from them, and the wool it is made of in the lap. */
export const knitting = (reach: Reach): Piece[] => {
  const { body, request, hands } = reach
  const { brush, view, skeleton } = body
  const wool = request.tint ?? readColour('#b8543f')
  const { leftArm, rightArm } = skeleton
  const top = plus(hands, local(0.03, -0.005, 0))
  const needle = (hand: Local, l: number): void => {
    const tip = plus(top, local(0.02, 0.055, l * 0.3))
    const butt = plus(hand, local(-0.02, -0.05, -l * 0.5))
    brush.stroke(
      [view.at(butt), view.at(tip)],
      Math.max(1.2, view.scale * 0.009),
      brush.tone(steel),
    )
    brush.oval(view.at(butt), { rx: view.scale * 0.01, ry: view.scale * 0.01 }, wool)
  }
  const ball = local(skeleton.pelvis.f + 0.17, skeleton.leftLeg.top.u + 0.075, 0.1)
  const cloth = (): void => {
    const at = view.at(ball)
    brush.stroke(
      [at, view.at(plus(ball, local(0.05, 0.06, -0.02))), view.at(top)],
      Math.max(0.8, view.scale * 0.005),
      brush.tone(wool),
    )
    const r = view.scale * 0.045
    brush.oval(at, { rx: r, ry: r }, wool)
    for (const turn of [-0.6, 0, 0.6])
      brush.stroke(
        [-1, 0, 1].map((share) => ({
          x: at.x + share * r * 0.8,
          y: at.y + turn * r * 0.7 - (1 - share * share) * r * 0.3,
        })),
        Math.max(0.8, r * 0.12),
        brush.tone(shift(wool, -0.25)),
      )
    drape(reach, top, shift(wool, 0.06), 0.06)
  }
  return [
    { near: reach.nearHands - 0.02, paint: cloth },
    {
      near: reach.nearHands + 0.03,
      paint: () => {
        needle(leftArm.end, -0.14)
        needle(rightArm.end, 0.14)
      },
    },
  ]
}

/** Cloth in the left hand and over the lap, a needle in the right that draws its thread through it. */
export const sewing = (reach: Reach): Piece[] => {
  const { body, request } = reach
  const { brush, view, skeleton, time } = body
  const cloth = request.tint ?? readColour('#6f8fb4')
  const seam = plus(skeleton.leftArm.end, local(0.03, 0.01, -0.05))
  const hand = plus(skeleton.rightArm.end, local(0.035, 0.02, 0.01))
  const tip = plus(hand, local(0.02, -0.03 + stitch(time) * 0.05, 0.03))
  const thread = (): void => {
    const [from, to] = [view.at(seam), view.at(hand)]
    const slack = view.scale * 0.05 * (1 - stitch(time))
    const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 + slack }
    brush.stroke(
      [from, middle, to],
      Math.max(0.8, view.scale * 0.003),
      brush.tone(shift(cloth, 0.5)),
    )
    brush.stroke([to, view.at(tip)], Math.max(1.2, view.scale * 0.006), brush.tone(steel))
  }
  return [
    {
      near: reach.nearHands - 0.02,
      paint: () => drape(reach, plus(skeleton.leftArm.end, local(0.03, 0, -0.04)), cloth, 0.13),
    },
    { near: view.near(hand) + 0.03, paint: thread },
  ]
}
