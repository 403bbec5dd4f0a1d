import { blend, clamp, local } from '../brush/geometry.ts'
import { type Act, headed } from './act.ts'
import { planted, reach } from './pose.ts'

/** How far a throw has come. */
interface Throw {
  /** The arm is drawn back, 0…1. */
  readonly back: number
  /** The arm has come forward, 0…1. */
  readonly forth: number
  /** The body is at ease again, 0…1. */
  readonly after: number
  /** Seconds since the thing has left the hand, 0 while it is in it. */
  readonly gone: number
}

/** Seconds from one throw of many to the next. */
const period = 2.6
const leaves = 1.12

const smooth = (from: number, to: number, time: number): number => {
  const share = clamp((time - from) / (to - from))
  return share * share * (3 - 2 * share)
}

/** Where somebody is in a throw at a time of the shot; of many things one is thrown after the other. */
export const throwing = (time: number, many: boolean): Throw => {
  const at = many ? time % period : time
  return {
    back: smooth(0.15, 0.85, at),
    forth: smooth(0.95, 1.22, at),
    after: smooth(1.5, 2.2, at),
    gone: Math.max(0, at - leaves),
  }
}

/** Draws the arm back, throws with the whole body, and looks after what flies. */
export const throwAct: Act = (m, base) => {
  const { back, forth, after } = throwing(m.time, m.many)
  const drawn = back * (1 - forth)
  const swung = forth * (1 - after)
  const by = (rest: number, atBack: number, atFront: number): number =>
    blend(blend(rest, atBack, drawn), atFront, swung)
  return {
    ...base,
    pelvis: local(by(0, -0.07, 0.07), by(0.522, 0.505, 0.49), 0),
    lean: by(0.03, -0.16, 0.34),
    twist: by(0, -0.45, 0.4),
    head: headed(base, by(-0.08, 0, -0.05), by(0, 0.3, -0.2)),
    right: reach(
      'chest',
      local(by(0.12, -0.13, 0.27), by(-0.2, 0.15, 0.0), by(-0.09, -0.2, -0.02)),
      by(0.2, 0.7, 0.3),
    ),
    left: reach(
      'chest',
      local(by(0.08, 0.25, 0.02), by(-0.26, 0.05, -0.22), by(0.1, 0.08, 0.14)),
      0.3,
    ),
    leftFoot: planted(by(0.03, 0.13, 0.2), 0.055, by(0.04, 0.075, 0.04), by(0, -0.2, 0)),
    rightFoot: planted(by(-0.05, -0.13, -0.15), -0.055, by(0.04, 0.04, 0.065), by(0, 0, 0.6)),
  }
}
