import { rgb } from '../drawing/colour.ts'
import { noiseFrom } from '../drawing/noise.ts'
import { between, randomFrom } from '../drawing/random.ts'
import { cliffLayer, cliffTop } from '../elements/cliff.ts'
import { fallsLayer } from '../elements/falls.ts'
import { groundLayer } from '../elements/ground.ts'
import { birdsLayer } from '../elements/living.ts'
import { onRidge, ridgeLayer } from '../elements/ridge.ts'
import { glowLayer } from '../elements/sky.ts'
import { waterLayer } from '../elements/water.ts'
import { planted } from './planting.ts'
import { range, skyOver } from './ranges.ts'
import { swaying } from './swards.ts'
import type { WorldPainter, WorldPlan } from './world.ts'

const away = (plan: WorldPlan): number => {
  const random = randomFrom(plan.seed)
  return plan.air.luminary.x < 0.5 ? between(random, 0.62, 0.82) : between(random, 0.18, 0.38)
}

const glint = ({ air }: WorldPlan): number | null =>
  air.luminary.clarity > 0.3 ? air.luminary.x : null

/** A lake between peaks, with conifers on the far shore and reeds on the near bank. */
export const mountainLake: WorldPainter = (plan) => {
  const { air, seed, shotSeed } = plan
  const shore = 0.6
  const sky = skyOver(air, shore, seed, shotSeed)
  const summit = away(plan)
  const bank = noiseFrom(seed + 9)
  const far = (x: number): number => shore + 0.004 + bank(x * 6, 2) * 0.003
  const near = (x: number): number =>
    1.02 - 0.1 * Math.exp(-((x - (summit > 0.5 ? 0.02 : 0.98)) ** 2) * 9)
  return {
    focus: 0.62,
    landFrom: 0.83,
    layers: [
      ...sky.layers,
      ridgeLayer(range(air, 'farPeaks', { foot: shore, seed: seed + 1, summit, rise: 0.26 })),
      ridgeLayer(range(air, 'peaks', { foot: shore, seed: seed + 2, summit })),
      ridgeLayer(range(air, 'foothills', { foot: shore, seed: seed + 3, summit })),
      planted(air, 'lakeFarShore', { ground: far, seed: seed + 4 }),
      glowLayer(sky.plan),
      birdsLayer(air, shotSeed, [0.18, 0.34]),
      waterLayer({
        air,
        depth: 0.4,
        shore,
        ripple: 0.12 + air.wind * 0.16,
        body: rgb('#2c5870'),
        seed,
        glintAt: glint(plan),
      }),
      groundLayer({
        air,
        depth: 1,
        from: 0.79,
        horizon: 0.62,
        surface: rgb('#5d6b45'),
        second: rgb('#77705a'),
        fineness: 3,
        contrast: 0.6,
        seed: seed + 5,
        swell: 0.05,
      }),
      planted(air, 'lakeNearPines', {
        ground: (x) => (Math.abs(x - (summit > 0.5 ? 0.03 : 0.97)) < 0.13 ? near(x) : Number.NaN),
        seed: seed + 6,
      }),
      swaying(air, 'lakeReeds', seed + 7),
    ],
  }
}

/** Range behind range, with a meadow slope and conifers in front. */
export const mountains: WorldPainter = (plan) => {
  const { air, seed, shotSeed } = plan
  const foot = 0.68
  const sky = skyOver(air, 0.62, seed, shotSeed)
  const summit = away(plan)
  const hill = range(air, 'foothills', { foot: 0.8, seed: seed + 4, rise: 0.2 })
  const slope = { ...hill, distance: 0.18, rough: 0.2 }
  const near = range(air, 'nearHills', { foot: 0.98, seed: seed + 5, rise: 0.16 })
  return {
    focus: 0.58,
    landFrom: 0.73,
    layers: [
      ...sky.layers,
      ridgeLayer(range(air, 'farPeaks', { foot: foot - 0.03, seed: seed + 1, rise: 0.34 })),
      ridgeLayer(range(air, 'peaks', { foot, seed: seed + 2, summit, rise: 0.56 })),
      ridgeLayer(range(air, 'crags', { foot: foot + 0.04, seed: seed + 3, summit: 1 - summit })),
      glowLayer(sky.plan),
      birdsLayer(air, shotSeed, [0.2, 0.4]),
      ridgeLayer(slope),
      planted(air, 'slopePines', { ground: onRidge(slope, 0.03), seed: seed + 6 }),
      ridgeLayer({ ...near, depth: 0.9, distance: 0.08 }),
      planted(air, 'nearPines', {
        ground: (x, aspect) =>
          Math.abs(x - 0.5) < 0.2 ? Number.NaN : onRidge(near, 0.05)(x, aspect),
        seed: seed + 8,
      }),
      // Who stands here stands on turf and stones, not in the mist of a slope.
      groundLayer({
        air,
        depth: 1,
        from: 0.71,
        horizon: 0.62,
        surface: rgb('#66704a'),
        second: rgb('#857f68'),
        fineness: 3,
        contrast: 0.7,
        seed: seed + 10,
        swell: 0.05,
      }),
      swaying(air, 'alpine', seed + 9),
    ],
  }
}

