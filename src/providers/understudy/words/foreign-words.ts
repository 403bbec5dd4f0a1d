import { bentMentions } from './bent-words.ts'
import { foreignGroups } from './foreign-groups.ts'
import { foreignMore } from './foreign-more.ts'
import { foreignNames } from './foreign-vocabulary.ts'

/** A word of another language that names something in the vocabulary. */
export interface ForeignMention {
  /** The vocabulary's word, or the kind of a group: `friends`. */
  readonly word: string
  /** As the client wrote it. */
  readonly text: string
  readonly start: number
  readonly end: number
}

const wordOf: ReadonlyMap<string, string> = new Map(
  [foreignMore, { ...foreignNames, ...foreignGroups }]
    .flatMap((names) => Object.entries(names).toReversed())
    .flatMap(([word, names]) => names.split('|').map((name) => [name, word] as const)),
)

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

const isSpaced = (form: string): boolean => /^[\p{Script=Latin} '-]+$/u.test(form)

const alternatives = (forms: readonly string[]): string =>
  forms
    .toSorted((a, b) => b.length - a.length)
    .map(escaped)
    .join('|')

const names = [...wordOf.keys()]

/** Names in Latin letters stand alone; in other scripts they may stand in the middle of a word. */
const pattern = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${alternatives(names.filter(isSpaced))})(?![\\p{L}\\p{N}])|${alternatives(
    names.filter((name) => !isSpaced(name)),
  )}`,
  'giu',
)

/** Words of other languages that name something in the vocabulary, in order; longer names win where they overlap. */
export const foreignMentions = (text: string): readonly ForeignMention[] => {
  const plain = [...text.matchAll(pattern)].flatMap((match) => {
    const word = isCooking(text, match) ? 'cooks' : wordOf.get(match[0].toLowerCase())
    if (word === undefined) return []
    return [{ word, text: match[0], start: match.index, end: match.index + match[0].length }]
  })
  const bent = bentMentions(text)
  // Short words of other languages mean something else here: Turkish "ve" is no Spanish verb.
  const others = plain.filter(
    ({ text: said, start, end }) =>
      !(bent.length > 0 && /^\p{Script=Latin}{1,3}$/u.test(said)) &&
      !bent.some((other) => start < other.end && end > other.start),
  )
  return withoutStreets([...bent, ...others].toSorted((a, b) => a.start - b.start))
}

const towns: ReadonlySet<string> = new Set(['old town', 'canal city'])

/** The streets of a town look as the town does. */
const withoutStreets = (mentions: readonly ForeignMention[]): readonly ForeignMention[] =>
  mentions.filter(({ word, end }, index) => {
    const next = mentions[index + 1]
    const isOfTown = next !== undefined && towns.has(next.word) && next.start - end <= 5
    return !(word === 'city street' && isOfTown)
  })

/** "La madre cocina" cooks; "en la cocina" is a kitchen: a noun has an article or its like before it. */
const isCooking = (text: string, { 0: said, index }: RegExpExecArray): boolean =>
  /^(?:cocina|cuisine|cucina|cozinha)$/i.test(said) &&
  !/(?:^|\s)(?:la|las|una|su|mi|en|de|une|sa|ma|dans|the|en|in|nella|della|sua|mia|na|da|uma|a|minha)\s+$/iu.test(
    text.slice(Math.max(0, index - 12), index),
  )

const oldWords =
  'عجوز|مسن|كبير السن|جد|جدة|老人|年老|年取った|おじいさん|おばあさん|爷爷|奶奶|노인|할머니|할아버지|anciano|anciana|viejo|vieja|vieux|vieille|âgé|âgée|alter|alte|vecchio|vecchia|anziano|anziana|velho|velha|старик|старый|бабушка|abuelo|abuela|großvater|großmutter|grand-père|grand-mère'

const old = new RegExp(`^(?:${oldWords})|(?:${oldWords})$`, 'iu')

/** Whether somebody named in another language is old: the word itself says so, or one right beside it. */
export const isOldIn = (text: string, { start, end, text: said }: ForeignMention): boolean => {
  const [next = ''] = /^\s*[\p{L}-]+(?:\s+السن)?/u.exec(text.slice(end, end + 24)) ?? []
  const [last = ''] = /[\p{L}-]+\s*$/u.exec(text.slice(Math.max(0, start - 16), start)) ?? []
  return [next, last, said].some((word) => old.test(word.trim()))
}
