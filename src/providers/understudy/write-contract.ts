import type { ContractBrief, ContractReply } from '../../domain/crew-tasks.ts'
import type { Mention } from './lexicon.ts'
import { madeThings, otherThings } from './made-things.ts'
import { atPlace, callOf, capital, companies, joinNames } from './naming.ts'
import { lessonFacts } from './outline-lesson.ts'
import { clauseSentence } from './read-clauses.ts'
import type { Reading } from './read-concept.ts'
import { readConcept } from './read-concept.ts'
import { readSetting } from './setting.ts'
import { ideaOfClause, tellerOf } from './steps.ts'
import { factsOf } from './tellable.ts'
import { unreadSentences, unreadThings } from './unread-items.ts'
import { isAboard } from './vocabulary.ts'

type Item = ContractReply['items'][number]

/** Most items besides the film's length. */
const most = 19
const least = 7

/** The concept as items, by rules: what is named, what is done, how it feels, what must not be seen. */
export const writeContract = (brief: ContractBrief): ContractReply => {
  const reading = readConcept(brief.concept)
  const own = [
    ...mustNotItems(reading),
    ...castItems(reading),
    ...placeItems(reading),
    ...actionItems(reading),
    ...crowdItems(reading),
    ...unreadItems(reading),
    ...thingItems(reading),
    ...moodItems(reading),
  ]
  const more = [...impliedItems(reading), ...beatItems]
  const wanted = own.slice(0, most - 2)
  const missing = Math.max(2, least + 1 - wanted.length)
  return { items: [...wanted, ...more.slice(0, Math.min(missing, most - wanted.length))] }
}

const item = (
  kind: Item['kind'],
  claim: string,
  words: readonly string[],
  importance: number,
): Item => ({
  kind,
  // A concept of two signs is no sentence yet.
  claim: [...claim.trim()].length < 3 ? `the film is about ${claim}` : claim.slice(0, 200),
  words: [...new Set(words.map((word) => word.toLowerCase().slice(0, 60).trim()))]
    .filter((word) => word !== '')
    .slice(0, 8),
  importance,
})

const mustNotItems = (reading: Reading): readonly Item[] =>
  reading.negations
    .slice(0, 5)
    .map(({ text, words }) => item('must-not', `no ${text} in the film`, words.slice(0, 8), 6))

const castItems = (reading: Reading): readonly Item[] => [
  ...companies(reading.cast).map((members) => {
    const [first] = members
    const name = joinNames(members.map(callOf))
    const isMany = members.length > 1
    return item(
      isMany ? 'relation' : 'entity',
      `${isMany ? name.replace(/^the/, countWords[members.length] ?? 'the') : name} ${isMany || /[^s]s$/.test(first?.name === null ? name : '') ? 'are' : 'is'} seen`,
      [...members.map(({ what }) => what), ...(reading.isEnglish ? [] : [first?.noun ?? ''])],
      9,
    )
  }),
  ...reading.cast
    .filter(({ wears }) => wears !== '')
    .slice(0, 2)
    .map((entry) =>
      item('attribute', `${callOf(entry)} wears ${entry.wears}`, [entry.what, entry.wears], 5),
    ),
  ...togetherItems(reading),
]

const countWords: Readonly<Record<number, string>> = { 2: 'two', 3: 'three', 4: 'four', 5: 'five' }

const togetherItems = (reading: Reading): readonly Item[] => {
  const [first, second] = companies(reading.cast)
  if (!(first && second)) return []
  const names = [first, second].map((members) => joinNames(members.map(callOf)))
  const words = [first, second].flatMap(([member]) => (member ? [member.what] : []))
  return [item('relation', `${names.join(' and ')} are seen together`, words, 4)]
}

const placeItems = (reading: Reading): readonly Item[] => [
  ...reading.places
    .slice(0, 4)
    .map((mention) =>
      item(
        'entity',
        `the film shows ${reading.isEnglish ? withArticle(mention) : mention.text}`,
        named(mention),
        8,
      ),
    ),
  ...reading.times
    .slice(0, 2)
    .map((mention) => item('attribute', `it is ${mention.word}`, named(mention), 6)),
  ...reading.weathers
    .slice(0, 2)
    .map((mention) => item('attribute', `the weather is ${mention.word}`, named(mention), 5)),
]

const named = (mention: { readonly word: string; readonly text: string }): readonly string[] => [
  mention.word,
  mention.text.toLowerCase(),
]

const isProperName =
  /^(?:Tokyo|Paris|London|New York|Sahara|The Alps|Himalayas|Mars|Antarctica|Arctic)$/i

/** Words that name a kind of film more than a place. */
const isFormat = /^(?:podcast|talk show|concert|lecture|traffic)$/i

const withArticle = (mention: { readonly word: string; readonly text: string }): string => {
  const text = isFormat.test(mention.text) ? mention.word : mention.text.toLowerCase()
  if (/^(?:in|at|on)\s/.test(text)) return withArticle({ word: mention.word, text: mention.word })
  if (isProperName.test(mention.text)) return mention.text
  if (
    !/^[a-z]/.test(text) ||
    /s$|^(?:her|his|their|the|in|at|on)\b|(?:bread|tea|coffee|soup|wine|juice|ramen|treasure|luggage|traffic|software|lavender|camping)$/.test(
      text,
    )
  )
    return text
  return `${/^[aeiou]/.test(text) ? 'an' : 'a'} ${text}`
}

