import { type Rgb, readColour } from '../figures/brush/colour.ts'
import { type Dice, makeDice } from '../figures/brush/dice.ts'
import type { Room } from './room.ts'
import type { RoomLight } from './room-light.ts'
import { type Stock, shelves } from './shelves.ts'

/** Furniture that who lies in it may bring along. */
export type Taken = 'bed' | 'sofa'

/** What furniture is chosen and placed by. */
export interface Furnishing {
  readonly room: Room
  readonly seed: number
  readonly lamps: boolean
  readonly air: RoomLight
  /** -1 leaves the left free for people, 1 the right. */
  readonly side: number
  /** Middle of the window, metres. */
  readonly windowX: number
  /** Furniture that people bring themselves by lying in it: the room then has none of its own. */
  readonly taken: readonly Taken[]
}

/** Furniture of one kind of room in two planes. */
export interface Furniture {
  /** Against the back wall. */
  readonly wall: (furnishing: Furnishing) => void
  /** On the floor between the wall and the people. */
  readonly floor: (furnishing: Furnishing) => void
  /** Words for what the two paint. */
  readonly shows: readonly string[]
}

/** Colours of cloth and paint. */
export const accents = ['#8f4d42', '#3f6276', '#5f7358', '#a67a3e', '#6a5474', '#4f6f70'] as const

/** A colour of the seed’s own. */
export const accent = (seed: number): Rgb => readColour(makeDice(seed ^ 0x9d).pick(accents))

/** Shelves against the back wall: span is the lower edge, the upper edge and how many boards. */
export const shelf = (
  room: Room,
  x: number,
  wide: number,
  stock: Stock,
  dice: Dice,
  span: readonly [number, number, number] = [0, 2.1, 5],
  colour = '#7a5a40',
): void =>
  shelves(
    room,
    { x, z: room.back - 0.32 },
    { wide, low: span[0], high: span[1], rows: span[2], stock, colour: readColour(colour), dice },
  )
