import { type Atmosphere, inAir } from '../drawing/atmosphere.ts'
import { css, mix, type Rgb, rgb, scaled } from '../drawing/colour.ts'
import { between, type Random, randomFrom } from '../drawing/random.ts'
import type { Paint, StageLayer } from '../stage-types.ts'

/** Rows of plants that run from the horizon to the eye. */
export interface CropRowsPlan {
  readonly air: Atmosphere
  readonly depth: number
  readonly horizon: number
  /** Where rows begin and end, 0…1 of the frame's height. */
  readonly span: readonly [far: number, near: number]
  /** From row to row and height of a row, in frame heights at the frame's lower edge. */
  readonly pitch: number
  readonly tall: number
  readonly leaf: Rgb
  /** Colour of blossom or fruit on it, and its share of what is seen, 0…1. */
  readonly bloom: readonly [Rgb, number]
  /** Whether posts with wires hold the plants. */
  readonly posts: boolean
  readonly seed: number
}

/** Rows in perspective: mounds of leaf and bloom, dark below and lit on top, with posts where they are trained. */
export const cropRowsLayer = (plan: CropRowsPlan): StageLayer => ({
  depth: plan.depth,
  still: true,
  paint: (context, _time, width, height) => {
    const random = randomFrom(plan.seed)
    const [far, near] = plan.span
    const [first, last] = [far - plan.horizon, near - plan.horizon].map(
      (v) => v / (1 - plan.horizon),
    ) as [number, number]
    // Even distances along a row, which crowd toward the horizon.
    const places: number[] = []
    for (let away = 1 / last; away < 1 / first; away += 0.085 * (1 + away * 0.14))
      places.push(1 / away)
    for (const v of places.toReversed()) {
      const rows = Math.ceil(((width / height) * 0.75) / (plan.pitch * v))
      for (let row = -Math.min(rows, 60); row <= Math.min(rows, 60); row += 1) {
        const x = width / 2 + (row + 0.5) * plan.pitch * v * height
        const y = (plan.horizon + v * (1 - plan.horizon)) * height
        paintMound(context, plan, { x, y, v, height }, random)
      }
    }
    if (plan.posts) paintPosts(context, plan, last, width, height)
  },
})

interface Mound {
  readonly x: number
  readonly y: number
  /** 0 at the horizon … 1 at the frame's lower edge. */
  readonly v: number
  readonly height: number
}

const paintMound = (
  context: Paint,
  plan: CropRowsPlan,
  { x, y, v, height }: Mound,
  random: Random,
): void => {
  const { air, tall } = plan
  const distance = 0.65 * (1 - v) ** 3
  const leaf = air.weather === 'snow' ? mix(plan.leaf, rgb('#e6ecf4'), 0.6) : plan.leaf
  const dark = inAir(air, scaled(leaf, 0.62), 0.06, distance)
  const lit = inAir(air, mix(leaf, rgb('#d8d47a'), 0.18), 0.95, distance)
  const bloom = inAir(air, plan.bloom[0], 0.95, distance)
  const high = tall * v * height
  const wide = Math.max(high * 0.62, plan.pitch * v * height * 0.26)
  context.fillStyle = css(scaled(air.shadow, 0.4), 0.28)
  context.beginPath()
  context.ellipse(x, y, wide * 1.25, high * 0.12, 0, 0, Math.PI * 2)
  context.fill()
  const clumps = Math.round(Math.min(46, 4 + v * 95))
  for (let index = 0; index < clumps; index += 1) {
    const up = (index + random()) / clumps
    const isBloom = up > 0.3 && random() < plan.bloom[1]
    context.fillStyle = css(
      isBloom ? scaled(bloom, 0.75 + up * 0.3) : mix(dark, lit, up * between(random, 0.55, 1)),
    )
    const size = wide * between(random, 0.11, 0.2) * (1 + 0.6 * Math.max(0, 0.2 - v) * 5)
    context.beginPath()
    context.ellipse(
      x + between(random, -1, 1) * wide * 0.66 * Math.sqrt(1 - up * 0.7),
      y - up * high * 0.92,
      size,
      size * between(random, 0.5, 0.8),
      between(random, 0.6, 2.5),
      0,
      Math.PI * 2,
    )
    context.fill()
  }
}

/** Posts at the near ends of the rows. */
const paintPosts = (
  context: Paint,
  { air, horizon, pitch, tall }: CropRowsPlan,
  v: number,
  width: number,
  height: number,
): void => {
  const wood = inAir(air, rgb('#8a6a48'), 0.7, 0.04)
  for (let row = -8; row <= 8; row += 1) {
    const x = width / 2 + (row + 0.5) * pitch * v * height
    const y = (horizon + v * (1 - horizon)) * height
    const [thick, high] = [0.016 * v * height, tall * 1.12 * v * height]
    context.fillStyle = css(scaled(wood, 0.62))
    context.fillRect(x - thick, y - high, thick * 2, high * 1.02)
    context.fillStyle = css(wood)
    context.fillRect(x - thick, y - high, thick * 1.2, high * 1.02)
  }
}
