import { seededRandom } from '../../kit/seeded-random.ts'
import type { Mood } from './moods.ts'

/** What plays a note. */
export type Instrument = 'pad' | 'pluck' | 'bass' | 'lead' | 'kick' | 'shaker' | 'drum'

/** One note. Times are seconds from the start of the piece. */
export interface Note {
  readonly instrument: Instrument
  readonly start: number
  readonly length: number
  /** MIDI number; 60 is middle C. */
  readonly pitch: number
  /** 0…1. */
  readonly level: number
  /** −1 left … 1 right. */
  readonly pan: number
}

/** A piece as written, in order of time. */
export interface Score {
  readonly notes: readonly Note[]
  /** Seconds, the last reverberation included. */
  readonly seconds: number
  readonly beatSeconds: number
}

/** What is left to chance in a piece: numbers 0 ≤ n < 1, the same for the same seed. */
export const musicRandom = (seed: number): (() => number) => seededRandom(seed ^ 0x9e3779b9)

interface Frame {
  readonly mood: Mood
  readonly random: () => number
  readonly tonic: number
  readonly chords: readonly number[]
  readonly bars: number
  readonly bar: number
  readonly beat: number
}

/**
 * Write a piece that ends where the film does: the tempo is bent, inside the mood's range as far as it goes, so that
 * whole bars fill the time up to a last held chord.
 */
export const compose = (mood: Mood, seconds: number, seed: number): Score => {
  const random = musicRandom(seed)
  const [slow, fast] = mood.tempo
  const wished = 240 / (slow + (fast - slow) * random())
  const [low, high] = mood.tonic
  const tonic = low + Math.floor(random() * (high - low + 1))
  const chords = mood.progressions[Math.floor(random() * mood.progressions.length)] ?? [0]
  const tail = Math.min(3.2, seconds * 0.22)
  const bars = Math.max(1, Math.round((seconds - tail) / wished))
  const bar = (seconds - tail) / bars
  const frame: Frame = { mood, random, tonic, chords, bars, bar, beat: bar / 4 }
  const notes: Note[] = []
  for (let index = 0; index < bars; index += 1) {
    notes.push(...pad(frame, index), ...bass(frame, index), ...plucks(frame, index))
    notes.push(...drums(frame, index))
    if (index % 2 === 0) notes.push(...lead(frame, index))
  }
  notes.push(...lastChord(frame, tail))
  return { notes: notes.toSorted((a, b) => a.start - b.start), seconds, beatSeconds: frame.beat }
}

/** How far into the piece a bar is, 0…1. */
const share = (frame: Frame, index: number): number => index / Math.max(1, frame.bars)

/** The shape of the whole: little at first, most after two thirds, less before the end. */
const swell = (frame: Frame, index: number): number => {
  const at = share(frame, index + 0.5)
  const rise = Math.min(1, 0.45 + at * 1.3)
  const fall = Math.min(1, (1 - at) * 5 + 0.45)
  return rise * fall
}

const rootStep = (frame: Frame, index: number): number =>
  frame.chords[index % frame.chords.length] ?? 0

const pitchOf = ({ mood, tonic }: Frame, step: number): number => {
  const size = mood.scale.length
  const octave = Math.floor(step / size)
  return tonic + 12 * octave + (mood.scale[step - octave * size] ?? 0)
}

/** Notes of a chord from a step of the scale, moved by octaves to lie close to the middle of the pad's range. */
const chordPitches = (frame: Frame, step: number): readonly number[] =>
  [0, 2, 4, 8].map((offset, index) => {
    let pitch = pitchOf(frame, step + offset)
    const centre = frame.tonic + 7 + index * 3
    while (pitch > centre + 7) pitch -= 12
    while (pitch < centre - 6) pitch += 12
    return pitch
  })

const pad = (frame: Frame, index: number): readonly Note[] =>
  chordPitches(frame, rootStep(frame, index)).map((pitch, voice) => ({
    instrument: 'pad',
    start: index * frame.bar,
    length: frame.bar * 1.12,
    pitch: pitch + 12,
    level: frame.mood.levels.pad * (voice === 3 ? 0.55 : 1) * swell(frame, index),
    pan: (voice - 1.5) * 0.4,
  }))

const bass = (frame: Frame, index: number): readonly Note[] => {
  if (frame.bars > 3 && share(frame, index) < 0.1) return []
  const count = frame.mood.bassRate
  const root = pitchOf(frame, rootStep(frame, index))
  const pitch = root - (root > 47 ? 12 : 0)
  return Array.from({ length: count }, (_, step) => ({
    instrument: 'bass' as const,
    start: (index + step / count) * frame.bar,
    length: (frame.bar / count) * 0.92,
    pitch: count >= 4 && step === count - 1 && frame.random() < 0.3 ? pitch + 7 : pitch,
    level: (step === 0 ? 1 : 0.72) * (count > 4 ? 0.62 : 0.85) * swell(frame, index),
    pan: 0,
  }))
}

