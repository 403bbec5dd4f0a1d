import { type Atmosphere, inAir } from '../drawing/atmosphere.ts'
import { css, type Rgb, rgb, scaled } from '../drawing/colour.ts'
import { between, randomFrom } from '../drawing/random.ts'
import { margin } from '../drawing/raster.ts'
import type { Paint, StageLayer } from '../stage-types.ts'
import { glow } from './houses.ts'

/** A park bench with a lamp beside it. */
export const benchLayer = (
  air: Atmosphere,
  seed: number,
  depth: number,
  ground: number,
): StageLayer => ({
  depth,
  still: true,
  paint: (context, _time, width, height) => {
    const random = randomFrom(seed)
    const left = random() < 0.5
    const x = (left ? between(random, 0.18, 0.26) : between(random, 0.74, 0.82)) * width
    const wood = inAir(air, rgb('#8a5f3c'), 0.7, 0.05)
    const iron = inAir(air, rgb('#2b2d31'), 0.4, 0.05)
    context.save()
    context.translate(x, ground * height)
    context.scale(height * 0.2, height * 0.2)
    paintBench(context, wood, iron)
    paintParkLamp(context, iron, air.lamps, left ? 0.85 : -0.85)
    context.restore()
  },
})

const paintBench = (context: Paint, wood: Rgb, iron: Rgb): void => {
  context.fillStyle = 'rgba(12, 14, 20, 0.3)'
  context.beginPath()
  context.ellipse(0.03, 0.01, 0.62, 0.05, 0, 0, Math.PI * 2)
  context.fill()
  context.fillStyle = css(iron)
  for (const leg of [-0.46, 0.42]) {
    context.fillRect(leg, -0.26, 0.035, 0.27)
    context.fillRect(leg, -0.56, 0.028, 0.32)
  }
  ;[-0.55, -0.47, -0.39].forEach((y, row) => {
    context.fillStyle = css(scaled(wood, 1.08 - row * 0.08))
    context.fillRect(-0.54, y, 1.08, 0.055)
  })
  ;[-0.28, -0.235].forEach((y, row) => {
    context.fillStyle = css(scaled(wood, 1.15 - row * 0.3))
    context.fillRect(-0.56, y, 1.12, 0.038)
  })
}

const paintParkLamp = (context: Paint, iron: Rgb, lamps: number, x: number): void => {
  context.fillStyle = css(iron)
  context.fillRect(x - 0.018, -1.5, 0.036, 1.5)
  context.fillRect(x - 0.05, -0.1, 0.1, 0.1)
  context.fillRect(x - 0.09, -1.78, 0.18, 0.03)
  context.fillStyle = lamps > 0.25 ? 'rgb(255, 236, 190)' : css(scaled(iron, 2.6))
  context.beginPath()
  context.roundRect(x - 0.065, -1.75, 0.13, 0.25, 0.04)
  context.fill()
  if (lamps > 0.25) glow(context, x, -1.62, 1.1, lamps * 0.62)
}

/** A wooden fence across the picture. */
export const fenceLayer = (air: Atmosphere, depth: number, ground: number): StageLayer => ({
  depth,
  still: true,
  paint: (context, _time, width, height) => {
    const wood = inAir(air, rgb('#a58d6c'), 0.6, 0.06)
    const dark = inAir(air, rgb('#7d6850'), 0.25, 0.06)
    const step = height * 0.16
    const random = randomFrom(Math.round(ground * 1000))
    for (let x = -margin * width; x < width * (1 + margin); x += step) {
      const tall = height * 0.105 * between(random, 0.92, 1.08)
      context.fillStyle = css(wood)
      context.fillRect(x, ground * height - tall, height * 0.012, tall)
      context.fillStyle = css(dark)
      context.fillRect(x + height * 0.008, ground * height - tall, height * 0.004, tall)
    }
    for (const share of [0.4, 0.78]) {
      const y = ground * height - height * 0.105 * share
      context.fillStyle = css(wood)
      context.fillRect(-margin * width, y, width * (1 + 2 * margin), height * 0.009)
      context.fillStyle = css(dark, 0.7)
      context.fillRect(
        -margin * width,
        y + height * 0.006,
        width * (1 + 2 * margin),
        height * 0.003,
      )
    }
  },
})
