import { titleCase } from './naming.ts'
import type { Reading } from './read-concept.ts'
import { partsToSay } from './read-foreign.ts'
import type { Setting } from './setting.ts'
import { storyTitle } from './story-title.ts'

const preamble =
  /^(?:please\s+)?(?:(?:can you\s+|i(?:'d| would)? (?:want|like|need)\s+(?:you to\s+)?)?(?:create|make|produce|generate|film|shoot|show|write)\s+(?:me\s+)?)?(?:an?\s+|the\s+)?(?:\d+[\s-]*(?:s|sec|seconds?|minutes?)[\s-]*(?:long\s+)?)?(?:(?:short|cinematic|vertical|animated|little|quick|beautiful)\s+)*(?:(?:film|video|clip|movie|story|animation|documentary|reel|short|podcast(?:\s+clip)?|advert|ad|commercial|explainer|teaser)\s+)?(?:(?:about|of|on|for|showing|where|in which|explaining)\s+)?/i

/** A title for the film: the client's own, a name, or the concept's first words without what is said to the studio. */
export const filmTitle = (reading: Reading, setting: Setting): string =>
  titleOf(reading, setting).slice(0, 90).trim() || 'Untitled'

const titleOf = (reading: Reading, setting: Setting): string => {
  const { genre, brand, product, topic, occasion } = reading.subject
  const own = /\b(?:titled|entitled|title:)\s+["“']?([^"”'\n.]{2,60})/i.exec(reading.text)?.[1]
  if (own) return titleCase(own.trim())
  if (!reading.isEnglish) return foreignTitle(reading)
  if (occasion !== '') return occasion
  if (genre === 'advert' && (brand || product)) return brand || titleCase(product)
  const { slogan } = reading.subject
  if (genre === 'advert' && slogan !== '') return titleCase(slogan.replace(/[.!]$/, ''))
  if (genre !== 'story' && topic !== '') return titleCase(topic)
  const headline = headlineOf(reading)
  if (headline !== '') return headline
  if (reading.cast.length > 0) return storyTitle(reading)
  const words = firstWords(reading)
  return words === '' ? titleCase(`the ${setting.places[0] ?? 'film'}`) : titleCase(words)
}

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
  const bare = firstPhrase(reading)
    .replace(preamble, '')
    .replace(/^(?:an?|the)\s+/i, '')
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
  const first = reading.scenes[0]?.title || (partsToSay(reading.text)[0] ?? '')
  const whole = first.replace(/[。．.!?！？؟،、]+$/u, '')
  // A title ends where its first phrase does: "Ein Werbespot für ein Fahrrad: Eine Frau …".
  const [phrase = whole] = whole.split(/\s*[:;–—](?=\s)/u)
  const bare = phrase.split(/\s+/).length > 1 ? phrase : whole
  const spaced = bare.split(/\s+/)
  if (spaced.length > 1) {
    const words = spaced.slice(0, 6)
    while (words.length > 2 && spaced.length > words.length && (words.at(-1)?.length ?? 9) <= 3)
      words.pop()
    return words.join(' ').slice(0, 60)
  }
  const [head = bare] = bare.split(/[、，,]/u)
  return [...head].slice(0, 18).join('')
}
