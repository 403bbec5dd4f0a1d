import { clamp, local } from '../brush/geometry.ts'
import { type Act, headed, now, wave } from './act.ts'
import type { ActionKind } from './actions.ts'
import { hang, type Pose, planted, reach } from './pose.ts'
import { besideAnimal } from './tending-poses.ts'

/** Bends down on one knee to somebody much smaller, and stands on the toes for somebody taller. */
const toTheHeightOf = (
  base: Pose,
  rise: number,
): { readonly pose: Pose; readonly left: number } => {
  if (rise < -0.17)
    return {
      left: rise + 0.24,
      pose: {
        ...base,
        pelvis: local(-0.02, 0.275, 0),
        leftFoot: planted(0.14, 0.07),
        rightFoot: planted(-0.2, -0.06, 0.06, 1.1),
      },
    }
  const lift = clamp(rise, 0, 0.03)
  return {
    left: rise - lift,
    pose: {
      ...base,
      pelvis: { ...base.pelvis, u: base.pelvis.u + lift },
      leftFoot: planted(0.01, 0.05, 0.04 + lift, lift * 9),
      rightFoot: planted(-0.02, -0.05, 0.04 + lift, lift * 9),
    },
  }
}

/** Arms round somebody before one: hands on the back, below the shoulders, so that no arm crosses a face. */
const holding = (apart: number, rise: number): Pick<Pose, 'left' | 'right'> => ({
  left: reach('chest', local(apart - 0.01, clamp(rise - 0.07, -0.2, 0.02), 0.085), 0.25),
  right: reach('chest', local(apart - 0.01, clamp(rise - 0.13, -0.22, 0), -0.085), 0.2),
})

const embrace: Act = (m, base) => {
  const { apart, rise } = m.partner ?? { apart: 0.22, rise: 0 }
  const { pose, left } = toTheHeightOf(base, rise)
  return {
    ...pose,
    lean: base.lean + 0.11,
    side: wave(m.time, 3.2) * 0.02,
    head: headed(base, 0.1 - clamp(left, -0.2, 0.2), 0, 0.16),
    ...holding(apart, left),
  }
}

/** Arms folded round oneself, where there is nobody else to hold. */
const hugsOneself: Act = (m, base) => ({
  ...base,
  head: headed(base, 0.16, 0, 0.1 + wave(m.time, 3.2) * 0.03),
  side: wave(m.time, 3.2) * 0.02,
  left: reach('chest', local(0.11, -0.095, -0.04), 0.3),
  right: reach('chest', local(0.095, -0.045, 0.05), 0.35),
})

const kiss: Act = (m, base) => {
  const { apart, rise, side } = m.partner ?? { apart: 0.19, rise: 0, side: 1 }
  const { pose, left } = toTheHeightOf(base, rise)
  return {
    ...pose,
    lean: base.lean * 0.3 + 0.1 + wave(m.time, 2.9) * 0.006,
    side: 0,
    // Heads nod a little differently, so that the noses pass each other.
    head: { pitch: side * 0.07 - clamp(left, -0.18, 0.18), yaw: 0, tilt: 0 },
    ...holding(apart, left),
  }
}

/** Held up under the arms: the legs hang, the hands are on the other's shoulders. */
const lifted: Act = (m, base) => ({
  ...base,
  lean: 0.12,
  head: headed(base, 0.12, 0, wave(m.time, 1.7) * 0.06),
  left: reach('chest', local(0.18, -0.07, 0.11), 0.4),
  right: reach('chest', local(0.18, -0.07, -0.11), 0.4),
  leftFoot: planted(-0.07, 0.06, 0.06 + wave(m.time, 1.1) * 0.02, 0.7),
  rightFoot: planted(-0.02, -0.05, 0.08 - wave(m.time, 1.1) * 0.02, 0.7),
})

