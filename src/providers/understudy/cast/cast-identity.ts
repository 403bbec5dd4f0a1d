import { isInanimate } from '../words/acting-things.ts'
import type { Draft } from './cast-drafts.ts'
import { genderOf } from './cast-drafts.ts'
import type { Found } from './cast-words.ts'

const identity =
  /(?:^|[.!?;,:\n—–]\s*|\b(?:and|but)\s+)(it|he|she|this|that)(?:'s|\s+(?:is|was))\s+(?:really\s+|only\s+|actually\s+)?(?:(an?|the|his|her|their)\s+)(?:own\s+)?(?:[\p{L}-]+\s+){0,2}$/iu

/** "It is his own sister": who was just seen, and nobody new; undefined where nobody can be meant. */
export const identifiedBy = (
  found: Found,
  before: string,
  drafts: readonly Draft[],
): Draft | undefined => {
  const [, subject = '', whose = ''] = identity.exec(before) ?? []
  if (subject === '' || found.kind !== 'person') return undefined
  const gender = genderOf(found.word)
  const people = drafts.filter((draft) => draft.kind === 'person' && !isInanimate(draft))
  const owner = /^(?:his|her)$/i.test(whose) ? people[0] : undefined
  const pronoun = { she: 'female', he: 'male' }[subject.toLowerCase()]
  const wanted = gender === 'unknown' ? pronoun : gender
  const others = people.filter((draft) => draft !== owner || people.length === 1)
  const candidates = pronoun === undefined ? others.filter((draft) => draft !== owner) : others
  return (
    candidates.findLast((draft) => draft.gender === wanted) ??
    (pronoun === undefined ? undefined : candidates.findLast((draft) => draft.gender === 'unknown'))
  )
}
