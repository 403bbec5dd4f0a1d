import { type Rgb, readColour, shift } from '../brush/colour.ts'
import { steamOver } from './strokes.ts'
import { type Pen, porcelain, type Thing, thing } from './thing.ts'

const jar = (pen: Pen, colour: Rgb | null): void => {
  const filling = colour ?? readColour('#d9962f')
  pen.tube(filling, [0, 0.02, 0.34, 0, 0.1, 0.37, 0, 0.68, 0.37, 0, 0.78, 0.32])
  pen.box(porcelain, -0.27, 0.2, 0.27, 0.54, { shade: 0.5 })
  for (const y of [0.42, 0.33]) pen.line(shift(filling, -0.3), 0.025, [-0.16, y, 0.16, y])
  pen.line('#ffffff', 0.03, [-0.3, 0.66, -0.3, 0.14], 0.4)
  pen.box('#b8893c', -0.35, 0.8, 0.35, 1)
  pen.line('#8a6428', 0.02, [-0.35, 0.84, 0.35, 0.84])
}

const plate = (pen: Pen, colour: Rgb | null): void => {
  const food = colour ?? readColour('#d8a94a')
  pen.oval(shift(porcelain, -0.12), 0, 0.14, 1.28, 0.2)
  pen.oval(porcelain, 0, 0.2, 1.25, 0.2)
  pen.oval(shift(porcelain, 0.1), 0, 0.24, 0.85, 0.13, { outline: false })
  pen.soft(food, [-0.7, 0.26, -0.5, 0.55, -0.1, 0.72, 0.35, 0.64, 0.7, 0.3, 0, 0.16])
  for (let strand = 0; strand < 6; strand += 1) {
    const x = -0.5 + strand * 0.2
    pen.line(shift(food, 0.2), 0.035, [x - 0.15, 0.3, x, 0.55, x + 0.2, 0.34], 0.9)
  }
  for (const [x, y] of [
    [-0.25, 0.5],
    [0.12, 0.62],
    [0.32, 0.42],
  ] as const)
    pen.oval('#b5402f', x, y, 0.1, 0.08)
  pen.soft('#4f8a44', [0, 0.66, 0.1, 0.82, 0.2, 0.7, 0.08, 0.64])
  steamOver(pen, 0.7)
}

const bread = (pen: Pen, colour: Rgb | null): void => {
  const crust = colour ?? readColour('#b9793a')
  pen.soft(crust, [
    ...[-1.1, 0.04, -1.15, 0.5, -0.8, 0.86, 0, 1, 0.8, 0.86, 1.15, 0.5, 1.1, 0.04, 0, 0],
  ])
  for (const x of [-0.6, -0.1, 0.4])
    pen.soft(shift(crust, 0.45), [x - 0.12, 0.62, x + 0.08, 0.94, x + 0.2, 0.9, x + 0.02, 0.58])
  pen.line(shift(crust, -0.3), 0.04, [-1.0, 0.12, 1.0, 0.12], 0.5)
}

const apple = (pen: Pen, colour: Rgb | null): void => {
  const skin = colour ?? readColour('#b8332f')
  pen.soft(skin, [
    ...[0, 0.02, -0.28, 0, -0.5, 0.26, -0.5, 0.6, -0.26, 0.82, 0, 0.74],
    ...[0.26, 0.82, 0.5, 0.6, 0.5, 0.26, 0.28, 0],
  ])
  pen.line('#5a3d26', 0.05, [0, 0.74, 0.03, 0.9, 0.1, 1])
  pen.soft('#5c8f3f', [0.06, 0.88, 0.26, 0.99, 0.4, 0.92, 0.2, 0.82])
  pen.oval(shift(skin, 0.5), -0.24, 0.58, 0.08, 0.12, { outline: false, alpha: 0.7 })
}

const basket = (pen: Pen, colour: Rgb | null): void => {
  const straw = colour ?? readColour('#b08a50')
  pen.line(shift(straw, -0.2), 0.06, [-0.62, 0.5, -0.4, 0.98, 0.4, 0.98, 0.62, 0.5])
  for (const [x, y, tone] of [
    ...[
      [-0.42, 0.6, '#c9472f'],
      [-0.1, 0.66, '#d9b93c'],
      [0.24, 0.64, '#6f9a42'],
    ],
    ...[
      [0.48, 0.58, '#c9472f'],
      [0.08, 0.58, '#d98a2c'],
    ],
  ] as const)
    pen.oval(String(tone), Number(x), Number(y), 0.2, 0.19)
  pen.soft(straw, [-0.72, 0.56, -0.55, 0.02, 0, 0, 0.55, 0.02, 0.72, 0.56, 0, 0.5])
  for (const y of [0.14, 0.28, 0.42])
    pen.line(shift(straw, -0.3), 0.03, [-0.62 - y * 0.1, y, 0.62 + y * 0.1, y], 0.6)
}

/** Food and what it comes in. */
export const foodThings: readonly Thing[] = [
  thing('basket', /\b(?:baskets?|fruits?|vegetables|oranges|picnic)\b/u, 0.4, {
    paint: basket,
    place: 'table',
    hold: 'top',
    wide: 1.45,
  }),
  thing('jar', /\b(?:jars?|honey|jam|marmalade)\b/u, 0.18, {
    paint: jar,
    place: 'table',
    hold: 'foot',
    wide: 0.75,
  }),
  thing(
    'plate',
    /\b(?:plates?|dish(?:es)?|pasta|spaghetti|meals?|dinner|lunch|salad|curry|risotto|food)\b/u,
    0.12,
    { paint: plate, place: 'table', hold: 'foot', moves: true, wide: 2.5 },
  ),
  thing('bread', /\b(?:breads?|loaf|loaves|baguettes?|buns?|rolls)\b/u, 0.13, {
    paint: bread,
    place: 'table',
    hold: 'foot',
    wide: 2.3,
  }),
  thing('apple', /\bapples?\b/u, 0.1, { paint: apple, place: 'table', hold: 'middle' }),
]
