import type { Action, ActionKind } from './actions.ts'
import { runningPose, walkingPose } from './gait.ts'
import { local } from './geometry.ts'
import { hang, type Pose, planted, reach, sittingPose, standingPose } from './pose.ts'

/** What a movement is made from. */
export interface Moment {
  /** Seconds from the start of the shot. */
  readonly time: number
  /** Small whole number that tells bodies apart. */
  readonly seed: number
  readonly seated: boolean
}

type Act = (moment: Moment, base: Pose) => Pose

const wave = (time: number, seconds: number, offset = 0): number =>
  Math.sin((time / seconds) * Math.PI * 2 + offset)

/** Rises, stays and falls again once a period: 0…1. */
const now = (time: number, period: number, hold: number, offset = 0): number => {
  const share = ((((time + offset) % period) + period) % period) / period
  const edge = (1 - hold) / 4
  const up = Math.min(1, Math.max(0, (share - edge) / edge))
  const down = Math.min(1, Math.max(0, (share - (1 - edge * 2)) / edge))
  const eased = (value: number): number => value * value * (3 - 2 * value)
  return eased(up) * (1 - eased(down))
}

const headed = (pose: Pose, pitch: number, yaw = 0, tilt = 0): Pose['head'] => ({
  pitch: pose.head.pitch * 0.6 + pitch,
  yaw: pose.head.yaw * 0.6 + yaw,
  tilt: pose.head.tilt + tilt,
})

const table = 0.42

const quiet: Partial<Record<ActionKind, Act>> = {
  gaze: (_, base) => ({ ...base, head: headed(base, -0.12) }),
  smile: (_, base) => base,
  think: (m, base) => ({
    ...base,
    head: headed(base, 0.1, 0.1, 0.06),
    right: reach('head', local(0.062, -0.085, -0.012 + wave(m.time, 3) * 0.003), 0.1),
    left: reach('chest', local(0.11, -0.14, -0.05), 0.2),
  }),
  cry: (m, base) => ({
    ...base,
    lean: base.lean + 0.14 + wave(m.time, 0.8) * 0.012,
    head: headed(base, 0.42, 0, 0.05),
    left: reach('head', local(0.078, -0.01, 0.03), 0.2),
    right: reach('head', local(0.078, -0.02, -0.032), 0.2),
  }),
  laugh: (m, base) => ({
    ...base,
    lean: base.lean - 0.05 + wave(m.time, 0.42) * 0.014,
    pelvis: { ...base.pelvis, u: base.pelvis.u + wave(m.time, 0.42) * 0.003 },
    head: headed(base, -0.16 + wave(m.time, 0.42) * 0.035, 0, wave(m.time, 1.7) * 0.08),
    right: reach('chest', local(0.11, -0.13, -0.02 + wave(m.time, 0.42) * 0.004), 0.3),
  }),
  talk: (m, base) => ({
    ...base,
    head: headed(
      base,
      wave(m.time, 1.3) * 0.05,
      wave(m.time, 2.3) * 0.08,
      wave(m.time, 1.9) * 0.04,
    ),
    right: reach(
      'chest',
      local(0.2 + wave(m.time, 1.7) * 0.025, -0.12 + wave(m.time, 1.1) * 0.03, -0.1),
      0.25,
    ),
    left: m.seated
      ? base.left
      : reach(
          'chest',
          local(0.15 + wave(m.time, 2.2, 1) * 0.02, -0.17 + wave(m.time, 1.5, 2) * 0.02, 0.1),
          0.2,
        ),
  }),
  gesture: (m, base) => ({
    ...base,
    right: reach('chest', local(0.17, -0.13 + wave(m.time, 2.6) * 0.025, -0.12), 0.2),
  }),
}

