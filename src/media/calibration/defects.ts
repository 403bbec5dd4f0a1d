import type { DefectKind } from '../../domain/review.ts'
import { addGrain } from './scene-parts.ts'
import { between, type Draw, oneOf, seededDraw } from './seeded.ts'

/** Frames of a clip: each RGBA, row-major, 0…255. */
export type RawFrames = readonly Uint8ClampedArray[]

/** How a damaged clip is made from a good one. */
export interface Injection {
  /** What is done to the frames before they are encoded. */
  readonly frames: (frames: RawFrames) => RawFrames
  /** ffmpeg filters between frames and encoder, if any. */
  readonly filters: readonly string[]
  /** Encoder arguments that take the place of the usual ones; null for the usual. */
  readonly encoder: readonly string[] | null
  /** What is done to the bytes of the finished file. */
  readonly file: (bytes: Buffer) => Buffer
  /** In words, for the report: `black from frame 20 to 33`. */
  readonly words: string
}

const asIs: Injection = {
  frames: (frames) => frames,
  filters: [],
  encoder: null,
  file: (bytes) => bytes,
  words: 'as it is',
}

/** What an injection is drawn from. */
export interface InjectionMaterial {
  readonly seed: number
  readonly count: number
  readonly height: number
  /** Frames of a second scene of the same size; empty where no cut is made. */
  readonly other: RawFrames
}

/** The way one defect is put into a clip, varied by the seed; null leaves the clip good. */
export const injection = (defect: DefectKind | null, material: InjectionMaterial): Injection =>
  defect === null
    ? asIs
    : { ...asIs, ...injections[defect](seededDraw(material.seed + 5), material) }

type Injector = (draw: Draw, material: InjectionMaterial) => Partial<Injection>

const onFrames = (
  words: string,
  change: (frame: Uint8ClampedArray, index: number, frames: RawFrames) => Uint8ClampedArray,
): Partial<Injection> => ({
  words,
  frames: (frames) => frames.map((frame, index) => change(frame, index, frames)),
})

const perLevel = (
  frame: Uint8ClampedArray,
  change: (level: number) => number,
): Uint8ClampedArray => {
  const table = Uint8ClampedArray.from({ length: 256 }, (_, level) => change(level))
  const changed = new Uint8ClampedArray(frame)
  for (let at = 0; at < frame.length; at += 4) {
    for (let part = 0; part < 3; part += 1) changed[at + part] = table[frame[at + part] ?? 0] ?? 0
  }
  return changed
}

/** A stretch of frames in the middle of the clip. */
const stretch = (draw: Draw, count: number, least: number): { from: number; to: number } => {
  const most = Math.max(least, count * 0.6)
  const length = Math.min(count - 8, Math.round(between(draw, least, most)))
  const from = Math.round(between(draw, 6, count - length - 2))
  return { from, to: from + length }
}

const black: Injector = (draw, { count }) => {
  const whole = draw() < 0.3
  const { from, to } = whole ? { from: 0, to: count } : stretch(draw, count, 10)
  const level = between(draw, 0, 6)
  return onFrames(`black from ${from} to ${to}`, (frame, index) =>
    index >= from && index < to ? perLevel(frame, () => level) : frame,
  )
}

const frozen: Injector = (draw, { count }) => {
  const { from, to } = draw() < 0.4 ? { from: 0, to: count } : stretch(draw, count, 26)
  const held = Math.max(from, Math.round(count / 3))
  return onFrames(`frozen from ${from} to ${to}`, (frame, index, all) =>
    index >= from && index < to ? (all[held] ?? frame) : frame,
  )
}

const flash: Injector = (draw, { count }) => {
  const length = oneOf(draw, [1, 1, 2, 3])
  const from = Math.round(between(draw, 6, count - 10))
  const dark = draw() < 0.25
  const strength = between(draw, 0.6, 1)
  return onFrames(`${dark ? 'dark' : 'bright'} flash of ${length} at ${from}`, (frame, index) =>
    index >= from && index < from + length
      ? perLevel(frame, (level) =>
          dark ? level * (1 - strength) : level + (255 - level) * strength,
        )
      : frame,
  )
}

