import { rgb, shift } from '../brush/colour.ts'
import type { Pen } from '../things/thing.ts'
import { type CreatureMoment, creaturePen, cycle, isShut, paintEye } from './creature.ts'
import { paintFlyingBird } from './flock.ts'

const beak = rgb(226, 150, 52)

/** A leg with its foot; `swing` −1…1 is how far it is set ahead. */
const paintLeg = (pen: Pen, x: number, tall: number, swing: number): void => {
  const foot = x + swing * 0.1
  const lift = Math.max(0, swing) * 0.03
  pen.line(beak, 0.03, [x, tall, (x + foot) / 2 - 0.015, tall * 0.5 + lift, foot, 0.015 + lift])
  pen.soft(
    beak,
    [foot - 0.03, 0.03 + lift, foot + 0.1, 0.018 + lift, foot + 0.1, 0.0, foot - 0.03, 0.0],
    { outline: false },
  )
}

const stepOf = (moment: CreatureMoment, seconds: number): number =>
  moment.manner === 'goes' ? Math.sin(cycle(moment.time, seconds, moment.seed) * Math.PI * 2) : 0

/** How far the head is down to peck, 0…1. */
const peckOf = ({ manner, time, seed }: CreatureMoment): number =>
  manner === 'feeds'
    ? Math.max(0, Math.sin(time * 4 + seed)) ** 2
    : manner === 'rests'
      ? Math.max(0, Math.sin(time * 1.1 + seed)) ** 10
      : 0

/** A penguin: upright, white in front, rocking from foot to foot. */
export const paintPenguin = (moment: CreatureMoment): void => {
  if (moment.manner === 'swims') {
    paintDivingPenguin(moment)
    return
  }
  const step = stepOf(moment, 0.7)
  const pen = creaturePen({ ...moment, tipped: step * 0.09 })
  const { colour, accent, time, seed } = moment
  const flap = moment.manner === 'goes' ? 0.1 + step * 0.06 : Math.sin(time * 1.4 + seed) * 0.02
  const turn = Math.sin(time * 0.8 + seed) * 0.02
  for (const [x, lift] of [
    [-0.06, Math.max(0, -step)],
    [0.08, Math.max(0, step)],
  ] as const)
    pen.soft(beak, [
      ...[x - 0.08, 0.0 + lift * 0.04, x + 0.12, 0.0 + lift * 0.05],
      ...[x + 0.1, 0.045 + lift * 0.05, x - 0.06, 0.07 + lift * 0.04],
    ])
  pen.soft(shift(colour, -0.25), [-0.2, 0.16, -0.32, 0.03, -0.16, 0.06])
  pen.soft(shift(colour, -0.3), [0.1, 0.62, 0.3 + flap, 0.42, 0.28 + flap, 0.3, 0.12, 0.44])
  pen.soft(colour, [
    ...[-0.22, 0.1, -0.27, 0.3, -0.22, 0.55, -0.14, 0.72, 0.0, 0.78],
    ...[0.14, 0.7, 0.23, 0.5, 0.25, 0.28, 0.17, 0.08, -0.04, 0.045],
  ])
  pen.soft(accent, [
    ...[0.0, 0.07, -0.06, 0.3, 0.0, 0.54, 0.1, 0.68],
    ...[0.19, 0.56, 0.225, 0.34, 0.2, 0.16, 0.12, 0.07],
  ])
  const [x, y] = [0.03 + turn, 0.845]
  pen.oval(colour, x, y, 0.155, 0.15)
  pen.soft(accent, [x + 0.02, y - 0.1, x + 0.02, y - 0.01, x + 0.11, y + 0.0, x + 0.14, y - 0.06])
  pen.oval(rgb(240, 190, 84), x - 0.03, y - 0.08, 0.04, 0.05, { outline: false, alpha: 0.9 })
  pen.soft(beak, [x + 0.12, y + 0.025, x + 0.29, y - 0.025, x + 0.13, y - 0.05])
  paintEye(pen, [x + 0.07, y + 0.035, 0.022], { shut: isShut(moment), white: 1.5 })
  pen.soft(shift(colour, -0.08), [
    ...[-0.1, 0.64, -0.2 - flap, 0.44, -0.21 - flap, 0.27],
    ...[-0.13 - flap * 0.6, 0.3, -0.04, 0.5],
  ])
}

