import { type Rgb, readColour, shift } from './colour.ts'
import { type Pen, porcelain, type Thing, thing } from './thing.ts'

const steam = (pen: Pen, x: number, y: number): void => {
  for (const side of [-1, 1]) {
    const rise = (pen.time * 0.35 + side * 0.25 + 1) % 1
    const sway = Math.sin(pen.time * 1.6 + side) * 0.09
    pen.line(
      '#f4f1ea',
      0.05,
      [
        x + side * 0.12,
        y + rise * 0.1,
        x + side * 0.08 + sway,
        y + 0.25 + rise * 0.2,
        x + side * 0.14 - sway,
        y + 0.5 + rise * 0.35,
      ],
      0.3 * (1 - rise),
    )
  }
}

const cup = (pen: Pen, colour: Rgb | null): void => {
  const tone = colour ?? porcelain
  pen.line(shift(tone, -0.12), 0.1, [0.36, 0.78, 0.62, 0.72, 0.6, 0.42, 0.34, 0.32])
  pen.tube(tone, [0, 0.02, 0.3, 0, 0.2, 0.38, 0, 0.9, 0.44])
  pen.oval(shift(tone, 0.12), 0, 0.92, 0.43, 0.1)
  pen.oval('#4a2c1c', 0, 0.91, 0.37, 0.075, { outline: false })
  steam(pen, 0, 0.95)
}

const flame = (pen: Pen, x: number, y: number, high: number): void => {
  const lick = 1 + Math.sin(pen.time * 11 + x * 9) * 0.1 + Math.sin(pen.time * 17) * 0.06
  const lean = Math.sin(pen.time * 5.3 + x * 7) * high * 0.1
  pen.glow('#ffb45c', x, y + high * 0.5, high * 5, 0.42 * lick)
  pen.soft(
    '#ff9c3c',
    [
      x - high * 0.2,
      y + high * 0.15,
      x - high * 0.18,
      y + high * 0.45,
      x + lean,
      y + high * lick,
      x + high * 0.19,
      y + high * 0.42,
      x + high * 0.2,
      y + high * 0.15,
      x,
      y,
    ],
    { shade: 0, glows: true, outline: false },
  )
  pen.soft(
    '#fff0b0',
    [
      x - high * 0.1,
      y + high * 0.12,
      x - high * 0.08,
      y + high * 0.3,
      x + lean * 0.5,
      y + high * 0.62 * lick,
      x + high * 0.1,
      y + high * 0.28,
      x,
      y + high * 0.05,
    ],
    { shade: 0, glows: true, outline: false },
  )
}

const book = (pen: Pen, colour: Rgb | null): void => {
  const tone = colour ?? readColour('#8a3d34')
  pen.box(porcelain, -0.62, 0.06, 0.62, 0.9)
  pen.box(tone, -0.66, 0, 0.62, 0.1)
  pen.soft(tone, [-0.66, 0.02, 0.6, 0.02, 0.66, 0.5, 0.6, 0.98, -0.66, 0.98])
  pen.box(shift(tone, -0.3), -0.66, 0.02, -0.52, 0.98)
  pen.box(shift(tone, 0.4), -0.28, 0.6, 0.36, 0.74, { outline: false })
}

const bottle = (pen: Pen, colour: Rgb | null): void => {
  const tone = colour ?? readColour('#3f6650')
  pen.tube(tone, [0, 0, 0.15, 0, 0.3, 0.155, 0, 0.58, 0.15, 0, 0.7, 0.07, 0, 0.98, 0.055])
  pen.box(porcelain, -0.13, 0.2, 0.13, 0.46, { shade: 0.7 })
  pen.line(shift(tone, -0.2), 0.02, [-0.07, 0.34, 0.07, 0.34])
  pen.line('#ffffff', 0.025, [-0.1, 0.5, -0.1, 0.14], 0.35)
  pen.box('#c9a860', -0.06, 0.92, 0.06, 1)
}

