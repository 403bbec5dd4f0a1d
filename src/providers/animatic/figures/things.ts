import { airyThings } from './airy-things.ts'
import type { Appearance } from './appearance.ts'
import { bigThings } from './big-things.ts'
import { type Rgb, readColour } from './colour.ts'
import { foodThings } from './food-things.ts'
import { fruitThings } from './fruit-things.ts'
import { smallThings } from './small-things.ts'
import type { Thing } from './thing.ts'

/** Everything that can be drawn by itself; the special stands before the general. */
export const things: readonly Thing[] = [
  ...fruitThings,
  ...bigThings,
  ...smallThings,
  ...airyThings,
  ...foodThings,
]

/** A thing as a shot names it. */
export interface NamedThing {
  readonly thing: Thing
  /** The shot's own words. */
  readonly words: string
  readonly colour: Rgb | null
  /** The word by which it goes through the picture, null when it stays. */
  readonly goes: string | null
  /** Where to, when it goes. */
  readonly way: 'across' | 'up'
  /** Who sits at the wheel; null for nobody in sight. */
  readonly driver: Appearance | null
}

const colours: Readonly<Record<string, string>> = {
  red: '#b03a34',
  blue: '#3f6699',
  green: '#4f7a55',
  yellow: '#d9ac3c',
  orange: '#cf7334',
  purple: '#6b4a80',
  pink: '#d08a98',
  white: '#e9e6df',
  black: '#2b2a30',
  brown: '#6e4c36',
  grey: '#7d8087',
  gray: '#7d8087',
  gold: '#c79a3e',
  golden: '#c79a3e',
  silver: '#a9adb4',
  teal: '#2f7478',
  turquoise: '#3f9a98',
  navy: '#2b3b5c',
  cream: '#e4d8bc',
  beige: '#cdb894',
  burgundy: '#6f2b38',
  mustard: '#c1952f',
  violet: '#7a569c',
  copper: '#a8623a',
  bronze: '#8a6a3c',
}

/** The thing that words name, null when nothing like it can be drawn. */
export const thingNamed = (words: string): NamedThing | null => {
  const lower = words.toLowerCase()
  const found = things.find(({ pattern }) => pattern.test(lower))
  if (!found) return null
  const named = lower.split(/[^a-z]+/u).find((word) => colours[word])
  const tone = named ? colours[named] : undefined
  return {
    thing: found,
    words: lower.trim(),
    colour: tone ? readColour(tone) : null,
    goes: null,
    way: 'across',
    driver: null,
  }
}

const going =
  /\b(?:pass(?:es|ing)?|driv(?:es?|ing)|speed(?:s|ing)?|rac(?:es|ing)|goes|going|arriv(?:es|ing)|mov(?:es|ing)|travels?|roll(?:s|ing)|cruis(?:es|ing)|cross(?:es|ing)|fl(?:ies|ying)|sail(?:s|ing)?|leav(?:es|ing)|drift(?:s|ing)?)\b/u

const rising =
  /\b(?:launch(?:es|ing)?|lift(?:s|ing)? off|tak(?:es|ing) off|blast(?:s|ing)? off|ris(?:es|ing)|ascend(?:s|ing)?|soar(?:s|ing)?|fl(?:ies|ying)|climb(?:s|ing)?|shoots? up)\b/u

/** The thing that words name with what it does; it goes through the picture when it can and is said to. */
export const thingInMotion = (words: string, action: string): NamedThing | null => {
  const named = thingNamed(words)
  const goes = going.exec(action.toLowerCase())?.[0] ?? null
  if (named?.thing.travels) return { ...named, goes }
  const rises = rising.exec(action.toLowerCase())?.[0] ?? null
  return named?.thing.rises ? { ...named, goes: rises, way: 'up' } : named
}

/** The thing of a name in the list above. */
export const thingCalled = (name: string): Thing | undefined =>
  things.find((one) => one.name === name)
