import type { Brush } from '../brush/brush.ts'
import { type Rgb, readColour } from '../brush/colour.ts'
import type { Point } from '../brush/geometry.ts'
import { makePen } from './thing.ts'
import { thingNamed } from './things.ts'

/** Something that is thrown. */
export interface Missile {
  /** Its name among things, `ball`; empty for a stone or a stick, which are none of their own. */
  readonly name: string
  /** The shot's own words: `a red ball`. */
  readonly words: string
  /** There are more of them: one is thrown after the other. */
  readonly many: boolean
  /** It stays where it falls. */
  readonly lies: boolean
  readonly paint: (brush: Brush, at: MissilePlace) => void
}

/** Where something is that is thrown: its middle, pixels of a metre, and how far it has turned over, radians. */
export interface MissilePlace {
  readonly at: Point
  readonly metre: number
  readonly turned: number
}

const lump =
  (colour: Rgb, metres: number): Missile['paint'] =>
  (brush, { at, metre, turned }) =>
    brush.oval(at, { rx: metres * metre * 0.55, ry: metres * metre * 0.48, turn: turned }, colour)

const stick: Missile['paint'] = (brush, { at, metre, turned }) => {
  const [x, y] = [Math.cos(turned) * metre * 0.24, Math.sin(turned) * metre * 0.24]
  brush.stroke(
    [
      { x: at.x - x, y: at.y - y },
      { x: at.x + x * 0.3 - y * 0.1, y: at.y + y * 0.3 + x * 0.1 },
      { x: at.x + x, y: at.y + y },
    ],
    Math.max(1.5, metre * 0.04),
    brush.tone(readColour('#7a5234')),
  )
}

const simple: readonly (readonly [RegExp, Missile['paint'], lies: boolean])[] = [
  [/\bsnowballs?\b/u, lump(readColour('#eef2f7'), 0.12), false],
  [/\b(?:stones?|pebbles?|rocks?)\b/u, lump(readColour('#7d7a76'), 0.09), false],
  [/\b(?:sticks?|branch|branches|twigs?)\b/u, stick, true],
  [/\bcoins?\b/u, lump(readColour('#d8b24a'), 0.07), false],
]

/** The tallest that somebody throws, metres. */
const tallest = 0.5

const missileIn = (words: string): Missile | null => {
  const many = /^(?!(?:an?|the|his|her|their|one) )|\b[a-z]+balls\b|\bstones\b|\bpebbles\b/u.test(
    words,
  )
  const own = simple.find(([pattern]) => pattern.test(words))
  if (own) {
    const [pattern, paint, lies] = own
    return { name: '', words: pattern.exec(words)?.[0] ?? '', many, lies, paint }
  }
  const named = thingNamed(words)
  if (!named || named.thing.metres > tallest) return null
  if (named.thing.hold === null && named.thing.name !== 'ball') return null
  const { thing, colour } = named
  return {
    ...{ name: thing.name, words: named.words, many: false, lies: true },
    paint: (brush, { at, metre, turned }) => {
      const size = thing.metres * metre
      const foot = {
        x: at.x - Math.sin(turned) * size * 0.5,
        y: at.y + Math.cos(turned) * size * 0.5,
      }
      thing.paint(makePen(brush, foot, size, 0, turned), colour)
    },
  }
}

const thrown =
  /\b(?:throw(?:s|ing)?|toss(?:es|ing)?|hurl(?:s|ing)?|fling(?:s|ing)?) ((?:[a-z-]+ ?){1,4}?)(?= (?:in|into|on|onto|at|to|for|from|over|with|and|off|up|high|across|through|towards?)\b|[^a-z -]|$)/u

/** What somebody throws, by what is said of them; null for what nobody could throw, such as a party. */
export const missileThrown = (action: string): Missile | null =>
  missileIn(thrown.exec(action)?.[1]?.trim() ?? '')
