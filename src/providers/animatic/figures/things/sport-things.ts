import { type Rgb, readColour, shift } from '../brush/colour.ts'
import { arc, gleam, seam } from './strokes.ts'
import { type Pen, type Thing, thing } from './thing.ts'

const skateboard = (pen: Pen, colour: Rgb | null): void => {
  const deck = colour ?? readColour('#c0503a')
  for (const x of [-1.6, 1.6]) {
    pen.hard('#8f959d', [x - 0.4, 0.6, x + 0.4, 0.6, x + 0.14, 0.3, x - 0.14, 0.3])
    pen.oval('#ece4d2', x - 0.22, 0.26, 0.27, 0.26)
    pen.oval('#ece4d2', x + 0.3, 0.28, 0.26, 0.25)
    for (const at of [x - 0.22, x + 0.3])
      pen.oval('#6b7078', at, 0.27, 0.09, 0.09, { outline: false })
  }
  pen.soft(
    shift(deck, -0.1),
    [
      -3, 0.92, -2.5, 0.62, -1.6, 0.56, 1.6, 0.56, 2.5, 0.62, 3, 0.92, 2.6, 0.86, 1.6, 0.74, -1.6,
      0.74, -2.6, 0.86,
    ],
  )
  pen.line('#232328', 0.09, [-2.95, 0.96, -2.5, 0.8, -1.6, 0.75, 1.6, 0.75, 2.5, 0.8, 2.95, 0.96])
  gleam(pen, [-1.4, 0.64, 1.2, 0.64], 0.3, 0.04)
}

const surfboard = (pen: Pen, colour: Rgb | null): void => {
  const board = colour ?? readColour('#e6dcc4')
  pen.soft(
    board,
    [
      0, 0, -0.1, 0.06, -0.15, 0.3, -0.145, 0.6, -0.08, 0.9, 0, 1, 0.08, 0.9, 0.145, 0.6, 0.15, 0.3,
      0.1, 0.06,
    ],
  )
  const stripe = colour ? shift(colour, 0.5) : readColour('#3f8a94')
  pen.hard(stripe, [-0.148, 0.34, 0.148, 0.44, 0.147, 0.54, -0.149, 0.44], { outline: false })
  pen.hard(
    colour ? shift(colour, -0.3) : '#d87a48',
    [-0.149, 0.29, 0.149, 0.39, 0.148, 0.42, -0.149, 0.32],
    { outline: false },
  )
  pen.line(shift(board, -0.3), 0.008, [0, 0.02, 0, 0.98], 0.8)
  gleam(pen, [-0.1, 0.7, -0.06, 0.88], 0.5, 0.014)
}

const skis = (pen: Pen, colour: Rgb | null): void => {
  const tone = colour ?? readColour('#b83e3a')
  for (const side of [-1, 1]) {
    pen.line('#44464c', 0.013, [side * 0.24, 0, side * 0.17, 0.72])
    pen.oval('#44464c', side * 0.234, 0.05, 0.03, 0.012)
    pen.line('#232328', 0.026, [side * 0.175, 0.66, side * 0.17, 0.73])
    pen.soft(tone, [
      side * 0.03,
      0,
      side * 0.025,
      0.5,
      side * 0.02,
      0.86,
      side * 0.05,
      0.98,
      side * 0.085,
      1,
      side * 0.09,
      0.86,
      side * 0.1,
      0.5,
      side * 0.1,
      0,
    ])
    pen.box('#2c2e34', side * 0.062 - 0.035, 0.4, side * 0.062 + 0.035, 0.5)
    seam(pen, readColour('#f0e8d8'), [side * 0.06, 0.55, side * 0.055, 0.9], 0.012)
  }
}

const sled = (pen: Pen, colour: Rgb | null): void => {
  const wood = colour ?? readColour('#a87040')
  pen.line('#b03c36', 0.05, [1.28, 0.66, 1.7, 0.5, 2, 0.7])
  for (const back of [0.14, 0]) {
    const tone = shift(wood, back > 0 ? -0.3 : -0.1)
    pen.line(tone, 0.11, [
      -1.4,
      0.06 + back,
      0.9,
      0.06 + back,
      1.3,
      0.24 + back,
      1.36,
      0.6 + back,
      1.2,
      0.72 + back,
    ])
    for (const x of [-0.9, 0, 0.8]) pen.line(tone, 0.1, [x, 0.08 + back, x + 0.04, 0.56 + back])
  }
  pen.hard(wood, [-1.4, 0.58, 1.1, 0.58, 1.3, 0.86, -1.2, 0.86])
  for (const share of [0.25, 0.5, 0.75])
    pen.line(shift(wood, -0.4), 0.025, [
      -1.4 + share * 0.2,
      0.58 + share * 0.28,
      1.1 + share * 0.2,
      0.58 + share * 0.28,
    ])
  pen.hard(shift(wood, -0.25), [-1.4, 0.5, 1.1, 0.5, 1.1, 0.59, -1.4, 0.59])
}

const sword = (pen: Pen, colour: Rgb | null): void => {
  const gold = readColour('#b8923f')
  const blade = colour ?? readColour('#c4c9d0')
  pen.hard(shift(blade, -0.12), [-0.05, 0.26, 0, 0.26, 0, 1, -0.04, 0.9])
  pen.hard(shift(blade, 0.25), [0, 0.26, 0.05, 0.26, 0.04, 0.9, 0, 1])
  pen.line(shift(blade, -0.35), 0.008, [0, 0.27, 0, 0.8])
  pen.soft(
    gold,
    [
      -0.15, 0.28, -0.16, 0.245, -0.08, 0.225, 0, 0.22, 0.08, 0.225, 0.16, 0.245, 0.15, 0.28, 0.06,
      0.262, -0.06, 0.262,
    ],
  )
  pen.tube('#5a3828', [0, 0.06, 0.02, 0, 0.23, 0.024])
  for (const y of [0.09, 0.12, 0.15, 0.18, 0.21])
    pen.line('#2e1e18', 0.007, [-0.021, y - 0.008, 0.021, y + 0.008])
  pen.oval(gold, 0, 0.035, 0.036, 0.036)
  pen.oval('#a03a40', 0, 0.035, 0.016, 0.016)
}

