import { type Rgb, readColour, shift } from '../brush/colour.ts'
import type { Appearance } from '../people/appearance.ts'
import { type Pen, porcelain } from './thing.ts'

const wheel = (pen: Pen, x: number, radius: number, spokes = 0): void => {
  const { brush, size } = pen
  pen.oval('#26262b', x, radius, radius, radius, spokes > 0 ? { alpha: 0.001, outline: false } : {})
  if (spokes === 0) {
    pen.oval('#9ea3aa', x, radius, radius * 0.58, radius * 0.58)
    const turn = pen.road.rolled / radius
    for (let spoke = 0; spoke < 5; spoke += 1) {
      const angle = turn + (spoke / 5) * Math.PI * 2
      const [far, near] = [radius * 0.5, radius * 0.16]
      pen.line('#4a4d54', 0.03, [
        ...[x + Math.sin(angle) * near, radius + Math.cos(angle) * near],
        ...[x + Math.sin(angle) * far, radius + Math.cos(angle) * far],
      ])
    }
    pen.oval('#4a4d54', x, radius, radius * 0.2, radius * 0.2, { outline: false })
    return
  }
  const ring = Array.from({ length: 17 }, (_, step) => [
    x + Math.sin((step / 16) * Math.PI * 2) * radius,
    radius + Math.cos((step / 16) * Math.PI * 2) * radius,
  ]).flat()
  pen.line('#2a2a2e', Math.max(0.018, 1.4 / size), ring)
  for (let spoke = 0; spoke < spokes; spoke += 1) {
    const angle = (spoke / spokes) * Math.PI + pen.road.rolled / radius
    pen.line(
      '#8f9399',
      0.006,
      [
        x - Math.sin(angle) * radius,
        radius - Math.cos(angle) * radius,
        x + Math.sin(angle) * radius,
        radius + Math.cos(angle) * radius,
      ],
      brush.look === 'motion' ? 0.4 : 0.6,
    )
  }
}

/** Paints a car that heads right. */
export const car = (pen: Pen, colour: Rgb | null): void => {
  const tone = colour ?? readColour('#8c3a36')
  paintBody(pen, tone)
  for (const x of [-0.96, 0.96]) {
    pen.oval('#121218', x, 0.27, 0.3, 0.28, { outline: false, shade: 0 })
    wheel(pen, x, 0.24)
  }
  pen.soft('#fff0c4', [1.4, 0.44, 1.53, 0.42, 1.53, 0.5, 1.42, 0.53], { glows: true, shade: 0 })
  pen.soft('#b0302c', [-1.55, 0.42, -1.48, 0.44, -1.46, 0.54, -1.53, 0.52])
  if (pen.brush.light.level < 0.5 || pen.road.wet) paintBeams(pen)
}

const paintBody = (pen: Pen, tone: Rgb): void => {
  pen.box('#17171c', -1.4, 0.13, 1.4, 0.26, { outline: false, shade: 0 })
  // A corner given twice stays a corner: the sill is straight.
  pen.soft(tone, [
    ...[-1.5, 0.18, -1.5, 0.18, -1.56, 0.3, -1.55, 0.46, -1.46, 0.58, -0.98, 0.66, -0.62, 0.94],
    ...[-0.2, 1.0, 0.38, 0.98, 0.84, 0.68, 1.38, 0.58, 1.52, 0.46, 1.55, 0.3, 1.5, 0.18],
    ...[1.5, 0.18],
  ])
  const glass = '#b4cad8'
  pen.soft(glass, [-0.78, 0.68, -0.54, 0.88, -0.2, 0.93, -0.12, 0.93, -0.12, 0.67], { shade: 0.6 })
  pen.soft(glass, [-0.02, 0.67, -0.02, 0.93, 0.32, 0.91, 0.66, 0.67], { shade: 0.6 })
  if (pen.road.driver) paintDriver(pen, pen.road.driver, { x: 0.17, y: 0.675, size: 1 })
  pen.line(shift(tone, -0.4), 0.012, [-0.08, 0.66, -0.1, 0.22], 0.7)
  pen.line(shift(tone, 0.3), 0.014, [-1.46, 0.54, -0.6, 0.6, 0.9, 0.6, 1.42, 0.54], 0.6)
  pen.line(shift(tone, -0.45), 0.03, [-1.48, 0.22, 1.48, 0.22], 0.8)
  pen.line('#d8d4c8', 0.03, [-0.32, 0.54, -0.2, 0.54])
}

