import type { Clause } from './read-clauses.ts'
import type { Reading } from './read-concept.ts'

const season = '(?:spring|summer|autumn|fall|winter)'
const hour =
  '(?:morning|afternoon|evening|night|day|noon|midnight|dawn|dusk|sunset|sunrise|daybreak)'
const leadIn = new RegExp(
  [
    String.raw`in\s+(?:the\s+)?(?:early\s+|late\s+|deep\s+)?(?:${season}|${hour}|end|beginning|\d{4})(?:\s+of\s+\d{4})?`,
    String.raw`(?:at|before|after|by)\s+(?:${hour}|first light|nightfall|breakfast|lunch|dinner)`,
    String.raw`(?:on|one|every|each|the next|the following|that|this)\s+(?:an?\s+|the\s+)?(?:\p{L}+\s+)?(?:${season}|${hour}|week|month|year|(?:mon|tues|wednes|thurs|fri|satur|sun)day)`,
    String.raw`(?:\p{L}+\s+){0,2}(?:seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|moments?)\s+(?:later|before|ago|after)`,
    String.raw`(?:after|for)\s+(?:an?\s+|the\s+)?(?:\p{L}+\s+)?(?:seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|moment|while)`,
    'once upon a time|at (?:first|last)|in the end|from then on|(?:much\\s+)?later|finally|meanwhile|slowly|outside|inside|overhead|nearby|soon|now|today|tomorrow|tonight',
  ].join('|'),
  'iu',
)
const atStart = new RegExp(String.raw`^\s*((?:${leadIn.source})(?:,|(?=\s)))\s+`, 'iu')

/** The words of time before the first deed of a sentence, `In winter`; empty for none. */
export const leadInOf = ({ text, clauses }: Reading, clause: Clause): string => {
  const from = Math.max(
    ...['.', '!', '?', '\n', ';', ':'].map((end) => text.lastIndexOf(end, clause.start)),
  )
  const isFirst = !clauses.some(({ start }) => start > from && start < clause.start)
  const said = isFirst ? atStart.exec(text.slice(from + 1, clause.start)) : null
  return said?.[1] ?? ''
}
