import type { Light, Look, Paint } from '../../stage-types.ts'
import { makeBrush } from '../brush/brush.ts'
import { type Rgb, readColour, rgb, shift } from '../brush/colour.ts'
import type { Frame } from '../framing.ts'
import { arc, gleam } from './strokes.ts'
import { type Pen, type Thing, thing } from './thing.ts'
import { paintDriver } from './vehicle-things.ts'

const glass = readColour('#5f7f96')
const dark = readColour('#26282c')

const wheel = (pen: Pen, x: number, radius: number): void => {
  pen.oval(dark, x, radius, radius, radius)
  pen.oval('#9aa0a6', x, radius, radius * 0.55, radius * 0.55)
  const turn = pen.road.rolled / radius
  for (let spoke = 0; spoke < 3; spoke += 1) {
    const angle = turn + (spoke / 3) * Math.PI
    const [dx, dy] = [Math.sin(angle) * radius * 0.5, Math.cos(angle) * radius * 0.5]
    pen.line('#5a5e64', 0.014, [x - dx, radius - dy, x + dx, radius + dy])
  }
}

/** A window, warm with light when it is dark outside. */
const pane = (
  pen: Pen,
  [left, right]: readonly [number, number],
  [low, high]: readonly [number, number],
): void => {
  const lit = pen.brush.light.level < 0.62
  const tone = lit ? readColour('#ffdf9c') : glass
  pen.box(tone, left, low, right, high, { shade: lit ? 0.2 : 0.5, glows: lit })
}

const headlight = (pen: Pen, x: number, y: number): void => {
  pen.oval('#fff0c4', x, y, 0.035, 0.045, { glows: true, shade: 0, outline: false })
  pen.glow('#ffe6ac', x + 0.05, y, 0.4, 0.34)
}

const bus = (pen: Pen, colour: Rgb | null): void => {
  const tone = colour ?? readColour('#b83f35')
  pen.soft(tone, [
    ...[-1.62, 0.14, -1.66, 0.6, -1.6, 0.96, -1.5, 1, 0, 1.01, 1.5, 1, 1.6, 0.94],
    ...[1.67, 0.55, 1.64, 0.14, 0, 0.12],
  ])
  pen.box(shift(tone, 0.55), -1.6, 0.4, 1.62, 0.45, { outline: false })
  pen.box(shift(tone, -0.35), -1.62, 0.13, 1.63, 0.2, { outline: false })
  for (let seat = 0; seat < 6; seat += 1) {
    const left = -1.5 + seat * 0.42
    pane(pen, [left, left + 0.37], [0.52, 0.86])
  }
  pen.box(shift(tone, -0.2), 1.03, 0.17, 1.36, 0.9)
  for (const left of [1.05, 1.21]) pane(pen, [left, left + 0.13], [0.24, 0.86])
  pen.hard(glass, [1.44, 0.5, 1.64, 0.5, 1.6, 0.88, 1.44, 0.88], { shade: 0.4 })
  if (pen.road.driver) paintDriver(pen, pen.road.driver, { x: 1.5, y: 0.5, size: 0.9 })
  gleam(pen, [-1.44, 0.82, -1.2, 0.56], 0.4, 0.03)
  gleam(pen, [-0.18, 0.82, 0.02, 0.56], 0.35, 0.025)
  for (const x of [-1.02, 0.86]) {
    pen.line(shift(tone, -0.5), 0.04, arc([x, 0.17], [0.2, 0.2]))
    wheel(pen, x, 0.16)
  }
  headlight(pen, 1.62, 0.3)
  pen.oval('#c0392f', -1.64, 0.34, 0.02, 0.05, { glows: true, shade: 0 })
}

/** A carriage between two places, with its windows, doors and bogies. */
const carriage = (pen: Pen, tone: Rgb, [left, right]: readonly [number, number]): void => {
  pen.box(shift(dark, 0.06), left + 0.1, 0.1, right - 0.1, 0.24, { outline: false })
  for (const x of [left + 0.4, left + 0.7, right - 0.7, right - 0.4]) wheel(pen, x, 0.11)
  pen.box(shift(dark, 0.1), left + 0.06, 0.13, right - 0.06, 0.22, { outline: false })
  pen.box(tone, left, 0.2, right, 0.93)
  pen.hard(shift(tone, -0.3), [...[left, 0.91, left + 0.12, 0.99, right - 0.12, 0.99, right, 0.91]])
  pen.box(readColour('#e8e0cc'), left, 0.36, right, 0.41, { outline: false })
  for (const door of [left + 0.1, right - 0.42]) {
    pen.box(shift(tone, 0.12), door, 0.22, door + 0.32, 0.88)
    pane(pen, [door + 0.06, door + 0.26], [0.52, 0.82])
  }
  for (let x = left + 0.52; x < right - 0.78; x += 0.4) pane(pen, [x, x + 0.32], [0.52, 0.8])
}

