import { type Rgb, rgb } from '../drawing/colour.ts'
import { between, randomFrom } from '../drawing/random.ts'
import { type CropRowsPlan, cropRowsLayer } from '../elements/crop-rows.ts'
import { groundLayer } from '../elements/ground.ts'
import { housesLayer } from '../elements/houses.ts'
import { birdsLayer } from '../elements/living.ts'
import { onRidge, ridgeLayer } from '../elements/ridge.ts'
import { glowLayer } from '../elements/sky.ts'
import { terracesLayer } from '../elements/terraces.ts'
import { planted } from './planting.ts'
import { range, skyOver } from './ranges.ts'
import { swaying } from './swards.ts'
import type { World, WorldPainter, WorldPlan } from './world.ts'

/** What grows in a field of rows. */
type Crop = Pick<CropRowsPlan, 'pitch' | 'tall' | 'leaf' | 'bloom' | 'posts'> & {
  readonly soil: readonly [Rgb, Rgb]
}

/** Rows of a crop to the hills, a house among trees, a headland before them where people walk. */
const fieldOf = ({ air, seed, shotSeed }: WorldPlan, { soil, ...crop }: Crop): World => {
  const horizon = 0.58
  const sky = skyOver(air, horizon, seed, shotSeed)
  const hills = range(air, 'hills', { foot: 0.63, seed: seed + 2, rise: 0.12 })
  const random = randomFrom(seed)
  const yard = random() < 0.5 ? between(random, 0.14, 0.24) : between(random, 0.76, 0.86)
  const ground = { air, horizon, surface: soil[0], second: soil[1], contrast: 0.6, fineness: 1.8 }
  return {
    focus: 0.62,
    layers: [
      ...sky.layers,
      ridgeLayer(range(air, 'farHills', { foot: 0.61, seed: seed + 1, rise: 0.17 })),
      ridgeLayer(hills),
      planted(air, 'farmHills', { ground: onRidge(hills, 0.01), seed: seed + 3 }),
      glowLayer(sky.plan),
      groundLayer({ ...ground, depth: 0.5, from: 0.62, seed: seed + 4 }),
      housesLayer({
        ...{ air, depth: 0.4, ground: () => 0.63, span: [yard - 0.08, yard + 0.08], count: 2 },
        ...{ size: 0.1, distance: 0.3, seed: seed + 5, church: false },
      }),
      planted(air, 'fieldTrees', {
        ground: (x) => (Math.abs(Math.abs(x - yard) - 0.11) < 0.03 ? 0.635 : Number.NaN),
        seed: seed + 6,
      }),
      birdsLayer(air, shotSeed, [0.16, 0.34]),
      cropRowsLayer({ ...crop, air, depth: 0.5, horizon, span: [0.628, 0.79], seed: seed + 7 }),
      swaying(air, 'verge', seed + 8),
    ],
  }
}

/** A vineyard. */
export const vineyard: WorldPainter = (plan) =>
  fieldOf(plan, {
    ...{ pitch: 0.7, tall: 0.36, posts: true },
    leaf: rgb('#5f8a3a'),
    bloom: [rgb('#5a3a6c'), 0.1],
    soil: [rgb('#a08a5c'), rgb('#8a9450')],
  })

/** A field of lavender. */
export const lavenderField: WorldPainter = (plan) =>
  fieldOf(plan, {
    ...{ pitch: 0.5, tall: 0.19, posts: false },
    leaf: rgb('#6f8458'),
    bloom: [rgb('#8a62c4'), 0.78],
    soil: [rgb('#b09a6c'), rgb('#94845c')],
  })

/** Rice terraces down a misty hillside, palms between them. */
export const riceTerraces: WorldPainter = ({ air, seed, shotSeed }) => {
  const sky = skyOver(air, 0.52, seed, shotSeed)
  const hills = {
    ...range(air, 'foothills', { foot: 0.56, seed: seed + 2, rise: 0.26 }),
    distance: 0.5,
  }
  return {
    focus: 0.58,
    layers: [
      ...sky.layers,
      ridgeLayer(range(air, 'farHills', { foot: 0.52, seed: seed + 1, rise: 0.32 })),
      ridgeLayer(hills),
      planted(air, 'wideHills', { ground: onRidge(hills, 0.02), seed: seed + 3 }),
      glowLayer(sky.plan),
      birdsLayer(air, shotSeed, [0.12, 0.28]),
      terracesLayer({ air, depth: 0.5, top: 0.5, seed: seed + 4 }),
      planted(air, 'terracePalms', {
        ground: (x) => 0.56 + Math.sin(x * 31 + seed) * 0.03,
        seed: seed + 5,
      }),
      groundLayer({
        ...{
          air,
          depth: 0.92,
          from: 0.79,
          horizon: 0.62,
          contrast: 0.7,
          fineness: 2.4,
          swell: 0.03,
        },
        surface: rgb('#6a8a42'),
        second: rgb('#87894e'),
        seed: seed + 6,
      }),
      swaying(air, 'riverBank', seed + 7),
    ],
  }
}
