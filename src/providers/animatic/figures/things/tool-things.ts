import { type Rgb, readColour, shift } from '../brush/colour.ts'
import { arc, gleam } from './strokes.ts'
import { type Pen, type Thing, thing } from './thing.ts'

const steel = readColour('#b4bac2')

const hammer = (pen: Pen, colour: Rgb | null): void => {
  pen.tube(colour ?? '#a87444', [0.02, 0.02, 0.05, 0.02, 0.3, 0.042, 0.02, 0.86, 0.036])
  pen.tube('#2e2f34', [0.02, 0.02, 0.058, 0.02, 0.26, 0.05])
  pen.box('#6d737b', -0.06, 0.82, 0.1, 0.96)
  pen.box('#80868e', 0.1, 0.84, 0.2, 0.94)
  pen.box(steel, 0.2, 0.81, 0.27, 0.97)
  pen.soft('#80868e', [-0.04, 0.95, -0.18, 0.95, -0.3, 0.84, -0.2, 0.87, -0.04, 0.83])
  gleam(pen, [0.22, 0.94, 0.22, 0.85], 0.5, 0.014)
}

const saw = (pen: Pen, colour: Rgb | null): void => {
  const teeth = Array.from({ length: 19 }, (_, tooth) => [
    -1.9 + tooth * 0.14,
    tooth % 2 === 0 ? 0.16 : 0.04,
  ]).flat()
  pen.hard(steel, [...teeth, 0.8, 0.14, 0.8, 0.88, -1.9, 0.42])
  gleam(pen, [-1.7, 0.4, 0.6, 0.74], 0.5, 0.03)
  pen.soft(
    colour ?? '#9a6238',
    [0.66, 0.1, 0.66, 0.9, 0.9, 1, 1.5, 0.96, 1.86, 0.7, 1.7, 0.3, 1.4, 0.02, 1.0, 0],
  )
  pen.soft('#3a2a20', [1.06, 0.3, 1.04, 0.66, 1.3, 0.74, 1.46, 0.5, 1.3, 0.26])
  for (const y of [0.32, 0.66]) pen.oval('#d8c06c', 0.84, y, 0.05, 0.05)
}

const scissors = (pen: Pen, colour: Rgb | null): void => {
  const grip = colour ?? readColour('#b8463c')
  for (const side of [-1, 1]) {
    pen.hard(shift(steel, side * 0.08), [
      side * -0.2,
      1,
      side * -0.1,
      0.98,
      side * 0.06,
      0.4,
      side * -0.02,
      0.38,
    ])
    pen.line(grip, 0.09, [side * 0.02, 0.44, side * 0.12, 0.34])
    pen.line(grip, 0.08, arc([side * 0.19, 0.18], [0.13, 0.15]))
  }
  pen.oval('#6d737b', 0, 0.46, 0.035, 0.03)
}

const palette = (pen: Pen, colour: Rgb | null): void => {
  const wood = colour ?? readColour('#b98a56')
  pen.line('#7a4e30', 0.035, [0.2, 0.4, 0.62, 0.92])
  pen.line('#b4bac2', 0.045, [0.6, 0.9, 0.66, 0.97])
  pen.soft('#3f6f9a', [0.63, 0.96, 0.67, 1.06, 0.76, 1.1, 0.7, 0.96])
  pen.soft(wood, [
    ...[-0.72, 0.3, -0.66, 0.66, -0.3, 0.86, 0.2, 0.82, 0.6, 0.62, 0.72, 0.34],
    ...[0.5, 0.14, 0.24, 0.2, 0.06, 0.1, -0.3, 0.04],
  ])
  pen.oval(shift(wood, -0.6), 0.2, 0.28, 0.075, 0.06, { outline: false })
  for (const [x, y, paint] of [
    ...([
      [-0.48, 0.36, '#c23a2c'],
      [-0.48, 0.56, '#e0a83a'],
    ] as const),
    ...([
      [-0.26, 0.7, '#f0ead8'],
      [0.02, 0.72, '#4f8a5a'],
      [0.28, 0.64, '#3f6f9a'],
      [0.46, 0.44, '#7a4a80'],
    ] as const),
  ]) {
    pen.oval(paint, x, y, 0.1, 0.07)
    gleam(pen, [x - 0.04, y + 0.025, x, y + 0.035], 0.5, 0.018)
  }
}

