import { type Rgb, readColour, shift } from './colour.ts'
import { type Pen, porcelain, type Thing, thing } from './thing.ts'

const wheel = (pen: Pen, x: number, radius: number, spokes = 0): void => {
  const { brush, size } = pen
  pen.oval('#26262b', x, radius, radius, radius, spokes > 0 ? { alpha: 0.001, outline: false } : {})
  if (spokes === 0) {
    pen.oval('#9ea3aa', x, radius, radius * 0.58, radius * 0.58)
    pen.oval('#4a4d54', x, radius, radius * 0.2, radius * 0.2, { outline: false })
    return
  }
  const ring = Array.from({ length: 17 }, (_, step) => [
    x + Math.sin((step / 16) * Math.PI * 2) * radius,
    radius + Math.cos((step / 16) * Math.PI * 2) * radius,
  ]).flat()
  pen.line('#2a2a2e', Math.max(0.018, 1.4 / size), ring)
  for (let spoke = 0; spoke < spokes; spoke += 1) {
    const angle = (spoke / spokes) * Math.PI + pen.time * 0
    pen.line(
      '#8f9399',
      0.006,
      [
        x - Math.sin(angle) * radius,
        radius - Math.cos(angle) * radius,
        x + Math.sin(angle) * radius,
        radius + Math.cos(angle) * radius,
      ],
      brush.look === 'motion' ? 0.4 : 0.6,
    )
  }
}

const car = (pen: Pen, colour: Rgb | null): void => {
  const tone = colour ?? readColour('#8c3a36')
  pen.soft('#14141a', [-1.5, 0.1, 1.5, 0.1, 1.5, 0.28, -1.5, 0.28], { outline: false, shade: 0 })
  pen.soft(
    tone,
    [
      -1.52, 0.2, -1.56, 0.42, -1.48, 0.58, -0.98, 0.66, -0.62, 0.94, -0.2, 1.0, 0.38, 0.98, 0.84,
      0.68, 1.38, 0.58, 1.54, 0.42, 1.54, 0.2, 0, 0.17,
    ],
  )
  const glass = '#b4cad8'
  pen.soft(glass, [-0.78, 0.68, -0.54, 0.88, -0.2, 0.93, -0.12, 0.93, -0.12, 0.67], { shade: 0.6 })
  pen.soft(glass, [-0.02, 0.67, -0.02, 0.93, 0.32, 0.91, 0.66, 0.67], { shade: 0.6 })
  pen.line(shift(tone, -0.4), 0.012, [-0.08, 0.66, -0.1, 0.22], 0.7)
  pen.line(shift(tone, 0.3), 0.014, [-1.46, 0.54, -0.6, 0.6, 0.9, 0.6, 1.42, 0.54], 0.6)
  pen.line('#d8d4c8', 0.03, [-0.32, 0.54, -0.2, 0.54])
  wheel(pen, -0.96, 0.24)
  wheel(pen, 0.96, 0.24)
  pen.soft('#fff0c4', [1.4, 0.44, 1.53, 0.42, 1.53, 0.5, 1.42, 0.53], { glows: true, shade: 0 })
  if (pen.brush.light.level < 0.5) pen.glow('#fff0c4', 1.5, 0.46, 1.1, 0.5)
  pen.soft('#b0302c', [-1.55, 0.42, -1.48, 0.44, -1.46, 0.54, -1.53, 0.52])
}

const bicycle = (pen: Pen, colour: Rgb | null): void => {
  const tone = colour ?? readColour('#3f6a7c')
  wheel(pen, -0.52, 0.34, 9)
  wheel(pen, 0.52, 0.34, 9)
  pen.line(tone, 0.035, [-0.52, 0.34, -0.12, 0.3, 0.4, 0.78, -0.2, 0.74, -0.52, 0.34])
  pen.line(tone, 0.035, [-0.12, 0.3, -0.22, 0.84])
  pen.line(tone, 0.035, [0.52, 0.34, 0.36, 0.96])
  pen.line('#2a2a2e', 0.035, [0.24, 1.0, 0.36, 0.97, 0.44, 0.92])
  pen.soft('#2f2a28', [-0.36, 0.86, -0.2, 0.9, -0.06, 0.85, -0.2, 0.83])
}

