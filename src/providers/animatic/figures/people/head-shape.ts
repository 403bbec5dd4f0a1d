import { blend, clamp, type Point } from '../brush/geometry.ts'
import type { Appearance } from './appearance.ts'

/** A place on a head: turn from the nose to its own left (radians), height (-0.5 chin … 0.5 crown), push outwards. */
export interface Spot {
  readonly turn: number
  readonly height: number
  /** 1 is the skin. */
  readonly out?: number
}

/** A head turned some way, in pixels round its own middle. */
export interface HeadShape {
  /** Pixels from chin to crown. */
  readonly size: number
  /** Turn to the right of the picture, radians; 0 looks at the viewer. */
  readonly yaw: number
  readonly at: (spot: Spot) => Point
  /** How squarely a spot faces the viewer, -1…1. */
  readonly facing: (turn: number) => number
  /** The outline from chin up one side, over the crown and down the other, `out` times as wide. */
  readonly outline: (out: number, from?: number) => readonly Point[]
}

interface Level {
  readonly height: number
  readonly half: number
  readonly front: number
  readonly back: number
}

const level = (height: number, half: number, front: number, back: number): Level => ({
  height,
  half,
  front,
  back,
})

const skull: readonly Level[] = [
  level(-0.5, 0.085, 0.3, 0.0),
  level(-0.46, 0.165, 0.355, 0.02),
  level(-0.38, 0.228, 0.37, 0.06),
  level(-0.27, 0.283, 0.365, 0.12),
  level(-0.12, 0.318, 0.372, 0.28),
  level(0.02, 0.335, 0.362, 0.4),
  level(0.16, 0.342, 0.375, 0.43),
  level(0.28, 0.33, 0.355, 0.43),
  level(0.39, 0.275, 0.285, 0.36),
  level(0.46, 0.18, 0.18, 0.24),
  level(0.5, 0.06, 0.05, 0.08),
]

const levelAt = (height: number): Level => {
  const last = skull.at(-1) ?? level(0.5, 0, 0, 0)
  const index = skull.findIndex((one) => one.height >= height)
  const above = index < 0 ? last : (skull[index] ?? last)
  const below = skull[Math.max(0, (index < 0 ? skull.length : index) - 1)] ?? above
  const range = above.height - below.height
  const share = range > 0 ? Math.max(0, Math.min(1, (height - below.height) / range)) : 0
  return level(
    height,
    blend(below.half, above.half, share),
    blend(below.front, above.front, share),
    blend(below.back, above.back, share),
  )
}

/** How wide a head is at the crown, the jaw and the chin, against the skull above. */
const faceOf = ({ age, sex }: Appearance): { crown: number; jaw: number; chin: number } => {
  if (age === 'child') return { crown: 1.08, jaw: 1.1, chin: 0.98 }
  if (sex === 'woman') return { crown: 1, jaw: 0.91, chin: 0.86 }
  return age === 'old' ? { crown: 1, jaw: 1.06, chin: 1.3 } : { crown: 1, jaw: 1.07, chin: 1.32 }
}

/** A head of one person, turned and nodding (radians, down is positive). */
export const makeHead = (
  appearance: Appearance,
  size: number,
  yaw: number,
  pitch: number,
): HeadShape => {
  const face = faceOf(appearance)
  const width = (height: number): number => {
    const share = clamp((-0.02 - height) / 0.18)
    const chin = clamp((-0.24 - height) / 0.14)
    const below = blend(face.jaw, face.chin, chin)
    return blend(face.crown, below, share) * (0.9 + appearance.girth * 0.1)
  }
  const [sine, cosine] = [Math.sin(yaw), Math.cos(yaw)]
  const nod = pitch * cosine * 0.36
  const at = ({ turn, height, out = 1 }: Spot): Point => {
    const here = levelAt(height)
    const deep = Math.cos(turn) >= 0 ? here.front : here.back
    const x =
      (here.half * width(height) * Math.sin(turn) * cosine + deep * Math.cos(turn) * sine) * out
    const depth = (deep * Math.cos(turn) * cosine - here.half * Math.sin(turn) * sine) / 0.37
    return { x: x * size, y: (-height + nod * depth) * size }
  }
  const side = (height: number, way: number, out: number): Point => {
    const here = levelAt(height)
    const deep = sine * way >= 0 ? here.front : here.back
    const reach = Math.hypot(deep * sine, here.half * width(height) * cosine)
    return {
      x: way * reach * size * out,
      y: (-height * (1 + (out - 1) * 0.8) + (height < 0 ? nod * 0.35 : 0)) * size,
    }
  }
  return {
    size,
    yaw,
    at,
    facing: (turn) => Math.cos(turn + yaw),
    outline: (out, from = -0.5) => {
      const levels = skull.filter(({ height }) => height >= from).map(({ height }) => height)
      const right = levels.map((height) => side(height, 1, out))
      const left = levels.map((height) => side(height, -1, out)).toReversed()
      return [...right, ...left]
    },
  }
}
