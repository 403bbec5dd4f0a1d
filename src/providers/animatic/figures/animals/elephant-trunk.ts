import { rgb, shift } from '../brush/colour.ts'
import { between, type Local, local, plus } from '../brush/geometry.ts'
import { type Frame, slice } from './quadruped-frame.ts'

const raisers: ReadonlySet<string> = new Set([
  'cheer',
  'wave',
  'sing',
  'dance',
  'smile',
  'laugh',
  'talk',
])

/** How high the trunk is held: 0 hangs, 1 is thrown up. */
const raisedBy = (frame: Frame): number => {
  const { action, time } = frame.moment
  if (raisers.has(action)) return 0.8 + Math.sin(time * 2.2) * 0.15
  return action === 'gaze' ? 0.14 + Math.sin(time * 1.1) * 0.08 : 0
}

/** The trunk of an elephant and its tusks, the far one behind it. */
export const paintTrunk = (frame: Frame, skull: Local, nose: Local, side: number): void => {
  const { brush, look, view } = frame.moment
  paintTusk(frame, skull, nose, -side)
  const spine = spineOf(frame, skull, nose)
  const radii = [0.8, 0.62, 0.5, 0.4, 0.32, 0.25, 0.2]
  const trunk = spine.map((place, index) =>
    slice(frame, place, look.skull * (radii[index] ?? 0.2) * 0.74),
  )
  brush.tube(trunk, look.coat, { start: 0.2 })
  const crease = brush.tone(shift(look.coat, -0.4))
  for (const [index, one] of trunk.entries()) {
    const next = trunk[index + 1]
    if (!next || index === 0) continue
    const size = Math.hypot(next.x - one.x, next.y - one.y) || 1
    const [nx, ny] = [((next.y - one.y) / size) * one.r, (-(next.x - one.x) / size) * one.r]
    for (const share of [0, 0.5]) {
      const [x, y] = [one.x + (next.x - one.x) * share, one.y + (next.y - one.y) * share]
      brush.stroke(
        [
          { x: x - nx * 0.8, y: y - ny * 0.8 },
          { x: x + nx * 0.6, y: y + ny * 0.6 },
        ],
        Math.max(0.6, view.scale * 0.005),
        crease,
        0.35,
      )
    }
  }
  paintTusk(frame, skull, nose, side)
}

const spineOf = (frame: Frame, skull: Local, nose: Local): Local[] => {
  const { look, time, seed, action } = frame.moment
  const raised = raisedBy(frame)
  const sway = Math.sin(time * 1.5 + seed) * 0.12
  const curl = action === 'eat' ? 1.5 + Math.sin(time * 1.8) * 0.5 : 0.3
  const places = [between(skull, nose, 0.75)]
  const joint = look.skull * 0.6
  for (let index = 1; index <= 6; index += 1) {
    const share = index / 6
    // 0 points ahead, negative hangs: the end curls in, or up when it is raised.
    const hanging = -1.15 - 0.5 * Math.sin(share * 2.2) - curl * share ** 3 + sway * share
    const thrown = -0.5 + share * 2.3
    const angle = hanging + (thrown - hanging) * raised
    const last = places.at(-1) ?? skull
    places.push(plus(last, local(Math.cos(angle) * joint, Math.sin(angle) * joint, 0)))
  }
  return places.map((place) => (place.u < 0.04 ? { ...place, u: 0.04 } : place))
}

const paintTusk = (frame: Frame, skull: Local, nose: Local, side: number): void => {
  const { brush, look } = frame.moment
  const root = plus(
    between(skull, nose, 0.62),
    local(0, -look.skull * 0.5, side * look.skull * 0.42),
  )
  const at = (f: number, u: number, radius: number): ReturnType<typeof slice> =>
    slice(frame, plus(root, local(f * look.skull, u * look.skull, 0)), radius * look.skull)
  brush.tube(
    [at(-0.1, 0.1, 0.15), at(0.35, -0.3, 0.13), at(0.85, -0.35, 0.09), at(1.3, -0.1, 0.02)],
    rgb(236, 226, 204),
  )
}
