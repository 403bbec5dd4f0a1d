import type { Transaction } from 'kysely'
import { sql } from 'kysely'
import { vendorOf } from '../domain/catalogue-model.ts'
import type { Usd } from '../domain/money.ts'
import {
  maxUsd,
  microUsd,
  minUsd,
  scaleUsd,
  subtractUsd,
  sumUsd,
  zeroUsd,
} from '../domain/money.ts'
import { type Order, severalAccounts } from '../domain/order.ts'
import { advanceOrder } from '../domain/order-machine.ts'
import type { HoldAnswer, TenantCap } from '../ports/ledger-store.ts'
import type { Account } from './ledger-accounts.ts'
import {
  accountOf,
  bondKey,
  freeInAccount,
  freeUnderCaps,
  lotsOf,
  move,
  note,
  partsOf,
  tightest,
} from './ledger-accounts.ts'
import type { Run } from './ledger-locks.ts'
import { orderFromRow } from './order-rows.ts'
import { jsonb } from './stored-json.ts'
import type { Tables } from './tables.ts'
import { keepStray, restOf } from './vendor-rows.ts'

/** What a hold is asked for, with everything locked. */
export interface HoldRequest {
  readonly order: Order
  readonly run: Run
  /** UTC day the hold will belong to. */
  readonly day: string
  /** Caps of whoever asks, beside the ledger's. */
  readonly ownCaps: readonly TenantCap[]
  readonly slots: number
  /** Mark of the account that the order is to leave for; null for who needs none. */
  readonly account: string | null
  readonly useBond: boolean
  /** Number of the submission whose answer was lost, when its worst case is held once more; null for a first hold. */
  readonly again: number | null
}

/**
 * Hold an order's worst case. What is free pays first, so that the bond stays whole as long as it can; the part that
 * the bond must pay moves from its hold to the order's and keeps its day, because that day's caps granted it. Where a cap is passed
 * already, by a bill over its hold or because it was lowered, the bond pays that much less.
 * An order that is past its hold is answered as it stands.
 */
export const holdFor = async (
  tables: Transaction<Tables>,
  request: HoldRequest,
): Promise<HoldAnswer> => {
  const { order, run, day, ownCaps, useBond, again } = request
  if (!mayHold(order, again)) return { kind: 'granted', order }
  if (run.wanted !== 'run') return { kind: 'not-wanted', wanted: run.wanted }
  const rest = await restOf(tables, request)
  if (rest) return { kind: 'resting', ...rest }
  if (!(await hasSlot(tables, request))) return { kind: 'no-slot' }
  const account = await accountOf(tables, { ...run, funds: order.funds })
  const blocked = blockedBy(account)
  if (blocked) return blocked
  if (order.state === 'held') return { kind: 'granted', order: await touch(tables, run, order) }

  const limit = tightest(await freeUnderCaps(tables, account, { day, ownCaps }))
  // What lies past a cap already is taken from what the bond can pay.
  const room = sumUsd(limit.free, useBond ? account.bond : zeroUsd)
  if (order.quoted > room) {
    return { kind: 'refused', scope: limit.scope, cap: limit.cap, available: maxUsd(zeroUsd, room) }
  }
  const short = maxUsd(zeroUsd, subtractUsd(order.quoted, maxUsd(zeroUsd, limit.free)))
  const before = freeInAccount(account)
  const fromBond = await payFromBond(tables, account, order.key, short)
  const own = subtractUsd(order.quoted, short)
  const after = await move(tables, fromBond, {
    key: order.key,
    day,
    held: own,
    settled: zeroUsd,
    overrun: zeroUsd,
  })
  if (short > 0) {
    await note(tables, account, {
      kind: 'bond-used',
      key: order.key,
      amount: short,
      free: sumUsd(before, short),
    })
  }
  await note(tables, account, {
    kind: 'hold',
    key: order.key,
    amount: order.quoted,
    free: freeInAccount(after),
  })
  const step = advanceOrder(order, {
    kind: again === null ? 'hold-granted' : 'hold-granted-again',
  })
  // The job it had is paid, and is looked for by salvage from now on.
  if (step.stray) await keepStray(tables, run, order, step.stray)
  const row = await tables
    .updateTable('orders')
    .set({
      ...{ state: step.state, held: sumUsd(order.held, order.quoted) },
      job: step.job === null ? null : jsonb(step.job),
      updated_at: sql<string>`clock_timestamp()`,
    })
    .where((where) => where.and({ tenant: run.tenant, key: order.key }))
    .returningAll()
    .executeTakeFirstOrThrow()
  return { kind: 'granted', order: orderFromRow(row) }
}

const mayHold = ({ state, submissions }: Order, again: number | null): boolean =>
  again === null
    ? state === 'drafted' || state === 'held'
    : (state === 'unknown' || state === 'parked') && submissions === again

