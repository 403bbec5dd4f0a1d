import type { CastMention } from '../cast/read-cast.ts'
import type { Clause } from './clause.ts'
import { bareClause } from './clause.ts'
import { isSaying } from './reports.ts'

const quoted = /["“]([^"”\n]*\s[^"”\n]*)["”]/gu

/**
 * What the client lets somebody say in quotes, as steps of the story: `Max says: "…"`, `"…" asks Lena`, `Lena: "…"`.
 * Quotes of the narrator are told as they are; those that nobody says are none.
 *
 * @param text with its quotes
 * @param mentions where the cast are meant
 * @param clauses the other steps; one that only says that something is said takes up its quote
 */
export const withQuotes = (
  text: string,
  mentions: readonly CastMention[],
  clauses: readonly Clause[],
): readonly Clause[] =>
  [...text.matchAll(quoted)]
    .reduce((known, match): readonly Clause[] => {
      const [start, end] = [match.index, match.index + match[0].length]
      const quote = (match[1] ?? '').trim().replace(/,$/, '.')
      const before = known.find(
        (clause) =>
          clause.start < start &&
          isSaying(clause.verb) &&
          /^[\s,:]*$/.test(text.slice(clause.end, start)),
      )
      if (before) return known.map((clause) => (clause === before ? { ...clause, quote } : clause))
      if (ofNarrator.test(text.slice(0, start)))
        return known.concat(narrated(quote, known, { start, end }))
      const speaker = speakerOf(text, mentions, { start, end })
      return speaker ? known.concat(spoken(speaker, quote, { start, end })) : known
    }, clauses)
    .toSorted((a, b) => a.start - b.start)

interface Span {
  readonly start: number
  readonly end: number
}

const speakerOf = (
  text: string,
  mentions: readonly CastMention[],
  { start, end }: Span,
): CastMention | undefined => {
  const isSaid = (words: string): boolean => {
    const [, verb = ''] =
      /^\s*,?\s*(\p{L}+)\s*(?:an?|the|his|her)?\s*(?:\p{L}+\s)?\s*$/u.exec(words) ?? []
    return isSaying(verb)
  }
  const people = mentions.filter(({ ids }) => ids.length > 0)
  return (
    people.find(
      (mention) => mention.end <= start && /^\s*:\s*$/.test(text.slice(mention.end, start)),
    ) ??
    people.find((mention) => mention.start >= end && isSaid(text.slice(end, mention.start))) ??
    people.find(
      (mention) =>
        mention.start >= end &&
        /^,?\s*(?:the\s+)?$/.test(text.slice(end, mention.start)) &&
        isSaid(/^\s*\p{L}+/u.exec(text.slice(mention.end))?.[0] ?? ''),
    )
  )
}

const ofNarrator =
  /(?:^|[.!?\n])\s*(?:the\s+)?(?:narrat(?:ion|or)|voice-?over|v\.?o\.?)\s*(?:says|reads)?\s*:?\s*$/iu

/** What the narrator is to say is told over whoever was seen last. */
const narrated = (quote: string, known: readonly Clause[], span: Span): Clause => ({
  ...bareClause(span),
  castIds: known.findLast(({ start }) => start < span.start)?.castIds ?? [],
  force: quote,
})

const spoken = (speaker: CastMention, quote: string, span: Span): Clause => ({
  ...bareClause(span),
  castIds: speaker.ids.slice(0, 1),
  action: 'talks',
  verb: 'says',
  phrase: 'talks',
  quote,
})
