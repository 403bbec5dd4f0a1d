import type { Rgb } from '../brush/colour.ts'
import type { Appearance } from '../people/appearance.ts'
import { airyThings } from './airy-things.ts'
import { bagThings } from './bag-things.ts'
import { bigThings } from './big-things.ts'
import { drinkThings } from './drink-things.ts'
import { engineThings } from './engine-things.ts'
import { foodThings } from './food-things.ts'
import { fruitThings } from './fruit-things.ts'
import { householdThings } from './household-things.ts'
import { kitchenThings } from './kitchen-things.ts'
import { machineThings } from './machine-things.ts'
import { type Manner, mannerMeant } from './manner.ts'
import { musicThings } from './music-things.ts'
import { paperThings } from './paper-things.ts'
import { playThings } from './play-things.ts'
import { smallThings } from './small-things.ts'
import { sportThings } from './sport-things.ts'
import type { Thing } from './thing.ts'
import { tintIn } from './tints.ts'
import { toolThings } from './tool-things.ts'
import { transitThings } from './transit-things.ts'
import { treatThings } from './treat-things.ts'
import { wornThings } from './worn-things.ts'
import { yardThings } from './yard-things.ts'

/** Everything that can be drawn by itself; the special stands before the general. */
export const things: readonly Thing[] = [
  ...fruitThings,
  ...playThings,
  ...yardThings,
  ...toolThings,
  ...drinkThings,
  ...musicThings,
  ...engineThings,
  ...sportThings,
  ...transitThings,
  ...bigThings,
  ...bagThings,
  ...kitchenThings,
  ...treatThings,
  ...machineThings,
  ...smallThings,
  ...paperThings,
  ...airyThings,
  ...foodThings,
  ...householdThings,
  ...wornThings,
]

/** A thing as a shot names it. */
export interface NamedThing {
  readonly thing: Thing
  /** The shot's own words. */
  readonly words: string
  readonly colour: Rgb | null
  /** The word by which it goes through the picture, null when it stays. */
  readonly goes: string | null
  /** How, when it goes. */
  readonly manner: Manner
  /** Who sits at the wheel; null for nobody in sight. */
  readonly driver: Appearance | null
}

/** The thing that words name, null when nothing like it can be drawn. */
export const thingNamed = (words: string): NamedThing | null => {
  const lower = words.toLowerCase()
  const [head = ''] = lower.split(/ (?:with|in|on|at|for|from|under|by|beside|near) /u)
  const found = headThing(head) ?? headThing(lower)
  if (!found) return null
  return {
    thing: found,
    words: lower.trim(),
    colour: tintIn(lower.replace(found.pattern, ' ')),
    goes: null,
    manner: 'passes',
    driver: null,
  }
}

/** Whether words name a thing that can be drawn, and not who has it: they end in its name. */
export const isThing = (words: string): boolean => {
  const lower = words.toLowerCase().trim()
  return things.some(({ pattern }) => {
    const match = pattern.exec(lower)
    return match !== null && match.index + match[0].length === lower.length
  })
}

/** Of several things that words name, the last is meant: an oak chair is a chair, car keys are keys. */
const headThing = (words: string): Thing | undefined => {
  const named = things.flatMap((one) => {
    const match = one.pattern.exec(words)
    return match ? [{ one, end: match.index + match[0].length }] : []
  })
  // Of a bowl of noodles the special is meant, wherever it stands.
  if (/ of /u.test(words)) return named[0]?.one
  const last = Math.max(...named.map(({ end }) => end))
  return named.find(({ end }) => end === last)?.one
}

/** The thing that words name with what it does; it goes through the picture when it can and is said to. */
export const thingInMotion = (words: string, action: string): NamedThing | null => {
  const named = thingNamed(words)
  if (!named) return null
  const { travels, rises, place } = named.thing
  const meant = mannerMeant(action, { travels, rises, flies: place === 'air' })
  return meant ? { ...named, goes: meant.word, manner: meant.manner } : named
}

/** The thing of a name in the list above. */
export const thingCalled = (name: string): Thing | undefined =>
  things.find((one) => one.name === name)
