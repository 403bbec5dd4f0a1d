import type { Usd } from './money.ts'
import type { Scores } from './review.ts'

/** How one pilot did. */
export interface PilotResult {
  readonly pilot: string
  readonly scores: Scores
  readonly spent: Usd
  /** `wins`, `stopped`, or `could-not-shoot` when no test take passed the technical gates. */
  readonly outcome: 'wins' | 'stopped' | 'could-not-shoot'
  readonly reason: string
}

/** Something the critic noticed, kept for later learning. */
export interface Observation {
  readonly pilot: string
  readonly subject: string
  readonly text: string
  /** The measurement or score it rests on. */
  readonly evidence: string
}

/** The critic's decision between the pilots. */
export interface Verdict {
  readonly schema: 'verdict@1'
  readonly winner: string
  readonly results: readonly PilotResult[]
  readonly observations: readonly Observation[]
  /** What the remaining scenes should do differently, as words for the prompts. */
  readonly adjustments: readonly string[]
}
