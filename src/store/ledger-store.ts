import type { Kysely, Transaction } from 'kysely'
import { sql } from 'kysely'
import { vendorOf } from '../domain/catalogue-model.ts'
import { StudioError } from '../domain/errors.ts'
import type { Usd } from '../domain/money.ts'
import { exactUsd, scaleUsd, sumUsd, zeroUsd } from '../domain/money.ts'
import { type Order, type OrderState, orderStates, severalAccounts } from '../domain/order.ts'
import {
  advanceOrder,
  isOrderClosed,
  isSameJob,
  type OrderEvent,
  type OrderStep,
  withoutClaimedJob,
} from '../domain/order-machine.ts'
import type { VendorRest } from '../domain/vendor-measure.ts'
import type {
  LedgerStore,
  LedgerTotals,
  OrderDraft,
  OrderFields,
  WishedCap,
} from '../ports/ledger-store.ts'
import type { Database } from './database.ts'
import { accountOf, type LedgerTerms } from './ledger-accounts.ts'
import { holdFor, releaseHold, setBondTo, settleHold } from './ledger-holds.ts'
import type { Run } from './ledger-locks.ts'
import { ensureTenant, lockOrder, lockRun, lockTenant, storeTime, utcDay } from './ledger-locks.ts'
import {
  availableNow,
  capsOf,
  freeNow,
  reservedBeside,
  reservedOf,
  spendSince,
  totalsOf,
  trailOf,
} from './ledger-reports.ts'
import { endUnreadable, isRepeat, orderFromRow, unreadableSince } from './order-rows.ts'
import { deletedRun, lockLiving } from './production-rows.ts'
import { jsonb, storableText } from './stored-json.ts'
import type { Tables } from './tables.ts'
import { endRests, keepStray, letRest, restsOf, unclaimed, unexplained } from './vendor-rows.ts'

/** The ledger, with what is a person's to decide: a production's cap, and that a vendor is not left alone any longer. */
export interface TenantLedger extends LedgerStore {
  /**
   * Raise a production's cap. Accepts the overrun there is, so that new holds are granted again.
   *
   * @throws StudioError `bad-input` unless the cap is above the present one; `not-found`
   */
  raiseCap(production: string, cap: Usd): Promise<LedgerTotals>
  /** Set caps of the tenant where nobody has set one yet; null for none. */
  proposeCaps(caps: readonly WishedCap[]): Promise<void>
  /** Rests that the accounts of a vendor asked for and that have not ended, the longest first. */
  rests(vendor: string): Promise<readonly VendorRest[]>
  /** End the rests of some accounts of a vendor, by their marks, so that the next order leaves for them. */
  endRests(vendor: string, accounts: readonly string[]): Promise<void>
}

/**
 * A tenant's ledger.
 *
 * @param terms Default: the clock of the database server, and no caps but the ledger's
 */
