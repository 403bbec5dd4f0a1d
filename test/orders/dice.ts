import { seededRandom } from '../../src/kit/seeded-random.ts'

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

/** Dice of a seed. */
export const dice = (seed: number): Dice => {
  const next = seededRandom(seed)
  const under = (below: number): number => Math.floor(next() * below)
  return {
    next,
    under,
    chance: (probability) => next() < probability,
    span: (mostMs) => Math.floor(next() ** 3 * mostMs),
    pick: <Value>(values: readonly Value[]) => values[under(values.length)] as Value,
  }
}
