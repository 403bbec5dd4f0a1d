import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { StudioError } from '../domain/errors.ts'
import {
  type FrameCount,
  frames,
  type Rate,
  rateText,
  samplesFromFrames,
  secondsFromFrames,
} from '../domain/time.ts'
import { writeWhole } from '../kit/files.ts'
import type { MediaFacts } from '../ports/media-tool.ts'
import {
  houseAudioArguments,
  houseMuxArguments,
  houseSampleRateHz,
  houseTimescale,
} from './house-profile.ts'
import { loudnessFilter, readLoudness } from './loudness.ts'
import { firstAim, type Mix, masterMix, mixStems, musicTrack } from './mix.ts'
import {
  addClips,
  decodeTracks,
  emptyTrack,
  type SoundTrack,
  trackInput,
  trackOutput,
} from './mix-tracks.ts'
import { probe } from './probe.ts'
import { countedPackets } from './render-film.ts'
import { checkFilm } from './render-film-check.ts'
import type { FfmpegTools } from './run-ffmpeg.ts'

/** Fade at both ends of every scene's sound where they meet, in samples: 5 ms. */
const joinFade = 240

interface Part {
  readonly path: string
  readonly frames: FrameCount
  readonly hasSound: boolean
}

/**
 * Join finished scenes in the order given. The picture is copied packet by packet, not encoded again. The sound is
 * placed to the sample and encoded once more: copied AAC packets would carry each file's start-up samples into the
 * join, where they click and shift what follows.
 *
 * @param music one bed under the whole, ducked under the scenes' own sound; null for none
 * @throws StudioError `bad-input` without inputs, `media-failed` when the pictures are not alike or one cannot be read
 */
