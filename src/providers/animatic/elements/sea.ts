import { type Atmosphere, inAir } from '../drawing/atmosphere.ts'
import { css, mix, rgb } from '../drawing/colour.ts'
import { fractal, noiseFrom } from '../drawing/noise.ts'
import { margin } from '../drawing/raster.ts'
import type { Paint, StageLayer } from '../stage-types.ts'

/** Rolling swell between the horizon and the eye. */
export interface SwellPlan {
  readonly air: Atmosphere
  readonly depth: number
  readonly horizon: number
  /** Lower edge of the sea, 0…1 of the frame's height. */
  readonly to: number
  /** 0 calm … 1 heavy. */
  readonly force: number
  readonly seed: number
}

const crests = 22

/** Crests that roll toward the eye, with light on their backs and foam where they break. */
export const swellLayer = (plan: SwellPlan): StageLayer => {
  const noise = fractal(noiseFrom(plan.seed), 3)
  const { air } = plan
  const foam = inAir(air, rgb('#f4f8fa'), 0.7, 0.05)
  const back = mix(air.sky[3], air.sky[2], 0.3)
  const trough = inAir(air, rgb('#143a50'), 0.2, 0.05)
  return {
    depth: plan.depth,
    still: false,
    paint: (context, time, width, height) => {
      for (let crest = 0; crest < crests; crest += 1) {
        const share = ((crest + time * (0.35 + plan.force * 0.3)) / crests) % 1
        const near = share ** 2.2
        const y = (plan.horizon + (plan.to - plan.horizon) * near) * height
        const tall = (0.0015 + near * (0.022 + plan.force * 0.05)) * height
        const visible = Math.min(1, share * 6, (1 - share) * 7)
        const line = lineOf(noise, { crest, near, time, width, tall })
        fillCrest(context, line, { y, tall, width }, css(trough, 0.34 * visible * (0.25 + near)))
        fillCrest(
          context,
          line,
          { y: y - tall * 0.35, tall: tall * 0.42, width },
          css(back, (0.12 + near * 0.2) * visible),
        )
        if (plan.force > 0.15 && near > 0.16)
          foamOn(
            context,
            noise,
            line,
            { y: y - tall * 0.3, tall, crest, time, width, colour: css(foam, 0.7 * visible) },
            plan.force,
          )
      }
    },
  }
}

const points = 40

const lineOf = (
  noise: (x: number, y: number) => number,
  {
    crest,
    near,
    time,
    width,
    tall,
  }: {
    readonly crest: number
    readonly near: number
    readonly time: number
    readonly width: number
    readonly tall: number
  },
): readonly (readonly [number, number])[] =>
  Array.from({ length: points + 1 }, (_, index): readonly [number, number] => {
    const x = -margin + (index / points) * (1 + 2 * margin)
    const scale = 7 / (0.4 + near * 2)
    return [
      x * width,
      noise(x * scale + crest * 3.7 + time * 0.12, crest * 1.3 + time * 0.22) * tall * 3.4,
    ]
  })

const fillCrest = (
  context: Paint,
  line: readonly (readonly [number, number])[],
  { y, tall }: { readonly y: number; readonly tall: number; readonly width: number },
  colour: string,
): void => {
  context.fillStyle = colour
  context.beginPath()
  for (const [x, lift] of line) context.lineTo(x, y - Math.max(0, lift))
  for (const [x, lift] of line.toReversed())
    context.lineTo(x, y + tall * 0.55 + Math.min(0, lift) * 0.3)
  context.closePath()
  context.fill()
}

const foamOn = (
  context: Paint,
  noise: (x: number, y: number) => number,
  line: readonly (readonly [number, number])[],
  at: {
    readonly y: number
    readonly tall: number
    readonly crest: number
    readonly time: number
    readonly width: number
    readonly colour: string
  },
  force: number,
): void => {
  context.fillStyle = at.colour
  context.beginPath()
  for (const [x, lift] of line) {
    const fleck = noise((x / at.width) * 9 + at.crest * 5.1, at.time * 0.3 + at.crest)
    if (fleck < 0.24 - force * 0.32) continue
    const long = at.width * 0.022 * (0.5 + fleck) * (0.5 + at.tall * 0.02)
    context.moveTo(x + long, at.y - Math.max(0, lift))
    context.ellipse(
      x,
      at.y - Math.max(0, lift),
      long,
      Math.max(0.6, at.tall * 0.09),
      0,
      0,
      Math.PI * 2,
    )
  }
  context.fill()
}

/** Thin sheets of water that run up a beach and back, edged with foam. */
export const swashLayer = (
  air: Atmosphere,
  depth: number,
  edgeAt: number,
  seed: number,
): StageLayer => {
  const noise = fractal(noiseFrom(seed), 4)
  const water = mix(inAir(air, rgb('#7fa9ae'), 0.5, 0), air.sky[2], 0.35)
  const foam = inAir(air, rgb('#fbfdfc'), 0.8, 0)
  return {
    depth,
    still: false,
    paint: (context, time, width, height) => {
      for (let sheet = 0; sheet < 3; sheet += 1) {
        const phase = (time / 5.5 + sheet / 3) % 1
        const run = Math.sin(Math.PI * phase) ** 0.8
        const fade = Math.min(1, phase * 7, (1 - phase) * 3.2)
        const line = Array.from({ length: 61 }, (_, index): readonly [number, number] => {
          const x = -margin + (index / 60) * (1 + 2 * margin)
          const y = edgeAt + run * 0.075 + noise(x * 3.2 + sheet * 9, sheet * 4 + run * 0.3) * 0.034
          return [x * width, y * height]
        })
        context.fillStyle = css(water, 0.42 * fade)
        context.beginPath()
        context.moveTo(-margin * width, (edgeAt - 0.05) * height)
        for (const [x, y] of line) context.lineTo(x, y)
        context.lineTo((1 + margin) * width, (edgeAt - 0.05) * height)
        context.fill()
        for (const [thick, opacity, back] of [
          [0.007, 0.85, 0],
          [0.0035, 0.5, 0.012],
          [0.003, 0.34, 0.024],
        ] as const) {
          context.strokeStyle = css(foam, opacity * fade)
          context.lineWidth = thick * height
          context.lineJoin = 'round'
          context.beginPath()
          for (const [x, y] of line)
            context.lineTo(x, y - back * height + noise(x * 0.05, back * 99) * 0.004 * height)
          context.stroke()
        }
      }
    },
  }
}
