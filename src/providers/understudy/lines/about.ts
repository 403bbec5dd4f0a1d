import { capital, fillNames } from '../cast/naming.ts'
import type { CastEntry } from '../cast/read-cast.ts'
import type { Reading } from '../reading/read-concept.ts'
import { pluralForm } from '../words/verbs.ts'

/** What a line of ours is about: a line that names nothing of its film says nothing. */
export interface About {
  /** The place as a noun, `the rooftop`; empty for one that has none. */
  readonly place: string
  /** `morning`, `day`, `evening` or `night`. */
  readonly hour: string
  /** Who it is about; empty in a film without anybody. */
  readonly cast: readonly CastEntry[]
}

/**
 * Frames as sentences about a film: `{p}` is its place, `{h}` its hour, `{n}`, `{poss}` and `{obj}` whom it is about.
 * Verbs in square brackets take the number of whom it is about, where nobody is named that of the place. A frame with
 * something that the film has not is left out.
 */
export const filled = (frames: readonly string[], about: About): readonly string[] => {
  const { place, hour, cast } = about
  return frames
    .filter(
      (frame) =>
        !(/\{(?:n|poss|obj)\}/i.test(frame) && cast.length === 0) &&
        !(/\{p\}/i.test(frame) && place === ''),
    )
    .map((frame) => {
      const set = frame
        .replaceAll('{p}', place)
        .replaceAll('{P}', capital(place))
        .replaceAll('{h}', hour)
      if (/\{n\}/i.test(set)) return fillNames(set, cast)
      const isMany = /^the .*[^su]s$/.test(place)
      return set.replace(/\[([a-z]+)\]/g, (_, verb: string) => (isMany ? pluralForm(verb) : verb))
    })
}

/** Drawn places whose word is no noun of its own. */
const nouns: Readonly<Record<string, string>> = {
  'house front': 'the house',
  'city skyline': 'the city',
  'city street': 'the street',
  'canal city': 'the city',
  'shop interior': 'the shop',
  'snow field': 'the white land',
  'moon surface': 'the moon',
  'spaceship cabin': 'the spaceship',
  'castle hall': 'the hall',
  ocean: 'the sea',
  mars: 'Mars',
  space: '',
  underwater: 'the deep',
}

const determined = /^(?:an?|the|his|her|their|its|my|our|this|that)\s+/i

/** Words for where something is that are no name of a place: `at home`, `by the pool`. */
const isPhrase = /^(?:in|on|at|to|by|into|through|across|about|above|inside|aboard)\s|^underwater$/i

/** A place as a noun, in the client's word where there is one: `the bakery`, `Tokyo`. */
export const placeNoun = (reading: Reading, place: string): string => {
  const said = reading.isEnglish
    ? reading.places.find(({ word }) => word === place)?.text.trim()
    : undefined
  if (said === undefined || place === 'space' || isPhrase.test(said))
    return nouns[place] ?? `the ${place}`
  const bare = said.replace(determined, '')
  const isName = /^\p{Lu}/u.test(bare) && !isSentenceStart(reading, bare)
  return isName ? bare : `the ${bare.toLowerCase()}`
}

const isSentenceStart = ({ text }: Reading, word: string): boolean =>
  new RegExp(`(?:^|[.!?:\\n]\\s*)${word}`, 'u').test(text)

const hours: Readonly<Record<string, string>> = {
  dawn: 'morning',
  morning: 'morning',
  day: 'day',
  night: 'night',
}

/** An hour as people call it. */
export const hourNoun = (time: string): string => hours[time] ?? 'evening'
