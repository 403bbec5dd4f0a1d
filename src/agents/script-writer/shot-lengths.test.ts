import { describe, expect, test } from 'vitest'
import { frames, rate24 } from '../../domain/time.ts'
import { shotLengths } from './shot-lengths.ts'

const limits = {
  ...{ total: frames(240), scenes: 2, rate: rate24, items: [], narrated: true },
  ...{ leastShot: frames(24), mostShot: frames(192) },
}
const words = (count: number): { readonly text: string; readonly speaker: null }[] => [
  { text: Array.from({ length: count }, () => 'word').join(' '), speaker: null },
]
const scene = (seconds: readonly number[], count: number) => ({
  narration: words(count),
  shots: seconds.map((each) => ({ seconds: each })),
})

describe('the lengths of shots', () => {
  test('are those of the reply where they make the film', () => {
    expect(shotLengths([scene([2, 3], 2), scene([5], 2)], limits)).toEqual([48, 72, 120])
  })

  test('leave a scene as long as its narration when the film is shorter than the reply', () => {
    // Ten words take 4 s and half a second of air: 108 frames, which fitting alone would make 98.
    const lengths = shotLengths([scene([2.25, 2.25], 10), scene([6.5], 2)], limits)
    expect(lengths).toEqual([54, 54, 132])
    expect(shotLengths([scene([2.25, 2.25], 0), scene([6.5], 2)], limits)).toEqual([49, 49, 142])
  })

  test('are as near as they can be where no lengths leave room for all that is said', () => {
    expect(shotLengths([scene([5], 14), scene([5], 14)], limits)).toEqual([120, 120])
  })

  test('that are far from the film, or that no clips can make, are told', () => {
    expect(shotLengths([scene([5], 0), scene([8], 0)], limits)).toMatch(
      /sum to 312 frames, not 240/,
    )
    const short = { ...limits, mostShot: frames(100) }
    expect(shotLengths([scene([5], 0), scene([5], 0)], short)).toMatch(/2 shots of 24 to 100/)
  })
})
