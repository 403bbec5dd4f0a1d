import type { Atmosphere } from '../drawing/atmosphere.ts'
import { mix } from '../drawing/colour.ts'
import { fractal, noiseFrom } from '../drawing/noise.ts'
import { band, clamp, margin, shade, smoothstep } from '../drawing/raster.ts'
import type { StageLayer } from '../stage-types.ts'

/** A drifting bank of fog, thickest around `middle` (0…1 of the frame's height). */
export const fogLayer = (
  air: Atmosphere,
  seed: number,
  bank: { readonly depth: number; readonly middle: number; readonly strength: number },
): StageLayer => ({
  depth: bank.depth,
  still: true,
  motion: (time) => ({ x: (time - 3) * 0.008 * (0.5 + air.wind), y: 0, opacity: 1 }),
  paint: (context, _time, width, height) => {
    const wisps = fractal(noiseFrom(seed + 31), 4)
    const light = mix(air.haze, air.sky[3], 0.35)
    const dark = mix(air.haze, air.shadow, 0.16)
    shade(
      context,
      band(width * 1.3, -height * margin, height * (1 + margin)),
      0.25,
      (x, y, out) => {
        const [u, v] = [x / height, y / height]
        const warp = wisps(u * 0.7, v * 1.4)
        const thick = 0.55 + wisps(u * 1.1 + warp * 0.8, v * 3 + warp) * 0.85
        const reach = Math.exp(-(((v - bank.middle) / 0.3) ** 2))
        const colour = mix(dark, light, clamp(0.5 + thick * 0.4))
        out[0] = colour[0]
        out[1] = colour[1]
        out[2] = colour[2]
        out[3] = smoothstep(0.05, 1.2, thick) * reach * bank.strength
      },
    )
  },
})
