import type { Slice } from '../brush/brush.ts'
import { type Rgb, rgb, shift } from '../brush/colour.ts'
import { between, type Local, local, type Point, plus } from '../brush/geometry.ts'
import type { Piece } from '../people/figure-body.ts'
import { paintTrunk } from './elephant-trunk.ts'
import { paintPlates } from './quadruped-back.ts'
import { paintCrown, paintEar } from './quadruped-ears.ts'
import { type Frame, type QuadrupedStance, slice, type Way } from './quadruped-frame.ts'
import { paintBib } from './quadruped-pale.ts'
import { markTube } from './tube-marks.ts'

/** Where neck and head are. */
interface Head {
  readonly root: Local
  readonly skull: Local
  readonly nose: Local
}

/** Where an animal holds its head at a phase of its gait. */
export const headOf = (frame: Frame<QuadrupedStance>, phase: number, way: Way | null): Head => {
  const { moment, withers } = frame
  const { look, time, seed } = moment
  const eats = isEating(frame)
  const nod = way ? Math.sin(phase * Math.PI * 4) * 0.04 : Math.sin(time * 0.7 + seed) * 0.05
  const lift = liftOf(frame, nod, way)
  const reach = look.neck * (eats ? 1.35 : 1)
  const root = plus(withers, local(frame.sits ? 0.02 : 0.1, 0.03, 0))
  const skull = plus(root, local(Math.cos(lift), Math.sin(lift), 0), reach)
  const level = look.snout === 'muzzle' ? -0.66 : look.mask ? -0.5 : -0.28
  const droop = eats ? -0.75 : frame.lies ? -0.1 : level + nod * 0.5
  const nose = plus(
    skull,
    local(Math.cos(droop), Math.sin(droop), 0),
    look.muzzle + look.skull * 0.55,
  )
  return { root, skull, nose }
}

const isEating = ({ moment: { action, look } }: Frame<QuadrupedStance>): boolean =>
  !look.browses && (action === 'eat' || action === 'drink')

/** Lift of the neck, radians above level. */
const liftOf = (frame: Frame<QuadrupedStance>, nod: number, way: Way | null): number => {
  const { look, time, action } = frame.moment
  if (frame.lies) return 0.12
  if (isEating(frame)) return -0.95 + Math.sin(time * 2.4) * 0.03
  const stretched = way === 'run' ? -0.28 : action === 'gaze' ? 0.12 : 0
  return look.lift + nod + stretched + (frame.sits ? 0.4 : 0)
}

/** Neck and head of an animal. */
export const headPieces = (frame: Frame, phase: number, way: Way | null): Piece[] => {
  const { root, skull, nose } = headOf(frame, phase, way)
  return [
    { near: 0.05, paint: () => paintNeck(frame, root, skull) },
    { near: 0.25, paint: () => paintHead(frame, skull, nose) },
  ]
}

const paintNeck = (frame: Frame, root: Local, skull: Local): void => {
  const { look, brush, seed } = frame.moment
  const line = neckLine(frame, root, skull)
  if (look.mane && look.maneCut === 'ruff')
    brush.tube(
      line.map((one) => ({ ...one, r: one.r * 1.5 })),
      look.mane,
    )
  if (look.mane && look.maneCut === 'stands') paintStandingMane(frame, line, look.mane)
  if (look.back === 'plates') paintPlates(frame, line, [0.3, 0.98])
  brush.tube(line, look.coat, { start: 0.3 })
  if (look.marks !== 'saddle' && look.marks !== 'blotches')
    markTube(brush, line, { ...look, colour: look.marked, seed })
  if (look.wings) paintThroat(frame, line)
  paintBib(frame, line)
  if (look.mane && look.maneCut === 'falls') paintMane(frame, root, skull)
  if (look.collar) paintCollar(frame, root, skull, look.collar)
}

/** The neck from between the shoulders to the skull; some bend on their way. */
const neckLine = (frame: Frame, root: Local, skull: Local): readonly Slice[] => {
  const { look } = frame.moment
  const thick = Math.min(look.chest * 0.78, look.skull * 1.25)
  const bent = (share: number, arch: number): Local =>
    plus(between(root, skull, share), local(-arch, arch * 0.5, 0))
  return [
    slice(frame, plus(frame.withers, local(-0.02, -0.02, 0)), look.chest * 0.6),
    slice(frame, bent(0.25, -look.arch * 0.6), thick * 1.12),
    slice(frame, bent(0.65, look.arch), thick * 0.82),
    slice(frame, skull, look.skull * 0.72),
  ]
}

