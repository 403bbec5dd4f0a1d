import { paintFlyingBird, paintStandingBird, plumage } from '../animals/flock.ts'
import { speciesOf } from '../animals/species.ts'
import type { Brush } from '../brush/brush.ts'
import type { Point } from '../brush/geometry.ts'
import { makePen } from './thing.ts'
import { thingNamed } from './things.ts'

/** Something that rises by itself when nobody holds it: a balloon, a bird. */
export interface Flier {
  /** `balloon`, `bird`. */
  readonly name: string
  /** The shot's own words: `red balloon`. */
  readonly words: string
  /** Its height, metres. */
  readonly metres: number
  readonly paint: (brush: Brush, at: FlierPlace) => void
}

/** Where something is that may be let go. */
export interface FlierPlace {
  /** The hand that holds it, or where that would be. */
  readonly at: Point
  /** Pixels of its height. */
  readonly size: number
  readonly time: number
  /** −1 goes to the left, 1 to the right. */
  readonly way: number
  readonly held: boolean
}

const afloat: ReadonlySet<string> = new Set(['balloon', 'lantern', 'kite', 'butterfly', 'bee'])

const bird = (words: string): Flier => ({
  ...{ name: 'bird', words, metres: 0.3 },
  paint: (brush, { at, size, time, way, held }) => {
    const paint = held ? paintStandingBird : paintFlyingBird
    paint({ ...{ brush, at, way, time }, size: size * 0.9, seed: 5, colour: plumage(words) })
  },
})

/** What words name that flies off when it is let go; null for what does not. */
const flierIn = (words: string): Flier | null => {
  if (speciesOf(words) === 'bird') return bird(words)
  const named = thingNamed(words)
  if (!named || !afloat.has(named.thing.name)) return null
  const { thing, colour } = named
  return {
    ...{ name: thing.name, words: named.words, metres: thing.metres },
    paint: (brush, { at, size, time }) => {
      const foot = thing.hold === 'foot' ? at.y : at.y + size * 0.5
      thing.paint(makePen(brush, { x: at.x, y: foot }, size, time), colour)
    },
  }
}

const article = '(?:(?:an?|the|his|her|their|its|one) )?'
const noun =
  '((?:[a-z-]+ ?){1,3}?)(?= (?:in|into|on|at|to|from|over|with|and|fl|ris|float|drift|soar|vanish|disappear|sail)|[^a-z -]|$)'

const released = new RegExp(String.raw`\breleas(?:es?|ing) ${article}${noun}`, 'u')
const watched = new RegExp(
  String.raw`\b(?:look(?:s|ing)?|gaz(?:es?|ing)|watch(?:es|ing)?|star(?:es?|ing)) (?:up )?(?:at |after )?${article}${noun}`,
  'u',
)
const goesOff =
  /\b(?:fl(?:y|ies|ying)|float(?:s|ing)?|drift(?:s|ing)?|ris(?:es?|ing)|soar(?:s|ing)?|sail(?:s|ing)?|vanish(?:es|ing)?|disappear(?:s|ing)?|in the (?:[a-z]+ )?(?:sky|air)|overhead)\b/u

const flierOf = (pattern: RegExp, action: string): Flier | null => {
  const words = pattern.exec(action)?.[1]?.trim() ?? ''
  return words === '' ? null : flierIn(words)
}

/** What somebody lets go of, by what is said of them: `releases a red balloon`; null for nothing that flies. */
export const flierReleased = (action: string): Flier | null => flierOf(released, action)

/** What somebody sees fly away: `looks at the red balloon fly away`; null for nothing. */
export const flierWatched = (action: string): Flier | null =>
  goesOff.test(action) ? flierOf(watched, action) : null

const skyward =
  /\b(?:look|gaz|star|watch)[a-z]* up\b|\b(?:sky|stars|moon|fireworks|northern lights|aurora|clouds)\b/u

/** Whether somebody who looks does so at the sky. */
export const looksUp = (action: string): boolean =>
  skyward.test(action) || flierWatched(action) !== null
