import { type Brush, makeBrush } from '../figures/brush/brush.ts'
import { css, mix, type Rgb, readColour, shift } from '../figures/brush/colour.ts'
import type { Point } from '../figures/brush/geometry.ts'
import type { Light, Look, Paint } from '../stage-types.ts'

/**
 * A room seen straight on. Metres: x to the right from the middle, y up from the floor, z away from the viewer with 0
 * where people stand.
 */
export interface Room {
  readonly brush: Brush
  readonly context: Paint
  readonly light: Light
  readonly at: (x: number, y: number, z: number) => Point
  /** Pixels of a metre at a depth. */
  readonly scale: (z: number) => number
  readonly halfWidth: number
  readonly height: number
  /** Depth of the back wall. */
  readonly back: number
  /** Depth in front of which nothing is seen. */
  readonly front: number
  readonly eye: number
  readonly width: number
  readonly pixelsHigh: number
  readonly time: number
}

/** Where the camera is for a framing. */
export interface RoomCamera {
  /** Pixels of a metre where people stand. */
  readonly scale: number
  /** Pixels from the top to eye height. */
  readonly horizon: number
  /** Metres from the camera to where people stand. */
  readonly distance: number
  readonly eye: number
}

/** What a room is seen with. */
export interface RoomRequest {
  readonly context: Paint
  readonly light: Light
  readonly look: Look
  readonly camera: RoomCamera
  readonly width: number
  readonly height: number
  readonly ceiling: number
  /** Depth of the back wall, metres. */
  readonly back: number
  /** Farthest that side walls stand from the middle, metres. */
  readonly widest: number
  readonly time: number
}

/** A room for one canvas; as wide as the picture shows and a little narrower, so that side walls are seen. */
export const makeRoom = (request: RoomRequest): Room => {
  const { camera, width, context, light, look } = request
  const factor = (z: number): number => camera.distance / Math.max(0.35, camera.distance + z)
  const seen = width / 2 / (camera.scale * factor(request.back))
  return {
    brush: makeBrush(context, light, look, Math.max(0.7, request.height / 520)),
    context,
    light,
    scale: (z) => camera.scale * factor(z),
    at: (x, y, z) => ({
      x: width / 2 + camera.scale * factor(z) * x,
      y: camera.horizon - camera.scale * factor(z) * (y - camera.eye),
    }),
    halfWidth: Math.max(1.5, Math.min(request.widest, seen * 0.8)),
    height: request.ceiling,
    back: request.back,
    front: -camera.distance * 0.62,
    eye: camera.eye,
    width,
    pixelsHigh: request.height,
    time: request.time,
  }
}

/** Corners of a flat surface. */
export type Corners = readonly [Point, Point, Point, Point]

/** Fills a flat surface with a colour that changes from its first edge to the opposite one. */
export const paintSurface = (
  room: Room,
  corners: Corners,
  from: Rgb,
  to: Rgb = from,
  alpha = 1,
): void => {
  const { context, brush } = room
  const [a, b, c, d] = corners
  const gradient = context.createLinearGradient(
    (a.x + b.x) / 2,
    (a.y + b.y) / 2,
    (c.x + d.x) / 2,
    (c.y + d.y) / 2,
  )
  gradient.addColorStop(0, css(brush.tone(from), alpha))
  gradient.addColorStop(1, css(brush.tone(to), alpha))
  context.fillStyle =
    brush.look === 'motion' ? css(brush.tone(mix(from, to, 0.4)), alpha) : gradient
  context.beginPath()
  for (const [index, point] of corners.entries()) {
    if (index === 0) context.moveTo(point.x, point.y)
    else context.lineTo(point.x, point.y)
  }
  context.closePath()
  context.fill()
  if (brush.look === 'sketch' && alpha > 0.6) {
    context.strokeStyle = 'rgba(46,40,44,0.6)'
    context.lineWidth = brush.line
    context.stroke()
  }
}

