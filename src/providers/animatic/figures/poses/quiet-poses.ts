import { clamp, type Local, local, plus } from '../brush/geometry.ts'
import { type Act, headed, now, wave } from './act.ts'
import type { ActionKind } from './actions.ts'
import { hang, reach } from './pose.ts'

/** Where a hand is of one who looks about, from the middle of the head: over the eyes, or in a room at the chin. */
const shading = (indoors: boolean): Local =>
  indoors ? local(0.07, -0.13, -0.015) : local(0.085, 0.032, -0.035)

/** Movements of one who does little: gazing, thinking, laughing, crying, talking. */
export const quiet: Partial<Record<ActionKind, Act>> = {
  gaze: (_, base) => ({ ...base, head: headed(base, -0.12) }),
  search: (m, base) => {
    const bent = m.seated ? 0 : now(m.time, 5.2, 0.3, 4.4)
    const round = wave(m.time, 2.6)
    const [hand, knee] = [shading(m.indoors), 0.11]
    return {
      ...base,
      pelvis: local(-0.06 * bent, base.pelvis.u - 0.04 * bent, 0),
      lean: base.lean + 0.05 + bent * 0.55,
      turn: base.turn + round * 0.28,
      head: { pitch: -0.02 + bent * 0.12, yaw: round * (0.5 - bent * 0.15), tilt: round * 0.05 },
      right:
        bent > 0.5
          ? reach('chest', local(0.19, -0.27, -0.06), 0.3)
          : reach('head', plus(hand, local(0.04, -0.3, -0.04), bent), 0.35),
      left: m.seated
        ? base.left
        : reach('root', local(0.02 + bent * knee, 0.47 - bent * 0.04, 0.13 - bent * 0.04), 0.3),
    }
  },
  smile: (_, base) => base,
  think: (m, base) => ({
    ...base,
    head: headed(base, 0.1, 0.1, 0.06),
    right: reach('head', local(0.07, -0.14, -0.012 + wave(m.time, 3) * 0.003), 0),
    left: reach('chest', local(0.11, -0.14, -0.05), 0.2),
  }),
  cry: (m, base) => ({
    ...base,
    lean: base.lean + 0.1 + wave(m.time, 0.8) * 0.012,
    head: headed(base, 0.3 + wave(m.time, 0.8) * 0.02, 0, 0.06),
    // One hand wipes the cheek: the tears and the face stay in sight.
    right: reach('head', local(0.066, -0.075 + now(m.time, 2.6, 0.4) * 0.03, -0.05), 0.02),
    left: m.seated || m.abed ? base.left : reach('chest', local(0.1, -0.16, -0.03), 0.15),
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

/** Seconds into a shot at which a hand lets go. */
export const letGo = 0.9

const smooth = (share: number): number => {
  const clamped = clamp(share)
  return clamped * clamped * (3 - 2 * clamped)
}

/** Movements made for others to see: waving, pointing, cheering, shouting. */
export const signals: Partial<Record<ActionKind, Act>> = {
  wave: (m, base) => ({
    ...base,
    // The forearm stands upright beside the head: leant inwards, the hand would be on it.
    right: reach('chest', local(0.06, 0.15, -0.235 + wave(m.time, 0.62) * 0.045), 0.45),
    side: base.side + 0.03,
    head: headed(base, -0.04, 0, 0.05),
  }),
  point: (m, base) => ({
    ...base,
    right: reach('chest', local(0.3, 0.02 + wave(m.time, 3.1) * 0.012, -0.1), 0.2),
    twist: 0.12,
    head: headed(base, -0.06),
  }),
  release: (m, base) => {
    const up = smooth(m.time / letGo)
    const after = smooth(m.time - letGo)
    return {
      ...base,
      head: headed(base, 0.06 - up * 0.14 - after * 0.2),
      right: reach(
        'chest',
        local(0.22 + after * 0.03, -0.11 + up * 0.2 + after * 0.03, -0.09),
        0.25,
      ),
      left: m.seated
        ? base.left
        : reach('chest', local(0.16 - after * 0.04, -0.16 + up * 0.06 - after * 0.08, 0.08), 0.2),
    }
  },
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
    right: reach('chest', local(0.17, -0.08 + wave(m.time, 2.9, 1) * 0.03, -0.1), 0.2),
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
    left: reach('head', local(0.14, -0.045, 0.05), 0),
    right: reach('head', local(0.14, -0.045, -0.05), 0),
  }),
  shout: (m, base) => {
    const push = wave(m.time, 1.3) * 0.02
    return {
      ...base,
      lean: base.lean + 0.2 + push,
      head: headed(base, -0.24 - push, 0, 0),
      // The hand beside the mouth, not before it.
      right: reach('head', local(0.05, -0.085, -0.085), 0.05),
      left: m.seated ? base.left : hang(-0.35, 0.25, 0.5),
    }
  },
  apologise: (m, base) => ({
    ...base,
    lean: base.lean + 0.16 + wave(m.time, 3.1) * 0.02,
    head: headed(base, 0.42 + wave(m.time, 3.1) * 0.05),
    right: reach('chest', local(0.085, -0.07, 0.02), 0.25),
    left: m.seated ? base.left : hang(0.05, 0.1, 0.2),
  }),
  knock: (m, base) => {
    const rap = Math.max(0, wave(m.time, 0.36)) * now(m.time, 2.4, 0.5)
    return {
      ...base,
      lean: base.lean + 0.05,
      head: headed(base, -0.02),
      right: reach('chest', local(0.2 + rap * 0.035, 0.03, -0.05), 0.3),
    }
  },
}
