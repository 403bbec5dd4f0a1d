import { rgb } from '../drawing/colour.ts'
import { between, randomFrom } from '../drawing/random.ts'
import { driftLayer, nebulaLayer, planetLayer } from '../elements/cosmos.ts'
import { duneLayer, sandColour } from '../elements/dunes.ts'
import { groundLayer } from '../elements/ground.ts'
import { birdsLayer } from '../elements/living.ts'
import { onRidge, ridgeLayer } from '../elements/ridge.ts'
import { cloudLayer, glowLayer } from '../elements/sky.ts'
import { planted } from './planting.ts'
import { range, skyOver } from './ranges.ts'
import { swaying } from './swards.ts'
import type { WorldPainter } from './world.ts'

/** Dune behind dune under a wide sky, rock far off. */
export const desert: WorldPainter = ({ air, seed, shotSeed }) => {
  const sky = skyOver(air, 0.58, seed, shotSeed)
  const sand = sandColour(air, rgb('#d9a566'))
  const dune = (depth: number, foot: number, rise: number, waves: number, distance: number) =>
    duneLayer({
      air,
      depth,
      foot,
      rise,
      waves,
      distance,
      surface: sand,
      seed: seed + Math.round(depth * 100),
    })
  return {
    focus: 0.6,
    layers: [
      ...sky.layers,
      ridgeLayer(range(air, 'mesas', { foot: 0.6, seed: seed + 1 })),
      dune(0.16, 0.62, 0.08, 2.1, 0.75),
      dune(0.3, 0.68, 0.12, 1.3, 0.48),
      glowLayer(sky.plan),
      birdsLayer(air, shotSeed, [0.16, 0.34]),
      dune(0.55, 0.79, 0.17, 0.85, 0.22),
      dune(0.9, 0.97, 0.17, 0.55, 0.05),
    ],
  }
}

/** Snow to the hills, conifers white with it. */
export const snowField: WorldPainter = ({ air: given, seed, shotSeed }) => {
  const air =
    given.weather === 'clear' || given.weather === 'wind'
      ? { ...given, weather: 'snow' as const }
      : given
  const sky = skyOver(given, 0.56, seed, shotSeed)
  const hills = range(air, 'snowHills', { foot: 0.64, seed: seed + 2 })
  const white = rgb('#eaf0f8')
  return {
    focus: 0.6,
    layers: [
      ...sky.layers,
      ridgeLayer(range(air, 'farPeaks', { foot: 0.6, seed: seed + 1, rise: 0.32 })),
      ridgeLayer(hills),
      planted(air, 'snowPines', { ground: onRidge(hills, 0.02), seed: seed + 3 }),
      glowLayer(sky.plan),
      groundLayer({
        air,
        depth: 0.6,
        from: 0.645,
        horizon: 0.57,
        surface: white,
        second: rgb('#d4e0f0'),
        fineness: 0.9,
        contrast: 0.5,
        seed: seed + 4,
        swell: 0.016,
      }),
      planted(air, 'snowNearPines', {
        ground: (x) => (Math.abs(x - 0.5) < 0.2 ? Number.NaN : 0.74),
        seed: seed + 5,
      }),
      birdsLayer(air, shotSeed, [0.14, 0.3]),
      {
        ...duneLayer({
          air,
          depth: 1.2,
          foot: 1.04,
          rise: 0.12,
          waves: 0.5,
          distance: 0,
          surface: white,
          seed: seed + 6,
        }),
      },
      swaying(air, 'snow', seed + 7),
    ],
  }
}

/** Space: a nebula, stars, a planet and its moon. */
export const space: WorldPainter = ({ air, seed, shotSeed, peopled }) => {
  const random = randomFrom(seed)
  const left = random() < 0.5
  const planet = {
    x: left ? 0.24 : 0.76,
    y: between(random, 0.4, 0.55),
    radius: between(random, 0.24, 0.34),
    depth: 0.3,
  }
  const moon = { x: left ? 0.66 : 0.34, y: between(random, 0.2, 0.32), radius: 0.055, depth: 0.2 }
  return {
    focus: 0.5,
    layers: [
      nebulaLayer(seed),
      planetLayer(seed + 7, moon),
      planetLayer(seed + 3, planet),
      driftLayer(shotSeed),
      ...(peopled
        ? [
            duneLayer({
              air,
              depth: 1,
              foot: 0.86,
              rise: 0.1,
              waves: 0.6,
              distance: 0,
              surface: rgb('#8f8f96'),
              seed,
            }),
          ]
        : []),
    ],
  }
}

/** Above the clouds. */
export const skyPlace: WorldPainter = ({ air, seed, shotSeed, peopled }) => {
  const sky = skyOver({ ...air, cover: Math.max(0.45, air.cover) }, 0.72, seed, shotSeed)
  const bank = (depth: number, foot: number, rise: number, distance: number) =>
    ridgeLayer({
      air,
      depth,
      foot,
      rise,
      peaks: 1.4,
      rough: 0,
      surface: rgb('#fbfbff'),
      snowAbove: 1,
      distance,
      seed: seed + Math.round(depth * 100),
      summit: null,
    })
  const under = { ...air, cover: 0.85 }
  return {
    focus: 0.55,
    layers: [
      ...sky.layers,
      cloudLayer({ air: under, horizon: 0.98, seed: seed + 4, shotSeed }),
      bank(0.16, 0.86, 0.1, 0.6),
      glowLayer(sky.plan),
      birdsLayer(air, shotSeed, [0.3, 0.5]),
      bank(0.35, 0.95, 0.12, 0.35),
      bank(0.7, 1.08, 0.16, 0.12),
      ...(peopled
        ? [
            ridgeLayer({
              ...range(air, 'crags', { foot: 0.9, seed: seed + 8, rise: 0.14 }),
              depth: 1,
              distance: 0.02,
            }),
          ]
        : []),
    ],
  }
}
