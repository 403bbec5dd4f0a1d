import { local } from '../brush/geometry.ts'
import { type Act, headed, now, wave } from './act.ts'
import { reach } from './pose.ts'

/** How far the needle has been drawn out of the cloth, 0…1. */
export const stitch = (time: number): number => now(time, 2.2, 0.3)

/** Bent over two needles that click against each other. */
export const knit: Act = (m, base) => {
  const click = wave(m.time, 0.72)
  return {
    ...base,
    lean: base.lean + 0.08,
    head: headed(base, 0.34, wave(m.time, 3.9) * 0.03),
    left: reach('chest', local(0.17 + click * 0.008, -0.15 + click * 0.012, 0.055), 0.3),
    right: reach('chest', local(0.17 - click * 0.012, -0.15 - click * 0.016, -0.055), 0.35),
  }
}

/** Bent over a cloth, drawing a thread through it. */
export const sew: Act = (m, base) => {
  const drawn = stitch(m.time)
  return {
    ...base,
    lean: base.lean + 0.1,
    head: headed(base, 0.36 - drawn * 0.08),
    left: reach('chest', local(0.17, -0.16, 0.06), 0.3),
    right: reach(
      'chest',
      local(0.18 - drawn * 0.02, -0.14 + drawn * 0.15, -0.02 - drawn * 0.14),
      0.35,
    ),
  }
}