const perfume = (pen: Pen, colour: Rgb | null): void => {
  const tone = colour ?? readColour('#d9a878')
  pen.box(tone, -0.34, 0, 0.34, 0.62, { alpha: 0.92 })
  pen.box(shift(tone, 0.4), -0.28, 0.06, 0.28, 0.5, { outline: false, alpha: 0.6 })
  pen.box('#b8a06c', -0.12, 0.62, 0.12, 0.7)
  pen.box('#34302e', -0.17, 0.7, 0.17, 0.98)
  pen.line('#ffffff', 0.03, [-0.27, 0.55, -0.27, 0.1], 0.5)
}

const phone = (pen: Pen): void => {
  pen.soft(
    '#1d1f25',
    [-0.23, 0.04, -0.2, 0, 0.2, 0, 0.23, 0.04, 0.23, 0.96, 0.2, 1, -0.2, 1, -0.23, 0.96],
    { shade: 0.5 },
  )
  pen.box('#9cc4ea', -0.19, 0.07, 0.19, 0.93, { shade: 0.3, glows: true, outline: false })
  for (const y of [0.72, 0.56, 0.4])
    pen.box('#eef6fc', -0.13, y, 0.08 + (y % 0.1), y + 0.06, {
      shade: 0,
      glows: true,
      outline: false,
      alpha: 0.8,
    })
  pen.glow('#a8ccf0', 0, 0.5, 0.9, 0.22)
}

const laptop = (pen: Pen): void => {
  pen.hard('#7d838c', [-0.7, 0, 0.7, 0, 0.62, 0.1, -0.62, 0.1])
  pen.box('#30343b', -0.62, 0.1, 0.62, 1)
  pen.box('#a8cdee', -0.57, 0.16, 0.57, 0.95, { shade: 0.35, glows: true, outline: false })
  for (const y of [0.76, 0.62, 0.48, 0.34])
    pen.box('#f0f6fb', -0.46, y, 0.1 + Math.sin(y * 40) * 0.25, y + 0.06, {
      shade: 0,
      glows: true,
      outline: false,
      alpha: 0.75,
    })
  pen.glow('#a8ccf0', 0, 0.5, 1.3, 0.25)
}

const lantern = (pen: Pen): void => {
  pen.line('#3c3632', 0.04, [-0.2, 0.74, -0.16, 0.98, 0.16, 0.98, 0.2, 0.74])
  pen.box('#f4c878', -0.22, 0.14, 0.22, 0.66, { glows: true, shade: 0.25 })
  flame(pen, 0, 0.2, 0.32)
  pen.hard('#3c3632', [-0.28, 0.66, 0.28, 0.66, 0.14, 0.82, -0.14, 0.82])
  pen.box('#3c3632', -0.28, 0, 0.28, 0.14)
  for (const x of [-0.22, 0, 0.22]) pen.line('#3c3632', 0.03, [x, 0.14, x, 0.66])
}

const candle = (pen: Pen): void => {
  pen.oval('#8a7250', 0, 0.05, 0.34, 0.07)
  pen.tube('#efe6d0', [0, 0.05, 0.14, 0, 0.66, 0.13])
  flame(pen, 0, 0.68, 0.3)
}

const lamp = (pen: Pen): void => {
  pen.oval('#6b5844', 0, 0.03, 0.2, 0.04)
  pen.line('#6b5844', 0.05, [0, 0.04, 0, 0.62])
  pen.glow('#ffcb80', 0, 0.72, 1.6, 0.34)
  pen.hard('#ffdf9e', [-0.16, 1, 0.16, 1, 0.3, 0.56, -0.3, 0.56], { glows: true, shade: 0.25 })
}

const cake = (pen: Pen, colour: Rgb | null): void => {
  const icing = colour ?? readColour('#e8b8bc')
  pen.oval(porcelain, 0, 0.05, 0.72, 0.08)
  pen.tube('#c8935c', [0, 0.08, 0.56, 0, 0.46, 0.56])
  pen.tube(icing, [0, 0.4, 0.57, 0, 0.52, 0.57])
  pen.oval(shift(icing, 0.2), 0, 0.55, 0.56, 0.1)
  for (const x of [-0.4, -0.15, 0.1, 0.36]) pen.oval(icing, x, 0.38, 0.09, 0.1, { outline: false })
  for (const x of [-0.28, 0, 0.28]) {
    pen.line('#6f97c0', 0.05, [x, 0.55, x, 0.76])
    flame(pen, x, 0.77, 0.16)
  }
}

