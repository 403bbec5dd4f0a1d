import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { cutLength } from '../domain/cut.ts'
import { StudioError } from '../domain/errors.ts'
import type { Rate } from '../domain/time.ts'
import { writeWhole } from '../kit/files.ts'
import type { FilmOrder, RenderedFilm } from '../ports/media-tool.ts'
import { planSegments, type Segment } from './filter-graph.ts'
import {
  houseAudioArguments,
  houseMuxArguments,
  houseTimescale,
  houseVideoArguments,
} from './house-profile.ts'
import { ceilingDbtp, measureLoudness, targetLufs } from './loudness.ts'
import { firstAim, type Mix, masterMix, mixFilm } from './mix.ts'
import { trackInput } from './mix-tracks.ts'
import { checkFilm } from './render-film-check.ts'
import { layText } from './render-film-text.ts'
import type { FfmpegTools } from './run-ffmpeg.ts'

/** Runs of ffmpeg side by side; each encodes on one thread, which makes its bytes the same on every machine. */
const sideBySide = 2

/**
 * Render a film.
 *
 * Each event is a run of ffmpeg of its own, with the transition into it, titles and captions, encoded once in the house
 * profile; two run at a time, and the results are joined packet by packet with timestamps written anew from the frame
 * count. This bounds memory by one event instead of the film, keeps two cores busy where one graph cannot (a chain of
 * cross-fades works from its first input to its last), and each run's frames are checked by themselves. Untouched
 * footage is not copied over as packets: nearly every frame of a film lies under a caption or a transition, and takes
 * begin between sync frames.
 *
 * @throws StudioError `media-failed` with ffmpeg's last lines, `disk-full`, `not-writable`; no file is left then
 */
