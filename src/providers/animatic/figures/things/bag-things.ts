import { type Rgb, readColour, shift } from '../brush/colour.ts'
import { arc, gleam, seam } from './strokes.ts'
import { type Pen, type Thing, thing } from './thing.ts'

const brass = readColour('#c2a052')

const buckle = (pen: Pen, x: number, y: number, strap: Rgb): void => {
  pen.box(strap, x - 0.035, y - 0.13, x + 0.035, y + 0.14)
  pen.box(brass, x - 0.052, y - 0.04, x + 0.052, y + 0.035)
  pen.box(shift(strap, -0.2), x - 0.025, y - 0.018, x + 0.025, y + 0.014, { outline: false })
}

const backpack = (pen: Pen, colour: Rgb | null): void => {
  const tone = colour ?? readColour('#5f6b4c')
  const [dark, thread] = [shift(tone, -0.42), shift(tone, 0.4)]
  pen.line(dark, 0.055, arc([0, 0.9], [0.1, 0.085], [-0.26, 0.26]))
  for (const side of [-1, 1]) {
    pen.line(dark, 0.06, [side * 0.28, 0.86, side * 0.43, 0.7, side * 0.44, 0.3, side * 0.34, 0.06])
    pen.soft(shift(tone, -0.22), [
      ...[
        side * 0.3,
        0.08,
        side * 0.43,
        0.1,
        side * 0.46,
        0.26,
        side * 0.42,
        0.42,
        side * 0.3,
        0.42,
      ],
    ])
    pen.line(dark, 0.02, [side * 0.31, 0.36, side * 0.43, 0.36])
  }
  pen.soft(tone, [
    ...[-0.33, 0.01, -0.37, 0.1, -0.37, 0.6, -0.31, 0.84, -0.18, 0.91],
    ...[0.18, 0.91, 0.31, 0.84, 0.37, 0.6, 0.37, 0.1, 0.33, 0.01, 0, 0],
  ])
  pen.soft(shift(tone, -0.08), [
    ...[-0.26, 0.06, -0.28, 0.12, -0.28, 0.36, -0.24, 0.42, 0.24, 0.42],
    ...[0.28, 0.36, 0.28, 0.12, 0.26, 0.06, 0, 0.05],
  ])
  seam(pen, thread, [-0.25, 0.09, 0.25, 0.09])
  for (const side of [-1, 1]) seam(pen, thread, [side * 0.255, 0.1, side * 0.255, 0.36])
  pen.soft(shift(tone, 0.08), [
    ...[-0.38, 0.82, -0.3, 0.91, 0, 0.93, 0.3, 0.91, 0.38, 0.82, 0.37, 0.56],
    ...[0.28, 0.48, 0, 0.46, -0.28, 0.48, -0.37, 0.56],
  ])
  seam(pen, thread, [-0.33, 0.57, -0.26, 0.515])
  seam(pen, thread, [-0.26, 0.515, 0.26, 0.515])
  seam(pen, thread, [0.26, 0.515, 0.33, 0.57])
  for (const x of [-0.18, 0.18]) buckle(pen, x, 0.46, dark)
  pen.box(shift(tone, -0.2), -0.075, 0.68, 0.075, 0.75, { outline: false })
  gleam(pen, [-0.29, 0.82, -0.32, 0.64], 0.22, 0.03)
}

const suitcase = (pen: Pen, colour: Rgb | null): void => {
  const tone = colour ?? readColour('#7a5238')
  const dark = shift(tone, -0.36)
  pen.line(dark, 0.06, [-0.18, 0.84, -0.15, 0.96, 0.15, 0.96, 0.18, 0.84])
  pen.soft(tone, [
    ...[-0.66, 0.02, -0.7, 0.08, -0.7, 0.78, -0.64, 0.85, 0, 0.86],
    ...[0.64, 0.85, 0.7, 0.78, 0.7, 0.08, 0.66, 0.02, 0, 0],
  ])
  for (const [x, y] of [
    [-0.69, 0.02],
    [0.69, 0.02],
    [-0.69, 0.84],
    [0.69, 0.84],
  ] as const) {
    const [way, up] = [Math.sign(x), y > 0.5 ? -1 : 1]
    pen.hard(dark, [x, y, x - way * 0.17, y, x, y + up * 0.17])
  }
  pen.line(dark, 0.018, [-0.69, 0.62, 0.69, 0.62])
  for (const x of [-0.36, 0.36]) {
    pen.box(shift(tone, -0.24), x - 0.055, 0.01, x + 0.055, 0.855)
    for (const side of [-0.042, 0.042])
      seam(pen, shift(tone, 0.4), [x + side, 0.05, x + side, 0.82])
    pen.box(brass, x - 0.07, 0.54, x + 0.07, 0.63)
  }
  pen.box(brass, -0.07, 0.56, 0.07, 0.67)
  pen.oval('#3a2c1c', 0, 0.61, 0.018, 0.022, { outline: false })
  pen.hard('#d8c9a0', [-0.2, 0.36, 0.06, 0.4, 0.08, 0.22, -0.18, 0.18])
  pen.oval('#a8503c', -0.06, 0.29, 0.06, 0.05, { outline: false })
  gleam(pen, [-0.6, 0.76, -0.62, 0.4], 0.2)
}

