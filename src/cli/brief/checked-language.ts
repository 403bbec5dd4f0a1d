import { StudioError } from '../../domain/errors.ts'

/** Names in a language of their own readers; `none` so that a code that nobody has given to a language has no name. */
const namesIn = (reader: string): Intl.DisplayNames =>
  new Intl.DisplayNames([reader], { type: 'language', fallback: 'none' })

/**
 * The language of a tag, in its canonical form.
 *
 * @param tag as BCP 47 writes it: `en`, `pt-BR`
 * @throws StudioError `brief-invalid` for what is no tag, or has a code that no language has
 */
export const checkedLanguage = (tag: string): string => {
  const locale = localeOf(tag.trim())
  if (locale !== null && isLanguage(locale.language)) return locale.toString()
  const named = codeOfName(tag)
  const hint = named === null ? '' : ` Did you mean "${named}"?`
  throw new StudioError({
    code: 'brief-invalid',
    message:
      locale === null
        ? `"${tag.slice(0, 40)}" is not a language tag.${hint} Use one such as en, de, pt-BR or ja.`
        : `There is no language with the code "${locale.language.slice(0, 40)}" (ISO 639).${hint} Use a code such as en, de, pt-BR or ja, or leave --language away: the narration is then in the language of the concept.`,
  })
}

/** Codes of ISO 639 for what is in no one language. */
const noLanguages: ReadonlySet<string> = new Set(['mis', 'mul', 'und', 'zxx'])

const isLanguage = (code: string): boolean =>
  !noLanguages.has(code) && namesIn('en').of(code) !== undefined

const localeOf = (tag: string): Intl.Locale | null => {
  try {
    const locale = new Intl.Locale(tag)
    // `und` says that no language is named: it has none, whatever the types say.
    return locale.language === undefined ? null : locale
  } catch {
    // RangeError says that it is no language tag; the caller says what is.
    return null
  }
}

const letters = [...'abcdefghijklmnopqrstuvwxyz']

/** The code of a language that was written by its name, in English or in itself: `German`, `deutsch`. Null when it is none. */
const codeOfName = (written: string): string | null => {
  const name = written.trim().toLowerCase()
  const english = namesIn('en')
  const codes = letters.flatMap((first) => letters.map((second) => first + second))
  const isNamedSo = (code: string): boolean =>
    english.of(code)?.toLowerCase() === name || namesIn(code).of(code)?.toLowerCase() === name
  return codes.find((code) => english.of(code) !== undefined && isNamedSo(code)) ?? null
}
