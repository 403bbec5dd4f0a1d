import { type Rgb, rgb, shift } from '../brush/colour.ts'
import type { Pen } from '../things/thing.ts'
import { type CreatureMoment, creaturePen, cycle, isShut, paintEye } from './creature.ts'

/** How high a frog is in its leap, 0…1. */
const leapOf = ({ manner, time, seed }: CreatureMoment): number => {
  if (manner !== 'goes') return 0
  const share = cycle(time, 1.05, seed)
  return share < 0.5 ? Math.sin(share * 2 * Math.PI) : 0
}

/** A frog: it squats and swells its throat, or leaps. */
export const paintFrog = (moment: CreatureMoment): void => {
  const swims = moment.manner === 'swims'
  const leap = swims ? 0.5 : leapOf(moment)
  const pen = creaturePen({ ...moment, tipped: swims ? 0 : leap * 0.4 }, leap * 0.42)
  const { colour } = moment
  paintHindLeg(pen, shift(colour, -0.3), { leap, aside: 0.05 })
  paintForeLeg(pen, shift(colour, -0.25), { leap, aside: 0.07 })
  paintFrogBody(pen, moment)
  paintHindLeg(pen, shift(colour, -0.07), { leap, aside: 0 })
  paintForeLeg(pen, shift(colour, -0.05), { leap, aside: 0 })
  pen.oval(colour, 0.25, 0.52, 0.105, 0.1)
  pen.oval(rgb(232, 200, 84), 0.27, 0.535, 0.068, 0.068, { shade: 0.3 })
  paintEye(pen, [0.28, 0.535, 0.038], { shut: isShut(moment) })
  pen.oval(shift(colour, -0.5), 0.44, 0.41, 0.012, 0.01, { outline: false, shade: 0 })
}

const paintFrogBody = (pen: Pen, { colour, accent, time, seed, manner }: CreatureMoment): void => {
  pen.soft(colour, [
    ...[-0.4, 0.14, -0.3, 0.36, -0.04, 0.47, 0.22, 0.52, 0.43, 0.44],
    ...[0.48, 0.32, 0.34, 0.2, 0.06, 0.1, -0.24, 0.06],
  ])
  const throat = manner === 'rests' ? Math.max(0, Math.sin(time * 2.3 + seed)) * 0.04 : 0
  pen.soft(
    accent,
    [
      ...[0.46, 0.33, 0.36, 0.2 - throat, 0.12, 0.12 - throat * 0.5],
      ...[0.0, 0.13, 0.14, 0.24, 0.32, 0.3],
    ],
    { shade: 0.6 },
  )
  pen.line(shift(colour, -0.55), 0.014, [0.48, 0.345, 0.34, 0.33, 0.2, 0.36])
  for (const [x, y, size] of [
    [-0.2, 0.34, 0.045],
    [-0.06, 0.4, 0.04],
    [-0.12, 0.28, 0.035],
    [0.06, 0.36, 0.03],
  ] as const)
    pen.oval(shift(colour, -0.26), x, y, size, size * 0.7, { outline: false, alpha: 0.7 })
}

interface FrogLeg {
  /** How far it is stretched, 0…1. */
  readonly leap: number
  readonly aside: number
}

/** Folded at rest, stretched in the leap. */
const paintHindLeg = (pen: Pen, tone: Rgb, { leap, aside }: FrogLeg): void => {
  pen.tube(
    tone,
    [
      ...[-0.2 + aside, 0.22, 0.13],
      ...[-0.34 + aside - leap * 0.1, 0.2 - leap * 0.1, 0.1],
      ...[-0.12 + aside - leap * 0.32, 0.06 - leap * 0.16, 0.06],
    ],
    false,
  )
  const heel = -0.3 - leap * 0.36 + aside
  pen.soft(tone, [
    ...[heel + 0.1, 0.05 - leap * 0.2, heel + 0.38 - leap * 0.2, 0.03 - leap * 0.2],
    ...[heel + 0.4 - leap * 0.2, -leap * 0.22, heel + 0.04, -leap * 0.24],
  ])
}

const paintForeLeg = (pen: Pen, tone: Rgb, { leap, aside }: FrogLeg): void => {
  const foot = 0.21 + aside + leap * 0.2
  pen.tube(
    tone,
    [
      ...[0.16 + aside, 0.2, 0.07],
      ...[0.2 + aside + leap * 0.08, 0.1, 0.05],
      ...[foot, 0.015, 0.045],
    ],
    false,
  )
  for (const toe of [0.0, 0.05, 0.1])
    pen.line(tone, 0.028, [foot - 0.01, 0.02, foot + 0.02 + toe, 0.008])
}

/** A turtle: a patterned dome on four stout legs; in the water the legs are wings. */
export const paintTurtle = (moment: CreatureMoment): void => {
  const swims = moment.manner === 'swims'
  const hides = moment.manner === 'sleeps'
  const tipped = { ...moment, tipped: swims ? 0.08 : 0 }
  const pen = creaturePen(tipped)
  const { time, seed } = moment
  const body = creaturePen(tipped, swims ? -0.24 : hides ? -0.1 : 0)
  const turn = moment.manner === 'goes' ? time * 4.4 + seed : 0
  if (swims) paintFlippers(pen, moment, true)
  else if (!hides) paintStumps(pen, moment, { turn: turn + Math.PI, tone: -0.3, aside: 0.05 })
  paintTurtleHead(body, moment)
  paintCarapace(body, moment)
  if (swims) paintFlippers(pen, moment, false)
  else if (!hides) paintStumps(pen, moment, { turn, tone: -0.05, aside: 0 })
}

