import { StudioError } from '../domain/errors.ts'
import { type FrameCount, type Rate, secondsFromFrames } from '../domain/time.ts'
import type { FfmpegTools } from './run-ffmpeg.ts'

/** What a finished file must be. */
export interface FilmPromise {
  readonly frames: FrameCount
  readonly rate: Rate
  readonly sound: boolean
}

/**
 * Hold a finished film against what was asked: every frame is there, each at its own time, and the sound is as long
 * as the picture to within a frame.
 *
 * @throws StudioError `media-failed` that says what is wrong
 */
export const checkFilm = async (
  tools: FfmpegTools,
  path: string,
  promise: FilmPromise,
  signal?: AbortSignal,
): Promise<void> => {
  const steps = await pictureTimes(tools, path, signal)
  const faults: string[] = []
  if (steps.length !== promise.frames) {
    faults.push(`it has ${steps.length} frames where the cut has ${promise.frames}`)
  }
  const uneven = steps.findIndex(
    (time, index) => Math.abs(time - secondsFromFrames(index as FrameCount, promise.rate)) > 0.001,
  )
  if (uneven >= 0) faults.push(`frame ${uneven} is shown at ${steps[uneven]} s, off its place`)
  const sound = await soundSeconds(tools, path, signal)
  const frame = secondsFromFrames(1 as FrameCount, promise.rate)
  const wanted = secondsFromFrames(promise.frames, promise.rate)
  if (promise.sound !== (sound !== null)) {
    faults.push(promise.sound ? 'it has no sound' : 'it has sound that nobody asked for')
  }
  if (sound !== null && Math.abs(sound - wanted) > frame) {
    faults.push(`its sound lasts ${sound} s and its picture ${wanted} s`)
  }
  if (faults.length === 0) return
  throw new StudioError({
    code: 'media-failed',
    message: `The film made at "${path}" is not what was asked for: ${faults.join('; ')}. It was thrown away.`,
  })
}

const pictureTimes = async (
  tools: FfmpegTools,
  path: string,
  signal?: AbortSignal,
): Promise<readonly number[]> => {
  const { stdout } = await tools.runFfprobe(
    ['-select_streams', 'v:0', '-show_entries', 'packet=pts_time', '-of', 'csv=p=0', path],
    { signal, task: 'checking the film' },
  )
  return stdout
    .toString('utf8')
    .split('\n')
    .map((line) => line.replace(/,.*$/u, '').trim())
    .filter((line) => line !== '')
    .map(Number)
    .toSorted((a, b) => a - b)
}

const soundSeconds = async (
  tools: FfmpegTools,
  path: string,
  signal?: AbortSignal,
): Promise<number | null> => {
  const { stdout } = await tools.runFfprobe(
    ['-select_streams', 'a:0', '-show_entries', 'stream=duration', '-of', 'csv=p=0', path],
    { signal, task: 'checking the film' },
  )
  const text = stdout.toString('utf8').trim()
  return text === '' ? null : Number(text)
}
