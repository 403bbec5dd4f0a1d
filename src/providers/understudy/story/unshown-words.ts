import type { RevisionReply } from '../../../domain/crew-tasks.ts'
import { holdsWord } from '../../../domain/crew-tasks.ts'
import { spansOf, unreadSentences, unreadThings } from '../contract/unread-items.ts'
import type { Reading } from '../reading/read-concept.ts'
import { isStatement } from '../reading/statements.ts'
import type { Mention } from '../words/lexicon.ts'
import { animals, moods, objects, places, times, weathers } from '../words/vocabulary.ts'

interface Span {
  readonly start: number
  readonly end: number
}

/** Most parts that a reply tells of; what is beyond them stands together in the last. */
const most = { parts: 20, letters: 200 } as const

/** A picture that was revised by words. */
export interface RevisedPicture {
  readonly reading: Reading
  readonly picture: Omit<RevisionReply, 'read' | 'unread'>
  /** Those of the reading's cast who are in the picture. */
  readonly seen: ReadonlySet<string>
  /** Where the words speak of framing and camera. */
  readonly camera: readonly Span[]
}

/**
 * Parts of the client's words that a revised picture does not show, as written: what stands for nothing, and what is known
 * and found no room. Of words in another language only what is known is told, beside the parts of which nothing is.
 */
export const unshownWords = (revised: RevisedPicture): readonly string[] => {
  const { reading, picture, camera } = revised
  const shown = shownParts(picture)
  const told = [...unreadSentences(reading), ...unreadThings(reading)].map(({ text }) => text)
  const known = mentionsOf(reading)
  const lost = known
    .filter((mention) => !known.some((other) => isWithin(mention, other)))
    .filter((mention) => !camera.some((span) => overlaps(span, mention)))
    .filter((mention) => !isShown(revised, shown, mention))
    .map(({ text }) => text.toLowerCase())
  const covered = [...known, ...readSpans(revised), ...camera, ...reading.negations]
  const rest = reading.isEnglish ? bareWords(reading, covered, shown) : []
  const all = [...told, ...lost]
  const isTold = (word: string): boolean =>
    all.some((text) => text.toLowerCase().includes(word.toLowerCase()))
  return fitted([...new Set([...all, ...rest.filter((word) => !isTold(word))])])
}

const overlaps = (one: Span, other: Span): boolean => one.start < other.end && other.start < one.end

/** "snow" in "in the snow", "beach" in "beach umbrella": the longer one is what is meant. */
const isWithin = (one: Span, other: Span): boolean =>
  one.start >= other.start && one.end <= other.end && one.end - one.start < other.end - other.start

/** Everything in the words that the vocabulary has a word for. */
const mentionsOf = (reading: Reading): readonly Mention[] => {
  const { text } = reading
  const read = [reading.places, reading.times, reading.weathers, reading.moods, reading.objects]
  const lists = reading.isEnglish ? [places, times, weathers, moods, objects, animals] : []
  const people = reading.castMentions
    .filter(({ ids, isPronoun }) => ids.length > 0 && !isPronoun)
    .map(({ ids, start, end }) => ({
      ...{ start, end, text: text.slice(start, end) },
      word: reading.cast.find(({ id }) => id === ids[0])?.what ?? '',
    }))
  const all = [...people, ...read.flat(), ...lists.flatMap((list) => list.find(text))]
  return all.filter(
    (one, index) =>
      all.findIndex(({ start, end }) => start === one.start && end === one.end) === index,
  )
}

/** Whether the picture has what a mention stands for, by the vocabulary's word or the client's own. */
const isShown = (
  { reading, seen }: RevisedPicture,
  shown: readonly string[],
  mention: Mention,
): boolean => {
  const meant = reading.castMentions
    .filter(({ ids }) => ids.length > 0)
    .find((one) => overlaps(one, mention))
  if (meant) return meant.ids.some((id) => seen.has(id))
  // "in the snow" is a place in a film, and weather in a picture that has a place.
  const { word, text } = mention
  return [word, text, ...weathers.find(text).map((one) => one.word)].some((one) =>
    shown.some((part) => holdsWord(part, one)),
  )
}

/** What else of the words is known, and the deeds of those who are seen. */
const readSpans = ({ reading, seen }: RevisedPicture): readonly Span[] => [
  ...spansOf(reading).filter((span) => !isClauseStart(reading, span)),
  ...reading.clauses
    .filter((clause) => !isStatement(clause) && clause.castIds.some((id) => seen.has(id)))
    .map(({ start, verb }) => ({ start, end: start + Math.max(1, verb.length) })),
]

const isClauseStart = ({ clauses }: Reading, { start, end }: Span): boolean =>
  end - start === 1 && clauses.some((clause) => clause.start === start)

/** Single words that nothing stands for, also of what is said of the film and not of a picture: its kind, its style. */
const bareWords = (
  { sentences }: Reading,
  covered: readonly Span[],
  shown: readonly string[],
): readonly string[] =>
  [...sentences.join('\n').matchAll(/\p{L}{3,}/gu)]
    .filter(({ 0: word, index }) => {
      const span = { start: index, end: index + word.length }
      return !(
        covered.some((one) => overlaps(one, span)) ||
        emptyWords.test(word) ||
        shown.some((part) => holdsWord(part, word))
      )
    })
    .map(([word]) => word)

/** Words that say nothing of a picture by themselves. */
const emptyWords =
  /^(?:this|that|these|those|with|without|from|into|onto|over|under|then|than|they|them|their|there|here|have|has|been|were|when|what|where|like|very|just|some|only|more|less|much|many|also|again|instead|please|make|makes|made|show|shows|want|should|would|could|must|will|shot|scene|picture|take|film|camera|while|during|near|beside|behind|between|through|across|along|around|above|below|inside|outside|front|back|background|foreground|middle|same|other|another|each|both|every|being|look|looks|seen|nobody|people|anybody|the|and|but|for|nor|not|its|his|her|hers|our|your|she|him|who|are|was|had|can|may|let|get|now|too|all|any|out|off|one|own|put|see|say|yet|per|via|you|how|why|did|does|which|whose|whom|about|after|before|until|till|once|upon|toward|towards|against|among|amid|within|down|still|even|together|itself|himself|herself|themselves)$/i

const shownParts = ({
  place,
  timeOfDay,
  weather,
  mood,
  subjects,
  objects: things,
}: Omit<RevisionReply, 'read' | 'unread'>): readonly string[] => [
  ...[place, timeOfDay, weather, mood, ...things],
  ...subjects.flatMap(({ what, look, action, count }) => [
    ...[what, look, action],
    ...(count > 1 ? [counts[count] ?? '', 'group', 'pair'] : []),
  ]),
]

const counts: Readonly<Record<number, string>> = {
  ...{ 2: 'two', 3: 'three', 4: 'four', 5: 'five', 6: 'six', 7: 'seven', 8: 'eight' },
}

const fitted = (parts: readonly string[]): readonly string[] =>
  parts.length <= most.parts
    ? parts
    : [
        ...parts.slice(0, most.parts - 1),
        parts
          .slice(most.parts - 1)
          .join(', ')
          .slice(0, most.letters),
      ]