const boat = (pen: Pen, colour: Rgb | null): void => {
  const tone = colour ?? readColour('#7a5138')
  const rock = Math.sin(pen.time * 1.1) * 0.04
  pen.soft(shift(tone, -0.35), [
    -1.75,
    0.74 + rock,
    0,
    0.6,
    1.75,
    0.74 - rock,
    1.3,
    0.66,
    0,
    0.58,
    -1.3,
    0.66,
  ])
  pen.soft(tone, [
    -1.8,
    0.8 + rock,
    -1.5,
    0.3,
    -0.9,
    0.04,
    0,
    0,
    0.9,
    0.04,
    1.5,
    0.3,
    1.8,
    0.8 - rock,
    0.8,
    0.62,
    0,
    0.58,
    -0.8,
    0.62,
  ])
  pen.line(shift(tone, 0.3), 0.05, [
    -1.76,
    0.76 + rock,
    -0.8,
    0.58,
    0,
    0.54,
    0.8,
    0.58,
    1.76,
    0.76 - rock,
  ])
  pen.line(shift(tone, -0.3), 0.025, [-1.5, 0.44, -0.8, 0.3, 0, 0.27, 0.8, 0.3, 1.5, 0.44], 0.6)
}

const sailboat = (pen: Pen, colour: Rgb | null): void => {
  const rock = Math.sin(pen.time * 0.9) * 0.02
  pen.line('#5a4634', 0.018, [0, 0.12, rock, 1])
  pen.soft(colour ?? porcelain, [0.03, 0.2, 0.4 + rock, 0.22, 0.24 + rock, 0.62, 0.03 + rock, 0.97])
  pen.soft(shift(colour ?? porcelain, -0.1), [
    -0.03,
    0.24,
    -0.26 + rock,
    0.24,
    -0.12 + rock,
    0.62,
    -0.01 + rock,
    0.9,
  ])
  pen.soft('#7a4c38', [-0.46, 0.17, -0.3, 0.02, 0, 0, 0.3, 0.02, 0.46, 0.18, 0, 0.15])
}

const tent = (pen: Pen, colour: Rgb | null): void => {
  const tone = colour ?? readColour('#b0763c')
  pen.hard(shift(tone, -0.22), [0, 1, 0.55, 0.95, 1.25, 0.04, 0.75, 0])
  pen.hard(tone, [0, 1, -0.78, 0, 0.75, 0])
  const lit = pen.brush.light.level < 0.5
  pen.hard(lit ? '#ffd08a' : '#3c2c22', [0, 0.8, -0.24, 0, 0.24, 0], { glows: lit, shade: 0.5 })
  pen.hard(shift(tone, 0.12), [0, 0.8, -0.24, 0, -0.36, 0.02, -0.06, 0.84])
  if (lit) pen.glow('#ffc070', 0, 0.3, 1.2, 0.35)
  pen.line('#cfc8b8', 0.012, [-0.5, 0.36, -1.05, 0])
}

