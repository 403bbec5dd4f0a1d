import { capital, titleCase, withoutLooseEnd } from '../cast/naming.ts'
import { greetingTitle } from '../reading/film-words.ts'
import { wholeWords } from '../reading/foreign-clauses.ts'
import { withoutPreamble } from '../reading/preamble.ts'
import type { Reading } from '../reading/read-concept.ts'
import { partsToSay } from '../reading/read-foreign.ts'
import type { Setting } from '../reading/setting.ts'
import { themeOf } from '../reading/theme.ts'
import { listToShow } from '../story/topic-survey.ts'
import { storyTitle } from './story-title.ts'

/** A title for the film: the client's own, a name, or the concept's first words without what is said to the studio. */
export const filmTitle = (reading: Reading, setting: Setting): string => {
  // The client's own may end on any word.
  if (reading.title !== '') return titleCase(reading.title)
  const words = withoutLooseEnd(titleOf(reading, setting).slice(0, 90).trim()) || 'Untitled'
  const signs = words.includes(reading.pictograms) ? '' : reading.pictograms
  return [words, signs].filter((part) => part !== '').join(' ')
}

const titleOf = (reading: Reading, setting: Setting): string => {
  if (!reading.isEnglish) return foreignTitle(reading)
  const named = nameOfKind(reading) || headlineOf(reading) || themeTitle(reading)
  if (named !== '') return named
  if (reading.cast.length > 0) return storyTitle(reading)
  const words = firstWords(reading)
  return words === '' ? titleCase(`the ${setting.places[0] ?? 'film'}`) : titleCase(words)
}

/** What films that are no stories are called: who is invited, what is sold, what is asked or explained. */
const nameOfKind = (reading: Reading): string => {
  const { genre, brand, product, topic, occasion, slogan, opening } = reading.subject
  if (occasion !== '') return occasion
  const greeting = greetingTitle(opening) || greetingTitle(slogan)
  if (greeting !== '' && genre !== 'advert') return titleCase(greeting)
  if (genre === 'advert' && (brand || product)) return brand || titleCase(product)
  if (genre === 'advert' && slogan !== '') return titleCase(slogan.replace(/[.!]$/, ''))
  if (genre !== 'story' && topic !== '' && listToShow(reading) === null) return titleCase(topic)
  const [asked = ''] = reading.sentences
  return /^(?:why|how|what)\s[^?]{4,60}\?$/i.test(asked) ? titleCase(asked) : ''
}

/** A film that only names what it is about is called by that; empty for a story. */
const themeTitle = (reading: Reading): string => {
  const survey = listToShow(reading)
  const first = survey?.sights[0]?.text.replace(/[.!?;]+$/u, '') ?? ''
  const theme = survey ? survey.whole || first : themeOf(reading)
  const words = theme.replace(/^(?:an?|the)\s+/i, '').split(/\s+/)
  if (theme.split(/\s+/).length <= mostTitleWords) return titleCase(capital(theme))
  // "Morning routine of a busy mum with two kids" is about the routine, not about her.
  const [label = ''] = theme.split(/\s*[:;]\s/)
  if (label !== theme) return titleCase(capital(label))
  return beginsWithCast(reading, theme) ? '' : titleCase(capital(wholePhrases(words)))
}

const beginsWithCast = ({ text, cast }: Reading, theme: string): boolean => {
  const from = text.indexOf(theme)
  const before = text.slice(from, cast[0]?.start ?? text.length)
  return before.trim().split(/\s+/).length < 3
}

/** A theme of more words makes no title. */
const mostTitleWords = 8

/** "Recipe: fluffy pancakes.": what a film is said to be about before its story begins; empty for nothing. */
const headlineOf = ({ text, clauses }: Reading): string => {
  const match =
    /^\s*(?:an?\s+)?(?:(?:short|quick|easy|simple)\s+)?(?:recipe|how[- ]to|tutorial|portrait|travel (?:film|video)|vlog|trailer|event(?: film)?|music video|diary|report|news)\s*(?::|\s(?:for|of|about))\s+([^.!?:;\n]{3,50})(?=[.!?:;\n]|$)/iu.exec(
      text,
    )
  const isStory = clauses.some(({ start }) => start < (match?.[0].length ?? 0))
  return match && !isStory ? titleCase((match[1] ?? '').trim().replace(/^(?:an?|the)\s+/i, '')) : ''
}

const firstWords = (reading: Reading): string => {
  const bare = withoutPreamble(firstPhrase(reading))
    .replace(/^(?:(?:just|only|simply|merely)\s+)?(?:(?:an?|the)\s+)?/i, '')
    .replace(/["“”<>]/g, '')
  const words = bare
    .replace(/\s+(?:film|video|clip|movie)\b.*$/i, '')
    .split(/\s+/)
    .filter((word) => word !== '')
  return words.length > 7 ? wholePhrases(words) : words.join(' ')
}

const joint =
  /^(?:of|in|on|at|to|with|for|and|or|by|from|that|which|without|through|over|under|into|where|while|as|who|when)$/i

/** The first words up to where a phrase begins that has no room. */
const wholePhrases = (words: readonly string[]): string => {
  const end = words.slice(0, 8).findLastIndex((word, index) => index > 1 && joint.test(word))
  return words.slice(0, end > 0 ? end : 5).join(' ')
}

const smallWords =
  /^(?:(?:and|or|but|an?|the|with|without|no|not|of|in|on|at|to|for|by|is|are|please|just|also)\s*)+$/i

/** The first words between two marks that name something; what is ruled out has been blanked and leaves only its joints. */
const firstPhrase = (reading: Reading): string =>
  (reading.scenes.length > 0 ? '' : reading.text)
    .split(/[.!?\n:;,]/)
    .map((phrase) => phrase.trim().replace(/^(?:and|or|but)\s+/i, ''))
    .find((phrase) => /\p{L}/u.test(phrase) && !smallWords.test(phrase)) ?? ''

const foreignTitle = (reading: Reading): string => {
  const survey = listToShow(reading)
  const listed = survey ? survey.whole || survey.sights[0]?.text : ''
  const first = listed || reading.scenes[0]?.title || (partsToSay(reading.text)[0] ?? '')
  return listed ? wholeWords(first) : companyIn(reading, first) || wholeWords(first)
}

/** "Una niña y su perro caminan por la playa": of a long sentence those who are in it, where they are several; else empty. */
const companyIn = ({ text, cast }: Reading, sentence: string): string => {
  const isSpaced = /\s/.test(sentence)
  const words = isSpaced ? sentence.split(/\s+/).length : [...sentence].length
  if (words <= (isSpaced ? 6 : 12)) return ''
  const from = text.indexOf(sentence)
  const near = cast
    .filter(({ start, noun }) => start >= from && start + noun.length <= from + sentence.length)
    .map(({ start, noun }) => ({ start: start - from, end: start - from + noun.length }))
    .filter(({ end }) => end <= sentence.length / 1.5)
  const [first, ...others] = near.filter(
    ({ start }, index, all) => all.findIndex((other) => other.start === start) === index,
  )
  const last = others.at(-1)
  return first && last && first.start < sentence.length / 3 ? sentence.slice(0, last.end) : ''
}
