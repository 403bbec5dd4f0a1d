import { actingForces, actingThings } from '../words/acting-things.ts'
import type { Figure } from '../words/people.ts'
import { figureOfName, groupNouns, personNouns } from '../words/people.ts'
import { verbForm } from '../words/verbs.ts'
import { animals, moods, objects, places, times, weathers } from '../words/vocabulary.ts'

/** Somebody's name as it stands in a text. */
export interface FullName {
  /** In full: `Dr Emma Stone`. */
  readonly text: string
  /** What the name's bearer is called right behind it: `hedgehog` for `Pip the hedgehog`; empty for nothing. */
  readonly role: string
  /** Place in the text, half open, with the role. */
  readonly start: number
  readonly end: number
}

const word = String.raw`\p{Lu}\p{Ll}{1,14}`
const surname = String.raw`(?:(?:van|von|de|da|del|der|di|bin|al)\s+){0,2}\p{Lu}(?:'\p{Lu})?[\p{L}-]{0,14}\p{Ll}`
const run = new RegExp(
  String.raw`(?<![\p{L}\p{N}'])${word}(?:\s+${surname}){0,3}(?![\p{L}\p{N}])`,
  'gu',
)
const titled = /^(?:Dr|Mr|Mrs|Ms|Miss|Sir|Lady|Lord|Madame|Prof)$/u

/** The names of people and animals in a text, first name and surname together. */
export const fullNames = (text: string): readonly FullName[] => {
  const found = [...text.matchAll(run)].flatMap((match) => nameIn(match[0], text, match.index))
  const known = new Set(found.flatMap((name) => name.text.split(' ')))
  const again = [
    ...text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}'])${word}(?![\\p{L}\\p{N}])`, 'gu')),
  ]
    .filter(
      ({ 0: said, index }) =>
        known.has(said) &&
        !titled.test(said) &&
        !found.some(({ start, end }) => index >= start && index < end) &&
        !isPlaceName(said, text, index + said.length),
    )
    .map(({ 0: said, index }) => ({
      text: said,
      role: '',
      start: index,
      end: index + said.length,
    }))
  return [...found, ...again].toSorted((a, b) => a.start - b.start)
}

/** What somebody of a name is drawn as; undefined where the name does not tell. */
export const figureOfFullName = (name: string): Figure | undefined => {
  const [first = '', ...others] = name.split(' ')
  if (/^(?:Mrs|Ms|Miss|Lady|Madame)$/.test(first)) return 'woman'
  if (/^(?:Mr|Sir|Lord)$/.test(first)) return 'man'
  return [first, ...others].map(figureOfName).find((figure) => figure !== undefined)
}

const nameIn = (said: string, text: string, from: number): readonly FullName[] => {
  const words = said.split(/\s+/)
  const isCalled = /\b(?:named|called)\s+$/i.test(text.slice(Math.max(0, from - 12), from))
  const skipped = isCalled
    ? 0
    : words.findIndex((one, index) => !isNoNameAt(one, words.length - index))
  if (skipped < 0) return []
  const kept = words.slice(skipped)
  const verb = kept.findIndex((one, index) => index > 0 && verbForm(one)?.shape === 'third')
  const name = verb < 0 ? kept : kept.slice(0, verb)
  const start = from + said.length - lengthOf(said, kept.length)
  const full = text.slice(start).slice(0, spanOf(text.slice(start), name.length))
  const end = start + full.length
  const role = roleBehind(full, text, end)
  const isSomebody = role !== null || isName(name, text, { start, end })
  if (!isSomebody || isPlaceName(full, text, end)) return []
  return [
    {
      text: full.replace(/\s+/g, ' '),
      role: role?.words ?? '',
      start,
      end: end + (role?.length ?? 0),
    },
  ]
}

/** Characters of the last so many words of a run. */
const lengthOf = (said: string, count: number): number =>
  new RegExp(String.raw`\S+(?:\s+\S+){${count - 1}}$`, 'u').exec(said)?.[0].length ?? said.length

/** Characters of the first so many words of a text. */
const spanOf = (text: string, count: number): number =>
  new RegExp(String.raw`^(?:[\p{L}-]+(?:'\p{Lu}\p{L}+)?\s*){${count}}(?<=\p{L})`, 'u').exec(
    text,
  )?.[0].length ?? 0

/** Words a name does not begin with: "When", "Captain", "Meet". */
const isNoNameAt = (one: string, left: number): boolean => {
  if (titled.test(one)) return left < 2
  if (figureOfName(one) !== undefined) return false
  return notNames.test(one) || (left > 1 && (isKnownWord(one) || verbForm(one) !== undefined))
}