const easel = (pen: Pen, colour: Rgb | null): void => {
  const wood = colour ?? readColour('#94683f')
  pen.line(shift(wood, -0.3), 0.03, [0, 0.9, 0.08, 0.02])
  for (const side of [-1, 1]) pen.line(wood, 0.034, [side * 0.05, 1, side * 0.3, 0])
  pen.box('#efe8d8', -0.34, 0.4, 0.34, 0.88, { shade: 0.4 })
  pen.soft('#9cc0d8', [-0.31, 0.62, -0.31, 0.85, 0.31, 0.85, 0.31, 0.64, 0, 0.68], {
    outline: false,
    shade: 0.3,
  })
  pen.soft('#5f8a66', [-0.31, 0.43, -0.31, 0.6, -0.1, 0.66, 0.12, 0.56, 0.31, 0.63, 0.31, 0.43], {
    outline: false,
    shade: 0.3,
  })
  pen.oval('#f0c860', 0.18, 0.78, 0.045, 0.04, { outline: false })
  pen.box(wood, -0.36, 0.35, 0.36, 0.4)
  pen.box(wood, -0.05, 0.86, 0.05, 0.94)
}

const brushOrToothbrush = (pen: Pen, colour: Rgb | null): void => {
  const handle = colour ?? readColour('#4f9a98')
  pen.tube('#dfe8ea', [0, 0.01, 0.2, 0, 0.3, 0.21, 0, 0.52, 0.23], true)
  pen.tube(handle, [0.06, 0.12, 0.04, 0.1, 0.6, 0.036, 0.14, 0.78, 0.03, 0.18, 0.98, 0.035], false)
  pen.hard('#f2f4f4', [0.13, 0.84, 0.02, 0.87, 0.05, 1.0, 0.16, 0.98])
  pen.hard('#6fa8d0', [0.09, 0.86, 0.05, 0.87, 0.08, 0.99, 0.12, 0.985], { outline: false })
  pen.tube('#dfe8ea', [0, 0.01, 0.2, 0, 0.24, 0.205], true)
  gleam(pen, [-0.15, 0.46, -0.14, 0.08], 0.6, 0.03)
}

const soap = (pen: Pen, colour: Rgb | null): void => {
  const bar = colour ?? readColour('#d8b8c0')
  pen.soft('#e4e0d6', [-1.1, 0.2, -0.8, 0.02, 0, 0, 0.8, 0.02, 1.1, 0.2, 0, 0.16])
  pen.soft(shift(bar, -0.14), [-0.8, 0.16, -0.86, 0.4, 0, 0.44, 0.86, 0.4, 0.8, 0.16, 0, 0.1])
  pen.soft(bar, [-0.86, 0.42, -0.6, 0.66, 0, 0.72, 0.6, 0.66, 0.86, 0.42, 0, 0.34])
  pen.line(shift(bar, -0.2), 0.03, [-0.3, 0.52, 0, 0.58, 0.3, 0.52])
  for (const [x, y, r] of [
    ...([
      [-0.66, 0.66, 0.16],
      [-0.44, 0.82, 0.11],
    ] as const),
    ...([
      [0.7, 0.6, 0.13],
      [0.5, 0.78, 0.08],
      [-0.86, 0.46, 0.09],
    ] as const),
  ]) {
    pen.oval('#eef6fa', x, y + Math.sin(pen.time + x * 5) * 0.02, r, r, { alpha: 0.7, shade: 0.4 })
    gleam(pen, [x - r * 0.4, y + r * 0.3, x - r * 0.2, y + r * 0.5], 0.8, 0.03)
  }
}