const blurred: Injector = (draw, { height }) => {
  const deviation = (between(draw, 4, 9) * height) / 360
  return {
    words: `blurred by ${deviation.toFixed(1)}`,
    filters: [`gblur=sigma=${deviation.toFixed(2)}`],
  }
}

const blocky: Injector = (draw, { height }) => {
  const side = Math.max(4, Math.round((oneOf(draw, [8, 10, 12, 16]) * height) / 360))
  if (draw() < 0.5) {
    return { words: `pixels of ${side}`, filters: [`pixelize=w=${side}:h=${side}`] }
  }
  return {
    words: 'starved of bits',
    encoder: ['-c:v', 'mpeg2video', '-qmin', '31', '-q:v', '31', '-g', '12'],
  }
}

const wrongSize: Injector = (draw) => {
  const factor = oneOf(draw, [0.5, 0.75, 1.25])
  return {
    words: `size times ${factor}`,
    filters: [`scale=trunc(iw*${factor}/2)*2:trunc(ih*${factor}/2)*2`],
  }
}

const wrongLength: Injector = (draw, { count }) => {
  const kept = Math.round(count * between(draw, 0.5, 0.9))
  return { words: `${kept} of ${count} frames`, frames: (frames) => frames.slice(0, kept) }
}

const truncated: Injector = (draw) => ({
  words: 'bytes damaged or missing',
  file:
    draw() < 0.5
      ? (bytes) => bytes.subarray(0, Math.round(bytes.length * between(draw, 0.4, 0.8)))
      : (bytes) => {
          const damaged = Buffer.from(bytes)
          const from = Math.round(bytes.length * between(draw, 0.4, 0.6))
          for (let at = from; at < from + bytes.length * 0.15; at += 1) {
            damaged[at] = Math.floor(draw() * 256)
          }
          return damaged
        },
})

const sceneCut: Injector = (draw, { count, other }) => {
  const at = Math.round(between(draw, 6, count - 6))
  // The other scene is entered on its way, not in the fade it may begin or end with.
  const entered = Math.round(count * 0.25)
  return onFrames(`another scene from ${at}`, (frame, index) =>
    index < at ? frame : (other[entered + Math.min(index - at, entered)] ?? frame),
  )
}

/** Light lifted until the brightest 35–80 % of the middle frame are burnt out. */
const clippedLight: Injector = (draw) => {
  const share = between(draw, 0.35, 0.8)
  return {
    words: `brightest ${(share * 100).toFixed(0)} % burnt out`,
    frames: (frames) => {
      const middle = frames[Math.floor(frames.length / 2)]
      const gain = 255 / Math.max(4, middle ? greyAtShare(middle, 1 - share) : 128)
      return frames.map((frame) => perLevel(frame, (level) => level * gain))
    },
  }
}

const greyAtShare = (frame: Uint8ClampedArray, share: number): number => {
  const levels: number[] = []
  for (let at = 0; at < frame.length; at += 64) {
    levels.push(Math.min(frame[at] ?? 0, frame[at + 1] ?? 0, frame[at + 2] ?? 0))
  }
  return levels.toSorted((a, b) => a - b)[Math.floor(levels.length * share)] ?? 128
}

const washedOut: Injector = (draw) => {
  const contrast = between(draw, 0.12, 0.28)
  const grey = between(draw, 120, 180)
  return onFrames(`contrast times ${contrast.toFixed(2)}`, (frame) =>
    perLevel(frame, (level) => grey + (level - 128) * contrast),
  )
}

const noise: Injector = (draw, { seed }) => {
  const deviation = between(draw, 22, 45)
  return onFrames(`noise of ${deviation.toFixed(0)}`, (frame, index) => {
    const noisy = new Uint8ClampedArray(frame)
    addGrain(noisy, deviation, seededDraw(seed * 997 + index))
    return noisy
  })
}

const injections: Readonly<Record<DefectKind, Injector>> = {
  black,
  frozen,
  flash,
  blurred,
  blocky,
  'wrong-size': wrongSize,
  'wrong-length': wrongLength,
  truncated,
  'scene-cut': sceneCut,
  'clipped-light': clippedLight,
  'washed-out': washedOut,
  noise,
}
