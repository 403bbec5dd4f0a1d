import { type Rgb, readColour, shift } from '../brush/colour.ts'
import { shoe, watch } from './hand-things.ts'
import { arc, gleam, seam } from './strokes.ts'
import { type Pen, type Thing, thing } from './thing.ts'

const velvetStand = (pen: Pen): void => {
  pen.soft('#3a3440', [-0.62, 0, -0.5, 0.26, -0.3, 0.36, 0.3, 0.36, 0.5, 0.26, 0.62, 0])
}

const eyewear = (pen: Pen, frame: Rgb, lens: string, alpha: number): void => {
  for (const side of [-1, 1])
    pen.line(shift(frame, -0.2), 0.09, [side * 1.06, 0.76, side * 0.92, 0.98, side * 0.5, 1.0])
  for (const side of [-1, 1]) {
    const rim = [
      ...[side * 0.14, 0.62, side * 0.2, 0.16, side * 0.52, 0.02],
      ...[side * 0.92, 0.16, side * 1.08, 0.7, side * 0.6, 0.82],
    ]
    pen.soft(lens, rim, { alpha, shade: 0.7 })
    pen.line(frame, 0.1, [...rim, ...rim.slice(0, 2)])
    gleam(pen, [side * 0.55 - 0.22, 0.62, side * 0.55 - 0.04, 0.3], 0.4, 0.06)
  }
  pen.line(frame, 0.1, [-0.16, 0.6, 0, 0.7, 0.16, 0.6])
}

const glasses = (pen: Pen, colour: Rgb | null): void =>
  eyewear(pen, colour ?? readColour('#6a432c'), '#d6e6ec', 0.4)

const sunglasses = (pen: Pen, colour: Rgb | null): void =>
  eyewear(pen, colour ?? readColour('#25262b'), '#2f3038', 0.93)

const ring = (pen: Pen, colour: Rgb | null): void => {
  const metal = colour ?? readColour('#cfa74c')
  velvetStand(pen)
  pen.line(shift(metal, -0.35), 0.09, arc([0, 0.48], [0.25, 0.26]))
  pen.line(metal, 0.07, arc([0, 0.48], [0.265, 0.27]))
  pen.line(shift(metal, 0.5), 0.02, arc([0, 0.48], [0.265, 0.27], [-0.3, -0.05]), 0.9)
  pen.hard('#bfdcec', [-0.17, 0.84, 0, 0.7, 0.17, 0.84, 0.1, 0.94, -0.1, 0.94])
  pen.hard('#eef8fc', [-0.07, 0.84, 0, 0.7, 0.07, 0.84, 0.05, 0.94, -0.05, 0.94], {
    outline: false,
  })
  const glint = 0.5 + Math.sin(pen.time * 2.2) * 0.4
  gleam(pen, [0.16, 0.82, 0.16, 1.02], glint, 0.015)
  gleam(pen, [0.06, 0.92, 0.26, 0.92], glint, 0.015)
}

const necklace = (pen: Pen, colour: Rgb | null): void => {
  const metal = colour ?? readColour('#d0ab54')
  pen.soft('#4a3f4c', [
    ...[-0.4, 0, -0.5, 0.3, -0.42, 0.56, -0.16, 0.68, -0.14, 0.94, 0, 1],
    ...[0.14, 0.94, 0.16, 0.68, 0.42, 0.56, 0.5, 0.3, 0.4, 0],
  ])
  const chain = [-0.14, 0.76, -0.24, 0.58, -0.16, 0.4, 0, 0.33, 0.16, 0.4, 0.24, 0.58, 0.14, 0.76]
  pen.line(metal, 0.026, chain)
  for (let link = 0; link < chain.length - 2; link += 2)
    pen.oval(shift(metal, 0.25), chain[link] ?? 0, chain[link + 1] ?? 0, 0.022, 0.022)
  pen.soft('#3f78a8', [0, 0.33, -0.07, 0.25, 0, 0.15, 0.07, 0.25])
  gleam(pen, [-0.02, 0.28, -0.03, 0.23], 0.7, 0.015)
}

