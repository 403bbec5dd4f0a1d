import { rgb } from '../drawing/colour.ts'
import { bannersLayer, type CastlePlan, castleLayer } from '../elements/castle.ts'
import { groundLayer } from '../elements/ground.ts'
import { birdsLayer } from '../elements/living.ts'
import { onRidge, ridgeLayer } from '../elements/ridge.ts'
import { glowLayer } from '../elements/sky.ts'
import { wayLayer } from '../elements/way.ts'
import { planted } from './planting.ts'
import { range, skyOver } from './ranges.ts'
import { swaying } from './swards.ts'
import type { WorldPainter } from './world.ts'

/** A castle on its hill, with a way that winds up to the gate. */
export const castle: WorldPainter = ({ air, seed, shotSeed }) => {
  const sky = skyOver(air, 0.58, seed, shotSeed)
  const x = seed % 2 === 0 ? 0.64 : 0.36
  const hill = {
    ...range(air, 'nearHills', { foot: 0.71, seed: seed + 4, rise: 0.14, summit: x }),
    mound: { wide: 0.72, steep: 2.4 },
    rough: 0.2,
    depth: 0.36,
    distance: 0.2,
  }
  const ground = onRidge(hill)
  const plan: CastlePlan = {
    ...{ air, depth: 0.36, x, ground, size: 0.42, distance: 0.14, seed: seed + 5 },
  }
  const far = range(air, 'hills', { foot: 0.66, seed: seed + 2, rise: 0.16 })
  return {
    focus: 0.57,
    layers: [
      ...sky.layers,
      ridgeLayer(range(air, 'farPeaks', { foot: 0.63, seed: seed + 1, rise: 0.3 })),
      ridgeLayer(far),
      planted(air, 'wideHills', { ground: onRidge(far, 0.012), seed: seed + 3 }),
      glowLayer(sky.plan),
      ridgeLayer(hill),
      castleLayer(plan),
      bannersLayer(plan),
      birdsLayer(air, shotSeed, [0.1, 0.24]),
      planted(air, 'castleFoot', {
        ground: (at, aspect) =>
          Math.abs(at - x) * aspect < 0.07 ? Number.NaN : ground(at, aspect) + 0.018,
        seed: seed + 6,
      }),
      groundLayer({
        ...{ air, depth: 0.6, from: 0.68, horizon: 0.6, fineness: 1.3, contrast: 0.65 },
        surface: rgb('#728f48'),
        second: rgb('#98985a'),
        seed: seed + 7,
        swell: 0.02,
      }),
      wayLayer({
        air,
        depth: 0.5,
        from: (aspect) => [x, ground(x, aspect) + 0.006],
        colour: rgb('#bfa983'),
        seed: seed + 8,
      }),
      planted(air, 'castleSlope', {
        ground: (at) => (Math.abs(at - 0.5) < 0.24 ? Number.NaN : 0.75),
        seed: seed + 9,
      }),
      swaying(air, 'hill', seed + 10),
    ],
  }
}
