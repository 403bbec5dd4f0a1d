import { isInanimate } from './acting-things.ts'
import { callOf, capital, groupName, joinNames, titleCase } from './naming.ts'
import type { Reading } from './read-concept.ts'
import type { Setting } from './setting.ts'

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
  if (reading.cast.length > 0) return castTitle(reading)
  const words = firstWords(reading)
  return words === '' ? titleCase(`the ${setting.places[0] ?? 'film'}`) : titleCase(words)
}

const castTitle = (reading: Reading): string => {
  const all = groupName(reading.cast.filter(({ kind }) => kind === 'person'))
  return titleCase(capital(all ?? joinNames(leads(reading).map(callOf))))
}

/** The two who come first, of many those who do something, and all who are called like them. */
const leads = ({ cast, clauses }: Reading): Reading['cast'] => {
  const doing = cast.filter(({ id }) => clauses.some(({ castIds }) => castIds.includes(id)))
  const living = doing.filter((member) => !(isInanimate(member) && member.name !== null))
  const known = cast.length > 2 && living.length > 0 ? living : cast
  const names = [...new Set(known.map(callOf))].slice(0, 2)
  return cast.filter((entry) => names.includes(callOf(entry)))
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
  const kept = words.slice(0, 7).join(' ')
  return words.length > 7
    ? kept.replace(/(?:\s+(?:a|an|the|of|in|on|at|to|with|for|and|or|by|from|that|which))+$/i, '')
    : kept
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
  const first = reading.scenes[0]?.title || (reading.sentences[0] ?? '')
  const bare = first.replace(/[。．.!?！？؟،、]+$/u, '')
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
