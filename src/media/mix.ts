import { join } from 'node:path'
import { type FrameCount, type Rate, samplesFromFrames } from '../domain/time.ts'
import type { PlacedVoice } from '../ports/media-tool.ts'
import { houseSampleRateHz } from './house-profile.ts'
import {
  ceilingDbtp,
  type Loudness,
  loudnessFilter,
  measureLoudness,
  readLoudness,
  targetLufs,
} from './loudness.ts'
import {
  addClips,
  decodeTracks,
  emptyTrack,
  type SoundTrack,
  speechLevel,
  trackInput,
  trackOutput,
} from './mix-tracks.ts'
import type { FfmpegTools } from './run-ffmpeg.ts'

/** What a mix is made from. */
export interface MixOrder {
  readonly voices: readonly PlacedVoice[]
  readonly music: string | null
  readonly frames: FrameCount
  readonly rate: Rate
  /** Folder for passing files. */
  readonly folder: string
}

/** A finished mix as raw sound of exactly the film's length, and what it was made from. */
export interface Mix {
  readonly track: SoundTrack
  /** The same before gain and limiter, with its measures. */
  readonly unmastered: SoundTrack
  readonly measured: Loudness
}

/** What mastering aims at. */
export interface MasterAim {
  readonly lufs: number
  readonly peakDbtp: number
}

/** Fades at the ends of every voice clip, in samples: too short to hear, long enough not to click. */
const voiceFadeIn = 144
const voiceFadeOut = 720
/** Level every voice clip is brought to before the mix, so that two voices sound equally near. */
const voiceLevel = 0.1
const mostVoiceGain = 6
/** LUFS that stems are brought to before they meet: a bed about 7 LU under the voice, ducked further while it speaks. */
const voiceStemLufs = -18
const bedUnderVoiceLufs = -25
const musicAloneLufs = -18
/** The limiter stops a decibel under the ceiling: AAC adds overshoots of its own. */
export const firstAim: MasterAim = { lufs: targetLufs, peakDbtp: ceilingDbtp - 1 }
const musicFadeInSeconds = 0.8
const musicFadeOutSeconds = 2.5
const loopCrossfadeSeconds = 2

const linear = (decibels: number): number => 10 ** (decibels / 20)

/**
 * Mix voice and music for a film.
 *
 * @returns null when there is neither
 * @throws StudioError `media-failed`
 */
export const mixFilm = async (
  tools: FfmpegTools,
  order: MixOrder,
  signal?: AbortSignal,
): Promise<Mix | null> => {
  if (order.voices.length === 0 && order.music === null) return null
  const samples = samplesFromFrames(order.frames, order.rate, houseSampleRateHz)
  const voice = order.voices.length > 0 ? await voiceTrack(tools, order, samples, signal) : null
  const music =
    order.music === null
      ? null
      : await musicTrack(tools, order.music, { folder: order.folder, samples }, signal)
  return await mixStems(tools, { voice, music, folder: order.folder, samples }, signal)
}

/**
 * Lay speech and a music bed together, the bed ducked while there is speech, and master the mix to the house loudness.
 */
export const mixStems = async (
  tools: FfmpegTools,
  stems: {
    readonly voice: SoundTrack | null
    readonly music: SoundTrack | null
    readonly folder: string
    readonly samples: number
  },
  signal?: AbortSignal,
): Promise<Mix> => {
  const { voice, music, samples } = stems
  const bed = voice === null ? musicAloneLufs : bedUnderVoiceLufs
  const [voiceGain, musicGain] = await Promise.all([
    stemGain(tools, voice, voiceStemLufs, signal),
    stemGain(tools, music, bed, signal),
  ])
  const track = { path: join(stems.folder, 'mix.f32'), channels: 2, samples } as const
  const { stderr } = await tools.runFfmpeg(
    mixArguments({ voice, music, voiceGain, musicGain }, track),
    { signal, collectStderr: true, task: 'mixing voice and music' },
  )
  const measured = readLoudness(stderr)
  return await masterMix(tools, { track, unmastered: track, measured }, firstAim, signal)
}

/**
 * Bring a mix to its loudness and under its peak, from its unmastered sound: one pass to find the gain, then passes
 * that measure what the limiter left, until both are right. Silence stays as it is.
 */
export const masterMix = async (
  tools: FfmpegTools,
  mix: Mix,
  aim: MasterAim,
  signal?: AbortSignal,
): Promise<Mix> => {
  const { unmastered, measured } = mix
  if (measured.lufs === null) return mix
  const track = { ...unmastered, path: `${unmastered.path}.mastered` }
  let gain = aim.lufs - measured.lufs
  for (let pass = 1; ; pass += 1) {
    const limit = (measured.truePeakDbtp ?? 0) + gain > aim.peakDbtp ? aim.peakDbtp : null
    const { stderr } = await tools.runFfmpeg(masterArguments(unmastered, track, gain, limit), {
      signal,
      collectStderr: true,
      task: 'mastering the mix',
    })
    const miss = aim.lufs - (readLoudness(stderr).lufs ?? aim.lufs)
    if (Math.abs(miss) < 0.1 || pass === 4) return { ...mix, track }
    gain += miss
  }
}

/** Voice and music, each with the factor in decibels that brings it to its place. */
export interface Stems {
  readonly voice: SoundTrack | null
  readonly music: SoundTrack | null
  readonly voiceGain: number
  readonly musicGain: number
}

