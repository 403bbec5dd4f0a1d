import { type Canvas, createCanvas } from '@napi-rs/canvas'
import type { Paint, StageLayer } from '../stage-types.ts'
import { type Camera, type PlaneView, viewOf } from './camera.ts'
import { release } from './raster.ts'

/** A canvas and where its upper left corner lies on its plane, in pixels. */
interface Sprite {
  readonly canvas: Canvas
  readonly x: number
  readonly y: number
}

interface Plane {
  readonly layer: StageLayer
  readonly sprite: Sprite | null
}

/** What a picture is put together from. */
export interface Composition {
  /** Back to front. */
  readonly layers: readonly StageLayer[]
  readonly camera: Camera
  readonly width: number
  readonly height: number
  readonly seconds: number
  /** Changes a cached plane once, for a look. Default: none. */
  readonly treat?: (canvas: Canvas, depth: number) => Canvas
  /** Pixels painted beyond what the camera sees, for treatments that look around themselves. Default 2. */
  readonly pad?: number
}

/** Draws the moment `time` onto a context of the composition's size. */
export type DrawMoment = (context: Paint, time: number) => void

/** Paint what stands still into sprites, and return what draws each moment from them. */
export const compose = (composition: Composition): DrawMoment => {
  const planes = joined(composition).map(
    (layer): Plane => ({ layer, sprite: layer.still ? spriteOf(layer, composition) : null }),
  )
  const { camera, width, height } = composition
  return (context, time) => {
    const pose = camera(time)
    for (const { layer, sprite } of planes) {
      const view = viewOf(pose, layer.depth, width, height)
      context.save()
      apply(context, view, width, height)
      if (sprite) drawSprite(context, sprite, layer, time, width, height)
      else layer.paint(context, time, width, height)
      context.restore()
    }
  }
}

const apply = (context: Paint, view: PlaneView, width: number, height: number): void => {
  if (view.roll !== 0) {
    context.translate(width / 2, height / 2)
    context.rotate(view.roll)
    context.translate(-width / 2, -height / 2)
  }
  context.translate(view.x, view.y)
  context.scale(view.scale, view.scale)
}

const drawSprite = (
  context: Paint,
  sprite: Sprite,
  layer: StageLayer,
  time: number,
  width: number,
  height: number,
): void => {
  const motion = layer.motion?.(time)
  if (!motion) {
    context.drawImage(sprite.canvas, sprite.x, sprite.y)
    return
  }
  context.globalAlpha = motion.opacity
  context.drawImage(sprite.canvas, sprite.x + motion.x * width, sprite.y + motion.y * height)
}

// Planes this near each other in depth part by less than a hundredth of the frame in any move.
const sameDepth = 0.065

/** Neighbouring still planes that hardly move against each other become one. */
const joined = (composition: Composition): readonly StageLayer[] => {
  const fixed = isFixed(composition)
  const result: StageLayer[] = []
  let first = 0
  for (const layer of composition.layers) {
    const before = result.at(-1)
    const isNear = fixed || Math.abs(first - layer.depth) < sameDepth
    if (before && isNear && canJoin(before) && canJoin(layer)) {
      result.splice(-1, 1, stacked(before, layer))
    } else {
      result.push(layer)
      first = layer.depth
    }
  }
  return result
}

const canJoin = (layer: StageLayer): boolean => layer.still && layer.motion === undefined

const stacked = (below: StageLayer, above: StageLayer): StageLayer => ({
  depth: (below.depth + above.depth) / 2,
  still: true,
  paint: (context, time, width, height) => {
    for (const layer of [below, above]) {
      context.save()
      layer.paint(context, time, width, height)
      context.restore()
    }
  },
})

const isFixed = ({ camera, seconds }: Composition): boolean => {
  const start = camera(0)
  return (
    [0.25, 0.5, 1].every((share) => {
      const pose = camera(seconds * share)
      return (
        pose.x === start.x &&
        pose.y === start.y &&
        pose.zoom === start.zoom &&
        pose.roll === start.roll
      )
    }) &&
    start.x === 0 &&
    start.y === 0 &&
    start.zoom === 1
  )
}

const moments = 24

const spriteOf = (layer: StageLayer, composition: Composition): Sprite => {
  const { width, height, treat } = composition
  const reach = reachOf(layer, composition)
  const canvas = createCanvas(reach.width, reach.height)
  const brush = canvas.getContext('2d')
  brush.translate(-reach.x, -reach.y)
  layer.paint(brush, 0, width, height)
  const trimmed = trim(canvas)
  const kept = treat ? treat(trimmed.canvas, layer.depth) : trimmed.canvas
  if (kept !== trimmed.canvas) release(trimmed.canvas)
  return { canvas: kept, x: reach.x, y: reach.y + trimmed.top }
}

/** The part of a plane that the camera sees at any time, in whole pixels. */
const reachOf = (
  layer: StageLayer,
  { camera, width, height, seconds, pad = 2 }: Composition,
): { x: number; y: number; width: number; height: number } => {
  let [left, top, right, bottom] = [0, 0, width, height]
  for (let index = 0; index <= moments; index += 1) {
    const time = (seconds * index) / moments
    const view = viewOf(camera(time), layer.depth, width, height)
    const motion = layer.motion?.(time)
    const [mx, my] = [(motion?.x ?? 0) * width, (motion?.y ?? 0) * height]
    const turn = Math.abs(view.roll) * width * 0.5
    left = Math.min(left, (-view.x - turn) / view.scale - mx)
    top = Math.min(top, (-view.y - turn) / view.scale - my)
    right = Math.max(right, (width - view.x + turn) / view.scale - mx)
    bottom = Math.max(bottom, (height - view.y + turn) / view.scale - my)
  }
  const [x, y] = [Math.floor(left) - pad, Math.floor(top) - pad]
  return { x, y, width: Math.ceil(right) + pad - x, height: Math.ceil(bottom) + pad - y }
}

/** Cut off empty rows above and below. */
const trim = (canvas: Canvas): { readonly canvas: Canvas; readonly top: number } => {
  const { width, height } = canvas
  const { data } = canvas.getContext('2d').getImageData(0, 0, width, height)
  const [top, bottom] = filledRows(data, width, height)
  if (data.buffer instanceof ArrayBuffer) data.buffer.transfer(0)
  if (top === 0 && bottom === height) return { canvas, top: 0 }
  const cut = createCanvas(width, bottom - top)
  cut.getContext('2d').drawImage(canvas, 0, -top)
  release(canvas)
  return { canvas: cut, top }
}

const filledRows = (
  data: Uint8ClampedArray,
  width: number,
  height: number,
): readonly [top: number, bottom: number] => {
  const empty = (row: number): boolean => {
    for (let at = row * width * 4 + 3, end = (row + 1) * width * 4; at < end; at += 4) {
      if (data[at] !== 0) return false
    }
    return true
  }
  let top = 0
  while (top < height - 1 && empty(top)) top += 1
  let bottom = height
  while (bottom > top + 1 && empty(bottom - 1)) bottom -= 1
  return [top, bottom]
}