const campfire = (pen: Pen): void => {
  const flicker = 1 + Math.sin(pen.time * 9.1) * 0.1 + Math.sin(pen.time * 14.3) * 0.07
  pen.glow('#ff9a48', 0, 0.5, 4.2 * flicker, 0.42)
  for (const [from, to] of [
    [-0.5, 0.45],
    [0.52, -0.4],
    [-0.3, 0.2],
  ] as const)
    pen.tube('#5c3d2a', [from, 0.06, 0.075, to, 0.2, 0.065], false)
  for (const [x, high, tone] of [
    [-0.2, 0.62, '#ff7830'],
    [0.2, 0.56, '#ff8236'],
    [0, 0.95, '#ffa040'],
    [0.04, 0.58, '#ffd878'],
    [-0.03, 0.32, '#fff4c8'],
  ] as const) {
    const tall = high * (1 + Math.sin(pen.time * 8 + x * 30) * 0.14)
    const lean = Math.sin(pen.time * 6 + x * 17) * 0.07
    const w = 0.22 * (high + 0.2)
    pen.soft(
      tone,
      [
        x - w,
        0.16,
        x - w * 0.95,
        0.12 + tall * 0.38,
        x - w * 0.2 + lean,
        0.12 + tall * 0.72,
        x + lean,
        0.12 + tall,
        x + w * 0.5,
        0.12 + tall * 0.55,
        x + w,
        0.12 + tall * 0.3,
        x + w * 0.9,
        0.14,
      ],
      { shade: 0, glows: true, outline: false, alpha: 0.92 },
    )
  }
  for (let spark = 0; spark < 7; spark += 1) {
    const rise = (pen.time * 0.5 + spark * 0.143) % 1
    pen.oval(
      '#ffc468',
      Math.sin(spark * 2.4 + pen.time * 2) * 0.3,
      0.5 + rise * 1.5,
      0.018 * (1 - rise),
      0.018 * (1 - rise),
      { shade: 0, glows: true, outline: false },
    )
  }
  for (const x of [-0.62, -0.36, 0, 0.36, 0.62]) pen.oval('#7d7872', x, 0.05, 0.14, 0.09)
}

const tree = (pen: Pen, colour: Rgb | null): void => {
  const leaf = colour ?? readColour('#55784a')
  const sway = Math.sin(pen.time * 0.9) * 0.008
  pen.tube('#5f4634', [0, 0, 0.06, 0.01, 0.3, 0.042, 0, 0.56, 0.03])
  for (const [x, y, r, tone] of [
    [-0.2, 0.56, 0.19, -0.2],
    [0.2, 0.58, 0.19, -0.12],
    [0, 0.52, 0.18, -0.25],
    [-0.12, 0.74, 0.19, 0],
    [0.14, 0.76, 0.18, 0.06],
    [0, 0.86, 0.15, 0.12],
  ] as const) {
    const bumps = Array.from({ length: 11 }, (_, step) => {
      const angle = (step / 11) * Math.PI * 2
      const radius = r * (1 + Math.sin(step * 2.6 + x * 20) * 0.1)
      return [x + sway * y * 4 + Math.sin(angle) * radius, y + Math.cos(angle) * radius * 0.9]
    }).flat()
    pen.soft(shift(leaf, tone), bumps)
  }
}

const bench = (pen: Pen): void => {
  const wood = '#84603f'
  for (const x of [-0.82, 0.82]) {
    pen.line('#34343a', 0.06, [x, 0, x, 0.5])
    pen.line('#34343a', 0.06, [x - 0.02, 0.5, x - 0.06, 1])
  }
  for (const y of [0.66, 0.8, 0.94]) pen.box(wood, -0.98, y, 0.98, y + 0.1)
  pen.hard(shift(readColour(wood), 0.12), [-1, 0.5, 1, 0.5, 1.04, 0.42, -1.04, 0.42])
  pen.box(wood, -1.04, 0.36, 1.04, 0.42)
}

const guitar = (pen: Pen, colour: Rgb | null): void => {
  const tone = colour ?? readColour('#b0763c')
  pen.line('#4a3020', 0.055, [0, 0.4, 0, 0.9])
  pen.box('#3a281c', -0.045, 0.88, 0.045, 1)
  pen.soft(
    tone,
    [
      -0.19, 0.08, -0.21, 0.2, -0.13, 0.33, -0.16, 0.44, -0.06, 0.52, 0.06, 0.52, 0.16, 0.44, 0.13,
      0.33, 0.21, 0.2, 0.19, 0.08, 0, 0,
    ],
  )
  pen.oval('#2a1c14', 0, 0.33, 0.065, 0.065)
  pen.line('#d8d0c0', 0.006, [0, 0.12, 0, 0.9], 0.7)
  pen.box('#2a1c14', -0.09, 0.13, 0.09, 0.155)
}

