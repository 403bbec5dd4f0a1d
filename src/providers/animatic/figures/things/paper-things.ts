import { type Rgb, readColour, shift } from '../brush/colour.ts'
import { gleam } from './strokes.ts'
import { type Pen, porcelain, type Thing, thing } from './thing.ts'

const book = (pen: Pen, colour: Rgb | null): void => {
  const tone = colour ?? readColour('#8a3d34')
  const gilt = shift(tone, 0.55)
  pen.hard(shift(tone, -0.3), [0.42, 0.0, 0.62, 0.1, 0.62, 1, 0.42, 0.93])
  pen.hard(porcelain, [0.4, 0.03, 0.58, 0.115, 0.58, 0.965, 0.4, 0.9])
  for (const share of [0.2, 0.4, 0.6, 0.8])
    pen.line(
      '#a89c84',
      0.007,
      [0.4 + share * 0.18, 0.04 + share * 0.085, 0.4 + share * 0.18, 0.89 + share * 0.065],
      0.8,
    )
  pen.hard(shift(porcelain, -0.08), [-0.44, 0.9, 0.4, 0.9, 0.58, 0.965, -0.24, 0.965])
  pen.hard(tone, [-0.5, 0, 0.42, 0, 0.42, 0.93, -0.5, 0.93])
  pen.hard(shift(tone, -0.28), [-0.5, 0, -0.38, 0, -0.38, 0.93, -0.5, 0.93])
  for (const y of [0.14, 0.76]) pen.box(gilt, -0.5, y, -0.38, y + 0.025, { outline: false })
  pen.line(
    gilt,
    0.012,
    [
      -0.3, 0.07, -0.3, 0.07, 0.35, 0.07, 0.35, 0.07, 0.35, 0.86, 0.35, 0.86, -0.3, 0.86, -0.3,
      0.86, -0.3, 0.07,
    ],
    0.7,
  )
  pen.box(gilt, -0.2, 0.64, 0.25, 0.7, { outline: false })
  pen.box(gilt, -0.1, 0.55, 0.15, 0.59, { outline: false })
  pen.soft(gilt, [0.02, 0.44, 0.1, 0.33, 0.02, 0.22, -0.06, 0.33])
  pen.hard('#c9a24a', [0.2, 0.01, 0.25, 0.01, 0.25, -0.0, 0.2, 0])
  gleam(pen, [-0.32, 0.84, -0.32, 0.5], 0.18, 0.02)
}

const letter = (pen: Pen, colour: Rgb | null): void => {
  const paper = colour ?? readColour('#eee5d0')
  pen.hard(shift(paper, 0.1), [-0.6, 0.3, 0.6, 0.3, 0.6, 1, -0.6, 1])
  for (const y of [0.92, 0.85]) pen.line('#8a8070', 0.016, [-0.48, y, 0.4 + (y % 0.1), y], 0.7)
  pen.hard(shift(paper, -0.08), [-0.76, 0, 0.76, 0, 0.76, 0.78, 0, 0.3, -0.76, 0.78])
  pen.hard(paper, [-0.76, 0, 0.76, 0, 0, 0.46])
  pen.line(shift(paper, -0.3), 0.014, [-0.76, 0.78, 0, 0.31, 0.76, 0.78], 0.8)
  pen.oval('#9c3430', 0, 0.38, 0.1, 0.1)
  pen.oval('#b8504a', 0, 0.385, 0.055, 0.055, { outline: false })
}

const map = (pen: Pen, colour: Rgb | null): void => {
  const paper = colour ?? readColour('#dcc592')
  const top = [0.98, 0.9, 0.98, 0.9, 0.98]
  for (let fold = 0; fold < 4; fold += 1) {
    const x = -0.8 + fold * 0.4
    const [left, right] = [top[fold] ?? 1, top[fold + 1] ?? 1]
    pen.hard(shift(paper, fold % 2 === 0 ? -0.06 : 0.12), [
      x,
      left - 0.9,
      x + 0.4,
      right - 0.9,
      x + 0.4,
      right,
      x,
      left,
    ])
  }
  pen.soft('#8fae8a', [-0.7, 0.5, -0.5, 0.78, -0.2, 0.74, -0.1, 0.5, -0.4, 0.34], {
    outline: false,
    alpha: 0.8,
  })
  pen.soft('#7fa6b8', [0.14, 0.26, 0.3, 0.5, 0.7, 0.42, 0.74, 0.16, 0.4, 0.12], {
    outline: false,
    alpha: 0.8,
  })
  for (let step = 0; step < 7; step += 1) {
    const at = (share: number): [number, number] => [
      -0.6 + share * 1.1,
      0.24 + Math.sin(share * 5) * 0.14 + share * 0.4,
    ]
    pen.line('#7a4a2c', 0.022, [...at(step / 7), ...at((step + 0.5) / 7)])
  }
  pen.line('#b0302c', 0.035, [0.46, 0.76, 0.6, 0.62])
  pen.line('#b0302c', 0.035, [0.6, 0.76, 0.46, 0.62])
  pen.line('#7a6440', 0.014, [-0.62, 0.84, -0.62, 0.7])
}

