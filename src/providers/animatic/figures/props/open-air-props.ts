import { readColour, shift } from '../brush/colour.ts'
import { type Local, local, type Point, plus } from '../brush/geometry.ts'
import type { Piece } from '../people/figure-body.ts'
import type { Reach } from './prop-reach.ts'

/** A fishing rod in both hands, its line hanging into the water. */
export const fishingRod = (reach: Reach): Piece[] => {
  const { body, hands } = reach
  const { view, brush, time } = body
  const dip = Math.sin(time * 1.1) * 0.012
  const butt = plus(hands, local(-0.12, -0.07, 0))
  const bend = plus(hands, local(0.36, 0.27, 0))
  const tip = plus(hands, local(0.68, 0.42 + dip, 0))
  const float = local(tip.f + 0.06, 0.15 + dip * 0.4, tip.l)
  const paint = (): void => {
    const [tipAt, floatAt] = [view.at(tip), view.at(float)]
    const slack: Point = { x: tipAt.x * 0.35 + floatAt.x * 0.65, y: (tipAt.y + floatAt.y * 2) / 3 }
    brush.stroke([tipAt, slack, floatAt], Math.max(0.6, view.scale * 0.0022), line, 0.75)
    brush.stroke(
      [view.at(butt), view.at(hands), view.at(bend), tipAt],
      Math.max(1.4, view.scale * 0.008),
      brush.tone(readColour('#6b4a2c')),
    )
    brush.oval(
      floatAt,
      { rx: view.scale * 0.01, ry: view.scale * 0.013 },
      brush.tone(readColour('#c8402f')),
      { outline: false },
    )
  }
  return [{ near: reach.nearHands + 0.02, paint }]
}

const line = readColour('#e8ebee')

/** A kite in the wind on a string from both hands, its tail behind it. */
export const kiteOnString = (reach: Reach): Piece[] => {
  const { body, request } = reach
  const { view, brush, time } = body
  const { kite } = request
  if (!kite) return []
  const { size } = kite
  const sway = Math.sin(time * 1.3) * 0.05
  const centre: Point = {
    x: kite.x + Math.sin(time * 0.8) * size * 0.5,
    y: kite.y + Math.sin(time * 0.9 + 1) * size * 0.3,
  }
  const tilt = (Math.sign(centre.x - reach.between.x) || 1) * (0.5 + sway)
  request.mark?.('kite', centre)
  const at = (x: number, y: number): Point => ({
    x: centre.x + (x * Math.cos(tilt) - y * Math.sin(tilt)) * size,
    y: centre.y + (x * Math.sin(tilt) + y * Math.cos(tilt)) * size,
  })
  const colour = request.tint ?? readColour('#d0402e')
  const paint = (): void => {
    const slack = {
      x: (reach.between.x + centre.x) / 2,
      y: (reach.between.y + centre.y) / 2 + size * 0.6,
    }
    brush.stroke([reach.between, slack, centre], Math.max(0.7, view.scale * 0.002), line, 0.8)
    const tail = Array.from({ length: 9 }, (_, index) =>
      at(Math.sin(time * 3 + index * 0.9) * 0.12 * index * 0.3, 1.25 + index * 0.2),
    )
    brush.stroke(tail, Math.max(0.8, size * 0.05), brush.tone(colour))
    brush.block([at(0, -1), at(0.72, -0.15), at(0, 1.25)], colour)
    brush.block([at(0, -1), at(-0.72, -0.15), at(0, 1.25)], shift(colour, 0.16))
    brush.stroke([at(0, -1), at(0, 1.25)], Math.max(0.6, size * 0.025), readColour('#5a3a26'), 0.8)
    brush.stroke(
      [at(-0.72, -0.15), at(0.72, -0.15)],
      Math.max(0.6, size * 0.025),
      readColour('#5a3a26'),
      0.8,
    )
  }
  return [{ near: -0.4, paint }]
}

/** A surfboard under both feet, with the water that it throws up. */
export const surfboard = (reach: Reach): Piece[] => {
  const { view, brush, time } = reach.body
  const at = (f: number, u: number, l: number): Point => view.at(local(f, u, l))
  const paint = (): void => {
    for (let drop = 0; drop < 14; drop += 1) {
      const share = (time * 1.4 + drop * 0.171) % 1
      const back = -0.3 - share * 0.32
      const up = 0.02 + Math.sin(share * Math.PI) * (0.08 + (drop % 4) * 0.03)
      brush.oval(
        at(back, up, ((drop % 5) - 2) * 0.03),
        { rx: view.scale * 0.022 * (1 - share * 0.5), ry: view.scale * 0.016 },
        line,
        { alpha: 0.7 * (1 - share), outline: false, shade: 0 },
      )
    }
    brush.shape(
      [at(-0.42, 0.01, 0), at(-0.2, 0.015, 0.07), at(0.25, 0.02, 0.06), at(0.5, 0.06, 0)],
      readColour('#e8dcc0'),
    )
    brush.shape(
      [at(-0.42, 0.01, 0), at(-0.2, 0.0, -0.07), at(0.25, 0.005, -0.06), at(0.5, 0.06, 0)],
      readColour('#d0643c'),
    )
  }
  return [{ near: -0.3, paint }]
}

/** A ski under each foot and a pole in each hand, its tip behind. */
export const skisAndPoles = ({ body, nearHands }: Reach): Piece[] => {
  const { view, brush, skeleton } = body
  const red = brush.tone(readColour('#b8382f'))
  const ski = ({ f, l }: Local): void =>
    brush.stroke(
      [-0.36, 0.36, 0.44, 0.48].map((ahead, place) =>
        view.at(local(f + ahead, [0.006, 0.006, 0.02, 0.05][place] ?? 0, l)),
      ),
      Math.max(1.5, view.scale * 0.016),
      red,
    )
  const pole = ({ f, u, l }: Local): void =>
    brush.stroke(
      [view.at(local(f + 0.03, u + 0.05, l)), view.at(local(f - 0.42, 0.1, l * 1.5))],
      Math.max(1, view.scale * 0.008),
      brush.tone(readColour('#2c3038')),
    )
  return [
    {
      near: -0.5,
      paint: () => {
        ski(skeleton.leftLeg.end)
        ski(skeleton.rightLeg.end)
      },
    },
    ...[skeleton.leftArm.end, skeleton.rightArm.end].map((hand) => ({
      near: view.near(hand) > 0 ? nearHands - 0.02 : -0.4,
      paint: () => pole(hand),
    })),
  ]
}
