import type { Light, Look, Paint } from '../../stage-types.ts'
import { brightness, css, dull, mix, type Rgb, readColour, shift, under, white } from './colour.ts'
import type { Point } from './geometry.ts'

/** A slice of a tube: where its middle is and how far it reaches to either side, pixels. */
export interface Slice extends Point {
  readonly r: number
}

/** How a shape is finished. */
export interface Finish {
  /** Strength of the shading, 0 flat … 1; default 1. */
  readonly shade?: number
  /** A line round the shape in sketches; default true. */
  readonly outline?: boolean
  /** 0…1; default 1. */
  readonly alpha?: number
  /** The surface gives light and is not dimmed by night; default false. */
  readonly glows?: boolean
}

/** Draws lit shapes in the manner of one look. */
export interface Brush {
  readonly context: Paint
  readonly look: Look
  readonly light: Light
  /** Pixels of the thinnest line worth drawing. */
  readonly line: number
  /** The colour as this light and look show it; amount lightens (> 0) or darkens (< 0). */
  readonly tone: (colour: Rgb, amount?: number, glows?: boolean) => Rgb
  /** A closed soft outline through the points. */
  readonly shape: (points: readonly Point[], colour: Rgb, finish?: Finish) => void
  /** A closed outline with straight sides. */
  readonly block: (points: readonly Point[], colour: Rgb, finish?: Finish) => void
  /** A round limb through the slices; caps are round unless `flat`. */
  readonly tube: (slices: readonly Slice[], colour: Rgb, finish?: Finish & Caps) => void
  /** An ellipse; turn in radians. */
  readonly oval: (at: Point, size: OvalSize, colour: Rgb, finish?: Finish) => void
  /** Light that spreads from a place; painted over the picture once the body is lit, see `glows`. */
  readonly glow: (glow: Glow) => void
  /** The glows asked for so far. */
  readonly glows: readonly Glow[]
  /** An open soft line. */
  readonly stroke: (points: readonly Point[], width: number, colour: Rgb, alpha?: number) => void
}

/** Light round a lamp or a flame: place and reach in pixels, strength 0…1. */
export interface Glow {
  readonly at: Point
  readonly radius: number
  readonly colour: Rgb
  readonly strength: number
}

/** Ends of a tube; 0 flat … 1 a half circle, default 1 each. */
export interface Caps {
  readonly start?: number
  readonly end?: number
}

/** Radii of an ellipse, pixels. */
export interface OvalSize {
  readonly rx: number
  readonly ry: number
  readonly turn?: number
}

const paper: Rgb = { r: 244, g: 238, b: 226 }

/** Ink of the sketch look. */
const ink: Rgb = { r: 46, g: 40, b: 44 }

/** Follows a closed soft outline (Catmull-Rom through every point). */
export const tracePath = (context: Paint, points: readonly Point[], closed = true): void => {
  const count = points.length
  const first = points[0]
  if (!first) return
  const at = (index: number): Point =>
    (closed ? points[(index + count) % count] : points[Math.max(0, Math.min(count - 1, index))]) ??
    first
  context.moveTo(first.x, first.y)
  const steps = closed ? count : count - 1
  for (let index = 0; index < steps; index += 1) {
    const [a, b, c, d] = [at(index - 1), at(index), at(index + 1), at(index + 2)]
    context.bezierCurveTo(
      b.x + (c.x - a.x) / 6,
      b.y + (c.y - a.y) / 6,
      c.x - (d.x - b.x) / 6,
      c.y - (d.y - b.y) / 6,
      c.x,
      c.y,
    )
  }
  if (closed) context.closePath()
}

