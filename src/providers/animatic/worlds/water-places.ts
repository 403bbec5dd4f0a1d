import { type Rgb, rgb, scaled } from '../drawing/colour.ts'
import { between, randomFrom } from '../drawing/random.ts'
import { deckLayer } from '../elements/footing.ts'
import { groundLayer } from '../elements/ground.ts'
import { housesLayer } from '../elements/houses.ts'
import { type BoatPlan, birdsLayer, boatsLayer } from '../elements/living.ts'
import { lighthouseLayer, quayLayer } from '../elements/quay.ts'
import { type Depths, reefLayer, shoalLayer, watersLayer } from '../elements/reef.ts'
import { onRidge, ridgeLayer } from '../elements/ridge.ts'
import { rocksLayer } from '../elements/rocks.ts'
import { swashLayer, swellLayer } from '../elements/sea.ts'
import { glowLayer } from '../elements/sky.ts'
import { standLayer } from '../elements/trees.ts'
import { waterLayer } from '../elements/water.ts'
import { shaftsLayer } from '../elements/wood.ts'
import type { StageLayer } from '../stage-types.ts'
import { planted } from './planting.ts'
import { range, skyOver } from './ranges.ts'
import { swaying } from './swards.ts'
import type { WorldPainter, WorldPlan } from './world.ts'

const glint = ({ air }: WorldPlan): number | null =>
  air.luminary.clarity > 0.3 ? air.luminary.x : null

const headland = (plan: WorldPlan, foot: number) => {
  const left = plan.seed % 2 === 0
  return {
    ...range(plan.air, 'foothills', {
      foot,
      seed: plan.seed + 1,
      rise: 0.18,
      summit: left ? -0.05 : 1.05,
    }),
    depth: 0.14,
    distance: 0.55,
  }
}

/** A beach: sea to the horizon, surf, wet sand, a headland and dune grass. */
export const beach: WorldPainter = (plan) => {
  const { air, seed, shotSeed, peopled } = plan
  const horizon = 0.5
  const sky = skyOver(air, horizon, seed, shotSeed)
  const cape = headland(plan, horizon + 0.004)
  const sand = rgb('#d9c197')
  const warm = air.weather !== 'snow' && air.weather !== 'storm'
  return {
    focus: 0.58,
    landFrom: 0.8,
    layers: [
      ...sky.layers,
      ridgeLayer(cape),
      glowLayer(sky.plan),
      birdsLayer(air, shotSeed, [0.14, 0.34]),
      waterLayer({
        air,
        depth: 0.4,
        shore: horizon,
        ripple: 0.5 + air.wind * 0.4,
        body: rgb('#1f6377'),
        seed,
        glintAt: glint(plan),
      }),
      swellLayer({
        air,
        depth: 0.5,
        horizon,
        to: 0.74,
        force: 0.2 + air.wind * 0.25,
        seed: seed + 2,
      }),
      groundLayer({
        air,
        depth: 0.8,
        from: 0.735,
        horizon: 0.56,
        surface: sand,
        second: rgb('#c4a678'),
        fineness: 3.2,
        contrast: 0.5,
        seed: seed + 3,
        swell: 0.03,
        wet: 0.18,
      }),
      swashLayer(air, 0.8, 0.725, seed + 4),
      standLayer({
        air,
        // Fronds never hang before a face.
        depth: peopled ? 0.9 : 1.1,
        kinds: [warm ? 'palm' : 'bush'],
        density: 26,
        tall: warm ? [0.5, 0.66] : [0.06, 0.12],
        ground: (x) => (Math.abs(x - (seed % 2 === 0 ? 0.95 : 0.05)) < 0.045 ? 0.9 : Number.NaN),
        distance: 0.03,
        seed: seed + 5,
      }),
      swaying(air, 'dune', seed + 6),
    ],
  }
}

