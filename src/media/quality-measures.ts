import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PictureSize } from '../domain/brief.ts'
import { StudioError } from '../domain/errors.ts'
import type { FrameCount, Rate } from '../domain/time.ts'
import { frames } from '../domain/time.ts'
import { safeInputArguments } from './magic-bytes.ts'
import { probeFile } from './probe.ts'
import { type EdgeMeasures, measureEdges } from './quality-measures-edges.ts'
import { type GreyMeasures, measureGrey } from './quality-measures-grey.ts'
import type { FfmpegTools } from './run-ffmpeg.ts'

/** What every frame is measured for. */
export interface FrameMeasures {
  /** Mean absolute difference to the frame before, 0…100; 0 for the first. */
  readonly difference: number
  /** Share of nearly black pixels, 0…100. */
  readonly blackPercent: number
  /** The frame as 32 × 32 × 3 levels 0…255: RGB, row by row. */
  readonly thumb: Uint8Array
}

/** What six frames a second are measured for. */
export interface SampleMeasures extends GreyMeasures, EdgeMeasures {
  /** Seconds from the start. */
  readonly at: number
  /** Mean luminance 0…255. */
  readonly luma: number
  /** Mean saturation 0…180. */
  readonly saturation: number
}

/** Everything technical review rests on, measured in one pass. */
export interface TakeMeasures {
  readonly size: PictureSize
  readonly rate: Rate
  /** Frames the file says it has. */
  readonly packets: FrameCount
  /** What every decoded frame measures, in order. */
  readonly frames: readonly FrameMeasures[]
  readonly samples: readonly SampleMeasures[]
  /** What the decoder complained about, one a line; empty for a sound file. */
  readonly decoderErrors: readonly string[]
}

/** Shorter side of the picture the measures are defined on; smaller pictures are measured as they are. */
const measuredSide = 360

/** Samples a second for the costly measures. */
const samplesPerSecond = 6

const thumbSide = 32
const thumbBytes = thumbSide * thumbSide * 3

/**
 * Measure a take in one pass. Edge width and block grid depend on the picture's size, so they are *defined* on a
 * picture whose shorter side is at most 360 pixels.
 *
 * @throws StudioError `media-unsafe`, `media-failed` when nothing of it can be decoded
 */
export const measureTake = async (
  tools: FfmpegTools,
  path: string,
  signal?: AbortSignal,
): Promise<TakeMeasures> => {
  const { facts, nature } = await probeFile(tools, path, { signal })
  if (!facts.video) {
    throw new StudioError({
      code: 'media-failed',
      message: `"${path}" has no picture to review; it holds ${nature.words}.`,
    })
  }
  const { width, height, rate } = facts.video
  const size = measuredSize({ width, height })
  const scratch = await mkdtemp(join(tmpdir(), 'quality-'))
  try {
    const { stderr } = await tools.runFfmpeg(
      [...safeInputArguments(path, nature), ...measureArguments(size)],
      { task: `reviewing ${path}`, cwd: scratch, signal },
    )
    const measured = await readFrames(scratch)
    if (measured.length === 0) {
      throw new StudioError({
        code: 'media-failed',
        message: `Not one frame of "${path}" could be decoded: ${stderr.trim() || 'the decoder did not say why'}.`,
      })
    }
    return {
      size: { width, height },
      rate,
      packets: frames(facts.video.frames),
      frames: measured,
      samples: await readSamples(scratch, size),
      decoderErrors: stderr.split('\n').filter((line) => line.trim() !== ''),
    }
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

/** The size measures are taken at: even, shorter side at most 360. */
const measuredSize = ({ width, height }: PictureSize): PictureSize => {
  const scale = Math.min(1, measuredSide / Math.min(width, height))
  const even = (side: number): number => Math.max(16, Math.round((side * scale) / 2) * 2)
  return { width: even(width), height: even(height) }
}

const measureArguments = (size: PictureSize): readonly string[] => {
  const graph = [
    `[0:v:0]scale=${size.width}:${size.height}:flags=area,format=yuv420p,split=3[every][some][small]`,
    '[every]scdet=threshold=100,blackframe=amount=0:threshold=28,metadata=mode=print:file=frames.txt[measured]',
    `[some]fps=${samplesPerSecond}:round=down,signalstats,metadata=mode=print:file=samples.txt,format=gray[sampled]`,
    `[small]scale=${thumbSide}:${thumbSide}:flags=area,format=rgb24[thumbs]`,
  ]
  const passthrough = ['-fps_mode', 'passthrough']
  return [
    ...['-filter_complex', graph.join(';')],
    ...['-map', '[measured]', ...passthrough, '-f', 'null', '-'],
    ...['-map', '[sampled]', ...passthrough, '-f', 'rawvideo', 'samples.grey'],
    ...['-map', '[thumbs]', ...passthrough, '-f', 'rawvideo', 'thumbs.rgb'],
  ]
}

/** What an output of the pass holds; nothing when ffmpeg never came to open it, because no frame was decoded. */
const readOutput = async (scratch: string, name: string): Promise<Buffer> => {
  try {
    return await readFile(join(scratch, name))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0)
    throw error
  }
}

const readFrames = async (scratch: string): Promise<readonly FrameMeasures[]> => {
  const thumbs = await readOutput(scratch, 'thumbs.rgb')
  const printed = parseMetadata((await readOutput(scratch, 'frames.txt')).toString('utf8'))
  return printed.map((values, index) => ({
    difference: values.get('lavfi.scd.mafd') ?? 0,
    blackPercent: values.get('lavfi.blackframe.pblack') ?? 0,
    thumb: thumbs.subarray(index * thumbBytes, (index + 1) * thumbBytes),
  }))
}

const readSamples = async (
  scratch: string,
  size: PictureSize,
): Promise<readonly SampleMeasures[]> => {
  const pictures = await readOutput(scratch, 'samples.grey')
  const printed = parseMetadata((await readOutput(scratch, 'samples.txt')).toString('utf8'))
  const bytes = size.width * size.height
  return printed.map((values, index) => ({
    at: index / samplesPerSecond,
    luma: values.get('lavfi.signalstats.YAVG') ?? 0,
    saturation: values.get('lavfi.signalstats.SATAVG') ?? 0,
    ...measurePicture(pictures.subarray(index * bytes, (index + 1) * bytes), size),
  }))
}

const measurePicture = (grey: Uint8Array, size: PictureSize): GreyMeasures & EdgeMeasures => ({
  ...measureGrey(grey, size),
  ...measureEdges(grey, size),
})

/**
 * What the metadata filter prints: a line `frame:12 pts:…` for each frame, then `key=value` lines.
 * Values that are no numbers are left out.
 */
export const parseMetadata = (text: string): readonly ReadonlyMap<string, number>[] => {
  const all: Map<string, number>[] = []
  for (const line of text.split('\n')) {
    if (line.startsWith('frame:')) all.push(new Map())
    const [key, value] = line.split('=')
    if (key && value !== undefined && Number.isFinite(Number(value))) {
      all.at(-1)?.set(key, Number(value))
    }
  }
  return all
}
