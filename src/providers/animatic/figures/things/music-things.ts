import { type Rgb, readColour, shift } from '../brush/colour.ts'
import { arc, gleam } from './strokes.ts'
import { type Pen, type Thing, thing } from './thing.ts'

const violin = (pen: Pen, colour: Rgb | null): void => {
  const wood = colour ?? readColour('#95512a')
  pen.line('#5a3420', 0.02, [0.3, 0.02, 0.36, 0.5, 0.3, 0.96])
  pen.line('#e6dcc4', 0.01, [0.31, 0.05, 0.33, 0.5, 0.3, 0.93])
  pen.soft(wood, [
    ...[0, 0.01, -0.14, 0.03, -0.2, 0.14, -0.17, 0.24, -0.11, 0.3, -0.12, 0.37, -0.16, 0.45],
    ...[
      -0.13, 0.54, 0, 0.58, 0.13, 0.54, 0.16, 0.45, 0.12, 0.37, 0.11, 0.3, 0.17, 0.24, 0.2, 0.14,
      0.14, 0.03,
    ],
  ])
  pen.soft(
    shift(wood, 0.18),
    [-0.1, 0.08, -0.14, 0.16, -0.08, 0.28, -0.1, 0.46, 0, 0.52, 0.08, 0.4, 0.04, 0.14],
    {
      outline: false,
      alpha: 0.5,
    },
  )
  pen.hard('#241a18', [-0.035, 0.4, 0.035, 0.4, 0.022, 0.86, -0.022, 0.86])
  pen.soft(shift(wood, -0.25), [-0.035, 0.86, -0.045, 0.94, 0, 1, 0.045, 0.94, 0.035, 0.86])
  for (const [x, y] of [
    [-0.07, 0.9],
    [0.07, 0.93],
    [-0.07, 0.96],
  ] as const)
    pen.line('#241a18', 0.022, [0, y, x, y])
  for (const side of [-1, 1])
    pen.line('#241a18', 0.012, [
      side * 0.085,
      0.36,
      side * 0.07,
      0.31,
      side * 0.09,
      0.26,
      side * 0.075,
      0.22,
    ])
  pen.hard('#241a18', [-0.03, 0.06, 0.03, 0.06, 0.045, 0.17, -0.045, 0.17])
  pen.box('#d8b47c', -0.055, 0.275, 0.055, 0.295)
  for (const x of [-0.018, 0, 0.018]) pen.line('#e4dccc', 0.005, [x, 0.16, x, 0.88], 0.8)
}

const drum = (pen: Pen, colour: Rgb | null): void => {
  const shell = colour ?? readColour('#a83c38')
  pen.tube(shell, [0, 0.1, 0.54, 0, 0.4, 0.54, 0, 0.7, 0.54], true)
  for (let rope = 0; rope < 6; rope += 1) {
    const x = -0.5 + rope * 0.168
    pen.line('#e9ddc0', 0.02, [x, 0.7, x + 0.084, 0.16])
    pen.line('#e9ddc0', 0.02, [x + 0.084, 0.16, x + 0.168, 0.7])
  }
  pen.line('#c9a04a', 0.075, arc([0, 0.12], [0.55, 0.08], [0.25, 0.75]))
  pen.oval('#c9a04a', 0, 0.74, 0.58, 0.15)
  pen.oval('#efe7d4', 0, 0.76, 0.53, 0.12)
  pen.line('#8a6038', 0.035, [-0.1, 0.78, 0.6, 0.98])
  pen.line('#8a6038', 0.035, [0.06, 0.8, -0.56, 0.97])
  for (const x of [-0.11, 0.06]) pen.oval('#b08454', x, 0.79, 0.04, 0.03)
}

const trumpet = (pen: Pen, colour: Rgb | null): void => {
  const brass = colour ?? readColour('#cfa23e')
  const dark = shift(brass, -0.3)
  pen.line(dark, 0.1, [-1.1, 0.6, -0.6, 0.28, 0.3, 0.26, 0.54, 0.42, 0.3, 0.6])
  pen.tube(
    brass,
    [-1.4, 0.6, 0.05, 0, 0.6, 0.055, 0.7, 0.6, 0.09, 1.05, 0.6, 0.2, 1.32, 0.6, 0.4],
    true,
  )
  pen.oval(dark, 1.34, 0.6, 0.09, 0.4)
  pen.oval(shift(brass, -0.5), 1.36, 0.6, 0.05, 0.3, { outline: false })
  pen.tube('#d9dde2', [-1.5, 0.6, 0.09, -1.34, 0.6, 0.05], false)
  for (const x of [-0.4, -0.16, 0.08]) {
    pen.tube(brass, [x, 0.12, 0.095, x, 0.76, 0.095])
    pen.line('#d9dde2', 0.05, [x, 0.76, x, 0.9])
    pen.oval('#efe6d2', x, 0.93, 0.08, 0.045)
  }
  gleam(pen, [-1.2, 0.63, 0.5, 0.64], 0.5)
}