/** Light of the lamps on the road ahead, and its mirror image when that is wet. */
const paintBeams = (pen: Pen): void => {
  const lit = pen.brush.light.level < 0.5 ? 1 : 0.4
  pen.glow('#fff0c4', 1.5, 0.46, 0.7, 0.5 * lit)
  for (const [x, y, radius, strength] of [
    [2.1, 0.34, 0.75, 0.3],
    [2.8, 0.24, 0.9, 0.2],
    [3.6, 0.14, 1.05, 0.12],
  ] as const)
    pen.glow('#ffeeba', x, y, radius, strength * lit)
  pen.glow('#ff4a3c', -1.54, 0.48, 0.42, 0.4 * lit)
  if (!pen.road.wet) return
  for (let drop = 0; drop < 4; drop += 1) {
    pen.glow('#fff0c4', 1.5 + drop * 0.03, -0.1 - drop * 0.14, 0.26, 0.34 - drop * 0.06)
    pen.glow('#ff4a3c', -1.52, -0.1 - drop * 0.13, 0.22, 0.32 - drop * 0.06)
  }
}

/**
 * Head and shoulders behind the front window, looking ahead.
 *
 * @param place where the shoulders are, and their size against a driver's in a car
 */
export const paintDriver = (
  pen: Pen,
  { hair, skin, top }: Appearance,
  { x, y, size }: { readonly x: number; readonly y: number; readonly size: number },
): void => {
  const flat = { outline: false, shade: 0.3 } as const
  const soft = (colour: Rgb, points: readonly number[]): void =>
    pen.soft(
      colour,
      points.map((value, index) => (index % 2 === 0 ? x : y) + value * size),
      flat,
    )
  const oval = (colour: Rgb, dx: number, dy: number, rx: number, ry: number): void =>
    pen.oval(colour, x + dx * size, y + dy * size, rx * size, ry * size, flat)
  soft(top.colour, [-0.15, 0, -0.11, 0.065, -0.01, 0.08, 0.1, 0.055, 0.15, 0])
  oval(skin, 0, 0.125, 0.062, 0.075)
  oval(hair.colour, -0.025, 0.15, 0.068, 0.066)
  soft(skin, [0, 0.165, 0.062, 0.155, 0.07, 0.115, 0.055, 0.08, 0, 0.085])
}

/** Paints a taxi: a yellow car with a lit sign on its roof. */
export const taxi = (pen: Pen, colour: Rgb | null): void => {
  pen.box('#2a2a2e', -0.3, 0.96, 0.12, 1.02, { outline: false })
  pen.box('#ffe9a8', -0.26, 1.0, 0.08, 1.13, { glows: true, shade: 0.3 })
  if (pen.brush.light.level < 0.5) pen.glow('#ffe9a8', -0.09, 1.07, 0.5, 0.4)
  car(pen, colour ?? readColour('#dcab2e'))
  for (let square = 0; square < 12; square += 1)
    pen.box(
      square % 2 === 0 ? '#1c1c20' : '#e9e4d6',
      ...([-1.2 + square * 0.2, 0.44, -1.0 + square * 0.2, 0.51] as const),
      { outline: false },
    )
}

/** Paints a bicycle. */
export const bicycle = (pen: Pen, colour: Rgb | null): void => {
  const tone = colour ?? readColour('#3f6a7c')
  wheel(pen, -0.52, 0.34, 9)
  wheel(pen, 0.52, 0.34, 9)
  pen.line(tone, 0.035, [-0.52, 0.34, -0.12, 0.3, 0.4, 0.78, -0.2, 0.74, -0.52, 0.34])
  pen.line(tone, 0.035, [-0.12, 0.3, -0.22, 0.84])
  pen.line(tone, 0.035, [0.52, 0.34, 0.36, 0.96])
  pen.line('#2a2a2e', 0.035, [0.24, 1.0, 0.36, 0.97, 0.44, 0.92])
  pen.soft('#2f2a28', [-0.36, 0.86, -0.2, 0.9, -0.06, 0.85, -0.2, 0.83])
}

