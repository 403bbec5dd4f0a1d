import { type Rgb, readColour, shift } from '../brush/colour.ts'
import { type Pen, type Thing, thing } from './thing.ts'

const strawberry = (pen: Pen, colour: Rgb | null): void => {
  const skin = colour ?? readColour('#c9283a')
  pen.soft(
    skin,
    [0, 0, -0.3, 0.2, -0.46, 0.56, -0.34, 0.78, 0, 0.74, 0.34, 0.78, 0.46, 0.56, 0.3, 0.2],
  )
  for (const [x, y] of [
    ...[[-0.2, 0.6] as const, [0.06, 0.6] as const, [0.28, 0.58] as const, [-0.1, 0.42] as const],
    ...[[0.14, 0.4] as const, [-0.24, 0.34] as const, [0.02, 0.22] as const],
  ])
    pen.oval('#f0d27a', x, y, 0.028, 0.04, { outline: false })
  pen.soft('#4f8a3c', [
    ...[
      -0.4, 0.74, -0.14, 0.82, -0.18, 0.98, 0, 0.88, 0.18, 0.98, 0.14, 0.82, 0.4, 0.74, 0.12, 0.7,
    ],
    ...[0, 0.62, -0.12, 0.7],
  ])
}

const banana = (pen: Pen, colour: Rgb | null): void => {
  const skin = colour ?? readColour('#e6c53a')
  pen.soft(skin, [
    ...[-0.9, 0.7, -0.76, 0.34, -0.36, 0.06, 0.2, 0.02, 0.68, 0.22, 0.92, 0.56],
    ...[0.62, 0.46, 0.2, 0.34, -0.26, 0.38, -0.6, 0.6, -0.76, 0.84],
  ])
  pen.line(shift(skin, -0.25), 0.05, [-0.7, 0.5, -0.3, 0.22, 0.2, 0.16, 0.7, 0.36], 0.7)
  pen.hard('#6a4d28', [-0.92, 0.72, -0.74, 0.84, -0.8, 1, -0.94, 0.94])
}

/** Oranges, lemons, peaches, plums: round, with a leaf. */
const round =
  (skinColour: string) =>
  (pen: Pen, colour: Rgb | null): void => {
    const skin = colour ?? readColour(skinColour)
    pen.oval(skin, 0, 0.44, 0.46, 0.44)
    pen.oval(shift(skin, 0.4), -0.16, 0.6, 0.1, 0.08, { outline: false, alpha: 0.6 })
    pen.line('#5a3d26', 0.05, [0, 0.86, 0.02, 0.96])
    pen.soft('#5c8f3f', [0.02, 0.9, 0.22, 1.02, 0.4, 0.92, 0.18, 0.84])
  }

const helmet = (pen: Pen, colour: Rgb | null): void => {
  const shell = colour ?? readColour('#c9cbd0')
  pen.soft(
    shell,
    [-0.6, 0.16, -0.62, 0.6, -0.32, 0.96, 0.14, 1, 0.5, 0.78, 0.62, 0.36, 0.6, 0.16, 0, 0.1],
  )
  pen.line(shift(shell, -0.3), 0.07, [-0.62, 0.17, 0.62, 0.17])
  pen.soft('#33475c', [0.06, 0.3, 0.1, 0.66, 0.42, 0.66, 0.58, 0.42, 0.56, 0.28])
}

/** Fruit, and a helmet that nobody wears. */
export const fruitThings: readonly Thing[] = [
  thing('strawberry', /\bstrawberr(?:y|ies)\b/u, 0.1, {
    paint: strawberry,
    place: 'table',
    hold: 'middle',
  }),
  thing('banana', /\bbananas?\b/u, 0.12, {
    paint: banana,
    place: 'table',
    hold: 'middle',
    wide: 1.9,
  }),
  thing('lemon', /\blemons?\b/u, 0.1, { paint: round('#e6cf3c'), place: 'table', hold: 'middle' }),
  thing('peach', /\b(?:peach(?:es)?|apricots?)\b/u, 0.1, {
    paint: round('#e59a62'),
    place: 'table',
    hold: 'middle',
  }),
  thing('plum', /\b(?:plums?|cherr(?:y|ies)(?! (?:blossom|tree)))\b/u, 0.1, {
    paint: round('#8a2f52'),
    place: 'table',
    hold: 'middle',
  }),
  thing('orange', /\b(?:orange(?! [a-z])|tangerines?|mandarins?)\b/u, 0.11, {
    paint: round('#e08a2c'),
    place: 'table',
    hold: 'middle',
  }),
  thing('helmet', /\bhelmets?\b/u, 0.28, {
    paint: helmet,
    place: 'table',
    hold: 'foot',
    wide: 1.2,
  }),
]