/** The pale scales down the front of a dragon's neck. */
const paintThroat = (frame: Frame, neck: readonly Slice[]): void => {
  const { brush, look, view } = frame.moment
  const ahead = Math.sign(Math.sin(view.yaw) || 1)
  brush.tube(
    neck
      .slice(0, 3)
      .map(({ x, y, r }) => ({ x: x + ahead * r * 0.62, y: y + r * 0.3, r: r * 0.4 })),
    look.under,
    { outline: false, alpha: 0.85 },
  )
}

const paintStandingMane = (frame: Frame, neck: readonly Slice[], colour: Rgb): void => {
  const { brush, view } = frame.moment
  const behind = -Math.sign(Math.sin(view.yaw) || 1)
  brush.tube(
    neck.map(({ x, y, r }, index) => ({
      x: x + behind * r * 0.45,
      y: y - r * 0.4,
      r: r * (index === 0 ? 0.5 : 0.82),
    })),
    colour,
    { outline: false },
  )
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
  const { look, view } = frame.moment
  const side = Math.sin(view.yaw) > 0 ? -1 : 1
  paintEar(frame, skull, -side)
  paintCrown(frame, skull)
  paintSkull(frame, skull, nose)
  if (look.trunk) paintTrunk(frame, skull, nose, side)
  else paintMuzzle(frame, skull, nose, side)
  paintEye(frame, skull, nose, side)
  paintEar(frame, skull, side)
}

const paintSkull = (frame: Frame, skull: Local, nose: Local): void => {
  const { brush, look, seed } = frame.moment
  const jaw = between(skull, nose, 0.8)
  const blunt = look.snout === 'muzzle' || look.snout === 'disc'
  const round = look.snout === 'button' ? 1.28 : 1
  const head = [
    slice(frame, plus(skull, local(-look.skull * 0.35, 0.01, 0)), look.skull * 0.78),
    slice(frame, skull, look.skull),
    slice(frame, between(skull, nose, 0.45), look.skull * 0.74 * round),
    slice(frame, jaw, look.skull * (blunt ? 0.54 : 0.47 * round)),
    slice(frame, nose, look.skull * (blunt ? 0.52 : 0.4)),
  ]
  brush.tube(head, look.coat)
  if (look.marks === 'bands' || look.marks === 'stripes')
    markTube(brush, head.slice(0, 4), { ...look, colour: look.marked, seed })
  if (look.mask) paintMask(frame, skull, nose, look.mask)
  else if (look.snout === 'scaled') paintJaw(frame, skull, nose)
  else if (look.under !== look.coat)
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
}

/** Slices from the skull (share 0) to the nose (1), raised and as wide as a part of the skull. */
const alongHead =
  (frame: Frame, skull: Local, nose: Local) =>
  (share: number, up: number, radius: number): Slice => {
    const size = frame.moment.look.skull
    return slice(frame, plus(between(skull, nose, share), local(0, up * size, 0)), radius * size)
  }

/** The pale jaw of a reptile, with the teeth of those that have horns. */
const paintJaw = (frame: Frame, skull: Local, nose: Local): void => {
  const { brush, look } = frame.moment
  const at = alongHead(frame, skull, nose)
  brush.tube([at(0.1, -0.52, 0.26), at(0.5, -0.42, 0.24), at(1.08, -0.28, 0.16)], look.under, {
    outline: false,
    alpha: 0.85,
  })
  if (look.crown !== 'swept') return
  for (const share of [0.66, 0.84, 1.02]) {
    const [left, right, tip] = [
      at(share - 0.05, -0.2, 0),
      at(share + 0.05, -0.2, 0),
      at(share, -0.44, 0),
    ]
    brush.block([left, right, tip], rgb(244, 238, 222), { shade: 0.3, outline: false })
  }
}

/** The bare face of an ape: round the eyes and over the muzzle. */
const paintMask = (frame: Frame, skull: Local, nose: Local, colour: Rgb): void => {
  const { brush } = frame.moment
  const at = alongHead(frame, skull, nose)
  brush.tube([at(0.2, 0.36, 0.44), at(0.5, 0.06, 0.54), at(0.92, -0.14, 0.46)], colour)
}

