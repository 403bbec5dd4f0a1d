import { expect, test } from 'vitest'
import { catalogue } from '../catalogue.ts'
import type { CatalogueModel } from '../domain/catalogue-model.ts'
import type { Script } from '../domain/script.ts'
import { rate24 } from '../domain/time.ts'
import { spareNotes } from './vendor-fit.ts'

const script = (seconds: number): Script =>
  ({
    pilot: 'p1',
    scenes: [{ number: 1, shots: [{ id: '1A', length: Math.round(seconds * 24) }] }],
  }) as unknown as Script

test('a shot that its spare frames push into a far longer clip is told, and no other', () => {
  const [model] = catalogue
  if (!model) throw new Error('no model')
  const making = (seconds: readonly number[] | null): Pick<CatalogueModel, 'limits'> => ({
    limits: { ...model.limits, seconds },
  })
  const told = (seconds: readonly number[] | null, length: number): readonly string[] =>
    spareNotes(making(seconds), { rate: rate24 }, script(length))
  expect(told([5, 10], 5)).toEqual([
    '1A is 5 s long and paid for as a clip of 10 s: with the 0.5 s that the edit needs to spare, the clip of 5 s does not hold it.',
  ])
  expect(told([5, 10], 113 / 24)[0]).toMatch(/^1A is 4\.71 s long/)
  expect(told([5, 10], 4)).toEqual([])
  expect(told([5, 6, 7], 5)).toEqual([])
  expect(told(null, 5)).toEqual([])
})
