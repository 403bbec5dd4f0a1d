import { seededRandom } from '../../../kit/seeded-random.ts'

/** A stream of numbers 0 ≤ n < 1; the same seed gives the same stream. */
export type Random = () => number

/** A seeded stream. */
export const randomFrom = (seed: number): Random => seededRandom(seed)

/** A seed 0…2^32−1 from any words and numbers (FNV-1a with a final mix). */
export const seedOf = (...parts: readonly (string | number)[]): number => {
  let hash = 2166136261
  for (const letter of parts.join('\u0000')) {
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16777619)
  }
  hash ^= hash >>> 16
  hash = Math.imul(hash, 0x85ebca6b)
  hash ^= hash >>> 13
  return hash >>> 0
}

/** A number between two bounds. */
export const between = (random: Random, low: number, high: number): number =>
  low + (high - low) * random()

/**
 * One of some things.
 *
 * @throws TypeError for an empty list
 */
export const oneOf = <Thing>(random: Random, things: readonly Thing[]): Thing => {
  const thing = things[Math.floor(random() * things.length)]
  if (thing === undefined) throw new TypeError('oneOf needs at least one thing')
  return thing
}
