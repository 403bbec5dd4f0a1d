import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { PictureSize } from '../domain/brief.ts'
import { seedFrom } from '../kit/hash.ts'
import type { ClipMaker, ClipOrder } from '../ports/clip-maker.ts'
import { type ClipPlan, clipGraph, type EndFrame, type PixelFile } from './emulated-clip-graph.ts'
import { discOf, frameOf, plateOf, type RawPicture, wordsOf } from './emulated-clip-pictures.ts'
import { houseMuxArguments, houseVideoArguments } from './house-profile.ts'
import type { FfmpegTools } from './run-ffmpeg.ts'

/**
 * Draws what an order's prompt asks for, as an MP4 of the order's size and length at {@link emulatedClipRate}.
 *
 * @returns false, with nothing written, for a prompt that it cannot read
 */
export type ClipDrawer = (order: ClipOrder, path: string) => Promise<boolean>

/** What clips are made with. */
export interface EmulatedClipParts {
  readonly tools: Pick<FfmpegTools, 'runFfmpeg'>
  /** Null to show every prompt as words before moving shapes. */
  readonly draw: ClipDrawer | null
  /** For tests: pictures of at most 192 pixels, encoded in a hurry. A faster preset than this leaves blocks behind. */
  readonly quick: boolean
  /** Ends clips that are being made: they reject with its reason. */
  readonly signal: AbortSignal
}

/** Frames a second of every clip. */
export const emulatedClipRate = { numerator: 24, denominator: 1 } as const

/** Frames of the clip of an order. */
export const emulatedClipFrames = (seconds: number): number =>
  Math.max(1, Math.round(seconds * emulatedClipRate.numerator))

/** Seed of a clip's picture: that of the order, or one that its words and their attempt have. */
export const emulatedClipSeed = ({ seed, model, prompt, attempt }: ClipOrder): number =>
  seed ?? seedFrom(model, prompt, attempt)

const longestQuickSide = 192

/**
 * A maker of the clips that emulated vendors deliver: real films of the ordered length and size, with a plate that says
 * what they are. They begin and end with the frames ordered, but for the plate, and move on from them within a second.
 * The same order gives the same frames.
 *
 * @returns a maker that throws StudioError `media-unsafe` for a frame that is no picture, `media-failed`, `disk-full`
 */
export const emulatedClips =
  (parts: EmulatedClipParts): ClipMaker =>
  async (asked, path) => {
    const order = { ...asked, ...sizeOf(asked, parts.quick) }
    const folder = await mkdtemp(join(dirname(path), 'clip-'))
    try {
      const { inputs, graph } = clipGraph(await planOf(parts, order, folder))
      await parts.tools.runFfmpeg(
        [
          ...inputs,
          ...['-filter_complex', graph, '-map', '[clip]', '-an'],
          ...['-frames:v', String(emulatedClipFrames(order.seconds))],
          ...encoding(parts.quick),
          ...houseMuxArguments,
          ...['-f', 'mp4', path],
        ],
        { task: `making a clip of ${order.vendor}/${order.model}`, signal: parts.signal },
      )
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }

const encoding = (quick: boolean): readonly string[] => {
  const house = houseVideoArguments(emulatedClipRate)
  return quick ? house.map((word) => (word === 'veryfast' ? 'superfast' : word)) : house
}

/** Even sides: 4:2:0 has no others. */
const sizeOf = ({ width, height }: ClipOrder, quick: boolean): PictureSize => {
  const share = quick ? Math.min(1, longestQuickSide / Math.max(width, height)) : 1
  const side = (pixels: number): number => Math.max(16, 2 * Math.round((pixels * share) / 2))
  return { width: side(width), height: side(height) }
}

const planOf = async (
  { draw }: EmulatedClipParts,
  order: ClipOrder,
  folder: string,
): Promise<ClipPlan> => {
  const { width, height } = order
  const save = async (name: string, { pixels, ...size }: RawPicture): Promise<PixelFile> => {
    const path = join(folder, `${name}.rgba`)
    await writeFile(path, pixels)
    return { path, ...size }
  }
  const end = async (
    name: string,
    bytes: Uint8Array | null,
    clip: string | null,
  ): Promise<EndFrame | null> => {
    if (bytes === null) return clip === null ? null : { kind: 'clip', path: clip }
    return { kind: 'picture', file: await save(name, await frameOf(bytes, order)) }
  }
  const film = join(folder, 'drawn.mp4')
  const isDrawn = draw !== null && (await draw(order, film))
  return {
    ...{ width, height, fps: emulatedClipRate.numerator },
    frames: emulatedClipFrames(order.seconds),
    base: isDrawn ? { kind: 'film', path: film } : await shapesOf(order, save),
    first: await end('first', order.firstFrame, order.continues),
    last: await end('last', order.lastFrame, order.leadsTo),
    plate: await save('plate', plateOf(order.model, order)),
  }
}

const shapesOf = async (
  order: ClipOrder,
  save: (name: string, picture: RawPicture) => Promise<PixelFile>,
): Promise<ClipPlan['base']> => {
  const seed = seedFrom(order.prompt, emulatedClipSeed(order))
  const hue = seed % 360
  const side = Math.min(order.width, order.height)
  const disc = (name: string, share: number, turn: number): Promise<PixelFile> =>
    save(name, discOf(side * share, `hsla(${(hue + turn) % 360}, 70%, 60%, 0.75)`))
  return {
    kind: 'shapes',
    seed,
    card: await save('card', wordsOf(order.prompt, order)),
    discs: [
      await disc('disc-a', 0.5, 40),
      await disc('disc-b', 0.34, 150),
      await disc('disc-c', 0.22, 260),
    ],
    ground: [rgbOf(hue, 0.22), rgbOf((hue + 60) % 360, 0.5)],
  }
}

/** A colour of a hue, half saturated, as ffmpeg writes colours. */
const rgbOf = (hue: number, lightness: number): string => {
  const reach = 0.5 * Math.min(lightness, 1 - lightness)
  const channel = (turn: number): string => {
    const at = (turn + hue / 30) % 12
    const level = lightness - reach * Math.max(-1, Math.min(at - 3, 9 - at, 1))
    return Math.round(255 * level)
      .toString(16)
      .padStart(2, '0')
  }
  return `0x${channel(0)}${channel(8)}${channel(4)}`
}
