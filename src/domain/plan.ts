import type { Usd } from './money.ts'
import type { Tier } from './tier.ts'

/** A small funded test of one approach, in competition with the others. */
export interface Pilot {
  /** `p1`…`p4`. */
  readonly id: string
  /** Two or three words a person can tell it by: `quiet observation`. */
  readonly name: string
  /** What makes it different, in one or two sentences. */
  readonly approach: string
  readonly tier: Tier
  /** Video model, `vendor/model` as in the catalogue. */
  readonly model: string
  /** Words on the look that go into every prompt of this pilot. */
  readonly style: string
  /** Takes of each shot, 1–5. */
  readonly takesPerShot: number
  /** How scenes are broken into shots and moved: `steady` few long shots, `lively` more and shorter ones, `graphic` designed frames. */
  readonly pace: 'steady' | 'lively' | 'graphic'
  /** The most this pilot may spend on its test scenes. */
  readonly testBudget: Usd
  /** What the whole film costs this way, without takes beyond `takesPerShot`: at most, while it has no script; then as written. */
  readonly filmQuote: Usd
}

/** How the money will be spent. */
export interface Plan {
  readonly schema: 'plan@1'
  readonly pilots: readonly Pilot[]
  /** Number of scenes in the film, 1–40. */
  readonly scenes: number
  /** Scene numbers that every pilot shoots as its test, 1–2 of them. */
  readonly testScenes: readonly number[]
  /** Most that all tests together may spend. */
  readonly testCap: Usd
  /** Held back so that a watchable film can always be finished. */
  readonly bond: Usd
  /** What was cut down to fit the money, in words for the client; empty when nothing was. */
  readonly shrunk: readonly string[]
  readonly reasons: readonly string[]
}
