/** A word or phrase of the vocabulary as it stands in a text. */
export interface Mention {
  /** The vocabulary's word for it: `mountain lake`. */
  readonly word: string
  /** As written. */
  readonly text: string
  /** Place in the text, half open. */
  readonly start: number
  readonly end: number
}

/** Finds the words of one list in texts. */
export interface Lexicon {
  /** Every mention in a text, in order; the longest phrase wins. */
  readonly find: (text: string) => readonly Mention[]
  readonly words: readonly string[]
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/**
 * A lexicon from rows `word: 'synonym|synonym'`. English plurals are found as well. The word itself is found only
 * where it is among its synonyms.
 */
export const lexicon = (rows: Readonly<Record<string, string>>): Lexicon => {
  const byForm = new Map<string, string>()
  for (const [word, synonyms] of Object.entries(rows)) {
    for (const synonym of synonyms.split('|')) byForm.set(synonym, word)
  }
  const forms = [...byForm.keys()].toSorted((a, b) => b.length - a.length)
  const spaced = forms.map((form) => escaped(form).replaceAll(' ', '[\\s-]+'))
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])(${spaced.join('|')})((?:e?s)?)(?![\\p{L}\\p{N}])`,
    'giu',
  )
  const find = (text: string): readonly Mention[] =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const form = (match[1] ?? '').toLowerCase().replace(/[\s-]+/g, ' ')
      const word = byForm.get(form) ?? byForm.get(form.replace(/ /g, '-'))
      if (word === undefined || !isPlural(form, match[2] ?? '')) return []
      return [{ word, text: match[0], start: match.index, end: match.index + match[0].length }]
    })
  return { find, words: Object.keys(rows) }
}

/** "boxes" are several of a box; "antes" are no ants. */
const isPlural = (form: string, ending: string): boolean =>
  !/^es$/i.test(ending) || /(?:s|x|z|ch|sh|o)$/.test(form)

/** Mentions without those that only say of what kind the next is: of a dragon kite the kite. */
export const headsOf = <Span extends Pick<Mention, 'text' | 'start' | 'end'>>(
  mentions: readonly Span[],
): readonly Span[] =>
  mentions.filter(
    ({ end }) => !mentions.some(({ text, start }) => start === end + 1 && !isWhere.test(text)),
  )

const isWhere = /^(?:in|on|at|to|through|above|inside|aboard)\s/i
