import type { Rgb } from '../brush/colour.ts'
import { type Local, local } from '../brush/geometry.ts'
import type { FigureBody, Piece } from '../people/figure-body.ts'
import { makePen } from './thing.ts'
import { thingCalled } from './things.ts'

/** What somebody rides on two wheels, sized to its rider: places and lengths in body heights. */
export interface Ridden {
  readonly name: 'bicycle' | 'motorcycle' | 'scooter'
  /** From wheel to wheel, with a little air before and behind. */
  readonly long: number
  /** Where the rider sits and holds on, and where the feet rest; null for who pedals. */
  readonly rests: Rests | null
}

/** Where a rider's hips, hands and ankles are on a machine that goes by itself. */
export interface Rests {
  /** Height of the whole machine. */
  readonly high: number
  readonly hips: Local
  readonly grips: Local
  readonly feet: Local
}

const bicycle: Ridden = { name: 'bicycle', long: 1.12, rests: null }

const motored: readonly (readonly [RegExp, Ridden])[] = [
  [
    /\bmotor ?(?:cycl(?:es?|ing)|bik(?:es?|ing))\b/u,
    {
      name: 'motorcycle',
      long: 1.34,
      rests: {
        ...{ high: 0.66, hips: local(-0.2, 0.51, 0), grips: local(0.17, 0.635, 0.07) },
        feet: local(0.06, 0.2, 0.085),
      },
    },
  ],
  [
    /\b(?:scooters?|mopeds?|vespas?)\b/u,
    {
      name: 'scooter',
      long: 1.2,
      rests: {
        ...{ high: 0.64, hips: local(-0.28, 0.475, 0), grips: local(0.13, 0.615, 0.07) },
        feet: local(0.08, 0.205, 0.07),
      },
    },
  ],
]

/** What an action has somebody ride; a bicycle where no machine is named. */
export const riddenOn = (action: string): Ridden =>
  motored.find(([pattern]) => pattern.test(action.toLowerCase()))?.[1] ?? bicycle

/** How near the viewer its middle is: before the farther leg and behind the nearer. */
const between = -0.45

/** Heights of itself that a machine rolls in a second. */
const pace = 2.4

/** A machine under its rider, its front the way the body looks and as much from the side. */
export const paintRidden = (
  { view, brush, time }: FigureBody,
  { name, rests }: Ridden,
  tint: Rgb | null,
): Piece[] => {
  if (!rests) return []
  const paint = (): void => {
    const at = view.at(local(0, 0, 0))
    const size = rests.high * view.scale
    const { context } = brush
    context.save()
    context.translate(at.x, at.y)
    context.scale(Math.sin(view.yaw), 1)
    const road = { rolled: time * pace, wet: false, aloft: null, driver: null }
    thingCalled(name)?.paint(makePen(brush, { x: 0, y: 0 }, size, time, 0, road), tint)
    context.restore()
  }
  return [{ near: between, paint }]
}
