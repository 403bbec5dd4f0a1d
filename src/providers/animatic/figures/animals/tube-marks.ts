import { type Brush, insideTube, type Slice } from '../brush/brush.ts'
import type { Rgb } from '../brush/colour.ts'
import { makeDice } from '../brush/dice.ts'
import type { Point } from '../brush/geometry.ts'
import type { Build } from './quadruped-builds.ts'

/** A place on a round limb: 0…1 along it, −1 (below) … 1 (above) across it. */
export type OnTube = (along: number, across: number) => Slice

/** Places on a limb that lies along the picture: across is up whichever way it points. */
export const tubePlaces = (slices: readonly Slice[]): OnTube => {
  const [first, last] = [slices[0], slices.at(-1)]
  const upward = first && last && last.x < first.x ? -1 : 1
  return (along, across) => {
    const place = Math.max(0, Math.min(1, along)) * (slices.length - 1)
    const index = Math.min(slices.length - 2, Math.floor(place))
    const [from, to] = [slices[index], slices[index + 1]]
    if (!(from && to)) return { x: 0, y: 0, r: 0 }
    const share = place - index
    const size = Math.hypot(to.x - from.x, to.y - from.y) || 1
    const r = from.r + (to.r - from.r) * share
    const out = across * r * upward
    return {
      x: from.x + (to.x - from.x) * share + ((to.y - from.y) / size) * out,
      y: from.y + (to.y - from.y) * share - ((to.x - from.x) / size) * out,
      r,
    }
  }
}

/** What is marked, and how. */
export interface Marking {
  readonly marks: Build['marks'] | 'rings'
  readonly colour: Rgb
  /** Tells patterns apart. */
  readonly seed: number
}

const finish = { shade: 0.35, outline: false, alpha: 0.9 } as const

/** Stripes, bands, spots or patches over a limb that has just been painted. */
export const markTube = (brush: Brush, slices: readonly Slice[], marking: Marking): void => {
  if (marking.marks === 'none') return
  const at = tubePlaces(slices)
  insideTube(brush, slices, () => {
    for (const points of shapesOf(at, slices, marking)) brush.shape(points, marking.colour, finish)
  })
}

const shapesOf = (
  at: OnTube,
  slices: readonly Slice[],
  { marks, seed }: Marking,
): readonly (readonly Point[])[] => {
  const { length, girth } = sizeOf(slices)
  const rings = (spacing: number): number => Math.max(3, Math.round(length / (girth * spacing)))
  if (marks === 'bands') return bands(at, rings(0.42))
  if (marks === 'rings') return bands(at, rings(1.1))
  if (marks === 'stripes') return stripes(at, rings(0.44))
  if (marks === 'blotches') return blotches(at, seed)
  if (marks === 'patches') return patches(at, rings(0.72), seed)
  return marks === 'spots' ? spots(at, rings(0.42), seed) : [saddle(at)]
}

const sizeOf = (slices: readonly Slice[]): { readonly length: number; readonly girth: number } => {
  let length = 0
  for (const [index, { x, y }] of slices.entries()) {
    const before = slices[index - 1]
    if (before) length += Math.hypot(x - before.x, y - before.y)
  }
  const girth = slices.reduce((sum, { r }) => sum + r, 0) / Math.max(1, slices.length)
  return { length, girth: Math.max(0.5, girth) }
}

/** Rings that go all round and bow outward. */
const bands = (at: OnTube, count: number): Point[][] =>
  Array.from({ length: count }, (_, index) => {
    const [middle, half] = [(index + 0.5) / count, 0.27 / count]
    const bow = (across: number): number => (1 - across * across) * 0.35 * half
    const rows = [1.15, 0.5, -0.1, -0.7, -1.15]
    return [
      ...rows.map((across) => at(middle - half + bow(across), across)),
      ...rows.toReversed().map((across) => at(middle + half * 0.9 + bow(across), across)),
    ]
  })

/** Flames that run down from the back, every third one up from below. */
const stripes = (at: OnTube, count: number): Point[][] =>
  Array.from({ length: count }, (_, index) => {
    const [middle, half] = [(index + 0.5) / count, 0.26 / count]
    const side = index % 3 === 2 ? -1 : 1
    const tip = index % 2 === 0 ? -0.45 : -0.05
    const lean = (index % 2 === 0 ? 0.25 : -0.2) / count
    return [
      at(middle - half, 1.15 * side),
      at(middle - half * 0.7 + lean * 0.5, 0.4 * side),
      at(middle + lean, tip * side),
      at(middle + half * 0.6 + lean * 0.5, 0.35 * side),
      at(middle + half, 1.15 * side),
    ]
  })

/** Plates of many corners that leave a net of the coat between them. */
const patches = (at: OnTube, count: number, seed: number): Point[][] => {
  const dice = makeDice(seed ^ 0x61c88)
  const list: Point[][] = []
  for (const row of [0.72, 0, -0.72])
    for (let index = 0; index < count; index += 1) {
      const middle = (index + 0.5 + (row === 0 ? 0.5 : 0)) / count
      const corners = 6 + (index % 2)
      list.push(
        Array.from({ length: corners }, (_, corner) => {
          const angle = (corner / corners) * Math.PI * 2 + dice.between(-0.2, 0.2)
          const reach = dice.between(0.8, 1.05)
          return at(
            middle + (Math.cos(angle) * 0.42 * reach) / count,
            row + Math.sin(angle) * 0.3 * reach,
          )
        }),
      )
    }
  return list
}

/** A few great irregular patches, as cows have. */
const blotches = (at: OnTube, seed: number): Point[][] => {
  const dice = makeDice(seed ^ 0x7a11)
  const middles = [
    [0.1, 0.5],
    [0.38, 0.75],
    [0.52, -0.35],
    [0.72, 0.45],
    [0.95, -0.1],
  ] as const
  return middles.map(([along, across]) => {
    const [x, y] = [along + dice.between(-0.05, 0.05), across + dice.between(-0.15, 0.15)]
    return Array.from({ length: 9 }, (_, corner) => {
      const angle = (corner / 9) * Math.PI * 2
      const reach = dice.between(0.62, 1.15)
      return at(x + Math.cos(angle) * 0.115 * reach, y + Math.sin(angle) * 0.46 * reach)
    })
  })
}

const spots = (at: OnTube, count: number, seed: number): Point[][] => {
  const dice = makeDice(seed ^ 0x2f31)
  const list: Point[][] = []
  for (const row of [0.75, 0.4, 0.05, -0.3])
    for (let index = 0; index < count; index += 1) {
      const middle = (index + dice.between(0.15, 0.85)) / count
      const across = row + dice.between(-0.12, 0.12)
      const wide = dice.between(0.13, 0.24) / count
      const high = dice.between(0.07, 0.12)
      list.push([
        at(middle - wide, across),
        at(middle, across + high),
        at(middle + wide, across),
        at(middle, across - high),
      ])
    }
  return list
}

/** A belt over the shoulders. */
const saddle = (at: OnTube): Point[] => {
  const rows = [1.2, 0.4, -0.4, -1.2]
  return [
    ...rows.map((across) => at(0.66 - across * 0.04, across)),
    ...rows.toReversed().map((across) => at(0.96 + across * 0.02, across)),
  ]
}
