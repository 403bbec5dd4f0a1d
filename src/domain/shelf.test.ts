import { describe, expect, it } from 'vitest'
import { fakeClip } from '../../test/support/fake-rows.ts'
import { zeroUsd } from './money.ts'
import { namedClips, searchShelf, shelfWords, takeOfOrder } from './shelf.ts'

const scores = { overall: 80, visual: 80, style: 80, technical: 80, narrative: 80, intent: 80 }

describe('a clip’s id', () => {
  it('is eight digits of its bytes, and more where another begins alike', () => {
    const [plain] = namedClips([fakeClip()])
    expect(plain?.id).toBe('s-aaaaaaaa')
    const alike = ['0123456789', '012345678f', 'f'].map((start) =>
      fakeClip({ originalHash: start.padEnd(64, '0') }),
    )
    expect(namedClips(alike).map(({ id }) => id)).toEqual([
      's-0123456789',
      's-012345678f',
      's-f0000000',
    ])
  })

  it('is one for equal bytes, told by the oldest that was bought, with its review', () => {
    const found = fakeClip({ production: null })
    const [cast, first] = ['cast', 'first'].map((production) => fakeClip({ production, scores }))
    if (!(cast && first)) throw new Error('two clips were made')
    expect(namedClips([cast, first, found])).toMatchObject([{ production: 'first', scores }])
    const bought = fakeClip({ production: 'bought', scores: null, notes: [], seconds: 7 })
    expect(namedClips([{ ...cast, cost: zeroUsd, seconds: 6.5 }, bought])).toMatchObject([
      { production: 'bought', cost: bought.cost, seconds: 7, scores },
    ])
    expect(namedClips([found])).toMatchObject([{ production: null }])
  })
})

describe('words', () => {
  it('do not mind case, plural and little words', () => {
    expect([...shelfWords('The Lighthouses of two Cities, and foxes!')]).toEqual([
      'lighthouse',
      'two',
      'city',
      'fox',
    ])
  })

  it('find the clips that share the most, then the best', () => {
    const clips = namedClips([
      fakeClip({ originalHash: '1'.repeat(64), prompt: 'A lake' }),
      fakeClip({ originalHash: '2'.repeat(64), prompt: 'A lighthouse' }),
      fakeClip({
        originalHash: '3'.repeat(64),
        prompt: 'A tower',
        depicted: ['lighthouse'],
        scores,
      }),
      fakeClip({
        originalHash: '4'.repeat(64),
        prompt: 'A ship',
        notes: ['No lighthouse, no storm.'],
      }),
    ])
    const found = searchShelf(clips, 'Lighthouses, storms')
    expect(found.map(({ clip: { id }, shared }) => [id, shared])).toEqual([
      ['s-44444444', 2],
      ['s-33333333', 1],
      ['s-22222222', 1],
    ])
  })
})

describe('an order’s key', () => {
  it('tells the take it was for', () => {
    expect(takeOfOrder('lake/p1/video/12C/3')).toEqual({ pilot: 'p1', slate: '12C-3' })
    expect(takeOfOrder('lake/p1/speech/1.1/1')).toEqual({ pilot: null, slate: null })
    expect(takeOfOrder(null)).toEqual({ pilot: null, slate: null })
  })
})
