import type { Json } from './json.ts'
import type { Funds, Usd } from './money.ts'

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
  'delivered',
  'refused',
  'failed',
  'unknown',
  'parked',
  'written-off',
] as const

/** One of {@link orderStates}. */
export type OrderState = (typeof orderStates)[number]

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
  readonly state: OrderState
  readonly funds: Funds
  /** Worst case, held while the outcome is open. */
  readonly quoted: Usd
  readonly held: Usd
  /** What was billed so far. */
  readonly billed: Usd
  /** Times the request left for the vendor. */
  readonly submissions: number
  readonly job: Job | null
  /** SHA-256 of the stored delivery; for `llm` the hash of the reply. */
  readonly outputHash: string | null
  /** What the delivery says of itself (`depicted`, `leaderFrames`, …) or, for `llm`, the reply. */
  readonly output: Json
  /** Reason in words, for refused, failed, unknown and parked orders. */
  readonly reason: string
  /** ISO 8601, UTC. */
  readonly createdAt: string
  readonly updatedAt: string
}

/** Something that happened to an order. */
export type OrderEvent =
  | { readonly kind: 'hold-granted' }
  | { readonly kind: 'submission-started' }
  | { readonly kind: 'accepted'; readonly job: Job }
  | { readonly kind: 'not-accepted'; readonly retry: 'later' | 'never'; readonly reason: string }
  | { readonly kind: 'answer-lost'; readonly reason: string }
  | { readonly kind: 'job-found'; readonly job: Job }
  | { readonly kind: 'proved-absent' }
  | { readonly kind: 'cannot-tell'; readonly reason: string }
  | { readonly kind: 'delivered' }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'adopted-by-person'; readonly job: Job }
  | { readonly kind: 'resubmitted-by-person' }
  | { readonly kind: 'written-off-by-person'; readonly reason: string }

/** What becomes of the hold when an order moves on. */
export type HoldEffect = 'none' | 'settle' | 'release' | 'keep'

/** The next state, and what it does to the money. */
export interface OrderStep {
  readonly state: OrderState
  readonly hold: HoldEffect
}

const step = (state: OrderState, hold: HoldEffect = 'none'): OrderStep => ({ state, hold })

/**
 * The paid-order protocol as a pure state machine. Money is never let go while the vendor could still bill:
 * only a proven outcome settles or releases a hold.
 *
 * @throws TypeError for an event that cannot happen in this state
 */
export const advanceOrder = (state: OrderState, event: OrderEvent): OrderStep => {
  const next = transitions[state]?.(event)
  if (!next) throw new TypeError(`An order that is ${state} cannot meet "${event.kind}"`)
  return next
}

const outcome = (event: OrderEvent): OrderStep | undefined => {
  if (event.kind === 'delivered') return step('delivered', 'settle')
  if (event.kind === 'refused') return step('refused', 'settle')
  if (event.kind === 'failed') return step('failed', 'settle')
  return undefined
}

const reconciled = (event: OrderEvent): OrderStep | undefined => {
  if (event.kind === 'job-found') return step('accepted', 'keep')
  if (event.kind === 'proved-absent') return step('held', 'keep')
  if (event.kind === 'cannot-tell') return step('parked', 'keep')
  return undefined
}

const decided = (event: OrderEvent): OrderStep | undefined => {
  if (event.kind === 'adopted-by-person') return step('accepted', 'keep')
  if (event.kind === 'resubmitted-by-person') return step('held', 'keep')
  if (event.kind === 'written-off-by-person') return step('written-off', 'settle')
  return undefined
}

const transitions: Readonly<Record<OrderState, (event: OrderEvent) => OrderStep | undefined>> = {
  drafted: (event) => (event.kind === 'hold-granted' ? step('held') : undefined),
  held: (event) => {
    if (event.kind === 'submission-started') return step('submitting')
    if (event.kind === 'failed') return step('failed', 'release')
    return undefined
  },
  submitting: (event) => {
    if (event.kind === 'accepted') return step('accepted', 'keep')
    if (event.kind === 'not-accepted') {
      return event.retry === 'later' ? step('held', 'keep') : step('failed', 'release')
    }
    if (event.kind === 'answer-lost') return step('unknown', 'keep')
    return outcome(event)
  },
  accepted: (event) => (event.kind === 'cannot-tell' ? step('parked', 'keep') : outcome(event)),
  unknown: (event) => reconciled(event) ?? decided(event),
  parked: (event) => decided(event) ?? reconciled(event),
  delivered: () => undefined,
  refused: () => undefined,
  failed: () => undefined,
  'written-off': () => undefined,
}

/** Whether nothing more can happen to an order. */
export const isOrderClosed = (state: OrderState): boolean =>
  state === 'delivered' || state === 'refused' || state === 'failed' || state === 'written-off'
