import { type Canvas, createCanvas, ImageData } from '@napi-rs/canvas'
import type { Look, Paint } from '../stage-types.ts'
import { randomFrom } from './random.ts'

/** Finishes a frame in place: vignette and grain. `index` is the frame's number. */
export type Grade = (context: Paint, index: number) => void

const strengths: Readonly<Record<Look, { readonly vignette: number; readonly grain: number }>> = {
  sketch: { vignette: 0.1, grain: 0 },
  motion: { vignette: 0.16, grain: 2.5 },
  painted: { vignette: 0.3, grain: 4 },
  feature: { vignette: 0.4, grain: 5.5 },
}

const tile = 256

/** The finish of a look at a size; grain is seeded, so the same frame always has the same grain. */
export const gradeFor = (look: Look, width: number, height: number, seed: number): Grade => {
  const { vignette, grain } = strengths[look]
  // Small pictures show each grain larger.
  const fine = grain * Math.min(1, height / 720) ** 0.7
  const shade = vignetteOf(width, height, vignette)
  const tiles = grain === 0 ? [] : [grainTile(seed, fine), grainTile(seed + 1, fine)]
  const random = randomFrom(seed)
  const shifts = Array.from({ length: 64 }, () => Math.floor(random() * tile))
  return (context, index) => {
    context.resetTransform()
    context.globalCompositeOperation = 'multiply'
    context.drawImage(shade, 0, 0)
    const canvas = tiles[index % 2]
    if (canvas) {
      context.globalCompositeOperation = 'overlay'
      const left = -(shifts[index % 64] ?? 0)
      const top = -(shifts[(index * 7 + 13) % 64] ?? 0)
      for (let y = top; y < height; y += tile) {
        for (let x = left; x < width; x += tile) context.drawImage(canvas, x, y)
      }
    }
    context.globalCompositeOperation = 'source-over'
  }
}

const vignetteOf = (width: number, height: number, strength: number): Canvas => {
  const canvas = createCanvas(width, height)
  const brush = canvas.getContext('2d')
  brush.fillStyle = '#ffffff'
  brush.fillRect(0, 0, width, height)
  const radius = Math.hypot(width, height) / 2
  const fall = brush.createRadialGradient(
    width / 2,
    height * 0.47,
    radius * 0.42,
    width / 2,
    height * 0.47,
    radius * 1.08,
  )
  for (let stop = 0; stop <= 6; stop += 1) {
    fall.addColorStop(stop / 6, `rgba(14, 12, 26, ${(strength * (stop / 6) ** 1.7).toFixed(4)})`)
  }
  brush.fillStyle = fall
  brush.fillRect(0, 0, width, height)
  return canvas
}

const grainTile = (seed: number, strength: number): Canvas => {
  const random = randomFrom(seed ^ 0x5f3759df)
  const data = new Uint8ClampedArray(tile * tile * 4)
  for (let at = 0; at < data.length; at += 4) {
    const value = 128 + (random() + random() + random() - 1.5) * strength * 2
    data[at] = value
    data[at + 1] = value
    data[at + 2] = value
    data[at + 3] = 255
  }
  const canvas = createCanvas(tile, tile)
  canvas.getContext('2d').putImageData(new ImageData(data, tile, tile), 0, 0)
  return canvas
}
