import { createCanvas } from '@napi-rs/canvas'
import type { Atmosphere } from '../drawing/atmosphere.ts'
import { css, mix, type Rgb } from '../drawing/colour.ts'
import { between, randomFrom } from '../drawing/random.ts'
import type { StageLayer } from '../stage-types.ts'

/** From the lower edge of a curtain of light to where it is lost. */
const curtain: readonly (readonly [at: number, colour: Rgb, alpha: number])[] = [
  [0, [120, 255, 190], 0],
  [0.06, [150, 255, 200], 0.95],
  [0.22, [70, 236, 160], 0.62],
  [0.5, [60, 190, 190], 0.3],
  [0.76, [130, 96, 220], 0.18],
  [1, [170, 80, 200], 0],
]

const rays = 96

/** Curtains of green and violet light that sway over the sky. */
export const auroraLayer = (air: Atmosphere, seed: number): StageLayer => {
  const random = randomFrom(seed + 73)
  const bands = Array.from({ length: 3 }, (_, index) => ({
    foot: 0.4 - index * 0.1 + between(random, -0.02, 0.02),
    tall: between(random, 0.26, 0.4),
    bend: between(random, 0.04, 0.09),
    waves: between(random, 1.1, 2.2),
    phase: between(random, 0, 6.3),
    bright: 1 - index * 0.24,
  }))
  const ray = rayOf(air)
  const shown = 1 - air.level * 0.7
  return {
    depth: 0.045,
    still: false,
    paint: (context, time, width, height) => {
      context.globalCompositeOperation = 'screen'
      const step = (width * 1.4) / rays
      for (const band of bands)
        for (let index = 0; index < rays; index += 1) {
          const at = index / rays
          const along = at * Math.PI * 2 * band.waves + band.phase
          const sway = Math.sin(along + time * 0.35) + 0.4 * Math.sin(along * 2.3 - time * 0.5)
          const flicker =
            0.55 +
            0.3 * Math.sin(at * 61 + time * 1.3 + band.phase) +
            0.15 * Math.sin(at * 143 - time * 2)
          const foot = (band.foot + sway * band.bend) * height
          const tall = band.tall * height * (0.75 + 0.25 * Math.sin(along * 3.1 + time * 0.6))
          context.globalAlpha = Math.max(0, flicker) * band.bright * shown * 0.85
          context.drawImage(ray, (at * 1.4 - 0.2) * width, foot - tall, step + 1, tall)
        }
      context.globalAlpha = 1
      context.globalCompositeOperation = 'source-over'
    },
  }
}

/** One ray, painted once: the frames only stretch it. */
const rayOf = (air: Atmosphere) => {
  const ray = createCanvas(2, 64)
  const brush = ray.getContext('2d')
  const fall = brush.createLinearGradient(0, 64, 0, 0)
  for (const [at, colour, alpha] of curtain)
    fall.addColorStop(at, css(mix(colour, air.sky[0], 0.08), alpha))
  brush.fillStyle = fall
  brush.fillRect(0, 0, 2, 64)
  return ray
}
