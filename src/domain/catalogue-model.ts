import type { Funds, Usd } from './money.ts'
import type { OrderPort, Units } from './order.ts'
import type { Tier } from './tier.ts'

/** A model as the catalogue offers it: what it makes, what it costs, what it can do. */
export interface CatalogueModel {
  /** `vendor/model`. */
  readonly id: string
  readonly vendor: string
  readonly port: OrderPort
  /** Production tier of a video model; null for the other ports. */
  readonly tier: Tier | null
  /** One line for people. */
  readonly note: string
  readonly funds: Funds
  readonly lifecycle: 'current' | 'deprecated' | 'retired'
  readonly price: {
    readonly unit: Units['unit']
    /** Price of one unit, in micro-dollars. */
    readonly perUnit: Usd
    readonly source: string
    /** Day the price was read, `YYYY-MM-DD`. */
    readonly date: string
  }
  readonly limits: {
    /** Shortest and longest clip in seconds; null where it does not apply. */
    readonly minSeconds: number | null
    readonly maxSeconds: number | null
    /** Orders that may be open at once on the account. */
    readonly slots: number
  }
  /** Environment variables that hold its key; empty when it needs none. */
  readonly keyNames: readonly string[]
  /** How a job is found again when the answer to its order was lost. */
  readonly recovery: string
}
