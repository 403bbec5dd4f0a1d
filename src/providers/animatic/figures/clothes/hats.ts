import { type Rgb, readColour, shift } from '../brush/colour.ts'
import type { Point } from '../brush/geometry.ts'
import type { HeadShape } from '../people/head-shape.ts'
import type { Extra } from './extras.ts'
import type { HeadwearRequest } from './headwear.ts'

/** Paints one thing worn on the head. */
export type PaintHat = (request: HeadwearRequest, colour: Rgb) => void

/** The line across the seen side of a head at a height, from one edge to the other. */
export const band = (head: HeadShape, height: number, out: number): Point[] =>
  Array.from({ length: 13 }, (_, step) =>
    head.at({ turn: -head.yaw - Math.PI / 2 + (step / 12) * Math.PI, height, out }),
  )

/** The part of the head above a line, `out` times as wide and `raise` times as high. */
export const crown = (head: HeadShape, height: number, out: number, raise: number): Point[] => {
  const rim = band(head, height, out)
  const level = rim[0]?.y ?? 0
  const over = head.outline(out, height).filter(({ y }) => y < level - head.size * 0.02)
  const lifted = over.map(({ x, y }) => ({ x, y: level + (y - level) * raise }))
  const right = lifted.filter(({ x }) => x >= 0)
  const left = lifted.filter(({ x }) => x < 0)
  return [...rim, ...right, ...left]
}

interface Block {
  /** Heights of the foot and the top, shares of the head. */
  readonly low: number
  readonly high: number
  /** Width of the top against the foot. */
  readonly top: number
  /** How far the middle of the top is pinched in. */
  readonly dent: number
}

/** A blocked crown: straight walls, rounded edges, the top pinched or flat. */
const blocked = (head: HeadShape, { low, high, top, dent }: Block): Point[] => {
  const rim = band(head, low, 1.07)
  const [left, right] = [Math.min(...rim.map(({ x }) => x)), Math.max(...rim.map(({ x }) => x))]
  const [middle, half] = [(left + right) / 2, (right - left) / 2]
  const at = (across: number, up: number): Point => ({
    x: middle + half * across,
    y: -up * head.size,
  })
  return [
    ...rim,
    at(1, low + 0.06),
    at(top * 1.02, high - 0.1),
    at(top * 0.86, high - 0.01),
    at(top * 0.4, high),
    at(0, high - dent),
    at(-top * 0.4, high),
    at(-top * 0.86, high - 0.01),
    at(-top * 1.02, high - 0.1),
    at(-1, low + 0.06),
  ]
}

const brim = (
  { brush, head }: HeadwearRequest,
  colour: Rgb,
  {
    height,
    wide,
    deep = 0.1,
  }: { readonly height: number; readonly wide: number; readonly deep?: number },
): void => {
  const middle = head.at({ turn: 0, height, out: 0.16 })
  brush.oval(
    { x: middle.x, y: -height * head.size },
    { rx: head.size * wide, ry: head.size * deep },
    colour,
  )
}

const ribbon = ({ brush, head }: HeadwearRequest, colour: Rgb, height: number): void =>
  brush.stroke(band(head, height, 1.09), head.size * 0.06, brush.tone(colour), 0.95)

const felt: PaintHat = (request, colour) => {
  brim(request, shift(colour, -0.12), { height: 0.25, wide: 0.56, deep: 0.085 })
  request.brush.shape(
    blocked(request.head, { low: 0.26, high: 0.72, top: 0.8, dent: 0.07 }),
    colour,
  )
  ribbon(request, shift(colour, -0.55), 0.3)
}

const straw: PaintHat = (request, colour) => {
  const { brush, head } = request
  brim(request, shift(colour, -0.06), { height: 0.24, wide: 0.82, deep: 0.15 })
  const middle = head.at({ turn: 0, height: 0.24, out: 0.16 })
  for (const share of [0.94, 0.84, 0.74]) {
    const ring = Array.from({ length: 21 }, (_, step) => ({
      x: middle.x + Math.cos((step / 20) * Math.PI * 2) * head.size * 0.82 * share,
      y: -0.24 * head.size + Math.sin((step / 20) * Math.PI * 2) * head.size * 0.15 * share,
    }))
    brush.stroke(ring, Math.max(0.5, head.size * 0.008), brush.tone(shift(colour, -0.3)), 0.45)
  }
  brush.shape(blocked(head, { low: 0.26, high: 0.6, top: 0.86, dent: -0.02 }), colour)
  for (const height of [0.4, 0.46, 0.52])
    brush.stroke(
      band(head, Math.min(0.47, height), 1.05),
      Math.max(0.5, head.size * 0.008),
      brush.tone(shift(colour, -0.3)),
      0.4,
    )
  ribbon(request, readColour('#8f3d34'), 0.3)
}

const cowboy: PaintHat = (request, colour) => {
  const { brush, head } = request
  const middle = head.at({ turn: 0, height: 0.25, out: 0.16 }).x
  const at = (x: number, up: number): Point => ({ x: middle + x * head.size, y: -up * head.size })
  brush.shape(
    [
      at(-0.86, 0.4),
      at(-0.6, 0.22),
      at(0, 0.15),
      at(0.6, 0.22),
      at(0.86, 0.4),
      at(0.5, 0.33),
      at(0, 0.3),
      at(-0.5, 0.33),
    ],
    shift(colour, -0.1),
  )
  brush.shape(blocked(head, { low: 0.27, high: 0.76, top: 0.78, dent: 0.09 }), colour)
  ribbon(request, shift(colour, -0.5), 0.31)
}