const gift = (pen: Pen, colour: Rgb | null): void => {
  const tone = colour ?? readColour('#a8423e')
  pen.box(tone, -0.5, 0, 0.5, 0.66)
  pen.box(shift(tone, 0.08), -0.55, 0.62, 0.55, 0.8)
  pen.box('#e0c07c', -0.08, 0, 0.08, 0.8)
  pen.soft('#e0c07c', [0, 0.8, -0.3, 0.84, -0.34, 1.02, -0.1, 0.98])
  pen.soft('#e0c07c', [0, 0.8, 0.3, 0.84, 0.34, 1.02, 0.1, 0.98])
}

const clock = (pen: Pen): void => {
  pen.oval('#6e4f38', 0, 0.5, 0.5, 0.5)
  pen.oval(porcelain, 0, 0.5, 0.42, 0.42, { shade: 0.4 })
  for (let hour = 0; hour < 12; hour += 1) {
    const angle = (hour / 12) * Math.PI * 2
    pen.line('#3a3330', 0.02, [
      Math.sin(angle) * 0.34,
      0.5 + Math.cos(angle) * 0.34,
      Math.sin(angle) * 0.39,
      0.5 + Math.cos(angle) * 0.39,
    ])
  }
  const hand = (turn: number, long: number, width: number): void =>
    pen.line('#2c2724', width, [0, 0.5, Math.sin(turn) * long, 0.5 + Math.cos(turn) * long])
  hand(1.0 + pen.time * 0.002, 0.22, 0.035)
  hand(-0.5 + pen.time * 0.02, 0.32, 0.025)
  hand((Math.floor(pen.time) / 60) * Math.PI * 2, 0.35, 0.01)
}

const camera = (pen: Pen): void => {
  pen.box('#2b2c31', -0.66, 0.06, 0.66, 0.82)
  pen.box('#8d9197', -0.66, 0.64, 0.66, 0.82)
  pen.hard('#2b2c31', [-0.24, 0.82, 0.24, 0.82, 0.16, 0.98, -0.16, 0.98])
  pen.oval('#47494f', 0, 0.4, 0.34, 0.34)
  pen.oval('#101319', 0, 0.4, 0.25, 0.25)
  pen.oval('#4f6f9a', -0.06, 0.46, 0.1, 0.1, { outline: false })
}

const letter = (pen: Pen): void => {
  pen.box('#eee5d0', -0.72, 0, 0.72, 1)
  pen.line('#b9a988', 0.025, [-0.72, 1, 0, 0.42, 0.72, 1])
  pen.oval('#9c3430', 0, 0.44, 0.1, 0.1)
}

const key = (pen: Pen): void => {
  const brass = '#c49c4a'
  pen.line(brass, 0.1, [0, 0.02, 0, 0.62])
  pen.line(brass, 0.1, [0, 0.06, 0.2, 0.06])
  pen.line(brass, 0.09, [0, 0.22, 0.16, 0.22])
  pen.oval(brass, 0, 0.8, 0.22, 0.2)
  pen.oval('#4c3c20', 0, 0.82, 0.1, 0.09, { outline: false })
}

const shoe = (pen: Pen, colour: Rgb | null): void => {
  const tone = colour ?? readColour('#c0483c')
  pen.soft(
    tone,
    [
      -0.95, 0.2, -0.98, 0.66, -0.86, 0.98, -0.5, 0.94, -0.3, 0.72, 0.2, 0.56, 0.7, 0.46, 1.02,
      0.34, 1.08, 0.18, 0, 0.14,
    ],
  )
  pen.soft('#f0ece2', [-1, 0.02, -1.02, 0.2, 0, 0.22, 1.08, 0.22, 1.12, 0.06, 0.9, 0, -0.8, 0])
  pen.soft(shift(tone, -0.35), [-0.84, 0.94, -0.52, 0.9, -0.42, 0.8, -0.78, 0.82])
  for (const x of [-0.32, -0.14, 0.04])
    pen.line('#f4f0e8', 0.05, [x - 0.03, 0.78 - (x + 0.32) * 0.5, x + 0.12, 0.6 - (x + 0.32) * 0.4])
  pen.soft('#f0ece2', [-0.5, 0.32, -0.1, 0.3, 0.24, 0.46, 0, 0.44], { outline: false, alpha: 0.85 })
}

