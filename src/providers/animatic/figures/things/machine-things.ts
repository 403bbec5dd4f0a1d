import { type Rgb, readColour, shift } from '../brush/colour.ts'
import { gleam } from './strokes.ts'
import { type Pen, type Thing, thing } from './thing.ts'

const television = (pen: Pen, colour: Rgb | null): void => {
  const cabinet = colour ?? readColour('#7f5536')
  for (const side of [-1, 1]) {
    pen.line('#b4b9c1', 0.018, [side * 0.03, 0.84, side * 0.22, 1])
    pen.line(shift(cabinet, -0.4), 0.05, [side * 0.46, 0.1, side * 0.54, 0])
  }
  pen.hard(
    cabinet,
    [
      -0.66, 0.1, 0.66, 0.1, 0.69, 0.14, 0.69, 0.8, 0.66, 0.84, -0.66, 0.84, -0.69, 0.8, -0.69,
      0.14,
    ],
  )
  pen.box('#2b2624', -0.62, 0.17, 0.38, 0.78)
  const flicker = 0.04 * Math.sin(pen.time * 9) + 0.03 * Math.sin(pen.time * 23)
  pen.soft(
    shift(readColour('#9cc4dc'), flicker),
    [
      ...[
        -0.57, 0.24, -0.58, 0.5, -0.54, 0.72, -0.12, 0.75, 0.3, 0.72, 0.34, 0.5, 0.32, 0.24, -0.12,
        0.21,
      ],
    ],
    { glows: true, shade: 0.35, outline: false },
  )
  pen.soft(
    '#5f7f94',
    [-0.54, 0.25, -0.5, 0.4, -0.3, 0.52, -0.12, 0.38, 0.1, 0.5, 0.3, 0.36, 0.3, 0.25, -0.12, 0.22],
    { glows: true, shade: 0.2, outline: false },
  )
  gleam(pen, [-0.5, 0.66, -0.3, 0.7], 0.6, 0.03)
  for (const y of [0.68, 0.54]) {
    pen.oval('#d8c894', 0.53, y, 0.055, 0.055)
    pen.line('#4a3420', 0.014, [0.53, y, 0.53, y + 0.045])
  }
  for (const y of [0.2, 0.25, 0.3, 0.35, 0.4])
    pen.line(shift(cabinet, -0.4), 0.016, [0.44, y, 0.62, y])
  pen.glow('#a8ccf0', -0.12, 0.5, 1, 0.2)
}

const typewriter = (pen: Pen, colour: Rgb | null): void => {
  const body = colour ?? readColour('#3f6a66')
  pen.box('#f2ecdc', -0.36, 0.6, 0.36, 1, { shade: 0.4 })
  for (const y of [0.92, 0.85, 0.78])
    pen.line('#7a746a', 0.014, [-0.28, y, 0.24 - (y % 0.1), y], 0.8)
  pen.tube('#26262a', [-0.66, 0.6, 0.075, 0.66, 0.6, 0.075])
  for (const side of [-1, 1]) pen.tube('#8f959d', [side * 0.64, 0.6, 0.05, side * 0.74, 0.6, 0.06])
  pen.line('#c8cdd4', 0.03, [-0.68, 0.64, -0.8, 0.74])
  pen.soft(
    body,
    [
      -0.66, 0.04, -0.7, 0.2, -0.56, 0.5, -0.4, 0.58, 0.4, 0.58, 0.56, 0.5, 0.7, 0.2, 0.66, 0.04, 0,
      0,
    ],
  )
  pen.soft(shift(body, -0.5), [-0.34, 0.42, -0.2, 0.54, 0.2, 0.54, 0.34, 0.42, 0, 0.38])
  pen.hard(shift(body, -0.35), [-0.56, 0.06, 0.56, 0.06, 0.46, 0.36, -0.46, 0.36])
  for (const [row, y] of [0.11, 0.2, 0.29].entries())
    for (let index = 0; index < 9; index += 1) {
      const x = (index - 4) * (0.11 - row * 0.008)
      pen.oval('#26262a', x, y - 0.012, 0.044, 0.034)
      pen.oval('#efe6d2', x, y + 0.004, 0.038, 0.028, { outline: false })
    }
  gleam(pen, [-0.6, 0.3, -0.5, 0.48], 0.35, 0.025)
}

