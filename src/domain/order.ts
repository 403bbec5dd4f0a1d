import type { VendorTrouble } from './errors.ts'
import type { Json } from './json.ts'
import { type Funds, minUsd, subtractUsd, type Usd } from './money.ts'

/** What kind of model an order goes to. */
export const orderPorts = ['video', 'image', 'speech', 'music', 'llm'] as const

/** One of {@link orderPorts}. */
export type OrderPort = (typeof orderPorts)[number]

/** A vendor's handle on work it has accepted; JSON, so that it survives a restart. */
export type Job = { readonly [key: string]: string | number }

/** What a vendor charged, in the units of its price, and in money where it says so itself. */
export interface Bill {
  readonly units: Units
  /** The vendor's own amount; null when only units are known and our price book must price them. */
  readonly amount: Usd | null
}

/** What is charged: a bill, or as much as the order was quoted, where the vendor tells no amount that can be meant. */
export type Charge = Bill | 'as-quoted'

/** Billable quantity: `{ unit: 'second', quantity: 5 }`. */
export interface Units {
  readonly unit: 'second' | 'image' | 'character' | 'token' | 'request'
  readonly quantity: number
  /** The tokens by kind, where each kind has a price of its own; `quantity` is their sum. */
  readonly tokens?: TokenCounts
}

/** Tokens of a question and its answer, by what they are billed as. */
export interface TokenCounts {
  /** Read anew, neither from a cache nor into one. */
  readonly input: number
  /** Written, thinking included. */
  readonly output: number
  /** Read and put into a cache that lives 5 minutes. */
  readonly cacheWrite: number
  /** Read and put into a cache that lives an hour. */
  readonly cacheWriteHour: number
  /** Read from a cache. */
  readonly cacheRead: number
}

/** Where an order stands. Every state is committed before anything that follows from it is done. */
export const orderStates = [
  'drafted',
  'held',
  'submitting',
  'accepted',
  'ready',
  'delivered',
  'refused',
  'failed',
  'unknown',
  'parked',
  'written-off',
] as const

/** One of {@link orderStates}. */
export type OrderState = (typeof orderStates)[number]

/** In place of the mark of an account: no list of one account shows all that an order may have become. */
export const severalAccounts = 'several'

/** One paid request, from its draft to its footage. */
export interface Order {
  /** `lineage/pilot/port/subject/attempt`, unique within a tenant: `20261123_090000/p2/video/12C/3`. */
  readonly key: string
  readonly production: string
  readonly port: OrderPort
  /** `vendor/model`. */
  readonly model: string
  /** SHA-256 (hex) of the canonical request; the same key with another hash is an error. */
  readonly requestHash: string
  /** What the hash is made of, for finding the order at its vendor; null in orders older than this field. */
  readonly request: Json
  readonly state: OrderState
  readonly funds: Funds
  /** Worst case of one submission, held while the outcome is open. */
  readonly quoted: Usd
  readonly held: Usd
  /** What was billed so far, `assumed` included. */
  readonly billed: Usd
  /** Part of `billed` that no vendor has told: the worst case of submissions whose answers were lost for good. */
  readonly assumed: Usd
  /** Times the request left for the vendor. */
  readonly submissions: number
  /** Submissions that the vendor may bill. */
  readonly doubtful: number
  /** When the last submission was begun, ISO 8601, UTC; null before the first. */
  readonly submittedAt: string | null
  readonly job: Job | null
  /** SHA-256 of the stored delivery; for `llm` the hash of the reply. */
  readonly outputHash: string | null
  /** What the delivery says of itself (`depicted`, `leaderFrames`, …) or, for `llm`, the reply. */
  readonly output: Json
  /** Reason in words, for refused, failed, unknown and parked orders. */
  readonly reason: string
  /** What a person must act on, where the vendor said so. */
  readonly trouble: VendorTrouble | null
  /**
   * Mark of the vendor's account that it was sent to, as `PaidModel.account`; {@link severalAccounts} when earlier submissions that
   * nobody can tell of went to another. Null before it was sent, and for who needs no account.
   */
  readonly account: string | null
  /** ISO 8601, UTC. */
  readonly createdAt: string
  readonly updatedAt: string
}

/**
 * What the delivery of an order cost by itself: of its bill without what is assumed for submissions whose answers were lost, at most
 * its quote where all of it is assumed.
 */
export const ownCost = ({
  quoted,
  billed,
  assumed,
}: Pick<Order, 'quoted' | 'billed' | 'assumed'>): Usd =>
  assumed < billed ? subtractUsd(billed, assumed) : minUsd(billed, quoted)

/** Whether an account, by its mark, is the one that an order was sent to. @param account undefined for who needs no account */
export const isOfAccount = (order: Pick<Order, 'account'>, account: string | undefined): boolean =>
  order.account === (account ?? null)
