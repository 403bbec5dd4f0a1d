import { isWet } from '../drawing/atmosphere.ts'
import { rgb } from '../drawing/colour.ts'
import { between, randomFrom } from '../drawing/random.ts'
import { carsLayer } from '../elements/cars.ts'
import { groundLayer } from '../elements/ground.ts'
import { housesLayer, smokeLayer } from '../elements/houses.ts'
import { birdsLayer } from '../elements/living.ts'
import { onRidge, ridgeLayer } from '../elements/ridge.ts'
import { glowLayer } from '../elements/sky.ts'
import { frontsLayer, lampsLayer, roadwayLayer, type StreetPlan } from '../elements/street.ts'
import { towersLayer } from '../elements/towers.ts'
import { standLayer } from '../elements/trees.ts'
import { waterLayer } from '../elements/water.ts'
import { planted } from './planting.ts'
import { range, skyOver } from './ranges.ts'
import { swaying } from './swards.ts'
import type { World, WorldPainter, WorldPlan } from './world.ts'

/** A street in perspective: house fronts with shops, lamps, cars that pass, towers in the haze. */
export const cityStreet: WorldPainter = (plan) => streetOf(plan, 'city')

/** A street between the house fronts of a city or an old town. */
export const streetOf = (
  { air, seed, shotSeed, peopled }: WorldPlan,
  houses: NonNullable<StreetPlan['houses']>,
): World => {
  const sky = skyOver(air, 0.52, seed, shotSeed)
  const street: StreetPlan = { air, vanishX: 0.5, horizon: 0.52, seed, houses }
  return {
    focus: 0.6,
    // The middle of the pavement on the side that the camera looks at, where feet stand.
    standAt: (aspect) => 0.5 + (shotSeed % 2 === 0 ? 0.46 : -0.46) / aspect,
    layers: [
      ...sky.layers,
      // An old town has no towers behind it, and no traffic.
      ...(houses === 'city'
        ? [
            towersLayer({
              air,
              depth: 0.12,
              foot: 0.54,
              tall: [0.12, 0.34],
              wide: [0.05, 0.1],
              distance: 0.8,
              seed: seed + 1,
              centre: null,
            }),
          ]
        : []),
      glowLayer(sky.plan),
      roadwayLayer(street, 0.6),
      frontsLayer(street, 0.35, [4.4, 16]),
      frontsLayer({ ...street, seed: seed + 5 }, 0.6, [1.6, 5.4]),
      ...(isWet(air)
        ? [
            waterLayer({
              air,
              depth: 0.6,
              shore: 0.56,
              ripple: 0.4,
              body: rgb('#23262c'),
              seed,
              glintAt: null,
              opacity: 0.42,
            }),
          ]
        : []),
      lampsLayer(street, 0.7, peopled ? 1 : 0),
      ...(houses === 'city'
        ? [carsLayer({ ...street, seed: shotSeed }, 0.75, 6, peopled ? 3.4 : 1.15)]
        : []),
      frontsLayer({ ...street, seed: seed + 9 }, 0.95, [0.85, 2.15]),
    ],
  }
}

/** A city across the water. */
export const citySkyline: WorldPainter = ({ air, seed, shotSeed }) => {
  const shore = 0.66
  const sky = skyOver(air, shore, seed, shotSeed)
  const centre = between(randomFrom(seed), 0.3, 0.7)
  return {
    focus: 0.58,
    layers: [
      ...sky.layers,
      towersLayer({
        air,
        depth: 0.1,
        foot: shore,
        tall: [0.14, 0.34],
        wide: [0.035, 0.07],
        distance: 0.85,
        seed: seed + 1,
        centre: 1 - centre,
      }),
      towersLayer({
        air,
        depth: 0.16,
        foot: shore,
        tall: [0.16, 0.5],
        wide: [0.045, 0.085],
        distance: 0.55,
        seed: seed + 2,
        centre,
      }),
      glowLayer(sky.plan),
      towersLayer({
        air,
        depth: 0.24,
        foot: shore + 0.002,
        tall: [0.1, 0.32],
        wide: [0.06, 0.12],
        distance: 0.3,
        seed: seed + 3,
        centre: centre * 0.6 + 0.2,
      }),
      planted(air, 'embankment', { ground: () => shore + 0.004, seed: seed + 4 }),
      birdsLayer(air, shotSeed, [0.14, 0.3]),
      waterLayer({
        air,
        depth: 0.45,
        shore: shore + 0.003,
        ripple: 0.4 + air.wind * 0.3,
        body: rgb('#1f3f58'),
        seed,
        glintAt: air.luminary.clarity > 0.3 ? air.luminary.x : null,
      }),
      groundLayer({
        air,
        depth: 1,
        from: 0.78,
        horizon: 0.7,
        surface: rgb('#7d7a74'),
        second: rgb('#8f8b82'),
        fineness: 3,
        contrast: 0.4,
        seed: seed + 5,
      }),
      swaying(air, 'embankment', seed + 6),
    ],
  }
}

