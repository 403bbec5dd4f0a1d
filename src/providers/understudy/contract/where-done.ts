import { holdsWord } from '../../../domain/crew-tasks.ts'
import { leadInOf } from '../lines/lead-in.ts'
import type { Clause } from '../reading/clause.ts'
import type { Reading } from '../reading/read-concept.ts'
import { homes, isHomecoming } from '../story/homeward.ts'
import { places, times } from '../words/vocabulary.ts'
import { askedWord } from './asked-words.ts'

/** The hour and the place that a deed is said to have before its verb or behind it, home among them: it is done only there and then. */
export const whereDone = (reading: Reading, clause: Clause): readonly string[] => {
  const leadIn = leadInOf(reading, clause)
  const hour = times.find(clause.rest)[0] ?? times.find(leadIn).at(-1)
  const isAsked = reading.times.some(({ word }) => word === hour?.word)
  return [
    ...places.find(leadIn).map(askedWord),
    ...(isHomecoming(clause) ? ['home'] : []),
    ...(hour && isAsked ? [hour.word] : []),
  ]
}

/** Names that are no picture of their own, and the pictures that show what they mean as well as any. */
const shownAt: Readonly<Record<string, readonly string[]>> = {
  home: homes,
  'fishing gear': ['fishing rod', 'rod', 'fishing net', 'net'],
}

/** What words for pictures also show: the front of a house a home, a net that somebody fishes. */
export const alsoShown = (words: readonly string[]): readonly string[] =>
  Object.entries(shownAt).flatMap(([name, pictures]) =>
    pictures.some((picture) => words.some((word) => holdsWord(word, picture))) ? [name] : [],
  )
