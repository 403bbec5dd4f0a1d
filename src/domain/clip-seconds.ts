import type { FrameCount, Rate } from './time.ts'

/** Which lengths a clip can be ordered in. */
export interface ClipLimits {
  /** Shortest and longest clip in seconds; null where it does not apply. */
  readonly minSeconds: number | null
  readonly maxSeconds: number | null
  /** The only lengths there are, rising; null for any between the two, to a thousandth of a second. */
  readonly seconds: readonly number[] | null
}

const thousandths = 1000

/**
 * Seconds of the clip that is ordered, and billed, for a length: the shortest the model makes that holds all its frames.
 *
 * @returns null for a length beyond the longest clip
 */
export const clipSeconds = (limits: ClipLimits, length: FrameCount, rate: Rate): number | null => {
  const { minSeconds, maxSeconds, seconds } = limits
  if (seconds) return seconds.find((each) => holdsFrames(each, length, rate)) ?? null
  const exact = (length * rate.denominator) / rate.numerator
  const billed = Math.ceil(exact * thousandths - 1e-6) / thousandths
  if (maxSeconds !== null && billed > maxSeconds) return null
  return Math.max(minSeconds ?? 0, billed)
}

/** Frames that a clip of so many seconds holds; null where clips have no longest. */
export const longestClipFrames = (
  { maxSeconds, seconds }: ClipLimits,
  rate: Rate,
): number | null => {
  const longest = seconds ? seconds.at(-1) : maxSeconds
  return longest === undefined || longest === null ? null : wholeFrames(longest, rate)
}

/** The lengths of clips in words: `4, 6 or 8 s`, `2–10 s, whole`. */
export const clipsText = (seconds: readonly number[]): string => {
  const [first = 0] = seconds
  const isRow = seconds.length > 3 && seconds.every((each, index) => each === first + index)
  return isRow
    ? `${first}–${seconds.at(-1)} s, whole`
    : `${seconds.join(', ').replace(/, (?=\d+$)/, ' or ')} s`
}

/** Whole frames that fit into seconds; a thousandth of a second is never mistaken for a frame. */
export const wholeFrames = (seconds: number, rate: Rate): number =>
  Math.floor((seconds * rate.numerator) / rate.denominator + 1e-6)

const holdsFrames = (seconds: number, length: FrameCount, rate: Rate): boolean =>
  length <= wholeFrames(seconds, rate)
