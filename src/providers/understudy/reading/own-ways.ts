import type { CastEntry } from '../cast/read-cast.ts'
import { waysOfAnimal } from '../words/vocabulary.ts'
import type { Clause } from './read-clauses.ts'

/** Clauses in which who has no legs to go on goes in its own way: a bee that visits flowers flies to them. */
export const inOwnWay = (
  clauses: readonly Clause[],
  cast: readonly CastEntry[],
): readonly Clause[] =>
  clauses.map((clause) => {
    if (clause.action !== 'walks' && clause.action !== 'runs') return clause
    const actors = cast.filter(({ id }) => clause.castIds.includes(id))
    const [way] = actors.map(wayOf)
    if (way === undefined || actors.some((actor) => wayOf(actor) !== way)) return clause
    return { ...clause, action: way, phrase: clause.phrase.replace(/^(?:walks|runs)\b/, way) }
  })

/** How a flier or swimmer goes; undefined for who can walk, as birds can. */
const wayOf = ({ kind, what }: CastEntry): string | undefined => {
  const [way] = waysOfAnimal(what)
  return kind !== 'animal' || way === 'walks' || /^(?:bird|owl)$/.test(what) ? undefined : way
}
