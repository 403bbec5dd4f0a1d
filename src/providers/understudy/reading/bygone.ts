import { objects } from '../words/vocabulary.ts'
import type { Negation } from './negations.ts'

const longAgo =
  /\b(?:ancient|antiquity|medieval|middle ages|renaissance|victorian|wild west|roman (?:empire|army|legions?|soldiers?|senate)|legionar(?:y|ies)|togas?|gladiators?|caesar|pharaohs?|vikings?|samurai|musketeers?|stagecoach(?:es)?|\d{1,4} (?:BC|BCE|AD)|(?:[1-9]|1\d)(?:st|nd|rd|th)[ -]century)\b|(?:\bin|\bof|\bfrom|\byear|,)\s+(?:the year\s+)?1[0-8]\d\d\b/iu

/** Whether a text plays in a time before there were cars. */
export const isBygone = (text: string): boolean => longAgo.test(text)

/** What the client rules out, with what was not there in a time long gone; what they name themselves may be there. */
export const withBygone = (said: readonly Negation[], text: string): readonly Negation[] => {
  const isKnown =
    said.some(({ words }) => words.includes('car')) ||
    objects.find(text).some(({ word }) => word === 'car' || word === 'taxi')
  return isKnown || !isBygone(text)
    ? said
    : [...said, { words: ['car', 'vehicle', 'traffic', 'taxi'], text: 'cars', start: 0, end: 0 }]
}