const magnifier = (pen: Pen, colour: Rgb | null): void => {
  const rim = colour ?? readColour('#b8923f')
  pen.tube('#5a3624', [0.3, 0.04, 0.06, 0.12, 0.34, 0.045], false)
  pen.oval('#cfe2ea', -0.06, 0.66, 0.28, 0.29, { alpha: 0.45 })
  pen.line(shift(rim, -0.25), 0.075, arc([-0.06, 0.66], [0.29, 0.3]))
  pen.line(rim, 0.05, arc([-0.06, 0.665], [0.29, 0.3]))
  pen.line(rim, 0.07, [0.08, 0.4, 0.13, 0.32])
  gleam(pen, arc([-0.06, 0.66], [0.2, 0.21], [-0.22, -0.06]), 0.7, 0.04)
}

const compass = (pen: Pen, colour: Rgb | null): void => {
  const brass = colour ?? readColour('#b8923f')
  pen.line(shift(brass, -0.2), 0.04, arc([0, 0.93], [0.07, 0.06]))
  pen.oval(shift(brass, -0.25), 0, 0.45, 0.45, 0.45)
  pen.oval(brass, 0, 0.46, 0.42, 0.42)
  pen.oval('#f0e8d4', 0, 0.46, 0.34, 0.34, { shade: 0.5 })
  for (let mark = 0; mark < 16; mark += 1) {
    const [sine, cosine] = [Math.sin((mark / 8) * Math.PI), Math.cos((mark / 8) * Math.PI)]
    const from = mark % 4 === 0 ? 0.25 : 0.29
    pen.line('#3a3028', mark % 4 === 0 ? 0.02 : 0.01, [
      sine * from,
      0.46 + cosine * from,
      sine * 0.32,
      0.46 + cosine * 0.32,
    ])
  }
  const turn = 0.6 + Math.sin(pen.time * 1.3) * 0.25
  const [sine, cosine] = [Math.sin(turn), Math.cos(turn)]
  pen.hard('#b8342c', [
    sine * 0.26,
    0.46 + cosine * 0.26,
    cosine * 0.05,
    0.46 - sine * 0.05,
    -cosine * 0.05,
    0.46 + sine * 0.05,
  ])
  pen.hard('#35557f', [
    -sine * 0.26,
    0.46 - cosine * 0.26,
    cosine * 0.05,
    0.46 - sine * 0.05,
    -cosine * 0.05,
    0.46 + sine * 0.05,
  ])
  pen.oval(brass, 0, 0.46, 0.03, 0.03)
  gleam(pen, arc([0, 0.46], [0.29, 0.29], [-0.2, -0.08]), 0.5, 0.03)
}

const telescope = (pen: Pen, colour: Rgb | null): void => {
  const brass = colour ?? readColour('#b8923f')
  for (const x of [-0.42, 0.02, 0.4]) pen.line('#5a3a28', 0.035, [0, 0.62, x, 0])
  pen.oval('#3a2c24', 0, 0.62, 0.06, 0.06)
  pen.tube(shift(brass, -0.2), [-0.5, 0.42, 0.035, -0.24, 0.55, 0.04], true)
  pen.tube('#6b3d2c', [-0.26, 0.54, 0.06, 0.3, 0.81, 0.07], true)
  pen.tube(brass, [0.26, 0.79, 0.085, 0.52, 0.915, 0.095], true)
  pen.tube(brass, [-0.3, 0.52, 0.065, -0.24, 0.55, 0.065], true)
  pen.tube('#2a2422', [-0.55, 0.395, 0.045, -0.48, 0.43, 0.04], true)
  gleam(pen, [-0.2, 0.6, 0.26, 0.82], 0.35, 0.02)
}

