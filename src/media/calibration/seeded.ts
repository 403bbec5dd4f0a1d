/** A stream of numbers 0…1 that is the same for the same seed. */
export type Draw = () => number

/** mulberry32 (T. Ettinger, public domain): small, fast, good enough to vary test pictures. */
export const seededDraw = (seed: number): Draw => {
  let state = (seed ^ 0x9e3779b9) >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A number between two. */
export const between = (draw: Draw, least: number, most: number): number =>
  least + (most - least) * draw()

/**
 * One of a list.
 *
 * @throws TypeError for an empty list
 */
export const oneOf = <Item>(draw: Draw, items: readonly Item[]): Item => {
  const item = items[Math.min(items.length - 1, Math.floor(draw() * items.length))]
  if (item === undefined) throw new TypeError('oneOf needs at least one item')
  return item
}
