import type { ContractBrief, ContractReply } from '../../../domain/crew-tasks.ts'
import { holdsWord } from '../../../domain/crew-tasks.ts'
import { atPlace, capital } from '../cast/naming.ts'
import type { Reading } from '../reading/read-concept.ts'
import { readConcept } from '../reading/read-concept.ts'
import { readSetting } from '../reading/setting.ts'
import { isWholeYear, seasonsIn, yearOfSeasons } from '../reading/sky.ts'
import { withoutOrigin } from '../story/homeward.ts'
import { ideaOfClause } from '../story/steps.ts'
import type { Mention } from '../words/lexicon.ts'
import { times as timesOfDay } from '../words/vocabulary.ts'
import { actionItems, crowdItems } from './action-items.ts'
import { askedWords } from './asked-words.ts'
import { castItems } from './cast-items.ts'
import type { Item } from './contract-item.ts'
import { item, withArticle } from './contract-item.ts'
import { lostWishes } from './lost-words.ts'
import { isOnlyState, stateItems } from './state-items.ts'
import { thingItems } from './thing-items.ts'
import type { Unread } from './unread-items.ts'
import { unreadSentences, unreadThings } from './unread-items.ts'
import { untoldItems } from './untold-items.ts'

/** Most items besides the film's length. */
const most = 19
const least = 7

/** The least there is: what we add ourselves, so that a contract is whole, speaks neither for a film nor against it. */
const invented = 0.1

/** The concept as items, by rules: what is named, what is done, how it feels, what must not be seen. */
export const writeContract = (brief: ContractBrief): ContractReply => {
  const reading = readConcept(brief.concept)
  const wanted = fitted(wishesOf(reading))
  const more = [...impliedItems(reading), ...beatItems(brief.seconds)]
  const missing = wanted.length > most - 2 ? 0 : Math.max(2, least + 1 - wanted.length)
  return { items: [...wanted, ...more.slice(0, Math.min(missing, most - wanted.length))] }
}

const wishesOf = (reading: Reading): readonly Item[] => {
  const understood = [
    ...mustNotItems(reading),
    ...castItems(reading),
    ...placeItems(reading),
    ...stateItems(reading),
    ...styleItems(reading),
    ...actionItems(reading),
    ...crowdItems(reading),
    ...unreadItems(reading),
    ...thingItems(reading),
    ...moodItems(reading),
  ]
  const told = [...understood, ...untoldItems(reading, understood)]
  const lost = lostWishes(reading, told)
  return [
    ...told.map((one) => withLost(one, lost)),
    ...lost.map(({ text, words }) => item('attribute', `the client asks for “${text}”`, words, 5)),
  ]
}

/** Who "finds gold" has not found it where no gold is seen. */
const withLost = (one: Item, lost: readonly Unread[]): Item => {
  if (one.kind !== 'action') return one
  const own = lost
    .map(({ text }) => text)
    .filter(
      (text) => holdsWord(one.claim, text) && !one.words.some((word) => holdsWord(text, word)),
    )
  return item(one.kind, one.claim, [...one.words, ...own].slice(0, 8), one.importance)
}

/** What a contract has no room for by itself is asked for in one last item. */
const fitted = (items: readonly Item[]): readonly Item[] => {
  if (items.length <= most) return items
  const rest = items.slice(most - 1)
  const words = [...new Set(rest.flatMap((one) => one.words.at(-1) ?? []))]
  const importance = Math.max(...rest.map((one) => one.importance))
  return [
    ...items.slice(0, most - 1),
    item('action', `there are also ${words.join(', ')}`, words, importance),
  ]
}

const mustNotItems = (reading: Reading): readonly Item[] =>
  reading.negations
    .slice(0, 5)
    .map(({ text, words, start, end }) =>
      item('must-not', `no ${text} in the film`, words.slice(0, 8), start === end ? invented : 6),
    )

const placeItems = (reading: Reading): readonly Item[] => [
  ...reading.places
    .filter(({ text, start }) => withoutOrigin(reading.text).startsWith(text, start))
    .slice(0, 4)
    .map((mention) => item('entity', placeClaim(reading, mention), askedWords(mention), 8)),
  ...timesAsked(reading)
    .slice(0, 2)
    .map((mention) => item('attribute', `it is ${mention.word}`, askedWords(mention), 6)),
  ...(isWholeYear(reading.text)
    ? yearOfSeasons
    : [...new Set(seasonsIn(reading.text).map(({ word }) => word))]
  ).map((season) =>
    // From a room winter is seen by its snow.
    item(
      'attribute',
      landIs[season] ?? `it is ${season}`,
      season === 'winter' ? [season, 'snow'] : [season],
      6,
    ),
  ),
  ...reading.weathers
    .slice(0, 2)
    .map((mention) => item('attribute', `the weather is ${mention.word}`, askedWords(mention), 5)),
]

