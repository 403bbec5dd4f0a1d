import { languageOf } from '../../../domain/text-language.ts'
import { foreignStems } from './foreign-stems.ts'

/** A word with whatever ending its language gives it, which names something in the vocabulary. */
interface BentMention {
  readonly word: string
  readonly text: string
  readonly start: number
  readonly end: number
}

/** One name of a word of the vocabulary. */
interface Form {
  readonly word: string
  /** What stays of it. */
  readonly stem: string
  /** Whether an ending may follow. */
  readonly isOpen: boolean
}

const nordic = ['sv', 'da', 'nb']

/** Languages whose words are known by their stems. */
const languages = ['ru', 'hi', 'pl', 'nl', ...nordic, 'fi', 'tr']

const scriptOf = (language: string): RegExp => {
  if (language === 'ru') return /\p{Script=Cyrillic}/u
  return language === 'hi' ? /\p{Script=Devanagari}/u : /\p{Script=Latin}/u
}

const formsOf = (language: string): readonly Form[] =>
  Object.entries(foreignStems)
    .flatMap(([word, names]) =>
      names.split('|').flatMap((name): Form[] => {
        const [, tag, bare = name] = /^(?:(\w\w):)?(.*)$/u.exec(name) ?? []
        const isOwn =
          tag === undefined || tag === language || (tag === 'no' && nordic.includes(language))
        if (bare === '' || !isOwn || !scriptOf(language).test(bare)) return []
        return [{ word, stem: bare.replace(/~$/, ''), isOpen: bare.endsWith('~') }]
      }),
    )
    .toSorted((a, b) => b.stem.length - a.stem.length)

interface Known {
  readonly forms: readonly Form[]
  readonly pattern: RegExp
}

const letter = String.raw`[\p{L}\p{M}\p{N}]`

/** Most letters of an ending. */
const ending = String.raw`[\p{L}\p{M}]{0,4}`

const known: ReadonlyMap<string, Known> = new Map(
  languages.map((language) => {
    const forms = formsOf(language)
    const names = forms.map(({ stem, isOpen }) => `${stem}${isOpen ? ending : ''}`)
    const pattern = new RegExp(`(?<!${letter})(?:${names.join('|')})(?!${letter})`, 'giu')
    return [language, { forms, pattern }]
  }),
)

/** Words of a text in a language that bends them, with their endings; none of other languages. */
export const bentMentions = (text: string): readonly BentMention[] => {
  const { forms, pattern } = known.get(languageOf(text)) ?? {}
  if (!forms || !pattern) return []
  return [...text.matchAll(pattern)].flatMap(({ 0: said, index }): BentMention[] => {
    const lower = said.toLowerCase()
    const form = forms.find(({ stem, isOpen }) =>
      isOpen ? lower.startsWith(stem) : lower === stem,
    )
    return form ? [{ word: form.word, text: said, start: index, end: index + said.length }] : []
  })
}
