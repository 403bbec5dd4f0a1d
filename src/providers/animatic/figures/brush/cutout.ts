import { type Canvas, createCanvas } from '@napi-rs/canvas'
import { release } from '../../drawing/raster.ts'
import type { Light, Look, Paint } from '../../stage-types.ts'
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
  /** How deep a body that stands against the light sinks into shade, 0…1; default 0.4. */
  readonly sunk?: number
  readonly opacity?: number
  /** Paints in the picture's own coordinates and says where light spreads from. */
  readonly paint: (context: Paint) => readonly Glow[]
}

interface Sheets {
  /** The body at full size. */
  readonly body: Canvas
  /** The body again, small, from which the masks are cut. */
  readonly small: Canvas
  /** One strip along an edge. */
  readonly strip: Canvas
  /** Strips that are to come back soft, smaller still. */
  readonly soft: Canvas
  /** All light and shade together. */
  readonly mask: Canvas
}

// Bodies change their outline from frame to frame: a little more is kept ready, so that sheets seldom grow.
const spare = 48

const roomy = (canvas: Canvas | undefined, width: number, height: number): Canvas => {
  if (canvas && canvas.width >= width && canvas.height >= height) return canvas
  const wide = Math.max(width + spare, canvas?.width ?? 0)
  const high = Math.max(height + spare, canvas?.height ?? 0)
  if (canvas) release(canvas)
  return createCanvas(wide, high)
}

/** Sheets for a body of a size; the reduced ones are as small as the masks that are cut on them. */
const grow = (sheets: Sheets | null, place: Size, request: CutoutRequest): Sheets => {
  const fine = reduce(place, fineShare({ ...place, request }))
  const coarse = reduce(place, coarseShare(request))
  const sheet = (name: keyof Sheets, { w, h }: Reduced): Canvas =>
    roomy(sheets?.[name], w + 2, h + 2)
  return {
    body: roomy(sheets?.body, place.width, place.height),
    small: sheet('small', fine),
    strip: sheet('strip', fine),
    soft: sheet('soft', coarse),
    mask: sheet('mask', fine),
  }
}

/**
 * A painter of cut-outs that keeps its sheets from one frame to the next.
 *
 * @returns a function that paints one; it may be called again and again, never at the same time
 */
export const makeCutout = (): ((request: CutoutRequest) => void) => {
  let sheets: Sheets | null = null
  return (asked) => {
    const box = seen(asked)
    const request = { ...asked, box }
    const width = Math.ceil(Math.min(4000, box.right - box.left))
    const height = Math.ceil(Math.min(4000, box.bottom - box.top))
    if (!(width >= 2 && height >= 2)) return
    sheets = grow(sheets, { width, height }, request)
    paintCutout({ request, sheets, width, height })
  }
}

/** The part of the box that the picture shows, with as much round it as the masks look beyond. */
const seen = ({ context, box, scale }: CutoutRequest): CutoutRequest['box'] => {
  const { a, b, d, e, f } = context.getTransform()
  if (b !== 0) return box
  const pad = scale * 0.08 + 12
  return {
    left: Math.max(box.left, -e / a - pad),
    top: Math.max(box.top, -f / d - pad),
    right: Math.min(box.right, (context.canvas.width - e) / a + pad),
    bottom: Math.min(box.bottom, (context.canvas.height - f) / d + pad),
  }
}

interface Size {
  readonly width: number
  readonly height: number
}

interface Place extends Size {
  readonly request: CutoutRequest
  readonly sheets: Sheets
}

const paintCutout = (place: Place): void => {
  const { request, sheets, width, height } = place
  const { box, context, look } = request
  const body = sheets.body.getContext('2d')
  const [left, top] = [Math.floor(box.left), Math.floor(box.top)]
  body.save()
  body.clearRect(0, 0, width + 1, height + 1)
  body.beginPath()
  body.rect(0, 0, width, height)
  body.clip()
  body.translate(-left, -top)
  const glows = request.paint(body)
  body.restore()
  if (look === 'sketch') hatch(place)
  else illuminate(place)
  context.save()
  context.globalAlpha = request.opacity ?? 1
  context.drawImage(sheets.body, 0, 0, width, height, left, top, width, height)
  context.restore()
  paintGlows(context, glows)
}

/** A strip along the edge of the body: how far it reaches in, pixels, in which colour and how strong. */
interface Strip {
  readonly x: number
  readonly y: number
  readonly paint: string
  readonly alpha: number
}

/** A reduced copy of the body's sheet. */
interface Reduced {
  readonly share: number
  readonly w: number
  readonly h: number
}

const reduce = ({ width, height }: Size, share: number): Reduced => ({
  share,
  w: Math.max(1, Math.ceil(width * share)),
  h: Math.max(1, Math.ceil(height * share)),
})

/** The most points of a mask: the three sheets of a great animal would else need more memory than all planes of its shot. */
const mostOfMask = 260_000

/** How much smaller the masks are cut than the body is. */
const fineShare = ({ width, height, request: { scale } }: Size & Pick<Place, 'request'>): number =>
  Math.min(1, 420 / scale, Math.sqrt(mostOfMask / (width * height)))

/** The same for masks that are to come back soft. */
const coarseShare = ({ scale }: CutoutRequest): number => Math.min(0.5, 64 / scale)

