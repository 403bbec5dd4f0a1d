import type { Clause } from '../reading/clause.ts'
import { isByHearth } from '../reading/hearth.ts'
import { meantByPronoun } from '../reading/meant.ts'
import { clauseSentence } from '../reading/read-clauses.ts'
import type { Reading } from '../reading/read-concept.ts'
import { withoutOrigin } from '../story/homeward.ts'
import { tellerOf } from '../story/steps.ts'
import type { Mention } from '../words/lexicon.ts'
import { headsOf } from '../words/lexicon.ts'
import { madeThings, otherThings } from '../words/made-things.ts'
import { groupNouns } from '../words/people.ts'
import { animals, moods, objects, places, times, weathers } from '../words/vocabulary.ts'
import { askedWord } from './asked-words.ts'
import { isElsewhere, withoutAwaited } from './awaited.ts'
import { namedNouns } from './content-nouns.ts'
import type { Item } from './contract-item.ts'
import { item } from './contract-item.ts'
import { seenPart, withoutRelation } from './seen-part.ts'
import { companyShownAs, shownAs } from './shown-as.ts'
import { whereDone } from './where-done.ts'

/** What is done in the film, each deed with all that belongs to it. */
export const actionItems = (reading: Reading): readonly Item[] => {
  const seen = new Set<string>()
  return reading.clauses
    .filter(({ verb }) => verb !== '')
    .filter(
      ({ action, verb, rest, force }) =>
        force === '' && (action !== '' || dresses.test(rest) || !untellable.test(verb)),
    )
    .map((clause) => {
      const cast = reading.cast.filter(({ id }) => clause.castIds.includes(id))
      const { name, isPlural } = tellerOf(reading, clause)
      const sentence = clauseSentence(seenPart(clause), name, isPlural)
      return item(
        'action',
        withoutRelation(sentence.replace(/\.$/, '')),
        [
          ...companyShownAs(reading, cast).slice(0, 4),
          deedAsked(clause),
          ...belongings(reading, clause),
          ...othersIn(reading, clause),
          ...(reading.isEnglish ? whereDone(reading, clause) : []),
        ],
        7,
      )
    })
    .filter(({ words }) => {
      const key = words.join(' ')
      if (seen.has(key)) return false
      seen.add(key)
      return true
    })
    .slice(0, 10)
}

/**
 * What a deed is done with, to and at: it counts as shown only where these are. "Reads a book in bed" is a reader, a
 * book and a bed.
 */
const belongings = (reading: Reading, clause: Clause): readonly string[] => {
  if (!reading.isEnglish) return []
  const { rest: said, start, end } = clause
  // What is talked about is not there, nor where somebody comes home from.
  const rest = withoutAwaited(clause, withoutOrigin(said.replace(/(?:^|\s+)about\s.*$/iu, '')))
  const known = [animals, objects, madeThings, otherThings, places, weathers].flatMap((list) =>
    list.find(rest).map((mention) => ({ ...mention, asked: askedOf(reading, mention, rest) })),
  )
  const crowd = groupNouns
    .find(rest)
    .flatMap((mention) => (mention.word === 'crowd' ? [{ ...mention, asked: 'crowd' }] : []))
  const from = end - said.length
  const to = from + rest.length
  const cast = reading.castMentions
    .filter((mention) => mention.start >= start && mention.end <= to)
    .flatMap((mention) =>
      reading.cast
        .filter(({ id }) => mention.ids.includes(id))
        .map((entry) => ({
          ...{ text: entry.what, asked: shownAs(reading, entry) },
          start: mention.start - from,
          end: mention.end - from,
        })),
    )
  const taken = [...known, ...cast, ...crowd]
  const isFree = (noun: { readonly start: number; readonly end: number }): boolean =>
    ![...taken, ...times.find(rest), ...moods.find(rest)].some(
      (span) => span.start < noun.end && span.end > noun.start,
    )
  const others = namedNouns(rest)
    .filter(isFree)
    .map((noun) => ({ ...noun, asked: noun.head }))
  const isOfCast = ({ start: at, end: to }: { readonly start: number; readonly end: number }) =>
    cast.some((one) => one.start < to && one.end > at)
  const things = known.filter((mention) => !isOfCast(mention))
  const all = headsOf(
    [...things, ...cast, ...crowd, ...others].toSorted((a, b) => a.start - b.start),
  )
  return [...new Set(all.map(({ asked }) => asked))].slice(0, mostBelongings)
}