const pluckOrders: readonly (readonly number[])[] = [
  [0, 1, 2, 3, 2, 1],
  [0, 2, 1, 3],
  [3, 2, 1, 0],
  [0, 1, 2, 1],
]

const plucks = (frame: Frame, index: number): readonly Note[] => {
  const { mood, random } = frame
  const at = share(frame, index)
  if (frame.bars > 3 && at < 0.08) return []
  const order = pluckOrders[Math.floor(random() * pluckOrders.length)] ?? [0]
  const chord = chordPitches(frame, rootStep(frame, index))
  const count = Math.max(2, Math.round(mood.pluckRate * 4))
  const thin = at > 0.88 ? 0.6 : 1
  return Array.from({ length: count }, (_, step) => step).flatMap((step) => {
    const isBeat = step % Math.max(1, mood.pluckRate) === 0
    const plays = random() < mood.pluckDensity * thin + (isBeat ? 0.18 : 0)
    const pitch = (chord[order[step % order.length] ?? 0] ?? frame.tonic) + 24
    const late = (random() - 0.5) * 0.012
    const level = (isBeat ? 0.9 : 0.66) + random() * 0.12
    if (!plays) return []
    return [
      {
        instrument: 'pluck' as const,
        start: Math.max(0, (index + step / count) * frame.bar + late),
        length: 1.8,
        pitch,
        level: level * mood.levels.pluck * swell(frame, index),
        pan: (step % 2 === 0 ? -1 : 1) * (0.25 + random() * 0.35),
      },
    ]
  })
}

const leadRhythms: readonly (readonly number[])[] = [
  [0, 3, 4],
  [0, 2, 3, 6],
  [1, 2, 4],
  [0, 1.5, 4, 6],
]

/** A phrase over two bars, mostly on notes of the chord, in the middle of the piece only. */
const lead = (frame: Frame, index: number): readonly Note[] => {
  const { mood, random } = frame
  const at = share(frame, index)
  const rhythm = leadRhythms[Math.floor(random() * leadRhythms.length)] ?? [0]
  if (mood.levels.lead === 0 || frame.bars < 4 || at < 0.24 || at > 0.86) return []
  if (random() < 0.25) return []
  let step = rootStep(frame, index) + (random() < 0.5 ? 4 : 2)
  return rhythm.map((beat, count) => {
    const next = rhythm[count + 1] ?? 8
    const note: Note = {
      instrument: 'lead',
      start: index * frame.bar + beat * frame.beat,
      length: Math.min(next - beat, 3) * frame.beat,
      pitch: pitchOf(frame, step) + 12,
      level: mood.levels.lead * (0.8 + random() * 0.2) * swell(frame, index),
      pan: 0.12,
    }
    step += random() < 0.5 ? -1 : random() < 0.6 ? 1 : 2
    return note
  })
}

const drums = (frame: Frame, index: number): readonly Note[] => {
  const { mood, random } = frame
  const at = share(frame, index)
  if (mood.drums === 0 || (frame.bars > 3 && (at < 0.18 || at > 0.93))) return []
  const level = mood.drums * swell(frame, index)
  const hit = (instrument: Instrument, beat: number, strength: number, pan = 0): Note => ({
    instrument,
    start: index * frame.bar + beat * frame.beat,
    length: 1,
    pitch: instrument === 'drum' ? 36 + Math.floor(random() * 3) * 4 : 36,
    level: level * strength * (0.9 + random() * 0.1),
    pan,
  })
  if (mood.name === 'epic') {
    const fill = index % 4 === 3 ? [2.5, 3, 3.25, 3.5, 3.75] : [2.75]
    return [
      hit('drum', 0, 1),
      ...[1.5, ...fill].map((beat, count) =>
        hit('drum', beat, 0.5, count % 2 === 0 ? -0.35 : 0.35),
      ),
    ]
  }
  const shakes = Array.from({ length: 8 }, (_, step) =>
    hit('shaker', step / 2, step % 2 === 0 ? 0.32 : 0.55, 0.3),
  )
  const kicks = [0, 2, ...(random() < 0.3 ? [3.5] : [])].map((beat) => hit('kick', beat, 0.9))
  return [...kicks, ...shakes]
}

const lastChord = (frame: Frame, tail: number): readonly Note[] => {
  const start = frame.bars * frame.bar
  const held = chordPitches(frame, 0).map(
    (pitch, voice): Note => ({
      instrument: 'pad',
      start,
      length: tail * 0.55,
      pitch: pitch + 12,
      level: frame.mood.levels.pad * 0.6,
      pan: (voice - 1.5) * 0.4,
    }),
  )
  const rung: Note = {
    instrument: 'pluck',
    start,
    length: 1.8,
    pitch: frame.tonic + 24,
    level: 0.7 * frame.mood.levels.pluck,
    pan: 0,
  }
  const ground: Note = {
    instrument: 'bass',
    start,
    length: tail * 0.6,
    pitch: frame.tonic - (frame.tonic > 47 ? 12 : 0),
    level: 0.7,
    pan: 0,
  }
  return [...held, rung, ground]
}
