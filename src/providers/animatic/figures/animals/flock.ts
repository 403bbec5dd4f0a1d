import type { Brush } from '../brush/brush.ts'
import { type Rgb, readColour, rgb, shift } from '../brush/colour.ts'
import type { Point } from '../brush/geometry.ts'
import { makePen } from '../things/thing.ts'

/** A bird or a fish in one instant; pixels. */
export interface SmallCreature {
  readonly brush: Brush
  readonly at: Point
  /** Pixels from beak or snout to tail. */
  readonly size: number
  /** -1 looks left, 1 right. */
  readonly way: number
  readonly time: number
  readonly seed: number
  readonly colour: Rgb
}

const birdTones: Readonly<Record<string, string>> = {
  gull: '#dfe1e2',
  seagull: '#dfe1e2',
  dove: '#e4e2de',
  swan: '#eceae4',
  crow: '#2a2a30',
  raven: '#26262c',
  eagle: '#5c4232',
  hawk: '#6e523c',
  owl: '#8a6c4c',
  pigeon: '#8b9098',
  duck: '#6c5a3e',
  parrot: '#4c8a52',
  heron: '#8d9aa4',
  sparrow: '#86684c',
  swallow: '#39435c',
  goose: '#a49c90',
}

/** The plumage a text names. */
export const plumage = (words: string): Rgb => {
  const lower = words.toLowerCase()
  const named = Object.keys(birdTones).find((word) => lower.includes(word))
  const white = lower.includes('white') ? '#e6e4de' : '#4c5260'
  return readColour((named ? birdTones[named] : undefined) ?? white)
}

/** A bird on the wing: the arm of the wing leads, the hand follows. */
export const paintFlyingBird = ({
  brush,
  at,
  size,
  way,
  time,
  seed,
  colour,
}: SmallCreature): void => {
  const pen = makePen(brush, at, size, time)
  const beat = time * 7 + seed * 1.7
  const rest = Math.sin(time * 0.7 + seed) > 0.5 ? 0.25 : 1
  // From the side a level wing is a line: also a gliding bird carries its wings raised.
  const arm = Math.sin(beat) * 0.6 * rest + 0.62
  const hand = Math.sin(beat - 0.9) * 0.7 * rest + 0.5
  const wing = (side: number, tone: Rgb): void => {
    const reach = side > 0 ? 1 : 0.86
    const elbow = { x: -side * 0.1, y: Math.sin(arm) * 0.55 * reach }
    const tip = { x: -0.16 - side * 0.16, y: elbow.y + Math.sin(hand) * 0.75 * reach }
    const spread = side * 0.34
    pen.soft(tone, [
      0.16 * way,
      0.05,
      (0.12 + spread * 0.4) * way,
      elbow.y + 0.03,
      (tip.x + spread) * way,
      tip.y,
      (-0.22 + spread * 0.4) * way,
      elbow.y - 0.05,
      -0.16 * way,
      0.0,
    ])
  }
  wing(-1, shift(colour, -0.22))
  pen.tube(
    colour,
    [
      -0.5 * way,
      0.0,
      0.02,
      -0.3 * way,
      0.01,
      0.05,
      0,
      0.02,
      0.1,
      0.28 * way,
      0.05,
      0.075,
      0.42 * way,
      0.07,
      0.05,
    ],
    false,
  )
  pen.soft(shift(colour, -0.1), [
    -0.34 * way,
    0.03,
    -0.64 * way,
    0.06,
    -0.62 * way,
    -0.05,
    -0.34 * way,
    -0.03,
  ])
  pen.soft('#c08a3c', [0.45 * way, 0.09, 0.55 * way, 0.06, 0.45 * way, 0.04], { outline: false })
  wing(1, shift(colour, 0.06))
}

/** A bird on its feet, looking about and pecking now and then. */
export const paintStandingBird = ({
  brush,
  at,
  size,
  way,
  time,
  seed,
  colour,
}: SmallCreature): void => {
  const peck = Math.max(0, Math.sin(time * 1.1 + seed)) ** 8
  const pen = makePen(brush, at, size, time)
  for (const x of [-0.04, 0.08]) pen.line('#8c6a3c', 0.025, [x * way, 0, x * way, 0.22])
  pen.soft(shift(colour, -0.15), [
    -0.2 * way,
    0.34,
    -0.6 * way,
    0.3,
    -0.58 * way,
    0.22,
    -0.2 * way,
    0.24,
  ])
  pen.soft(colour, [
    -0.3 * way,
    0.3,
    -0.16 * way,
    0.46,
    0.12 * way,
    0.5,
    0.28 * way,
    0.4,
    0.2 * way,
    0.22,
    0,
    0.16,
    -0.2 * way,
    0.2,
  ])
  pen.soft(shift(colour, -0.22), [
    -0.34 * way,
    0.26,
    -0.1 * way,
    0.44,
    0.1 * way,
    0.36,
    -0.06 * way,
    0.26,
  ])
  const [x, y] = [(0.28 + peck * 0.12) * way, 0.56 - peck * 0.4]
  pen.tube(colour, [0.16 * way, 0.4, 0.11, x, y, 0.095], false)
  pen.soft(
    '#c08a3c',
    [x + 0.07 * way, y + 0.03, x + 0.2 * way, y - 0.02, x + 0.07 * way, y - 0.03],
    { outline: false },
  )
  pen.oval(rgb(20, 16, 16), x + 0.035 * way, y + 0.025, 0.018, 0.018, { shade: 0, outline: false })
}

/** A fish that swims with its tail. */
export const paintFish = ({ brush, at, size, way, time, seed, colour }: SmallCreature): void => {
  const pen = makePen(brush, at, size, time)
  const beat = Math.sin(time * 5 + seed)
  pen.soft(shift(colour, -0.14), [
    -0.34 * way,
    0.02,
    -0.6 * way,
    0.18 + beat * 0.06,
    -0.52 * way,
    beat * 0.04,
    -0.6 * way,
    -0.16 + beat * 0.06,
  ])
  pen.soft(shift(colour, -0.1), [
    -0.1 * way,
    0.12,
    -0.06 * way,
    0.27,
    -0.22 * way,
    0.22,
    -0.26 * way,
    0.08,
  ])
  pen.soft(colour, [
    -0.42 * way,
    beat * 0.02,
    -0.16 * way,
    0.13,
    0.16 * way,
    0.16,
    0.42 * way,
    0.05,
    0.48 * way,
    0.0,
    0.4 * way,
    -0.06,
    0.12 * way,
    -0.15,
    -0.18 * way,
    -0.11,
  ])
  pen.soft(shift(colour, 0.3), [-0.3 * way, -0.03, 0, -0.1, 0.36 * way, -0.06, 0.1 * way, -0.13], {
    alpha: 0.7,
    outline: false,
  })
  pen.soft(
    shift(colour, -0.24),
    [0.12 * way, -0.02, -0.04 * way, -0.12 + beat * 0.03, 0.04 * way, 0.0],
    { outline: false },
  )
  pen.oval(rgb(240, 236, 224), 0.33 * way, 0.04, 0.032, 0.032, { shade: 0, outline: false })
  pen.oval(rgb(20, 18, 20), 0.335 * way, 0.04, 0.018, 0.018, { shade: 0, outline: false })
}
