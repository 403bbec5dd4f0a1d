import { clamp, local } from '../brush/geometry.ts'
import { type Act, headed, wave } from './act.ts'
import type { ActionKind } from './actions.ts'
import { type Pose, planted, reach } from './pose.ts'

/** On both knees, sitting on the heels, the back bent forward. */
export const kneeling = (base: Pose, lean: number): Pose => ({
  ...base,
  pelvis: local(-0.1, 0.17, 0),
  lean,
  side: 0,
  leftFoot: planted(-0.14, 0.055, 0.036, 2.7),
  rightFoot: planted(-0.12, -0.05, 0.036, 2.7),
})

/** Upright, or bent to something lower than the waist. */
const bentTo = (base: Pose, high: number): Pose => {
  const lean = clamp((0.74 - high) * 1.5, 0.06, 0.75)
  return { ...base, lean, pelvis: local(-0.09 * lean, base.pelvis.u - 0.03 * lean, 0), side: 0 }
}

/** At an animal's side, turned to it; where the hands go is told by the animal. */
export const besideAnimal: Act = (m, base) => {
  const { high, low } = m.animal ?? { high: 0.7, low: false }
  const pose = m.seated
    ? base
    : low
      ? kneeling(base, clamp(0.12 + (0.44 - high) * 1.6, 0.12, 0.7))
      : bentTo(base, high)
  const way = m.toTheLeft ? 1 : -1
  const ahead = reach('chest', local(0.2, -0.16 + wave(m.time, 1.8) * 0.02, way * 0.05), 0.2)
  // The far hand rests on the thigh.
  const rests = low ? reach('root', local(0.06, 0.16, -way * 0.06), 0.2) : null
  return {
    ...pose,
    head: headed(base, clamp((0.8 - high) * 0.6, 0.04, 0.3), 0, wave(m.time, 3.6) * 0.03),
    [m.toTheLeft ? 'left' : 'right']: ahead,
    ...(rests ? { [m.toTheLeft ? 'right' : 'left']: rests } : {}),
  }
}

/** What is done to animals with the hands. */
export const care: Partial<Record<ActionKind, Act>> = { pet: besideAnimal, feed: besideAnimal }
