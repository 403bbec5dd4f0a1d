import { type Rgb, rgb, shift } from './colour.ts'
import type { Piece } from './figure-body.ts'
import { between, type Local, local, type Point, plus } from './geometry.ts'
import { type Frame, slice, type Way } from './quadruped-frame.ts'
import type { QuadrupedLook } from './quadruped-looks.ts'

/** Where neck and head are. */
interface Head {
  readonly root: Local
  readonly skull: Local
  readonly nose: Local
}

/** Where an animal holds its head at a phase of its gait. */
export const headOf = (frame: Frame, phase: number, way: Way | null): Head => {
  const { moment, withers } = frame
  const { look, time, seed } = moment
  const eats = isEating(frame)
  const nod = way ? Math.sin(phase * Math.PI * 4) * 0.04 : Math.sin(time * 0.7 + seed) * 0.05
  const lift = liftOf(frame, nod, way)
  const reach = look.neck * (eats ? 1.35 : 1)
  const root = plus(withers, local(frame.sits ? 0.02 : 0.1, 0.03, 0))
  const skull = plus(root, local(Math.cos(lift), Math.sin(lift), 0), reach)
  const level = look.snout === 'muzzle' ? -0.66 : -0.28
  const droop = eats ? -0.75 : frame.lies ? -0.1 : level + nod * 0.5
  const nose = plus(
    skull,
    local(Math.cos(droop), Math.sin(droop), 0),
    look.muzzle + look.skull * 0.55,
  )
  return { root, skull, nose }
}

const isEating = ({ moment: { action } }: Frame): boolean => action === 'eat' || action === 'drink'

/** Lift of the neck, radians above level. */
const liftOf = (frame: Frame, nod: number, way: Way | null): number => {
  const { look, time, action } = frame.moment
  if (frame.lies) return 0.12
  if (isEating(frame)) return -0.95 + Math.sin(time * 2.4) * 0.03
  const stretched = way === 'run' ? -0.28 : action === 'gaze' ? 0.12 : 0
  return look.lift + nod + stretched + (frame.sits ? 0.4 : 0)
}

/** Neck and head of an animal. */
export const headPieces = (frame: Frame, phase: number, way: Way | null): Piece[] => {
  const { withers } = frame
  const { look, brush } = frame.moment
  const { root, skull, nose } = headOf(frame, phase, way)
  const neck = (): void => {
    const thick = Math.min(look.chest * 0.78, look.skull * 1.25)
    const line = [
      slice(frame, plus(withers, local(-0.02, -0.02, 0)), look.chest * 0.6),
      slice(frame, between(root, skull, 0.25), thick * 1.12),
      slice(frame, between(root, skull, 0.65), thick * 0.82),
      slice(frame, skull, look.skull * 0.72),
    ]
    if (look.mane && look.tail === 'rope')
      brush.tube(
        line.map((one) => ({ ...one, r: one.r * 1.5 })),
        look.mane,
      )
    brush.tube(line, look.coat, { start: 0.3 })
    if (look.mane && look.tail === 'hair') paintMane(frame, root, skull)
    if (look.collar) paintCollar(frame, root, skull, look.collar)
  }
  return [
    { near: 0.05, paint: neck },
    { near: 0.25, paint: () => paintHead(frame, skull, nose) },
  ]
}

const paintCollar = (frame: Frame, root: Local, skull: Local, colour: Rgb): void => {
  const { brush, look } = frame.moment
  const thick = Math.min(look.chest * 0.78, look.skull * 1.25)
  brush.tube(
    [
      slice(frame, between(root, skull, 0.36), thick * 1.06),
      slice(frame, between(root, skull, 0.5), thick * 0.98),
    ],
    colour,
    { start: 0, end: 0 },
  )
}

const paintMane = (frame: Frame, root: Local, skull: Local): void => {
  const { brush, look, time } = frame.moment
  const colour = look.mane ?? look.coat
  for (let lock = 0; lock <= 7; lock += 1) {
    const from = plus(between(root, skull, lock / 7), local(-0.06, 0.1, 0))
    const sway = Math.sin(time * 3 + lock * 0.6) * 0.015
    brush.tube(
      [
        slice(frame, from, 0.035),
        slice(frame, plus(from, local(-0.06 + sway, -0.1, 0)), 0.03),
        slice(frame, plus(from, local(-0.07 + sway * 2, -0.2, 0)), 0.008),
      ],
      colour,
      { outline: false },
    )
  }
}

