import { type Atmosphere, inAir } from '../drawing/atmosphere.ts'
import { css, mix, type Rgb, rgb, scaled } from '../drawing/colour.ts'
import { between, oneOf, type Random, randomFrom } from '../drawing/random.ts'
import { margin } from '../drawing/raster.ts'
import type { Paint, StageLayer } from '../stage-types.ts'

/** Houses along a line of ground. */
export interface HousesPlan {
  readonly air: Atmosphere
  readonly depth: number
  readonly ground: (x: number, aspect: number) => number
  /** From and to, 0…1 of the width. */
  readonly span: readonly [number, number]
  readonly count: number
  /** Width of a house as a share of the frame's height. */
  readonly size: number
  readonly distance: number
  readonly seed: number
  readonly church: boolean
}

const plasters = ['#efe4d0', '#e6cfae', '#d9b48f', '#e9dccb', '#cfc4b4', '#d8a48a', '#f1ead9']
const tiles = ['#8e4a38', '#7a3f33', '#9a5a42', '#5c4a46', '#6e4438']

/** Gabled houses with lit and shaded walls, roofs, chimneys and warm windows after dark. */
export const housesLayer = (plan: HousesPlan): StageLayer => ({
  depth: plan.depth,
  still: true,
  paint: (context, _time, width, height) => {
    const random = randomFrom(plan.seed)
    const [from, to] = plan.span
    const spots = Array.from({ length: plan.count }, (_, index) => ({
      x: from + ((index + between(random, 0.2, 0.8)) / plan.count) * (to - from),
      size: plan.size * between(random, 0.78, 1.2),
      lift: between(random, -0.008, 0.012),
    })).toSorted((a, b) => a.lift - b.lift)
    const middle = Math.floor(plan.count / 2)
    spots.forEach((spot, index) => {
      if (spot.x < -margin || spot.x > 1 + margin) return
      context.save()
      context.translate(spot.x * width, (plan.ground(spot.x, width / height) + spot.lift) * height)
      context.scale(spot.size * height, spot.size * height)
      if (plan.church && index === middle) paintChurch(context, plan, random)
      else paintHouse(context, plan, random)
      context.restore()
    })
  },
})

interface Walls {
  readonly front: Rgb
  readonly side: Rgb
  readonly roof: Rgb
  readonly roofDark: Rgb
}

const wallsOf = (plan: HousesPlan, random: Random): Walls => {
  const wall = rgb(oneOf(random, plasters))
  const roof = plan.air.weather === 'snow' ? rgb('#e9eef6') : rgb(oneOf(random, tiles))
  return {
    front: inAir(plan.air, wall, 0.72, plan.distance),
    side: inAir(plan.air, wall, 0.1, plan.distance),
    roof: inAir(plan.air, roof, 0.7, plan.distance),
    roofDark: inAir(plan.air, roof, 0.15, plan.distance),
  }
}

/** A house of unit width with its foot at the origin. */
const paintHouse = (context: Paint, plan: HousesPlan, random: Random): void => {
  const colours = wallsOf(plan, random)
  const litRight = plan.air.luminary.x > 0.5
  if (!litRight) context.scale(-1, 1)
  const tall = between(random, 0.42, 0.68)
  const gable = between(random, 0.3, 0.42)
  const split = between(random, -0.12, 0.04)
  polygon(context, colours.side, [-0.5, 0.06, -0.5, -tall, split, -tall, split, 0.06])
  polygon(context, colours.front, [
    split,
    0.06,
    split,
    -tall,
    (split + 0.5) / 2,
    -tall - gable,
    0.5,
    -tall,
    0.5,
    0.06,
  ])
  const ridge = (split + 0.5) / 2
  polygon(context, colours.roofDark, [
    -0.56,
    -tall + 0.03,
    -0.34,
    -tall - gable - 0.02,
    ridge,
    -tall - gable - 0.03,
    split - 0.03,
    -tall + 0.04,
  ])
  polygon(context, colours.roof, [
    ridge - 0.012,
    -tall - gable - 0.045,
    0.555,
    -tall + 0.045,
    0.5,
    -tall + 0.05,
    ridge - 0.01,
    -tall - gable + 0.03,
  ])
  context.fillStyle = css(scaled(colours.side, 0.8))
  context.fillRect(-0.26, -tall - gable - 0.14, 0.09, 0.2)
  paintOpenings(context, plan, { split, tall, wall: colours.front }, random)
}

