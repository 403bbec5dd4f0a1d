import { holdsWord } from '../../../domain/crew-tasks.ts'
import { isByHearth } from '../reading/hearth.ts'
import type { Reading } from '../reading/read-concept.ts'
import { factsOf } from '../reading/tellable.ts'
import { lessonFacts } from '../story/outline-lesson.ts'
import { isMany } from '../words/acting-things.ts'
import type { Mention } from '../words/lexicon.ts'
import { madeThings, otherThings } from '../words/made-things.ts'
import { animals, isAboard, objects } from '../words/vocabulary.ts'
import { askedWords } from './asked-words.ts'
import type { Item } from './contract-item.ts'
import { item, withArticle } from './contract-item.ts'

/** What is to be named, said and seen besides people, places and deeds. */
export const thingItems = (reading: Reading): readonly Item[] => {
  const { brand, product, genre, topic, claim, lines, slogan, call, opening } = reading.subject
  const others = otherMentions(reading)
  return [
    ...(genre !== 'story' && topic !== ''
      ? [item('entity', `the film says that it is about ${topic}`, [topic], 8)]
      : []),
    ...explainedItems(reading),
    ...(brand || product
      ? [item('entity', `${brand || product} is named`, [brand || product], 7)]
      : []),
    ...lines.slice(0, 2).map((line) => item('entity', `the film says “${line}”`, [line], 7)),
    ...(claim === ''
      ? []
      : [item('entity', `the film says that ${brand || product || 'it'} ${claim}`, [claim], 7)]),
    ...[opening, slogan, call]
      .filter((said) => said !== '' && !lines.includes(said))
      .map((said) => item('entity', `the film says “${said}”`, [said], 8)),
    ...datesIn(reading).map((said) => item('entity', `the film says “${said}”`, [said], 6)),
    ...others
      .slice(0, 3)
      .map((mention) =>
        item('entity', `${withArticle(mention)} can be seen`, askedWords(mention), 6),
      ),
    ...reading.objects
      .filter(({ word }) => !others.some((other) => other.word === word))
      // What is talked about need not be on the table.
      .filter(({ text }) => genre !== 'podcast' || !holdsWord(topic, text))
      .slice(0, 4)
      .map((mention) =>
        item('entity', `${withArticle(mention)} can be seen`, thingWords(reading, mention), 6),
      ),
    ...describedItems(reading),
  ]
}

/** In a house a fire burns in a fireplace. */
const thingWords = ({ text }: Reading, mention: Mention): readonly string[] => [
  ...askedWords(mention),
  ...(mention.word === 'campfire' && isByHearth(text) ? ['fireplace'] : []),
]

/** An explainer explains: one of the things that are true of its topic is said. Of a topic nobody knows nothing can be. */
const explainedItems = (reading: Reading): readonly Item[] => {
  const { genre, topic } = reading.subject
  if (genre !== 'lesson' || topic === '' || !reading.isEnglish) return []
  const known = [...factsOf(reading), ...lessonFacts(reading).map(({ line }) => line)]
  const words = known.length > 0 ? known.map((line) => line.slice(0, 60)) : [`${topic}, explained`]
  return [item('entity', `the film explains ${topic}`, words, 8)]
}

/** Years and days, which no picture shows and a text can say: `44 BC`, `6 June 1944`. */
const datesIn = ({ text, subject }: Reading): readonly string[] =>
  subject.genre === 'story' ? [...new Set(text.match(date) ?? [])].slice(0, 2) : []

const month =
  'January|February|March|April|May|June|July|August|September|October|November|December'
const date = new RegExp(
  String.raw`\b(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:${month})(?:\s+\d{4})?|(?:${month})\s+\d{1,2}(?:st|nd|rd|th)?(?:,?\s+\d{4})?|(?:AD\s+)?\d{1,4}\s+(?:BC|BCE|AD|CE)|(?:1[0-9]|20)\d{2})\b`,
  'g',
)

/** Things in no vocabulary of pictures, and animals that nobody has cast, each once. */
const otherMentions = ({ text, subject, cast }: Reading): readonly Mention[] => {
  const all = [
    ...madeThings.find(text),
    ...(subject.genre === 'story' ? otherThings.find(text) : []),
    ...(subject.genre === 'story' ? animals.find(text) : []).filter(
      ({ word }) => !cast.some(({ what }) => what === word),
    ),
  ].filter(({ end }) => !objects.find(text).some(({ start }) => start === end + 1))
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
      item(
        'attribute',
        `the ${word} ${isMany(word) ? 'are' : 'is'} ${said.slice(0, -word.length).trim()}`,
        [said],
        4,
      ),
    )
