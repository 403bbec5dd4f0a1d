import { type Rgb, rgb, shift } from '../brush/colour.ts'
import type { Pen } from '../things/thing.ts'
import { type CreatureMoment, creaturePen, cycle, isShut, paintEye } from './creature.ts'

/** A snake: a wave runs down its length, the head is held up. */
export const paintSnake = (moment: CreatureMoment): void => {
  const pen = creaturePen(moment)
  const { colour, accent, time, seed, manner } = moment
  if (manner === 'sleeps') {
    paintCoil(moment, pen)
    return
  }
  const speed = manner === 'goes' ? 5 : 0.8
  const joints = Array.from({ length: 15 }, (_, index) => {
    const share = index / 14
    const wave = Math.sin(share * 11 + time * speed + seed)
    const raised = Math.max(0, share - 0.72) / 0.28
    const thick = 0.012 + Math.sin(Math.min(1, share * 1.25) * Math.PI * 0.62) * 0.034
    return {
      x: -0.5 + share * 0.86 + wave * 0.02 * (1 - raised),
      y: thick + (wave + 1) * 0.042 * (1 - raised) + raised * raised * (3 - 2 * raised) * 0.17,
      r: thick,
    }
  })
  pen.tube(
    colour,
    joints.flatMap(({ x, y, r }) => [x, y, r]),
    false,
  )
  for (const [index, { x, y, r }] of joints.entries())
    if (index > 1 && index < 13)
      pen.soft(
        accent,
        [x - 0.022, y + r * 0.4, x, y + r * 0.95, x + 0.022, y + r * 0.4, x, y - r * 0.05],
        { outline: false, shade: 0.4 },
      )
  const head = joints.at(-1) ?? { x: 0.36, y: 0.2, r: 0.04 }
  const [x, y] = [head.x + 0.03, head.y + 0.005]
  if (cycle(time, 1.7, seed) < 0.28)
    pen.line('#b8384a', 0.006, [x + 0.07, y - 0.005, x + 0.12, y - 0.008, x + 0.145, y + 0.008])
  pen.soft(colour, [
    x - 0.06,
    y - 0.03,
    x - 0.05,
    y + 0.035,
    x + 0.02,
    y + 0.045,
    x + 0.085,
    y + 0.008,
    x + 0.07,
    y - 0.022,
    x + 0.01,
    y - 0.038,
  ])
  pen.line(shift(colour, -0.5), 0.005, [x + 0.08, y - 0.008, x + 0.03, y - 0.016, x, y - 0.01])
  paintEye(pen, [x + 0.022, y + 0.016, 0.0105], { shut: false, white: 1.45 })
}

const paintCoil = ({ colour, accent }: CreatureMoment, pen: Pen): void => {
  for (const [index, wide] of [0.26, 0.2, 0.13].entries()) {
    const y = 0.04 + index * 0.055
    pen.oval(shift(colour, -0.12 + index * 0.06), 0, y, wide, 0.045)
    for (const x of [-0.6, -0.2, 0.2, 0.6])
      pen.oval(accent, x * wide, y + 0.008, 0.018, 0.016, { outline: false, shade: 0.3 })
  }
  pen.oval(colour, 0.06, 0.2, 0.07, 0.04)
  paintEye(pen, [0.09, 0.21, 0.011], { shut: true })
}

/** A snail: a foot that creeps in waves, a wound shell, horns that feel about. */
export const paintSnail = (moment: CreatureMoment): void => {
  const pen = creaturePen(moment)
  const { colour, accent, time, seed, manner } = moment
  const creep = manner === 'goes' ? Math.sin(time * 2.4) * 0.02 : 0
  const drawnIn = manner === 'sleeps' ? 0.5 : 1
  const head = 0.36 + creep
  pen.soft(colour, [
    ...[-0.52 - creep, 0.0, -0.44, 0.06, -0.1, 0.12, 0.2, 0.16, head, 0.3 * drawnIn + 0.06],
    ...[head + 0.13, 0.26 * drawnIn + 0.06, head + 0.12, 0.1, head + 0.04, 0.0, 0, -0.005],
  ])
  for (const [x, tall] of [
    [head + 0.02, 0.2],
    [head + 0.1, 0.17],
  ] as const) {
    const sway = Math.sin(time * 1.3 + seed + x * 9) * 0.03
    const [tipX, tipY] = [x + 0.07 + sway, 0.28 + tall * drawnIn]
    if (drawnIn < 1) continue
    pen.line(colour, 0.026, [x, 0.26, x + 0.03, 0.34, tipX, tipY])
    pen.oval(shift(colour, -0.1), tipX, tipY, 0.03, 0.03)
    pen.oval(rgb(22, 18, 18), tipX + 0.006, tipY + 0.004, 0.016, 0.016, {
      shade: 0,
      outline: false,
    })
  }
  pen.line(shift(colour, -0.45), 0.012, [head + 0.12, 0.15, head + 0.08, 0.135, head + 0.05, 0.15])
  paintShell(pen, accent)
}

