import type { Funds, Usd } from './money.ts'
import { parseSlate, type ShotId, type SlateId } from './slate.ts'
import type { FrameCount, FrameRange } from './time.ts'

/** Footage in the vault, conformed to the film's size and rate; or the fact that there is none. */
export type Footage =
  | {
      readonly kind: 'stored'
      /** SHA-256 of the conformed picture file, hex. */
      readonly hash: string
      /** SHA-256 of the bytes as the vendor delivered them, hex. */
      readonly originalHash: string
      /** What exists, starting at frame 0. */
      readonly available: FrameRange
    }
  | { readonly kind: 'missing'; readonly reason: string }

/** `dailies` wait for review; `circled` is chosen for the edit; `ng` is not good enough and kept all the same. */
export type TakeState = 'dailies' | 'circled' | 'ng'

/** What was decided about a take. */
export interface TakeDecision {
  readonly state: TakeState
  /** Who decided it: a person's NG keeps a take out of every cut, the crew's only behind better ones. */
  readonly decidedBy: 'crew' | 'person'
  /** Why, in words; empty when nobody said. */
  readonly note: string
}

/** One attempt at a shot: one generation, paid for and kept. */
export interface Take extends TakeDecision {
  readonly schema: 'take@2'
  readonly slate: SlateId
  readonly shot: ShotId
  /** Pilot that ordered it. */
  readonly pilot: string
  /** Key of the order that paid for it. */
  readonly orderKey: string
  /** `vendor/model`. */
  readonly model: string
  readonly footage: Footage
  /** Words for what the vendor says is in the picture; empty when it says nothing. */
  readonly depicted: readonly string[]
  readonly prompt: string
  readonly seed: number
  readonly cost: Usd
  readonly funds: Funds
  /** Whether it was shot as a pilot's test. */
  readonly test: boolean
  /** Take whose last frame it starts from; null when it starts freely. */
  readonly continuesFrom: SlateId | null
  /** Length the script wanted, without handles. */
  readonly wanted: FrameCount
}

/** What is decided about the takes that a retake takes the place of, good or not. */
export const replacedByRetake: TakeDecision = {
  state: 'ng',
  decidedBy: 'person',
  note: 'taken again at the client\u2019s wish',
}

/** Whether a take gave way to a retake: it is in no cut, and nobody said that it is not good enough. */
export const isReplaced = ({ state, decidedBy, note }: TakeDecision): boolean =>
  state === 'ng' && decidedBy === 'person' && note === replacedByRetake.note

/** Whether the edit may use a take: there is footage, and no person has marked it NG. */
export const isUsable = ({ footage, state, decidedBy }: Take): boolean =>
  footage.kind === 'stored' && !(state === 'ng' && decidedBy === 'person')

/** A take and the one before it whose picture it has. */
export interface RepeatedTake {
  readonly take: Take
  readonly like: Take
}

/** Takes for which the vendor delivered the picture of an earlier take of their shot: paid for, and nothing new. */
export const repeatedTakes = (takes: readonly Take[]): readonly RepeatedTake[] => {
  const inOrder = takes.toSorted((a, b) => parseSlate(a.slate).take - parseSlate(b.slate).take)
  return inOrder.flatMap((take, index) => {
    const like = inOrder.slice(0, index).find((earlier) => hasPictureOf(take, earlier))
    return like ? [{ take, like }] : []
  })
}

const hasPictureOf = (take: Take, other: Take): boolean =>
  take.pilot === other.pilot &&
  take.shot === other.shot &&
  take.footage.kind === 'stored' &&
  other.footage.kind === 'stored' &&
  (take.footage.hash === other.footage.hash ||
    take.footage.originalHash === other.footage.originalHash)

/** Why a take has no footage that no money was left for. */
export const notOrdered = 'not ordered: no money was left for it'

/** Whether a take has no footage because no money was left for it. */
export const isUnpaidFor = (footage: Footage): boolean =>
  footage.kind === 'missing' && footage.reason === notOrdered
