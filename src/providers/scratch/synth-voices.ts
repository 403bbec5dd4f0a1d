import type { Note } from './compose.ts'
import { musicRandom } from './compose.ts'

/** A note that is sounding: adds itself to a stereo block and says whether it goes on. */
export type Voice = (left: Float32Array, right: Float32Array, from: number) => boolean

const tableSize = 2048
const rateHz = 48_000

/** One period of a wave made of harmonics. `roll` is how fast they get weaker: 1 a saw, 2 and more a flute. */
const waveTable = (harmonics: number, roll: number, oddOnly = false): Float32Array => {
  const table = new Float32Array(tableSize + 1)
  for (let harmonic = 1; harmonic <= harmonics; harmonic += oddOnly ? 2 : 1) {
    const level = 1 / harmonic ** roll
    for (let index = 0; index <= tableSize; index += 1) {
      table[index] =
        (table[index] ?? 0) + level * Math.sin((2 * Math.PI * harmonic * index) / tableSize)
    }
  }
  const peak = table.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  return table.map((value) => value / peak)
}

const tables = {
  sine: waveTable(1, 1),
  pad: waveTable(9, 1.5),
  bright: waveTable(14, 1.15),
  mellow: waveTable(4, 2.2),
  hollow: waveTable(7, 1.7, true),
}

const read = (table: Float32Array, phase: number): number => {
  const at = phase * tableSize
  const index = at | 0
  const low = table[index] ?? 0
  return low + ((table[index + 1] ?? 0) - low) * (at - index)
}

const frequency = (pitch: number): number => 440 * 2 ** ((pitch - 69) / 12)

/** Equal power gains of a place between left and right. */
const panned = (pan: number): readonly [number, number] => {
  const angle = ((pan + 1) * Math.PI) / 4
  return [Math.cos(angle), Math.sin(angle)]
}

interface Tone {
  readonly length: number
  /** Mono sample n of the note; called with n rising from 0. */
  readonly sample: (n: number) => number
}

const voiceOf = (note: Note, { length, sample }: Tone, gain: number): Voice =>
  (() => {
    const [l, r] = panned(note.pan)
    let n = 0
    return (left, right, from) => {
      for (let index = from; index < left.length && n < length; index += 1, n += 1) {
        const value = sample(n) * gain * note.level
        left[index] = (left[index] ?? 0) + value * l
        right[index] = (right[index] ?? 0) + value * r
      }
      return n < length
    }
  })()

const smooth = (value: number): number => {
  const clipped = Math.max(0, Math.min(1, value))
  return clipped * clipped * (3 - 2 * clipped)
}

/** Detuned strings through a filter that opens and closes slowly: one side of a sustained sound. */
const strings = (note: Note, detunes: readonly [number, number], brightness: number) => {
  const base = frequency(note.pitch) / rateHz
  const start = (note.pitch * 0.137) % 1
  const phases = [start, (start + detunes[0] * 91) % 1]
  const cutoff = 0.035 + brightness * 0.09
  let low = 0
  return (n: number): number => {
    const sum = read(tables.pad, phases[0] ?? 0) + read(tables.pad, phases[1] ?? 0)
    for (let string = 0; string < 2; string += 1) {
      const next = (phases[string] ?? 0) + base * (detunes[string] ?? 1)
      phases[string] = next - Math.floor(next)
    }
    low += cutoff * (1 + 0.35 * Math.sin(n * 0.0000314)) * (sum - low)
    return low
  }
}

/** Two detuned strings a side, soft at both ends. */
const padVoice = (note: Note, brightness: number): Voice => {
  const attack = Math.min(0.9, note.length * 0.35) * rateHz
  const release = Math.min(1.4, note.length * 0.5) * rateHz
  const length = note.length * rateHz + release
  const leftStrings = strings(note, [0.9976, 1.0019], brightness)
  const rightStrings = strings(note, [0.9989, 1.0031], brightness)
  const [l, r] = panned(note.pan * 0.5)
  let n = 0
  return (left, right, from) => {
    for (let index = from; index < left.length && n < length; index += 1, n += 1) {
      const level = smooth(n / attack) * smooth((length - n) / release) * note.level * 0.1
      left[index] = (left[index] ?? 0) + leftStrings(n) * level * l
      right[index] = (right[index] ?? 0) + rightStrings(n) * level * r
    }
    return n < length
  }
}

