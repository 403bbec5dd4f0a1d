import { StudioError } from './errors.ts'

declare const frameUnit: unique symbol

/** A whole number of frames. */
export type FrameCount = number & { readonly [frameUnit]: 'frames' }

/** Frames per second as a fraction: 24000/1001 is 23.976. */
export interface Rate {
  readonly numerator: number
  readonly denominator: number
}

/** Half-open range of frames: `[start, start + length)`. */
export interface FrameRange {
  readonly start: FrameCount
  readonly length: FrameCount
}

/** 24 frames a second, the studio's default. */
export const rate24: Rate = { numerator: 24, denominator: 1 }

/**
 * A count of frames.
 *
 * @throws TypeError for fractions and unsafe numbers
 */
export const frames = (count: number): FrameCount => {
  if (!Number.isSafeInteger(count)) {
    throw new TypeError(`Frames are counted whole; got ${count}`)
  }
  return (count === 0 ? 0 : count) as FrameCount
}

/** Frames per second as a number, for filters and display. */
export const framesPerSecond = (rate: Rate): number => rate.numerator / rate.denominator

/** The rate as ffmpeg writes it: `24/1`. */
export const rateText = (rate: Rate): string => `${rate.numerator}/${rate.denominator}`

const ntscRates = new Set([24, 30, 48, 60, 120])

/**
 * A rate from what a person wrote: `24`, `29.97`, `24000/1001`. The usual NTSC decimals become their fractions.
 *
 * @throws StudioError `bad-input` outside 12–60 frames a second
 */
export const parseRate = (text: string | number): Rate => {
  const written = String(text).trim()
  const fraction = /^(\d{1,6})\/(\d{1,6})$/.exec(written)
  const value = fraction ? Number(fraction[1]) / Number(fraction[2]) : Number(written)
  if (!(value >= 12 && value <= 60)) {
    throw new StudioError({
      code: 'bad-input',
      message: `"${written.slice(0, 20)}" is not a frame rate. Use 12 to 60, such as 24, 25, 30 or 23.976.`,
    })
  }
  if (fraction) return reduced(Number(fraction[1]), Number(fraction[2]))
  const nominal = Math.ceil(value)
  if (Math.abs(value - (nominal * 1000) / 1001) < 0.005 && ntscRates.has(nominal)) {
    return { numerator: nominal * 1000, denominator: 1001 }
  }
  return reduced(Math.round(value * 1000), 1000)
}

const reduced = (numerator: number, denominator: number): Rate => {
  let [a, b] = [numerator, denominator]
  while (b !== 0) [a, b] = [b, a % b]
  return { numerator: numerator / a, denominator: denominator / a }
}

/** Seconds to the nearest whole frame; halves round up. */
export const framesFromSeconds = (seconds: number, rate: Rate): FrameCount =>
  frames(Math.round((seconds * rate.numerator) / rate.denominator))

/** Exact seconds of a count of frames, as a floating number for the edge (ffmpeg, display). */
export const secondsFromFrames = (count: FrameCount, rate: Rate): number =>
  (count * rate.denominator) / rate.numerator

/** The count at another rate, to the nearest frame. */
export const atRate = (count: FrameCount, from: Rate, to: Rate): FrameCount =>
  frames(Math.round((count * from.denominator * to.numerator) / (from.numerator * to.denominator)))

/** Audio samples that lie under a count of frames, rounded to the nearest sample. */
export const samplesFromFrames = (count: FrameCount, rate: Rate, sampleRateHz: number): number =>
  Math.round((count * rate.denominator * sampleRateHz) / rate.numerator)

/** The first frame after the range. */
export const rangeEnd = (range: FrameRange): FrameCount => frames(range.start + range.length)

/** Whether the whole of `inner` lies in `outer`. */
export const containsRange = (outer: FrameRange, inner: FrameRange): boolean =>
  inner.start >= outer.start && rangeEnd(inner) <= rangeEnd(outer)

/** `HH:MM:SS:FF`, non-drop, counted at the rounded-up whole rate. */
export const timecode = (count: FrameCount, rate: Rate): string => {
  const perSecond = Math.ceil(framesPerSecond(rate))
  const totalSeconds = Math.floor(count / perSecond)
  const parts = [
    Math.floor(totalSeconds / 3600),
    Math.floor(totalSeconds / 60) % 60,
    totalSeconds % 60,
    count % perSecond,
  ]
  return parts.map((part) => String(part).padStart(2, '0')).join(':')
}