/** Who else has to be there: whom a pronoun means, "hugs it", and who has waited for somebody that comes back. */
const othersIn = (reading: Reading, clause: Clause): readonly string[] => {
  if (!reading.isEnglish) return []
  const meant = isElsewhere(clause) ? [] : meantByPronoun(reading, clause)
  const waiting = arrives.test(clause.verb)
    ? reading.clauses
        .filter(({ verb, start }) => verb === 'waits' && start < clause.start)
        .flatMap(({ castIds }) => castIds)
    : []
  return reading.cast
    .filter(({ id }) => [...meant, ...waiting].includes(id) && !clause.castIds.includes(id))
    .map((entry) => shownAs(reading, entry))
}

const arrives = /^(?:comes|returns|arrives|appears)$/

/** Who is in bed is not seen by standing beside it, nor who is in a barn by standing on its farm. */
const askedOf = ({ text }: Reading, mention: Mention, rest: string): string => {
  if (/^in bed$/i.test(mention.text)) return 'in bed'
  if (isWithin(mention, rest)) return `in ${mention.text.toLowerCase()}`
  // In a house a fire burns in a fireplace.
  return mention.word === 'campfire' && isByHearth(text) ? 'fire' : askedWord(mention)
}

/** Whether something is done within a building that the picture of its place shows from outside. */
const isWithin = ({ word, text, start }: Mention, rest: string): boolean =>
  word !== text.toLowerCase() &&
  /^(?:barn|stable|farmhouse|lighthouse|windmill|tower)$/i.test(text) &&
  /\b(?:in|inside|into)\s+(?:(?:an?|the|his|her|their)\s+)?(?:[\p{L}-]+\s+)?$/iu.test(
    rest.slice(0, start),
  )

/** More than this belongs to no deed that is told in one breath. */
const mostBelongings = 4

/**
 * Verbs that are ordered as the nearest movement there is and stay asked for by their own name: carrying is no lifting,
 * and looking no losing.
 */
const standingIn = new Set(
  'lifts packs takes wraps buys grabs snatches seizes loses chooses feeds sells trains competes hunts proposes scores'.split(
    ' ',
  ),
)

/** The movement that shows a deed, or its own verb where no movement does. */
const deedAsked = ({ action, verb, phrase }: Pick<Clause, 'action' | 'verb' | 'phrase'>): string =>
  action === '' || (standingIn.has(verb) && phrase.startsWith(action) && isNearest(action))
    ? verb
    : action

/** What a verb is ordered as when it has no movement: a sip that is taken is drunk, which is another matter. */
const isNearest = (action: string): boolean =>
  /^(?:carries|holds|looks|offers|runs|talks|cheers)$/.test(action)

/** What the crowd does. */
export const crowdItems = ({ crowdDeed }: Reading): readonly Item[] =>
  crowdDeed
    ? [
        item(
          'action',
          crowdDeed.text,
          ['crowd', deedAsked({ ...crowdDeed, phrase: crowdDeed.action })],
          5,
        ),
      ]
    : []

/** "puts on a hat" can be seen, and so can whoever "gets out of a car". */
const dresses = /^(?:on|off|out|down|into|onto)\s+\p{L}/iu

/** Verbs of intention: nobody can be seen beginning or wanting. */
const untellable =
  /^(?:begin|start|decide|try|keep|want|need|love|let|finish|live|stay|feel|lie|get|put|set)/
