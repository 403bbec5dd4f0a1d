import { type Atmosphere, inAir } from '../drawing/atmosphere.ts'
import { css, mix, type Rgb, rgb, scaled } from '../drawing/colour.ts'
import { fractal, noiseFrom, ridged } from '../drawing/noise.ts'
import { between, type Random, randomFrom } from '../drawing/random.ts'
import { band, clamp, margin, shade, smoothstep } from '../drawing/raster.ts'
import type { StageLayer } from '../stage-types.ts'
import { glow } from './houses.ts'

/** Rock with an opening in it. */
export interface CaveWallPlan {
  readonly air: Atmosphere
  readonly depth: number
  /** Middle of the opening, 0…1 of the frame's width and height. */
  readonly at: readonly [x: number, y: number]
  /** Half its width and its height over the middle, in frame heights. */
  readonly opening: readonly [half: number, high: number]
  /** How much of the light from outside the rim takes, 0…1. */
  readonly rim: number
  readonly seed: number
}

const rockColour: Rgb = rgb('#8a7460')

/** A wall of rock round an arched opening, its rim lit from beyond. */
export const caveWallLayer = (plan: CaveWallPlan): StageLayer => ({
  depth: plan.depth,
  still: true,
  paint: (context, _time, width, height) => {
    const { air, at, opening, rim } = plan
    const rough = fractal(noiseFrom(plan.seed), 5)
    const folds = ridged(noiseFrom(plan.seed + 1), 5)
    const box = band(width, -height * margin, height * (1 + margin))
    const beyond = mix(air.sky[2], air.luminary.colour, 0.3)
    shade(context, box, 0.8, (x, y, out) => {
      const [u, v] = [x / height, y / height]
      const [dx, dy] = [u - (at[0] * width) / height, v - at[1]]
      const reach = Math.hypot(dx / opening[0], Math.min(0, dy) / opening[1])
      const teeth = dy < 0 ? Math.max(0, rough(u * 9, 1.5)) * 0.2 : 0
      const off = reach - 1 - rough(u * 3.2, v * 3.2) * 0.26 + teeth
      if (off < -0.012) {
        out[3] = 0
        return
      }
      out[3] = clamp((off + 0.012) * 60)
      const fold = folds(u * 2.6 + rough(u, v) * 0.4, v * 1.7)
      const turn =
        (fold - folds(u * 2.6 + rough(u, v) * 0.4 + Math.sign(-dx) * 0.05, v * 1.7 + 0.03)) * 2.4
      const spill = Math.exp(-off * 2.6) * rim
      const light = clamp(0.2 + turn * 0.5 + fold * 0.25) * (0.35 + spill * 1.5)
      const dark = 1 - smoothstep(0.2, 1.8, off) * 0.55
      for (let part = 0; part < 3; part += 1) {
        const lamp =
          (air.ambient[part] as number) * (0.42 + turn * 0.3 + fold * 0.45) * dark +
          (beyond[part] as number) * light * 0.9 * (0.25 + spill)
        out[part] = ((rockColour[part] as number) * lamp * (0.72 + fold * 0.4)) / 255
      }
    })
  },
})