const topHat: PaintHat = (request, colour) => {
  brim(request, shift(colour, 0.05), { height: 0.26, wide: 0.54, deep: 0.08 })
  request.brush.shape(
    blocked(request.head, { low: 0.27, high: 1.02, top: 0.98, dent: -0.005 }),
    colour,
  )
  ribbon(request, readColour('#6b2a32'), 0.32)
}

const beret: PaintHat = ({ brush, head }, colour) => {
  const middle = head.at({ turn: Math.PI, height: 0.42, out: 0.3 })
  brush.stroke(band(head, 0.3, 1.04), head.size * 0.06, brush.tone(shift(colour, -0.3)))
  brush.shape(crown(head, 0.31, 1.1, 0.9), colour)
  brush.oval(middle, { rx: head.size * 0.47, ry: head.size * 0.15, turn: 0.12 }, colour)
}

/** The visor of a cap over the brows. */
export const visor = ({ brush, head }: HeadwearRequest, colour: Rgb, long: number): void => {
  if (head.facing(0) < -0.3) return
  const drop = head.size * 0.045 * Math.max(0, head.facing(0))
  const edge = (turn: number, out: number, share: number): Point => {
    const { x, y } = head.at({ turn, height: 0.2, out })
    return { x, y: y + drop * share }
  }
  brush.shape(
    [
      head.at({ turn: -0.95, height: 0.25, out: 1.07 }),
      edge(-0.5, long * 0.93, 1),
      edge(0, long, 1.3),
      edge(0.5, long * 0.93, 1),
      head.at({ turn: 0.95, height: 0.25, out: 1.07 }),
      head.at({ turn: 0, height: 0.28, out: 1.06 }),
    ],
    colour,
  )
}

const peakedCap: PaintHat = (request, colour) => {
  const { brush, head } = request
  const rim = blocked(head, { low: 0.24, high: 0.46, top: 1.02, dent: 0 })
  brush.shape(rim, shift(colour, -0.25))
  const middle = head.at({ turn: 0, height: 0.5, out: 0.3 })
  brush.oval(
    { x: middle.x, y: -0.47 * head.size },
    { rx: head.size * 0.52, ry: head.size * 0.15 },
    colour,
  )
  visor(request, readColour('#121318'), 1.38)
  const badge = head.at({ turn: 0, height: 0.36, out: 1.12 })
  if (head.facing(0) > 0)
    brush.oval(badge, { rx: head.size * 0.05, ry: head.size * 0.055 }, readColour('#d6b24c'))
}

const nurseCap: PaintHat = ({ brush, head }, colour) => {
  brush.shape(blocked(head, { low: 0.38, high: 0.62, top: 1.02, dent: -0.03 }), colour)
  const cross = head.at({ turn: 0, height: 0.45, out: 1.05 })
  if (head.facing(0) < 0.1) return
  const red = brush.tone(readColour('#b83a3a'))
  const arm = head.size * 0.06
  const y = cross.y - head.size * 0.03
  brush.stroke(
    [
      { x: cross.x - arm, y },
      { x: cross.x + arm, y },
    ],
    head.size * 0.035,
    red,
  )
  brush.stroke(
    [
      { x: cross.x, y: y - arm },
      { x: cross.x, y: y + arm },
    ],
    head.size * 0.035,
    red,
  )
}

const veil: PaintHat = ({ brush, head }, colour) => {
  const back = -Math.sin(head.yaw) * 0.22
  const at = (x: number, y: number): Point => ({ x: (x + back) * head.size, y: y * head.size })
  const sides = head.facing(0) > -0.2 ? [-1, 1] : []
  for (const side of sides)
    brush.shape(
      [
        at(side * 0.16, -0.5),
        at(side * 0.42, -0.25),
        at(side * 0.56, 0.5),
        at(side * 0.62, 1.5),
        at(side * 0.4, 1.45),
        at(side * 0.4, 0.3),
        at(side * 0.34, -0.2),
      ],
      colour,
      { alpha: 0.72, shade: 0.4 },
    )
  if (sides.length === 0)
    brush.shape(
      [at(-0.2, -0.5), at(0.2, -0.5), at(0.5, 0.2), at(0.62, 1.6), at(-0.62, 1.6), at(-0.5, 0.2)],
      colour,
      { alpha: 0.8, shade: 0.5 },
    )
  for (const turn of [-0.7, -0.35, 0, 0.35, 0.7])
    if (head.facing(turn) > 0.1)
      brush.oval(
        head.at({ turn, height: 0.42, out: 1.06 }),
        { rx: head.size * 0.045, ry: head.size * 0.04 },
        readColour('#f6f1ea'),
      )
}

/** Hats with a brim or a peak, and what else is set on top of the hair. */
export const hats: Partial<Record<Extra, PaintHat>> = {
  hat: felt,
  'straw-hat': straw,
  'cowboy-hat': cowboy,
  'top-hat': topHat,
  beret,
  'peaked-cap': peakedCap,
  'nurse-cap': nurseCap,
  veil,
}
