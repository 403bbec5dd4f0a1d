import type { Reading } from '../reading/read-concept.ts'
import { isStatement } from '../reading/statements.ts'
import { spansOf } from './unread-items.ts'

interface Span {
  readonly start: number
  readonly end: number
}

/** Words that say nothing of a picture by themselves. */
const empty =
  /^(?:this|that|these|those|with|without|from|into|onto|over|under|then|than|they|them|their|there|here|have|has|been|were|when|what|where|like|very|just|some|only|more|less|much|many|also|again|instead|please|make|makes|made|show|shows|want|should|would|could|must|will|shot|scene|picture|take|film|camera|while|during|near|beside|behind|between|through|across|along|around|above|below|inside|outside|front|back|background|foreground|middle|same|other|another|each|both|every|being|look|looks|seen|nobody|people|anybody)$/i

/** Single words of an English text that no reading stands for, as written; of another language none are told. */
export const leftOver = (reading: Reading, more: readonly Span[]): readonly string[] => {
  if (!reading.isEnglish) return []
  const known: readonly Span[] = [
    ...spansOf(reading),
    // A statement is told and stands for no picture.
    ...reading.clauses
      .filter((clause) => !isStatement(clause))
      .map(({ start, end }) => ({ start, end })),
    ...more,
  ]
  const words = [...reading.text.matchAll(/\p{L}{4,}/gu)].filter(({ 0: word, index }) => {
    const end = index + word.length
    const isKnown = known.some((span) => span.start < end && span.end > index)
    return !(isKnown || empty.test(word) || isDescribed(reading, word))
  })
  return [...new Set(words.map(([word]) => word))]
}

/** "red umbrella": the word that describes a thing is read with it. */
const isDescribed = ({ described, cast }: Reading, word: string): boolean =>
  [...described.values(), ...cast.flatMap(({ traits, wears }) => [...traits, wears])].some((text) =>
    text.toLowerCase().split(/\s+/).includes(word.toLowerCase()),
  )
