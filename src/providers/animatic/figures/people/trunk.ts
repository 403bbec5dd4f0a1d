import type { Slice } from '../brush/brush.ts'
import { between, blend, type Local, local, type Point, plus } from '../brush/geometry.ts'
import type { FigureBody, TrunkSlice } from './figure-body.ts'

interface Ring {
  readonly at: number
  readonly across: number
  readonly deep: number
}

const ring = (at: number, across: number, deep: number): Ring => ({ at, across, deep })

const rings: Readonly<Record<'woman' | 'man' | 'child', readonly Ring[]>> = {
  woman: [
    ring(-0.1, 0.078, 0.066),
    ring(0.02, 0.094, 0.076),
    ring(0.2, 0.083, 0.066),
    ring(0.38, 0.067, 0.054),
    ring(0.56, 0.077, 0.064),
    ring(0.7, 0.086, 0.073),
    ring(0.84, 0.085, 0.06),
    ring(0.92, 0.084, 0.048),
    ring(0.97, 0.066, 0.04),
    ring(1.03, 0.034, 0.034),
  ],
  man: [
    ring(-0.1, 0.075, 0.066),
    ring(0.02, 0.085, 0.072),
    ring(0.2, 0.081, 0.066),
    ring(0.38, 0.078, 0.062),
    ring(0.56, 0.09, 0.068),
    ring(0.7, 0.103, 0.074),
    ring(0.84, 0.102, 0.066),
    ring(0.92, 0.101, 0.052),
    ring(0.97, 0.082, 0.044),
    ring(1.03, 0.042, 0.04),
  ],
  child: [
    ring(-0.1, 0.076, 0.066),
    ring(0.02, 0.082, 0.072),
    ring(0.2, 0.08, 0.07),
    ring(0.38, 0.076, 0.066),
    ring(0.56, 0.08, 0.064),
    ring(0.7, 0.086, 0.064),
    ring(0.84, 0.082, 0.056),
    ring(0.92, 0.08, 0.046),
    ring(0.97, 0.062, 0.038),
    ring(1.03, 0.032, 0.032),
  ],
}

const ringAt = (set: readonly Ring[], at: number): Ring => {
  const index = set.findIndex((one) => one.at >= at)
  const last = set.at(-1) ?? ring(1, 0.03, 0.03)
  const above = index < 0 ? last : (set[index] ?? last)
  const below = set[Math.max(0, (index < 0 ? set.length : index) - 1)] ?? above
  const range = above.at - below.at
  const share = range > 0 ? Math.max(0, Math.min(1, (at - below.at) / range)) : 0
  return ring(at, blend(below.across, above.across, share), blend(below.deep, above.deep, share))
}

const spineAt = (body: FigureBody, at: number): Local => {
  const { pelvis, waist, neck, up } = body.skeleton
  if (at < 0) return plus(pelvis, local(0, 1, 0), at * body.measures.spine)
  if (at < 0.42) return between(pelvis, waist, at / 0.42)
  if (at <= 1) return between(waist, neck, (at - 0.42) / 0.58)
  return plus(neck, up, (at - 1) * body.measures.spine)
}

/** A slice through the trunk; `loose` is how far cloth stands off the body, body heights. */
export const trunkSlice = (body: FigureBody, at: number, loose = 0): TrunkSlice => {
  const { appearance, measures, pose, view } = body
  const set = rings[appearance.age === 'child' ? 'child' : appearance.sex]
  const here = ringAt(set, at)
  const belly =
    Math.max(0, measures.girth - 1) * (1 - Math.min(1, Math.abs(at - 0.35) * 1.6)) * 0.22
  const girth = at > 0.94 ? 1 : measures.girth
  const across = (here.across * (girth + belly) + loose * (at > 0.95 ? 0.4 : 1)) * measures.scale
  const deep = (here.deep * (girth + belly * 2) + loose * (at > 0.95 ? 0.4 : 1)) * measures.scale
  const centre = spineAt(body, at)
  const turn = pose.turn + pose.twist * Math.max(0, Math.min(1, at))
  return { centre, across, deep, turn, point: view.at(centre), r: view.girth(across, deep, turn) }
}

/** The trunk as slices of a tube, from one height to another. */
export const trunkTube = (body: FigureBody, from: number, to: number, loose = 0): Slice[] => {
  const heights = [-0.1, 0.02, 0.2, 0.38, 0.56, 0.7, 0.84, 0.92, 0.97, 1.03]
  const inner = heights.filter((at) => at > from + 0.03 && at < to - 0.02)
  return [from, ...inner, to].map((at) => {
    const slice = trunkSlice(body, at, loose)
    return { x: slice.point.x, y: slice.point.y, r: slice.r }
  })
}

/**
 * A point on the surface of the trunk.
 *
 * @param round turn from the middle of the chest to the body's own left, radians
 */
export const trunkSpot = (
  body: FigureBody,
  at: number,
  round: number,
  loose = 0,
): { readonly point: Point; readonly facing: number } => {
  const slice = trunkSlice(body, at, loose)
  const f = Math.cos(round) * slice.deep
  const l = Math.sin(round) * slice.across
  const place = plus(
    slice.centre,
    local(
      f * Math.cos(slice.turn) - l * Math.sin(slice.turn),
      0,
      f * Math.sin(slice.turn) + l * Math.cos(slice.turn),
    ),
  )
  return { point: body.view.at(place), facing: Math.cos(round + slice.turn + body.view.yaw) }
}
