import { type Rgb, rgb, shift } from '../brush/colour.ts'
import type { Pen } from '../things/thing.ts'
import { type CreatureMoment, creaturePen, paintEye } from './creature.ts'

const chitin = rgb(46, 38, 34)
const glass = rgb(226, 238, 246)

/** A butterfly seen from the side and a little from above: both pairs of wings beat, the far ones behind. */
export const paintButterfly = (moment: CreatureMoment): void => {
  const pen = creaturePen({ ...moment, tipped: 0.35 })
  const { time, seed, colour, accent, manner } = moment
  const rests = manner === 'rests' || manner === 'sleeps'
  const beat = Math.sin(time * (rests ? 1.6 : 11) + seed)
  // 1 wings together over the back, towards 0 spread flat: seen edge on they are narrow.
  const near = 0.62 + beat * 0.38
  const far = 0.7 - beat * 0.3
  butterflyWings(pen, {
    open: far,
    lean: 0.12,
    colour: shift(colour, -0.24),
    accent: shift(accent, -0.2),
  })
  pen.tube(
    chitin,
    [-0.26, -0.06, 0.014, -0.1, -0.02, 0.03, 0.06, 0.02, 0.036, 0.15, 0.05, 0.03],
    false,
  )
  for (const side of [0.03, 0.09])
    pen.line(chitin, 0.012, [0.17, 0.07, 0.25 + side, 0.17, 0.31 + side, 0.2])
  butterflyWings(pen, { open: near, lean: -0.02, colour, accent })
}

const butterflyWings = (
  pen: Pen,
  wing: {
    readonly open: number
    readonly lean: number
    readonly colour: Rgb
    readonly accent: Rgb
  },
): void => {
  const { open, lean, colour, accent } = wing
  const at = (x: number, y: number): [number, number] => [x + lean * y * 1.4, 0.02 + y * open]
  const edge = shift(colour, -0.72)
  const layer = (points: readonly (readonly [number, number])[], grow: number, tone: Rgb): void => {
    const [cx, cy] = points[0] ?? [0, 0]
    pen.soft(
      tone,
      points.flatMap(([x, y]) => at(cx + (x - cx) * grow, cy + (y - cy) * grow)),
      { outline: grow === 1 },
    )
  }
  const hind = [
    [-0.04, 0],
    [-0.2, 0.22],
    [-0.42, 0.28],
    [-0.5, 0.08],
    [-0.38, -0.14],
    [-0.18, -0.12],
  ] as const
  const fore = [
    [0.06, 0.0],
    [0.16, 0.36],
    [0.12, 0.64],
    [-0.06, 0.7],
    [-0.26, 0.48],
    [-0.16, 0.14],
  ] as const
  for (const points of [hind, fore]) {
    layer(points, 1, edge)
    layer(points, 0.84, colour)
  }
  layer(
    [
      [-0.12, 0.03],
      [-0.24, 0.16],
      [-0.34, 0.12],
      [-0.28, -0.03],
    ],
    1,
    shift(colour, 0.3),
  )
  const spot = (x: number, y: number, size: number): void => {
    const [sx, sy] = at(x, y)
    pen.oval(accent, sx, sy, size, size * Math.max(0.3, open), { outline: false, shade: 0.3 })
  }
  spot(0.04, 0.5, 0.05)
  spot(-0.08, 0.56, 0.035)
  spot(-0.12, 0.42, 0.03)
  spot(-0.38, 0.09, 0.045)
}

/** Wings too fast to be seen: two blurred fans. */
const paintBlur = (
  pen: Pen,
  root: readonly [number, number],
  long: number,
  tilts: readonly number[],
): void => {
  const beat = Math.sin(pen.time * 43)
  for (const tilt of tilts) {
    const angle = tilt + beat * 0.12
    const [c, s] = [Math.cos(angle), Math.sin(angle)]
    const at = (along: number, across: number): [number, number] => [
      root[0] + c * along * long - s * across * long,
      root[1] + s * along * long + c * across * long,
    ]
    pen.soft(
      glass,
      [...at(0, 0), ...at(0.45, 0.14), ...at(1, 0.08), ...at(0.95, -0.08), ...at(0.4, -0.1)],
      {
        alpha: 0.42,
        shade: 0.4,
      },
    )
    pen.line(shift(glass, -0.4), 0.008, [...at(0, 0), ...at(0.9, 0.03)], 0.5)
  }
}

