import { type Rgb, readColour, shift } from '../brush/colour.ts'
import { arc, gleam } from './strokes.ts'
import { type Pen, type Thing, thing } from './thing.ts'

const helicopter = (pen: Pen, colour: Rgb | null): void => {
  const tone = colour ?? readColour('#b8443c')
  pen.tube(tone, [0.2, 0.5, 0.16, 1.3, 0.6, 0.05], true)
  pen.hard(tone, [1.2, 0.56, 1.36, 0.86, 1.46, 0.86, 1.4, 0.54])
  pen.soft(
    tone,
    [-0.9, 0.36, -0.8, 0.62, -0.4, 0.78, 0.1, 0.78, 0.4, 0.6, 0.36, 0.36, 0, 0.22, -0.6, 0.22],
  )
  pen.soft('#a8c8dc', [-0.86, 0.42, -0.74, 0.62, -0.44, 0.73, -0.3, 0.72, -0.32, 0.42], {
    shade: 0.6,
  })
  pen.box('#a8c8dc', -0.2, 0.46, 0.06, 0.7, { shade: 0.5 })
  for (const x of [-0.5, 0.16]) pen.line('#3a3c42', 0.035, [x, 0.26, x, 0.06])
  pen.line('#3a3c42', 0.045, [-0.86, 0.1, -0.7, 0.04, 0.5, 0.04])
  pen.box('#3a3c42', -0.2, 0.76, -0.1, 0.92)
  const spin = Math.cos(pen.time * 17)
  pen.oval('#c8ccd2', -0.15, 0.94, 1.5, 0.05, { alpha: 0.3, outline: false })
  pen.line('#2e3036', 0.035, [-0.15 - 1.45 * spin, 0.94, -0.15 + 1.45 * spin, 0.94])
  const tail = pen.time * 21
  pen.line('#2e3036', 0.03, [
    1.38 - Math.sin(tail) * 0.2,
    0.72 - Math.cos(tail) * 0.2,
    1.38 + Math.sin(tail) * 0.2,
    0.72 + Math.cos(tail) * 0.2,
  ])
  pen.line(shift(tone, 0.5), 0.03, [-0.84, 0.36, 0.3, 0.4], 0.8)
}

const airplane = (pen: Pen, colour: Rgb | null): void => {
  const body = colour ?? readColour('#e6e8ea')
  const trim = colour ? shift(colour, -0.35) : readColour('#35618c')
  pen.hard(trim, [-1.6, 0.52, -1.36, 0.52, -1.5, 1, -1.72, 1])
  pen.hard(shift(body, -0.25), [0.3, 0.5, -0.1, 0.5, -0.5, 0.8, -0.36, 0.8])
  pen.soft(
    body,
    [-1.75, 0.5, -1.2, 0.3, 0.9, 0.24, 1.4, 0.3, 1.7, 0.42, 1.4, 0.56, 0.9, 0.6, -1.2, 0.56],
  )
  pen.hard(shift(body, -0.1), [-1.6, 0.48, -1.3, 0.48, -1.6, 0.3, -1.8, 0.3])
  for (let pane = 0; pane < 11; pane += 1)
    pen.oval('#3f5a74', -0.96 + pane * 0.18, 0.46, 0.045, 0.045, { outline: false })
  pen.hard('#3f5a74', [1.2, 0.48, 1.42, 0.46, 1.36, 0.53, 1.22, 0.54])
  pen.line(trim, 0.04, [-1.3, 0.38, 1.5, 0.36])
  // On the ground and near it the wheels are down.
  if (pen.road.aloft !== null && pen.road.aloft < 0.5)
    for (const [x, high] of [
      [1.15, 0.28],
      [-0.3, 0.2],
      [-0.12, 0.2],
    ] as const) {
      pen.line('#6d737b', 0.03, [x, high, x, -0.02])
      pen.oval('#26282c', x, -0.02, 0.055, 0.055)
    }
  pen.tube('#8f959d', [-0.1, 0.16, 0.1, 0.28, 0.16, 0.11], true)
  pen.hard(shift(body, -0.16), [0.5, 0.36, -0.1, 0.36, -0.9, 0.0, -0.66, 0.0])
}

