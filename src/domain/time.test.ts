import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FrameRange, Rate } from './time.ts'
import {
  atRate,
  containsRange,
  frames,
  framesFromSeconds,
  framesPerSecond,
  parseRate,
  rangeEnd,
  rate24,
  rateText,
  samplesFromFrames,
  secondsFromFrames,
  timecode,
} from './time.ts'

const rates: fc.Arbitrary<Rate> = fc.constantFrom(
  rate24,
  { numerator: 24_000, denominator: 1001 },
  { numerator: 25, denominator: 1 },
  { numerator: 30_000, denominator: 1001 },
  { numerator: 60, denominator: 1 },
)
// Ten hours at 60 frames a second.
const counts = fc.integer({ min: 0, max: 2_160_000 }).map(frames)
const ranges: fc.Arbitrary<FrameRange> = fc.record({
  start: counts,
  length: fc.integer({ min: 0, max: 100_000 }).map(frames),
})

test('frames turned into seconds and back are the same frames', () => {
  fc.assert(
    fc.property(counts, rates, (count, rate) => {
      expect(framesFromSeconds(secondsFromFrames(count, rate), rate)).toBe(count)
    }),
  )
})

test('seconds become the nearest frame: never more than half a frame off', () => {
  const seconds = fc.double({ min: 0, max: 36_000, noNaN: true })
  fc.assert(
    fc.property(seconds, rates, (wanted, rate) => {
      const got = secondsFromFrames(framesFromSeconds(wanted, rate), rate)
      expect(Math.abs(got - wanted)).toBeLessThanOrEqual(0.5 / framesPerSecond(rate) + 1e-9)
    }),
  )
})

test('a count at its own rate stays, and at another rate it lasts as long within half a frame', () => {
  fc.assert(
    fc.property(counts, rates, rates, (count, from, to) => {
      expect(atRate(count, from, from)).toBe(count)
      const drift = secondsFromFrames(atRate(count, from, to), to) - secondsFromFrames(count, from)
      expect(Math.abs(drift)).toBeLessThanOrEqual(0.5 / framesPerSecond(to) + 1e-9)
    }),
  )
})

test('sound under a picture drifts by at most half a sample however long the film', () => {
  fc.assert(
    fc.property(counts, rates, (count, rate) => {
      const samples = samplesFromFrames(count, rate, 48_000)
      expect(Number.isSafeInteger(samples)).toBe(true)
      const drift = samples / 48_000 - secondsFromFrames(count, rate)
      expect(Math.abs(drift)).toBeLessThanOrEqual(0.5 / 48_000 + 1e-9)
    }),
  )
})

test('a fraction of a frame is a programmer’s mistake', () => {
  for (const count of [0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) {
    expect(() => frames(count)).toThrow(TypeError)
  }
  expect(Object.is(frames(-0), 0)).toBe(true)
})

test('ranges are half-open: a range holds itself, and none that ends a frame later', () => {
  fc.assert(
    fc.property(ranges, (range) => {
      expect(rangeEnd(range)).toBe(range.start + range.length)
      expect(containsRange(range, range)).toBe(true)
      expect(containsRange(range, { ...range, length: frames(range.length + 1) })).toBe(false)
    }),
  )
})

test('a range holds another exactly when it holds each of its frames', () => {
  const small = fc.record({
    start: fc.integer({ min: 0, max: 12 }).map(frames),
    length: fc.integer({ min: 1, max: 12 }).map(frames),
  })
  const framesOf = ({ start, length }: FrameRange): readonly number[] =>
    Array.from({ length }, (_, index) => start + index)
  fc.assert(
    fc.property(small, small, (outer, inner) => {
      const all = new Set(framesOf(outer))
      expect(containsRange(outer, inner)).toBe(framesOf(inner).every((frame) => all.has(frame)))
    }),
  )
})

test('rates are read as people write them, and written as ffmpeg reads them', () => {
  const written = [24, '25', '29.97', '23.976', '24000/1001', '50/2', '59.94', 12.5]
  expect(written.map((text) => rateText(parseRate(text)))).toEqual([
    ...['24/1', '25/1', '30000/1001', '24000/1001', '24000/1001', '25/1', '60000/1001', '25/2'],
  ])
})

test('a rate that was read is read again from its own text', () => {
  fc.assert(fc.property(rates, (rate) => void expect(parseRate(rateText(rate))).toEqual(rate)))
})

test('what is not a frame rate is bad input', () => {
  for (const text of ['', '0', '11.9', '61', '-24', 'NaN', '24/0', '0/0', '24 fps', '1/1/1']) {
    expect(() => parseRate(text), text).toThrow(expect.objectContaining({ code: 'bad-input' }))
  }
})

test('timecode counts frames at the whole rate without a gap or a repeat', () => {
  fc.assert(
    fc.property(counts, rates, (count, rate) => {
      const perSecond = Math.ceil(framesPerSecond(rate))
      const [hours = 0, minutes = 0, seconds = 0, rest = 0] = timecode(count, rate)
        .split(':')
        .map(Number)
      expect(((hours * 60 + minutes) * 60 + seconds) * perSecond + rest).toBe(count)
      expect(Math.max(minutes, seconds)).toBeLessThan(60)
      expect(rest).toBeLessThan(perSecond)
    }),
  )
  expect(timecode(frames(24 * 3661 + 5), rate24)).toBe('01:01:01:05')
})
