import type { Paint } from '../stage-types.ts'
import type { Mount } from './animals/mounts.ts'
import { quadrupedPieces, saddleOf } from './animals/quadruped.ts'
import { type QuadrupedMoment, quadrupedSpeed, type Way } from './animals/quadruped-frame.ts'
import { quadrupedLook } from './animals/quadruped-looks.ts'
import { makeBrush } from './brush/brush.ts'
import { type Rgb, readColour } from './brush/colour.ts'
import { contactShadow } from './brush/contact-shadow.ts'
import { clamp, local, type Point } from './brush/geometry.ts'
import type { FigureBody, Piece } from './people/figure-body.ts'
import { expressionOf } from './people/mood.ts'
import { paintPieces, personPieces } from './people/person.ts'
import { makeProjection, measuresOf, type Projection, solveSkeleton } from './people/skeleton.ts'
import type { Performance } from './performance.ts'
import { headed } from './poses/act.ts'
import { type Pose, planted, reach, standingPose } from './poses/pose.ts'

const adultMetres = 1.7
const leather: Rgb = readColour('#4a3020')
const fast = /\b(?:gallop|rac(?:es|ing)|charg|chas|flee|fast|runs?|speed|hurr|dash)/u

/** Height of the hips over the feet of somebody in the saddle, body heights. */
const hips = 0.42

interface Ride {
  /** Null in the air. */
  readonly way: Way | null
  readonly at: Point
  readonly yaw: number
  /** Pixels of an adult. */
  readonly adult: number
}

/** Paints somebody who rides an animal, both lit as one body. */
export const performRider = (context: Paint, performance: Performance, mount: Mount): void => {
  const { actor, frame, light, look, time } = performance
  const build = quadrupedLook(mount.species, mount.words, mount.seed)
  const aloft = build.wings && !/\b(?:walk|slow|land|wait)/u.test(actor.actionText)
  const ride = aloft ? flightOf(performance, build.metres) : rideOf(performance, build.metres)
  const scale = ride.adult * (build.metres / adultMetres)
  const view = makeProjection(ride.at, scale, ride.yaw)
  const reach = build.tail === 'spade' || build.tail === 'trail' ? 2.5 : 1.6
  if (!frame.tight && !aloft)
    contactShadow(context, light, ride.at, scale, scale * build.length * 0.55)
  performance.cutout({
    ...{ context, light, look, scale: scale * 1.2, haze: performance.haze },
    sunk: frame.tight ? 0.12 : 0.4,
    box: {
      left: Math.max(-frame.width * 0.2, ride.at.x - scale * reach),
      right: Math.min(frame.width * 1.2, ride.at.x + scale * reach),
      top: Math.max(-frame.height * 0.2, ride.at.y - scale * (build.wings ? 2.9 : 2.1)),
      bottom: Math.min(frame.height * 1.2, ride.at.y + scale * 0.25),
    },
    paint: (sheet) => {
      const brush = makeBrush(sheet, light, look, Math.max(0.7, Math.min(3, scale * 0.005)))
      const moment: QuadrupedMoment = {
        ...{
          brush,
          look: build,
          view,
          action: 'ride',
          way: ride.way,
          aloft,
          time,
          seed: mount.seed,
        },
      }
      const { seat, bit } = saddleOf(moment)
      const body = riderOn(performance, moment, view.at(seat), ride.adult)
      const expression = expressionOf(performance.mood, 'ride', {
        up: false,
        time,
        seed: actor.seed,
      })
      paintPieces([
        ...quadrupedPieces(moment),
        { near: 0.02, paint: () => paintSaddle(moment, view, seat) },
        ...personPieces(body, expression).map(
          (piece): Piece => ({ ...piece, near: piece.near + 0.03 }),
        ),
        { near: 0.26, paint: () => paintReins(body, view.at(bit)) },
      ])
      return brush.glows
    },
  })
}

