import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clipSeconds, clipsText, longestClipFrames } from './clip-seconds.ts'
import { frames, parseRate, rate24, secondsFromFrames } from './time.ts'

const fixed = { minSeconds: 5, maxSeconds: 10, seconds: [5, 10] }
const free = { minSeconds: 1, maxSeconds: 12, seconds: null }

describe('the seconds of a clip that is ordered for a length', () => {
  test('are the shortest that the model makes and that hold every frame', () => {
    expect(clipSeconds(fixed, frames(24), rate24)).toBe(5)
    expect(clipSeconds(fixed, frames(120), rate24)).toBe(5)
    expect(clipSeconds(fixed, frames(121), rate24)).toBe(10)
    expect(clipSeconds(fixed, frames(240), rate24)).toBe(10)
    expect(clipSeconds({ ...fixed, seconds: [2, 3, 4] }, frames(77), rate24)).toBe(4)
  })

  test('are none for a length beyond the longest clip', () => {
    expect(clipSeconds(fixed, frames(241), rate24)).toBeNull()
    expect(clipSeconds(free, frames(289), rate24)).toBeNull()
  })

  test('are a thousandth of a second more than the frames at most, where any length is made', () => {
    expect(clipSeconds(free, frames(77), rate24)).toBe(3.209)
    expect(clipSeconds(free, frames(12), rate24)).toBe(1)
    expect(clipSeconds({ ...free, minSeconds: null, maxSeconds: null }, frames(1), rate24)).toBe(
      0.042,
    )
  })

  test('hold the frames at every rate, and a shorter clip would not', () => {
    const rates = fc.constantFrom('12', '17', '23.976', '24', '29.97', '60').map(parseRate)
    fc.assert(
      fc.property(rates, fc.integer({ min: 1, max: 700 }), (rate, count) => {
        const length = frames(count)
        const exact = secondsFromFrames(length, rate)
        const ordered = clipSeconds({ ...fixed, seconds: [2, 4, 5, 10] }, length, rate)
        const shorter = [2, 4, 5, 10].filter((each) => each < (ordered ?? 11))
        expect(ordered ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(exact - 1e-9)
        for (const each of shorter) expect(each).toBeLessThan(exact)
        const longest = longestClipFrames(fixed, rate) ?? 0
        expect(clipSeconds(fixed, frames(longest), rate)).toBe(10)
        expect(clipSeconds(fixed, frames(longest + 1), rate)).toBeNull()
      }),
    )
  })

  test.each([
    [[5], '5 s'],
    [[5, 10], '5 or 10 s'],
    [[4, 6, 8], '4, 6 or 8 s'],
    [[2, 3, 4, 5], '2–5 s, whole'],
  ])('%j are told as %s', (seconds, text) => {
    expect(clipsText(seconds)).toBe(text)
  })
})
