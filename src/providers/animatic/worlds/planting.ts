import type { Atmosphere } from '../drawing/atmosphere.ts'
import { type StandPlan, standLayer } from '../elements/trees.ts'
import type { StageLayer } from '../stage-types.ts'

type Stand = Omit<StandPlan, 'air' | 'ground' | 'seed'>

/** Stands of trees that are known by name. */
export type StandName =
  | 'lakeFarShore'
  | 'lakeNearPines'
  | 'slopePines'
  | 'nearPines'
  | 'riverFarBank'
  | 'riverNearTrees'
  | 'cliffTop'
  | 'poolSide'
  | 'waterfallFront'
  | 'woodBackdrop'
  | 'woodUnderstory'
  | 'woodBushes'
  | 'hillTrees'
  | 'loneTree'
  | 'parkBackdrop'
  | 'parkMiddle'
  | 'parkTrees'
  | 'parkFront'
  | 'gardenBackdrop'
  | 'hedge'
  | 'gardenBlossom'
  | 'farmHills'
  | 'yardTrees'
  | 'wideHills'
  | 'nearHill'
  | 'harborHills'
  | 'embankment'
  | 'villageHills'
  | 'roadHills'
  | 'roadSide'
  | 'roadTrees'
  | 'snowPines'
  | 'snowNearPines'
  | 'castleFoot'
  | 'fieldTrees'
  | 'terracePalms'
  | 'scrub'
  | 'poolPalms'
  | 'poolHedge'
  | 'jungleBackdrop'
  | 'jungleUnderstory'
  | 'junglePalms'
  | 'castleSlope'

