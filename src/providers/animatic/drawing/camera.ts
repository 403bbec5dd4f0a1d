import type { CameraMove } from '../../../domain/script.ts'
import { noiseFrom } from './noise.ts'

/** Where the camera is: shifts in frame widths and heights, zoom 1 for none, roll in radians. */
export interface CameraPose {
  readonly x: number
  readonly y: number
  readonly zoom: number
  readonly roll: number
  /** 0 when the camera travels, so that far things stand still; 1 when it turns, and all move alike. */
  readonly swing: number
}

/** A camera over the length of a shot. */
export type Camera = (time: number) => CameraPose

/** Numbers of a plane's transform: scale, and shift in pixels. */
export interface PlaneView {
  readonly scale: number
  readonly x: number
  readonly y: number
  readonly roll: number
}

interface Travel {
  readonly from: readonly [x: number, y: number, zoom: number]
  readonly to: readonly [x: number, y: number, zoom: number]
}

const still: Travel = { from: [0, 0, 1], to: [0, 0, 1] }

// Shifts stay under 0.1 and zooms over 1, so that no plane nearer than 1.8 shows its edge.
const travels: Readonly<Record<CameraMove, Travel>> = {
  static: still,
  handheld: { from: [0, 0, 1.035], to: [0, 0, 1.035] },
  'push-in': { from: [0, 0, 1.0], to: [0, 0, 1.17] },
  'pull-out': { from: [0, 0, 1.18], to: [0, 0, 1.0] },
  'pan-left': { from: [0.085, 0, 1.05], to: [-0.085, 0, 1.05] },
  'pan-right': { from: [-0.085, 0, 1.05], to: [0.085, 0, 1.05] },
  'tilt-up': { from: [0, 0.075, 1.05], to: [0, -0.075, 1.05] },
  'tilt-down': { from: [0, -0.075, 1.05], to: [0, 0.075, 1.05] },
  'track-left': { from: [0.1, 0, 1.03], to: [-0.1, 0, 1.03] },
  'track-right': { from: [-0.1, 0, 1.03], to: [0.1, 0, 1.03] },
  'crane-up': { from: [0, 0.09, 1.1], to: [0, -0.07, 1.02] },
  orbit: { from: [-0.075, 0.012, 1.05], to: [0.075, -0.012, 1.1] },
}

const turning: ReadonlySet<CameraMove> = new Set([
  'pan-left',
  'pan-right',
  'tilt-up',
  'tilt-down',
  'handheld',
])

/**
 * The camera of a move over a shot of `seconds`. Moves ease in and out but are already under way at a cut.
 * Long shots go no further, only slower; short ones go less far.
 */
export const cameraFor = (move: CameraMove, seconds: number, seed: number): Camera => {
  const { from, to } = travels[move]
  const reach = Math.min(1, 0.35 + seconds / 5)
  const shake = noiseFrom(seed)
  const hand = move === 'handheld' ? 1 : 0
  const swing = turning.has(move) ? 1 : 0
  return (time) => {
    const share = eased(Math.min(1, Math.max(0, time / seconds)))
    const at = 0.5 + (share - 0.5) * reach
    const along = (index: 0 | 1 | 2): number => from[index] + (to[index] - from[index]) * at
    return {
      x: along(0) + hand * (shake(time * 0.9, 1.5) * 0.011 + shake(time * 2.7, 8.5) * 0.002),
      y: along(1) + hand * (shake(time * 1.1, 4.5) * 0.011 + shake(time * 3.1, 2.5) * 0.0022),
      zoom: along(2),
      swing,
      roll: hand * shake(time * 0.7, 6.5) * 0.0055 + (move === 'orbit' ? (at - 0.5) * 0.012 : 0),
    }
  }
}

// Mostly even, softened at both ends.
const eased = (share: number): number => share * 0.45 + share * share * (3 - 2 * share) * 0.55

const atRest: PlaneView = { scale: 1, x: 0, y: 0, roll: 0 }

/** How a plane of this depth lies in the frame for a pose. */
export const viewOf = (
  pose: CameraPose,
  depth: number,
  width: number,
  height: number,
): PlaneView => {
  // The sky is infinitely far: a camera that travels leaves it where it is.
  if (depth < 0.03 && pose.swing === 0 && pose.roll === 0) return atRest
  const scale = 1 + (pose.zoom - 1) * (0.2 + 0.8 * Math.min(depth, 1.7))
  const near = pose.swing === 1 ? 0.72 + 0.28 * depth : 0.06 + 0.94 * depth
  return {
    scale,
    x: width * (0.5 - scale * 0.5 - pose.x * near),
    y: height * (0.52 - scale * 0.52 - pose.y * near),
    roll: pose.roll,
  }
}
