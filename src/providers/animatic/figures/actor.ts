import type { CastMember, Framing, Subject } from '../../../domain/script.ts'
import type { Carried } from './animals/carried.ts'
import type { Mount } from './animals/mounts.ts'
import type { Species } from './animals/species.ts'
import type { BedPlace } from './bedfellows.ts'
import type { Company } from './company.ts'
import type { Partner } from './pairs.ts'
import type { Appearance } from './people/appearance.ts'
import type { Action } from './poses/actions.ts'
import type { TablePlace } from './tables.ts'
import type { Tending } from './tending.ts'
import type { Sharing } from './works/work-company.ts'

/** Somebody in a picture and where they are in it. */
export interface Actor {
  readonly kind: 'person' | 'animal'
  readonly what: string
  /** Empty for the unnamed. */
  readonly name: string
  readonly action: Action
  readonly appearance: Appearance
  readonly species: Species | null
  readonly seed: number
  /** Middle of the body over the shot, 0…1 of the width. */
  readonly x: number
  /** 0 looks at the viewer, positive to the right of the picture, radians. */
  readonly yaw: number
  /** Farther to the right than `x`, adult heights. */
  readonly aside: number
  /** Whom it holds or turns to; null for nobody. */
  readonly partner: Partner | null
  /** Against the people at the figure plane: 1 is there, less is farther. */
  readonly distance: number
  readonly crowd: boolean
  /** All words that tell what it looks like. */
  readonly words: string
  /** What it does, in the shot's words, lower case. */
  readonly actionText: string
  /** The animal it rides, null for none. */
  readonly mount: Mount | null
  /** Its place at a table shared with others, null for none. */
  readonly table: TablePlace | null
  /** The animal in its arms, null for none. */
  readonly carried: Carried | null
  /** The animal under its hands, null for none. */
  readonly tends: Tending | null
  /** Height of the smallest who has hands on this animal, adult heights; null for nobody. */
  readonly tendedBy: number | null
  /** Its place among those who lie beside each other, null for none. */
  readonly bed: BedPlace | null
  /** Its share in work that is done together; null for who works alone or does not. */
  readonly sharing: Sharing | null
  /** How it goes with others; null for who stays or goes alone. */
  readonly company: Company | null
}

/** Somebody before they have a place. */
export type Unplaced = Omit<Actor, 'x' | 'yaw'>

/** What a cast of actors is made from. */
export interface StagingRequest {
  readonly subjects: readonly Subject[]
  readonly cast: readonly CastMember[]
  readonly framing: Framing
  readonly seed: number
  /** Where who stays stands, 0…1 across the picture; null or absent for anywhere. */
  readonly standAt?: number | null
}