const watch = (pen: Pen, colour: Rgb | null): void => {
  const strap = colour ?? readColour('#5a3c2a')
  pen.tube(strap, [0, 0, 0.16, 0, 0.2, 0.18, 0, 0.3, 0.2])
  pen.tube(strap, [0, 0.7, 0.2, 0, 0.8, 0.18, 0, 1, 0.15])
  pen.oval('#b8bcc2', 0, 0.5, 0.3, 0.3)
  pen.oval('#1c2230', 0, 0.5, 0.24, 0.24, { shade: 0.5 })
  for (let hour = 0; hour < 12; hour += 1)
    pen.oval(
      '#e8e4d8',
      Math.sin((hour / 6) * Math.PI) * 0.2,
      0.5 + Math.cos((hour / 6) * Math.PI) * 0.2,
      0.012,
      0.012,
      { shade: 0, outline: false },
    )
  const second = (pen.time / 60) * Math.PI * 2 * 5
  pen.line('#f0ece2', 0.022, [0, 0.5, -0.1, 0.58])
  pen.line('#f0ece2', 0.016, [0, 0.5, 0.08, 0.66])
  pen.line('#d0584a', 0.008, [0, 0.5, Math.sin(second) * 0.19, 0.5 + Math.cos(second) * 0.19])
  pen.line('#ffffff', 0.02, [-0.17, 0.6, -0.05, 0.69], 0.4)
}

const productBox = (pen: Pen, colour: Rgb | null): void => {
  const tone = colour ?? readColour('#3f6a8c')
  pen.hard(shift(tone, -0.3), [0.3, 0, 0.5, 0.1, 0.5, 1.02, 0.3, 0.94])
  pen.box(tone, -0.42, 0, 0.3, 0.94)
  pen.hard(shift(tone, 0.2), [-0.42, 0.94, 0.3, 0.94, 0.5, 1.02, -0.2, 1.02])
  pen.oval('#f2ece0', -0.06, 0.58, 0.2, 0.2, { shade: 0.4 })
  pen.box('#f2ece0', -0.28, 0.18, 0.16, 0.24, { outline: false })
}

const flowers = (pen: Pen, colour: Rgb | null): void => {
  const tones = colour
    ? [colour, shift(colour, 0.25), shift(colour, -0.15)]
    : [readColour('#c8647a'), readColour('#e0b050'), readColour('#9478b4')]
  const sway = Math.sin(pen.time * 1.4) * 0.025
  for (const [index, x] of [-0.26, -0.12, 0.02, 0.16, 0.28].entries()) {
    const top = 0.68 + ((index * 7) % 5) * 0.06
    pen.line('#55784c', 0.03, [x * 0.3, 0, x * 0.7, top * 0.5, x + sway, top])
    pen.soft('#5f8554', [
      x * 0.6,
      top * 0.42,
      x * 0.6 + 0.14,
      top * 0.62,
      x * 0.6 + 0.02,
      top * 0.58,
    ])
    const tone = tones[index % tones.length] ?? porcelain
    for (let petal = 0; petal < 6; petal += 1)
      pen.oval(tone, x + sway + Math.sin(petal) * 0.07, top + Math.cos(petal) * 0.07, 0.06, 0.06, {
        outline: petal % 2 === 0,
      })
    pen.oval('#e8c860', x + sway, top, 0.04, 0.04, { outline: false })
  }
}

const ball = (pen: Pen, colour: Rgb | null): void => {
  pen.oval(colour ?? porcelain, 0, 0.5, 0.5, 0.5)
  const turn = pen.time * 2
  for (let patch = 0; patch < 4; patch += 1) {
    const angle = turn + patch * 1.57
    pen.oval(
      colour ? shift(colour, 0.35) : '#2e3036',
      Math.sin(angle) * 0.28,
      0.5 + Math.cos(angle) * 0.28,
      0.12,
      0.12,
      { outline: false },
    )
  }
}

