import type { CastEntry } from '../cast/read-cast.ts'
import type { Clause } from '../reading/clause.ts'
import { isStepByHearth } from '../reading/hearth.ts'
import { byLamplight } from '../reading/lamplight.ts'
import { placeMeant } from '../reading/parts-of-places.ts'
import { placeOfDeed } from '../reading/place-of-deed.ts'
import { clauseContext } from '../reading/read-clauses.ts'
import type { Reading } from '../reading/read-concept.ts'
import { isOutInWeather, outdoorsOf, readSetting } from '../reading/setting.ts'
import { isStatement } from '../reading/statements.ts'
import { isInanimate } from '../words/acting-things.ts'
import { goingActions } from '../words/drawn-verbs.ts'
import type { Mention } from '../words/lexicon.ts'
import { startAfter } from '../words/start-after.ts'
import { interiors, places } from '../words/vocabulary.ts'
import { cameHome, homeOf, isHomecoming, withoutOrigin } from './homeward.ts'

/** Those of the cast that are meant by ids. */
export const byId = (reading: Reading, ids: readonly string[]): readonly CastEntry[] =>
  reading.cast.filter(({ id }) => ids.includes(id))

/** Words of the vocabulary that a clause names. */
export const within = (mentions: readonly Mention[], { start, end }: Clause): readonly string[] =>
  mentions
    .filter((mention) => mention.start >= start && mention.start < end)
    .map(({ word }) => word)

const impliedPlace = (
  reading: Reading,
  clause: Clause,
  cast: readonly CastEntry[],
): string | null => {
  const isUnderWay = goingActions.has(clause.action) || clause.action === 'rides'
  if (isUnderWay && leavingFor.test(clause.rest)) return outdoors(reading, clause)
  if (byLamplight(clause) || isStepByHearth(reading, clause)) return 'living room'
  if (/^(?:launche|lift|take)s$/.test(clause.verb) && cast.some(({ what }) => what === 'rocket'))
    return 'desert'
  const usual = isUnderWay ? null : usualPlace(reading, clause)
  if (usual !== null && cast.some(({ kind }) => kind === 'person')) return usual
  return isOnBed(clause) || (isAsleep(clause) && cast.every(({ kind }) => kind === 'person'))
    ? 'bedroom'
    : null
}

const leavingFor = /\b(?:home|away|back|outside|onward)\b/i

/** Who is on the way is out of doors, in a film of rooms only where they go home or outside. */
const outdoors = (reading: Reading, { rest }: Clause): string | null => {
  const named = reading.places.find(({ word }) => !interiors.has(word) && word !== 'cave')?.word
  if (named !== undefined || !/\b(?:home|outside)\b/i.test(rest)) return named ?? null
  return interiors.has(readSetting(reading, 1).places[0] ?? '') ? outdoorsOf(reading) : null
}

/** Where such a deed is done when no place was named yet, or since somebody went home. */
const usualPlace = (reading: Reading, clause: Clause): string | null => {
  const place = placeOfDeed(`${clause.verb} ${clause.rest}`)
  if (cameHome(reading, clause)) return place ?? 'living room'
  const isNamed = reading.places.some(({ start }) => start < clause.start)
  return place === null || isNamed ? null : homeOr(reading, place)
}

/** An advert's pictures are places of their own: after the bees on their meadow a family eats in its kitchen. */
const placeOfVignette = ({ subject, text }: Reading, clause: Clause): string | undefined => {
  const part = text.slice(startAfter(',;.:!?\n', text, clause.start), clause.end)
  return subject.genre === 'advert' && places.find(part).length === 0
    ? (placeOfDeed(`${clause.verb} ${clause.rest}`) ?? undefined)
    : undefined
}

/** Who sleeps and is not said to do so anywhere is in bed. */
const isAsleep = ({ verb, rest }: Clause): boolean =>
  /^(?:wakes|sleeps|dreams|dozes)$/.test(verb) && !/\b(?:under|in|on|at|by)\b/.test(rest)

/** A bed to sleep in is in a bedroom, whoever sleeps in it; of flowers and rivers it is not. */
const isOnBed = ({ verb, rest }: Clause): boolean =>
  /^(?:wakes|sleeps|dreams|dozes|lies|naps|rests|sits|reads|curls)$/.test(verb) &&
  /\b(?:in|on|into) (?:(?:an?|the|his|her|their|its|my) )?(?:(?!flower|river|sea|lake|rose|garden)[a-z]+ ){0,2}bed\b(?! of)/i.test(
    rest,
  )

