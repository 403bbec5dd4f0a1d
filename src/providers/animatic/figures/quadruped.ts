import type { ActionKind } from './actions.ts'
import type { Brush, Slice } from './brush.ts'
import { css, type Rgb, rgb, shift } from './colour.ts'
import type { Piece } from './figure-body.ts'
import { bendLimb, between, type Local, local, type Point, plus } from './geometry.ts'
import type { QuadrupedLook } from './quadruped-looks.ts'
import type { Projection } from './skeleton.ts'

/** A four-legged animal in one instant. */
export interface QuadrupedMoment {
  readonly brush: Brush
  readonly look: QuadrupedLook
  /** One body height is the height of the shoulders. */
  readonly view: Projection
  readonly action: ActionKind
  readonly time: number
  readonly seed: number
}

interface Gait {
  readonly seconds: number
  readonly step: number
  readonly lift: number
  readonly stance: number
  /** Left hind, left fore, right hind, right fore. */
  readonly phases: readonly [number, number, number, number]
  readonly bounce: number
}

const walk: Gait = {
  seconds: 1.15,
  step: 0.5,
  lift: 0.13,
  stance: 0.62,
  phases: [0, 0.25, 0.5, 0.75],
  bounce: 0.012,
}
const gallop: Gait = {
  seconds: 0.58,
  step: 0.72,
  lift: 0.3,
  stance: 0.34,
  phases: [0, 0.42, 0.12, 0.55],
  bounce: 0.07,
}

/** How an animal gets along, null when it stays. */
export const gaitOf = (action: ActionKind): 'walk' | 'run' | null => {
  if (action === 'run' || action === 'jump' || action === 'ball') return 'run'
  return action === 'walk' || action === 'push' || action === 'ride' || action === 'carry'
    ? 'walk'
    : null
}

/** Shoulder heights a second. */
export const quadrupedSpeed = (way: 'walk' | 'run'): number => {
  const gait = way === 'run' ? gallop : walk
  return gait.step / (gait.stance * gait.seconds)
}

const footOf = (gait: Gait | null, phase: number): { readonly f: number; readonly u: number } => {
  if (!gait) return { f: 0, u: 0 }
  const share = phase - Math.floor(phase)
  if (share < gait.stance) return { f: gait.step / 2 - (share / gait.stance) * gait.step, u: 0 }
  const along = (share - gait.stance) / (1 - gait.stance)
  const eased = along * along * (3 - 2 * along)
  return { f: -gait.step / 2 + eased * gait.step, u: Math.sin(Math.PI * along) * gait.lift }
}

interface Frame {
  readonly moment: QuadrupedMoment
  readonly rump: Local
  readonly withers: Local
  readonly sits: boolean
  readonly lies: boolean
}

/** The pieces of a four-legged animal. */
export const quadrupedPieces = (moment: QuadrupedMoment): Piece[] => {
  const { view, time, seed } = moment
  const way = gaitOf(moment.action)
  const gait = way === null ? null : way === 'run' ? gallop : walk
  const phase = gait ? time / gait.seconds + (seed % 7) / 7 : 0
  const frame = poseQuadruped(moment, gait, phase)
  const pieces: Piece[] = [
    { near: 0, paint: () => paintBody(frame) },
    { near: 0.01, paint: () => paintMuscle(frame) },
    { near: -0.15, paint: () => paintTail(frame, way) },
    ...headPieces(frame, phase, way),
  ]
  if (frame.lies) return pieces
  for (const [index, offset] of (gait?.phases ?? [0, 0, 0, 0]).entries()) {
    const side = index < 2 ? 1 : -1
    const swing = footOf(gait, phase + offset)
    const leg = index % 2 === 0 ? hindLeg(frame, side, swing) : foreLeg(frame, side, swing)
    pieces.push({ near: -0.2 - side * Math.sin(view.yaw) * 0.1, paint: leg })
  }
  return pieces
}