const balloon = (pen: Pen, colour: Rgb | null): void => {
  const tone = colour ?? readColour('#c04a44')
  const sway = Math.sin(pen.time * 0.9) * 0.05
  pen.line('#8a8078', 0.012, [0, 0, sway * 0.6 + 0.03, 0.25, sway, 0.52])
  pen.soft(tone, [
    sway,
    0.52,
    sway - 0.2,
    0.7,
    sway - 0.19,
    0.9,
    sway,
    1,
    sway + 0.19,
    0.9,
    sway + 0.2,
    0.7,
  ])
  pen.oval('#ffffff', sway - 0.08, 0.86, 0.035, 0.06, { alpha: 0.5, shade: 0, outline: false })
}

const umbrella = (pen: Pen, colour: Rgb | null): void => {
  const tone = colour ?? readColour('#a03c3c')
  pen.line('#3a3230', 0.025, [0.04, 0, 0, 0.04, 0, 0.9])
  pen.soft(
    tone,
    [
      -0.62, 0.62, -0.42, 0.86, 0, 1, 0.42, 0.86, 0.62, 0.62, 0.42, 0.67, 0.2, 0.61, 0, 0.66, -0.2,
      0.61, -0.42, 0.67,
    ],
  )
  for (const x of [-0.2, 0.2])
    pen.line(shift(tone, -0.35), 0.012, [0, 0.99, x * 0.8, 0.85, x, 0.62], 0.7)
}

const suitcase = (pen: Pen, colour: Rgb | null): void => {
  const tone = colour ?? readColour('#7a5238')
  pen.line(shift(tone, -0.4), 0.05, [-0.16, 0.84, -0.14, 0.98, 0.14, 0.98, 0.16, 0.84])
  pen.soft(
    tone,
    [-0.66, 0.02, -0.68, 0.42, -0.62, 0.84, 0, 0.86, 0.62, 0.84, 0.68, 0.42, 0.66, 0.02, 0, 0],
  )
  for (const x of [-0.38, 0.38]) pen.box(shift(tone, -0.3), x - 0.05, 0.01, x + 0.05, 0.85)
}

const backpack = (pen: Pen, colour: Rgb | null): void => {
  const tone = colour ?? readColour('#5f6b4c')
  pen.soft(
    tone,
    [-0.36, 0.02, -0.4, 0.5, -0.32, 0.86, 0, 0.98, 0.32, 0.86, 0.4, 0.5, 0.36, 0.02, 0, 0],
  )
  pen.soft(shift(tone, -0.14), [-0.27, 0.06, -0.28, 0.34, 0, 0.42, 0.28, 0.34, 0.27, 0.06])
  pen.line(shift(tone, -0.4), 0.02, [-0.3, 0.62, 0, 0.66, 0.3, 0.62])
}

const sword = (pen: Pen): void => {
  pen.hard('#c4c9d0', [-0.025, 0.24, 0.025, 0.24, 0.02, 0.93, 0, 1, -0.02, 0.93])
  pen.box('#a9873f', -0.12, 0.2, 0.12, 0.24)
  pen.box('#4a3426', -0.02, 0.02, 0.02, 0.2)
  pen.oval('#a9873f', 0, 0.015, 0.03, 0.025)
}