/** Royalty dines in its hall, a cook in the kitchen: a film that has a room of its own for a deed keeps it. */
const homeOr = (reading: Reading, room: string): string => {
  const { places: own } = readSetting(reading, 1)
  return own[0] !== undefined && interiors.has(own[0]) ? own[0] : room
}

/** The words of a clause that say where and when: those after its verb, all of a statement. */
export const saidOf = (clause: Clause): string => (isStatement(clause) ? clause.force : clause.rest)

/** Where a step of the story plays: where it says, else where its sentence does; null where nothing is said. */
export const placeOfClause = (reading: Reading, clause: Clause): string | null => {
  if (!reading.isEnglish) return within(reading.places, clause)[0] ?? null
  const cast = byId(reading, clause.castIds)
  if (isLookingOut(reading, clause, cast)) return roomWithWindow(reading)
  if (isHomecoming(clause) && cast.some(livesInHouse)) return homeOf(reading)
  const own = ownPlace(reading, clause)
  if (own !== undefined) return own
  const around = placeAround(reading, clause, cast)
  const isIndoors = around === undefined || interiors.has(around)
  const room = around ?? reading.places[0]?.word ?? ''
  if (isIndoors && interiors.has(room)) {
    if (goesIntoWeather(clause)) return outdoorsOf(reading)
    if (ridesAway(clause)) return 'road'
  }
  return around ?? impliedPlace(reading, clause, cast)
}

/** The place named nearest to a clause in its sentence; undefined where none is. */
const placeAround = (
  reading: Reading,
  clause: Clause,
  cast: readonly CastEntry[],
): string | undefined => {
  const nouns = cast.map(({ noun }) => noun)
  // A train that arrives is not where it arrives.
  const isHere =
    clause.force === '' && !isCameUpon(clause) && !isThoughtOf(clause, clause.rest.length)
  const end = isHere ? clause.end : clause.start
  const home = cameHome(reading, clause)
  // What was named before somebody came home is left behind.
  const context = withoutOrigin(
    home
      ? reading.text.slice(home.end, Math.max(home.end, end))
      : clauseContext(reading.text, { ...clause, end }),
  )
  const nearest = places
    .find(context)
    .findLast(
      ({ text, start }) =>
        !(
          nouns.includes(text.toLowerCase()) ||
          far.test(context.slice(0, start)) ||
          isOrigin(clause, context.slice(0, start)) ||
          isBesideNamed(context.slice(0, start))
        ),
    )
  return nearest && outsideOf(placeMeant(nearest, reading.places), context.slice(0, nearest.start))
}

/** Out of the garage, to wherever the road leads. */
const ridesAway = ({ action, rest }: Clause): boolean =>
  /^(?:rides|drives)$/.test(action) &&
  /^(?:[\p{L}-]+\s+){0,3}?(?:off|away|out)(?!\p{L})/iu.test(rest)

/** A fox that goes home does not come to a door. */
const livesInHouse = ({ kind, what }: CastEntry): boolean =>
  kind === 'person' || /^(?:dog|cat|robot)$/.test(what)

/** Who looks out of a window that is in no room the text names; a snowman who waves through it is outside. */
const isLookingOut = (reading: Reading, clause: Clause, cast: readonly CastEntry[]): boolean =>
  !(cast.length > 0 && cast.every(isInanimate)) &&
  isAtWindow.test(saidOf(clause)) &&
  !isNamedRoom(reading, clause)

const isAtWindow =
  /\b(?:from|through|out of|at|on|by) (?:the|an?|his|her|their|its) (?:\p{L}+ )?(?:windows?|window ?sill|window seat|sill|porthole)\b/iu

const isNamedRoom = ({ text }: Reading, clause: Clause): boolean =>
  places.find(clauseContext(text, clause)).some(({ word }) => interiors.has(word))

/** Who looks out of a window is inside: the room the story has, the ship's cabin in space. */
const roomWithWindow = (reading: Reading): string =>
  reading.places.find(({ word }) => interiors.has(word))?.word ??
  (reading.places.some(({ word }) => /^(?:space|mars|moon surface)$/.test(word))
    ? 'spaceship cabin'
    : 'living room')

