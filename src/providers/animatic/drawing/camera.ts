import type { CameraMove } from '../../../domain/script.ts'
import { noiseFrom } from './noise.ts'
import { between, randomFrom, seedOf } from './random.ts'

/** Where the camera is: shifts in frame widths and heights, zoom 1 for none, roll in radians. */
export interface CameraPose {
  readonly x: number
  readonly y: number
  readonly zoom: number
  readonly roll: number
  /** 0 when the camera travels, so that far things stand still; 1 when it turns, and all move alike. */
  readonly swing: number
  /** How far the whole picture lies beside where another take has it, in frame widths and heights. */
  readonly aside: readonly [x: number, y: number]
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

// Shifts stay under 0.1 and zooms over 1, so that no plane nearer than 1.8 shows its edge, with what it lies aside.
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

/** The farthest that a take lies aside: seen at once beside another take, and not missed in the framing. */
const farthestAside = [0.026, 0.016] as const

/**
 * The camera of a move over a shot of `seconds`; for each seed it is set up a little elsewhere. Moves ease in and out but are already under way at a cut.
 * Long shots go no further, only slower; short ones go less far.
 */
export const cameraFor = (move: CameraMove, seconds: number, seed: number): Camera => {
  const { from, to } = travels[move]
  const reach = Math.min(1, 0.35 + seconds / 5)
  const shake = noiseFrom(seed)
  const hand = move === 'handheld' ? 1 : 0
  const swing = turning.has(move) ? 1 : 0
  const place = randomFrom(seedOf(seed, 'camera'))
  const aside = [
    between(place, -farthestAside[0], farthestAside[0]),
    between(place, -farthestAside[1], farthestAside[1]),
  ] as const
  return (time) => {
    const share = eased(Math.min(1, Math.max(0, time / seconds)))
    const at = 0.5 + (share - 0.5) * reach
    const along = (index: 0 | 1 | 2): number => from[index] + (to[index] - from[index]) * at
    return {
      x: along(0) + hand * (shake(time * 0.9, 1.5) * 0.011 + shake(time * 2.7, 8.5) * 0.002),
      y: along(1) + hand * (shake(time * 1.1, 4.5) * 0.011 + shake(time * 3.1, 2.5) * 0.0022),
      zoom: along(2),
      swing,
      aside,
      roll: hand * shake(time * 0.7, 6.5) * 0.0055 + (move === 'orbit' ? (at - 0.5) * 0.012 : 0),
    }
  }
}

// Mostly even, softened at both ends.
const eased = (share: number): number => share * 0.45 + share * share * (3 - 2 * share) * 0.55

/** How a plane of this depth lies in the frame for a pose. */
export const viewOf = (
  pose: CameraPose,
  depth: number,
  width: number,
  height: number,
): PlaneView => {
  // Whole pixels: what stands still stays as sharp as it is painted.
  const [left, top] = [Math.round(width * pose.aside[0]), Math.round(height * pose.aside[1])]
  // The sky is infinitely far: a camera that travels leaves it where it is.
  if (depth < 0.03 && pose.swing === 0 && pose.roll === 0) {
    return { scale: 1, x: left, y: top, roll: 0 }
  }
  const scale = 1 + (pose.zoom - 1) * (0.2 + 0.8 * Math.min(depth, 1.7))
  const near = pose.swing === 1 ? 0.72 + 0.28 * depth : 0.06 + 0.94 * depth
  return {
    scale,
    x: left + width * (0.5 - scale * 0.5 - pose.x * near),
    y: top + height * (0.52 - scale * 0.52 - pose.y * near),
    roll: pose.roll,
  }
}
