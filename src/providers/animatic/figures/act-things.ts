import type { Light, Look, Paint } from '../stage-types.ts'
import { makeBrush } from './brush.ts'
import { mix, readColour, shift } from './colour.ts'
import { contactShadow } from './contact-shadow.ts'
import type { CutoutRequest } from './cutout.ts'
import type { Frame } from './framing.ts'
import type { Point } from './geometry.ts'
import { makePen, type Thing } from './thing.ts'
import type { NamedThing } from './things.ts'

/** Things that stand in a picture by themselves. */
export interface ThingsRequest {
  readonly things: readonly NamedThing[]
  readonly frame: Frame
  readonly light: Light
  readonly look: Look
  readonly time: number
  /** There are people or animals near: things keep to the side. */
  readonly peopled: boolean
  /** -1 the left is free, 1 the right. */
  readonly side: number
  /** The thing itself is what the picture is about. */
  readonly hero: boolean
  readonly cutout: (request: CutoutRequest) => void
}

interface Placing {
  readonly at: Point
  /** Pixels of the thing's height. */
  readonly size: number
  readonly stand: 'ground' | 'surface' | 'air'
}

const adultMetres = 1.7

/** Paints the things of a shot, far to near. */
export const performThings = (context: Paint, request: ThingsRequest): void => {
  const heroic = request.hero && !request.peopled
  if (heroic && request.things.some(({ thing }) => thing.place === 'table'))
    paintSurface(context, request)
  const placed = request.things.map((named, index) => ({
    named,
    placing: placeThing(request, named, index),
  }))
  for (const { named, placing } of placed.toSorted((a, b) => a.placing.at.y - b.placing.at.y)) {
    const { at, size, stand } = placing
    if (stand === 'ground')
      contactShadow(context, request.light, at, size, size * named.thing.wide * 0.45)
    if (stand === 'surface' && heroic)
      contactShadow(context, request.light, at, size * 0.6, size * named.thing.wide * 0.42)
    if (stand === 'surface' && !heroic) paintStand(context, request, placing, named)
    const reach = size * Math.max(0.75, named.thing.wide * 0.7) + size * 0.3
    request.cutout({
      context,
      light: request.light,
      look: request.look,
      scale: Math.max(size, 60) * 1.1,
      haze: stand === 'air' ? 0.16 : 0.03,
      box: {
        left: Math.max(-request.frame.width * 0.2, at.x - reach),
        right: Math.min(request.frame.width * 1.2, at.x + reach),
        top: Math.max(-request.frame.height * 0.2, at.y - size * 1.9),
        bottom: Math.min(request.frame.height * 1.2, at.y + size * 0.3),
      },
      paint: (sheet) => {
        const brush = makeBrush(
          sheet,
          request.light,
          request.look,
          Math.max(0.7, Math.min(2.6, size * 0.012)),
        )
        named.thing.paint(makePen(brush, at, size, request.time), named.colour)
        return brush.glows
      },
    })
  }
}

/** Where things go beside people, from the middle towards the free side, shares of the width. */
const besidePeople = [0.27, -0.36, 0.42, -0.2] as const

/** Where things go when nobody is there. */
const byThemselves = [0, 0.26, -0.26, 0.4] as const

const placeThing = (request: ThingsRequest, { thing }: NamedThing, index: number): Placing => {
  if (request.hero && !request.peopled) return placeHero(request, thing, index)
  const { frame, peopled, side } = request
  const metre = frame.adult / adultMetres
  const slot = (peopled ? besidePeople : byThemselves)[index % 4] ?? 0
  const x = frame.width * (0.5 + side * slot)
  if (thing.place === 'air') {
    return {
      at: { x, y: frame.height * 0.46 },
      size: Math.min(frame.height * 0.34, metre * thing.metres),
      stand: 'air',
    }
  }
  if (thing.place === 'ground') return placeOnGround(frame, thing, x)
  const real = metre * thing.metres * (frame.tight ? 0.8 : 1.3)
  const size = Math.min(frame.height * 0.26, Math.max(frame.height * 0.05, real))
  const at = frame.tight
    ? { x: frame.width * (0.5 + side * (0.34 - index * 0.12)), y: frame.height * 0.84 }
    : { x, y: frame.ground - metre * 0.62 }
  return { at, size, stand: 'surface' }
}

/** A thing that is what the picture is about stands large in its middle, others beside it. */
const placeHero = ({ frame }: ThingsRequest, thing: Thing, index: number): Placing => {
  const first = index === 0
  const fit = Math.min(frame.height * 0.5, (frame.width * 0.56) / thing.wide)
  const size = first ? fit : fit * 0.45
  const x = frame.width * (0.5 + (byThemselves[index % 4] ?? 0) * 1.1)
  if (thing.place === 'air') return { at: { x, y: frame.height * 0.72 }, size, stand: 'air' }
  return {
    at: { x, y: frame.height * (first ? 0.75 : 0.72) },
    size,
    stand: thing.place === 'table' ? 'surface' : 'ground',
  }
}

const placeOnGround = (frame: Frame, thing: Thing, x: number): Placing => {
  const distance = frame.tight ? 0.42 : thing.metres > 1.2 ? 0.8 : 0.94
  const size = Math.min(frame.height * 0.62, (frame.adult / adultMetres) * thing.metres * distance)
  const y = frame.tight
    ? frame.height * 0.84
    : frame.horizon + (frame.ground - frame.horizon) * distance
  return { at: { x, y }, size, stand: 'ground' }
}

/** A table top across the lower part of the picture for a thing shown close. */
const paintSurface = (context: Paint, { frame, light, look }: ThingsRequest): void => {
  const brush = makeBrush(context, light, look, 1)
  const wood = readColour('#7a583e')
  const { width, height } = frame
  const top = height * 0.66
  const gradient = context.createLinearGradient(0, top, 0, height * 1.1)
  const tone = brush.tone(wood)
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

/** A small table or a shadow on the table for things that do not stand on the ground. */
const paintStand = (
  context: Paint,
  request: ThingsRequest,
  { at, size }: Placing,
  named: NamedThing,
): void => {
  const { frame, light, look } = request
  const brush = makeBrush(context, light, look, Math.max(0.8, frame.height / 500))
  const wide = Math.max(size * named.thing.wide * 0.9, (frame.adult / adultMetres) * 0.3)
  const wood = readColour('#79573d')
  if (frame.tight) {
    brush.block(
      [
        { x: at.x - wide * 1.3, y: at.y - size * 0.03 },
        { x: at.x + wide * 1.3, y: at.y - size * 0.03 },
        { x: at.x + wide * 1.6, y: frame.height * 1.2 },
        { x: at.x - wide * 1.6, y: frame.height * 1.2 },
      ],
      wood,
    )
    return
  }
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