/** A common given name, or capitalised words that the text calls a name. */
const isName = (
  words: readonly string[],
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): boolean => {
  const [first = ''] = words
  const before = text.slice(Math.max(0, start - 30), start)
  if (/(?:podcast|show|brand|company|product|app)\s+(?:named|called)\s+$/i.test(before))
    return false
  return (
    figureOfName(first) !== undefined ||
    (words.length > 1 && titled.test(first)) ||
    /\b(?:named|name is)\s+$/i.test(before.slice(-12)) ||
    (animalCalled.test(before) && !isKnownWord(first)) ||
    personNouns.find(before).at(-1)?.end === before.length - 1 ||
    isUnknownName(words, text, end)
  )
}

const animalCalled = /\b(?:an?|the|his|her|their)\s+(?:\p{Ll}+\s+){1,3}called\s+$/u

/** "Kofi paints a wall": a capital where there need be none or a word of no vocabulary, and a verb. */
const isUnknownName = (words: readonly string[], text: string, end: number): boolean => {
  if (isSomewhere.test(text.slice(0, end))) return false
  const next = /^\s+(?:\p{L}+ly\s+)?(\p{Ll}+)/u.exec(text.slice(end))?.[1] ?? ''
  return (
    verbForm(next)?.shape === 'third' &&
    words.every((one) => !(notNames.test(one) || isKnownWord(one))) &&
    words.slice(0, 1).every((one) => verbForm(one) === undefined)
  )
}

/** "A taxi driver in New York listens": what somebody is in, or from, is no person. */
const isSomewhere =
  /(?<!\p{L})(?:in|from|near|through|across|outside|around|at)\s+\p{Lu}[\p{L}'-]*(?:\s+\p{Lu}[\p{L}'-]*)*$/u

const isKnownWord = (one: string): boolean =>
  [animals, groupNouns, personNouns, moods, objects, places, times, weathers].some(
    (list) => list.find(one).length > 0,
  ) || actingThings(`${one} falls`).length + actingForces(`${one} falls`).length > 0

/** "Pip the hedgehog": what somebody is, right behind a word that is no other part of speech. */
const roleBehind = (
  name: string,
  text: string,
  end: number,
): { readonly words: string; readonly length: number } | null => {
  const said = /^\s+the\s+((?:\p{Ll}[\p{L}-]*\s+){0,2}?\p{Ll}[\p{L}-]+)/u.exec(text.slice(end))
  if (!said || notNames.test(name) || particles.test(name) || /ly$/.test(name)) return null
  if (verbForm(name) !== undefined || isKnownWord(name)) return null
  const [noun] = [...personNouns.find(said[1] ?? ''), ...animals.find(said[1] ?? '')]
  if (!noun || /s$/i.test(noun.text)) return null
  const length = said[0].length - (said[1] ?? '').length + noun.end
  return { words: (said[1] ?? '').slice(0, noun.end), length }
}

/** "Victoria Station", "St Mary's Church": places bear people's names, and so does the day before Christmas. */
const isPlaceName = (name: string, text: string, end: number): boolean =>
  placeWord.test(name) ||
  /(?:Christmas|Year's|Midsummer) Eve$/u.test(text.slice(Math.max(0, end - 16), end)) ||
  /^(?:'s)?\s+(?:\p{Lu}\p{L}+\s+)?(?:Church|Cathedral|School|College|Hospital|Hall|Street|Station|Bridge|Park|Square)(?!\p{L})/u.test(
    text.slice(end),
  ) ||
  /\b(?:St|Saint|Santa|San)\s+$/u.test(text.slice(0, end - name.length).slice(-8))

const placeWord =
  /\s(?:Street|Station|Bridge|Square|Park|Church|Cathedral|Road|Avenue|Hotel|Museum|University|College|School|Airport|Lake|Tower|Hall|Hospital|Island|Mountain|Mountains|Valley|Falls|Beach|Castle|Palace|Stadium|Bakery|Cafe|Café|Bar)$/u

const particles =
  /^(?:after|before|behind|above|below|beside|near|under|over|around|across|along|inside|outside|into|onto|through|with|without|while|when|where|as|if|but|and|or|so|because|until|since|though|although|like|from|to|for|of|on|in|at|by|today|tonight|still|even|only|just|both|all|perhaps|maybe|not|nor|is|are|was|ahead|opposite|unlike|towards?|against|among|between|beyond|despite|during|except|overhead|nearby|introducing|documentary|film|story|starring|featuring|today|again)$/iu

const notNames =
  /^(?:one|two|three|four|five|six|seven|eight|ten|many|several|bright|dark|hot|cold|old|new|young|big|small|little|red|blue|green|white|black|golden|silver|fresh|early|late|long|short|deep|fast|slow|soft|loud|quiet|happy|sad|wild|neon|every\p{L}*|some\p{L}*|no\p{L}*|any\p{L}*|this|that|there|here|it|he|she|they|we|you|who|what|when|where|then|later|suddenly|finally|meanwhile|outside|inside|soon|now|one|another|each|the|an?|life|love|time|death|peace|hope|fear|camera|music|narrator|text|film|slogan|scene|shot|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|september|october|november|december|while|after|before|with|and|but|as|if|in|on|at|my|our|his|her|their|its)$|[^s]s$/iu
