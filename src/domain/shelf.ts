import type { PictureSize } from './brief.ts'
import type { Funds, Usd } from './money.ts'
import type { Job } from './order.ts'
import type { Scores } from './review.ts'
import type { SlateId } from './slate.ts'

/** A clip that was brought home from a vendor and is no take of any run. */
export interface FoundClip {
  /**
   * `salvage`: the account held it, and no order waits for it: none has it, or it was given up, or its run is deleted; `stray`: a second job of an order; `adopted-late`: it came
   * in when its run was over.
   */
  readonly source: 'salvage' | 'stray' | 'adopted-late'
  readonly vendor: string
  readonly funds: Funds
  /** `vendor/model`; null where nobody says. */
  readonly model: string | null
  readonly job: Job
  readonly prompt: string
  /** When the vendor made it, ISO 8601, UTC; null where it does not say. */
  readonly madeAt: string | null
  /** What it was billed; null where nobody says. */
  readonly billed: Usd | null
  /** SHA-256 of the bytes as delivered, hex. */
  readonly hash: string
  readonly depicted: readonly string[]
  readonly leaderFrames: number
  readonly seconds: number
  /** Null where the file does not tell. */
  readonly size: PictureSize | null
  /** Key of the order it came of; null for one that nobody here ordered. */
  readonly orderKey: string | null
  /** Run of that order. */
  readonly production: string | null
}

/** A clip on the cutting-room shelf: footage that no cut of its run uses. */
export interface ShelfClip {
  /** What people type: `s-` and the first hex digits of `originalHash`, eight or as many as tell it from the others. */
  readonly id: string
  /** `deleted-run`: a take whose run was deleted; `not-cut`: a take that no cut of its run uses. */
  readonly source: FoundClip['source'] | 'deleted-run' | 'not-cut'
  readonly vendor: string
  readonly funds: Funds
  /** `vendor/model`; null where nobody says. */
  readonly model: string | null
  readonly job: Job | null
  readonly orderKey: string | null
  readonly prompt: string
  readonly depicted: readonly string[]
  /** What review said, one reason a line; empty for a clip nobody reviewed. */
  readonly notes: readonly string[]
  readonly scores: Scores | null
  /** What it was billed; null where nobody says. */
  readonly cost: Usd | null
  readonly production: string | null
  readonly pilot: string | null
  readonly slate: SlateId | null
  /** SHA-256 of the bytes as delivered, hex. */
  readonly originalHash: string
  /** The same as it was made to fit its own film; null for a clip that was in none. */
  readonly conformedHash: string | null
  /** Frames of slate at the head of the delivered bytes. */
  readonly leaderFrames: number
  /** Null where nobody says. */
  readonly seconds: number | null
  readonly size: PictureSize | null
  /** Members of a cast that its shot shows; null where that is not known. */
  readonly castCount: number | null
  /** Whether a film that is still there shows the same footage by now. */
  readonly isUsed: boolean
  /** When it came home, ISO 8601, UTC. */
  readonly at: string
}

/** The take that an order for a clip was for: `lake/p1/video/1A/2` is 1A-2 of p1; nulls for an order of another kind. */
export const takeOfOrder = (orderKey: string | null): Pick<ShelfClip, 'pilot' | 'slate'> => {
  const [, pilot, port, shot, take] = orderKey?.split('/') ?? []
  if (port !== 'video' || !pilot || !shot || !take) return { pilot: null, slate: null }
  return { pilot, slate: `${shot}-${take}` as SlateId }
}

/** Clips as they are before they have their ids. */
export type UnnamedClip = Omit<ShelfClip, 'id'>

const idDigits = 8

/**
 * The shelf as it is shown: one clip for equal bytes, each with an id of its own. Of equal ones the oldest that a run bought stands
 * for all, else the oldest, with the oldest review of any: what was cast from the shelf is told as what it was before.
 *
 * @param clips the newest first
 */
export const namedClips = (clips: readonly UnnamedClip[]): readonly ShelfClip[] => {
  const byHash = Map.groupBy(clips, ({ originalHash }) => originalHash)
  const hashes = [...byHash.keys()].toSorted()
  return [...byHash].flatMap(([hash, same]) => {
    const clip = same.findLast(({ production }) => production !== null) ?? same.at(-1)
    const reviewed = same.findLast(({ scores }) => scores !== null)
    const review = reviewed && { scores: reviewed.scores, notes: reviewed.notes }
    return clip ? [{ ...clip, ...review, id: `s-${hash.slice(0, digitsFor(hash, hashes))}` }] : []
  })
}

/** Digits that tell a hash from its neighbours in a sorted list. */
const digitsFor = (hash: string, sorted: readonly string[]): number => {
  const at = sorted.indexOf(hash)
  const alike = [sorted[at - 1], sorted[at + 1]].map((other) => commonDigits(hash, other ?? ''))
  return Math.max(idDigits, ...alike.map((digits) => digits + 1))
}

const commonDigits = (left: string, right: string): number => {
  let digits = 0
  while (digits < right.length && left[digits] === right[digits]) digits += 1
  return digits
}

/** Words that say nothing of a picture. Chosen by this project. */
const emptyWords: ReadonlySet<string> = new Set(
  'a an and are as at by for from her his in into is it its no not of on or our out over that the their then there they this to up with while'.split(
    ' ',
  ),
)

/** The words of texts that tell what is seen, lower case, in the singular. */
export const shelfWords = (...texts: readonly string[]): ReadonlySet<string> => {
  const words = texts.flatMap((text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
  return new Set(words.filter((word) => word.length > 1 && !emptyWords.has(word)).map(singular))
}

const singular = (word: string): string => {
  if (word.length <= 3 || /(ss|us|is)$/.test(word)) return word
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  if (/(ss|x|zz|ch|sh)es$/.test(word)) return word.slice(0, -2)
  return word.endsWith('s') ? word.slice(0, -1) : word
}

/** A clip that was searched for, and how many of the words it has. */
export interface FoundByWords {
  readonly clip: ShelfClip
  readonly shared: number
}

/** Clips that have any of some words: most shared words first, then the best scores. Plurals and case do not matter. */
export const searchShelf = (
  clips: readonly ShelfClip[],
  wanted: string,
): readonly FoundByWords[] => {
  const words = shelfWords(wanted)
  return clips
    .map((clip) => {
      const own = shelfWords(clip.prompt, ...clip.depicted, ...clip.notes)
      return { clip, shared: [...words].filter((word) => own.has(word)).length }
    })
    .filter(({ shared }) => shared > 0)
    .toSorted((a, b) => b.shared - a.shared || scoreOf(b.clip) - scoreOf(a.clip))
}

/** What review gave a clip overall, 0…100; −1 for one that nobody reviewed. */
export const scoreOf = ({ scores }: ShelfClip): number => scores?.overall ?? -1
