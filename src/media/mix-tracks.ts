import { type FileHandle, open } from 'node:fs/promises'
import { join } from 'node:path'
import { StudioError } from '../domain/errors.ts'
import { houseSampleRateHz } from './house-profile.ts'
import { fileNature, safeInputArguments } from './magic-bytes.ts'
import type { FfmpegTools } from './run-ffmpeg.ts'

/** Raw sound: 32-bit floats, little endian, channels interleaved, 48 kHz. */
export interface SoundTrack {
  readonly path: string
  readonly channels: 1 | 2
  /** Samples of one channel. */
  readonly samples: number
}

/** What of a clip goes where. All counts are samples of one channel at 48 kHz. */
export interface Placement {
  readonly start: number
  readonly fadeIn: number
  readonly fadeOut: number
  /** Factor on the samples. */
  readonly gain: number
}

const bytesPerSample = 4
const chunkSamples = 1 << 18

/** Arguments that make ffmpeg read a track. */
export const trackInput = (track: SoundTrack): readonly string[] => [
  '-f',
  'f32le',
  '-ar',
  String(houseSampleRateHz),
  '-ac',
  String(track.channels),
  '-i',
  track.path,
]

/** Arguments that make ffmpeg write a track. */
export const trackOutput = (path: string, channels: 1 | 2): readonly string[] => [
  '-f',
  'f32le',
  '-c:a',
  'pcm_f32le',
  '-ar',
  String(houseSampleRateHz),
  '-ac',
  String(channels),
  path,
]

const filesPerRun = 24

/** Which files {@link decodeTracks} decodes, and to where. */
export interface DecodeOrder {
  readonly files: readonly string[]
  readonly channels: 1 | 2
  /** Folder the tracks are written to, as `name-0.f32`, `name-1.f32`, … */
  readonly folder: string
  readonly name: string
  /** Samples of each file that are wanted at most. */
  readonly longest: number
}

/**
 * Decode sound files to raw tracks, a run of ffmpeg for every two dozen. Each file is opened by what its first bytes
 * say it is, and as nothing else.
 *
 * @throws StudioError `media-unsafe` for files that are not media, `media-failed` for files without sound
 */
export const decodeTracks = async (
  tools: FfmpegTools,
  { files, channels, folder, name, longest }: DecodeOrder,
  signal?: AbortSignal,
): Promise<readonly SoundTrack[]> => {
  const seconds = (longest / houseSampleRateHz + 0.1).toFixed(3)
  const paths = files.map((_, index) => join(folder, `${name}-${index}.f32`))
  const inputs = await Promise.all(files.map(openSafely))
  for (let from = 0; from < files.length; from += filesPerRun) {
    const batch = inputs.slice(from, from + filesPerRun)
    await tools.runFfmpeg(
      [
        ...batch.flat(),
        ...batch.flatMap((_, index) => [
          ...['-map', `${index}:a:0`, '-t', seconds],
          ...trackOutput(paths[from + index] ?? '', channels),
        ]),
      ],
      { signal, task: `decoding ${batch.length} sound files` },
    )
  }
  return await Promise.all(
    paths.map(async (path) => ({ path, channels, samples: await trackSamples(path, channels) })),
  )
}

const openSafely = async (path: string): Promise<readonly string[]> => {
  const nature = await fileNature(path)
  if (nature.kind !== 'text' && nature.kind !== 'refused') return safeInputArguments(path, nature)
  throw new StudioError({
    code: 'media-unsafe',
    message: `"${path}" is ${nature.words}, not sound. It was not opened.`,
  })
}

const trackSamples = async (path: string, channels: number): Promise<number> => {
  const file = await open(path, 'r')
  try {
    return Math.floor((await file.stat()).size / (bytesPerSample * channels))
  } finally {
    await file.close()
  }
}