/** Where rump and shoulders are: they rise and fall with the gait, sink to sit and to lie. */
const poseQuadruped = (moment: QuadrupedMoment, gait: Gait | null, phase: number): Frame => {
  const { look, time, seed } = moment
  const sits = moment.action === 'sit'
  const lies = moment.action === 'sleep'
  const runs = gait === gallop
  const breath = Math.sin(time * 1.9 + seed) * 0.006
  const bounce = gait ? Math.sin(phase * Math.PI * (runs ? 2 : 4)) * gait.bounce : breath
  const pitch = runs ? Math.cos(phase * Math.PI * 2) * 0.07 : 0
  const back = 1 - look.chest * 0.75
  const low = look.chest * 0.9 + breath
  const rump = lies ? low : (sits ? 0.42 : back - 0.01) + bounce - pitch
  const withers = lies ? low + 0.04 : back + (sits ? 0.08 : 0) + bounce + pitch
  return {
    moment,
    sits,
    lies,
    rump: local(-look.length / 2, rump, 0),
    withers: local(look.length / 2 - 0.12, withers, 0),
  }
}

const slice = (frame: Frame, place: Local, radius: number): Slice => ({
  ...frame.moment.view.at(place),
  r: radius * frame.moment.view.scale,
})

const paintBody = (frame: Frame): void => {
  const { moment, rump, withers } = frame
  const { look, brush, view } = moment
  const at = (share: number, up: number, radius: number): Slice =>
    slice(frame, plus(between(rump, withers, share), local(0, up, 0)), radius)
  const across = Math.max(0.72, Math.abs(Math.sin(view.yaw)))
  const slices = [
    at(-0.08, 0, look.belly * 0.62),
    at(0.06, 0.005, look.belly * 0.98),
    at(0.3, look.belly * 0.04, look.belly * 0.9),
    at(0.55, -0.01, (look.belly + look.chest) / 2),
    at(0.82, -0.02, look.chest),
    at(1.0, -0.005, look.chest * 0.94),
    at(1.12, 0.02, look.chest * 0.62),
  ].map((one) => ({ ...one, r: one.r * across }))
  if (look.woolly) {
    for (const [index, one] of slices.entries())
      for (const turn of [-1, 0.2, 1])
        brush.oval(
          { x: one.x + Math.sin(index * 2 + turn) * one.r * 0.2, y: one.y + turn * one.r * 0.62 },
          { rx: one.r * 0.5, ry: one.r * 0.48 },
          look.coat,
        )
  }
  brush.tube(slices, look.coat)
  if (brush.look === 'motion' || look.under === look.coat) return
  const belly = [0.1, 0.35, 0.6, 0.9, 1.08].map((share) => {
    const one = at(share, -look.belly * 0.6, look.belly * 0.3)
    return { ...one, r: one.r * across }
  })
  brush.tube(belly, look.under, { alpha: 0.26, outline: false, shade: 0 })
}

/** The muscle of haunch and shoulder, a soft change on the flank. */
const paintMuscle = (frame: Frame): void => {
  const { brush, look, view } = frame.moment
  if (brush.look === 'motion' || brush.look === 'sketch' || look.woolly) return
  const side = Math.sin(view.yaw) > 0 ? -1 : 1
  const spot = (place: Local, radius: number): void => {
    const at = view.at(place)
    const reach = radius * view.scale
    const gradient = brush.context.createRadialGradient(
      at.x - reach * 0.2 * Math.sign(brush.light.direction || 1) * -1,
      at.y - reach * 0.3,
      0,
      at.x,
      at.y,
      reach,
    )
    gradient.addColorStop(0, css(brush.tone(look.coat, 0.16), 0.5))
    gradient.addColorStop(0.6, css(brush.tone(look.coat, 0.02), 0.25))
    gradient.addColorStop(1, css(brush.tone(look.coat), 0))
    brush.context.fillStyle = gradient
    brush.context.fillRect(at.x - reach, at.y - reach, reach * 2, reach * 2)
  }
  spot(plus(frame.rump, local(0.1, -0.02, side * look.belly * 0.4)), look.belly * 0.95)
  spot(
    plus(frame.withers, local(0.0, -look.chest * 0.25, side * look.chest * 0.4)),
    look.chest * 0.85,
  )
}

