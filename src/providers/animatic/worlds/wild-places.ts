import type { Atmosphere } from '../drawing/atmosphere.ts'
import { mix, rgb, scaled } from '../drawing/colour.ts'
import { broadLeavesLayer, lianasLayer } from '../elements/broad-leaves.ts'
import { caveWallLayer, dripstoneLayer, lightPoolLayer, torchesLayer } from '../elements/cave.ts'
import { groundLayer } from '../elements/ground.ts'
import { birdsLayer } from '../elements/living.ts'
import { onRidge, ridgeLayer } from '../elements/ridge.ts'
import { rocksLayer } from '../elements/rocks.ts'
import { glowLayer } from '../elements/sky.ts'
import { shaftsLayer, trunksLayer } from '../elements/wood.ts'
import { planted } from './planting.ts'
import { range, skyOver } from './ranges.ts'
import type { WorldPainter } from './world.ts'

/** Air that is green and heavy between leaves. */
const humid = (air: Atmosphere): Atmosphere => ({
  ...air,
  haze: mix(air.haze, scaled(rgb('#a9c98f'), 0.2 + air.level * 0.8), 0.55),
  hazeStrength: air.hazeStrength * 1.25,
  // It never snows there.
  weather: air.weather === 'snow' ? 'rain' : air.weather,
})

/** A jungle: giants hung with lianas in green mist, light in shafts, broad leaves right before the eye. */
export const jungle: WorldPainter = ({ air: given, seed, shotSeed }) => {
  const air = humid(given)
  const sky = skyOver(air, 0.6, seed, shotSeed)
  const leaf = rgb('#4f8a3a')
  const trunks = { air, canopy: true }
  const leaves = { air, colour: leaf, clearing: 0 }
  return {
    air,
    focus: 0.6,
    layers: [
      ...sky.layers,
      ridgeLayer(range(air, 'farHills', { foot: 0.78, seed: seed + 1, rise: 0.95 })),
      planted(air, 'jungleBackdrop', { ground: () => 0.66, seed: seed + 2 }),
      planted(air, 'jungleUnderstory', { ground: () => 0.67, seed: seed + 3 }),
      glowLayer(sky.plan),
      groundLayer({
        ...{ air, depth: 0.5, from: 0.64, horizon: 0.57, fineness: 2.4, contrast: 0.9 },
        surface: rgb('#48592f'),
        second: rgb('#6c5a38'),
        seed: seed + 4,
      }),
      trunksLayer({
        ...{ ...trunks, depth: 0.3, count: 15, thick: [0.01, 0.03], ground: 0.67 },
        ...{ distance: 0.75, seed: seed + 5, clearing: 0.03 },
      }),
      planted(air, 'junglePalms', {
        ground: (x) => 0.69 + Math.sin(x * 17) * 0.008,
        seed: seed + 14,
      }),
      broadLeavesLayer({
        ...{ ...leaves, depth: 0.4, roots: [0.67, 0.7], tall: 0.14, clumps: 34 },
        ...{ distance: 0.55, seed: seed + 6 },
      }),
      trunksLayer({
        ...{ ...trunks, depth: 0.5, count: 8, thick: [0.03, 0.06], ground: 0.7 },
        ...{ distance: 0.42, seed: seed + 7, clearing: 0.07 },
      }),
      lianasLayer({ air, depth: 0.55, distance: 0.36, thick: 0.006, count: 22, seed: seed + 8 }),
      shaftsLayer(air, shotSeed, {
        colour: mix(air.luminary.colour, rgb('#dff0a0'), 0.35),
        strength: 0.36 * air.luminary.clarity * (0.25 + air.level * 0.5),
        from: -0.1,
        to: 0.88,
      }),
      broadLeavesLayer({
        ...{ ...leaves, depth: 0.68, roots: [0.72, 0.77], tall: 0.24, clumps: 16 },
        ...{ distance: 0.22, seed: seed + 9, clearing: 0.13 },
      }),
      trunksLayer({
        ...{ ...trunks, depth: 0.8, count: 6, thick: [0.08, 0.14], ground: 0.79 },
        ...{ distance: 0.14, seed: seed + 10, clearing: 0.24 },
      }),
      lianasLayer({ air, depth: 0.84, distance: 0.08, thick: 0.011, count: 13, seed: seed + 11 }),
      broadLeavesLayer({
        ...{ ...leaves, depth: 0.94, roots: [0.78, 0.84], tall: 0.3, clumps: 17 },
        ...{ distance: 0.06, seed: seed + 12, clearing: 0.26 },
      }),
      broadLeavesLayer({
        ...{ ...leaves, depth: 1.35, roots: [1.0, 1.1], tall: 0.56, clumps: 20 },
        ...{ colour: scaled(leaf, 0.55), distance: 0, seed: seed + 13, clearing: 0.27 },
      }),
    ],
  }
}

