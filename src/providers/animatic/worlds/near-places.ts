import { rgb } from '../drawing/colour.ts'
import { groundLayer } from '../elements/ground.ts'
import {
  houseFrontLayer,
  parapetLayer,
  roofThingsLayer,
  stallsLayer,
} from '../elements/near-places.ts'
import { citySkyline, cityStreet } from './built-places.ts'
import { river } from './mountain-places.ts'
import { swaying } from './swards.ts'
import type { WorldPainter } from './world.ts'

/** The part of another place that is seen from here: all that is farther than `depth`. */
const beyond =
  (place: WorldPainter, depth: number): WorldPainter =>
  (plan) => {
    const world = place(plan)
    return { ...world, layers: world.layers.filter((layer) => layer.depth < depth) }
  }

/** A flat roof above the city, with its stair head and a wall round it. */
export const rooftop: WorldPainter = (plan) => {
  const { air, seed } = plan
  return {
    focus: 0.58,
    layers: [
      ...beyond(citySkyline, 0.4)(plan).layers,
      parapetLayer(air, { depth: 0.86, foot: 0.78, tall: 0.12, kind: 'wall' }),
      groundLayer({
        ...{
          air,
          depth: 0.88,
          from: 0.77,
          horizon: 0.66,
          fineness: 4,
          contrast: 0.4,
          seed: seed + 5,
        },
        surface: rgb('#6f6c68'),
        second: rgb('#7d7973'),
      }),
      roofThingsLayer(air, seed + 6),
    ],
  }
}

/** A bridge with its railing over a river in its valley. */
export const bridge: WorldPainter = (plan) => {
  const { air, seed } = plan
  return {
    focus: 0.6,
    layers: [
      ...beyond(river, 0.8)(plan).layers,
      groundLayer({
        ...{
          air,
          depth: 0.92,
          from: 0.765,
          horizon: 0.64,
          fineness: 4,
          contrast: 0.4,
          seed: seed + 41,
        },
        surface: rgb('#857e72'),
        second: rgb('#948c7e'),
        wet: air.weather === 'rain' || air.weather === 'storm' ? 0.5 : 0,
      }),
      parapetLayer(air, { depth: 0.93, foot: 0.785, tall: 0.16, kind: 'rail' }),
    ],
  }
}

/** A market between house fronts: stalls on both sides of the way, no traffic. */
export const market: WorldPainter = (plan) => {
  const { air, seed } = plan
  const street = cityStreet(plan)
  return {
    ...street,
    layers: [
      ...street.layers.filter(({ depth, shows }) => depth < 0.9 && shows !== 'cars'),
      groundLayer({
        ...{
          air,
          depth: 0.78,
          from: 0.6,
          horizon: 0.52,
          fineness: 5,
          contrast: 0.5,
          seed: seed + 51,
        },
        surface: rgb('#8f867a'),
        second: rgb('#7d756b'),
        wet: air.weather === 'rain' || air.weather === 'storm' ? 0.5 : 0,
      }),
      stallsLayer(air, seed + 52),
    ],
  }
}

/** Before a house: its wall with door and windows, a path and a strip of garden. */
export const houseFront: WorldPainter = ({ air, seed }) => ({
  focus: 0.6,
  layers: [
    houseFrontLayer(air, seed),
    groundLayer({
      ...{
        air,
        depth: 0.9,
        from: 0.775,
        horizon: 0.6,
        fineness: 3,
        contrast: 0.5,
        seed: seed + 71,
      },
      surface: rgb('#a89a84'),
      second: rgb('#958a78'),
    }),
    swaying(air, 'flowerFront', seed + 72),
  ],
})
