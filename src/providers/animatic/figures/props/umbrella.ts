import { type Rgb, readColour, shift } from '../brush/colour.ts'
import type { Point } from '../brush/geometry.ts'
import type { Piece } from '../people/figure-body.ts'
import type { Reach } from './prop-reach.ts'

/** An umbrella over the head of who holds it: the shaft goes up behind the head, so that it hides no face. */
export const umbrellaOver = (reach: Reach, colour: Rgb | null): Piece[] => {
  const { body, request } = reach
  const { brush, view, skeleton, measures } = body
  const tone = colour ?? readColour('#a03c3c')
  const { metre } = request
  const head = view.at(skeleton.headCentre)
  const crown = head.y - measures.head * view.scale * 0.56
  const grip = reach.leftHand
  const middle = head.x + (grip.x - head.x) * 0.3
  const at = (x: number, y: number): Point => ({ x: middle + x * metre, y: crown - y * metre })
  const shaft = (): void =>
    brush.stroke(
      [{ x: grip.x, y: grip.y + metre * 0.12 }, grip, at(0, 0.3)],
      Math.max(1, metre * 0.022),
      brush.tone(readColour('#3a3230')),
    )
  const canopy = (): void => {
    brush.shape(
      [
        at(-0.58, -0.02),
        at(-0.5, 0.14),
        at(-0.28, 0.28),
        at(0, 0.34),
        at(0.28, 0.28),
        at(0.5, 0.14),
        at(0.58, -0.02),
        at(0.38, 0.05),
        at(0.19, 0.0),
        at(0, 0.05),
        at(-0.19, 0.0),
        at(-0.38, 0.05),
      ],
      tone,
    )
    for (const x of [-0.19, 0.19])
      brush.stroke(
        [at(0, 0.34), at(x * 0.75, 0.2), at(x, 0.0)],
        Math.max(0.8, metre * 0.012),
        brush.tone(shift(tone, -0.35)),
        0.7,
      )
    brush.stroke(
      [at(0, 0.33), at(0, 0.4)],
      Math.max(1, metre * 0.02),
      brush.tone(shift(tone, -0.5)),
    )
  }
  return [
    { near: -0.4, paint: shaft },
    { near: 3, paint: canopy },
  ]
}
