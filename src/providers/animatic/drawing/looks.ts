import { type Canvas, createCanvas, ImageData } from '@napi-rs/canvas'
import type { Paint, StageLayer } from '../stage-types.ts'
import { noiseFrom } from './noise.ts'
import { between, randomFrom, seedOf } from './random.ts'
import { discard, margin, release, settle } from './raster.ts'

/**
 * All planes as one still drawing in pencil and wash, for a camera to move over. For each seed it is drawn anew: at another
 * moment of the shot, by a hand that is never twice the same.
 */
export const sketched = (layers: readonly StageLayer[], seed: number): StageLayer => ({
  depth: 1,
  still: true,
  paint: (context, _time, width, height) => {
    const [left, top] = [Math.round(width * margin), Math.round(height * margin)]
    const canvas = createCanvas(width + 2 * left, height + 2 * top)
    const moment = between(randomFrom(seedOf(seed, 'moment')), ...drawnMoments)
    paintMoment(canvas.getContext('2d'), layers, { left, top, width, height, moment })
    const drawing = penciled(canvas, seed, Math.max(0.5, height / 720))
    release(canvas)
    context.drawImage(drawing, -left, -top)
    settle(context)
    release(drawing)
  },
})

/** Between these moments of the shot lies the one that a drawing holds, seconds. */
const drawnMoments = [0.4, 1] as const

const paintMoment = (
  brush: Paint,
  layers: readonly StageLayer[],
  at: {
    readonly left: number
    readonly top: number
    readonly width: number
    readonly height: number
    readonly moment: number
  },
): void => {
  for (const layer of layers) {
    brush.save()
    brush.translate(at.left, at.top)
    const motion = layer.motion?.(at.moment)
    if (motion) {
      brush.globalAlpha = motion.opacity
      brush.translate(motion.x * at.width, motion.y * at.height)
    }
    layer.paint(brush, at.moment, at.width, at.height)
    brush.restore()
  }
}

/** Pencil lines where brightness turns, hatching in the dark, a wash of the colours, on grained paper. */
const penciled = (canvas: Canvas, seed: number, unit: number): Canvas => {
  const { width, height } = canvas
  const source = canvas.getContext('2d').getImageData(0, 0, width, height).data
  lightened(source)
  const grey = greyOf(source)
  blur(grey, width, height, Math.max(1, Math.round(unit * 1.2)))
  const out = new Uint8ClampedArray(source.length)
  const paper = noiseFrom(seed)
  const hand = noiseFrom(seed + 1)
  const reach = Math.max(1, Math.round(unit * 1.6))
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * width + x
      const [up, down] = [
        Math.max(0, y - reach) * width + x,
        Math.min(height - 1, y + reach) * width + x,
      ]
      const [before, after] = [at - Math.min(x, reach), at + Math.min(width - 1 - x, reach)]
      const turn = Math.hypot(
        (grey[after] as number) - (grey[before] as number),
        (grey[down] as number) - (grey[up] as number),
      )
      const tooth =
        paper(x / unit / 1.7, y / unit / 1.7) * 0.5 + paper(x / unit / 4.1, y / unit / 4.1) * 0.5
      const value = (grey[at] as number) / 255
      const wobble = hand(x / unit / 70, y / unit / 70) * 9
      const stroke = Math.sin(((x * 0.8 + y) / unit + wobble) * 0.75) * 0.5 + 0.5
      const cross = Math.sin(((x * 0.9 - y) / unit + wobble) * 0.7) * 0.5 + 0.5
      const line = Math.min(1, Math.max(0, (turn - 7) / 34)) * (0.82 + tooth * 0.5)
      const hatch =
        Math.max(0, 0.46 - value) * stroke * 0.9 + Math.max(0, 0.25 - value) * cross * 1.3
      const ink = Math.min(0.94, line * 0.95 + hatch * (0.85 + tooth * 0.6))
      paintPaper(out, source, at * 4, ink, value, tooth)
    }
  }
  discard(source)
  discard(grey)
  const result = createCanvas(width, height)
  result.getContext('2d').putImageData(new ImageData(out, width, height), 0, 0)
  discard(out)
  return result
}

