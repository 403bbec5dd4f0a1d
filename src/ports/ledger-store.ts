import type { Json } from '../domain/json.ts'
import type { Funds, Usd } from '../domain/money.ts'
import type { Job, Order } from '../domain/order.ts'
import type { OrderEvent } from '../domain/order-machine.ts'
import type { ProductionState } from '../domain/production.ts'

/** A cap that can stop a hold. */
export type CapScope = 'production' | 'day' | 'month'

/** A cap of the tenant on what it spends in a UTC day or month. */
export interface TenantCap {
  readonly scope: 'day' | 'month'
  readonly funds: Funds
  readonly cap: Usd
}

/** A cap as somebody wants it; null for none. */
export type WishedCap = Pick<TenantCap, 'scope' | 'funds'> & { readonly cap: Usd | null }

/** Money that is free under one cap; negative where a cap was lowered or a bill went over its hold. */
export interface FreeUnder {
  readonly scope: CapScope
  readonly cap: Usd
  readonly free: Usd
}

/** What came of asking for money. */
export type HoldAnswer =
  | { readonly kind: 'granted'; readonly order: Order }
  /** Not enough money under a cap. `available` is what a hold could be now. */
  | {
      readonly kind: 'refused'
      readonly scope: CapScope
      readonly cap: Usd
      readonly available: Usd
    }
  /** A bill went over its hold; nothing is held until a person raises the cap. */
  | { readonly kind: 'blocked-by-overrun'; readonly overrun: Usd }
  /** All the vendor account's slots are taken; ask again later. */
  | { readonly kind: 'no-slot' }
  /** The vendor account has asked for a rest; worth asking again after `waitMs`. */
  | { readonly kind: 'resting'; readonly reason: string; readonly waitMs: number }
  /** The run is paused, cancelled or deleted. */
  | { readonly kind: 'not-wanted'; readonly wanted: 'pause' | 'cancel' | 'deleted' }

/** An order as first written down. */
export interface OrderDraft {
  readonly key: string
  readonly production: string
  readonly port: Order['port']
  readonly model: string
  readonly requestHash: string
  /** What the hash is made of. */
  readonly request: Json
  readonly funds: Funds
  /** Worst case of one submission. */
  readonly quoted: Usd
  /** The continuity chain it is a link of, and how many links come after it; null for what stands alone. */
  readonly chain: OrderChain | null
}

/** Where an order stands in a chain of orders that wait for each other. */
export interface OrderChain {
  /** Unique within its production. */
  readonly name: string
  /** Orders that come after it. Who has more to come is served first. */
  readonly left: number
}

/** Fields that a transition writes along with the state. */
export interface OrderFields {
  readonly outputHash?: string
  readonly output?: Json
  /** What the vendor billed, required by every transition that settles, unless its bill is unknown; the hold is settled at this amount. */
  readonly billed?: Usd
  /** How long the vendor account is to be left alone, in milliseconds, when the order was not accepted. */
  readonly restMs?: number
}

/** A production's money. */
export interface LedgerTotals {
  readonly cap: Usd
  readonly settled: Usd
  /** Open holds of orders, without the bond. */
  readonly held: Usd
  /** What is left of the completion bond. */
  readonly bond: Usd
  /** Sum of what bills went over their holds. */
  readonly overrun: Usd
  /** Part of it that no person has accepted by raising the cap: while there is any, nothing new is held. */
  readonly overrunOpen: Usd
  readonly funds: Funds
}

/** A tenant's money of one UTC day in one kind of funds. */
export interface SpendDay {
  readonly day: string
  readonly funds: Funds
  readonly settled: Usd
  /** Part of `settled` that runs spent which are deleted by now. */
  readonly settledOfDeleted: Usd
  /** Open holds of orders, without bonds. */
  readonly held: Usd
  /** What is left of completion bonds. */
  readonly bond: Usd
}

/** What a run keeps reserved: its completion bond, and holds of orders that are not closed. */
export interface Reserved {
  readonly production: string
  readonly state: ProductionState
  /** Whether it is a test of a provider. */
  readonly isTest: boolean
  readonly bond: Usd
  readonly held: Usd
}

/** One line of the money trail. */
export interface LedgerEntry {
  /** ISO 8601, UTC. */
  readonly at: string
  readonly kind: 'hold' | 'settle' | 'release' | 'overrun' | 'bond' | 'bond-used' | 'bond-released'
  /** Order key, or `bond`. */
  readonly key: string
  readonly amount: Usd
  /** Balance that is still free under the production's cap after this line. */
  readonly free: Usd
}

/** A job that no other order has, and that no order had beside its own. */
export interface UnexplainedJob {
  readonly job: Job
  /** Whether its clip is on the cutting-room shelf. */
  readonly isShelved: boolean
}

