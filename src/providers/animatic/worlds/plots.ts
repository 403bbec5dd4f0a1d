import { isWet } from '../drawing/atmosphere.ts'
import { type Rgb, rgb } from '../drawing/colour.ts'
import { grassLayer } from '../elements/grass.ts'
import { groundLayer } from '../elements/ground.ts'
import type { StageLayer } from '../stage-types.ts'
import type { Place } from '../vocabulary.ts'
import type { WorldPlan } from './world.ts'

/** The ground of a place seen from near, for a thing that lies or grows there. */
interface Plot {
  readonly surface: string
  readonly second: string
  readonly fineness: number
  /** Colour of the grass on it, null for bare ground. */
  readonly grass: string | null
  readonly flowers: readonly string[]
  /** Where it begins, 0…1 of the frame's height; farther than that is water. Default 0.6. */
  readonly from?: number
}

const bare = { grass: null, flowers: [] }
const meadowFlowers = ['#f4d35e', '#ee6c6c', '#f6f1e6', '#b388d8']

const lawn: Plot = {
  ...{ surface: '#6f8c44', second: '#8a9a50', fineness: 2, grass: '#6c8a40' },
  flowers: ['#f6f1e6'],
}
const meadow: Plot = { ...lawn, flowers: meadowFlowers }
const shore: Plot = {
  ...{ surface: '#7c786e', second: '#8f8672', fineness: 4, grass: '#66753f', flowers: [] },
  from: 0.72,
}
const sand: Plot = { surface: '#d9c197', second: '#c4a678', fineness: 4, ...bare }
const waterside = { from: 0.72 }
const paving: Plot = { surface: '#84817b', second: '#6f6c68', fineness: 5, ...bare }
const snow: Plot = { surface: '#eaf0f8', second: '#d4e0f0', fineness: 2, ...bare }

/** No entry for places that lay a ground of their own before whoever is near. */
const plots: Partial<Record<Place, Plot>> = {
  'mountain lake': {
    ...shore,
    surface: '#66704a',
    second: '#857f68',
    flowers: ['#f2e6a8', '#e8e8f4'],
  },
  mountains: {
    ...shore,
    from: 0.6,
    surface: '#66704a',
    second: '#857f68',
    flowers: ['#f2e6a8', '#e8e8f4'],
  },
  river: shore,
  waterfall: shore,
  forest: { surface: '#57603a', second: '#7a6444', fineness: 3, grass: '#5f7a3a', flowers: [] },
  meadow,
  landscape: meadow,
  village: meadow,
  garden: { ...meadow, flowers: ['#e0526a', '#f4b13e', '#f7efe4', '#9a6cc8'] },
  park: lawn,
  farm: { ...lawn, surface: '#9a8f54', second: '#8a7a4a', grass: '#a79a4c', flowers: [] },
  road: { surface: '#5c5e62', second: '#6b6a66', fineness: 6, ...bare },
  beach: { ...sand, ...waterside },
  desert: { ...sand, surface: '#d9a566', second: '#c08a50' },
  underwater: { ...sand, surface: '#6f9a9c', second: '#5a8288' },
  'city skyline': paving,
  harbor: { ...paving, ...waterside },
  'snow field': snow,
}

/** Whether a thing seen from near lies on a plot of its own; elsewhere the ground of the place itself is under it. */
export const hasPlot = (place: Place | 'interior'): boolean =>
  place !== 'interior' && plots[place] !== undefined

/** Ground and grass round a thing that is what the picture is about: what lies behind it and what stands before it. */
export const plotLayers = ({
  place,
  air,
  seed,
}: WorldPlan): {
  readonly behind: readonly StageLayer[]
  readonly front: readonly StageLayer[]
} => {
  const own = plots[place]
  if (!own) return { behind: [], front: [] }
  const plot = air.weather === 'snow' && place !== 'underwater' ? snow : own
  const from = own.from ?? 0.6
  const tone = (hex: string): Rgb => rgb(hex)
  const ground = groundLayer({
    air,
    depth: 0.93,
    from,
    horizon: 0.42,
    surface: tone(plot.surface),
    second: tone(plot.second),
    fineness: plot.fineness,
    contrast: 0.7,
    seed: seed + 61,
    swell: 0.02,
    wet: isWet(air) ? 0.4 : 0,
  })
  if (plot.grass === null) return { behind: [ground], front: [] }
  const grass = { air, colour: tone(plot.grass), flowers: plot.flowers }
  return {
    behind: [
      ground,
      grassLayer({
        ...grass,
        ...{
          depth: 0.94,
          roots: [from, Math.max(0.75, from + 0.06)],
          tall: 0.11,
          blades: 420,
          seed: seed + 62,
        },
      }),
    ],
    front: [
      grassLayer({
        ...grass,
        ...{ depth: 1.1, roots: [0.8, 1.08], tall: 0.2, blades: 300, seed: seed + 63 },
      }),
    ],
  }
}
