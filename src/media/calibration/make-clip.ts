import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PictureSize } from '../../domain/brief.ts'
import type { DefectKind } from '../../domain/review.ts'
import { frames, rate24 } from '../../domain/time.ts'
import { writeWhole } from '../../kit/files.ts'
import type { PlannedTake } from '../../ports/media-tool.ts'
import { houseVideoArguments } from '../house-profile.ts'
import type { FfmpegTools } from '../run-ffmpeg.ts'
import { type Injection, injection, type RawFrames } from './defects.ts'
import { calibrationScene } from './scenes.ts'
import { oneOf, seededDraw } from './seeded.ts'

/** A clip whose defect is known, with the plan it was made for. */
export interface CalibrationClip {
  readonly seed: number
  /** Null for a good clip. */
  readonly defect: DefectKind | null
  readonly path: string
  readonly planned: PlannedTake
  /** Scene and injection in words, for the report. */
  readonly words: string
}

/** Good material that a clip is made from: the drawn scenes here, or frames of a video model. */
export interface CalibrationSource {
  readonly name: string
  readonly planned: PlannedTake
  readonly frames: () => Promise<RawFrames>
}

/** Frames of a drawn clip: 1.5 s at 24 a second. */
const drawnClipFrames = 36

/** A drawn scene as a source. The same seed and size give the same frames; the size's default is by the seed. */
export const drawnSource = (seed: number, size?: PictureSize): CalibrationSource => {
  const scene = calibrationScene(seed, size)
  return {
    name: scene.name,
    planned: {
      camera: scene.camera,
      hasMotion: scene.hasMotion,
      timeOfDay: scene.timeOfDay,
      length: frames(drawnClipFrames),
      rate: rate24,
      size: scene.size,
    },
    frames: async () =>
      Array.from({ length: drawnClipFrames }, (_, index) =>
        scene.frame(index / (drawnClipFrames - 1)),
      ),
  }
}

/**
 * Make one clip in a folder: the source's frames, damaged or not, encoded in one of several qualities.
 *
 * @param other source of a different scene of the same size, for scene cuts
 */
export const makeCalibrationClip = async (
  tools: FfmpegTools,
  order: {
    readonly seed: number
    readonly defect: DefectKind | null
    readonly folder: string
    readonly source: CalibrationSource
    readonly other: CalibrationSource
  },
): Promise<CalibrationClip> => {
  const { seed, defect, source } = order
  const { size, length } = source.planned
  const change = injection(defect, {
    seed,
    count: length,
    height: Math.min(size.width, size.height),
    other: defect === 'scene-cut' ? await order.other.frames() : [],
  })
  const name = `${seed}-${defect ?? 'good'}.${change.encoder ? 'mkv' : 'mp4'}`
  const path = join(order.folder, name)
  await encode(tools, { seed, size, change, path, frames: change.frames(await source.frames()) })
  if (defect === 'truncated') await writeFile(path, change.file(await readFile(path)))
  return { seed, defect, path, planned: source.planned, words: `${source.name}, ${change.words}` }
}

const encode = async (
  tools: FfmpegTools,
  clip: {
    readonly seed: number
    readonly size: PictureSize
    readonly change: Injection
    readonly path: string
    readonly frames: RawFrames
  },
): Promise<void> => {
  const { width, height } = clip.size
  const quality = oneOf(seededDraw(clip.seed + 31), ['16', '20', '23', '26'])
  const filters = [
    ...clip.change.filters,
    'scale=out_color_matrix=bt709:out_range=tv',
    'format=yuv420p',
  ]
  await writeWhole(clip.path, (path) =>
    tools.runFfmpeg(
      [
        ...['-f', 'rawvideo', '-pix_fmt', 'rgba', '-s', `${width}x${height}`, '-r', '24'],
        ...['-i', 'pipe:0', '-vf', filters.join(',')],
        ...(clip.change.encoder ?? [...houseVideoArguments(rate24), '-crf', quality]),
        ...['-movflags', '+faststart', path],
      ],
      { stdin: bytesOf(clip.frames), task: `making calibration clip ${clip.path}` },
    ),
  )
}

const bytesOf = async function* (all: RawFrames): AsyncGenerator<Uint8Array> {
  for (const frame of all) {
    yield new Uint8Array(frame.buffer, frame.byteOffset, frame.byteLength)
  }
}