/** Under water a penguin flies. */
const paintDivingPenguin = (moment: CreatureMoment): void => {
  const pen = creaturePen(moment)
  const { colour, accent, time, seed } = moment
  const beat = Math.sin(time * 5 + seed)
  pen.soft(beak, [-0.42, 0.02, -0.6, 0.06, -0.58, -0.04])
  pen.soft(shift(colour, -0.3), [
    0.1,
    0.06,
    -0.08,
    0.1 + beat * 0.3,
    -0.16,
    0.06 + beat * 0.28,
    -0.04,
    0.02,
  ])
  pen.tube(
    colour,
    [-0.46, 0, 0.03, -0.26, 0, 0.13, 0.02, 0, 0.18, 0.24, 0.02, 0.13, 0.38, 0.03, 0.1],
    false,
  )
  pen.soft(accent, [-0.3, -0.06, -0.02, -0.17, 0.24, -0.1, 0.3, -0.04, 0.0, -0.06])
  pen.soft(beak, [0.45, 0.05, 0.62, 0.02, 0.46, -0.01])
  paintEye(pen, [0.38, 0.05, 0.02], { shut: isShut(moment), white: 1.5 })
  pen.soft(shift(colour, -0.1), [
    0.14,
    -0.02,
    -0.06,
    -0.1 - beat * 0.3,
    -0.16,
    -0.08 - beat * 0.28,
    -0.04,
    0.0,
  ])
}

/** An owl: upright, large eyes in a pale face that turns to the viewer. */
export const paintOwl = (moment: CreatureMoment): void => {
  if (moment.manner === 'flies') {
    paintFlyingBird(moment)
    return
  }
  const pen = creaturePen(moment)
  const { colour, accent, time, seed } = moment
  const turn = Math.sin(time * 0.7 + seed) * 0.05
  const breath = Math.sin(time * 1.8) * 0.006
  for (const x of [-0.05, 0.09])
    for (const toe of [-0.045, 0, 0.045])
      pen.line(shift(beak, -0.2), 0.03, [x, 0.07, x + toe, 0.01])
  pen.soft(shift(colour, -0.25), [-0.2, 0.2, -0.3, 0.02, -0.16, -0.02, -0.04, 0.1])
  pen.soft(colour, [
    ...[-0.24, 0.16, -0.28 - breath, 0.4, -0.24, 0.66, 0.0, 0.78],
    ...[0.24, 0.66, 0.28 + breath, 0.4, 0.2, 0.12, 0.0, 0.05],
  ])
  pen.soft(accent, [-0.08, 0.1, -0.1, 0.36, 0.02, 0.6, 0.2, 0.54, 0.24, 0.34, 0.16, 0.12])
  for (const [row, y] of [0.5, 0.41, 0.32, 0.23].entries())
    for (const x of [-0.02, 0.07, 0.16])
      pen.line(shift(colour, -0.2), 0.016, [
        ...[x - 0.03 + (row % 2) * 0.04, y + 0.02, x + (row % 2) * 0.04, y - 0.012],
        ...[x + 0.03 + (row % 2) * 0.04, y + 0.02],
      ])
  pen.soft(shift(colour, -0.14), [
    ...[-0.2, 0.62, -0.33, 0.36, -0.26, 0.08, -0.16, 0.16, -0.1, 0.42],
  ])
  const x = 0.02 + turn
  for (const side of [-1, 1])
    pen.soft(shift(colour, -0.1), [
      x + side * 0.1,
      0.92,
      x + side * 0.25,
      1.07,
      x + side * 0.24,
      0.86,
    ])
  pen.oval(colour, x, 0.82, 0.27, 0.2)
  const gaze = x + turn * 0.6
  for (const side of [-1, 1])
    pen.oval(accent, gaze + side * 0.105, 0.81, 0.125, 0.135, { shade: 0.5 })
  for (const side of [-1, 1]) {
    const eye = gaze + side * 0.105
    if (!isShut(moment)) pen.oval(rgb(236, 178, 60), eye, 0.82, 0.078, 0.078, { shade: 0.4 })
    paintEye(pen, [eye + turn * 0.2, 0.82, 0.045], { shut: isShut(moment) })
  }
  pen.soft(beak, [gaze - 0.032, 0.79, gaze + 0.032, 0.79, gaze, 0.7])
}

