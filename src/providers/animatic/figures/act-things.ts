import type { Light, Look, Paint } from '../stage-types.ts'
import { type Brush, makeBrush } from './brush.ts'
import { mix, readColour, shift } from './colour.ts'
import { contactShadow } from './contact-shadow.ts'
import type { CutoutRequest } from './cutout.ts'
import { type Frame, groundAt } from './framing.ts'
import type { Point } from './geometry.ts'
import { makePen, type Thing } from './thing.ts'
import { type NamedThing, thingCalled } from './things.ts'
import { flowerStand } from './wild-things.ts'

/** Things that stand in a picture by themselves. */
export interface ThingsRequest {
  readonly things: readonly NamedThing[]
  readonly frame: Frame
  readonly light: Light
  readonly look: Look
  readonly time: number
  /** Length of the shot. */
  readonly seconds: number
  readonly indoors: boolean
  readonly wet: boolean
  /** There are people or animals near: things keep to the side. */
  readonly peopled: boolean
  /** -1 the left is free, 1 the right. */
  readonly side: number
  /** The thing itself is what the picture is about. */
  readonly hero: boolean
  /** Where what goes is bound for, -1 left, 1 right. */
  readonly heading: -1 | 1
  readonly cutout: (request: CutoutRequest) => void
}

interface Placing {
  readonly at: Point
  /** Pixels of the thing's height. */
  readonly size: number
  readonly stand: 'ground' | 'surface' | 'air'
  /** Pixels above where it stood, for a thing that rises. */
  readonly aloft?: number
}

const streetLamp = thingCalled('street lamp')

/** What a thing is outdoors: flowers grow in the ground, a lamp stands on its post. */
const outdoors: Readonly<Record<string, Thing | undefined>> = {
  flower: flowerStand,
  lamp: streetLamp,
}

const adultMetres = 1.7

/** Paints the things of a shot, far to near. */
export const performThings = (context: Paint, request: ThingsRequest): void => {
  const { indoors, hero } = request
  const things = indoors ? request.things : request.things.map(asOutdoors)
  if (hero && indoors && things.some(({ thing }) => thing.place === 'table'))
    paintSurface(context, request)
  const placed = things.map((named, index) => ({
    named,
    placing: placeThing(request, named, index),
  }))
  for (const { named, placing } of placed.toSorted((a, b) => a.placing.at.y - b.placing.at.y)) {
    const { at, size, stand, aloft } = placing
    if (stand === 'ground' && !aloft)
      contactShadow(context, request.light, at, size, size * named.thing.wide * 0.45)
    if (stand === 'surface' && hero)
      contactShadow(context, request.light, at, size * 0.6, size * named.thing.wide * 0.42)
    if (stand === 'surface' && !hero) paintStand(context, request, placing, named)
    paintThing(context, request, placing, named)
  }
}

const asOutdoors = (named: NamedThing): NamedThing => {
  const thing = outdoors[named.thing.name]
  return thing ? { ...named, thing } : named
}

const paintThing = (
  context: Paint,
  request: ThingsRequest,
  { at, size, stand, aloft }: Placing,
  named: NamedThing,
): void => {
  const { frame, light, look, time } = request
  const heading = headingOf(request, named)
  const reach = size * Math.max(0.75, named.thing.wide * 0.7) + size * 0.3
  const rolled = named.goes ? (heading * (at.x - frame.width / 2)) / size : 0
  const above = aloft === undefined ? null : aloft / size
  request.cutout({
    context,
    light,
    look,
    scale: Math.max(size, 60) * 1.1,
    haze: stand === 'air' ? 0.16 : 0.03,
    box: {
      left: Math.max(-frame.width * 0.2, at.x - reach),
      right: Math.min(frame.width * 1.2, at.x + reach),
      top: Math.max(-frame.height * 0.2, at.y - size * 1.9),
      bottom: Math.min(frame.height * 1.2, at.y + size * (above === null ? 0.3 : above + 0.8)),
    },
    paint: (sheet) => {
      const seenIn = heading < 0 ? { ...light, direction: -light.direction } : light
      const brush = makeBrush(sheet, seenIn, look, Math.max(0.7, Math.min(2.6, size * 0.012)))
      if (heading < 0) mirrorAbout(sheet, at.x)
      const pen = makePen(brush, at, size, time, 0, {
        rolled,
        wet: request.wet,
        aloft: above,
        driver: named.driver,
      })
      named.thing.paint(pen, named.colour)
      return heading < 0
        ? brush.glows.map((glow) => ({ ...glow, at: { ...glow.at, x: 2 * at.x - glow.at.x } }))
        : brush.glows
    },
  })
}

