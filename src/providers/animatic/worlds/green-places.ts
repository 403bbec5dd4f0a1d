import { type Rgb, rgb } from '../drawing/colour.ts'
import { between, randomFrom } from '../drawing/random.ts'
import { benchLayer, fenceLayer } from '../elements/furniture.ts'
import { grassLayer } from '../elements/grass.ts'
import { groundLayer } from '../elements/ground.ts'
import { housesLayer, smokeLayer } from '../elements/houses.ts'
import { birdsLayer } from '../elements/living.ts'
import { onRidge, ridgeLayer } from '../elements/ridge.ts'
import { glowLayer } from '../elements/sky.ts'
import { standLayer } from '../elements/trees.ts'
import { shaftsLayer, trunksLayer } from '../elements/wood.ts'
import { range, skyOver } from './ranges.ts'
import type { WorldPainter } from './world.ts'

const summerFlowers = ['#f4d35e', '#ee6c6c', '#f6f1e6', '#b388d8', '#f29bb5']

/** A wood with depth: trunk behind trunk in the mist, light through the leaves, ferns in front. */
export const forest: WorldPainter = ({ air, seed, shotSeed }) => {
  const sky = skyOver(air, 0.62, seed, shotSeed)
  const soil = { surface: rgb('#57603a'), second: rgb('#7a6444'), fineness: 2.2, contrast: 0.9 }
  const trunks = { air, canopy: true, clearing: 0.07 }
  const bright = air.luminary.clarity * (0.3 + air.level * 0.4)
  return {
    focus: 0.6,
    layers: [
      ...sky.layers,
      standLayer({
        air,
        depth: 0.15,
        kinds: ['conifer', 'broadleaf'],
        density: 60,
        tall: [0.3, 0.55],
        ground: () => 0.66,
        distance: 0.95,
        seed: seed + 1,
      }),
      glowLayer(sky.plan),
      groundLayer({ air, depth: 0.5, from: 0.63, horizon: 0.56, seed: seed + 2, ...soil }),
      trunksLayer({
        ...trunks,
        depth: 0.3,
        count: 46,
        thick: [0.008, 0.02],
        ground: 0.66,
        distance: 0.7,
        seed: seed + 3,
        clearing: 0.03,
      }),
      trunksLayer({
        ...trunks,
        depth: 0.5,
        count: 26,
        thick: [0.018, 0.036],
        ground: 0.7,
        distance: 0.42,
        seed: seed + 4,
      }),
      shaftsLayer(air, shotSeed, {
        colour: air.luminary.colour,
        strength: 0.3 * bright,
        from: -0.1,
        to: 0.86,
      }),
      standLayer({
        air,
        depth: 0.6,
        kinds: ['bush'],
        density: 26,
        tall: [0.05, 0.12],
        ground: (x) => 0.75 + Math.sin(x * 21) * 0.01,
        distance: 0.3,
        seed: seed + 5,
        lit: 0.6,
      }),
      trunksLayer({
        ...trunks,
        depth: 0.8,
        count: 13,
        thick: [0.04, 0.075],
        ground: 0.78,
        distance: 0.16,
        seed: seed + 6,
        clearing: 0.13,
      }),
      grassLayer({
        air,
        depth: 1.02,
        roots: [0.86, 0.98],
        tall: 0.09,
        blades: 260,
        colour: rgb('#5f7a3a'),
        flowers: [],
        seed: seed + 7,
      }),
      trunksLayer({
        ...trunks,
        depth: 1.35,
        count: 7,
        thick: [0.1, 0.17],
        ground: 1.05,
        distance: 0,
        seed: seed + 8,
        clearing: 0.36,
      }),
      grassLayer({
        air,
        depth: 1.4,
        roots: [0.99, 1.08],
        tall: 0.17,
        blades: 150,
        colour: rgb('#47602e'),
        flowers: [],
        seed: seed + 9,
      }),
    ],
  }
}