/** Stalactites from the roof, longest at the sides, and stalagmites under them. */
export const dripstoneLayer = (
  plan: Pick<CaveWallPlan, 'air' | 'depth' | 'seed'> & {
    readonly count: number
    /** The roof they hang from: 0…1 of the height at `x` 0…1 of the width; NaN for none. */
    readonly root: (x: number, aspect: number) => number
    /** Longest, in frame heights. */
    readonly long: number
    /** Ground of the stalagmites, 0…1 of the height; null for none. */
    readonly floor: number | null
    readonly lit: number
  },
): StageLayer => ({
  depth: plan.depth,
  still: true,
  paint: (context, _time, width, height) => {
    const random = randomFrom(plan.seed)
    const lit = inAir(plan.air, scaled(rockColour, 1.2), plan.lit, 0)
    const dark = inAir(plan.air, scaled(rockColour, 0.42), 0.02, 0)
    const stone = (x: number, root: number, tip: number, half: number): void => {
      const face = context.createLinearGradient(x - half, 0, x + half, 0)
      const inward = x < width / 2
      face.addColorStop(inward ? 0 : 1, css(dark))
      face.addColorStop(0.5, css(mix(dark, lit, 0.3)))
      face.addColorStop(inward ? 1 : 0, css(mix(dark, lit, 0.85)))
      context.fillStyle = face
      context.beginPath()
      context.moveTo(x - half * 1.5, root)
      context.quadraticCurveTo(x - half * 0.45, root + (tip - root) * 0.35, x, tip)
      context.quadraticCurveTo(x + half * 0.45, root + (tip - root) * 0.35, x + half * 1.5, root)
      context.fill()
    }
    for (let index = 0; index < plan.count; index += 1) {
      const x = -0.1 + ((index + between(random, 0.1, 0.9)) / plan.count) * 1.2
      const side = Math.min(1, Math.abs(x - 0.5) * 2)
      const long = plan.long * between(random, 0.3, 1) * (0.35 + side * 0.75)
      const roof = plan.root(x, width / height)
      if (Number.isNaN(roof)) continue
      stone(
        x * width,
        roof * height,
        (Math.max(0, roof) + long) * height,
        long * height * between(random, 0.07, 0.14),
      )
      const grows = random() < 0.5 && side > 0.55
      if (plan.floor !== null && grows)
        stone(
          x * width,
          (plan.floor + 0.02) * height,
          (plan.floor - long * 0.5) * height,
          long * height * 0.1,
        )
    }
  },
})

/** Light from an opening that lies on the ground before it. */
export const lightPoolLayer = (
  air: Atmosphere,
  pool: {
    readonly depth: number
    readonly at: readonly [x: number, y: number]
    /** Half its width in frame heights. */
    readonly reach: number
    readonly strength: number
  },
): StageLayer => ({
  depth: pool.depth,
  still: true,
  paint: (context, _time, width, height) => {
    const radius = pool.reach * height
    const colour = mix(air.luminary.colour, air.sky[2], 0.35)
    context.globalCompositeOperation = 'screen'
    context.translate(pool.at[0] * width, pool.at[1] * height)
    context.scale(1, 0.3)
    const light = context.createRadialGradient(0, 0, 0, 0, 0, radius)
    light.addColorStop(0, css(colour, pool.strength))
    light.addColorStop(0.5, css(colour, pool.strength * 0.4))
    light.addColorStop(1, css(colour, 0))
    context.fillStyle = light
    context.beginPath()
    context.rect(-radius, 0, radius * 2, radius)
    context.fill()
    context.globalCompositeOperation = 'source-over'
  },
})

/** Torches on both sides that flicker. */
export const torchesLayer = (
  depth: number,
  spots: readonly (readonly [x: number, y: number])[],
  size: number,
): StageLayer => ({
  depth,
  still: false,
  paint: (context, time, width, height) => {
    spots.forEach(([x, y], index) => {
      const [px, py, high] = [x * width, y * height, size * height]
      const flicker =
        1 + Math.sin(time * 9 + index * 2) * 0.08 + Math.sin(time * 15.3 + index) * 0.06
      context.fillStyle = '#3a2c20'
      context.fillRect(px - high * 0.07, py, high * 0.14, high * 1.1)
      context.fillRect(px - high * 0.16, py - high * 0.04, high * 0.32, high * 0.16)
      flame(context, { x: px, y: py, high: high * flicker }, randomFrom(index + 3))
      glow(context, px, py - high * 0.3, high * 5.5 * flicker, 0.6)
    })
  },
})

const flame = (
  context: Parameters<typeof glow>[0],
  { x, y, high }: { readonly x: number; readonly y: number; readonly high: number },
  random: Random,
): void => {
  for (const [colour, share] of [
    ['#ff7a2c', 1],
    ['#ffb24a', 0.7],
    ['#ffe9a8', 0.38],
  ] as const) {
    const tip = between(random, -0.06, 0.06) * high
    context.fillStyle = colour
    context.beginPath()
    context.moveTo(x - high * 0.17 * share, y)
    context.quadraticCurveTo(
      x - high * 0.26 * share,
      y - high * 0.45 * share,
      x + tip,
      y - high * share,
    )
    context.quadraticCurveTo(
      x + high * 0.26 * share,
      y - high * 0.45 * share,
      x + high * 0.17 * share,
      y,
    )
    context.fill()
  }
}
