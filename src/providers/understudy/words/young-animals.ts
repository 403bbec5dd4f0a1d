import type { Mention } from './lexicon.ts'

const young =
  /^\s+(cub|pup|puppy|calf|foal|chick|kitten|fawn|lamb|joey|hatchling|gosling|duckling|piglet|owlet|cygnet)s?(?!\p{L})/iu

/** "A lion cub" is one animal, and so is "the seal pup": animals with the word for their young. */
export const withYoung = (text: string, mentions: readonly Mention[]): readonly Mention[] => {
  const grown = mentions.map((mention) => {
    const behind = /s$/i.test(mention.text) ? null : young.exec(text.slice(mention.end))
    if (!behind) return mention
    const end = mention.end + behind[0].length
    return { ...mention, text: text.slice(mention.start, end), end }
  })
  return grown.filter(
    ({ start }) => !grown.some((other) => other.start < start && start < other.end),
  )
}

/** "The cub", where a lion cub was named: the young on their own. */
export const youngAlone = (text: string, mentions: readonly Mention[]): readonly Mention[] =>
  mentions
    .filter(({ text: said }) => /\s/.test(said))
    .flatMap(({ word, text: said, end: from }) => {
      const own = said.split(/\s+/).at(-1) ?? ''
      return [...text.matchAll(new RegExp(`(?<=\\b(?:the|this|that)\\s)${own}(?!\\p{L})`, 'giu'))]
        .filter(({ index }) => index > from)
        .map(({ 0: match, index }) => ({
          word,
          text: match,
          start: index,
          end: index + match.length,
        }))
    })
    .filter(
      ({ start }, index, all) =>
        !mentions.some((other) => start >= other.start && start < other.end) &&
        all.findIndex((other) => other.start === start) === index,
    )

const ownYoung =
  /(?<=(?<!\p{L})(?:her|his|its|their|the)\s(?:(?:two|three|four|five|little|small|young|tiny)\s){0,2})(?:cub|pup|kit|chick|foal|fawn|joey|hatchling)s(?!\p{L})|(?<=(?<!\p{L})(?:her|his|its|their)\s(?:(?:two|three|four|five|little|small|young|tiny)\s){0,2})puppies(?!\p{L})/giu

/** "A wolf and her pups": no dogs, but of the kind of the animal named before them. */
export const withOwnPups = (text: string, mentions: readonly Mention[]): readonly Mention[] =>
  mentions.map((mention, index) => {
    const parent = mentions[index - 1]
    const isOwn =
      parent !== undefined &&
      /^(?:pups|puppies)$/i.test(mention.text) &&
      /(?<!\p{L})(?:her|his|its|their)\s+(?:\p{L}+\s+)?$/iu.test(text.slice(0, mention.start))
    return isOwn ? { ...mention, word: parent.word } : mention
  })

/** "A fox and her cubs": the young are of the kind of the animal named before them. */
export const youngOfNamed = (text: string, mentions: readonly Mention[]): readonly Mention[] =>
  [...text.matchAll(ownYoung)].flatMap(({ 0: said, index }): Mention[] => {
    const parent = mentions.findLast(({ end }) => end <= index)
    const isKnown = mentions.some(({ start, end }) => index >= start && index < end)
    return parent && !isKnown
      ? [{ word: parent.word, text: said, start: index, end: index + said.length }]
      : []
  })
