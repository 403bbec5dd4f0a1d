import type { Score } from './compose.ts'
import type { Mood } from './moods.ts'
import { startVoice, type Voice } from './synth-voices.ts'

const rateHz = 48_000
const blockSize = 4_096

/**
 * Play a score, block by block.
 *
 * @returns blocks of interleaved stereo samples at 48 kHz, −1…1; together exactly the score's length
 */
export function* playScore(score: Score, mood: Mood): Generator<Float32Array> {
  const total = Math.round(score.seconds * rateHz)
  const room = makeRoom(mood.room)
  const echo = makeEcho(Math.round(score.beatSeconds * 0.75 * rateHz))
  const sounding = new Set<Voice>()
  let next = 0
  for (let at = 0; at < total; at += blockSize) {
    const size = Math.min(blockSize, total - at)
    const left = new Float32Array(size)
    const right = new Float32Array(size)
    for (const voice of sounding) if (!voice(left, right, 0)) sounding.delete(voice)
    for (let note = score.notes[next]; note; note = score.notes[next]) {
      const start = Math.round(note.start * rateHz)
      if (start >= at + size) break
      const voice = startVoice(note, mood.brightness)
      if (voice(left, right, Math.max(0, start - at))) sounding.add(voice)
      next += 1
    }
    echo(left, right)
    room(left, right)
    yield interleave(left, right, at, total)
  }
}

/** Repeats that cross from side to side, quiet enough to be felt more than heard. */
const makeEcho = (delay: number): ((left: Float32Array, right: Float32Array) => void) => {
  const lines = [
    new Float32Array(Math.max(1, delay)),
    new Float32Array(Math.max(1, delay)),
  ] as const
  let at = 0
  return (left, right) => {
    for (let index = 0; index < left.length; index += 1) {
      const l = left[index] ?? 0
      const r = right[index] ?? 0
      const backLeft = lines[0][at] ?? 0
      const backRight = lines[1][at] ?? 0
      lines[0][at] = l * 0.22 + backRight * 0.34
      lines[1][at] = r * 0.22 + backLeft * 0.34
      left[index] = l + backLeft
      right[index] = r + backRight
      at = at + 1 === lines[0].length ? 0 : at + 1
    }
  }
}

const lineLengths = [1423, 1777, 2137, 2411, 2749, 3163, 3571, 4019] as const

/** One reflection: sound comes back after a while, a little darker. */
const delayLine = (length: number) => {
  const buffer = new Float32Array(length)
  let place = 0
  let dark = 0
  return {
    hear: (): number => {
      dark += 0.42 * ((buffer[place] ?? 0) - dark)
      return dark
    },
    feed: (value: number): void => {
      buffer[place] = value
      place = place + 1 === length ? 0 : place + 1
    },
  }
}

/** A room of eight delay lines that feed one another (Householder matrix), even lines left, odd lines right. */
const makeRoom = (share: number): ((left: Float32Array, right: Float32Array) => void) => {
  const lines = lineLengths.map(delayLine)
  const outs = lines.map(() => 0)
  const feedback = 0.8 + share * 0.16
  const dry = 1 - share * 0.4
  return (left, right) => {
    for (let index = 0; index < left.length; index += 1) {
      const l = left[index] ?? 0
      const r = right[index] ?? 0
      const heard = [0, 0]
      lines.forEach((line, place) => {
        const out = line.hear()
        outs[place] = out
        heard[place % 2] = (heard[place % 2] ?? 0) + out
      })
      const [wetLeft = 0, wetRight = 0] = heard
      const shared = (wetLeft + wetRight) / 4
      lines.forEach((line, place) => {
        line.feed((place % 2 === 0 ? l : r) * 0.5 + ((outs[place] ?? 0) - shared) * feedback)
      })
      left[index] = l * dry + wetLeft * share * 0.62
      right[index] = r * dry + wetRight * share * 0.62
    }
  }
}

/** Rounds off what would be louder than full scale, without a corner. */
const soften = (value: number): number => Math.tanh(value * 1.1) / 1.1

const interleave = (
  left: Float32Array,
  right: Float32Array,
  at: number,
  total: number,
): Float32Array => {
  const out = new Float32Array(left.length * 2)
  const fade = Math.min(rateHz * 1.2, total / 4)
  for (let index = 0; index < left.length; index += 1) {
    const n = at + index
    const ends = Math.min(1, n / 480) * Math.min(1, (total - n) / fade)
    out[index * 2] = soften(left[index] ?? 0) * ends
    out[index * 2 + 1] = soften(right[index] ?? 0) * ends
  }
  return out
}
