import type { Atmosphere } from '../drawing/atmosphere.ts'
import { css, mix, rgb } from '../drawing/colour.ts'
import { between, randomFrom } from '../drawing/random.ts'
import type { StageLayer } from '../stage-types.ts'

/** A crater: its middle and rim in the frame, 0…1, and half its width in frame heights. */
export interface Crater {
  readonly depth: number
  readonly x: number
  readonly y: number
  readonly half: number
}

/** Ash that rises from a crater, lit from below. */
export const plumeLayer = (air: Atmosphere, crater: Crater): StageLayer => {
  const ash = mix(mix(air.haze, rgb('#4a4446'), 0.72), air.sky[1], 0.1)
  return {
    depth: crater.depth,
    still: false,
    paint: (context, time, width, height) => {
      for (let puff = 25; puff >= 0; puff -= 1) {
        const age = (time * 0.035 + puff / 26) % 1
        const lean = age * age * (0.12 + air.wind * 0.12)
        const radius = (crater.half * 0.7 + age * 0.14) * height
        const x = crater.x * width + (lean + Math.sin(age * 9 + puff * 2) * 0.02) * height
        const y = (crater.y - age ** 0.8 * 0.46) * height
        const hot = (1 - age) ** 6
        const colour = mix(ash, rgb('#ff8a3c'), hot * (0.35 + air.lamps * 0.4))
        const cloud = context.createRadialGradient(
          x - radius * 0.3,
          y - radius * 0.3,
          0,
          x,
          y,
          radius,
        )
        cloud.addColorStop(0, css(mix(colour, air.key, 0.16), 0.5 * (1 - age) ** 0.6))
        cloud.addColorStop(0.6, css(colour, 0.34 * (1 - age) ** 0.6))
        cloud.addColorStop(1, css(colour, 0))
        context.fillStyle = cloud
        context.fillRect(x - radius, y - radius, radius * 2, radius * 2)
      }
    },
  }
}

/** Lava that glows in a crater and runs down from it. */
export const lavaLayer = (air: Atmosphere, crater: Crater, seed: number): StageLayer => {
  const random = randomFrom(seed)
  const streams = Array.from({ length: 4 }, (_, index) => ({
    from: (index - 1.5) * between(random, 0.2, 0.32),
    lean: (index - 1.5) * between(random, 0.04, 0.09),
    long: between(random, 0.1, 0.24),
    bend: between(random, -0.03, 0.03),
  }))
  return {
    depth: crater.depth,
    still: false,
    paint: (context, time, width, height) => {
      const [x, y] = [crater.x * width, crater.y * height]
      const pulse = 0.85 + Math.sin(time * 1.7) * 0.1 + Math.sin(time * 4.1) * 0.05
      context.lineCap = 'round'
      for (const [thick, colour] of [
        [0.016, `rgba(255, 80, 24, ${(0.28 * pulse).toFixed(3)})`],
        [0.0055, 'rgb(232, 88, 30)'],
        [0.0022, 'rgb(255, 190, 96)'],
      ] as const) {
        context.strokeStyle = colour
        for (const { from, lean, long, bend } of streams) {
          context.lineWidth = thick * height
          context.beginPath()
          context.moveTo(x + from * crater.half * 1.4 * height, y)
          context.quadraticCurveTo(
            x + (from * crater.half + lean * 0.3 + bend) * height,
            y + long * 0.5 * height,
            x + (from * crater.half + lean) * height,
            y + long * height,
          )
          context.stroke()
        }
      }
      const radius = height * (0.16 + 0.1 * air.lamps) * pulse
      const glow = context.createRadialGradient(x, y, 0, x, y, radius)
      glow.addColorStop(0, 'rgba(255, 170, 80, 0.85)')
      glow.addColorStop(0.3, 'rgba(255, 96, 40, 0.4)')
      glow.addColorStop(1, 'rgba(255, 70, 30, 0)')
      context.globalCompositeOperation = 'screen'
      context.fillStyle = glow
      context.fillRect(x - radius, y - radius, radius * 2, radius * 2)
      context.globalCompositeOperation = 'source-over'
    },
  }
}
