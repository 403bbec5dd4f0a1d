import { callOf, groupName } from '../cast/naming.ts'
import type { CastEntry } from '../cast/read-cast.ts'
import type { About } from '../lines/about.ts'
import { hourNoun, placeNoun } from '../lines/about.ts'
import type { Reading } from '../reading/read-concept.ts'
import type { Setting } from '../reading/setting.ts'
import { isInanimate } from '../words/acting-things.ts'
import { byId } from './place-of-clause.ts'

/** What the first words of a film can be about. */
export const aboutStart = (reading: Reading, setting: Setting): About => {
  const lead = leadOf(reading)
  return {
    place: placeNoun(reading, setting.places[0] ?? ''),
    hour: hourNoun(setting.timeAt(0)),
    cast: lead ? companyOf(reading, lead) : [],
  }
}

/** What the last words of a film can be about: where it ends, and who does what is done last. */
export const aboutEnd = (reading: Reading, setting: Setting): About => {
  const last = reading.clauses.at(-1)
  const doing = byId(reading, last?.castIds ?? []).filter((member) => !isInanimate(member))
  const lead = leadOf(reading)
  const others = lead ? companyOf(reading, lead) : []
  return {
    place: placeNoun(reading, setting.places.at(-1) ?? ''),
    hour: hourNoun(reading.times.at(-1)?.word ?? setting.timeAt(0.99)),
    cast: last && last.castIds.length > 0 ? doing : others,
  }
}

/** Whoever the film is about first; things are nobody. */
const leadOf = ({ cast }: Reading): CastEntry | undefined =>
  cast.find((member) => !isInanimate(member))

/** Somebody with all who are called the same, or who were named with them in one word: `the friends`, `the couple`. */
export const companyOf = ({ cast }: Reading, member: CastEntry): readonly CastEntry[] => {
  const named = cast.filter(({ start }) => start === member.start)
  return groupName(named) === null
    ? cast.filter((other) => callOf(other) === callOf(member))
    : named
}
