import type { Generated } from 'kysely'
import type { Brief } from '../domain/brief.ts'
import type { VendorTrouble } from '../domain/errors.ts'
import type { Json } from '../domain/json.ts'
import type { Funds, Usd } from '../domain/money.ts'
import type { Job, OrderPort, OrderState } from '../domain/order.ts'
import type { ProductionEvent, ProductionState, Stage, Wanted } from '../domain/production.ts'
import type { Review } from '../domain/review.ts'
import type { FoundClip } from '../domain/shelf.ts'
import type { Take } from '../domain/take.ts'
import type { LedgerEntry } from '../ports/ledger-store.ts'
import type { DocumentKind } from '../ports/production-store.ts'

/** PostgreSQL schema that holds every table of ours, so that a shared database stays tidy. */
export const schemaName = 'claude_studio'

/**
 * The tables as they are after the newest migration. Money is `bigint` micro-dollars, read as safe whole numbers;
 * instants are `timestamptz`, read as ISO 8601 UTC text; days are `date`, read as `YYYY-MM-DD`.
 */
export interface Tables {
  readonly tenants: TenantTable
  readonly tenant_caps: TenantCapTable
  readonly productions: ProductionTable
  readonly ledger_accounts: LedgerAccountTable
  readonly ledger_days: LedgerDayTable
  readonly ledger_holds: LedgerHoldTable
  readonly ledger_entries: LedgerEntryTable
  readonly orders: OrderTable
  readonly vendor_rests: VendorRestTable
  readonly stray_jobs: StrayJobTable
  readonly vendor_measures: VendorMeasureTable
  readonly vendor_told_slots: VendorToldSlotsTable
  readonly found_clips: FoundClipTable
  readonly documents: DocumentTable
  readonly takes: TakeTable
  readonly reviews: ReviewTable
  readonly events: EventTable
  readonly progress: ProgressTable
}

/** One row a tenant; locked first by whatever moves money. */
export interface TenantTable {
  id: string
  created_at: Generated<string>
}

/** Caps of a tenant; one that nobody has set has no row. */
export interface TenantCapTable {
  tenant: string
  scope: 'day' | 'month'
  funds: Funds
  /** Null where somebody chose to have none. */
  cap: Usd | null
}

/** A production; a deleted one stays as a tombstone without brief and concept. */
export interface ProductionTable {
  tenant: string
  id: string
  concept: string
  /** Null in a tombstone. */
  brief: Brief | null
  state: ProductionState
  stage: Stage
  until: Stage | null
  wanted: Wanted
  funds: Funds
  output_dir: string
  reason: string
  attempt: number
  /** Seq of the newest event, 0 for none. */
  last_seq: Generated<number>
  created_at: Generated<string>
  updated_at: Generated<string>
  deleted_at: string | null
}

/** A production's money per funds, as running sums of its holds. */
export interface LedgerAccountTable {
  tenant: string
  production: string
  funds: Funds
  cap: Usd
  /** Billed so far, overruns included. */
  settled: Generated<Usd>
  /** Open holds of orders, without the bond. */
  held: Generated<Usd>
  bond: Generated<Usd>
  overrun: Generated<Usd>
  /** Part of `overrun` that a person has accepted by raising the cap; it blocks nothing any more. */
  overrun_accepted: Generated<Usd>
}

/** A tenant's money per UTC day and funds, as running sums of the holds of that day. `held` includes bonds. */
export interface LedgerDayTable {
  tenant: string
  funds: Funds
  day: string
  settled: Usd
  held: Usd
  overrun: Usd
}

/** Money held for an order, or for the bond under the key `bond`; a row per UTC day it was held on. */
export interface LedgerHoldTable {
  tenant: string
  production: string
  key: string
  funds: Funds
  day: string
  held: Usd
  settled: Usd
  overrun: Usd
}

/** One line of the money trail. */
export interface LedgerEntryTable {
  id: Generated<number>
  tenant: string
  production: string
  at: Generated<string>
  kind: LedgerEntry['kind']
  key: string
  amount: Usd
  free: Usd
}