/** Bill an order's hold: what the hold covers is settled, what is left of it released, what goes over it is an overrun. */
export const settleHold = async (
  tables: Transaction<Tables>,
  run: Run,
  order: Order,
  billed: Usd,
): Promise<void> => {
  const account = await accountOf(tables, { ...run, funds: order.funds })
  const lots = await lotsOf(tables, account, order.key)
  const covered = minUsd(billed, order.held)
  const over = subtractUsd(billed, covered)
  let left = covered
  for (const [index, lot] of lots.entries()) {
    const part = minUsd(left, lot.held)
    left = subtractUsd(left, part)
    // The newest day carries what goes over: it is the day the order itself was held on.
    const overrun = index === lots.length - 1 ? over : zeroUsd
    await move(tables, account, {
      key: order.key,
      day: lot.day,
      held: microUsd(-lot.held),
      settled: sumUsd(part, overrun),
      overrun,
    })
  }
  const free = freeInAccount(account)
  await note(tables, account, { kind: 'settle', key: order.key, amount: covered, free })
  const unused = subtractUsd(order.held, covered)
  if (unused > 0) {
    const line = { kind: 'release', key: order.key, amount: unused } as const
    await note(tables, account, { ...line, free: sumUsd(free, unused) })
  }
  if (over > 0) {
    const line = { kind: 'overrun', key: order.key, amount: over } as const
    await note(tables, account, { ...line, free: subtractUsd(free, over) })
  }
}

/** Let an order's hold go: nothing was bought. */
export const releaseHold = async (
  tables: Transaction<Tables>,
  run: Run,
  order: Order,
): Promise<void> => {
  const account = await accountOf(tables, { ...run, funds: order.funds })
  await freeLots(tables, account, order.key, order.held)
  await note(tables, account, {
    kind: 'release',
    key: order.key,
    amount: order.held,
    free: sumUsd(freeInAccount(account), order.held),
  })
}

/** Make the completion bond as large as asked, of the production's own funds, or say how much more could be held. */
export const setBondTo = async (
  tables: Transaction<Tables>,
  request: Pick<HoldRequest, 'run' | 'day' | 'ownCaps'> & { readonly amount: Usd },
): Promise<HoldAnswer | { readonly kind: 'bonded' }> => {
  const { run, amount, day, ownCaps } = request
  if (!(amount >= 0)) throw new TypeError(`A bond is not negative; got ${amount}`)
  const account = await accountOf(tables, run)
  const more = subtractUsd(amount, account.bond)
  if (more === 0) return { kind: 'bonded' }
  if (more < 0) {
    const less = microUsd(-more)
    await freeLots(tables, account, bondKey, less)
    const free = sumUsd(freeInAccount(account), less)
    await note(tables, account, { kind: 'bond-released', key: bondKey, amount: less, free })
    return { kind: 'bonded' }
  }
  if (run.wanted !== 'run') return { kind: 'not-wanted', wanted: run.wanted }
  const blocked = blockedBy(account)
  if (blocked) return blocked
  const limit = tightest(await freeUnderCaps(tables, account, { day, ownCaps }))
  if (more > limit.free) {
    const available = maxUsd(zeroUsd, limit.free)
    return { kind: 'refused', scope: limit.scope, cap: limit.cap, available }
  }
  const held = { key: bondKey, day, held: more, settled: zeroUsd, overrun: zeroUsd }
  const after = await move(tables, account, held)
  await note(tables, account, {
    kind: 'bond',
    key: bondKey,
    amount: more,
    free: freeInAccount(after),
  })
  return { kind: 'bonded' }
}

/** Let go what a run holds and no vendor can bill: its bond, and orders that never left or were proved absent. */
export const letGo = async (
  tables: Transaction<Tables>,
  run: Run,
  reason: string,
): Promise<void> => {
  await setBondTo(tables, { run, amount: zeroUsd, day: '', ownCaps: [] })
  const waiting = await tables
    .selectFrom('orders')
    .selectAll()
    .where((where) => where.and({ tenant: run.tenant, production: run.production, state: 'held' }))
    .forUpdate()
    .execute()
  for (const order of waiting.map(orderFromRow)) {
    const { hold, assumed: lost } = advanceOrder(order, { kind: 'let-go', reason })
    const assumed = scaleUsd(order.quoted, lost)
    const billed = sumUsd(order.billed, assumed)
    if (hold === 'settle') await settleHold(tables, run, order, assumed)
    else await releaseHold(tables, run, order)
    await tables
      .updateTable('orders')
      .set({
        ...{ state: 'failed', held: zeroUsd, billed, assumed, reason },
        updated_at: sql<string>`clock_timestamp()`,
      })
      .where((where) => where.and({ tenant: run.tenant, key: order.key }))
      .execute()
  }
}

