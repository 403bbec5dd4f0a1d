import { type Rgb, shift } from '../brush/colour.ts'
import type { Pen } from '../things/thing.ts'
import { type CreatureMoment, creaturePen, cycle, isShut, paintEye } from './creature.ts'

/** A squirrel: upright with its tail over its back, in bounds with the tail behind, or digging. */
export const paintSquirrel = (moment: CreatureMoment): void => {
  const { manner } = moment
  if (manner === 'goes') paintBounding(moment)
  else if (manner === 'sleeps') paintCurled(moment)
  else if (manner === 'digs') paintDigging(moment)
  else paintUpright(moment)
}

const darker = (colour: Rgb): Rgb => shift(colour, -0.16)

/** The bushy tail: x, y, radius, …, with a lighter streak down its middle. */
const paintTail = (pen: Pen, colour: Rgb, knots: readonly number[]): void => {
  pen.tube(darker(colour), knots, false)
  const streak = knots.map((value, index) => (index % 3 === 2 ? value * 0.42 : value))
  pen.tube(shift(colour, 0.16), streak.slice(3), false)
}

const paintUpright = (moment: CreatureMoment): void => {
  const pen = creaturePen(moment)
  const { colour, accent, time, seed, manner } = moment
  const sway = Math.sin(time * 1.5 + seed) * 0.012
  const gnaws = manner === 'feeds' ? Math.sin(time * 13) * 0.006 : 0
  paintTail(pen, colour, [
    ...[-0.1, 0.1, 0.06, -0.26, 0.12, 0.1, -0.37, 0.34, 0.135, -0.32 + sway, 0.6, 0.145],
    ...[-0.3 + sway * 2, 0.82, 0.13, -0.42 + sway * 3, 0.94, 0.08, -0.5 + sway * 3, 0.92, 0.03],
  ])
  paintArm(pen, shift(colour, -0.28), [0.13, 0.45, 0.19, 0.35, 0.27, 0.44 + gnaws])
  pen.soft(colour, [
    ...[-0.21, 0.1, -0.2, 0.28, -0.1, 0.46, 0.02, 0.58, 0.12, 0.6, 0.18, 0.5],
    ...[0.19, 0.34, 0.17, 0.14, 0.08, 0.03, -0.12, 0.02],
  ])
  pen.soft(accent, [0.16, 0.55, 0.2, 0.4, 0.18, 0.2, 0.1, 0.08, 0.07, 0.24, 0.1, 0.44], {
    ...{ shade: 0.5, outline: false, alpha: 0.95 },
  })
  pen.oval(shift(colour, -0.04), -0.04, 0.17, 0.15, 0.155)
  paintFoot(pen, darker(colour), 0.02)
  paintHead(pen, moment, [0.14, 0.68 + gnaws])
  if (manner === 'feeds') paintNut(pen, [0.3, 0.48 + gnaws])
  paintArm(pen, shift(colour, -0.1), [0.08, 0.45, 0.13, 0.33, 0.25, 0.43 + gnaws])
}

const paintBounding = (moment: CreatureMoment): void => {
  const share = cycle(moment.time, 0.5, moment.seed)
  const leap = Math.sin(share * Math.PI)
  const pen = creaturePen({ ...moment, tipped: Math.cos(share * Math.PI) * 0.14 }, leap * 0.12)
  const { colour, accent } = moment
  const wave = Math.sin(moment.time * 6) * 0.03
  paintTail(pen, colour, [
    ...[-0.26, 0.22, 0.06, -0.48, 0.27 - wave, 0.11, -0.72, 0.27, 0.13, -0.94, 0.24 + wave, 0.1],
    ...[-1.08, 0.22 + wave * 2, 0.03],
  ])
  const [back, fore] = [-0.08 - leap * 0.3, 0.2 + leap * 0.22]
  for (const [side, tone] of [
    [0.06, -0.3],
    [0, -0.1],
  ] as const) {
    const legs = shift(colour, tone)
    pen.tube(legs, [
      -0.2 + side,
      0.17,
      0.1,
      back + side,
      0.05,
      0.035,
      back + side + 0.08,
      0.02,
      0.03,
    ])
    pen.tube(legs, [0.16 + side, 0.16, 0.055, fore + side, 0.03, 0.028])
  }
  pen.tube(
    colour,
    [-0.3, 0.2, 0.1, -0.18, 0.22, 0.145, 0.02, 0.22, 0.13, 0.18, 0.24, 0.11, 0.3, 0.3, 0.08],
    false,
  )
  pen.soft(accent, [-0.1, 0.11, 0.1, 0.1, 0.24, 0.16, 0.1, 0.17, -0.08, 0.15], {
    ...{ shade: 0.4, outline: false, alpha: 0.9 },
  })
  paintHead(pen, moment, [0.36, 0.35])
}

