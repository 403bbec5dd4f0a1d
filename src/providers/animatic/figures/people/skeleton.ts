import { bendLimb, clamp, type Local, local, type Point, plus } from '../brush/geometry.ts'
import type { ArmPose, FootPose, Pose } from '../poses/pose.ts'
import type { Appearance } from './appearance.ts'

/** Measures of a body in heights of that body. */
export interface Measures {
  readonly head: number
  readonly spine: number
  readonly shoulder: number
  readonly hip: number
  readonly upperArm: number
  readonly foreArm: number
  readonly thigh: number
  readonly shin: number
  readonly girth: number
  /** How much shorter the body below the head is than an adult's. */
  readonly scale: number
}

/** Joints of one limb, from the trunk outwards. */
export interface Limb {
  readonly top: Local
  readonly middle: Local
  readonly end: Local
}

/** All joints of a body, local places. */
export interface Skeleton {
  readonly pelvis: Local
  readonly waist: Local
  readonly neck: Local
  readonly chin: Local
  readonly headCentre: Local
  /** Directions of the trunk: up the upper spine, to the left of the chest and of the hips. */
  readonly up: Local
  readonly chestLeft: Local
  readonly hipLeft: Local
  readonly leftArm: Limb
  readonly rightArm: Limb
  readonly leftLeg: Limb
  readonly rightLeg: Limb
  /** Turn of the face against the body's front, and its nod and tilt. */
  readonly face: { readonly yaw: number; readonly pitch: number; readonly tilt: number }
}

/** A small child is five heads tall, one of thirteen six and a half. */
const childHead = (height: number): number => clamp(0.29 - height * 0.15, 0.155, 0.215)

/** Measures of a person; an adult is seven and a half heads tall. */
export const measuresOf = (appearance: Appearance): Measures => {
  const head = appearance.age === 'child' ? childHead(appearance.height) : 1 / 7.3
  const scale = (1 - head) / (1 - 1 / 7.3)
  const broad = (appearance.sex === 'man' ? 1.08 : 0.93) * (appearance.age === 'child' ? 0.92 : 1)
  return {
    head,
    scale,
    spine: 0.303 * scale,
    shoulder: 0.094 * broad * scale * (0.75 + appearance.girth * 0.25),
    hip: 0.05 * scale,
    upperArm: 0.168 * scale,
    foreArm: 0.14 * scale,
    thigh: 0.246 * scale,
    shin: 0.244 * scale,
    girth: appearance.girth * (appearance.age === 'child' ? 1.02 : 1),
  }
}

const turned = (at: Local, yaw: number): Local =>
  local(
    at.f * Math.cos(yaw) - at.l * Math.sin(yaw),
    at.u,
    at.f * Math.sin(yaw) + at.l * Math.cos(yaw),
  )

/** Puts the joints where a pose wants them. */
export const solveSkeleton = (measures: Measures, pose: Pose, stoop = 0): Skeleton => {
  const scale = measures.scale
  const pelvis = local(pose.pelvis.f * scale, pose.pelvis.u * scale, pose.pelvis.l * scale)
  const hipLeft = turned(local(0, 0, 1), pose.turn)
  const trunk = (lean: number, side: number): Local =>
    turned(local(Math.sin(lean), Math.cos(lean) * Math.cos(side), Math.sin(side)), pose.turn)
  const waist = plus(pelvis, trunk(pose.lean * 0.55, pose.side * 0.6), measures.spine * 0.42)
  const up = trunk(pose.lean + stoop, pose.side)
  const neck = plus(waist, up, measures.spine * 0.58)
  const chestLeft = turned(
    local(0, -Math.sin(pose.side), Math.cos(pose.side)),
    pose.turn + pose.twist,
  )
  const headUp = trunk(
    pose.lean * 0.45 + stoop * 1.4 + pose.head.pitch * 0.5,
    pose.side * 0.4 + pose.head.tilt * 0.5,
  )
  const chin = plus(neck, headUp, 0.027 * scale)
  const headCentre = plus(
    plus(neck, headUp, 0.027 * scale + measures.head * 0.5),
    turned(local(1, 0, 0), pose.turn),
    0.012,
  )
  const shoulderBase = plus(neck, up, -0.043 * scale)
  const frame = { measures, pose, headCentre, chest: shoulderBase }
  return {
    pelvis,
    waist,
    neck,
    chin,
    headCentre,
    up,
    chestLeft,
    hipLeft,
    leftArm: solveArm(frame, plus(shoulderBase, chestLeft, measures.shoulder), pose.left, 1),
    rightArm: solveArm(frame, plus(shoulderBase, chestLeft, -measures.shoulder), pose.right, -1),
    leftLeg: solveLeg(measures, plus(pelvis, hipLeft, measures.hip), pose.leftFoot, 1),
    rightLeg: solveLeg(measures, plus(pelvis, hipLeft, -measures.hip), pose.rightFoot, -1),
    face: {
      yaw: pose.turn + pose.twist * 0.6 + pose.head.yaw,
      pitch: pose.head.pitch + pose.lean * 0.3,
      tilt: pose.head.tilt + pose.side * 0.4,
    },
  }
}

