import type { Light, Look, Paint, Track } from '../stage-types.ts'
import { makeBrush } from './brush/brush.ts'
import type { Rgb } from './brush/colour.ts'
import { contactShadow } from './brush/contact-shadow.ts'
import type { CutoutRequest } from './brush/cutout.ts'
import type { Point } from './brush/geometry.ts'
import { type Frame, groundAt } from './framing.ts'
import { type Manner, wayPoint } from './things/manner.ts'
import { makePen, type Thing } from './things/thing.ts'
import { floor, ledge, paintStand, paintSurface, tableTop } from './things/thing-stands.ts'
import { type NamedThing, thingCalled } from './things/things.ts'
import { paintRails } from './things/transit-things.ts'
import { flowerStand } from './things/wild-things.ts'

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
  /** Those who are near: where across the picture, pixels, and how high their chins are, metres. */
  readonly heads: readonly { readonly x: number; readonly chin: number }[]
  /** There are people or animals in the picture, near or far. */
  readonly peopled: boolean
  /** -1 the left is free, 1 the right. */
  readonly side: number
  /** The thing itself is what the picture is about. */
  readonly hero: boolean
  /** Outdoors, where no plot of ground is seen from near: little things lie on a ledge. */
  readonly ledge: boolean
  /** Where what goes is bound for, -1 left, 1 right. */
  readonly heading: -1 | 1
  /** Those that are painted, each where it is among all; absent for all. */
  readonly shown?: readonly NamedThing[]
  /** Rails of the place itself, on which its trains run; null for none. */
  readonly track: Track | null
  readonly cutout: (request: CutoutRequest) => void
}

interface Placing {
  readonly at: Point
  /** Pixels of the thing's height. */
  readonly size: number
  readonly stand: 'ground' | 'surface' | 'air' | 'water'
  /** Pixels above where it stood, for a thing that rises. */
  readonly aloft?: number
  /** How far the nose points up, radians. */
  readonly pitch?: number
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
  const under = surfaceUnder(request, things)
  if (under) paintSurface(context, request, under)
  const slots = slotsFor(request, things)
  const placed = things.map((named, index) => ({
    named,
    placing: placeThing(request, named, { index, slot: slots[index] ?? 0 }),
  }))
  for (const { named, placing } of placed
    .filter(isShown(request))
    .toSorted((a, b) => a.placing.at.y - b.placing.at.y)) {
    const { at, size, stand, aloft } = placing
    if (stand === 'ground' && !aloft)
      contactShadow(context, request.light, at, size, size * named.thing.wide * 0.45)
    if (isTrain(named.thing) && !request.track)
      paintRails(context, request, { y: at.y, size, bedded: named.thing.name === 'train' })
    if (stand === 'surface' && hero)
      contactShadow(context, request.light, at, size * 0.6, size * named.thing.wide * 0.42)
    if (stand === 'surface' && !hero) paintStand(context, request, at, size * named.thing.wide)
    paintThing(context, request, placing, named)
  }
}

const isShown =
  ({ shown, things }: ThingsRequest) =>
  (_: unknown, index: number): boolean =>
    shown?.some((one) => one === things[index]) ?? true

/** What a thing that the picture is about lies on, null for the ground of the place. */
const surfaceUnder = (
  { hero, indoors, ledge: isBare, shown: some }: ThingsRequest,
  things: readonly NamedThing[],
): Rgb | null => {
  if (some) return null
  const standing = things.filter(({ thing }) => thing.place !== 'air')
  if (!hero || standing.length === 0) return null
  if (standing.every(({ thing }) => isTrain(thing))) return null
  const onTable = standing.some(({ thing }) => thing.place === 'table')
  if (indoors) return onTable ? tableTop : floor
  return onTable && isBare ? ledge : null
}

/** The least light that shows what a thing is, 0…1. */
const fill = 0.58

/**
 * What a picture is about is lit from the camera's side too: it keeps the hour's colours and is no silhouette against
 * a low sun, nor lost in the night.
 */
const filled = (light: Light): Light => ({
  ...light,
  backlit: false,
  level: Math.max(fill, light.level),
})

const asOutdoors = (named: NamedThing): NamedThing => {
  const thing = outdoors[named.thing.name]
  return thing ? { ...named, thing } : named
}

