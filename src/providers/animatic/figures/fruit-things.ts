import { type Rgb, readColour, shift } from './colour.ts'
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

const iceCream = (pen: Pen, colour: Rgb | null): void => {
  const scoop = colour ?? readColour('#e9a9b4')
  pen.hard('#cf9c58', [0, 0, -0.24, 0.52, 0.24, 0.52])
  for (const x of [-0.12, 0, 0.12]) pen.line('#a8763c', 0.02, [x * 0.3, 0.1, x * 1.4, 0.5], 0.7)
  pen.oval(readColour('#f4ead2'), -0.13, 0.62, 0.19, 0.18)
  pen.oval(scoop, 0.13, 0.64, 0.19, 0.18)
  pen.oval(shift(scoop, -0.3), 0, 0.82, 0.18, 0.17)
}

const pizza = (pen: Pen, colour: Rgb | null): void => {
  pen.oval('#b9793a', 0, 0.42, 1.7, 0.42)
  pen.oval(colour ?? readColour('#e2b44c'), 0, 0.5, 1.5, 0.34, { outline: false })
  for (const [x, y] of [
    ...[[-0.9, 0.52] as const, [-0.3, 0.66] as const, [0.35, 0.4] as const, [0.85, 0.6] as const],
    [0.1, 0.62] as const,
  ])
    pen.oval('#b23a2c', x, y, 0.2, 0.07, { outline: false })
  for (const [x, y] of [[-0.5, 0.42] as const, [0.6, 0.48] as const, [0, 0.78] as const])
    pen.oval('#4f8a44', x, y, 0.12, 0.04, { outline: false })
}

const teddy = (pen: Pen, colour: Rgb | null): void => {
  const fur = colour ?? readColour('#a3733f')
  for (const side of [-1, 1]) {
    pen.oval(fur, side * 0.26, 0.1, 0.16, 0.11)
    pen.oval(fur, side * 0.34, 0.42, 0.11, 0.17)
    pen.oval(fur, side * 0.2, 0.95, 0.09, 0.09)
  }
  pen.oval(fur, 0, 0.34, 0.28, 0.32)
  pen.oval(fur, 0, 0.78, 0.27, 0.23)
  pen.oval(shift(fur, 0.4), 0, 0.7, 0.12, 0.09, { outline: false })
  pen.oval('#2a2220', 0, 0.74, 0.045, 0.035)
  for (const side of [-1, 1]) pen.oval('#2a2220', side * 0.1, 0.84, 0.028, 0.03)
}

const snowman = (pen: Pen, colour: Rgb | null): void => {
  const snow = readColour('#eef3f8')
  pen.oval(snow, 0, 0.22, 0.27, 0.24)
  pen.oval(snow, 0, 0.55, 0.2, 0.18)
  pen.oval(snow, 0, 0.81, 0.14, 0.13)
  pen.soft(colour ?? '#b8342f', [-0.15, 0.72, 0.15, 0.72, 0.13, 0.67, -0.13, 0.67])
  pen.hard('#e07b2c', [0, 0.83, 0.2, 0.79, 0, 0.79])
  for (const [x, y] of [
    [-0.05, 0.86] as const,
    [0.06, 0.86] as const,
    [0, 0.6] as const,
    [0, 0.5] as const,
  ])
    pen.oval('#23222a', x, y, 0.018, 0.018, { outline: false })
  pen.box('#23222a', -0.17, 0.91, 0.17, 0.935)
  pen.box('#23222a', -0.1, 0.93, 0.1, 1.06)
  for (const side of [-1, 1])
    pen.line('#5a4028', 0.02, [side * 0.17, 0.58, side * 0.38, 0.7, side * 0.44, 0.78])
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

/** Fruit, sweets and what children play with; a helmet that nobody wears. */
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
  thing('ice cream', /\bice[- ]?creams?\b/u, 0.24, {
    paint: iceCream,
    place: 'table',
    hold: 'foot',
    wide: 0.7,
  }),
  thing('pizza', /\bpizzas?\b/u, 0.1, { paint: pizza, place: 'table', hold: 'foot', wide: 3.4 }),
  thing(
    'teddy bear',
    /\b(?:teddy(?: bears?)?|teddies|stuffed (?:bear|animal)|plush(?:ie| toy| bear)?)\b/u,
    0.36,
    { paint: teddy, place: 'table', hold: 'middle' },
  ),
  thing('snowman', /\bsnow ?m[ae]n\b/u, 1.5, { paint: snowman, wide: 0.8 }),
  thing('helmet', /\bhelmets?\b/u, 0.28, {
    paint: helmet,
    place: 'table',
    hold: 'foot',
    wide: 1.2,
  }),
]
