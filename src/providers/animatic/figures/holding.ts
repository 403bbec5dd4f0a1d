import { clamp, type Local, local } from './brush/geometry.ts'
import type { Performance } from './performance.ts'
import type { Moment } from './poses/act.ts'
import type { ActionKind } from './poses/actions.ts'
import { type ArmPose, hang, type Pose, reach, type Side } from './poses/pose.ts'
import { isOutwards, mirrored, poseOf } from './poses/poses.ts'
import { isBar, isBroad, isHeldByBoth, isTall } from './props/held-things.ts'
import { looksUp } from './things/fliers.ts'
import type { Thing } from './things/thing.ts'

/** The body of one who does something in one instant, with its arms round, under or at what it holds. */
export const poseWithHeld = (performance: Performance, moment: Moment): Pose => {
  const { held, actor } = performance
  const { action, carried } = actor
  const { kind } = action
  const thing = held && kind !== 'read' ? held.thing : null
  const hangs = thing !== null && hangsByHandle(performance, thing)
  const pose = poseOf(
    hangs ? { ...action, kind: withFreeArm[kind] ?? kind } : action,
    moment,
    kind === 'carry',
  )
  if (kind === 'gaze' && looksUp(actor.actionText))
    return { ...pose, head: { ...pose.head, pitch: -0.6, yaw: pose.head.yaw * 0.4 } }
  if (carried) return { ...pose, ...cradling }
  if (kind === 'lift') return lifting(pose, performance, moment)
  if (!thing) return pose
  if (thing.name === 'umbrella') return { ...pose, left: umbrellaArm }
  const side = holdingSide(performance, moment)
  const posed = { ...withFree(pose, side), holding: side }
  return hangs ? withArms(posed, side, byTheSide) : withArmsFor(posed, side, { thing, kind })
}

/** How one moves who holds a thing by its handle in one hand. */
const withFreeArm: Partial<Record<ActionKind, ActionKind>> = { carry: 'walk', hold: 'stand' }

/** The hand that holds is the one near the viewer, so that no body is before what it holds; unless that hand waves. */
const holdingSide = ({ actor }: Performance, { toTheLeft }: Moment): Side =>
  toTheLeft === isOutwards(actor.action.kind) ? 'right' : 'left'

/** A pose in which the arm of a side has nothing else to do: people gesture with the right. */
const withFree = (pose: Pose, side: Side): Pose =>
  side === 'right' && pose.right.kind === 'reach' ? mirrored(pose) : pose

/** Whether a thing with a handle hangs from a straight arm: what is heavy does, where the arm is seen down to the hand. */
const hangsByHandle = ({ actor, frame }: Performance, { hold, metres }: Thing): boolean => {
  const carries = ['hold', 'carry'].includes(actor.action.kind)
  return hold === 'top' && !frame.tight && metres >= (carries ? 0.3 : 0.42)
}

const withArmsFor = (
  pose: Pose,
  side: Side,
  { thing, kind }: { readonly thing: Thing; readonly kind: ActionKind },
): Pose => {
  if (kind === 'hug') return { ...pose, ...clasping }
  if (!isHeldByBoth(kind, thing)) return withArms(pose, side, holdingArm(thing))
  return isTall(thing) ? withArms(pose, side, ...lowHands) : pose
}

/** A pose with the arms told as those of one who holds with the left hand; the other stays as it is where none is told. */
const withArms = (pose: Pose, side: Side, holds: ArmPose, helps?: ArmPose): Pose => {
  const own = (arm: ArmPose): ArmPose =>
    side === 'right' && arm.kind === 'reach' ? { ...arm, at: { ...arm.at, l: -arm.at.l } } : arm
  const other = side === 'left' ? 'right' : 'left'
  return { ...pose, [side]: own(holds), ...(helps ? { [other]: own(helps) } : {}) }
}

