import type { CastMention } from '../cast/read-cast.ts'
import type { VerbForm } from '../words/verbs.ts'
import { verbForm } from '../words/verbs.ts'
import { places } from '../words/vocabulary.ts'

/** A verb in a sentence, and what is known before it. */
export interface VerbPlace {
  readonly text: string
  /** Where the sentence and the verb start in the text. */
  readonly from: number
  readonly start: number
  readonly shape: VerbForm['shape']
  /** The cast in the sentence, in order. */
  readonly mentions: readonly CastMention[]
  /** Who did what was done last in the sentence; null before the first verb. */
  readonly before: CastMention | null
}

/** Who does what a verb says: whoever stands right before it as its subject, else who did what was done last. */
export const subjectOf = (place: VerbPlace): CastMention | undefined => {
  const ahead = place.mentions.filter(({ end }) => end <= place.start)
  const nearest = ahead.at(-1)
  if (!nearest) return undefined
  const gap = place.text.slice(nearest.end, place.start)
  const actor = actorOf(place, ahead, nearest, gap)
  return actor && { ...actor, ids: joinedIds(place, ahead, actor) }
}

const actorOf = (
  place: VerbPlace,
  ahead: readonly CastMention[],
  nearest: CastMention,
  gap: string,
): CastMention | undefined => {
  const free = ahead.findLast((mention) => roleOf(place, ahead, mention) === 'subject')
  if (nearest.isPronoun && isRightBefore(gap)) return nearest
  const role = roleOf(place, ahead, nearest)
  if (!isRightBefore(gap)) return place.before ?? free ?? ahead[0]
  if (role === 'subject' || /\b(?:who|that|which)\b/i.test(gap)) return nearest
  // "sees a dog running": the dog runs. "walks with a dog singing": whoever walks sings.
  if (place.shape === 'gerund') return role === 'object' ? nearest : (place.before ?? nearest)
  if (role === 'joined') return nearest
  return free ?? place.before ?? ahead[0]
}

const helpers =
  'is|are|was|were|be|being|then|also|both|all|just|now|still|always|never|soon|once|suddenly|finally|slowly|will|can|must|has|have|to|start|starts|begin|begins|try|tries|learn|learns|want|wants|come|comes|go|goes|each|again|quickly'
const rightBefore = new RegExp(
  `^\\s*(?:,?\\s*(?:who|that|which)\\s+)?(?:(?:${helpers}|\\p{L}+ly)\\s+)*$`,
  'iu',
)

/** Nothing but helpers stands between somebody and the verb, or a phrase that only describes them. */
const isRightBefore = (gap: string): boolean => {
  if (rightBefore.test(gap) || /^\s*,\s*$/.test(gap)) return true
  const modifier = /^\s+(?:in|with|wearing|dressed|from|at|on|of|near|by|under|behind)\s+(.*)$/isu
  const inside = modifier.exec(gap)?.[1]
  if (inside === undefined || /[,;:—–]|\s(?:and|while|but|as)\s/iu.test(inside)) return false
  if (places.find(gap).at(-1)?.end === gap.trimEnd().length) return true
  return !(inside.match(/\p{L}+/gu) ?? []).some((word) => verbForm(word)?.shape === 'third')
}

type Role = 'subject' | 'object' | 'joined' | 'described'

const determiner =
  /^(?:an?|the|his|her|their|its|my|our|your|some|another|one|two|three|four|five|six|several|many|this|that|both|all)$/i
const preposition =
  /^(?:with|to|for|of|by|from|at|near|beside|behind|past|about|into|onto|in|on|over|under|around|through|between|against|toward|towards|like|featuring|showing|named|called|after|before|among|across|along|without)$/i
const conjunction = /^(?:and|&|,|or)$/i
const opener = /^(?:but|while|as|when|where|then|because|so|until|since|if|[:;—–()"“”])$/i

/** What a mention is in its sentence, by the words before it. */
const roleOf = (place: VerbPlace, ahead: readonly CastMention[], mention: CastMention): Role => {
  if (mention.isPronoun) return 'subject'
  const tokens =
    place.text.slice(place.from, mention.start).match(/[\p{L}\d'-]+|[,:;—–()"“”&]/gu) ?? []
  let at = tokens.length - 1
  for (let adjectives = 0; adjectives < 3 && isAdjective(tokens, at); adjectives += 1) at -= 1
  while (determiner.test(tokens[at] ?? '')) at -= 1
  const word = tokens[at]
  if (word === undefined || opener.test(word) || isOfGroup(tokens, at)) return 'subject'
  if (preposition.test(word)) return 'described'
  if (conjunction.test(word)) {
    const other = ahead.findLast(
      ({ end }) => end <= mention.start && isJoint(place.text.slice(end, mention.start)),
    )
    if (!other) return 'subject'
    return roleOf(place, ahead, other) === 'subject' ? 'subject' : 'joined'
  }
  return verbForm(word) ? 'object' : 'subject'
}

/** "a team of rowers races": the rowers do. */
const isOfGroup = (tokens: readonly string[], at: number): boolean =>
  /^of$/i.test(tokens[at] ?? '') &&
  /^(?:team|group|crew|band|gang|bunch|pair|couple|row|party|class|troop|line)$/i.test(
    tokens[at - 1] ?? '',
  )

/** "a close friend", "a sleeping dog": right after an article even a verb's form is none. */
const isAdjective = (tokens: readonly string[], at: number): boolean => {
  const word = tokens[at]
  return (
    word !== undefined &&
    ![determiner, preposition, conjunction, opener].some((pattern) => pattern.test(word)) &&
    (verbForm(word) === undefined || determiner.test(tokens[at - 1] ?? ''))
  )
}

/** Words between two people who do something together. */
const isJoint = (between: string): boolean =>
  /^(?:\s+(?:in|with|wearing)\s+an?\s+(?:[\p{L}-]+\s+){0,2}[\p{L}-]+)?\s*(?:,|and|&|,? and)\s+(?:(?:an?|the|his|her|their)\s+)?(?:[\p{L}-]+\s+){0,2}$/iu.test(
    between,
  )

/** Whoever is named in one breath with the actor; "hugs the woman and the girl laughs" joins nobody. */
const joinedIds = (
  place: VerbPlace,
  ahead: readonly CastMention[],
  actor: CastMention,
): readonly string[] => {
  const ids = [...actor.ids]
  let first = actor
  for (const mention of ahead.toReversed()) {
    if (mention.end > first.start || mention === actor) continue
    if (mention.isThing !== actor.isThing) break
    // "her brother Max" is one, named twice.
    const isSame = mention.ids.every((id) => first.ids.includes(id))
    if (isSame && place.text.slice(mention.end, first.start).trim() === '') {
      first = mention
      continue
    }
    if (!isJoint(place.text.slice(mention.end, first.start))) break
    if (place.shape === 'third' && roleOf(place, ahead, mention) !== 'subject') break
    ids.unshift(...mention.ids)
    first = mention
  }
  return [...new Set(ids)]
}