/** What daylight is left within rock. */
const underRock = (air: Atmosphere): Atmosphere => ({
  ...air,
  key: scaled(mix(air.key, air.ambient, 0.3), 0.72),
  ambient: scaled(mix(air.ambient, [150, 128, 108], 0.55), 0.56 + air.level * 0.24),
  shadow: scaled(air.shadow, 0.4),
  haze: scaled(air.haze, 0.3),
  hazeStrength: 0.6,
  level: Math.max(0.16, air.level * 0.55),
  weather: 'clear',
  wind: 0.1,
})

/** A cave: dark walls and dripstone, the day seen through its mouth, torches after dark. */
export const cave: WorldPainter = ({ air, seed, shotSeed }) => {
  const within = underRock(air)
  const sky = skyOver(air, 0.6, seed, shotSeed)
  const x = seed % 2 === 0 ? 0.42 : 0.58
  const hills = range(air, 'hills', { foot: 0.68, seed: seed + 2, rise: 0.18 })
  const day = 0.15 + air.level * 0.85
  const rock = { air: within, surface: rgb('#6f665e'), distance: 0 }
  const torches = within.lamps > 0.3
  return {
    air: within,
    focus: 0.58,
    layers: [
      ...sky.layers,
      ridgeLayer(range(air, 'farPeaks', { foot: 0.64, seed: seed + 1, rise: 0.24 })),
      ridgeLayer(hills),
      planted(air, 'wideHills', { ground: onRidge(hills, 0.014), seed: seed + 3 }),
      glowLayer(sky.plan),
      birdsLayer(air, shotSeed, [0.3, 0.42]),
      caveWallLayer({
        ...{ air: within, depth: 0.4, at: [x, 0.58], opening: [0.4, 0.34] },
        ...{ rim: day, seed: seed + 4 },
      }),
      dripstoneLayer({
        ...{ air: within, depth: 0.42, count: 40, long: 0.2, floor: null, lit: day * 0.5 },
        root: (at, aspect) => 0.52 - 0.34 * Math.sqrt(1 - (((at - x) * aspect) / 0.4) ** 2),
        seed: seed + 11,
      }),
      groundLayer({
        ...{ air: within, depth: 0.6, from: 0.655, horizon: 0.57, fineness: 2.6, contrast: 1 },
        surface: rgb('#6a6058'),
        second: rgb('#4c443e'),
        seed: seed + 5,
        swell: 0.03,
        wet: 0.25,
      }),
      rocksLayer({
        ...{ ...rock, depth: 0.6, lies: [0.662, 0.672], size: [0.04, 0.12], count: 40 },
        ...{ clearing: 0, seed: seed + 10 },
      }),
      lightPoolLayer(air, { depth: 0.6, at: [x, 0.66], reach: 0.85, strength: 0.5 * day }),
      rocksLayer({
        ...{ ...rock, depth: 0.62, lies: [0.67, 0.8], size: [0.03, 0.09], count: 26 },
        ...{ clearing: 0.14, seed: seed + 6 },
      }),
      dripstoneLayer({
        ...{ air: within, depth: 0.7, count: 34, long: 0.4, floor: 0.74 },
        ...{ root: () => -0.2, lit: day, seed: seed + 7 },
      }),
      ...(torches
        ? [
            torchesLayer(
              0.88,
              [
                [0.16, 0.52],
                [0.84, 0.52],
              ],
              0.06,
            ),
          ]
        : []),
      caveWallLayer({
        ...{ air: within, depth: 1.2, at: [0.5, 0.62], opening: [0.92, 0.56] },
        ...{ rim: day * 0.16, seed: seed + 8 },
      }),
      rocksLayer({
        ...{ ...rock, depth: 1.3, lies: [1.02, 1.06], size: [0.14, 0.26], count: 9 },
        ...{ clearing: 0.25, seed: seed + 9 },
      }),
    ],
  }
}