const paintMuzzle = (frame: Frame, skull: Local, nose: Local, side: number): void => {
  const { brush, look, view } = frame.moment
  const blunt = look.snout === 'muzzle'
  if (look.snout === 'disc') paintDisc(frame, nose, side)
  else {
    const isButton = look.snout === 'button'
    const small = blunt || look.snout === 'scaled' || look.mask !== null
    const tip: Point = view.at(
      small
        ? plus(nose, local(look.skull * 0.22, look.skull * 0.06, side * look.skull * 0.3))
        : plus(nose, local(look.skull * 0.32, look.skull * 0.08, 0)),
    )
    const wide = look.skull * view.scale * (small || isButton ? 0.1 : 0.17)
    brush.oval(
      tip,
      { rx: wide, ry: wide * 0.82 },
      isButton ? rgb(190, 116, 112) : rgb(32, 26, 28),
      { outline: false },
    )
  }
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
}

/** The round end of a pig's snout, with its two holes. */
const paintDisc = (frame: Frame, nose: Local, side: number): void => {
  const { brush, look, view } = frame.moment
  const at = (u: number, l: number): Point =>
    view.at(plus(nose, local(look.skull * 0.44, look.skull * (0.02 + u), l * look.skull)))
  const reach = look.skull * view.scale
  const across = 0.2 + Math.abs(Math.cos(view.yaw)) * 0.3
  brush.oval(at(0, 0), { rx: reach * across, ry: reach * 0.42 }, shift(look.coat, -0.12))
  for (const which of [-1, 1])
    brush.oval(
      at(0, which * 0.22 + side * 0.04),
      { rx: reach * 0.06, ry: reach * 0.13 },
      shift(look.coat, -0.62),
      { outline: false, shade: 0 },
    )
}

const paintEye = (frame: Frame, skull: Local, nose: Local, side: number): void => {
  const { brush, look, view, time, seed } = frame.moment
  const eye = view.at(
    plus(between(skull, nose, 0.18), local(0, look.skull * 0.26, side * look.skull * 0.6)),
  )
  const blink = (time + seed) % 3.7 < 0.14 || frame.lies
  const isCat = look.snout === 'button'
  const radius = Math.max(0.7, look.skull * (isCat ? 0.15 : 0.13) * view.scale)
  if (look.points && look.marks === 'saddle')
    brush.oval(
      { x: eye.x, y: eye.y + radius * 0.4 },
      { rx: radius * 1.9, ry: radius * 2.4, turn: side * 0.5 * Math.sign(Math.sin(view.yaw)) },
      look.points,
      { outline: false },
    )
  const slit = look.crown === 'swept' && !blink ? 0.42 : 1
  if (look.snout === 'scaled' && !blink)
    brush.oval(eye, { rx: radius * 1.45, ry: radius * 1.35 }, rgb(240, 206, 96), { shade: 0.3 })
  if (isCat && !blink)
    brush.oval(eye, { rx: radius * 1.5, ry: radius * 1.5 }, rgb(196, 190, 92), { shade: 0.2 })
  brush.oval(eye, { rx: radius * slit, ry: radius * (blink ? 0.18 : 0.95) }, rgb(22, 16, 16), {
    shade: 0,
    outline: false,
  })
  if (look.crown === 'swept') paintBrow(frame, eye, radius)
  if (!blink && radius > 1.6)
    brush.oval(
      { x: eye.x - radius * 0.3, y: eye.y - radius * 0.35 },
      { rx: radius * 0.28, ry: radius * 0.28 },
      rgb(255, 255, 255),
      { shade: 0, outline: false, alpha: 0.85 },
    )
}

/** The ridge over a dragon's eye. */
const paintBrow = (frame: Frame, eye: Point, radius: number): void => {
  const { brush, look, view } = frame.moment
  const ahead = Math.sign(Math.sin(view.yaw) || 1)
  const at = (x: number, y: number): Point => ({
    x: eye.x + x * radius * ahead,
    y: eye.y - y * radius,
  })
  brush.shape(
    [at(-2.2, 1.9), at(-0.4, 2.2), at(1.9, 1.0), at(1.5, 0.5), at(-0.2, 1.15), at(-1.8, 1.1)],
    shift(look.coat, -0.2),
  )
}