/** Outline of a round limb: down its left side, round the end, up its right side. */
const tubeOutline = (slices: readonly Slice[], caps: Caps = {}): readonly Point[] => {
  const left: Point[] = []
  const right: Point[] = []
  slices.forEach((slice, index) => {
    const before = slices[Math.max(0, index - 1)] ?? slice
    const after = slices[Math.min(slices.length - 1, index + 1)] ?? slice
    const size = Math.hypot(after.x - before.x, after.y - before.y) || 1
    const [nx, ny] = [(after.y - before.y) / size, -(after.x - before.x) / size]
    left.push({ x: slice.x + nx * slice.r, y: slice.y + ny * slice.r })
    right.unshift({ x: slice.x - nx * slice.r, y: slice.y - ny * slice.r })
  })
  const tip = (at: Slice | undefined, from: Slice | undefined, cap: number): Point[] => {
    if (!at || !from || cap <= 0) return []
    const size = Math.hypot(at.x - from.x, at.y - from.y) || 1
    const [dx, dy] = [((at.x - from.x) / size) * at.r, ((at.y - from.y) / size) * at.r]
    const [nx, ny] = [dy * 0.72, -dx * 0.72]
    return [
      { x: at.x + nx + dx * cap * 0.7, y: at.y + ny + dy * cap * 0.7 },
      { x: at.x + dx * cap, y: at.y + dy * cap },
      { x: at.x - nx + dx * cap * 0.7, y: at.y - ny + dy * cap * 0.7 },
    ]
  }
  const end = tip(slices.at(-1), slices.at(-2), caps.end ?? 1)
  const start = tip(slices[0], slices[1], caps.start ?? 1)
  return [...left, ...end, ...right, ...start]
}

/** Paints only where a round limb is: stripes on a leg end at its edge. */
export const insideTube = (
  { context }: Brush,
  slices: readonly Slice[],
  paint: () => void,
  caps: Caps = {},
): void => {
  context.save()
  context.beginPath()
  tracePath(context, tubeOutline(slices, caps))
  context.clip()
  paint()
  context.restore()
}

/** A brush for one canvas, light and look. */
export const makeBrush = (context: Paint, light: Light, look: Look, line: number): Brush => {
  const tone = toneOf(light, look)
  const glows: Glow[] = []
  const finishPath = (box: Box, axis: Point, colour: Rgb, finish: Finish): void => {
    context.globalAlpha = finish.alpha ?? 1
    context.fillStyle = fillOf({ context, light, look, tone, box, axis, colour, finish })
    context.fill()
    if (look === 'sketch' && finish.outline !== false) {
      context.strokeStyle = css(ink, 0.78)
      context.lineWidth = line
      context.lineJoin = 'round'
      context.stroke()
    }
    context.globalAlpha = 1
  }
  return {
    context,
    look,
    light,
    line,
    tone,
    glows,
    glow: (one) => {
      glows.push(one)
    },
    shape: (points, colour, finish = {}) => {
      context.beginPath()
      tracePath(context, points)
      finishPath(boxOf(points), acrossLight(light), colour, finish)
    },
    block: (points, colour, finish = {}) => {
      context.beginPath()
      points.forEach((point, index) => {
        if (index === 0) context.moveTo(point.x, point.y)
        else context.lineTo(point.x, point.y)
      })
      context.closePath()
      finishPath(boxOf(points), acrossLight(light), colour, finish)
    },
    tube: (slices, colour, finish = {}) => {
      const outline = tubeOutline(slices, finish)
      context.beginPath()
      tracePath(context, outline)
      finishPath(tubeBox(slices), tubeAxis(slices, light), colour, finish)
    },
    oval: (at, size, colour, finish = {}) => {
      context.beginPath()
      context.ellipse(
        at.x,
        at.y,
        Math.max(0.1, size.rx),
        Math.max(0.1, size.ry),
        size.turn ?? 0,
        0,
        Math.PI * 2,
      )
      const box = { x: at.x, y: at.y, rx: size.rx, ry: size.ry }
      finishPath(box, acrossLight(light), colour, finish)
    },
    stroke: (points, width, colour, alpha = 1) => {
      context.beginPath()
      tracePath(context, points, false)
      context.strokeStyle = css(colour, alpha)
      context.lineWidth = width
      context.lineCap = 'round'
      context.lineJoin = 'round'
      context.stroke()
    },
  }
}

interface Box {
  readonly x: number
  readonly y: number
  readonly rx: number
  readonly ry: number
}

/**
 * Day shows colours as they are, night sinks them into the ambient colour; sketches are a pale wash.
 */
