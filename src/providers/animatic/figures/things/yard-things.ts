import { type Rgb, readColour, shift } from '../brush/colour.ts'
import { arc, gleam } from './strokes.ts'
import { type Pen, type Thing, thing } from './thing.ts'

const ladder = (pen: Pen, colour: Rgb | null): void => {
  const wood = colour ?? readColour('#a47848')
  for (let rung = 0; rung < 9; rung += 1) {
    const y = 0.08 + rung * 0.104
    pen.tube(shift(wood, -0.12), [-0.13 + y * 0.03, y, 0.011, 0.13 - y * 0.03, y, 0.011], true)
  }
  for (const side of [-1, 1]) pen.tube(wood, [side * 0.14, 0, 0.018, side * 0.105, 1, 0.016], true)
}

const statue = (pen: Pen, colour: Rgb | null): void => {
  const stone = colour ?? readColour('#b4b0a6')
  pen.box(shift(stone, -0.12), -0.24, 0, 0.24, 0.06)
  pen.box(stone, -0.2, 0.06, 0.2, 0.28)
  pen.box(shift(stone, 0.08), -0.23, 0.27, 0.23, 0.31)
  pen.tube(stone, [0.06, 0.68, 0.036, 0.17, 0.8, 0.03, 0.2, 0.94, 0.024], false)
  pen.soft(
    stone,
    [
      -0.14, 0.31, -0.13, 0.5, -0.09, 0.64, -0.11, 0.74, -0.02, 0.79, 0.09, 0.74, 0.08, 0.62, 0.13,
      0.48, 0.15, 0.31,
    ],
  )
  for (const [from, to] of [
    [-0.08, -0.1],
    [-0.01, -0.02],
    [0.06, 0.08],
  ] as const)
    pen.line(shift(stone, -0.25), 0.012, [from * 0.8, 0.58, from, 0.46, to, 0.33], 0.8)
  pen.tube(stone, [-0.09, 0.7, 0.034, -0.17, 0.58, 0.03, -0.1, 0.5, 0.026], false)
  pen.tube(stone, [0, 0.76, 0.026, 0, 0.8, 0.026], false)
  pen.oval(stone, 0, 0.86, 0.056, 0.066)
  pen.soft(
    shift(stone, -0.15),
    [-0.06, 0.86, -0.05, 0.93, 0, 0.945, 0.055, 0.92, 0.06, 0.86, 0, 0.9],
  )
  pen.oval(shift(stone, 0.15), 0.2, 0.97, 0.03, 0.026)
}

const fountain = (pen: Pen, colour: Rgb | null): void => {
  const stone = colour ?? readColour('#a8a498')
  const water = '#a8cfe0'
  pen.soft(
    shift(stone, -0.06),
    [-0.98, 0.02, -1.02, 0.24, 0, 0.28, 1.02, 0.24, 0.98, 0.02, 0, -0.02],
  )
  pen.oval(shift(stone, 0.15), 0, 0.24, 1.02, 0.1)
  pen.oval(water, 0, 0.24, 0.92, 0.08, { outline: false })
  pen.tube(stone, [0, 0.2, 0.12, 0, 0.44, 0.07, 0, 0.56, 0.1], true)
  pen.soft(stone, [-0.44, 0.64, -0.3, 0.54, 0, 0.5, 0.3, 0.54, 0.44, 0.64])
  pen.oval(shift(stone, 0.15), 0, 0.64, 0.44, 0.06)
  pen.oval(water, 0, 0.64, 0.38, 0.045, { outline: false })
  pen.tube(stone, [0, 0.62, 0.05, 0, 0.78, 0.035], true)
  for (const side of [-1, 1])
    for (const [reach, foot, high] of [
      [0.3, 0.64, 0.98],
      [0.7, 0.26, 0.74],
      [0.54, 0.26, 0.72],
    ] as const) {
      const [from, start] = high > 0.9 ? [0, 0.78] : [0.4, 0.64]
      const wobble = Math.sin(pen.time * 5 + reach * 9 + side) * 0.015
      pen.line(
        '#dcf0f8',
        0.028,
        [
          side * from,
          start,
          side * (from + (reach - from) * 0.5),
          high + wobble,
          side * reach,
          foot,
        ],
        0.75,
      )
    }
  for (let drop = 0; drop < 10; drop += 1) {
    const fall = (pen.time * 0.9 + drop * 0.1) % 1
    const side = drop % 2 === 0 ? -1 : 1
    pen.oval(
      '#eef8fc',
      side * (0.1 + fall * 0.5 + (drop % 3) * 0.06),
      0.92 - fall * fall * 0.66,
      0.014,
      0.018,
      { outline: false, shade: 0 },
    )
  }
}

