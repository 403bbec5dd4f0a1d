import { isInanimate } from '../words/acting-things.ts'
import { startAfter } from '../words/start-after.ts'
import type { Draft } from './cast-drafts.ts'
import { add, adopt } from './cast-drafts.ts'
import type { Found } from './cast-words.ts'
import type { CastMention } from './read-cast.ts'

/** A text and who is meant in it up to a point. */
export interface ToldSoFar {
  readonly text: string
  readonly mentions: readonly Pick<CastMention, 'ids' | 'start' | 'end'>[]
}

/** Whom a pronoun means: of those who can be meant whoever the sentence before is about. */
export const pronounIds = (
  { word, start }: Found,
  story: ToldSoFar,
  drafts: Draft[],
): readonly string[] => {
  const people = drafts.filter(({ kind }) => kind === 'person')
  if (/(?:one|other|eldest|oldest|youngest)$/.test(word)) return oneOfTwoIds(word, drafts)
  if (word === 'it') return drafts.findLast(({ kind }) => kind !== 'person')?.id.split(',') ?? []
  const living = drafts.filter((draft) => !isInanimate(draft))
  if (word === 'they') {
    const those = groupJustNamed(people, story.text.slice(0, start))
    return (those ?? (people.length > 1 ? people : severalOf(living))).map(({ id }) => id)
  }
  const gender = word === 'she' ? 'female' : 'male'
  // One of a legion is meant only where nobody else can be.
  const singles = people.filter(
    ({ id, start: at }) => !people.some((other) => other.id !== id && other.start === at),
  )
  const match = [singles, people]
    .flatMap((known) => ['same', 'unknown'].map((wanted) => ({ known, wanted })))
    .map(({ known, wanted }) =>
      likeliest(
        known.filter((draft) => draft.gender === (wanted === 'same' ? gender : 'unknown')),
        story,
        start,
      ),
    )
    .find((draft) => draft !== undefined)
  if (!match) return animalIds(gender, living) ?? strangerIds(word, start, drafts)
  if (match.gender === 'unknown') adopt(match, gender === 'female' ? 'woman' : 'man')
  return [match.id]
}

/**
 * Of several the one whom the last sentence that names any of them is about: its first, "a girl and her grandmother
 * bake a cake. She carries it"; or whom something is done for in it: "his grandfather helps him, and he rides".
 */
const likeliest = (
  drafts: readonly Draft[],
  { text, mentions }: ToldSoFar,
  at: number,
): Draft | undefined => {
  const named = mentions.filter(
    ({ ids, start }) => start < at && drafts.some(({ id }) => ids.includes(id)),
  )
  const last = named.at(-1)
  if (drafts.length < 2 || !last) return drafts.at(-1)
  const from = startAfter('.!?;\n', text, last.start)
  const subject = named.find(({ start }) => start >= from) ?? last
  const first = drafts.find(({ id }) => subject.ids.includes(id)) ?? drafts.at(-1)
  const isForOther = isDoneFor.test(text.slice(subject.end, at))
  return isForOther ? (drafts.find((draft) => draft !== first) ?? first) : first
}

const isDoneFor =
  /^\s+(?:then\s+)?(?:helps|teaches|shows|lets|asks|tells|gives|encourages|invites|brings|lends|sends)\s+(?:him|her)(?!\p{L})/iu

/** "reads to her twins until they sleep": of people named with one word, right before, and not together with the others. */
const groupJustNamed = (people: readonly Draft[], before: string): readonly Draft[] | undefined => {
  const group = people.filter(({ start }) => start === people.at(-1)?.start)
  const noun = group[0]?.noun.split(' ').at(-1) ?? ''
  const isNear = new RegExp(
    String.raw`(?<!\b(?:and|with)\s+(?:\p{L}+\s+){0,2})(?<!\p{L})(?:${noun}s?|children|kids)\s+(?:until|while|as|when|because)\s+$`,
    'iu',
  ).test(before)
  return group.length > 1 && group.length < people.length && isNear ? group : undefined
}

/** "A fox and her cubs, … an owl … they": those of the one kind of which there are several, else all. */
const severalOf = (living: readonly Draft[]): readonly Draft[] => {
  const kinds = [...new Set(living.map(({ what }) => what))]
  const several = kinds.filter((kind) => living.filter(({ what }) => what === kind).length > 1)
  return several.length === 1 ? living.filter(({ what }) => what === several[0]) : living
}

/** "Pip the hedgehog … he": an animal that is spoken of as one speaks of people; null where none can be. */
const animalIds = (
  gender: 'female' | 'male',
  living: readonly Draft[],
): readonly string[] | null => {
  const beasts = living.filter(({ kind }) => kind !== 'person')
  const match =
    beasts.findLast((draft) => draft.gender === gender) ??
    beasts.findLast((draft) => draft.gender === 'unknown' && draft.name !== null) ??
    beasts.findLast((draft) => draft.gender === 'unknown')
  if (!match) return null
  match.gender = gender
  return [match.id]
}

/** "two brothers … one … the other": those who were named with one word, else the last two of the cast. */
const oneOfTwoIds = (word: string, drafts: readonly Draft[]): readonly string[] => {
  const living = drafts.filter((draft) => !isInanimate(draft))
  const together = living.filter(({ start }) => start === living.at(-1)?.start)
  const two = together.length > 1 ? together : living.slice(-2)
  if (two.length < 2) return []
  const meant = /(?:other|youngest)$/.test(word) ? two.at(-1) : two[0]
  return meant ? [meant.id] : []
}

/** "She opens the door" with nobody named before: she is who the film is about. */
const strangerIds = (word: string, start: number, drafts: Draft[]): readonly string[] => {
  if (drafts.some(({ kind }) => kind === 'person')) return []
  const what = word === 'she' ? 'woman' : 'man'
  const id = add(drafts, {
    what,
    kind: 'person',
    noun: what,
    traits: [],
    name: null,
    wears: '',
    start,
  })
  return id === undefined ? [] : [id]
}

/**
 * "A watchmaker … in her workshop", "a detective … his own sister": where only one can be meant, the pronoun is theirs.
 * So it is of a film's only animal.
 */
export const genderByPossessive = (text: string, drafts: readonly Draft[]): void => {
  for (const match of text.matchAll(/(?<!\p{L})(her|his|him)(?!\p{L})/giu)) {
    const gender = match[0].toLowerCase() === 'her' ? 'female' : 'male'
    const people = drafts.filter(({ kind }) => kind === 'person')
    const named = people.filter(({ start }) => start < match.index)
    const before = named.length > 0 ? named : people
    const [only, ...others] = before.filter((draft) => draft.gender === 'unknown')
    const isTheirs = before.every((draft) => draft.gender !== gender)
    if (only && others.length === 0 && isTheirs) adopt(only, gender === 'female' ? 'woman' : 'man')
    const [beast, ...more] = drafts.filter((draft) => !isInanimate(draft))
    if (
      beast &&
      beast.kind !== 'person' &&
      more.every(isRelativeOf(beast)) &&
      beast.gender === 'unknown'
    )
      beast.gender = gender
  }
}

/** Of an animal's kind, and called a mother or a brother. */
const isRelativeOf =
  (beast: Draft) =>
  ({ what, kind }: Draft): boolean =>
    kind !== 'person' && what === beast.what