/** A block: left, right, bottom, top, near and far, metres. */
export interface Block {
  readonly x: readonly [number, number]
  readonly y: readonly [number, number]
  readonly z: readonly [number, number]
}

/** A block from its middle, floor level, size and near side. */
export const block = (
  x: number,
  y: number,
  z: number,
  size: readonly [number, number, number],
): Block => ({
  x: [x - size[0] / 2, x + size[0] / 2],
  y: [y, y + size[1]],
  z: [z, z + size[2]],
})

/** Paints the faces of a block that can be seen, darker below and away from the light. */
export const paintBlock = (room: Room, { x, y, z }: Block, colour: Rgb): void => {
  const { at, light, eye } = room
  const lit = light.direction < 0 ? -1 : 1
  const [left, right] = x
  const [low, high] = y
  const [near, far] = z
  const quad = (a: Point, b: Point, c: Point, d: Point): Corners => [a, b, c, d]
  if (left > 0) {
    const tone = shift(colour, lit < 0 ? 0.06 : -0.34)
    paintSurface(
      room,
      quad(at(left, high, near), at(left, high, far), at(left, low, far), at(left, low, near)),
      tone,
      shift(tone, -0.2),
    )
  }
  if (right < 0) {
    const tone = shift(colour, lit > 0 ? 0.06 : -0.34)
    paintSurface(
      room,
      quad(at(right, high, near), at(right, high, far), at(right, low, far), at(right, low, near)),
      tone,
      shift(tone, -0.2),
    )
  }
  if (high < eye) {
    paintSurface(
      room,
      quad(at(left, high, far), at(right, high, far), at(right, high, near), at(left, high, near)),
      shift(colour, 0.12),
      shift(colour, 0.24),
    )
  }
  if (low > eye) {
    paintSurface(
      room,
      quad(at(left, low, far), at(right, low, far), at(right, low, near), at(left, low, near)),
      shift(colour, -0.5),
    )
  }
  paintSurface(
    room,
    quad(at(left, high, near), at(right, high, near), at(right, low, near), at(left, low, near)),
    colour,
    shift(colour, -0.24),
  )
}

/** The soft dark under a thing that stands on the floor or on a table. */
export const paintShade = (room: Room, { x, z }: Block, y = 0, strength = 0.45): void => {
  if (room.brush.look === 'sketch') return
  const { context, at } = room
  const [left, right] = [at(x[0], y, z[0]), at(x[1], y, z[0])]
  const far = at((x[0] + x[1]) / 2, y, z[1])
  const centre = {
    x: (left.x + right.x) / 2 - room.light.direction * (right.x - left.x) * 0.08,
    y: (left.y + far.y) / 2,
  }
  const rx = Math.max(2, ((right.x - left.x) / 2) * 1.28)
  const ry = Math.max(1, Math.abs(left.y - far.y) * 0.95 + rx * 0.05)
  context.save()
  context.translate(centre.x, centre.y)
  context.scale(1, ry / rx)
  const pool = context.createRadialGradient(0, 0, rx * 0.3, 0, 0, rx)
  const shadow = readColour(room.light.shadow)
  pool.addColorStop(0, css(shadow, strength))
  pool.addColorStop(1, css(shadow, 0))
  context.fillStyle = pool
  context.fillRect(-rx, -rx, rx * 2, rx * 2)
  context.restore()
}

/** A pool of coloured light, pixels. */
export const paintGlow = (
  context: Paint,
  at: Point,
  radius: number,
  colour: Rgb,
  strength: number,
): void => {
  context.save()
  context.globalCompositeOperation = 'screen'
  const glow = context.createRadialGradient(at.x, at.y, 0, at.x, at.y, radius)
  glow.addColorStop(0, css(colour, strength))
  glow.addColorStop(0.35, css(colour, strength * 0.42))
  glow.addColorStop(1, css(colour, 0))
  context.fillStyle = glow
  context.fillRect(at.x - radius, at.y - radius, radius * 2, radius * 2)
  context.restore()
}
