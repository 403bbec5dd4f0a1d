import { css, mix, type Rgb, rgb } from '../drawing/colour.ts'
import { fractal, noiseFrom } from '../drawing/noise.ts'
import { between, oneOf, randomFrom } from '../drawing/random.ts'
import { band, clamp, margin, shade, smoothstep } from '../drawing/raster.ts'
import type { StageLayer } from '../stage-types.ts'

const palettes: readonly (readonly [string, string, string])[] = [
  ['#2a1a5e', '#c0508c', '#4cc3d9'],
  ['#102a5c', '#3f7fd0', '#e8a05c'],
  ['#1c1440', '#7a4bd0', '#f07a6a'],
  ['#0c2f3c', '#2fa58c', '#f0d080'],
]

/** Deep space: clouds of glowing gas, dust, and stars of many sizes. */
export const nebulaLayer = (seed: number): StageLayer => ({
  depth: 0.03,
  still: true,
  paint: (context, _time, width, height) => {
    const random = randomFrom(seed)
    const [deep, glow, spark] = oneOf(random, palettes).map(rgb) as [Rgb, Rgb, Rgb]
    const gas = fractal(noiseFrom(seed + 1), 5)
    const dust = fractal(noiseFrom(seed + 2), 5)
    const slope = between(random, -0.5, 0.5)
    shade(context, band(width, -height * margin, height * (1 + margin)), 0.6, (x, y, out) => {
      const [u, v] = [x / height, y / height]
      const warp = gas(u * 1.1, v * 1.1)
      const cloud = gas(u * 1.4 + warp * 0.9, v * 1.4 - warp * 0.7)
      const lane = dust(u * 2.1 + warp, v * 2.1 + 4)
      const belt = Math.exp(-(((v - 0.46 - (u - 0.9) * slope + warp * 0.3) * 2.3) ** 2))
      const body = smoothstep(-0.28, 0.62, cloud) * belt
      const hot = smoothstep(0.12, 0.62, cloud + lane * 0.25) * belt
      const dark = 1 - 0.62 * smoothstep(0.05, 0.5, lane) * belt
      for (let part = 0; part < 3; part += 1) {
        const base = 6 + (deep[part] as number) * (0.16 + body * 0.75)
        out[part] =
          (base +
            (glow[part] as number) * body * body * 0.75 +
            (spark[part] as number) * hot * hot * 0.65) *
          dark
      }
    })
    const count = 900
    for (let star = 0; star < count; star += 1) {
      const bright = random() ** 6
      const [x, y] = [
        between(random, -margin, 1 + margin) * width,
        between(random, -margin, 1 + margin) * height,
      ]
      const radius = (0.4 + bright * 1.6) * (height / 720)
      context.fillStyle = css(
        mix([255, 255, 255], oneOf(random, [glow, spark, [200, 220, 255]]), 0.3),
        0.25 + bright * 0.75,
      )
      context.beginPath()
      context.arc(x, y, Math.max(0.4, radius), 0, Math.PI * 2)
      context.fill()
      if (bright > 0.55) {
        const flare = context.createRadialGradient(x, y, 0, x, y, radius * 9)
        flare.addColorStop(0, css(spark, 0.4))
        flare.addColorStop(1, css(spark, 0))
        context.fillStyle = flare
        context.fillRect(x - radius * 9, y - radius * 9, radius * 18, radius * 18)
      }
    }
  },
})

/** Low and high ground or weather, and air; the first is the earth. */
const planets = [
  ['#27508c', '#d8e4e8', '#7fc0ff'],
  ['#8a4f34', '#e2b080', '#ffb680'],
  ['#6a5c8c', '#e0d0e8', '#c8a8ff'],
] as const

/** A planet with weather or rock, a lit side, a terminator and a rim of air. */
export const planetLayer = (
  seed: number,
  at: {
    readonly x: number
    readonly y: number
    readonly radius: number
    readonly depth: number
    /** Our own; absent for any planet. */
    readonly kind?: 'earth'
  },
): StageLayer => ({
  depth: at.depth,
  still: true,
  paint: (context, _time, width, height) => {
    const random = randomFrom(seed)
    const [low, high, air] = (at.kind ? planets[0] : oneOf(random, planets)).map(rgb) as [
      Rgb,
      Rgb,
      Rgb,
    ]
    const face = fractal(noiseFrom(seed + 1), 6)
    const [cx, cy, radius] = [at.x * width, at.y * height, at.radius * height]
    const halo = radius * 1.25
    shade(
      context,
      { x: cx - halo, y: cy - halo, width: halo * 2, height: halo * 2 },
      1,
      (x, y, out) => {
        const [dx, dy] = [(x - cx) / radius, (y - cy) / radius]
        const far = Math.hypot(dx, dy)
        const sunward = clamp(0.5 - (dx * 0.72 + dy * 0.52))
        if (far > 1) {
          const glow = Math.exp(-(far - 1) * 16) * sunward * 0.85
          out[0] = air[0]
          out[1] = air[1]
          out[2] = air[2]
          out[3] = glow < 0.01 ? 0 : glow
          return
        }
        const dz = Math.sqrt(1 - far * far)
        const light = smoothstep(-0.12, 0.75, -dx * 0.66 - dy * 0.48 + dz * 0.42)
        const [lon, lat] = [Math.atan2(dx, dz), Math.asin(dy)]
        const swirl = face(lon * 1.6 + seed, lat * 3.4)
        const detail = face(lon * 3.2 + swirl * 1.3, lat * 5.6 + swirl)
        const surface = mix(low, high, clamp(0.45 + detail * 0.9))
        const rim = (1 - dz) ** 3 * sunward
        for (let part = 0; part < 3; part += 1) {
          out[part] = (surface[part] as number) * (0.02 + light) + (air[part] as number) * rim * 0.9
        }
        // Small discs keep their rim, or a gap would show before the air.
        out[3] = at.kind ? 1 : clamp((1 - far) * radius * 0.8)
      },
    )
  },
})

/** Dust and far rocks that drift past. */
export const driftLayer = (seed: number): StageLayer => {
  const random = randomFrom(seed)
  const motes = Array.from({ length: 60 }, () => ({
    x: random() * 1.3,
    y: random(),
    size: between(random, 0.0008, 0.0028),
    speed: between(random, 0.006, 0.03),
    bright: between(random, 0.25, 0.9),
  }))
  return {
    depth: 1.2,
    still: false,
    paint: (context, time, width, height) => {
      for (const mote of motes) {
        const x = ((((mote.x - time * mote.speed) % 1.3) + 1.3) % 1.3) - 0.15
        context.fillStyle = `rgba(214, 226, 255, ${mote.bright.toFixed(3)})`
        context.beginPath()
        context.arc(x * width, mote.y * height, Math.max(0.5, mote.size * height), 0, Math.PI * 2)
        context.fill()
      }
    },
  }
}