const hat = (pen: Pen, colour: Rgb | null): void => {
  const felt = colour ?? readColour('#7c6048')
  pen.soft(
    shift(felt, -0.18),
    [-1.3, 0.3, -0.9, 0.1, 0, 0.02, 0.9, 0.1, 1.3, 0.3, 0.6, 0.36, -0.6, 0.36],
  )
  pen.soft(
    felt,
    [
      -0.66, 0.2, -0.62, 0.7, -0.48, 0.96, -0.12, 0.9, 0.16, 0.98, 0.5, 0.94, 0.62, 0.68, 0.66, 0.2,
      0, 0.12,
    ],
  )
  pen.hard(
    '#332c2c',
    [-0.66, 0.22, -0.3, 0.16, 0.3, 0.16, 0.66, 0.22, 0.65, 0.4, 0.3, 0.34, -0.3, 0.34, -0.65, 0.4],
  )
  pen.line(shift(felt, -0.3), 0.04, [-0.3, 0.88, -0.06, 0.8, 0.24, 0.9], 0.7)
  pen.line(shift(felt, 0.3), 0.025, [-1.26, 0.3, -0.8, 0.15, 0, 0.06, 0.8, 0.15, 1.26, 0.3], 0.6)
}

const crown = (pen: Pen, colour: Rgb | null): void => {
  const metal = colour ?? readColour('#d2a840')
  pen.soft('#7d2c3c', [-0.5, 0.24, -0.46, 0.62, 0, 0.76, 0.46, 0.62, 0.5, 0.24])
  pen.hard(metal, [
    ...[-0.6, 0.1, -0.68, 0.82, -0.38, 0.44, -0.26, 0.9, 0, 0.46],
    ...[0.26, 0.9, 0.38, 0.44, 0.68, 0.82, 0.6, 0.1],
  ])
  pen.hard(shift(metal, 0.15), [-0.62, 0.02, 0.62, 0.02, 0.61, 0.24, -0.61, 0.24])
  for (const [x, y] of [
    [-0.68, 0.86],
    [-0.26, 0.94],
    [0.26, 0.94],
    [0.68, 0.86],
  ] as const)
    pen.oval('#f0e6d0', x, y, 0.06, 0.06)
  for (const [x, gem] of [
    [-0.4, '#3f78a8'],
    [0, '#b03a44'],
    [0.4, '#4f9070'],
  ] as const)
    pen.oval(gem, x, 0.13, 0.08, 0.07)
  gleam(pen, [-0.54, 0.3, -0.6, 0.62], 0.45)
}

const headphones = (pen: Pen, colour: Rgb | null): void => {
  const tone = colour ?? readColour('#2f3138')
  const metal = readColour('#b4b9c1')
  pen.line(shift(tone, -0.2), 0.11, arc([0, 0.5], [0.42, 0.44], [-0.25, 0.25]))
  pen.line(shift(tone, 0.2), 0.03, arc([0, 0.51], [0.43, 0.455], [-0.2, 0.16]), 0.8)
  for (const side of [-1, 1]) {
    pen.line(metal, 0.045, [side * 0.42, 0.58, side * 0.43, 0.4])
    pen.oval('#1e1f24', side * 0.35, 0.27, 0.11, 0.25)
    pen.oval(tone, side * 0.44, 0.27, 0.14, 0.24)
    pen.oval(shift(tone, 0.14), side * 0.48, 0.27, 0.09, 0.17)
    pen.oval(metal, side * 0.49, 0.27, 0.03, 0.06, { outline: false })
  }
  gleam(pen, [-0.5, 0.42, -0.54, 0.3], 0.35)
}

const glove = (pen: Pen, colour: Rgb | null): void => {
  const wool = colour ?? readColour('#8f3f3c')
  pen.soft(wool, [
    ...[-0.3, 0.24, -0.36, 0.56, -0.26, 0.88, 0, 1, 0.22, 0.9, 0.3, 0.6, 0.42, 0.62, 0.6, 0.74],
    ...[0.66, 0.62, 0.5, 0.42, 0.3, 0.26],
  ])
  pen.box(shift(wool, 0.2), -0.32, 0, 0.32, 0.26)
  for (const x of [-0.22, -0.08, 0.08, 0.22])
    pen.line(shift(wool, -0.15), 0.03, [x, 0.02, x, 0.24], 0.8)
  seam(pen, shift(wool, 0.4), [-0.24, 0.6, 0.2, 0.6], 0.03)
}

