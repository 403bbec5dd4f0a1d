import type { Actor } from './actor.ts'
import type { ActionKind } from './poses/actions.ts'
import { blownIn } from './props/blown.ts'
import { hugsTree } from './props/hugged-tree.ts'
import { flierReleased } from './things/fliers.ts'
import { thingInHand } from './things/in-hand.ts'
import { missileThrown } from './things/missiles.ts'

/**
 * Verbs that a movement stands in for: somebody who climbs into a bus is drawn walking, so that nobody is idle, and is not
 * said to climb.
 */
const standIns: Partial<Record<ActionKind, RegExp>> = {
  walk: /^(?:climb|scal|ascend)/u,
  carry: /^(?:lift|rais|hoist|deliver)/u,
  hold: /^(?!hold|grip|clutch|wear|examin|inspect|giv|offer|find|discover)/u,
  ball: /^juggl/u,
  knock: /^(?:open|clos|unlock|lock|shut)/u,
  sit: /^driv/u,
  quarrel: /^fight/u,
}

/** Whether what a movement is done to is not drawn: nobody throws a party. */
const withoutThing: Partial<Record<ActionKind, (action: string) => boolean>> = {
  release: (action) => flierReleased(action) === null,
  throw: (action) => missileThrown(action) === null,
  blow: (action) => blownIn(action) === null,
}

/** Verbs that nobody is seen to do without somebody else in sight, of whatever movement. */
const towards =
  /^(?:follow|chas|meet|quarrel|argu|scold|bicker|interview|debat|convers|kiss|hug|embrac|cuddl)/u

/** Movements in which two hold each other. */
const ofTwo: readonly ActionKind[] = ['kiss', 'hug', 'hold-hands', 'shake-hands']

/** What is seen to be done to an animal in the arms. */
const ofTheArms = /^(?:pet|strok|pat|scratch|hug|cuddl|embrac)/u

/** What is seen by the legs: a picture from the waist up does not show them. */
const ofTheLegs = /^(?:kneel|crouch|plant|garden|dig|gather|kick|dribbl|jump|leap|hop|skip|ski)/u

/** What of a picture decides whether a deed is seen in it. */
export interface DeedSight {
  /** Everybody in sight. */
  readonly actors: readonly Actor[]
  /** Whether the picture cuts people at the waist or nearer. */
  readonly isTight: boolean
}

/** What somebody is seen to do; empty where what is drawn is another movement, or no deed without one who is not there. */
export const actedWord = (actor: Actor, { actors, isTight }: DeedSight): string => {
  const { action, kind } = actor
  const word = action.word ?? ''
  if (actor.carried && ofTheArms.test(word)) return word
  if (standIns[action.kind]?.test(word)) return ''
  if (isTight && ofTheLegs.test(word) && kind === 'person') return ''
  if (withoutThing[action.kind]?.(actor.actionText)) return ''
  if (action.kind === 'lift' && !isLifted(actor)) return ''
  if (action.kind === 'hold' && !isOfWhatIsThere(actor, actors, word)) return ''
  return isWithOther(actor, actors, word) ? word : ''
}

/** Who gives has it in the hand, and somebody before them; who finds holds what was found, or has found somebody. */
const isOfWhatIsThere = (actor: Actor, actors: readonly Actor[], word: string): boolean => {
  const isHeld = thingInHand(actor.actionText) !== null || actor.carried !== null
  const isBeside = actors.some((other) => other !== actor)
  if (/^(?:giv|offer)/u.test(word)) return isHeld && isBeside
  return /^(?:find|discover)/u.test(word) ? isHeld || isBeside : true
}

/** Whether what somebody lifts is drawn over them, and not a box in its place. */
const isLifted = ({ partner, actionText }: Actor): boolean =>
  partner !== null || thingInHand(actionText) !== null

/** Whether somebody has a thing or a tree in the arms, or holds themselves. */
const isHeldAlone = ({ actionText }: Actor): boolean =>
  thingInHand(actionText) !== null ||
  hugsTree(actionText) ||
  /\b(?:himself|herself|themselves)\b/u.test(actionText)

/** What is done to animals only where the hand is on one. */
const isOfHands = ({ action }: Actor): boolean => action.kind === 'pet' || action.kind === 'feed'

/** Who holds or follows another needs that one in sight, in their arms, or under them. */
const isWithOther = (actor: Actor, actors: readonly Actor[], word: string): boolean => {
  const { action, partner, carried, mount } = actor
  if (isOfHands(actor)) return carried !== null || mount !== null || actor.tends !== null
  if (action.kind === 'hug' && (isHeldAlone(actor) || actor.tends)) return true
  if (ofTwo.includes(action.kind))
    return carried !== null || (partner !== null && actors.some((other) => other !== actor))
  return (
    !towards.test(word) ||
    carried !== null ||
    mount !== null ||
    actors.some((other) => other !== actor)
  )
}
