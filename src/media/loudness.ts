import { StudioError } from '../domain/errors.ts'
import type { FfmpegTools } from './run-ffmpeg.ts'

/** Loudness of finished films. */
export const targetLufs = -16 // podcasts and web video; EBU R 128 s2 (2023) allows −20…−16 for streaming

/** Highest true peak of an encoded film, dBTP. */
export const ceilingDbtp = -1 // EBU R 128 and AES TD1008: −1 dBTP after lossy coding

/** What a mix measures by ITU-R BS.1770. */
export interface Loudness {
  /** Integrated, LUFS; null for silence and for sound shorter than one gating block of 400 ms. */
  readonly lufs: number | null
  /** dBTP; null for silence. */
  readonly truePeakDbtp: number | null
}

/** Filter that measures what passes through it and leaves it as it is. The result is in ffmpeg's info log. */
export const loudnessFilter = 'ebur128=peak=true:framelog=verbose'

const silenceLufs = -69.5

/**
 * The measures from what ffmpeg printed.
 *
 * @param log everything at level info
 * @throws StudioError `media-failed` when there is no summary in it
 */
export const readLoudness = (log: string): Loudness => {
  const summary = log.slice(log.lastIndexOf('Integrated loudness:'))
  const integrated = /I:\s*(-?[\d.]+|-?inf|nan) LUFS/.exec(summary)?.[1]
  const peak = /Peak:\s*(-?[\d.]+|-?inf|nan) dBFS/.exec(summary)?.[1]
  if (integrated === undefined || peak === undefined) {
    throw new StudioError({
      code: 'media-failed',
      message: `ffmpeg's loudness meter printed no summary. Its last words: ${log.trim().split('\n').slice(-4).join(' | ')}`,
    })
  }
  const lufs = Number(integrated)
  const truePeak = Number(peak)
  return {
    lufs: Number.isFinite(lufs) && lufs > silenceLufs ? lufs : null,
    truePeakDbtp: Number.isFinite(truePeak) ? truePeak : null,
  }
}

/**
 * Measure the sound of a file as it is decoded.
 *
 * @param inputArguments what says how the file is to be read, `-i` and the path included
 */
export const measureLoudness = async (
  tools: FfmpegTools,
  inputArguments: readonly string[],
  signal?: AbortSignal,
): Promise<Loudness> => {
  const { stderr } = await tools.runFfmpeg(
    [...inputArguments, '-map', '0:a:0', '-af', loudnessFilter, '-f', 'null', '-'],
    { signal, collectStderr: true, task: 'measuring loudness' },
  )
  return readLoudness(stderr)
}
