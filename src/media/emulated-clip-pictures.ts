import { createCanvas, loadImage } from '@napi-rs/canvas'
import type { PictureSize } from '../domain/brief.ts'
import { StudioError } from '../domain/errors.ts'
import { pictureSize } from '../kit/picture-size.ts'
import { requireFonts } from './fonts.ts'
import { linesHeight, type SetText, setText, typeUnit, writeLines } from './set-text.ts'

/** A picture as bare pixels. */
export interface RawPicture extends PictureSize {
  /** height × width × 4, RGBA, row-major. */
  readonly pixels: Uint8ClampedArray
}

type Canvas = import('@napi-rs/canvas').Canvas

const rawOf = (canvas: Canvas): RawPicture => {
  const { width, height } = canvas
  return { width, height, pixels: canvas.getContext('2d').getImageData(0, 0, width, height).data }
}

/** Largest picture that is taken as a frame: 4 K on a side twice over. */
const mostPixels = 8192 * 8192

/**
 * A PNG, JPEG or WebP file as a frame of a size: it fills the frame, and what sticks out is cut off on both sides alike.
 *
 * @throws StudioError `media-unsafe` when it is no such picture
 */
export const frameOf = async (
  bytes: Uint8Array,
  { width, height }: PictureSize,
): Promise<RawPicture> => {
  const told = pictureSize(Buffer.from(bytes))
  if (told !== null && told.width * told.height > mostPixels) {
    throw noPicture(`it is ${told.width} × ${told.height} pixels large`)
  }
  const image = await loadImage(Buffer.from(bytes)).catch((cause: unknown) => {
    throw noPicture('its bytes cannot be read', cause)
  })
  const scale = Math.max(width / image.width, height / image.height)
  const [wide, high] = [image.width * scale, image.height * scale]
  const canvas = createCanvas(width, height)
  canvas.getContext('2d').drawImage(image, (width - wide) / 2, (height - high) / 2, wide, high)
  return rawOf(canvas)
}

const noPicture = (why: string, cause?: unknown): StudioError =>
  new StudioError({
    code: 'media-unsafe',
    message: `A clip was to begin or end with a picture that cannot be used: ${why}. Send a whole PNG, JPEG or WebP file.`,
    cause,
  })

/** The plate in a corner of every emulated clip. */
export const plateOf = (model: string, size: PictureSize): RawPicture => {
  requireFonts()
  const px = Math.max(7, typeUnit(size) * 0.026)
  const face = { typeface: 'text', px, weight: 400, tracking: 0.02 } as const
  const set = setText(`emulated · ${model}`, face, size.width * 0.6, 1)
  return card(set, { ground: '#14181f', ink: '#d8dee9', padding: px * 0.5, radius: 0 })
}

/** A prompt's words on a dark card, at most two thirds of the frame wide. */
export const wordsOf = (prompt: string, size: PictureSize): RawPicture => {
  requireFonts()
  const px = Math.max(8, typeUnit(size) * 0.05)
  const face = { typeface: 'text', px, weight: 400, tracking: 0 } as const
  const text = prompt.replace(/\s+/g, ' ').trim()
  const set = setText(text === '' ? '…' : text, face, size.width * 0.66, 8)
  const ground = 'rgba(10,12,18,0.82)'
  return card(set, { ground, ink: '#ffffff', padding: px * 0.8, radius: px * 0.5 })
}

const card = (
  set: SetText,
  paint: {
    readonly ground: string
    readonly ink: string
    readonly padding: number
    readonly radius: number
  },
): RawPicture => {
  const { padding, radius } = paint
  const width = 2 * Math.ceil((set.width + 2 * padding) / 2)
  const height = 2 * Math.ceil((linesHeight(set) + 2 * padding) / 2)
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  context.fillStyle = paint.ground
  context.beginPath()
  context.roundRect(0, 0, width, height, radius)
  context.fill()
  writeLines(context, set, padding, padding, { colour: paint.ink, align: 'left', shadow: 0 })
  return rawOf(canvas)
}

/** A disc of one colour. */
export const discOf = (diameter: number, colour: string): RawPicture => {
  const side = 2 * Math.ceil(diameter / 2)
  const canvas = createCanvas(side, side)
  const context = canvas.getContext('2d')
  context.fillStyle = colour
  context.beginPath()
  context.arc(side / 2, side / 2, side / 2 - 1, 0, 2 * Math.PI)
  context.fill()
  return rawOf(canvas)
}
