import type { CastEntry } from '../cast/read-cast.ts'
import { goingActions } from '../words/drawn-verbs.ts'
import { instrumentOf, performanceOf, workOf } from '../words/trades.ts'
import { waysOfAnimal } from '../words/vocabulary.ts'
import type { Clause } from './clause.ts'

/** How one of the cast does what a clause says, as it goes into a picture: `rides a bicycle up the hill`; undefined for as anybody would. */
type Way = (clause: Clause, actor: CastEntry) => string | undefined

/** Clauses done in the way of those who do them: a bee that visits flowers flies to them, a dancer who practises dances. */
export const inOwnWay = (
  clauses: readonly Clause[],
  cast: readonly CastEntry[],
): readonly Clause[] =>
  onWhatWasNamed(clauses).map((clause) => {
    const actors = cast.filter(({ id }) => clause.castIds.includes(id))
    const ways = actors.map((actor) => ownWay(clause, actor))
    // Where people are only named, one of them tells what they are there for: of two chess players one is called the old man later.
    const [phrase, ...others] = clause.verb === '' ? ways.filter((way) => way !== undefined) : ways
    if (phrase === undefined || others.some((other) => other !== phrase)) return clause
    const [action = phrase] = phrase.split(' ')
    return { ...clause, action, phrase }
  })

const ownWay: Way = (clause, actor) => {
  const ways = actor.kind === 'person' ? waysOfPeople : [waysOfBeasts]
  for (const way of ways) {
    const phrase = way(clause, actor)
    if (phrase !== undefined) return phrase
  }
  return undefined
}

/** The phrase of a clause with another verb. */
const withVerb = ({ phrase }: Clause, verb: string): string =>
  phrase === '' ? verb : phrase.replace(/^\p{L}+/u, verb)

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

/** Who comes on a bicycle rides it; a cyclist goes on one wherever they go. */
const goingOn: Way = (clause, { noun }) => {
  const { action, verb, rest } = clause
  const isCyclist = cyclist.test(noun)
  if (isCyclist && (action === 'climbs' || verb === 'reaches'))
    return `rides a bicycle ${action === 'climbs' ? 'up ' : 'to '}${rest}`
  if (!goingActions.has(action)) return undefined
  const by = rideOf(rest)
  if (by !== undefined) return withVerb(clause, by)
  return isCyclist && verb !== 'races' ? withVerb(clause, 'rides a bicycle') : undefined
}

const cyclist = /\b(?:cyclist|mountain biker)$/

/** Who is a taxi driver is seen at the wheel, whatever they hear or think there. */
const atTheWheel: Way = ({ action, verb, phrase, rest }, { noun }) => {
  const vehicle = /\b(taxi|cab|bus)(?= driver$)/iu.exec(noun)?.[1]?.toLowerCase()
  if (vehicle === undefined || !/^(?:looks|thinks)$/.test(action) || outOfIt.test(rest))
    return undefined
  return `drives the ${vehicle} and ${phrase.replace(/^\p{L}+/u, verb)}`
}

const outOfIt = /\b(?:beside|outside|behind|in front of) (?:the|his|her|their)\b/iu

/** What a surfer does on the water. */
const onWaves: Way = (clause, { noun }) =>
  /surfer$/.test(noun) &&
  /^(?:rows|rides\b.*\bwaves?)(?!\p{L})/iu.test(`${clause.action} ${clause.rest}`)
    ? withVerb(clause, 'surfs')
    : undefined

/** "race their bicycles", and rowers, who row. */
const racing: Way = (clause, actor) => {
  const { phrase, rest, verb } = clause
  if (verb !== 'races') return undefined
  const raced = racedThing.exec(rest)?.[1]
  if (raced === undefined) {
    const own = racingWays.find(([trade]) => trade.test(actor.noun))?.[1]
    return own === undefined ? undefined : withVerb(clause, own)
  }
  return phrase.replace(
    /^runs(?: after(?=\s))?/u,
    /^(?:cars?|karts?)/i.test(raced) ? 'drives' : 'rides',
  )
}

/** Who practises what they perform is seen performing it. */
const practising: Way = (clause, { noun }) =>
  /^(?:practi[cs]e|perform|rehearse|train)s$/.test(clause.verb) && clause.action !== 'teaches'
    ? playedOr(clause, performanceOf(noun))
    : undefined

