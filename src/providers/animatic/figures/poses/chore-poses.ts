import { clamp, local } from '../brush/geometry.ts'
import { type Act, counterHigh, headed, wave } from './act.ts'
import { planted, reach } from './pose.ts'

/** Long strokes over the floor with both hands on the handle. */
export const sweep: Act = (m, base) => {
  const stroke = wave(m.time, 1.7)
  return {
    ...base,
    lean: 0.22 + stroke * 0.05,
    turn: stroke * 0.16,
    twist: stroke * 0.1,
    head: headed(base, 0.3),
    left: reach('root', local(0.25 + stroke * 0.06, 0.5, 0.03 + stroke * 0.05), 0.25),
    right: reach('root', local(0.15 + stroke * 0.02, 0.68, -0.04), 0.5),
    leftFoot: planted(0.1, 0.06),
    rightFoot: planted(-0.08, -0.06),
  }
}

/** A knife up and down on a board, the other hand on what is cut. */
export const chop: Act = (m, base) => {
  const cut = Math.abs(wave(m.time, 0.9))
  return {
    ...base,
    lean: 0.2,
    head: headed(base, 0.34),
    left: reach('root', local(0.26, counterHigh + 0.05, 0.09 - (m.time % 3) * 0.008), 0.5),
    right: reach('root', local(0.24, counterHigh + 0.055 + cut * 0.07, -0.06), 0.5),
  }
}

/** Both hands in the suds. */
export const wash: Act = (m, base) => ({
  ...base,
  lean: 0.2,
  head: headed(base, 0.34),
  left: reach('root', local(0.28, counterHigh + 0.12, 0.06 + wave(m.time, 1.1) * 0.012), 0.45),
  right: reach(
    'root',
    local(
      0.28 + wave(m.time, 0.8) * 0.03,
      counterHigh + 0.125 + wave(m.time, 0.8, 1.5) * 0.012,
      -0.05 + wave(m.time, 0.8, 1.5) * 0.03,
    ),
    0.45,
  ),
})

/** Round strokes with a cloth. */
export const wipe: Act = (m, base) => ({
  ...base,
  lean: 0.24 + wave(m.time, 1.2) * 0.02,
  head: headed(base, 0.3, wave(m.time, 1.2, 1.5) * 0.08),
  left: reach('root', local(0.2, counterHigh + 0.03, 0.18), 0.4),
  right: reach(
    'root',
    local(
      0.3 + wave(m.time, 1.2) * 0.06,
      counterHigh + 0.03,
      -0.07 + wave(m.time, 1.2, 1.5) * 0.11,
    ),
    0.4,
  ),
})

/** Seconds from one blow of an axe to the next, and the share of them in which it is raised. */
const blow = 2.1
const raising = 0.62

/** How high the axe is, 0 on the log … 1 over the head, and the seconds since it struck. */
export const heaved = (time: number): { readonly up: number; readonly since: number } => {
  const share = (time % blow) / blow
  const rise = clamp(share / raising)
  const fall = clamp((share - 0.7) / 0.1)
  const up = rise * rise * (3 - 2 * rise) * (1 - fall * fall)
  const struck = share > 0.8 ? share - 0.8 : share + 0.2
  return { up, since: time < blow * 0.8 ? Number.POSITIVE_INFINITY : struck * blow }
}

/** Raises an axe over the head and brings it down. */
export const hew: Act = (m, base) => {
  const { up } = heaved(m.time)
  const [f, u] = [0.34 - up * 0.27, 0.42 + up * 0.66]
  return {
    ...base,
    pelvis: local(-0.05 + up * 0.04, 0.47 + up * 0.045, 0),
    lean: 0.5 - up * 0.6,
    head: headed(base, 0.22 - up * 0.1),
    left: reach('root', local(f, u, 0.035), 0.4),
    right: reach('root', local(f - 0.03, u + 0.02, -0.035), 0.4),
    leftFoot: planted(0.08, 0.09),
    rightFoot: planted(-0.08, -0.09),
  }
}