/** A bee: round, furred and banded. */
export const paintBee = (moment: CreatureMoment): void => {
  const pen = creaturePen({ ...moment, tipped: 0.12 })
  const { colour, accent, manner } = moment
  if (manner !== 'sleeps') paintBlur(pen, [0.0, 0.14], 0.5, [2.3, 1.75])
  for (const x of [-0.06, 0.06, 0.16])
    pen.line(chitin, 0.022, [x, -0.14, x - 0.03, -0.24, x - 0.08, -0.3])
  pen.soft(
    colour,
    [-0.46, -0.06, -0.34, 0.14, -0.1, 0.2, 0.1, 0.14, 0.12, -0.1, -0.1, -0.19, -0.34, -0.15],
  )
  pen.soft(chitin, [-0.52, -0.08, -0.44, -0.02, -0.44, -0.11], { outline: false })
  for (const [x, tall] of [
    [-0.36, 0.11],
    [-0.21, 0.165],
    [-0.06, 0.175],
  ] as const)
    pen.soft(
      accent,
      [
        x - 0.04,
        tall + 0.0,
        x + 0.035,
        tall + 0.015,
        x + 0.055,
        0,
        x + 0.03,
        -tall * 0.98,
        x - 0.045,
        -tall * 0.93,
        x - 0.02,
        0,
      ],
      { outline: false },
    )
  pen.oval(shift(colour, -0.12), 0.14, 0.03, 0.155, 0.16)
  for (let tuft = 0; tuft < 9; tuft += 1) {
    const angle = (tuft / 9) * Math.PI * 2
    pen.line(shift(colour, 0.14), 0.014, [
      ...[0.14 + Math.cos(angle) * 0.1, 0.03 + Math.sin(angle) * 0.1],
      ...[0.14 + Math.cos(angle) * 0.175, 0.03 + Math.sin(angle) * 0.18],
    ])
  }
  pen.oval(accent, 0.33, 0.0, 0.105, 0.11)
  for (const x of [0.34, 0.4]) pen.line(chitin, 0.016, [x, 0.09, x + 0.06, 0.2, x + 0.12, 0.22])
  paintEye(pen, [0.37, 0.02, 0.034], { shut: manner === 'sleeps', white: 1.5 })
}

/** A dragonfly: a long jointed body under four clear wings. */
export const paintDragonfly = (moment: CreatureMoment): void => {
  const pen = creaturePen(moment)
  const { colour, accent } = moment
  paintBlur(pen, [0.14, 0.06], 0.46, [2.05, 1.3])
  for (let joint = 0; joint < 8; joint += 1) {
    const x = 0.08 - joint * 0.075
    pen.oval(
      joint % 2 === 0 ? colour : shift(colour, -0.3),
      x,
      joint * 0.004,
      0.05,
      0.034 - joint * 0.0016,
    )
  }
  pen.oval(shift(colour, -0.1), 0.18, 0.02, 0.12, 0.075)
  for (const x of [0.14, 0.2, 0.26])
    pen.line(chitin, 0.012, [x, -0.03, x + 0.03, -0.1, x + 0.0, -0.15])
  pen.oval(shift(colour, -0.25), 0.33, 0.03, 0.06, 0.06)
  pen.oval(accent, 0.36, 0.05, 0.055, 0.055)
  pen.oval(rgb(255, 255, 255), 0.345, 0.075, 0.015, 0.015, { shade: 0, outline: false, alpha: 0.9 })
  paintBlur(pen, [0.16, 0.04], 0.46, [2.5, 0.85])
}
