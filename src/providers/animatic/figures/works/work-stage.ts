import type { Actor } from '../actor.ts'
import type { FigureBody, Piece } from '../people/figure-body.ts'
import { armPieces } from '../people/limbs.ts'
import type { Performance } from '../performance.ts'
import type { Moment } from '../poses/act.ts'
import { type Pose, sittingPose, standingPose } from '../poses/pose.ts'
import type { WorkSite } from './work-pieces.ts'
import { workPose } from './work-poses.ts'
import { type Work, workplaces } from './work-words.ts'

/** Height of the top somebody works at, own heights. */
const highFor = ({ sharing, appearance }: Actor, { name }: Work): number =>
  sharing ? sharing.high / appearance.height : workplaces[name].high

/** The body of one who works at something, in one instant. */
export const poseAtWork = (actor: Actor, work: Work, moment: Moment): Pose => {
  const base = actor.action.seated
    ? sittingPose(moment.time, moment.seed, moment.seatHigh)
    : standingPose(moment.time, moment.seed)
  const side = actor.yaw < 0 ? -1 : 1
  return workPose(work.name, { ...moment, high: highFor(actor, work), side }, base)
}

/** Where the work of somebody is in a picture. */
export const workSite = (
  { actor, frame, indoors, place }: Performance,
  work: Work,
  { view, appearance }: FigureBody,
): WorkSite => ({
  ...{ work, indoors, place },
  high: highFor(actor, work),
  middle: actor.sharing ? actor.x * frame.width : null,
  workers: actor.sharing?.workers ?? 1,
  metre: view.scale / (adultMetres * appearance.height),
})

const adultMetres = 1.7

/** The arms of one who works with others. */
export const workHands = (body: FigureBody): Piece[] => [
  ...armPieces(body, body.skeleton.leftArm, 1),
  ...armPieces(body, body.skeleton.rightArm, -1),
]
