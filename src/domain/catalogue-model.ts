import type { ClipLimits } from './clip-seconds.ts'
import type { Funds, Usd } from './money.ts'
import type { OrderPort, TokenCounts, Units } from './order.ts'
import type { PictureShapes } from './picture-shapes.ts'
import type { Tier } from './tier.ts'

/** Micro-dollars for a million tokens of each kind. */
export type TokenPrices = { readonly [Kind in keyof TokenCounts]: Usd }

/** What a model costs, and who says so. */
export interface ModelPrice {
  readonly unit: Units['unit']
  /** Price of one unit, in micro-dollars; the dearest there is where `lengths` or `perMillionTokens` say more. */
  readonly perUnit: Usd
  /** A clip of so many seconds costs this, whatever its seconds cost elsewhere; the shortest first. */
  readonly lengths?: readonly { readonly seconds: number; readonly amount: Usd }[]
  readonly perMillionTokens?: TokenPrices
  /** Prices of a question that is longer, all its tokens read counted. */
  readonly longQuestions?: {
    readonly aboveTokens: number
    readonly perMillionTokens: TokenPrices
  }
  readonly source: string
  /** Day the price was read, `YYYY-MM-DD`. */
  readonly date: string
}

/** Whether something can still be bought from, and until when; days are `YYYY-MM-DD`. */
export type Lifecycle =
  | { readonly state: 'current' }
  /** Alive, and no longer the vendor's own choice. */
  | { readonly state: 'legacy' }
  | { readonly state: 'ending'; readonly on: string; readonly substitute: string }
  | {
      readonly state: 'retired'
      /** Null for what never was. */
      readonly on: string | null
      readonly reason: string
      /** What to use in its place, in words or as `vendor/model`. */
      readonly substitute: string
    }

/** A model as the catalogue offers it: what it makes, what it costs, what it can do. */
export interface CatalogueModel {
  /** `vendor/model`. */
  readonly id: string
  /** Id of its row in the table of vendors. */
  readonly vendor: string
  /** Which of the vendor's surfaces serves it; null where the vendor has one. */
  readonly surface: 'agents' | 'legacy' | null
  readonly port: OrderPort
  /** Production tier of a video model; null for the other ports. */
  readonly tier: Tier | null
  /** One line for people. */
  readonly note: string
  readonly funds: Funds
  readonly lifecycle: Lifecycle
  readonly price: ModelPrice
  readonly limits: ClipLimits & {
    /** Orders that may be open at once on the account. */
    readonly slots: number
    /** Where `slots` is from, in words. */
    readonly slotsSource: string
    /** Day that was read or chosen, `YYYY-MM-DD`. */
    readonly slotsDate: string
    /** Requests a minute; null where the vendor names no number. */
    readonly perMinute: number | null
    /** Whether it makes nothing from words alone. */
    readonly needsFirstFrame: boolean
    /** Shapes of its pictures; null for any. */
    readonly shapes: PictureShapes | null
  }
}

/** The vendor of a model by its id, and the account whose slots its orders take: the part before the slash. */
export const vendorOf = (model: string): string => model.split('/', 1)[0] ?? model

/** Whether nothing new can be ordered of it. */
export const isRetired = ({ lifecycle }: Pick<CatalogueModel, 'lifecycle'>): boolean =>
  lifecycle.state === 'retired'

/** A lifecycle in words: `ends on 2026-11-30; use …`; empty for what is current. */
export const lifecycleText = (lifecycle: Lifecycle): string => {
  switch (lifecycle.state) {
    case 'current':
      return ''
    case 'legacy':
      return 'legacy'
    case 'ending':
      return `ends on ${lifecycle.on}; use ${lifecycle.substitute}`
    case 'retired': {
      const when = lifecycle.on === null ? '' : ` since ${lifecycle.on}`
      return `not available${when}: ${lifecycle.reason}. Use ${lifecycle.substitute} instead`
    }
  }
}
