import { verbForm } from '../words/verbs.ts'
import type { Reading } from './read-concept.ts'

/** Words by which a client speaks to the studio, not to the audience. */
export const directive: RegExp =
  /\b(?:show|use|include|create|make|generate|produce|film|video|clip|advert|ad|commercial|podcast|camera|shot|shots|scene|scenes|cut|style|should|must|please|want|need|seconds?|minutes?|music|soundtrack|voice|narrat\w+|tone|audience|format|aspect|vertical|caption|subtitle|budget|you|your|i|we|our|us|mood|feel|ends? with|starts? with|open with)\b/i

/**
 * Sentences of the concept that can be read to an audience as they stand: statements, not orders, not steps of the
 * story. None in another language than English.
 */
export const factsOf = (reading: Reading): readonly string[] => {
  if (!reading.isEnglish) return []
  return reading.sentences
    .filter((sentence) => !directive.test(sentence) && isStatement(sentence))
    .filter((sentence) => {
      const start = reading.text.indexOf(sentence)
      const end = start + sentence.length
      const isTold = reading.clauses.some(
        ({ start: at, verb }) => verb !== '' && at >= start && at < end,
      )
      return start >= 0 && !isTold
    })
    .filter((sentence) => sentence.length <= 84)
}

const isStatement = (sentence: string): boolean => {
  const [first = '', ...others] = sentence.split(/\s+/)
  if (others.length < 2 || others.length > 15 || !/[.!]$/.test(sentence)) return false
  const isPlural = /\p{L}s$/u.test(first)
  return others.some((word) => {
    const shape = verbForm(word)?.shape
    const isAuxiliary = /^(?:is|are|has|have|can|will|was|were)$/i.test(word)
    return isAuxiliary || shape === 'third' || (isPlural && shape === 'base')
  })
}

/** A sentence in pieces of at most 84 characters, broken where it breathes. */
export const pieces = (sentence: string): readonly string[] => {
  if (sentence.length <= 84) return [sentence]
  const parts = sentence.split(/(?<=[、，,،;；:])\s*/u)
  const lines: string[] = []
  for (const part of parts) {
    const last = lines.at(-1)
    const space = /\p{Script=Latin}|\p{Script=Arabic}|\p{Script=Cyrillic}/u.test(part) ? ' ' : ''
    if (last !== undefined && last.length + part.length < 84)
      lines[lines.length - 1] = `${last}${space}${part}`
    else lines.push(part)
  }
  return lines.flatMap((line) => (line.length <= 84 ? [line] : atSpaces(line)))
}

const atSpaces = (line: string): readonly string[] => {
  const lines: string[] = []
  for (const word of line.split(/\s+/)) {
    for (const piece of word.match(/.{1,84}/gu) ?? []) {
      const last = lines.at(-1)
      if (last !== undefined && last.length + piece.length < 84)
        lines[lines.length - 1] = `${last} ${piece}`
      else lines.push(piece)
    }
  }
  return lines
}
