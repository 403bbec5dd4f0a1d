import type { Ridden } from '../things/ridden.ts'
import type { Pose } from './pose.ts'

/** What a movement is made from. */
export interface Moment {
  /** Seconds from the start of the shot. */
  readonly time: number
  /** Small whole number that tells bodies apart. */
  readonly seed: number
  readonly seated: boolean
  /** It lies or sits on a bed, or on the ground, this high, body heights. */
  readonly abed: boolean
  readonly bedHigh: number
  /** Height of the hips of one who sits on a chair, body heights. */
  readonly seatHigh: number
  /** The body looks to the left of the picture. */
  readonly toTheLeft: boolean
  /** In a room: nobody shades the eyes against the sun. */
  readonly indoors: boolean
  /** What is done is done again and again: one stone is thrown after the other. */
  readonly many: boolean
  /** It kicks a ball away instead of playing with it. */
  readonly kicks: boolean
  /** What it rides on, if it rides. */
  readonly ridden: Ridden
  /** Somebody else has in hand what several do together. */
  readonly helps: boolean
  /** Whom it holds or turns to; null for nobody. */
  readonly partner: Hold | null
  /** The animal under its hands: how high, own heights, and whether one kneels to it; null for none. */
  readonly animal: { readonly high: number; readonly low: boolean } | null
}

/** Where somebody stands whom a body holds, in its own heights. */
export interface Hold {
  readonly apart: number
  /** How much higher the other's shoulders are. */
  readonly rise: number
  /** 1 when the body's left side is near the viewer, −1 for the right. */
  readonly side: 1 | -1
}

/** Turns a body at rest into one that does something. */
export type Act = (moment: Moment, base: Pose) => Pose

/** A swing of -1…1 that takes some seconds to come round. */
export const wave = (time: number, seconds: number, offset = 0): number =>
  Math.sin((time / seconds) * Math.PI * 2 + offset)

/** Rises, stays and falls again once a period: 0…1. */
export const now = (time: number, period: number, hold: number, offset = 0): number => {
  const share = ((((time + offset) % period) + period) % period) / period
  const edge = (1 - hold) / 4
  const up = Math.min(1, Math.max(0, (share - edge) / edge))
  const down = Math.min(1, Math.max(0, (share - (1 - edge * 2)) / edge))
  const eased = (value: number): number => value * value * (3 - 2 * value)
  return eased(up) * (1 - eased(down))
}

/** The head of a pose, nodded, turned and tilted. */
export const headed = (pose: Pose, pitch: number, yaw = 0, tilt = 0): Pose['head'] => ({
  pitch: pose.head.pitch * 0.6 + pitch,
  yaw: pose.head.yaw * 0.6 + yaw,
  tilt: pose.head.tilt + tilt,
})

/** Height of a counter that is stood at, body heights. */
export const counterHigh = 0.53

/** Height of a table top, body heights. */
export const table = 0.42
