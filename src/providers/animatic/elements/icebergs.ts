import { type Atmosphere, inAir } from '../drawing/atmosphere.ts'
import { css, mix, type Rgb, rgb, scaled } from '../drawing/colour.ts'
import { between, type Random, randomFrom } from '../drawing/random.ts'
import type { Paint, StageLayer } from '../stage-types.ts'

/** Ice afloat. */
export interface Iceberg {
  /** Middle in the frame, 0…1 of the width; water line, 0…1 of the height. */
  readonly x: number
  readonly y: number
  /** Width in frame heights. */
  readonly wide: number
  /** Height against the width. */
  readonly tall: number
}

/** Icebergs: peaks of facets, white where lit, blue in the shade and at the water. */
export const icebergsLayer = (
  air: Atmosphere,
  depth: number,
  bergs: readonly Iceberg[],
  look: { readonly distance: number; readonly seed: number },
): StageLayer => ({
  depth,
  still: true,
  paint: (context, _time, width, height) => {
    const random = randomFrom(look.seed)
    for (const berg of bergs) {
      context.save()
      context.translate(berg.x * width, berg.y * height)
      context.scale(berg.wide * height, berg.wide * height)
      paintBerg(context, air, berg.tall, look.distance, random)
      context.restore()
    }
  },
})

type Corner = readonly [x: number, y: number]

const paintBerg = (
  context: Paint,
  air: Atmosphere,
  tall: number,
  distance: number,
  random: Random,
): void => {
  const side = air.luminary.x < 0.5 ? -1 : 1
  const lit = inAir(air, rgb('#f6fafd'), 1, distance)
  const shade = inAir(air, rgb('#8fc0dc'), 0.5, distance)
  const deep = inAir(air, rgb('#4f9cc4'), 0.4, distance)
  const count = 15
  const top = Array.from({ length: count }, (_, index): Corner => {
    const share = index / (count - 1)
    const hump = Math.sin(Math.PI * share) ** 0.7
    return [
      share - 0.5 + between(random, -0.03, 0.03),
      index === 0 || index === count - 1 ? 0 : -tall * hump * between(random, 0.62, 1.02),
    ]
  })
  for (let index = 0; index + 1 < count; index += 1) {
    const [left, right]: readonly [Corner, Corner] = [
      top[index] ?? [0, 0],
      top[index + 1] ?? [0, 0],
    ]
    const slope = right[1] - left[1]
    const turned = Math.sign(slope) === side || Math.abs(slope) < 0.02
    facet(
      context,
      turned
        ? mix(shade, lit, between(random, 0.8, 1))
        : mix(shade, lit, between(random, 0.3, 0.68)),
      [left, right, [right[0] * 0.96 + between(random, -0.02, 0.02), 0], [left[0] * 0.96, 0]],
    )
  }
  const foot = context.createLinearGradient(0, -tall * 0.4, 0, 0)
  foot.addColorStop(0, css(deep, 0))
  foot.addColorStop(1, css(deep, 0.55))
  context.fillStyle = foot
  context.beginPath()
  for (const [x, y] of top) context.lineTo(x, y * 0.5)
  context.fill()
  context.strokeStyle = css(scaled(lit, 1.05), 0.7)
  context.lineWidth = 0.006
  context.beginPath()
  for (const [x, y] of top) context.lineTo(x, y)
  context.stroke()
}

const facet = (context: Paint, colour: Rgb, points: readonly Corner[]): void => {
  context.fillStyle = css(colour)
  context.beginPath()
  for (const [x, y] of points) context.lineTo(x, y)
  context.closePath()
  context.fill()
}