const paintLeg = (
  frame: Frame,
  joints: readonly (readonly [Local, number])[],
  far: boolean,
): void => {
  const { brush, look } = frame.moment
  const tone: Rgb = shift(look.coat, far ? -0.3 : -0.04)
  brush.tube(
    joints.map(([place, radius]) => slice(frame, place, radius)),
    tone,
    { end: 0.5 },
  )
  const last = joints.at(-1)
  if (!last) return
  const paw = plus(last[0], local(0.035, -0.015, 0))
  brush.tube(
    [slice(frame, last[0], look.leg * 0.7), slice(frame, paw, look.leg * 0.72)],
    shift(tone, -0.22),
  )
}

const hindLeg =
  (frame: Frame, side: number, swing: { readonly f: number; readonly u: number }) => (): void => {
    const { look, view } = frame.moment
    const hip = plus(frame.rump, local(0.1, -0.02, side * look.belly * 0.42))
    const foot = local(
      frame.rump.f + (frame.sits ? 0.34 : 0.02) + swing.f,
      0.03 + swing.u,
      side * look.belly * 0.5,
    )
    const hock = plus(foot, local(-0.11 - swing.u * 0.25, frame.sits ? 0.1 : 0.24, 0))
    const bone = Math.max(0.2, (hip.u - 0.24) * 0.62)
    const { middle } = bendLimb(hip, hock, {
      upper: bone,
      lower: bone * 0.94,
      pole: local(1, 0.2, 0),
    })
    paintLeg(
      frame,
      [
        [hip, look.leg * 2.1],
        [between(hip, middle, 0.55), look.leg * 1.85],
        [middle, look.leg * 1.25],
        [between(middle, hock, 0.6), look.leg * 0.82],
        [hock, look.leg * 0.7],
        [between(hock, foot, 0.5), look.leg * 0.56],
        [foot, look.leg * 0.6],
      ],
      side * Math.sin(view.yaw) > 0,
    )
  }

const foreLeg =
  (frame: Frame, side: number, swing: { readonly f: number; readonly u: number }) => (): void => {
    const { look, view } = frame.moment
    const shoulder = plus(frame.withers, local(0.02, -look.chest * 0.35, side * look.chest * 0.5))
    const foot = local(frame.withers.f + 0.0 + swing.f, 0.03 + swing.u, side * look.chest * 0.5)
    const bone = Math.max(0.2, shoulder.u * 0.53)
    const { middle } = bendLimb(shoulder, foot, {
      upper: bone,
      lower: bone,
      pole: local(swing.u > 0.02 ? 0.9 : -0.5, 0, 0),
    })
    paintLeg(
      frame,
      [
        [shoulder, look.leg * 1.7],
        [between(shoulder, middle, 0.6), look.leg * 1.15],
        [middle, look.leg * 0.82],
        [between(middle, foot, 0.55), look.leg * 0.58],
        [foot, look.leg * 0.6],
      ],
      side * Math.sin(view.yaw) > 0,
    )
  }

