import { drawnDeed } from './drawn-deed.ts'
import type { CastMention } from './read-cast.ts'
import type { Clause } from './read-clauses.ts'
import { thirdPerson, verbForm } from './verbs.ts'

const passive =
  /(?<![\p{L}'])((?:an?|the|his|her|their|its)\s+(?:[\p{L}-]+\s+){1,4})(?:is|are|was|were|gets)\s+(?:being\s+)?(?:\p{L}+ly\s+)?(\p{L}+)(\s+[^.,;:!?\n]{0,40}?)?\s+by\s+/giu

/** "The clock is repaired by a watchmaker": the watchmaker repairs the clock. */
export const passiveClauses = (text: string, mentions: readonly CastMention[]): readonly Clause[] =>
  [...text.matchAll(passive)].flatMap((match): Clause[] => {
    const end = match.index + match[0].length
    const form = verbForm(match[2] ?? '')
    const actor = mentions.find(({ start }) => start >= end && start < end + 40)
    if (form?.shape !== 'past' || !actor) return []
    if (/[,;:.!?\n]/.test(text.slice(end, actor.start))) return []
    const object = (match[1] ?? '').trim().toLowerCase()
    const rest = `${object}${match[3] ?? ''}`
    const bare = {
      report: '',
      quote: '',
      modifier: '',
      force: actor.force,
      isPronoun: actor.isPronoun,
    }
    const verb = thirdPerson(form.base)
    const deed = drawnDeed(form, rest)
    return [
      { castIds: actor.ids, ...deed, verb, rest, ...bare, start: match.index, end: actor.end },
    ]
  })
