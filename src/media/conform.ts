import type { PictureSize } from '../domain/brief.ts'
import { isStudioError, StudioError } from '../domain/errors.ts'
import { type FrameCount, frames, type Rate, rateText } from '../domain/time.ts'
import { writeWhole } from '../kit/files.ts'
import { houseMuxArguments, housePixelFilter, houseVideoArguments } from './house-profile.ts'
import { safeInputArguments } from './magic-bytes.ts'
import { type ProbedFile, probe, probeFile } from './probe.ts'
import type { FfmpegTools } from './run-ffmpeg.ts'

/** What a conform takes: see `MediaTool.conformTake`. */
export interface ConformOrder {
  readonly input: string
  readonly output: string
  readonly size: PictureSize
  readonly rate: Rate
  /** Frames at the head that are dropped, counted at the input's own rate. */
  readonly leaderFrames: number
  /** Frames to keep at most. */
  readonly length: FrameCount
}

/**
 * Make a vendor's clip fit the film. The picture fills the frame: what is over at the sides is cropped, never squeezed.
 * Sound is dropped; a clip that is too short stays short.
 *
 * @returns frames of the conformed file, counted in the file itself
 * @throws StudioError `media-unsafe`, `media-failed`, `disk-full`, `not-writable`
 */
export const conformTake = async (
  tools: FfmpegTools,
  order: ConformOrder,
  signal?: AbortSignal,
): Promise<FrameCount> => {
  const probed = await probeFile(tools, order.input, { signal })
  if (!probed.facts.video) {
    throw new StudioError({
      code: 'media-failed',
      message: `The clip has no picture to conform; it holds ${probed.nature.words}. Order the take again.`,
    })
  }
  let made = frames(0)
  await writeWhole(
    order.output,
    (path) =>
      tools
        .runFfmpeg(conformArguments(order, probed, path), {
          task: 'conforming a delivered clip',
          signal,
        })
        .catch((error: unknown) => {
          throw inPlainWords(error)
        }),
    async (path) => {
      made = (await probe(tools, path, signal)).video?.frames ?? frames(0)
      if (made > 0 && made <= order.length) return
      throw new StudioError({
        code: 'media-failed',
        message: `Conforming the clip gave ${made} frames (${order.length} were asked for, ${order.leaderFrames} leader frames of ${probed.facts.video?.frames} dropped). The clip is shorter than its leader or cannot be decoded; order the take again.`,
      })
    },
  )
  return made
}

/** A failure of ffmpeg on one line, without its own words and paths of ours; those go with it as its cause. */
const inPlainWords = (error: unknown): unknown => {
  if (!isStudioError(error) || error.code !== 'media-failed') return error
  const [ended = '', said] = error.message.split('. It said:')
  const message =
    said === undefined
      ? error.message.split('\n').slice(0, 1).join('')
      : `${ended}: the clip is broken, or in a form that cannot be converted. It is kept as it was delivered; order the take again.`
  return new StudioError({ code: 'media-failed', message, cause: error })
}

const conformArguments = (
  order: ConformOrder,
  probed: ProbedFile,
  path: string,
): readonly string[] => {
  const { width, height } = order.size
  // Untagged video of our day is bt709; the scaler would take it for bt601.
  const untagged = probed.colourMatrix === null && (probed.pixelFormat ?? '').startsWith('yuv')
  const filters = [
    ...(order.leaderFrames > 0 ? [`trim=start_frame=${order.leaderFrames}`] : []),
    'setpts=PTS-STARTPTS',
    `fps=${rateText(order.rate)}`,
    `scale=${width}:${height}:force_original_aspect_ratio=increase:flags=bicubic+accurate_rnd+full_chroma_int${untagged ? ':in_color_matrix=bt709' : ''}`,
    `crop=${width}:${height}`,
    housePixelFilter,
  ]
  return [
    ...safeInputArguments(order.input, probed.nature),
    ...['-map', '0:v:0', '-an', '-sn', '-dn', '-map_metadata', '-1', '-map_chapters', '-1'],
    ...['-vf', filters.join(','), '-frames:v', String(order.length)],
    ...houseVideoArguments(order.rate),
    ...houseMuxArguments,
    path,
  ]
}
