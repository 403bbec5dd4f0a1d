import { type Rgb, readColour, shift } from '../brush/colour.ts'
import { arc, gleam, steamOver } from './strokes.ts'
import { type Pen, porcelain, type Thing, thing } from './thing.ts'

const pizza = (pen: Pen): void => {
  pen.oval('#7f5a3c', 0, 0.3, 1.72, 0.3)
  pen.oval('#9a6e48', 0, 0.38, 1.7, 0.3)
  pen.oval('#a8682f', 0, 0.5, 1.5, 0.34)
  pen.oval('#cf9a50', 0, 0.58, 1.5, 0.34)
  pen.oval('#b8442c', 0, 0.6, 1.3, 0.27, { outline: false })
  pen.oval('#eec264', 0, 0.61, 1.22, 0.245, { outline: false })
  for (const [x, y] of [
    ...([
      [-0.75, 0.62],
      [-0.3, 0.74],
      [-0.25, 0.5],
      [0.3, 0.64],
    ] as const),
    ...([
      [0.8, 0.7],
      [0.75, 0.5],
      [0.1, 0.8],
    ] as const),
  ])
    pen.oval('#a83a2a', x, y, 0.19, 0.055)
  for (const [x, y] of [
    [-0.5, 0.58],
    [0.02, 0.68],
    [0.5, 0.6],
    [0.35, 0.78],
  ] as const)
    pen.soft('#4f8a44', [x - 0.12, y, x, y + 0.04, x + 0.13, y + 0.01, x, y - 0.03])
  for (const [x, y] of [
    [1.3, 0.42],
    [-1.3, 0.42],
  ] as const)
    pen.line('#9a5f30', 0.02, [0, 0.62, x, y], 0.6)
  steamOver(pen, 0.8)
}

const burger = (pen: Pen): void => {
  const bun = readColour('#c8843c')
  pen.tube(bun, [0, 0.02, 0.52, 0, 0.16, 0.56])
  pen.tube('#5a3422', [0, 0.22, 0.6, 0, 0.34, 0.6])
  pen.hard('#eab13c', [-0.58, 0.39, 0.6, 0.39, 0.42, 0.35, 0.22, 0.22, 0.02, 0.35, -0.4, 0.3])
  pen.tube('#b83c30', [0, 0.4, 0.54, 0, 0.47, 0.54])
  pen.soft('#7fae4a', [
    ...[-0.66, 0.5, -0.5, 0.44, -0.34, 0.5, -0.16, 0.43, 0.02, 0.5, 0.2, 0.43],
    ...[0.38, 0.5, 0.54, 0.44, 0.66, 0.52, 0.4, 0.58, -0.4, 0.58],
  ])
  pen.soft(
    bun,
    [-0.6, 0.56, -0.56, 0.78, -0.3, 0.96, 0, 1, 0.3, 0.96, 0.56, 0.78, 0.6, 0.56, 0, 0.53],
  )
  for (const [x, y] of [
    [-0.28, 0.84],
    [-0.08, 0.92],
    [0.14, 0.88],
    [0.32, 0.8],
    [0.02, 0.78],
  ] as const)
    pen.oval('#f0dfb4', x, y, 0.035, 0.02, { outline: false })
  gleam(pen, [-0.42, 0.74, -0.3, 0.86], 0.35, 0.04)
}

const iceCream = (pen: Pen, colour: Rgb | null): void => {
  const scoop = colour ?? readColour('#e3a3ae')
  pen.oval('#6c6660', 0, 0.03, 0.22, 0.035)
  pen.line('#6c6660', 0.025, [-0.17, 0.03, -0.13, 0.3])
  pen.line('#6c6660', 0.025, [0.17, 0.03, 0.13, 0.3])
  pen.hard('#d19a52', [-0.2, 0.54, 0.2, 0.54, 0.02, 0.04, -0.02, 0.04])
  for (const x of [-0.12, 0, 0.12]) {
    pen.line('#a4702f', 0.012, [x, 0.53, x * 0.2 + 0.05, 0.2], 0.7)
    pen.line('#a4702f', 0.012, [x, 0.53, x * 0.2 - 0.05, 0.2], 0.7)
  }
  pen.line('#6c6660', 0.03, [-0.14, 0.3, 0, 0.27, 0.14, 0.3])
  pen.oval('#f1e6c8', -0.08, 0.66, 0.18, 0.16)
  pen.oval('#7a4a30', 0.1, 0.68, 0.17, 0.16)
  pen.oval(scoop, 0, 0.84, 0.19, 0.16)
  for (const [x, y] of [
    [-0.18, 0.56],
    [-0.04, 0.54],
    [0.14, 0.56],
  ] as const)
    pen.oval('#f1e6c8', x, y, 0.05, 0.05, { outline: false })
  gleam(pen, [-0.1, 0.92, -0.02, 0.96], 0.5)
}