const actionItems = (reading: Reading): readonly Item[] => {
  const seen = new Set<string>()
  return reading.clauses
    .filter(({ verb }) => verb !== '')
    .filter(({ action, verb, force }) => force === '' && (action !== '' || !untellable.test(verb)))
    .map((clause) => {
      const cast = reading.cast.filter(({ id }) => clause.castIds.includes(id))
      const { name, isPlural } = tellerOf(reading, clause)
      const sentence = clauseSentence(clause, name, isPlural)
      return item(
        'action',
        sentence.replace(/\.$/, ''),
        [...cast.slice(0, 2).map(({ what }) => what), clause.action || clause.verb],
        7,
      )
    })
    .filter(({ words }) => {
      const key = words.join(' ')
      if (seen.has(key)) return false
      seen.add(key)
      return true
    })
    .slice(0, 6)
}

const crowdItems = ({ crowdDeed }: Reading): readonly Item[] =>
  crowdDeed ? [item('action', crowdDeed.text, ['crowd', crowdDeed.action], 5)] : []

/** Verbs of intention: nobody can be seen beginning or wanting. */
const untellable =
  /^(?:begin|start|decide|try|keep|want|need|love|let|finish|live|stay|feel|lie|get|put|set)/

/**
 * What was not understood is asked for in the client's own words: as no rule orders it, it stays missing, and the film is
 * not said to be what it is not.
 */
const unreadItems = (reading: Reading): readonly Item[] => [
  ...unreadSentences(reading).map(({ text, words }) => item('action', text, words, 6)),
  ...unreadThings(reading).map(({ text, words }) =>
    item('attribute', `the client asks for ${withArticle({ word: text, text })}`, words, 4),
  ),
]

const thingItems = (reading: Reading): readonly Item[] => {
  const { brand, product, genre, topic, claim, lines, slogan, call } = reading.subject
  return [
    ...(genre !== 'story' && topic !== ''
      ? [item('entity', `the film says that it is about ${topic}`, [topic], 8)]
      : []),
    ...explainedItems(reading),
    ...(brand || product
      ? [item('entity', `${brand || product} is named`, [brand || product], 7)]
      : []),
    ...[slogan, call]
      .filter((words) => words !== '')
      .map((words) => item('entity', `the film says “${words}”`, [words], 8)),
    ...lines.slice(0, 2).map((line) => item('entity', `the film says “${line}”`, [line], 7)),
    ...(claim === ''
      ? []
      : [item('entity', `the film says that ${brand || product || 'it'} ${claim}`, [claim], 7)]),
    ...otherMentions(reading)
      .slice(0, 3)
      .map((mention) => item('entity', `${withArticle(mention)} can be seen`, named(mention), 6)),
    ...reading.objects
      .slice(0, 4)
      .map((mention) => item('entity', `${withArticle(mention)} can be seen`, named(mention), 6)),
    ...describedItems(reading),
  ]
}

/** An explainer explains: one of the things that are true of its topic is said. Of a topic nobody knows nothing can be. */
const explainedItems = (reading: Reading): readonly Item[] => {
  const { genre, topic } = reading.subject
  if (genre !== 'lesson' || topic === '' || !reading.isEnglish) return []
  const known = [...factsOf(reading), ...lessonFacts(reading).map(({ line }) => line)]
  const words = known.length > 0 ? known.map((line) => line.slice(0, 60)) : [`${topic}, explained`]
  return [item('entity', `the film explains ${topic}`, words, 8)]
}

/** Things in no vocabulary of pictures, each once. */
const otherMentions = ({ text, subject }: Reading): readonly Mention[] => {
  const all = [
    ...madeThings.find(text),
    ...(subject.genre === 'story' ? otherThings.find(text) : []),
  ]
  return all.filter(
    (mention, index) =>
      all.findIndex(({ word }) => word === mention.word) === index && !isAboard(text, mention),
  )
}

const describedItems = (reading: Reading): readonly Item[] =>
  [...reading.described]
    .filter(([word, said]) => said !== word)
    .slice(0, 2)
    .map(([word, said]) =>
      item('attribute', `the ${word} is ${said.slice(0, -word.length).trim()}`, [said], 4),
    )

const moodItems = (reading: Reading): readonly Item[] =>
  reading.moods
    .slice(0, 2)
    .map((mention) => item('emotion', `the film feels ${mention.word}`, named(mention), 5))

/** What follows from the concept without being said: where it plays, and the words it is about. */
const impliedItems = (reading: Reading): readonly Item[] => {
  const setting = readSetting(reading, 1)
  const [first] = reading.clauses
  const own = first && ideaOfClause(reading, first).place
  const place = own ?? setting.places[0] ?? 'meadow'
  return [
    ...(reading.places.length === 0
      ? [item('entity', `the film plays ${atPlace(place)}`, [place], 4)]
      : []),
    ...(reading.moods.length === 0
      ? [item('emotion', `the film feels ${setting.mood}`, [setting.mood], 3)]
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

const beatItems: readonly Item[] = [
  item('narrative-beat', 'the film opens by showing where it plays', ['opening'], 3),
  item('narrative-beat', 'the film comes to an end', ['ending'], 3),
  item(
    'narrative-beat',
    'something happens between beginning and end',
    ['middle', 'turn', 'detail', 'introduction'],
    3,
  ),
  item('attribute', 'all pictures belong to one look', ['opening', 'ending'], 2),
  item(
    'narrative-beat',
    'there is something to see from near',
    ['detail', 'introduction', 'middle'],
    2,
  ),
  item(
    'narrative-beat',
    'the viewer knows where each scene plays',
    ['opening', 'middle', 'ending'],
    2,
  ),
  item('attribute', 'the light fits the time of day', ['opening', 'turn', 'ending'], 2),
]
