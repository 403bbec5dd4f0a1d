import { type Rgb, readColour } from './colour.ts'
import { makeDice } from './dice.ts'
import type { Species } from './species.ts'

/** Build of a four-legged animal; lengths in heights of its shoulders. */
export interface QuadrupedLook {
  /** Height of the shoulders, metres. */
  readonly metres: number
  readonly length: number
  readonly chest: number
  readonly belly: number
  readonly leg: number
  readonly neck: number
  /** Lift of the neck, radians above level. */
  readonly lift: number
  readonly skull: number
  readonly muzzle: number
  readonly ears: 'floppy' | 'pointed' | 'round' | 'long'
  readonly tail: 'plume' | 'thin' | 'hair' | 'stub' | 'bushy' | 'rope'
  readonly coat: Rgb
  readonly under: Rgb
  readonly mane: Rgb | null
  readonly collar: Rgb | null
  /** A wet black nose at the tip, or the broad soft muzzle of animals that graze. */
  readonly snout: 'nose' | 'muzzle'
  readonly antlers: boolean
  readonly woolly: boolean
}

type Build = Omit<QuadrupedLook, 'coat' | 'under' | 'mane' | 'collar'> & {
  readonly coats: readonly [string, ...string[]]
  readonly under: string | null
  readonly mane: string | null
}

const plain = { mane: null, under: null, antlers: false, woolly: false, snout: 'nose' } as const

const builds: Readonly<Record<Exclude<Species, 'bird' | 'fish'>, Build>> = {
  dog: {
    ...plain,
    metres: 0.58,
    length: 1.12,
    chest: 0.26,
    belly: 0.19,
    leg: 0.072,
    neck: 0.34,
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
  },
  fox: {
    ...plain,
    metres: 0.42,
    length: 1.3,
    chest: 0.23,
    belly: 0.17,
    leg: 0.056,
    neck: 0.3,
    lift: 0.6,
    skull: 0.18,
    muzzle: 0.22,
    ears: 'pointed',
    tail: 'bushy',
    coats: ['#bc6430'],
    under: '#ece2d2',
  },
  cat: {
    ...plain,
    metres: 0.27,
    length: 1.4,
    chest: 0.25,
    belly: 0.22,
    leg: 0.07,
    neck: 0.24,
    lift: 0.6,
    skull: 0.23,
    muzzle: 0.08,
    ears: 'pointed',
    tail: 'thin',
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
    antlers: true,
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
    length: 1.35,
    chest: 0.34,
    belly: 0.4,
    leg: 0.09,
    neck: 0.14,
    lift: 0.7,
    skull: 0.29,
    muzzle: 0.1,
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
    woolly: true,
  },
}

const coatWords: Readonly<Record<string, string>> = {
  black: '#2e2a2c',
  white: '#e4ded2',
  brown: '#6e4a30',
  golden: '#c08d48',
  grey: '#808086',
  gray: '#808086',
  red: '#a5542c',
  orange: '#c07a3c',
  ginger: '#bf7436',
  tan: '#b9935f',
  cream: '#dccbaa',
  chestnut: '#7a4426',
  silver: '#a4a6aa',
  dark: '#3a302c',
  rust: '#a5542c',
  amber: '#b9803c',
  fawn: '#b98e60',
  sand: '#bda27a',
  honey: '#b08248',
  reddish: '#94532f',
  tabby: '#8a7a68',
  blue: '#3f6699',
  green: '#4f7a55',
  yellow: '#d9ac3c',
}

/** Against an animal of its kind: small ones come to the knee of an adult. */
const sizeOf = (text: string): number => {
  if (
    /\b(?:small|little|tiny|puppy|puppies|terrier|kittens?|corgi|foal|lambs?|cubs?)\b/u.test(text)
  )
    return 0.66
  return /\b(?:large|big|huge|giant|enormous)\b/u.test(text) ? 1.16 : 1
}

const collarOf = (text: string): Rgb | null => {
  if (!/\bcollar\b/u.test(text)) return null
  return readColour(
    coatWords[/\b([a-z]+)(?: leather)? collar\b/u.exec(text)?.[1] ?? ''] ?? '#8a3a34',
  )
}

/** The build and coat of an animal; what the words leave open follows from the identity. */
export const quadrupedLook = (
  species: Exclude<Species, 'bird' | 'fish'>,
  words: string,
  identity: number,
): QuadrupedLook => {
  const build = builds[species]
  const text = words.toLowerCase()
  const named = text
    .replace(/\b[a-z]+(?: leather)? (?:collar|mane|chest|throat|breast|paws?|bib)\b/gu, '')
    .split(/[^a-z]+/u)
    .find((word) => coatWords[word])
  const rolled = makeDice(identity).pick(build.coats)
  const coat = readColour((named ? coatWords[named] : undefined) ?? rolled)
  const { coats: _, under, mane, ...rest } = build
  const stag = species !== 'deer' || !/fawn|doe/u.test(text)
  const maneNamed = coatWords[/\b([a-z]+) mane\b/u.exec(text)?.[1] ?? '']
  return {
    ...rest,
    metres: rest.metres * sizeOf(text),
    collar: collarOf(text),
    antlers: build.antlers && stag,
    coat,
    under: under ? readColour(under) : coat,
    mane: mane ? readColour(maneNamed ?? mane) : null,
  }
}