export const renderFilm = async (
  tools: FfmpegTools,
  order: FilmOrder,
  output: string,
  onProgress: (fraction: number) => void,
  signal?: AbortSignal,
): Promise<RenderedFilm> => {
  const total = cutLength(order.cut)
  if (total === 0) {
    throw new StudioError({
      code: 'media-failed',
      message: `The cut "${order.cut.candidate}" has no events, so there is no film to render to "${output}".`,
    })
  }
  return await writeWhole(output, async (path) => {
    const folder = await mkdtemp(join(dirname(path), 'work-'))
    const stop = new AbortController()
    const both = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal
    try {
      const images = await layText(order, folder)
      const segments = planSegments(order.cut, order.footage, images, order.size)
      const [paths, mix] = await allOrNothing(
        [
          renderSegments(tools, segments, order.cut.rate, folder, { stop, signal: both }, (done) =>
            onProgress((0.9 * done) / total),
          ),
          mixFilm(tools, { ...order, frames: total, rate: order.cut.rate, folder }, both),
        ],
        stop,
      )
      const film = await joinFilm(tools, { order, segments: paths, mix, folder, path }, both)
      onProgress(1)
      return film
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
}

/** Wait for all; when one fails the others are ended and waited for, so that nothing runs on. */
const allOrNothing = async <Results extends readonly unknown[]>(
  work: { readonly [Index in keyof Results]: Promise<Results[Index]> },
  stop: AbortController,
): Promise<Results> => {
  try {
    return (await Promise.all(work)) as unknown as Results
  } catch (error) {
    stop.abort(error)
    await Promise.allSettled(work)
    throw error
  }
}

const renderSegments = async (
  tools: FfmpegTools,
  segments: readonly Segment[],
  rate: Rate,
  folder: string,
  { stop, signal }: { readonly stop: AbortController; readonly signal: AbortSignal },
  onFrames: (done: number) => void,
): Promise<readonly string[]> => {
  const done = segments.map(() => 0)
  const paths = segments.map((_, index) => join(folder, `event-${index}.mp4`))
  let next = 0
  const threads = segments.length === 1 ? sideBySide : 1
  const worker = async (): Promise<void> => {
    for (let index = next++; index < segments.length; index = next++) {
      const segment = segments[index]
      if (!segment) return
      await renderSegment(
        tools,
        { segment, rate, threads, path: paths[index] ?? '' },
        signal,
        (count) => {
          done[index] = count
          onFrames(done.reduce((sum, value) => sum + value, 0))
        },
      )
    }
  }
  await allOrNothing(Array.from({ length: sideBySide }, worker), stop)
  return paths
}

interface SegmentRun {
  readonly segment: Segment
  readonly rate: Rate
  readonly threads: number
  readonly path: string
}

const renderSegment = async (
  tools: FfmpegTools,
  { segment, rate, threads, path }: SegmentRun,
  signal: AbortSignal,
  onFrames: (count: number) => void,
): Promise<void> => {
  let count = 0
  await tools.runFfmpeg(
    [
      ...segment.inputs.flatMap((input) => ['-threads', '1', '-i', input]),
      '-filter_complex',
      segment.graph,
      '-filter_complex_threads',
      '1',
      '-map',
      '[film]',
      ...houseVideoArguments(rate),
      '-threads',
      String(threads),
      '-an',
      path,
    ],
    {
      signal,
      task: `rendering ${segment.event.slate}`,
      onProgress: ({ frames: written }) => {
        count = written
        onFrames(Math.min(written, segment.length))
      },
    },
  )
  if (count === segment.length) return
  throw new StudioError({
    code: 'media-failed',
    message: `Rendering ${segment.event.slate} made ${count} frames where the cut has ${segment.length}. Its footage "${segment.inputs[0]}" or the handle of the take before it is shorter than the cut says.`,
  })
}

interface Join {
  readonly order: FilmOrder
  readonly segments: readonly string[]
  readonly mix: Mix | null
  readonly folder: string
  readonly path: string
}

/** Join, check, measure the encoded sound, and where the encoder moved it too far, correct and join again. */
const joinFilm = async (
  tools: FfmpegTools,
  parts: Join,
  signal: AbortSignal,
): Promise<RenderedFilm> => {
  const { order, folder, path } = parts
  const total = cutLength(order.cut)
  const list = join(folder, 'events.txt')
  await writeFile(list, parts.segments.map((segment) => `file '${basename(segment)}'\n`).join(''))
  let { mix } = parts
  let aim = firstAim
  for (let attempt = 1; ; attempt += 1) {
    await tools.runFfmpeg(joinArguments(order, list, mix, path), {
      signal,
      task: 'joining the film',
    })
    await checkFilm(
      tools,
      path,
      { frames: total, rate: order.cut.rate, sound: mix !== null },
      signal,
    )
    if (mix === null) return { frames: total, loudnessLufs: null, truePeakDbtp: null }
    const { lufs, truePeakDbtp } = await measureLoudness(tools, ['-i', path], signal)
    const miss = lufs === null ? 0 : targetLufs - lufs
    const excess = Math.max(0, (truePeakDbtp ?? ceilingDbtp) - ceilingDbtp)
    if (attempt === 3 || (Math.abs(miss) < 0.25 && excess === 0)) {
      return { frames: total, loudnessLufs: lufs, truePeakDbtp }
    }
    aim = { lufs: aim.lufs + miss, peakDbtp: aim.peakDbtp - (excess > 0 ? excess + 0.2 : 0) }
    mix = await masterMix(tools, mix, aim, signal)
  }
}

const tagArguments = (tags: FilmOrder['tags']): readonly string[] => [
  '-map_metadata',
  '-1',
  ...Object.entries(tags).flatMap(([name, value]) => ['-metadata', `${name}=${value}`]),
]

const joinArguments = (
  order: FilmOrder,
  list: string,
  mix: Mix | null,
  path: string,
): readonly string[] => [
  '-f',
  'concat',
  '-safe',
  '0',
  '-i',
  list,
  ...(mix ? trackInput(mix.track) : []),
  '-map',
  '0:v:0',
  ...(mix ? ['-map', '1:a:0', ...houseAudioArguments] : []),
  '-c:v',
  'copy',
  '-bsf:v',
  countedPackets(order.cut.rate),
  '-video_track_timescale',
  String(houseTimescale(order.cut.rate)),
  ...tagArguments(order.tags),
  ...houseMuxArguments,
  path,
]

/**
 * Timestamps from the frame count: a concat demuxer adds up rounded durations, which drifts by ticks at each join.
 * Decoding order is two frames early at most, as the house profile's two B-frames need.
 */
export const countedPackets = (rate: Rate): string => {
  const perSecond = `${rate.numerator}/${rate.denominator}`
  return `setts=pts=round(PTS*TB*${perSecond})/(${perSecond}*TB):dts=(N-2)/(${perSecond}*TB)`
}