/** Paints a rowing boat. */
export const boat = (pen: Pen, colour: Rgb | null): void => {
  const tone = colour ?? readColour('#7a5138')
  const rock = Math.sin(pen.time * 1.1) * 0.04
  pen.soft(shift(tone, -0.35), [
    -1.75,
    0.74 + rock,
    0,
    0.6,
    1.75,
    0.74 - rock,
    1.3,
    0.66,
    0,
    0.58,
    -1.3,
    0.66,
  ])
  pen.soft(tone, [
    -1.8,
    0.8 + rock,
    -1.5,
    0.3,
    -0.9,
    0.04,
    0,
    0,
    0.9,
    0.04,
    1.5,
    0.3,
    1.8,
    0.8 - rock,
    0.8,
    0.62,
    0,
    0.58,
    -0.8,
    0.62,
  ])
  pen.line(shift(tone, 0.3), 0.05, [
    -1.76,
    0.76 + rock,
    -0.8,
    0.58,
    0,
    0.54,
    0.8,
    0.58,
    1.76,
    0.76 - rock,
  ])
  pen.line(shift(tone, -0.3), 0.025, [-1.5, 0.44, -0.8, 0.3, 0, 0.27, 0.8, 0.3, 1.5, 0.44], 0.6)
}

/** Paints a sailing boat. */
export const sailboat = (pen: Pen, colour: Rgb | null): void => {
  const rock = Math.sin(pen.time * 0.9) * 0.02
  pen.line('#5a4634', 0.018, [0, 0.12, rock, 1])
  pen.soft(colour ?? porcelain, [0.03, 0.2, 0.4 + rock, 0.22, 0.24 + rock, 0.62, 0.03 + rock, 0.97])
  pen.soft(shift(colour ?? porcelain, -0.1), [
    -0.03,
    0.24,
    -0.26 + rock,
    0.24,
    -0.12 + rock,
    0.62,
    -0.01 + rock,
    0.9,
  ])
  pen.soft('#7a4c38', [-0.46, 0.17, -0.3, 0.02, 0, 0, 0.3, 0.02, 0.46, 0.18, 0, 0.15])
}

/** Fire, and smoke that fire lights, take no shade from the sun. */
const lit = { shade: 0, glows: true } as const

/** Fire below a rocket, and the smoke it leaves where it stood. */
const paintLaunch = (pen: Pen, aloft: number): void => {
  const spread = Math.min(1, pen.time * 0.35 + aloft)
  for (let puff = 0; puff < 16; puff += 1) {
    const roll = Math.sin(pen.time * 0.8 + puff * 1.7) * 0.03
    const x = Math.sin(puff * 2.4) * (0.18 + 0.5 * spread) + roll
    const size = (0.07 + 0.1 * spread) * (0.7 + 0.3 * Math.cos(puff * 3.1))
    const y = -aloft + size * 0.4 + Math.abs(Math.cos(puff * 1.9)) * 0.09 * spread
    pen.oval('#c4b8b0', x, y, size, size * 0.7, { alpha: 0.7, outline: false, ...lit })
  }
  const lick = 1 + Math.sin(pen.time * 37) * 0.08 + Math.sin(pen.time * 23) * 0.06
  const long = Math.min(0.6, 0.08 + aloft) * lick
  pen.glow('#ffb45c', 0, -long * 0.3, 0.7, 0.55)
  pen.soft(
    '#ff9c3c',
    [
      -0.085,
      0.12,
      -0.1,
      0.02,
      -0.05,
      -long * 0.6,
      0,
      -long,
      0.05,
      -long * 0.6,
      0.1,
      0.02,
      0.085,
      0.12,
    ],
    { outline: false, ...lit },
  )
  pen.soft('#fff0b0', [-0.045, 0.12, -0.055, 0.03, 0, -long * 0.6, 0.055, 0.03, 0.045, 0.12], {
    shade: 0,
    glows: true,
    outline: false,
  })
}

