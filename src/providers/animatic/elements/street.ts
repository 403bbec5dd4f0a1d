import type { CanvasGradient } from '@napi-rs/canvas'
import { type Atmosphere, inAir } from '../drawing/atmosphere.ts'
import { css, mix, type Rgb, rgb, scaled } from '../drawing/colour.ts'
import { between, oneOf, type Random, randomFrom } from '../drawing/random.ts'
import type { Paint, StageLayer } from '../stage-types.ts'
import { glow } from './houses.ts'

/** A street running away from the eye to one vanishing point. */
export interface StreetPlan {
  readonly air: Atmosphere
  /** Vanishing point, 0…1 of the frame. */
  readonly vanishX: number
  readonly horizon: number
  readonly seed: number
  /** High fronts of a city, low warm ones of an old town, or such as stand in water. Default `city`. */
  readonly houses?: 'city' | 'town' | 'canal'
}

/** A point of the street in frame pixels: `across` and `up` in street widths, `away` ≥ 0.5 from the eye. */
export type Project = (across: number, up: number, away: number) => readonly [number, number]

/** Perspective of a street: at `away` 1 the road is as wide as 0.9 of the frame's height. */
export const projector =
  (plan: StreetPlan, width: number, height: number): Project =>
  (across, up, away) => [
    plan.vanishX * width + (across * 0.9 * height) / away,
    plan.horizon * height + ((0.46 - up) * 0.9 * height) / away,
  ]

const facades = [
  '#9c6b52',
  '#b08d6a',
  '#8c8f98',
  '#7a6a62',
  '#c2a98a',
  '#6f7a88',
  '#a8786a',
  '#8d7f6c',
]

const townFacades = ['#c99f6c', '#b97b52', '#d8b88a', '#c58f60', '#a9684c', '#dfc7a0'] as const

const canalFacades = ['#c98f76', '#d9b27c', '#b9705a', '#e0c9a2', '#cf9a8c', '#d8a860'] as const

/** Walls, heights in street widths, and floors: the fewest and how many more there may be. */
const rows = {
  city: { walls: facades, tall: [1.7, 3.4], floors: [4, 4] },
  town: { walls: townFacades, tall: [1.0, 1.75], floors: [1, 2] },
  canal: { walls: canalFacades, tall: [1.05, 1.9], floors: [2, 2] },
} as const

/** Rows of house fronts on both sides, between two distances. */
export const frontsLayer = (
  plan: StreetPlan,
  depth: number,
  [near, far]: readonly [number, number],
): StageLayer => ({
  depth,
  still: true,
  paint: (context, _time, width, height) => {
    const project = projector(plan, width, height)
    for (const side of [-1, 1] as const) {
      const random = randomFrom(plan.seed + side + Math.round(near * 10))
      const fronts = rowOf(plan, side, [near, far], random)
      for (const front of fronts.toReversed()) paintFront(context, plan, project, front, random)
    }
  },
})

/** House fronts of one side, from the near one on. */
const rowOf = (
  { houses }: StreetPlan,
  side: -1 | 1,
  [near, far]: readonly [number, number],
  random: Random,
): readonly Front[] => {
  const { walls, tall, floors } = rows[houses ?? 'city']
  const fronts: Front[] = []
  let away = near
  while (away < far) {
    const deep = between(random, 0.55, 0.95) * Math.max(0.6, away * 0.45)
    fronts.push({
      side,
      from: away,
      to: away + deep,
      tall: between(random, tall[0], tall[1]),
      wall: rgb(oneOf(random, walls)),
      floors: floors[0] + Math.floor(random() * floors[1]),
    })
    away += deep
  }
  return fronts
}

interface Front {
  readonly side: -1 | 1
  readonly from: number
  readonly to: number
  readonly tall: number
  readonly wall: Rgb
  readonly floors: number
}

const edge = 0.82

const snow: Rgb = [232, 238, 247]

/** A colour under as much snow as lies there, 0…1, when it snows. */
const snowedOn = (air: Atmosphere, colour: Rgb, share: number): Rgb =>
  air.weather === 'snow' ? mix(colour, snow, share) : colour

type Corner = readonly [along: number, up: number]