/** How a land is without rain and after it is told like a season. */
const landIs: Readonly<Record<string, string>> = {
  dry: 'the land is dry',
  green: 'the land turns green',
}

/** A place with a name is where the film is; any other can be seen in it. */
const placeClaim = ({ isEnglish, text }: Reading, mention: Mention): string => {
  if (!isEnglish) return `the film shows ${mention.text}`
  const before = text.slice(0, mention.start)
  const isOwner = text.startsWith("'s", mention.end)
  const isName =
    /^\p{Lu}/u.test(mention.text) &&
    (isOwner || (/[\p{Ll},]\s$/u.test(before) && !/\bthe\s$/i.test(before)))
  return isName ? `the film is in ${mention.text}` : `the film shows ${withArticle(mention)}`
}

const styleItems = ({ styles }: Reading): readonly Item[] =>
  styles.slice(0, 3).map(({ word }) => item('attribute', `the film is in ${word}`, [word], 6))

/** "At sunrise on a misty morning" is one hour: of two names for it in one sentence the first light and the last stay. */
const timesAsked = ({ times, sentences }: Reading): readonly Mention[] => {
  const words = times.map(({ word }) => word)
  const isOne = (wide: string, narrow: string): boolean =>
    words.includes(narrow) &&
    sentences.some((said) => {
      const found = timesOfDay.find(said).map(({ word }) => word)
      return found.includes(wide) && found.includes(narrow)
    })
  return times.filter(
    ({ word }) =>
      !(
        (word === 'morning' && isOne('morning', 'dawn')) ||
        (word === 'dusk' && isOne('dusk', 'sunset'))
      ),
  )
}

/**
 * What was not understood is asked for in the client's own words: as no rule orders it, it stays missing, and the film is
 * not said to be what it is not.
 */
const unreadItems = (reading: Reading): readonly Item[] => [
  ...unreadSentences(reading)
    .filter(({ text }) => {
      const start = reading.text.indexOf(text)
      return !isOnlyState(reading, { start, end: start + text.length })
    })
    .map(({ text, words }) => item('action', text, words, 6)),
  ...unreadThings(reading).map(({ text, words }) =>
    item(
      'attribute',
      /^\p{Lu}/u.test(text)
        ? `the film is in the ${text}`
        : `the client asks for ${withArticle({ word: text, text })}`,
      words,
      5,
    ),
  ),
]

const moodItems = (reading: Reading): readonly Item[] =>
  reading.moods
    .slice(0, 2)
    .map((mention) => item('emotion', `the film feels ${mention.word}`, askedWords(mention), 5))

/** What follows from the concept without being said: where it plays, and the words it is about. */
const impliedItems = (reading: Reading): readonly Item[] => {
  const setting = readSetting(reading, 1)
  const [first] = reading.clauses
  const own = first && ideaOfClause(reading, first).place
  const place = own ?? setting.places[0] ?? 'meadow'
  return [
    ...(reading.places.length === 0
      ? [item('entity', `the film plays ${atPlace(place)}`, [place], invented)]
      : []),
    ...(reading.moods.length === 0
      ? [item('emotion', `the film feels ${setting.mood}`, [setting.mood], invented)]
      : []),
    ...(isBare(reading) ? keywordItems(reading) : []),
  ]
}

const isBare = (reading: Reading): boolean =>
  reading.subject.topic.length +
    reading.cast.length +
    reading.places.length +
    reading.objects.length +
    reading.clauses.length ===
  0

const keywordItems = (reading: Reading): readonly Item[] => {
  const words = reading.text.match(/[\p{L}\p{N}]{4,24}/gu) ?? []
  return [...new Set(words.map((word) => word.toLowerCase()))]
    .filter(
      (word) =>
        !/^(?:this|that|with|from|about|film|video|make|create|please|show|explain)$/.test(word),
    )
    .slice(0, 3)
    .map((word) => item('entity', `“${capital(word)}” is named or shown`, [word], 5))
}

/** Films of more seconds than this have more than a beginning and an end. */
const twoScenes = 12

/** What any film should have, as far as one of that length has time for it. */
const beatItems = (seconds: number): readonly Item[] => {
  const beat = (claim: string, words: readonly string[]): Item =>
    item('narrative-beat', claim, words, invented)
  return [
    beat('the film opens by showing where it plays', ['opening']),
    beat('the viewer knows where each scene plays', ['opening', 'middle', 'ending']),
    item('attribute', 'all pictures belong to one look', ['opening', 'ending'], invented),
    item('attribute', 'the light fits the time of day', ['opening', 'turn', 'ending'], invented),
    beat('the film can be followed from its first picture on', ['opening']),
    ...(seconds > twoScenes
      ? [
          beat('the film comes to an end', ['ending']),
          beat('something happens between beginning and end', [
            ...['middle', 'turn', 'detail', 'introduction'],
          ]),
        ]
      : []),
  ]
}
