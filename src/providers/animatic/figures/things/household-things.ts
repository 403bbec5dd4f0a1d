import { type Rgb, readColour, shift } from '../brush/colour.ts'
import { gleam } from './strokes.ts'
import { type Pen, type Thing, thing } from './thing.ts'

const vase = (pen: Pen, colour: Rgb | null): void => {
  const tone = colour ?? readColour('#5f86a6')
  pen.tube(tone, [0, 0, 0.17, 0, 0.12, 0.22, 0, 0.4, 0.31, 0, 0.64, 0.2, 0, 0.84, 0.11, 0, 1, 0.17])
  pen.line(shift(tone, 0.3), 0.025, [-0.28, 0.42, 0, 0.38, 0.28, 0.42], 0.8)
  pen.oval(shift(tone, -0.5), 0, 0.99, 0.15, 0.03, { outline: false })
  gleam(pen, [-0.2, 0.52, -0.19, 0.3], 0.4, 0.03)
}

const bucket = (pen: Pen, colour: Rgb | null): void => {
  const tone = colour ?? readColour('#8d959c')
  pen.line(shift(tone, -0.4), 0.05, [-0.38, 0.76, -0.26, 0.95, 0, 1, 0.26, 0.95, 0.38, 0.76])
  pen.hard(tone, [-0.28, 0, 0.28, 0, 0.4, 0.78, -0.4, 0.78])
  pen.oval(shift(tone, -0.45), 0, 0.78, 0.4, 0.06)
  for (const up of [0.18, 0.58])
    pen.line(shift(tone, -0.25), 0.02, [-0.3 - up * 0.14, up, 0.3 + up * 0.14, up], 0.7)
}

const pillow = (pen: Pen, colour: Rgb | null): void => {
  const tone = colour ?? readColour('#e6e0d4')
  pen.soft(tone, [
    ...[-0.78, 0.06, -0.4, 0.1, 0, 0.05, 0.4, 0.1, 0.78, 0.06, 0.72, 0.5],
    ...[0.78, 0.96, 0.4, 0.92, 0, 0.98, -0.4, 0.92, -0.78, 0.96, -0.72, 0.5],
  ])
  for (const side of [-1, 1])
    pen.line(shift(tone, -0.25), 0.02, [side * 0.66, 0.86, side * 0.5, 0.72], 0.6)
}

const glass = (pen: Pen, colour: Rgb | null): void => {
  const drink = colour ?? readColour('#e0b75c')
  pen.oval('#cfdce2', 0, 0.03, 0.22, 0.035)
  pen.line('#cfdce2', 0.045, [0, 0.03, 0, 0.46])
  pen.soft(drink, [-0.19, 0.82, -0.17, 0.6, 0, 0.44, 0.17, 0.6, 0.19, 0.82], { outline: false })
  pen.soft('#dbe7ec', [-0.2, 1, -0.2, 0.62, 0, 0.43, 0.2, 0.62, 0.2, 1], { alpha: 0.45 })
  gleam(pen, [-0.12, 0.92, -0.12, 0.64], 0.6, 0.03)
}

const barbell = (pen: Pen, colour: Rgb | null): void => {
  const plate = colour ?? readColour('#3a3f47')
  pen.line('#a9b0b6', 0.08, [-1.75, 0.5, 1.75, 0.5])
  for (const side of [-1, 1])
    for (const [x, r] of [
      [1.3, 0.5],
      [1.46, 0.4],
    ] as const)
      pen.box(shift(plate, (0.5 - r) * 0.8), side * x - 0.07, 0.5 - r, side * x + 0.07, 0.5 + r)
}

const pram = (pen: Pen, colour: Rgb | null): void => {
  const cloth = colour ?? readColour('#3f6a8a')
  const frame = '#b4b8bc'
  pen.line(frame, 0.03, [-0.62, 0.98, -0.34, 0.6, 0.3, 0.2])
  pen.line(frame, 0.03, [-0.36, 0.2, 0.28, 0.5])
  pen.soft(cloth, [-0.42, 0.66, -0.36, 0.4, -0.1, 0.3, 0.26, 0.32, 0.44, 0.48, 0.46, 0.66])
  pen.soft(shift(cloth, -0.15), [0.46, 0.66, 0.44, 0.9, 0.22, 1.02, -0.02, 0.94, -0.06, 0.66])
  for (const x of [0.12, 0.3]) pen.line(shift(cloth, -0.35), 0.015, [0.02, 0.68, x, 0.98], 0.7)
  pen.line('#2c3038', 0.05, [-0.66, 1, -0.58, 0.95])
  for (const x of [-0.36, 0.32]) {
    pen.oval('#2c3038', x, 0.16, 0.16, 0.16)
    pen.oval('#c8ccd0', x, 0.16, 0.1, 0.1, { outline: false })
    pen.oval('#2c3038', x, 0.16, 0.025, 0.025, { outline: false })
  }
}

/** Things of a house that hands are full of, and what is lifted there. */
export const householdThings: readonly Thing[] = [
  thing('vase', /\b(?:vases?|amphorae?)\b/u, 0.34, {
    ...{ paint: vase, place: 'table', hold: 'middle', wide: 0.64 },
  }),
  thing('bucket', /\b(?:buckets?|pails?)\b/u, 0.4, { paint: bucket, hold: 'top', wide: 0.8 }),
  thing('pillow', /\b(?:pillows?|cushions?)\b(?! forts?)/u, 0.34, {
    ...{ paint: pillow, hold: 'middle', wide: 1.56 },
  }),
  thing(
    'glass',
    /\b(?:(?:champagne|wine|drinking) glass(?:es)?|goblets?|(?<!(?:magnifying|looking|stained|spy) )glass(?=$| (?:of|in|with|on|at|and|to)\b))/u,
    0.2,
    { paint: glass, place: 'table', hold: 'foot', wide: 0.44 },
  ),
  thing('pram', /\b(?:prams?|strollers?|baby carriages?|buggy|pushchairs?)\b/u, 1.06, {
    ...{ paint: pram, wide: 1.1 },
  }),
  thing('barbell', /\b(?:barbells?|dumb-?bells?|weights)\b/u, 0.42, {
    ...{ paint: barbell, hold: 'middle', wide: 3.6 },
  }),
]
