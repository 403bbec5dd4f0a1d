import { describe, expect, test } from 'vitest'
import type { DefectKind } from '../../domain/review.ts'
import { type DefectStatistics, thresholdDefects } from '../quality-gates-statistics.ts'
import { type MeasuredCase, rejudge, tally, tuneThresholds, wilson } from './tune.ts'

const quiet = { value: Number.NaN, at: null }

const caseOf = (defect: DefectKind | null, noise: number, washedOut: number): MeasuredCase => ({
  seed: 1,
  defect,
  words: '',
  found: [],
  statistics: {
    ...(Object.fromEntries(thresholdDefects.map((kind) => [kind, quiet])) as DefectStatistics),
    noise: { value: noise, at: null },
    'washed-out': { value: washedOut, at: null },
  },
})

describe('wilson', () => {
  test('gives the intervals of the textbook, and stays within 0 and 1', () => {
    // Newcombe 1998, table I: 81 of 263 and 0 of 20.
    expect(wilson(81, 263).least).toBeCloseTo(0.2553, 3)
    expect(wilson(81, 263).most).toBeCloseTo(0.3662, 3)
    expect(wilson(0, 20).least).toBe(0)
    expect(wilson(0, 20).most).toBeCloseTo(0.1611, 3)
  })
})

describe('tuneThresholds', () => {
  const cases = [
    ...[1, 2, 3].map((noise) => caseOf(null, noise, 120)),
    ...[20, 25].map((noise) => caseOf('noise', noise, 110)),
    ...[30, 40].map((contrast) => caseOf('washed-out', 2, contrast)),
  ]

  test('puts a threshold into the middle of the gap, on the side its gate closes to', () => {
    const tuned = tuneThresholds(cases)
    expect(tuned.noise).toBe(11.5)
    expect(tuned['washed-out']).toBe(80)
  })

  test('judged with them, every clip of the set is judged rightly', () => {
    const counted = tally(rejudge(cases, tuneThresholds(cases)))
    expect(counted.found).toMatchObject({ hits: 4, total: 4 })
    expect(counted.falseAlarms).toMatchObject({ hits: 0, total: 3 })
  })

  test('one odd good clip does not make a gate blind', () => {
    const odd = [
      ...cases,
      ...Array.from({ length: 40 }, () => caseOf(null, 2, 120)),
      caseOf(null, 99, 120),
    ]
    expect(tuneThresholds(odd).noise).toBeLessThan(20)
  })
})
