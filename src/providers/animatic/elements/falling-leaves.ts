import { type Atmosphere, inAir } from '../drawing/atmosphere.ts'
import { css, type Rgb } from '../drawing/colour.ts'
import { between, randomFrom } from '../drawing/random.ts'
import type { StageLayer } from '../stage-types.ts'

/** Leaves that come down one by one, turning as they fall. */
export const fallingLeavesLayer = (
  air: Atmosphere,
  seed: number,
  colours: readonly Rgb[],
): StageLayer => {
  const random = randomFrom(seed)
  const dyes = colours.map((colour) => css(inAir(air, colour, 0.95, 0)))
  const leaves = Array.from({ length: 26 }, (_, index) => ({
    x: random(),
    start: random(),
    speed: between(random, 0.05, 0.11),
    size: between(random, 0.006, 0.013),
    phase: random() * 6.3,
    dye: dyes[index % dyes.length] ?? 'orange',
  }))
  return {
    depth: 1.15,
    still: false,
    paint: (context, time, width, height) => {
      for (const leaf of leaves) {
        const y = ((leaf.start + time * leaf.speed) % 1.2) - 0.1
        const x = leaf.x + Math.sin(time * 1.1 + leaf.phase) * 0.02 + (y + 0.1) * air.wind * 0.08
        const size = leaf.size * height
        context.fillStyle = leaf.dye
        context.beginPath()
        context.ellipse(
          x * width,
          y * height,
          size,
          size * (0.2 + 0.45 * Math.abs(Math.sin(time * 2.4 + leaf.phase))),
          time * 0.9 + leaf.phase,
          0,
          Math.PI * 2,
        )
        context.fill()
      }
    },
  }
}
