import { mix, type Rgb, rgb, scaled } from '../drawing/colour.ts'
import { between, randomFrom } from '../drawing/random.ts'
import { fallingLeavesLayer } from '../elements/falling-leaves.ts'
import { benchLayer, fenceLayer } from '../elements/furniture.ts'
import { groundLayer } from '../elements/ground.ts'
import { housesLayer, smokeLayer } from '../elements/houses.ts'
import { birdsLayer } from '../elements/living.ts'
import { onRidge, ridgeLayer } from '../elements/ridge.ts'
import { glowLayer } from '../elements/sky.ts'
import { shaftsLayer, trunksLayer } from '../elements/wood.ts'
import type { StageLayer } from '../stage-types.ts'
import { planted } from './planting.ts'
import { range, skyOver } from './ranges.ts'
import { swaying } from './swards.ts'
import type { WorldPainter } from './world.ts'

/** Colours of leaves that have turned. */
const autumn = ['#c8762a', '#d9a23a', '#a8452c', '#b8862f', '#cf5f2c'].map(rgb)

/** Rows of trunks, far to near; `after` sets their seeds apart. */
const woodTrunks = {
  far: {
    depth: 0.3,
    count: 46,
    thick: [0.008, 0.02],
    ground: 0.66,
    distance: 0.7,
    clearing: 0.03,
    after: 3,
  },
  middle: {
    depth: 0.5,
    count: 26,
    thick: [0.018, 0.036],
    ground: 0.7,
    distance: 0.42,
    clearing: 0.07,
    after: 4,
  },
  near: {
    depth: 0.8,
    count: 13,
    thick: [0.04, 0.075],
    ground: 0.78,
    distance: 0.16,
    clearing: 0.13,
    after: 6,
  },
  front: {
    depth: 1.35,
    count: 7,
    thick: [0.1, 0.17],
    ground: 1.05,
    distance: 0,
    clearing: 0.36,
    after: 8,
  },
} as const

/**
 * A wood with depth: trunk behind trunk in the mist, light through the leaves, ferns in front. In autumn leaves have
 * turned, lie on the ground, and fall.
 */
