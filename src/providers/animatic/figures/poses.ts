import type { Act, Moment } from './act.ts'
import type { Action, ActionKind } from './actions.ts'
import { crafts } from './craft-poses.ts'
import { efforts } from './effort-poses.ts'
import { walkingPose } from './gait.ts'
import { type Pose, sittingPose, standingPose } from './pose.ts'
import { quiet, signals } from './quiet-poses.ts'

const acts: Partial<Record<ActionKind, Act>> = { ...quiet, ...signals, ...crafts, ...efforts }

/** The body in one instant of a movement. */
export const poseOf = (action: Action, moment: Moment, moving = false): Pose => {
  const base = action.seated
    ? sittingPose(moment.time, moment.seed)
    : moving
      ? walkingPose(moment.time, moment.seed)
      : standingPose(moment.time, moment.seed)
  return acts[action.kind]?.(moment, base) ?? base
}
