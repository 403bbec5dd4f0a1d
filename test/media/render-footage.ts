import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PictureSize } from '../../src/domain/brief.ts'
import type { Cut, CutEvent } from '../../src/domain/cut.ts'
import type { Overlay, TransitionKind } from '../../src/domain/script.ts'
import { shotId, slateId } from '../../src/domain/slate.ts'
import { frames, rate24 } from '../../src/domain/time.ts'
import { houseVideoArguments } from '../../src/media/house-profile.ts'
import { type FfmpegTools, ffmpegTools } from '../../src/media/run-ffmpeg.ts'
import type { FilmOrder } from '../../src/ports/media-tool.ts'

/** The programs as the tests find them. */
export const tools: FfmpegTools = ffmpegTools({
  ffmpegPath: process.env['FFMPEG_PATH'] ?? 'ffmpeg',
  ffprobePath: process.env['FFPROBE_PATH'] ?? 'ffprobe',
})

/** Size of all pictures here. */
export const size: PictureSize = { width: 320, height: 180 }

/** Run with an empty folder that is gone afterwards. */
export const temporaryFolder = async (): Promise<AsyncDisposable & { readonly path: string }> => {
  const path = await mkdtemp(join(tmpdir(), 'render test '))
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) }
}

/** Footage in the house profile from an ffmpeg source. */
export const footage = async (
  path: string,
  source: string,
  count: number,
  picture: PictureSize = size,
): Promise<string> => {
  await tools.runFfmpeg([
    '-f',
    'lavfi',
    '-i',
    source.replaceAll('SIZE', `${picture.width}x${picture.height}:r=24`),
    '-frames:v',
    String(count),
    ...houseVideoArguments(rate24),
    '-threads',
    '1',
    path,
  ])
  return path
}

/** A still picture whose left and right halves have the grey values given. */
export const halves = (left: number, right: number): string => {
  const grey = (value: number): string => `0x${value.toString(16).padStart(2, '0').repeat(3)}`
  return `color=c=${grey(left)}:s=SIZE,drawbox=x=iw/2:y=0:w=iw/2:h=ih:c=${grey(right)}:t=fill,format=yuv420p`
}

/** A picture whose grey value tells its frame: 20 + 2n. */
export const countingFrames = 'color=c=black:s=SIZE,format=gray,geq=lum=20+2*N,format=yuv420p'

/** One event for {@link makeCut}. */
export interface EventWish {
  readonly from?: number
  readonly length: number
  readonly transition?: readonly [TransitionKind, number]
  readonly overlays?: readonly Overlay[]
}

/** A cut of events laid one behind the other. */
export const makeCut = (wishes: readonly EventWish[], fadeOut = 0): Cut => {
  let at = 0
  const events = wishes.map((wish, index): CutEvent => {
    const [kind, length] = wish.transition ?? ['cut', 0]
    const shot = shotId(index + 1, 0)
    const event: CutEvent = {
      shot,
      slate: slateId(shot, 1),
      pilot: 'p1',
      source: { start: frames(wish.from ?? 0), length: frames(wish.length) },
      record: { start: frames(at), length: frames(wish.length) },
      transition: { kind, length: frames(length) },
      overlays: wish.overlays ?? [],
      reason: 'as the test needs it',
    }
    at += wish.length
    return event
  })
  return {
    schema: 'cut@1',
    candidate: 'safe',
    pilot: 'p1',
    rate: rate24,
    events,
    fadeOut: frames(fadeOut),
    reason: 'as the test needs it',
  }
}

/** An order without sound or text, with what a test gives in its place. */
export const makeOrder = (
  cut: Cut,
  files: readonly string[],
  parts: Partial<FilmOrder> = {},
): FilmOrder => ({
  cut,
  footage: files,
  size,
  aspect: '16:9',
  voices: [],
  music: null,
  captions: [],
  captionChoice: 'none',
  tags: {},
  ...parts,
})

/** Every decoded frame as grey values, row by row. */
export const decodeGrey = async (
  path: string,
  picture: PictureSize = size,
): Promise<readonly Uint8Array[]> => {
  const { stdout } = await tools.runFfmpeg(
    [
      '-i',
      path,
      '-map',
      '0:v:0',
      '-fps_mode',
      'passthrough',
      '-vf',
      'scale=out_range=pc,format=gray',
      '-f',
      'rawvideo',
      'pipe:1',
    ],
    { collectStdout: true, maxCollectedBytes: 1 << 29 },
  )
  const bytes = picture.width * picture.height
  return Array.from({ length: stdout.length / bytes }, (_, index) =>
    stdout.subarray(index * bytes, (index + 1) * bytes),
  )
}

/** Mean grey of a part of a frame: from and to are shares of the width. */
export const meanGrey = (
  frame: Uint8Array | undefined,
  from: number = 0,
  to: number = 1,
  picture: PictureSize = size,
): number => {
  let sum = 0
  let count = 0
  for (let y = 0; y < picture.height; y += 1) {
    for (let x = Math.floor(from * picture.width); x < to * picture.width; x += 1) {
      sum += frame?.[y * picture.width + x] ?? Number.NaN
      count += 1
    }
  }
  return sum / count
}

/** The sound of a file at 48 kHz: one channel, the mean of all. */
export const decodeSound = async (path: string): Promise<Float32Array> => {
  const { stdout } = await tools.runFfmpeg(
    [
      '-i',
      path,
      '-map',
      '0:a:0',
      '-af',
      'pan=mono|c0=0.5*c0+0.5*c1',
      '-ar',
      '48000',
      '-f',
      'f32le',
      'pipe:1',
    ],
    { collectStdout: true, maxCollectedBytes: 1 << 29 },
  )
  return new Float32Array(Uint8Array.from(stdout).buffer)
}

/** A sound file from an ffmpeg expression of t. */
export const sound = async (
  path: string,
  expression: string,
  seconds: number,
  channels: 1 | 2 = 1,
): Promise<string> => {
  const exprs = channels === 2 ? `${expression}|${expression}` : expression
  await tools.runFfmpeg([
    '-f',
    'lavfi',
    '-i',
    `aevalsrc=exprs=${exprs}:s=48000:d=${seconds}:c=${channels === 2 ? 'stereo' : 'mono'}`,
    '-c:a',
    'pcm_s16le',
    path,
  ])
  return path
}

/** First sample at or after `from` whose size is over the level; −1 for none. */
export const onset = (samples: Float32Array, level: number, from: number = 0): number =>
  samples.findIndex((value, index) => index >= from && Math.abs(value) > level)

/** Root mean square of a stretch of samples. */
export const rms = (samples: Float32Array, from: number, to: number): number => {
  let sum = 0
  for (let index = from; index < to; index += 1) sum += (samples[index] ?? 0) ** 2
  return Math.sqrt(sum / (to - from))
}

/** How strong one tone is in a stretch of samples: the amplitude of a sine of that pitch. */
export const toneLevel = (
  samples: Float32Array,
  hertz: number,
  from: number,
  to: number,
): number => {
  let real = 0
  let imaginary = 0
  for (let index = from; index < to; index += 1) {
    const angle = (2 * Math.PI * hertz * index) / 48_000
    real += (samples[index] ?? 0) * Math.cos(angle)
    imaginary += (samples[index] ?? 0) * Math.sin(angle)
  }
  return (2 * Math.hypot(real, imaginary)) / (to - from)
}
