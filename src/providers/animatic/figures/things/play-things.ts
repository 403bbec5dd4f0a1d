import { type Rgb, readColour, shift } from '../brush/colour.ts'
import { arc, gleam } from './strokes.ts'
import { type Pen, porcelain, type Thing, thing } from './thing.ts'

const football = (pen: Pen, colour: Rgb | null): void => {
  const [skin, patch] = [colour ?? porcelain, colour ? shift(colour, 0.55) : readColour('#2e3036')]
  pen.oval(skin, 0, 0.5, 0.5, 0.5)
  const turn = pen.time * 2
  const at = (angle: number, far: number): [number, number] => [
    Math.sin(turn + angle) * far,
    0.5 + Math.cos(turn + angle) * far,
  ]
  for (let side = 0; side < 5; side += 1) {
    const angle = (side / 5) * Math.PI * 2
    pen.line(shift(skin, -0.35), 0.014, [...at(angle, 0.16), ...at(angle, 0.33)], 0.8)
    const edge = [
      at(angle - 0.32, 0.47),
      at(angle - 0.19, 0.34),
      at(angle + 0.19, 0.34),
      at(angle + 0.32, 0.47),
    ]
    pen.hard(patch, edge.flat(), { outline: false, shade: 0.5 })
    pen.line(
      shift(skin, -0.35),
      0.014,
      [...at(angle, 0.385), ...at(angle + Math.PI / 5, 0.33)],
      0.6,
    )
  }
  const middle = [0, 1, 2, 3, 4].flatMap((corner) => at((corner / 5) * Math.PI * 2, 0.17))
  pen.hard(patch, middle, { outline: false, shade: 0.5 })
  pen.oval('#ffffff', -0.18, 0.74, 0.1, 0.06, { outline: false, alpha: 0.25, shade: 0 })
}

const basketball = (pen: Pen, colour: Rgb | null): void => {
  const skin = colour ?? readColour('#c9702f')
  pen.oval(skin, 0, 0.5, 0.5, 0.5)
  const dark = '#3a2418'
  pen.line(dark, 0.022, [0, 0.01, 0.05, 0.5, 0, 0.99])
  pen.line(dark, 0.022, [-0.49, 0.46, 0, 0.54, 0.49, 0.46])
  pen.line(dark, 0.022, [-0.36, 0.84, -0.14, 0.5, -0.36, 0.16])
  pen.line(dark, 0.022, [0.36, 0.84, 0.2, 0.5, 0.36, 0.16])
  pen.oval('#ffffff', -0.18, 0.76, 0.1, 0.06, { outline: false, alpha: 0.2, shade: 0 })
}

const teddy = (pen: Pen, colour: Rgb | null): void => {
  const fur = colour ?? readColour('#a8743f')
  const pale = shift(fur, 0.35)
  for (const side of [-1, 1]) {
    pen.oval(fur, side * 0.22, 0.94, 0.1, 0.1)
    pen.oval(pale, side * 0.22, 0.93, 0.055, 0.055, { outline: false })
    pen.tube(
      shift(fur, -0.08),
      [side * 0.2, 0.52, 0.1, side * 0.4, 0.36, 0.1, side * 0.42, 0.28, 0.1],
      false,
    )
  }
  pen.oval(fur, 0, 0.32, 0.29, 0.31)
  pen.oval(pale, 0, 0.3, 0.18, 0.2, { outline: false })
  for (const side of [-1, 1]) {
    pen.oval(fur, side * 0.27, 0.13, 0.16, 0.135)
    pen.oval(pale, side * 0.29, 0.12, 0.095, 0.085, { outline: false })
  }
  pen.oval(fur, 0, 0.77, 0.27, 0.23)
  pen.oval(pale, 0, 0.7, 0.13, 0.1, { outline: false })
  pen.oval('#33231c', 0, 0.74, 0.045, 0.032)
  pen.line('#33231c', 0.016, [-0.05, 0.66, 0, 0.68, 0, 0.71, 0, 0.68, 0.05, 0.66])
  for (const side of [-1, 1]) {
    pen.oval('#241a18', side * 0.11, 0.82, 0.028, 0.032)
    pen.oval('#ffffff', side * 0.11 - 0.008, 0.83, 0.009, 0.009, { outline: false, shade: 0 })
    pen.soft('#b03a40', [0, 0.545, side * 0.14, 0.61, side * 0.16, 0.52, side * 0.06, 0.52])
  }
  pen.oval('#8e2c33', 0, 0.55, 0.035, 0.035)
}