const pluckVoice = (note: Note, brightness: number): Voice => {
  const step = frequency(note.pitch) / rateHz
  const decay = Math.exp(-1 / (rateHz * (0.28 + 14 / note.pitch)))
  const brightDecay = Math.exp(-1 / (rateHz * (0.03 + brightness * 0.09)))
  let phase = 0
  let level = 1
  let bright = 0.25 + brightness * 0.6
  const length = note.length * rateHz
  return voiceOf(
    note,
    {
      length,
      sample: (n) => {
        const mellow = read(tables.mellow, phase)
        const sharp = read(tables.bright, phase)
        const value = (mellow + (sharp - mellow) * bright) * level
        phase += step
        phase -= Math.floor(phase)
        level *= decay
        bright *= brightDecay
        return value * Math.min(1, n / 110) * Math.min(1, (length - n) / 2400)
      },
    },
    0.2,
  )
}

const bassVoice = (note: Note): Voice => {
  const step = frequency(note.pitch) / rateHz
  const length = note.length * rateHz
  let phase = 0
  return voiceOf(
    note,
    {
      length,
      sample: (n) => {
        const value = read(tables.sine, phase) + 0.32 * read(tables.mellow, phase)
        phase += step
        phase -= Math.floor(phase)
        const body = 0.62 + 0.38 * Math.exp(-n / (rateHz * 0.35))
        return value * body * smooth(n / 900) * smooth((length - n) / 3000)
      },
    },
    0.17,
  )
}

const leadVoice = (note: Note): Voice => {
  const step = frequency(note.pitch) / rateHz
  const held = note.length * rateHz
  const release = 0.35 * rateHz
  const length = held + release
  let phase = 0
  return voiceOf(
    note,
    {
      length,
      sample: (n) => {
        const value = read(tables.hollow, phase)
        const depth = 0.0035 * smooth(n / (rateHz * 0.6))
        phase += step * (1 + depth * Math.sin((2 * Math.PI * 5.1 * n) / rateHz))
        phase -= Math.floor(phase)
        return value * smooth(n / (rateHz * 0.07)) * smooth((length - n) / release)
      },
    },
    0.12,
  )
}

const kickVoice = (note: Note): Voice => {
  let phase = 0
  return voiceOf(
    note,
    {
      length: 0.4 * rateHz,
      sample: (n) => {
        const seconds = n / rateHz
        phase += (46 + 72 * Math.exp(-seconds * 34)) / rateHz
        return (
          Math.sin(2 * Math.PI * phase) *
          Math.exp(-seconds * 9) *
          Math.min(1, n / 60) *
          smooth((19200 - n) / 1200)
        )
      },
    },
    0.34,
  )
}

/** A large skin drum: a falling tone with a breath of noise. */
const drumVoice = (note: Note): Voice => {
  const noise = musicRandom(Math.round(note.start * 1000) + note.pitch)
  let phase = 0
  let low = 0
  const length = 1.3 * rateHz
  return voiceOf(
    note,
    {
      length,
      sample: (n) => {
        const seconds = n / rateHz
        phase += (frequency(note.pitch) * (0.9 + 0.55 * Math.exp(-seconds * 22))) / rateHz
        low += 0.12 * (noise() * 2 - 1 - low)
        const skin = Math.sin(2 * Math.PI * phase) * Math.exp(-seconds * 4.2)
        const slap = low * Math.exp(-seconds * 26)
        return (skin + slap) * Math.min(1, n / 80) * smooth((length - n) / 2400)
      },
    },
    0.42,
  )
}

const shakerVoice = (note: Note): Voice => {
  const noise = musicRandom(Math.round(note.start * 1000) + 7)
  let last = 0
  let low = 0
  const length = 0.09 * rateHz
  return voiceOf(
    note,
    {
      length,
      sample: (n) => {
        const white = noise() * 2 - 1
        const high = white - last
        last = white
        low += 0.55 * (high - low)
        return low * smooth(n / 380) * Math.exp(-n / (rateHz * 0.022)) * smooth((length - n) / 500)
      },
    },
    0.1,
  )
}

/** Start a note. `brightness` is the mood's, 0…1. */
export const startVoice = (note: Note, brightness: number): Voice => {
  switch (note.instrument) {
    case 'pad':
      return padVoice(note, brightness)
    case 'pluck':
      return pluckVoice(note, brightness)
    case 'bass':
      return bassVoice(note)
    case 'lead':
      return leadVoice(note)
    case 'kick':
      return kickVoice(note)
    case 'drum':
      return drumVoice(note)
    case 'shaker':
      return shakerVoice(note)
  }
}
