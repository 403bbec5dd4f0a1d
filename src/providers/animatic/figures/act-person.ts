import type { Light, Look, Paint } from '../stage-types.ts'
import { makeBrush } from './brush.ts'
import { css, readColour } from './colour.ts'
import type { CutoutRequest } from './cutout.ts'
import type { FigureBody } from './figure-body.ts'
import { crownDrop, type Frame } from './framing.ts'
import { running, speedOf, walking } from './gait.ts'
import { clamp, type Point } from './geometry.ts'
import { expressionOf } from './mood.ts'
import { paintPieces, personPieces } from './person.ts'
import { poseOf } from './poses.ts'
import { propPieces } from './props.ts'
import { makeProjection, measuresOf, solveSkeleton } from './skeleton.ts'
import type { Actor } from './staging.ts'

/** One actor in one instant of a picture. */
export interface Performance {
  readonly actor: Actor
  readonly frame: Frame
  readonly light: Light
  readonly look: Look
  readonly mood: string
  readonly time: number
  /** Length of the shot. */
  readonly seconds: number
  /** Things named by the shot, lower case. */
  readonly objects: readonly string[]
  readonly indoors: boolean
  readonly cutout: (request: CutoutRequest) => void
}

interface Footing {
  readonly at: Point
  readonly scale: number
  readonly yaw: number
}

/** Where a body is at an instant: those who walk go through the picture in depth, the others stay. */
const footingOf = (performance: Performance): Footing => {
  const { actor, frame, time, seconds } = performance
  const tall = actor.appearance.height
  const place = (x: number, distance: number): Footing => ({
    at: { x, y: frame.horizon + (frame.ground - frame.horizon) * distance },
    scale: frame.adult * distance * tall,
    yaw: actor.yaw,
  })
  const kind = actor.action.kind
  const goes =
    kind === 'walk' || kind === 'run' || kind === 'push' || kind === 'carry' || kind === 'ride'
  if (!goes || (actor.action.seated && kind !== 'ride'))
    return place(actor.x * frame.width, actor.distance)
  const speed =
    (kind === 'run' ? speedOf(running) : kind === 'ride' ? 1.3 : speedOf(walking)) * tall
  const way = Math.sign(actor.yaw || 1)
  const span = Math.max(1, seconds)
  const room = frame.tight ? 0.1 : actor.crowd ? 0.5 : 0.62
  const across = Math.min(
    0.94,
    (room * frame.width) / (speed * frame.adult * actor.distance * span),
  )
  const angle = Math.asin(across)
  const passed = speed * (time - span / 2)
  const start = frame.tight || actor.crowd ? actor.x : 0.5
  const toward = (actor.action.away ? -1 : 1) * Math.cos(angle) * passed
  const camera = frame.tight ? 14 : Math.max(7, (speed * span) / 2 + 4)
  const distance = actor.distance * (camera / Math.max(2.5, camera - toward))
  const walked = place(
    start * frame.width + way * across * passed * frame.adult * actor.distance,
    distance,
  )
  const faces = actor.action.away ? Math.PI - angle : angle
  return { ...walked, yaw: way * clamp(faces, 0.3, 2.84) }
}

/** Paints a person with whatever the movement needs, lit and set on the ground. */
export const performPerson = (context: Paint, performance: Performance): void => {
  const { actor, frame, light, look, time } = performance
  const { appearance, action } = actor
  const footing = footingOf(performance)
  const moment = {
    time: time + (actor.crowd ? actor.seed : 0),
    seed: actor.seed,
    seated: action.seated,
  }
  const pose = poseOf(action, moment, action.kind === 'carry')
  const measures = measuresOf(appearance)
  const skeleton = solveSkeleton(measures, pose, appearance.age === 'old' ? 0.09 : 0)
  const drop = frame.tight ? crownDrop(pose) * 0.85 + (1 - appearance.height) * 0.8 : 0
  const origin = { x: footing.at.x, y: footing.at.y - drop * footing.scale }
  const view = makeProjection(origin, footing.scale, footing.yaw, pose.lying)
  if (!frame.tight) paintContact(context, performance, origin, footing.scale)
  const reach =
    footing.scale *
    (pose.lying ? 0.9 : action.kind === 'ride' || action.kind === 'row' ? 0.85 : 0.75)
  const margin = { x: frame.width * 0.2, y: frame.height * 0.2 }
  performance.cutout({
    context,
    light,
    look,
    scale: footing.scale,
    haze: hazeOf(performance),
    box: {
      left: Math.max(-margin.x, origin.x - reach),
      right: Math.min(frame.width + margin.x, origin.x + reach),
      top: Math.max(-margin.y, origin.y - footing.scale * 1.25),
      bottom: Math.min(frame.height + margin.y, origin.y + footing.scale * 0.16),
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
        ...propPieces(body, { action, objects: performance.objects, indoors: performance.indoors }),
      ])
    },
  })
}

const hazeOf = ({ frame, actor, light }: Performance): number => {
  const size = frame.adult / frame.height
  const far = size < 0.25 ? 0.34 : size < 0.5 ? 0.16 : 0.02
  return clamp(far + (1 - actor.distance) * 0.7 + (1 - light.level) * 0.06, 0, 0.75)
}

/** The dark where the feet meet the ground and the long shadow away from the light. */
const paintContact = (context: Paint, performance: Performance, at: Point, scale: number): void => {
  const { light } = performance
  const shadow = readColour(light.shadow)
  context.save()
  context.translate(at.x - light.direction * scale * 0.1, at.y)
  context.scale(1, 0.2)
  const pool = context.createRadialGradient(0, 0, 0, 0, 0, scale * 0.3)
  pool.addColorStop(0, css(shadow, 0.55))
  pool.addColorStop(0.5, css(shadow, 0.24))
  pool.addColorStop(1, css(shadow, 0))
  context.fillStyle = pool
  context.fillRect(-scale * 0.35, -scale * 0.35, scale * 0.7, scale * 0.7)
  context.restore()
  const long = scale * (0.35 + (1 - light.level) * 0.25) * -Math.sign(light.direction || 1)
  const gradient = context.createLinearGradient(
    at.x,
    at.y,
    at.x + long,
    at.y + Math.abs(long) * 0.18,
  )
  gradient.addColorStop(0, css(shadow, 0.32 * Math.min(1, 0.4 + light.level)))
  gradient.addColorStop(1, css(shadow, 0))
  context.fillStyle = gradient
  context.beginPath()
  context.moveTo(at.x - scale * 0.07, at.y - scale * 0.004)
  context.lineTo(at.x + scale * 0.07, at.y + scale * 0.012)
  context.lineTo(at.x + long + scale * 0.05, at.y + Math.abs(long) * 0.2)
  context.lineTo(at.x + long - scale * 0.05, at.y + Math.abs(long) * 0.15)
  context.closePath()
  context.fill()
}
