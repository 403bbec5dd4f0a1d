import type { Paint } from '../stage-types.ts'
import { makeBrush } from './brush.ts'
import { readColour } from './colour.ts'
import { contactShadow } from './contact-shadow.ts'
import { courseOf, hasteOf } from './course.ts'
import { paintFish, paintFlyingBird, paintStandingBird, plumage } from './flock.ts'
import { groundAt } from './framing.ts'
import { clamp, type Point } from './geometry.ts'
import { type Lair, paintLair } from './lair.ts'
import type { Performance } from './performance.ts'
import { paintPieces } from './person.ts'
import { quadrupedPieces } from './quadruped.ts'
import { gaitOf, quadrupedSpeed, type Way, wayAt } from './quadruped-frame.ts'
import { type QuadrupedLook, quadrupedLook } from './quadruped-looks.ts'
import { makeProjection } from './skeleton.ts'
import type { Species } from './species.ts'

/** Height of the adult all else is measured by, metres. */
const adultMetres = 1.7

/** Paints an animal at its place in the picture. */
export const performAnimal = (context: Paint, performance: Performance): void => {
  const { species } = performance.actor
  if (species === 'bird' || species === 'fish') performSmall(context, performance, species)
  else if (species) performQuadruped(context, performance, species)
}

const performQuadruped = (
  context: Paint,
  performance: Performance,
  species: Exclude<Species, 'bird' | 'fish'>,
): void => {
  const { actor, frame, light, look, time } = performance
  const build = quadrupedLook(species, actor.words, actor.seed)
  const face = Math.sign(actor.yaw || 1)
  const scale =
    frame.adult * (build.metres / adultMetres) * actor.distance * growthOf(performance, build)
  const { at, angle, way, haste } = trackOf(performance, build, scale)
  if (liesClose(performance)) paintLair(context, performance, lairOf(build, at, scale))
  else if (!frame.tight) contactShadow(context, light, at, scale, scale * build.length * 0.55)
  const reach = scale * 1.7
  performance.cutout({
    context,
    light,
    look,
    scale: scale * 1.2,
    haze: performance.haze,
    sunk: frame.tight ? 0.12 : 0.4,
    box: {
      left: Math.max(-frame.width * 0.2, at.x - reach),
      right: Math.min(frame.width * 1.2, at.x + reach),
      top: Math.max(-frame.height * 0.2, at.y - scale * 1.9),
      bottom: Math.min(frame.height * 1.2, at.y + scale * 0.25),
    },
    paint: (sheet) => {
      const brush = makeBrush(sheet, light, look, Math.max(0.7, Math.min(3, scale * 0.006)))
      const view = makeProjection(at, scale, face * angle)
      paintPieces(
        quadrupedPieces({
          brush,
          look: build,
          view,
          action: actor.action.kind,
          way,
          time: time * haste + (actor.crowd ? actor.seed : 0),
          seed: actor.seed,
        }),
      )
      return brush.glows
    },
  })
}

interface Track {
  readonly at: Point
  /** How far it is turned to the side, radians. */
  readonly angle: number
  readonly way: Way | null
  readonly haste: number
}

/** Where an animal is at an instant and how it gets there. */
const trackOf = (performance: Performance, build: QuadrupedLook, scale: number): Track => {
  const { actor, frame, time, seconds } = performance
  if (actor.company) return trackBeside(performance, build, scale)
  const way = gaitOf(actor.action.kind)
  const face = Math.sign(actor.yaw || 1)
  const speed = way ? quadrupedSpeed(way) * scale : 0
  const room = frame.tight ? 0.06 : isLow(performance, scale) ? 0.34 : 0.5
  const slow = Math.min(1, (room * frame.width) / Math.max(1, speed * Math.max(1, seconds)))
  const home = frame.tight
    ? tightPlace(performance, build, scale)
    : {
        x: homeX(performance, scale, way !== null) * frame.width,
        y: groundAt(frame, actor.distance),
      }
  return {
    at: { x: home.x + face * speed * slow * (time - seconds / 2), y: home.y },
    angle: way ? Math.max(0.8, Math.asin(clamp(slow, 0.3, 1))) : 1.0,
    way,
    haste: 1,
  }
}

/** Whether a body is so low on the picture that captions in the middle would hide it. */
const isLow = ({ frame, alone }: Performance, scale: number): boolean =>
  alone && !frame.tight && scale < frame.height * 0.42

/**
 * Where an animal's place is across the picture, 0…1. One that captions would hide keeps to a side; when it moves, it has
 * the open half before it.
 */
const homeX = (performance: Performance, scale: number, moves: boolean): number => {
  const { actor } = performance
  if (!isLow(performance, scale)) return 0.5 + (actor.x - 0.5) * (moves ? 0.5 : 1)
  const side = moves ? -Math.sign(actor.yaw || 1) : Math.sign(actor.x - 0.5 || 1)
  return 0.5 + side * 0.27
}

/** The way of an animal that keeps up with somebody. */
const trackBeside = (performance: Performance, build: QuadrupedLook, scale: number): Track => {
  const { actor, frame } = performance
  const { x, yaw } = courseOf(performance, 1)
  const shoulder = build.metres / adultMetres
  const way = wayAt((actor.company?.pace ?? 0) / shoulder)
  const y = frame.tight ? tightPlace(performance, build, scale).y : groundAt(frame, actor.distance)
  return {
    at: { x, y },
    angle: Math.max(0.8, Math.abs(yaw)),
    way,
    haste: hasteOf(performance, quadrupedSpeed(way) * shoulder),
  }
}