const paintShell = (pen: Pen, colour: Rgb): void => {
  pen.oval(colour, -0.08, 0.33, 0.3, 0.27)
  for (const [turn, tone] of [
    [0.7, 0.1],
    [0.44, 0.02],
    [0.22, 0.2],
  ] as const)
    pen.oval(shift(colour, tone), -0.05 - turn * 0.02, 0.31, 0.3 * turn, 0.27 * turn)
  const spiral = Array.from({ length: 30 }, (_, index) => {
    const angle = index * 0.47
    const reach = 0.285 * (1 - index / 31)
    return [-0.07 + Math.cos(angle) * reach, 0.32 + Math.sin(angle) * reach * 0.9]
  }).flat()
  pen.line(shift(colour, -0.45), 0.022, spiral, 0.75)
}

/** A caterpillar: humps that rise one after another. */
export const paintCaterpillar = (moment: CreatureMoment): void => {
  const pen = creaturePen(moment)
  const { colour, accent, time, manner } = moment
  const speed = manner === 'goes' ? 5 : 1.2
  const lift = manner === 'goes' ? 0.06 : 0.015
  for (let index = 0; index < 8; index += 1) {
    const x = -0.42 + index * 0.105
    const y = 0.115 + Math.max(0, Math.sin(time * speed - index * 0.9)) * lift
    pen.line('#6a4a34', 0.03, [x, 0.05 + y * 0.3, x + 0.01, 0.01])
    pen.oval(index % 2 === 0 ? colour : shift(colour, -0.16), x, y, 0.088, 0.1)
    pen.oval(accent, x, y + 0.03, 0.026, 0.026, { outline: false, shade: 0.4 })
  }
  const y = 0.17 + Math.sin(time * 1.7) * 0.012
  for (const x of [0.4, 0.47]) {
    pen.line('#3a2c26', 0.014, [x, y + 0.1, x + 0.02, y + 0.18, x + 0.05, y + 0.22])
    pen.oval(accent, x + 0.05, y + 0.22, 0.02, 0.02)
  }
  pen.oval(shift(colour, 0.08), 0.43, y, 0.115, 0.118)
  paintEye(pen, [0.47, y + 0.03, 0.022], { shut: isShut(moment), white: 1.6 })
  pen.line('#4a3226', 0.012, [0.46, y - 0.045, 0.49, y - 0.055, 0.52, y - 0.035])
}

interface Legs {
  readonly roots: readonly (readonly [number, number])[]
  readonly height: number
  readonly reach: number
  readonly width: number
  readonly tone: Rgb
  readonly step: number
}

/** Jointed legs on one side: up to a knee, down to the ground, set by turns. */
const paintJointed = (pen: Pen, moment: CreatureMoment, legs: Legs): void => {
  const goes = moment.manner === 'goes'
  for (const [index, [x, spread]] of legs.roots.entries()) {
    const turn = moment.time * 11 + index * Math.PI + legs.step
    const swing = goes ? Math.sin(turn) * 0.06 : Math.sin(moment.time * 1.3 + index) * 0.006
    const lift = goes ? Math.max(0, Math.cos(turn)) * 0.04 : 0
    const foot = x + spread * legs.reach + swing
    pen.line(legs.tone, legs.width, [
      ...[x, legs.height, x + spread * legs.reach * 0.52, legs.height * 1.75 + lift],
      ...[foot - spread * 0.03, legs.height * 0.6 + lift, foot, lift],
    ])
  }
}

