/** A stream of numbers 0 ≤ n < 1; the same seed gives the same stream. */
export type Random = () => number

/** A seeded stream (mulberry32). */
export const randomFrom = (seed: number): Random => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

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
