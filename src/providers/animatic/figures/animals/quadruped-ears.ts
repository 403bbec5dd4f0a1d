import { rgb, shift } from '../brush/colour.ts'
import { type Local, local, type Point, plus } from '../brush/geometry.ts'
import type { Frame } from './quadruped-frame.ts'
import type { QuadrupedLook } from './quadruped-looks.ts'

/** One ear; `which` −1 right, 1 left. */
export const paintEar = (frame: Frame, skull: Local, which: number): void => {
  const { brush, look, view, time, seed } = frame.moment
  if (look.ears === 'none') return
  if (look.ears === 'fan') {
    paintFan(frame, skull, which)
    return
  }
  const size = look.skull
  const twitch = Math.max(0, Math.sin(time * 1.3 + seed + which)) ** 20 * 0.15
  const isTriangle = look.ears === 'triangle'
  const root = plus(
    skull,
    local(size * (isTriangle ? -0.08 : -0.35), size * 0.72, which * size * 0.5),
  )
  const at = (f: number, u: number): Point =>
    view.at(plus(root, local(f * size, u * size, which * size * 0.1)))
  const far = which * Math.sin(view.yaw) > 0
  const shapes: Readonly<Record<Exclude<QuadrupedLook['ears'], 'fan' | 'none'>, readonly Point[]>> =
    {
      floppy: [at(-0.25, 0.15), at(0.25, 0.2), at(0.2, -0.5), at(-0.02, -1.0), at(-0.35, -0.6)],
      pointed: [at(-0.3, -0.1), at(-0.14 - twitch, 0.85), at(0.02, 0.7), at(0.32, -0.05)],
      triangle: [at(-0.46, -0.12), at(-0.1 - twitch, 0.72), at(0.3, -0.02)],
      round: [at(-0.34, -0.1), at(-0.32, 0.36), at(0, 0.52), at(0.3, 0.3), at(0.28, -0.1)],
      long: [
        at(-0.2, -0.1),
        at(-0.5 - twitch, 1.0),
        at(-0.42 - twitch, 1.5),
        at(-0.1, 1.1),
        at(0.22, -0.05),
      ],
      dish: dish(at, 1),
      side: [at(-0.1, -0.2), at(-0.36, 0), at(-0.4, -0.5), at(-0.16, -0.78), at(0.04, -0.5)],
    }
  const tone = look.points !== null && look.ears !== 'dish' ? look.points : look.coat
  brush.shape(shapes[look.ears], shift(tone, far ? -0.3 : -0.14))
  if (isTriangle && !far)
    brush.shape([at(-0.28, 0), at(-0.09 - twitch, 0.48), at(0.14, 0.04)], rgb(212, 158, 150), {
      outline: false,
    })
  if (look.ears === 'dish' && look.points && !far)
    brush.shape(dish(at, 0.66), look.points, { outline: false })
}

/** The large round ear of a mouse, or the skin within it. */
const dish = (at: (f: number, u: number) => Point, size: number): Point[] => {
  const around = (angle: number): Point =>
    at(-0.12 + Math.sin(angle) * 0.62 * size, 0.42 + Math.cos(angle) * 0.66 * size)
  return [0, 1, 2, 3, 4, 5].map((step) => around((step / 6) * Math.PI * 2))
}

/** The ear of an elephant, which fans the neck. */
const paintFan = (frame: Frame, skull: Local, which: number): void => {
  const { brush, look, view, time, seed } = frame.moment
  const size = look.skull
  const far = which * Math.sin(view.yaw) > 0
  const flap = Math.sin(time * 1.7 + seed) * 0.14
  const root = plus(skull, local(-size * 0.25, size * 0.5, which * size * 0.8))
  const at = (f: number, u: number, grow = 1): Point =>
    view.at(plus(root, local(f * size * grow, u * size * grow, which * (0.04 - f * 0.05))))
  const outline = (grow: number): Point[] => [
    at(0.16, 0.1, grow),
    at(-0.3, 0.5, grow),
    at(-1.0 - flap * 0.5, 0.46, grow),
    at(-1.5 - flap, -0.2, grow),
    at(-1.32 - flap, -0.95, grow),
    at(-0.8 - flap * 0.6, -1.6, grow),
    at(-0.3, -1.3, grow),
    at(0.06, -0.6, grow),
  ]
  brush.shape(outline(1), shift(look.coat, far ? -0.32 : -0.1))
  if (!far)
    brush.shape(outline(0.78), rgb(188, 150, 140), { alpha: 0.22, outline: false, shade: 0.4 })
}

