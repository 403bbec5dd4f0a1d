import type { Atmosphere } from '../drawing/atmosphere.ts'
import { rgb } from '../drawing/colour.ts'
import type { RidgePlan } from '../elements/ridge.ts'
import { cloudLayer, type SkyPlan, skyLayer } from '../elements/sky.ts'
import type { StageLayer } from '../stage-types.ts'

/** Ranges that are known by name. */
export type RangeShape =
  | 'farPeaks'
  | 'peaks'
  | 'crags'
  | 'foothills'
  | 'farHills'
  | 'hills'
  | 'nearHills'
  | 'snowHills'
  | 'mesas'

/** The shape of a range, without its place and air. */
type Shape = Omit<RidgePlan, 'air' | 'foot' | 'seed' | 'summit' | 'surface'> & {
  readonly surface: string
}

const shapes: Readonly<Record<RangeShape, Shape>> = {
  farPeaks: {
    depth: 0.1,
    rise: 0.3,
    peaks: 1.5,
    rough: 0.75,
    surface: '#7c8494',
    snowAbove: 0.62,
    distance: 0.85,
  },
  peaks: {
    depth: 0.16,
    rise: 0.46,
    peaks: 1.05,
    rough: 0.95,
    surface: '#7a7672',
    snowAbove: 0.5,
    distance: 0.5,
  },
  crags: {
    depth: 0.3,
    rise: 0.3,
    peaks: 1.6,
    rough: 0.9,
    surface: '#6f6a62',
    snowAbove: 0.85,
    distance: 0.3,
  },
  foothills: {
    depth: 0.26,
    rise: 0.17,
    peaks: 1.3,
    rough: 0.35,
    surface: '#4f6a4e',
    snowAbove: 1,
    distance: 0.38,
  },
  farHills: {
    depth: 0.12,
    rise: 0.13,
    peaks: 0.9,
    rough: 0.12,
    surface: '#6b8566',
    snowAbove: 1,
    distance: 0.8,
  },
  hills: {
    depth: 0.24,
    rise: 0.15,
    peaks: 0.8,
    rough: 0.06,
    surface: '#67854a',
    snowAbove: 1,
    distance: 0.5,
  },
  nearHills: {
    depth: 0.42,
    rise: 0.13,
    peaks: 0.7,
    rough: 0.03,
    surface: '#6f8f48',
    snowAbove: 1,
    distance: 0.24,
  },
  snowHills: {
    depth: 0.3,
    rise: 0.12,
    peaks: 0.8,
    rough: 0.06,
    surface: '#e8eef7',
    snowAbove: 1,
    distance: 0.4,
  },
  mesas: {
    depth: 0.14,
    rise: 0.16,
    peaks: 1.1,
    rough: 0.7,
    surface: '#a8694a',
    snowAbove: 1,
    distance: 0.7,
  },
}

/** A range of a known shape at a place. */
export const range = (
  air: Atmosphere,
  shape: RangeShape,
  place: {
    readonly foot: number
    readonly seed: number
    readonly summit?: number
    readonly rise?: number
  },
): RidgePlan => {
  const known = shapes[shape]
  const wintry = air.weather === 'snow' && known.snowAbove === 1 && shape !== 'mesas'
  return {
    ...known,
    air,
    surface: rgb(wintry ? '#dbe3ee' : known.surface),
    snowAbove: air.weather === 'snow' && known.snowAbove < 1 ? 0.2 : known.snowAbove,
    rise: place.rise ?? known.rise,
    foot: place.foot,
    seed: place.seed,
    summit: place.summit ?? null,
  }
}

/** Sky and clouds over a horizon. */
export const skyOver = (
  air: Atmosphere,
  horizon: number,
  seed: number,
  shotSeed: number,
): { readonly plan: SkyPlan; readonly layers: readonly StageLayer[] } => {
  const plan: SkyPlan = { air, horizon, seed, shotSeed }
  return { plan, layers: [skyLayer(plan), cloudLayer(plan)] }
}