const toneOf = (light: Light, look: Look): Brush['tone'] => {
  const ambient = readColour(light.ambient)
  const key = readColour(light.key)
  const level = light.backlit ? light.level * 0.55 : light.level
  const lamp = mix(mix(ambient, white, 0.25), mix(key, white, 0.55), 0.25 + level * 0.75)
  const exposure = 0.42 + 0.58 * Math.min(1, level * 1.25)
  return (colour, amount = 0, glows = false) => {
    if (glows) return shift(colour, amount)
    const lit = under(colour, mix({ r: 0, g: 0, b: 0 }, lamp, exposure))
    const fogged = mix(lit, ambient, 0.12 * (1 - level))
    const moved = shift(fogged, amount)
    if (look === 'sketch') return mix(dull(moved, 0.35), paper, 0.42)
    return look === 'motion' ? moved : dull(moved, 0.06)
  }
}

interface FillRequest {
  readonly context: Paint
  readonly light: Light
  readonly look: Look
  readonly tone: Brush['tone']
  readonly box: Box
  readonly axis: Point
  readonly colour: Rgb
  readonly finish: Finish
}

const fillOf = (request: FillRequest): ReturnType<Paint['createLinearGradient']> | string => {
  const { context, look, tone, box, axis, colour, finish } = request
  const strength = finish.shade ?? 1
  const base = tone(colour, 0, finish.glows)
  if (strength === 0 || look === 'motion') return css(base)
  const key = readColour(request.light.key)
  const reach = Math.abs(axis.x) * box.rx + Math.abs(axis.y) * box.ry
  const gradient = context.createLinearGradient(
    box.x + axis.x * reach,
    box.y + axis.y * reach,
    box.x - axis.x * reach,
    box.y - axis.y * reach,
  )
  const gain = strength * (look === 'sketch' ? 0.5 : 1)
  const dark = mix(base, readColour(request.light.shadow), 0.55 * gain)
  const lift = 0.2 * gain * (0.4 + brightness(base))
  gradient.addColorStop(0, css(mix(base, mix(key, white, 0.3), lift)))
  gradient.addColorStop(0.38, css(base))
  gradient.addColorStop(0.8, css(mix(base, dark, 0.8)))
  gradient.addColorStop(1, css(mix(dark, tone(colour), 0.25)))
  return gradient
}

const boxOf = (points: readonly Point[]): Box => {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const { x, y } of points) {
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
  }
  return {
    x: (left + right) / 2,
    y: (top + bottom) / 2,
    rx: (right - left) / 2,
    ry: (bottom - top) / 2,
  }
}

const acrossLight = (light: Light): Point => {
  const x = light.direction === 0 ? 0.3 : light.direction
  const size = Math.hypot(x, 0.55)
  return { x: x / size, y: -0.55 / size }
}

const tubeBox = (slices: readonly Slice[]): Box => {
  const middle = slices[Math.floor(slices.length / 2)] ?? { x: 0, y: 0, r: 1 }
  const radius = Math.max(...slices.map(({ r }) => r))
  return { x: middle.x, y: middle.y, rx: radius, ry: radius }
}

const tubeAxis = (slices: readonly Slice[], light: Light): Point => {
  const [from, to] = [slices[0], slices.at(-1)]
  if (!from || !to) return { x: 1, y: 0 }
  const size = Math.hypot(to.x - from.x, to.y - from.y) || 1
  const normal = { x: (to.y - from.y) / size, y: -(to.x - from.x) / size }
  const way = acrossLight(light)
  const facing = normal.x * way.x + normal.y * way.y
  const side = facing < 0 ? -1 : 1
  return { x: normal.x * side, y: normal.y * side }
}

/** Paints the light round lamps and flames onto the picture itself. */
export const paintGlows = (context: Paint, glows: readonly Glow[]): void => {
  for (const { at, radius, colour, strength } of glows) {
    const gradient = context.createRadialGradient(at.x, at.y, 0, at.x, at.y, radius)
    gradient.addColorStop(0, css(colour, strength))
    gradient.addColorStop(0.12, css(colour, strength * 0.6))
    gradient.addColorStop(0.4, css(colour, strength * 0.18))
    gradient.addColorStop(1, css(colour, 0))
    context.save()
    context.globalCompositeOperation = 'screen'
    context.fillStyle = gradient
    context.fillRect(at.x - radius, at.y - radius, radius * 2, radius * 2)
    context.restore()
  }
}
