import { withoutLooseEnd } from '../cast/naming.ts'
import type { Phrase } from './phrases.ts'
import { isNominal, isSeen, mostThemeWords, phrasesIn, withoutJoiner } from './phrases.ts'
import { subjectOfFilm } from './preamble.ts'
import type { Reading } from './read-concept.ts'
import { surveyOf } from './survey.ts'
import { directive } from './tellable.ts'

/**
 * What a film is about whose concept only names it, `The life of bees`: the label of a list or the one thing that is
 * named; empty for a story.
 */
export const themeOf = (reading: Reading): string => {
  const survey = surveyOf(reading)
  if (survey) return survey.whole
  const [first, ...others] = phrasesIn(reading.text).filter(
    ({ text }) => !directive.test(subjectOfFilm(text)),
  )
  if (!first || reading.scenes.length > 0 || reading.subject.occasion !== '') return ''
  const whole = sentenceNamed(reading, [first, ...others])
  if (whole !== '') return whole
  const isOnly = others.every(({ text }) => !isSeen(reading, { ...first, text }, false))
  const bare = subjectOfFilm(first.text)
  const isNamed = isNominal(reading, { ...first, text: bare }, mostThemeWords)
  return isOnly && isNamed ? withoutLooseEnd(bare) : ''
}

/** "A girl, her dog and a red kite on the beach": one sentence of things that are named, without what is said of the style. */
const sentenceNamed = (reading: Reading, phrases: readonly Phrase[]): string => {
  const isOne = reading.sentences.length === 1 && phrases.length > 1
  if (!isOne || !reading.isEnglish) return ''
  const named = phrases.map(withoutJoiner)
  const last = named.findLast((phrase) => isSeen(reading, phrase, false))
  if (!last || !named.every((phrase) => isNominal(reading, phrase, mostThemeWords))) return ''
  const words = subjectOfFilm(reading.text.slice(phrases[0]?.start ?? 0, last.end)).replace(
    /(?<=\p{L})\s+(?=,)/gu,
    '',
  )
  // What is ruled out has been blanked and leaves its joints.
  const isWhole = !/\s{2}/.test(words)
  return isWhole && words.split(/\s+/).length <= mostThemeWords ? words : ''
}
