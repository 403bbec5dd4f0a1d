import { createCanvas } from '@napi-rs/canvas'
import type { Atmosphere } from '../drawing/atmosphere.ts'
import { alongStops, css, mix, type Rgb, scaled } from '../drawing/colour.ts'
import { fractal, noiseFrom } from '../drawing/noise.ts'
import { between, randomFrom } from '../drawing/random.ts'
import { band, clamp, margin, shade, smoothstep } from '../drawing/raster.ts'
import type { Paint, StageLayer } from '../stage-types.ts'

/** Where the sky ends: 0…1 of the frame's height. */
export interface SkyPlan {
  readonly air: Atmosphere
  readonly horizon: number
  readonly seed: number
  /** Seed of what may differ between two shots of one place. */
  readonly shotSeed: number
}

/** Gradient, glow around the sun or moon, its disc, and stars. */
export const skyLayer = (plan: SkyPlan): StageLayer => ({
  depth: 0.02,
  still: true,
  paint: (context, _time, width, height) => {
    paintGradient(context, plan, width, height)
    if (plan.air.stars > 0.02) paintStars(context, plan, width, height)
    if (plan.air.luminary.clarity > 0.05) paintLuminary(context, plan, width, height)
  },
})

/** Middle of the sun or moon in pixels. */
const luminaryAt = (
  { air, horizon }: Pick<SkyPlan, 'air' | 'horizon'>,
  width: number,
  height: number,
): readonly [x: number, y: number] => [
  air.luminary.x * width,
  (horizon - air.luminary.height * Math.min(horizon, 0.8) * 0.95) * height,
]

const paintGradient = (context: Paint, plan: SkyPlan, width: number, height: number): void => {
  const { air, horizon } = plan
  const [sunX, sunY] = luminaryAt(plan, width, height)
  const bottom = horizon * height
  const strength = glowStrength(air)
  const wash = noiseFrom(plan.seed)
  shade(context, band(width, -height * margin, height * (1 + margin)), 0.5, (x, y, out) => {
    const low = clamp(y / bottom)
    const wavering = wash((x / height) * 1.1, (y / height) * 2.2) * 0.02
    const base = alongStops(air.sky, low ** 1.15 + wavering)
    const [dx, dy] = [(x - sunX) / height, ((y - sunY) / height) * 1.15]
    const far = Math.sqrt(dx * dx + dy * dy)
    const wide = Math.exp(-far * 2.6) * 0.55 * strength
    const near = Math.exp(-far * 11) * 0.6 * strength
    out[0] = base[0] + (air.luminary.colour[0] - base[0] * 0.35) * wide * 0.8 + 255 * near
    out[1] = base[1] + (air.luminary.colour[1] - base[1] * 0.35) * wide * 0.62 + 225 * near
    out[2] = base[2] + (air.luminary.colour[2] - base[2] * 0.35) * wide * 0.42 + 170 * near
  })
}

const glowStrength = (air: Atmosphere): number => {
  if (air.luminary.kind === 'moon') return 0.25 * air.luminary.clarity
  const low = 1 - clamp(air.luminary.height)
  const set = air.luminary.height < 0 && air.weather === 'clear' ? 0.3 : 0
  return (0.45 + low * 0.55) * Math.max(air.luminary.clarity, 0.12) + set
}

const paintLuminary = (context: Paint, plan: SkyPlan, width: number, height: number): void => {
  const [x, y] = luminaryAt(plan, width, height)
  const { luminary } = plan.air
  const moon = luminary.kind === 'moon'
  const radius = Math.min(width, height) * (moon ? 0.042 : luminary.height > 0.6 ? 0.04 : 0.062)
  const disc = context.createRadialGradient(x, y, radius * 0.2, x, y, radius * 1.12)
  disc.addColorStop(0, css(mix(luminary.colour, [255, 255, 255], 0.75), luminary.clarity))
  disc.addColorStop(0.8, css(mix(luminary.colour, [255, 255, 255], 0.35), luminary.clarity))
  disc.addColorStop(1, css(luminary.colour, 0))
  context.fillStyle = disc
  context.beginPath()
  context.arc(x, y, radius * 1.12, 0, Math.PI * 2)
  context.fill()
  if (moon) paintMaria(context, x, y, radius, luminary.clarity)
}

const paintMaria = (
  context: Paint,
  x: number,
  y: number,
  radius: number,
  clarity: number,
): void => {
  const spots: readonly (readonly [number, number, number])[] = [
    [-0.3, -0.25, 0.3],
    [0.22, -0.32, 0.22],
    [-0.05, 0.2, 0.34],
    [0.4, 0.22, 0.16],
    [-0.45, 0.3, 0.15],
  ]
  for (const [dx, dy, size] of spots) {
    context.fillStyle = `rgba(120, 138, 175, ${0.22 * clarity})`
    context.beginPath()
    context.ellipse(x + dx * radius, y + dy * radius, size * radius, size * radius * 0.8, 0.5, 0, 7)
    context.fill()
  }
}

