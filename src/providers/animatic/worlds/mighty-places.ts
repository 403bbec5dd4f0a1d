import type { Atmosphere } from '../drawing/atmosphere.ts'
import { mix, rgb } from '../drawing/colour.ts'
import { canyonWallLayer } from '../elements/canyon.ts'
import { deckLayer } from '../elements/footing.ts'
import { groundLayer } from '../elements/ground.ts'
import { icebergsLayer } from '../elements/icebergs.ts'
import { birdsLayer } from '../elements/living.ts'
import { ridgeLayer } from '../elements/ridge.ts'
import { riggingLayer } from '../elements/rigging.ts'
import { rocksLayer } from '../elements/rocks.ts'
import { swellLayer } from '../elements/sea.ts'
import { glowLayer } from '../elements/sky.ts'
import { type Crater, lavaLayer, plumeLayer } from '../elements/volcano.ts'
import { waterLayer } from '../elements/water.ts'
import { planted } from './planting.ts'
import { range, skyOver } from './ranges.ts'
import { ocean } from './water-places.ts'
import type { WorldPainter } from './world.ts'

/** A volcano that smokes over fields of ash, lava on its flanks. */
export const volcano: WorldPainter = ({ air, seed, shotSeed }) => {
  const sky = skyOver(air, 0.58, seed, shotSeed)
  const x = seed % 2 === 0 ? 0.62 : 0.38
  const cone = {
    ...range(air, 'crags', { foot: 0.66, seed: seed + 2, rise: 0.44, summit: x }),
    ...{ surface: rgb('#5a5050'), snowAbove: 1, distance: 0.34, depth: 0.2, rough: 0.5 },
    mound: { wide: 0.42, steep: 1.15, flat: 0.84 },
  }
  const crater: Crater = { depth: 0.2, x, y: 0.66 - 0.44 * 0.83, half: 0.055 }
  const ash = { air, surface: rgb('#4c4644'), distance: 0.04 }
  return {
    focus: 0.56,
    layers: [
      ...sky.layers,
      ridgeLayer(range(air, 'farHills', { foot: 0.62, seed: seed + 1, rise: 0.16 })),
      glowLayer(sky.plan),
      plumeLayer(air, crater),
      ridgeLayer(cone),
      lavaLayer(air, crater, seed + 3),
      groundLayer({
        ...{
          air,
          depth: 0.6,
          from: 0.645,
          horizon: 0.57,
          contrast: 0.9,
          fineness: 2.2,
          swell: 0.02,
        },
        surface: rgb('#544c48'),
        second: rgb('#6f665c'),
        seed: seed + 4,
      }),
      planted(air, 'villageHills', { ground: () => 0.65, seed: seed + 5 }),
      rocksLayer({
        ...{ ...ash, depth: 0.62, lies: [0.66, 0.8], size: [0.02, 0.07], count: 52, clearing: 0 },
        seed: seed + 6,
      }),
      rocksLayer({
        ...{ ...ash, depth: 1.25, lies: [1.01, 1.06], size: [0.14, 0.3], count: 9, clearing: 0.24 },
        seed: seed + 7,
      }),
    ],
  }
}

/** A canyon: wall behind wall of layered rock, sand and scrub between them. */
export const canyon: WorldPainter = ({ air, seed, shotSeed }) => {
  const sky = skyOver(air, 0.58, seed, shotSeed)
  const x = seed % 2 === 0 ? 0.56 : 0.44
  const stone = { air, surface: rgb('#a8603c'), distance: 0.05 }
  return {
    focus: 0.58,
    layers: [
      ...sky.layers,
      ridgeLayer({
        ...range(air, 'mesas', { foot: 0.62, seed: seed + 1, rise: 0.2 }),
        distance: 0.8,
      }),
      glowLayer(sky.plan),
      canyonWallLayer({
        ...{
          air,
          depth: 0.18,
          top: 0.26,
          foot: 0.64,
          gap: [x, 0.16],
          distance: 0.6,
          seed: seed + 2,
        },
      }),
      birdsLayer(air, shotSeed, [0.16, 0.3]),
      canyonWallLayer({
        ...{
          air,
          depth: 0.36,
          top: 0.12,
          foot: 0.67,
          gap: [x, 0.36],
          distance: 0.3,
          seed: seed + 3,
        },
      }),
      groundLayer({
        ...{
          air,
          depth: 0.6,
          from: 0.645,
          horizon: 0.57,
          contrast: 0.8,
          fineness: 2.2,
          swell: 0.015,
        },
        surface: rgb('#c98a5a'),
        second: rgb('#b0704a'),
        seed: seed + 4,
      }),
      planted(air, 'scrub', {
        ground: (at) => 0.69 + Math.abs(Math.sin(at * 37 + seed)) * 0.07,
        seed: seed + 5,
      }),
      rocksLayer({
        ...{ ...stone, depth: 0.64, lies: [0.66, 0.8], size: [0.02, 0.08], count: 40, clearing: 0 },
        seed: seed + 6,
      }),
      rocksLayer({
        ...{
          ...stone,
          depth: 1.25,
          lies: [1.01, 1.06],
          size: [0.14, 0.26],
          count: 9,
          clearing: 0.26,
        },
        seed: seed + 8,
      }),
    ],
  }
}

