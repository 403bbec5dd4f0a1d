import type { Slice } from '../brush/brush.ts'
import { css, type Rgb, shift } from '../brush/colour.ts'
import { bendLimb, between, type Local, local, plus } from '../brush/geometry.ts'
import type { Piece } from '../people/figure-body.ts'
import { curledPieces } from './curled.ts'
import { paintWing } from './dragon-wings.ts'
import { paintBehindBody, paintSpines } from './quadruped-back.ts'
import {
  type Frame,
  footOf,
  gaits,
  poseQuadruped,
  type QuadrupedMoment,
  type QuadrupedStance,
  slice,
  type Way,
} from './quadruped-frame.ts'
import { headOf, headPieces } from './quadruped-head.ts'
import { paintUnderside } from './quadruped-pale.ts'
import { paintTail } from './quadruped-tails.ts'
import { markTube } from './tube-marks.ts'

/** The pieces of a four-legged animal. */
export const quadrupedPieces = (moment: QuadrupedMoment): Piece[] => {
  const { look, view, way } = moment
  const { gait, phase, frame } = instantOf(moment)
  if (frame.lies && look.curls) return [...curledPieces(frame), ...headPieces(frame, phase, way)]
  const pieces: Piece[] = [
    { near: 0, paint: () => paintBody(frame) },
    { near: 0.01, paint: () => paintMuscle(frame) },
    { near: -0.15, paint: () => paintTail(frame, way) },
    ...headPieces(frame, phase, way),
    ...wingPieces(frame),
  ]
  if (frame.lies) return [...pieces, ...foldedLegs(frame)]
  for (const [index, offset] of (gait?.phases ?? [0, 0, 0, 0]).entries()) {
    const side = index < 2 ? 1 : -1
    const swing = footOf(gait, phase + offset)
    const leg = index % 2 === 0 ? hindLeg(frame, side, swing) : foreLeg(frame, side, swing)
    pieces.push({ near: -0.2 - side * Math.sin(view.yaw) * 0.1, paint: leg })
  }
  return pieces
}

/** The legs of one that lies: the forelegs before it, the haunches beside the belly. */
const foldedLegs = (frame: Frame): Piece[] =>
  [-1, 1].flatMap((side): Piece[] => {
    const far = side * Math.sin(frame.moment.view.yaw) > 0
    return [
      { near: far ? -0.3 : 0.03, paint: () => paintLeg(frame, foldedForeLeg(frame, side), far) },
      { near: far ? -0.3 : 0.02, paint: () => paintLeg(frame, foldedHindLeg(frame, side), far) },
    ]
  })

/** The far wing is behind everything, the near one before the flank. */
const wingPieces = (frame: Frame): Piece[] =>
  frame.moment.look.wings
    ? [-1, 1].map((side) => {
        const far = side * Math.sin(frame.moment.view.yaw) > 0
        return { near: far ? -0.4 : 0.015, paint: () => paintWing(frame, side) }
      })
    : []

interface Instant<Moment extends QuadrupedStance> {
  readonly gait: (typeof gaits)[Way] | null
  readonly phase: number
  readonly frame: Frame<Moment>
}

const instantOf = <Moment extends QuadrupedStance>(moment: Moment): Instant<Moment> => {
  const gait = moment.way === null ? null : gaits[moment.way]
  const phase = gait ? moment.time / gait.seconds + (moment.seed % 7) / 7 : 0
  return { gait, phase, frame: poseQuadruped(moment, gait, phase) }
}

/** Where a rider sits on an animal and where the reins are tied, local places of the animal. */
export const saddleOf = (
  moment: QuadrupedMoment,
): { readonly seat: Local; readonly bit: Local } => {
  const { phase, frame } = instantOf(moment)
  const { nose, skull } = headOf(frame, phase, moment.way)
  const back = between(frame.rump, frame.withers, 0.66)
  return {
    seat: plus(back, local(0, moment.look.belly * 0.92, 0)),
    bit: between(skull, nose, 0.72),
  }
}

/** Where hands touch an animal, local places of it. */
export interface TouchedPlaces {
  readonly crown: Local
  readonly face: Local
  readonly mouth: Local
  readonly nape: Local
  readonly side: Local
  readonly back: Local
  readonly rump: Local
}

/** Where an animal is touched, on the upper side of head, neck and back. */
export const touchedPlaces = (moment: QuadrupedStance): TouchedPlaces => {
  const { phase, frame } = instantOf(moment)
  const { look } = moment
  const { root, nose, skull } = headOf(frame, phase, moment.way)
  const on = (place: Local, up: number): Local => plus(place, local(0, up, 0))
  return {
    crown: on(skull, look.skull * 0.85),
    face: on(between(skull, nose, 0.6), look.skull * 0.5),
    mouth: on(nose, -look.skull * 0.3),
    nape: on(between(root, skull, 0.45), look.skull * 0.7),
    side: on(between(frame.rump, frame.withers, 0.72), look.belly * 0.3),
    back: on(between(frame.rump, frame.withers, 0.85), look.belly * 0.95),
    rump: on(between(frame.rump, frame.withers, 0.3), look.belly * 0.95),
  }
}

