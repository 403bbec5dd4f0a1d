import type { Paint } from '../stage-types.ts'
import { performCreature } from './act-creature.ts'
import { type Lair, paintLair } from './animals/lair.ts'
import { quadrupedPieces, type TouchedPlaces, touchedPlaces } from './animals/quadruped.ts'
import { gaitOf, quadrupedSpeed, type Way, wayAt } from './animals/quadruped-frame.ts'
import { type QuadrupedLook, quadrupedLook } from './animals/quadruped-looks.ts'
import { isCreature, isQuadruped, type Quadruped } from './animals/species.ts'
import { floorUnder } from './bedfellows.ts'
import { makeBrush } from './brush/brush.ts'
import { contactShadow } from './brush/contact-shadow.ts'
import { clamp, type Point } from './brush/geometry.ts'
import { courseOf, hasteOf } from './course.ts'
import { type Frame, groundAt } from './framing.ts'
import { reined } from './keeping-clear.ts'
import { paintPieces } from './people/person.ts'
import { makeProjection } from './people/skeleton.ts'
import type { Performance } from './performance.ts'
import { bedHigh, paintMadeBed } from './props/beds.ts'
import { isOnSofa, paintSofa, sofaHigh } from './props/sofas.ts'
import { bowOf } from './tending.ts'
import { isAloft, isGreat, isLying, tightPlace } from './tight-place.ts'

/** Height of the adult all else is measured by, metres. */
const adultMetres = 1.7

/** Paints an animal at its place in the picture. */
export const performAnimal = (context: Paint, performance: Performance): void => {
  const { species } = performance.actor
  if (!species) return
  if (isCreature(species)) performCreature(context, performance, species)
  else performQuadruped(context, performance, species)
}

/** Whether the ground that it stands on is in the picture. */
const standsInSight = ({ frame, alone }: Performance, { y }: Point): boolean =>
  !frame.tight || (alone && y < frame.height)

/** An animal's build, the neck bowed to the hand of who tends it. */
const buildOf = ({ actor }: Performance, species: Quadruped): QuadrupedLook => {
  const look = quadrupedLook(species, actor.words, actor.seed)
  return { ...look, lift: look.lift - bowOf(actor) }
}

const scaleOf = (performance: Performance, build: QuadrupedLook): number =>
  performance.frame.adult *
  (build.metres / adultMetres) *
  performance.actor.distance *
  growthOf(performance, build)

/** Where an animal is touched, places on the picture; null for one without four legs. */
export const touchedOn = (
  performance: Performance,
): Readonly<Record<keyof TouchedPlaces, Point>> | null => {
  const { actor, time } = performance
  if (!isQuadruped(actor.species)) return null
  const look = buildOf(performance, actor.species)
  const scale = scaleOf(performance, look)
  const { at, angle } = trackOf(performance, look, scale)
  const view = makeProjection(at, scale, Math.sign(actor.yaw || 1) * angle)
  const places = touchedPlaces({
    ...{ look, time, action: actor.action.kind, way: null, aloft: false, seed: actor.seed },
  })
  return {
    crown: view.at(places.crown),
    face: view.at(places.face),
    mouth: view.at(places.mouth),
    nape: view.at(places.nape),
    side: view.at(places.side),
    back: view.at(places.back),
    rump: view.at(places.rump),
  }
}

const performQuadruped = (context: Paint, performance: Performance, species: Quadruped): void => {
  const { actor, frame, light, look, time } = performance
  const build = buildOf(performance, species)
  const face = Math.sign(actor.yaw || 1)
  const scale = scaleOf(performance, build)
  const track = trackOf(performance, build, scale)
  const { angle, way, haste } = track
  const aloft = isAloft(performance, build)
  const bed = bedUnder(performance, track.at, scale / build.metres)
  const at = bed ? bed.at : onBed(performance, track.at)
  if (bed) bed.paint(makeBrush(context, light, look, 1), { ...bed, way: face })
  else if (liesClose(performance)) paintLair(context, performance, lairOf(build, at, scale))
  else if (standsInSight(performance, at) && !aloft && !actor.bed)
    contactShadow(context, light, at, scale, scale * build.length * 0.55)
  const { ahead, up } = extentOf(build)
  const reach = scale * ahead
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
      top: Math.max(-frame.height * 0.2, at.y - scale * up),
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
          aloft,
          time: time * haste + (actor.crowd ? actor.seed : 0),
          seed: actor.seed,
        }),
      )
      return brush.glows
    },
  })
}

/** Where the feet are of an animal that is on somebody's bed. */
const onBed = ({ actor, frame }: Performance, at: Point): Point =>
  actor.bed && !frame.tight
    ? { x: at.x, y: floorUnder(frame, at.y, actor.bed) - (bedHigh / adultMetres) * frame.adult }
    : at