/** Cold light, and snow on whatever is firm. */
const polar = (air: Atmosphere): Atmosphere => ({
  ...air,
  haze: mix(air.haze, [214, 228, 242], 0.2 * air.level),
  weather: air.weather === 'clear' || air.weather === 'wind' ? 'snow' : air.weather,
})

/** Icebergs in a still sea before a shelf of ice, floes, and firm ice to stand on. */
export const iceberg: WorldPainter = ({ air: given, seed, shotSeed }) => {
  const [air, shore] = [polar(given), 0.56]
  const sky = skyOver(given, shore, seed, shotSeed)
  const x = seed % 2 === 0 ? 0.66 : 0.34
  return {
    focus: 0.58,
    landFrom: 0.81,
    layers: [
      ...sky.layers,
      ridgeLayer({
        ...range(air, 'farPeaks', { foot: shore, seed: seed + 1, rise: 0.18 }),
        snowAbove: 0.1,
      }),
      glowLayer(sky.plan),
      icebergsLayer(
        air,
        0.2,
        [
          { x: 1 - x - 0.16, y: shore + 0.004, wide: 0.36, tall: 0.26 },
          { x: x + 0.3 * (x > 0.5 ? 1 : -1), y: shore + 0.004, wide: 0.3, tall: 0.3 },
        ],
        { distance: 0.5, seed: seed + 2 },
      ),
      icebergsLayer(
        air,
        0.36,
        [
          { x, y: shore + 0.008, wide: 0.56, tall: 0.56 },
          { x: 1 - x + 0.08, y: shore + 0.012, wide: 0.24, tall: 0.34 },
        ],
        { distance: 0.16, seed: seed + 3 },
      ),
      birdsLayer(air, shotSeed, [0.14, 0.3]),
      waterLayer({
        ...{ air, depth: 0.45, shore, ripple: 0.14 + air.wind * 0.2, body: rgb('#1f4f6c'), seed },
        glintAt: air.luminary.clarity > 0.3 ? air.luminary.x : null,
      }),
      icebergsLayer(
        air,
        0.6,
        [
          { x: 0.2, y: 0.65, wide: 0.13, tall: 0.12 },
          { x: 0.47, y: 0.62, wide: 0.09, tall: 0.1 },
          { x: 0.8, y: 0.7, wide: 0.2, tall: 0.11 },
          { x: 0.04, y: 0.73, wide: 0.24, tall: 0.1 },
        ],
        { distance: 0.06, seed: seed + 4 },
      ),
      groundLayer({
        ...{
          air,
          depth: 0.95,
          from: 0.785,
          horizon: 0.62,
          fineness: 1,
          contrast: 0.45,
          swell: 0.03,
        },
        surface: rgb('#eaf1f8'),
        second: rgb('#cfe0ee'),
        seed: seed + 5,
      }),
    ],
  }
}

/** The deck of a sailing ship at sea. */
export const shipDeck: WorldPainter = (plan) => {
  const { air, seed } = plan
  const sea = ocean({ ...plan, peopled: false })
  return {
    ...sea,
    layers: [
      ...sea.layers.filter(({ shows, depth }) => shows !== 'boats' && depth < 0.7),
      swellLayer({
        ...{
          air,
          depth: 0.7,
          horizon: 0.52,
          to: 0.86,
          force: 0.2 + air.wind * 0.4,
          seed: seed + 2,
        },
      }),
      deckLayer(air, 0.94, 0.77),
      riggingLayer(air, { depth: 0.96, mastX: seed % 2 === 0 ? 0.82 : 0.18, deck: 0.77 }),
    ],
  }
}