const scarf = (pen: Pen, colour: Rgb | null): void => {
  const wool = colour ?? readColour('#a8503c')
  for (const [x, y, tone] of [
    [0, 0.17, -0.16],
    [0.03, 0.48, -0.04],
    [-0.02, 0.79, 0.08],
  ] as const) {
    const fold = shift(wool, tone)
    pen.tube(fold, [x - 0.76, y, 0.17, x + 0.74, y, 0.17])
    for (let rib = 0; rib < 13; rib += 1) {
      const at = x - 0.72 + rib * 0.12
      pen.line(shift(fold, -0.22), 0.022, [at, y + 0.12, at + 0.02, y - 0.12], 0.55)
    }
    pen.line(shift(wool, 0.5), 0.035, [x + 0.5, y + 0.14, x + 0.52, y - 0.14], 0.8)
    pen.line(shift(wool, 0.5), 0.035, [x + 0.6, y + 0.14, x + 0.62, y - 0.14], 0.8)
  }
  for (let fringe = 0; fringe < 6; fringe += 1)
    pen.line(wool, 0.035, [0.78, 0.88 - fringe * 0.035, 0.98, 0.84 - fringe * 0.05])
}

/** What people wear, shown by itself. */
export const wornThings: readonly Thing[] = [
  thing('sunglasses', /\b(?:sun ?glasses|shades)\b/u, 0.055, {
    ...{ paint: sunglasses, place: 'table', hold: 'middle', wide: 2.5, worn: true },
  }),
  thing('glasses', /\b(?:eye ?glasses|spectacles|glasses)\b(?! of)/u, 0.055, {
    ...{ paint: glasses, place: 'table', hold: 'middle', wide: 2.5, worn: true },
  }),
  thing('ring', /\brings?\b/u, 0.05, {
    ...{ paint: ring, place: 'table', hold: 'middle', moves: true, wide: 1.25, worn: true },
  }),
  thing(
    'necklace',
    /\b(?:necklaces?|pendants?|jewel(?:s|le?ry)?|diamonds?|earrings?|bracelets?)\b/u,
    0.24,
    {
      ...{ paint: necklace, place: 'table', hold: 'middle', wide: 1, worn: true },
    },
  ),
  thing('crown', /\b(?:crowns?|tiaras?|diadems?)\b/u, 0.16, {
    ...{ paint: crown, place: 'table', hold: 'foot', wide: 1.45, worn: true },
  }),
  thing('hat', /\b(?:hats?|fedoras?|caps?|beanies?|berets?)\b/u, 0.14, {
    ...{ paint: hat, place: 'table', hold: 'middle', wide: 2.6, worn: true },
  }),
  thing('headphones', /\b(?:head ?phones?|headsets?|ear ?(?:buds?|phones?))\b/u, 0.2, {
    ...{ paint: headphones, place: 'table', hold: 'top', wide: 1.2, worn: true },
  }),
  thing('glove', /\b(?:gloves?|mittens?)\b/u, 0.2, {
    ...{ paint: glove, place: 'table', hold: 'middle', wide: 1.2, worn: true },
  }),
  thing('scarf', /\b(?:scarf|scarves|shawls?|blankets?|sweaters?)\b/u, 0.18, {
    ...{ paint: scarf, place: 'table', hold: 'middle', wide: 1.9, worn: true },
  }),
  thing('shoe', /\b(?:shoes?|sneakers?|boots?|trainers)\b/u, 0.14, {
    ...{ paint: shoe, place: 'table', hold: 'middle', wide: 2.1, worn: true },
  }),
  thing('watch', /\b(?:watch|watches|wristwatch|smartwatch)\b/u, 0.2, {
    ...{ paint: watch, place: 'table', hold: 'middle', wide: 0.6, moves: true },
  }),
]
