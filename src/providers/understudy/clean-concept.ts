import { emojiWords } from './vocabulary.ts'

/** Longest concept that is read, in characters; the rest says little that the start has not said. */
const longest = 20_000

/** Sentences addressed to a machine instead of the film's audience. */
const addressed =
  /\b(?:ignore|disregard|forget)\b.{0,40}\b(?:instruction|prompt|rule|above|previous)|\bsystem prompt\b|\byou are (?:now|an? (?:ai|assistant|language))|\bas an ai\b|\b(?:api|secret) key\b|\breveal\b.{0,30}\bprompt\b/i

const pictogram = /\p{Extended_Pictographic}\u{FE0F}?/gu

/**
 * The words that a pictogram is read as. In a language whose sentences are told as they are it stays what it is, and a
 * word that is there already is not said again.
 */
const readPictograms = (text: string): string => {
  const plain = text.replace(pictogram, ' ')
  if (/\p{L}/u.test(plain) && !isEnglish(plain)) return text
  return text.replace(pictogram, (sign) => {
    const word = emojiWords[sign.replace('\u{FE0F}', '')]
    return word && !plain.toLowerCase().includes(word) ? ` ${word} ` : ' '
  })
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
      .replace(/[*_#`~^|]+/g, ' ')
      .replace(/[^\S\n]+/g, ' ')
      .replace(/ ?\n ?/g, '\n')
      .replace(/\n{2,}/g, '\n')
      .trim()
  )
}

/** The sentences of a cleaned text, in any script, without those addressed to a machine. */
export const sentencesOf = (text: string): readonly string[] =>
  text
    .split(/(?<=[.!?…]["”')]?)\s+|(?<=[。！？])|(?<=[؟۔])\s*|\n+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence) && !addressed.test(sentence))
    .slice(0, 400)

const functionWords: Readonly<Record<string, RegExp>> = {
  en: /\b(?:the|a|an|and|of|in|at|on|with|to|is|for|by|her|his|it|that|no)\b/gi,
  de: /\b(?:der|die|das|und|ein|eine|einen|im|mit|auf|ist|bei|zum|zur|den|dem)\b/gi,
  fr: /\b(?:le|la|les|et|un|une|des|dans|avec|sur|est|au|du|aux|pour)\b/gi,
  es: /\b(?:el|la|los|las|y|un|una|en|con|del|al|es|por|para|que)\b/gi,
  it: /\b(?:il|lo|la|gli|e|un|una|nel|con|sul|è|per|che|di|della)\b/gi,
  pt: /\b(?:o|os|as|e|um|uma|no|na|com|do|da|em|para|que|ao)\b/gi,
  nl: /\b(?:de|het|een|en|van|met|op|bij|aan|naar|door|zijn)\b/gi,
}

/** Whether a text is English, so that English sentences may be written for it. */
export const isEnglish = (text: string): boolean => {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0
  if (letters === 0 || latin / letters < 0.7) return false
  const count = (language: string): number =>
    text.match(functionWords[language] ?? /$^/)?.length ?? 0
  const others = Object.keys(functionWords).filter((language) => language !== 'en')
  return others.every((language) => count(language) <= count('en'))
}
