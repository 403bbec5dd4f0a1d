import { setImmediate } from 'node:timers/promises'
import { type Canvas, clearAllCache, createCanvas } from '@napi-rs/canvas'
import type { Paint, StageLayer } from '../stage-types.ts'
import { type Camera, type PlaneView, viewOf } from './camera.ts'
import { discard, release, settle } from './raster.ts'

/** A canvas and what it covers of its plane, in pixels; a soft plane's canvas may be smaller than that. */
interface Sprite {
  readonly canvas: Canvas
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
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
export const compose = async (composition: Composition): Promise<DrawMoment> => {
  const planes: Plane[] = []
  for (const layer of joined(composition)) {
    planes.push({ layer, sprite: layer.still ? spriteOf(layer, composition) : null })
    // What painting this plane left in the library's own cache (blurs, reduced pictures) no frame asks for again, and
    // pixels that were read are freed between turns of the event loop only: planes in one turn would hold all of them.
    clearAllCache()
    await setImmediate()
  }
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
  const [x, y] = [sprite.x + (motion?.x ?? 0) * width, sprite.y + (motion?.y ?? 0) * height]
  if (motion) context.globalAlpha = motion.opacity
  if (sprite.canvas.width === sprite.width) context.drawImage(sprite.canvas, x, y)
  else context.drawImage(sprite.canvas, x, y, sprite.width, sprite.height)
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
  const { canvas: trimmed, left, top } = trim(canvas)
  const { width: wide, height: high } = trimmed
  const kept = treat ? treat(trimmed, layer.depth) : trimmed
  if (kept !== trimmed) release(trimmed)
  return { canvas: kept, x: reach.x + left, y: reach.y + top, width: wide, height: high }
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

interface Trimmed {
  readonly canvas: Canvas
  readonly left: number
  readonly top: number
}

// A treatment that blurs reads beyond what is filled.
const fringe = 24

/** Cut off the empty rows and columns around what is painted. */
const trim = (canvas: Canvas): Trimmed => {
  const { width, height } = canvas
  const { data } = canvas.getContext('2d').getImageData(0, 0, width, height)
  const [top, bottom] = filled(height, (row) => isEmpty(data, row * width, 1, width))
  const [left, right] = filled(width, (column) =>
    isEmpty(data, top * width + column, width, bottom - top),
  )
  discard(data)
  const [x, y] = [Math.max(0, left - fringe), Math.max(0, top - fringe)]
  const [wide, high] = [Math.min(width, right + fringe) - x, Math.min(height, bottom + fringe) - y]
  if (wide === width && high === height) return { canvas, left: 0, top: 0 }
  const cut = createCanvas(wide, high)
  const brush = cut.getContext('2d')
  brush.drawImage(canvas, -x, -y)
  settle(brush)
  release(canvas)
  return { canvas: cut, left: x, top: y }
}

/** Whether `count` points from `first`, each `step` further, are all clear. */
const isEmpty = (data: Uint8ClampedArray, first: number, step: number, count: number): boolean => {
  for (let at = first * 4 + 3, end = at + count * step * 4; at < end; at += step * 4) {
    if (data[at] !== 0) return false
  }
  return true
}

const filled = (
  size: number,
  isClear: (index: number) => boolean,
): readonly [from: number, to: number] => {
  let from = 0
  while (from < size - 1 && isClear(from)) from += 1
  let to = size
  while (to > from + 1 && isClear(to - 1)) to -= 1
  return [from, to]
}
