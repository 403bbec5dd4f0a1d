import { type Atmosphere, isWet } from '../drawing/atmosphere.ts'
import { mix, type Rgb, rgb } from '../drawing/colour.ts'
import { groundLayer } from '../elements/ground.ts'
import { birdsLayer } from '../elements/living.ts'
import { type PlayThing, playThingsLayer } from '../elements/playground.ts'
import { copingLayer, lanesLayer, loungersLayer } from '../elements/pool.ts'
import { glowLayer } from '../elements/sky.ts'
import { goalLayer, goalLine, pitchPattern, standsLayer } from '../elements/stadium.ts'
import { waterLayer } from '../elements/water.ts'
import { park } from './green-places.ts'
import { planted } from './planting.ts'
import { skyOver } from './ranges.ts'
import { swaying } from './swards.ts'
import type { WorldPainter } from './world.ts'

/** Air under floodlights: after dark the ground is as bright as lamps make it. */
const floodlit = (air: Atmosphere): Atmosphere => {
  const lamps = air.lamps * (1 - Math.min(1, air.level * 1.6))
  return {
    ...air,
    key: mix(air.key, [232, 238, 248], lamps * 0.9),
    ambient: mix(air.ambient, [118, 128, 146], lamps * 0.7),
    level: Math.max(air.level, lamps * 0.75),
  }
}

/** A football pitch before its goal, the stands full behind it. */
export const footballPitch: WorldPainter = ({ air: given, seed, shotSeed }) => {
  const air = floodlit(given)
  const sky = skyOver(given, 0.56, seed, shotSeed)
  const [horizon, x] = [0.57, seed % 2 === 0 ? 0.37 : 0.63]
  return {
    air,
    focus: 0.6,
    standAt: () => 1 - x,
    layers: [
      ...sky.layers,
      glowLayer(sky.plan),
      standsLayer({ air, depth: 0.22, top: 0.36, foot: 0.6, seed: seed + 1 }),
      groundLayer({
        ...{ air, depth: 0.6, from: 0.594, horizon, fineness: 3, contrast: 0.3 },
        surface: rgb('#68994a'),
        second: rgb('#68994a'),
        seed: seed + 2,
        pattern: (u, v, aspect) => pitchPattern((x - 0.5) * aspect)(u, v),
        wet: isWet(air) ? 0.3 : 0,
      }),
      goalLayer(air, { depth: 0.6, x, foot: horizon + goalLine * (1 - horizon) }),
    ],
  }
}

const sand = rgb('#dcc394')

const sandpit = (u: number, v: number): Rgb | null =>
  ((u + 0.02) / (0.34 + v * 0.62)) ** 2 + ((v - 0.44) / 0.27) ** 2 < 1 ? sand : null

/** A playground in a park: slide, swings and climbing frame round the sand. */
export const playground: WorldPainter = (plan) => {
  const { air, seed } = plan
  const green = park(plan)
  const flipped = seed % 2 === 1
  const across = (x: number): number => (flipped ? 1 - x : x)
  const things: readonly PlayThing[] = [
    { kind: 'climber', x: across(0.56), foot: 0.665, metre: 0.08, flipped },
    { kind: 'swing', x: across(0.83), foot: 0.71, metre: 0.108, flipped },
    { kind: 'slide', x: across(0.17), foot: 0.745, metre: 0.118, flipped },
  ]
  return {
    ...green,
    layers: [
      ...green.layers.filter(({ depth }) => depth < 0.6),
      groundLayer({
        ...{ air, depth: 0.6, from: 0.61, horizon: 0.57, fineness: 1.4, contrast: 0.6 },
        surface: rgb('#7a9a4a'),
        second: rgb('#90a656'),
        seed: seed + 4,
        pattern: sandpit,
      }),
      planted(air, 'parkTrees', {
        ground: (x) => (Math.abs(x - 0.5) < 0.43 ? Number.NaN : 0.7),
        seed: seed + 5,
      }),
      playThingsLayer(air, 0.72, things),
      swaying(air, 'lawn', seed + 7),
    ],
  }
}

/** A swimming pool with lanes, loungers on the far side and palms behind them. */
export const swimmingPool: WorldPainter = ({ air, seed, shotSeed }) => {
  const [horizon, shore] = [0.54, 0.63]
  const sky = skyOver(air, 0.56, seed, shotSeed)
  const stone = { surface: rgb('#d9cfbd'), second: rgb('#c6baa6'), fineness: 5, contrast: 0.3 }
  return {
    focus: 0.6,
    landFrom: 0.81,
    layers: [
      ...sky.layers,
      planted(air, 'parkBackdrop', { ground: () => 0.595, seed: seed + 1 }),
      planted(air, 'poolPalms', { ground: () => 0.6, seed: seed + 2 }),
      planted(air, 'poolHedge', { ground: () => 0.607, seed: seed + 3 }),
      glowLayer(sky.plan),
      birdsLayer(air, shotSeed, [0.1, 0.24]),
      groundLayer({ ...{ air, depth: 0.45, from: 0.6, horizon, seed: seed + 4 }, ...stone }),
      loungersLayer(air, { depth: 0.45, foot: 0.618, seed: seed + 5 }),
      waterLayer({
        ...{ air, depth: 0.5, shore, ripple: 0.22 + air.wind * 0.15, seed, glintAt: null },
        body: mix(rgb('#2fa3c8'), rgb('#5fd0e4'), air.lamps * 0.6),
      }),
      lanesLayer(air, { depth: 0.5, shore, horizon }),
      groundLayer({
        ...{ air, depth: 0.9, from: 0.792, horizon: 0.6, seed: seed + 6 },
        ...stone,
        wet: isWet(air) ? 0.5 : 0.14,
      }),
      copingLayer(air, { depth: 0.9, y: 0.794, ladderX: seed % 2 === 0 ? 0.2 : 0.72 }),
    ],
  }
}