const paintHead = (frame: Frame, skull: Local, nose: Local): void => {
  const { brush, look, view, time, seed } = frame.moment
  const side = Math.sin(view.yaw) > 0 ? -1 : 1
  const ear = (which: number): void => paintEar(frame, skull, which)
  ear(-side)
  if (look.antlers) paintAntlers(frame, skull)
  const jaw = between(skull, nose, 0.8)
  const blunt = look.snout === 'muzzle'
  brush.tube(
    [
      slice(frame, plus(skull, local(-look.skull * 0.35, 0.01, 0)), look.skull * 0.78),
      slice(frame, skull, look.skull),
      slice(frame, between(skull, nose, 0.45), look.skull * 0.74),
      slice(frame, jaw, look.skull * (blunt ? 0.54 : 0.47)),
      slice(frame, nose, look.skull * (blunt ? 0.52 : 0.4)),
    ],
    look.coat,
  )
  if (look.under !== look.coat)
    brush.tube(
      [
        slice(
          frame,
          plus(between(skull, nose, 0.55), local(0, -look.skull * 0.3, 0)),
          look.skull * 0.3,
        ),
        slice(frame, plus(nose, local(-0.02, -look.skull * 0.12, 0)), look.skull * 0.26),
      ],
      look.under,
      { alpha: 0.8, outline: false, shade: 0.5 },
    )
  const tip: Point = view.at(
    blunt
      ? plus(nose, local(look.skull * 0.22, look.skull * 0.06, side * look.skull * 0.3))
      : plus(nose, local(look.skull * 0.32, look.skull * 0.08, 0)),
  )
  const wide = look.skull * view.scale * (blunt ? 0.09 : 0.17)
  brush.oval(tip, { rx: wide, ry: wide * 0.82 }, rgb(32, 26, 28), { outline: false })
  const mouth = [
    plus(nose, local(look.skull * 0.2, -look.skull * 0.16, 0)),
    plus(between(skull, nose, 0.6), local(0, -look.skull * 0.36, 0)),
  ]
  brush.stroke(
    mouth.map(view.at),
    Math.max(0.6, view.scale * 0.009),
    shift(brush.tone(look.coat), -0.6),
    0.7,
  )
  const eye = view.at(
    plus(between(skull, nose, 0.18), local(0, look.skull * 0.26, side * look.skull * 0.6)),
  )
  const blink = (time + seed) % 3.7 < 0.14 || frame.lies
  const radius = Math.max(0.7, look.skull * 0.13 * view.scale)
  brush.oval(eye, { rx: radius, ry: radius * (blink ? 0.18 : 0.95) }, rgb(22, 16, 16), {
    shade: 0,
    outline: false,
  })
  if (!blink && radius > 1.6)
    brush.oval(
      { x: eye.x - radius * 0.3, y: eye.y - radius * 0.35 },
      { rx: radius * 0.28, ry: radius * 0.28 },
      rgb(255, 255, 255),
      { shade: 0, outline: false, alpha: 0.85 },
    )
  ear(side)
}

const paintEar = (frame: Frame, skull: Local, which: number): void => {
  const { brush, look, view, time, seed } = frame.moment
  const size = look.skull
  const twitch = Math.max(0, Math.sin(time * 1.3 + seed + which)) ** 20 * 0.15
  const root = plus(skull, local(-size * 0.35, size * 0.72, which * size * 0.5))
  const at = (f: number, u: number): Point =>
    view.at(plus(root, local(f * size, u * size, which * size * 0.1)))
  const tone = shift(look.coat, which * Math.sin(view.yaw) > 0 ? -0.3 : -0.14)
  const shapes: Readonly<Record<QuadrupedLook['ears'], readonly Point[]>> = {
    floppy: [at(-0.25, 0.15), at(0.25, 0.2), at(0.2, -0.5), at(-0.02, -1.0), at(-0.35, -0.6)],
    pointed: [at(-0.3, -0.1), at(-0.14 - twitch, 0.85), at(0.02, 0.7), at(0.32, -0.05)],
    round: [at(-0.34, -0.1), at(-0.32, 0.36), at(0, 0.52), at(0.3, 0.3), at(0.28, -0.1)],
    long: [
      at(-0.2, -0.1),
      at(-0.5 - twitch, 1.0),
      at(-0.42 - twitch, 1.5),
      at(-0.1, 1.1),
      at(0.22, -0.05),
    ],
  }
  brush.shape(shapes[look.ears], tone)
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
