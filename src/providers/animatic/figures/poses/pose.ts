import { type Local, local } from '../brush/geometry.ts'

/** How an arm is held: hanging at angles (radians), or with the hand brought to a place. */
export type ArmPose =
  | { readonly kind: 'hang'; readonly forward: number; readonly out: number; readonly bend: number }
  | {
      readonly kind: 'reach'
      /** Feet on the ground, the chest between the shoulders, or the middle of the head. */
      readonly from: 'root' | 'chest' | 'head'
      readonly at: Local
      /** How far the elbow lifts sideways, 0…1. */
      readonly elbow: number
    }

/** Where an ankle is and how the foot tips (radians, heel up is positive). */
export interface FootPose {
  readonly at: Local
  readonly pitch: number
}

/** A whole body in one instant. Angles in radians, places in body heights. */
export interface Pose {
  readonly pelvis: Local
  /** Turn of the whole body to its own left. */
  readonly turn: number
  readonly lean: number
  readonly side: number
  readonly twist: number
  readonly head: { readonly pitch: number; readonly yaw: number; readonly tilt: number }
  readonly left: ArmPose
  readonly right: ArmPose
  readonly leftFoot: FootPose
  readonly rightFoot: FootPose
  /** Lies on its side instead of standing. */
  readonly lying: boolean
  /** Whose arm holds something, which is behind all of that arm; null for neither. */
  readonly holding: Side | null
}

/** A side of the body, its own. */
export type Side = 'left' | 'right'

/** Height of the hip joints of a standing body. */
const standingHip = 0.522

/** Height of the ankles of a flat foot. */
export const ankle = 0.04

/** An arm at its side. */
export const hang = (forward: number, out = 0.1, bend = 0.22): ArmPose => ({
  kind: 'hang',
  forward,
  out,
  bend,
})

/** A hand brought to a place. */
export const reach = (from: 'root' | 'chest' | 'head', at: Local, elbow = 0.3): ArmPose => ({
  kind: 'reach',
  from,
  at,
  elbow,
})

/** A flat foot. */
export const planted = (f: number, l: number, u: number = ankle, pitch = 0): FootPose => ({
  at: local(f, u, l),
  pitch,
})

/** Standing at ease: breath, slow shift of the weight, small turns of the head. */
export const standingPose = (time: number, seed: number): Pose => {
  const shiftOfWeight = Math.sin(time * 0.55 + seed)
  const breath = Math.sin(time * 1.7 + seed)
  return {
    pelvis: local(0, standingHip + breath * 0.0012, 0.012 + shiftOfWeight * 0.009),
    turn: 0,
    lean: 0.015 + breath * 0.006,
    side: -0.02 - shiftOfWeight * 0.015,
    twist: 0,
    head: {
      pitch: 0.03 + Math.sin(time * 0.8 + seed * 2) * 0.025,
      yaw: Math.sin(time * 0.47 + seed * 3) * 0.09,
      tilt: Math.sin(time * 0.39 + seed) * 0.03,
    },
    left: hang(0.06 + breath * 0.012, 0.14 + breath * 0.008, 0.24),
    right: hang(0.02 + breath * 0.012, 0.12 + breath * 0.008, 0.3),
    leftFoot: planted(0.012, 0.058),
    rightFoot: planted(-0.014, -0.062),
    lying: false,
    holding: null,
  }
}

/** Sitting on something as high as the knees, or higher, when the feet hang. */
export const sittingPose = (time: number, seed: number, high = 0.3): Pose => {
  const standing = standingPose(time, seed)
  return {
    ...standing,
    pelvis: local(0, high, 0),
    lean: 0.06 + Math.sin(time * 1.6 + seed) * 0.008,
    side: 0,
    left: reach('root', local(0.2, high + 0.06, 0.075), 0.25),
    right: reach('root', local(0.19, high + 0.06, -0.07), 0.25),
    leftFoot: planted(0.25, 0.065, ankle + high - 0.3),
    rightFoot: planted(0.21, -0.065, ankle + high - 0.3),
  }
}

/** Sitting up on something flat, the legs out in front, the back leant against a pillow. */
export const sittingUp = (time: number, seed: number, high: number): Pose => {
  const standing = standingPose(time, seed)
  return {
    ...standing,
    pelvis: local(-0.14, high + 0.06, 0),
    lean: -0.1 + Math.sin(time * 1.6 + seed) * 0.006,
    side: 0,
    left: reach('chest', local(0.16, -0.2, 0.06), 0.3),
    right: reach('chest', local(0.16, -0.21, -0.05), 0.3),
    leftFoot: planted(0.32, 0.06, high + 0.05, -1.1),
    rightFoot: planted(0.31, -0.06, high + 0.05, -1.1),
  }
}
