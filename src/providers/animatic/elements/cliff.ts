import { type Atmosphere, hazeShare } from '../drawing/atmosphere.ts'
import { mix, rgb } from '../drawing/colour.ts'
import { fractal, noiseFrom, ridged } from '../drawing/noise.ts'
import { band, clamp, shade, smoothstep } from '../drawing/raster.ts'
import type { StageLayer } from '../stage-types.ts'

/** A wall of rock with a notch that water falls through. */
export interface CliffPlan {
  readonly air: Atmosphere
  readonly depth: number
  /** Height of its upper edge and foot, 0…1 of the frame's height. */
  readonly top: number
  readonly foot: number
  /** Middle of the notch, 0…1 of the width. */
  readonly notch: number
  readonly distance: number
  readonly seed: number
}

/** Upper edge of the cliff, 0…1 of the frame's height, at `x` 0…1 of the width. */
export const cliffTop = (plan: CliffPlan): ((x: number, aspect: number) => number) => {
  const edge = fractal(noiseFrom(plan.seed), 4)
  return (x, aspect) => {
    const off = (x - plan.notch) * aspect
    const rise = 0.16 * smoothstep(0.02, 0.75, Math.abs(off))
    const dip = 0.05 * Math.exp(-((off / 0.1) ** 2))
    return plan.top - rise + dip + edge(x * aspect * 2.1, 0.5) * 0.07
  }
}

/** Rock in upright columns and level ledges, moss on the ledges, dark and wet beside the water. */
export const cliffLayer = (plan: CliffPlan): StageLayer => ({
  depth: plan.depth,
  still: true,
  paint: (context, _time, width, height) => {
    const { air } = plan
    const top = cliffTop(plan)
    const columns = ridged(noiseFrom(plan.seed + 1), 4)
    const ledges = fractal(noiseFrom(plan.seed + 2), 4)
    const [aspect, side] = [width / height, air.luminary.x < 0.5 ? -1 : 1]
    const [rock, moss] = [rgb('#8a8377'), rgb('#5f7a42')]
    const mist = hazeShare(air, plan.distance)
    const box = band(width, (plan.top - 0.3) * height, plan.foot * height + 2)
    shade(context, box, 1, (x, y, out) => {
      const inside = y - top(x / width, aspect) * height
      if (inside < -0.6) {
        out[3] = 0
        return
      }
      out[3] = clamp(inside + 0.6)
      const [u, v] = [x / height, y / height]
      const bend = ledges(u * 1.6, v * 2.2) * 0.16
      const face = columns(u * 3.4 + bend, v * 0.75 + bend)
      const turn = (face - columns(u * 3.4 + bend + side * 0.05, v * 0.75 + bend - 0.02)) * 3.4
      const step = ledges(u * 1.3 + 3, v * 9 + bend * 4)
      const shelf = smoothstep(0.12, 0.5, step)
      const green = clamp(
        smoothstep(0.05, 0.45, ledges(u * 3 + 8, v * 3)) * 0.5 +
          shelf * 0.7 +
          smoothstep(26, 0, inside / (height / 360)) * 0.8,
      )
      const wet = Math.exp(-(((u - plan.notch * aspect) / 0.13) ** 2))
      const surface = mix(rock, moss, green * (1 - wet * 0.5))
      const light = clamp(0.34 + turn * 0.5 + (shelf - 0.3) * 0.3) * (1 - wet * 0.35)
      const deep = (0.66 + face * 0.45) * (1 - 0.35 * smoothstep(plan.foot - 0.16, plan.foot, v))
      for (let part = 0; part < 3; part += 1) {
        const lamp = (air.ambient[part] as number) * 0.62 + (air.key[part] as number) * light * 0.85
        const value = (((surface[part] as number) * lamp) / 255) * deep
        out[part] = value + ((air.haze[part] as number) - value) * mist
      }
    })
  },
})