/** Arms under a small animal at the breast. */
const cradling = {
  left: reach('chest', local(0.14, -0.11, 0.06), 0.25),
  right: reach('chest', local(0.15, -0.13, -0.05), 0.25),
}

/** Arms round a thing at the breast. */
const clasping = {
  left: reach('chest', local(0.16, -0.1, -0.03), 0.35),
  right: reach('chest', local(0.16, -0.14, 0.03), 0.35),
}

/** Both hands low before the body, so that what stands up from them stays below the face. */
const lowHands = [
  reach('chest', local(0.17, -0.19, 0.03), 0.2),
  reach('chest', local(0.16, -0.24, -0.02), 0.2),
] as const

/** An arm straight down with something heavy. */
const byTheSide = hang(0.03, 0.16, 0.06)

/** An umbrella is held upright at the shoulder. */
const umbrellaArm = reach('chest', local(0.1, -0.07, 0.13), 0.1)

/** The arm with a thing: flowers are low and before the body, so that no face is hidden. */
const holdingArm = (thing: Thing): ArmPose => {
  if (thing.hold === 'top')
    return reach('chest', local(0.19, thing.metres < 0.38 ? 0 : -0.07, 0.05), 0.15)
  return isTall(thing)
    ? reach('chest', local(0.19, -0.17, 0.02), 0.1)
    : reach('chest', local(0.19, -0.15, 0.07), 0.1)
}

/** Whether there is room over the heads of a picture. */
const isWide = ({ adult, height }: Performance['frame']): boolean => adult < height * 0.55

/** Hands under the arms of one who is held up. */
const underArms = (apart: number, up: number): Pick<Pose, 'left' | 'right'> => ({
  left: reach('chest', local(apart - 0.03, up, 0.07), 0.2),
  right: reach('chest', local(apart - 0.03, up, -0.07), 0.2),
})

/** How far over the chest of who lifts somebody the hands are that hold them, body heights. */
export const liftedTo = 0.08

/** Half a hand's breadth, body heights: as near as two hands come under a thing. */
const together = 0.05

/**
 * A thing is brought up from the breast to over the head, what is small in one hand; seen close, to the shoulders, so that
 * it stays in the picture, and beside the head, so that it hides no face.
 */
const lifting = (pose: Pose, performance: Performance, moment: Moment): Pose => {
  const { held, frame, actor } = performance
  if (actor.partner)
    return { ...pose, ...underArms(actor.partner.apart, frame.tight ? -0.04 : liftedTo) }
  const share = clamp(0.35 + moment.time / 1.4, 0, 1)
  const up = share * share * (3 - 2 * share)
  const { forward, top, aside } = liftIn(frame, held !== null && isBar(held.thing))
  const at = (l: number): Local =>
    local(0.19 - up * (0.19 - forward), -0.12 + up * (top + 0.12), aside + l)
  const side = holdingSide(performance, moment)
  const head = { ...pose.head, pitch: pose.head.pitch - up * 0.16 }
  const posed = { ...pose, head, holding: side }
  if (held && !isBroad(held.thing))
    return withArms(posed, side, reach('chest', at(frame.tight ? 0 : oneHand), 0.3))
  const broad = held ? held.thing.metres * held.thing.wide : 0.4
  const half = clamp(broad / 3.4 / actor.appearance.height, together, 0.16)
  return withArms(posed, side, reach('chest', at(half), 0.6), reach('chest', at(-half), 0.5))
}

/** Where hands are that have lifted something, from the chest: before it, over it and to the side, body heights. */
const liftIn = (
  frame: Performance['frame'],
  isLong: boolean,
): { readonly forward: number; readonly top: number; readonly aside: number } => {
  if (!frame.tight) return { forward: 0.06, top: isWide(frame) ? 0.26 : 0.195, aside: 0 }
  return isLong
    ? { forward: 0.13, top: -0.02, aside: 0 }
    : { forward: 0.13, top: 0.03, aside: 0.21 }
}

/** How far beside the middle one hand lifts over the head, body heights. */
const oneHand = 0.12
