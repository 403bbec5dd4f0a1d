import { clamp, local } from '../brush/geometry.ts'
import { type Act, headed, wave } from './act.ts'
import { hang, reach } from './pose.ts'

/** Seconds into a shot at which the breath comes out. */
export const blownAt = 1.5

/** How far the breath is drawn, then let out, −1…1: in before, out at `blownAt`. */
const breath = (time: number): number => {
  const out = clamp((time - blownAt + 0.3) / 0.4)
  const back = clamp((time - blownAt - 1.3) / 0.8)
  return out * out * (3 - 2 * out) * (1 - back) - clamp(time / 1.1) * (1 - out) * 0.6
}

/** Bends to candles, with a full breath first. */
export const blowAtTable: Act = (m, base) => {
  const out = breath(m.time)
  return {
    ...base,
    pelvis: local(-0.07 - out * 0.01, base.pelvis.u - 0.01, 0),
    lean: 0.3 + out * 0.16,
    head: headed(base, 0.12 + out * 0.08),
    left: m.seated ? base.left : hang(0.15, 0.2, 0.3),
    right: m.seated ? base.right : hang(0.1, 0.2, 0.3),
  }
}

/** Blows at what is held before the lips. */
export const blowAtHand: Act = (m, base) => {
  const out = breath(m.time)
  return {
    ...base,
    lean: base.lean + out * 0.06,
    head: headed(base, 0.02 + out * 0.05),
    right: reach('head', local(0.15, -0.12 + wave(m.time, 3.1) * 0.004, -0.03), 0.1),
    left: m.seated ? base.left : hang(0.1, 0.12, 0.35),
  }
}