const doll = (pen: Pen, colour: Rgb | null): void => {
  const dress = colour ?? readColour('#b8586c')
  const skin = '#ecc6a4'
  for (const side of [-1, 1]) {
    pen.tube(skin, [side * 0.07, 0.22, 0.035, side * 0.08, 0.06, 0.03], false)
    pen.oval('#3a2a2c', side * 0.09, 0.03, 0.055, 0.03)
    pen.tube(skin, [side * 0.1, 0.58, 0.035, side * 0.22, 0.42, 0.03], false)
  }
  pen.oval('#6e4226', 0, 0.78, 0.2, 0.2)
  for (const side of [-1, 1])
    pen.tube('#6e4226', [side * 0.16, 0.76, 0.06, side * 0.2, 0.58, 0.04], false)
  pen.soft(dress, [-0.08, 0.62, -0.26, 0.2, 0, 0.15, 0.26, 0.2, 0.08, 0.62, 0, 0.64])
  pen.line(shift(dress, 0.5), 0.02, [-0.23, 0.23, 0, 0.19, 0.23, 0.23])
  pen.oval(skin, 0, 0.77, 0.155, 0.16)
  pen.soft(
    '#6e4226',
    [-0.17, 0.8, -0.12, 0.94, 0.02, 0.97, 0.14, 0.93, 0.17, 0.8, 0.06, 0.88, -0.08, 0.87],
  )
  for (const side of [-1, 1]) {
    pen.oval('#2c3a52', side * 0.06, 0.77, 0.02, 0.026)
    pen.oval('#dd8f86', side * 0.1, 0.71, 0.03, 0.02, { outline: false, alpha: 0.7 })
  }
  pen.line('#a8443f', 0.014, [-0.03, 0.69, 0, 0.675, 0.03, 0.69])
}

const toyTrain = (pen: Pen, colour: Rgb | null): void => {
  const tone = colour ?? readColour('#b03c36')
  const roll = pen.time * 1.6
  pen.box('#2f4f6e', -1.5, 0.24, -0.5, 0.66)
  pen.box('#d6ae4c', -1.42, 0.62, -0.58, 0.74)
  pen.line('#3a3230', 0.05, [-0.5, 0.3, -0.36, 0.3])
  pen.box('#3a3230', -0.36, 0.2, 1.34, 0.32)
  pen.box(tone, -0.34, 0.32, 0.24, 0.86)
  pen.box('#f0dfae', -0.2, 0.54, 0.1, 0.76, { shade: 0.4 })
  pen.box('#2f4f6e', -0.42, 0.84, 0.32, 0.93)
  pen.tube('#3f7a58', [0.24, 0.48, 0.19, 1.24, 0.48, 0.19])
  for (const x of [0.5, 0.9]) pen.line('#d6ae4c', 0.04, [x, 0.3, x, 0.66])
  pen.hard('#d6ae4c', [0.92, 0.64, 1.1, 0.64, 1.18, 0.96, 0.84, 0.96])
  pen.hard('#3a3230', [1.3, 0.2, 1.5, 0.06, 1.3, 0.06])
  for (const [x, r] of [
    ...([
      [-1.25, 0.15],
      [-0.75, 0.15],
    ] as const),
    ...([
      [-0.06, 0.2],
      [0.48, 0.15],
      [0.98, 0.15],
    ] as const),
  ]) {
    pen.oval('#d6ae4c', x, r, r, r)
    pen.oval(tone, x, r, r * 0.66, r * 0.66, { outline: false })
    pen.line('#d6ae4c', 0.03, [
      x - Math.sin(roll) * r * 0.6,
      r - Math.cos(roll) * r * 0.6,
      x + Math.sin(roll) * r * 0.6,
      r + Math.cos(roll) * r * 0.6,
    ])
  }
}