/** A duck, a goose or a swan, afoot and afloat. */
export const paintDuck = (moment: CreatureMoment): void => {
  if (moment.manner === 'flies') {
    paintFlyingBird(moment)
    return
  }
  const swims = moment.manner === 'swims'
  const step = stepOf(moment, 0.6)
  const tipped = swims ? Math.sin(moment.time * 1.6) * 0.02 : step * 0.05
  const feet = creaturePen({ ...moment, tipped })
  const pen = creaturePen({ ...moment, tipped }, swims ? -0.2 : 0)
  const { colour, accent } = moment
  if (!swims) {
    paintLeg(feet, -0.06, 0.2, -step)
    paintLeg(feet, 0.04, 0.2, step)
  }
  pen.soft(shift(colour, -0.2), [-0.34, 0.36, -0.56, 0.47, -0.5, 0.34, -0.36, 0.26])
  pen.soft(colour, [
    ...[-0.44, 0.36, -0.2, 0.46, 0.08, 0.44, 0.27, 0.42],
    ...[0.36, 0.3, 0.24, 0.17, 0.0, 0.13, -0.28, 0.19],
  ])
  const peck = swims ? 0 : peckOf(moment)
  const [hx, hy] = [0.38 + peck * 0.14, 0.76 - peck * 0.56]
  pen.tube(
    accent,
    [0.2, 0.36, 0.11, 0.31, 0.52 - peck * 0.16, 0.075, hx - 0.03, hy - 0.03, 0.075],
    false,
  )
  pen.oval(accent, hx, hy, 0.115, 0.1)
  pen.line(rgb(240, 238, 230), 0.03, [
    0.2,
    0.47 - peck * 0.1,
    0.28,
    0.44 - peck * 0.1,
    0.37,
    0.47 - peck * 0.1,
  ])
  pen.soft(beak, [
    hx + 0.08,
    hy + 0.03,
    hx + 0.24,
    hy - 0.02,
    hx + 0.23,
    hy - 0.055,
    hx + 0.08,
    hy - 0.05,
  ])
  paintEye(pen, [hx + 0.035, hy + 0.035, 0.02], { shut: isShut(moment), white: 1.4 })
  pen.soft(shift(colour, -0.16), [-0.42, 0.38, -0.12, 0.43, 0.14, 0.36, 0.06, 0.24, -0.2, 0.25])
  pen.line(shift(colour, -0.38), 0.012, [-0.36, 0.34, -0.14, 0.32, 0.04, 0.29])
  if (swims) paintRipples(feet)
}

const paintRipples = (pen: Pen): void => {
  for (const [index, wide] of [0.44, 0.56, 0.7].entries()) {
    const drift = Math.sin(pen.time * 1.6 + index) * 0.02
    pen.line(
      rgb(226, 238, 244),
      0.014,
      [
        ...[-wide, -0.05 - index * 0.03 + drift, -wide * 0.3, -0.075 - index * 0.03],
        ...[wide * 0.3, -0.075 - index * 0.03, wide, -0.05 - index * 0.03 - drift],
      ],
      0.55 - index * 0.13,
    )
  }
}

/** A hen: full tail, red comb, always after a grain. */
export const paintChicken = (moment: CreatureMoment): void => {
  const step = stepOf(moment, 0.5)
  const feet = creaturePen(moment)
  const { colour, accent } = moment
  const sits = moment.manner === 'sleeps'
  const pen = creaturePen(moment, sits ? -0.2 : Math.abs(step) * 0.015)
  if (!sits) {
    paintLeg(feet, -0.04, 0.28, -step)
    paintLeg(feet, 0.06, 0.28, step)
  }
  for (const [index, tip] of [
    [-0.56, 0.62],
    [-0.5, 0.76],
    [-0.38, 0.84],
  ].entries())
    pen.soft(shift(colour, -0.34 + index * 0.08), [
      ...[
        -0.14,
        0.52,
        tip[0] ?? 0,
        tip[1] ?? 0,
        (tip[0] ?? 0) - 0.02,
        (tip[1] ?? 0) - 0.14,
        -0.2,
        0.36,
      ],
    ])
  pen.soft(colour, [
    ...[-0.34, 0.5, -0.14, 0.58, 0.08, 0.56, 0.28, 0.64],
    ...[0.36, 0.48, 0.24, 0.28, 0.02, 0.2, -0.24, 0.28],
  ])
  const peck = sits ? 0 : peckOf(moment)
  const nod = step * 0.025
  const [hx, hy] = [0.33 + peck * 0.16 + nod, 0.84 - peck * 0.62]
  pen.tube(colour, [0.2, 0.52, 0.15, 0.28, 0.68 - peck * 0.24, 0.105, hx, hy, 0.085], false)
  for (const [x, tall] of [
    [-0.05, 0.06],
    [0.0, 0.085],
    [0.05, 0.06],
  ] as const)
    pen.oval(accent, hx + x, hy + 0.075 + tall * 0.3, 0.035, tall)
  pen.soft('#d9a23c', [hx + 0.07, hy + 0.03, hx + 0.17, hy - 0.01, hx + 0.07, hy - 0.03])
  pen.oval(accent, hx + 0.06, hy - 0.07, 0.025, 0.05)
  paintEye(pen, [hx + 0.025, hy + 0.025, 0.017], { shut: isShut(moment), white: 1.4 })
  pen.soft(shift(colour, -0.16), [-0.26, 0.46, -0.04, 0.5, 0.16, 0.42, 0.02, 0.31, -0.18, 0.32])
  pen.line(shift(colour, -0.36), 0.012, [-0.2, 0.4, -0.02, 0.38, 0.1, 0.37])
}