const paintThing = (
  context: Paint,
  request: ThingsRequest,
  { at, size, stand, aloft, pitch = 0 }: Placing,
  named: NamedThing,
): void => {
  const { frame, look, time } = request
  const light = request.hero ? filled(request.light) : request.light
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
      const pen = makePen(brush, at, size, time, -pitch, {
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
const headingOf = ({ heading }: ThingsRequest, { goes, manner }: NamedThing): -1 | 1 =>
  goes !== null && !isUpright(manner) ? heading : 1

const isUpright = (manner: Manner): boolean => manner === 'rises' || manner === 'sinks'

const mirrorAbout = (context: Paint, x: number): void => {
  context.translate(2 * x, 0)
  context.scale(-1, 1)
}

/** Where things go beside people, from the middle towards the free side, shares of the width. */
const besidePeople = [0.27, -0.36, 0.42, -0.2] as const

/** Where things go when nobody is there. */
const byThemselves = [0, 0.26, -0.26, 0.4] as const

/** Where things go across the picture: none stands straight behind a head it reaches up to, as if it grew from it. */
const slotsFor = (
  { frame, heads, side, peopled }: ThingsRequest,
  things: readonly NamedThing[],
): readonly number[] => {
  const left: number[] = [...(peopled ? besidePeople : byThemselves)]
  return things.map(({ thing }) => {
    const behind = heads.filter(({ chin }) => topOf(thing) > chin)
    const room = (slot: number): number =>
      Math.min(...behind.map(({ x }) => Math.abs(frame.width * (0.5 + side * slot) - x)))
    const half = headHalf + (thing.metres * thing.wide * 0.3) / adultMetres
    const clear = left.find((slot) => room(slot) > frame.adult * half)
    const slot = clear ?? left.toSorted((a, b) => room(b) - room(a))[0] ?? 0
    left.splice(left.indexOf(slot), 1)
    return slot
  })
}

/** Half of a head with some air about it, adult heights. */
const headHalf = 0.1

/** How high a thing reaches that stands in the picture, metres. */
const topOf = ({ place, metres }: Thing): number =>
  place === 'air' ? Number.POSITIVE_INFINITY : place === 'table' ? 0.66 + metres * 1.3 : metres

/** The place of a thing in the list, and its slot across the picture. */
interface Spot {
  readonly index: number
  readonly slot: number
}

const placeThing = (request: ThingsRequest, named: NamedThing, spot: Spot): Placing => {
  const placing = isOnTrack(request, named.thing)
    ? onTrack(request)
    : request.hero
      ? placeHero(request, named.thing, spot.index)
      : shown(request, named, placeAbout(request, named.thing, spot))
  return named.goes === null ? placing : underWay(request, placing, named)
}

/** The least height of a thing that a picture without people shows, and the lowest it may stand: shares of the height. */
const least = 0.18
const aboveCaptions = 0.79

/** A thing that a wide picture is about is large enough to be seen and stands clear of what is written below. */
const shown = (
  { frame, peopled }: ThingsRequest,
  { thing, goes }: NamedThing,
  placing: Placing,
): Placing => {
  if (peopled || goes !== null) return placing
  const size = Math.max(
    placing.size,
    Math.min(frame.height * least, (frame.width * 0.3) / thing.wide),
  )
  const y = Math.min(placing.at.y, frame.height * aboveCaptions)
  return { ...placing, size, at: { ...placing.at, y } }
}

/**
 * Where what goes is at its moment: right through the picture, or a little of the way when seen from near; up to its
 * place and no farther when it arrives, and away from it when it leaves.
 */
const underWay = (request: ThingsRequest, asked: Placing, named: NamedThing): Placing => {
  const { frame, time, seconds, hero, heading } = request
  const { manner, thing } = named
  const { along, aloft, pitch } = wayPoint(manner, time / Math.max(1, seconds))
  const placing = fromGround.has(manner) ? onGround(request, asked, named) : asked
  const half = (frame.width + placing.size * thing.wide) / 2
  const passes = manner === 'passes'
  const home = passes || fromGround.has(manner) ? frame.width / 2 : homeOf(request, placing, thing)
  const reach = passes
    ? hero && !isTrain(thing)
      ? frame.width * 0.15
      : half
    : half + heading * (frame.width / 2 - home) * Math.sign(along || 1)
  const x = isUpright(manner) ? placing.at.x : home + heading * reach * along
  const above = fromGround.has(manner) ? { aloft: frame.height * 1.05 * aloft, pitch } : {}
  return { ...placing, at: { x, y: placing.at.y - (above.aloft ?? 0) }, ...above }
}

/** Ways that begin or end on the ground, whatever air the thing is at home in. */
const fromGround: ReadonlySet<Manner> = new Set(['rises', 'sinks', 'takes off', 'lands'])

const onGround = ({ frame, hero }: ThingsRequest, placing: Placing, named: NamedThing): Placing => {
  const { thing } = named
  if (thing.place !== 'air') return placing
  const y = hero || frame.tight ? frame.height * 0.75 : frame.ground - frame.height * 0.05
  return { ...placing, at: { ...placing.at, y }, stand: 'ground' }
}

/** Where what arrives comes to stand: a train is longer than the picture, and its head stays in it. */
const homeOf = ({ frame, heading }: ThingsRequest, { at, size }: Placing, thing: Thing): number =>
  isTrain(thing) ? frame.width * (0.5 + heading * 0.3) - (heading * size * thing.wide) / 2 : at.x

const placeAbout = (request: ThingsRequest, thing: Thing, { index, slot }: Spot): Placing => {
  const { frame, side, indoors } = request
  const metre = frame.adult / adultMetres
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
const placeHero = (
  { frame, ledge: isBare }: ThingsRequest,
  thing: Thing,
  index: number,
): Placing => {
  const first = index === 0
  // Furniture of a street or garden keeps its measure against what stands behind it.
  const most = isFurniture(thing) ? 0.42 * thing.metres : 1
  const fit = Math.min(
    frame.height * Math.min(most, thing.wide < 0.7 ? 0.6 : 0.5),
    isTrain(thing) ? roomOnRails(frame, thing) : (frame.width * 0.62) / thing.wide,
  )
  const size = first ? fit : fit * 0.45
  const x = frame.width * (0.5 + (byThemselves[index % 4] ?? 0) * 1.1)
  if (thing.place === 'air') return { at: { x, y: frame.height * 0.72 }, size, stand: 'air' }
  if (thing === flowerStand)
    return { at: { x, y: frame.height * 0.88 }, size: size * 0.82, stand: 'ground' }
  // On the ground of a street or roof, in front of walls and parapets and out of the way.
  if (isBare && isFurniture(thing))
    return { at: { x: x - frame.width * 0.2, y: frame.height * 0.86 }, size, stand: 'ground' }
  return {
    at: { x, y: frame.height * (thing.driven ? 0.84 : first ? 0.75 : 0.72) },
    size,
    stand: thing.place === 'table' ? 'surface' : 'ground',
  }
}

/** Whether a thing runs on rails. */
export const isTrain = ({ name }: Thing): boolean => name === 'train' || name === 'tram'

/** The height at which what runs on rails is whole in the picture: a tram always, a train where it is not seen from near. */
const roomOnRails = ({ width, tight }: Frame, { name, wide }: Thing): number =>
  tight && name === 'train' ? Number.POSITIVE_INFINITY : (width * 0.86) / wide

const isOnTrack = ({ track }: ThingsRequest, thing: Thing): boolean =>
  track !== null && isTrain(thing)

const onTrack = ({ track, frame }: ThingsRequest): Placing => ({
  at: { x: frame.width / 2, y: (track?.foot ?? 0) * frame.height },
  size: (track?.tall ?? 0) * frame.height,
  stand: 'ground',
})

const isBoat = ({ name }: Thing): boolean => name === 'boat' || name === 'sailboat'

const isFurniture = ({ place, metres, travels }: Thing): boolean =>
  place === 'ground' && !travels && metres >= 0.6

const placeOnGround = (frame: Frame, thing: Thing, x: number): Placing => {
  const distance = frame.tight ? 0.42 : thing.metres > 1.2 ? 0.8 : 0.94
  const most = Math.min(
    frame.height * (thing.travels ? 0.36 : 0.62),
    isTrain(thing) ? roomOnRails(frame, thing) : Number.POSITIVE_INFINITY,
  )
  const size = Math.min(most, (frame.adult / adultMetres) * thing.metres * distance)
  // A boat lies in the water that begins where the land ends.
  if (isBoat(thing) && frame.land > 0 && !frame.tight)
    return { at: { x, y: frame.land - frame.height * 0.03 }, size, stand: 'water' }
  const y = frame.tight
    ? frame.height * 0.84
    : Math.max(frame.ground - frame.height * 0.07, groundAt(frame, distance))
  return { at: { x, y }, size, stand: 'ground' }
}
