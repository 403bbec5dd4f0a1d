import type { Brush } from '../brush/brush.ts'
import { type Rgb, readColour, shift } from '../brush/colour.ts'
import { local, type Point } from '../brush/geometry.ts'
import type { Piece } from '../people/figure-body.ts'
import { type Reach, solid, wood } from './prop-reach.ts'

/** Height of the top of a mattress, metres. */
export const bedHigh = 0.5

const linen: Rgb = readColour('#ece7dc')
const blanket: Rgb = readColour('#6a7fa0')

/** The bed somebody lies in or sits up in. */
export const bedPieces = (reach: Reach): Piece[] =>
  reach.body.pose.lying ? bedOfLying(reach) : bedOfSitting(reach)

/** A block of the bed seen from its side, between two places along it and two heights, pixels. */
type Board = (from: number, to: number, low: number, high: number, colour: Rgb) => void

const boards =
  (brush: Brush, head: number, way: number, floor: number, metre: number): Board =>
  (from, to, low, high, colour) => {
    const [x0, x1] = [head - way * from * metre, head - way * to * metre]
    const [y0, y1] = [floor - low * metre, floor - high * metre]
    brush.block(
      [
        { x: x0, y: y0 },
        { x: x1, y: y0 },
        { x: x1, y: y1 },
        { x: x0, y: y1 },
      ],
      colour,
    )
  }

/**
 * Paints a made bed for an animal to lie on.
 *
 * @param bed its middle and the floor under it, and a metre, pixels; the pillow is to the side of `way`
 */
export const paintMadeBed = (
  brush: Brush,
  {
    middle,
    floor,
    metre,
    way,
  }: {
    readonly middle: number
    readonly floor: number
    readonly metre: number
    readonly way: number
  },
): void => {
  const end = middle + way * 1.06 * metre
  const board = boards(brush, end, way, floor, metre)
  board(0, 2.12, 0.12, 0.34, shift(wood, -0.12))
  board(0.06, 2.08, 0.32, bedHigh, linen)
  board(0.62, 2.09, 0.22, bedHigh + 0.015, blanket)
  board(0.52, 0.64, 0.22, bedHigh + 0.02, shift(blanket, 0.35))
  board(2.06, 2.13, 0, 0.66, wood)
  board(-0.04, 0.06, 0, 1.0, wood)
  const low = floor - bedHigh * metre
  brush.shape(pillow({ x: end - way * 0.32 * metre, y: low }, way, low, metre), shift(linen, 0.06))
}

const bedOfLying = (reach: Reach): Piece[] => {
  const { body, request } = reach
  const { brush, view, skeleton } = body
  const { metre } = request
  const way = Math.sign(Math.sin(view.yaw)) || 1
  const head = view.at(skeleton.headCentre)
  const low = head.y + body.measures.head * view.scale * 0.55
  const floor = low + bedHigh * metre
  const end = head.x + way * 0.32 * metre
  const board = boards(brush, end, way, floor, metre)
  const under = (): void => {
    board(0, 2.12, 0.12, 0.34, shift(wood, -0.12))
    board(0.06, 2.08, 0.32, bedHigh + 0.01, linen)
    board(2.06, 2.13, 0, 0.66, wood)
    board(-0.04, 0.06, 0, 1.0, wood)
    brush.shape(pillow(head, way, low, metre), shift(linen, 0.06))
  }
  const breath = Math.sin(body.time * 1.7) * metre * 0.008
  const over = (): void => {
    const from = head.x - way * metre * 0.3
    const foot = end - way * metre * 2.08
    const knees = view.at(skeleton.leftLeg.end).x - way * metre * 0.16
    brush.shape(
      [
        { x: from, y: low + metre * 0.03 },
        { x: from - way * metre * 0.01, y: low - metre * 0.24 - breath },
        { x: from + (knees - from) * 0.3, y: low - metre * 0.275 - breath },
        { x: from + (knees - from) * 0.65, y: low - metre * 0.25 },
        { x: knees, y: low - metre * 0.235 },
        { x: foot, y: low - metre * 0.02 },
        { x: foot, y: low + metre * 0.2 },
        { x: (from + foot) / 2, y: low + metre * 0.26 },
        { x: from + way * metre * 0.02, y: low + metre * 0.2 },
      ],
      blanket,
    )
    brush.shape(
      [
        { x: from + way * metre * 0.03, y: low + metre * 0.05 },
        { x: from + way * metre * 0.01, y: low - metre * 0.26 - breath },
        { x: from - way * metre * 0.12, y: low - metre * 0.27 - breath },
        { x: from - way * metre * 0.1, y: low + metre * 0.06 },
      ],
      shift(blanket, 0.35),
      { shade: 0.5 },
    )
  }
  return [
    { near: -2, paint: under },
    { near: 2, paint: over },
  ]
}

const pillow = (head: Point, way: number, low: number, metre: number): readonly Point[] => [
  { x: head.x - way * metre * 0.27, y: low + metre * 0.01 },
  { x: head.x - way * metre * 0.22, y: low - metre * 0.08 },
  { x: head.x + way * metre * 0.05, y: low - metre * 0.12 },
  { x: head.x + way * metre * 0.24, y: low - metre * 0.09 },
  { x: head.x + way * metre * 0.27, y: low },
  { x: head.x, y: low + metre * 0.03 },
]

const bedOfSitting = (reach: Reach): Piece[] => {
  const { body, request } = reach
  const { view, brush, skeleton } = body
  // One metre in heights of the body: a child sits in the bed of a grown-up.
  const metre = request.metre / view.scale
  const top = bedHigh * metre
  const back = skeleton.pelvis.f - 0.24 * metre
  const [end, half] = [back + 1.95 * metre, 0.44 * metre]
  const block = (
    from: readonly [number, number],
    to: readonly [number, number],
    side: number,
    colour: Rgb,
  ): void => solid(body, local(from[0], from[1], -side), local(to[0], to[1], side), colour)
  const under = (): void => {
    block([back - 0.12 * metre, 0], [back - 0.04 * metre, 1.36 * metre], half, wood)
    block([back, 0.12 * metre], [end, 0.34 * metre], half, shift(wood, -0.12))
    block([back, 0.32 * metre], [end, top], half * 0.97, linen)
    block([end, 0], [end + 0.07 * metre, 0.66 * metre], half, wood)
    block([back, top], [back + 0.13 * metre, top + 0.66 * metre], half * 0.66, shift(linen, 0.05))
  }
  const over = (): void => {
    const at = (f: number, u: number): Point =>
      view.at(local(skeleton.pelvis.f + f * metre, top + u * metre, 0))
    const r = metre * view.scale
    brush.tube(
      [
        { ...at(0.1, 0.06), r: 0.17 * r },
        { ...at(0.4, 0.05), r: 0.17 * r },
        { ...at(0.8, 0.02), r: 0.16 * r },
        { ...at(1.3, 0.0), r: 0.15 * r },
        { ...at(1.66, -0.03), r: 0.12 * r },
      ],
      blanket,
      { start: 0.5, end: 0.6 },
    )
  }
  return [
    { near: -2, paint: under },
    { near: 0.08, paint: over },
  ]
}