const snowGlobe = (pen: Pen, colour: Rgb | null): void => {
  const base = colour ?? readColour('#6b3f2c')
  pen.oval('#a9c6dc', 0, 0.6, 0.4, 0.4, { shade: 0.6 })
  pen.soft(
    '#eef2f6',
    [-0.36, 0.42, -0.18, 0.5, 0.1, 0.44, 0.36, 0.46, 0.28, 0.31, 0, 0.22, -0.28, 0.31],
  )
  pen.box('#9a5a44', -0.14, 0.44, 0.08, 0.6)
  pen.hard('#eef2f6', [-0.18, 0.58, 0.12, 0.58, -0.03, 0.74])
  pen.box('#ffd888', -0.06, 0.47, 0, 0.55, { glows: true, shade: 0, outline: false })
  pen.hard('#3f6a4c', [0.12, 0.46, 0.28, 0.46, 0.2, 0.66])
  for (let flake = 0; flake < 16; flake += 1) {
    const fall = (flake * 0.37 + 1 - ((pen.time * 0.12) % 1)) % 1
    const y = 0.34 + fall * 0.56
    const room = Math.sqrt(Math.max(0, 0.135 - (y - 0.6) ** 2))
    pen.oval('#ffffff', Math.sin(flake * 4.1 + pen.time * 0.7) * room, y, 0.013, 0.013, {
      outline: false,
      shade: 0,
    })
  }
  gleam(pen, arc([0, 0.6], [0.33, 0.33], [-0.22, -0.08]), 0.6, 0.03)
  pen.tube(base, [0, 0.02, 0.4, 0, 0.16, 0.36, 0, 0.26, 0.31])
  pen.line('#d2a840', 0.02, arc([0, 0.16], [0.36, 0.03], [0.25, 0.75]))
}

const toyRobot = (pen: Pen, colour: Rgb | null): void => {
  const tin = colour ?? readColour('#7f9aa6')
  for (const side of [-1, 1]) {
    pen.box(shift(tin, -0.2), side * 0.11 - 0.07, 0.06, side * 0.11 + 0.07, 0.26)
    pen.box('#3a3c42', side * 0.13 - 0.11, 0, side * 0.13 + 0.11, 0.09)
    pen.tube(
      '#b4b9c1',
      [side * 0.25, 0.54, 0.05, side * 0.36, 0.4, 0.045, side * 0.36, 0.28, 0.045],
      false,
    )
    pen.oval('#c24f3c', side * 0.36, 0.25, 0.06, 0.055)
  }
  pen.box(tin, -0.24, 0.24, 0.24, 0.6)
  pen.box('#efe2c4', -0.15, 0.32, 0.15, 0.5, { shade: 0.4 })
  for (const [x, lamp] of [
    [-0.08, '#d0503c'],
    [0, '#e0b040'],
    [0.08, '#5f9a60'],
  ] as const)
    pen.oval(lamp, x, 0.45, 0.03, 0.03)
  pen.line('#8a4a3c', 0.014, [-0.1, 0.36, -0.02, 0.39, 0.04, 0.35, 0.1, 0.38])
  pen.box('#b4b9c1', -0.06, 0.58, 0.06, 0.66)
  pen.box(tin, -0.2, 0.64, 0.2, 0.9)
  for (const side of [-1, 1]) {
    pen.oval('#f4d878', side * 0.09, 0.79, 0.055, 0.055, { glows: true, shade: 0.2 })
    pen.oval('#2a2522', side * 0.09, 0.79, 0.02, 0.02, { outline: false })
  }
  pen.box('#3a3c42', -0.1, 0.68, 0.1, 0.71, { outline: false })
  pen.line('#b4b9c1', 0.02, [0, 0.9, 0, 0.97])
  pen.oval('#c24f3c', 0, 0.98, 0.03, 0.025)
  gleam(pen, [-0.2, 0.55, -0.2, 0.3], 0.35, 0.025)
}

const snowman = (pen: Pen): void => {
  const snow = readColour('#eef2f7')
  for (const side of [-1, 1]) {
    pen.line('#5a4030', 0.022, [side * 0.16, 0.58, side * 0.28, 0.8])
    pen.line('#5a4030', 0.014, [side * 0.23, 0.71, side * 0.33, 0.76])
  }
  pen.oval(snow, 0, 0.2, 0.28, 0.21)
  pen.oval(snow, 0, 0.5, 0.21, 0.18)
  pen.oval(snow, 0, 0.75, 0.15, 0.14)
  pen.tube('#b03c36', [-0.13, 0.64, 0.03, 0, 0.61, 0.034, 0.13, 0.64, 0.03], false)
  pen.tube('#b03c36', [0.09, 0.62, 0.032, 0.12, 0.46, 0.03], true)
  for (const [x, y] of [
    [-0.05, 0.79],
    [0.06, 0.79],
    [0, 0.52],
    [0, 0.44],
  ] as const)
    pen.oval('#26262c', x, y, 0.018, 0.018)
  pen.hard('#d8742c', [-0.005, 0.76, 0.005, 0.72, 0.15, 0.725])
  pen.line('#26262c', 0.012, [-0.06, 0.7, 0, 0.68, 0.06, 0.7])
  pen.box('#2b2a30', -0.19, 0.86, 0.19, 0.885)
  pen.box('#2b2a30', -0.12, 0.88, 0.12, 1)
  pen.box('#b03c36', -0.12, 0.89, 0.12, 0.92, { outline: false })
}