/** Cuts strips along the edges of the body, as small as `to` says, and lays them on a sheet of that size. */
const cutStrips = (
  { sheets, width, height }: Place,
  strips: readonly Strip[],
  to: Reduced,
  onto: Canvas,
): void => {
  const { w, h, share } = to
  const small = sheets.small.getContext('2d')
  const strip = sheets.strip.getContext('2d')
  const target = onto.getContext('2d')
  small.clearRect(0, 0, w + 2, h + 2)
  small.drawImage(sheets.body, 0, 0, width, height, 0, 0, w, h)
  for (const { x, y, paint, alpha } of strips) {
    strip.save()
    strip.beginPath()
    strip.rect(0, 0, w + 2, h + 2)
    strip.clip()
    strip.globalCompositeOperation = 'source-over'
    strip.clearRect(0, 0, w + 2, h + 2)
    strip.drawImage(sheets.small, 0, 0, w, h, 0, 0, w, h)
    strip.globalCompositeOperation = 'source-in'
    strip.fillStyle = paint
    strip.fillRect(0, 0, w, h)
    strip.globalCompositeOperation = 'destination-out'
    strip.drawImage(sheets.small, 0, 0, w, h, x * share, y * share, w, h)
    strip.restore()
    target.globalAlpha = alpha
    target.drawImage(sheets.strip, 0, 0, w, h, 0, 0, w, h)
    target.globalAlpha = 1
  }
}

/** Lays a small mask over the body. */
const overlay = ({ sheets, width, height }: Place, { w, h }: Reduced): void => {
  const body = sheets.body.getContext('2d')
  body.globalCompositeOperation = 'source-atop'
  body.drawImage(sheets.mask, 0, 0, w, h, 0, 0, width, height)
  body.globalCompositeOperation = 'source-over'
}

const side = (direction: number): number => (direction < 0 ? -1 : 1)

/** Form shadow, then air, then the rim of light, gathered on one small mask that is laid over the body once. */
const illuminate = (place: Place): void => {
  const { request, sheets } = place
  const { light, look } = request
  const fine = reduce(place, fineShare({ ...place, request }))
  const mask = sheets.mask.getContext('2d')
  mask.clearRect(0, 0, fine.w + 2, fine.h + 2)
  if (look === 'motion') cutStrips(place, shadeStrips(request), fine, sheets.mask)
  else {
    const coarse = reduce(place, coarseShare(request))
    sheets.soft.getContext('2d').clearRect(0, 0, coarse.w + 2, coarse.h + 2)
    cutStrips(place, shadeStrips(request), coarse, sheets.soft)
    mask.drawImage(sheets.soft, 0, 0, coarse.w, coarse.h, 0, 0, fine.w, fine.h)
  }
  const shadow = readColour(light.shadow)
  const ambient = readColour(light.ambient)
  mask.fillStyle = css(
    light.backlit ? mix(shadow, ambient, 0.35) : ambient,
    light.backlit ? Math.max(request.sunk ?? 0.4, request.haze) : request.haze,
  )
  mask.fillRect(0, 0, fine.w, fine.h)
  cutStrips(place, rimStrips(request), fine, sheets.mask)
  overlay(place, fine)
}

/** The side away from the light. */
const shadeStrips = ({ light, scale, look }: CutoutRequest): readonly Strip[] => {
  const way = side(light.direction)
  const paint = css(readColour(light.shadow))
  if (look === 'motion') return [{ x: way * scale * 0.03, y: -scale * 0.012, paint, alpha: 0.3 }]
  const reaches = [
    [0.012, 0.15],
    [0.03, 0.16],
    [0.06, 0.15],
  ] as const
  return reaches.map(([reach, alpha]) => ({
    x: way * scale * reach,
    y: -scale * reach * 0.5,
    paint,
    alpha,
  }))
}

/** The edges that face the key: a thin bright line within a wide faint one. */
const rimStrips = ({ light, scale, look }: CutoutRequest): readonly Strip[] => {
  const way = side(light.direction)
  const paint = css(mix(readColour(light.key), white, 0.2))
  const thin = Math.max(0.9, Math.min(scale * 0.006, 1.2 + scale * 0.0022))
  const strength = light.backlit ? 0.85 : 0.26 + (1 - light.level) * 0.16
  const line: Strip = {
    x: -way * thin,
    y: thin * 0.7,
    paint,
    alpha: strength * (look === 'motion' ? 0.8 : 1),
  }
  if (look === 'motion') return [line]
  return [{ x: -way * thin * 3.4, y: thin * 2, paint, alpha: strength * 0.3 }, line]
}

/** Pencil strokes over the side away from the light. */
const hatch = (place: Place): void => {
  const { request, sheets, width, height } = place
  const { light, scale } = request
  const fine = reduce(place, Math.min(1, 240 / scale))
  sheets.mask.getContext('2d').clearRect(0, 0, fine.w + 2, fine.h + 2)
  const wash: Strip = {
    x: side(light.direction) * scale * 0.035,
    y: -scale * 0.01,
    paint: 'rgba(60,52,60,1)',
    alpha: 0.17,
  }
  cutStrips(place, [wash], fine, sheets.mask)
  overlay(place, fine)
  const body = sheets.body.getContext('2d')
  body.globalCompositeOperation = 'source-atop'
  body.strokeStyle = 'rgba(44,38,44,0.1)'
  body.lineWidth = Math.max(0.7, scale * 0.0022)
  const step = Math.max(4, scale * 0.014)
  body.beginPath()
  for (let x = -height; x < width; x += step) {
    body.moveTo(x, height)
    body.lineTo(x + height * 0.7, 0)
  }
  body.stroke()
  body.globalCompositeOperation = 'source-over'
}
