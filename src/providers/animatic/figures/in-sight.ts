import { createCanvas } from '@napi-rs/canvas'
import { release } from '../drawing/raster.ts'
import type { StageLayer } from '../stage-types.ts'
import type { Actor } from './actor.ts'

/** How a group is looked at. */
export interface SightRequest {
  readonly actors: readonly Actor[]
  /** A painter of some of them, each where they are in the whole group. */
  readonly painterOf: (some: readonly Actor[]) => StageLayer['paint']
  /** Width over height of the picture. */
  readonly aspect: number
  readonly seconds: number
}

/** The longer side of the pictures by which it is seen who is in sight, pixels. */
const side = 96

/** Less of somebody than this, in the picture and before everybody else, is nobody. */
const leastShare = 0.3

/** A camera that moves in leaves the edges out: this share of the width. */
const border = 0.04

/** Moments of a shot at which it is looked at, shares of its length. */
const moments = [0.5, 0.15, 0.85] as const

/** Those who can be seen: neither beyond the picture's edge nor hidden behind the others, at one moment of the shot at least. */
export const inSight = ({ actors, painterOf, aspect, seconds }: SightRequest): readonly Actor[] => {
  if (actors.length < 2) return actors
  const size = sizeOf(aspect)
  const look = (some: readonly Actor[], time: number): Uint8ClampedArray =>
    sheetOf(painterOf(some), time, size)
  const unseen = new Set(actors)
  for (const moment of moments) {
    if (unseen.size === 0) break
    const time = moment * seconds
    const bodies = new Map(actors.map((actor) => [actor, look([actor], time)]))
    for (const actor of unseen) {
      const alone = bodies.get(actor) ?? look([actor], time)
      const others = [...bodies].flatMap(([other, sheet]) => (other === actor ? [] : [sheet]))
      // Most stand free of each other, which is quickly seen.
      const share = touches(alone, others)
        ? shareSeen(alone, size, differing(look(actors, time), look(without(actors, actor), time)))
        : shareSeen(alone, size, () => true)
      if (share >= leastShare) unseen.delete(actor)
    }
  }
  return actors.filter((actor) => !unseen.has(actor))
}

/** Things that are looked at, each by itself, and what stands before them all; null for nothing. */
export interface ThingSight<Thing> extends Pick<SightRequest, 'aspect' | 'seconds'> {
  readonly things: readonly Thing[]
  readonly painterOf: (thing: Thing) => StageLayer['paint']
  readonly before: StageLayer['paint'] | null
}

/** Those things that can be seen: neither beyond the picture's edge nor hidden behind who is before them, at one moment at least. */
export const thingsInSight = <Thing>(request: ThingSight<Thing>): readonly Thing[] => {
  const { things, painterOf, before, aspect, seconds } = request
  const size = sizeOf(aspect)
  const unseen = new Set(things)
  for (const moment of moments) {
    if (unseen.size === 0) break
    const time = moment * seconds
    const covers = before ? sheetOf(before, time, size) : null
    const isOpen = (at: number): boolean => (covers?.[at + 3] ?? 0) < solid
    for (const thing of unseen)
      if (shareSeen(sheetOf(painterOf(thing), time, size), size, isOpen, faint) >= leastShare)
        unseen.delete(thing)
  }
  return things.filter((thing) => !unseen.has(thing))
}

/** Whether something is within a picture, where a painter of it says that it is, at one moment at least. */
export const isMarkInSight = ({
  paint,
  marks,
  aspect,
  seconds,
}: Pick<SightRequest, 'aspect' | 'seconds'> & {
  readonly paint: StageLayer['paint']
  /** Where it was said to be, which painting adds to. */
  readonly marks: readonly { readonly x: number; readonly y: number }[]
}): boolean => {
  const { width, height } = sizeOf(aspect)
  for (const moment of moments) sheetOf(paint, moment * seconds, { width, height })
  return marks.some(
    ({ x, y }) =>
      x > width * border && x < width * (1 - border) && y > height * border && y < height,
  )
}

const sizeOf = (aspect: number): Size => {
  const [width, height] = aspect > 1 ? [side, side / aspect] : [side * aspect, side]
  return { width: Math.round(width), height: Math.round(height) }
}

const without = (actors: readonly Actor[], one: Actor): readonly Actor[] =>
  actors.filter((actor) => actor !== one)

interface Size {
  readonly width: number
  readonly height: number
}

/** The picture with as much again to its left and right, RGBA. */
const sheetOf = (
  paint: StageLayer['paint'],
  time: number,
  { width, height }: Size,
): Uint8ClampedArray => {
  const canvas = createCanvas(width * 3, height)
  const context = canvas.getContext('2d')
  context.translate(width, 0)
  paint(context, time, width, height)
  const { data } = context.getImageData(0, 0, width * 3, height)
  release(canvas)
  return data
}

/** Solid enough to be a body and no shadow of one. */
const solid = 128

/** The rungs of a ladder that is far away. */
const faint = 16

/** Whether a body shares a pixel with another. */
const touches = (body: Uint8ClampedArray, others: readonly Uint8ClampedArray[]): boolean => {
  for (let at = 3; at < body.length; at += 4)
    if ((body[at] ?? 0) >= solid && others.some((other) => (other[at] ?? 0) >= solid)) return true
  return false
}

type PixelTest = (at: number) => boolean

const differing =
  (a: Uint8ClampedArray, b: Uint8ClampedArray): PixelTest =>
  (at) =>
    [0, 1, 2, 3].some((part) => Math.abs((a[at + part] ?? 0) - (b[at + part] ?? 0)) > 6)

/** How much of a body is in the picture and, by a test of its pixels, not covered. */
const shareSeen = (
  alone: Uint8ClampedArray,
  { width }: Size,
  isOpen: PixelTest,
  least: number = solid,
): number => {
  const edge = width * border
  let [body, seen] = [0, 0]
  for (let at = 0; at < alone.length; at += 4) {
    if ((alone[at + 3] ?? 0) < least) continue
    body += 1
    const column = (at / 4) % (width * 3)
    if (column > width + edge && column < width * 2 - edge && isOpen(at)) seen += 1
  }
  return body === 0 ? 0 : seen / body
}
