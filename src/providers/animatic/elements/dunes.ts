import { type Atmosphere, hazeShare } from '../drawing/atmosphere.ts'
import { mix, type Rgb } from '../drawing/colour.ts'
import { fractal, noiseFrom } from '../drawing/noise.ts'
import { band, clamp, margin, shade, smoothstep } from '../drawing/raster.ts'
import type { StageLayer } from '../stage-types.ts'

/** A dune with a sharp crest. */
export interface DunePlan {
  readonly air: Atmosphere
  readonly depth: number
  readonly foot: number
  readonly rise: number
  /** Dunes across one frame height of width. */
  readonly waves: number
  readonly surface: Rgb
  readonly distance: number
  readonly seed: number
}

/** Dunes: a lit windward face with ripples, a soft shaded slip face below each crest. */
export const duneLayer = (plan: DunePlan): StageLayer => ({
  depth: plan.depth,
  still: true,
  paint: (context, _time, width, height) => {
    const { air } = plan
    const swell = noiseFrom(plan.seed)
    const soft = fractal(noiseFrom(plan.seed + 1), 3)
    const side = air.luminary.x < 0.5 ? -1 : 1
    const crest = (x: number): number => {
      const u = x * plan.waves + plan.seed * 0.37
      const cell = Math.floor(u)
      const share = u - cell
      const peak = 0.62 + swell(cell * 1.7, 4.2) * 0.22
      const tall = 0.55 + swell(cell * 2.3, 8.8) * 0.5
      const next = 0.55 + swell((cell + 1) * 2.3, 8.8) * 0.5
      const rise =
        share < peak
          ? smoothstep(0, 1, share / peak) ** 1.25
          : smoothstep(1, 0, (share - peak) / (1 - peak)) ** 0.8
      return plan.rise * (rise * (tall * (1 - share) + next * share) + 0.06 * swell(x * 2, 1.3))
    }
    const base = hazeShare(air, plan.distance)
    const top = (plan.foot - plan.rise * 1.35) * height
    shade(
      context,
      band(width, top, height * Math.min(1 + margin, plan.foot + 0.35)),
      1,
      (x, y, out) => {
        const u = x / height
        const line = (plan.foot - crest(u)) * height
        const edge = y - line
        if (edge < -0.6) {
          out[3] = 0
          return
        }
        out[3] = clamp(edge + 0.6)
        const down = edge / height
        const bend = soft(u * 2.2, (y / height) * 3) * 0.05
        const ahead = u + side * -(0.02 + down * 0.55) + bend
        const slope = (crest(ahead + 0.012) - crest(ahead - 0.012)) / 0.024
        const facing = clamp(0.5 - slope * side * 0.95, 0, 1)
        const wavelet = Math.sin((y / height) * 420 + soft(u * 5, (y / height) * 9) * 16 + u * 40)
        const ripple =
          wavelet * 0.045 * smoothstep(0.6, 0, plan.distance) * smoothstep(0, 0.05, down)
        const light = clamp(facing * 0.86 + 0.06 + ripple + soft(u * 3, (y / height) * 6) * 0.1)
        const mist = clamp(base * (0.65 + smoothstep(0.02, 0.24, down) * 0.6))
        for (let part = 0; part < 3; part += 1) {
          const lamp =
            (air.ambient[part] as number) * 0.6 + (air.key[part] as number) * light * 0.92
          const value = ((plan.surface[part] as number) * lamp) / 255
          out[part] = value + ((air.haze[part] as number) - value) * mist
        }
      },
    )
  },
})

/** A colour as sand has it in this light: warmer where the light is warm. */
export const sandColour = (air: Atmosphere, base: Rgb): Rgb => mix(base, air.key, 0.12)