const isLying = ({ kind }: Performance['actor']['action']): boolean =>
  kind === 'sleep' || kind === 'lie'

/** Whether an animal that lies is all that a close picture shows: then the ground under it is seen as well. */
const liesClose = ({ frame, alone, actor }: Performance): boolean =>
  frame.tight && alone && isLying(actor.action)

const lairOf = ({ length, chest }: QuadrupedLook, { x, y }: Point, scale: number): Lair => {
  const radius = chest * 0.5 * scale
  return { middle: x, low: y - radius * 0.55, radius, long: length * 1.25 * scale }
}

/** Height of a lying animal, shoulder heights. */
const lyingHigh = ({ chest, skull }: QuadrupedLook): number => chest * 1.5 + skull * 1.2 + 0.08

/** Animals alone in a tight framing are brought nearer than people are; small ones in a wide one a little. */
const growthOf = ({ frame, alone, actor }: Performance, build: QuadrupedLook): number => {
  // Beside people seen close a small animal is before them, so that it is not lost below the picture's edge.
  if (!alone) return frame.tight ? Math.max(1, Math.min(2, 0.62 / build.metres)) : 1
  if (!frame.tight) return build.metres < 0.9 ? Math.min(2.1, 0.9 / build.metres) : 1
  const close = frame.adult > frame.height * 2
  if (isLying(actor.action)) {
    const room = Math.min(frame.height * (close ? 0.58 : 0.46), frame.width * 0.4)
    return room / (lyingHigh(build) * frame.adult * (build.metres / adultMetres))
  }
  const headSize = build.skull * 2 + build.muzzle
  const wanted = close ? (frame.height * 0.44) / headSize : frame.height * 0.68
  return wanted / (frame.adult * (build.metres / adultMetres))
}

/** Where the feet go so that the head of an animal shown close is in the upper half. */
const tightPlace = (
  { actor, frame, alone }: Performance,
  build: QuadrupedLook,
  scale: number,
): Point => {
  const face = Math.sign(actor.yaw || 1)
  const headUp = 1 - build.chest * 0.75 + 0.03 + Math.sin(build.lift) * build.neck
  const headOn = build.length / 2 - 0.02 + Math.cos(build.lift) * build.neck
  if (alone && isLying(actor.action))
    return { x: frame.width * 0.5 - face * scale * build.length * 0.3, y: frame.height * 0.78 }
  if (alone)
    return {
      x: frame.width * (0.5 + face * 0.06) - face * headOn * scale * 0.84,
      y: frame.height * 0.4 + headUp * scale,
    }
  return {
    x: actor.x * frame.width,
    y: Math.max(frame.height * 1.03, Math.min(frame.ground, frame.height * 0.5 + headUp * scale)),
  }
}

const performSmall = (context: Paint, performance: Performance, species: 'bird' | 'fish'): void => {
  const { actor, light, look, time } = performance
  const face = Math.sign(actor.yaw || 1)
  const flies =
    species === 'bird' && (aloft.test(actor.actionText) || !grounded.test(actor.actionText))
  const size = smallSize(performance, species)
  const { x, y } = smallPlace(performance, species, flies, size)
  performance.cutout({
    context,
    light,
    look,
    scale: size * 1.6,
    haze: performance.haze * 0.6,
    box: {
      left: x - size * 1.1,
      right: x + size * 1.1,
      top: y - size * 1.1,
      bottom: y + size * 0.7,
    },
    paint: (sheet) => {
      const brush = makeBrush(sheet, light, look, Math.max(0.6, size * 0.012))
      const colour =
        species === 'fish'
          ? readColour(actor.seed % 2 === 0 ? '#c9783c' : '#6f8ca6')
          : plumage(actor.words)
      const creature = { brush, at: { x, y }, size, way: face, time, seed: actor.seed, colour }
      if (species === 'fish') paintFish(creature)
      else if (flies) paintFlyingBird(creature)
      else paintStandingBird(creature)
      return brush.glows
    },
  })
}

const aloft = /\b(?:fl(?:y|ies|ying)|soar|glid|circl|hover|swoop|cross)/u
const grounded = /\b(?:stand|sit|perch|peck|walk|hop|swim|float|ground|water)/u

const smallSize = ({ actor, frame, alone }: Performance, species: 'bird' | 'fish'): number => {
  const hero = alone && frame.tight ? frame.height * 0.5 : 0
  const real = (frame.adult / adultMetres) * (species === 'bird' ? 0.5 : 0.42)
  return Math.max(hero, clamp(real, frame.height * 0.028, frame.height * 0.13)) * actor.distance
}

const smallPlace = (
  { actor, frame, time }: Performance,
  species: 'bird' | 'fish',
  flies: boolean,
  size: number,
): Point => {
  const face = Math.sign(actor.yaw || 1)
  const lane = (actor.seed % 11) / 11
  const bob = Math.sin(time * 0.9 + actor.seed) * size * 0.25
  const x = actor.x * frame.width
  if (flies)
    return {
      x: x + face * frame.width * (0.075 * time - 0.1),
      y: frame.height * (frame.tight ? 0.44 : 0.14 + lane * 0.24) + bob,
    }
  if (species === 'fish')
    return { x: x + face * frame.width * 0.04 * time, y: frame.height * (0.3 + lane * 0.4) + bob }
  return {
    x,
    y: frame.tight ? frame.height * 0.8 : groundAt(frame, actor.distance),
  }
}
