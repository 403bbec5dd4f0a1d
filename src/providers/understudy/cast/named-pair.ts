import type { CastEntry, CastReading } from './read-cast.ts'

/**
 * "Two people talk: Anna tells Ben …": a pair without names, and two names of whom nothing is said that the pair cannot
 * be, are the same two.
 */
export const withNamedPair = (text: string, reading: CastReading): CastReading => {
  const people = reading.cast.filter(({ kind }) => kind === 'person')
  const pair = people.filter(
    (entry) =>
      entry.name === null && people.filter(({ start }) => start === entry.start).length === 2,
  )
  const [first, second] = pair
  const names = people.filter(
    (entry) => entry.name !== null && (isAnybody(entry) || isIntroduced(text, pair, entry)),
  )
  const named = people.filter(({ name }) => name !== null)
  if (!(first && second) || pair.length !== 2 || names.length !== 2 || named.length !== 2)
    return reading
  const isLater = names.every(({ start }) => start > first.start)
  if (!(isLater || isCouple(text, names)) || !names.every((entry) => canBe(entry, pair)))
    return reading
  const [kept, gone] = isLater ? [pair, names] : [names, pair]
  const idOf = new Map(gone.map(({ id }, index) => [id, kept[index]?.id ?? id]))
  const couple = kept.map((entry, index) => merged(entry, gone[index]))
  return {
    ...reading,
    cast: reading.cast.flatMap((entry) =>
      idOf.has(entry.id) ? [] : [couple.find(({ id }) => id === entry.id) ?? entry],
    ),
    mentions: reading.mentions.map((mention) => ({
      ...mention,
      ids: [...new Set(mention.ids.map((id) => idOf.get(id) ?? id))],
    })),
  }
}

/** Two entries of one, of which one has the name, under the id of the first. */
const merged = (first: CastEntry, second: CastEntry | undefined): CastEntry => {
  const named = first.name === null && second ? second : first
  return {
    ...named,
    id: first.id,
    traits: [...new Set([...first.traits, ...(second?.traits ?? [])])],
    wears: first.wears || (second?.wears ?? ''),
    // Named with one word they are seen together.
    start: first.start,
  }
}

/** Of whom no trade is told: any woman, any boy. */
const isAnybody = ({ noun }: CastEntry): boolean =>
  /^(?:|woman|man|girl|boy|lady|gentleman|person|child|teenager|student)$/.test(noun)

/** "Two friends argue: Sara, a baker, and Ben": whoever is named behind a colon or a dash. */
const isIntroduced = (text: string, pair: readonly CastEntry[], { start }: CastEntry): boolean => {
  const from = pair[0]?.start ?? 0
  return start > from && /^[^.!?\n]*[:—–(][^.!?\n]*$/u.test(text.slice(from, start))
}

/** "Wedding invitation for Clara and James. A couple dances": the two who are named for nothing they do. */
const isCouple = (text: string, [first, second]: readonly CastEntry[]): boolean =>
  first?.name !== undefined &&
  second !== undefined &&
  /^\s*(?:and|&|\+)\s*$/u.test(text.slice(first.start + (first.name?.length ?? 0), second.start)) &&
  (/\b(?:for|of|about|with|between|by)\s+$/iu.test(text.slice(0, first.start)) ||
    /\b(?:wedding|marry|married|engagement|anniversary)\b/iu.test(text))

/** Two women are no man. */
const canBe = (named: CastEntry, pair: readonly CastEntry[]): boolean =>
  named.gender === 'unknown' ||
  pair.some(({ gender }) => gender === 'unknown' || gender === named.gender)
