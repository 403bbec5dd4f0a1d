import { describe, expect, it } from 'vitest'
import { zeroUsd } from './money.ts'
import { namedClips, searchShelf, shelfWords, takeOfOrder, type UnnamedClip } from './shelf.ts'

const clip = (fields: Partial<UnnamedClip> = {}): UnnamedClip => ({
  ...{ source: 'deleted-run', vendor: 'luma', funds: 'real', model: 'luma/ray-2', job: null },
  ...{ orderKey: null, prompt: 'A lighthouse in a storm at night', depicted: [], notes: [] },
  ...{ scores: null, cost: zeroUsd, production: 'old', pilot: 'p1', slate: null },
  ...{ originalHash: 'a'.repeat(64), conformedHash: null, leaderFrames: 0, seconds: 5 },
  ...{ size: { width: 1280, height: 720 }, castCount: 0, isUsed: false },
  at: '2026-11-30T10:00:00.000Z',
  ...fields,
})

const scores = { overall: 80, visual: 80, style: 80, technical: 80, narrative: 80, intent: 80 }

describe('a clip’s id', () => {
  it('is eight digits of its bytes, and more where another begins alike', () => {
    const [plain] = namedClips([clip()])
    expect(plain?.id).toBe('s-aaaaaaaa')
    const alike = ['0123456789', '012345678f', 'f'].map((start) =>
      clip({ originalHash: start.padEnd(64, '0') }),
    )
    expect(namedClips(alike).map(({ id }) => id)).toEqual([
      's-0123456789',
      's-012345678f',
      's-f0000000',
    ])
  })

  it('is one for equal bytes, told by the oldest that was reviewed', () => {
    const found = clip({ production: null })
    const [cast, first] = ['cast', 'first'].map((production) => clip({ production, scores }))
    if (!(cast && first)) throw new Error('two clips were made')
    expect(namedClips([cast, first, found])).toMatchObject([{ production: 'first', scores }])
    expect(namedClips([clip(), found])).toMatchObject([{ production: null }])
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
      clip({ originalHash: '1'.repeat(64), prompt: 'A lake' }),
      clip({ originalHash: '2'.repeat(64), prompt: 'A lighthouse' }),
      clip({ originalHash: '3'.repeat(64), prompt: 'A tower', depicted: ['lighthouse'], scores }),
      clip({ originalHash: '4'.repeat(64), prompt: 'A ship', notes: ['No lighthouse, no storm.'] }),
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
