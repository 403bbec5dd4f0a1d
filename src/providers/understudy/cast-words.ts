import { actingForces, actingThings } from './acting-things.ts'
import type { Mention } from './lexicon.ts'
import { figureOfName, groupNouns, personNouns } from './people.ts'
import { unknownActors } from './unknown-actors.ts'
import { verbForm, verbInUse } from './verbs.ts'
import { animals, moods, objects, places, times, weathers } from './vocabulary.ts'

/** A word of a text that means somebody, or something that acts. */
export interface Found extends Mention {
  readonly kind: 'person' | 'animal' | 'group' | 'name' | 'pronoun' | 'thing' | 'force'
}

const pronouns =
  /(?<![\p{L}'])(she|he|they)(?![\p{L}'])|(?:(?<=(?:^|[.!?;,:\n])\s*)|(?<=\b(?:and|then|while|until|when|as)\s+))it(?=\s+(?:\p{L}+ly\s+)?(?!(?:rains|snows|is|was|has|keeps|makes|takes|feels|lasts|ends|starts|begins|gets|goes|looks|shows)\b)\p{L}+s\b)/giu
/** "One reads a book while the other sleeps": one of two, and not a number. */
const oneOfTwo =
  /(?<=(?:^|[.!?;,:\n—–]|(?<!\p{L})(?:and|while|as|then|but|until|when))\s*)(?:the\s+)?(?:one|other)(?=\s+(?:\p{L}+ly\s+)?(\p{L}+s)(?!\p{L}))/giu
