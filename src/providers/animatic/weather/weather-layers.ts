import type { Atmosphere } from '../drawing/atmosphere.ts'
import type { StageLayer } from '../stage-types.ts'
import { fogLayer } from './fog.ts'
import { leavesLayer, lightningLayer, rainLayer, snowLayer } from './precipitation.ts'

/** Weather that is seen in the air: what lies between the planes of a place, and what is before them all. */
export const weatherLayers = (
  air: Atmosphere,
  seed: number,
): { readonly between: readonly StageLayer[]; readonly front: readonly StageLayer[] } => {
  switch (air.weather) {
    case 'rain':
      return {
        between: [fogLayer(air, seed, { depth: 0.4, middle: 0.62, strength: 0.3 })],
        front: [rainLayer(air, seed, 1)],
      }
    case 'storm':
      return {
        between: [
          lightningLayer(seed),
          fogLayer(air, seed, { depth: 0.4, middle: 0.6, strength: 0.34 }),
        ],
        front: [rainLayer(air, seed, 1.7)],
      }
    case 'snow':
      return {
        between: [fogLayer(air, seed, { depth: 0.4, middle: 0.62, strength: 0.28 })],
        front: [snowLayer(air, seed)],
      }
    case 'fog':
      return {
        between: [fogLayer(air, seed, { depth: 0.3, middle: 0.6, strength: 0.62 })],
        front: [fogLayer(air, seed + 1, { depth: 1.1, middle: 0.8, strength: 0.5 })],
      }
    case 'wind':
      return { between: [], front: [leavesLayer(air, seed)] }
    default:
      return { between: [], front: air.season === 'autumn' ? [leavesLayer(air, seed)] : [] }
  }
}
