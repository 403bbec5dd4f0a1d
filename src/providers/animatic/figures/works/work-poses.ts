import { local } from '../brush/geometry.ts'
import { headed, type Moment, now, wave } from '../poses/act.ts'
import { type ArmPose, type Pose, planted, reach } from '../poses/pose.ts'
import type { WorkName } from './work-words.ts'

/** Where the hands of one at work are. */
export interface WorkMoment extends Moment {
  /** Height of the top that is worked at, heights of the body. */
  readonly high: number
  /** 1 when what is worked at stands to the body's left, −1 to its right: beside who stands half turned. */
  readonly side: 1 | -1
}

type Hands = (moment: WorkMoment, base: Pose) => Partial<Pose>

/** How far before the body hands are that are on a table, body heights. */
export const handsAhead = 0.27

const onTop = (m: WorkMoment, f: number, up: number, l: number): ArmPose =>
  reach('root', local(f, m.high + up, l), 0.35)

const bent = (base: Pose, lean: number, pitch: number): Partial<Pose> => ({
  lean: base.lean + lean,
  head: headed(base, pitch),
})

/** Both hands at what lies before them, one of them moving a little. */
const atWork =
  (up: number, apart: number): Hands =>
  (m, base) => ({
    ...bent(base, 0.1, 0.34),
    left: onTop(m, handsAhead, up, apart),
    right: onTop(
      m,
      handsAhead + wave(m.time, 1.3) * 0.008,
      up + 0.015 + wave(m.time, 0.9) * 0.008,
      -apart,
    ),
  })

const hands: Readonly<Record<WorkName, Hands>> = {
  chess: (m, base) => {
    const move = now(m.time, 5, 0.35, (m.seed % 5) * 1.7)
    return {
      ...bent(base, 0.04, 0.26),
      left: reach('root', local(0.2, m.high + 0.03, 0.12), 0.5),
      right: onTop(m, 0.2 + move * 0.1, 0.04 + Math.sin(move * Math.PI) * 0.05, -0.1 + move * 0.06),
    }
  },
  cards: (m, base) => ({
    ...bent(base, 0, 0.2),
    left: onTop(m, 0.22, 0.09, 0.07),
    right: onTop(m, 0.24 + now(m.time, 4, 0.3, m.seed) * 0.08, 0.05, -0.06),
  }),
  dough: (m, base) => {
    const push = wave(m.time, 1.5)
    return {
      ...bent(base, 0.16 + push * 0.03, 0.3),
      left: onTop(m, handsAhead + push * 0.03, 0.045 - push * 0.012, 0.06),
      right: onTop(m, handsAhead + push * 0.03, 0.045 - push * 0.012, -0.05),
    }
  },
  oven: (m, base) => {
    const out = now(m.time, 6, 0.5, 1) * 0.09
    return {
      ...bent(base, 0.06, 0.22),
      left: onTop(m, m.side > 0 ? 0.27 - out : 0.15 - out, 0.06, m.side > 0 ? 0.05 : 0.12),
      right: onTop(m, m.side > 0 ? 0.15 - out : 0.27 - out, 0.06, m.side > 0 ? -0.12 : -0.05),
    }
  },
  cake: (m, base) => ({
    ...bent(base, 0.08, 0.32),
    left: onTop(m, 0.23, 0.03, 0.15),
    right: onTop(
      m,
      handsAhead,
      0.185 + wave(m.time, 2.2) * 0.006,
      -0.05 + wave(m.time, 3.1) * 0.04,
    ),
  }),
  wheel: (m, base) => ({
    ...bent(base, 0.12, 0.36),
    left: onTop(m, 0.28, 0.075 + wave(m.time, 2.6) * 0.012, 0.085),
    right: onTop(m, 0.28, 0.075 + wave(m.time, 2.6) * 0.012, -0.085),
  }),
  carving: (m, base) => ({
    ...bent(base, 0.1, 0.34),
    left: onTop(m, handsAhead, 0.05, 0.07),
    right: onTop(m, handsAhead, 0.1 + wave(m.time, 1.1) * 0.022, -0.055),
  }),
  board: (m, base) => {
    const along = wave(m.time, 1.4) * 0.07 - m.side * 0.04
    return {
      ...bent(base, 0.14, 0.32),
      side: base.side - along * 0.6,
      left: onTop(m, handsAhead, 0.07, along + 0.055),
      right: onTop(m, handsAhead, 0.085, along - 0.05),
    }
  },
  stone: (m, base) => {
    const blow = Math.max(0, wave(m.time, 1.1)) * 0.06
    return {
      ...bent(base, 0.04, 0.08),
      left: onTop(m, 0.27, 0.17, m.side > 0 ? 0.1 : 0.03),
      right: onTop(m, 0.2 - blow, 0.21 + blow, m.side > 0 ? 0.0 : -0.1),
    }
  },
  coffee: (m, base) => ({
    ...bent(base, 0.06, 0.32),
    left: onTop(m, 0.24, 0.03, 0.11),
    right: onTop(m, handsAhead, 0.2 + wave(m.time, 3.3) * 0.008, -0.1),
  }),
  pan: (m, base) => ({
    ...bent(base, 0.08, 0.34),
    left: onTop(m, 0.24, 0.05, 0.16),
    right: onTop(
      m,
      handsAhead,
      0.14 + wave(m.time, 1.6) * 0.015,
      -0.05 + wave(m.time, 1.6, 1.6) * 0.025,
    ),
  }),
  pot: (m, base) => ({
    ...bent(base, 0.07, 0.32),
    left: onTop(m, 0.24, 0.1, 0.11),
    right: onTop(
      m,
      handsAhead,
      0.23 + wave(m.time, 1.8) * 0.006,
      -0.02 + wave(m.time, 1.8, 1.6) * 0.03,
    ),
  }),
  bowl: (m, base) => ({
    ...bent(base, 0.08, 0.34),
    left: onTop(m, 0.25, 0.06, 0.09),
    right: onTop(m, handsAhead, 0.17, -0.02 + wave(m.time, 0.9) * 0.025),
  }),
  mending: atWork(0.07, 0.065),
  sandcastle: (m, base) => {
    const pat = now(m.time, 1.8, 0.2, (m.seed % 5) * 0.6) * 0.05
    return {
      pelvis: local(-0.06, 0.2, 0),
      lean: 0.36 + pat * 0.4,
      head: headed(base, 0.24),
      left: onTop(m, 0.29, 0.02 + (m.side > 0 ? pat : 0), 0.1),
      right: onTop(m, 0.29, 0.02 + (m.side > 0 ? 0 : pat), -0.1),
      leftFoot: planted(-0.24, 0.07, 0.05, 1.3),
      rightFoot: planted(-0.26, -0.06, 0.05, 1.3),
    }
  },
  snowman: (m, base) => {
    const pat = now(m.time, 1.6, 0.2, (m.seed % 5) * 0.7) * 0.05
    return {
      ...bent(base, 0.18, 0.1),
      left: onTop(m, 0.34, 0.12 + (m.side > 0 ? pat : 0), 0.05),
      right: onTop(m, 0.35, 0.02 + (m.side > 0 ? 0 : pat), -0.05),
    }
  },
}

/** The body of one at work. */
export const workPose = (name: WorkName, moment: WorkMoment, base: Pose): Pose => ({
  ...base,
  ...hands[name](moment, base),
})