const plantPot = (pen: Pen, colour: Rgb | null): void => {
  const clay = colour ?? readColour('#b9643f')
  const sway = Math.sin(pen.time * 1.1) * 0.015
  for (const [x, y, tone] of [
    ...([
      [-0.42, 0.66, -0.2],
      [0.42, 0.68, -0.16],
    ] as const),
    ...([
      [-0.26, 0.88, 0],
      [0.28, 0.9, 0.04],
      [0, 1, 0.1],
      [-0.14, 0.74, 0.12],
      [0.16, 0.72, 0.16],
    ] as const),
  ]) {
    const green = shift(readColour('#4f8a52'), tone)
    pen.soft(green, [
      0,
      0.38,
      x * 0.4 - 0.07,
      0.4 + (y - 0.4) * 0.6,
      x + sway,
      y,
      x * 0.5 + 0.08,
      0.4 + (y - 0.4) * 0.5,
    ])
    pen.line(
      shift(green, 0.3),
      0.012,
      [0, 0.42, x * 0.5, 0.4 + (y - 0.4) * 0.55, x * 0.9 + sway, y - 0.03],
      0.7,
    )
  }
  pen.hard(clay, [-0.2, 0, 0.2, 0, 0.28, 0.32, -0.28, 0.32])
  pen.hard(shift(clay, 0.1), [-0.31, 0.3, 0.31, 0.3, 0.32, 0.42, -0.32, 0.42])
  gleam(pen, [-0.21, 0.28, -0.17, 0.06], 0.25, 0.03)
}

const wateringCan = (pen: Pen, colour: Rgb | null): void => {
  const tin = colour ?? readColour('#5f8f86')
  pen.line(shift(tin, -0.2), 0.06, arc([-0.36, 0.46], [0.34, 0.3], [0.5, 1]))
  pen.line(shift(tin, -0.2), 0.055, arc([0, 0.64], [0.3, 0.3], [-0.25, 0.25]))
  pen.tube(tin, [0.3, 0.16, 0.1, 0.62, 0.56, 0.055, 0.78, 0.78, 0.045], false)
  pen.hard(shift(tin, 0.15), [0.68, 0.82, 0.86, 0.68, 1, 0.8, 0.78, 0.96])
  pen.oval(shift(tin, -0.3), 0.89, 0.88, 0.05, 0.12)
  pen.tube(tin, [0, 0.02, 0.4, 0, 0.3, 0.4, 0, 0.62, 0.34], true)
  pen.oval(shift(tin, -0.4), 0, 0.63, 0.33, 0.05)
  for (const y of [0.12, 0.5])
    pen.line(shift(tin, 0.3), 0.02, [-0.38, y, 0, y - 0.03, 0.38, y], 0.8)
  gleam(pen, [-0.29, 0.56, -0.31, 0.14], 0.35, 0.03)
}

const door = (pen: Pen, colour: Rgb | null): void => {
  const wood = colour ?? readColour('#4f6f60')
  pen.box('#c9bda6', -0.28, 0, 0.28, 1)
  pen.box(shift(wood, -0.5), -0.235, 0, 0.235, 0.96)
  pen.box(wood, -0.23, 0.005, 0.23, 0.955)
  for (const [low, high] of [
    [0.07, 0.4],
    [0.5, 0.88],
  ] as const)
    for (const x of [-0.19, 0.02]) {
      pen.box(shift(wood, -0.25), x, low, x + 0.17, high, { outline: false })
      pen.box(shift(wood, 0.08), x + 0.012, low + 0.008, x + 0.162, high - 0.012, {
        outline: false,
      })
    }
  pen.box('#b8923f', 0.17, 0.42, 0.21, 0.5)
  pen.oval('#d8b45a', 0.185, 0.46, 0.02, 0.016)
  pen.hard('#8a8478', [-0.32, 0, 0.32, 0, 0.32, 0.02, -0.32, 0.02])
}

/** What stands in gardens and squares. */
export const yardThings: readonly Thing[] = [
  thing('ladder', /\b(?:step)?ladders?\b/u, 2.3, { paint: ladder, wide: 0.32 }),
  thing('statue', /\b(?:statues?|sculptures?)\b/u, 2.4, { paint: statue, wide: 0.5 }),
  thing('fountain', /\bfountains?\b(?! pen)/u, 1.7, { paint: fountain, moves: true, wide: 2.05 }),
  thing(
    'plant pot',
    /\b(?:(?:plant|flower|clay|terracotta) ?pots?|pot(?:ted)? plants?|house ?plants?)\b/u,
    0.42,
    {
      ...{ paint: plantPot, place: 'table', hold: 'middle', moves: true, wide: 1 },
    },
  ),
  thing('watering can', /\bwatering cans?\b/u, 0.34, {
    paint: wateringCan,
    hold: 'top',
    wide: 1.85,
  }),
  thing('door', /\b(?:doors?|doorways?|gates?)\b/u, 2.1, { paint: door, wide: 0.64 }),
]