const chocolate = (pen: Pen, colour: Rgb | null): void => {
  const bar = colour ?? readColour('#5a3423')
  pen.hard(shift(bar, -0.35), [0.3, 0.02, 0.4, 0.08, 0.4, 0.98, 0.3, 0.94])
  pen.box(bar, -0.36, 0.02, 0.3, 0.94)
  for (const y of [0.5, 0.65, 0.8])
    for (const x of [-0.33, -0.12, 0.09]) {
      pen.box(shift(bar, 0.14), x, y, x + 0.18, y + 0.12, { outline: false })
      pen.line(shift(bar, 0.4), 0.01, [x + 0.02, y + 0.115, x + 0.16, y + 0.115], 0.7)
    }
  pen.hard(
    '#d9c486',
    [
      -0.4, 0.4, -0.28, 0.52, -0.14, 0.44, 0, 0.53, 0.14, 0.44, 0.3, 0.52, 0.4, 0.44, 0.4, 0.36,
      -0.4, 0.34,
    ],
  )
  pen.hard('#8d2f38', [-0.4, 0, 0.33, 0, 0.44, 0.07, 0.44, 0.42, 0.33, 0.4, -0.4, 0.4])
  pen.box('#efe2c4', -0.26, 0.14, 0.18, 0.26, { outline: false })
}

const cheese = (pen: Pen, colour: Rgb | null): void => {
  const tone = colour ?? readColour('#e2b04a')
  pen.hard(shift(tone, 0.25), [-0.86, 0.5, 0.84, 0.64, 0.5, 0.98, 0.3, 0.96])
  pen.hard(tone, [-0.86, 0, 0.84, 0, 0.84, 0.64, -0.86, 0.5])
  for (const [x, y, r] of [
    ...([
      [-0.4, 0.28, 0.11],
      [0.1, 0.16, 0.08],
    ] as const),
    ...([
      [0.36, 0.44, 0.13],
      [0.64, 0.2, 0.07],
      [-0.1, 0.42, 0.05],
    ] as const),
  ])
    pen.oval(shift(tone, -0.28), x, y, r, r, { outline: false })
  pen.oval(shift(tone, 0.02), 0.36, 0.76, 0.12, 0.05, { outline: false })
}

const egg = (pen: Pen, colour: Rgb | null): void => {
  const shell = colour ?? readColour('#d9a97e')
  pen.soft(
    shell,
    [-0.27, 0.5, -0.26, 0.72, -0.13, 0.95, 0, 1, 0.13, 0.95, 0.26, 0.72, 0.27, 0.5, 0, 0.3],
  )
  gleam(pen, [-0.13, 0.84, -0.18, 0.7], 0.45, 0.045)
  pen.tube(porcelain, [0, 0.03, 0.26, 0, 0.12, 0.09, 0, 0.24, 0.12, 0, 0.5, 0.3])
  pen.line('#6f93a0', 0.025, [-0.28, 0.44, 0, 0.41, 0.28, 0.44])
}

const cookie = (pen: Pen, colour: Rgb | null): void => {
  const dough = colour ?? readColour('#c48a4e')
  for (const [x, y] of [
    [0.04, 0.14],
    [-0.06, 0.4],
    [0.05, 0.66],
  ] as const) {
    pen.oval(shift(dough, -0.25), x, y, 0.88, 0.15)
    pen.oval(dough, x, y + 0.1, 0.88, 0.2)
    for (const [dx, dy] of [
      ...([
        [-0.5, 0.02],
        [-0.1, 0.08],
      ] as const),
      ...([
        [0.3, 0],
        [0.56, 0.08],
        [-0.28, -0.07],
      ] as const),
    ])
      pen.oval('#46281a', x + dx, y + 0.11 + dy, 0.09, 0.035, { outline: false })
  }
}

const pumpkin = (pen: Pen, colour: Rgb | null): void => {
  const skin = colour ?? readColour('#d0762a')
  for (const [x, rx, tone] of [
    ...([
      [-0.36, 0.26, -0.12],
      [0.36, 0.26, -0.12],
    ] as const),
    ...([
      [-0.19, 0.24, 0],
      [0.19, 0.24, 0],
      [0, 0.2, 0.1],
    ] as const),
  ])
    pen.oval(shift(skin, tone), x, 0.42, rx, 0.42)
  pen.tube('#6a7a3c', [0.01, 0.8, 0.07, 0.04, 0.9, 0.045, 0.12, 0.98, 0.05], false)
  gleam(pen, [-0.1, 0.72, -0.14, 0.5], 0.3, 0.04)
}

