import { local } from '../brush/geometry.ts'
import type { Rests } from '../things/ridden.ts'
import { type Act, headed, now, wave } from './act.ts'
import type { ActionKind } from './actions.ts'
import { climbingPose, runningPose, walkingPose } from './gait.ts'
import { kickPose } from './kicking.ts'
import { hang, type Pose, planted, reach } from './pose.ts'
import { kneeling } from './tending-poses.ts'
import { throwAct } from './throwing.ts'

/** On the side, legs nearly straight. */
const lying = (base: Pose): Pose => ({
  ...base,
  lying: true,
  pelvis: local(0, 0.522, 0),
  lean: 0.06,
  leftFoot: planted(0.03, 0.05, 0.05),
  rightFoot: planted(0.0, -0.05, 0.045),
})

/** How far up a ladder or a tree somebody has come, body heights. */
const climbedTo = (time: number): number => Math.min(mostClimbed, 0.08 + time * 0.06)

/** The highest that somebody climbs in a shot, body heights. */
export const mostClimbed = 0.4

/** Movements of the whole body: walking, climbing, riding. */
export const efforts: Partial<Record<ActionKind, Act>> = {
  walk: (m) => walkingPose(m.time, m.seed),
  run: (m) => runningPose(m.time, m.seed),
  float: (m, base) => ({
    ...base,
    turn: wave(m.time, 9) * 0.2,
    lean: 0.12 + wave(m.time, 6) * 0.05,
    side: 0.22 + wave(m.time, 7) * 0.06,
    head: headed(base, -0.12, wave(m.time, 5) * 0.1),
    left: hang(0.35 + wave(m.time, 5) * 0.1, 0.75, 0.6),
    right: hang(0.2 + wave(m.time, 4.4) * 0.12, 0.55, 0.7),
    leftFoot: planted(-0.1, 0.09, 0.12 + wave(m.time, 4) * 0.02, 0.6),
    rightFoot: planted(0.06, -0.06, 0.2 + wave(m.time, 4.6) * 0.02, 0.5),
  }),
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
    if (m.kicks) return kickPose(m.time, m.seed, base)
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
  swim: (m, base) => {
    const stroke = wave(m.time, 2.2)
    return {
      ...base,
      turn: 0,
      lean: 0.3,
      head: headed(base, -0.2),
      left: reach(
        'chest',
        local(0.12 + stroke * 0.14, 0.06 + Math.max(0, stroke) * 0.12, 0.16),
        0.7,
      ),
      right: reach(
        'chest',
        local(0.12 - stroke * 0.14, 0.06 + Math.max(0, -stroke) * 0.12, -0.16),
        0.7,
      ),
    }
  },
  surf: (m, base) => ({
    ...base,
    pelvis: local(0, 0.42 + wave(m.time, 1.7) * 0.015, 0),
    turn: -0.9,
    lean: 0.16 + wave(m.time, 2.3) * 0.04,
    side: wave(m.time, 1.9) * 0.06,
    head: headed(base, -0.05, 0.7),
    left: hang(0.5, 1.05 + wave(m.time, 1.3) * 0.12, 0.3),
    right: hang(-0.2, 1.1 - wave(m.time, 1.5) * 0.12, 0.3),
    leftFoot: planted(0.02, 0.2, 0.05),
    rightFoot: planted(-0.02, -0.2, 0.05),
  }),
  throw: throwAct,
  ascend: (m) => climbingPose(m.time, m.seed),
  climb: (m, base) => {
    const pull = wave(m.time, 1.8)
    const up = climbedTo(m.time)
    return {
      ...base,
      pelvis: local(0, 0.53 + up + Math.abs(pull) * 0.01, pull * 0.015),
      lean: 0.12,
      head: headed(base, -0.35),
      left: reach('chest', local(0.17, 0.16 + pull * 0.1, 0.11), 0.5),
      right: reach('chest', local(0.17, 0.16 - pull * 0.1, -0.11), 0.5),
      leftFoot: planted(0.13, 0.06, 0.13 + up - pull * 0.07, 0.2),
      rightFoot: planted(0.13, -0.06, 0.13 + up + pull * 0.07, 0.2),
    }
  },
  push: (m, base) => ({
    ...walkingPose(m.time * 0.7, m.seed),
    lean: 0.22,
    left: reach('chest', local(0.25, -0.18, 0.09), 0.2),
    right: reach('chest', local(0.25, -0.18, -0.09), 0.2),
    head: headed(base, 0.05),
  }),
  kneel: (m, base) => ({
    ...kneeling(base, 0.6),
    head: headed(base, 0.28),
    left: reach('root', local(0.26, 0.1 + wave(m.time, 1.6) * 0.014, 0.07), 0.3),
    right: reach('root', local(0.28 + wave(m.time, 1.3) * 0.02, 0.09, -0.06), 0.3),
  }),
  dig: (m, base) => {
    const heave = now(m.time, 2.2, 0.3) * 0.05
    return {
      ...base,
      pelvis: local(-0.09, 0.43, 0),
      lean: 0.72 - heave,
      head: headed(base, 0.05),
      left: reach('root', local(0.27, 0.32 + heave, 0.02), 0.2),
      right: reach('root', local(0.15, 0.51 + heave, -0.03), 0.5),
      leftFoot: planted(0.12, 0.07),
      rightFoot: planted(-0.14, -0.06),
    }
  },
  ski: (m, base) => ({
    ...base,
    pelvis: local(-0.05, 0.44 + wave(m.time, 1.9) * 0.02, wave(m.time, 2.7) * 0.02),
    lean: 0.42 + wave(m.time, 1.9) * 0.04,
    head: headed(base, -0.2),
    left: reach('chest', local(0.2, -0.17, 0.13), 0.3),
    right: reach('chest', local(0.2, -0.17, -0.13), 0.3),
    leftFoot: planted(0.05, 0.055),
    rightFoot: planted(0.0, -0.055),
  }),
  sleep: (m, base) => ({
    ...lying(base),
    lean: 0.06 + wave(m.time, 3.6) * 0.012,
    head: { pitch: 0.12, yaw: 0, tilt: 0 },
    left: hang(0.16, 0.06, 0.3),
    right: hang(0.1, 0.06, 0.2),
  }),
  lie: (m, base) => ({
    ...lying(base),
    lean: 0.06 + wave(m.time, 3.6) * 0.01,
    head: { pitch: 0.05, yaw: wave(m.time, 5.3) * 0.12, tilt: 0 },
    left: hang(0.16, 0.06, 0.3),
    right: hang(0.1, 0.06, 0.2),
  }),
  wake: (m, base) => {
    const stretch = 0.35 + 0.65 * now(m.time + 1.2, 5, 0.5)
    return {
      ...base,
      lean: base.lean - stretch * 0.05,
      head: headed(base, 0.05 - stretch * 0.16, 0, wave(m.time, 4) * 0.08),
      left: reach('chest', local(0.02, -0.08 + stretch * 0.28, 0.19), 0.75),
      right: reach('chest', local(0.0, -0.02 + stretch * 0.28, -0.18), 0.75),
    }
  },
  ride: (m, base) => {
    if (m.ridden.rests) return astride(base, m.ridden.rests, m.time)
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

/** Seated on a machine that goes by itself: the hands on its bars, the feet on their rests. */
const astride = (base: Pose, { hips, grips, feet }: Rests, time: number): Pose => ({
  ...base,
  pelvis: { ...hips, u: hips.u + wave(time, 0.31) * 0.002 },
  lean: 0.2,
  side: 0,
  twist: 0,
  head: headed(base, -0.08),
  left: reach('root', grips, 0.35),
  right: reach('root', { ...grips, l: -grips.l }, 0.35),
  leftFoot: planted(feet.f, feet.l, feet.u),
  rightFoot: planted(feet.f, -feet.l, feet.u),
})