const piano = (pen: Pen): void => {
  pen.box('#2a2326', -0.66, 0.02, 0.66, 0.96)
  pen.box('#3a3034', -0.7, 0.94, 0.7, 1)
  pen.box('#3a3034', -0.7, 0.48, 0.7, 0.58)
  pen.box('#efeae0', -0.6, 0.56, 0.6, 0.63, { shade: 0.3 })
  for (let index = 0; index < 20; index += 1)
    if (index % 7 !== 2 && index % 7 !== 6)
      pen.box('#161418', -0.57 + index * 0.058, 0.585, -0.54 + index * 0.058, 0.63, {
        shade: 0,
        outline: false,
      })
  for (const x of [-0.62, 0.62]) pen.box('#2a2326', x - 0.04, 0, x + 0.04, 0.5)
}

const painting = (pen: Pen): void => {
  pen.box('#a4823f', -0.62, 0, 0.62, 1)
  pen.box('#e0b890', -0.54, 0.08, 0.54, 0.92, { shade: 0.3 })
  pen.soft(
    '#8094b8',
    [-0.54, 0.08, -0.54, 0.44, -0.2, 0.62, 0.1, 0.42, 0.32, 0.56, 0.54, 0.4, 0.54, 0.08],
    { outline: false },
  )
  pen.soft('#56705a', [-0.54, 0.08, -0.54, 0.28, 0, 0.22, 0.54, 0.3, 0.54, 0.08], {
    outline: false,
  })
  pen.oval('#f6e2a8', 0.22, 0.74, 0.07, 0.07, { shade: 0, outline: false })
}

const rocket = (pen: Pen, colour: Rgb | null): void => {
  const accent = colour ?? readColour('#b8443c')
  const shake = Math.sin(pen.time * 31) * 0.002
  for (let puff = 0; puff < 7; puff += 1)
    pen.oval(
      '#d8d2c8',
      Math.sin(puff * 2.1) * 0.2,
      0.02 + Math.abs(Math.sin(pen.time * 1.3 + puff)) * 0.03,
      0.1,
      0.05,
      { alpha: 0.6, outline: false },
    )
  for (const side of [-1, 1])
    pen.soft(accent, [side * 0.09, 0.34, side * 0.2, 0.2, side * 0.21, 0.06, side * 0.09, 0.14])
  pen.soft(porcelain, [
    -0.11 + shake,
    0.1,
    -0.125 + shake,
    0.5,
    -0.08 + shake,
    0.82,
    shake,
    1,
    0.08 + shake,
    0.82,
    0.125 + shake,
    0.5,
    0.11 + shake,
    0.1,
  ])
  pen.soft(accent, [-0.075, 0.84, 0, 1, 0.075, 0.84, 0, 0.81])
  pen.oval('#3c4c60', 0, 0.64, 0.05, 0.05)
  pen.oval('#9cc4e0', 0, 0.64, 0.036, 0.036)
}

const hotAir = (pen: Pen, colour: Rgb | null): void => {
  const tone = colour ?? readColour('#c05a44')
  const lift = Math.sin(pen.time * 0.5) * 0.02
  pen.soft(tone, [
    -0.1,
    0.28 + lift,
    -0.36,
    0.6 + lift,
    -0.3,
    0.88 + lift,
    0,
    1 + lift,
    0.3,
    0.88 + lift,
    0.36,
    0.6 + lift,
    0.1,
    0.28 + lift,
  ])
  pen.soft(
    '#ecd9b0',
    [
      -0.04,
      0.28 + lift,
      -0.15,
      0.6 + lift,
      -0.1,
      0.95 + lift,
      0.1,
      0.95 + lift,
      0.15,
      0.6 + lift,
      0.04,
      0.28 + lift,
    ],
    { alpha: 0.9 },
  )
  for (const x of [-0.08, 0.08]) pen.line('#5c4a3a', 0.006, [x, 0.29 + lift, x * 0.8, 0.13 + lift])
  pen.box('#7c5a3a', -0.07, 0.02 + lift, 0.07, 0.13 + lift)
}

