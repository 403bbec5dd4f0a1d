import { languageOf } from '../../../domain/text-language.ts'
import { pictogramWord } from '../words/pictograms.ts'

/** Longest concept that is read, in characters; the rest says little that the start has not said. */
const longest = 20_000

/** Sentences addressed to a machine instead of the film's audience. */
const addressed =
  /\b(?:ignore|disregard|forget)\b.{0,40}\b(?:instruction|prompt|rule|above|previous)|\bsystem prompt\b|\byou are (?:now|an? (?:ai|assistant|language))|\bas an ai\b|\b(?:api|secret) key\b|\breveal\b.{0,30}\bprompt\b/i

/** What is in quotes is to be read as it is written. */
const quoted = /(["“][^"”\n]*["”])/u

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

const isPictogram = (grapheme: string): boolean =>
  /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u{20E3}/u.test(grapheme)

/** A text taken apart into what people see as one sign each. */
const signsOf = (text: string): readonly string[] =>
  Array.from(graphemes.segment(text), ({ segment }) => segment)

/**
 * The words that a pictogram is read as. In quotes, and in a language whose sentences are told as they are, it stays what it is; a
 * word that is there already is not said again.
 */
const readPictograms = (text: string): string => {
  const signs = signsOf(text)
  if (!signs.some(isPictogram)) return text
  const plain = signs.map((sign) => (isPictogram(sign) ? ' ' : sign)).join('')
  if (/\p{L}/u.test(plain) && !isEnglish(plain)) return text
  const said = plain.toLowerCase()
  return text
    .split(quoted)
    .map((part, index) => (index % 2 === 1 ? part : signsOf(part).reduce(read(said), '')))
    .join('')
    .replace(/ +(?=[,.])/g, '')
}

/** Adds a sign to a text; one behind an article is the noun that is meant, with the article that goes with it. */
const read =
  (said: string) =>
  (text: string, sign: string): string => {
    if (!isPictogram(sign)) return text + sign
    const word = pictogramWord(sign)
    const isNamed = /\b(?:an?|the)\s*$/i.test(text)
    if (word === '' || (!isNamed && said.includes(word))) return `${text} `
    const before = /^[aeiou]/.test(word) ? text.replace(/\b(a)(?=\s*$)/i, '$1n') : text
    return `${before} ${word} `
  }

/** The pictograms of a concept outside its quotes, each once, three at most. */
export const pictogramsIn = (concept: string): string => {
  const parts = concept.split(quoted).filter((_, index) => index % 2 === 0)
  return [...new Set(parts.flatMap(signsOf).filter(isPictogram))].slice(0, 3).join('')
}

/** A concept without markup, control characters and invisible signs; pictograms that stand for words become words. */
export const cleanConcept = (concept: string): string => {
  const words = readPictograms(concept.slice(0, longest))
    .replace(/<(script|style)\b[\s\S]*?(?:<\/\1>|$)/gi, ' ')
    .replace(/<\/?[a-z!][^>]{0,400}>/gi, ' ')
    .replace(/&(?:nbsp|amp|lt|gt|quot|#\d{1,6});/gi, ' ')
  return (
    words
      .replace(/\r\n?/g, '\n')
      .replace(/[^\P{C}\n]/gu, '')
      .replace(/[‘’]/g, "'")
      // A full stop that ends no sentence: "Dr. Emma Stone", "St. Mary's Church".
      .replace(/\b(Dr|Mr|Mrs|Ms|Prof|St|Mt|Jr|Sr)\.(?=\s+\p{Lu})/gu, '$1')
      // "at 3 a.m., a taxi" goes on; "at 3 a.m. A taxi" ends a sentence.
      .replace(/(?<=\d)\s*([ap])\.\s?m\.(?=\s+\p{Lu}|\s*$)/gu, ' $1m.')
      .replace(/(?<=\d)\s*([ap])\.\s?m\b\.?/gu, ' $1m')
      .replace(/[*_#`~^|]+/g, ' ')
      .replace(/[^\S\n]+/g, ' ')
      .replace(/ ?\n ?/g, '\n')
      .replace(/\n{2,}/g, '\n')
      .trim()
  )
}

const heldTogether = '\u{2060}'

/** The sentences of a cleaned text, in any script, without those addressed to a machine. */
export const sentencesOf = (text: string): readonly string[] =>
  text
    // What is in quotes is one thing, however many sentences it has: a slogan, a title.
    .replace(/["“][^"”\n]{1,200}["”]/gu, (quote) => quote.replace(/ /g, heldTogether))
    .split(/(?<=[.!?…]["”')]?)\s+|(?<=[。！？])|(?<=[؟۔।])\s*|\n+/u)
    .map((sentence) => sentence.replaceAll(heldTogether, ' ').trim())
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence) && !addressed.test(sentence))
    .slice(0, 400)

/** Whether a text is English, so that English sentences may be written for it. */
export const isEnglish = (text: string): boolean => {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0
  return letters > 0 && latin / letters >= 0.7 && languageOf(text) === 'en'
}
