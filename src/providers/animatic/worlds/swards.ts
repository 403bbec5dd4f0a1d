import type { Atmosphere } from '../drawing/atmosphere.ts'
import { rgb } from '../drawing/colour.ts'
import { type GrassPlan, grassLayer } from '../elements/grass.ts'
import type { StageLayer } from '../stage-types.ts'

type Sward = Omit<GrassPlan, 'air' | 'seed' | 'colour'> & { readonly colour: string }

/** Grass and flowers that are known by name. */
export type SwardName =
  | 'lakeReeds'
  | 'alpine'
  | 'riverBank'
  | 'poolFern'
  | 'woodFern'
  | 'woodNearFern'
  | 'autumnFern'
  | 'autumnNearFern'
  | 'meadowFar'
  | 'meadowNear'
  | 'lawn'
  | 'flowerBed'
  | 'flowerFront'
  | 'crop'
  | 'hill'
  | 'dune'
  | 'embankment'
  | 'village'
  | 'verge'
  | 'snow'

const swards: Readonly<Record<SwardName, Sward>> = {
  lakeReeds: {
    depth: 1.3,
    roots: [0.96, 1.04],
    tall: 0.13,
    blades: 230,
    colour: '#5c6c3c',
    flowers: [],
  },
  alpine: {
    depth: 1.3,
    roots: [0.97, 1.06],
    tall: 0.12,
    blades: 240,
    colour: '#66784a',
    flowers: ['#f2e6a8', '#e8e8f4'],
  },
  riverBank: {
    depth: 1.25,
    roots: [0.95, 1.05],
    tall: 0.14,
    blades: 260,
    colour: '#5f7440',
    flowers: ['#efe2f2'],
  },
  poolFern: {
    depth: 1.3,
    roots: [0.97, 1.05],
    tall: 0.12,
    blades: 170,
    colour: '#4f6c3c',
    flowers: [],
  },
  woodFern: {
    depth: 1.02,
    roots: [0.86, 0.98],
    tall: 0.09,
    blades: 260,
    colour: '#5f7a3a',
    flowers: [],
  },
  woodNearFern: {
    depth: 1.4,
    roots: [0.99, 1.08],
    tall: 0.17,
    blades: 150,
    colour: '#47602e',
    flowers: [],
  },
  autumnFern: {
    depth: 1.02,
    roots: [0.86, 0.98],
    tall: 0.07,
    blades: 200,
    colour: '#a8793a',
    flowers: [],
  },
  autumnNearFern: {
    depth: 1.4,
    roots: [0.99, 1.08],
    tall: 0.15,
    blades: 130,
    colour: '#7c5428',
    flowers: [],
  },
  meadowFar: {
    depth: 0.95,
    roots: [0.76, 0.92],
    tall: 0.075,
    blades: 420,
    colour: '#84994a',
    flowers: ['#f4d35e', '#ee6c6c', '#f6f1e6', '#b388d8', '#f29bb5'],
  },
  meadowNear: {
    depth: 1.3,
    roots: [0.95, 1.07],
    tall: 0.19,
    blades: 260,
    colour: '#667f3a',
    flowers: ['#f4d35e', '#ee6c6c', '#f6f1e6', '#b388d8', '#f29bb5'],
  },
  lawn: {
    depth: 1.02,
    roots: [0.88, 0.98],
    tall: 0.035,
    blades: 300,
    colour: '#7c9444',
    flowers: ['#f6f1e6', '#f4d35e'],
  },
  flowerBed: {
    depth: 0.85,
    roots: [0.72, 0.82],
    tall: 0.06,
    blades: 420,
    colour: '#5f8440',
    flowers: ['#e0526a', '#f4b13e', '#f7efe4', '#9a6cc8', '#ee8fb0', '#e9713a'],
  },
  flowerFront: {
    depth: 1.25,
    roots: [0.93, 1.06],
    tall: 0.16,
    blades: 330,
    colour: '#4f7a38',
    flowers: ['#e0526a', '#f4b13e', '#f7efe4', '#9a6cc8', '#ee8fb0', '#e9713a'],
  },
  crop: { depth: 1.2, roots: [0.93, 1.06], tall: 0.2, blades: 360, colour: '#b89f4c', flowers: [] },
  hill: {
    depth: 1.25,
    roots: [0.94, 1.06],
    tall: 0.15,
    blades: 320,
    colour: '#6f8540',
    flowers: ['#f6f1e6'],
  },
  dune: {
    depth: 1.3,
    roots: [0.98, 1.07],
    tall: 0.17,
    blades: 130,
    colour: '#98945a',
    flowers: [],
  },
  embankment: {
    depth: 1.2,
    roots: [0.99, 1.06],
    tall: 0.12,
    blades: 150,
    colour: '#5f7040',
    flowers: [],
  },
  village: {
    depth: 1.25,
    roots: [0.95, 1.06],
    tall: 0.13,
    blades: 260,
    colour: '#6f8540',
    flowers: ['#f4d35e', '#f6f1e6', '#d86a6a'],
  },
  verge: {
    depth: 1.2,
    roots: [0.95, 1.07],
    tall: 0.13,
    blades: 150,
    colour: '#8a8c48',
    flowers: ['#f6f1e6'],
  },
  snow: { depth: 1.25, roots: [0.98, 1.06], tall: 0.1, blades: 46, colour: '#8c8468', flowers: [] },
}

/** Grass and flowers of a known kind, swaying. */
export const swaying = (air: Atmosphere, name: SwardName, seed: number): StageLayer => {
  const sward = swards[name]
  return grassLayer({ ...sward, colour: rgb(sward.colour), air, seed })
}
