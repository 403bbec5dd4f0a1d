import { type NamedThing, thingNamed } from './things.ts'

const holding =
  /\b(?:(?:hold(?:s|ing)?|carr(?:y|ies|ying)|with|under|bring(?:s|ing)?|hug(?:s|ging)?|embrac(?:es?|ing)|cuddl(?:es?|ing)) (?:an?|the|his|her|their)|(?:lift(?:s|ing)?|rais(?:es?|ing)|hoist(?:s|ing)?)(?: up)?(?: (?:an?|the|his|her|their))?) ((?:[a-z]+ ?){1,4})/u

/** What an action says to be in somebody's hands, such as `walks with a red umbrella`; null for nothing. */
export const thingInHand = (action: string): NamedThing | null => {
  const named = thingNamed(holding.exec(action)?.[1] ?? '')
  return named?.thing.hold && !named.thing.worn ? named : null
}
