import { isWet } from '../drawing/atmosphere.ts'
import { rgb } from '../drawing/colour.ts'
import { archBridgeLayer, gondolaLayer, mooringLayer, tideLineLayer } from '../elements/canal.ts'
import { fountainLayers } from '../elements/fountain.ts'
import { groundLayer } from '../elements/ground.ts'
import { housesLayer } from '../elements/houses.ts'
import { birdsLayer } from '../elements/living.ts'
import { domeLayer } from '../elements/old-buildings.ts'
import { quayLayer } from '../elements/quay.ts'
import { glowLayer } from '../elements/sky.ts'
import { frontsLayer, lampsLayer, type StreetPlan } from '../elements/street.ts'
import { standLayer } from '../elements/trees.ts'
import { waterLayer } from '../elements/water.ts'
import { skyOver } from './ranges.ts'
import type { WorldPainter } from './world.ts'

/** A canal between old houses that stand in the water, a bridge over it, a gondola, a quay in front. */
export const canalCity: WorldPainter = ({ air, seed, shotSeed }) => {
  const horizon = 0.5
  const sky = skyOver(air, horizon, seed, shotSeed)
  const canal: StreetPlan = { air, vanishX: 0.5, horizon, seed, houses: 'canal' }
  const way = shotSeed % 2 === 0 ? 1 : -1
  return {
    focus: 0.6,
    landFrom: 0.8,
    layers: [
      ...sky.layers,
      domeLayer({ air, depth: 0.15, x: 0.5, foot: horizon + 0.02, tall: 0.17, distance: 0.55 }),
      glowLayer(sky.plan),
      birdsLayer(air, shotSeed, [0.08, 0.2]),
      waterLayer({
        air,
        depth: 0.3,
        shore: horizon + 0.02,
        ripple: 0.22 + air.wind * 0.3,
        body: rgb('#2c6a66'),
        seed,
        glintAt: null,
      }),
      frontsLayer(canal, 0.35, [4.4, 16]),
      archBridgeLayer(canal, 0.4, 4.2),
      frontsLayer({ ...canal, seed: seed + 5 }, 0.55, [1.6, 5.4]),
      frontsLayer({ ...canal, seed: seed + 9 }, 0.6, [0.6, 2.15]),
      tideLineLayer(canal, 0.6),
      gondolaLayer(air, 0.7, { x: 0.5 - way * 0.13, y: 0.69, size: 0.3, speed: way * 0.012 }),
      mooringLayer(air, 0.8, 0.82, seed + 3),
      quayLayer(air, 1, 0.79),
    ],
  }
}

/** The paved square of an old town: houses round it, a church, a fountain, lamps. */
export const townSquare: WorldPainter = ({ air, seed, shotSeed, peopled }) => {
  const far = 0.6
  const sky = skyOver(air, far, seed, shotSeed)
  const side = seed % 2 === 0 ? -1 : 1
  const lamps: StreetPlan = { air, vanishX: 0.5, horizon: 0.52, seed }
  return {
    focus: 0.6,
    layers: [
      ...sky.layers,
      domeLayer({
        ...{ air, depth: 0.2, x: 0.5 - side * 0.22, foot: far, tall: 0.48, distance: 0.34 },
      }),
      glowLayer(sky.plan),
      // The roofs of the town behind the houses that stand round the square.
      housesLayer({
        ...{ air, depth: 0.26, ground: () => far - 0.06, span: [-0.15, 1.15], count: 16 },
        ...{ size: 0.24, distance: 0.34, seed: seed + 6, church: false },
      }),
      housesLayer({
        ...{ air, depth: 0.3, ground: () => far + 0.006, span: [-0.15, 1.15], count: 10 },
        ...{ size: 0.29, distance: 0.2, seed: seed + 1, church: true },
      }),
      birdsLayer(air, shotSeed, [0.08, 0.22]),
      groundLayer({
        ...{ air, depth: 0.55, from: far, horizon: 0.52, fineness: 6, contrast: 0.35 },
        ...{ surface: rgb('#b4a58c'), second: rgb('#a08f76'), seed: seed + 2 },
        wet: isWet(air) ? 0.6 : 0,
        pattern: paving,
      }),
      ...[-0.08, 1.08].map((x, index) =>
        housesLayer({
          ...{ air, depth: 0.6, ground: () => 0.72, span: [x - 0.16, x + 0.16] as const, count: 2 },
          ...{ size: 0.42, distance: 0.08, seed: seed + 11 + index, church: false },
        }),
      ),
      standLayer({
        ...{ air, depth: 0.6, kinds: ['broadleaf'], density: 7, tall: [0.16, 0.2] },
        ground: (x) => (Math.abs(x - 0.5) < 0.34 || Math.abs(x - 0.5) > 0.42 ? Number.NaN : 0.67),
        ...{ distance: 0.14, seed: seed + 4 },
      }),
      lampsLayer(lamps, 0.65, peopled ? 2 : 1),
      ...fountainLayers(air, 0.7, { x: 0.5 + side * 0.17, foot: 0.715, tall: 0.19 }),
    ],
  }
}

const joint = rgb('#8b7c66')

/** Slabs in rows, with rays that run to the middle of the square. */
const paving = (u: number, v: number) => {
  const across = u / (0.02 + v * 0.9)
  const isJoint = Math.abs(((across * 9) % 1) + (across < 0 ? 1 : 0) - 0.5) < 0.03
  const row = 5 / (v + 0.08)
  return isJoint || row % 1 < 0.05 ? joint : null
}

/** A street of an old town: low warm fronts, cobbles, a domed church with columns where it ends. */
export const oldTown: WorldPainter = ({ air, seed, shotSeed, peopled }) => {
  const horizon = 0.52
  const sky = skyOver(air, horizon, seed, shotSeed)
  const street: StreetPlan = { air, vanishX: 0.5, horizon, seed, houses: 'town' }
  return {
    focus: 0.6,
    layers: [
      ...sky.layers,
      domeLayer({ air, depth: 0.2, x: 0.5, foot: horizon + 0.055, tall: 0.4, distance: 0.26 }),
      glowLayer(sky.plan),
      birdsLayer(air, shotSeed, [0.06, 0.18]),
      groundLayer({
        ...{ air, depth: 0.45, from: horizon + 0.03, horizon, fineness: 7, contrast: 0.5 },
        ...{ surface: rgb('#9b8f80'), second: rgb('#84786a'), seed: seed + 2 },
        wet: isWet(air) ? 0.6 : 0,
        pattern: cobbles,
      }),
      frontsLayer({ ...street, seed: seed + 5 }, 0.5, [1.6, 7]),
      lampsLayer(street, 0.7, peopled ? 1 : 0),
      frontsLayer({ ...street, seed: seed + 9 }, 0.6, [0.7, 2.15]),
    ],
  }
}

const gap = rgb('#6f6459')

/** Stones in bowed rows, every second row set off by half a stone. */
const cobbles = (u: number, v: number) => {
  const across = u / (0.02 + v * 0.9)
  const row = 9 / (v + 0.1) - across * across * 2
  const stone = across * 26 + (Math.floor(row) % 2 === 0 ? 0.5 : 0)
  const inStone = stone - Math.floor(stone)
  return row - Math.floor(row) < 0.14 || inStone < 0.12 ? gap : null
}
