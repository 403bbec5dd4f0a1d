import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitLengths } from './fit-lengths.ts'

const parts = fc.array(
  fc
    .tuple(fc.nat(300), fc.nat(100), fc.nat(200))
    .map(([wanted, least, room]) => ({ wanted, least, most: least + room })),
  { minLength: 1, maxLength: 30 },
)

test('lengths stay in their ranges and sum exactly whenever any lengths could', () => {
  fc.assert(
    fc.property(parts, fc.double({ min: 0, max: 1, noNaN: true }), (list, share) => {
      const least = list.reduce((sum, part) => sum + part.least, 0)
      const most = list.reduce((sum, part) => sum + part.most, 0)
      const total = Math.round(least + (most - least) * share)
      const lengths = fitLengths(list, total)
      expect(lengths?.reduce((sum, length) => sum + length, 0)).toBe(total)
      lengths?.forEach((length, index) => {
        expect(length).toBeGreaterThanOrEqual(list[index]?.least ?? 0)
        expect(length).toBeLessThanOrEqual(list[index]?.most ?? 0)
      })
    }),
  )
})

test('a sum that no lengths can have gives null', () => {
  expect(fitLengths([{ wanted: 5, least: 2, most: 8 }], 9)).toBeNull()
  expect(fitLengths([{ wanted: 5, least: 2, most: 8 }], 1)).toBeNull()
})

test('lengths that already sum up are left alone', () => {
  const list = [24, 48, 120].map((wanted) => ({ wanted, least: 12, most: 240 }))
  expect(fitLengths(list, 192)).toEqual([24, 48, 120])
})