const signals: Partial<Record<ActionKind, Act>> = {
  wave: (m, base) => ({
    ...base,
    right: reach('chest', local(0.08, 0.17, -0.17 + wave(m.time, 0.62) * 0.06), 0.8),
    side: base.side + 0.03,
    head: headed(base, -0.04, 0, 0.05),
  }),
  point: (m, base) => ({
    ...base,
    right: reach('chest', local(0.3, 0.02 + wave(m.time, 3.1) * 0.012, -0.1), 0.2),
    twist: 0.12,
    head: headed(base, -0.06),
  }),
  cheer: (m, base) => ({
    ...base,
    pelvis: { ...base.pelvis, u: base.pelvis.u + Math.abs(wave(m.time, 1.1)) * 0.012 },
    left: reach('chest', local(0.03, 0.26 + wave(m.time, 0.55) * 0.02, 0.17), 0.7),
    right: reach('chest', local(0.03, 0.26 - wave(m.time, 0.55) * 0.02, -0.17), 0.7),
    head: headed(base, -0.2),
  }),
  sing: (m, base) => ({
    ...base,
    head: headed(base, -0.1 + wave(m.time, 2.1) * 0.06, 0, wave(m.time, 2.7) * 0.08),
    side: base.side + wave(m.time, 2.7) * 0.03,
    right: reach('head', local(0.12, -0.1, -0.015), 0.3),
    left: reach('chest', local(0.17, -0.05 + wave(m.time, 2.2) * 0.05, 0.16), 0.4),
  }),
  phone: (_, base) => ({
    ...base,
    head: headed(base, 0.24),
    right: reach('chest', local(0.17, -0.05, -0.03), 0.1),
  }),
  photograph: (m, base) => ({
    ...base,
    lean: base.lean + 0.03 + wave(m.time, 4) * 0.01,
    left: reach('head', local(0.115, -0.02, 0.05), 0.4),
    right: reach('head', local(0.115, -0.02, -0.05), 0.4),
  }),
  hug: (m, base) => ({
    ...base,
    lean: base.lean + 0.1,
    side: wave(m.time, 3.2) * 0.02,
    left: reach('chest', local(0.17, -0.05, 0.06), 0.5),
    right: reach('chest', local(0.19, -0.12, -0.05), 0.4),
    head: headed(base, 0.12, 0, 0.2),
  }),
  'hold-hands': (_, base) => ({ ...base, left: reach('chest', local(0.02, -0.28, 0.16), 0.1) }),
}

const crafts: Partial<Record<ActionKind, Act>> = {
  read: (m, base) => ({
    ...base,
    head: headed(base, 0.3, wave(m.time, 2.4) * 0.03),
    left: reach('chest', local(0.17, -0.13, 0.07), 0.15),
    right: reach('chest', local(0.17, -0.13, -0.07), 0.15),
  }),
  type: (m, base) => ({
    ...base,
    lean: 0.1,
    head: headed(base, 0.12, wave(m.time, 3.7) * 0.03),
    left: reach(
      'root',
      local(0.27 + wave(m.time, 0.31) * 0.004, table + 0.018 + wave(m.time, 0.23) * 0.005, 0.055),
      0.3,
    ),
    right: reach(
      'root',
      local(
        0.27 + wave(m.time, 0.37, 1) * 0.004,
        table + 0.018 + wave(m.time, 0.27, 2) * 0.005,
        -0.055,
      ),
      0.3,
    ),
  }),
  write: (m, base) => ({
    ...base,
    lean: 0.17,
    head: headed(base, 0.38, -0.08),
    left: reach('root', local(0.24, table + 0.012, 0.1), 0.5),
    right: reach(
      'root',
      local(
        0.27 + wave(m.time, 0.43) * 0.004,
        table + 0.022,
        -0.03 + ((m.time % 2.4) / 2.4 - 0.5) * -0.05,
      ),
      0.3,
    ),
  }),
  drink: (m, base) => {
    const sip = now(m.time, 4.4, 0.42, 1.1)
    return {
      ...base,
      head: headed(base, 0.08 - sip * 0.18),
      right: {
        ...reach('head', local(0.17 - sip * 0.072, -0.15 + sip * 0.1, -0.055 + sip * 0.032), 0.3),
      },
      left: m.seated ? base.left : hang(0.1, 0.12, 0.35),
    }
  },
  eat: (m, base) => {
    const bite = now(m.time, 2.6, 0.25)
    return {
      ...base,
      lean: base.lean + 0.06,
      head: headed(base, 0.2 - bite * 0.1),
      right: reach('head', local(0.2 - bite * 0.1, -0.24 + bite * 0.185, -0.05 + bite * 0.03), 0.4),
      left: reach('chest', local(0.2, -0.2, 0.07), 0.3),
    }
  },
  cook: (m, base) => ({
    ...base,
    lean: base.lean + 0.08,
    head: headed(base, 0.34),
    left: reach('chest', local(0.2, -0.22, 0.11), 0.3),
    right: reach(
      'chest',
      local(0.23 + wave(m.time, 1.2) * 0.026, -0.16, -0.03 + wave(m.time, 1.2, 1.57) * 0.03),
      0.45,
    ),
  }),
  pour: (m, base) => {
    const tip = now(m.time, 4, 0.5, 0.6)
    return {
      ...base,
      lean: base.lean + 0.05,
      head: headed(base, 0.32),
      left: reach('chest', local(0.2, -0.24, 0.05), 0.3),
      right: reach('chest', local(0.2, -0.1 + tip * 0.03, -0.07 + tip * 0.03), 0.6),
    }
  },
  paint: (m, base) => ({
    ...base,
    head: headed(base, 0.02, wave(m.time, 3.4) * 0.05, 0.04),
    left: reach('chest', local(0.16, -0.16, 0.11), 0.2),
    right: reach(
      'chest',
      local(0.27, -0.02 + wave(m.time, 1.9) * 0.05, -0.06 + wave(m.time, 1.3) * 0.03),
      0.4,
    ),
  }),
  repair: (m, base) => ({
    ...base,
    lean: base.lean + 0.12,
    head: headed(base, 0.34),
    left: reach('chest', local(0.2, -0.2, 0.07), 0.4),
    right: reach('chest', local(0.22, -0.19 + Math.abs(wave(m.time, 1.1)) * 0.05, -0.03), 0.5),
  }),
  guitar: (m, base) => ({
    ...base,
    head: headed(base, 0.22, 0.12, wave(m.time, 2.1) * 0.06),
    side: base.side + wave(m.time, 2.1) * 0.02,
    left: reach('chest', local(0.12, -0.1 + wave(m.time, 2.1) * 0.008, 0.24), 0.3),
    right: reach('chest', local(0.12, -0.21 + wave(m.time, 0.52) * 0.02, -0.05), 0.7),
  }),
  piano: (m, base) => ({
    ...base,
    lean: 0.1 + wave(m.time, 2.4) * 0.05,
    head: headed(base, 0.22, 0, wave(m.time, 2.4) * 0.06),
    left: reach(
      'root',
      local(0.25, table + 0.024 + wave(m.time, 0.55) * 0.007, 0.1 + wave(m.time, 2.9) * 0.04),
      0.4,
    ),
    right: reach(
      'root',
      local(0.25, table + 0.024 + wave(m.time, 0.47, 1) * 0.007, -0.1 + wave(m.time, 2.3) * 0.05),
      0.4,
    ),
  }),
  hold: (_, base) => ({
    ...base,
    head: headed(base, 0.2),
    left: reach('chest', local(0.18, -0.13, 0.045), 0.2),
    right: reach('chest', local(0.18, -0.13, -0.045), 0.2),
  }),
  carry: (_, base) => ({
    ...base,
    lean: base.lean - 0.03,
    left: reach('chest', local(0.16, -0.2, 0.085), 0.2),
    right: reach('chest', local(0.16, -0.2, -0.085), 0.2),
  }),
}