export const ledgerStore = (
  database: Database,
  tenant: string,
  { clock = null, ownCaps = [] }: Partial<LedgerTerms> = {},
): TenantLedger => ({
  draft: (draft) => database.write((tables) => writeDraft(tables, tenant, draft)),
  hold: (key, slots, useBond, account = null) =>
    database.write(async (tables) => {
      const locked = await lockOrder(tables, tenant, key)
      const day = await utcDay(tables, clock)
      return holdFor(tables, { ...locked, day, ownCaps, slots, useBond, account, again: null })
    }),
  holdAgain: (key, again, slots, useBond, account = null) =>
    database.write(async (tables) => {
      const locked = await lockOrder(tables, tenant, key)
      const day = await utcDay(tables, clock)
      return holdFor(tables, { ...locked, day, ownCaps, slots, useBond, account, again })
    }),
  begin: (key, account) =>
    database.write(async (tables) => {
      const { order, run } = await lockOrder(tables, tenant, key)
      if (order.state !== 'held') return null
      const event = { kind: 'submission-started' } as const
      const sentTo = { account: accountOfSubmissions(order, account) }
      return advanceLocked(tables, run, order, { event, fields: {}, sentTo })
    }),
  unclaimed: (key, jobs) => database.read((tables) => unclaimed(tables, tenant, key, jobs)),
  unexplained: (key, jobs) => database.read((tables) => unexplained(tables, tenant, key, jobs)),
  now: () => database.read(storeTime),
  unreadableSince: (key, nowMs) =>
    database.write((tables) => unreadableSince(tables, { tenant, key }, nowMs)),
  endUnreadable: (key) => database.write((tables) => endUnreadable(tables, { tenant, key })),
  advance: (key, event, fields = {}) =>
    database.write(async (tables) => {
      const { order, run } = await lockOrder(tables, tenant, key)
      if (isRepeat(order, event, fields)) return order
      const told = (await isClaimed(tables, run, order, event)) ? withoutClaimedJob(event) : event
      return told ? await advanceLocked(tables, run, order, { event: told, fields }) : order
    }),
  order: (key) => database.read((tables) => findOrder(tables, tenant, key)),
  orders: (production) =>
    database.read(async (tables) => {
      const rows = await tables
        .selectFrom('orders')
        .selectAll()
        .where((where) => where.and({ tenant, production }))
        .orderBy('created_at')
        .orderBy('key')
        .execute()
      return rows.map(orderFromRow)
    }),
  asSubmitter: (key, run) => database.withLock(submitterLock(tenant, key), run),
  asSubmitterIfFree: async (key, run) => {
    const release = await database.tryLock(submitterLock(tenant, key))
    if (release === null) return null
    try {
      return await run()
    } finally {
      await release()
    }
  },
  setBond: (production, amount) =>
    database.write(async (tables) => {
      const run = await lockRun(tables, tenant, production)
      return setBondTo(tables, { run, amount, ownCaps, day: await utcDay(tables, clock) })
    }),
  ...reports(database, tenant, { clock, ownCaps }),
  ...caps(database, tenant, ownCaps),
  rests: (vendor) => database.read((tables) => restsOf(tables, tenant, vendor)),
  endRests: (vendor, accounts) =>
    database.write((tables) => endRests(tables, tenant, vendor, accounts)),
})

const submitterLock = (tenant: string, key: string): string =>
  `claude-studio submitter\n${tenant}\n${key}`

/** How much may be spent. */
const caps = (
  database: Database,
  tenant: string,
  ownCaps: LedgerTerms['ownCaps'],
): Pick<TenantLedger, 'setCap' | 'caps' | 'proposeCaps' | 'raiseCap'> => ({
  setCap: (scope, funds, cap) =>
    database.write((tables) => writeCap(tables, tenant, { scope, funds, cap })),
  caps: () =>
    database.write(async (tables) => {
      await ensureTenant(tables, tenant)
      return capsOf(tables, tenant, ownCaps)
    }),
  proposeCaps: (caps) => database.write((tables) => ensureTenant(tables, tenant, caps)),
  raiseCap: (production, cap) =>
    database.write(async (tables) => {
      await raiseCap(tables, await lockRun(tables, tenant, production), cap)
      return totalsOf(tables, tenant, production)
    }),
})

/** What is only read, of orders and money as they stand. */
const reports = (
  database: Database,
  tenant: string,
  { clock, ownCaps }: LedgerTerms,
): Pick<
  LedgerStore,
  | 'openOrders'
  | 'allOrders'
  | 'totals'
  | 'available'
  | 'freeUnder'
  | 'trail'
  | 'reservedBeside'
  | 'reserved'
  | 'spend'
