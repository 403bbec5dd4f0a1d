import { type Atmosphere, hazeShare } from '../drawing/atmosphere.ts'
import { mix, type Rgb, rgb } from '../drawing/colour.ts'
import { fractal, type Noise, noiseFrom } from '../drawing/noise.ts'
import { band, clamp, margin, shade, smoothstep } from '../drawing/raster.ts'
import type { StageLayer } from '../stage-types.ts'

/** Flooded fields in steps down a slope. */
export interface TerracesPlan {
  readonly air: Atmosphere
  readonly depth: number
  /** Crest of the slope in the middle, 0…1 of the frame's height. */
  readonly top: number
  readonly seed: number
}

/** What lies at a point of a slope: bank or plot, its colour, and how much of the sky it gives back, 0…1. */
interface Ground {
  readonly colour: Rgb
  readonly mirror: number
  readonly light: number
}

const [bank, rim, soil, young] = ['#5f8f3a', '#8db650', '#4e6a34', '#7fa84c'].map(rgb) as [
  Rgb,
  Rgb,
  Rgb,
  Rgb,
]

/** Terraces that wind along a hillside: a green bank below each, water above it that holds the sky, and young rice. */
export const terracesLayer = (plan: TerracesPlan): StageLayer => ({
  depth: plan.depth,
  still: true,
  paint: (context, _time, width, height) => {
    const { air } = plan
    const lie = fractal(noiseFrom(plan.seed), 3)
    const groundAt = groundOf(plan, lie)
    const side = plan.seed % 2 === 0 ? 1 : -1
    const crest = (u: number): number =>
      plan.top - 0.07 * side * (u - 0.9) + lie(u * 1.1, 0.5) * 0.05
    const water = mix(air.sky[1], air.sky[3], 0.45)
    const box = band(width, (plan.top - 0.3) * height, height * (1 + margin))
    shade(context, box, 1, (x, y, out) => {
      const [u, v] = [x / height, y / height]
      const down = v - crest(u)
      if (down < -0.002) {
        out[3] = 0
        return
      }
      out[3] = clamp((down + 0.002) * 500)
      const { colour, mirror, light } = groundAt(u, v, down + side * u * 0.07)
      const mist = hazeShare(air, 0.5 * (1 - clamp(down / 0.55)) ** 2 + 0.04)
      for (let part = 0; part < 3; part += 1) {
        const lamp = (air.ambient[part] as number) * 0.62 + (air.key[part] as number) * light * 0.8
        const lit = ((colour[part] as number) * lamp) / 255
        const value = lit + ((water[part] as number) - lit) * mirror
        out[part] = value + ((air.haze[part] as number) - value) * mist
      }
    })
  },
})

const groundOf = (
  plan: TerracesPlan,
  lie: Noise,
): ((u: number, v: number, down: number) => Ground) => {
  const grain = fractal(noiseFrom(plan.seed + 1), 3)
  return (u, v, down) => {
    const run = down + lie(u * 1.3, v * 1.9) * 0.11 * (0.35 + clamp(down / 0.55))
    // Steps are higher near the eye.
    const step = 11 * Math.log(1 + Math.max(0.001, run + 0.22) * 5)
    const share = step - Math.floor(step)
    const edge = smoothstep(0.6, 0.66, share) * (1 - smoothstep(0.7, 0.78, share)) * 0.8
    if (share > 0.66) {
      const colour = mix(mix(bank, soil, smoothstep(0.7, 1, share)), rim, edge)
      return { colour, mirror: 0, light: 0.62 + grain(u * 9, v * 9) * 0.3 }
    }
    const grown = Math.floor(step) % 3 === 1
    if (grown)
      return {
        colour: mix(young, rim, edge),
        mirror: 0.08,
        light: 0.62 + grain(u * 9, v * 30) * 0.3,
      }
    const rice = grain(u * 42, v * 90) > 0.16 + share * 0.4 ? 0.4 : 1
    const glint = clamp(0.75 + grain(u * 5, v * 22) * 0.4)
    return { colour: mix(young, rim, edge), mirror: 0.8 * rice * glint * (1 - edge), light: 0.5 }
  }
}