const efforts: Partial<Record<ActionKind, Act>> = {
  walk: (m) => walkingPose(m.time, m.seed),
  run: (m) => runningPose(m.time, m.seed),
  dance: (m, base) => {
    const beat = wave(m.time, 1.05)
    const slow = wave(m.time, 2.1)
    return {
      ...base,
      pelvis: local(0, 0.5 - Math.abs(beat) * 0.014, slow * 0.035),
      turn: wave(m.time, 4.2) * 0.5,
      side: -slow * 0.12,
      twist: slow * 0.2,
      head: headed(base, -0.06, -slow * 0.2, -slow * 0.1),
      left: reach('chest', local(0.08 + slow * 0.06, 0.1 + slow * 0.12, 0.24), 0.7),
      right: reach('chest', local(0.08 - slow * 0.06, 0.02 - slow * 0.13, -0.24), 0.7),
      leftFoot: planted(0.03, 0.085, 0.04 + Math.max(0, -slow) * 0.05, Math.max(0, -slow) * 0.6),
      rightFoot: planted(-0.03, -0.085, 0.04 + Math.max(0, slow) * 0.05, Math.max(0, slow) * 0.6),
    }
  },
  jump: (m, base) => {
    const share = (m.time % 1.3) / 1.3
    const air = share > 0.35 ? Math.sin(((share - 0.35) / 0.65) * Math.PI) : 0
    const crouch = share <= 0.35 ? Math.sin((share / 0.35) * Math.PI) : 0
    return {
      ...base,
      pelvis: local(0, 0.515 - crouch * 0.07 + air * 0.14, 0),
      lean: 0.05 + crouch * 0.2,
      left: reach('chest', local(0.05, -0.2 + air * 0.42, 0.16), 0.6),
      right: reach('chest', local(0.05, -0.2 + air * 0.42, -0.16), 0.6),
      leftFoot: planted(-0.02 - air * 0.05, 0.06, 0.04 + air * 0.16, air * 0.7),
      rightFoot: planted(0.02 - air * 0.08, -0.06, 0.04 + air * 0.13, air * 0.8),
    }
  },
  ball: (m, base) => {
    const kick = now(m.time, 1.5, 0.05)
    return {
      ...base,
      pelvis: local(0, 0.505, -0.015),
      lean: 0.06 + kick * 0.05,
      head: headed(base, 0.3),
      left: hang(-0.3 + kick * 0.7, 0.4, 0.5),
      right: hang(0.3 - kick * 0.7, 0.4, 0.5),
      leftFoot: planted(0, 0.05),
      rightFoot: planted(-0.13 + kick * 0.33, -0.05, 0.07 + kick * 0.03, 0.5 - kick * 0.4),
    }
  },
  climb: (m, base) => {
    const pull = wave(m.time, 1.8)
    return {
      ...base,
      pelvis: local(0, 0.53 + Math.abs(pull) * 0.01, pull * 0.015),
      lean: 0.12,
      head: headed(base, -0.35),
      left: reach('chest', local(0.17, 0.16 + pull * 0.1, 0.11), 0.5),
      right: reach('chest', local(0.17, 0.16 - pull * 0.1, -0.11), 0.5),
      leftFoot: planted(0.13, 0.06, 0.13 - pull * 0.07, 0.2),
      rightFoot: planted(0.13, -0.06, 0.13 + pull * 0.07, 0.2),
    }
  },
  push: (m, base) => ({
    ...walkingPose(m.time * 0.7, m.seed),
    lean: 0.22,
    left: reach('chest', local(0.26, -0.1, 0.09), 0.3),
    right: reach('chest', local(0.26, -0.1, -0.09), 0.3),
    head: headed(base, 0.05),
  }),
  kneel: (m, base) => ({
    ...base,
    pelvis: local(-0.04, 0.27, 0),
    lean: 0.34,
    head: headed(base, 0.28),
    left: reach('root', local(0.24, 0.14 + wave(m.time, 1.6) * 0.014, 0.07), 0.3),
    right: reach('root', local(0.27 + wave(m.time, 1.3) * 0.02, 0.13, -0.06), 0.3),
    leftFoot: planted(0.12, 0.07),
    rightFoot: planted(-0.21, -0.06, 0.06, 1.1),
  }),
  sleep: (m, base) => ({
    ...base,
    lying: true,
    pelvis: local(0, 0.522, 0),
    lean: 0.06 + wave(m.time, 3.6) * 0.012,
    head: { pitch: 0.12, yaw: 0, tilt: 0 },
    left: reach('chest', local(0.13, -0.19, 0.03), 0.2),
    right: reach('chest', local(0.11, -0.22, -0.02), 0.1),
    leftFoot: planted(0.03, 0.05, 0.05),
    rightFoot: planted(0.0, -0.05, 0.045),
  }),
  ride: (m, base) => {
    const turn = (m.time / 0.95) * Math.PI * 2
    const pedal = (offset: number): { f: number; u: number } => ({
      f: 0.05 + Math.cos(turn + offset) * 0.08,
      u: 0.165 - Math.sin(turn + offset) * 0.08,
    })
    const [a, b] = [pedal(0), pedal(Math.PI)]
    return {
      ...base,
      pelvis: local(-0.09, 0.545, 0),
      lean: 0.42,
      side: 0,
      twist: 0,
      head: headed(base, -0.22),
      left: reach('root', local(0.27, 0.59, 0.1), 0.3),
      right: reach('root', local(0.27, 0.59, -0.1), 0.3),
      leftFoot: planted(a.f - 0.05, 0.05, a.u + 0.04, 0.2),
      rightFoot: planted(b.f - 0.05, -0.05, b.u + 0.04, 0.2),
    }
  },
  row: (m, base) => {
    const pull = wave(m.time, 2.6)
    return {
      ...base,
      pelvis: local(0, 0.2, 0),
      lean: 0.12 + pull * 0.28,
      head: headed(base, -0.05 - pull * 0.12),
      left: reach('chest', local(0.2 + pull * 0.07, -0.17, 0.08), 0.5),
      right: reach('chest', local(0.2 + pull * 0.07, -0.17, -0.08), 0.5),
      leftFoot: planted(0.34, 0.06, 0.08),
      rightFoot: planted(0.34, -0.06, 0.08),
    }
  },
}

const acts: Partial<Record<ActionKind, Act>> = { ...quiet, ...signals, ...crafts, ...efforts }

/** The body in one instant of a movement. */
export const poseOf = (action: Action, moment: Moment, moving = false): Pose => {
  const base = action.seated
    ? sittingPose(moment.time, moment.seed)
    : moving
      ? walkingPose(moment.time, moment.seed)
      : standingPose(moment.time, moment.seed)
  return acts[action.kind]?.(moment, base) ?? base
}
