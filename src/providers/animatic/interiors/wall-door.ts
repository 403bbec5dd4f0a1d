import { type Rgb, readColour } from '../figures/brush/colour.ts'
import { clamp } from '../figures/brush/geometry.ts'
import { tintIn } from '../figures/things/tints.ts'
import { door } from './fittings.ts'
import { block, paintBlock, type Room } from './room.ts'
import type { Window } from './window.ts'

const asked = /\b(?:doors?|doorways?)\b/iu

/** The colour of the door that is asked for among the things of a room; null where none is. */
export const doorAsked = (objects: readonly string[]): Rgb | null => {
  const words = objects.find((object) => asked.test(object))
  return words === undefined ? null : (tintIn(words.toLowerCase()) ?? readColour('#6e4c38'))
}

/** How far a piece of wall stands out with a door in it, before shelves that line the wall, metres. */
const out = 0.36

/** A door in the back wall, beside its window. */
export const wallDoor = (
  room: Room,
  {
    wall,
    colour,
    window,
    side,
  }: {
    readonly wall: Rgb
    readonly colour: Rgb
    readonly window: Window | undefined
    readonly side: number
  },
): void => {
  const most = room.halfWidth - 0.7
  const beside = window ? window.x - side * (window.width / 2 + 0.95) : -side * 0.6
  const x = clamp(beside, -most, most)
  paintBlock(room, block(x, 0, room.back - out, [1.24, room.height, out]), wall)
  door({ ...room, back: room.back - out }, x, colour)
}