const paintFront = (
  context: Paint,
  plan: StreetPlan,
  project: Project,
  front: Front,
  random: Random,
): void => {
  const { air } = plan
  const distance = Math.min(0.9, front.from * 0.085)
  const facing = front.side < 0 === air.luminary.x > 0.5 ? 0.62 : 0.16
  const wall = inAir(air, front.wall, facing, distance)
  const place = ([along, up]: Corner): readonly [number, number] =>
    project(front.side * edge, up, front.from + (front.to - front.from) * along)
  quad(context, wall, place, [0, 0], [1, front.tall])
  const [, y0] = place([0, front.tall])
  const [, y1] = place([0, 0])
  const fall = context.createLinearGradient(0, y0, 0, y1)
  fall.addColorStop(0, css(mix(wall, air.sky[2], 0.25), 0.5))
  fall.addColorStop(0.5, css(wall, 0))
  fall.addColorStop(1, css(scaled(air.shadow, 0.6), 0.5))
  quad(context, fall, place, [0, 0], [1, front.tall])
  const cornice = snowedOn(air, scaled(wall, 0.72), 0.7)
  quad(context, cornice, place, [-0.01, front.tall - 0.05], [1.01, front.tall])
  quad(context, snowedOn(air, scaled(wall, 0.8), 0.6), place, [0, 0.62], [1, 0.66])
  paintPanes(context, plan, front, place, { wall, distance }, random)
  if (plan.houses === 'canal') paintWaterGate(context, plan, front, place, { wall, distance })
  else paintShop(context, plan, front, place, { wall, distance }, random)
}

const quad = (
  context: Paint,
  colour: Rgb | CanvasGradient,
  place: (corner: Corner) => readonly [number, number],
  [a0, u0]: Corner,
  [a1, u1]: Corner,
): void => {
  context.fillStyle = isColour(colour) ? css(colour) : colour
  context.beginPath()
  for (const corner of [
    [a0, u0],
    [a1, u0],
    [a1, u1],
    [a0, u1],
  ] as const)
    context.lineTo(...place(corner))
  context.closePath()
  context.fill()
}

const isColour = (colour: Rgb | CanvasGradient): colour is Rgb => Array.isArray(colour)

const lampLight: readonly Rgb[] = [
  [255, 208, 132],
  [255, 186, 108],
  [255, 232, 184],
]

interface Wall {
  readonly wall: Rgb
  readonly distance: number
}

const paintPanes = (
  context: Paint,
  { air }: StreetPlan,
  front: Front,
  place: (corner: Corner) => readonly [number, number],
  { wall, distance }: Wall,
  random: Random,
): void => {
  const columns = Math.max(2, Math.round((front.to - front.from) * 3.4))
  const rise = (front.tall - 0.8) / front.floors
  for (let floor = 0; floor < front.floors; floor += 1) {
    for (let column = 0; column < columns; column += 1) {
      const [a0, a1] = [(column + 0.24) / columns, (column + 0.76) / columns]
      const [u0, u1] = [0.74 + floor * rise, 0.74 + floor * rise + rise * 0.64]
      const lit = random() < air.lamps * 0.5
      const glass = mix(inAir(air, [44, 56, 72], 0.3, distance), air.sky[1], 0.16 + random() * 0.2)
      quad(context, scaled(wall, 0.66), place, [a0 - 0.014, u0 - 0.02], [a1 + 0.014, u1 + 0.02])
      quad(
        context,
        lit ? mix(oneOf(random, lampLight), air.haze, distance * 0.3) : glass,
        place,
        [a0, u0],
        [a1, u1],
      )
      const sill = snowedOn(air, scaled(wall, 1.16), 0.75)
      quad(context, sill, place, [a0 - 0.02, u0 - 0.035], [a1 + 0.02, u0 - 0.012])
    }
  }
}

/** The door to the water, with its steps, and a small window beside it. */
const paintWaterGate = (
  context: Paint,
  { air }: StreetPlan,
  front: Front,
  place: (corner: Corner) => readonly [number, number],
  { wall, distance }: Wall,
): void => {
  const door = inAir(air, rgb('#4a3a2e'), 0.3, distance)
  quad(context, scaled(wall, 1.15), place, [0.4, 0], [0.62, 0.5])
  quad(context, door, place, [0.43, 0], [0.59, 0.46])
  const glass = air.lamps > 0.4 && front.floors % 2 === 0 ? lampLight[0] : undefined
  quad(context, glass ?? scaled(door, 0.8), place, [0.14, 0.26], [0.26, 0.5])
  quad(context, glass ?? scaled(door, 0.8), place, [0.74, 0.26], [0.86, 0.5])
}

const awnings = ['#a8433c', '#3f6b5c', '#31507a', '#c08a3c', '#6b4a72', '#8a3f4e']