/** A village on a slope under hills, with a church and smoke from the chimneys. */
export const village: WorldPainter = ({ air, seed, shotSeed }) => {
  const sky = skyOver(air, 0.56, seed, shotSeed)
  const hills = range(air, 'hills', { foot: 0.62, seed: seed + 2, rise: 0.2 })
  const rows = [
    { y: 0.6, size: 0.075, count: 12, depth: 0.3, distance: 0.4 },
    { y: 0.655, size: 0.11, count: 9, depth: 0.45, distance: 0.26 },
    { y: 0.735, size: 0.17, count: 6, depth: 0.65, distance: 0.12 },
  ] as const
  return {
    focus: 0.6,
    layers: [
      ...sky.layers,
      ridgeLayer(range(air, 'farPeaks', { foot: 0.6, seed: seed + 1, rise: 0.3 })),
      ridgeLayer(hills),
      planted(air, 'villageHills', { ground: onRidge(hills, 0.02), seed: seed + 3 }),
      glowLayer(sky.plan),
      groundLayer({
        air,
        depth: 0.5,
        from: 0.6,
        horizon: 0.55,
        surface: rgb('#77924a'),
        second: rgb('#9a9458'),
        fineness: 1.5,
        contrast: 0.6,
        seed: seed + 4,
        swell: 0.012,
        pattern: (u, v) =>
          Math.abs(u - Math.sin(v * 4) * 0.12) < 0.015 + v * 0.15 ? rgb('#b9a27c') : null,
      }),
      ...rows.flatMap((row, index) => [
        housesLayer({
          air,
          depth: row.depth,
          ground: (x) => row.y + Math.sin(x * 9 + index) * 0.008,
          span: [-0.12, 1.12],
          count: row.count,
          size: row.size,
          distance: row.distance,
          seed: seed + 10 + index,
          church: index === 1,
        }),
        standLayer({
          air,
          depth: row.depth,
          kinds: ['broadleaf', 'bush', 'poplar'],
          density: 8 + row.count,
          tall: [row.size * 0.5, row.size * 1.1],
          ground: () => row.y + 0.014,
          distance: row.distance,
          seed: seed + 20 + index,
        }),
      ]),
      smokeLayer(air, 0.5, [
        [0.22, 0.5],
        [0.48, 0.47],
        [0.77, 0.52],
      ]),
      birdsLayer(air, shotSeed, [0.12, 0.3]),
      swaying(air, 'village', seed + 7),
    ],
  }
}

/** A road to the horizon between fields. */
export const road: WorldPainter = ({ air, seed, shotSeed }) => {
  const sky = skyOver(air, 0.56, seed, shotSeed)
  const hills = range(air, 'hills', { foot: 0.6, seed: seed + 2, rise: 0.13 })
  const lane = (u: number, v: number) => {
    const side = Math.abs(u) / (0.008 + v * 0.46)
    if (side > 1) return null
    if (side > 0.93 || (side < 0.025 && Math.sin(16 / (v + 0.05)) > 0)) return rgb('#ded8c4')
    return rgb('#54565c')
  }
  return {
    focus: 0.6,
    layers: [
      ...sky.layers,
      ridgeLayer(range(air, 'farPeaks', { foot: 0.57, seed: seed + 1, rise: 0.24 })),
      ridgeLayer(hills),
      planted(air, 'roadHills', { ground: onRidge(hills, 0.014), seed: seed + 3 }),
      glowLayer(sky.plan),
      groundLayer({
        air,
        depth: 0.6,
        from: 0.585,
        horizon: 0.56,
        surface: rgb('#8c9a4e'),
        second: rgb('#b0a45c'),
        fineness: 1.5,
        contrast: 0.6,
        seed: seed + 4,
        pattern: lane,
        wet: isWet(air) ? 0.7 : 0,
      }),
      planted(air, 'roadSide', {
        ground: (x) => (Math.abs(x - 0.5) < 0.12 ? Number.NaN : 0.6 + Math.abs(x - 0.5) * 0.07),
        seed: seed + 5,
      }),
      planted(air, 'roadTrees', {
        ground: (x) => (Math.abs(x - 0.5) < 0.32 ? Number.NaN : 0.72),
        seed: seed + 6,
      }),
      birdsLayer(air, shotSeed, [0.14, 0.3]),
      swaying(air, 'verge', seed + 7),
    ],
  }
}