/** Paints a rocket. */
export const rocket = (pen: Pen, colour: Rgb | null): void => {
  const accent = colour ?? readColour('#b8443c')
  const { aloft } = pen.road
  const shake = aloft === null ? 0 : Math.sin(pen.time * 31) * 0.002
  if (aloft !== null) paintLaunch(pen, aloft)
  for (const side of [-1, 1])
    pen.soft(accent, [side * 0.09, 0.34, side * 0.2, 0.2, side * 0.21, 0.06, side * 0.09, 0.14])
  pen.soft(porcelain, [
    -0.11 + shake,
    0.1,
    -0.125 + shake,
    0.5,
    -0.08 + shake,
    0.82,
    shake,
    1,
    0.08 + shake,
    0.82,
    0.125 + shake,
    0.5,
    0.11 + shake,
    0.1,
  ])
  pen.soft(accent, [-0.075, 0.84, 0, 1, 0.075, 0.84, 0, 0.81])
  pen.oval('#3c4c60', 0, 0.64, 0.05, 0.05)
  pen.oval('#9cc4e0', 0, 0.64, 0.036, 0.036)
}

/** Paints a balloon with a basket. */
export const hotAir = (pen: Pen, colour: Rgb | null): void => {
  const tone = colour ?? readColour('#c05a44')
  const lift = Math.sin(pen.time * 0.5) * 0.02
  pen.soft(tone, [
    -0.1,
    0.28 + lift,
    -0.36,
    0.6 + lift,
    -0.3,
    0.88 + lift,
    0,
    1 + lift,
    0.3,
    0.88 + lift,
    0.36,
    0.6 + lift,
    0.1,
    0.28 + lift,
  ])
  pen.soft(
    '#ecd9b0',
    [
      -0.04,
      0.28 + lift,
      -0.15,
      0.6 + lift,
      -0.1,
      0.95 + lift,
      0.1,
      0.95 + lift,
      0.15,
      0.6 + lift,
      0.04,
      0.28 + lift,
    ],
    { alpha: 0.9 },
  )
  for (const x of [-0.08, 0.08]) pen.line('#5c4a3a', 0.006, [x, 0.29 + lift, x * 0.8, 0.13 + lift])
  pen.box('#7c5a3a', -0.07, 0.02 + lift, 0.07, 0.13 + lift)
}

/** Paints a space station: modules on a truss between wings of solar cells. */
export const spaceStation = (pen: Pen, colour: Rgb | null): void => {
  const hull = colour ?? readColour('#d9dade')
  const drift = Math.sin(pen.time * 0.3) * 0.01
  pen.line('#8d9198', 0.03, [-1.25, 0.52 + drift, 1.25, 0.52 - drift])
  for (const side of [-1, 1])
    for (const x of [0.72, 1.1])
      for (const low of [0.04, 0.58]) {
        const [left, right] = [side * x - 0.13, side * x + 0.13]
        pen.box('#31466e', left, low, right, low + 0.4)
        for (let cell = 1; cell < 5; cell += 1)
          pen.line('#8ea4cc', 0.006, [left, low + cell * 0.08, right, low + cell * 0.08], 0.7)
        pen.line('#c8a860', 0.008, [side * x, low, side * x, low + 0.4], 0.8)
      }
  pen.tube(hull, [-0.5, 0.5, 0.11, -0.2, 0.5, 0.13, 0.2, 0.5, 0.13, 0.52, 0.5, 0.1])
  pen.tube(shift(hull, -0.08), [0, 0.2, 0.09, 0, 0.5, 0.1, 0, 0.82, 0.08])
  for (const x of [-0.36, -0.18, 0.18, 0.36])
    pen.oval('#ffe2a0', x, 0.52, 0.025, 0.025, { glows: true, shade: 0, outline: false })
}