/** One paid request. */
export interface OrderTable {
  tenant: string
  key: string
  production: string
  port: OrderPort
  model: string
  /** Part of `model` before the slash: the account whose slots the order takes. */
  vendor: string
  request_hash: string
  /** Null in orders older than this column. */
  request: Json
  state: OrderState
  funds: Funds
  quoted: Usd
  held: Generated<Usd>
  billed: Generated<Usd>
  assumed: Generated<Usd>
  submissions: Generated<number>
  doubtful: Generated<number>
  submitted_at: string | null
  job: Job | null
  output_hash: string | null
  /** Null until something is delivered. */
  output: Json
  reason: Generated<string>
  trouble: VendorTrouble | null
  /** Null before it was sent, for stand-ins, and in orders older than this column. */
  account: string | null
  chain: string | null
  /** Orders of the chain that come after it. */
  chain_left: number | null
  /** When it last asked for a slot in vain. */
  wanted_at: string | null
  /** Since when nothing can be read that its vendor says of it; null when it can, or was not asked yet. */
  unreadable_since: string | null
  created_at: Generated<string>
  updated_at: Generated<string>
}

/** A vendor account that asked to be left alone. */
export interface VendorRestTable {
  tenant: string
  vendor: string
  funds: Funds
  /** Mark of the account, as in its orders; empty for who needs none. */
  account: string
  until: string
}

/** A job that an order had beside its own: paid, and nobody's until it is salvaged. */
export interface StrayJobTable {
  tenant: string
  order_key: string
  vendor: string
  funds: Funds
  model: string
  job: Job
  found_at: Generated<string>
}

/** What was measured of a vendor account in an hour of the day. */
export interface VendorMeasureTable {
  tenant: string
  vendor: string
  funds: Funds
  /** As `Order.account` has it; empty where it is not known. */
  account: string
  model: string
  hour: number
  slots: number
  is_limit: boolean
  per_minute: number | null
  queue_ms: number | null
  make_ms: number | null
  clips: number
  measured_at: Generated<string>
}

/** What a vendor told of the slots of an account. */
export interface VendorToldSlotsTable {
  tenant: string
  vendor: string
  funds: Funds
  /** As `Order.account` has it. */
  account: string
  model: string
  slots: number
  told_at: Generated<string>
}

/** A clip on the shelf that is no take of any run. */
export interface FoundClipTable {
  tenant: string
  vendor: string
  funds: Funds
  job: Job
  source: FoundClip['source']
  model: string | null
  prompt: string
  /** When the vendor made it. */
  made_at: string | null
  billed: Usd | null
  /** SHA-256 of the bytes as delivered. */
  hash: string
  depicted: readonly string[]
  leader_frames: number
  seconds: number
  width: number | null
  height: number | null
  order_key: string | null
  /** Run whose order it came of; a person who destroys that run's footage means this, too. */
  production: string | null
  found_at: Generated<string>
}

/** One document of a production. */
export interface DocumentTable {
  tenant: string
  production: string
  kind: DocumentKind
  key: string
  body: Json
  updated_at: Generated<string>
}

/** One take. */
export interface TakeTable {
  ordinal: Generated<number>
  tenant: string
  production: string
  pilot: string
  slate: string
  body: Take
  /** When the production was deleted and the take went to the shelf. */
  shelved_at: string | null
  created_at: Generated<string>
}

/** The review of one take. */
export interface ReviewTable {
  tenant: string
  production: string
  pilot: string
  slate: string
  body: Review
  updated_at: Generated<string>
}

/** One event of a production. */
export interface EventTable {
  tenant: string
  production: string
  seq: number
  key: string
  event: string
  body: ProductionEvent['body']
  at: Generated<string>
}

/** Work in hand; unlogged. */
export interface ProgressTable {
  tenant: string
  production: string
  subject: string
  fraction: number
}
