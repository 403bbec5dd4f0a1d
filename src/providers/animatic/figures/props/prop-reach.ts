import type { Carried } from '../animals/carried.ts'
import { type Rgb, readColour, shift } from '../brush/colour.ts'
import { type Local, local, type Point, plus, unit } from '../brush/geometry.ts'
import type { KiteSpot } from '../kite-company.ts'
import type { FigureBody, Piece } from '../people/figure-body.ts'
import type { Action } from '../poses/actions.ts'
import type { Flier } from '../things/fliers.ts'
import type { Missile } from '../things/missiles.ts'
import type { Ridden } from '../things/ridden.ts'
import { makePen, type Thing } from '../things/thing.ts'
import type { NamedThing } from '../things/things.ts'
import type { Blown } from './blown.ts'

/** What a movement is done with. */
export interface PropRequest {
  readonly action: Action
  /** A thing of the shot that this body is to hold, null for none. */
  readonly held: NamedThing | null
  /** The animal in the arms, null for none. */
  readonly carried: Carried | null
  readonly indoors: boolean
  /** The place has a door. */
  readonly hasDoor: boolean
  /** It sits at a table with others. */
  readonly shared: boolean
  /** The colour that its action names; null for none. */
  readonly tint: Rgb | null
  /** Where its kite is; null for none, or another's. */
  readonly kite: KiteSpot | null
  /** What it rides on, if it rides. */
  readonly ridden: Ridden
  /** What it pushes before it, null for none. */
  readonly pushed: NamedThing | null
  /** What it cuts up, null for vegetables. */
  readonly cut: NamedThing | null
  /** What it blows at, null for nothing. */
  readonly blown: Blown | null
  /** What it throws, null for nothing. */
  readonly missile: Missile | null
  /** What it lets go of, null for nothing. */
  readonly released: Flier | null
  /** Its hands are on somebody. */
  readonly partnered: boolean
  /** It has its arms round a tree. */
  readonly hugsTree: boolean
  /** It is in a bed. */
  readonly abed: boolean
  /** On a blanket on the ground, with food. */
  readonly picnics: boolean
  /** Told where something is that is far from the body; absent where nobody asks. */
  readonly mark?: ((thing: string, at: Point) => void) | undefined
  /** Pixels of a metre. */
  readonly metre: number
}

/** Places and helpers shared by the pieces of props. */
export interface Reach {
  readonly body: FigureBody
  readonly request: PropRequest
  readonly rightHand: Point
  readonly leftHand: Point
  readonly between: Point
  /** Where the hands' middle is on the body. */
  readonly hands: Local
  readonly nearHands: number
}

/** A block on the body's own axes: forward, up and left bounds. */
export const solid = (body: FigureBody, from: Local, to: Local, colour: Rgb): void => {
  const { view, brush } = body
  const at = (f: number, u: number, l: number): Point => view.at(local(f, u, l))
  const yaw = view.yaw
  const side = Math.sin(yaw) > 0 ? from.l : to.l
  const front = Math.cos(yaw) > 0 ? to.f : from.f
  brush.block(
    [
      at(from.f, from.u, side),
      at(to.f, from.u, side),
      at(to.f, to.u, side),
      at(from.f, to.u, side),
    ],
    shift(colour, -0.2),
  )
  brush.block(
    [
      at(front, from.u, from.l),
      at(front, from.u, to.l),
      at(front, to.u, to.l),
      at(front, to.u, from.l),
    ],
    shift(colour, -0.06),
  )
  brush.block(
    [
      at(from.f, to.u, from.l),
      at(to.f, to.u, from.l),
      at(to.f, to.u, to.l),
      at(from.f, to.u, to.l),
    ],
    shift(colour, 0.14),
  )
}

/** How squarely the body faces the viewer, -1…1. */
export const facing = (body: FigureBody): number => Math.cos(body.view.yaw)

/** Colour of plain furniture. */
export const wood: Rgb = readColour('#84603f')

/** A thing in a hand. */
export const held = (
  reach: Reach,
  thing: Thing | undefined,
  look: {
    readonly at: Point
    readonly colour?: Rgb | null
    readonly turn?: number
    readonly near?: number
    readonly by?: Thing['hold']
    readonly grow?: number
    /** How far the hand is up a thing that is held by its foot, shares of its height. */
    readonly sink?: number
  },
): Piece[] => {
  if (!thing) return []
  const { body, request } = reach
  const size = thing.metres * request.metre * (look.grow ?? 1.15)
  const by = look.by ?? thing.hold ?? 'foot'
  const turn = look.turn ?? 0
  const drop = by === 'top' ? size * 0.97 : by === 'middle' ? size * 0.5 : size * (look.sink ?? 0)
  const at = { x: look.at.x - Math.sin(turn) * drop, y: look.at.y + Math.cos(turn) * drop }
  return [
    {
      near: look.near ?? reach.nearHands + 0.012,
      paint: () => thing.paint(makePen(body.brush, at, size, body.time, turn), look.colour ?? null),
    },
  ]
}

/** Something long and thin in the right hand: a brush, a spoon, a hammer's handle. */
export const stick = (reach: Reach, colour: string, long: number, rise: number): Piece => {
  const { body } = reach
  const limb = body.skeleton.rightArm
  const along = unit(plus(limb.end, limb.middle, -1))
  const grip = plus(limb.end, along, 0.04)
  const tip = plus(grip, unit(local(along.f + 0.2, along.u + rise, along.l)), long * 0.7)
  const foot = plus(grip, unit(local(along.f + 0.2, along.u + rise, along.l)), -long * 0.3)
  return {
    near: body.view.near(grip) + 0.015,
    paint: () =>
      body.brush.stroke(
        [body.view.at(foot), body.view.at(tip)],
        body.view.scale * 0.012,
        body.brush.tone(readColour(colour)),
      ),
  }
}
