import { describe, expect, test } from 'vitest'
import type { IntentContract } from '../domain/intent-contract.ts'
import { filmScores, uncoveredWishes } from './report.ts'

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

test('what the crew has added to a contract is not missed', () => {
  const { verdict } = told([], [])
  const beat = {
    id: 'i4',
    kind: 'narrative-beat',
    claim: 'something happens',
    words: ['turn'],
  } as const
  const items = [...contract.items, { ...beat, weight: 0.002 }]
  const film = { verdict, contract: { ...contract, items }, takes: told(['i3'], []).takes }
  expect(uncoveredWishes(film)).toEqual([])
})

test('a film about one dog that is not in most of it does not keep its whole intent', () => {
  const shots = [1, 2, 3, 4].map((id) => ({
    id: `${id}A`,
    picture: { subjects: id === 1 ? [{ castId: 'dog', what: 'dog' }] : [] },
  }))
  const film = (shown: number): number | undefined =>
    filmScores(
      shots.slice(0, shown).map(({ id }) => ({
        ...{ pilot: 'p1', state: 'circled', shot: id, wanted: 24, depicted: [] },
        review: { covered: ['i3'], missing: [], violated: [], scores: {} },
      })) as unknown as Parameters<typeof filmScores>[0],
      'p1',
      contract,
      {
        cast: [{ id: 'dog', name: 'the dog', kind: 'animal', look: '' }],
        scenes: [{ shots }],
      } as unknown as Parameters<typeof filmScores>[3],
    )?.intent
  expect(film(2)).toBe(100)
  expect(film(4)).toBe(75)
})

describe('what a film lacks of its contract is felt in its scores:', () => {
  const deed = (id: string, words: readonly string[]): IntentContract['items'][number] => ({
    ...{ id, kind: 'action', claim: words.join(' '), words, weight: 0.25 },
  })
  const wishes: IntentContract = {
    ...{ schema: 'intent-contract@1', hash: '' },
    items: ['dog runs', 'man takes hat', 'owl flies', 'cat sleeps'].map((claim, index) =>
      deed(`i${index + 1}`, claim.split(' ')),
    ),
  }
  const good = {
    visual: 92.5,
    style: 91.3,
    technical: 97,
    narrative: 93,
    overall: 93.4,
    intent: 96,
  }

  const film = (covered: readonly string[], depicted: readonly string[] = []) =>
    filmScores(
      [
        {
          pilot: 'p1',
          state: 'circled',
          depicted,
          review: { covered, violated: [], scores: good },
        },
      ] as unknown as Parameters<typeof filmScores>[0],
      'p1',
      wishes,
      null,
    )

  test('one that shows all of it scores as its takes do', () => {
    expect(film(['i1', 'i2', 'i3', 'i4'])).toEqual({ ...good, intent: 100 })
  })

  test('one that misses half of it is told and seen by half less well', () => {
    const half = film(['i1', 'i2'])
    expect(half?.intent).toBe(50)
    expect(half?.overall).toBeLessThanOrEqual(70)
    expect(half?.narrative).toBeLessThan(60)
  })

  test('one that misses a quarter loses noticeably', () => {
    expect(film(['i1', 'i3', 'i4'])?.overall).toBeLessThanOrEqual(82)
  })

  test('a deed half seen counts a little and no more', () => {
    const part = film(['i1', 'i3', 'i4'], ['man'])?.intent ?? 0
    expect(part).toBeGreaterThan(75)
    expect(part).toBeLessThan(80)
  })
})
