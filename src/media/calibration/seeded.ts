import { seededRandom } from '../../kit/seeded-random.ts'

/** A stream of numbers 0…1 that is the same for the same seed. */
export type Draw = () => number

/** A stream of its own beside what else is drawn from the seed. */
export const seededDraw = (seed: number): Draw => seededRandom(seed ^ 0x9e3779b9)

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