const newspaper = (pen: Pen): void => {
  const paper = readColour('#e4dfd2')
  pen.hard(shift(paper, -0.2), [-0.5, 0.03, 0.56, 0.03, 0.6, 0.96, -0.46, 0.96])
  pen.box(paper, -0.56, 0, 0.5, 0.96)
  pen.box('#33302e', -0.48, 0.83, 0.42, 0.91, { outline: false, shade: 0.2 })
  pen.line('#33302e', 0.01, [-0.48, 0.79, 0.42, 0.79])
  pen.box('#8f9296', -0.48, 0.46, 0.0, 0.75, { outline: false })
  pen.soft('#5f6468', [-0.44, 0.48, -0.3, 0.66, -0.2, 0.56, -0.1, 0.62, -0.04, 0.48], {
    outline: false,
  })
  for (const [left, right, from, to] of [
    [0.06, 0.42, 0.44, 0.76],
    [-0.48, -0.22, 0.06, 0.42],
    [-0.16, 0.1, 0.06, 0.42],
    [0.16, 0.42, 0.06, 0.4],
  ] as const)
    for (let y = from; y < to; y += 0.045) pen.line('#57534e', 0.011, [left, y, right, y], 0.75)
  pen.line('#9b968a', 0.012, [-0.56, 0.47, 0.5, 0.47], 0.5)
}

const productBox = (pen: Pen, colour: Rgb | null): void => {
  const tone = colour ?? readColour('#3f6a8c')
  const print =
    colour && colour.r + colour.g + colour.b > 520 ? shift(tone, -0.55) : readColour('#f2ece0')
  pen.hard(shift(tone, -0.3), [0.3, 0, 0.52, 0.1, 0.52, 1, 0.3, 0.93])
  pen.hard(shift(tone, 0.24), [-0.44, 0.93, 0.3, 0.93, 0.52, 1, -0.2, 1])
  pen.box(tone, -0.44, 0, 0.3, 0.93)
  pen.line(shift(tone, -0.35), 0.01, [-0.44, 0.8, 0.3, 0.8, 0.3, 0.8, 0.52, 0.88], 0.7)
  pen.soft(shift(tone, 0.3), [-0.44, 0.02, -0.44, 0.16, -0.1, 0.26, 0.3, 0.14, 0.3, 0.02], {
    outline: false,
    alpha: 0.6,
  })
  pen.oval(print, -0.07, 0.56, 0.17, 0.17, { shade: 0.4, outline: false })
  pen.soft(tone, [-0.07, 0.68, 0.02, 0.56, -0.07, 0.45, -0.16, 0.56], { outline: false })
  pen.box(print, -0.3, 0.3, 0.16, 0.35, { outline: false })
  pen.box(print, -0.2, 0.24, 0.06, 0.265, { outline: false, alpha: 0.8 })
  gleam(pen, [-0.41, 0.88, -0.41, 0.3], 0.25, 0.015)
}

const chest = (pen: Pen, colour: Rgb | null): void => {
  const wood = colour ?? readColour('#7d5230')
  const iron = readColour('#b8923f')
  pen.soft(shift(wood, -0.3), [-0.66, 0.5, -0.68, 0.8, -0.5, 1, 0.5, 1, 0.68, 0.8, 0.66, 0.5])
  pen.soft('#3a2418', [-0.58, 0.5, -0.58, 0.74, -0.44, 0.9, 0.44, 0.9, 0.58, 0.74, 0.58, 0.5], {
    shade: 0.4,
  })
  pen.glow('#ffd070', 0, 0.56, 0.8, 0.3)
  for (const [x, y] of [
    ...([
      [-0.44, 0.52],
      [-0.28, 0.57],
      [-0.1, 0.61],
    ] as const),
    ...([
      [0.08, 0.59],
      [0.26, 0.57],
      [0.42, 0.52],
    ] as const),
    ...([
      [-0.18, 0.52],
      [0, 0.53],
      [0.16, 0.51],
    ] as const),
  ])
    pen.oval('#e2b648', x, y, 0.11, 0.07)
  pen.oval('#c23a4c', 0.2, 0.62, 0.05, 0.045)
  pen.oval('#3f8fa8', -0.3, 0.63, 0.045, 0.04)
  pen.box(wood, -0.66, 0, 0.66, 0.48)
  for (const y of [0.16, 0.32]) pen.line(shift(wood, -0.35), 0.014, [-0.66, y, 0.66, y], 0.8)
  for (const x of [-0.62, 0, 0.62]) pen.box(iron, x - 0.055, 0, x + 0.055, 0.5)
  pen.box(shift(iron, 0.2), -0.11, 0.28, 0.11, 0.5)
  pen.oval('#2a1e14', 0, 0.4, 0.025, 0.03, { outline: false })
}

/** What is read, sent and packed. */
export const paperThings: readonly Thing[] = [
  thing(
    'treasure chest',
    /\b(?:treasures?(?: chests?)?|(?:pirate|wooden|old) chests?|chests?)\b/u,
    0.5,
    {
      ...{ paint: chest, wide: 1.4 },
    },
  ),
  thing('book', /\b(?:books?|novel|diary|notebooks?|journals?|storybooks?|cookbooks?)\b/u, 0.26, {
    ...{ paint: book, place: 'table', hold: 'middle', wide: 1.2 },
  }),
  thing('map', /\bmaps?\b/u, 0.3, { paint: map, place: 'table', hold: 'middle', wide: 1.65 }),
  thing('newspaper', /\b(?:newspapers?|magazines?)\b/u, 0.36, {
    ...{ paint: newspaper, place: 'table', hold: 'middle', wide: 1.15 },
  }),
  thing('letter', /\b(?:letters?|envelopes?|note|postcards?|invitations?)\b/u, 0.14, {
    ...{ paint: letter, place: 'table', hold: 'middle', wide: 1.55 },
  }),
  thing('product', /\b(?:products?|box|boxes|crates?|package|pack|can)\b/u, 0.26, {
    ...{ paint: productBox, place: 'table', hold: 'foot', wide: 0.98 },
  }),
]
