import { type Canvas, createCanvas } from '@napi-rs/canvas'
import type { PictureSize } from '../../domain/brief.ts'
import type { CameraMove } from '../../domain/script.ts'
import { movingCameras, paintings } from './paintings.ts'
import { addGrain, type MovingParts } from './scene-parts.ts'
import { between, oneOf, seededDraw } from './seeded.ts'

/** A drawn test scene: frames on demand, and the plan they follow. */
export interface CalibrationScene {
  /** Which kind of scene: `landscape`, `night`, … */
  readonly name: string
  readonly size: PictureSize
  readonly camera: CameraMove
  readonly hasMotion: boolean
  readonly timeOfDay: string
  /** The picture at a share 0…1 of the clip: RGBA, row-major, 0…255. */
  readonly frame: (at: number) => Uint8ClampedArray
}

const sizes: readonly PictureSize[] = [
  { width: 320, height: 180 },
  { width: 480, height: 270 },
  { width: 640, height: 360 },
  { width: 202, height: 360 },
  { width: 240, height: 240 },
]

/** The world is painted larger than the frame so that the camera has room. */
const room = 1.5

/**
 * A scene from a seed: one of {@link paintings}, under one of the camera moves.
 *
 * @param wantedSize default: one of five, by the seed
 */
export const calibrationScene = (seed: number, wantedSize?: PictureSize): CalibrationScene => {
  const draw = seededDraw(seed)
  const painting = oneOf(draw, paintings)
  const drawnSize = oneOf(draw, sizes)
  const size = wantedSize ?? drawnSize
  const camera = oneOf<CameraMove>(draw, painting.cameras ?? [...movingCameras, 'static'])
  const world = createCanvas(Math.round(size.width * room), Math.round(size.height * room))
  const worldSize = { width: world.width, height: world.height }
  const moving = painting.paint(world.getContext('2d'), worldSize, draw)
  const frame = createCanvas(size.width, size.height)
  const speed = between(draw, 0.35, 1)
  const grain = painting.grain ?? oneOf(draw, [0, 0, 1, 2])
  const shaken = seededDraw(seed + 77)
  const steps = Array.from({ length: 200 }, () => shaken() - 0.5)
  return {
    name: painting.name,
    size,
    camera,
    hasMotion: painting.hasMotion,
    timeOfDay: painting.timeOfDay,
    frame: (at) => {
      const context = frame.getContext('2d')
      const layered = layer(world, moving, at)
      const view = viewOf(camera, at * speed, size, steps)
      context.imageSmoothingQuality = 'high'
      context.drawImage(
        layered,
        view.x,
        view.y,
        view.width,
        view.height,
        0,
        0,
        size.width,
        size.height,
      )
      const pixels = context.getImageData(0, 0, size.width, size.height).data
      applyLight(pixels, painting.light?.(at) ?? 1)
      if (grain > 0) addGrain(pixels, grain, seededDraw(seed * 1_000 + Math.round(at * 10_000)))
      return pixels
    },
  }
}

const layer = (world: Canvas, moving: MovingParts, at: number): Canvas => {
  const canvas = createCanvas(world.width, world.height)
  const context = canvas.getContext('2d')
  context.drawImage(world, 0, 0)
  moving(context, at)
  return canvas
}

const viewOf = (
  camera: CameraMove,
  at: number,
  size: PictureSize,
  steps: readonly number[],
): { x: number; y: number; width: number; height: number } => {
  const spare = { x: size.width * (room - 1), y: size.height * (room - 1) }
  const middle = { x: spare.x / 2, y: spare.y / 2, width: size.width, height: size.height }
  const zoomed = (by: number) => ({
    x: middle.x + (size.width * (1 - by)) / 2,
    y: middle.y + (size.height * (1 - by)) / 2,
    width: size.width * by,
    height: size.height * by,
  })
  const shake = (offset: number): number => {
    const place = at * 30 + offset
    const [from, to] = [steps[Math.floor(place)] ?? 0, steps[Math.floor(place) + 1] ?? 0]
    return (from + (to - from) * (place % 1)) * size.height * 0.03
  }
  switch (camera) {
    case 'push-in':
      return zoomed(1.2 - 0.3 * at)
    case 'pull-out':
      return zoomed(0.9 + 0.3 * at)
    case 'pan-left':
    case 'track-left':
      return { ...middle, x: spare.x * (1 - at) }
    case 'pan-right':
      return { ...middle, x: spare.x * at }
    case 'tilt-up':
      return { ...middle, y: spare.y * (1 - at) }
    case 'handheld':
      return { ...middle, x: middle.x + shake(0), y: middle.y + shake(50) }
    default:
      return middle
  }
}

const applyLight = (pixels: Uint8ClampedArray, light: number): void => {
  if (light === 1) return
  for (let at = 0; at < pixels.length; at += 1) {
    if (at % 4 !== 3) pixels[at] = (pixels[at] ?? 0) * light
  }
}
