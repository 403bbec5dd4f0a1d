import { type Rgb, readColour, shift } from '../brush/colour.ts'
import { band, crown, type PaintHat } from './hats.ts'
import type { HeadwearRequest } from './headwear.ts'

/** A round helmet of a building site, a soldier or a cyclist: ribs run over it from front to back. */
const hard: PaintHat = ({ brush, head }, colour) => {
  brush.shape(crown(head, 0.14, 1.12, 1.1), colour)
  const top = head.size * 0.62
  for (const turn of [-0.55, 0, 0.55]) {
    if (head.facing(turn) < 0.05) continue
    const low = head.at({ turn, height: 0.2, out: 1.12 })
    brush.stroke(
      [low, { x: low.x * 0.82, y: -top * 0.72 }, { x: low.x * 0.4, y: -top * 0.9 }],
      Math.max(1, head.size * 0.035),
      brush.tone(shift(colour, -0.22)),
      0.7,
    )
  }
  brush.stroke(band(head, 0.15, 1.13), head.size * 0.05, brush.tone(shift(colour, -0.3)))
}

/** A firefighter's: a comb along the crown, a shield at the brow, a brim that is long behind. */
const fire: PaintHat = (request, colour) => {
  const { brush, head } = request
  const back = head.at({ turn: Math.PI, height: 0.12, out: 1.5 })
  const front = head.at({ turn: 0, height: 0.16, out: 1.28 })
  brush.shape(
    [
      { x: back.x, y: back.y + head.size * 0.06 },
      ...band(head, 0.13, 1.24),
      { x: front.x, y: front.y },
      ...band(head, 0.22, 1.1).toReversed(),
    ],
    shift(colour, -0.12),
  )
  brush.shape(crown(head, 0.16, 1.13, 1.16), colour)
  brush.stroke(band(head, 0.17, 1.14), head.size * 0.05, brush.tone(readColour('#2a2a30')))
  if (head.facing(0) < 0.1) return
  const shield = head.at({ turn: 0, height: 0.36, out: 1.16 })
  const reach = head.size * 0.11
  brush.shape(
    [
      { x: shield.x - reach, y: shield.y - reach },
      { x: shield.x + reach, y: shield.y - reach },
      { x: shield.x + reach * 0.8, y: shield.y + reach * 0.5 },
      { x: shield.x, y: shield.y + reach * 1.2 },
      { x: shield.x - reach * 0.8, y: shield.y + reach * 0.5 },
    ],
    readColour('#c9302c'),
  )
}

/** A steel helmet that leaves the face free: cheek pieces, a brow band, a crest from front to back. */
const steel: PaintHat = (request, colour) => {
  const { brush, head } = request
  paintCrest(request, readColour('#a8322e'))
  brush.shape(crown(head, 0.17, 1.14, 1.12), colour)
  for (const side of [-1, 1]) {
    if (head.facing(side * 1.15) < -0.35) continue
    const at = (turn: number, height: number) => head.at({ turn: side * turn, height, out: 1.12 })
    brush.shape(
      [at(0.72, 0.2), at(1.75, 0.2), at(1.6, -0.24), at(1.05, -0.42), at(0.8, -0.16)],
      shift(colour, -0.08),
    )
  }
  brush.stroke(band(head, 0.19, 1.16), head.size * 0.07, brush.tone(shift(colour, -0.28)))
  if (head.facing(0) < 0.15) return
  brush.stroke(
    [head.at({ turn: 0, height: 0.2, out: 1.14 }), head.at({ turn: 0, height: -0.02, out: 1.2 })],
    head.size * 0.06,
    brush.tone(shift(colour, -0.2)),
  )
}

const paintCrest = ({ brush, head }: HeadwearRequest, colour: Rgb): void => {
  const lean = Math.sin(head.yaw) * head.size * 0.12
  const wide = head.size * (0.1 + 0.34 * Math.abs(Math.sin(head.yaw)))
  brush.shape(
    [
      { x: -wide - lean, y: -head.size * 0.36 },
      { x: -wide * 0.9 - lean, y: -head.size * 0.7 },
      { x: -lean, y: -head.size * 0.84 },
      { x: wide * 0.9 - lean, y: -head.size * 0.7 },
      { x: wide - lean, y: -head.size * 0.36 },
    ],
    colour,
  )
}

/** The helmet that goes with what somebody wears, but for that of a spacesuit. */
export const paintHelmet: PaintHat = (request, colour) => {
  const { extras } = request.appearance
  if (extras.has('plates')) steel(request, colour)
  else if (extras.has('bands') && request.appearance.top.kind === 'uniform')
    fire(request, readColour('#e0b53a'))
  else hard(request, colour)
}