const playing: Way = (clause, { noun }) =>
  clause.action === 'plays' && instrumentOf(noun) !== undefined
    ? playedOr(clause, performanceOf(noun))
    : undefined

/** A performance in the place of a verb, unless the clause says itself what is played. */
const playedOr = (clause: Clause, performance: string | undefined): string | undefined => {
  if (performance === undefined) return undefined
  return performance.startsWith('plays') && !playedHow.test(clause.rest)
    ? undefined
    : withVerb(clause, performance)
}

/** Nothing that is played is named: only where, when or for whom. */
const playedHow =
  /^(?:$|(?:in|on|at|by|under|beside|near|outside|for|before|alone|softly|quietly|beautifully|while|until)(?!\p{L}))(?!.*\b(?:violin|fiddle|viola|guitar|piano|drums?|cello|trumpet|saxophone|flute|harp|accordion|bass|organ|game|cards|chess|football|ball|with)\b)/iu

/** Who "works" types only at a desk: a mechanic repairs, and a lifeguard is there. */
const working: Way = (clause, { noun }) => {
  const { verb, rest } = clause
  // Who finishes something is seen at it.
  if (/^(?:finish|complet)es$/.test(verb)) return anybody.test(noun) ? undefined : workOf(noun)
  if (verb !== 'works' || atDesk.test(rest)) return undefined
  if (onMachine.test(rest)) return `repairs ${rest.replace(/^(?:\p{L}+\s+)?on\s+/iu, '')}`
  const work = workOf(noun)
  if (work !== undefined) return withVerb(clause, work)
  return anybody.test(noun) ? undefined : withVerb(clause, 'stands')
}

const atDesk =
  /\b(?:computers?|laptops?|desks?|keyboard|office|report|code|novel|thesis|book|screens?)\b/i
const onMachine =
  /^(?:\p{L}+\s+)?on\s+(?:(?:an?|the|his|her|their)\s+)?(?:[a-z-]+\s+){0,2}(?:cars?|bicycles?|bikes?|motor(?:cycle|bike)s?|engines?|clocks?|watch(?:es)?|robots?|boats?|radios?|machines?|trains?|planes?|violins?)\b/iu
const anybody =
  /(?:^|\s)(?:(?:wo)?man|girl|boy|person|lady|guy|mother|father|mum|mom|dad|worker|employee|student|manager|boss|colleague|intern|accountant|lawyer|banker|journalist|businessman|businesswoman|scientist|detective)$/

/** "A violinist in the rain.": of whom no deed is told the trade is seen. */
const seenOnly: Way = ({ verb, force }, { noun }) =>
  verb === '' && force !== '' && isOnlyNamed.test(force) ? performanceOf(noun) : undefined

const isOnlyNamed =
  /^(?:An?|The|Two|Three|One|\p{L}+)\s+(?:[\p{L}-]+\s+){1,3}(?:in|on|at|under|by|near|before)\s[^,]*$/u

const waysOfPeople: readonly Way[] = [
  goingOn,
  atTheWheel,
  onWaves,
  racing,
  practising,
  playing,
  working,
  seenOnly,
]

/** How a flier or swimmer goes; undefined for who can walk, as birds can. */
const waysOfBeasts: Way = (clause, { kind, what }) => {
  const [way] = waysOfAnimal(what)
  const isGoing = clause.action === 'walks' || clause.action === 'runs'
  return kind !== 'animal' ||
    !isGoing ||
    way === undefined ||
    way === 'walks' ||
    /^(?:bird|owl)$/.test(what)
    ? undefined
    : withVerb(clause, way)
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

/** "race their bicycles": what somebody races on. */
const racedThing =
  /^(?:(?:an?|the|his|her|their)\s+)?(?:[a-z-]+\s+)?(bicycles?|bikes?|horses?|scooters?|motor(?:cycle|bike)s?|cars?|karts?)\b/iu

/** How those of a trade race. */
const racingWays: readonly (readonly [RegExp, string])[] = [
  [/\b(?:rower|canoeist|kayaker)$/, 'rows'],
  [cyclist, 'rides a bicycle'],
  [/\bswimmer$/, 'swims'],
  [/\bskier$/, 'skis'],
  [/\bsailor$/, 'sails'],
  [/\bdriver$/, 'drives'],
]
