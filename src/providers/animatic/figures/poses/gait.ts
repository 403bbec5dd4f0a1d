import { clamp, local } from '../brush/geometry.ts'
import { type ArmPose, ankle, type FootPose, hang, type Pose, reach, standingPose } from './pose.ts'

/** A way of getting along: how long a cycle of two steps takes and how far a foot stays planted. */
export interface Gait {
  readonly cycleSeconds: number
  /** Way of a planted foot under the body, body heights. */
  readonly step: number
  /** Share of the cycle a foot is on the ground. */
  readonly stance: number
}

/** Walking at ease. */
export const walking: Gait = { cycleSeconds: 1.12, step: 0.32, stance: 0.61 }

/** Running. */
export const running: Gait = { cycleSeconds: 0.7, step: 0.36, stance: 0.36 }

/** Going up a slope, with short laboured steps. */
export const climbing: Gait = { cycleSeconds: 1.5, step: 0.25, stance: 0.58 }

/** How much a slope rises on its way that people go up. */
export const grade = 0.4

/** Body heights a second; planted feet do not slide at this speed. */
export const speedOf = (gait: Gait): number => gait.step / (gait.stance * gait.cycleSeconds)

/** From the ball of the foot back and up to the ankle. */
const instep = { f: -0.072, u: 0.03 }

const footAt = (gait: Gait, phase: number, side: number, lift: number): FootPose => {
  const share = phase - Math.floor(phase)
  const half = gait.step / 2
  if (share < gait.stance) {
    const along = share / gait.stance
    const roll = Math.max(0, along - 0.62) / 0.38
    const pitch = along < 0.14 ? -0.3 * (1 - along / 0.14) : 0.75 * roll ** 1.6
    const ball = half - along * gait.step - instep.f * 0.6
    return onBall(ball, pitch, side)
  }
  const along = (share - gait.stance) / (1 - gait.stance)
  const eased = along * along * (3 - 2 * along)
  const from = onBall(-half - instep.f * 0.6, 0.75, side).at
  const to = half - instep.f * 0.6 + instep.f
  const arc = Math.sin(Math.PI * Math.min(1, along * 1.02)) ** 1.15
  return {
    at: local(from.f + (to - from.f) * eased, from.u + (ankle - from.u) * eased + arc * lift, side),
    pitch: 0.75 * (1 - along) * (1 - along) + lift * 3.2 * arc * (1 - along) - 0.3 * along,
  }
}

const onBall = (ball: number, pitch: number, side: number): FootPose => {
  const turn = Math.max(0, pitch)
  return {
    at: local(
      ball + instep.f * Math.cos(turn) + instep.u * Math.sin(turn),
      0.01 - instep.f * Math.sin(turn) + instep.u * Math.cos(turn),
      side,
    ),
    pitch,
  }
}

/** One instant of walking on the spot; the caller moves the body by `speedOf(walking)`. */
export const walkingPose = (time: number, seed: number): Pose => {
  const phase = time / walking.cycleSeconds + (seed % 7) / 7
  const turn = phase * Math.PI * 2
  const swing = Math.cos(turn)
  return {
    ...standingPose(time, seed),
    pelvis: local(0, 0.511 - Math.cos(turn * 2 - 0.5) * 0.008, Math.sin(turn - 0.35) * 0.011),
    turn: swing * 0.07,
    lean: 0.055,
    side: Math.sin(turn - 0.35) * 0.02,
    twist: -swing * 0.14,
    head: { pitch: 0.02 + Math.cos(turn * 2) * 0.015, yaw: swing * 0.04, tilt: 0 },
    left: hang(0.04 - swing * 0.42, 0.13, 0.3 + Math.max(0, -swing) * 0.35),
    right: hang(0.04 + swing * 0.42, 0.13, 0.3 + Math.max(0, swing) * 0.35),
    leftFoot: footAt(walking, phase, 0.042, 0.035),
    rightFoot: footAt(walking, phase + 0.5, -0.042, 0.035),
  }
}

/** One instant of going up a slope on the spot: bent forward, knees high, a hand on the thigh that lifts the body. */
export const climbingPose = (time: number, seed: number): Pose => {
  const phase = time / climbing.cycleSeconds + (seed % 7) / 7
  const turn = phase * Math.PI * 2
  const swing = Math.cos(turn)
  const [left, right] = [
    footAt(climbing, phase, 0.05, 0.13),
    footAt(climbing, phase + 0.5, -0.05, 0.13),
  ]
  const uphill = ({ at, pitch }: FootPose): FootPose => ({
    at: local(at.f + 0.02, at.u + at.f * grade, at.l),
    pitch: pitch - 0.2,
  })
  return {
    ...standingPose(time, seed),
    pelvis: local(-0.02, 0.485 - Math.cos(turn * 2 - 0.5) * 0.018, Math.sin(turn) * 0.012),
    turn: swing * 0.08,
    lean: 0.47 + Math.cos(turn * 2) * 0.03,
    side: 0,
    twist: -swing * 0.1,
    head: { pitch: -0.24, yaw: swing * 0.05, tilt: 0 },
    left: onThigh(left, 0.11),
    right: onThigh(right, -0.11),
    leftFoot: uphill(left),
    rightFoot: uphill(right),
  }
}

/** The hand over a leg: on its thigh when it is before the body, behind it else. */
const onThigh = ({ at }: FootPose, l: number): ArmPose => {
  const before = clamp(0.5 + at.f / climbing.step)
  return reach(
    'root',
    local(-0.04 + before * 0.2, 0.5 - before * 0.05, l * (1.3 - before * 0.5)),
    0.3,
  )
}

/** One instant of running on the spot. */
export const runningPose = (time: number, seed: number): Pose => {
  const phase = time / running.cycleSeconds + (seed % 7) / 7
  const turn = phase * Math.PI * 2
  const swing = Math.cos(turn - 0.3)
  return {
    ...standingPose(time, seed),
    pelvis: local(0, 0.495 - Math.cos(turn * 2 - 0.9) * 0.022, 0),
    turn: swing * 0.12,
    lean: 0.2,
    side: 0,
    twist: -swing * 0.24,
    head: { pitch: -0.08, yaw: swing * 0.05, tilt: 0 },
    left: hang(-0.05 - swing * 0.85, 0.16, 1.55 - swing * 0.2),
    right: hang(-0.05 + swing * 0.85, 0.16, 1.55 + swing * 0.2),
    leftFoot: footAt(running, phase, 0.034, 0.17),
    rightFoot: footAt(running, phase + 0.5, -0.034, 0.17),
  }
}