/** Rolling hills, a meadow in flower, and a tree that stands alone. */
export const meadow: WorldPainter = ({ air, seed, shotSeed }) => {
  const sky = skyOver(air, 0.6, seed, shotSeed)
  const hills = range(air, 'hills', { foot: 0.66, seed: seed + 2 })
  const random = randomFrom(seed)
  const lone = random() < 0.5 ? between(random, 0.14, 0.26) : between(random, 0.74, 0.86)
  return {
    focus: 0.62,
    layers: [
      ...sky.layers,
      ridgeLayer(range(air, 'farHills', { foot: 0.62, seed: seed + 1, rise: 0.16 })),
      ridgeLayer(hills),
      standLayer({
        air,
        depth: 0.25,
        kinds: ['broadleaf', 'poplar'],
        density: 44,
        tall: [0.025, 0.06],
        ground: onRidge(hills, 0.012),
        distance: 0.5,
        seed: seed + 3,
      }),
      glowLayer(sky.plan),
      birdsLayer(air, shotSeed, [0.15, 0.36]),
      groundLayer({
        air,
        depth: 0.6,
        from: 0.645,
        horizon: 0.6,
        surface: rgb('#7c9a48'),
        second: rgb('#a8ac5c'),
        fineness: 1.1,
        contrast: 0.7,
        seed: seed + 4,
        swell: 0.016,
      }),
      standLayer({
        air,
        depth: 0.8,
        kinds: ['broadleaf'],
        density: 36,
        tall: [0.34, 0.42],
        ground: (x) => (Math.abs(x - lone) < 0.015 ? 0.74 : Number.NaN),
        distance: 0.14,
        seed: seed + 5,
        lit: 0.9,
      }),
      grassLayer({
        air,
        depth: 0.95,
        roots: [0.76, 0.92],
        tall: 0.075,
        blades: 420,
        colour: rgb('#84994a'),
        flowers: summerFlowers,
        seed: seed + 6,
      }),
      grassLayer({
        air,
        depth: 1.3,
        roots: [0.95, 1.07],
        tall: 0.19,
        blades: 260,
        colour: rgb('#667f3a'),
        flowers: summerFlowers,
        seed: seed + 7,
      }),
    ],
  }
}

const pathPattern =
  (colour: string, bend: number, wide: number) =>
  (u: number, v: number): Rgb | null =>
    Math.abs(u - Math.sin(v * 3.1 + 0.4) * bend * (1.1 - v)) < 0.012 + v * wide ? rgb(colour) : null

/** A park: lawns, a path with lamps and a bench, old trees, the town beyond. */
export const park: WorldPainter = ({ air, seed, shotSeed }) => {
  const sky = skyOver(air, 0.56, seed, shotSeed)
  return {
    focus: 0.6,
    layers: [
      ...sky.layers,
      ridgeLayer(range(air, 'farHills', { foot: 0.6, seed: seed + 1, rise: 0.08 })),
      standLayer({
        air,
        depth: 0.2,
        kinds: ['broadleaf', 'poplar'],
        density: 56,
        tall: [0.1, 0.2],
        ground: () => 0.605,
        distance: 0.6,
        seed: seed + 2,
      }),
      standLayer({
        air,
        depth: 0.3,
        kinds: ['broadleaf', 'bush'],
        density: 26,
        tall: [0.09, 0.22],
        ground: (x) => 0.63 + Math.abs(x - 0.5) * 0.03,
        distance: 0.34,
        seed: seed + 3,
      }),
      glowLayer(sky.plan),
      groundLayer({
        air,
        depth: 0.6,
        from: 0.61,
        horizon: 0.57,
        surface: rgb('#7a9a4a'),
        second: rgb('#90a656'),
        fineness: 1.4,
        contrast: 0.6,
        seed: seed + 4,
        pattern: pathPattern('#cdb893', 0.34, 0.22),
      }),
      standLayer({
        air,
        depth: 0.75,
        kinds: ['broadleaf', 'blossom'],
        density: 12,
        tall: [0.3, 0.48],
        ground: (x) => (Math.abs(x - 0.5) < 0.2 ? Number.NaN : 0.72),
        distance: 0.14,
        seed: seed + 5,
        lit: 0.9,
      }),
      benchLayer(air, seed + 6, 0.9, 0.79),
      birdsLayer(air, shotSeed, [0.12, 0.26]),
      grassLayer({
        air,
        depth: 1.02,
        roots: [0.88, 0.98],
        tall: 0.035,
        blades: 300,
        colour: rgb('#7c9444'),
        flowers: ['#f6f1e6', '#f4d35e'],
        seed: seed + 7,
      }),
      standLayer({
        air,
        depth: 1.35,
        kinds: ['broadleaf'],
        density: 6,
        tall: [0.8, 1.05],
        ground: (x) => (x > 0.02 && x < 0.98 ? Number.NaN : 1.06),
        distance: 0,
        seed: seed + 8,
        lit: 0.4,
      }),
    ],
  }
}

