import type { Build } from './quadruped-builds.ts'
import type { Quadruped } from './species.ts'

type BreedBuild = Partial<Omit<Build, 'coats'>>

/** Dogs that are not built as most are. */
const dogs: readonly (readonly [RegExp, BreedBuild])[] = [
  [
    /\b(?:retriever|newfoundland|bernese|setter|spaniel|st bernard)s?\b/u,
    {
      ...{ length: 1.16, chest: 0.31, belly: 0.28, leg: 0.092, neck: 0.27, lift: 0.75, arch: 0.03 },
      ...{ skull: 0.185, muzzle: 0.175, tail: 'bushy', under: '#e2c68e' },
    },
  ],
  [
    /\b(?:labradors?|mastiffs?|rottweilers?|bulldogs?|boxers?)\b/u,
    {
      ...{ chest: 0.32, belly: 0.27, leg: 0.09, neck: 0.27, skull: 0.19, muzzle: 0.165 },
      tail: 'thin',
    },
  ],
  [
    /\b(?:collies?|huskies|husky|sheepdogs?|shepherds?|malamutes?)\b/u,
    { chest: 0.3, belly: 0.25, leg: 0.08, ears: 'triangle', tail: 'bushy' },
  ],
  [/\b(?:greyhounds?|whippets?|salukis?)\b/u, { belly: 0.15, leg: 0.062, tail: 'thin' }],
  [
    /\b(?:dachshunds?|corgis?|bassets?)\b/u,
    { metres: 0.28, length: 1.75, chest: 0.42, belly: 0.38, leg: 0.11, skull: 0.26, muzzle: 0.26 },
  ],
]

/** How an animal of a named breed is built otherwise than others of its kind. @param text lower case */
export const breedOf = (species: Quadruped, text: string): BreedBuild =>
  (species === 'dog' ? dogs.find(([pattern]) => pattern.test(text))?.[1] : undefined) ?? {}
