import { callOf } from '../cast/naming.ts'
import type { CastEntry } from '../cast/read-cast.ts'
import { isInanimate, isMany } from '../words/acting-things.ts'
import { otherThings } from '../words/made-things.ts'
import { objects } from '../words/vocabulary.ts'
import type { Clause } from './clause.ts'
import type { Reading } from './read-concept.ts'

/** Whom "him", "her", "them" and "it" mean after a verb: the one named last who can be meant. */
export const meantByPronoun = (reading: Reading, clause: Clause): readonly string[] => {
  const word =
    /^(?:(?:(?:an?|the|his|her|their|its|some)\s+)?(?:[\p{L}-]+\s+){0,4}?(?:to|with|for)\s+|(?:at|after)\s+)?(him|her|them|it)(?=$|\s+(?:\p{L}+ly|home|away|back|up|down|in|on|at|to|into|out|from|by|with|through|over|off|for|\p{Ll}+)\b)/iu
      .exec(clause.rest)?.[1]
      ?.toLowerCase()
  if (word === undefined) return []
  const before = reading.castMentions
    .filter(({ end }) => end <= clause.start)
    .flatMap(({ ids }) => ids)
  const others = before
    .toReversed()
    .flatMap((id) => reading.cast.find((member) => member.id === id) ?? [])
    .filter(({ id }) => !clause.castIds.includes(id))
  if (word === 'them') return [...new Set(others.map(({ id }) => id))].slice(0, 4)
  const own = word === 'him' ? 'male' : 'female'
  const isMeant = ({ kind, gender, noun }: CastEntry): boolean => {
    if (word === 'it') return kind !== 'person' && !isMany(noun)
    return kind === 'person' && (gender === own || gender === 'unknown')
  }
  // "helps him look": an animal with a name of its own, or one that was called "he" before.
  const isBeast = ({ kind, what, name, gender }: CastEntry): boolean =>
    kind !== 'person' &&
    !isInanimate({ kind, what }) &&
    (gender === own || (gender === 'unknown' && name !== null))
  const meant = others.find(isMeant) ?? others.find(isBeast)
  return meant ? [meant.id] : []
}

/** "finds a letter and reads it": the words after the last verb that has any; empty where the clause names what it is about. */
export const restBefore = ({ clauses }: Reading, { rest, start }: Clause): string =>
  /\b(?:it|them)\b/i.test(rest)
    ? (clauses
        .filter((clause) => clause.start < start)
        .slice(-3)
        .findLast(namesThing)?.rest ?? '')
    : ''

const object =
  /^(?:(?:for|up|at|on|down|out|go\s+of)\s+)?(an?\s+|the\s+|his\s+|her\s+|their\s+|its\s+|some\s+)?((?:[\p{L}-]+\s+){0,2}?[\p{L}-]+)(?=\s+(?:in|on|at|by|to|with|from|of|for|and|through|under|over|into|near|behind|during|before|after|late|early|again|there|here|alone|together|today|tonight|all|\p{L}+ly)(?!\p{L})|\s*$)/iu

/** What something is done to, by the words after a verb: `perfect wave`; empty for nothing. */
export const objectOf = (rest: string): string => {
  const [, article, noun = ''] = object.exec(rest) ?? []
  const isThing =
    article !== undefined || [objects, otherThings].some((list) => list.find(noun)[0]?.start === 0)
  return isThing ? noun : ''
}

const namesThing = ({ rest }: Clause): boolean => objectOf(rest) !== ''

/** What "it" is after a verb, as it can be named again: `the perfect wave`; empty where nothing is called so or nobody knows. */
export const thingMeant = (reading: Reading, clause: Clause): string => {
  // "helps him repair it": what is done is done to it.
  const done = clause.phrase.replace(/^\p{L}+\s*/u, '')
  const said = isIt.test(clause.rest) ? clause : { ...clause, rest: done }
  if (!(reading.isEnglish && isIt.test(said.rest))) return ''
  const [id] = meantByPronoun(reading, { ...clause, rest: 'it' })
  const animal = reading.cast.find((member) => member.id === id)
  if (animal) return callOf(animal)
  const noun = objectOf(restBefore(reading, said))
  return noun === '' ? '' : `the ${noun}`
}

const isIt =
  /^(?:(?:(?:an?|the|his|her|their|some)\s+)?(?:[\p{L}-]+\s+){0,3}?(?:to|with)\s+|(?:at|after|for|on|into)\s+)?it(?!\p{L})/iu

/** Words after a verb with what "it" is by its name. */
export const withItNamed = (words: string, thing: string): string =>
  thing === '' ? words : words.replace(/(?<!\p{L})it(?!\p{L})/u, thing)
