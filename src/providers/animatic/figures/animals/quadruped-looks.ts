import { type Rgb, readColour } from '../brush/colour.ts'
import { makeDice } from '../brush/dice.ts'
import { breedOf } from './breeds.ts'
import { coatNamed, coatWord } from './coats.ts'
import { exoticBuilds } from './exotic-builds.ts'
import { littleBuilds } from './little-builds.ts'
import { type Build, homelyBuilds } from './quadruped-builds.ts'
import type { Quadruped } from './species.ts'

/** A four-legged animal as it looks: its build and the colours of its own. */
export interface QuadrupedLook
  extends Omit<
    Build,
    'coats' | 'under' | 'socks' | 'mane' | 'marked' | 'points' | 'mask' | 'young'
  > {
  readonly coat: Rgb
  readonly under: Rgb
  readonly socks: Rgb | null
  readonly mane: Rgb | null
  readonly collar: Rgb | null
  readonly marked: Rgb
  readonly points: Rgb | null
  readonly mask: Rgb | null
}

const builds: Readonly<Record<Quadruped, Build>> = {
  ...homelyBuilds,
  ...exoticBuilds,
  ...littleBuilds,
}

/** Against an animal of its kind: small ones come to the knee of an adult. */
const sizeOf = (text: string, young: number): number => {
  if (
    /\b(?:small|little|tiny|puppy|puppies|terrier|kittens?|corgi|foal|lambs?|cubs?)\b/u.test(text)
  )
    return young
  if (young < 0.66 && /\b(?:baby|young|calf|hatchling)\b/u.test(text)) return young
  return /\b(?:large|big|huge|giant|enormous)\b/u.test(text) ? 1.16 : 1
}

/** A kitten is a head on short legs. */
const kittenish = ({
  skull,
  length,
  leg,
}: Build): Pick<QuadrupedLook, 'skull' | 'length' | 'leg'> => ({
  skull: skull * 1.28,
  length: length * 0.86,
  leg: leg * 1.1,
})

const collarOf = (text: string): Rgb | null => {
  if (!/\bcollar\b/u.test(text)) return null
  return coatNamed(/\b([a-z]+)(?: leather)? collar\b/u.exec(text)?.[1]) ?? readColour('#8a3a34')
}

const marksIn: readonly (readonly [RegExp, Build['marks']])[] = [
  [/\b([a-z]+) stripes\b/u, 'stripes'],
  [/\b([a-z]+) spots\b/u, 'spots'],
  [/\b([a-z]+) patches\b/u, 'blotches'],
]

/** What a text says of stripes, spots and patches. */
const marksOf = (text: string, build: Build): Pick<QuadrupedLook, 'marks' | 'marked'> => {
  const told = marksIn.find(([pattern]) => pattern.test(text))
  const isOwn = build.marks === 'bands' || build.marks === 'patches'
  const kind = isOwn ? build.marks : (told?.[1] ?? build.marks)
  const tops = /\b([a-z]+) (?:spines|plates|horns?|wings?)\b/u.exec(text)?.[1]
  const named = coatNamed(told?.[0].exec(text)?.[1]) ?? coatNamed(tops)
  return { marks: kind, marked: named ?? readColour(build.marked) }
}

/** The build and coat of an animal; what the words leave open follows from the identity. */
export const quadrupedLook = (
  species: Quadruped,
  words: string,
  identity: number,
): QuadrupedLook => {
  const text = words.toLowerCase()
  const build: Build = { ...builds[species], ...breedOf(species, text) }
  const snowy = /\b(?:polar|arctic|snow)\b/u.test(text) ? coatNamed('white') : undefined
  const named = coatNamed(coatWord(text)) ?? snowy
  const coat = named ?? readColour(makeDice(identity).pick(build.coats))
  const { coats: _, young, under, socks, mane, points, mask, ...rest } = build
  const stag = species !== 'deer' || !/fawn|doe/u.test(text)
  const colour = (hex: string | null): Rgb | null => (hex === null ? null : readColour(hex))
  const size = sizeOf(text, young)
  return {
    ...rest,
    ...marksOf(text, build),
    ...(size < 1 && build.snout === 'button' ? kittenish(build) : {}),
    metres: rest.metres * size,
    collar: collarOf(text),
    crown: stag ? build.crown : 'none',
    coat,
    under:
      coatNamed(/\b([a-z]+) (?:belly|underside)\b/u.exec(text)?.[1]) ??
      (under ? readColour(under) : coat),
    mane: mane ? (coatNamed(/\b([a-z]+) mane\b/u.exec(text)?.[1]) ?? readColour(mane)) : null,
    socks: colour(socks),
    points: colour(points),
    mask: colour(mask),
  }
}
