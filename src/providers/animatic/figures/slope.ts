import type { Light, Look, Paint } from '../stage-types.ts'
import type { Actor } from './actor.ts'
import { type Brush, makeBrush } from './brush/brush.ts'
import { type Rgb, readColour, shift } from './brush/colour.ts'
import { makeDice } from './brush/dice.ts'
import type { Point } from './brush/geometry.ts'
import { type Frame, riseAt } from './framing.ts'

/** Ground that rises across a picture, under those who climb it. */
export interface Slope {
  /** Which way it rises, −1 to the left, 1 to the right. */
  readonly way: -1 | 1
  readonly kind: SlopeKind
}

type SlopeKind = 'stairs' | 'rock' | 'grass' | 'sand' | 'snow'

// The first that matches is meant: what is climbed is named before where that is.
const kinds: readonly (readonly [SlopeKind, RegExp])[] = [
  ['stairs', /\b(?:stairs?|staircases?|stairways?|steps|tower|lighthouse|pyramid|temple)\b/u],
  ['sand', /\b(?:dunes?|sand)\b/u],
  ['snow', /\b(?:snow[a-z]*|ice|icy|glaciers?|himalayas?|everest|arctic)\b/u],
  ['grass', /\b(?:hill(?:s|side|top)?|meadows?|slopes?|banks?|grass[a-z]*)\b/u],
  ['rock', /\b(?:mountains?|cliffs?|rocks?|rocky|peaks?|summits?|volcano|canyon|boulders?)\b/u],
  ['sand', /\b(?:desert|beach)\b/u],
  ['grass', /\b(?:park|garden|field|village|forest|wood|farm)\b/u],
]

/** What those who climb a picture's ground go up; null where nobody does. */
export const slopeUnder = (
  actors: readonly Actor[],
  { place, indoors }: { readonly place: string; readonly indoors: boolean },
): Slope | null => {
  const climber = actors.find(({ kind, action }) => kind === 'person' && action.kind === 'ascend')
  if (!climber) return null
  const way = climber.company?.way ?? (climber.yaw < 0 ? -1 : 1)
  const named = `${climber.actionText} ${place.toLowerCase()}`
  const kind = kinds.find(([, pattern]) => pattern.test(named))?.[0] ?? 'rock'
  return { way, kind: indoors ? 'stairs' : kind }
}

interface SlopeRequest {
  readonly slope: Slope
  readonly frame: Frame
  readonly light: Light
  readonly look: Look
  readonly seed: number
}

const grounds: Readonly<Record<SlopeKind, string>> = {
  stairs: '#a39a8c',
  rock: '#8a8078',
  grass: '#6f8a48',
  sand: '#d0a86c',
  snow: '#dfe6ee',
}

/** Paints the ground that people climb, from their feet down; seen close, it rises behind them. */
export const paintSlope = (context: Paint, request: SlopeRequest): void => {
  const { light, look, slope } = request
  const brush = makeBrush(context, light, look, 1)
  if (slope.kind === 'stairs') paintStairs(brush, request)
  else paintHillside(brush, request, readColour(grounds[slope.kind]))
}

/** How high the ground is somewhere across the picture, pixels from its top. */
const topAt = (request: SlopeRequest, x: number): number => {
  const { frame, slope } = request
  const behind = slope.kind === 'stairs' ? 0.02 : farther
  const level = frame.tight ? frame.height * 0.66 : frame.ground - frame.adult * behind
  return level - riseAt({ ...frame, slope: slope.way }, x)
}

/** Of the ground there is some behind those who climb it, adult heights on the picture. */
const farther = 0.08

/** Beyond the edges, for the camera's moves, shares of the width and of the height. */
const beyond = 0.25