const streetLamp = (pen: Pen): void => {
  pen.box('#34343c', -0.03, 0, 0.03, 0.06)
  pen.line('#34343c', 0.018, [0, 0.03, 0, 0.9])
  pen.hard('#ffe2a4', [-0.045, 0.88, 0.045, 0.88, 0.06, 0.97, -0.06, 0.97], {
    glows: true,
    shade: 0.2,
  })
  pen.hard('#34343c', [-0.075, 0.97, 0.075, 0.97, 0, 1])
  if (pen.brush.light.level < 0.65) pen.glow('#ffd488', 0, 0.92, 0.5, 0.6)
}

const table = (pen: Pen): void => {
  for (const x of [-0.62, 0.62]) pen.line('#5f432f', 0.07, [x, 0, x * 0.96, 0.92])
  pen.hard('#8a6446', [-0.86, 0.92, 0.86, 0.92, 0.76, 1, -0.76, 1])
  pen.box('#6f4f37', -0.86, 0.85, 0.86, 0.92)
}

const chair = (pen: Pen): void => {
  const wood = '#765439'
  for (const x of [-0.2, 0.2]) pen.line(wood, 0.05, [x, 0, x, 0.48])
  pen.box(wood, -0.24, 0.46, 0.24, 0.53)
  for (const x of [-0.2, 0.2]) pen.line(wood, 0.05, [x, 0.5, x * 1.05, 1])
  for (const y of [0.68, 0.84]) pen.box(wood, -0.22, y, 0.22, y + 0.08)
}

/** Things that stand on the ground by themselves. */
export const bigThings: readonly Thing[] = [
  thing('hot-air balloon', /hot[- ]air balloons?/u, 16, {
    paint: hotAir,
    place: 'air',
    moves: true,
    wide: 0.8,
  }),
  thing('car', /\b(?:cars?|taxi|vehicle|sedan|automobile|truck|van)\b/u, 1.45, {
    paint: car,
    wide: 3.1,
  }),
  thing('bicycle', /\b(?:bicycles?|bikes?|cycle)\b/u, 1.02, { paint: bicycle, wide: 1.8 }),
  thing('sailboat', /\b(?:sail ?boats?|ships?|yachts?|schooner)\b/u, 6, {
    paint: sailboat,
    moves: true,
    wide: 0.95,
  }),
  thing('boat', /\b(?:boats?|canoes?|rowboat|kayak|raft)\b/u, 0.8, {
    paint: boat,
    moves: true,
    wide: 3.6,
  }),
  thing('tent', /\btents?\b/u, 1.5, { paint: tent, wide: 2.2 }),
  thing('campfire', /\b(?:campfire|bonfire|fire|fires)\b/u, 0.7, {
    paint: campfire,
    moves: true,
    wide: 1.4,
  }),
  thing('tree', /\b(?:trees?|oak|maple)\b/u, 4.6, { paint: tree, moves: true, wide: 0.8 }),
  thing('bench', /\bbench(?:es)?\b/u, 0.86, { paint: bench, wide: 2.1 }),
  thing('guitar', /\bguitars?\b/u, 1.0, { paint: guitar, wide: 0.42 }),
  thing('piano', /\bpianos?\b/u, 1.25, { paint: piano, wide: 1.4 }),
  thing('painting', /\b(?:paintings?|canvas|portrait|picture frame)\b/u, 0.8, {
    paint: painting,
    wide: 1.24,
  }),
  thing('rocket', /\brockets?\b/u, 5.5, { paint: rocket, moves: true, wide: 0.42 }),
  thing('street lamp', /\b(?:street ?(?:lamps?|lights?)|lamp ?posts?)\b/u, 4, {
    paint: streetLamp,
    wide: 0.2,
  }),
  thing('table', /\btables?\b/u, 0.76, { paint: table, wide: 1.7 }),
  thing('chair', /\b(?:chairs?|stool)\b/u, 0.92, { paint: chair, wide: 0.5 }),
]