const motorcycle = (pen: Pen, colour: Rgb | null): void => {
  const tone = colour ?? readColour('#a83a34')
  const roll = pen.road.rolled * 3
  for (const x of [-0.68, 0.68]) {
    pen.line('#26262a', 0.09, arc([x, 0.3], [0.25, 0.25]))
    pen.line('#b4b9c1', 0.02, arc([x, 0.3], [0.19, 0.19]))
    for (let spoke = 0; spoke < 5; spoke += 1) {
      const angle = roll + (spoke / 5) * Math.PI
      pen.line('#b4b9c1', 0.014, [
        x - Math.sin(angle) * 0.18,
        0.3 - Math.cos(angle) * 0.18,
        x + Math.sin(angle) * 0.18,
        0.3 + Math.cos(angle) * 0.18,
      ])
    }
    pen.oval('#8f959d', x, 0.3, 0.06, 0.06)
  }
  pen.line('#b4b9c1', 0.05, [0.68, 0.3, 0.44, 0.86])
  pen.line('#55585f', 0.06, [-0.68, 0.3, -0.2, 0.36, 0.3, 0.34, 0.46, 0.74])
  pen.box('#55585f', -0.22, 0.24, 0.26, 0.56)
  for (const y of [0.32, 0.4, 0.48]) pen.line('#b4b9c1', 0.024, [-0.2, y, 0.24, y])
  pen.tube('#c8cdd4', [0.1, 0.2, 0.045, -0.5, 0.17, 0.05, -0.9, 0.22, 0.06], true)
  pen.soft(tone, [-0.12, 0.58, -0.06, 0.72, 0.2, 0.8, 0.44, 0.74, 0.42, 0.6, 0.1, 0.54])
  pen.soft('#2a2422', [-0.8, 0.62, -0.5, 0.6, -0.1, 0.6, -0.06, 0.68, -0.4, 0.72, -0.78, 0.74])
  pen.soft(tone, [-0.94, 0.44, -0.86, 0.6, -0.66, 0.65, -0.44, 0.58, -0.66, 0.59, -0.86, 0.5])
  pen.soft(tone, [0.46, 0.54, 0.6, 0.62, 0.8, 0.58, 0.92, 0.42, 0.8, 0.54, 0.62, 0.57])
  pen.line('#2a2422', 0.05, [0.44, 0.86, 0.3, 0.96, 0.2, 0.94])
  pen.oval('#c8cdd4', 0.55, 0.78, 0.09, 0.09)
  pen.oval('#fff0c0', 0.59, 0.78, 0.05, 0.07, { glows: true, shade: 0, outline: false })
  gleam(pen, [0, 0.72, 0.24, 0.76], 0.5, 0.02)
}

const scooter = (pen: Pen, colour: Rgb | null): void => {
  const tone = colour ?? readColour('#6fa8a0')
  const roll = pen.road.rolled * 4
  for (const x of [-0.52, 0.56]) {
    pen.oval('#26262a', x, 0.17, 0.18, 0.17)
    pen.oval('#b4b9c1', x, 0.17, 0.09, 0.085)
    const [sine, cosine] = [Math.sin(roll) * 0.08, Math.cos(roll) * 0.08]
    pen.line('#6d737b', 0.02, [x - sine, 0.17 - cosine, x + sine, 0.17 + cosine])
    pen.line('#6d737b', 0.02, [x - cosine, 0.17 + sine, x + cosine, 0.17 - sine])
  }
  pen.soft(
    tone,
    [
      -0.88, 0.3, -0.84, 0.52, -0.5, 0.62, -0.14, 0.56, 0.02, 0.26, 0.36, 0.24, 0.36, 0.16, -0.3,
      0.16, -0.4, 0.3,
    ],
  )
  pen.soft(shift(tone, 0.12), [0.3, 0.17, 0.34, 0.5, 0.3, 0.84, 0.4, 0.86, 0.52, 0.5, 0.46, 0.17])
  pen.soft(tone, [0.34, 0.28, 0.5, 0.38, 0.72, 0.34, 0.8, 0.2, 0.64, 0.27])
  pen.soft('#5a3828', [-0.82, 0.58, -0.78, 0.68, -0.3, 0.68, -0.1, 0.6, -0.4, 0.57])
  pen.line('#b4b9c1', 0.035, [0.36, 0.82, 0.34, 0.92])
  pen.line('#2a2422', 0.045, [0.38, 0.9, 0.26, 0.97, 0.16, 0.95])
  pen.oval('#c8cdd4', 0.42, 0.84, 0.07, 0.07)
  pen.oval('#fff0c0', 0.45, 0.84, 0.045, 0.055, { glows: true, shade: 0, outline: false })
  pen.oval('#c0392f', -0.87, 0.46, 0.03, 0.04, { glows: true, shade: 0 })
  gleam(pen, [-0.74, 0.52, -0.42, 0.56], 0.5, 0.025)
}

/** What flies people about, and what they ride on two wheels. */
export const engineThings: readonly Thing[] = [
  thing('helicopter', /\bhelicopters?\b/u, 3.2, {
    paint: helicopter,
    place: 'air',
    moves: true,
    travels: true,
    rises: true,
    wide: 3,
  }),
  thing(
    'airplane',
    /(?<!\bpaper )\b(?:air ?planes?|aeroplanes?|planes?|jets?|aircraft)\b(?! cabin)/u,
    3.6,
    {
      ...{ paint: airplane, place: 'air', moves: true, travels: true, wide: 3.6 },
    },
  ),
  thing('motorcycle', /\b(?:motor ?(?:cycles?|bikes?))\b/u, 1.15, {
    paint: motorcycle,
    travels: true,
    moves: true,
    wide: 1.95,
  }),
  thing('scooter', /\b(?:scooters?|mopeds?|vespas?)\b/u, 1.1, {
    paint: scooter,
    travels: true,
    moves: true,
    wide: 1.8,
  }),
]