const globe = (pen: Pen, colour: Rgb | null): void => {
  const sea = colour ?? readColour('#4f86a4')
  pen.oval('#5a3a28', 0, 0.04, 0.26, 0.05)
  pen.tube('#6e4830', [0, 0.05, 0.05, 0, 0.2, 0.035], true)
  pen.line('#b8923f', 0.04, arc([0, 0.58], [0.4, 0.41], [0.04, 0.56]))
  pen.oval(sea, 0, 0.58, 0.35, 0.36)
  const turn = (pen.time * 0.06) % 1
  for (const [at, y, rx, ry] of [
    [0, 0.7, 0.19, 0.13],
    [0.1, 0.48, 0.11, 0.16],
    [0.36, 0.66, 0.16, 0.15],
    [0.5, 0.5, 0.13, 0.12],
    [0.66, 0.72, 0.2, 0.12],
    [0.78, 0.46, 0.1, 0.13],
  ] as const) {
    const angle = ((at + turn) % 1) * Math.PI * 2 - Math.PI * 0.75
    const near = Math.cos(angle)
    if (near > 0.2)
      pen.soft('#9a9a5c', arc([Math.sin(angle) * 0.27, y], [rx * near, ry]), { outline: false })
  }
  gleam(pen, arc([0, 0.58], [0.28, 0.29], [-0.22, -0.08]), 0.4, 0.03)
}

const mirror = (pen: Pen, colour: Rgb | null): void => {
  const frame = colour ?? readColour('#b08a3f')
  pen.soft(shift(frame, -0.2), [-0.2, 0, 0.2, 0, 0.1, 0.1, -0.1, 0.1])
  pen.oval(shift(frame, -0.2), 0, 0.56, 0.36, 0.45)
  pen.oval(frame, 0, 0.565, 0.34, 0.43)
  pen.oval('#b9ccd8', 0, 0.565, 0.28, 0.36)
  pen.hard('#e4eef4', [-0.16, 0.76, 0.02, 0.9, 0.18, 0.83, -0.24, 0.5], {
    alpha: 0.6,
    outline: false,
  })
  pen.oval(shift(frame, 0.3), 0, 1, 0.05, 0.03)
}

/** What is worked, measured and washed with. */
export const toolThings: readonly Thing[] = [
  thing('hammer', /\bhammers?\b/u, 0.32, {
    paint: hammer,
    place: 'table',
    hold: 'foot',
    wide: 0.62,
  }),
  thing('saw', /\b(?:hand ?saws?|saws?)\b/u, 0.16, {
    paint: saw,
    place: 'table',
    hold: 'middle',
    wide: 3.9,
  }),
  thing('scissors', /\bscissors\b/u, 0.2, {
    paint: scissors,
    place: 'table',
    hold: 'middle',
    wide: 0.7,
  }),
  thing('palette', /\b(?:palettes?|paint ?brush(?:es)?|paint box)\b/u, 0.3, {
    ...{ paint: palette, place: 'table', hold: 'middle', wide: 1.5 },
  }),
  thing('easel', /\beasels?\b/u, 1.6, { paint: easel, wide: 0.72 }),
  thing('toothbrush', /\btooth ?brush(?:es)?\b/u, 0.2, {
    paint: brushOrToothbrush,
    place: 'table',
    hold: 'foot',
    wide: 0.5,
  }),
  thing('soap', /\bsoaps?\b/u, 0.08, {
    paint: soap,
    place: 'table',
    hold: 'middle',
    moves: true,
    wide: 2.2,
  }),
  thing('magnifying glass', /\b(?:magnifying glass(?:es)?|magnifiers?)\b/u, 0.22, {
    ...{ paint: magnifier, place: 'table', hold: 'foot', wide: 0.75 },
  }),
  thing('compass', /\bcompass(?:es)?\b/u, 0.1, {
    paint: compass,
    place: 'table',
    hold: 'middle',
    moves: true,
    wide: 0.92,
  }),
  thing('telescope', /\b(?:telescopes?|spyglass(?:es)?)\b/u, 1.3, { paint: telescope, wide: 1.15 }),
  thing('globe', /\bglobes?\b/u, 0.4, { paint: globe, place: 'table', moves: true, wide: 0.84 }),
  thing('mirror', /\bmirrors?\b/u, 0.5, {
    paint: mirror,
    place: 'table',
    hold: 'foot',
    wide: 0.75,
  }),
]
