/** Random choices of one schedule: the same seed, the same choices. */
export interface Dice {
  /** 0…1, 1 excluded. */
  next(): number
  /** Whether something of this probability happens. */
  chance(probability: number): boolean
  /** A whole number from 0 up to `below`. */
  under(below: number): number
  /** A duration in milliseconds; short ones are likelier. */
  span(mostMs: number): number
  pick<Value>(values: readonly Value[]): Value
}

/** Dice of a seed (mulberry32, T. Ettinger, public domain). */
export const dice = (seed: number): Dice => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const under = (below: number): number => Math.floor(next() * below)
  return {
    next,
    under,
    chance: (probability) => next() < probability,
    span: (mostMs) => Math.floor(next() ** 3 * mostMs),
    pick: <Value>(values: readonly Value[]) => values[under(values.length)] as Value,
  }
}
