import type { StageLayer } from '../stage-types.ts'
import type { Actor } from './actor.ts'
import type { Rgb } from './brush/colour.ts'
import type { Point } from './brush/geometry.ts'
import type { FigureRequest } from './figure-request.ts'
import { isTight } from './framing.ts'
import { touchMark } from './hands-on.ts'
import { isMarkInSight } from './in-sight.ts'
import type { Performance } from './performance.ts'
import type { NamedThing } from './things/things.ts'
import { tintIn } from './things/tints.ts'

/** Those who are near, and how they are looked at. */
export interface PropSight extends Pick<FigureRequest, 'framing' | 'seconds'> {
  readonly near: readonly Actor[]
  /** Width over height of the picture. */
  readonly aspect: number
  /** A painter of them all that tells where what is far from a body is. */
  readonly painterWith: (mark: Performance['mark']) => StageLayer['paint']
}

/** What lies under the feet, which a picture from the waist up does not show. */
const underfoot: readonly string[] = ['skis', 'surfboard', 'board']

/** What is seen far from the body of who does something, if at all. */
const apart: readonly (readonly [string, (actor: Actor) => boolean])[] = [
  ['kite', ({ action }) => action.kind === 'kite'],
  [touchMark, ({ tends }) => tends !== null],
]

/** What the doing of those who are near brings along and is not in the picture: a kite above its upper edge, a hand on an animal. */
export const hiddenProps = (request: PropSight): ReadonlySet<string> => {
  const { near, framing, aspect, seconds, painterWith } = request
  const isOut = (sought: string): boolean => {
    const marks: Point[] = []
    const paint = painterWith((thing, at) => {
      if (thing === sought) marks.push(at)
    })
    return !isMarkInSight({ aspect, seconds, marks, paint })
  }
  const out = apart.flatMap(([thing, isFor]) => (near.some(isFor) && isOut(thing) ? [thing] : []))
  return new Set([...(isTight(framing) ? underfoot : []), ...out])
}

/** What a movement brings along has a colour of its own: only what is tinted by the words of the deed has theirs. */
export const asDrawn = (named: NamedThing, actors: readonly Actor[]): NamedThing => {
  const { thing, colour } = named
  const isTinted =
    tinted.has(thing.name) && actors.some(({ actionText }) => isSame(tintIn(actionText), colour))
  return colour === null || thing.worn || isTinted ? named : { ...named, words: thing.name }
}

const isSame = (one: Rgb | null, other: Rgb | null): boolean =>
  one?.r === other?.r && one?.g === other?.g && one?.b === other?.b

const tinted: ReadonlySet<string> = new Set(['kite', 'bicycle', 'motorcycle', 'scooter'])