const saxophone = (pen: Pen, colour: Rgb | null): void => {
  const brass = colour ?? readColour('#cb9c38')
  pen.tube('#241f1e', [-0.36, 0.9, 0.025, -0.26, 0.93, 0.03], false)
  pen.tube(
    brass,
    [-0.28, 0.93, 0.022, -0.18, 0.97, 0.026, -0.1, 0.93, 0.03, -0.06, 0.8, 0.036],
    false,
  )
  pen.tube(
    brass,
    [
      -0.06, 0.84, 0.038, 0, 0.5, 0.055, 0.03, 0.22, 0.07, 0.1, 0.1, 0.08, 0.21, 0.1, 0.09, 0.28,
      0.24, 0.1, 0.32, 0.44, 0.16,
    ],
    false,
  )
  pen.oval(shift(brass, -0.25), 0.33, 0.5, 0.19, 0.07)
  pen.oval(shift(brass, -0.6), 0.33, 0.505, 0.14, 0.045, { outline: false })
  for (const [x, y] of [
    ...([
      [-0.02, 0.7],
      [-0.01, 0.6],
      [0.01, 0.5],
    ] as const),
    ...([
      [0.02, 0.38],
      [0.04, 0.28],
      [0.24, 0.2],
    ] as const),
  ]) {
    pen.oval(shift(brass, 0.3), x, y, 0.04, 0.036)
    pen.oval('#efe6d2', x, y, 0.02, 0.018, { outline: false })
  }
  pen.line(shift(brass, -0.35), 0.014, [-0.1, 0.74, -0.05, 0.4, -0.02, 0.24])
  gleam(pen, [-0.08, 0.76, -0.04, 0.52], 0.5, 0.012)
}

const microphone = (pen: Pen, colour: Rgb | null): void => {
  const metal = colour ?? readColour('#aeb4bc')
  pen.oval('#2c2d32', 0, 0.04, 0.26, 0.05)
  pen.line('#4a4c52', 0.04, [0, 0.05, 0, 0.5])
  pen.soft(
    metal,
    [-0.14, 0.52, -0.19, 0.7, -0.17, 0.9, 0, 1, 0.17, 0.9, 0.19, 0.7, 0.14, 0.52, 0, 0.48],
  )
  for (const y of [0.6, 0.68, 0.76, 0.84, 0.91])
    pen.line('#2f3138', 0.025, [-0.14, y, 0, y - 0.012, 0.14, y], 0.85)
  pen.line(shift(metal, 0.3), 0.04, [0, 0.5, 0, 0.98])
  pen.line(shift(metal, -0.3), 0.035, [-0.19, 0.72, 0, 0.7, 0.19, 0.72])
  gleam(pen, [-0.12, 0.9, -0.14, 0.62], 0.45, 0.02)
}

const recordPlayer = (pen: Pen, colour: Rgb | null): void => {
  const wood = colour ?? readColour('#8a5a36')
  pen.hard(shift(wood, 0.22), [-1.08, 0.36, 1.08, 0.36, 0.92, 0.86, -0.92, 0.86])
  pen.box(wood, -1.08, 0.04, 1.08, 0.36)
  for (const x of [-0.9, 0.9]) pen.box('#2b2624', x - 0.08, 0, x + 0.08, 0.06)
  pen.oval('#b4b9c1', -0.2, 0.6, 0.72, 0.23)
  pen.oval('#1b1b20', -0.2, 0.63, 0.68, 0.21)
  for (const share of [0.86, 0.7, 0.54])
    pen.line('#4a4b54', 0.012, arc([-0.2, 0.63], [0.68 * share, 0.21 * share]), 0.7)
  const turn = pen.time * 0.55
  for (const at of [turn, turn + 0.5])
    pen.line('#8d919e', 0.03, [
      ...[-0.2 + Math.sin(at * 6.28) * 0.28, 0.63 + Math.cos(at * 6.28) * 0.086],
      ...[-0.2 + Math.sin(at * 6.28) * 0.6, 0.63 + Math.cos(at * 6.28) * 0.185],
    ])
  pen.oval('#c24f3c', -0.2, 0.64, 0.22, 0.07)
  pen.oval('#e8dcc0', -0.2, 0.645, 0.04, 0.014, { outline: false })
  pen.oval('#8f959d', 0.76, 0.74, 0.11, 0.06)
  pen.line('#c6ccd3', 0.045, [0.76, 0.78, 0.7, 0.6, 0.28, 0.6])
  pen.oval('#d8c06c', 0.78, 0.2, 0.07, 0.07)
  gleam(pen, [-1, 0.3, 0.5, 0.31], 0.25, 0.02)
}

