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
    const [action = way] = way.split(' ')
    return { ...clause, action, phrase: clause.phrase.replace(/^\p{L}+/u, way) }
  })

const ownWay = ({ action, verb, rest }: Clause, actor: CastEntry): string | undefined => {
  if (verb === 'races')
    return racingWays.find(([trade]) => trade.test(actor.noun))?.[1] ?? wayOf(actor)
  if (action === 'walks' || action === 'runs') return wayOf(actor)
  const instrument = action === 'plays' && playedHow.test(rest) ? instrumentOf(actor) : undefined
  if (instrument !== undefined) return `plays the ${instrument}`
  return action !== 'teaches' && /^(?:practi[cs]e|perform|rehearse|train)s$/.test(verb)
    ? tradeWays.find(([trade]) => trade.test(actor.noun))?.[1]
    : undefined
}

/** Nothing that is played is named: only where, when or for whom. */
const playedHow =
  /^(?:$|(?:in|on|at|by|under|beside|near|outside|for|before|alone|softly|quietly|beautifully|while|until)(?!\p{L}))(?!.*\b(?:violin|fiddle|viola|guitar|piano|drums?|cello|trumpet|saxophone|flute|harp|accordion|bass|organ|game|cards|chess|football|ball|with)\b)/iu

/** The instrument of a musician; undefined for other trades. */
const instrumentOf = ({ noun }: CastEntry): string | undefined =>
  instruments.find(([trade]) => trade.test(noun))?.[1]

const instruments: readonly (readonly [RegExp, string])[] = [
  [/\b(?:violinist|fiddler)$/, 'violin'],
  [/\b(?:guitarist|busker|musician|troubadour)$/, 'guitar'],
  [/\bpianist$/, 'piano'],
  [/\bdrummer$/, 'drum'],
  [/\bcellist$/, 'cello'],
  [/\btrumpeter$/, 'trumpet'],
  [/\bsaxophonist$/, 'saxophone'],
  [/\b(?:flutist|flautist)$/, 'flute'],
  [/\bharpist$/, 'harp'],
  [/\baccordionist$/, 'accordion'],
]

/** How those of a trade race. */
const racingWays: readonly (readonly [RegExp, string])[] = [
  [/\b(?:rower|canoeist|kayaker)$/, 'rows'],
  [/\bcyclist$/, 'rides'],
  [/\bswimmer$/, 'swims'],
  [/\bskier$/, 'skis'],
  [/\bsailor$/, 'sails'],
  [/\bdriver$/, 'drives'],
]

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
