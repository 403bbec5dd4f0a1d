import type { Mention } from '../words/lexicon.ts'

/** Words for a part of several places: of which, the text says where it names one of them. */
const parts: readonly (readonly [part: RegExp, of: readonly string[]])[] = [
  [/^(?:platform|station)s?$/i, ['subway station', 'train station']],
]

/** The place that a mention means in a text that names others: on the platform of an underground station no daylight falls. */
export const placeMeant = (
  { word, text }: Pick<Mention, 'word' | 'text'>,
  named: readonly Pick<Mention, 'word'>[],
): string => {
  const whole = parts.find(([part]) => part.test(text))?.[1] ?? []
  return whole.find((place) => named.some((other) => other.word === place)) ?? word
}

/**
 * Places, each once, where the parts of one are that place, and a city that is looked down on is its roofs.
 *
 * @param named in the order of the text
 * @param text that names them
 */
export const partsMeant = (named: readonly Mention[], text: string): readonly Mention[] =>
  named
    .map((mention) => ({ ...mention, word: fromAbove(placeMeant(mention, named), text) }))
    .filter(({ word }, index, all) => all.findIndex((other) => other.word === word) === index)

const fromAbove = (place: string, text: string): string =>
  place === 'city street' && isSeenFromAbove.test(text) ? 'city skyline' : place

const isSeenFromAbove =
  /\b(?:(?:seen|viewed|shown|filmed) from (?:above|the air|the sky)|aerial (?:view|shot|footage)|bird'?s[- ]eye)\b/i
