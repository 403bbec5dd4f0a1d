import type { CastEntry } from '../cast/read-cast.ts'
import { waysOfAnimal } from '../words/vocabulary.ts'
import type { Clause } from './read-clauses.ts'

/** Clauses done in the way of those who do them: a bee that visits flowers flies to them, a dancer who practises dances. */
export const inOwnWay = (
  clauses: readonly Clause[],
  cast: readonly CastEntry[],
): readonly Clause[] =>
  clauses.map((clause) => {
    const actors = cast.filter(({ id }) => clause.castIds.includes(id))
    const [way, ...others] = actors.map((actor) => ownWay(clause, actor))
    if (way === undefined || others.some((other) => other !== way)) return clause
    return { ...clause, action: way, phrase: clause.phrase.replace(/^\p{L}+/u, way) }
  })

const ownWay = ({ action, verb }: Clause, actor: CastEntry): string | undefined => {
  if (action === 'walks' || action === 'runs') return wayOf(actor)
  return action !== 'teaches' && /^(?:practi[cs]e|perform|rehearse|train)s$/.test(verb)
    ? tradeWays.find(([trade]) => trade.test(actor.noun))?.[1]
    : undefined
}

/** What is seen of a trade that is practised. */
const tradeWays: readonly (readonly [RegExp, string])[] = [
  [/\b(?:dancer|ballerina)$/, 'dances'],
  [/\bsinger$/, 'sings'],
  [/\b(?:actor|actress|comedian)$/, 'talks'],
  [/\b(?:boxer|fighter)$/, 'boxes'],
]

/** How a flier or swimmer goes; undefined for who can walk, as birds can. */
const wayOf = ({ kind, what }: CastEntry): string | undefined => {
  const [way] = waysOfAnimal(what)
  return kind !== 'animal' || way === 'walks' || /^(?:bird|owl)$/.test(what) ? undefined : way
}