const carrot = (pen: Pen, colour: Rgb | null): void => {
  const root = colour ?? readColour('#d8742c')
  for (const [y, tip] of [
    [0.62, 0.7],
    [0.3, 0.2],
  ] as const) {
    for (const leaf of [-0.16, 0, 0.16])
      pen.line('#5c8f3f', 0.08, [0.7, y, 1.0, y + leaf, 1.5, y + leaf * 2.2])
    pen.tube(root, [0.72, y, 0.26, 0, y - 0.02, 0.2, -1.5, tip, 0.03], false)
    for (const x of [-0.6, -0.1, 0.4])
      pen.line(shift(root, -0.25), 0.025, [x, y + 0.12, x + 0.04, y - 0.02], 0.8)
  }
}

const tomato = (pen: Pen, colour: Rgb | null): void => {
  const skin = colour ?? readColour('#c23a2c')
  pen.soft(
    skin,
    [0, 0.02, -0.4, 0.08, -0.56, 0.4, -0.4, 0.8, 0, 0.86, 0.4, 0.8, 0.56, 0.4, 0.4, 0.08],
  )
  for (const x of [-0.3, -0.14, 0.04, 0.22, 0.34])
    pen.soft('#5c8f3f', [0, 0.86, x - 0.05, 0.83, x * 1.15, 0.7, x + 0.06, 0.84])
  pen.line('#4a7434', 0.05, [0, 0.84, 0.02, 0.92, 0.07, 1])
  gleam(pen, [-0.36, 0.64, -0.4, 0.46], 0.5, 0.05)
}

const mushroom = (pen: Pen, colour: Rgb | null): void => {
  const cap = colour ?? readColour('#b04434')
  pen.tube('#e6dcc4', [0, 0, 0.2, 0, 0.3, 0.15, 0, 0.6, 0.14])
  pen.soft('#cfc0a0', [-0.6, 0.52, -0.3, 0.44, 0, 0.42, 0.3, 0.44, 0.6, 0.52, 0, 0.6])
  pen.soft(cap, [-0.62, 0.52, -0.5, 0.8, -0.2, 0.98, 0.2, 0.98, 0.5, 0.8, 0.62, 0.52, 0, 0.6])
  for (const [x, y, r] of [
    [-0.3, 0.76, 0.07],
    [0.02, 0.88, 0.08],
    [0.32, 0.74, 0.06],
    [0, 0.68, 0.05],
  ] as const)
    pen.oval('#f2ead8', x, y, r, r * 0.8, { outline: false })
  pen.line('#d2c4a4', 0.05, arc([0, 0.42], [0.17, 0.03], [0.25, 0.75]))
}

/** What is eaten with joy, and what grows for the kitchen. */
export const treatThings: readonly Thing[] = [
  thing('pizza', /\bpizzas?\b/u, 0.1, {
    paint: pizza,
    place: 'table',
    hold: 'foot',
    moves: true,
    wide: 3.5,
  }),
  thing('burger', /\b(?:burgers?|hamburgers?|cheeseburgers?|sandwich(?:es)?)\b/u, 0.13, {
    ...{ paint: burger, place: 'table', hold: 'middle', wide: 1.3 },
  }),
  thing('ice cream', /\b(?:ice[- ]?creams?|gelato|sorbet|sundaes?)\b/u, 0.22, {
    ...{ paint: iceCream, place: 'table', hold: 'foot', wide: 0.5 },
  }),
  thing('chocolate', /\b(?<!hot )(?:chocolates?|chocolate bars?)\b(?! (?:cake|cookie))/u, 0.16, {
    ...{ paint: chocolate, place: 'table', hold: 'foot', wide: 0.85 },
  }),
  thing('cheese', /\bcheeses?\b/u, 0.11, {
    paint: cheese,
    place: 'table',
    hold: 'middle',
    wide: 1.8,
  }),
  thing('egg', /\beggs?\b/u, 0.1, { paint: egg, place: 'table', hold: 'middle', wide: 0.65 }),
  thing('cookie', /\b(?:cookies?|biscuits?|pancakes?)\b/u, 0.08, {
    ...{ paint: cookie, place: 'table', hold: 'middle', wide: 1.9 },
  }),
  thing('pumpkin', /\b(?:pumpkins?|jack-o'-lanterns?)\b/u, 0.3, {
    ...{ paint: pumpkin, place: 'table', hold: 'foot', wide: 1.25 },
  }),
  thing('carrot', /\bcarrots?\b/u, 0.08, {
    paint: carrot,
    place: 'table',
    hold: 'middle',
    wide: 3,
  }),
  thing('tomato', /\btomato(?:es)?\b/u, 0.09, {
    paint: tomato,
    place: 'table',
    hold: 'middle',
    wide: 1.15,
  }),
  thing('mushroom', /\b(?:mushrooms?|toadstools?)\b/u, 0.12, {
    ...{ paint: mushroom, place: 'table', hold: 'foot', wide: 1.25 },
  }),
]