/** A garden: hedges, blossom, flower beds on both sides of a path. */
export const garden: WorldPainter = ({ air, seed, shotSeed }) => {
  const sky = skyOver(air, 0.5, seed, shotSeed)
  const beds = ['#e0526a', '#f4b13e', '#f7efe4', '#9a6cc8', '#ee8fb0', '#e9713a']
  return {
    focus: 0.6,
    layers: [
      ...sky.layers,
      standLayer({
        air,
        depth: 0.2,
        kinds: ['broadleaf', 'poplar'],
        density: 38,
        tall: [0.16, 0.3],
        ground: () => 0.6,
        distance: 0.5,
        seed: seed + 1,
      }),
      glowLayer(sky.plan),
      housesLayer({
        air,
        depth: 0.35,
        ground: () => 0.62,
        span: [0.28, 0.72],
        count: 1,
        size: 0.27,
        distance: 0.3,
        seed: seed + 2,
        church: false,
      }),
      groundLayer({
        air,
        depth: 0.6,
        from: 0.6,
        horizon: 0.55,
        surface: rgb('#6f9244'),
        second: rgb('#86a050'),
        fineness: 1.6,
        contrast: 0.6,
        seed: seed + 3,
        pattern: pathPattern('#d8c6a4', 0.16, 0.2),
      }),
      standLayer({
        air,
        depth: 0.5,
        kinds: ['bush'],
        density: 24,
        tall: [0.07, 0.11],
        ground: (x) => (Math.abs(x - 0.5) < 0.07 ? Number.NaN : 0.665),
        distance: 0.24,
        seed: seed + 4,
      }),
      standLayer({
        air,
        depth: 0.75,
        kinds: ['blossom'],
        density: 9,
        tall: [0.32, 0.44],
        ground: (x) => (Math.abs(x - 0.5) < 0.22 ? Number.NaN : 0.72),
        distance: 0.12,
        seed: seed + 5,
        lit: 1,
      }),
      grassLayer({
        air,
        depth: 0.85,
        roots: [0.72, 0.82],
        tall: 0.06,
        blades: 420,
        colour: rgb('#5f8440'),
        flowers: beds,
        seed: seed + 6,
      }),
      birdsLayer(air, shotSeed, [0.1, 0.2]),
      grassLayer({
        air,
        depth: 1.25,
        roots: [0.93, 1.06],
        tall: 0.16,
        blades: 330,
        colour: rgb('#4f7a38'),
        flowers: beds,
        seed: seed + 7,
      }),
    ],
  }
}

const furrows =
  (light: string, dark: string) =>
  (u: number, v: number): Rgb | null => {
    const row = Math.sin((u / (v + 0.09)) * 11)
    return row > 0 ? rgb(light) : rgb(dark)
  }