const radio = (pen: Pen, colour: Rgb | null): void => {
  const tone = colour ?? readColour('#8f5a38')
  pen.line('#b4b9c1', 0.025, [0.6, 0.8, 0.82, 1.04])
  pen.soft(
    tone,
    [
      -0.78, 0.04, -0.82, 0.1, -0.8, 0.76, -0.7, 0.86, 0.7, 0.86, 0.8, 0.76, 0.82, 0.1, 0.78, 0.04,
      0, 0.02,
    ],
  )
  pen.box('#d6c49c', -0.68, 0.14, 0.14, 0.74)
  for (const y of [0.2, 0.28, 0.36, 0.44, 0.52, 0.6, 0.68])
    pen.line('#8d7650', 0.022, [-0.64, y, 0.1, y])
  pen.box('#f0dfa8', 0.22, 0.5, 0.7, 0.74, { glows: true, shade: 0.3 })
  pen.line('#c0392f', 0.02, [
    0.44 + Math.sin(pen.time * 0.4) * 0.1,
    0.52,
    0.44 + Math.sin(pen.time * 0.4) * 0.1,
    0.72,
  ])
  for (const x of [0.32, 0.6]) {
    pen.oval('#3a2a20', x, 0.28, 0.11, 0.11)
    pen.line('#d6c49c', 0.02, [x, 0.28, x + 0.04, 0.36])
  }
  pen.glow('#ffd98a', 0.46, 0.62, 0.5, 0.2)
}

const musicBox = (pen: Pen, colour: Rgb | null): void => {
  const wood = colour ?? readColour('#7d3f44')
  pen.hard(shift(wood, -0.3), [-0.56, 0.42, 0.56, 0.42, 0.5, 0.98, -0.5, 0.98])
  pen.hard('#c8a0a8', [-0.46, 0.46, 0.46, 0.46, 0.42, 0.92, -0.42, 0.92])
  const turn = Math.cos(pen.time * 2)
  pen.line('#e8c8b0', 0.03, [0, 0.4, 0, 0.62])
  pen.hard('#f2e4ea', [
    -0.05,
    0.62,
    0.05,
    0.62,
    0.06 + 0.12 * Math.abs(turn),
    0.5,
    -0.06 - 0.12 * Math.abs(turn),
    0.5,
  ])
  pen.line('#e8c8b0', 0.026, [-0.1 * turn, 0.82, 0, 0.7, 0.1 * turn, 0.82])
  pen.box('#f2e4ea', -0.03, 0.6, 0.03, 0.7)
  pen.oval('#e8c8b0', 0, 0.74, 0.04, 0.045)
  pen.box(wood, -0.6, 0, 0.6, 0.42)
  pen.box(shift(wood, 0.2), -0.62, 0.38, 0.62, 0.45)
  pen.soft('#d2a840', [-0.2, 0.2, 0, 0.28, 0.2, 0.2, 0, 0.12])
  pen.line('#d2a840', 0.035, [0.6, 0.2, 0.72, 0.2, 0.72, 0.32])
}

/** What music is made and heard with. */
export const musicThings: readonly Thing[] = [
  thing('violin', /\b(?:violins?|fiddles?|cellos?|violas?)\b/u, 0.6, {
    ...{ paint: violin, place: 'table', hold: 'foot', wide: 0.62 },
  }),
  thing('drum', /\bdrums?\b/u, 0.42, { paint: drum, wide: 1.25 }),
  thing('trumpet', /\b(?:trumpets?|bugles?|trombones?|cornets?)\b/u, 0.2, {
    ...{ paint: trumpet, place: 'table', hold: 'middle', wide: 3 },
  }),
  thing('saxophone', /\b(?:saxophones?|sax)\b/u, 0.66, {
    ...{ paint: saxophone, place: 'table', hold: 'middle', wide: 0.9 },
  }),
  thing('microphone', /\b(?:microphones?)\b/u, 0.3, {
    ...{ paint: microphone, place: 'table', hold: 'foot', wide: 0.55 },
  }),
  thing(
    'record player',
    /\b(?:(?:vinyl )?record players?|turntables?|gramophones?|vinyl(?: records?)?)\b/u,
    0.2,
    {
      ...{ paint: recordPlayer, place: 'table', moves: true, wide: 2.2 },
    },
  ),
  thing('music box', /\bmusic(?:al)? box(?:es)?\b/u, 0.2, {
    ...{ paint: musicBox, place: 'table', hold: 'foot', moves: true, wide: 1.3 },
  }),
  thing('radio', /\b(?:radios?|(?:smart |bluetooth |wireless )?speakers?)\b/u, 0.22, {
    ...{ paint: radio, place: 'table', hold: 'middle', moves: true, wide: 1.7 },
  }),
]