const shield = (pen: Pen, colour: Rgb | null): void => {
  const tone = colour ?? readColour('#3f5f8c')
  const rim = [-0.4, 0.92, 0, 1, 0.4, 0.92, 0.42, 0.56, 0.26, 0.2, 0, 0.01, -0.26, 0.2, -0.42, 0.56]
  pen.soft('#b4b9c1', rim)
  pen.soft(
    tone,
    rim.map((value, index) => (index % 2 === 0 ? value * 0.86 : 0.52 + (value - 0.52) * 0.87)),
  )
  pen.hard('#d2a840', [-0.06, 0.93, 0.06, 0.93, 0.06, 0.12, 0, 0.08, -0.06, 0.12], {
    outline: false,
  })
  pen.box('#d2a840', -0.35, 0.58, 0.35, 0.7, { outline: false })
  pen.oval('#d8dce2', 0, 0.64, 0.1, 0.1)
  gleam(pen, [-0.32, 0.86, -0.33, 0.6])
}

const trophy = (pen: Pen, colour: Rgb | null): void => {
  const gold = colour ?? readColour('#d2a53c')
  for (const side of [-1, 1])
    pen.line(shift(gold, -0.12), 0.05, [
      side * 0.26,
      0.9,
      side * 0.46,
      0.86,
      side * 0.44,
      0.66,
      side * 0.2,
      0.56,
    ])
  pen.box('#3a2a24', -0.24, 0, 0.24, 0.16)
  pen.box('#d8c894', -0.12, 0.04, 0.12, 0.12, { outline: false })
  pen.tube(gold, [0, 0.16, 0.18, 0, 0.22, 0.09, 0, 0.32, 0.05, 0, 0.42, 0.07], true)
  pen.soft(
    gold,
    [-0.3, 0.96, -0.29, 0.7, -0.18, 0.48, 0, 0.4, 0.18, 0.48, 0.29, 0.7, 0.3, 0.96, 0, 0.94],
  )
  pen.oval(shift(gold, -0.35), 0, 0.955, 0.29, 0.045)
  pen.soft(
    shift(gold, 0.35),
    [
      0, 0.8, 0.05, 0.71, 0.13, 0.7, 0.07, 0.64, 0.09, 0.55, 0, 0.6, -0.09, 0.55, -0.07, 0.64,
      -0.13, 0.7, -0.05, 0.71,
    ],
  )
  gleam(pen, [-0.22, 0.88, -0.22, 0.7, -0.15, 0.56], 0.55, 0.03)
}

const medal = (pen: Pen, colour: Rgb | null): void => {
  const gold = colour ?? readColour('#d2a53c')
  pen.hard('#a8403c', [-0.3, 1, -0.1, 1, 0.08, 0.54, -0.06, 0.5])
  pen.hard('#35557f', [0.3, 1, 0.1, 1, -0.08, 0.54, 0.06, 0.5])
  pen.line('#efe6d2', 0.03, [-0.2, 1, 0, 0.54])
  pen.line('#efe6d2', 0.03, [0.2, 1, 0.02, 0.54])
  pen.oval(shift(gold, -0.2), 0, 0.27, 0.28, 0.27)
  pen.oval(gold, 0, 0.28, 0.24, 0.23)
  pen.line(shift(gold, 0.4), 0.014, arc([0, 0.28], [0.19, 0.18]), 0.8)
  pen.hard(
    shift(gold, 0.35),
    [
      0, 0.42, 0.04, 0.32, 0.14, 0.31, 0.06, 0.24, 0.09, 0.14, 0, 0.2, -0.09, 0.14, -0.06, 0.24,
      -0.14, 0.31, -0.04, 0.32,
    ],
  )
}

/** What is ridden for fun, won and fought with. */
export const sportThings: readonly Thing[] = [
  thing('skateboard', /\b(?:skateboards?|longboards?)\b/u, 0.13, {
    paint: skateboard,
    hold: 'middle',
    wide: 6.2,
  }),
  thing('surfboard', /\b(?:surf ?boards?|paddle ?boards?|snowboards?)\b/u, 2, {
    paint: surfboard,
    wide: 0.32,
  }),
  thing('skis', /\b(?:skis?|ski poles?)\b/u, 1.65, { paint: skis, wide: 0.5 }),
  thing('sled', /\b(?:sleds?|sledges?|sleighs?|toboggans?)\b/u, 0.4, { paint: sled, wide: 3.6 }),
  thing('sword', /\b(?:swords?|sabres?|katanas?|rapiers?)\b/u, 1.0, {
    paint: sword,
    hold: 'foot',
    wide: 0.34,
  }),
  thing('shield', /\bshields?\b/u, 0.62, { paint: shield, hold: 'middle', wide: 0.88 }),
  thing('trophy', /\b(?:troph(?:y|ies)|(?:golden|winner's) cups?)\b/u, 0.4, {
    ...{ paint: trophy, place: 'table', hold: 'foot', wide: 0.98 },
  }),
  thing('medal', /\bmedals?\b/u, 0.2, { paint: medal, place: 'table', hold: 'middle', wide: 0.65 }),
]
