import type { Lexicon } from '../words/lexicon.ts'
import { madeThings, otherThings } from '../words/made-things.ts'
import { groupNouns, personNouns } from '../words/people.ts'
import { verbForm } from '../words/verbs.ts'
import { animals, objects, places, times, weathers } from '../words/vocabulary.ts'
import type { Reading } from './read-concept.ts'

/** One of the things a concept lists, as the client wrote it: `black beaches`. */
export interface Sight {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** What stands between two marks of a text. */
export interface Phrase extends Sight {
  /** Stands before a colon. */
  readonly isHead: boolean
  /** Stands behind one. */
  readonly isListed: boolean
}

const borders = /[.!?;:,\n。！？؟；：،、，•·–—]+|\s(?:and then|then)\s/gu

const greeting =
  /^\s*(?:happy|merry|congratulations|welcome|thank you|farewell|get well|bon voyage)\s[^.!?:,\n]{2,40}!/iu

/** The phrases of a text, in order. */
export const phrasesIn = (text: string): readonly Phrase[] => {
  const marks = [...text.matchAll(borders)].filter(
    // "10.30", "3,000": marks within a number.
    ({ index, 0: mark }) => !/^\d.\d/u.test(text.slice(index - 1, index + mark.length + 1)),
  )
  const from = [0, ...marks.map(({ index, 0: mark }) => index + mark.length)]
  const to = [...marks.map(({ index }) => index), text.length]
  const label = marks.findIndex(({ 0: mark }) => /[:：]/u.test(mark))
  // "Happy birthday Leo! Football, dinosaurs, cake"
  const colon = label < 0 && greeting.test(text) ? 0 : label
  return from.flatMap((start, index): Phrase[] => {
    const end = to[index] ?? text.length
    const said = text.slice(start, end)
    const lead = said.length - said.trimStart().length
    const bare = said.trim()
    if (!/[\p{L}\p{N}]/u.test(bare)) return []
    const at = start + lead
    return [
      {
        ...{ text: bare, start: at, end: at + bare.length },
        isHead: index === colon && colon >= 0,
        isListed: colon >= 0 && index > colon,
      },
    ]
  })
}

const joiner = /^(?:and|or|but|as well as|plus|with|und|et|y|e|en|i|och|og|ja|ve|и)\s+/iu

/** The last of a list loses its "and"; "mornings and evenings" stays whole. */
export const withoutJoiner = ({ text, start, end, ...more }: Phrase): Phrase => {
  const [joint = ''] = joiner.exec(text) ?? []
  return { ...more, text: text.slice(joint.length), start: start + joint.length, end }
}

/** A theme is longer than a thing in a list: `Morning routine of a busy mum with two kids`. */
export const mostThemeWords = 14

/** Words that only a sentence has. */
const ofSentence = {
  english:
    /(?:^|\s)(?:he|she|it|they|we|i|you|there|who|which|that|this|someone|somebody|everyone|nobody|is|are|was|were|has|have|had|can|will|would|should|must|does|do|did)(?=\s|$)/iu,
  other:
    /(?:^|\s)(?:er|sie|es|ils?|elles?|él|ellos|ellas|lui|lei|ele|ela|ist|sind|hat|haben|wird|est|sont|fait|está|están|è|é|são|estão|zijn|heeft|jest|są|är)(?=\s|$)/iu,
} as const

/**
 * Whether a phrase names something and says nothing of it.
 *
 * @param most words it may have
 */
export const isNominal = (
  reading: Reading,
  { text, start, end, isListed }: Phrase,
  most: number,
): boolean => {
  const words = text.split(/\s+/)
  if (words.length > most || [...text].length > most * 9) return false
  if (ofSentence[reading.isEnglish ? 'english' : 'other'].test(text)) return false
  const isDone = reading.clauses.some(
    (clause) =>
      clause.verb !== '' &&
      // "autumn leaves", "northern lights" in a list: nobody in it does that.
      !(isListed && !isDoneIn(reading, clause, start)) &&
      clause.start >= start &&
      clause.start < end &&
      !/^\p{L}+ing(?!\p{L})/iu.test(reading.text.slice(clause.start)),
  )
  return !isDone && !(reading.isEnglish && isClause(words))
}

/** Whether whoever does something is named before it, from a place of the text on. */
export const isDoneIn = (
  { castMentions }: Reading,
  clause: { readonly start: number; readonly castIds: readonly string[] },
  from: number,
): boolean =>
  castMentions.some(
    ({ start, end, ids }) =>
      start >= from && end <= clause.start && ids.some((id) => clause.castIds.includes(id)),
  )

/** "a door slams", "waves crash": an article and a verb behind its noun, or a plural and its verb. */
const isClause = (words: readonly string[]): boolean => {
  const [first = ''] = words
  const isOne = /^(?:an?|the|his|her|their|its|one|every|each)$/i.test(first)
  const shapes = words.map((word) => verbForm(word)?.shape)
  if (isOne) return shapes.slice(2).some((shape) => shape === 'third')
  const isMany = /(?:[^s]s|^(?:children|people|men|women))$/i.test(first)
  return isMany && shapes[1] === 'base'
}

const manner =
  /^(?:(?:very|really|slow|calm|quiet|gentle|soft|warm|cold|cinematic|realistic|dreamy|moody|epic|funny|happy|sad|bright|dark|fast|upbeat|4k|hd|8k|no|without|not|all|shot|filmed|in the style|style|mood|tone|black and white|wild|beautiful|old|new|big|small|rough|green|close-?ups?|wide|drone|slow[- ]motion|time-?lapse)(?:\s|$))+/iu

const seen: readonly Lexicon[] = [
  places,
  animals,
  objects,
  madeThings,
  otherThings,
  personNouns,
  groupNouns,
  weathers,
  times,
]

/** Single words that only say how something is. */
const describing = /^\p{L}+(?:ly|ful|ous|ive|less|able|ible|al|ic|ish|ed|y|ing)$/iu

/** Words by which a client speaks of the film. */
export const ofFilm: RegExp =
  /\b(?:show|use|film|video|clip|camera|shots?|scenes?|cut|style|please|seconds?|minutes?|music|soundtrack|voice|narrat\w+|tone|mood|audience|format|aspect|vertical|captions?|subtitles?|budget)\b/i

/** Whether a phrase names something to be seen, and not how the film is to feel. */
export const isSeen = (reading: Reading, phrase: Phrase, isLabelled: boolean): boolean => {
  const { text } = phrase
  if (ofFilm.test(text)) return false
  const rest = text.replace(manner, '').trim()
  if (rest === '') return false
  if (!reading.isEnglish) return true
  const isKnown = seen.some((list) => list.find(rest).length > 0)
  // What is sold is described: "waterproof, light".
  if (isLabelled && reading.subject.genre === 'advert') return true
  const isThing = /\p{L}{3,}s$/u.test(rest) || /\s/.test(rest) || /^\p{Lu}/u.test(rest)
  if (isKnown || (isThing && !/^\p{L}+ly$/u.test(rest))) return true
  return isLabelled && !describing.test(rest)
}
