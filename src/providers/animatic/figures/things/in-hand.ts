import { type NamedThing, thingNamed } from './things.ts'

const holding =
  /\b(?:(?:hold(?:s|ing)?|carr(?:y|ies|ying)|with|under|bring(?:s|ing)?|giv(?:es|ing)|offer(?:s|ing)?|find(?:s|ing)?|discover(?:s|ing)?|hug(?:s|ging)?|embrac(?:es?|ing)|cuddl(?:es?|ing)) (?:an?|the|his|her|their)|(?:lift(?:s|ing)?|rais(?:es?|ing)|hoist(?:s|ing)?)(?: up)?(?: (?:an?|the|his|her|their))?) ((?:[a-z]+ ?){1,4})/u

/** What an action says to be in somebody's hands, such as `walks with a red umbrella`; null for nothing. */
export const thingInHand = (action: string): NamedThing | null => {
  const named = thingNamed(holding.exec(action)?.[1] ?? '')
  return named?.thing.hold && !named.thing.worn ? named : null
}

const pushing =
  /\b(?:push(?:es|ing)?|wheel(?:s|ing)?) (?:(?:an?|the|his|her|their) )?((?:[a-z]+ ?){1,4})/u

/** What an action says that somebody pushes before them, on its wheels; null for nothing. */
export const thingPushed = (action: string): NamedThing | null => {
  const named = thingNamed(pushing.exec(action)?.[1] ?? '')
  return named && rolling.has(named.thing.name) ? named : null
}

const cutting =
  /\b(?:chop(?:s|ping)?|slic(?:es|ing)) (?:up )?(?:(?:an?|the|some|his|her) )?((?:[a-z]+ ?){1,3})/u

/** The largest that is cut on a board, metres. */
const onBoard = 0.3

/** What an action says that somebody cuts up, such as `slices bread`; null for what is drawn as vegetables. */
export const cutIn = (action: string): NamedThing | null => {
  const named = thingNamed(cutting.exec(action)?.[1] ?? '')
  return named && named.thing.place === 'table' && named.thing.metres <= onBoard ? named : null
}

const rolling: ReadonlySet<string> = new Set(['pram'])