/** The bed or the sofa that an animal lies on, which is as large as they are; null for the ground. */
const bedUnder = (
  { actor, frame, peopled }: Performance,
  { x, y }: Point,
  ownMetre: number,
): {
  readonly at: Point
  readonly middle: number
  readonly floor: number
  readonly metre: number
  readonly paint: typeof paintMadeBed
} | null => {
  // Who sits or lies in a bed brings it: there is one in a picture.
  const sofa = isOnSofa(actor.actionText)
  if (peopled || !((actor.action.abed || sofa) && isLying(actor.action))) return null
  const metre = frame.tight ? ownMetre : frame.adult / adultMetres
  const high = (sofa ? sofaHigh : bedHigh) * metre
  // Seen close, the bed goes on below the picture.
  const floor = frame.tight ? y + high : Math.min(y, frame.height * 0.84)
  const paint = sofa ? paintSofa : paintMadeBed
  return { at: { x, y: floor - high * 0.96 }, middle: x, floor, metre, paint }
}

/** How far an animal reaches before, behind and above where it stands, heights of its shoulders. */
const extentOf = (build: QuadrupedLook): { readonly ahead: number; readonly up: number } => {
  const tail = tailReach[build.tail] ?? 0.5
  const head = build.neck + build.skull + build.muzzle + (build.trunk ? 0.5 : 0.2)
  return {
    ahead: Math.max(1.7, build.length / 2 + Math.max(tail, head)),
    up: Math.max(1.9, 1.1 + build.neck + build.skull * 2, build.wings ? 2.8 : 0),
  }
}

const tailReach: Partial<Record<QuadrupedLook['tail'], number>> = {
  trail: 1.6,
  spade: 1.9,
  whip: 1.4,
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
  const { actor, frame, time, seconds, alone } = performance
  if (isAloft(performance, build)) return trackAbove(performance, build, scale)
  if (actor.company) return trackBeside(performance, build, scale)
  if (actor.tendedBy !== null) return trackTended(performance, build, scale)
  const way = gaitOf(actor.action.kind)
  const face = Math.sign(actor.yaw || 1)
  const speed = way ? quadrupedSpeed(way) * scale : 0
  // Among others it keeps to its own part of the picture, not to run through who stays.
  const room = frame.tight ? 0.06 : !alone ? 0.12 : isLow(performance, scale) ? 0.34 : 0.5
  const slow = Math.min(1, (room * frame.width) / Math.max(1, speed * Math.max(1, seconds)))
  const passed = face * speed * slow * (time - seconds / 2)
  const near = frame.tight ? tightPlace(performance, build, scale) : null
  const moves = way !== null
  const home = homeX(performance, { scale, ahead: extentOf(build).ahead, moves }) * frame.width
  const x = passed + (near?.x ?? home + actor.aside * frame.adult)
  return {
    at: { x, y: near?.y ?? groundAt(frame, actor.distance, x) },
    angle: way ? Math.max(0.8, Math.asin(clamp(slow, 0.3, 1))) : 1.0,
    way,
    haste: 1,
  }
}

/** Where an animal stays for who has the hands on it: both of them are about the middle of the picture. */
const trackTended = (performance: Performance, build: QuadrupedLook, scale: number): Track => {
  const { actor, frame } = performance
  const face = Math.sign(actor.yaw || 1)
  const angle = 1.0
  const head = (build.length / 2 + Math.cos(build.lift) * build.neck) * Math.sin(angle) * scale
  // From the rear to the tip of the head, then the one who tends it; seen close, the head and that one.
  const behind = build.length * 0.6 * Math.sin(angle) * scale
  const beyond = head + frame.adult * 0.5
  const tip = head + build.muzzle * 0.4 * scale
  const own = frame.adult * (actor.tendedBy ?? 1)
  const middle = frame.tight
    ? tip - own * 0.14
    : clamp((beyond - behind) / 2, head - frame.width * 0.16, head + frame.width * 0.2)
  // Who tends it, an arm's length before its head, is whole in the picture.
  const aside = Math.max(middle, tip + own * 0.27 - frame.width * 0.3)
  const x = actor.x * frame.width - face * aside
  const y = frame.tight
    ? tightPlace(performance, build, scale).y
    : groundAt(frame, actor.distance, x)
  return { at: { x, y }, angle, way: null, haste: 1 }
}

