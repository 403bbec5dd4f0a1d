import { type Rgb, readColour, shift } from '../brush/colour.ts'
import { gleam } from './strokes.ts'
import { type Pen, porcelain, type Thing, thing } from './thing.ts'

const bottle = (pen: Pen, colour: Rgb | null): void => {
  const tone = colour ?? readColour('#3f6650')
  pen.tube(tone, [0, 0, 0.15, 0, 0.3, 0.155, 0, 0.58, 0.15, 0, 0.7, 0.07, 0, 0.98, 0.055])
  pen.box(porcelain, -0.13, 0.2, 0.13, 0.46, { shade: 0.7 })
  pen.line(shift(tone, -0.2), 0.02, [-0.07, 0.34, 0.07, 0.34])
  gleam(pen, [-0.1, 0.5, -0.1, 0.14], 0.35, 0.025)
  pen.box('#c9a860', -0.06, 0.92, 0.06, 1)
}

const wine = (pen: Pen, colour: Rgb | null): void => {
  const glass = colour ?? readColour('#4a1c26')
  pen.tube(
    glass,
    [-0.1, 0.01, 0.125, -0.1, 0.3, 0.13, -0.1, 0.56, 0.125, -0.1, 0.7, 0.05, -0.1, 0.96, 0.042],
  )
  pen.box('#7d2533', -0.146, 0.8, -0.054, 0.98)
  pen.box('#eadfc4', -0.215, 0.16, 0.015, 0.46, { shade: 0.7 })
  pen.line('#8a3040', 0.016, [-0.18, 0.38, -0.02, 0.38])
  pen.oval('#b8923f', -0.1, 0.28, 0.04, 0.04, { outline: false })
  gleam(pen, [-0.19, 0.6, -0.2, 0.5], 0.4, 0.02)
  pen.oval('#cfdce2', 0.24, 0.02, 0.1, 0.02)
  pen.line('#cfdce2', 0.016, [0.24, 0.02, 0.24, 0.24], 0.85)
  pen.soft(
    '#d8e4ea',
    [0.12, 0.52, 0.115, 0.38, 0.16, 0.27, 0.24, 0.235, 0.32, 0.27, 0.365, 0.38, 0.36, 0.52],
    { alpha: 0.55 },
  )
  pen.soft(
    colour ? shift(colour, 0.1) : '#8a2336',
    [0.12, 0.4, 0.16, 0.28, 0.24, 0.245, 0.32, 0.28, 0.36, 0.4, 0.24, 0.42],
  )
  gleam(pen, [0.15, 0.48, 0.16, 0.34], 0.6, 0.012)
}

const waterBottle = (pen: Pen, colour: Rgb | null): void => {
  const steel = colour ?? readColour('#3f7f94')
  pen.line('#2c2e34', 0.035, [-0.06, 0.93, -0.05, 1, 0.05, 1, 0.06, 0.93])
  pen.tube(steel, [0, 0, 0.16, 0, 0.4, 0.165, 0, 0.72, 0.16, 0, 0.8, 0.1])
  pen.box('#2c2e34', -0.1, 0.8, 0.1, 0.94)
  for (const y of [0.84, 0.88]) pen.line('#4a4c54', 0.012, [-0.09, y, 0.09, y])
  pen.box('#b9bec5', -0.162, 0, 0.162, 0.05, { shade: 0.8 })
  pen.soft(shift(steel, 0.55), [0, 0.52, -0.055, 0.4, 0, 0.32, 0.055, 0.4], { outline: false })
  gleam(pen, [-0.11, 0.68, -0.115, 0.12], 0.4, 0.025)
}

const juice = (pen: Pen, colour: Rgb | null): void => {
  const drink = colour ?? readColour('#e08a2c')
  pen.tube('#dfe8ea', [0, 0.02, 0.22, 0, 0.4, 0.25, 0, 0.8, 0.28], true)
  pen.tube(drink, [0, 0.05, 0.2, 0, 0.4, 0.23, 0, 0.68, 0.255], true)
  pen.oval(shift(drink, 0.3), 0, 0.69, 0.255, 0.045)
  for (const [x, y] of [
    [-0.08, 0.66],
    [0.1, 0.64],
  ] as const)
    pen.box('#eef6f8', x - 0.06, y - 0.1, x + 0.06, y + 0.02, { alpha: 0.55, outline: false })
  pen.line('#c24f4a', 0.04, [-0.02, 0.5, 0.1, 0.86, 0.2, 0.98])
  pen.oval('#e8a33c', 0.27, 0.82, 0.13, 0.13)
  pen.oval('#f4c878', 0.27, 0.82, 0.095, 0.095, { outline: false })
  gleam(pen, [-0.2, 0.72, -0.17, 0.16], 0.5, 0.03)
}

/** What is poured and drunk. */
export const drinkThings: readonly Thing[] = [
  thing(
    'wine',
    /\b(?:wine(?: bottles?| glass(?:es)?)?|bottles? of wine|champagne|glass(?:es)? of (?:red |white )?wine)\b/u,
    0.34,
    {
      ...{ paint: wine, place: 'table', hold: 'middle', wide: 0.64 },
    },
  ),
  thing(
    'water bottle',
    /\b(?:water ?bottles?|bottles? of water|thermos|flasks?|tumblers?|canteens?|drink(?:ing|s) bottles?|(?:sports?|steel|insulated) bottles?)\b/u,
    0.26,
    {
      ...{ paint: waterBottle, place: 'table', hold: 'middle', wide: 0.45 },
    },
  ),
  thing(
    'juice',
    /\b(?:juices?|lemonade|smoothies?|cocktails?|iced tea|milkshakes?|soda)\b/u,
    0.17,
    {
      ...{ paint: juice, place: 'table', hold: 'middle', wide: 0.72 },
    },
  ),
  thing('bottle', /\b(?:bottles?|wine)\b/u, 0.3, {
    paint: bottle,
    place: 'table',
    hold: 'middle',
    wide: 0.5,
  }),
]
