import type { Brush } from '../brush/brush.ts'
import type { Local, Point } from '../brush/geometry.ts'
import type { Pose } from '../poses/pose.ts'
import type { Appearance } from './appearance.ts'
import type { Measures, Projection, Skeleton } from './skeleton.ts'

/** A person in one instant, solved and projected, ready to be painted. */
export interface FigureBody {
  readonly brush: Brush
  readonly appearance: Appearance
  readonly measures: Measures
  readonly pose: Pose
  readonly skeleton: Skeleton
  readonly view: Projection
  readonly time: number
}

/** One piece of a picture with its nearness to the viewer; pieces are painted far to near. */
export interface Piece {
  readonly near: number
  readonly paint: () => void
}

/** A place on the trunk: share of the way from the hips (0) to the neck (1), below 0 the thighs. */
export interface TrunkSlice {
  readonly centre: Local
  readonly across: number
  readonly deep: number
  /** Turn against the body's front. */
  readonly turn: number
  readonly point: Point
  /** Half width on the picture, pixels. */
  readonly r: number
}