const paintStairs = (brush: Brush, request: SlopeRequest): void => {
  const { frame, slope } = request
  const stone = readColour(grounds.stairs)
  const run = frame.adult * 0.2
  const count = Math.ceil((frame.width * (1 + 2 * beyond)) / run)
  const low = frame.height * (1 + beyond)
  for (let step = 0; step < count; step += 1) {
    const from = -frame.width * beyond + step * run
    const y = topAt(request, from + run / 2)
    const side = slope.way > 0 ? from : from + run
    brush.block(
      [
        { x: from, y },
        { x: from + run + 1, y },
        { x: from + run + 1, y: low },
        { x: from, y: low },
      ],
      shift(stone, -0.16),
      { shade: 0.25, outline: false },
    )
    const tread = frame.adult * 0.022
    brush.block(
      [
        { x: from - run * 0.05, y: y - tread * 0.4 },
        { x: from + run * 1.05, y: y - tread * 0.4 },
        { x: from + run * 1.05, y: y + tread },
        { x: from - run * 0.05, y: y + tread },
      ],
      shift(stone, 0.16),
      { shade: 0.3 },
    )
    brush.stroke(
      [
        { x: side, y: y + tread },
        { x: side, y: y + run * 0.4 + tread },
      ],
      Math.max(1, frame.adult * 0.008),
      brush.tone(shift(stone, -0.45)),
      0.6,
    )
  }
}

const paintHillside = (brush: Brush, request: SlopeRequest, colour: Rgb): void => {
  const { frame, slope, seed } = request
  const { width, height } = frame
  const dice = makeDice(seed ^ 0x2f17)
  const rough = slope.kind === 'rock' ? 0.035 : slope.kind === 'grass' ? 0.012 : 0.006
  const bumps = Array.from({ length: 40 }, () => dice.roll() - 0.5)
  const edge = (sink: number, scale: number): Point[] =>
    bumps.map((bump, index) => {
      const x = width * (-beyond + ((1 + 2 * beyond) * index) / (bumps.length - 1))
      return { x, y: topAt(request, x) + height * sink + bump * rough * scale * frame.adult }
    })
  const low = height * (1 + beyond)
  const body = (sink: number, scale: number, tone: number): void => {
    const top = edge(sink, scale)
    brush.block(
      [...top, { x: width * (1 + beyond), y: low }, { x: -width * beyond, y: low }],
      shift(colour, tone),
      { shade: 0.45, outline: sink === 0 },
    )
  }
  body(0, 1, 0.06)
  body(0.07, 2.2, -0.06)
  body(0.17, 2.8, -0.16)
  body(0.3, 3, -0.26)
  strewn(brush, request, colour, dice.roll)
}

/** Stones on rock, tufts on grass, ripples in sand and snow. */
const strewn = (brush: Brush, request: SlopeRequest, colour: Rgb, roll: () => number): void => {
  const { frame, slope } = request
  const unit = frame.tight ? frame.height * 0.5 : frame.adult
  for (let one = 0; one < 60; one += 1) {
    const x = frame.width * (-beyond + (1 + 2 * beyond) * roll())
    const down = roll() ** 1.5
    const y = topAt(request, x) + frame.height * 0.4 * down + unit * 0.01
    const size = unit * (0.02 + 0.05 * roll()) * (0.7 + down)
    const tone = (roll() - 0.5) * 0.2
    if (slope.kind === 'rock') {
      brush.block(
        [
          { x: x - size, y: y + size * 0.3 },
          { x: x - size * 0.6, y: y - size * 0.5 },
          { x: x + size * 0.2, y: y - size * 0.7 },
          { x: x + size, y: y - size * 0.1 },
          { x: x + size * 0.8, y: y + size * 0.4 },
        ],
        shift(colour, tone),
      )
    } else if (slope.kind === 'grass') {
      for (const lean of [-0.6, -0.1, 0.5])
        brush.stroke(
          [
            { x, y },
            { x: x + lean * size * 0.6, y: y - size },
          ],
          Math.max(1, size * 0.14),
          brush.tone(shift(colour, tone + 0.08)),
        )
    } else
      brush.stroke(
        [-1.6, 0, 1.6].map((along) => ({
          x: x + along * size,
          y: y - slope.way * 0.4 * along * size - (along === 0 ? size * 0.12 : 0),
        })),
        Math.max(1, size * 0.1),
        brush.tone(shift(colour, -0.1)),
        0.5,
      )
  }
}
