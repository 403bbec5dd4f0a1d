import { isWet } from '../drawing/atmosphere.ts'
import { type Rgb, rgb } from '../drawing/colour.ts'
import { airfieldLayer, runwayLampsLayer } from '../elements/airfield.ts'
import { groundLayer } from '../elements/ground.ts'
import { houseFrontLayer, parapetLayer, stallsLayer } from '../elements/near-places.ts'
import { roofThingsLayer } from '../elements/roof-things.ts'
import { farPlatformLayer, platformRoofLayer, trainLayer } from '../elements/station.ts'
import { citySkyline, road as openRoad, streetOf } from './built-places.ts'
import { river } from './mountain-places.ts'
import { swaying } from './swards.ts'
import { ocean } from './water-places.ts'
import type { WorldPainter } from './world.ts'

/** The part of another place that is seen from here: all that is farther than `depth`. */
const beyond =
  (place: WorldPainter, depth: number): WorldPainter =>
  (plan) => {
    const world = place(plan)
    return { ...world, layers: world.layers.filter((layer) => layer.depth < depth) }
  }

/** Whether a measure across slabs falls on the joint between two of them. */
const isJoint = (value: number): boolean => ((value % 1) + 1) % 1 < 0.045

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
        surface: rgb('#8b857c'),
        second: rgb('#7d7973'),
        pattern: (u, v) => (isJoint(u * 3.2) || isJoint(v * 5 - 0.2) ? rgb('#5f5b56') : null),
        wet: isWet(air) ? 0.6 : 0,
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
        wet: isWet(air) ? 0.5 : 0,
      }),
      parapetLayer(air, { depth: 0.93, foot: 0.785, tall: 0.16, kind: 'rail' }),
    ],
  }
}

/** A market between house fronts: stalls on both sides of the way, no traffic. */
export const market: WorldPainter = (plan) => {
  const { air, seed } = plan
  const street = streetOf(plan, 'town')
  return {
    ...street,
    layers: [
      ...street.layers,
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
        surface: rgb('#b39c7a'),
        second: rgb('#9c8768'),
        wet: isWet(air) ? 0.5 : 0,
      }),
      stallsLayer(air, seed + 52),
    ],
  }
}

/** Before a house: its wall with door and windows, a path and a strip of garden. */
export const houseFront: WorldPainter = ({ air, seed }) => ({
  focus: 0.6,
  // Left of the door, within an arm of it.
  standAt: (aspect) => 0.5 + ((seed % 2 === 0 ? -0.1 : 0.1) - 0.23) / aspect,
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

const [asphalt, marking] = [rgb('#54565c'), rgb('#ded8c4')]

/** A road seen from its side: asphalt between two bounds of `v`, with edge lines and dashes in the middle. */
const laneAcross =
  (from: number, to: number) =>
  (u: number, v: number): Rgb | null => {
    const share = (v - from) / (to - from)
    if (share < 0 || share > 1) return null
    if (Math.abs(share - 0.04) < 0.018 || Math.abs(share - 0.95) < 0.022) return marking
    const dash = (((u * 2.6) % 1) + 1) % 1
    return Math.abs(share - 0.42) < 0.016 && dash < 0.55 ? marking : asphalt
  }

/** A road between fields: away from the eye, or from side to side when something drives on it. */
export const road: WorldPainter = (plan) => {
  const { air, seed } = plan
  const along = openRoad(plan)
  if (!plan.crossed) return along
  return {
    ...along,
    layers: [
      ...along.layers.filter(({ depth }) => depth < 0.59),
      groundLayer({
        ...{
          air,
          depth: 0.9,
          from: 0.6,
          horizon: 0.56,
          fineness: 1.5,
          contrast: 0.55,
          seed: seed + 61,
        },
        surface: rgb('#8c9a4e'),
        second: rgb('#b0a45c'),
        pattern: laneAcross(0.32, 0.72),
        wet: isWet(air) ? 0.5 : 0,
      }),
      swaying(air, 'verge', seed + 62),
    ],
  }
}

/** A road above the sea, with a rail on the seaward side. */
export const coastRoad: WorldPainter = (plan) => {
  const { air, seed } = plan
  const sea = ocean(plan)
  return {
    ...sea,
    focus: 0.6,
    layers: [
      ...sea.layers.filter(({ depth }) => depth < 0.8),
      parapetLayer(air, { depth: 0.86, foot: 0.7, tall: 0.075, kind: 'rail' }),
      groundLayer({
        ...{
          air,
          depth: 0.88,
          from: 0.69,
          horizon: 0.6,
          fineness: 2.5,
          contrast: 0.45,
          seed: seed + 65,
        },
        surface: rgb('#b3a27e'),
        second: rgb('#9a8d6c'),
        pattern: laneAcross(0.3, 0.74),
        wet: isWet(air) ? 0.5 : 0,
      }),
      swaying(air, 'dune', seed + 66),
    ],
  }
}

/** A platform under its roof, a train standing at it unless one comes or goes. */
export const station: WorldPainter = (plan) => {
  const { air, seed, railed } = plan
  const city = beyond(citySkyline, 0.3)(plan)
  const safety = rgb('#d8b84a')
  const track = { depth: 0.7, top: 0.33, foot: 0.735, seed: seed + 81 }
  return {
    focus: 0.58,
    track: { depth: track.depth, foot: track.foot, tall: track.foot - track.top },
    layers: [
      ...city.layers,
      railed ? farPlatformLayer(air, track) : trainLayer(air, track),
      groundLayer({
        ...{
          air,
          depth: 0.85,
          from: 0.715,
          horizon: 0.6,
          fineness: 5,
          contrast: 0.35,
          seed: seed + 82,
        },
        surface: rgb('#8b8780'),
        second: rgb('#7c7871'),
        pattern: (_u, v) => (v > 0.34 && v < 0.365 ? safety : null),
      }),
      platformRoofLayer(air, 0.9, seed + 83),
    ],
  }
}

/** A runway from side to side before the buildings of its airport. */
export const airfield: WorldPainter = (plan) => {
  const { air, seed } = plan
  const far = openRoad(plan).layers.filter(({ depth }) => depth < 0.35)
  return {
    focus: 0.62,
    layers: [
      ...far,
      groundLayer({
        ...{ air, depth: 0.4, from: 0.585, horizon: 0.56, fineness: 2, contrast: 0.5 },
        ...{ surface: rgb('#8f9a5a'), second: rgb('#a5a062'), seed: seed + 91 },
      }),
      airfieldLayer(air, { depth: 0.42, foot: 0.625, seed: seed + 92 }),
      groundLayer({
        ...{ air, depth: 0.9, from: 0.62, horizon: 0.56, fineness: 1.5, contrast: 0.5 },
        ...{ surface: rgb('#8a9650'), second: rgb('#a09a5a'), seed: seed + 93 },
        pattern: laneAcross(0.26, 0.82),
        wet: isWet(air) ? 0.6 : 0,
      }),
      runwayLampsLayer(air, { depth: 0.9, rows: [0.722, 0.935] }),
      swaying(air, 'verge', seed + 94),
    ],
  }
}
