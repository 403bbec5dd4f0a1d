import type { Reading } from '../reading/read-concept.ts'
import { isDeed, mentionsIn, onVehicles, partsToSay } from '../reading/read-foreign.ts'
import { isRuledOut } from '../reading/statements.ts'
import { directive } from '../reading/tellable.ts'
import { madeThings, otherThings, wornProducts } from '../words/made-things.ts'
import { groupNouns, personNouns } from '../words/people.ts'
import { verbForm } from '../words/verbs.ts'
import { animals, moods, objects, places, times, weathers } from '../words/vocabulary.ts'
import { awaitedSpans } from './awaited.ts'
import { bareSubjects, namedNouns } from './content-nouns.ts'

/** Something the client wrote that no other item of the contract stands for. */
export interface Unread {
  /** In the client's own words. */
  readonly text: string
  /** Content words, lower case. */
  readonly words: readonly string[]
}

/**
 * Most sentences and most things that are listed, so that a long text does not drown what was understood; in a language
 * nobody here can read a sentence is all there is to ask for.
 */
const most = { sentences: 3, foreignSentences: 8, things: 5 } as const

/** Sentences in which nothing at all was understood. */
export const unreadSentences = (reading: Reading): readonly Unread[] => {
  if (!reading.isEnglish) return unreadParts(reading)
  if (reading.subject.genre !== 'story') return []
  return reading.sentences
    .flatMap((sentence): Unread[] => {
      const start = reading.text.indexOf(sentence)
      if (start < 0 || directive.test(sentence) || isRuledOut(sentence)) return []
      const end = start + sentence.length
      const isKnown = [...spansOf(reading)].some((span) => span.start < end && span.end > start)
      const words = contentWords(sentence)
      return isKnown || words.length < 2 ? [] : [{ text: sentence, words }]
    })
    .slice(0, most.sentences)
}

/** Shorter parts say nothing that can be asked for. */
const leastLetters = 3

/** Parts of a text in another language of which it is not known what is done, each with the words that were not read. */
const unreadParts = ({ text, clauses }: Reading): readonly Unread[] => {
  const known = mentionsIn(text)
  return partsToSay(text)
    .flatMap((part): Unread[] => {
      const start = text.indexOf(part)
      const inside = known.filter(
        (mention) => mention.start >= start && mention.end <= start + part.length,
      )
      const rest = inside.reduce((left, mention) => left.replace(mention.text, ' '), part)
      const words = foreignWords(rest)
      // What is done by nobody that is known is not seen.
      const isDone = clauses.some(
        (clause) => clause.start >= start && clause.start < start + part.length,
      )
      const deeds = inside.filter((mention) => isDeed(mention) || onVehicles.has(mention.word))
      // An hour with a word nobody knows is something that happens then.
      const isKnown = inside.some(({ word }) => !times.words.includes(word)) && words.length < 2
      const isRead = deeds.length > 0 ? isDone : isKnown
      return isRead || words.length === 0 || [...part].length < leastLetters
        ? []
        : [{ text: part, words }]
    })
    .slice(0, most.foreignSentences)
}

/** The longer words of a part; of a script that writes without spaces, the part itself. */
const foreignWords = (part: string): readonly string[] =>
  part
    .match(/\p{L}+/gu)
    ?.filter((word) => word.length > 3)
    .slice(0, 4) ?? []

/** Things and people of the text that are in no vocabulary: `the maze`. */
export const unreadThings = (reading: Reading): readonly Unread[] => {
  const { text, isEnglish, subject, cast } = reading
  if (!isEnglish || !['story', 'advert'].includes(subject.genre)) return []
  const known = [...spansOf(reading), ...awaitedSpans(reading.clauses)]
  const whole = unreadSentences(reading).map((sentence) => sentence.text)
  const worn = cast.map(({ wears }) => wears.toLowerCase())
  const seen = new Set<string>()
  return [...namedNouns(text), ...bareSubjects(text)]
    .toSorted((a, b) => a.start - b.start)
    .flatMap(({ text: said, head, start, end }): Unread[] => {
      if (seen.has(head) || isNameOf(reading, said) || directive.test(said)) return []
      if (known.some((span) => span.start < end && span.end > start)) return []
      if (said.split(/\s+/).some((word) => verbForm(word)?.shape === 'third')) return []
      if (worn.some((wears) => wears.endsWith(head.split(' ').at(-1) ?? ''))) return []
      if (whole.some((sentence) => sentence.includes(said))) return []
      seen.add(head)
      const isPlaceName =
        /^\p{Lu}/u.test(said) &&
        /\b(?:in|of|to|from|through|across) the\s$/i.test(text.slice(0, start))
      return [{ text: isPlaceName ? said : said.toLowerCase(), words: [head] }]
    })
    .slice(0, most.things)
}

const isNameOf = ({ subject }: Reading, said: string): boolean =>
  [subject.topic, subject.brand, subject.product].some(
    (name) => name !== '' && name.toLowerCase().includes(said.toLowerCase()),
  )

/** Where the text was understood. */
export const spansOf = (
  reading: Reading,
): readonly { readonly start: number; readonly end: number }[] => [
  ...[
    places,
    times,
    weathers,
    moods,
    objects,
    animals,
    madeThings,
    otherThings,
    ...(reading.subject.genre === 'advert' ? [wornProducts] : []),
    personNouns,
    groupNouns,
  ].flatMap((list) => list.find(reading.text)),
  // What acts by itself is told, and not yet seen.
  ...reading.castMentions.filter(({ ids }) => ids.length > 0),
  ...reading.clauses.flatMap(({ start, verb }) => (verb === '' ? [] : [{ start, end: start + 1 }])),
]

const contentWords = (sentence: string): readonly string[] =>
  [...new Set((sentence.match(/\p{L}{4,}/gu) ?? []).map((word) => word.toLowerCase()))]
    .filter(
      (word) =>
        !/^(?:this|that|with|from|into|over|then|they|their|there|have|been|were|when|what|where|like|very|just|some|only)$/.test(
          word,
        ),
    )
    .slice(0, 4)