const waltz: Act = (m, base) => {
  const { apart, rise, side } = m.partner ?? { apart: 0.3, rise: 0, side: 1 }
  const sway = wave(m.time, 2.1)
  const clasped = reach('chest', local(apart / 2, -0.05 + rise * 0.5, side * 0.17), 0.4)
  const embracing = reach('chest', local(apart * 0.86, -0.09 + rise * 0.6, side * -0.07), 0.3)
  const step = (way: number): number => Math.max(0, wave(m.time, 2.1) * way) * 0.03
  return {
    ...base,
    pelvis: local(-side * sway * 0.05, 0.508 - Math.abs(sway) * 0.008, 0),
    lean: 0.04,
    side: -side * 0.03,
    head: {
      pitch: 0.04 - clamp(rise, -0.1, 0.1),
      yaw: side * 0.12,
      tilt: wave(m.time, 4.2) * 0.06,
    },
    left: side > 0 ? clasped : embracing,
    right: side > 0 ? embracing : clasped,
    leftFoot: planted(0.03 - side * sway * 0.03, 0.05, 0.04 + step(1), step(1) * 9),
    rightFoot: planted(-0.03 - side * sway * 0.03, -0.05, 0.04 + step(-1), step(-1) * 9),
  }
}

const alone: Act = (m, base) => {
  const beat = wave(m.time, 1.05)
  const slow = wave(m.time, 2.1)
  return {
    ...base,
    pelvis: local(0, 0.5 - Math.abs(beat) * 0.014, slow * 0.035),
    turn: wave(m.time, 4.2) * 0.5,
    side: -slow * 0.12,
    twist: slow * 0.2,
    head: headed(base, -0.06, -slow * 0.2, -slow * 0.1),
    left: reach('chest', local(0.08 + slow * 0.06, 0.06 + slow * 0.14, 0.23), 0.7),
    right: reach('chest', local(0.08 - slow * 0.06, 0.0 - slow * 0.14, -0.23), 0.7),
    leftFoot: planted(0.03, 0.085, 0.04 + Math.max(0, -slow) * 0.05, Math.max(0, -slow) * 0.6),
    rightFoot: planted(-0.03, -0.085, 0.04 + Math.max(0, slow) * 0.05, Math.max(0, slow) * 0.6),
  }
}

/** Movements of two towards each other: embracing, kissing, dancing, quarrelling. */
export const pairs: Partial<Record<ActionKind, Act>> = {
  hug: (m, base) => (m.partner ? embrace : m.animal ? besideAnimal : hugsOneself)(m, base),
  kiss,
  lifted,
  dance: (m, base) => (m.partner ? waltz : alone)(m, base),
  'hold-hands': (m, base) => {
    const { apart, rise, side } = m.partner ?? { apart: 0.3, rise: 0, side: 1 }
    // Turned half to the viewer, the hands next to each other meet between the two.
    const inner = reach('chest', local(0.03, -0.27 + rise * 0.5, -side * apart * 0.5), 0.1)
    return { ...base, left: side < 0 ? inner : base.left, right: side < 0 ? base.right : inner }
  },
  'shake-hands': (m, base) => {
    const { apart, rise } = m.partner ?? { apart: 0.4, rise: 0 }
    const shake = m.partner ? wave(m.time, 0.5) * 0.012 * now(m.time, 3, 0.6) : 0
    return {
      ...base,
      lean: base.lean + 0.05,
      // Each with the right hand, to the middle between the two.
      right: reach('chest', local(apart / 2 - 0.01, -0.13 + rise * 0.5 + shake, 0), 0.1),
    }
  },
  quarrel: (m, base) => {
    const beat = now(m.time, 1.7, 0.2, m.seed * 0.37)
    return {
      ...base,
      lean: base.lean + 0.16 + beat * 0.1,
      head: headed(base, -0.08 - beat * 0.08, 0, wave(m.time, 2.3) * 0.05),
      left: m.partner
        ? reach('chest', local(0.13, -0.16 + (1 - beat) * 0.05, 0.16), 0.5)
        : hang(-0.25, 0.5, 1.5),
      right: reach('chest', local(0.19 + beat * 0.06, -0.12 + beat * 0.06, -0.09), 0.4),
    }
  },
}
