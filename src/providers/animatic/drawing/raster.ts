import { type Canvas, createCanvas, ImageData } from '@napi-rs/canvas'
import type { Paint } from '../stage-types.ts'

/** A rectangle in the picture's own units. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Red, green, blue 0…255 and opacity 0…1, to be written by a shader. */
export type Pixel = Float64Array

/** Writes the colour of the point (x, y), in the picture's own units, into `out`. */
export type Shader = (x: number, y: number, out: Pixel) => void

/** How far layers reach beyond the frame on each side, as a share of its size. */
export const margin = 0.2

/** The whole width of a frame with its margins, between two heights. */
export const band = (width: number, top: number, bottom: number): Box => ({
  x: -width * margin,
  y: top,
  width: width * (1 + 2 * margin),
  height: bottom - top,
})

/**
 * Paint a rectangle point by point, as far as the canvas shows it. A little ordered noise hides the steps of gradients.
 *
 * @param fineness samples per pixel of the canvas: 1 for detail, less for soft things
 */
export const shade = (context: Paint, box: Box, fineness: number, shader: Shader): void => {
  const seen = visible(context, box)
  if (seen.width <= 0 || seen.height <= 0) return
  const canvas = shaded(seen, fineness * Math.max(0.05, context.getTransform().a), shader)
  context.drawImage(canvas, seen.x, seen.y, seen.width, seen.height)
  settle(context)
  release(canvas)
}

/**
 * Carry out what was painted, so that the pictures it was painted with can go. A canvas notes what is painted and keeps
 * the notes, with every canvas drawn onto it, until it is read; only what is noted after a reading lets the older notes go.
 */
export const settle = (context: Paint): void => {
  context.getImageData(0, 0, 1, 1)
  context.save()
  context.resetTransform()
  context.fillStyle = 'transparent'
  context.fillRect(0, 0, 1, 1)
  context.restore()
  context.getImageData(0, 0, 1, 1)
}

/** Give a canvas's pixels back at once; the collector does not see how large they are. */
export const release = (canvas: Canvas): void => {
  canvas.width = 1
  canvas.height = 1
}

/** Give numbers back at once, for the same reason; the array is empty afterwards. */
export const discard = ({ buffer }: Uint8ClampedArray | Float32Array): void => {
  if (buffer instanceof ArrayBuffer) buffer.transfer(0)
}

const visible = (context: Paint, box: Box): Box => {
  const { a, d, e, f } = context.getTransform()
  const left = Math.max(box.x, -e / a)
  const top = Math.max(box.y, -f / d)
  const right = Math.min(box.x + box.width, (context.canvas.width - e) / a)
  const bottom = Math.min(box.y + box.height, (context.canvas.height - f) / d)
  return { x: left, y: top, width: right - left, height: bottom - top }
}

const shaded = (box: Box, fineness: number, shader: Shader): Canvas => {
  const columns = Math.max(1, Math.ceil(box.width * fineness))
  const rows = Math.max(1, Math.ceil(box.height * fineness))
  const data = new Uint8ClampedArray(columns * rows * 4)
  const out: Pixel = new Float64Array(4)
  const [stepX, stepY] = [box.width / columns, box.height / rows]
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      out[3] = 1
      shader(box.x + (column + 0.5) * stepX, box.y + (row + 0.5) * stepY, out)
      const opacity = out[3] as number
      if (opacity <= 0) continue
      const at = (row * columns + column) * 4
      const dither = interleaved(column, row)
      data[at] = (out[0] as number) + dither
      data[at + 1] = (out[1] as number) + dither
      data[at + 2] = (out[2] as number) + dither
      data[at + 3] = opacity >= 1 ? 255 : opacity * 255 + dither * 0.5
    }
  }
  const canvas = createCanvas(columns, rows)
  canvas.getContext('2d').putImageData(new ImageData(data, columns, rows), 0, 0)
  discard(data)
  return canvas
}

// Interleaved gradient noise (Jimenez, "Next Generation Post Processing in Call of Duty", SIGGRAPH 2014), −1…1.
const interleaved = (x: number, y: number): number => {
  const inner = 0.06711056 * x + 0.00583715 * y
  const outer = 52.9829189 * (inner - Math.floor(inner))
  return (outer - Math.floor(outer)) * 2 - 1
}

/** 0 below `from`, 1 above `to`, smooth between. */
export const smoothstep = (from: number, to: number, value: number): number => {
  const share = Math.min(1, Math.max(0, (value - from) / (to - from)))
  return share * share * (3 - 2 * share)
}

/** A value held between two bounds. */
export const clamp = (value: number, low = 0, high = 1): number =>
  Math.min(high, Math.max(low, value))