export const forest: WorldPainter = ({ air: given, seed, shotSeed }) => {
  const leaves = given.season === 'autumn' ? autumn : null
  const air = leaves
    ? { ...given, haze: mix(given.haze, scaled(leaves[1] ?? given.haze, given.level), 0.4) }
    : given
  const sky = skyOver(air, 0.62, seed, shotSeed)
  const soil = {
    surface: rgb(leaves ? '#8a5a30' : '#57603a'),
    second: rgb(leaves ? '#b8742f' : '#7a6444'),
    ...{ fineness: 2.2, contrast: 0.9 },
  }
  const trunks = (row: keyof typeof woodTrunks): StageLayer => {
    const { after, ...plan } = woodTrunks[row]
    const leaf = leaves?.[0] ? { leaf: leaves[0] } : {}
    return trunksLayer({ ...plan, air, canopy: true, seed: seed + after, ...leaf })
  }
  const bright = air.luminary.clarity * (0.3 + air.level * 0.4)
  return {
    focus: 0.6,
    layers: [
      ...sky.layers,
      ridgeLayer(range(air, 'farHills', { foot: 0.78, seed: seed + 11, rise: 0.42 })),
      planted(air, 'woodBackdrop', { ground: () => 0.66, seed: seed + 1 }),
      planted(air, 'woodUnderstory', { ground: () => 0.668, seed: seed + 12 }),
      glowLayer(sky.plan),
      groundLayer({ air, depth: 0.5, from: 0.63, horizon: 0.56, seed: seed + 2, ...soil }),
      trunks('far'),
      trunks('middle'),
      shaftsLayer(air, shotSeed, {
        colour: air.luminary.colour,
        strength: 0.3 * bright,
        from: -0.1,
        to: 0.86,
      }),
      planted(air, 'woodBushes', {
        ground: (x) => 0.75 + Math.sin(x * 21) * 0.01,
        seed: seed + 5,
      }),
      trunks('near'),
      swaying(air, leaves ? 'autumnFern' : 'woodFern', seed + 7),
      trunks('front'),
      ...(leaves ? [fallingLeavesLayer(air, shotSeed, leaves)] : []),
      swaying(air, leaves ? 'autumnNearFern' : 'woodNearFern', seed + 9),
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
      planted(air, 'hillTrees', { ground: onRidge(hills, 0.012), seed: seed + 3 }),
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
      planted(air, 'loneTree', {
        ground: (x) => (Math.abs(x - lone) < 0.015 ? 0.74 : Number.NaN),
        seed: seed + 5,
      }),
      swaying(air, 'meadowFar', seed + 6),
      swaying(air, 'meadowNear', seed + 7),
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
      planted(air, 'parkBackdrop', { ground: () => 0.605, seed: seed + 2 }),
      planted(air, 'parkMiddle', {
        ground: (x) => 0.63 + Math.abs(x - 0.5) * 0.03,
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
      planted(air, 'parkTrees', {
        ground: (x) => (Math.abs(x - 0.5) < 0.2 ? Number.NaN : 0.72),
        seed: seed + 5,
      }),
      benchLayer(air, seed + 6, 0.9, 0.79),
      birdsLayer(air, shotSeed, [0.12, 0.26]),
      swaying(air, 'lawn', seed + 7),
      planted(air, 'parkFront', {
        ground: (x) => (x > -0.08 && x < 1.08 ? Number.NaN : 1.06),
        seed: seed + 8,
      }),
    ],
  }
}

/** A garden: hedges, blossom, flower beds on both sides of a path. */
export const garden: WorldPainter = ({ air, seed, shotSeed }) => {
  const sky = skyOver(air, 0.5, seed, shotSeed)
  return {
    focus: 0.6,
    layers: [
      ...sky.layers,
      // No bright sky under the crowns, between the trunks.
      ridgeLayer(range(air, 'farHills', { foot: 0.6, seed: seed + 8, rise: 0.08 })),
      planted(air, 'gardenBackdrop', { ground: () => 0.6, seed: seed + 1 }),
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
      planted(air, 'hedge', {
        ground: (x) => (Math.abs(x - 0.5) < 0.07 ? Number.NaN : 0.665),
        seed: seed + 4,
      }),
      planted(air, 'gardenBlossom', {
        ground: (x) => (Math.abs(x - 0.5) < 0.22 ? Number.NaN : 0.72),
        seed: seed + 5,
      }),
      swaying(air, 'flowerBed', seed + 6),
      birdsLayer(air, shotSeed, [0.1, 0.2]),
      swaying(air, 'flowerFront', seed + 7),
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
      planted(air, 'farmHills', { ground: onRidge(hills, 0.01), seed: seed + 3 }),
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
      planted(air, 'yardTrees', {
        ground: (x) => (Math.abs(Math.abs(x - yard) - 0.17) < 0.025 ? 0.662 : Number.NaN),
        seed: seed + 6,
      }),
      birdsLayer(air, shotSeed, [0.16, 0.34]),
      fenceLayer(air, 0.85, 0.78),
      swaying(air, 'crop', seed + 7),
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
      planted(air, 'wideHills', { ground: onRidge(hills, 0.014), seed: seed + 5 }),
      glowLayer(sky.plan),
      birdsLayer(air, shotSeed, [0.16, 0.36]),
      ridgeLayer({ ...near, depth: 0.8, distance: 0.1 }),
      planted(air, 'nearHill', {
        ground: (x, aspect) =>
          Math.abs(x - 0.5) < 0.16 ? Number.NaN : onRidge(near, 0.03)(x, aspect),
        seed: seed + 6,
      }),
      swaying(air, 'hill', seed + 7),
    ],
  }
}