const capitalised = /(?<![\p{L}\p{N}'])\p{Lu}\p{Ll}{1,14}(?![\p{L}\p{N}])/gu

/** Everybody and everything that may act, as a text names them, in order. */
export const foundIn = (text: string): readonly Found[] => {
  const all: Found[] = [
    ...groupNouns.find(text).map((mention) => ({ ...mention, kind: 'group' as const })),
    ...personNouns.find(text).map((mention) => ({ ...mention, kind: 'person' as const })),
    ...animals
      .find(text)
      .filter((mention) => !isFishing(text, mention))
      .map((mention) => ({ ...mention, kind: 'animal' as const })),
    ...actingThings(text).map((mention) => ({ ...mention, kind: 'thing' as const })),
    ...actingForces(text).map((mention) => ({ ...mention, kind: 'force' as const })),
    ...unknownActors(text).map(({ isPerson, ...mention }) => ({
      ...mention,
      word: isPerson ? 'person' : mention.word,
      kind: isPerson ? ('person' as const) : ('thing' as const),
    })),
    ...[
      ...text.matchAll(pronouns),
      ...[...text.matchAll(oneOfTwo)].filter((match) => isDoing(match[1] ?? '', text, match)),
    ].map((match) => ({
      word: match[0].toLowerCase(),
      text: match[0],
      start: match.index,
      end: match.index + match[0].length,
      kind: 'pronoun' as const,
    })),
    ...[...text.matchAll(capitalised)]
      .filter((match) => isName(match[0], text, match.index))
      .map((match) => ({
        word: match[0],
        text: match[0],
        start: match.index,
        end: match.index + match[0].length,
        kind: 'name' as const,
      })),
  ]
  const kept: Found[] = []
  for (const found of all.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1)
    if (last && (found.start < last.end || isDoneBy(last, found, text) || isNextDeed(found, text)))
      continue
    kept.push(found)
  }
  return kept
}

const isDoing = (verb: string, text: string, { 0: said, index }: RegExpExecArray): boolean => {
  const after = text.slice(text.indexOf(verb, index + said.length) + verb.length)
  return (verbForm(verb) ?? verbInUse(verb, after))?.shape === 'third'
}

/** "… on a lake fishes", "goes to the lake to fish": more than one fish are called fish, unless somebody counts them. */
const isFishing = (text: string, { text: said, start }: Mention): boolean => {
  const [word = ''] = /[\p{L}\d-]+(?=\s+$)/u.exec(text.slice(Math.max(0, start - 30), start)) ?? []
  if (/^fish$/i.test(said)) return /^to$/i.test(word)
  return /^fishes$/i.test(said) && !ofSeveral.test(word)
}

const ofSeveral =
  /^(?:\d+|two|three|four|five|six|ten|many|some|several|few|the|these|those|of|with|his|her|their|big|small|little|tiny|colou?rful|tropical|red|gold|golden|silver|orange|blue|strange)$/i

/** "A chef cooks noodles": right after somebody the word is what they do. */
const isDoneBy = (last: Found, found: Found, text: string): boolean => {
  const isNoun = ['name', 'thing', 'force'].includes(found.kind)
  const shape = isNoun ? undefined : verbForm(found.text)?.shape
  const isMany = /s$|ren$|men$|^they$|people$|family$|couple$/i.test(last.text)
  const isSaid = shape === 'third' || (shape === 'base' && isMany)
  return isSaid && /^\s+(?:\p{L}+ly\s+)?$/u.test(text.slice(last.end, found.start))
}

/** "opens the box, cooks in ten minutes": without an article what one person's noun may name is done. */
const isNextDeed = ({ kind, text: said, start, end }: Found, text: string): boolean =>
  kind === 'person' &&
  verbForm(said)?.shape === 'third' &&
  /(?:,|\band|\bthen)\s+$/i.test(text.slice(Math.max(0, start - 8), start)) &&
  /^\s+(?:an?|the|his|her|their|it|him|them|in|on|at|for|with|from|\p{L}+ly)(?!\p{L})/u.test(
    text.slice(end),
  )

/** A common given name, or a capitalised word that the text calls a name. */
const isName = (word: string, text: string, start: number): boolean => {
  const before = text.slice(Math.max(0, start - 12), start)
  if (
    /(?:podcast|show|brand|company|product|app)\s+(?:named|called)\s+$/i.test(
      text.slice(Math.max(0, start - 30), start),
    )
  )
    return false
  return (
    figureOfName(word) !== undefined ||
    /\b(?:named|name is)\s+$/i.test(before) ||
    isCalledByTrade(text, start) ||
    isUnknownName(word, text, start)
  )
}

/** "skateboarder Jo", "Grandma Ilse": a name right after what somebody is. */
const isCalledByTrade = (text: string, start: number): boolean => {
  const before = text.slice(Math.max(0, start - 30), start)
  return personNouns.find(before).at(-1)?.end === before.length - 1
}

/** "Kofi paints a wall": a capital where there need be none or a word of no vocabulary, and a verb. */
const isUnknownName = (word: string, text: string, start: number): boolean => {
  const next = /^\s+(?:\p{L}+ly\s+)?(\p{Ll}+)/u.exec(text.slice(start + word.length))?.[1] ?? ''
  return (
    verbForm(next)?.shape === 'third' &&
    !notNames.test(word) &&
    verbForm(word) === undefined &&
    !isKnownWord(word)
  )
}

const isKnownWord = (word: string): boolean =>
  [animals, groupNouns, personNouns, moods, objects, places, times, weathers].some(
    (list) => list.find(word).length > 0,
  ) || actingThings(`${word} falls`).length + actingForces(`${word} falls`).length > 0

const notNames =
  /^(?:one|two|three|four|five|six|seven|eight|ten|many|several|bright|dark|hot|cold|old|new|young|big|small|little|red|blue|green|white|black|golden|silver|fresh|early|late|long|short|deep|fast|slow|soft|loud|quiet|happy|sad|wild|neon|every\p{L}*|some\p{L}*|no\p{L}*|any\p{L}*|this|that|there|here|it|he|she|they|we|you|who|what|when|where|then|later|suddenly|finally|meanwhile|outside|inside|soon|now|one|another|each|the|an?|life|love|time|death|peace|hope|fear|camera|music|narrator|text|film|slogan|scene|shot)$|[^s]s$/iu
