import type { Goer } from './company.ts'
import type { ActionKind } from './poses/actions.ts'
import { thingInHand } from './things/in-hand.ts'

/** The other one of two who hold each other, or act towards each other. */
export interface Partner {
  /** From one's middle to the other's, adult heights. */
  readonly apart: number
  /** Height of the other against one's own. */
  readonly tall: number
}

/** How two who belong together stand. */
interface Stance {
  /** From middle to middle, adult heights, for two adults. */
  readonly apart: number
  /** How far each turns from the viewer to the other, radians. */
  readonly yaw: number
}

const stances: Partial<Record<ActionKind, Stance>> = {
  kiss: { apart: 0.19, yaw: 1.42 },
  hug: { apart: 0.225, yaw: 1.05 },
  dance: { apart: 0.3, yaw: 0.95 },
  'hold-hands': { apart: 0.36, yaw: 0.45 },
  quarrel: { apart: 0.62, yaw: 1.0 },
  'shake-hands': { apart: 0.46, yaw: 1.05 },
  lift: { apart: 0.25, yaw: 1.15 },
}

/** Movements that take two: who does nothing else joins in. */
const joined: readonly ActionKind[] = ['kiss', 'hug', 'dance', 'hold-hands', 'lift', 'shake-hands']

/** Whether somebody holds another so near that their faces are at one height when seen close. */
export const isTouching = ({
  action,
  partner,
}: Pick<Goer, 'action'> & { readonly partner: Partner | null }): boolean =>
  partner !== null && ['kiss', 'hug', 'dance', 'lift', 'lifted'].includes(action.kind)

/** Two of a group who belong together. */
export interface Pair {
  readonly kind: ActionKind
  /** Their places in the list. */
  readonly first: number
  readonly second: number
  readonly stance: Stance
}

const passive = /\b(?:is|are|gets?|be(?:en|ing)?) [a-z]+ed\b/u

const follows = ({ action, actionText }: Goer, kind: ActionKind): boolean =>
  action.kind === kind ||
  actionText === '' ||
  passive.test(actionText) ||
  ['stand', 'smile', 'gaze', 'gesture', 'laugh', 'cry'].includes(action.kind) ||
  (kind === 'kiss' && action.kind === 'hug') ||
  (kind === 'hug' && action.kind === 'kiss')

const isEmbrace = (kind: ActionKind): boolean => ['hug', 'lift', 'shake-hands'].includes(kind)

/** Whether it is a person that somebody lifts. */
const liftsSomebody = (one: Goer | undefined): boolean =>
  one !== undefined && thingInHand(one.actionText) === null && somebody.test(one.actionText)

const somebody =
  /\b(?:child|boy|girl|son|daughter|baby|toddler|kid|brother|sister|grand(?:child|son|daughter)|friend|bride|wife|husband|partner|player|woman|man|(?:him|her|them)(?: up| high| overhead| into|$)|[a-z]+ (?:up|high) (?:in|into))\b|\b(?:lift|rais|hoist)[a-z]* [a-z]+$/u

/** Whether somebody is the only one there to be embraced, whatever they do, unless they lie. */
const isOnlyOther = ({ action }: Goer, actors: readonly Goer[]): boolean =>
  actors.filter(({ kind }) => kind === 'person').length === 2 &&
  !action.abed &&
  !['sleep', 'lie', 'swim', 'ride'].includes(action.kind)

/** The two of a group who embrace, kiss, dance or quarrel with each other; null for none. */
export const pairOf = (actors: readonly Goer[]): Pair | null => {
  for (const [kind, stance] of Object.entries(stances) as [ActionKind, Stance][]) {
    const first = actors.findIndex((one) => one.kind === 'person' && one.action.kind === kind)
    if (first < 0 || (kind === 'lift' && !liftsSomebody(actors[first]))) continue
    const second = actors.findIndex(
      (one, index) =>
        index !== first &&
        one.kind === 'person' &&
        (joined.includes(kind)
          ? follows(one, kind) || (isEmbrace(kind) && isOnlyOther(one, actors))
          : one.action.kind === kind),
    )
    if (second >= 0)
      return { kind, stance, first: Math.min(first, second), second: Math.max(first, second) }
  }
  return null
}
