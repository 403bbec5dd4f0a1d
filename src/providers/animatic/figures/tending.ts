import type { Actor, Unplaced } from './actor.ts'
import { gaitOf } from './animals/quadruped-frame.ts'
import { quadrupedLook } from './animals/quadruped-looks.ts'
import { isQuadruped, speciesOf } from './animals/species.ts'
import { shoulderOf } from './company.ts'
import { reined } from './keeping-clear.ts'

/** What is done to an animal with the hands. */
export type Care = 'pet' | 'hug' | 'feed'

/** An animal under somebody's hands. */
export interface Tending {
  readonly care: Care
  readonly animal: Actor
  /** Height at which it is touched, heights of who does it. */
  readonly high: number
  /** Who does it kneels to it. */
  readonly low: boolean
  /** Its head is as high as the breast: the hands are on its face. */
  readonly tall: boolean
  /** The hands are at its rear, as its head is somebody else's. */
  readonly behind: boolean
}

const cares: readonly Care[] = ['pet', 'hug', 'feed']

const careOf = ({ kind, action, carried, mount }: Unplaced): Care | null =>
  kind === 'person' && carried === null && mount === null && !action.abed
    ? (cares.find((care) => care === action.kind) ?? null)
    : null

/** Those who have their hands on an animal, and the animal; places in the list. */
export interface Tenders {
  readonly animal: number
  /** One on each side at most. */
  readonly people: readonly number[]
}

/** Who of a group tends which animal; null when nobody does. */
export const tendersOf = (actors: readonly Unplaced[]): Tenders | null => {
  const first = actors.find((one) => careOf(one) !== null && meant(one, actors) >= 0)
  if (!first) return null
  const animal = meant(first, actors)
  const people = actors.flatMap((one, index) =>
    careOf(one) !== null && meant(one, actors) === animal ? [index] : [],
  )
  return { animal, people: people.slice(0, 2) }
}

/** The place of the animal that somebody's deed is done to: one that is named, or else the only other one there; −1 for none. */
const meant = ({ actionText }: Unplaced, actors: readonly Unplaced[]): number => {
  const told = speciesOf(actionText)
  const named = actors.findIndex(
    ({ species, name }) =>
      isQuadruped(species) &&
      (species === told || (name !== '' && actionText.includes(name.toLowerCase()))),
  )
  if (named >= 0 || told !== null || actors.length !== 2) return named
  return actors.findIndex(({ species }) => isQuadruped(species))
}

/** Higher than this, own heights, nobody kneels to touch something. */
const kneelsTo = 0.46

/** Where hands are that tend an animal: how high, own heights, and whether one kneels to it. */
export const tendingOf = (person: Unplaced, animal: Actor, behind: boolean): Tending => {
  const high = touchedAt(animal) / person.appearance.height
  const care = careOf(person) ?? 'pet'
  return { care, animal, high, low: high < kneelsTo, tall: isTall(animal), behind }
}

/** Height of an animal's head, adult heights, as far as it bows to the hand. */
const touchedAt = (animal: Actor): number =>
  Math.min(headHigh(animal), (animal.tendedBy ?? 1) * easy)

const headHigh = (animal: Actor): number => {
  const { species, words, seed, action } = animal
  if (!isQuadruped(species)) return 0
  const look = quadrupedLook(species, words, seed)
  const lies = action.kind === 'sleep' || action.kind === 'lie'
  const head = lies ? look.chest * 1.8 : neckRoot(look) + Math.sin(look.lift) * look.neck
  return head * shoulderOf(animal) * reined(animal)
}

/** Whether an animal holds its head over the breast of a grown-up. */
const isTall = (animal: Actor): boolean => headHigh(animal) > 0.7

/** Whether the animal is between its tender and the viewer: one of their arms is before it. */
export const isBehindAnimal = ({ care, tall }: Tending): boolean => care === 'hug' && !tall

const neckRoot = ({ chest }: { readonly chest: number }): number => 1 - chest * 0.75 + 0.03

/** The height to which a head is bowed for somebody's hand, own heights. */
const easy = 0.98

/** How far an animal bows its neck to the hand of who tends it, radians. */
export const bowOf = (animal: Actor): number => {
  const { species, words, seed, tendedBy } = animal
  if (tendedBy === null || !isQuadruped(species)) return 0
  const look = quadrupedLook(species, words, seed)
  const wanted = (tendedBy * easy) / (shoulderOf(animal) * reined(animal))
  const rise = (wanted - neckRoot(look)) / look.neck
  return Math.max(0, look.lift - Math.asin(Math.max(-0.85, Math.min(0.98, rise))))
}

/** An animal that is tended stays for it. */
export const stayed = (animal: Unplaced, tallest: number): Unplaced => ({
  ...animal,
  tendedBy: tallest,
  action:
    gaitOf(animal.action.kind) === null
      ? animal.action
      : { ...animal.action, kind: 'stand', word: null },
})
