import { type Atmosphere, inAir } from '../drawing/atmosphere.ts'
import { css, mix, type Rgb, scaled } from '../drawing/colour.ts'
import { between, type Random, randomFrom } from '../drawing/random.ts'
import { margin } from '../drawing/raster.ts'
import type { Paint, StageLayer } from '../stage-types.ts'

/** Boulders strewn over open ground. */
export interface RocksPlan {
  readonly air: Atmosphere
  readonly depth: number
  readonly surface: Rgb
  /** Where they lie, far to near, 0…1 of the frame's height. */
  readonly lies: readonly [far: number, near: number]
  /** Smallest and largest where they lie nearest, in frame heights. */
  readonly size: readonly [number, number]
  readonly count: number
  /** Half the width that is left free in the middle, 0…1 of the frame's width. */
  readonly clearing: number
  readonly distance: number
  readonly seed: number
}

/** Angular boulders with a lit face, a dark one and a shadow, small far off. */
export const rocksLayer = (plan: RocksPlan): StageLayer => ({
  depth: plan.depth,
  still: true,
  paint: (context, _time, width, height) => {
    const random = randomFrom(plan.seed)
    const [far, near] = plan.lies
    const spots = Array.from({ length: plan.count }, () => {
      const share = random() ** 1.6
      return {
        x: between(random, -margin, 1 + margin),
        y: far + (near - far) * share,
        size: between(random, ...plan.size) * (0.14 + 0.86 * share),
      }
    }).toSorted((a, b) => a.y - b.y)
    for (const { x, y, size } of spots) {
      const shape = outline(random)
      if (Math.abs(x - 0.5) < plan.clearing) continue
      context.save()
      context.translate(x * width, y * height)
      context.scale(size * height, size * height)
      paintRock(context, plan, shape)
      context.restore()
    }
  },
})

type Outline = readonly (readonly [x: number, y: number])[]

/** Half a polygon over the ground, from left to right, as boulders have. */
const outline = (random: Random): Outline => {
  const corners = 7
  const lean = between(random, -0.2, 0.2)
  const high = between(random, 0.55, 0.95)
  return Array.from({ length: corners }, (_, corner) => {
    const angle = Math.PI * (1 - corner / (corners - 1))
    const reach = between(random, 0.82, 1.12)
    return [
      Math.cos(angle) * reach * 0.62 + Math.sin(angle) * lean,
      -Math.sin(angle) * reach * high * 0.72,
    ] as const
  })
}

const paintRock = (context: Paint, { air, surface, distance }: RocksPlan, shape: Outline): void => {
  const side = air.luminary.x < 0.5 ? -1 : 1
  const stone = air.weather === 'snow' ? mix(surface, [232, 238, 247], 0.45) : surface
  const lit = inAir(air, stone, 1, distance)
  const dark = inAir(air, stone, 0.1, distance)
  context.fillStyle = css(scaled(air.shadow, 0.3), 0.4)
  context.beginPath()
  context.ellipse(-side * 0.22, 0, 0.85, 0.11, 0, 0, Math.PI * 2)
  context.fill()
  const face = context.createLinearGradient(-0.6 * side, 0, 0.6 * side, -0.4)
  face.addColorStop(0, css(dark))
  face.addColorStop(0.6, css(mix(dark, lit, 0.5)))
  face.addColorStop(1, css(lit))
  context.fillStyle = face
  trace(context, [...shape, [0.3, 0.06], [-0.3, 0.06]])
  const middle = shape[3] ?? [0, -0.6]
  context.fillStyle = css(mix(lit, air.sky[1], 0.08), 0.7)
  trace(context, [
    ...(side > 0 ? shape.slice(3, 6) : shape.slice(1, 4).toReversed()),
    [middle[0] + side * 0.12, middle[1] * 0.42],
  ])
  context.fillStyle = css(scaled(dark, 0.75), 0.55)
  trace(context, [
    ...(side > 0 ? shape.slice(0, 2) : shape.slice(5).toReversed()),
    [middle[0] - side * 0.16, middle[1] * 0.4],
    [-side * 0.12, 0.05],
  ])
}

const trace = (context: Paint, points: Outline): void => {
  context.beginPath()
  for (const point of points) context.lineTo(...point)
  context.closePath()
  context.fill()
}

/** Craters in open ground, from the horizon to the eye. */
export const cratersLayer = (
  plan: Pick<RocksPlan, 'air' | 'depth' | 'surface' | 'lies' | 'count' | 'seed'>,
): StageLayer => ({
  depth: plan.depth,
  still: true,
  paint: (context, _time, width, height) => {
    const random = randomFrom(plan.seed)
    const [far, near] = plan.lies
    const side = plan.air.luminary.x < 0.5 ? -1 : 1
    const lit = inAir(plan.air, scaled(plan.surface, 1.25), 1, 0)
    const dark = inAir(plan.air, scaled(plan.surface, 0.6), 0, 0)
    for (let index = 0; index < plan.count; index += 1) {
      const share = random() ** 1.5
      const radius = between(random, 0.03, 0.13) * (0.12 + 0.88 * share) * height
      context.save()
      context.translate(
        between(random, -margin, 1 + margin) * width,
        (far + (near - far) * share) * height,
      )
      context.scale(radius, radius * (0.16 + 0.12 * share))
      const bowl = context.createLinearGradient(side, 0, -side, 0)
      bowl.addColorStop(0, css(dark, 0.85))
      bowl.addColorStop(0.55, css(dark, 0.35))
      bowl.addColorStop(1, css(lit, 0.5))
      context.fillStyle = bowl
      context.beginPath()
      context.arc(0, 0, 1, 0, Math.PI * 2)
      context.fill()
      context.lineWidth = 0.12
      context.strokeStyle = css(lit, 0.55)
      context.beginPath()
      context.arc(
        0,
        0,
        1.03,
        side > 0 ? Math.PI * 0.55 : -Math.PI * 0.45,
        side > 0 ? Math.PI * 1.45 : Math.PI * 0.45,
      )
      context.stroke()
      context.restore()
    }
  },
})