/** Things are painted as they head right; what goes left is seen from its other side. */
const headingOf = ({ heading }: ThingsRequest, { goes, way }: NamedThing): -1 | 1 =>
  goes !== null && way !== 'up' ? heading : 1

const mirrorAbout = (context: Paint, x: number): void => {
  context.translate(2 * x, 0)
  context.scale(-1, 1)
}

/** Where things go beside people, from the middle towards the free side, shares of the width. */
const besidePeople = [0.27, -0.36, 0.42, -0.2] as const

/** Where things go when nobody is there. */
const byThemselves = [0, 0.26, -0.26, 0.4] as const

const placeThing = (request: ThingsRequest, named: NamedThing, index: number): Placing => {
  const placing = request.hero
    ? placeHero(request, named.thing, index)
    : placeAbout(request, named.thing, index)
  if (named.goes === null) return placing
  return named.way === 'up' ? risen(request, placing) : underWay(request, placing, named.thing)
}

/** What goes crosses the picture the way it heads: right through it, or a little of the way when seen from near. */
const underWay = (
  { frame, time, seconds, hero, heading }: ThingsRequest,
  placing: Placing,
  { wide }: Thing,
): Placing => {
  const span = Math.max(1, seconds)
  const whole = frame.width + placing.size * wide
  const room = hero ? frame.width * 0.3 : whole
  const x = frame.width / 2 + heading * room * (time / span - 0.5)
  return { ...placing, at: { ...placing.at, x } }
}

/** The share of the shot before a thing that rises leaves the ground. */
const ignition = 0.18

/** What rises leaves the ground slowly and the picture fast. */
const risen = ({ frame, time, seconds }: ThingsRequest, placing: Placing): Placing => {
  const share = Math.max(0, time / Math.max(1, seconds) - ignition) / (1 - ignition)
  const aloft = frame.height * 1.05 * share ** 2
  return { ...placing, at: { ...placing.at, y: placing.at.y - aloft }, aloft }
}

const placeAbout = (request: ThingsRequest, thing: Thing, index: number): Placing => {
  const { frame, peopled, side, indoors } = request
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
  if (frame.tight)
    return {
      at: { x: frame.width * (0.5 + side * (0.34 - index * 0.12)), y: frame.height * 0.76 },
      size,
      stand: 'surface',
    }
  return { at: { x, y: frame.ground - metre * (indoors ? 0.62 : 0.7) }, size, stand: 'surface' }
}

/** A thing that is what the picture is about stands large in its middle, others beside it. */
const placeHero = ({ frame }: ThingsRequest, thing: Thing, index: number): Placing => {
  const first = index === 0
  const fit = Math.min(frame.height * 0.5, (frame.width * 0.62) / thing.wide)
  const size = first ? fit : fit * 0.45
  const x = frame.width * (0.5 + (byThemselves[index % 4] ?? 0) * 1.1)
  if (thing.place === 'air') return { at: { x, y: frame.height * 0.72 }, size, stand: 'air' }
  if (thing === flowerStand)
    return { at: { x, y: frame.height * 0.88 }, size: size * 0.82, stand: 'ground' }
  return {
    at: { x, y: frame.height * (thing.driven ? 0.84 : first ? 0.75 : 0.72) },
    size,
    stand: thing.place === 'table' ? 'surface' : 'ground',
  }
}

const placeOnGround = (frame: Frame, thing: Thing, x: number): Placing => {
  const distance = frame.tight ? 0.42 : thing.metres > 1.2 ? 0.8 : 0.94
  const most = frame.height * (thing.travels ? 0.36 : 0.62)
  const size = Math.min(most, (frame.adult / adultMetres) * thing.metres * distance)
  const y = frame.tight
    ? frame.height * 0.84
    : Math.max(frame.ground - frame.height * 0.07, groundAt(frame, distance))
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

/** A small table, or outdoors a rock, for things that do not stand on the ground. */
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
  if (!request.indoors && frame.tight) {
    paintRock(brush, at, wide, frame.height)
    return
  }
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