/** Things that fit in hands or on a table. */
export const smallThings: readonly Thing[] = [
  thing('cup', /\b(?:cups?|mugs?|coffee|tea|espresso|latte|cocoa)\b/u, 0.1, {
    paint: cup,
    place: 'table',
    hold: 'middle',
    moves: true,
  }),
  thing('book', /\b(?:books?|diary|journal|novel|notebook)\b/u, 0.24, {
    paint: book,
    place: 'table',
    hold: 'middle',
  }),
  thing('bottle', /\b(?:bottles?|wine|beer|champagne|juice|soda|water bottle)\b/u, 0.3, {
    paint: bottle,
    place: 'table',
    hold: 'middle',
    wide: 0.34,
  }),
  thing('perfume', /\b(?:perfumes?|fragrance|cosmetics?|cream|serum|lotion)\b/u, 0.14, {
    paint: perfume,
    place: 'table',
    hold: 'middle',
    wide: 0.7,
  }),
  thing('phone', /\b(?:phones?|smartphones?|mobile|cell ?phone)\b/u, 0.15, {
    paint: phone,
    place: 'table',
    hold: 'foot',
    wide: 0.5,
  }),
  thing('laptop', /\b(?:laptops?|computers?|notebook computer|tablet)\b/u, 0.26, {
    paint: laptop,
    place: 'table',
    wide: 1.4,
  }),
  thing('lantern', /\blanterns?\b/u, 0.34, {
    paint: lantern,
    place: 'table',
    hold: 'top',
    moves: true,
    wide: 0.6,
  }),
  thing('candle', /\bcandles?\b/u, 0.22, {
    paint: candle,
    place: 'table',
    hold: 'foot',
    moves: true,
    wide: 0.5,
  }),
  thing('lamp', /\b(?:lamps?|desk ?lamp)\b/u, 0.48, { paint: lamp, place: 'table', wide: 0.6 }),
  thing('cake', /\b(?:cakes?|birthday cake|pie|tart)\b/u, 0.24, {
    paint: cake,
    place: 'table',
    hold: 'foot',
    moves: true,
    wide: 1.4,
  }),
  thing('gift', /\b(?:gifts?|presents?|parcel|package)\b/u, 0.26, {
    paint: gift,
    place: 'table',
    hold: 'foot',
    wide: 1.1,
  }),
  thing('clock', /\b(?:clocks?|alarm clock)\b/u, 0.3, {
    paint: clock,
    place: 'table',
    moves: true,
  }),
  thing('camera', /\b(?:cameras?|camcorder)\b/u, 0.11, {
    paint: camera,
    place: 'table',
    hold: 'middle',
    wide: 1.3,
  }),
  thing('letter', /\b(?:letters?|envelopes?|note|postcard|map)\b/u, 0.14, {
    paint: letter,
    place: 'table',
    hold: 'middle',
    wide: 1.4,
  }),
  thing('key', /\bkeys?\b/u, 0.12, { paint: key, place: 'table', hold: 'middle', wide: 0.5 }),
  thing('shoe', /\b(?:shoes?|sneakers?|boots?|trainers?)\b/u, 0.14, {
    paint: shoe,
    place: 'table',
    hold: 'middle',
    wide: 2.1,
  }),
  thing('watch', /\b(?:watch|watches|wristwatch|smartwatch)\b/u, 0.2, {
    paint: watch,
    place: 'table',
    hold: 'middle',
    wide: 0.6,
    moves: true,
  }),
  thing('product', /\b(?:products?|boxes|box|package|pack|can)\b/u, 0.26, {
    paint: productBox,
    place: 'table',
    hold: 'foot',
    wide: 0.9,
  }),
  thing(
    'flower',
    /\b(?:flowers?|roses?|bouquet|tulips?|daisy|daisies|sunflowers?|blossoms?)\b/u,
    0.42,
    { paint: flowers, place: 'table', hold: 'foot', moves: true, wide: 0.7 },
  ),
  thing('ball', /\b(?:balls?|football|basketball|soccer ball)\b/u, 0.24, {
    paint: ball,
    hold: 'foot',
  }),
  thing('balloon', /\bballoons?\b/u, 1.1, {
    paint: balloon,
    place: 'air',
    hold: 'foot',
    moves: true,
    wide: 0.5,
  }),
  thing('umbrella', /\b(?:umbrellas?|parasol)\b/u, 0.95, {
    paint: umbrella,
    hold: 'foot',
    wide: 1.3,
  }),
  thing('suitcase', /\b(?:suitcases?|luggage|briefcase|trunk|bag)\b/u, 0.5, {
    paint: suitcase,
    hold: 'top',
    wide: 1.3,
  }),
  thing('backpack', /\b(?:backpacks?|rucksack)\b/u, 0.5, { paint: backpack, wide: 0.8 }),
  thing('sword', /\bswords?\b/u, 1.0, { paint: sword, hold: 'foot', wide: 0.25 }),
]