/** A drawing on paper is light whatever the hour: bring the mean to a light grey and the contrast up, colours along with them. */
const lightened = (source: Uint8ClampedArray): void => {
  let [sum, squares, count] = [0, 0, 0]
  for (let at = 0; at < source.length; at += 64) {
    const value = greyAt(source, at) / 255
    sum += value
    squares += value * value
    count += 1
  }
  const mean = sum / count
  const spread = Math.sqrt(Math.max(0.0004, squares / count - mean * mean))
  const gain = Math.min(3.4, Math.max(0.9, 0.25 / spread))
  const curve = Float64Array.from(
    { length: 256 },
    (_, value) => 255 * (0.58 + 0.38 * Math.tanh(((value / 255 - mean) * gain) / 0.38)),
  )
  for (let at = 0; at < source.length; at += 4) {
    const grey = Math.max(1, Math.round(greyAt(source, at)))
    const factor = (curve[grey] as number) / grey
    source[at] = (source[at] as number) * factor
    source[at + 1] = (source[at + 1] as number) * factor
    source[at + 2] = (source[at + 2] as number) * factor
  }
}

const greyAt = (source: Uint8ClampedArray, at: number): number =>
  (source[at] as number) * 0.299 +
  (source[at + 1] as number) * 0.587 +
  (source[at + 2] as number) * 0.114

const paintPaper = (
  out: Uint8ClampedArray,
  source: Uint8ClampedArray,
  at: number,
  ink: number,
  value: number,
  tooth: number,
): void => {
  const wash = 0.3 + (1 - value) * 0.16
  const tone = 0.32 + (0.68 * Math.round((value * 0.85 + 0.15 + tooth * 0.03) * 5)) / 5
  const paper = [246, 241, 229]
  const pencil = [38, 36, 48]
  for (let part = 0; part < 3; part += 1) {
    const base = (paper[part] as number) * (0.62 + 0.38 * tone) + tooth * 5
    const washed = base * (1 - wash) + ((source[at + part] as number) * 0.95 + 42) * wash
    out[at + part] = washed + ((pencil[part] as number) - washed) * ink
  }
  out[at + 3] = 255
}

const greyOf = (source: Uint8ClampedArray): Float32Array => {
  const grey = new Float32Array(source.length / 4)
  for (let index = 0; index < grey.length; index += 1) grey[index] = greyAt(source, index * 4)
  return grey
}

/** Blur in place: each point becomes the mean of those around it. */
const blur = (grey: Float32Array, width: number, height: number, reach: number): void => {
  const across = new Float32Array(grey.length)
  const span = reach * 2 + 1
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      let sum = 0
      for (let step = -reach; step <= reach; step += 1) {
        sum += grey[y * width + Math.min(width - 1, Math.max(0, x + step))] as number
      }
      across[y * width + x] = sum / span
    }
  }
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      let sum = 0
      for (let step = -reach; step <= reach; step += 1) {
        sum += across[Math.min(height - 1, Math.max(0, y + step)) * width + x] as number
      }
      grey[y * width + x] = sum / span
    }
  }
  discard(across)
}

/** A plane in flat steps of tone, like cut paper. */
export const flattened = (canvas: Canvas): Canvas => {
  const { width, height } = canvas
  const soft = createCanvas(width, height)
  const brush = soft.getContext('2d')
  brush.filter = `blur(${Math.max(0.6, height / 500).toFixed(2)}px)`
  brush.drawImage(canvas, 0, 0)
  const image = brush.getImageData(0, 0, width, height)
  release(soft)
  const { data } = image
  const steps = 9
  for (let at = 0; at < data.length; at += 4) {
    if (data[at + 3] === 0) continue
    const [red, green, blue] = [data[at] as number, data[at + 1] as number, data[at + 2] as number]
    const grey = red * 0.299 + green * 0.587 + blue * 0.114
    const place = (grey / 255) * steps
    const base = Math.floor(place)
    const edge = Math.min(1, Math.max(0, (place - base - 0.46) * 12))
    const factor = (((base + edge) / steps) * 255) / Math.max(1, grey)
    const mean = grey * factor
    data[at] = mean + (red * factor - mean) * 1.16
    data[at + 1] = mean + (green * factor - mean) * 1.16
    data[at + 2] = mean + (blue * factor - mean) * 1.16
  }
  const result = createCanvas(width, height)
  result.getContext('2d').putImageData(image, 0, 0)
  discard(data)
  return result
}

/** From this blur on, pixels, a plane of half the size holds all that is left to see. */
const coarseBlur = 3

/** A plane out of focus; of half the size when it is far out of it. */
export const defocused = (canvas: Canvas, radius: number): Canvas => {
  if (radius < 0.4) return canvas
  const share = radius < coarseBlur ? 1 : 0.5
  const [width, height] = [Math.ceil(canvas.width * share), Math.ceil(canvas.height * share)]
  const result = createCanvas(width, height)
  const brush = result.getContext('2d')
  brush.filter = `blur(${(radius * share).toFixed(2)}px)`
  brush.drawImage(canvas, 0, 0, width, height)
  settle(brush)
  return result
}
