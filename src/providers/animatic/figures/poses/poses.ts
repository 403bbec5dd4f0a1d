import type { Act, Moment } from './act.ts'
import type { Action, ActionKind } from './actions.ts'
import { crafts } from './craft-poses.ts'
import { efforts } from './effort-poses.ts'
import { walkingPose } from './gait.ts'
import { pairs } from './pair-poses.ts'
import { type ArmPose, type Pose, sittingPose, sittingUp, standingPose } from './pose.ts'
import { quiet, signals } from './quiet-poses.ts'
import { care } from './tending-poses.ts'

const acts: Partial<Record<ActionKind, Act>> = {
  ...quiet,
  ...signals,
  ...crafts,
  ...efforts,
  ...pairs,
  ...care,
}

/** The body in one instant of a movement. */
export const poseOf = (action: Action, moment: Moment, moving = false): Pose => {
  const base = moment.abed
    ? sittingUp(moment.time, moment.seed, moment.bedHigh)
    : action.seated
      ? sittingPose(moment.time, moment.seed, moment.seatHigh)
      : moving
        ? walkingPose(moment.time, moment.seed)
        : standingPose(moment.time, moment.seed)
  const pose = acts[action.kind]?.(moment, base) ?? base
  const isOther = moment.toTheLeft ? isOutwards(action.kind) : action.kind === 'search'
  // A forearm that shades the eyes is beyond the face, not before it.
  return isOther ? mirrored(pose) : pose
}

/** Whether it is done with the arm that is behind the face, so that it does not hide it. */
export const isOutwards = (kind: ActionKind): boolean =>
  kind === 'wave' || kind === 'shout' || kind === 'release' || kind === 'throw'

/** A pose with left and right exchanged. */
export const mirrored = (pose: Pose): Pose => ({
  ...pose,
  side: -pose.side,
  twist: -pose.twist,
  left: otherWay(pose.right),
  right: otherWay(pose.left),
})

const otherWay = (arm: ArmPose): ArmPose =>
  arm.kind === 'reach' ? { ...arm, at: { ...arm.at, l: -arm.at.l } } : arm
