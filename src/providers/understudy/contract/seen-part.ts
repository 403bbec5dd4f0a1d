import type { Clause } from '../reading/clause.ts'

/** Verbs of intention: nobody can be seen learning, wanting or beginning. */
const intention =
  /^(?:learns|tries|begins|starts|wants|decides|loves|likes|needs|manages|continues|keeps|hopes|plans)$/

/** What of a clause can be seen, and so be said to be: who learns to fly flies. */
export const seenPart = (clause: Clause): Clause => {
  const [verb = '', ...rest] = clause.phrase.split(' ')
  return intention.test(clause.verb) && clause.action !== '' && verb !== clause.verb
    ? { ...clause, verb, rest: rest.join(' ') }
    : clause
}

const relation =
  /,?\s+(?:(?:high|right|just|far|deep|low)\s+)?(?:above|below|beneath|underneath|behind|in front of|between|past|on top of)\s+((?:an?|the|his|her|their|its|two|some)\s+[^,;.]+)/iu

/** A deed's sentence without where one thing is to another, which nobody can check: that both are there can be. */
export const withoutRelation = (sentence: string): string =>
  sentence.replace(relation, (_, other: string) => `, with ${other} in the picture`)