const paintDigging = (moment: CreatureMoment): void => {
  const pen = creaturePen(moment)
  const { colour, accent, time, seed } = moment
  const sway = Math.sin(time * 2 + seed) * 0.015
  const scrape = Math.sin(time * 11)
  paintTail(pen, colour, [
    ...[-0.22, 0.2, 0.07, -0.4, 0.26, 0.1, -0.46, 0.46, 0.13, -0.38 + sway, 0.68, 0.13],
    ...[-0.44 + sway * 2, 0.86, 0.09, -0.53 + sway * 2, 0.88, 0.03],
  ])
  pen.oval('#4a3524', 0.36, 0.0, 0.2, 0.045, { outline: false })
  paintArm(pen, shift(colour, -0.28), [0.14, 0.22, 0.24, 0.13, 0.36, 0.05 - scrape * 0.03])
  pen.tube(
    colour,
    [-0.26, 0.16, 0.13, -0.14, 0.22, 0.185, 0.04, 0.26, 0.15, 0.17, 0.24, 0.11],
    false,
  )
  pen.soft(accent, [-0.02, 0.12, 0.14, 0.15, 0.2, 0.2, 0.08, 0.17], {
    ...{ shade: 0.4, outline: false, alpha: 0.9 },
  })
  pen.oval(shift(colour, -0.04), -0.15, 0.17, 0.14, 0.14)
  paintFoot(pen, darker(colour), -0.06)
  paintHead(pen, moment, [0.28, 0.27])
  paintArm(pen, shift(colour, -0.1), [0.1, 0.2, 0.18, 0.1, 0.32, 0.04 + scrape * 0.03])
  // What the paws throw up flies back under the body.
  for (let crumb = 0; crumb < 7; crumb += 1) {
    const flown = cycle(time, 0.55, crumb * 1.1)
    pen.oval(
      '#5a412c',
      0.32 - flown * (0.24 + (crumb % 3) * 0.08),
      0.03 + Math.sin(flown * Math.PI) * (0.06 + (crumb % 4) * 0.03),
      ...([0.018, 0.015] as const),
      { outline: false },
    )
  }
}

const paintCurled = (moment: CreatureMoment): void => {
  const pen = creaturePen(moment)
  const { colour } = moment
  const breath = Math.sin(moment.time * 1.9 + moment.seed) * 0.006
  pen.oval(colour, -0.02, 0.17 + breath, 0.3, 0.18 + breath)
  paintHead(pen, moment, [0.2, 0.16])
  paintTail(pen, colour, [
    ...[-0.26, 0.14, 0.08, -0.2, 0.06, 0.09, 0, 0.06, 0.1, 0.2, 0.06, 0.08, 0.34, 0.1, 0.04],
  ])
}

const paintHead = (pen: Pen, moment: CreatureMoment, [x, y]: readonly [number, number]): void => {
  const { colour, accent } = moment
  for (const [at, tone] of [
    [-0.02, -0.24],
    [-0.08, -0.06],
  ] as const) {
    const ear = shift(colour, tone)
    pen.line(darker(ear), 0.014, [x + at, y + 0.17, x + at - 0.015, y + 0.27])
    pen.line(darker(ear), 0.014, [x + at + 0.01, y + 0.17, x + at + 0.02, y + 0.26])
    pen.soft(ear, [x + at - 0.045, y + 0.07, x + at, y + 0.21, x + at + 0.055, y + 0.09])
  }
  pen.soft(colour, [
    ...[x - 0.13, y - 0.02, x - 0.1, y + 0.09, x, y + 0.13, x + 0.1, y + 0.09, x + 0.19, y - 0.02],
    ...[x + 0.18, y - 0.06, x + 0.08, y - 0.11, x - 0.06, y - 0.11],
  ])
  pen.soft(
    accent,
    [x + 0.06, y - 0.02, x + 0.16, y - 0.035, x + 0.17, y - 0.06, x + 0.08, y - 0.105, x, y - 0.08],
    { shade: 0.4, outline: false },
  )
  pen.oval('#2a1c18', x + 0.188, y - 0.022, 0.018, 0.015, { outline: false })
  pen.line(shift(colour, -0.5), 0.008, [x + 0.17, y - 0.062, x + 0.13, y - 0.066])
  paintEye(pen, [x + 0.055, y + 0.03, 0.028], { shut: isShut(moment), white: 1.3 })
}

/** A foreleg from the shoulder over the elbow to the paw: x, y, … */
const paintArm = (pen: Pen, tone: Rgb, joints: readonly number[]): void => {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = joints
  pen.tube(tone, [a, b, 0.055, c, d, 0.04, e, f, 0.032], false)
}

const paintFoot = (pen: Pen, tone: Rgb, x: number): void =>
  pen.tube(tone, [x - 0.06, 0.035, 0.035, x + 0.16, 0.025, 0.028], false)

const paintNut = (pen: Pen, [x, y]: readonly [number, number]): void => {
  pen.oval('#c98f4c', x, y, 0.055, 0.062)
  pen.oval('#6a4526', x, y + 0.038, 0.058, 0.032)
}
