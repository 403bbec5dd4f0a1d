import { between, type Local } from '../brush/geometry.ts'
import type { FigureBody, Piece } from '../people/figure-body.ts'
import type { ActionKind } from '../poses/actions.ts'
import type { Thing } from '../things/thing.ts'
import type { NamedThing } from '../things/things.ts'
import { held, type Reach } from './prop-reach.ts'
import { umbrellaOver } from './umbrella.ts'

/** Whether a thing stands up from the hand that holds it by its foot. */
export const isTall = ({ hold, metres }: Thing): boolean => hold === 'foot' && metres > 0.3

/** Whether a thing is more than one hand goes round. */
export const isBroad = ({ wide, metres }: Thing): boolean => wide * metres > 0.16

/** Whether both hands hold a thing: who is said to hold or carry it does so, where it has no handle. */
export const isHeldByBoth = (kind: ActionKind, { hold }: Thing): boolean =>
  (kind === 'hold' || kind === 'carry') && hold !== 'top'

/** The broadest that a thing is drawn in somebody's hands, metres for a grown-up: more would hide who holds it. */
const broadest = 0.58

/** How much larger than it is a thing is drawn in somebody's hands. */
const growOf = ({ body }: Reach, { metres, wide }: Thing, wish: number): number =>
  Math.min(wish, Math.max(0.5, (broadest * body.appearance.height) / (metres * wide)))

/** A thing in the hands: fingers close over it, the arm that holds it is before it. */
export const heldPieces = (reach: Reach, { thing, colour }: NamedThing): Piece[] => {
  const { request, body } = reach
  const { kind } = request.action
  if (kind === 'read') return []
  if (thing.name === 'umbrella') return umbrellaOver(reach, colour)
  const near = body.view.near(gripOf(body)) + 0.013
  const look = { colour, near }
  const hand = body.pose.holding === 'right' ? reach.rightHand : reach.leftHand
  if (kind === 'lift')
    return held(reach, thing, {
      ...{
        ...look,
        at: isBroad(thing) ? reach.between : hand,
        by: isBar(thing) ? 'middle' : 'foot',
      },
    })
  if (kind === 'hug')
    return held(reach, thing, {
      ...{ ...look, at: reach.between, by: 'middle', grow: growOf(reach, thing, 1.1) },
    })
  if (isHeldByBoth(kind, thing) && !isTall(thing) && isBroad(thing))
    return held(reach, thing, { ...look, at: reach.between, grow: growOf(reach, thing, 1.1) })
  if (!isTall(thing))
    return held(reach, thing, { ...look, at: hand, grow: growOf(reach, thing, 1.15) })
  // A balloon keeps clear of the face.
  const turn = (thing.metres > 0.6 ? 0.62 : 0.35) * (Math.sign(Math.sin(body.view.yaw)) || 1)
  return held(reach, thing, { ...look, at: hand, turn, sink: 0.2, grow: 0.85 })
}

/** Whether hands go round a thing where it is thin, instead of under it. */
export const isBar = ({ hold, wide }: Thing): boolean => hold === 'middle' && wide > 2

/** The part of the forearm that says how near the hand is that holds. */
const gripOf = ({ skeleton, pose }: FigureBody): Local => {
  const arm = pose.holding === 'right' ? skeleton.rightArm : skeleton.leftArm
  return between(arm.middle, arm.end, 0.7)
}