const stands: Readonly<Record<StandName, Stand>> = {
  lakeFarShore: {
    depth: 0.3,
    kinds: ['conifer'],
    density: 110,
    tall: [0.035, 0.085],
    distance: 0.26,
  },
  lakeNearPines: {
    depth: 1.15,
    kinds: ['conifer'],
    density: 9,
    tall: [0.32, 0.56],
    distance: 0.02,
    lit: 0.5,
  },
  slopePines: { depth: 0.4, kinds: ['conifer'], density: 90, tall: [0.05, 0.11], distance: 0.24 },
  nearPines: { depth: 0.95, kinds: ['conifer'], density: 16, tall: [0.14, 0.34], distance: 0.06 },
  riverFarBank: {
    depth: 0.3,
    kinds: ['conifer', 'broadleaf'],
    density: 70,
    tall: [0.05, 0.11],
    distance: 0.24,
  },
  riverNearTrees: {
    depth: 1.05,
    kinds: ['broadleaf', 'conifer'],
    density: 9,
    tall: [0.3, 0.56],
    distance: 0.03,
  },
  cliffTop: {
    depth: 0.4,
    kinds: ['conifer', 'broadleaf'],
    density: 46,
    tall: [0.08, 0.18],
    distance: 0.2,
  },
  poolSide: {
    depth: 0.8,
    kinds: ['bush', 'broadleaf'],
    density: 22,
    tall: [0.1, 0.22],
    distance: 0.1,
  },
  waterfallFront: {
    depth: 1.2,
    kinds: ['broadleaf'],
    density: 7,
    tall: [0.5, 0.75],
    distance: 0,
    lit: 0.35,
  },
  woodBackdrop: {
    depth: 0.15,
    kinds: ['conifer', 'broadleaf'],
    density: 60,
    tall: [0.3, 0.55],
    distance: 0.95,
  },
  woodUnderstory: {
    depth: 0.16,
    kinds: ['bush'],
    density: 80,
    tall: [0.07, 0.17],
    distance: 0.85,
  },
  woodBushes: {
    depth: 0.6,
    kinds: ['bush'],
    density: 26,
    tall: [0.05, 0.12],
    distance: 0.3,
    lit: 0.6,
  },
  hillTrees: {
    depth: 0.25,
    kinds: ['broadleaf', 'poplar'],
    density: 44,
    tall: [0.025, 0.06],
    distance: 0.5,
  },
  loneTree: {
    depth: 0.8,
    kinds: ['broadleaf'],
    density: 36,
    tall: [0.34, 0.42],
    distance: 0.14,
    lit: 0.9,
  },
  parkBackdrop: {
    depth: 0.2,
    kinds: ['broadleaf', 'poplar'],
    density: 56,
    tall: [0.1, 0.2],
    distance: 0.6,
  },
  parkMiddle: {
    depth: 0.3,
    kinds: ['broadleaf', 'bush'],
    density: 26,
    tall: [0.09, 0.22],
    distance: 0.34,
  },
  parkTrees: {
    depth: 0.75,
    kinds: ['broadleaf', 'blossom'],
    density: 12,
    tall: [0.3, 0.48],
    distance: 0.14,
    lit: 0.9,
  },
  parkFront: {
    depth: 1.35,
    kinds: ['broadleaf'],
    density: 6,
    tall: [0.8, 1.05],
    distance: 0,
    lit: 0.4,
  },
  gardenBackdrop: {
    depth: 0.2,
    kinds: ['broadleaf', 'poplar'],
    density: 38,
    tall: [0.16, 0.3],
    distance: 0.5,
  },
  hedge: { depth: 0.5, kinds: ['bush'], density: 24, tall: [0.07, 0.11], distance: 0.24 },
  gardenBlossom: {
    depth: 0.75,
    kinds: ['blossom'],
    density: 9,
    tall: [0.32, 0.44],
    distance: 0.12,
    lit: 1,
  },
  farmHills: {
    depth: 0.25,
    kinds: ['broadleaf', 'poplar'],
    density: 34,
    tall: [0.04, 0.085],
    distance: 0.42,
  },
  yardTrees: { depth: 0.52, kinds: ['broadleaf'], density: 30, tall: [0.12, 0.2], distance: 0.2 },
  wideHills: {
    depth: 0.26,
    kinds: ['broadleaf', 'conifer'],
    density: 54,
    tall: [0.03, 0.075],
    distance: 0.46,
  },
  nearHill: { depth: 0.82, kinds: ['broadleaf'], density: 14, tall: [0.12, 0.26], distance: 0.1 },
  harborHills: {
    depth: 0.24,
    kinds: ['broadleaf', 'poplar'],
    density: 30,
    tall: [0.03, 0.06],
    distance: 0.42,
  },
  embankment: {
    depth: 0.26,
    kinds: ['broadleaf', 'bush'],
    density: 90,
    tall: [0.02, 0.045],
    distance: 0.26,
  },
  villageHills: {
    depth: 0.25,
    kinds: ['broadleaf', 'conifer'],
    density: 60,
    tall: [0.035, 0.07],
    distance: 0.46,
  },
  roadHills: {
    depth: 0.25,
    kinds: ['broadleaf', 'conifer'],
    density: 46,
    tall: [0.03, 0.06],
    distance: 0.46,
  },
  roadSide: {
    depth: 0.5,
    kinds: ['poplar', 'broadleaf'],
    density: 24,
    tall: [0.08, 0.16],
    distance: 0.3,
  },
  roadTrees: { depth: 0.8, kinds: ['broadleaf'], density: 9, tall: [0.26, 0.4], distance: 0.12 },
  snowPines: { depth: 0.3, kinds: ['conifer'], density: 66, tall: [0.05, 0.12], distance: 0.4 },
  snowNearPines: {
    depth: 0.75,
    kinds: ['conifer'],
    density: 14,
    tall: [0.2, 0.42],
    distance: 0.12,
  },
  jungleBackdrop: {
    depth: 0.15,
    kinds: ['palm', 'broadleaf'],
    density: 40,
    tall: [0.5, 0.8],
    distance: 0.95,
  },
  jungleUnderstory: {
    depth: 0.2,
    kinds: ['bush', 'palm'],
    density: 60,
    tall: [0.1, 0.24],
    distance: 0.8,
  },
  junglePalms: {
    depth: 0.42,
    kinds: ['palm'],
    density: 11,
    tall: [0.3, 0.55],
    distance: 0.5,
    lit: 0.9,
  },
  poolPalms: {
    depth: 0.3,
    kinds: ['palm'],
    density: 8,
    tall: [0.22, 0.36],
    distance: 0.3,
  },
  poolHedge: {
    depth: 0.4,
    kinds: ['bush'],
    density: 50,
    tall: [0.04, 0.07],
    distance: 0.25,
  },
  fieldTrees: {
    depth: 0.42,
    kinds: ['poplar', 'broadleaf'],
    density: 60,
    tall: [0.08, 0.17],
    distance: 0.3,
  },
  terracePalms: {
    depth: 0.52,
    kinds: ['palm', 'bush'],
    density: 16,
    tall: [0.05, 0.15],
    distance: 0.3,
  },
  scrub: { depth: 0.6, kinds: ['bush'], density: 30, tall: [0.015, 0.045], distance: 0.1 },
  castleFoot: {
    depth: 0.38,
    kinds: ['bush', 'broadleaf'],
    density: 66,
    tall: [0.018, 0.045],
    distance: 0.22,
  },
  castleSlope: {
    depth: 0.75,
    kinds: ['broadleaf', 'conifer'],
    density: 13,
    tall: [0.18, 0.34],
    distance: 0.12,
  },
}

/** Trees of a known stand, on a line of ground. */
export const planted = (
  air: Atmosphere,
  name: StandName,
  place: Pick<StandPlan, 'ground' | 'seed'>,
): StageLayer => standLayer({ ...stands[name], ...place, air })