const paintTail = (frame: Frame, way: 'walk' | 'run' | null): void => {
  const { look, brush, time, seed } = frame.moment
  const wag =
    Math.sin(time * (look.tail === 'plume' ? 7 : 2.1) + seed) *
    (look.tail === 'plume' ? 0.07 : 0.05)
  const root = plus(frame.rump, local(-0.1, look.belly * 0.55, 0))
  const at = (f: number, u: number, radius: number): Slice =>
    slice(frame, plus(root, local(f, u, wag * Math.abs(f + u) * 2)), radius)
  const streams = way === 'run' ? 0.2 : 0
  const tails: Readonly<Record<QuadrupedLook['tail'], readonly Slice[]>> = {
    plume: [
      at(0.05, 0, 0.055),
      at(-0.12, 0.1, 0.06),
      at(-0.22, 0.26, 0.065),
      at(-0.2, 0.4 + wag, 0.02),
    ],
    bushy: [
      at(0.05, 0, 0.05),
      at(-0.16, -0.1 + streams * 0.4, 0.075),
      at(-0.34, -0.24 + streams, 0.1),
      at(-0.5, -0.3 + streams * 1.5, 0.03),
    ],
    thin: [
      at(0.05, -0.02, 0.045),
      at(-0.2, 0.0, 0.035),
      at(-0.36, 0.16 + wag, 0.032),
      at(-0.34, 0.36 + wag, 0.025),
    ],
    hair: [
      at(0.06, 0, 0.045),
      at(-0.08, -0.06 + streams * 0.3, 0.06),
      at(-0.14 - streams, -0.3 + streams * 0.6, 0.07),
      at(-0.12 - streams * 1.6, -0.58 + streams, 0.02),
    ],
    rope: [
      at(0.05, -0.02, 0.04),
      at(-0.1, -0.08 + streams, 0.028),
      at(-0.15, -0.34 + streams * 1.6, 0.024),
      at(-0.13 + wag * 0.4, -0.5 + streams * 2, 0.05),
      at(-0.13 + wag * 0.4, -0.6 + streams * 2, 0.012),
    ],
    stub: [at(0.05, -0.02, 0.06), at(-0.07, 0.01, 0.05)],
  }
  brush.tube(
    tails[look.tail],
    look.tail === 'hair' && look.mane ? look.mane : shift(look.coat, -0.1),
  )
}

const headPieces = (frame: Frame, phase: number, way: 'walk' | 'run' | null): Piece[] => {
  const { moment, withers } = frame
  const { look, time, seed, action, brush } = moment
  const eats = action === 'eat' || action === 'drink'
  const nod = way ? Math.sin(phase * Math.PI * 4) * 0.04 : Math.sin(time * 0.7 + seed) * 0.05
  const lift = frame.lies
    ? 0.12
    : eats
      ? -0.95 + Math.sin(time * 2.4) * 0.03
      : look.lift + nod - (way === 'run' ? 0.28 : 0) + (action === 'gaze' ? 0.12 : 0)
  const reach = look.neck * (eats ? 1.35 : 1)
  const root = plus(withers, local(0.1, 0.03, 0))
  const skull = plus(root, local(Math.cos(lift), Math.sin(lift), 0), reach)
  const droop = eats ? -0.75 : frame.lies ? -0.1 : -0.28 + nod * 0.5
  const nose = plus(
    skull,
    local(Math.cos(droop), Math.sin(droop), 0),
    look.muzzle + look.skull * 0.55,
  )
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
  }
  return [
    { near: 0.05, paint: neck },
    { near: 0.25, paint: () => paintHead(frame, skull, nose) },
  ]
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
  brush.tube(
    [
      slice(frame, plus(skull, local(-look.skull * 0.35, 0.01, 0)), look.skull * 0.78),
      slice(frame, skull, look.skull),
      slice(frame, between(skull, nose, 0.45), look.skull * 0.74),
      slice(frame, jaw, look.skull * 0.47),
      slice(frame, nose, look.skull * 0.4),
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
  const tip: Point = view.at(plus(nose, local(look.skull * 0.32, look.skull * 0.08, 0)))
  brush.oval(
    tip,
    { rx: look.skull * 0.17 * view.scale, ry: look.skull * 0.14 * view.scale },
    rgb(32, 26, 28),
    { outline: false },
  )
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