> => ({
  openOrders: () => database.read((tables) => ordersIn(tables, tenant, openStates)),
  allOrders: () => database.read((tables) => ordersIn(tables, tenant, orderStates)),
  totals: (production) => database.read((tables) => totalsOf(tables, tenant, production)),
  available: (production) =>
    database.read((tables) => availableNow(tables, { tenant, production }, { clock, ownCaps })),
  freeUnder: (production) =>
    database.read((tables) => freeNow(tables, { tenant, production }, { clock, ownCaps })),
  trail: (production) => database.read((tables) => trailOf(tables, tenant, production)),
  reservedBeside: (production, scope) =>
    database.read((tables) => reservedBeside(tables, { tenant, production }, { scope, clock })),
  reserved: (funds, scope) =>
    database.read((tables) => reservedOf(tables, { tenant, funds }, { scope, clock })),
  spend: (sinceIso) => database.read((tables) => spendSince(tables, tenant, sinceIso)),
})

const writeCap = async (
  tables: Transaction<Tables>,
  tenant: string,
  { scope, funds, cap }: WishedCap,
): Promise<void> => {
  await lockTenant(tables, tenant)
  await tables
    .insertInto('tenant_caps')
    .values({ tenant, scope, funds, cap })
    .onConflict((conflict) => conflict.columns(['tenant', 'scope', 'funds']).doUpdateSet({ cap }))
    .execute()
}

const findOrder = async (
  tables: Kysely<Tables>,
  tenant: string,
  key: string,
): Promise<Order | null> => {
  const row = await tables
    .selectFrom('orders')
    .selectAll()
    .where((where) => where.and({ tenant, key }))
    .executeTakeFirst()
  return row ? orderFromRow(row) : null
}

const openStates = orderStates.filter((state) => state !== 'drafted' && !isOrderClosed(state))

const ordersIn = async (
  tables: Kysely<Tables>,
  tenant: string,
  states: readonly OrderState[],
): Promise<readonly Order[]> => {
  const rows = await tables
    .selectFrom('orders')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('state', 'in', states)
    .orderBy('created_at')
    .orderBy('key')
    .execute()
  return rows.map(orderFromRow)
}

const writeDraft = async (
  tables: Transaction<Tables>,
  tenant: string,
  draft: OrderDraft,
): Promise<Order> => {
  if (!(draft.quoted >= 0)) throw new TypeError(`A quote is not negative; got ${draft.quoted}`)
  await lockLiving(tables, tenant, draft.production)
  const { key, production, port, model, funds, quoted, request } = draft
  await tables
    .insertInto('orders')
    .values({
      ...{ tenant, key, production, port, model, funds, quoted },
      vendor: vendorOf(model),
      request_hash: draft.requestHash,
      request: jsonb(request),
      chain: draft.chain?.name ?? null,
      chain_left: draft.chain?.left ?? null,
      state: 'drafted',
    })
    .onConflict((conflict) => conflict.columns(['tenant', 'key']).doNothing())
    .execute()
  const order = await findOrder(tables, tenant, key)
  if (order?.requestHash === draft.requestHash) return order
  throw new StudioError({
    code: 'order-conflict',
    message: `Order "${key}" was written down with another request (${order?.requestHash.slice(0, 12)}, now ${draft.requestHash.slice(0, 12)}). Nothing was sent. A changed request needs a new attempt number.`,
  })
}

const advanceLocked = async (
  tables: Transaction<Tables>,
  run: Run,
  order: Order,
  change: {
    readonly event: OrderEvent
    readonly fields: OrderFields
    readonly sentTo?: Pick<Order, 'account'>
  },
): Promise<Order> => {
  const { event, fields, sentTo } = change
  if (event.kind === 'hold-granted') {
    throw new TypeError('Money is held by hold(), not by telling the order that it was')
  }
  if (event.kind === 'submission-started' && run.wanted !== 'run') throw unwantedRun(run)
  const next = advanceOrder(order, event)
  if (next.stray) await keepStray(tables, run, order, next.stray)
  if (fields.restMs) await letRest(tables, run, order, fields.restMs)
  if (next.state === order.state && next.hold === 'none') return order
  const assumed = scaleUsd(order.quoted, next.assumed)
  const billed = billedBy(order, next, fields, assumed)
  if (next.hold === 'settle') await settleHold(tables, run, order, billed)
  if (next.hold === 'release') await releaseHold(tables, run, order)
  const closes = next.hold === 'settle' || next.hold === 'release'
  const row = await tables
    .updateTable('orders')
    .set({
      ...{ state: next.state, billed, assumed: sumUsd(order.assumed, assumed) },
      ...{ submissions: next.submissions, doubtful: next.doubtful },
      held: closes ? zeroUsd : order.held,
      job: next.job === null ? null : jsonb(next.job),
      updated_at: sql<string>`clock_timestamp()`,
      ...saidBy(event),
      ...(isTakenUp(order, next) && { reason: '', trouble: null }),
      ...deliveredIn(fields),
      ...sentTo,
    })
    .where((where) => where.and({ tenant: run.tenant, key: order.key }))
    .returningAll()
    .executeTakeFirstOrThrow()
  return orderFromRow(row)
}