const paintShop = (
  context: Paint,
  { air }: StreetPlan,
  front: Front,
  place: (corner: Corner) => readonly [number, number],
  { distance }: Wall,
  random: Random,
): void => {
  const lit = random() < 0.3 + air.lamps * 0.65
  const warm = mix([255, 206, 134], air.haze, distance * 0.4)
  const glass = inAir(air, rgb('#39444f'), 0.4, distance)
  const pane = lit ? mix(glass, warm, 0.35 + air.lamps * 0.6) : glass
  quad(context, inAir(air, rgb('#2d2a2c'), 0.3, distance), place, [0.04, 0], [0.96, 0.56])
  quad(context, pane, place, [0.1, 0.08], [0.56, 0.46])
  quad(context, scaled(pane, 0.82), place, [0.64, 0], [0.86, 0.46])
  const dyed = snowedOn(air, rgb(oneOf(random, awnings)), 0.45)
  const cloth = inAir(air, dyed, 0.6, distance)
  const [x0, y0] = place([0.06, 0.6])
  const [x1, y1] = place([0.94, 0.6])
  const reach = -front.side * 0.13
  const lip = (along: number): readonly [number, number] => {
    const [x, y] = place([along, 0.46])
    const [ox] = place([along, 0])
    const scale = Math.abs(ox - x) + Math.abs(place([along, 0.4])[1] - y) * 6
    return [x + reach * scale * 0.55, y]
  }
  context.fillStyle = css(cloth)
  context.beginPath()
  context.moveTo(x0, y0)
  context.lineTo(x1, y1)
  context.lineTo(...lip(0.94))
  context.lineTo(...lip(0.06))
  context.closePath()
  context.fill()
  if (lit && air.lamps > 0.2) {
    const [gx, gy] = place([0.33, 0.25])
    const [, far] = place([0.33, 0.9])
    glow(context, gx, gy, Math.abs(gy - far) * 1.3, air.lamps * 0.32)
  }
}

/** Carriageway with kerbs, pavements, lane marks and a crossing. */
export const roadwayLayer = (plan: StreetPlan, depth: number): StageLayer => ({
  depth,
  still: true,
  paint: (context, _time, width, height) => {
    const { air } = plan
    const project = projector(plan, width, height)
    const strip = (colour: Rgb, left: number, right: number, near: number, far: number): void => {
      context.fillStyle = css(colour)
      context.beginPath()
      for (const [across, away] of [
        [left, near],
        [right, near],
        [right, far],
        [left, far],
      ] as const) {
        context.lineTo(...project(across, 0, away))
      }
      context.closePath()
      context.fill()
    }
    const asphalt = rgb('#4a4d54')
    strip(inAir(air, snowedOn(air, rgb('#8f8a84'), 0.8), 0.4, 0.1), -3, 3, 0.3, 40)
    strip(inAir(air, snowedOn(air, asphalt, 0.62), 0.34, 0.05), -0.52, 0.52, 0.3, 40)
    // Wheels keep two tracks free of snow.
    if (air.weather === 'snow') {
      for (const track of [-0.35, -0.15, 0.15, 0.35])
        strip(
          inAir(air, snowedOn(air, asphalt, 0.22), 0.34, 0.05),
          track - 0.05,
          track + 0.05,
          0.3,
          40,
        )
    }
    for (const side of [-0.53, 0.53])
      strip(
        inAir(air, snowedOn(air, rgb('#b5b0a8'), 0.8), 0.5, 0.1),
        side - 0.012,
        side + 0.012,
        0.3,
        30,
      )
    const paint = inAir(air, rgb('#e8e4d8'), 0.6, 0.1)
    for (let mark = 0; mark < 22; mark += 1)
      strip(paint, -0.012, 0.012, 0.7 + mark * 0.8, 1.02 + mark * 0.8)
    for (let bar = -4; bar <= 4; bar += 1)
      strip(
        mix(paint, inAir(air, asphalt, 0.3, 0), 0.2),
        bar * 0.11 - 0.03,
        bar * 0.11 + 0.03,
        1.5,
        1.86,
      )
    const far = context.createLinearGradient(0, plan.horizon * height, 0, height)
    far.addColorStop(0, css(air.haze, 0.9))
    far.addColorStop(0.2, css(air.haze, 0.28))
    far.addColorStop(0.5, css(air.haze, 0))
    far.addColorStop(1, css(air.shadow, 0.55))
    context.fillStyle = far
    context.fillRect(-width, plan.horizon * height, width * 3, height)
  },
})

/** Street lamps on both pavements, from the nearest row on. */
export const lampsLayer = (plan: StreetPlan, depth: number, nearest = 0): StageLayer => ({
  depth,
  still: true,
  paint: (context, _time, width, height) => {
    const project = projector(plan, width, height)
    const post = inAir(plan.air, rgb('#2c2f36'), 0.3, 0.1)
    for (let row = 6; row >= nearest; row -= 1) {
      for (const side of [-1, 1]) {
        const away = 1.25 + row * 1.25
        const [x, foot] = project(side * 0.62, 0, away)
        const [, top] = project(side * 0.62, 0.98, away)
        const thick = (height * 0.008) / away
        context.fillStyle = css(mix(post, plan.air.haze, Math.min(0.8, away * 0.08)))
        context.fillRect(x - thick / 2, top, thick, foot - top)
        context.fillRect(x - thick * 2.6, top - thick, thick * 5.2, thick * 1.6)
        if (plan.air.lamps < 0.25) continue
        context.fillStyle = 'rgb(255, 236, 196)'
        context.fillRect(x - thick * 1.8, top + thick * 0.5, thick * 3.6, thick * 1.6)
        glow(context, x, top + thick, (height * 0.22) / away, plan.air.lamps * 0.7)
      }
    }
  },
})
