import { type Atmosphere, hazeShare } from '../drawing/atmosphere.ts'
import { mix, type Rgb } from '../drawing/colour.ts'
import { fractal, type Noise, noiseFrom, ridged } from '../drawing/noise.ts'
import { band, clamp, margin, shade, smoothstep } from '../drawing/raster.ts'
import type { StageLayer } from '../stage-types.ts'

/** A line of mountains or hills. */
export interface RidgePlan {
  readonly air: Atmosphere
  readonly depth: number
  /** Foot of the ridge, 0…1 of the frame's height. */
  readonly foot: number
  /** Height of its peaks as a share of the frame's height. */
  readonly rise: number
  /** Peaks across one frame height of width. */
  readonly peaks: number
  /** 0 rolling hills … 1 jagged rock. */
  readonly rough: number
  readonly surface: Rgb
  /** Share of the rise above which snow lies; 1 for none. */
  readonly snowAbove: number
  /** 0 near … 1 at the horizon. */
  readonly distance: number
  readonly seed: number
  /** Where peaks stand highest, 0…1 of the width; null for an even line. */
  readonly summit: number | null
  /**
   * One hill alone at `summit`: half its width in frame heights, and how steep it is, 2 round … 1 as a cone, and the share of its
   * height at which a crater cuts it off. */
  readonly mound?: { readonly wide: number; readonly steep: number; readonly flat?: number }
}

/** Height of the ridge line over its foot, in frame heights, at `x` frame heights from the left. */
const ridgeLine = (plan: Omit<RidgePlan, 'air'>, aspect: number): ((x: number) => number) => {
  const noise = noiseFrom(plan.seed)
  const crest: Noise = ridged(noise, 6)
  const swell: Noise = fractal(noise, 5)
  return (x) => {
    if (plan.mound) {
      const off = Math.abs(x - (plan.summit ?? 0.5) * aspect) / plan.mound.wide
      const grain = crest(x * plan.peaks, 3.7) * plan.rough * 0.2
      return (
        plan.rise * (Math.min(plan.mound.flat ?? 1, Math.exp(-(off ** plan.mound.steep))) + grain)
      )
    }
    const jagged = crest(x * plan.peaks, 3.7)
    const rolling = 0.5 + swell(x * plan.peaks, 9.2) * 0.72
    const shape = rolling * (1 - plan.rough) + jagged * plan.rough
    const place = plan.summit === null ? 0 : (x / aspect - plan.summit) * 4
    const lift = plan.summit === null ? 1 : 0.27 + 0.98 * Math.exp(-place * place)
    return plan.rise * clamp(shape, 0.04, 1.3) * lift
  }
}

/** Height of the ridge line in the frame, 0…1, at `x` 0…1 of the width: where trees stand on it. */
export const onRidge = (plan: RidgePlan, below = 0): ((x: number, aspect: number) => number) => {
  let known: { readonly aspect: number; readonly line: (x: number) => number } | null = null
  return (x, aspect) => {
    if (known?.aspect !== aspect) known = { aspect, line: ridgeLine(plan, aspect) }
    return plan.foot - known.line(x * aspect) + below
  }
}

/** A ridge with lit and shaded faces, snow where it is high, and mist at its foot. */
export const ridgeLayer = (plan: RidgePlan): StageLayer => ({
  depth: plan.depth,
  still: true,
  paint: (context, _time, width, height) => {
    const tops = topsOf(plan, width, height)
    const relief = reliefOf(plan)
    const colour = colourOf(plan)
    const highest = (plan.foot - plan.rise * 1.4) * height
    const bottom = Math.min(1 + margin, plan.foot + 0.3) * height
    // What is far lies in haze and needs no fine detail.
    const fineness = 1 - Math.min(0.4, plan.distance * 0.45)
    shade(context, band(width, highest, bottom), fineness, (x, y, out) => {
      const place = (x + width * margin) * 2
      const index = Math.floor(clamp(place, 0, tops.length - 2))
      const before = tops[index] as number
      const top = before + ((tops[index + 1] as number) - before) * clamp(place - index)
      const edge = y - top
      if (edge < -0.75) {
        out[3] = 0
        return
      }
      out[3] = clamp(edge + 0.75)
      const down = edge / height
      const above = (plan.foot * height - y) / height
      colour(relief(x / height, y / height, down), clamp(above / plan.rise, -1, 1.3), down, out)
    })
  },
})

const topsOf = (plan: RidgePlan, width: number, height: number): Float64Array => {
  const line = ridgeLine(plan, width / height)
  const tops = new Float64Array(Math.ceil(width * (1 + 2 * margin) * 2) + 2)
  for (let index = 0; index < tops.length; index += 1) {
    const x = (index / 2 - width * margin) / height
    tops[index] = (plan.foot - line(x)) * height
  }
  return tops
}

/** Form of the faces: light −1…1 from the key's side, and roughness 0…1, at a point `down` below the crest. */
type Relief = (x: number, y: number, down: number) => readonly [light: number, grain: number]

const reliefOf = (plan: RidgePlan): Relief => {
  const noise = noiseFrom(plan.seed + 77)
  const spurs = ridged(noise, plan.distance > 0.6 ? 4 : 5)
  const crags = fractal(noiseFrom(plan.seed + 79), 3)
  const wander = noiseFrom(plan.seed + 78)
  const side = plan.air.luminary.x < 0.5 ? -1 : 1
  const scale = plan.peaks * (1.25 + plan.rough * 0.9)
  const step = 0.035
  const depth = plan.rough * 0.85
  return (x, y, down) => {
    const bend = wander(x * scale * 0.8, y * scale * 1.1) * 0.5
    const u = x * scale + bend + down * side * -0.7
    const v = y * scale * 0.85 + bend * 1.3
    const here = spurs(u, v)
    const slope = (here - spurs(u + side * step, v - step * 0.7)) * (2.6 + plan.rough * 2.4)
    const rock = crags(u * 9, v * 7) * depth
    return [clamp(slope * (0.4 + plan.rough * 0.6) + rock * 0.42, -1, 1), clamp(here + rock * 0.3)]
  }
}

const colourOf = (
  plan: RidgePlan,
): ((
  relief: readonly [number, number],
  share: number,
  down: number,
  out: Float64Array,
) => void) => {
  const { air } = plan
  const snow: Rgb = [243, 246, 252]
  const base = hazeShare(air, plan.distance)
  const behind = air.luminary.height < 0.3 && air.luminary.clarity > 0.4 ? 0.62 : 1
  return ([lit, grain], share, down, out) => {
    const snowed = smoothstep(
      plan.snowAbove - 0.1,
      plan.snowAbove + 0.14,
      share + (grain - 0.45) * 0.42,
    )
    const rock = plan.snowAbove >= 1 ? plan.surface : mix(plan.surface, snow, snowed)
    const rim = Math.exp(-down * 90) * 0.16
    const light = clamp(0.34 + lit * 0.5 + rim) * behind
    const dark = 0.78 + grain * 0.3
    const mist = clamp(
      base +
        (1 - base) *
          smoothstep(0.42, -0.12, share) *
          0.55 *
          air.hazeStrength ** 0.5 *
          (0.35 + plan.distance),
    )
    for (let part = 0; part < 3; part += 1) {
      const shine = (air.ambient[part] as number) * 0.62 + (air.key[part] as number) * light * 0.8
      const value = ((rock[part] as number) * shine * dark) / 255
      out[part] = value + ((air.haze[part] as number) - value) * mist
    }
  }
}
