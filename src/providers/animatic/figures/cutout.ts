import { type Canvas, createCanvas } from '@napi-rs/canvas'
import type { Light, Look, Paint } from '../stage-types.ts'
import { type Glow, paintGlows } from './brush.ts'
import { css, mix, readColour, white } from './colour.ts'

/** Something painted apart, then lit as one body and set into the picture. */
export interface CutoutRequest {
  readonly context: Paint
  readonly light: Light
  readonly look: Look
  /** The part of the picture it may cover, pixels. */
  readonly box: {
    readonly left: number
    readonly top: number
    readonly right: number
    readonly bottom: number
  }
  /** Pixels of the body's height: rims and shades follow it. */
  readonly scale: number
  /** Share of the air's colour over it: far things are paler, 0…1. */
  readonly haze: number
  readonly opacity?: number
  /** Paints in the picture's own coordinates and says where light spreads from. */
  readonly paint: (context: Paint) => readonly Glow[]
}

interface Sheets {
  readonly body: Canvas
  readonly mask: Canvas
}

/**
 * A painter of cut-outs that keeps its sheets from one frame to the next.
 *
 * @returns a function that paints one; it may be called again and again, never at the same time
 */
export const makeCutout = (): ((request: CutoutRequest) => void) => {
  let sheets: Sheets | null = null
  return (request) => {
    const { box } = request
    const width = Math.ceil(Math.min(4000, box.right - box.left))
    const height = Math.ceil(Math.min(4000, box.bottom - box.top))
    if (width < 2 || height < 2) return
    if (!sheets || sheets.body.width < width || sheets.body.height < height) {
      const size = {
        width: Math.max(width, sheets?.body.width ?? 0),
        height: Math.max(height, sheets?.body.height ?? 0),
      }
      sheets = {
        body: createCanvas(size.width, size.height),
        mask: createCanvas(Math.ceil(size.width), Math.ceil(size.height)),
      }
    }
    paintCutout(request, sheets, width, height)
  }
}

const paintCutout = (
  request: CutoutRequest,
  sheets: Sheets,
  width: number,
  height: number,
): void => {
  const { box, context, look } = request
  const body = sheets.body.getContext('2d')
  const [left, top] = [Math.floor(box.left), Math.floor(box.top)]
  body.save()
  body.clearRect(0, 0, sheets.body.width, sheets.body.height)
  body.translate(-left, -top)
  const glows = request.paint(body)
  body.restore()
  const place = { request, sheets, width, height }
  if (look === 'sketch') hatch(place)
  else {
    shade(place)
    rim(place)
  }
  context.save()
  context.globalAlpha = request.opacity ?? 1
  context.drawImage(sheets.body, 0, 0, width, height, left, top, width, height)
  context.restore()
  paintGlows(context, glows)
}

interface Place {
  readonly request: CutoutRequest
  readonly sheets: Sheets
  readonly width: number
  readonly height: number
}

/** The strip along one edge of the body, in one colour; (dx, dy) points into the body, pixels. */
const edge = (place: Place, dx: number, dy: number, paint: string, share = 1): void => {
  const { sheets, width, height } = place
  const [w, h] = [Math.ceil(width * share), Math.ceil(height * share)]
  const mask = sheets.mask.getContext('2d')
  mask.globalCompositeOperation = 'source-over'
  mask.clearRect(0, 0, w + 2, h + 2)
  mask.drawImage(sheets.body, 0, 0, width, height, 0, 0, w, h)
  mask.globalCompositeOperation = 'source-in'
  mask.fillStyle = paint
  mask.fillRect(0, 0, w, h)
  mask.globalCompositeOperation = 'destination-out'
  mask.drawImage(sheets.body, 0, 0, width, height, dx * share, dy * share, w, h)
  mask.globalCompositeOperation = 'source-over'
}

const onBody = (place: Place, mode: 'source-atop' | 'screen', alpha: number, share = 1): void => {
  const body = place.sheets.body.getContext('2d')
  body.globalCompositeOperation = mode
  body.globalAlpha = alpha
  const [w, h] = [Math.ceil(place.width * share), Math.ceil(place.height * share)]
  body.drawImage(place.sheets.mask, 0, 0, w, h, 0, 0, place.width, place.height)
  body.globalAlpha = 1
  body.globalCompositeOperation = 'source-over'
}

/** Small masks come back soft: two pixels of the mask span the strip. */
const softShare = (reach: number): number => Math.min(0.5, 1.6 / Math.max(1, reach))

const side = (direction: number): number => (direction < 0 ? -1 : 1)

/** The side away from the light falls into shadow, far bodies take on the colour of the air. */
const shade = (place: Place): void => {
  const { request, width, height } = place
  const { light, scale, look } = request
  const way = side(light.direction)
  const shadow = readColour(light.shadow)
  const body = place.sheets.body.getContext('2d')
  if (look === 'motion') {
    edge(place, way * scale * 0.03, -scale * 0.012, css(shadow))
    onBody(place, 'source-atop', 0.3)
  } else {
    for (const [reach, alpha] of [
      [0.012, 0.14],
      [0.03, 0.15],
      [0.06, 0.14],
    ] as const) {
      const share = softShare(scale * reach)
      edge(place, way * scale * reach, -scale * reach * 0.5, css(shadow), share)
      onBody(place, 'source-atop', alpha, share)
    }
  }
  const veil = light.backlit
    ? mix(shadow, readColour(light.ambient), 0.35)
    : readColour(light.ambient)
  const amount = light.backlit ? Math.max(0.42, request.haze) : request.haze
  body.globalCompositeOperation = 'source-atop'
  if (amount > 0) {
    body.fillStyle = css(veil, amount)
    body.fillRect(0, 0, width, height)
  }
  body.globalCompositeOperation = 'source-over'
}

/** A thin line of light along the edges that face the key. */
const rim = (place: Place): void => {
  const { request } = place
  const { light, scale, look } = request
  const way = side(light.direction)
  const key = mix(readColour(light.key), white, 0.2)
  const thin = Math.max(0.9, Math.min(scale * 0.006, 1.2 + scale * 0.0022))
  const strength = light.backlit ? 0.85 : 0.3 + (1 - light.level) * 0.25
  edge(place, -way * thin, thin * 0.7, css(key))
  onBody(place, 'screen', strength * (look === 'motion' ? 0.8 : 1))
  if (look === 'motion') return
  const share = softShare(thin * 3)
  edge(place, -way * thin * 3.4, thin * 2, css(key), share)
  onBody(place, 'source-atop', strength * 0.32, share)
}

/** Pencil strokes over the side away from the light. */
const hatch = (place: Place): void => {
  const { request, sheets, width, height } = place
  const { light, scale } = request
  edge(place, side(light.direction) * scale * 0.035, -scale * 0.01, 'rgba(255,255,255,1)')
  const mask = sheets.mask.getContext('2d')
  mask.globalCompositeOperation = 'source-in'
  mask.fillStyle = 'rgba(60,52,60,0.16)'
  mask.fillRect(0, 0, width, height)
  mask.globalCompositeOperation = 'source-atop'
  mask.strokeStyle = 'rgba(44,38,44,0.55)'
  mask.lineWidth = Math.max(0.7, scale * 0.0022)
  const step = Math.max(3, scale * 0.011)
  mask.beginPath()
  for (let x = -height; x < width; x += step) {
    mask.moveTo(x, height)
    mask.lineTo(x + height * 0.7, 0)
  }
  mask.stroke()
  mask.globalCompositeOperation = 'source-over'
  onBody(place, 'source-atop', 1)
}
