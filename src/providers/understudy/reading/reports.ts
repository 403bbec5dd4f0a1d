import { verbForm } from '../words/verbs.ts'

/** What somebody tells, asks or knows, as a part of its sentence: `that she is leaving the city`. */
export interface Report {
  readonly start: number
  readonly end: number
  /** It is only spoken of: nothing in it is seen. */
  readonly isOnlySaid: boolean
}

const saying = new Set(
  'say tell explain ask whisper admit confess announce promise swear warn reply answer claim argue joke propose persuade convince text write call shout cry mutter murmur hope dream believe imagine wonder pretend'.split(
    ' ',
  ),
)
const knowing = new Set(
  'see know realise realize discover notice find learn remember forget understand think feel decide hear show'.split(
    ' ',
  ),
)

const listener = String.raw`(?:\s+(?:to\s+)?(?:(?:the|an?|his|her|their|each)\s+)?[\p{L}'-]+(?:\s+[\p{L}'-]+)?)?`
const reported = String.raw`(?:(?!\s+(?:and\s+(?:then|he|she|they|it)|while|as|but)\s)[^.,;:!?\n—–])+`
const afterSaying = new RegExp(
  String.raw`^(${listener}\s+)((?:that|how|why|whether|if|what|where|who)\s${reported})`,
  'iu',
)
const withoutThat = new RegExp(
  String.raw`^((?:\s+(?:\p{Lu}\p{Ll}+|him|her|them))?\s+)((?:she|he|they|it|I|we|you)(?:\s|')${reported})`,
  'u',
)

/** Whether a verb says that something is said: `asks`. */
export const isSaying = (verb: string): boolean => saying.has(verbForm(verb)?.base ?? '')

/** Where a text reports what somebody says or knows. */
export const reportsIn = (text: string): readonly Report[] => {
  const reports: Report[] = []
  for (const match of text.matchAll(/\p{L}+/gu)) {
    const base = verbForm(match[0])?.base ?? ''
    const isOnlySaid = saying.has(base)
    if (!(isOnlySaid || knowing.has(base)) || match.index < (reports.at(-1)?.end ?? 0)) continue
    const from = match.index + match[0].length
    const after = text.slice(from, from + 240)
    const found = afterSaying.exec(after) ?? (isOnlySaid ? withoutThat.exec(after) : null)
    if (!found) continue
    const start = from + (found[1] ?? '').length
    reports.push({ start, end: start + (found[2] ?? '').trimEnd().length, isOnlySaid })
  }
  return reports
}