const paintStumps = (
  pen: Pen,
  { colour, manner }: CreatureMoment,
  { turn, tone, aside }: { readonly turn: number; readonly tone: number; readonly aside: number },
): void => {
  for (const [root, phase] of [
    [-0.26, 0],
    [0.22, Math.PI],
  ] as const) {
    const goes = manner === 'goes'
    const swing = goes ? Math.sin(turn + phase) * 0.08 : 0
    const lift = goes ? Math.max(0, Math.cos(turn + phase)) * 0.045 : 0
    const x = root + aside
    pen.tube(
      shift(colour, tone),
      [x, 0.2, 0.095, x + swing * 0.6, 0.11 + lift, 0.08, x + swing + 0.02, 0.035 + lift, 0.07],
      false,
    )
    for (const nail of [0.03, 0.07])
      pen.oval(rgb(232, 224, 200), x + swing + 0.02 + nail, 0.02 + lift, 0.012, 0.016, {
        outline: false,
      })
  }
}

const paintFlippers = (pen: Pen, { colour, time, seed }: CreatureMoment, far: boolean): void => {
  const beat = Math.sin(time * 2.6 + seed) * (far ? -0.8 : 1)
  const tone = shift(colour, far ? -0.3 : 0.02)
  const drop = far ? 0.04 : -0.08
  pen.soft(tone, [
    0.3,
    drop + 0.04,
    0.2,
    drop - 0.1,
    -0.02,
    drop - 0.22 - beat * 0.16,
    -0.2,
    drop - 0.2 - beat * 0.3,
    -0.06,
    drop - 0.08 - beat * 0.14,
    0.1,
    drop + 0.02,
  ])
  pen.soft(tone, [
    -0.34,
    drop,
    -0.44,
    drop - 0.12 + beat * 0.05,
    -0.58,
    drop - 0.16 + beat * 0.1,
    -0.46,
    drop - 0.02,
  ])
}

const paintTurtleHead = (pen: Pen, moment: CreatureMoment): void => {
  const { colour, time, seed, manner } = moment
  const reach = manner === 'sleeps' ? -0.12 : Math.sin(time * 0.9 + seed) * 0.015
  const eats = manner === 'feeds' ? 0.2 + Math.sin(time * 3) * 0.02 : 0
  const [x, y] = [0.54 + reach, 0.42 - eats]
  pen.soft(shift(colour, -0.15), [-0.42, 0.2, -0.58, 0.14, -0.42, 0.13])
  pen.tube(
    colour,
    [0.28, 0.24, 0.09, 0.42, 0.3 - eats * 0.4, 0.07, x - 0.04, y - 0.03, 0.075],
    false,
  )
  pen.soft(colour, [
    x - 0.1,
    y + 0.0,
    x - 0.03,
    y + 0.09,
    x + 0.07,
    y + 0.07,
    x + 0.13,
    y + 0.0,
    x + 0.09,
    y - 0.06,
    x - 0.04,
    y - 0.085,
  ])
  pen.line(shift(colour, -0.5), 0.012, [x + 0.12, y - 0.015, x + 0.05, y - 0.035, x, y - 0.02])
  paintEye(pen, [x + 0.045, y + 0.028, 0.022], { shut: isShut(moment), white: 1.4 })
}

const paintCarapace = (pen: Pen, { accent }: CreatureMoment): void => {
  pen.soft(
    shift(accent, 0.42),
    [-0.46, 0.2, -0.2, 0.13, 0.2, 0.13, 0.43, 0.21, 0.2, 0.26, -0.2, 0.26],
  )
  pen.soft(
    accent,
    [
      -0.5, 0.21, -0.42, 0.4, -0.24, 0.55, 0.0, 0.61, 0.22, 0.53, 0.38, 0.38, 0.46, 0.22, 0.2, 0.19,
      -0.22, 0.19,
    ],
  )
  const plates = [
    [-0.14, 0.5, 0.12, 0.5, 0.17, 0.35, 0.0, 0.26, -0.19, 0.35],
    [-0.2, 0.48, -0.36, 0.38, -0.39, 0.27, -0.24, 0.25, -0.22, 0.36],
    [0.18, 0.48, 0.32, 0.36, 0.36, 0.26, 0.22, 0.25, 0.21, 0.36],
  ]
  for (const plate of plates) {
    pen.hard(shift(accent, 0.16), plate, { shade: 0.7 })
    pen.line(shift(accent, -0.35), 0.014, [...plate, plate[0] ?? 0, plate[1] ?? 0], 0.7)
  }
  pen.line(shift(accent, -0.4), 0.02, [-0.48, 0.215, -0.2, 0.2, 0.2, 0.2, 0.44, 0.225], 0.8)
}