const tablet = (pen: Pen, colour: Rgb | null): void => {
  const shell = colour ?? readColour('#2a2c32')
  pen.hard(shift(shell, -0.3), [0.2, 0.02, 0.6, 0, 0.34, 0.4])
  pen.hard(
    shell,
    [
      -0.66, 0.02, 0.66, 0.02, 0.68, 0.05, 0.68, 0.95, 0.66, 0.98, -0.66, 0.98, -0.68, 0.95, -0.68,
      0.05,
    ],
  )
  pen.box('#b4d2ea', -0.6, 0.09, 0.6, 0.91, { shade: 0.3, glows: true, outline: false })
  for (const [x, y, tone] of [
    ...([
      [-0.42, 0.6, '#e2806a'],
      [-0.06, 0.6, '#f0c060'],
      [0.3, 0.6, '#6fae86'],
    ] as const),
    ...([
      [-0.42, 0.28, '#7a86c4'],
      [-0.06, 0.28, '#f4f4f0'],
      [0.3, 0.28, '#c07ab0'],
    ] as const),
  ])
    pen.hard(tone, [x - 0.1, y - 0.08, x + 0.12, y - 0.08, x + 0.12, y + 0.14, x - 0.1, y + 0.14], {
      ...{ shade: 0.2, glows: true, outline: false },
    })
  pen.glow('#a8ccf0', 0, 0.5, 1.1, 0.2)
}

const drone = (pen: Pen, colour: Rgb | null): void => {
  const shell = colour ?? readColour('#d4d7db')
  const lift = Math.sin(pen.time * 2.1) * 0.05
  const y = 0.5 + lift
  for (const [x, far] of [
    [-0.86, 0.14],
    [0.86, 0.14],
    [-1.2, 0],
    [1.2, 0],
  ] as const) {
    pen.line(shift(shell, far > 0 ? -0.4 : -0.2), 0.09, [x * 0.25, y, x, y + 0.12 + far])
    pen.line('#3a3c42', 0.09, [x, y + 0.08 + far, x, y + 0.26 + far])
    const spin = Math.abs(Math.sin(pen.time * 31 + x * 7))
    pen.oval('#c8ccd2', x, y + 0.3 + far, 0.52, 0.055, { alpha: 0.45, outline: false })
    pen.line(
      '#4a4c54',
      0.035,
      [x - 0.48 * spin, y + 0.3 + far, x + 0.48 * spin, y + 0.3 + far],
      0.8,
    )
  }
  for (const side of [-1, 1])
    pen.line('#3a3c42', 0.05, [side * 0.3, y - 0.1, side * 0.42, y - 0.44])
  pen.soft(shell, [
    -0.5,
    y + 0.02,
    -0.36,
    y + 0.2,
    0,
    y + 0.26,
    0.36,
    y + 0.2,
    0.5,
    y + 0.02,
    0.3,
    y - 0.14,
    -0.3,
    y - 0.14,
  ])
  pen.oval('#26272c', 0, y - 0.2, 0.17, 0.16)
  pen.oval('#4f6f9a', -0.02, y - 0.2, 0.09, 0.09, { outline: false })
  pen.oval(pen.time % 1 < 0.5 ? '#ff5a48' : '#7a2a24', 0.34, y + 0.1, 0.05, 0.05, {
    glows: true,
    shade: 0,
  })
}

const toaster = (pen: Pen, colour: Rgb | null): void => {
  const metal = colour ?? readColour('#b4bac2')
  for (const x of [-0.3, 0.1])
    pen.soft('#c48a4e', [
      x - 0.22,
      0.7,
      x - 0.26,
      0.9,
      x - 0.1,
      1,
      x + 0.2,
      1,
      x + 0.34,
      0.9,
      x + 0.3,
      0.7,
    ])
  pen.box('#2c2d32', -0.7, 0, 0.7, 0.1)
  pen.soft(
    metal,
    [-0.76, 0.08, -0.78, 0.6, -0.6, 0.82, 0, 0.84, 0.6, 0.82, 0.78, 0.6, 0.76, 0.08, 0, 0.06],
  )
  pen.line('#2c2d32', 0.05, [-0.52, 0.78, 0.52, 0.78])
  pen.box('#2c2d32', 0.72, 0.46, 0.86, 0.56)
  pen.oval('#2c2d32', 0.5, 0.26, 0.09, 0.09)
  gleam(pen, [-0.6, 0.66, -0.6, 0.2], 0.5, 0.05)
}

/** What runs on a current or on keys. */
export const machineThings: readonly Thing[] = [
  thing('television', /\b(?:televisions?|tvs?|tv sets?)\b/u, 0.6, {
    paint: television,
    place: 'table',
    moves: true,
    wide: 1.4,
  }),
  thing('typewriter', /\btypewriters?\b/u, 0.3, { paint: typewriter, place: 'table', wide: 1.6 }),
  thing('tablet', /\b(?:tablets?|e-?readers?|ipads?)\b/u, 0.19, {
    ...{ paint: tablet, place: 'table', hold: 'middle', moves: true, wide: 1.38 },
  }),
  thing('drone', /\b(?:drones?|quadcopters?)\b/u, 0.3, {
    paint: drone,
    place: 'air',
    moves: true,
    travels: true,
    rises: true,
    wide: 3.4,
  }),
  thing('toaster', /\btoasters?\b/u, 0.26, { paint: toaster, place: 'table', wide: 1.7 }),
]
