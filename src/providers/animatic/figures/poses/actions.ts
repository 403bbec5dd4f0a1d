import { type Work, workNamed, workplaces } from '../works/work-words.ts'
import { actionWords } from './action-words.ts'

/** Movements a person can be drawn doing. */
export type ActionKind =
  | 'stand'
  | 'walk'
  | 'run'
  | 'sit'
  | 'read'
  | 'type'
  | 'write'
  | 'drink'
  | 'eat'
  | 'cook'
  | 'pour'
  | 'gaze'
  | 'talk'
  | 'wave'
  | 'point'
  | 'dance'
  | 'guitar'
  | 'piano'
  | 'ball'
  | 'fish'
  | 'kite'
  | 'ride'
  | 'surf'
  | 'swim'
  | 'row'
  | 'search'
  | 'sweep'
  | 'chop'
  | 'hew'
  | 'wash'
  | 'wipe'
  | 'blow-candles'
  | 'blow'
  | 'release'
  | 'knit'
  | 'sew'
  | 'throw'
  | 'climb'
  | 'ascend'
  | 'carry'
  | 'lift'
  | 'lifted'
  | 'shake-hands'
  | 'water'
  | 'dig'
  | 'ski'
  | 'hug'
  | 'hold-hands'
  | 'paint'
  | 'repair'
  | 'sleep'
  | 'wake'
  | 'cry'
  | 'laugh'
  | 'phone'
  | 'photograph'
  | 'kneel'
  | 'pet'
  | 'feed'
  | 'jump'
  | 'hold'
  | 'sing'
  | 'push'
  | 'gesture'
  | 'think'
  | 'cheer'
  | 'smile'
  | 'float'
  | 'quarrel'
  | 'kiss'
  | 'violin'
  | 'shout'
  | 'apologise'
  | 'lie'
  | 'knock'
  | 'work'

/** What somebody does, as far as it can be drawn. */
export interface Action {
  readonly kind: ActionKind
  /** The word of the text that named it, lower case; null when the text names nothing that can be drawn. */
  readonly word: string | null
  /** The movement is done sitting. */
  readonly seated: boolean
  /** In a bed or on it. */
  readonly abed: boolean
  /** On the ground itself: on grass, sand or a blanket. */
  readonly grounded: boolean
  /** Away from the viewer. */
  readonly away: boolean
  /** Handiwork that is drawn with what it is done to; null for another movement. */
  readonly work: Work | null
}

const bedWords =
  /\b(?:in|on|into|from) (?:(?:a|the|his|her|their) )?(?:[a-z]+ ){0,2}(?:beds?|mattress|cot|bunk|hammock)\b/u

const groundWords =
  /\b(?:picnic(?:s|king|ked)?|(?:sit(?:s|ting)?|seated|rest(?:s|ing)?|eat(?:s|ing)?) (?:[a-z]+ ){0,4}?(?:on|in) (?:(?:an?|the|his|her|their) )?(?:[a-z]+ ){0,2}(?:grass|ground|lawn|sand|snow|blanket|rug|meadow))\b/u
/** Who does one of these sits down to it where it is done on the ground. */
const restful: ReadonlySet<ActionKind> = new Set([
  ...(['sit', 'eat', 'drink', 'talk', 'gaze', 'read', 'stand', 'smile', 'gesture'] as const),
  ...(['laugh', 'hold', 'think'] as const),
])

/** What is watched or let go goes away, not who watches it. */
const flyingOff =
  /\b(?:fl(?:y|ies|ying)|float|drift|ris(?:e|es|ing)|sail|soar)[a-z]* (?:[a-z]+ )?away\b/u

const goesAway = (lower: string): boolean =>
  !flyingOff.test(lower) &&
  /\b(?:away|leaves|leaving|into the distance|from behind|departs?)\b/u.test(lower)

const seatedWords =
  /\b(?:sit(?:s|ting)?|seated|at (?:a|the|his|her|their) (?:[a-z]+ ){0,2}(?:desk|table|bench|counter)|(?:on|in) (?:an?|the|his|her|their) (?:[a-z]+ ){0,2}(?:bench|sofa|couch|chair|armchair|stool|throne|seat))\b/u
const alwaysSeated: readonly ActionKind[] = [
  'sit',
  'type',
  'write',
  'piano',
  'ride',
  'row',
  'knit',
  'sew',
]
const neverSeated: readonly ActionKind[] = [
  'sweep',
  'chop',
  'hew',
  'wash',
  'wipe',
  'blow-candles',
  'walk',
  'run',
  'dance',
  'throw',
  'climb',
  'ascend',
  'jump',
  'kneel',
  'sleep',
  'wake',
  'lie',
  'ball',
  'kite',
  'surf',
  'ski',
  'swim',
  'push',
  'carry',
]

/**
 * The movement named first in a free text.
 *
 * @param text such as `walks along the shore`
 * @returns `stand` for an empty text, `gesture` for one that names nothing that can be drawn
 */
export const readAction = (text: string): Action => {
  const lower = text.toLowerCase()
  const named = workNamed(lower)
  let [kind, word, place] = beginning(lower, named)
  for (const [candidate, pattern] of actionWords) {
    const match = pattern.exec(lower)
    // A posture gives way to what is done in it: "stands and waves", "sits reading".
    const posture = candidate === 'sit' || candidate === 'stand' || candidate === 'smile'
    const at = match ? match.index + (posture ? 500 : 0) : Number.POSITIVE_INFINITY
    if (match && at < place) [kind, word, place] = [candidate, match[0].trim(), at]
  }
  const abed = bedWords.test(lower)
  const grounded = !abed && restful.has(kind) && groundWords.test(lower)
  const seated =
    alwaysSeated.includes(kind) || (seatedWords.test(lower) && !neverSeated.includes(kind))
  const action: Action = {
    kind,
    word,
    seated: seated && !abed && !grounded,
    abed,
    grounded,
    away: goesAway(lower),
    work: null,
  }
  return kind === 'work' ? atWork(action, named) : action
}

/** What is done by the words for handiwork, or where there are no words at all; others may stand before it. */
const beginning = (
  lower: string,
  named: ReturnType<typeof workNamed>,
): [kind: ActionKind, word: string | null, place: number] =>
  named
    ? ['work', named.work.verb, named.at]
    : [lower.trim() === '' ? 'stand' : 'gesture', null, Number.POSITIVE_INFINITY]

const atWork = (action: Action, named: ReturnType<typeof workNamed>): Action =>
  named
    ? {
        ...action,
        ...{ work: named.work, seated: workplaces[named.work.name].seated },
        ...{ abed: false, grounded: false, away: false },
      }
    : action
