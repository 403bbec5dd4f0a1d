import { type Rgb, readColour, shift } from '../brush/colour.ts'
import { type Pen, type Thing, thing } from './thing.ts'

/** Where something that flutters is against its middle, its own heights. */
const flutter = ({ time }: Pen): { x: number; y: number; beat: number } => ({
  x: Math.sin(time * 1.1) * 0.5 + Math.sin(time * 2.7) * 0.16,
  y: 0.5 + Math.sin(time * 1.9) * 0.24,
  beat: Math.sin(time * 26),
})

const bee = (pen: Pen): void => {
  const { x, y, beat } = flutter(pen)
  for (const side of [-1, 1])
    pen.soft(
      '#eaf1f6',
      [
        x - 0.05,
        y + 0.12,
        x - 0.28,
        y + 0.42 + beat * 0.1 * side,
        x + 0.02,
        y + 0.4,
        x + 0.08,
        y + 0.12,
      ],
      { alpha: 0.65 },
    )
  pen.oval('#e0ac2c', x, y, 0.3, 0.18)
  for (const at of [-0.12, 0.02, 0.16])
    pen.soft('#2c2420', [
      x + at - 0.03,
      y + 0.16,
      x + at + 0.04,
      y + 0.16,
      x + at + 0.03,
      y - 0.16,
      x + at - 0.04,
      y - 0.16,
    ])
  pen.oval('#2c2420', x + 0.3, y + 0.02, 0.1, 0.1)
  pen.line('#2c2420', 0.02, [x + 0.36, y + 0.1, x + 0.44, y + 0.22])
}

const butterfly = (pen: Pen, colour: Rgb | null): void => {
  const tone = colour ?? readColour('#d97f2c')
  const { x, y } = flutter(pen)
  const open = 0.35 + 0.65 * Math.abs(Math.sin(pen.time * 6))
  for (const side of [-1, 1]) {
    const at = (across: number): number => x + side * across * open
    pen.soft(tone, [x, y, at(0.2), y + 0.42, at(0.5), y + 0.4, at(0.42), y + 0.06])
    pen.soft(shift(tone, 0.2), [x, y, at(0.36), y - 0.02, at(0.34), y - 0.34, at(0.12), y - 0.3])
    pen.oval('#2c2420', at(0.38), y + 0.3, 0.05 * open, 0.05)
  }
  pen.line('#2c2420', 0.05, [x, y - 0.24, x, y + 0.2])
  for (const side of [-1, 1]) pen.line('#2c2420', 0.015, [x, y + 0.2, x + side * 0.1, y + 0.36])
}

const kite = (pen: Pen, colour: Rgb | null): void => {
  const tone = colour ?? readColour('#d0402e')
  const x = Math.sin(pen.time * 1.3) * 0.12
  const tail = Array.from({ length: 7 }, (_, index) => [
    x + Math.sin(pen.time * 3 + index) * 0.03 * index,
    0.24 - index * 0.08,
  ]).flat()
  pen.line('#e2b33c', 0.025, tail)
  pen.hard(tone, [x, 1, x + 0.3, 0.7, x, 0.24])
  pen.hard(shift(tone, 0.3), [x, 1, x - 0.3, 0.7, x, 0.24])
  pen.line(shift(tone, -0.4), 0.014, [x, 1, x, 0.24])
}

const flag = (pen: Pen, colour: Rgb | null): void => {
  const tone = colour ?? readColour('#b8382f')
  const wave = (at: number): number => Math.sin(pen.time * 3.4 + at * 5) * 0.025 * at * 2
  pen.line('#c8ccd2', 0.03, [0, 0, 0, 1])
  const upper = [0, 0.15, 0.3, 0.45, 0.6].flatMap((at) => [at, 0.97 + wave(at)])
  const lower = [0.6, 0.45, 0.3, 0.15, 0].flatMap((at) => [at, 0.6 + wave(at)])
  pen.hard(tone, [...upper, ...lower])
  pen.oval('#d8b45a', 0, 1.01, 0.03, 0.03)
}

/** What flies or flutters. */
export const airyThings: readonly Thing[] = [
  thing('bee', /\b(?:bees?|bumble ?bees?|honeybees?|wasps?)\b/u, 0.3, {
    paint: bee,
    place: 'air',
    moves: true,
    wide: 1.6,
  }),
  thing('butterfly', /\b(?:butterfl(?:y|ies)|moths?)\b/u, 0.3, {
    paint: butterfly,
    place: 'air',
    moves: true,
    wide: 1.6,
  }),
  thing('kite', /\bkites?\b/u, 1.2, { paint: kite, place: 'air', moves: true, wide: 0.9 }),
  thing('flag', /\b(?:flags?|banner)\b/u, 1.9, {
    paint: flag,
    moves: true,
    wide: 1.2,
    hold: 'foot',
  }),
]
