import { type Canvas, createCanvas } from '@napi-rs/canvas'
import { type Atmosphere, hazeShare } from '../drawing/atmosphere.ts'
import { css, mix, type Rgb, scaled } from '../drawing/colour.ts'
import { between, randomFrom } from '../drawing/random.ts'
import { margin } from '../drawing/raster.ts'
import type { Paint, StageLayer } from '../stage-types.ts'

/** A sheet of still or rippling water that mirrors what was drawn above it. */
export interface WaterPlan {
  readonly air: Atmosphere
  readonly depth: number
  /** Line of the far shore, 0…1 of the frame's height. */
  readonly shore: number
  /** 0 mirror … 1 choppy. */
  readonly ripple: number
  /** Colour of the water where nothing is mirrored. */
  readonly body: Rgb
  readonly seed: number
  /** Where glints lie: 0…1 of the width; null for none. */
  readonly glintAt: number | null
  /** How much of what lies under it is hidden, 0…1; under 1 for wet ground. Default 1. */
  readonly opacity?: number
}

/** Mirrors the frame above the shore line by strips that ripple, darker toward the eye, with glints. */
export const waterLayer = (plan: WaterPlan): StageLayer => {
  let mirror: Canvas | null = null
  const glints = glintsOf(plan)
  return {
    depth: plan.depth,
    still: false,
    paint: (context, time, width, height) => {
      const { d, f } = context.getTransform()
      const shoreY = Math.round(plan.shore * height * d + f)
      const frame = context.canvas
      if (shoreY >= frame.height) return
      mirror ??= createCanvas(Math.ceil(frame.width / 2), Math.ceil(frame.height / 2))
      copyAbove(mirror, frame as Canvas, shoreY)
      context.save()
      context.resetTransform()
      context.globalAlpha = plan.opacity ?? 1
      paintStrips(context, mirror, plan, { shoreY, time })
      if (plan.opacity === undefined) paintBody(context, plan, shoreY)
      context.globalAlpha = 1
      context.restore()
      paintGlints(context, plan, glints, { time, width, height })
    },
  }
}

const copyAbove = (mirror: Canvas, frame: Canvas, shoreY: number): void => {
  const brush = mirror.getContext('2d')
  brush.globalCompositeOperation = 'copy'
  brush.drawImage(frame, 0, 0, frame.width, shoreY, 0, 0, mirror.width, shoreY / 2)
}

const paintStrips = (
  context: Paint,
  mirror: Canvas,
  plan: WaterPlan,
  { shoreY, time }: { readonly shoreY: number; readonly time: number },
): void => {
  const { width, height } = context.canvas
  const deep = height - shoreY
  const unit = height / 720
  let y = 0
  while (y < deep) {
    const near = y / deep
    const thick = Math.max(1, Math.round((1.6 + near * 4.4) * unit))
    const wave =
      Math.sin((y * 0.21) / unit + time * 2.1) * 0.6 +
      Math.sin((y * 0.083) / unit - time * 1.3 + 2) +
      Math.sin((y * 0.61) / unit + time * 3.4) * 0.35
    const swell = wave * plan.ripple * (1.5 + near * 13) * unit
    const source = Math.min(
      shoreY - 2,
      y * (0.96 - near * 0.12) +
        Math.abs(swell) * 0.5 +
        Math.sin(time * 1.7 + (y * 0.13) / unit) * plan.ripple * 2.5 * unit,
    )
    const row = Math.max(0, (shoreY - 1 - Math.max(0, source)) / 2)
    context.drawImage(
      mirror,
      0,
      row,
      mirror.width,
      Math.max(0.5, thick / 2),
      swell - 14 * unit,
      shoreY + y,
      width + 28 * unit,
      thick + 0.5,
    )
    y += thick
  }
}

const paintBody = (context: Paint, plan: WaterPlan, shoreY: number): void => {
  const { width, height } = context.canvas
  const lit = mix(plan.body, plan.air.sky[2], 0.25)
  const shine = scaled(plan.air.ambient, 0.0032)
  const dark: Rgb = [lit[0] * shine[0], lit[1] * shine[1], lit[2] * shine[2]]
  const wash = context.createLinearGradient(0, shoreY, 0, height)
  wash.addColorStop(0, css(mix(dark, plan.air.haze, hazeShare(plan.air, 0.6)), 0.3))
  wash.addColorStop(0.16, css(dark, 0.2))
  wash.addColorStop(0.6, css(dark, 0.42))
  wash.addColorStop(1, css(scaled(dark, 0.55), 0.78))
  context.fillStyle = wash
  context.fillRect(0, shoreY, width, height - shoreY)
}

interface Glint {
  readonly x: number
  readonly y: number
  readonly size: number
  readonly phase: number
  readonly speed: number
}

const glintsOf = (plan: WaterPlan): readonly Glint[] => {
  const random = randomFrom(plan.seed + 3)
  return Array.from({ length: 190 }, (): Glint => {
    const near = random() ** 1.4
    const spread = 0.018 + near * 0.16
    const centre = plan.glintAt ?? 0.5
    const scatter =
      plan.glintAt === null
        ? between(random, -0.7, 0.7)
        : (random() + random() + random() - 1.5) * spread
    return {
      x: centre + scatter,
      y: near,
      size: between(random, 0.35, 1.1) * (0.2 + near * 0.8),
      phase: random() * 6.3,
      speed: between(random, 1.4, 4.2),
    }
  })
}

const paintGlints = (
  context: Paint,
  plan: WaterPlan,
  glints: readonly Glint[],
  {
    time,
    width,
    height,
  }: { readonly time: number; readonly width: number; readonly height: number },
): void => {
  const strength = plan.glintAt === null ? 0.22 : 0.2 + 0.7 * plan.air.luminary.clarity
  const top = plan.shore * height
  const deep = height * (1 + margin) - top
  context.globalCompositeOperation = 'screen'
  const light = mix(plan.air.luminary.colour, plan.air.sky[3], plan.glintAt === null ? 0.8 : 0.15)
  for (const glint of glints) {
    const flash = Math.max(0, Math.sin(time * glint.speed + glint.phase)) ** 2
    if (flash < 0.05) continue
    context.fillStyle = css(light, flash * strength * (1 - glint.y * 0.45))
    const long = glint.size * height * 0.02
    const x = glint.x * width + Math.sin(time * 0.9 + glint.phase) * long * 0.4
    context.beginPath()
    context.ellipse(
      x,
      top + glint.y * deep * 0.8 + 2,
      long,
      Math.max(0.5, glint.size * height * 0.0017),
      0,
      0,
      7,
    )
    context.fill()
  }
  context.globalCompositeOperation = 'source-over'
}