/** The cape that a lighthouse stands on, at one side of the picture. */
const capeLayers = (plan: WorldPlan, horizon: number): readonly StageLayer[] => {
  const { air, seed } = plan
  const isLeft = seed % 2 === 0
  const cape = {
    ...range(air, 'crags', {
      foot: horizon + 0.07,
      seed: seed + 1,
      rise: 0.3,
      summit: isLeft ? 0.14 : 0.86,
    }),
    ...{ surface: rgb('#6d675d'), snowAbove: 1, depth: 0.3, distance: 0.22 },
    mound: { wide: 0.34, steep: 1.5, flat: 0.5 },
  }
  return [
    lighthouseLayer(air, 0.29, {
      x: isLeft ? 0.24 : 0.76,
      foot: horizon - 0.055,
      tall: 0.34,
    }),
    ridgeLayer(cape),
  ]
}

/** Rocks in the surf and on the turf of a cliff. */
const shoreRocks = ({ air, seed }: WorldPlan): readonly [surf: StageLayer, turf: StageLayer] => {
  const stone = { air, surface: rgb('#55504a'), distance: 0.05 }
  return [
    rocksLayer({
      ...{ ...stone, depth: 0.6, lies: [0.7, 0.79], size: [0.08, 0.2], count: 40, clearing: 0.1 },
      seed: seed + 6,
    }),
    rocksLayer({
      ...{ ...stone, depth: 1.15, lies: [0.99, 1.05], size: [0.1, 0.24], count: 9, clearing: 0.3 },
      seed: seed + 7,
    }),
  ]
}

/** A rocky coast: a lighthouse on its cape, surf on the rocks, turf on the cliff in front. */
export const rockyCoast: WorldPainter = (plan) => {
  const { air, seed, shotSeed } = plan
  const horizon = 0.5
  const sky = skyOver(air, horizon, seed, shotSeed)
  const [surf, turf] = shoreRocks(plan)
  return {
    focus: 0.58,
    landFrom: 0.8,
    layers: [
      ...sky.layers,
      glowLayer(sky.plan),
      birdsLayer(air, shotSeed, [0.14, 0.34]),
      waterLayer({
        air,
        depth: 0.28,
        shore: horizon,
        ripple: 0.6 + air.wind * 0.5,
        body: rgb('#1b4f63'),
        seed,
        glintAt: glint(plan),
      }),
      ...capeLayers(plan, horizon),
      swellLayer({
        ...{ air, depth: 0.5, horizon: horizon + 0.05, to: 0.82, seed: seed + 2 },
        force: 0.32 + air.wind * 0.5,
      }),
      surf,
      groundLayer({
        air,
        depth: 0.8,
        from: 0.775,
        horizon: 0.6,
        surface: rgb('#66784a'),
        second: rgb('#7c7a62'),
        fineness: 2.8,
        contrast: 0.7,
        seed: seed + 3,
        swell: 0.04,
      }),
      turf,
      swaying(air, 'dune', seed + 8),
    ],
  }
}

/** The open sea with a sail on the horizon. */
export const ocean: WorldPainter = (plan) => {
  const { air, seed, shotSeed, peopled, afloat } = plan
  const horizon = 0.52
  const sky = skyOver(air, horizon, seed, shotSeed)
  const random = randomFrom(seed)
  const boat: BoatPlan = {
    x: between(random, 0.3, 0.6),
    y: horizon + 0.045,
    size: 0.1,
    kind: 'sail',
    hull: '#7a4a3a',
    speed: 0.006,
  }
  return {
    focus: 0.58,
    landFrom: 0.79,
    layers: [
      ...sky.layers,
      glowLayer(sky.plan),
      birdsLayer(air, shotSeed, [0.18, 0.4]),
      waterLayer({
        air,
        depth: 0.4,
        shore: horizon,
        ripple: 0.7 + air.wind * 0.5,
        body: rgb('#12455f'),
        seed,
        glintAt: glint(plan),
      }),
      boatsLayer(air, 0.42, [boat], 0.35),
      swellLayer({
        air,
        depth: 0.7,
        horizon,
        to: 1.12,
        force: 0.3 + air.wind * 0.55,
        seed: seed + 2,
      }),
      ...(peopled && !afloat ? [deckLayer(air, 1, 0.77)] : []),
    ],
  }
}