/** The account of all submissions that nobody can tell of, with one more. */
const accountOfSubmissions = (before: Order, account: string | null): string | null =>
  before.doubtful === 0 || before.account === account ? account : severalAccounts

/** What an event says of an order in words, and when it left. */
const saidBy = (event: OrderEvent) => {
  if (event.kind === 'submission-started') {
    return { submitted_at: sql<string>`clock_timestamp()`, reason: '', trouble: null }
  }
  return {
    ...('reason' in event && { reason: storableText(event.reason) }),
    ...('trouble' in event && { trouble: event.trouble ?? null }),
  }
}

/** Whether an order that nobody could tell of has its job now: what was said of it until then is over. */
const isTakenUp = (before: Order, { state }: Pick<Order, 'state'>): boolean =>
  state === 'accepted' && before.state !== 'accepted'

const deliveredIn = ({ outputHash, output }: OrderFields) => ({
  ...(outputHash !== undefined && { output_hash: outputHash }),
  ...(output !== undefined && { output: jsonb(output) }),
})

/** Whether an event brings a job that another order has; the tenant's lock keeps it so until this is committed. */
const isClaimed = async (
  tables: Transaction<Tables>,
  { tenant }: Run,
  { key, job }: Order,
  event: OrderEvent,
): Promise<boolean> =>
  'job' in event &&
  event.job !== null &&
  !isSameJob(event.job, job) &&
  (await unclaimed(tables, tenant, key, [event.job])).length === 0

/** A request is not sent for a run that was told to stop after its money was held. */
const unwantedRun = ({ production, wanted }: Run): StudioError => {
  if (wanted === 'deleted') return deletedRun(production)
  return new StudioError(
    wanted === 'cancel'
      ? { code: 'run-cancelled', message: `Run ${production} was cancelled.` }
      : { code: 'run-paused', message: `Run ${production} is pausing.` },
  )
}

/** What is billed by now: what the vendor told, and the worst case of what nobody can learn. */
const billedBy = (order: Order, next: OrderStep, { billed }: OrderFields, assumed: Usd): Usd => {
  if (next.hold !== 'settle') {
    if (billed) throw new TypeError(`Order ${order.key} is not settled by this event`)
    return order.billed
  }
  if (next.assumed === 0 && (billed === undefined || billed < 0)) {
    throw new TypeError(`Order ${order.key} is settled: say what was billed, 0 for nothing`)
  }
  return sumUsd(billed ?? zeroUsd, assumed)
}

const raiseCap = async (tables: Transaction<Tables>, run: Run, cap: Usd): Promise<void> => {
  const account = await accountOf(tables, run)
  if (!(cap > account.cap)) {
    throw new StudioError({
      code: 'bad-input',
      message: `The cap of run "${run.production}" is ${exactUsd(account.cap)} and can only be raised; ${exactUsd(cap)} is not more.`,
    })
  }
  await tables
    .updateTable('ledger_accounts')
    .set({ cap, overrun_accepted: sql<Usd>`overrun` })
    .where((where) => where.and({ tenant: run.tenant, production: run.production }))
    .execute()
}