/** The way of a winged animal through the air, across the picture. */
const trackAbove = (performance: Performance, build: QuadrupedLook, scale: number): Track => {
  const { actor, frame, time, seconds } = performance
  const face = Math.sign(actor.yaw || 1)
  const bob = Math.sin(time * 1.1 + actor.seed) * scale * 0.06
  const passed = ((time - seconds / 2) / Math.max(1, seconds)) * (frame.tight ? 0.08 : 0.36)
  const height = Math.min(frame.height * skyFoot, frame.horizon + scale * 0.3)
  const home = frame.tight
    ? tightPlace(performance, build, scale)
    : { x: (0.5 + (actor.x - 0.5) * 0.6) * frame.width, y: height }
  return {
    at: { x: home.x + face * passed * frame.width, y: home.y + bob },
    angle: 1.15,
    way: null,
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
const homeX = (
  performance: Performance,
  {
    scale,
    ahead,
    moves,
  }: { readonly scale: number; readonly ahead: number; readonly moves: boolean },
): number => {
  const { actor, alone } = performance
  // One with a long tail has room for it behind.
  if (alone && ahead > 1.75) return 0.5 + Math.sign(actor.yaw || 1) * 0.09
  if (!isLow(performance, scale)) return 0.5 + (actor.x - 0.5) * (moves && alone ? 0.5 : 1)
  const side = moves ? -Math.sign(actor.yaw || 1) : Math.sign(actor.x - 0.5 || 1)
  return 0.5 + side * 0.27
}

/** The way of an animal that keeps up with somebody. */
const trackBeside = (performance: Performance, build: QuadrupedLook, scale: number): Track => {
  const { actor, frame } = performance
  const { x, yaw } = courseOf(performance, 1)
  const shoulder = build.metres / adultMetres
  const way = wayAt((actor.company?.pace ?? 0) / shoulder)
  const near = frame.tight ? tightPlace(performance, build, scale) : null
  // What is seen close of an animal is its head, beside those of the others.
  const behind = near ? near.x - actor.x * frame.width : 0
  return {
    at: { x: x + behind, y: near?.y ?? groundAt(frame, actor.distance, x + behind) },
    angle: Math.max(0.8, Math.abs(yaw)),
    way,
    haste: hasteOf(performance, quadrupedSpeed(way) * shoulder),
  }
}

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
const growthOf = (performance: Performance, build: QuadrupedLook): number => {
  const { frame, alone, actor, peopled } = performance
  if (!frame.tight && isAloft(performance, build)) return growthAloft(performance, build)
  // Beside people seen close a small animal is before them, so that it is not lost below the picture's edge.
  if (!alone && frame.tight) return peopled ? besideGrowth(frame, build) : amongGrowth(frame, build)
  if (peopled) return reined(actor)
  if (!frame.tight) return 1
  const close = frame.adult > frame.height * 2
  if (isLying(actor.action)) {
    const room = Math.min(frame.height * (close ? 0.58 : 0.46), frame.width * 0.4)
    return room / (lyingHigh(build) * frame.adult * (build.metres / adultMetres))
  }
  const headSize = build.skull * 2 + build.muzzle
  const wished = close
    ? (frame.height * 0.44) / headSize
    : Math.max(frame.height * 0.68, (frame.height * 0.27) / headSize)
  // A narrow picture holds the whole head, and of a small animal most of the body.
  const most = close
    ? (frame.width * 0.62) / headSize
    : Math.min(frame.width * 0.56, (frame.width * 0.56) / headSize)
  const wanted = Math.min(wished, most)
  return wanted / (frame.adult * (build.metres / adultMetres))
}

/** On the wing it is whole in the sky above the horizon, its wings raised. */
const growthAloft = ({ frame, actor, peopled }: Performance, build: QuadrupedLook): number => {
  const own = frame.adult * (build.metres / adultMetres)
  return Math.min(0.8 * (peopled ? reined(actor) : 1), (frame.height * wingRoom) / own)
}

/** Of a flier in the sky, shares of the picture's height: its shoulders' at the most, and the lowest that its feet hang. */
const wingRoom = 0.17
const skyFoot = 0.52

/** Beside people seen close, little ones are before them, their heads no larger than faces; of great ones the head fits into the picture. */
const besideGrowth = (frame: Frame, build: QuadrupedLook): number => {
  const { metres, skull, muzzle } = build
  const own = frame.adult * (metres / adultMetres)
  const headSize = skull * 2 + muzzle
  if (isGreat(build)) return Math.min(1, (frame.height * 0.7) / headSize / own)
  const most = Math.min(
    Math.max(1, Math.min(2, 0.62 / metres)) * own,
    (frame.height * 0.36) / headSize,
  )
  return Math.max(frame.height * 0.42, most) / own
}

/** Animals among themselves, seen close, are as large as the picture allows, the smaller ones less. */
const amongGrowth = (frame: Frame, build: QuadrupedLook): number => {
  const { metres, skull, muzzle } = build
  const close = frame.adult > frame.height * 2
  const wanted = (frame.height * (close ? 0.38 : 0.3)) / (skull * 2 + muzzle)
  return (wanted * clamp(metres ** 0.25, 0.75, 1.1)) / (frame.adult * (metres / adultMetres))
}