const blockedBy = (account: Account): HoldAnswer | undefined =>
  account.overrun > account.overrun_accepted
    ? {
        kind: 'blocked-by-overrun',
        overrun: subtractUsd(account.overrun, account.overrun_accepted),
      }
    : undefined

/** Move part of the bond, oldest days first, to an order; returns the account as it is then. */
const payFromBond = async (
  tables: Transaction<Tables>,
  account: Account,
  key: string,
  amount: Usd,
): Promise<Account> => {
  let latest = account
  const lots = amount === 0 ? [] : await lotsOf(tables, account, bondKey)
  for (const { day, amount: part } of partsOf(lots, amount)) {
    const none = { settled: zeroUsd, overrun: zeroUsd }
    await move(tables, account, { key: bondKey, day, held: microUsd(-part), ...none })
    latest = await move(tables, account, { key, day, held: part, ...none })
  }
  return latest
}

/** Let go part of what a key holds, newest days first: that frees today's caps soonest. */
const freeLots = async (
  tables: Transaction<Tables>,
  account: Account,
  key: string,
  amount: Usd,
): Promise<void> => {
  const lots = await lotsOf(tables, account, key)
  for (const { day, amount: part } of partsOf(lots.toReversed(), amount)) {
    const none = { settled: zeroUsd, overrun: zeroUsd }
    await move(tables, account, { key, day, held: microUsd(-part), ...none })
  }
}

/**
 * How long an order that may not be at the vendor keeps its slot after its last news. What the vendor has accepted keeps
 * its slot until it is closed. Stand-ins work in the run's own process: whatever they have dies with it, so all of theirs
 * expire.
 */
const slotSeconds = { real: 900, emulated: 900, simulated: 60 } as const

/** How long a place is kept for whoever asked in vain, or is between two links of its chain, in seconds. Chosen by this project. */
const keptSeconds = 10

/**
 * Whether an order may take a slot. Chains that have more to come are served first, also while they are between two links: the
 * film is finished when the longest of them is. Who waits in vain is written down, so that others know.
 */
const hasSlot = async (tables: Transaction<Tables>, request: HoldRequest): Promise<boolean> => {
  const { order, run, slots } = request
  // Which account an order is for that has not left yet is not written down: it counts.
  const account = sql`tenant = ${run.tenant} and vendor = ${vendorOf(order.model)}
    and funds = ${order.funds}
    and (account is null or account in (${request.account ?? ''}, ${severalAccounts}))`
  const { rows } = await sql<{ others: number; mine: number; ahead: number }>`
    with mine as (
      select coalesce(chain_left, 0) as left_over from claude_studio.orders
      where tenant = ${run.tenant} and key = ${order.key}
    ), recent as (
      select o.* from claude_studio.orders o
      where ${account} and key <> ${order.key} and funds <> 'simulated'
        and greatest(updated_at, wanted_at) > clock_timestamp() - make_interval(secs => ${keptSeconds})
    )
    select count(*) filter (where key <> ${order.key})::integer as others,
      count(*) filter (where key = ${order.key})::integer as mine,
      (select count(*) from recent, mine where chain_left > left_over and state = 'drafted'
          and wanted_at > clock_timestamp() - make_interval(secs => ${keptSeconds}))::integer
        + (select count(*) from recent r, mine where r.chain_left > left_over + 1
          and r.state in ('ready', 'delivered') and not exists (
            select from claude_studio.orders next where next.tenant = r.tenant
              and next.production = r.production and next.chain = r.chain
              and next.chain_left < r.chain_left))::integer as ahead
    from claude_studio.orders
    where ${account}
      and state in ('held', 'submitting', 'accepted', 'unknown')
      and ((funds <> 'simulated' and state in ('submitting', 'accepted'))
        or updated_at > clock_timestamp() - make_interval(secs => ${slotSeconds[order.funds]}))`.execute(
    tables,
  )
  const { others = 0, mine = 0, ahead = 0 } = rows[0] ?? {}
  // An order that was granted its slot and still has it does not queue behind those granted after it.
  if (mine > 0 || others + ahead < slots) return true
  await tables
    .updateTable('orders')
    .set({ wanted_at: sql<string>`clock_timestamp()` })
    .where((where) => where.and({ tenant: run.tenant, key: order.key }))
    .execute()
  return false
}

/** Renew the slot of an order that is held already. */
const touch = async (tables: Transaction<Tables>, run: Run, order: Order): Promise<Order> => {
  const row = await tables
    .updateTable('orders')
    .set({ updated_at: sql<string>`clock_timestamp()` })
    .where((where) => where.and({ tenant: run.tenant, key: order.key }))
    .returningAll()
    .executeTakeFirstOrThrow()
  return orderFromRow(row)
}
