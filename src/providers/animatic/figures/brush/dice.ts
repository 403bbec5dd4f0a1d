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

/** Dice for a seed (mulberry32). */
export const makeDice = (seed: number): Dice => {
  let state = seed >>> 0
  const roll = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  return {
    roll,
    between: (low, high) => low + (high - low) * roll(),
    pick: (items) => items[Math.floor(roll() * items.length)] ?? items[0],
  }
}
