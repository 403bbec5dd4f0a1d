import { clamp } from './brush/geometry.ts'
import { personSpeed } from './company.ts'
import type { Performance } from './performance.ts'
import type { ActionKind } from './poses/actions.ts'

/** Where somebody who goes is at an instant. */
export interface Course {
  /** Middle of the body, pixels. */
  readonly x: number
  /** Against the figure plane: more is nearer. */
  readonly distance: number
  readonly yaw: number
}

/**
 * The way of a person who goes through the picture, in depth when alone, and side by side with those who go along.
 *
 * @param tall height of the body against an average adult's
 */
export const courseOf = (performance: Performance, tall: number): Course => {
  const { actor, frame, time } = performance
  if (actor.company) return inCompany(performance)
  if (actor.action.kind === 'ascend') return upSlope(performance, tall)
  const span = Math.max(1, performance.seconds)
  const kind = actor.action.kind
  const speed = personSpeed(kind) * tall
  const way = Math.sign(actor.yaw || 1)
  const room = frame.tight ? 0.1 : actor.crowd ? 0.5 : 0.62
  const across = Math.min(
    0.94,
    (room * frame.width) / (speed * frame.adult * actor.distance * span),
  )
  const angle = sideways.includes(kind) ? Math.max(0.95, Math.asin(across)) : Math.asin(across)
  const passed = speed * (time - span / 2)
  const start = frame.tight || actor.crowd ? actor.x : 0.5 + (actor.x - 0.5) * 0.45
  const toward = (actor.action.away ? -1 : 1) * Math.cos(angle) * passed
  const camera = frame.tight ? 14 : Math.max(7, (speed * span) / 2 + 4)
  const distance = actor.distance * (camera / Math.max(2.5, camera - toward))
  const x = start * frame.width + way * across * passed * frame.adult * actor.distance
  const faces = actor.action.away ? Math.PI - angle : angle
  const most = frame.tight ? 1.75 : 2.84
  return { x, distance, yaw: way * clamp(faces, 0.3, most) }
}

/** Who goes up a slope goes across the picture, where it is seen to rise. */
const upSlope = (performance: Performance, tall: number): Course => {
  const { actor, frame, time, seconds } = performance
  const way = Math.sign(actor.yaw || 1)
  const pace = personSpeed('ascend') * tall * frame.adult * hasteUp(performance, tall)
  const start = frame.tight ? actor.x : 0.5 + (actor.x - 0.5) * 0.2
  const x = start * frame.width + way * pace * (time - seconds / 2)
  return { x, distance: actor.distance, yaw: way * (frame.tight ? 1.05 : 1.25) }
}

/** Share of the frame's width through which somebody climbs in a shot. */
const climbRoom = (frame: Performance['frame']): number => (frame.tight ? 0.1 : 0.3)

const hasteUp = ({ frame, seconds }: Performance, tall: number): number => {
  const way = personSpeed('ascend') * tall * frame.adult * Math.max(1, seconds)
  return Math.min(1, (climbRoom(frame) * frame.width) / way)
}

/** Seen from the side, for what is before or under the feet. */
const sideways: readonly ActionKind[] = ['ride', 'push', 'ski']

/** Share of the frame's width by which the camera goes along with who goes together. */
const followed = 0.2

/** How much of their own speed those who go together make across the picture, 0…1. */
const acrossOf = ({ actor, frame, seconds }: Performance): number => {
  const { pace, meets } = actor.company ?? { pace: 0, meets: false }
  const goesUp = frame.slope !== null
  const room = goesUp ? climbRoom(frame) : meets ? 0.3 : (frame.tight ? 0.08 : 0.56) + followed
  return Math.min(1, (room * frame.width) / (pace * frame.adult * Math.max(1, seconds)))
}

const inCompany = (performance: Performance): Course => {
  const { actor, frame, time, seconds } = performance
  const { way, lead, pace, meets } = actor.company ?? { way: 1, lead: 0, pace: 0, meets: false }
  const span = Math.max(1, seconds)
  const across = acrossOf(performance)
  const passed = across * pace * frame.adult * (meets ? time - span : time - span / 2)
  return {
    x: frame.width / 2 + way * (lead * frame.adult + passed),
    distance: actor.distance,
    yaw: way * clamp(Math.asin(across), frame.tight ? 0.6 : 0.95, 1.45),
  }
}

/** Steps are never slower than this against their own time, however little room there is. */
const leastHaste = 0.62

/** Who climbs alone takes slower steps where the picture has no room for the speed. */
const slowedUp = (performance: Performance): number =>
  performance.actor.action.kind === 'ascend'
    ? Math.max(leastHaste, hasteUp(performance, performance.actor.appearance.height))
    : 1

/** How much faster than at ease somebody steps so as to keep up; slower where the picture has no room for the speed. */
export const hasteOf = (performance: Performance, own: number): number => {
  const { company } = performance.actor
  if (!company) return slowedUp(performance)
  const slowed = company.meets ? 1 : Math.max(leastHaste, acrossOf(performance))
  return clamp(company.pace / own, 0.5, 1.7) * slowed
}
