import { expect, test } from 'vitest'
import type { IntentContract } from '../domain/intent-contract.ts'
import { uncoveredWishes } from './report.ts'

const contract: IntentContract = {
  schema: 'intent-contract@1',
  hash: '',
  items: [
    { id: 'i1', kind: 'must-not', claim: 'no night in the film', words: ['night'], weight: 0.3 },
    { id: 'i2', kind: 'must-not', claim: 'no cars in the film', words: ['car'], weight: 0.3 },
    { id: 'i3', kind: 'entity', claim: 'a dog is seen', words: ['dog'], weight: 0.4 },
  ],
}

type Told = Parameters<typeof uncoveredWishes>[0]

const told = (covered: readonly string[], violated: readonly string[]): Told => ({
  contract,
  verdict: { winner: 'p1' } as Told['verdict'],
  takes: [
    { pilot: 'p1', state: 'circled', review: { covered, violated } },
  ] as unknown as Told['takes'],
})

test('a must-not that the film breaks is named among the wishes it does not meet', () => {
  expect(uncoveredWishes(told(['i3'], ['night'])).map(({ claim }) => claim)).toEqual([
    'no night in the film, yet it is seen',
  ])
})

test('a must-not that is kept is not', () => {
  expect(uncoveredWishes(told([], [])).map(({ id }) => id)).toEqual(['i3'])
})
