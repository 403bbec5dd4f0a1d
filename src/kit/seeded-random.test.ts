import { expect, test } from 'vitest'
import { seededRandom } from './seeded-random.ts'

test('the numbers of a seed are always the same, in every version', () => {
  const next = seededRandom(7)
  expect([next(), next(), next()]).toEqual([
    0.011704753153026104, 0.06195825757458806, 0.97690763277933,
  ])
})

test('other seeds have other numbers, all from 0 up to 1', () => {
  const [one, other] = [seededRandom(1), seededRandom(2)]
  const drawn = Array.from({ length: 1000 }, () => [one(), other()] as const)
  expect(drawn.some(([a, b]) => a === b)).toBe(false)
  const mean = drawn.reduce((sum, [a]) => sum + a, 0) / drawn.length
  expect(mean).toBeGreaterThan(0.45)
  expect(mean).toBeLessThan(0.55)
  expect(drawn.flat().every((value) => value >= 0 && value < 1)).toBe(true)
})

test('a seed counts by its lowest 32 bits', () => {
  expect(seededRandom(-1)()).toBe(seededRandom(2 ** 32 - 1)())
})