/** A farm: rows of crop to the horizon, a farmhouse with barn, a fence. */
export const farm: WorldPainter = ({ air, seed, shotSeed }) => {
  const sky = skyOver(air, 0.58, seed, shotSeed)
  const hills = range(air, 'hills', { foot: 0.63, seed: seed + 2, rise: 0.1 })
  const random = randomFrom(seed)
  const yard = random() < 0.5 ? 0.24 : 0.76
  return {
    focus: 0.62,
    layers: [
      ...sky.layers,
      ridgeLayer(range(air, 'farHills', { foot: 0.6, seed: seed + 1 })),
      ridgeLayer(hills),
      standLayer({
        air,
        depth: 0.25,
        kinds: ['broadleaf', 'poplar'],
        density: 34,
        tall: [0.04, 0.085],
        ground: onRidge(hills, 0.01),
        distance: 0.42,
        seed: seed + 3,
      }),
      glowLayer(sky.plan),
      groundLayer({
        air,
        depth: 0.6,
        from: 0.625,
        horizon: 0.58,
        surface: rgb('#a8a04e'),
        second: rgb('#8a9446'),
        fineness: 1.6,
        contrast: 0.6,
        seed: seed + 4,
        pattern: furrows('#b5a552', '#7f8440'),
      }),
      housesLayer({
        air,
        depth: 0.5,
        ground: () => 0.655,
        span: [yard - 0.15, yard + 0.15],
        count: 3,
        size: 0.15,
        distance: 0.22,
        seed: seed + 5,
        church: false,
      }),
      smokeLayer(air, 0.5, [[yard, 0.5]]),
      standLayer({
        air,
        depth: 0.52,
        kinds: ['broadleaf'],
        density: 30,
        tall: [0.12, 0.2],
        ground: (x) => (Math.abs(Math.abs(x - yard) - 0.17) < 0.025 ? 0.662 : Number.NaN),
        distance: 0.2,
        seed: seed + 6,
      }),
      birdsLayer(air, shotSeed, [0.16, 0.34]),
      fenceLayer(air, 0.85, 0.78),
      grassLayer({
        air,
        depth: 1.2,
        roots: [0.93, 1.06],
        tall: 0.2,
        blades: 360,
        colour: rgb('#b89f4c'),
        flowers: [],
        seed: seed + 7,
      }),
    ],
  }
}

/** Hills and trees under an open sky: for places without a word of their own. */
export const landscape: WorldPainter = ({ air, seed, shotSeed }) => {
  const sky = skyOver(air, 0.6, seed, shotSeed)
  const hills = range(air, 'hills', { foot: 0.7, seed: seed + 3, rise: 0.2 })
  const near = range(air, 'nearHills', { foot: 0.92, seed: seed + 4, rise: 0.2 })
  return {
    focus: 0.6,
    layers: [
      ...sky.layers,
      ridgeLayer(range(air, 'farPeaks', { foot: 0.62, seed: seed + 1, rise: 0.22 })),
      ridgeLayer(range(air, 'farHills', { foot: 0.65, seed: seed + 2, rise: 0.18 })),
      ridgeLayer(hills),
      standLayer({
        air,
        depth: 0.26,
        kinds: ['broadleaf', 'conifer'],
        density: 54,
        tall: [0.03, 0.075],
        ground: onRidge(hills, 0.014),
        distance: 0.46,
        seed: seed + 5,
      }),
      glowLayer(sky.plan),
      birdsLayer(air, shotSeed, [0.16, 0.36]),
      ridgeLayer({ ...near, depth: 0.8, distance: 0.1 }),
      standLayer({
        air,
        depth: 0.82,
        kinds: ['broadleaf'],
        density: 14,
        tall: [0.12, 0.26],
        ground: (x, aspect) =>
          Math.abs(x - 0.5) < 0.16 ? Number.NaN : onRidge(near, 0.03)(x, aspect),
        distance: 0.1,
        seed: seed + 6,
      }),
      grassLayer({
        air,
        depth: 1.25,
        roots: [0.94, 1.06],
        tall: 0.15,
        blades: 320,
        colour: rgb('#6f8540'),
        flowers: ['#f6f1e6'],
        seed: seed + 7,
      }),
    ],
  }
}
