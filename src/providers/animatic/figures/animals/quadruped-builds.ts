import type { HomelyQuadruped } from './species.ts'

/** Build of a four-legged animal; lengths in heights of its shoulders, colours as `#rrggbb`. */
export interface Build {
  /** Height of the shoulders, metres. */
  readonly metres: number
  readonly length: number
  /** Lies curled up. */
  readonly curls: boolean
  /** How much lower than on straight legs the trunk is carried. */
  readonly crouch: number
  readonly chest: number
  readonly belly: number
  readonly leg: number
  readonly neck: number
  /** Lift of the neck, radians above level. */
  readonly lift: number
  /** How far the neck is bent out to its nape (> 0) or sags (< 0). */
  readonly arch: number
  readonly skull: number
  readonly muzzle: number
  readonly ears:
    | 'triangle'
    | 'floppy'
    | 'pointed'
    | 'round'
    | 'long'
    | 'fan'
    | 'dish'
    | 'side'
    | 'none'
  readonly tail:
    | 'plume'
    | 'thin'
    | 'hair'
    | 'stub'
    | 'bushy'
    | 'brush'
    | 'rope'
    | 'curl'
    | 'whip'
    | 'fluff'
    | 'arched'
    | 'trail'
    | 'spade'
  /** A wet black nose at the tip, a cat's little one in a round face, the broad soft muzzle of grazers, a pig's disc, or nostrils in scales. */
  readonly snout: 'nose' | 'button' | 'muzzle' | 'disc' | 'scaled'
  /** What grows on the head. */
  readonly crown: 'none' | 'antlers' | 'horn' | 'knobs' | 'swept'
  /** What covers or tops the back. */
  readonly back: 'plain' | 'wool' | 'hump' | 'spines' | 'plates'
  readonly marks: 'none' | 'stripes' | 'bands' | 'patches' | 'blotches' | 'spots' | 'saddle'
  /** Falls down the neck, stands up on it, or frames the face. */
  readonly maneCut: 'falls' | 'stands' | 'ruff'
  /** Legs like pillars, with feet as round as they are. */
  readonly pillars: boolean
  readonly trunk: boolean
  readonly wings: boolean
  /** Eats from trees instead of bowing to the ground. */
  readonly browses: boolean
  /** A young one against a grown one. */
  readonly young: number
  readonly coats: readonly [string, ...string[]]
  /** Throat and belly; null as the coat. */
  readonly under: string | null
  /** The throat is as pale as the belly, and so is the end of a brush. */
  readonly bib: boolean
  /** The lower legs; null as the legs. */
  readonly socks: string | null
  readonly mane: string | null
  /** Colour of stripes, spots and patches, of spines and plates. */
  readonly marked: string
  /** Legs, ears and round the eyes; null as the coat. */
  readonly points: string | null
  /** The bare face; null as the coat. */
  readonly mask: string | null
}

/** What most animals have in common. */
export const plain: Omit<
  Build,
  | 'metres'
  | 'length'
  | 'chest'
  | 'belly'
  | 'leg'
  | 'neck'
  | 'lift'
  | 'skull'
  | 'muzzle'
  | 'ears'
  | 'tail'
  | 'coats'
> = {
  arch: 0,
  crouch: 0,
  curls: false,
  snout: 'nose',
  crown: 'none',
  back: 'plain',
  marks: 'none',
  maneCut: 'falls',
  pillars: false,
  trunk: false,
  wings: false,
  browses: false,
  young: 0.66,
  under: null,
  bib: false,
  socks: null,
  mane: null,
  marked: '#2e2a2c',
  points: null,
  mask: null,
}

