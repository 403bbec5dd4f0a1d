import type { CastEntry, CastReading } from './read-cast.ts'

/**
 * "Two people talk: Anna tells Ben …": a pair without names, and two names that nothing else is said of, are the same
 * two.
 */
export const withNamedPair = (reading: CastReading): CastReading => {
  const people = reading.cast.filter(({ kind }) => kind === 'person')
  const pair = people.filter(
    (entry) =>
      entry.name === null && people.filter(({ start }) => start === entry.start).length === 2,
  )
  const [first, second] = pair
  const names = people.filter(({ name, noun }) => name !== null && noun === '')
  if (!(first && second) || pair.length !== 2 || names.length !== 2) return reading
  if (names.some((named) => named.start < first.start || !canBe(named, pair))) return reading
  const idOf = new Map(names.map(({ id }, index) => [id, pair[index]?.id ?? id]))
  const named = names.map((entry, index) => ({
    ...entry,
    id: pair[index]?.id ?? entry.id,
    traits: pair[index]?.traits ?? [],
    wears: entry.wears || (pair[index]?.wears ?? ''),
    start: first.start,
  }))
  return {
    ...reading,
    cast: reading.cast.flatMap((entry) =>
      idOf.has(entry.id) ? [] : [named.find(({ id }) => id === entry.id) ?? entry],
    ),
    mentions: reading.mentions.map((mention) => ({
      ...mention,
      ids: [...new Set(mention.ids.map((id) => idOf.get(id) ?? id))],
    })),
  }
}

/** Two women are no man. */
const canBe = (named: CastEntry, pair: readonly CastEntry[]): boolean =>
  named.gender === 'unknown' ||
  pair.some(({ gender }) => gender === 'unknown' || gender === named.gender)