/** A spider on eight legs. */
export const paintSpider = (moment: CreatureMoment): void => {
  const pen = creaturePen(moment)
  const { colour, accent } = moment
  const legs = {
    roots: [
      [-0.04, -1.0],
      [0.02, -0.5],
      [0.1, 0.5],
      [0.15, 1.0],
    ],
    ...{ height: 0.2, reach: 0.36, width: 0.03 },
  } as const
  paintJointed(pen, moment, { ...legs, tone: shift(colour, -0.35), step: 1.4 })
  pen.oval(colour, -0.17, 0.29, 0.22, 0.19)
  for (const [x, y] of [
    [-0.24, 0.36],
    [-0.14, 0.39],
    [-0.18, 0.28],
  ] as const)
    pen.oval(accent, x, y, 0.035, 0.03, { outline: false, shade: 0.4 })
  pen.oval(shift(colour, -0.06), 0.1, 0.22, 0.14, 0.115)
  paintJointed(pen, moment, { ...legs, tone: shift(colour, -0.1), step: 0 })
  for (const [x, y, size] of [
    [0.17, 0.26, 0.026],
    [0.21, 0.22, 0.02],
    [0.12, 0.28, 0.018],
  ] as const)
    paintEye(pen, [x, y, size], { shut: false, white: 1.5 })
}

/** An ant: three parts on six legs. */
export const paintAnt = (moment: CreatureMoment): void => {
  const pen = creaturePen(moment)
  const { colour } = moment
  const legs = {
    roots: [
      [-0.04, -0.8],
      [0.03, -0.1],
      [0.1, 0.8],
    ],
    ...{ height: 0.15, reach: 0.26, width: 0.024 },
  } as const
  paintJointed(pen, moment, { ...legs, tone: shift(colour, -0.35), step: 1.6 })
  pen.oval(colour, -0.3, 0.2, 0.19, 0.13)
  pen.oval(shift(colour, 0.05), 0.03, 0.18, 0.13, 0.075)
  pen.oval(colour, 0.27, 0.22, 0.125, 0.105)
  paintJointed(pen, moment, { ...legs, tone: shift(colour, -0.1), step: 0 })
  for (const x of [0.32, 0.36])
    pen.line(shift(colour, -0.2), 0.016, [x, 0.3, x + 0.07, 0.4, x + 0.15, 0.37])
  paintEye(pen, [0.31, 0.25, 0.025], { shut: isShut(moment), white: 1.5 })
}

/** A crab: broad, sideways, its claws before it. */
export const paintCrab = (moment: CreatureMoment): void => {
  const pen = creaturePen(moment)
  const { colour, accent, time, seed } = moment
  const legs = {
    roots: [
      [-0.26, -1.0],
      [-0.2, -0.62],
      [0.2, 0.62],
      [0.26, 1.0],
    ],
    ...{ height: 0.17, reach: 0.36, width: 0.045 },
  } as const
  paintJointed(pen, moment, { ...legs, tone: shift(colour, -0.2), step: 0 })
  for (const side of [-1, 1]) {
    const raise = Math.sin(time * 1.8 + seed + side) * 0.035
    const [x, y] = [side * 0.4, 0.36 + raise]
    pen.tube(
      shift(colour, -0.08),
      [side * 0.22, 0.24, 0.05, side * 0.36, 0.27, 0.045, x, y, 0.05],
      false,
    )
    const snap = 0.03 + Math.max(0, Math.sin(time * 2.6 + side * 2)) * 0.035
    pen.soft(colour, [
      x - side * 0.06,
      y,
      x - side * 0.1,
      y + 0.12,
      x - side * 0.04 - side * snap,
      y + 0.24,
      x + side * 0.01,
      y + 0.1,
    ])
    pen.soft(shift(colour, 0.06), [
      x + side * 0.05,
      y - 0.01,
      x + side * 0.1,
      y + 0.1,
      x + side * 0.02 + side * snap * 0.4,
      y + 0.22,
      x + side * 0.01,
      y + 0.09,
    ])
  }
  for (const side of [-1, 1]) {
    pen.line(shift(colour, -0.1), 0.03, [side * 0.08, 0.3, side * 0.1, 0.44])
    paintEye(pen, [side * 0.1, 0.46, 0.03], { shut: isShut(moment), white: 1.6 })
  }
  pen.soft(
    colour,
    [-0.32, 0.26, -0.2, 0.37, 0, 0.4, 0.2, 0.37, 0.32, 0.26, 0.2, 0.14, 0, 0.11, -0.2, 0.14],
  )
  for (const x of [-0.12, 0, 0.12])
    pen.oval(accent, x, 0.31, 0.03, 0.018, { outline: false, shade: 0.4, alpha: 0.8 })
  pen.line(shift(colour, -0.5), 0.014, [-0.07, 0.19, 0, 0.17, 0.07, 0.19])
}
