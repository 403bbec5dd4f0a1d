import type { CastMention } from '../cast/read-cast.ts'
import { startAfter } from '../words/start-after.ts'
import { thirdPerson, verbForm } from '../words/verbs.ts'
import type { Clause } from './clause.ts'
import { bareClause } from './clause.ts'
import { drawnDeed } from './drawn-deed.ts'

const passive =
  /(?<![\p{L}'])(?<object>(?:an?|the|his|her|their|its)\s+(?:[\p{L}-]+\s+){1,4})(?:is|are|was|were|gets)\s+(?:being\s+)?(?:\p{L}+ly\s+)?(?<past>\p{L}+)(?<tail>\s+[^.,;:!?\n]{0,40}?)?\s+by\s+/giu
const participle =
  /(?:,|\band|\b(?:is|are|was|were))\s+(?:is\s+|are\s+)?(?<past>\p{L}+)(?<tail>\s+to\s+\p{L}+)?\s+by\s+/giu

/**
 * What is done by somebody: "The clock is repaired by a watchmaker" tells that the watchmaker repairs the clock, and
 * "…, chased by a guard" that the guard chases whoever was named first in the sentence.
 */
export const passiveClauses = (text: string, mentions: readonly CastMention[]): readonly Clause[] =>
  [
    ...[...text.matchAll(passive)].flatMap((match) => {
      const object = `${match.groups?.['object'] ?? ''}`.trim().toLowerCase()
      return doneBy(text, mentions, { match, rest: `${object}${match.groups?.['tail'] ?? ''}` })
    }),
    ...[...text.matchAll(participle)].flatMap((match) => {
      const from = startAfter('.;!?\n', text, match.index)
      const first = mentions.find(
        ({ start, ids }) => start >= from && start < match.index && ids.length > 0,
      )
      if (!first) return []
      const said = text.slice(first.start, first.end)
      const rest = /^\p{Lu}/u.test(said) ? said : `the ${said}`
      const tail = match.groups?.['tail'] ?? ''
      return doneBy(text, mentions, { match, rest: `${rest}${tail}` })
    }),
  ].filter(({ end }, index, all) => all.findIndex((other) => other.end === end) === index)

const doneBy = (
  text: string,
  mentions: readonly CastMention[],
  { match, rest }: { readonly match: RegExpExecArray; readonly rest: string },
): readonly Clause[] => {
  const by = match.index + match[0].length
  const form = verbForm(match.groups?.['past'] ?? '')
  const actor = mentions.find(({ start }) => start >= by && start < by + 40)
  if (form?.shape !== 'past' || !actor) return []
  if (/[,;:.!?\n]/.test(text.slice(by, actor.start))) return []
  return [
    {
      ...bareClause({ start: match.index, end: actor.end }),
      castIds: actor.ids,
      ...drawnDeed(form, rest),
      verb: thirdPerson(form.base),
      rest,
      force: actor.force,
    },
  ]
}
