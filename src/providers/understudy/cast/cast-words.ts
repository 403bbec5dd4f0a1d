import { actingForces, actingThings } from '../words/acting-things.ts'
import type { Mention } from '../words/lexicon.ts'
import { groupNouns, personNouns } from '../words/people.ts'
import { unknownActors } from '../words/unknown-actors.ts'
import { verbForm, verbInUse } from '../words/verbs.ts'
import { animals } from '../words/vocabulary.ts'
import { withOwnPups, withYoung, youngAlone, youngOfNamed } from '../words/young-animals.ts'
import { fullNames } from './full-names.ts'

/** A word of a text that means somebody, or something that acts. */
export interface Found extends Mention {
  readonly kind: 'person' | 'animal' | 'group' | 'name' | 'pronoun' | 'thing' | 'force'
  /** What a name's bearer is called right behind it: `hedgehog` for `Pip the hedgehog`; empty for nothing. */
  readonly role: string
}

const pronouns =
  /(?<![\p{L}'])(she|he|they)(?![\p{L}'])|(?:(?<=(?:^|[.!?;,:\n])\s*)|(?<=\b(?:and|then|while|until|when|as)\s+)|(?<=\b(?:at|in|on|by|one)\s+(?:the\s+)?(?:night|dawn|sunrise|sunset|midnight|morning|evening|day)\s+))it(?=\s+(?:\p{L}+ly\s+)?(?!(?:\p{L}+\s+(?:raining|snowing|to\s+(?:rain|snow))|rains|snows|is|was|has|keeps|makes|takes|feels|lasts|ends|starts|begins|gets|goes|looks|shows)\b)\p{L}+s\b)/giu
/** "One reads a book while the other sleeps": one of two, and not a number. */
const oneOfTwo =
  /(?<=(?:^|[.!?;,:\n—–]|(?<!\p{L})(?:and|while|as|then|but|until|when))\s*)(?:the\s+)?(?:one|other|eldest|oldest|youngest)(?=\s+(?:\p{L}+ly\s+)?(\p{L}+s)(?!\p{L}))/giu

/** Everybody and everything that may act, as a text names them, in order. */
export const foundIn = (text: string): readonly Found[] => {
  const beasts = withOwnPups(text, withYoung(text, animals.find(text)))
  const nouns: readonly Omit<Found, 'role'>[] = [
    ...groupNouns.find(text).map((mention) => ({ ...mention, kind: 'group' as const })),
    ...personNouns.find(text).map((mention) => ({ ...mention, kind: 'person' as const })),
    ...[...beasts, ...youngAlone(text, beasts), ...youngOfNamed(text, beasts)]
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
  ]
  const names = fullNames(text).map((name) => ({
    ...name,
    word: name.text,
    kind: 'name' as const,
  }))
  const all = [...nouns.map((noun) => ({ ...noun, role: '' })), ...names]
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
  const isMany =
    /s$|ren$|men$|^they$|people$|family$|couple$/i.test(last.text) ||
    isSecondOfTwo.test(text.slice(0, last.start))
  const isSaid = shape === 'third' || (shape === 'base' && isMany)
  return isSaid && /^\s+(?:\p{L}+ly\s+)?$/u.test(text.slice(last.end, found.start))
}

/** "Grandpa and his grandson fish": what stands before a noun that is the second of two who do something. */
export const isSecondOfTwo: RegExp =
  /\p{L}\s+and\s+(?:(?:an?|the|his|her|their|my)\s+)?(?:(?:little|small|young|old|best)\s+)?$/iu

/** "nurses it": of an animal that is cared for. */
const isCare = /^(?:nurses|doctors)\s+(?:it|him|her|them)(?!\p{L})/iu

/** "opens the box, cooks in ten minutes": without an article what one person's noun may name is done. */
const isNextDeed = ({ kind, text: said, start, end }: Found, text: string): boolean =>
  kind === 'person' &&
  (verbForm(said)?.shape === 'third' || isCare.test(text.slice(start))) &&
  /(?:,|\band|\bthen)\s+$/i.test(text.slice(Math.max(0, start - 8), start)) &&
  /^\s+(?:an?|the|his|her|their|it|him|them|in|on|at|for|with|from|\p{L}+ly)(?!\p{L})/u.test(
    text.slice(end),
  )