const paintBody = (frame: Frame): void => {
  const { moment, rump, withers } = frame
  const { look, brush, view } = moment
  const at = (share: number, up: number, radius: number): Slice =>
    slice(frame, plus(between(rump, withers, share), local(0, up, 0)), radius)
  const across = Math.max(0.72, Math.abs(Math.sin(view.yaw)))
  // Runners are deep in the chest and drawn up at the loins.
  const tuck = Math.max(0, 1 - look.belly / look.chest)
  const slices = [
    at(-0.1, -0.015, look.belly * 0.58),
    at(0.03, 0.0, look.belly * 0.96),
    at(0.25, look.belly * tuck * 0.7, look.belly * (0.94 - tuck * 0.5)),
    at(0.48, look.belly * tuck * 0.5, look.belly * (0.96 - tuck * 0.3)),
    at(0.74, -look.chest * 0.06, look.chest * 0.94),
    at(0.95, -look.chest * 0.09, look.chest),
    at(1.1, -0.005, look.chest * 0.7),
  ].map((one) => ({ ...one, r: one.r * across }))
  paintBehindBody(frame, slices)
  if (look.back === 'wool') {
    for (const [index, one] of slices.entries())
      for (const turn of [-1, 0.2, 1])
        brush.oval(
          { x: one.x + Math.sin(index * 2 + turn) * one.r * 0.2, y: one.y + turn * one.r * 0.62 },
          { rx: one.r * 0.5, ry: one.r * 0.48 },
          look.coat,
        )
  }
  brush.tube(slices, look.coat)
  paintUnderside(frame, slices)
  markTube(brush, slices, { ...look, colour: look.marked, seed: moment.seed })
  if (look.back === 'spines') paintSpines(frame)
}

/** The muscle of haunch and shoulder, a soft change on the flank. */
const paintMuscle = (frame: Frame): void => {
  const { brush, look, view } = frame.moment
  if (brush.look === 'motion' || brush.look === 'sketch' || look.back === 'wool') return
  const side = Math.sin(view.yaw) > 0 ? -1 : 1
  const spot = (place: Local, radius: number): void => {
    const at = view.at(place)
    const reach = radius * view.scale
    const gradient = brush.context.createRadialGradient(
      at.x - reach * 0.2 * Math.sign(brush.light.direction || 1) * -1,
      at.y - reach * 0.3,
      0,
      at.x,
      at.y,
      reach,
    )
    gradient.addColorStop(0, css(brush.tone(look.coat, 0.16), 0.5))
    gradient.addColorStop(0.6, css(brush.tone(look.coat, 0.02), 0.25))
    gradient.addColorStop(1, css(brush.tone(look.coat), 0))
    brush.context.fillStyle = gradient
    brush.context.fillRect(at.x - reach, at.y - reach, reach * 2, reach * 2)
  }
  spot(plus(frame.rump, local(0.1, -0.02, side * look.belly * 0.4)), look.belly * 0.95)
  spot(
    plus(frame.withers, local(0.0, -look.chest * 0.25, side * look.chest * 0.4)),
    look.chest * 0.85,
  )
}

const paintLeg = (frame: Frame, joints: Joints, far: boolean): void => {
  const { brush, look } = frame.moment
  const tone: Rgb = shift(look.points ?? look.coat, far ? -0.3 : -0.04)
  const limb = joints.map(([place, radius]) =>
    slice(frame, place, look.pillars ? Math.max(radius * 0.92, look.leg * 0.86) : radius),
  )
  brush.tube(limb, tone, { end: 0.5 })
  if (look.socks) brush.tube(limb.slice(-3), shift(look.socks, far ? -0.3 : 0), { end: 0.5 })
  markLeg(frame, limb, shift(look.marked, far ? -0.3 : 0))
  const last = joints.at(-1)
  if (!last) return
  if (look.pillars) {
    paintToes(frame, last[0], tone)
    return
  }
  const paw = plus(last[0], local(0.035, -0.015, 0))
  brush.tube(
    [slice(frame, last[0], look.leg * 0.7), slice(frame, paw, look.leg * 0.72)],
    shift(look.socks ?? tone, -0.22),
  )
}

const markLeg = (frame: Frame, limb: readonly Slice[], colour: Rgb): void => {
  const { brush, look, seed } = frame.moment
  if (look.marks === 'bands' || look.marks === 'stripes')
    markTube(brush, limb, { marks: look.marks === 'bands' ? 'bands' : 'rings', colour, seed })
  if (look.marks === 'patches') markTube(brush, limb.slice(0, 4), { ...look, colour, seed })
}