/** A harbour: boats at anchor, houses round the bay, a lighthouse, the quay in front. */
export const harbor: WorldPainter = (plan) => {
  const { air, seed, shotSeed } = plan
  const shore = 0.56
  const sky = skyOver(air, shore, seed, shotSeed)
  const hills = {
    ...range(air, 'hills', { foot: shore, seed: seed + 1, rise: 0.16, summit: 0.2 }),
    distance: 0.42,
  }
  const boats: readonly BoatPlan[] = [
    { x: 0.16, y: 0.62, size: 0.1, kind: 'sail', hull: '#f0ece4', speed: 0 },
    { x: 0.4, y: 0.61, size: 0.08, kind: 'sail', hull: '#3c5a7a', speed: 0 },
    { x: 0.6, y: 0.65, size: 0.14, kind: 'fishing', hull: '#a5443a', speed: 0.004 },
    { x: 0.84, y: 0.68, size: 0.17, kind: 'sail', hull: '#2f5068', speed: 0 },
    { x: 0.26, y: 0.73, size: 0.19, kind: 'fishing', hull: '#31677a', speed: 0 },
  ]
  return {
    focus: 0.6,
    landFrom: 0.8,
    layers: [
      ...sky.layers,
      ridgeLayer(range(air, 'farHills', { foot: shore, seed: seed + 2, rise: 0.18 })),
      ridgeLayer(hills),
      planted(air, 'harborHills', { ground: onRidge(hills, 0.02), seed: seed + 3 }),
      housesLayer({
        air,
        depth: 0.26,
        ground: (x) => shore - 0.03 + x * 0.01,
        span: [-0.1, 0.66],
        count: 15,
        size: 0.06,
        distance: 0.34,
        seed: seed + 4,
        church: true,
      }),
      housesLayer({
        air,
        depth: 0.28,
        ground: () => shore + 0.002,
        span: [-0.14, 0.62],
        count: 13,
        size: 0.068,
        distance: 0.28,
        seed: seed + 5,
        church: false,
      }),
      glowLayer(sky.plan),
      lighthouseLayer(air, 0.3, { x: 0.8, foot: shore + 0.006, tall: 0.27 }),
      birdsLayer(air, shotSeed, [0.16, 0.34]),
      waterLayer({
        air,
        depth: 0.45,
        shore,
        ripple: 0.25 + air.wind * 0.3,
        body: rgb('#24566a'),
        seed,
        glintAt: glint(plan),
      }),
      // A storm raises the sea inside the harbour too.
      ...(air.weather === 'storm'
        ? [swellLayer({ air, depth: 0.5, horizon: shore, to: 0.84, force: 0.9, seed: seed + 9 })]
        : []),
      boatsLayer(air, 0.6, boats, 0.14),
      quayLayer(air, 1, 0.78),
    ],
  }
}

/** Under water: light from above, shoals, coral and rising bubbles. */
export const underwater: WorldPainter = ({ air, seed, shotSeed }) => {
  const lit = 0.4 + air.level * 0.75
  const tone = (hex: string): Rgb => scaled(rgb(hex), lit)
  const water: Depths = { light: tone('#5fd0d8'), middle: tone('#1a7fa6'), deep: tone('#06283f') }
  return {
    focus: 0.6,
    layers: [
      watersLayer(water, seed),
      reefLayer(water, { depth: 0.2, foot: 0.86, tall: 0.2, haze: 0.72 }, seed + 1),
      reefLayer(water, { depth: 0.45, foot: 0.93, tall: 0.24, haze: 0.42 }, seed + 2),
      shaftsLayer(air, shotSeed, { colour: tone('#c8fff4'), strength: 0.34, from: -0.1, to: 0.95 }),
      shoalLayer(water, seed + 3),
      reefLayer(water, { depth: 1.1, foot: 1.02, tall: 0.28, haze: 0.12 }, seed + 4),
    ],
  }
}
