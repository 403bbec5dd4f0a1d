import type { Brush, Finish } from '../brush/brush.ts'
import { type Rgb, rgb } from '../brush/colour.ts'
import type { Point } from '../brush/geometry.ts'
import { makePen, type Pen } from '../things/thing.ts'

/** What an animal without four legs is about. */
export type Manner = 'rests' | 'sleeps' | 'goes' | 'feeds' | 'digs' | 'flies' | 'swims'

/** An animal without four legs in one instant; pixels. */
export interface CreatureMoment {
  readonly brush: Brush
  /** Where it stands; the middle of the body for those that swim or fly. */
  readonly at: Point
  /** Pixels of what its kind is measured by. */
  readonly size: number
  /** −1 looks left, 1 right. */
  readonly way: number
  readonly time: number
  readonly seed: number
  readonly colour: Rgb
  /** The second colour: belly, pattern or shell. */
  readonly accent: Rgb
  readonly manner: Manner
  /** How far it is tipped up ahead, radians. */
  readonly tipped: number
}

/** A kind of animal without four legs. */
export interface CreatureKind {
  /** Height of those that stand, length of the others, metres. */
  readonly metres: number
  /** Where it is at home. */
  readonly home: 'land' | 'air' | 'water'
  /** Lands and waters it can also be seen in. */
  readonly flies: boolean
  readonly swims: boolean
  /** It sits up, food between its paws, and digs with them. */
  readonly paws: boolean
  /** Its own sizes a second when it goes. */
  readonly pace: number
  /** The least and the most of the picture's height that its size takes up. */
  readonly share: readonly [number, number]
  /** The least when it has the picture to itself, from afar and from near. */
  readonly alone: readonly [number, number]
  /** How far it reaches to the sides, up and down, sizes. */
  readonly reach: readonly [number, number, number]
  readonly coats: readonly [string, ...string[]]
  readonly accent: string
  readonly paint: (moment: CreatureMoment) => void
}

/**
 * A pen for an animal that looks to the right, whichever way it goes: x is ahead, y up, 1 its size.
 *
 * @param raised how far all that it paints is above where the animal stands
 */
export const creaturePen = (moment: CreatureMoment, raised = 0): Pen => {
  const { brush, at, size, way, time, tipped } = moment
  const pen = makePen(brush, at, size, time, -tipped * way)
  const turned = (points: readonly number[], stride: number): number[] =>
    points.map((value, index) =>
      index % stride === 0 ? value * way : index % stride === 1 ? value + raised : value,
    )
  return {
    ...pen,
    soft: (colour, points, finish) => pen.soft(colour, turned(points, 2), finish),
    hard: (colour, points, finish) => pen.hard(colour, turned(points, 2), finish),
    oval: (colour, x, y, rx, ry, finish) => pen.oval(colour, x * way, y + raised, rx, ry, finish),
    tube: (colour, slices, flat) => pen.tube(colour, turned(slices, 3), flat),
    line: (colour, width, points, alpha) => pen.line(colour, width, turned(points, 2), alpha),
  }
}

const bare: Finish = { shade: 0, outline: false }
const dark = rgb(22, 17, 18)

/** An eye with a glint; `white` is the radius of its white against the pupil, 0 for none. */
export const paintEye = (
  pen: Pen,
  [x, y, radius]: readonly [number, number, number],
  { shut, white = 0 }: { readonly shut: boolean; readonly white?: number },
): void => {
  if (shut) {
    pen.line(dark, radius * 0.5, [x - radius, y, x, y - radius * 0.45, x + radius, y])
    return
  }
  if (white > 0)
    pen.oval(rgb(244, 241, 232), x, y, radius * white, radius * white, {
      shade: 0.2,
      outline: false,
    })
  pen.oval(dark, x, y, radius, radius, bare)
  pen.oval(rgb(255, 255, 255), x - radius * 0.3, y + radius * 0.35, radius * 0.3, radius * 0.3, {
    ...bare,
    alpha: 0.9,
  })
}

/** Whether the eyes are shut in this instant. */
export const isShut = ({ manner, time, seed }: CreatureMoment): boolean =>
  manner === 'sleeps' || (time + seed * 0.37) % 3.9 < 0.14

/** 0…1 along a cycle of some seconds. */
export const cycle = (time: number, seconds: number, seed = 0): number => {
  const turns = time / seconds + seed * 0.137
  return turns - Math.floor(turns)
}
