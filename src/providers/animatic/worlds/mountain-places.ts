import { rgb } from '../drawing/colour.ts'
import { noiseFrom } from '../drawing/noise.ts'
import { between, randomFrom } from '../drawing/random.ts'
import { ridgeLayer } from '../elements/ridge.ts'
import { cloudLayer, glowLayer, type SkyPlan, skyLayer } from '../elements/sky.ts'
import { standLayer } from '../elements/trees.ts'
import { waterLayer } from '../elements/water.ts'
import type { WorldPainter } from './world.ts'

/** A lake between peaks, with conifers on the far shore and a near bank. */
export const mountainLake: WorldPainter = ({ air, seed, shotSeed }) => {
  const random = randomFrom(seed)
  const shore = 0.6
  const sky: SkyPlan = { air, horizon: shore, seed, shotSeed }
  const summit = air.luminary.x < 0.5 ? between(random, 0.55, 0.78) : between(random, 0.22, 0.45)
  const bank = noiseFrom(seed + 9)
  return {
    ground: 0.86,
    focus: 0.62,
    layers: [
      skyLayer(sky),
      cloudLayer(sky),
      ridgeLayer({
        air,
        depth: 0.1,
        foot: shore,
        rise: 0.3,
        peaks: 1.5,
        rough: 0.75,
        surface: rgb('#7c8494'),
        snowAbove: 0.62,
        distance: 0.85,
        seed: seed + 1,
        summit: null,
      }),
      ridgeLayer({
        air,
        depth: 0.17,
        foot: shore,
        rise: 0.46,
        peaks: 1.05,
        rough: 0.95,
        surface: rgb('#7a7672'),
        snowAbove: 0.5,
        distance: 0.5,
        seed: seed + 2,
        summit,
      }),
      ridgeLayer({
        air,
        depth: 0.26,
        foot: shore,
        rise: 0.17,
        peaks: 1.3,
        rough: 0.35,
        surface: rgb('#4f6a4e'),
        snowAbove: 1,
        distance: 0.38,
        seed: seed + 3,
        summit: 1 - summit,
      }),
      standLayer({
        air,
        depth: 0.32,
        kinds: ['conifer'],
        density: 110,
        tall: [0.035, 0.085],
        ground: (x) => shore + 0.004 + bank(x * 6, 2) * 0.003,
        distance: 0.26,
        seed: seed + 4,
      }),
      glowLayer(sky),
      waterLayer({
        air,
        depth: 0.4,
        shore,
        ripple: 0.12 + air.wind * 0.16,
        body: rgb('#2c5870'),
        seed,
        glintAt: air.luminary.clarity > 0.3 ? air.luminary.x : null,
      }),
    ],
  }
}