interface ArmFrame {
  readonly measures: Measures
  readonly pose: Pose
  readonly headCentre: Local
  readonly chest: Local
}

const solveArm = (frame: ArmFrame, shoulder: Local, arm: ArmPose, side: number): Limb => {
  const { measures, pose } = frame
  const yaw = pose.turn + pose.twist
  if (arm.kind === 'hang') {
    const direction = (angle: number, out: number): Local =>
      turned(
        local(
          Math.sin(angle) * Math.cos(out),
          -Math.cos(angle) * Math.cos(out),
          Math.sin(out) * side,
        ),
        yaw,
      )
    const middle = plus(shoulder, direction(arm.forward, arm.out), measures.upperArm)
    const end = plus(middle, direction(arm.forward + arm.bend, arm.out * 0.3), measures.foreArm)
    return { top: shoulder, middle, end }
  }
  const scale = measures.scale
  const scaled = local(arm.at.f * scale, arm.at.u * scale, arm.at.l * scale)
  const target =
    arm.from === 'root'
      ? scaled
      : plus(
          arm.from === 'chest' ? frame.chest : frame.headCentre,
          turned(scaled, arm.from === 'chest' ? yaw : pose.turn + pose.head.yaw),
        )
  const pole = turned(local(-0.35, -0.8 + arm.elbow, (0.25 + arm.elbow * 1.1) * side), yaw)
  const { middle, end } = bendLimb(shoulder, target, {
    upper: measures.upperArm,
    lower: measures.foreArm,
    pole,
  })
  return { top: shoulder, middle, end }
}

const solveLeg = (measures: Measures, hip: Local, foot: FootPose, side: number): Limb => {
  const scale = measures.scale
  const target = local(foot.at.f * scale, foot.at.u * scale, foot.at.l * scale)
  const pole = local(1, 0.12, 0.14 * side)
  const { middle, end } = bendLimb(hip, target, {
    upper: measures.thigh,
    lower: measures.shin,
    pole,
  })
  return { top: hip, middle, end }
}

/** How local places fall on the picture. */
export interface Projection {
  readonly at: (place: Local) => Point
  /** Nearness to the viewer, body heights. */
  readonly near: (place: Local) => number
  /** Half width on the picture of a slice that is `across` wide and `deep` deep, pixels. */
  readonly girth: (across: number, deep: number, turn?: number) => number
  /** Pixels of a body height. */
  readonly scale: number
  /** 0 faces the viewer, positive turns to the right of the picture. */
  readonly yaw: number
}

/** The viewer looks down on the ground a little, so that nearer feet stand lower. */
const tilt = 0.11

/** The place of a standing body that falls on a point of the picture, so far to its own left. */
export const placeUnder = (
  { origin, scale, yaw }: { readonly origin: Point; readonly scale: number; readonly yaw: number },
  point: Point,
  l: number,
): Local => {
  const [sine, cosine] = [Math.sin(yaw), Math.cos(yaw)]
  const f = ((point.x - origin.x) / scale - l * cosine) / sine
  return local(f, (origin.y - point.y) / scale + (f * cosine - l * sine) * tilt, l)
}

/** A parallel view of a body that stands at a point of the picture. */
export const makeProjection = (
  origin: Point,
  scale: number,
  yaw: number,
  lying = false,
): Projection => {
  const [sine, cosine] = [Math.sin(yaw), Math.cos(yaw)]
  const near = (place: Local): number => place.f * cosine - place.l * sine
  return {
    scale,
    yaw,
    near,
    at: (place) => {
      const across = place.f * sine + place.l * cosine
      if (lying) {
        return {
          x: origin.x + scale * (place.u - 0.5) * Math.sign(sine || 1),
          y: origin.y - scale * (0.07 + place.f * 0.9 - place.l * 0.25),
        }
      }
      return { x: origin.x + scale * across, y: origin.y - scale * (place.u - near(place) * tilt) }
    },
    girth: (across, deep, turn = 0) =>
      lying
        ? scale * Math.hypot(deep * 0.9, across * 0.3)
        : scale * Math.hypot(across * Math.cos(yaw + turn), deep * Math.sin(yaw + turn)),
  }
}