/** Where a winged animal is that carries somebody through the air. */
const flightOf = (performance: Performance, metres: number): Ride => {
  const { actor, frame, time, seconds } = performance
  const face = Math.sign(actor.yaw || 1)
  const ride = rideOf(performance, metres)
  const adult = ride.adult * (frame.tight ? 1 : 0.82)
  const scale = adult * (metres / adultMetres)
  const passed = (time / Math.max(1, seconds) - 0.5) * (frame.tight ? 0.08 : 0.3)
  const bob = Math.sin(time * 1.1 + actor.seed) * scale * 0.05
  return {
    way: null,
    adult,
    at: {
      x: frame.width * (0.5 + face * (0.05 + passed)),
      y: (frame.tight ? ride.at.y : frame.height * 0.56 + scale * 0.6) + bob,
    },
    yaw: face * 1.15,
  }
}

/** Where the animal's feet are and how it is turned; horse and rider fit into the picture together. */
const rideOf = (performance: Performance, metres: number): Ride => {
  const { actor, frame, time, seconds } = performance
  const face = Math.sign(actor.yaw || 1)
  const way: Way = fast.test(actor.actionText)
    ? 'run'
    : /walk|slow|calm/u.test(actor.actionText)
      ? 'walk'
      : 'trot'
  const whole = (metres * 0.98 + 0.95) / adultMetres
  const room = frame.tight ? 1.05 : 0.76
  const fits = Math.min(1, (frame.height * room) / (frame.adult * whole))
  const adult = frame.adult * actor.distance * fits
  const speed = quadrupedSpeed(way) * adult * (metres / adultMetres)
  const span = Math.max(1, seconds)
  const slow = Math.min(1, ((frame.tight ? 0.12 : 0.5) * frame.width) / (speed * span))
  const home = frame.tight ? actor.x : 0.5 + (actor.x - 0.5) * 0.4
  return {
    way,
    adult,
    at: {
      x: home * frame.width + face * speed * slow * (time - span / 2),
      y: frame.tight ? frame.height * 0.08 + adult * whole : frame.ground,
    },
    yaw: face * Math.max(0.95, Math.asin(clamp(slow, 0.3, 1))),
  }
}

const riderOn = (
  { actor }: Performance,
  moment: QuadrupedMoment,
  seat: Point,
  adult: number,
): FigureBody => {
  const { appearance } = actor
  const { brush, time, view } = moment
  const scale = adult * appearance.height
  const measures = measuresOf(appearance)
  const pose = inSaddle(moment, actor.seed)
  const skeleton = solveSkeleton(measures, pose)
  const origin = { x: seat.x, y: seat.y + (pose.pelvis.u * measures.scale - 0.03) * scale }
  return {
    ...{ brush, appearance, measures, pose, skeleton, time },
    view: makeProjection(origin, scale, view.yaw),
  }
}

const inSaddle = ({ way, time }: QuadrupedMoment, seed: number): Pose => {
  const base = standingPose(time, seed)
  const lean = way === 'run' ? 0.3 : 0.08
  return {
    ...base,
    pelvis: local(0, hips, 0),
    lean: lean + Math.sin(time * (way === 'run' ? 10.8 : 5)) * 0.025,
    side: 0,
    head: headed(base, -lean * 0.5),
    left: reach('chest', local(0.2, -0.15, 0.05), 0.3),
    right: reach('chest', local(0.2, -0.15, -0.05), 0.3),
    leftFoot: planted(0.08, 0.13, 0.02),
    rightFoot: planted(0.08, -0.13, 0.02),
  }
}

const paintSaddle = (
  { brush, look }: QuadrupedMoment,
  view: Projection,
  seat: { readonly f: number; readonly u: number },
): void => {
  const at = (f: number, u: number): Point => view.at(local(seat.f + f, seat.u + u, 0))
  const drop = look.belly * 0.9
  brush.shape(
    [
      at(-0.2, 0.05),
      at(-0.08, 0.0),
      at(0.1, 0.01),
      at(0.17, 0.06),
      at(0.14, -drop * 0.6),
      at(-0.12, -drop * 0.7),
    ],
    leather,
  )
}

const paintReins = ({ brush, view, skeleton }: FigureBody, bit: Point): void => {
  const hand = view.at(skeleton.leftArm.end)
  const middle = { x: (hand.x + bit.x) / 2, y: (hand.y + bit.y) / 2 + view.scale * 0.05 }
  brush.stroke([hand, middle, bit], Math.max(0.8, view.scale * 0.008), brush.tone(leather))
}
