import type { CastEntry } from '../cast/read-cast.ts'
import { goingActions } from '../words/drawn-verbs.ts'
import { waysOfAnimal } from '../words/vocabulary.ts'
import type { Clause } from './read-clauses.ts'

/** Clauses done in the way of those who do them: a bee that visits flowers flies to them, a dancer who practises dances. */
export const inOwnWay = (
  clauses: readonly Clause[],
  cast: readonly CastEntry[],
): readonly Clause[] =>
  onWhatWasNamed(clauses).map((clause) => {
    const actors = cast.filter(({ id }) => clause.castIds.includes(id))
    const [way, ...others] = actors.map((actor) => ownWay(clause, actor))
    if (way === undefined || others.some((other) => other !== way)) return clause
    const [action = way] = way.split(' ')
    return {
      ...clause,
      action,
      phrase: clause.phrase.replace(
        clause.verb === 'races' ? /^runs after(?=\s)|^\p{L}+/u : /^\p{L}+/u,
        way,
      ),
    }
  })

/** "fixes an old motorcycle, then rides off": it is what is ridden. */
const onWhatWasNamed = (clauses: readonly Clause[]): readonly Clause[] =>
  clauses.map((clause, index) => {
    if (
      clause.action !== 'rides' ||
      rideable.test(clause.phrase) ||
      !goesSomewhere.test(clause.rest)
    )
      return clause
    const ridden = clauses
      .slice(0, index)
      .findLast(
        ({ castIds, rest }) => castIds.join() === clause.castIds.join() && rideable.test(rest),
      )
    const thing = rideable.exec(ridden?.rest ?? '')?.[1]
    return thing === undefined ? clause : { ...clause, phrase: `rides the ${thing} ${clause.rest}` }
  })

const goesSomewhere =
  /^(?:$|(?:off|away|home|out|through|into|along|down|up|to|across|over|past)\b)/i
const rideable = /\b(bicycle|bike|motorcycle|motorbike|scooter|horse|donkey|skateboard)\b/i

const ownWay = (clause: Clause, actor: CastEntry): string | undefined => {
  const way = wayOnWheels(clause, actor)
  if (way !== undefined) return way
  const { action, verb, rest } = clause
  const raced = verb === 'races' ? racedThing.exec(rest)?.[1] : undefined
  if (raced !== undefined) return /^(?:cars?|karts?)/i.test(raced) ? 'drives' : 'rides'
  if (verb === 'races')
    return racingWays.find(([trade]) => trade.test(actor.noun))?.[1] ?? wayOf(actor)
  const trade = practised.test(verb) && action !== 'teaches' ? tradeOf(actor) : undefined
  if (trade !== undefined) return trade
  if (action === 'walks' || action === 'runs') return wayOf(actor)
  const instrument = action === 'plays' && playedHow.test(rest) ? instrumentOf(actor) : undefined
  return instrument === undefined ? undefined : `plays the ${instrument}`
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

/** Who comes on a bicycle rides it; who is a taxi driver is seen at the wheel, whatever they hear or think there. */
const wayOnWheels = ({ action, verb, rest }: Clause, actor: CastEntry): string | undefined => {
  if (actor.kind !== 'person') return undefined
  if (goingActions.has(action)) return rideOf(rest)
  if (/^(?:surfer|windsurfer)$/.test(actor.noun) && onWaves.test(`${action} ${rest}`))
    return 'surfs'
  const vehicle = action === 'looks' || action === 'thinks' ? vehicleOf(actor) : undefined
  return vehicle === undefined || outOfIt.test(rest)
    ? undefined
    : `drives the ${vehicle} and ${verb}`
}

/** "arrives on a bicycle", "comes home by car": what one goes by is ridden or driven; undefined for who goes on foot. */
const rideOf = (rest: string): string | undefined => ridesBy.find(([by]) => by.test(rest))?.[1]

const ridesBy: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:on|by) (?:(?:an?|the|his|her|their) )?(?:[a-z-]+ )?(?:bicycles?|bikes?|horses?|horseback|donkeys?|camels?|motor(?:cycle|bike)s?|scooters?|skateboards?)\b/iu,
    'rides',
  ],
  [/\b(?:in|by) (?:(?:an?|the|his|her|their) )?(?:[a-z-]+ )?(?:cars?|taxi|cab|van)\b/iu, 'drives'],
]

/** What a surfer does on the water. */
const onWaves = /^(?:rows|rides\b.*\bwaves?)(?!\p{L})/iu

/** What those drive who are called after it, and are seen in at work; undefined for others. */
const vehicleOf = ({ noun }: CastEntry): string | undefined =>
  /\b(taxi|cab|bus)(?= driver$)/iu.exec(noun)?.[1]?.toLowerCase()

const outOfIt = /\b(?:beside|outside|behind|in front of) (?:the|his|her|their)\b/iu

/** "race their bicycles": what somebody races on. */
const racedThing =
  /^(?:(?:an?|the|his|her|their)\s+)?(?:[a-z-]+\s+)?(bicycles?|bikes?|horses?|scooters?|motor(?:cycle|bike)s?|cars?|karts?)\b/iu

/** How those of a trade race. */
const racingWays: readonly (readonly [RegExp, string])[] = [
  [/\b(?:rower|canoeist|kayaker)$/, 'rows'],
  [/\bcyclist$/, 'rides'],
  [/\bswimmer$/, 'swims'],
  [/\bskier$/, 'skis'],
  [/\bsailor$/, 'sails'],
  [/\bdriver$/, 'drives'],
]

const practised = /^(?:practi[cs]e|perform|rehearse|train)s$/

/** What is seen of those who practise their trade; undefined for others. */
const tradeOf = ({ noun }: CastEntry): string | undefined =>
  tradeWays.find(([trade]) => trade.test(noun))?.[1]

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
