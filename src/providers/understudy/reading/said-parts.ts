import { capital } from '../cast/naming.ts'
import { places, times, weathers } from '../words/vocabulary.ts'
import { phrasesIn } from './phrases.ts'
import type { Reading } from './read-concept.ts'
import { isRuledOut, isStated, ofTheFilm } from './statements.ts'
import { directive } from './tellable.ts'

/** What a client says in one breath, as a sentence of its own: `Only the red is left.` */
export interface SaidPart {
  readonly text: string
  /** Place in the text, half open. */
  readonly start: number
  readonly end: number
}

const joints =
  /[.!?\n;:–—]+\s*|,?\s+(?:and\s+then|then|and|but|so|yet|while|until|as|because|when)\s+(?=\p{L})|,\s+(?=(?:an?|the|his|her|their|its|two|three|four|some|many|all|they|he|she|it|\p{L}+ing)\s)/giu

/**
 * What an English story says, part by part, each of which can be read to an audience as it stands: whoever speaks to the
 * studio, what is ruled out and what only joins two others is none.
 */
export const saidParts = (reading: Reading): readonly SaidPart[] => {
  if (!reading.isEnglish || reading.subject.genre === 'advert') return []
  return regionsOf(reading).flatMap((region) => {
    const whole = reading.text.slice(region.start, region.end)
    const marks = [...whole.matchAll(joints)]
    const from = [0, ...marks.map(({ index, 0: mark }) => index + mark.length)]
    const to = [...marks.map(({ index }) => index), whole.length]
    return from.flatMap((at, index): SaidPart[] => {
      const said = whole.slice(at, to[index])
      const text = said.trim()
      const start = region.start + at + said.length - said.trimStart().length
      const span = { text, start, end: start + text.length }
      return isWhole(reading, span) ? [{ ...span, text: asSentence(text) }] : []
    })
  })
}

/** The whole text, or what is written under the labels of a list of scenes. */
const regionsOf = ({ text, scenes }: Reading): readonly Pick<SaidPart, 'start' | 'end'>[] => {
  if (scenes.length === 0) return [{ start: 0, end: text.length }]
  return scenes.flatMap((scene) => {
    const start = text.indexOf(scene.text, scene.start)
    return start < 0 ? [] : [{ start, end: start + scene.text.length }]
  })
}

const asSentence = (text: string): string => `${capital(text.replace(/[,;:]+$/u, ''))}.`

/** Something happens in it, or it names what is to be seen with a word for how it is. */
const isWhole = (reading: Reading, { text, start, end }: SaidPart): boolean => {
  if (/["“”]|\s{3}/.test(reading.text.slice(start - 3, end + 3))) return false
  if (isToldAsStep(reading, start, end)) return false
  if (ofTheFilm.test(text) || directive.test(text) || isRuledOut(text)) return false
  return (
    isStated(text) ||
    manyDo.test(text) ||
    (isBetweenMarks(reading.text, start, end) && isSight(reading, text))
  )
}

/** "waves crash against the rocks", with a verb of no table. */
const manyDo =
  /^(?:\p{L}+\s+){0,3}\p{L}+[^s]s\s+(?!and\b|but\b|for\b|with\b|from\b)\p{Ll}{3,}[^s\s]\s+(?:against|behind|over|in|into|on|onto|at|to|through|from|down|up|out|away|past|around|across|along|by|the|an?|his|her|their)(?!\p{L})/u

/** What one of the cast does is told as a step of the story. */
const isToldAsStep = ({ clauses }: Reading, start: number, end: number): boolean =>
  clauses.some(
    (clause) =>
      clause.verb !== '' && clause.force === '' && clause.start >= start && clause.start < end,
  )

const isBetweenMarks = (text: string, start: number, end: number): boolean =>
  /(?:^|[.!?;:,–—\n](?:\s*and)?)\s*$/.test(text.slice(0, start)) &&
  /^\s*(?:$|[.!?;:,–—\n])/.test(text.slice(end))

/** "flickering lights", "a motorcycle chase through the neon streets of Tokyo". */
const isSight = ({ text: all }: Reading, text: string): boolean => {
  const shown = [places, times, weathers].flatMap((list) => list.find(text))
  const rest = shown.reduce((left, mention) => left.replace(mention.text, ' '), text)
  // "A mountain lake at sunset": the picture says it all.
  if (stemsOf(rest).length === 0) return false
  const words = text.split(/\s+/)
  const isNamed = /^(?:an?|the|two|three|four|five|some|many|\p{L}+ing)\s/iu.test(text)
  const isHead = phrasesIn(all).some((phrase) => phrase.isHead && phrase.text === text)
  return isNamed && !isHead && words.length > 1 && words.length < 13 && !/[,;:]/.test(text)
}

const small =
  /^(?:that|this|with|from|into|onto|over|under|then|than|they|them|their|there|have|been|were|when|where|while|very|just|only|more|also|again|through|behind|until|what|your|about)$/

const stemOf = (word: string): string => word.replace(/(?:ies|ied|ing|ed|es|s|e|y)$/u, '')

const stemsOf = (text: string): readonly string[] =>
  (text.toLowerCase().match(/\p{L}{4,}/gu) ?? []).filter((word) => !small.test(word)).map(stemOf)

/** Whether texts say what a part says: most of its words are in one of them. */
export const isSaidIn = (part: SaidPart, texts: readonly string[]): boolean => {
  const words = stemsOf(part.text)
  if (words.length === 0) return true
  return texts.some((text) => {
    const said = new Set(stemsOf(text))
    return words.filter((word) => said.has(word)).length * 2 > words.length
  })
}