/** A silent track of exactly the length given. */
export const emptyTrack = async (
  path: string,
  channels: 1 | 2,
  samples: number,
): Promise<SoundTrack> => {
  const file = await open(path, 'w')
  try {
    await file.truncate(samples * channels * bytesPerSample)
  } finally {
    await file.close()
  }
  return { path, channels, samples }
}

/**
 * Add clips to a track, each at its exact sample. What lies past the end of the track is cut off, with the clip's
 * fade at the new end. Reads and writes in blocks: a track may be longer than memory.
 */
export const addClips = async (
  track: SoundTrack,
  clips: readonly { readonly clip: SoundTrack; readonly at: Placement }[],
): Promise<void> => {
  const target = await open(track.path, 'r+')
  try {
    for (const { clip, at } of clips) await addClip(target, track, clip, at)
  } finally {
    await target.close()
  }
}

const addClip = async (
  target: FileHandle,
  track: SoundTrack,
  clip: SoundTrack,
  at: Placement,
): Promise<void> => {
  const length = Math.min(clip.samples, track.samples - at.start)
  if (length <= 0) return
  const source = await open(clip.path, 'r')
  try {
    for (let from = 0; from < length; from += chunkSamples) {
      const count = Math.min(chunkSamples, length - from)
      const added = await readSamples(source, from, count, clip.channels)
      const sum = await readSamples(target, at.start + from, count, track.channels)
      for (let index = 0; index < sum.length; index += 1) {
        const sample = from + Math.floor(index / track.channels)
        const value = added[index] ?? 0
        sum[index] = (sum[index] ?? 0) + value * at.gain * envelope(sample, length, at)
      }
      await writeSamples(target, at.start + from, sum, track.channels)
    }
  } finally {
    await source.close()
  }
}

/** Sine-squared ramps: two clips that cross in one keep the level of like sounds, and neither end clicks. */
const envelope = (sample: number, length: number, at: Placement): number => {
  const rampIn = at.fadeIn > 0 ? Math.min(1, (sample + 0.5) / at.fadeIn) : 1
  const rampOut = at.fadeOut > 0 ? Math.min(1, (length - sample - 0.5) / at.fadeOut) : 1
  return Math.sin((rampIn * Math.PI) / 2) ** 2 * Math.sin((rampOut * Math.PI) / 2) ** 2
}

/** Read samples of all channels, interleaved. */
export const readSamples = async (
  file: FileHandle,
  from: number,
  count: number,
  channels: number,
): Promise<Float32Array> => {
  const samples = new Float32Array(count * channels)
  const bytes = new Uint8Array(samples.buffer)
  await file.read(bytes, 0, bytes.length, from * channels * bytesPerSample)
  return samples
}

const writeSamples = async (
  file: FileHandle,
  from: number,
  samples: Float32Array,
  channels: number,
): Promise<void> => {
  const bytes = new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength)
  await file.write(bytes, 0, bytes.length, from * channels * bytesPerSample)
}

/**
 * Level of what is spoken in a clip: root mean square over the 20 ms blocks that are within 30 dB of the loudest.
 *
 * @returns 0…1; 0 for silence
 */
export const speechLevel = async (clip: SoundTrack): Promise<number> => {
  const file = await open(clip.path, 'r')
  try {
    const samples = await readSamples(file, 0, clip.samples, clip.channels)
    const block = 960 * clip.channels
    const powers: number[] = []
    for (let from = 0; from < samples.length; from += block) {
      let sum = 0
      const end = Math.min(samples.length, from + block)
      for (let index = from; index < end; index += 1) sum += (samples[index] ?? 0) ** 2
      powers.push(sum / (end - from))
    }
    const loudest = powers.reduce((most, power) => Math.max(most, power), 0)
    const spoken = powers.filter((power) => power > loudest / 1000)
    if (loudest === 0 || spoken.length === 0) return 0
    return Math.sqrt(spoken.reduce((sum, power) => sum + power, 0) / spoken.length)
  } finally {
    await file.close()
  }
}