const sandcastle = (pen: Pen, colour: Rgb | null): void => {
  const sand = colour ?? readColour('#d2a868')
  pen.soft(shift(sand, -0.06), [-1.1, 0, -0.9, 0.14, 0, 0.2, 0.9, 0.14, 1.1, 0])
  const tower = (x: number, r: number, low: number, high: number): void => {
    pen.tube(sand, [x, low, r * 1.15, x, high, r], true)
    for (const at of [-0.75, -0.05, 0.65])
      pen.box(sand, x + at * r - r * 0.08, high, x + at * r + r * 0.32, high + r * 0.34)
    pen.oval(shift(sand, -0.4), x, low + (high - low) * 0.6, r * 0.16, r * 0.24, { outline: false })
  }
  tower(0, 0.24, 0.3, 0.78)
  pen.box(sand, -0.66, 0.08, 0.66, 0.42)
  for (let tooth = 0; tooth < 7; tooth += 1)
    pen.box(sand, -0.62 + tooth * 0.18, 0.42, -0.52 + tooth * 0.18, 0.49)
  tower(-0.68, 0.22, 0.06, 0.56)
  tower(0.68, 0.22, 0.06, 0.56)
  pen.soft(shift(sand, -0.45), [-0.13, 0.09, -0.13, 0.24, 0, 0.32, 0.13, 0.24, 0.13, 0.09])
  pen.line('#7a5a40', 0.018, [0, 0.82, 0, 1.02])
  pen.hard('#c0463a', [0, 1.02, 0.24 + Math.sin(pen.time * 4) * 0.02, 0.96, 0, 0.9])
  pen.oval('#f0e4d0', 0.34, 0.2, 0.06, 0.05)
}

/** What is played with. */
export const playThings: readonly Thing[] = [
  thing('basketball', /\bbasket ?balls?\b/u, 0.24, { paint: basketball, hold: 'foot' }),
  thing('ball', /\b(?:balls?|footballs?|soccer ?balls?|volleyballs?|tennis balls?)\b/u, 0.24, {
    ...{ paint: football, hold: 'foot' },
  }),
  thing(
    'teddy bear',
    /\b(?:teddy(?: ?bears?)?|teddies|stuffed (?:bear|animal)s?|plush(?:ie)?|toy bears?|toys?)\b(?! (?:train|robot|car|boat))/u,
    0.36,
    {
      ...{ paint: teddy, place: 'table', hold: 'middle', wide: 1 },
    },
  ),
  thing('toy train', /\b(?:toy|model|wooden) (?:trains?|locomotives?|railway)\b/u, 0.16, {
    ...{ paint: toyTrain, place: 'table', hold: 'middle', moves: true, wide: 3.1 },
  }),
  thing('toy robot', /\b(?:toy|tin) robots?\b/u, 0.28, {
    ...{ paint: toyRobot, place: 'table', hold: 'middle', wide: 0.85 },
  }),
  thing('doll', /\b(?:dolls?|puppets?|marionettes?)\b/u, 0.4, {
    ...{ paint: doll, place: 'table', hold: 'middle', wide: 0.55 },
  }),
  thing('snow globe', /\bsnow ?globes?\b/u, 0.16, {
    ...{ paint: snowGlobe, place: 'table', hold: 'foot', moves: true, wide: 0.85 },
  }),
  thing('snowman', /\bsnow(?:man|men)\b/u, 1.5, { paint: snowman, wide: 0.8 }),
  thing('sandcastle', /\bsand ?castles?\b/u, 0.55, { paint: sandcastle, moves: true, wide: 2.1 }),
]