/** The place a clause names as its own. A ship that is repaired is not where that is done; a cabin that is found is seen from outside. */
const ownPlace = (reading: Reading, clause: Clause): string | undefined => {
  const named = places
    .find(saidOf(clause))
    .filter(
      ({ start }) =>
        isThere(clause, start) &&
        !isThoughtOf(clause, start) &&
        !isOrigin(clause, saidOf(clause).slice(0, start)),
    )
    .map((mention) => ({
      ...mention,
      word: outsideOf(placeMeant(mention, reading.places), saidOf(clause).slice(0, mention.start)),
    }))
  if (/^(?:there|inside)\b/i.test(clause.rest))
    return named[0]?.word ?? lastRoom(clauseContext(reading.text, clause))
  if (isWaking(clause)) return named[0]?.word ?? 'bedroom'
  const left = isCameUpon(clause) ? named.filter(({ word }) => !interiors.has(word)) : named
  const there = left.find(({ start }) => !(start < 5 && isMadeOf(clause))) ?? left[0]
  return there?.word ?? placeOfVignette(reading, clause)
}

/** "in front of the subway station": a room that somebody is outside of is a street. */
const outsideOf = (place: string, before: string): string => {
  const isOutside =
    interiors.has(place) &&
    /\b(?:in front of|outside(?: of)?) (?:(?:an?|the|his|her|their) )?(?:\p{L}+ )?$/iu.test(before)
  if (!isOutside) return place
  return place === 'living room' ? 'house front' : 'city street'
}

/** "A storm rolls in from the sea": who comes from somewhere is there no longer. */
const isOrigin = ({ verb }: Clause, before: string): boolean =>
  /^(?:come|roll|blow|arrive|return|emerge|sweep|drift|rise|escape|flee)s$/.test(verb) &&
  /\bfrom (?:(?:an?|the|his|her|their|its) )?(?:\p{L}+ )?$/iu.test(before)

/** "dreams of the sea", "talks about Paris": what is thought or spoken of is somewhere else. */
const isThoughtOf = ({ verb, rest }: Clause, at: number): boolean =>
  /^(?:dream|think|talk|speak|imagine|remember|read|sing|tell|misse|hear)s$/.test(verb) &&
  (/\b(?:of|about)\s/iu.test(rest.slice(0, at)) || /^(?:imagine|remember|misse)s$/.test(verb))

/** Who is woken is in bed. */
const isWaking = ({ verb, rest }: Clause): boolean =>
  verb === 'wakes' &&
  /^(?:an?|the|his|her|their)\s+(?:[\p{L}-]+\s+)?(?:child|girl|boy|son|daughter|man|woman|mother|father|brother|sister|wife|husband|parents|children|family|owner|friend)(?!\p{L})/iu.test(
    rest,
  )

const lastRoom = (text: string): string | undefined =>
  places.find(text).findLast(({ word }) => interiors.has(word))?.word

const isCameUpon = ({ verb, rest }: Clause): boolean =>
  /^(?:find|discover|see|spot|notice|approache|reache)s$/.test(verb) && /^(?:an?|the)\s/i.test(rest)

const isMadeOf = ({ action, verb }: Clause): boolean =>
  /^(?:repairs|builds|plants|paints|draws|carries|cleans|fixes|photographs|washes)$/.test(
    action || verb,
  )

/** "In a village by the sea" is in the village. */
const isBesideNamed = (before: string): boolean => {
  const beside = /\s+(?:by|near|beside|overlooking)\s+(?:the|a|an)\s+$/i.exec(before)
  return beside !== null && places.find(before).some(({ end }) => end === beside.index)
}

const far = /\b(?:behind|above|below|beyond)\s+(?:\p{L}+\s+){0,2}$/iu

/** The sun that sinks behind the peaks is not seen from there. */
const isThere = (clause: Clause, start: number): boolean =>
  clause.force === '' || !far.test(saidOf(clause).slice(0, start))

/** "leaves in the rain", "finds a puppy in the snow". */
const goesIntoWeather = ({ rest }: Clause): boolean =>
  isOutInWeather(rest) &&
  /\b(?:in|into|through|against) (?:the |an? )?(?:\p{L}+ )?(?:rain|snow|storm|thunderstorm|wind|fog|mist|blizzard|downpour|drizzle|snowfall)/iu.test(
    rest,
  )