/** A river that winds out of a valley. */
export const river: WorldPainter = (plan) => {
  const { air, seed, shotSeed } = plan
  const shore = 0.56
  const sky = skyOver(air, shore, seed, shotSeed)
  const random = randomFrom(seed + 4)
  const side = random() < 0.5 ? -1 : 1
  const bed = (v: number): number =>
    side * (0.05 + v ** 1.4 * 1.05 + Math.sin(v * 9 + seed) * 0.07 * (1 - v))
  const gap = (u: number, v: number): number => 0.02 + v * 0.4 - Math.abs(u - bed(v))
  const bankLine = (x: number): number => shore + 0.015 + Math.abs(x - 0.5) * 0.05
  return {
    focus: 0.6,
    layers: [
      ...sky.layers,
      ridgeLayer(range(air, 'farPeaks', { foot: shore, seed: seed + 1, rise: 0.26 })),
      ridgeLayer(
        range(air, 'foothills', { foot: shore + 0.01, seed: seed + 2, rise: 0.24, summit: 0.12 }),
      ),
      ridgeLayer({
        ...range(air, 'foothills', { foot: shore + 0.01, seed: seed + 3, rise: 0.22, summit: 0.9 }),
        distance: 0.3,
      }),
      planted(air, 'riverFarBank', { ground: bankLine, seed: seed + 5 }),
      glowLayer(sky.plan),
      waterLayer({
        air,
        depth: 0.55,
        shore: shore + 0.012,
        ripple: 0.3 + air.wind * 0.2,
        body: rgb('#2f5f66'),
        seed,
        glintAt: glint(plan),
      }),
      groundLayer({
        air,
        depth: 0.55,
        from: shore + 0.012,
        horizon: shore,
        surface: rgb('#66804a'),
        second: rgb('#8a8458'),
        fineness: 1.4,
        contrast: 0.6,
        seed: seed + 6,
        gap,
      }),
      planted(air, 'riverNearTrees', {
        ground: (x) => (Math.abs(x - 0.5) < 0.36 ? Number.NaN : 0.84),
        seed: seed + 8,
      }),
      swaying(air, 'riverBank', seed + 7),
    ],
  }
}

/** A fall over a cliff into a pool, among trees. */
export const waterfall: WorldPainter = (plan) => {
  const { air, seed, shotSeed } = plan
  const pool = 0.7
  const sky = skyOver(air, 0.5, seed, shotSeed)
  const at = away(plan) > 0.5 ? 0.57 : 0.43
  const cliff = {
    air,
    depth: 0.4,
    top: 0.27,
    foot: pool,
    notch: at,
    distance: 0.16,
    seed: seed + 2,
  }
  const edge = cliffTop(cliff)
  return {
    focus: 0.6,
    landFrom: 0.84,
    layers: [
      ...sky.layers,
      ridgeLayer(range(air, 'peaks', { foot: 0.5, seed: seed + 1, rise: 0.4, summit: at })),
      glowLayer(sky.plan),
      planted(air, 'cliffTop', {
        ground: (x, aspect) =>
          Math.abs(x - at) * aspect < 0.12 ? Number.NaN : edge(x, aspect) + 0.012,
        seed: seed + 3,
      }),
      cliffLayer(cliff),
      fallsLayer({ air, depth: 0.4, at, top: edge, foot: pool, wide: 0.2, seed: seed + 4 }),
      waterLayer({
        air,
        depth: 0.5,
        shore: pool,
        ripple: 0.55,
        body: rgb('#2f6670'),
        seed,
        glintAt: null,
      }),
      planted(air, 'poolSide', {
        ground: (x, aspect) => (Math.abs(x - at) * aspect < 0.44 ? Number.NaN : pool + 0.05),
        seed: seed + 5,
      }),
      groundLayer({
        air,
        depth: 1,
        from: 0.8,
        horizon: 0.66,
        surface: rgb('#5e6650'),
        second: rgb('#7b7a6c'),
        fineness: 4,
        contrast: 0.9,
        seed: seed + 6,
        swell: 0.06,
      }),
      planted(air, 'waterfallFront', {
        ground: (x, aspect) => (Math.abs(x - 0.5) < 0.36 + 0.12 / aspect ? Number.NaN : 1.02),
        seed: seed + 7,
      }),
      swaying(air, 'poolFern', seed + 8),
    ],
  }
}
