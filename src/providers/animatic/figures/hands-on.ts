import { touchedOn } from './act-animal.ts'
import { blend, type Local, type Point } from './brush/geometry.ts'
import { type Projection, placeUnder, type Skeleton } from './people/skeleton.ts'
import type { Performance } from './performance.ts'
import { wave } from './poses/act.ts'
import { type Pose, reach } from './poses/pose.ts'
import type { Tending } from './tending.ts'

/** Where the hand near the viewer is on an animal, and the place of the animal that is before who does it; on the picture. */
interface Touch {
  readonly hand: Point
  readonly before: Point
}

const at = (hand: Point): Touch => ({ hand, before: hand })

const mid = (a: Point, b: Point, share: number): Point => ({
  x: blend(a.x, b.x, share),
  y: blend(a.y, b.y, share),
})

const touchOf = (performance: Performance, tends: Tending): Touch | null => {
  const places = touchedOn({ ...performance, actor: tends.animal, held: null, alone: false })
  if (!places) return null
  const { crown, face, mouth, nape, side, back, rump } = places
  const stroke = 0.5 + wave(performance.time, 1.9) * 0.5
  if (tends.behind) return at(mid(rump, back, 0.15 + stroke * 0.5))
  if (tends.care === 'feed') return at(mouth)
  if (tends.tall) return at(mid(face, crown, stroke * 0.4))
  if (tends.care === 'hug') return { hand: mid(side, nape, 0.4), before: nape }
  return at(mid(crown, nape, stroke * 0.8))
}

/** How far before its feet a body has its hands on an animal, own heights. */
const aheadOf = ({ care, low, tall, behind }: Tending): number =>
  care === 'hug' && !behind && !tall ? (low ? 0.15 : 0.2) : 0.27

/** Where somebody is who has the hands on an animal: within an arm's length of it; null for who has not. */
export const touchedBy = (performance: Performance): Point | null => {
  const { actor, frame } = performance
  if (!actor.tends) return null
  // The place does not move with the hand.
  const touch = touchOf({ ...performance, time: 0 }, actor.tends)
  if (!touch) return null
  const tall = frame.adult * actor.appearance.height
  const { x, y } = touch.before
  return { x: x - Math.sign(actor.yaw) * aheadOf(actor.tends) * tall, y }
}

/** A body that is drawn somewhere. */
interface Drawn {
  readonly origin: Point
  readonly scale: number
  readonly yaw: number
  /** Size of the body below the head against that of an adult. */
  readonly bodyScale: number
}

/** A pose with the hand near the viewer where the animal is that it tends. */
export const handsOn = (pose: Pose, performance: Performance, drawn: Drawn): Pose => {
  const { tends } = performance.actor
  const touch = tends ? touchOf(performance, tends) : null
  if (!touch) return pose
  const side = Math.sign(drawn.yaw)
  return {
    ...pose,
    [side > 0 ? 'right' : 'left']: reach('root', placeOn(drawn, touch.hand, -side * 0.03), 0.2),
  }
}

/** What a performance marks where a hand is on an animal. */
export const touchMark = 'hand'

/** Tells where a hand is on an animal, if the arm is long enough for that. */
export const markTouch = (performance: Performance, view: Projection, skeleton: Skeleton): void => {
  const { actor, mark } = performance
  const touch = mark && actor.tends ? touchOf(performance, actor.tends) : null
  if (!touch) return
  const { end } = view.yaw > 0 ? skeleton.rightArm : skeleton.leftArm
  const { x, y } = view.at(end)
  if (Math.hypot(touch.hand.x - x, touch.hand.y - y) < handLong * view.scale)
    mark?.(touchMark, touch.hand)
}

/** From the wrist to the finger tips, own heights. */
const handLong = 0.09

/** How far the wrist is from where the hand is laid, own heights: back and up. */
const wrist = { back: 0.035, up: 0.025 }

const placeOn = ({ bodyScale, ...drawn }: Drawn, { x, y }: Point, l: number): Local => {
  const at = {
    x: x - Math.sign(drawn.yaw) * wrist.back * drawn.scale,
    y: y - wrist.up * drawn.scale,
  }
  const place = placeUnder(drawn, at, l)
  return { f: place.f / bodyScale, u: place.u / bodyScale, l: place.l / bodyScale }
}
