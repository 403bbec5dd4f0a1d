import type { SubjectReply } from '../../../domain/crew-tasks.ts'
import { callOf } from '../cast/naming.ts'
import type { CastEntry } from '../cast/read-cast.ts'
import type { Reading } from '../reading/read-concept.ts'
import { animals } from '../words/vocabulary.ts'

/**
 * The word by which somebody of the cast counts as shown: what they are drawn as; where others are drawn as the same, what
 * they are called, so that one man is not taken for another.
 */
export const shownAs = ({ cast }: Pick<Reading, 'cast'>, entry: CastEntry): string => {
  if (machine.test(entry.noun)) return entry.noun.toLowerCase()
  return cast.some(
    ({ what, ...other }) => what === entry.what && callOf({ what, ...other }) !== callOf(entry),
  )
    ? callOf(entry).toLowerCase()
    : entry.what
}

/** A robot vacuum is no robot that walks. */
const machine = /^robot(?:ic)?\s+(?:vacuum(?: cleaner)?|hoover|(?:lawn ?)?mower|arm)$/i

/** The words by which all of a company count as shown: two bears are not one. */
export const companyShownAs = (
  reading: Pick<Reading, 'cast'>,
  members: readonly CastEntry[],
): readonly string[] =>
  [...new Set(members.map((member) => shownAs(reading, member)))].map((word) => {
    const count = members.filter((member) => shownAs(reading, member) === word).length
    return count > 1 ? `${count} × ${word}` : word
  })

/** Those of a picture by what they are called, and how many there are of a kind. */
export const figuresIn = (
  subjects: readonly Pick<SubjectReply, 'castId' | 'what' | 'count'>[],
  cast: readonly CastEntry[],
): readonly string[] => {
  const named = subjects.flatMap(({ castId }) => cast.filter(({ id }) => id === castId)).map(callOf)
  const kinds = [...subjects.map(({ what }) => what), ...named.map((name) => name.toLowerCase())]
  return [
    ...kinds,
    ...[...new Set(kinds)].flatMap((kind) => {
      const counted = subjects
        .filter(
          ({ what, castId }) =>
            what === kind ||
            cast.some((one) => one.id === castId && callOf(one).toLowerCase() === kind),
        )
        .reduce((sum, { count }) => sum + count, 0)
      return Array.from(
        { length: Math.max(0, counted - 1) },
        (_, index) => `${index + 2} × ${kind}`,
      )
    }),
  ]
}

const colours =
  /^(?:red|orange|yellow|golden|green|teal|turquoise|blue|purple|violet|pink|brown|white|black|gr[ea]y|silver)$/

/** An animal in the colour that the client gives it: `red fox`; null where none is given, as to a golden retriever. */
export const colouredAs = ({ what, noun, traits, kind }: CastEntry): string | null => {
  if (kind !== 'animal') return null
  const kin = animals.find(noun).at(-1)
  const colour = [...traits, ...noun.slice(0, kin?.start ?? 0).split(/\s+/)].find((word) =>
    colours.test(word),
  )
  return colour === undefined ? null : `${colour} ${what}`
}
