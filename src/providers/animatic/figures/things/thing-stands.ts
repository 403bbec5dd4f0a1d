import type { Light, Look, Paint } from '../../stage-types.ts'
import { type Brush, makeBrush } from '../brush/brush.ts'
import { mix, type Rgb, readColour, shift } from '../brush/colour.ts'
import { contactShadow } from '../brush/contact-shadow.ts'
import type { Point } from '../brush/geometry.ts'
import type { Frame } from '../framing.ts'

/** Where something stands that does not stand on the ground. */
export interface StandRequest {
  readonly frame: Frame
  readonly light: Light
  readonly look: Look
  readonly indoors: boolean
}

/** A table top's colour. */
export const tableTop: Rgb = readColour('#7a583e')
/** A stone ledge's colour. */
export const ledge: Rgb = readColour('#8a867e')
/** A floor's colour. */
export const floor: Rgb = readColour('#8d7a66')

/** A table top or a floor across the lower part of the picture for a thing shown close. */
export const paintSurface = (
  context: Paint,
  { frame, light, look }: StandRequest,
  surface: Rgb,
): void => {
  const brush = makeBrush(context, light, look, 1)
  const { width, height } = frame
  const top = height * 0.66
  const gradient = context.createLinearGradient(0, top, 0, height * 1.1)
  const tone = brush.tone(surface)
  const text = (amount: number): string => {
    const { r, g, b } = shift(mix(tone, readColour(light.key), 0.08), amount)
    return `rgb(${Math.round(r)},${Math.round(g)},${Math.round(b)})`
  }
  gradient.addColorStop(0, text(0.12))
  gradient.addColorStop(1, text(-0.45))
  context.fillStyle = gradient
  context.fillRect(-width * 0.2, top, width * 1.4, height * 0.6)
  context.fillStyle = 'rgba(255,255,255,0.12)'
  context.fillRect(-width * 0.2, top, width * 1.4, Math.max(1, height * 0.004))
}

/** A small table, or outdoors a rock, for things that do not stand on the ground. */
export const paintStand = (
  context: Paint,
  request: StandRequest,
  at: Point,
  broad: number,
): void => {
  const { frame, light, look } = request
  const brush = makeBrush(context, light, look, Math.max(0.8, frame.height / 500))
  const wide = Math.max(broad * 0.9, frame.adult * 0.18)
  const wood = standWood
  if (!request.indoors && frame.tight) {
    paintRock(brush, at, wide, frame.height)
    return
  }
  if (frame.tight) {
    brush.block(
      [
        { x: at.x - wide * 1.3, y: at.y - broad * 0.03 },
        { x: at.x + wide * 1.3, y: at.y - broad * 0.03 },
        { x: at.x + wide * 1.6, y: frame.height * 1.2 },
        { x: at.x - wide * 1.6, y: frame.height * 1.2 },
      ],
      wood,
    )
    return
  }
  if (request.indoors) paintRoundTable(context, request, at, wide)
  else paintStump(context, request, at, wide * 0.75)
}

const standWood = readColour('#79573d')

const paintRoundTable = (
  context: Paint,
  { frame, light, look }: StandRequest,
  at: Point,
  wide: number,
): void => {
  const brush = makeBrush(context, light, look, Math.max(0.8, frame.height / 500))
  const wood = standWood
  contactShadow(context, light, { x: at.x, y: frame.ground }, wide * 1.6)
  brush.tube(
    [
      { x: at.x, y: at.y, r: wide * 0.06 },
      { x: at.x, y: frame.ground - wide * 0.1, r: wide * 0.06 },
    ],
    shift(wood, -0.2),
  )
  brush.oval(
    { x: at.x, y: frame.ground - wide * 0.04 },
    { rx: wide * 0.42, ry: wide * 0.09 },
    shift(wood, -0.3),
  )
  brush.oval(
    { x: at.x, y: at.y + wide * 0.05 },
    { rx: wide * 0.75, ry: wide * 0.16 },
    shift(wood, -0.25),
  )
  brush.oval({ x: at.x, y: at.y }, { rx: wide * 0.75, ry: wide * 0.15 }, wood)
}

/** A tree stump, sawn off level. */
const paintStump = (
  context: Paint,
  { frame, light, look }: StandRequest,
  at: Point,
  half: number,
): void => {
  const brush = makeBrush(context, light, look, Math.max(0.8, frame.height / 500))
  const foot = {
    x: at.x,
    y: Math.max(frame.ground, Math.min(at.y + half * 0.3, frame.height * 0.82)),
  }
  contactShadow(context, light, foot, half * 1.8)
  brush.tube(
    [
      { ...at, r: half },
      { x: at.x, y: (at.y + foot.y) / 2, r: half * 0.97 },
      { ...foot, r: half * 1.12 },
    ],
    shift(standWood, -0.25),
    { start: 0.1, end: 0.08 },
  )
  const sawn = readColour('#b08a5e')
  brush.oval(at, { rx: half, ry: half * 0.16 }, sawn)
  for (const ring of [0.72, 0.42])
    brush.oval(at, { rx: half * ring, ry: half * 0.16 * ring }, shift(sawn, -0.08 * (2 - ring)), {
      outline: false,
    })
}

const paintRock = (brush: Brush, at: Point, wide: number, height: number): void => {
  const stone = readColour('#7d7a72')
  const low = Math.max(height * 1.15, at.y + wide)
  brush.shape(
    [
      { x: at.x - wide * 1.0, y: at.y + wide * 0.03 },
      { x: at.x + wide * 0.2, y: at.y - wide * 0.06 },
      { x: at.x + wide * 1.05, y: at.y + wide * 0.05 },
      { x: at.x + wide * 1.7, y: at.y + wide * 0.7 },
      { x: at.x + wide * 2.1, y: low },
      { x: at.x - wide * 2.1, y: low },
      { x: at.x - wide * 1.6, y: at.y + wide * 0.5 },
    ],
    stone,
  )
}
