import type { Light, Look, Paint } from '../stage-types.ts'
import type { Actor } from './actor.ts'
import { type Brush, makeBrush } from './brush/brush.ts'
import { type Rgb, readColour, shift } from './brush/colour.ts'
import { makeDice } from './brush/dice.ts'
import type { Frame } from './framing.ts'

/** What stands upright behind those who climb it. */
export type Face = 'rock' | 'wall' | 'fence'

const faces: readonly (readonly [Face, RegExp])[] = [
  ['fence', /\bfences?$/u],
  ['wall', /\bwalls?$/u],
  ['rock', /\b(?:cliffs?|rock faces?)$/u],
]

/** The face that somebody of a picture climbs; null where nobody does. */
export const faceBehind = (actors: readonly Actor[]): Face | null => {
  const words = actors.flatMap(({ kind, action }) =>
    kind === 'person' && action.kind === 'climb' ? [action.word ?? ''] : [],
  )
  return faces.find(([, pattern]) => words.some((word) => pattern.test(word)))?.[0] ?? null
}

interface FaceRequest {
  readonly face: Face
  readonly frame: Frame
  readonly light: Light
  readonly look: Look
  readonly seed: number
}

/** From one side of the picture to beyond the other, shares of the width, so that the place stays in sight. */
const [left, right] = [0.16, 1.25] as const

/** A fence is this high, adult heights; walls and rocks go on beyond the picture. */
const fenceHigh = 1.3

/** Paints the wall, the fence or the bare rock that people climb. */
export const paintFace = (context: Paint, request: FaceRequest): void => {
  const brush = makeBrush(context, request.light, request.look, 1)
  if (request.face === 'fence') paintBoards(brush, request)
  else paintStones(brush, request)
}

const paintBoards = (brush: Brush, { frame, seed }: FaceRequest): void => {
  const wood = readColour('#8a6a48')
  const dice = makeDice(seed ^ 0x77)
  const wide = frame.adult * 0.1
  const top = frame.ground - frame.adult * fenceHigh
  for (let x = left * frame.width; x < right * frame.width; x += wide)
    brush.block(
      [
        { x, y: frame.ground + frame.adult * 0.02 },
        { x, y: top },
        { x: x + wide / 2, y: top - wide * 0.4 },
        { x: x + wide * 0.94, y: top },
        { x: x + wide * 0.94, y: frame.ground + frame.adult * 0.02 },
      ],
      shift(wood, (dice.roll() - 0.5) * 0.12),
      { shade: 0.4 },
    )
}

/** Courses of stones, even in a wall and broken in a rock. */
const paintStones = (brush: Brush, { frame, seed, face }: FaceRequest): void => {
  const isRock = face === 'rock'
  const base = readColour(isRock ? '#8c8177' : '#a2968a')
  const dice = makeDice(seed ^ 0x5d1)
  const [wide, tall] = isRock ? [0.34, 0.26] : [0.24, 0.11]
  const unit = frame.tight ? frame.height * 0.75 : frame.adult
  const [stoneWide, stoneTall] = [wide * unit, tall * unit]
  const low = frame.tight ? frame.height * 1.25 : frame.ground + frame.adult * 0.03
  const off = (much: number): number => (dice.roll() - 0.5) * (isRock ? much : much * 0.12)
  const count = Math.ceil((low + frame.height * 0.3) / stoneTall)
  const edgeAt = (row: number): number =>
    left * frame.width + (isRock ? Math.sin(row * 1.7 + seed) * 0.18 * unit : 0)
  for (let row = count; row >= 0; row -= 1) {
    const y = low - row * stoneTall
    const from = edgeAt(row)
    slab(brush, shift(base, -0.18), [from, y, right * frame.width, stoneTall * 1.05])
    for (let x = from + (row % 2) * stoneWide * 0.4; x < right * frame.width; x += stoneWide) {
      const [a, b] = [off(stoneWide * 0.6), off(stoneTall * 0.8)]
      brush.block(
        [
          { x: x + a, y: y + b },
          { x: x + stoneWide * 0.95 + off(stoneWide * 0.5), y: y + off(stoneTall * 0.7) },
          { x: x + stoneWide * 0.98 + off(stoneWide * 0.4), y: y - stoneTall * 0.95 },
          { x: x + stoneWide * 0.4, y: y - stoneTall * 0.96 + off(stoneTall * 0.9) },
          { x: x + off(stoneWide * 0.4), y: y - stoneTall * 0.9 },
        ],
        shift(base, (dice.roll() - 0.5) * (isRock ? 0.22 : 0.12)),
        { shade: isRock ? 0.9 : 0.5 },
      )
    }
  }
}

const slab = (
  brush: Brush,
  colour: Rgb,
  [from, low, to, tall]: readonly [from: number, low: number, to: number, tall: number],
): void =>
  brush.block(
    [
      { x: from, y: low },
      { x: to, y: low },
      { x: to, y: low - tall },
      { x: from, y: low - tall },
    ],
    colour,
    { shade: 0, outline: false },
  )
