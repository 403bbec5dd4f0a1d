import { local } from '../brush/geometry.ts'
import { bowHand } from '../props/hand-props.ts'
import { type Act, headed, now, table, wave } from './act.ts'
import type { ActionKind } from './actions.ts'
import { blowAtHand, blowAtTable } from './breath-poses.ts'
import { chop, hew, sweep, wash, wipe } from './chore-poses.ts'
import { knit, sew } from './needle-poses.ts'
import { hang, type Pose, reach } from './pose.ts'

/** Movements of the hands: reading, cooking, playing an instrument. */
export const crafts: Partial<Record<ActionKind, Act>> = {
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
  fish: (m, base) => ({
    ...base,
    lean: base.lean + 0.02,
    head: headed(base, 0.1, wave(m.time, 3.1) * 0.04),
    left: reach('chest', local(0.24, -0.13 + wave(m.time, 5.7) * 0.006, 0.01), 0.2),
    right: reach('chest', local(0.13, -0.19 + wave(m.time, 5.7) * 0.004, -0.03), 0.35),
  }),
  kite: (m, base) => ({
    ...base,
    lean: base.lean - 0.06,
    head: headed(base, -0.3),
    ...(m.helps ? pointingUp(m.time, base) : onString(m.time)),
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
        ...reach('head', local(0.17 - sip * 0.06, -0.16 + sip * 0.085, -0.055 + sip * 0.025), 0.02),
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
      // The elbow stays low, so that the forearm comes up before the chest and not before the face.
      right: reach('head', local(0.19 - bite * 0.07, -0.23 + bite * 0.105, -0.06 + bite * 0.03), 0),
      left: reach('chest', local(0.2, -0.13, 0.07), 0.2),
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
  water: (m, base) => ({
    ...base,
    lean: base.lean + 0.06,
    head: headed(base, 0.3),
    right: reach('chest', local(0.24, -0.15 + wave(m.time, 2.4) * 0.008, -0.03), 0.25),
    left: hang(-0.1, 0.16, 0.3),
  }),
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
  violin: (m, base) => ({
    ...base,
    twist: base.twist + 0.1,
    head: { pitch: 0.16, yaw: 0.34, tilt: wave(m.time, 3.1) * 0.04 },
    side: base.side + wave(m.time, 3.1) * 0.02,
    left: reach('chest', local(0.185, 0.005, 0.185), 0.05),
    right: reach('chest', bowHand(wave(m.time, 1.7)), 0.55),
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
  knit,
  sew,
  sweep,
  chop,
  hew,
  wash,
  wipe,
  blow: blowAtHand,
  'blow-candles': blowAtTable,
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

/** Both hands on a string that goes up. */
const onString = (time: number): Pick<Pose, 'left' | 'right'> => ({
  left: reach('chest', local(0.22, 0.02 + wave(time, 1.6) * 0.02, 0.03), 0.25),
  right: reach('chest', local(0.18, -0.05 + wave(time, 1.6) * 0.02, -0.02), 0.3),
})

/** One hand up to what is in the sky. */
const pointingUp = (time: number, { left }: Pose): Pick<Pose, 'left' | 'right'> => ({
  left,
  right: reach('chest', local(0.2, 0.13 + wave(time, 2.3) * 0.02, -0.05), 0.3),
})
