import { seededRandom } from '../../../../kit/seeded-random.ts'

/** A stable 32-bit number of a text (FNV-1a). */
export const hashText = (text: string): number => {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  return hash >>> 0
}

/** A row of numbers that looks random and is always the same for one seed. */
export interface Dice {
  /** The next number, 0 <= n < 1. */
  readonly roll: () => number
  /** A number between two bounds. */
  readonly between: (low: number, high: number) => number
  /** One of a list; the list must not be empty. */
  readonly pick: <Item>(items: readonly [Item, ...Item[]]) => Item
}

/** Dice for a seed. */
export const makeDice = (seed: number): Dice => {
  const roll = seededRandom(seed)
  return {
    roll,
    between: (low, high) => low + (high - low) * roll(),
    pick: (items) => items[Math.floor(roll() * items.length)] ?? items[0],
  }
}