/** Animals of house, farm and wood, and the lion. */
export const homelyBuilds: Readonly<Record<HomelyQuadruped, Build>> = {
  dog: {
    ...plain,
    metres: 0.58,
    length: 1.12,
    chest: 0.28,
    belly: 0.22,
    leg: 0.078,
    neck: 0.32,
    lift: 0.85,
    skull: 0.17,
    muzzle: 0.21,
    ears: 'floppy',
    tail: 'plume',
    coats: ['#b98548', '#7a5236', '#c9a878', '#4a4038'],
    under: '#d8bc90',
  },
  wolf: {
    ...plain,
    metres: 0.8,
    length: 1.15,
    chest: 0.27,
    belly: 0.19,
    leg: 0.07,
    neck: 0.34,
    lift: 0.5,
    skull: 0.17,
    muzzle: 0.24,
    ears: 'pointed',
    tail: 'bushy',
    coats: ['#7c7a78', '#6a625c'],
    under: '#b4aea4',
    bib: true,
  },
  fox: {
    ...plain,
    curls: true,
    metres: 0.42,
    length: 1.34,
    chest: 0.29,
    belly: 0.24,
    leg: 0.06,
    neck: 0.3,
    lift: 0.55,
    skull: 0.2,
    muzzle: 0.2,
    ears: 'pointed',
    tail: 'brush',
    coats: ['#bc6430'],
    under: '#ece2d2',
    bib: true,
    socks: '#352a28',
  },
  cat: {
    ...plain,
    curls: true,
    metres: 0.27,
    length: 1.4,
    chest: 0.25,
    belly: 0.22,
    leg: 0.07,
    neck: 0.2,
    lift: 0.6,
    skull: 0.29,
    muzzle: 0,
    snout: 'button',
    ears: 'triangle',
    tail: 'thin',
    young: 0.72,
    coats: ['#8a7a68', '#38343a', '#c08348', '#b9b4aa'],
    under: '#d9d0c2',
  },
  lion: {
    ...plain,
    metres: 1.1,
    length: 1.35,
    chest: 0.27,
    belly: 0.21,
    leg: 0.085,
    neck: 0.28,
    lift: 0.45,
    skull: 0.2,
    muzzle: 0.15,
    ears: 'round',
    tail: 'rope',
    coats: ['#b98f52'],
    under: '#d8bf8c',
    mane: '#6e4526',
    maneCut: 'ruff',
  },
  horse: {
    ...plain,
    snout: 'muzzle',
    metres: 1.55,
    length: 1.08,
    chest: 0.25,
    belly: 0.225,
    leg: 0.058,
    neck: 0.52,
    lift: 0.88,
    skull: 0.125,
    muzzle: 0.27,
    ears: 'pointed',
    tail: 'hair',
    coats: ['#6b4228', '#3c2c24', '#8c5a34', '#c9c2b6'],
    mane: '#241c1a',
  },
  deer: {
    ...plain,
    metres: 1.1,
    length: 1.05,
    chest: 0.22,
    belly: 0.18,
    leg: 0.042,
    neck: 0.5,
    lift: 1.0,
    skull: 0.115,
    muzzle: 0.19,
    ears: 'long',
    tail: 'stub',
    coats: ['#94653c'],
    under: '#cdb490',
    crown: 'antlers',
  },
  bear: {
    ...plain,
    metres: 1.15,
    length: 1.25,
    chest: 0.37,
    belly: 0.35,
    leg: 0.125,
    neck: 0.3,
    lift: 0.2,
    skull: 0.23,
    muzzle: 0.17,
    ears: 'round',
    tail: 'stub',
    coats: ['#4c3526', '#3a2a22'],
  },
  rabbit: {
    ...plain,
    metres: 0.2,
    length: 1.05,
    crouch: 0.3,
    chest: 0.36,
    belly: 0.47,
    leg: 0.09,
    neck: 0.2,
    lift: 0.95,
    skull: 0.29,
    muzzle: 0.08,
    ears: 'long',
    tail: 'stub',
    coats: ['#a58d72', '#c9c0b2'],
    under: '#e8e0d2',
  },
  cow: {
    ...plain,
    snout: 'muzzle',
    metres: 1.4,
    length: 1.3,
    chest: 0.31,
    belly: 0.33,
    leg: 0.07,
    neck: 0.32,
    lift: 0.25,
    skull: 0.16,
    muzzle: 0.24,
    ears: 'floppy',
    tail: 'rope',
    coats: ['#6e4a34', '#2e2a2a', '#c9bca8'],
    under: '#d8cfc0',
  },
  sheep: {
    ...plain,
    snout: 'muzzle',
    metres: 0.72,
    length: 1.2,
    chest: 0.36,
    belly: 0.37,
    leg: 0.06,
    neck: 0.2,
    lift: 0.5,
    skull: 0.15,
    muzzle: 0.18,
    ears: 'floppy',
    tail: 'stub',
    coats: ['#ded6c4'],
    back: 'wool',
  },
}
