import { isStudioError, StudioError } from '../domain/errors.ts'
import type { MediaTool, PlannedTake, TechnicalReview } from '../ports/media-tool.ts'
import { captionFiles } from './captions.ts'
import { combineScenes } from './combine.ts'
import { conformTake } from './conform.ts'
import { probeFfmpeg } from './ffmpeg-capabilities.ts'
import { inspectDelivery, inspectUpload } from './inspect-upload.ts'
import { safeInputArguments } from './magic-bytes.ts'
import { probe, probeFile } from './probe.ts'
import { judgeTake, undecodableReview } from './quality-gates.ts'
import { measureTake } from './quality-measures.ts'
import { renderFilm } from './render-film.ts'
import type { FfmpegTools } from './run-ffmpeg.ts'
import { still } from './still.ts'
import { contactSheet, poster } from './stills-sheets.ts'

/** The media tool on ffmpeg and ffprobe, as found by `ffmpegTools`. */
export const mediaTool = (tools: FfmpegTools): MediaTool => ({
  ready: () => checkTools(tools),
  probe: (path, signal) => probe(tools, path, signal),
  inspectUpload: (path) => inspectUpload(tools, path),
  inspectDelivery: (path) => inspectDelivery(tools, path),
  conformTake: (order, signal) => conformTake(tools, order, signal),
  reviewTake: (path, planned, signal) => reviewTake(tools, { path, planned }, signal),
  still: (input, frame, output, signal) => still(tools, { input, frame, output }, signal),
  renderFilm: (order, output, onProgress, signal) =>
    renderFilm(tools, order, output, onProgress, signal),
  combine: (inputs, output, music, signal) => combineScenes(tools, inputs, output, music, signal),
  captionFiles,
  poster: (still) => poster(tools, still),
  contactSheet: (film, cells, rate, output) => contactSheet(tools, film, cells, rate, output),
})

const checkTools = async (tools: FfmpegTools): Promise<void> => {
  const { missing } = await probeFfmpeg(tools)
  if (missing.length === 0) return
  throw new StudioError({
    code: 'tool-missing',
    message: `${tools.ffmpegPath} lacks what films need: ${missing.join(', ')}. Nothing was spent. Run: npm run setup, or set FFMPEG_PATH to a full build.`,
  })
}

/**
 * Review a take: measured in one pass, judged against its plan. A file of which nothing can be decoded is a finding,
 * not a failure of the review.
 *
 * @throws StudioError `footage-missing`, `media-unsafe`, `tool-missing`; `media-failed` when the review itself fails
 */
const reviewTake = async (
  tools: FfmpegTools,
  take: { readonly path: string; readonly planned: PlannedTake },
  signal?: AbortSignal,
): Promise<TechnicalReview> => {
  try {
    return judgeTake(await measureTake(tools, take.path, signal), take.planned)
  } catch (error) {
    if (!isStudioError(error) || error.code !== 'media-failed') throw error
    if (await hasOneFrame(tools, take.path, signal)) throw error
    return undecodableReview(error.message)
  }
}

/** Whether a single frame can be decoded without any of the review's filters. */
const hasOneFrame = async (
  tools: FfmpegTools,
  path: string,
  signal?: AbortSignal,
): Promise<boolean> => {
  try {
    const { facts, nature } = await probeFile(tools, path, { signal })
    if (!facts.video) return false
    const { stdout } = await tools.runFfmpeg(
      [
        ...safeInputArguments(path, nature),
        ...['-map', '0:v:0', '-frames:v', '1', '-s', '16x16', '-f', 'rawvideo', 'pipe:1'],
      ],
      { task: `looking for one whole frame in ${path}`, signal, collectStdout: true },
    )
    return stdout.length > 0
  } catch (error) {
    if (isStudioError(error) && error.code === 'media-failed') return false
    throw error
  }
}