export const combineScenes = async (
  tools: FfmpegTools,
  inputs: readonly string[],
  output: string,
  music: string | null,
  signal?: AbortSignal,
): Promise<MediaFacts> => {
  const { parts, rate } = await readParts(tools, inputs, signal)
  const total = frames(parts.reduce((sum, part) => sum + part.frames, 0))
  return await writeWhole(output, async (path) => {
    const folder = await mkdtemp(join(dirname(path), 'work-'))
    try {
      const mix = await joinSound(tools, { parts, rate, total, music, folder }, signal)
      const list = join(folder, 'scenes.txt')
      const pictures = await copyPictures(tools, parts, folder, signal)
      await writeFile(list, sceneList(pictures, rate))
      await tools.runFfmpeg(joinArguments(list, rate, mix, path), {
        signal,
        task: `joining ${parts.length} scenes`,
      })
      await checkFilm(tools, path, { frames: total, rate, sound: mix !== null }, signal)
      return await probe(tools, path, signal)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
}

const filesPerRun = 24

/**
 * The scenes without their sound. A file with AAC begins before its picture does, by the encoder's start-up samples,
 * and a list of such files would shift each picture by them.
 */
const copyPictures = async (
  tools: FfmpegTools,
  parts: readonly Part[],
  folder: string,
  signal?: AbortSignal,
): Promise<readonly Part[]> => {
  const pictures = parts.map((part, index) => ({ ...part, path: join(folder, `${index}.mp4`) }))
  for (let from = 0; from < parts.length; from += filesPerRun) {
    const batch = parts.slice(from, from + filesPerRun)
    await tools.runFfmpeg(
      [
        ...batch.flatMap(({ path }) => ['-i', path]),
        ...batch.flatMap((_, index) => [
          ...['-map', `${index}:v:0`, '-c', 'copy', '-map_metadata', '-1'],
          pictures[from + index]?.path ?? '',
        ]),
      ],
      { signal, task: `copying ${batch.length} pictures` },
    )
  }
  return pictures
}

const sceneList = (parts: readonly Part[], rate: Rate): string =>
  parts
    .map(
      (part) =>
        `file '${basename(part.path)}'\nduration ${secondsFromFrames(part.frames, rate).toFixed(6)}\n`,
    )
    .join('')

const joinArguments = (
  list: string,
  rate: Rate,
  mix: Mix | null,
  path: string,
): readonly string[] => [
  ...['-f', 'concat', '-safe', '0', '-i', list],
  ...(mix ? trackInput(mix.track) : []),
  ...['-map', '0:v:0'],
  ...(mix ? ['-map', '1:a:0', ...houseAudioArguments] : []),
  ...['-c:v', 'copy', '-bsf:v', countedPackets(rate)],
  ...['-video_track_timescale', String(houseTimescale(rate)), '-map_metadata', '-1'],
  ...houseMuxArguments,
  path,
]

const readParts = async (
  tools: FfmpegTools,
  inputs: readonly string[],
  signal?: AbortSignal,
): Promise<{ readonly parts: readonly Part[]; readonly rate: Rate }> => {
  const parts: Part[] = []
  let first: { readonly words: string; readonly header: string; readonly rate: Rate } | null = null
  for (const path of inputs) {
    const facts = await probe(tools, path, signal)
    if (!facts.video) {
      throw new StudioError({
        code: 'media-failed',
        message: `"${path}" has no picture, so it cannot be joined with others.`,
      })
    }
    const { video } = facts
    const words = `${video.codec} ${video.width}×${video.height} at ${rateText(video.rate)} frames a second`
    const header = await pictureHeader(tools, path, signal)
    first ??= { words, header, rate: video.rate }
    if (words !== first.words || header !== first.header) {
      throw new StudioError({
        code: 'media-failed',
        message: `Scenes are joined without encoding them again, so all must be made alike: "${inputs[0]}" is ${first.words}, "${path}" is ${words}${words === first.words ? ' but encoded with other settings' : ''}. Render the scene again and repeat.`,
      })
    }
    parts.push({ path, frames: video.frames, hasSound: facts.audio !== null })
  }
  if (first === null) {
    throw new StudioError({ code: 'bad-input', message: 'No scenes were named to be joined.' })
  }
  return { parts, rate: first.rate }
}

/** What a decoder is set up with, as a hash: packets of two files may follow each other only when it is equal. */
const pictureHeader = async (
  tools: FfmpegTools,
  path: string,
  signal?: AbortSignal,
): Promise<string> => {
  const { stdout } = await tools.runFfprobe(
    [
      ...['-select_streams', 'v:0', '-show_data_hash', 'sha256'],
      ...['-show_entries', 'stream=profile,pix_fmt,extradata_hash', '-of', 'csv=p=0', path],
    ],
    { signal, task: `reading how ${path} is encoded` },
  )
  return stdout.toString('utf8').trim()
}

interface SoundJoin {
  readonly parts: readonly Part[]
  readonly rate: Rate
  readonly total: FrameCount
  readonly music: string | null
  readonly folder: string
}

const joinSound = async (
  tools: FfmpegTools,
  order: SoundJoin,
  signal?: AbortSignal,
): Promise<Mix | null> => {
  const { rate, folder } = order
  const samples = samplesFromFrames(order.total, rate, houseSampleRateHz)
  const voice = order.parts.some(({ hasSound }) => hasSound)
    ? await sceneTrack(tools, order, samples, signal)
    : null
  if (order.music !== null) {
    const music = await musicTrack(tools, order.music, { folder, samples }, signal)
    return await mixStems(tools, { voice, music, folder, samples }, signal)
  }
  return voice === null ? null : await keepLevel(tools, voice, folder, signal)
}

/** The scenes are mastered already: only peaks that a second encoding could lift are held down. */
const keepLevel = async (
  tools: FfmpegTools,
  track: SoundTrack,
  folder: string,
  signal?: AbortSignal,
): Promise<Mix> => {
  const copy = { ...track, path: join(folder, 'joined.f32') }
  const { stderr } = await tools.runFfmpeg(
    [...trackInput(track), '-af', loudnessFilter, ...trackOutput(copy.path, track.channels)],
    { signal, collectStderr: true, task: 'measuring the joined sound' },
  )
  const measured = readLoudness(stderr)
  const mix = { track: copy, unmastered: copy, measured }
  const isQuiet = (measured.truePeakDbtp ?? firstAim.peakDbtp) <= firstAim.peakDbtp
  if (measured.lufs === null || isQuiet) return mix
  return await masterMix(tools, mix, { ...firstAim, lufs: measured.lufs }, signal)
}

const sceneTrack = async (
  tools: FfmpegTools,
  { parts, rate, folder }: SoundJoin,
  samples: number,
  signal?: AbortSignal,
): Promise<SoundTrack> => {
  const heard = parts.filter(({ hasSound }) => hasSound)
  const files = heard.map(({ path }) => path)
  const clips = await decodeTracks(
    tools,
    { files, channels: 2, folder, name: 'scene', longest: samples },
    signal,
  )
  const track = await emptyTrack(join(folder, 'scenes.f32'), 2, samples)
  let at = 0
  let clipIndex = 0
  for (const part of parts) {
    const start = samplesFromFrames(frames(at), rate, houseSampleRateHz)
    at += part.frames
    const end = samplesFromFrames(frames(at), rate, houseSampleRateHz)
    const clip = part.hasSound ? clips[clipIndex++] : undefined
    if (!clip) continue
    const cut = { ...clip, samples: Math.min(clip.samples, end - start) }
    const placement = { start, fadeIn: joinFade, fadeOut: joinFade, gain: 1 }
    await addClips(track, [{ clip: cut, at: placement }])
  }
  return track
}
