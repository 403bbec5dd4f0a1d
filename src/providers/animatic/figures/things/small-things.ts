import { type Rgb, readColour, shift } from '../brush/colour.ts'
import { camera, key, laptop, phone } from './hand-things.ts'
import {
  cake,
  candle,
  clock,
  coffeeMachine,
  cup,
  gift,
  lamp,
  lantern,
  perfume,
} from './table-things.ts'
import { type Pen, porcelain, type Thing, thing } from './thing.ts'

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

/** Things that fit in hands or on a table. */
export const smallThings: readonly Thing[] = [
  thing(
    'coffee machine',
    /\b(?:coffee[- ]?(?:makers?|machines?)|coffeemakers?|espresso (?:machines?|makers?)|percolators?)\b/u,
    0.4,
    { paint: coffeeMachine, place: 'table', moves: true, wide: 0.82 },
  ),
  thing('cup', /\b(?:cups?|mugs?|coffee|tea|espresso|latte|cocoa)\b/u, 0.1, {
    paint: cup,
    place: 'table',
    hold: 'middle',
    moves: true,
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
  thing('laptop', /\b(?:laptops?|computers?|notebook computer)\b/u, 0.26, {
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
  thing('key', /(?<!piano )\bkeys?\b/u, 0.12, {
    paint: key,
    place: 'table',
    hold: 'middle',
    wide: 0.5,
  }),
  thing(
    'flower',
    /\b(?:flowers?|roses?(?! gold)|bouquet|tulips?|daisy|daisies|sunflowers?|blossoms?)\b/u,
    0.42,
    { paint: flowers, place: 'table', hold: 'foot', moves: true, wide: 0.7 },
  ),
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
]