/** Arguments of the run that lays the stems together, ducks the music under the voice, and measures. */
export const mixArguments = (stems: Stems, output: SoundTrack): readonly string[] => {
  const exact = `apad=whole_len=${output.samples},atrim=end_sample=${output.samples}`
  const inputs = [stems.voice, stems.music].filter((track) => track !== null)
  const voice = `volume=${stems.voiceGain.toFixed(2)}dB,aformat=sample_fmts=fltp:channel_layouts=stereo`
  const music = `volume=${stems.musicGain.toFixed(2)}dB,aformat=sample_fmts=fltp:channel_layouts=stereo`
  const graph =
    stems.voice && stems.music
      ? [
          `[0:a]${voice},asplit[spoken][key]`,
          `[1:a]${music}[bed]`,
          '[bed][key]sidechaincompress=threshold=0.03:ratio=8:attack=20:release=400[ducked]',
          `[spoken][ducked]amix=inputs=2:normalize=0:dropout_transition=0,${exact},${loudnessFilter}[mix]`,
        ].join(';')
      : `[0:a]${stems.voice ? voice : music},${exact},${loudnessFilter}[mix]`
  return [
    ...inputs.flatMap(trackInput),
    '-filter_complex',
    graph,
    '-map',
    '[mix]',
    ...trackOutput(output.path, 2),
  ]
}

/**
 * Arguments of the run that applies a gain and, where peaks ask for it, limits at four times the rate, and measures.
 *
 * @param limitDbtp highest true peak to leave; null for no limiter
 */
export const masterArguments = (
  input: SoundTrack,
  output: SoundTrack,
  gainDb: number,
  limitDbtp: number | null,
): readonly string[] => {
  // Between two samples a wave can rise above both: at 192 kHz the limiter sees it.
  const limiter =
    limitDbtp === null
      ? ''
      : `,aresample=192000,alimiter=limit=${linear(limitDbtp).toFixed(5)}:attack=5:release=80:level=0:latency=1,aresample=48000`
  const exact = `apad=whole_len=${output.samples},atrim=end_sample=${output.samples}`
  return [
    ...trackInput(input),
    '-af',
    `volume=${gainDb.toFixed(3)}dB${limiter},${exact},${loudnessFilter}`,
    ...trackOutput(output.path, 2),
  ]
}

const stemGain = async (
  tools: FfmpegTools,
  track: SoundTrack | null,
  lufs: number,
  signal?: AbortSignal,
): Promise<number> => {
  if (track === null) return 0
  const measured = await measureLoudness(tools, trackInput(track), signal)
  return measured.lufs === null ? 0 : lufs - measured.lufs
}

const voiceTrack = async (
  tools: FfmpegTools,
  order: MixOrder,
  samples: number,
  signal?: AbortSignal,
): Promise<SoundTrack> => {
  const files = order.voices.map(({ path }) => path)
  const clips = await decodeTracks(
    tools,
    { files, channels: 1, folder: order.folder, name: 'voice', longest: samples },
    signal,
  )
  const track = await emptyTrack(join(order.folder, 'voices.f32'), 1, samples)
  const placed: Parameters<typeof addClips>[1][number][] = []
  for (const [index, clip] of clips.entries()) {
    const level = await speechLevel(clip)
    const start = order.voices[index]?.start ?? order.frames
    placed.push({
      clip,
      at: {
        start: samplesFromFrames(start, order.rate, houseSampleRateHz),
        fadeIn: Math.min(voiceFadeIn, clip.samples / 2),
        fadeOut: Math.min(voiceFadeOut, clip.samples / 2),
        gain: level === 0 ? 1 : Math.min(mostVoiceGain, voiceLevel / level),
      },
    })
  }
  await addClips(track, placed)
  return track
}

/**
 * Where copies of a piece of music begin so that it lasts for the film, each crossing into the next, with the fades at
 * the film's two ends. Counts are samples.
 */
export const loopMusic = (
  musicSamples: number,
  filmSamples: number,
): readonly { readonly start: number; readonly fadeIn: number; readonly fadeOut: number }[] => {
  if (musicSamples <= 0) return []
  const second = houseSampleRateHz
  const first = Math.round(Math.min(musicFadeInSeconds * second, filmSamples / 8))
  const last = Math.round(Math.min(musicFadeOutSeconds * second, filmSamples / 4))
  const cross = Math.round(Math.min(loopCrossfadeSeconds * second, musicSamples / 4))
  const copies: { start: number; fadeIn: number; fadeOut: number }[] = []
  for (let start = 0; start < filmSamples; start += musicSamples - cross) {
    const isLast = start + musicSamples >= filmSamples
    copies.push({
      start,
      fadeIn: start === 0 ? Math.min(first, musicSamples / 2) : cross,
      fadeOut: isLast ? Math.min(last, filmSamples - start) : cross,
    })
    if (isLast) break
  }
  return copies
}

/** A music bed of exactly the length given, looped or cut. */
export const musicTrack = async (
  tools: FfmpegTools,
  path: string,
  { folder, samples }: { readonly folder: string; readonly samples: number },
  signal?: AbortSignal,
): Promise<SoundTrack> => {
  const [clip] = await decodeTracks(
    tools,
    { files: [path], channels: 2, folder, name: 'music', longest: samples },
    signal,
  )
  const track = await emptyTrack(join(folder, 'bed.f32'), 2, samples)
  if (clip) {
    const copies = loopMusic(clip.samples, samples)
    await addClips(
      track,
      copies.map((at) => ({ clip, at: { ...at, gain: 1 } })),
    )
  }
  return track
}
