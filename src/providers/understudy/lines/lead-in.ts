import type { CastMention } from '../cast/read-cast.ts'
import type { Clause } from '../reading/clause.ts'
import type { Reading } from '../reading/read-concept.ts'
import { startAfter } from '../words/start-after.ts'

const ofTime =
  /^(?:(?:in|at|on|by|after|before|during|for|until|since|from|one|every|each|the next|the following|that|once)\s|(?:\p{L}+\s+){0,2}(?:seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|moments?)\s+(?:later|before|ago|after)|(?:much\s+)?later|finally|meanwhile|slowly|outside|inside|overhead|nearby|soon|now|today|tomorrow|tonight)/iu
const ofPlace =
  /^(?:under|over|above|below|behind|near|inside|outside|beside|between|across|along|through|around|beyond|deep in|high above|far from)\s/iu
const article = '(?:an?|the|his|her|their|its|two|three|four|five|some|many)'
const determined = new RegExp(
  String.raw`(?:^|\s)${article}\s+(?:(?!${article}\s)[\p{L}\d-]+\s+){0,3}$`,
  'iu',
)

/** The words of time and place before whoever does a deed, `In winter`; empty for none. */
export const leadInOf = (reading: Reading, clause: Clause): string => {
  const { text, clauses } = reading
  const from = startAfter('.!?\n;:', text, clause.start) - 1
  const done = clauses.findLast(({ start }) => start > from && start < clause.start)
  const before = done ? behind(reading, done, clause) : ahead(reading, clause, from)
  const said = withoutArticle(before).trim()
  const words = said.split(/\s+/)
  const isLeadIn =
    said !== '' && words.length < 8 && (ofTime.test(`${said} `) || ofPlace.test(said))
  return isLeadIn && /^[\p{L}\d\s'-]+,?$/u.test(said) ? said : ''
}

/** What stands before the first deed of a sentence. */
const ahead = (reading: Reading, clause: Clause, from: number): string => {
  const subject = subjectOf(reading, clause, from)
  return subject ? reading.text.slice(from + 1, subject.start).trimStart() : ''
}

/** "…, and at sunrise he gives": what stands before a later one. */
const behind = (reading: Reading, done: Clause, clause: Clause): string => {
  const subject = subjectOf(reading, clause, done.end - 1)
  const between = reading.text.slice(done.end, subject?.start ?? clause.start)
  return /^\s*,?\s*(?:and|but|then)\s+(?:then\s+)?(.*)$/iu.exec(between)?.[1] ?? ''
}

const subjectOf = (
  { castMentions }: Reading,
  { castIds, force, start }: Clause,
  from: number,
): CastMention | undefined =>
  castMentions.find(
    (mention) =>
      mention.start > from &&
      mention.end <= start &&
      (force === '' ? mention.ids.some((id) => castIds.includes(id)) : mention.force === force),
  )

/** "In a village a young " → "In a village "; where nothing would be left but "On", the article is that of the place. */
const withoutArticle = (before: string): string => {
  const noun = determined.exec(before)
  if (!noun) return before
  const left = before.slice(0, noun.index)
  return left.trim().split(/\s+/).length > 1 ||
    left.trim() === '' ||
    /^\p{L}+(?:ly|side|while|later|soon|now)$/u.test(left.trim())
    ? left
    : before
}
