import { type Atmosphere, inAir } from '../drawing/atmosphere.ts'
import { css, mix, type Rgb, rgb } from '../drawing/colour.ts'
import { between, oneOf, type Random, randomFrom } from '../drawing/random.ts'
import { margin } from '../drawing/raster.ts'
import type { Paint, StageLayer } from '../stage-types.ts'

/** A row of town or city buildings seen flat on, as on a skyline. */
export interface TowersPlan {
  readonly air: Atmosphere
  readonly depth: number
  /** Foot of the buildings, 0…1 of the frame's height. */
  readonly foot: number
  /** Lowest and tallest as shares of the frame's height. */
  readonly tall: readonly [number, number]
  /** Narrowest and widest as shares of the frame's height. */
  readonly wide: readonly [number, number]
  readonly distance: number
  readonly seed: number
  /** Where the tallest stand, 0…1 of the width; null for an even row. */
  readonly centre: number | null
}

const walls = ['#7d8794', '#8f8a86', '#6b7686', '#a29588', '#767f8f', '#8a7a74', '#5f6b7c']

/** Towers with lit and shaded sides and windows that shine when it is dark. */
export const towersLayer = (plan: TowersPlan): StageLayer => ({
  depth: plan.depth,
  still: true,
  paint: (context, _time, width, height) => {
    const random = randomFrom(plan.seed)
    let x = -margin * width
    while (x < width * (1 + margin)) {
      const wide = between(random, ...plan.wide) * height
      const place =
        plan.centre === null ? 1 : 0.45 + 0.85 * Math.exp(-(((x / width - plan.centre) * 2.6) ** 2))
      const tall = between(random, ...plan.tall) * place * height
      paintTower(context, plan, { x, wide, tall, foot: plan.foot * height }, random, height)
      x += wide * between(random, 0.82, 1.12)
    }
  },
})

interface TowerBox {
  readonly x: number
  readonly wide: number
  readonly tall: number
  readonly foot: number
}

const paintTower = (
  context: Paint,
  plan: TowersPlan,
  box: TowerBox,
  random: Random,
  height: number,
): void => {
  const { air, distance } = plan
  const wall = rgb(oneOf(random, walls))
  const sunRight = air.luminary.x > 0.5
  const lit = inAir(air, wall, 0.75, distance)
  const dark = inAir(air, wall, 0.12, distance)
  const top = box.foot - box.tall
  const face = context.createLinearGradient(0, top, 0, box.foot)
  face.addColorStop(0, css(mix(dark, lit, 0.5)))
  face.addColorStop(
    1,
    css(mix(mix(dark, lit, 0.25), air.haze, 0.3 * Math.min(1, air.hazeStrength * 0.6))),
  )
  context.fillStyle = face
  const setback = random() < 0.35 ? between(random, 0.12, 0.25) : 0
  context.fillRect(box.x, top + box.tall * setback, box.wide, box.tall * (1 - setback) + 2)
  context.fillRect(box.x + box.wide * 0.2, top, box.wide * 0.6, box.tall * setback + 2)
  const edge = box.wide * between(random, 0.16, 0.3)
  context.fillStyle = css(lit, 0.55)
  context.fillRect(
    sunRight ? box.x + box.wide - edge : box.x,
    top + box.tall * setback,
    edge,
    box.tall * (1 - setback),
  )
  if (random() < 0.3) {
    context.fillStyle = css(mix(dark, air.haze, 0.2))
    context.fillRect(
      box.x + box.wide * 0.48,
      top - box.tall * 0.14,
      Math.max(1, box.wide * 0.03),
      box.tall * 0.15,
    )
  }
  paintWindows(context, plan, { ...box, tall: box.tall * (1 - setback) }, random, height)
}

const lampColours: readonly Rgb[] = [
  [255, 214, 140],
  [255, 190, 112],
  [255, 236, 190],
  [190, 220, 255],
]

const paintWindows = (
  context: Paint,
  { air, distance }: TowersPlan,
  box: TowerBox,
  random: Random,
  height: number,
): void => {
  const pitch = Math.max(3.2, height * between(random, 0.0105, 0.0155) * (1.25 - distance * 0.5))
  const columns = Math.floor((box.wide * 0.86) / pitch)
  const rows = Math.floor((box.tall - pitch) / (pitch * 1.35))
  const left = box.x + (box.wide - columns * pitch) / 2
  const glass = inAir(air, [70, 92, 120], 0.5, distance)
  const busy = between(random, 0.25, 0.75) * air.lamps
  for (let row = 0; row < rows; row += 1) {
    const y = box.foot - box.tall + pitch * (0.8 + row * 1.35)
    for (let column = 0; column < columns; column += 1) {
      const isLit = random() < busy
      const lamp = mix(oneOf(random, lampColours), air.haze, distance * 0.4)
      context.fillStyle = isLit
        ? css(lamp, 0.55 + random() * 0.45)
        : css(mix(glass, air.sky[2], random() * 0.35), 0.5)
      context.fillRect(left + column * pitch + pitch * 0.2, y, pitch * 0.6, pitch * 0.78)
    }
  }
}
