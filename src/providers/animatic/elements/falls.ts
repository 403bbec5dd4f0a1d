import { type Canvas, createCanvas } from '@napi-rs/canvas'
import { type Atmosphere, inAir } from '../drawing/atmosphere.ts'
import { css, mix, type Rgb, rgb } from '../drawing/colour.ts'
import { between, randomFrom } from '../drawing/random.ts'
import type { Paint, StageLayer } from '../stage-types.ts'

/** Falling water. */
export interface FallsPlan {
  readonly air: Atmosphere
  readonly depth: number
  /** Middle, 0…1 of the width. */
  readonly at: number
  /** Edge that it falls from, 0…1 of the frame's height at `x` in a frame of this aspect. */
  readonly top: (x: number, aspect: number) => number
  readonly foot: number
  /** Share of the frame's height. */
  readonly wide: number
  readonly seed: number
}

/** Streaks that fall over a cliff, at two speeds, with mist at the foot. */
export const fallsLayer = (plan: FallsPlan): StageLayer => {
  const white = inAir(plan.air, rgb('#f4f9fb'), 0.75, 0.12)
  const blue = mix(inAir(plan.air, rgb('#8fb6c6'), 0.35, 0.15), plan.air.sky[2], 0.2)
  const sheets = [streaks(plan.seed, white, 1), streaks(plan.seed + 1, blue, 1.6)] as const
  return {
    depth: plan.depth,
    still: false,
    paint: (context, time, width, height) => {
      const [top, foot] = [(plan.top(plan.at, width / height) + 0.004) * height, plan.foot * height]
      const half = (plan.wide * height) / 2
      const middle = plan.at * width
      context.save()
      context.beginPath()
      context.moveTo(middle - half * 0.72, top)
      context.quadraticCurveTo(middle - half * 0.8, (top + foot) / 2, middle - half * 1.12, foot)
      context.lineTo(middle + half * 1.16, foot)
      context.quadraticCurveTo(middle + half * 0.9, (top + foot) / 2, middle + half * 0.7, top)
      context.clip()
      context.fillStyle = css(blue, 0.9)
      context.fillRect(middle - half * 1.3, top, half * 2.6, foot - top)
      const tall = foot - top
      sheets.forEach((sheet, index) => {
        const fall = ((time * (0.62 + index * 0.34)) % 1) * tall
        for (const shift of [-tall, 0])
          context.drawImage(sheet, middle - half * 1.2, top + fall + shift, half * 2.4, tall)
      })
      context.restore()
      paintMist(context, plan, white, { time, width, height })
    },
  }
}

const streaks = (seed: number, colour: Rgb, scale: number): Canvas => {
  const canvas = createCanvas(200, 512)
  const brush = canvas.getContext('2d')
  const random = randomFrom(seed)
  for (let index = 0; index < 420; index += 1) {
    const x = random() * 200
    const y = random() * 512
    const long = between(random, 40, 210)
    const strength = between(random, 0.12, 0.62)
    const thick = between(random, 0.8, 3.4) * scale
    for (const start of [y, y - 512]) {
      const fall = brush.createLinearGradient(0, start, 0, start + long)
      fall.addColorStop(0, css(colour, 0.001))
      fall.addColorStop(0.5, css(colour, strength))
      fall.addColorStop(1, css(colour, 0.001))
      brush.fillStyle = fall
      brush.fillRect(x, start, thick, long)
    }
  }
  return canvas
}

const paintMist = (
  context: Paint,
  plan: FallsPlan,
  colour: Rgb,
  {
    time,
    width,
    height,
  }: { readonly time: number; readonly width: number; readonly height: number },
): void => {
  for (let puff = 0; puff < 16; puff += 1) {
    const age = (time * 0.22 + puff / 16) % 1
    const side = Math.sin(puff * 2.4) * plan.wide * (0.5 + age * 0.7)
    const radius = (0.03 + age * 0.07) * height
    const x = plan.at * width + side * height
    const y = (plan.foot - age * 0.09 + 0.01) * height
    const cloud = context.createRadialGradient(x, y, 0, x, y, radius)
    cloud.addColorStop(0, css(colour, 0.3 * Math.sin(Math.PI * age)))
    cloud.addColorStop(1, css(colour, 0))
    context.fillStyle = cloud
    context.fillRect(x - radius, y - radius, radius * 2, radius * 2)
  }
}