const paintStars = (context: Paint, plan: SkyPlan, width: number, height: number): void => {
  const random = randomFrom(plan.seed + 11)
  const count = Math.round(420 * plan.air.stars)
  for (let index = 0; index < count; index += 1) {
    const x = between(random, -margin, 1 + margin) * width
    const y = between(random, -margin, 1) * plan.horizon * height
    const fade = 1 - clamp(y / (plan.horizon * height)) ** 2
    const glow = random() ** 3
    const radius = (0.45 + glow * 1.1) * (height / 720)
    context.fillStyle = `rgba(${225 + random() * 30}, ${230 + random() * 20}, 255, ${(0.25 + glow * 0.75) * fade * plan.air.stars})`
    context.beginPath()
    context.arc(x, y, Math.max(0.4, radius), 0, Math.PI * 2)
    context.fill()
  }
}

/** Banks of cloud in perspective, lit from the sun's side; they drift with the wind. */
export const cloudLayer = (plan: SkyPlan): StageLayer => ({
  depth: 0.06,
  still: true,
  motion: (time) => ({
    x: (time - 4) * 0.0035 * (0.4 + plan.air.wind),
    y: 0,
    opacity: 1,
  }),
  paint: (context, _time, width, height) => paintClouds(context, plan, width, height),
})

const paintClouds = (context: Paint, plan: SkyPlan, width: number, height: number): void => {
  const { air, horizon } = plan
  const [sunX, sunY] = luminaryAt(plan, width, height)
  const density = fractal(noiseFrom(plan.seed + 5), 5)
  // Clouds are a little further on in another shot of the place, not other clouds.
  const shift = (plan.shotSeed % 97) * 0.0006
  const bottom = horizon * height
  const threshold = 0.42 - air.cover * 0.72
  const sunSide = Math.sign(sunX - width / 2) * 0.09
  shade(context, band(width, -height * margin, bottom), 0.5, (x, y, out) => {
    const up = (bottom - y) / height
    const far = 1 / (up + 0.16)
    const u = (x / height - width / height / 2) * far * 0.62 + shift
    const v = far * 1.25
    const warp = density(u * 0.55 + 7.7, v * 0.55) * 0.55
    const thick = density(u + warp, v + warp * 0.6)
    const opacity = smoothstep(threshold, threshold + 0.34, thick)
    out[3] = opacity * smoothstep(0, 0.1, up) * (0.94 - (1 - air.cover) * 0.16)
    if (out[3] <= 0.004) {
      out[3] = 0
      return
    }
    const toward = density(u + warp + sunSide, v + warp * 0.6 + 0.1)
    const relief = clamp(0.52 + (thick - toward) * 1.9 - (thick - threshold) * 0.34)
    const [dx, dy] = [(x - sunX) / height, (y - sunY) / height]
    const near = Math.exp(-(dx * dx + dy * dy) * 5) * air.luminary.clarity
    const edge = (1 - opacity) * near * 1.5
    tint(
      out,
      mix(air.cloudShade, air.cloudLit, clamp(relief + near * 0.25)),
      edge,
      air.luminary.colour,
    )
  })
}

const tint = (out: Float64Array, colour: Rgb, edge: number, light: Rgb): void => {
  out[0] = colour[0] + light[0] * edge * 0.7
  out[1] = colour[1] + light[1] * edge * 0.55
  out[2] = colour[2] + light[2] * edge * 0.4
}

/** Light that spills from the sun over what stands before it. */
export const glowLayer = (plan: SkyPlan): StageLayer => {
  const sprite = createCanvas(64, 64)
  const brush = sprite.getContext('2d')
  const colour = plan.air.luminary.colour
  const glow = brush.createRadialGradient(32, 32, 0, 32, 32, 32)
  const strength = glowStrength(plan.air) * (plan.air.look === 'feature' ? 0.5 : 0.36)
  for (let stop = 0; stop <= 8; stop += 1) {
    const share = stop / 8
    glow.addColorStop(share, css(scaled(colour, 1), strength * (1 - share) ** 2.2))
  }
  brush.fillStyle = glow
  brush.fillRect(0, 0, 64, 64)
  return {
    depth: 0.02,
    still: false,
    paint: (context, time, width, height) => {
      const [x, y] = luminaryAt(plan, width, height)
      const radius = Math.min(width, height) * (0.62 + 0.012 * Math.sin(time * 1.3))
      context.globalCompositeOperation = 'screen'
      context.drawImage(sprite, x - radius, y - radius, radius * 2, radius * 2)
      context.globalCompositeOperation = 'source-over'
    },
  }
}