/** The round foot under a pillar, with its nails. */
const paintToes = (frame: Frame, foot: Local, tone: Rgb): void => {
  const { brush, look, view } = frame.moment
  const at = (f: number, u: number, radius: number): Slice =>
    slice(frame, plus(foot, local(f, u, 0)), radius)
  brush.tube([at(0, 0.06, look.leg * 0.9), at(0.01, 0, look.leg)], tone, { end: 0.28 })
  for (const along of [0.35, 0.75]) {
    const nail = view.at(plus(foot, local(look.leg * along, -0.012, 0)))
    const reach = look.leg * view.scale
    brush.oval(nail, { rx: reach * 0.17, ry: reach * 0.15 }, shift(tone, 0.4), { outline: false })
  }
}

/** The joints of a leg, from the trunk to the foot, with the thickness there. */
type Joints = readonly (readonly [Local, number])[]

const foldedForeLeg = ({ moment: { look }, withers }: Frame, side: number): Joints => {
  const at = (f: number, u: number): Local => local(withers.f + f, u, side * look.chest * 0.62)
  return [
    [at(0.02, withers.u - look.chest * 0.3), look.leg * 1.5],
    [at(-0.06, look.leg * 1.3), look.leg * 1.1],
    [at(0.14, look.leg * 0.75), look.leg * 0.8],
    [at(0.36, look.leg * 0.62), look.leg * 0.62],
  ]
}

const foldedHindLeg = ({ moment: { look }, rump }: Frame, side: number): Joints => {
  const at = (f: number, u: number): Local => local(rump.f + f, u, side * look.belly * 0.72)
  return [
    [at(0.06, rump.u - 0.02), look.leg * 2.1],
    [at(0.24, rump.u * 0.85), look.leg * 1.9],
    [at(0.32, look.leg * 1.7), look.leg * 1.2],
    [at(0.1, look.leg * 0.8), look.leg * 0.8],
    [at(0.36, look.leg * 0.62), look.leg * 0.62],
  ]
}

const hindLeg =
  (frame: Frame, side: number, swing: { readonly f: number; readonly u: number }) => (): void => {
    const { look, view } = frame.moment
    const hip = plus(frame.rump, local(0.1, -0.02, side * look.belly * 0.42))
    const foot = frame.flies
      ? plus(frame.rump, local(-0.32, -0.4 + swing.u, side * look.belly * 0.5))
      : local(
          frame.rump.f + (frame.sits ? 0.4 : 0.02) + swing.f,
          0.03 + swing.u,
          side * look.belly * 0.5,
        )
    const hock = plus(foot, local(-0.11 - swing.u * 0.25, frame.sits ? 0.1 : 0.24, 0))
    const bone = Math.max(0.2, (hip.u - 0.24) * 0.62)
    const { middle } = bendLimb(hip, hock, {
      upper: bone,
      lower: bone * 0.94,
      pole: local(1, 0.2, 0),
    })
    paintLeg(
      frame,
      [
        [hip, look.leg * 2.1],
        [between(hip, middle, 0.55), look.leg * 1.85],
        [middle, look.leg * 1.25],
        [between(middle, hock, 0.6), look.leg * 0.82],
        [hock, look.leg * 0.7],
        [between(hock, foot, 0.5), look.leg * 0.56],
        [foot, look.leg * 0.6],
      ],
      side * Math.sin(view.yaw) > 0,
    )
  }

const foreLeg =
  (frame: Frame, side: number, swing: { readonly f: number; readonly u: number }) => (): void => {
    const { look, view } = frame.moment
    const shoulder = plus(frame.withers, local(0.02, -look.chest * 0.35, side * look.chest * 0.5))
    const foot = frame.flies
      ? plus(frame.withers, local(-0.1, -0.5 + swing.u, side * look.chest * 0.5))
      : local(frame.withers.f + 0.0 + swing.f, 0.03 + swing.u, side * look.chest * 0.5)
    const bone = Math.max(0.2, shoulder.u * 0.53)
    const { middle } = bendLimb(shoulder, foot, {
      upper: bone,
      lower: bone,
      pole: local(swing.u > 0.02 ? 0.9 : -0.5, 0, 0),
    })
    paintLeg(
      frame,
      [
        [shoulder, look.leg * 1.7],
        [between(shoulder, middle, 0.6), look.leg * 1.15],
        [middle, look.leg * 0.82],
        [between(middle, foot, 0.55), look.leg * 0.58],
        [foot, look.leg * 0.6],
      ],
      side * Math.sin(view.yaw) > 0,
    )
  }