const briefcase = (pen: Pen, colour: Rgb | null): void => {
  const tone = colour ?? readColour('#4a3328')
  const dark = shift(tone, -0.4)
  pen.line(dark, 0.075, arc([0, 0.78], [0.2, 0.18], [-0.25, 0.25]))
  pen.hard(
    tone,
    [-0.68, 0, 0.68, 0, 0.72, 0.05, 0.72, 0.76, 0.66, 0.8, -0.66, 0.8, -0.72, 0.76, -0.72, 0.05],
  )
  pen.hard(
    shift(tone, 0.09),
    [
      -0.72, 0.76, -0.66, 0.8, 0.66, 0.8, 0.72, 0.76, 0.68, 0.42, 0.5, 0.36, -0.5, 0.36, -0.68,
      0.42,
    ],
  )
  seam(pen, shift(tone, 0.42), [-0.48, 0.4, 0.48, 0.4], 0.012)
  seam(pen, shift(tone, 0.42), [-0.64, 0.06, 0.64, 0.06], 0.012)
  for (const x of [-0.38, 0.38]) {
    pen.box(shift(tone, -0.2), x - 0.06, 0.2, x + 0.06, 0.8)
    pen.box(brass, x - 0.07, 0.3, x + 0.07, 0.42)
    pen.oval('#4a3a1c', x, 0.36, 0.018, 0.03, { outline: false })
  }
  gleam(pen, [-0.6, 0.7, -0.2, 0.72], 0.22)
}

const handbag = (pen: Pen, colour: Rgb | null): void => {
  const tone = colour ?? readColour('#9a4a40')
  const dark = shift(tone, -0.34)
  pen.line(dark, 0.035, arc([0.03, 0.56], [0.27, 0.42], [-0.25, 0.25]))
  pen.soft(tone, [
    ...[-0.56, 0.03, -0.6, 0.1, -0.5, 0.5, -0.42, 0.62, 0, 0.65],
    ...[0.42, 0.62, 0.5, 0.5, 0.6, 0.1, 0.56, 0.03, 0, 0],
  ])
  pen.soft(shift(tone, 0.1), [
    ...[-0.46, 0.6, 0, 0.67, 0.46, 0.6, 0.5, 0.44, 0.3, 0.3, 0, 0.25, -0.3, 0.3, -0.5, 0.44],
  ])
  for (const side of [-1, 1]) seam(pen, shift(tone, 0.42), [side * 0.46, 0.44, side * 0.04, 0.28])
  pen.line(dark, 0.045, arc([-0.03, 0.54], [0.27, 0.38], [-0.25, 0.25]))
  for (const x of [-0.3, 0.24]) {
    pen.oval(brass, x, 0.56, 0.045, 0.045)
    pen.oval(dark, x, 0.56, 0.02, 0.02, { outline: false })
  }
  pen.box(brass, -0.06, 0.24, 0.06, 0.34)
  gleam(pen, [-0.44, 0.46, -0.51, 0.16], 0.25)
}

/** What things are carried in. */
export const bagThings: readonly Thing[] = [
  thing('backpack', /\b(?:backpacks?|rucksacks?|schoolbags?|knapsacks?)\b/u, 0.5, {
    ...{ paint: backpack, wide: 0.95, worn: true },
  }),
  thing('briefcase', /\b(?:briefcases?|satchels?|messenger bags?|laptop bags?)\b/u, 0.34, {
    ...{ paint: briefcase, hold: 'top', wide: 1.45 },
  }),
  thing(
    'handbag',
    /\b(?:handbags?|purses?|clutch|tote bags?|totes?|shoulder bags?|wallets?)\b/u,
    0.34,
    {
      ...{ paint: handbag, place: 'table', hold: 'top', wide: 1.25 },
    },
  ),
  thing('suitcase', /\b(?:suitcases?|luggage|trunks?|bags?)\b/u, 0.52, {
    ...{ paint: suitcase, hold: 'top', wide: 1.45 },
  }),
]