const train = (pen: Pen, colour: Rgb | null): void => {
  const tone = colour ?? readColour('#2f5f78')
  for (const [left, right] of [
    [-3.9, -0.75],
    [-0.68, 2.47],
  ] as const)
    carriage(pen, tone, [left, right])
  pen.box(dark, -0.76, 0.2, -0.67, 0.88)
  pen.box(dark, 2.46, 0.2, 2.55, 0.88)
  for (const x of [2.9, 3.2, 3.5]) wheel(pen, x, 0.13)
  pen.box(shift(dark, 0.1), 2.6, 0.14, 3.88, 0.22, { outline: false })
  const nose = Array.from({ length: 9 }, (_, step) => {
    const angle = (step / 8) * (Math.PI / 2)
    return [3.16 + 0.78 * Math.sin(angle) ** 0.9, 0.34 + 0.63 * Math.cos(angle)]
  })
  pen.hard(tone, [2.54, 0.2, 2.54, 0.93, 2.62, 0.97, ...nose.flat(), 3.9, 0.2])
  pen.hard(shift(tone, -0.3), [2.54, 0.92, 2.64, 0.99, 3.2, 0.99, 3.46, 0.92])
  pen.hard(readColour('#e8e0cc'), [2.54, 0.36, 3.93, 0.36, 3.91, 0.41, 2.54, 0.41], {
    outline: false,
  })
  pen.hard(shift(glass, -0.5), [3.36, 0.58, 3.84, 0.58, 3.74, 0.72, 3.58, 0.84, 3.36, 0.86], {
    shade: 0.5,
  })
  pane(pen, [2.72, 3.14], [0.56, 0.82])
  headlight(pen, 3.87, 0.34)
}

const tram = (pen: Pen, colour: Rgb | null): void => {
  const tone = colour ?? readColour('#c9a83c')
  carriage(pen, tone, [-1.9, 1.7])
  pen.hard(tone, [1.68, 0.2, 1.98, 0.22, 2.0, 0.5, 1.88, 0.92, 1.68, 0.93])
  pen.hard(glass, [1.72, 0.5, 1.97, 0.5, 1.87, 0.86, 1.72, 0.86], { shade: 0.4 })
  pen.line(dark, 0.02, [-0.5, 1, -0.1, 1.16, -0.5, 1.3])
  pen.line(dark, 0.025, [-0.75, 1.3, -0.25, 1.3])
  headlight(pen, 1.98, 0.32)
}

/** What carries many people, on roads and on rails. */
export const transitThings: readonly Thing[] = [
  thing('bus', /\b(?:mini)?bus(?:es)?\b(?! ?(?:stop|station))/u, 3, {
    ...{ paint: bus, travels: true, driven: true, wide: 3.3 },
  }),
  thing('tram', /\b(?:trams?|trolleys?|streetcars?)\b(?! ?stop)/u, 3.3, {
    ...{ paint: tram, travels: true, wide: 4 },
  }),
  thing(
    'train',
    /(?<!\btoy |\bmodel |\bwooden )\b(?:trains?|locomotives?|subways?|metros?)\b(?! ?(?:station|tracks?|platform|ticket|set))/u,
    3.8,
    { paint: train, travels: true, wide: 7.9 },
  ),
]

/** The rails that a train runs on, right through the picture, on their bed or, a tram's, in the street. */
export const paintRails = (
  context: Paint,
  { frame, light, look }: { readonly frame: Frame; readonly light: Light; readonly look: Look },
  { y, size, bedded }: { readonly y: number; readonly size: number; readonly bedded: boolean },
): void => {
  const brush = makeBrush(context, light, look, 1)
  const [left, right] = [-frame.width * 0.25, frame.width * 1.25]
  const bed = rgb(112, 104, 94)
  if (bedded) {
    brush.block(
      [
        { x: left, y: y - size * 0.05 },
        { x: right, y: y - size * 0.05 },
        { x: right, y: y + size * 0.13 },
        { x: left, y: y + size * 0.13 },
      ],
      bed,
      { outline: false },
    )
    for (let x = left; x < right; x += size * 0.16)
      brush.block(
        [
          { x, y: y - size * 0.005 },
          { x: x + size * 0.075, y: y - size * 0.005 },
          { x: x + size * 0.07, y: y + size * 0.065 },
          { x: x - size * 0.01, y: y + size * 0.065 },
        ],
        shift(bed, -0.42),
        { outline: false, shade: 0 },
      )
  }
  for (const dy of [0.002, 0.05])
    brush.stroke(
      [
        { x: left, y: y + size * dy },
        { x: right, y: y + size * dy },
      ],
      Math.max(1, size * 0.02),
      brush.tone(rgb(164, 160, 154)),
    )
}