/**
 * Holds, bills and orders: every answer is one committed transaction, locks taken tenant first, then production.
 * Invariant at every instant: settled − overrun + held + bond <= cap, for production, day and month.
 */
export interface LedgerStore {
  /**
   * Write an order down, or find the one that has its key.
   *
   * @throws StudioError `order-conflict` when the key exists with another request hash
   */
  draft(draft: OrderDraft): Promise<Order>
  /**
   * Hold the order's worst case. Slots are the orders open on the model's vendor account.
   *
   * @param slots most orders open at once on the vendor account
   * @param useBond whether the completion bond may pay: set for orders that finish the film
   * @param account mark of the account that it is to leave for, whose rest and slots count. Default: it needs none
   */
  hold(key: string, slots: number, useBond: boolean, account?: string | null): Promise<HoldAnswer>
  /**
   * Hold the worst case once more for an order whose answer was lost, beside what is held, so that it may be sent again. An
   * order that has moved on meanwhile is answered as it stands.
   *
   * @param submission number of the submission that nobody can tell of
   * @param account as in {@link LedgerStore.hold}
   */
  holdAgain(
    key: string,
    submission: number,
    slots: number,
    useBond: boolean,
    account?: string | null,
  ): Promise<HoldAnswer>
  /**
   * Write down that a held order is about to leave; null when it is not held any more: somebody else was quicker.
   *
   * @param account mark of the account that it leaves for; null for who needs none
   * @throws StudioError `run-paused`, `run-cancelled`, `run-deleted`: it must not leave
   */
  begin(key: string, account: string | null): Promise<Order | null>
  /** Those of these jobs that no other order of the same vendor account has. */
  unclaimed(key: string, jobs: readonly Job[]): Promise<readonly Job[]>
  /** Those of these jobs that no order of the same vendor account explains, in the order given. */
  unexplained(key: string, jobs: readonly Job[]): Promise<readonly UnexplainedJob[]>
  /** The store's own time, the one clock all machines share, in milliseconds since 1970-01-01 UTC. */
  now(): Promise<number>
  /**
   * Since when nothing can be read that the vendor says of an order, in milliseconds since 1970-01-01 UTC: from `nowMs` on, unless
   * that was written down before and has not ended.
   *
   * @param nowMs as {@link LedgerStore.now} tells it
   */
  unreadableSince(key: string, nowMs: number): Promise<number>
  /** Write down that what the vendor says of an order can be read, or that a person is asked about it from now on. */
  endUnreadable(key: string): Promise<void>
  /** Move an order on; the hold is settled, released or kept in the same transaction, as `advanceOrder` says. */
  advance(key: string, event: OrderEvent, fields?: OrderFields): Promise<Order>
  order(key: string): Promise<Order | null>
  orders(production: string): Promise<readonly Order[]>
  /** Orders of all productions, deleted ones too, that money is held for: neither drafted nor closed. Oldest first. */
  openOrders(): Promise<readonly Order[]>
  /** Orders of all productions, deleted ones too. Oldest first. */
  allOrders(): Promise<readonly Order[]>
  /** Run while being the only one, over all machines, that submits this key. */
  asSubmitter<Result>(key: string, run: () => Promise<Result>): Promise<Result>
  /** As {@link LedgerStore.asSubmitter}, unless somebody submits this key just now: then null, and nothing is run. */
  asSubmitterIfFree<Result>(key: string, run: () => Promise<Result>): Promise<Result | null>
  /** Set the completion bond to an amount; lowering frees the rest. Returns what was possible. */
  setBond(production: string, amount: Usd): Promise<HoldAnswer | { readonly kind: 'bonded' }>
  totals(production: string): Promise<LedgerTotals>
  /** What a new hold could be right now, over all caps. */
  available(production: string): Promise<Usd>
  /** What is free, without the bond, under each cap that a new hold must respect right now, the production's first. */
  freeUnder(production: string): Promise<readonly FreeUnder[]>
  trail(production: string): Promise<readonly LedgerEntry[]>
  /** What other runs keep reserved of the funds of a run, in the UTC day or month that runs; most first. */
  reservedBeside(production: string, scope: 'day' | 'month'): Promise<readonly Reserved[]>
  /** What all runs keep reserved of one kind of funds in the UTC day or month that runs; most first. */
  reserved(funds: Funds, scope: 'day' | 'month'): Promise<readonly Reserved[]>
  /** Money of the tenant per UTC day, newest first. */
  spend(sinceIso: string): Promise<readonly SpendDay[]>
  /** Set the cap of the tenant for a UTC day or month, for everybody who uses the ledger; null for none. */
  setCap(scope: 'day' | 'month', funds: Funds, cap: Usd | null): Promise<void>
  /** The caps that count: where whoever asks has caps of their own, the stricter ones. */
  caps(): Promise<readonly TenantCap[]>
}
