import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Scores } from './review.ts'
import { meanScores, overallScore } from './review.ts'

const score = fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10)
const scores: fc.Arbitrary<Scores> = fc.record({
  ...{ overall: score, visual: score, style: score, technical: score, narrative: score },
  intent: score,
})
const fields = ['overall', 'visual', 'style', 'technical', 'narrative', 'intent'] as const
const parts = ['visual', 'style', 'technical', 'narrative'] as const

test('the overall score lies between the worst and the best of the four', () => {
  fc.assert(
    fc.property(scores, (all) => {
      const four = parts.map((part) => all[part])
      expect(overallScore(all)).toBeGreaterThanOrEqual(Math.min(...four))
      expect(overallScore(all)).toBeLessThanOrEqual(Math.max(...four))
    }),
  )
})

test('a better score in any of the four never lowers the overall one', () => {
  fc.assert(
    fc.property(scores, fc.constantFrom(...parts), (all, part) => {
      const better = { ...all, [part]: 100 }
      expect(overallScore(better)).toBeGreaterThanOrEqual(overallScore(all))
    }),
  )
})

test('picture counts most and story least', () => {
  const only = (part: (typeof parts)[number]): number =>
    overallScore({ ...{ visual: 0, style: 0, technical: 0, narrative: 0 }, [part]: 100 })
  expect(parts.map(only)).toEqual([30, 25, 25, 20])
})

test('the mean of scores lies within them, is theirs when they agree, and is 0 for none', () => {
  fc.assert(
    fc.property(fc.array(scores, { minLength: 1, maxLength: 8 }), (all) => {
      const mean = meanScores(all)
      for (const field of fields) {
        const values = all.map((each) => each[field])
        expect(mean[field]).toBeGreaterThanOrEqual(Math.min(...values))
        expect(mean[field]).toBeLessThanOrEqual(Math.max(...values))
      }
    }),
  )
  fc.assert(fc.property(scores, (one) => void expect(meanScores([one, one, one])).toEqual(one)))
  expect(Object.values(meanScores([]))).toEqual([0, 0, 0, 0, 0, 0])
})
