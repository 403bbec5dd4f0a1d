import type { Paint } from '../stage-types.ts'
import { boundsOf } from './bounds.ts'
import { makeBrush } from './brush.ts'
import { goers, personSpeed } from './company.ts'
import { contactShadow } from './contact-shadow.ts'
import { courseOf, hasteOf } from './course.ts'
import type { FigureBody } from './figure-body.ts'
import { crownDrop, groundAt } from './framing.ts'
import { local, type Point } from './geometry.ts'
import { expressionOf } from './mood.ts'
import type { Performance } from './performance.ts'
import { paintPieces, personPieces } from './person.ts'
import { type Pose, reach } from './pose.ts'
import { poseOf } from './poses.ts'
import { propPieces } from './props.ts'
import { makeProjection, measuresOf, type Skeleton, solveSkeleton } from './skeleton.ts'

interface Footing {
  readonly at: Point
  readonly scale: number
  readonly yaw: number
}

/** Where a body is at an instant: those who walk go through the picture, the others stay. */
const footingOf = (performance: Performance): Footing => {
  const { actor, frame } = performance
  const tall = statureOf(performance)
  const place = (x: number, distance: number, yaw: number): Footing => {
    const scale = frame.adult * distance * tall
    return { at: { x, y: footOf(performance, distance, scale) }, scale, yaw }
  }
  if (!goers.includes(actor.action.kind))
    return place(actor.x * frame.width, actor.distance, actor.yaw)
  const course = courseOf(performance, tall)
  return place(course.x, course.distance, course.yaw)
}

/** How high the feet are. Seen close, crowns count: who comes nearer grows but keeps theirs, a crowd has them in the upper half. */
const footOf = ({ actor, frame }: Performance, distance: number, scale: number): number => {
  if (!frame.tight) return groundAt(frame, distance)
  return actor.crowd ? frame.height * (0.66 - distance * 0.6) + scale : frame.ground
}

/** Height against an average adult's; children shown close are brought nearer. */
const statureOf = ({ actor, frame, alone }: Performance): number =>
  frame.tight && alone ? Math.sqrt(actor.appearance.height) : actor.appearance.height

/** The left hand comes up with what it holds, unless that is carried hanging or in both hands. */
const withHeld = (pose: Pose, { held, actor, frame }: Performance): Pose => {
  const kind = actor.action.kind
  if (!held || kind === 'hold' || kind === 'carry' || kind === 'read') return pose
  const hangs = held.thing.hold === 'top' && held.thing.metres > 0.4
  if (hangs && !frame.tight) return pose
  const high = held.thing.hold === 'top' ? 0 : -0.13
  return { ...pose, left: reach('chest', local(0.19, high, 0.08), 0.15) }
}

/** How deep who swims is in the water, body heights. */
const afloat = 0.7

/** Where the body's own zero is: feet on the ground, or the head where a tight framing wants it. */
const originOf = (
  performance: Performance,
  footing: Footing,
  skeleton: Skeleton,
  pose: Pose,
): Point => {
  const { actor, frame, alone, indoors } = performance
  const { at, scale } = footing
  if (pose.lying && frame.tight) {
    const head = makeProjection({ x: 0, y: 0 }, scale, footing.yaw, true).at(skeleton.headCentre)
    return { x: at.x - head.x, y: frame.height * 0.46 - head.y }
  }
  // The face of a sleeper stays above the caption band.
  if (pose.lying)
    return { x: at.x, y: Math.min(at.y - (indoors ? 0.2 : 0.02) * scale, frame.height * 0.86) }
  const adrift = actor.action.kind === 'float'
  if (!frame.tight && adrift) {
    const bob = Math.sin(performance.time * 0.8 + actor.seed) * 0.02
    return { x: at.x, y: Math.min(at.y, frame.height * 0.82) - scale * (0.16 + bob) }
  }
  if (actor.action.kind === 'swim' && !frame.tight)
    return { x: at.x, y: at.y + scale * (afloat + Math.sin(performance.time * 1.4) * 0.012) }
  if (!frame.tight || actor.crowd) return at
  const drop = crownDrop(pose) * 0.85 * scale + (frame.adult - scale) * (alone ? 1 : 0.88)
  return { x: at.x, y: at.y - drop }
}

/** Paints a person with whatever the movement needs, lit and set on the ground. */
export const performPerson = (context: Paint, performance: Performance): void => {
  const { actor, frame, light, look, time } = performance
  const { appearance, action } = actor
  const footing = footingOf(performance)
  const haste = hasteOf(performance, personSpeed(action.kind) * statureOf(performance))
  const beat = actor.crowd ? actor.seed : (actor.company?.beat ?? 0)
  const moment = {
    time: time * haste + beat,
    seed: actor.seed,
    seated: action.seated,
  }
  const pose = withHeld(poseOf(action, moment, action.kind === 'carry'), performance)
  const measures = measuresOf(appearance)
  const skeleton = solveSkeleton(measures, pose, stoopOf(appearance))
  const origin = originOf(performance, footing, skeleton, pose)
  const view = makeProjection(origin, footing.scale, footing.yaw, pose.lying)
  const isOff = action.kind === 'float' || action.kind === 'swim'
  if (!frame.tight && !isOff)
    contactShadow(
      context,
      light,
      footing.at,
      footing.scale,
      pose.lying ? footing.scale * 0.5 : footing.scale * 0.2,
    )
  const bounds = boundsOf(performance, view, skeleton)
  const waterline = footing.at.y + footing.scale * 0.02
  performance.cutout({
    context,
    light,
    look,
    scale: footing.scale,
    haze: performance.haze,
    sunk: frame.tight ? 0.12 : 0.4,
    box: {
      ...bounds,
      bottom: action.kind === 'swim' ? Math.min(bounds.bottom, waterline) : bounds.bottom,
    },
    paint: (sheet) => {
      const brush = makeBrush(
        sheet,
        light,
        look,
        Math.max(0.7, Math.min(3.2, footing.scale * 0.0035)),
      )
      const body: FigureBody = {
        brush,
        appearance,
        measures,
        pose,
        skeleton,
        view,
        time: moment.time,
      }
      paintPieces([
        ...personPieces(body, expressionOf(performance.mood, action.kind, moment)),
        ...propPieces(body, {
          action,
          held: performance.held,
          metre: footing.scale / (1.7 * appearance.height),
          indoors: performance.indoors,
        }),
      ])
      return brush.glows
    },
  })
}

/** How far an old back is bent, radians. */
const stoopOf = ({ age, sex }: Performance['actor']['appearance']): number =>
  age === 'old' ? (sex === 'man' ? 0.2 : 0.14) : 0
