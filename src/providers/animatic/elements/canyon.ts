import { type Atmosphere, hazeShare } from '../drawing/atmosphere.ts'
import { alongStops, rgb } from '../drawing/colour.ts'
import { fractal, noiseFrom, ridged } from '../drawing/noise.ts'
import { band, clamp, shade, smoothstep } from '../drawing/raster.ts'
import type { StageLayer } from '../stage-types.ts'

/** Walls of a canyon on both sides of an opening. */
export interface CanyonWallPlan {
  readonly air: Atmosphere
  readonly depth: number
  /** Height of the walls at the frame's sides and their foot, 0…1 of the frame's height. */
  readonly top: number
  readonly foot: number
  /** Middle of the opening, 0…1 of the frame's width, and half its width in frame heights. */
  readonly gap: readonly [x: number, half: number]
  readonly distance: number
  readonly seed: number
}

const strata = ['#b8643c', '#c97c4c', '#a4522f', '#d99a68', '#b2603a', '#e0b088', '#9a4a2c'].map(
  rgb,
)

/** Steps of layered rock, sheer between ledges, that open to the light. */
export const canyonWallLayer = (plan: CanyonWallPlan): StageLayer => ({
  depth: plan.depth,
  still: true,
  paint: (context, _time, width, height) => {
    const { air } = plan
    const lie = fractal(noiseFrom(plan.seed), 4)
    const columns = ridged(noiseFrom(plan.seed + 1), 4)
    const middle = (plan.gap[0] * width) / height
    const side = air.luminary.x < 0.5 ? -1 : 1
    const mist = hazeShare(air, plan.distance)
    const rise = plan.foot - plan.top
    // Upright pictures are narrow: walls stand in them all the same.
    const half = Math.min(plan.gap[1], (width / height) * plan.gap[1] * 0.56)
    const tall = (u: number): number => {
      const off = Math.abs(u - middle) - half + lie(u * 3.1, 1.5) * 0.1
      const steps = smoothstep(0, 0.1, off) * 0.4 + smoothstep(0.14, 0.2, off) * 0.3
      return (
        rise *
        (steps +
          smoothstep(0.3, 0.42, off) * 0.3 +
          lie(u * 7, 3.3) * 0.02 * smoothstep(0, 0.1, off))
      )
    }
    // Walls reach below their foot, which the ground before them hides in every framing.
    const box = band(width, (plan.top - 0.06) * height, (plan.foot + 0.3) * height)
    shade(context, box, 1, (x, y, out) => {
      const [u, v] = [x / height, y / height]
      const up = plan.foot - v
      const inside = (tall(u) - up) * height
      if (inside < -0.6 || tall(u) < 0.004) {
        out[3] = 0
        return
      }
      out[3] = clamp(inside + 0.6)
      const bend = lie(u * 1.4, v * 2) * 0.06
      const layer = (up / rise + bend) * 2.6
      const base = alongStops(strata, layer - Math.floor(layer))
      const face = columns(u * 5 + bend * 3, v * 0.9)
      const turn = (face - columns(u * 5 + bend * 3 + side * 0.06, v * 0.9)) * 2.6
      const wall = u < middle ? 1 : -1
      const ledge = Math.exp(-inside / (height * 0.012)) * 0.3
      const light = clamp((wall === side ? 0.3 : 0.62) + turn * 0.45 + ledge)
      const deep = (0.68 + face * 0.4) * (1 - 0.3 * smoothstep(rise * 0.4, 0, up))
      for (let part = 0; part < 3; part += 1) {
        const lamp = (air.ambient[part] as number) * 0.6 + (air.key[part] as number) * light * 0.85
        const value = (((base[part] as number) * lamp) / 255) * deep
        out[part] = value + ((air.haze[part] as number) - value) * mist
      }
    })
  },
})