const paintOpenings = (
  context: Paint,
  plan: HousesPlan,
  { split, tall, wall }: { readonly split: number; readonly tall: number; readonly wall: Rgb },
  random: Random,
): void => {
  const rows = tall > 0.55 ? 2 : 1
  const glass = mix(inAir(plan.air, rgb('#3c4a5c'), 0.3, plan.distance), plan.air.sky[1], 0.2)
  for (let row = 0; row < rows; row += 1) {
    for (const x of [-0.4, -0.22, split + 0.1, split + 0.32]) {
      if (x > 0.42 || (x < split && x > split - 0.1)) continue
      const lit = random() < plan.air.lamps * 0.72
      const y = -tall + 0.1 + row * 0.26
      context.fillStyle = css(scaled(wall, 0.72))
      context.fillRect(x - 0.012, y - 0.012, 0.104, 0.144)
      context.fillStyle = lit ? css([255, 205 + random() * 25, 128]) : css(glass)
      context.fillRect(x, y, 0.08, 0.12)
      if (lit) glow(context, x + 0.04, y + 0.06, 0.22, plan.air.lamps * 0.35)
    }
  }
  context.fillStyle = css(inAir(plan.air, rgb('#5a3c2c'), 0.4, plan.distance))
  context.fillRect(split + 0.2, -0.2, 0.1, 0.26)
}

/** Warm light around a lamp or window. */
export const glow = (
  context: Paint,
  x: number,
  y: number,
  radius: number,
  strength: number,
): void => {
  const light = context.createRadialGradient(x, y, 0, x, y, radius)
  light.addColorStop(0, `rgba(255, 196, 110, ${strength.toFixed(3)})`)
  light.addColorStop(0.35, `rgba(255, 180, 96, ${(strength * 0.36).toFixed(3)})`)
  light.addColorStop(1, 'rgba(255, 170, 90, 0)')
  context.globalCompositeOperation = 'screen'
  context.fillStyle = light
  context.fillRect(x - radius, y - radius, radius * 2, radius * 2)
  context.globalCompositeOperation = 'source-over'
}

const paintChurch = (context: Paint, plan: HousesPlan, random: Random): void => {
  paintHouse(context, plan, random)
  const colours = wallsOf(plan, random)
  const tower = inAir(plan.air, rgb('#e4dccb'), 0.7, plan.distance)
  const shade = inAir(plan.air, rgb('#e4dccb'), 0.12, plan.distance)
  polygon(context, shade, [-0.78, 0.06, -0.78, -1.35, -0.6, -1.35, -0.6, 0.06])
  polygon(context, tower, [-0.6, 0.06, -0.6, -1.35, -0.45, -1.35, -0.45, 0.06])
  polygon(context, colours.roofDark, [-0.82, -1.33, -0.615, -2.05, -0.6, -1.33])
  polygon(context, colours.roof, [-0.6, -1.33, -0.615, -2.05, -0.41, -1.33])
  context.fillStyle = css(scaled(shade, 0.6))
  context.beginPath()
  context.arc(-0.525, -1.1, 0.045, 0, Math.PI * 2)
  context.fill()
}

/** A filled shape from pairs of x and y. */
export const polygon = (context: Paint, colour: Rgb, points: readonly number[]): void => {
  context.fillStyle = css(colour)
  context.beginPath()
  for (let index = 0; index + 1 < points.length; index += 2) {
    context.lineTo(points[index] as number, points[index + 1] as number)
  }
  context.closePath()
  context.fill()
}

/** Smoke that rises from chimneys and bends in the wind. */
export const smokeLayer = (
  air: Atmosphere,
  depth: number,
  chimneys: readonly (readonly [x: number, y: number])[],
): StageLayer => {
  const colour = mix(air.haze, air.sky[3], 0.4)
  return {
    depth,
    still: false,
    paint: (context, time, width, height) => {
      chimneys.forEach(([x, y], chimney) => {
        for (let puff = 0; puff < 12; puff += 1) {
          const age = (time * 0.16 + puff / 12 + chimney * 0.37) % 1
          const drift = age * age * (0.05 + air.wind * 0.09)
          const radius = (0.006 + age * 0.026) * height
          const px = x * width + (drift + Math.sin(age * 7 + chimney) * 0.004) * height
          const py = (y - age * 0.17) * height
          const cloud = context.createRadialGradient(px, py, 0, px, py, radius)
          cloud.addColorStop(0, css(colour, 0.26 * (1 - age)))
          cloud.addColorStop(1, css(colour, 0))
          context.fillStyle = cloud
          context.fillRect(px - radius, py - radius, radius * 2, radius * 2)
        }
      })
    },
  }
}
