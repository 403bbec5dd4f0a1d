import { type Rgb, shift } from '../brush/colour.ts'
import { between, type Local, local, type Point, plus } from '../brush/geometry.ts'
import type { Frame } from './quadruped-frame.ts'

/** How far a wing is raised (radians above level) and spread (0 folded … 1). */
interface Beat {
  readonly raised: number
  readonly spread: number
}

const beatOf = (frame: Frame): Beat => {
  const { time, seed, way } = frame.moment
  if (frame.flies) {
    const turn = time * 4.4 + seed
    // The stroke goes down with the whole wing and comes up half folded.
    return { raised: 0.5 + Math.sin(turn) * 0.72, spread: 0.9 + Math.cos(turn) * 0.1 }
  }
  const rests = frame.lies || frame.sits ? 0.3 : 0.42
  const stir = Math.sin(time * (way ? 5 : 1.4) + seed) * 0.05
  return { raised: 0.95 + stir, spread: rests + stir * 0.4 }
}

/** One wing of a dragon; `side` −1 right, 1 left. */
export const paintWing = (frame: Frame, side: number): void => {
  const { brush, look, view } = frame.moment
  const far = side * Math.sin(view.yaw) > 0
  const { arm, tips, hem } = wingBones(frame, side)
  const skin: Rgb = shift(look.marked, far ? -0.32 : -0.06)
  const bone: Rgb = shift(look.coat, far ? -0.34 : -0.12)
  const [root, elbow, wrist] = arm.map(view.at)
  if (!(root && elbow && wrist)) return
  brush.block([root, elbow, wrist, ...scallops(tips.map(view.at), view.at(hem), wrist)], skin)
  for (const tip of tips) {
    const end = view.at(tip)
    brush.tube(
      [
        { ...wrist, r: view.scale * 0.016 },
        { ...end, r: view.scale * 0.005 },
      ],
      bone,
      { outline: false },
    )
  }
  brush.tube(
    [
      { ...root, r: view.scale * 0.055 },
      { ...elbow, r: view.scale * 0.034 },
      { ...wrist, r: view.scale * 0.026 },
    ],
    bone,
  )
}

const wingBones = (
  frame: Frame,
  side: number,
): { readonly arm: readonly Local[]; readonly tips: readonly Local[]; readonly hem: Local } => {
  const { look } = frame.moment
  const { raised, spread } = beatOf(frame)
  const out = (angle: number, length: number, f: number): Local =>
    local(f, Math.sin(angle) * length, side * Math.cos(angle) * length)
  const back = between(frame.rump, frame.withers, 0.82)
  const root = plus(back, local(0, look.chest * 0.62, side * look.chest * 0.4))
  const elbow = plus(root, out(raised, 0.38 * (0.5 + spread / 2), -0.12))
  const wrist = plus(elbow, out(raised * 1.05 + 0.1, 0.52 * (0.45 + spread * 0.55), 0.22))
  const finger = (f: number, length: number, drop: number): Local =>
    plus(wrist, out(raised - drop, length * spread, f * (0.5 + spread / 2)))
  return {
    arm: [root, elbow, wrist],
    tips: [
      finger(-0.12, 0.78, 0.0),
      finger(-0.62, 0.6, 0.15),
      finger(-0.98, 0.28, 0.4),
      finger(-1.12, -0.1, 0.8),
    ],
    hem: plus(between(frame.rump, frame.withers, 0.28), local(0, look.belly * 0.7, 0)),
  }
}

/** The free edge of the skin, drawn in between one finger and the next. */
const scallops = (tips: readonly Point[], hem: Point, wrist: Point): Point[] => {
  const ends = [...tips, hem]
  return ends.flatMap((end, index) => {
    const next = ends[index + 1]
    if (!next) return [end]
    const inner = [0.25, 0.5, 0.75].map((share) => {
      const pull = Math.sin(share * Math.PI) * 0.2
      const [x, y] = [end.x + (next.x - end.x) * share, end.y + (next.y - end.y) * share]
      return { x: x + (wrist.x - x) * pull, y: y + (wrist.y - y) * pull }
    })
    return [end, ...inner]
  })
}