/** Antlers, horns and knobs. */
export const paintCrown = (frame: Frame, skull: Local): void => {
  const { look } = frame.moment
  if (look.crown === 'antlers') paintAntlers(frame, skull)
  if (look.crown === 'horn') paintHorn(frame, skull)
  if (look.crown === 'knobs') paintKnobs(frame, skull)
  if (look.crown === 'swept') paintSweptHorns(frame, skull)
}

const paintAntlers = (frame: Frame, skull: Local): void => {
  const { brush, view } = frame.moment
  const bone = brush.tone(rgb(150, 124, 92))
  for (const side of [-1, 1]) {
    const at = (f: number, u: number, l: number): Point =>
      view.at(plus(skull, local(f, u, side * l)))
    brush.stroke(
      [at(-0.04, 0.1, 0.04), at(-0.14, 0.26, 0.12), at(-0.14, 0.44, 0.18), at(-0.06, 0.58, 0.17)],
      view.scale * 0.022,
      bone,
    )
    brush.stroke([at(-0.12, 0.24, 0.11), at(0.0, 0.36, 0.13)], view.scale * 0.016, bone)
    brush.stroke([at(-0.14, 0.4, 0.17), at(-0.24, 0.52, 0.2)], view.scale * 0.015, bone)
  }
}

/** The one horn of a unicorn, wound. */
const paintHorn = (frame: Frame, skull: Local): void => {
  const { brush, look, view } = frame.moment
  const at = (share: number): Point =>
    view.at(plus(skull, local(0.07 + share * 0.2, 0.09 + share * 0.38, 0)))
  const width = (share: number): number => view.scale * (0.03 * (1 - share) + 0.003)
  brush.tube(
    [0, 0.5, 1].map((share) => ({ ...at(share), r: width(share) })),
    look.marked,
    { start: 0.2 },
  )
  for (const share of [0.16, 0.34, 0.52, 0.7]) {
    const [low, high] = [at(share - 0.03), at(share + 0.05)]
    const half = width(share)
    brush.stroke(
      [
        { x: low.x - half, y: low.y },
        { x: high.x + half * 0.9, y: high.y },
      ],
      Math.max(0.6, view.scale * 0.007),
      brush.tone(look.marked, -0.35),
      0.8,
    )
  }
}

const paintKnobs = (frame: Frame, skull: Local): void => {
  const { brush, look, view } = frame.moment
  const size = look.skull
  for (const side of [-1, 1]) {
    const at = (f: number, u: number): Point =>
      view.at(plus(skull, local(f * size, u * size, side * size * 0.4)))
    const [foot, top] = [at(-0.1, 0.7), at(-0.25, 1.65)]
    brush.tube(
      [
        { ...foot, r: size * 0.2 * view.scale },
        { ...top, r: size * 0.16 * view.scale },
      ],
      look.coat,
    )
    const knob = size * 0.2 * view.scale
    brush.oval(top, { rx: knob, ry: knob }, shift(look.marked, -0.4))
  }
}

/** The horns of a dragon, swept back. */
const paintSweptHorns = (frame: Frame, skull: Local): void => {
  const { brush, look, view } = frame.moment
  const size = look.skull
  for (const side of [-1, 1]) {
    const at = (f: number, u: number, radius: number): Point & { r: number } => ({
      ...view.at(plus(skull, local(f * size, u * size, side * size * 0.55))),
      r: radius * size * view.scale,
    })
    brush.tube(
      [at(-0.2, 0.7, 0.24), at(-0.8, 1.15, 0.19), at(-1.5, 1.35, 0.12), at(-2.1, 1.75, 0.03)],
      shift(look.marked, side * Math.sin(view.yaw) > 0 ? -0.25 : 0.25),
    )
  }
}
