import { type Atmosphere, hazeShare } from '../drawing/atmosphere.ts'
import { mix, type Rgb } from '../drawing/colour.ts'
import { fractal, noiseFrom } from '../drawing/noise.ts'
import { band, clamp, margin, shade } from '../drawing/raster.ts'
import { groundIn } from '../drawing/seasons.ts'
import type { StageLayer } from '../stage-types.ts'

/** Open ground from the eye to the horizon. */
export interface GroundPlan {
  readonly air: Atmosphere
  readonly depth: number
  /** Far edge, 0…1 of the frame's height. */
  readonly from: number
  /** The horizon the perspective runs to; at or above `from`. */
  readonly horizon: number
  readonly surface: Rgb
  readonly second: Rgb
  /** Size of its patches: 1 for meadows, more for fine stuff such as sand. */
  readonly fineness: number
  /** How much patches differ, 0…1. */
  readonly contrast: number
  readonly seed: number
  /** Unevenness of the far edge in frame heights. */
  readonly swell?: number
  /** Share of wet shine, 0…1. Default 0. */
  readonly wet?: number
  /** Another colour for the point (u, v) on the ground: u across, v 0 at the horizon … 1 at the lower edge; null for the ground's own. */
  readonly pattern?: (u: number, v: number, aspect: number) => Rgb | null
  /** More than 0 where the ground is open, so that what lies behind is seen, at (u, v) as in `pattern`. */
  readonly gap?: (u: number, v: number) => number
}

/** Ground with patches in perspective, hazy far away, darker near the eye. */
export const groundLayer = (plan: GroundPlan): StageLayer => ({
  depth: plan.depth,
  still: true,
  paint: (context, _time, width, height) => {
    const paint = pointOf(plan, width / height)
    const top = (plan.from - (plan.swell ?? 0) * 1.2) * height - 2
    shade(context, band(width, top, height * (1 + margin)), 0.75, (x, y, out) =>
      paint(x / height, y / height, out),
    )
  },
})

const snow: Rgb = [232, 238, 247]

/** Snow lies thinner where the ground swells. */
const snowedOver = (colour: Rgb, patch: number): Rgb => mix(colour, snow, clamp(0.78 + patch * 0.3))

const pointOf = (
  plan: GroundPlan,
  aspect: number,
): ((x: number, y: number, out: Float64Array) => void) => {
  const { air } = plan
  const patches = fractal(noiseFrom(plan.seed + 21), 4)
  const edge = fractal(noiseFrom(plan.seed + 22), 4)
  const shine = air.level < 0.5 ? 0.5 : 0.44
  const covered =
    air.weather === 'snow' ? snowedOver : (colour: Rgb): Rgb => groundIn(air.season, colour)
  return (x, y, out) => {
    const top = plan.from + edge(x * 1.7, 0.5) * (plan.swell ?? 0)
    const inside = (y - top) * 700
    if (inside < -0.5) {
      out[3] = 0
      return
    }
    out[3] = clamp(inside + 0.5)
    const near = clamp((y - plan.horizon) / (1 - plan.horizon), 0.004, 1.4)
    const open = plan.gap ? plan.gap(x - aspect / 2, near) : -1
    if (open > 0.004) {
      out[3] = 0
      return
    }
    if (open > -0.004) out[3] = 0.5 - open * 125
    const far = 1 / (near + 0.06)
    const [u, v] = [(x - aspect / 2) * far, far * 2.2]
    const patch = patches(u * plan.fineness * 1.7, v * plan.fineness * 1.7)
    const fine = patches(u * plan.fineness * 11, v * plan.fineness * 11)
    const own = mix(plan.surface, plan.second, clamp(0.5 + patch * 0.95))
    const drawn = plan.pattern?.(x - aspect / 2, near, aspect) ?? own
    const colour = covered(drawn, patch)
    const light = clamp(shine + 0.2 + (patch * 0.5 + fine * 0.5) * plan.contrast)
    const distance = hazeShare(air, 0.75 * (1 - Math.min(1, near * 2.4)) ** 1.5)
    const bank = plan.gap ? 1 - 0.45 * Math.exp(open * 60) : 1
    const shadow = (1 - clamp((near - 0.6) * 0.5, 0, 0.32)) * bank
    const mirror = (plan.wet ?? 0) * clamp(0.55 + patch * 1.6) * 0.6
    for (let part = 0; part < 3; part += 1) {
      const lamp = (air.ambient[part] as number) * 0.62 + (air.key[part] as number) * light * 0.78
      const value = (((colour[part] as number) * lamp) / 255) * shadow
      const wetted = value + ((air.sky[2][part] as number) * 0.8 - value) * mirror
      out[part] = wetted + ((air.haze[part] as number) - wetted) * distance
    }
  }
}
