import type { Kysely, Transaction } from 'kysely'
import { sql } from 'kysely'
import { StudioError } from '../domain/errors.ts'
import type { Funds } from '../domain/money.ts'
import { parseUsd } from '../domain/money.ts'
import type { Order } from '../domain/order.ts'
import type { Wanted } from '../domain/production.ts'
import type { Clock } from '../ports/clock.ts'
import type { WishedCap } from '../ports/ledger-store.ts'
import { orderFromRow } from './order-rows.ts'
import { lockProduction } from './production-rows.ts'
import type { Tables } from './tables.ts'

/** Cap on a new tenant's real money per UTC day (architecture, section 4). */
const defaultDayCap: WishedCap = { scope: 'day', funds: 'real', cap: parseUsd(25) }

/** A production as the ledger sees it, its row locked. */
export interface Run {
  readonly tenant: string
  readonly production: string
  readonly funds: Funds
  readonly wanted: Wanted | 'deleted'
}

/**
 * Lock the tenant, then the production: the order that whatever moves money keeps, so that nobody waits in a circle.
 *
 * @throws StudioError `not-found`
 */
export const lockRun = async (
  tables: Transaction<Tables>,
  tenant: string,
  production: string,
): Promise<Run> => {
  await lockTenant(tables, tenant)
  const row = await lockProduction(tables, tenant, production)
  return {
    tenant,
    production,
    funds: row.funds,
    wanted: row.deleted_at === null ? row.wanted : 'deleted',
  }
}

/**
 * Lock an order, behind its tenant and production.
 *
 * @throws StudioError `not-found`
 */
export const lockOrder = async (
  tables: Transaction<Tables>,
  tenant: string,
  key: string,
): Promise<{ readonly order: Order; readonly run: Run }> => {
  const found = await tables
    .selectFrom('orders')
    .select('production')
    .where((where) => where.and({ tenant, key }))
    .executeTakeFirst()
  if (!found) {
    throw new StudioError({
      code: 'not-found',
      message: `There is no order "${key}". Draft it before asking for money.`,
    })
  }
  const run = await lockRun(tables, tenant, found.production)
  const row = await tables
    .selectFrom('orders')
    .selectAll()
    .where((where) => where.and({ tenant, key }))
    .forUpdate()
    .executeTakeFirstOrThrow()
  return { order: orderFromRow(row), run }
}

/** Lock the tenant's row, making it when it is new. */
export const lockTenant = async (tables: Transaction<Tables>, tenant: string): Promise<void> => {
  const lock = (): Promise<{ id: string } | undefined> =>
    tables
      .selectFrom('tenants')
      .select('id')
      .where('id', '=', tenant)
      .forUpdate()
      .executeTakeFirst()
  if (await lock()) return
  await ensureTenant(tables, tenant)
  await lock()
}

/**
 * Make the tenant when it is new, and set caps that nobody has set yet. Must run in a transaction.
 *
 * @param caps Default: that of a new tenant's day
 */
export const ensureTenant = async (
  tables: Transaction<Tables>,
  tenant: string,
  caps: readonly WishedCap[] = [],
): Promise<void> => {
  const made = await tables
    .insertInto('tenants')
    .values({ id: tenant })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  const isNew = made.numInsertedOrUpdatedRows === 1n
  const unset = isNew ? [...caps, defaultDayCap] : caps
  if (unset.length === 0) return
  await tables
    .insertInto('tenant_caps')
    .values(unset.map(({ scope, funds, cap }) => ({ tenant, scope, funds, cap })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The UTC day, `YYYY-MM-DD`, by the clock handed in or else by the database server's. */
export const utcDay = async (
  tables: Kysely<Tables>,
  clock: Pick<Clock, 'now'> | null,
): Promise<string> => {
  if (clock) return new Date(clock.now()).toISOString().slice(0, 10)
  const { rows } = await sql<{ day: string }>`
    select (clock_timestamp() at time zone 'UTC')::date as day`.execute(tables)
  const [row] = rows
  if (!row) throw new TypeError('The server did not say what day it is')
  return row.day
}

/** The database server's time, in milliseconds since 1970-01-01 UTC. */
export const storeTime = async (tables: Kysely<Tables>): Promise<number> => {
  const { rows } = await sql<{ ms: number }>`
    select (extract(epoch from clock_timestamp()) * 1000)::double precision as ms`.execute(tables)
  const [row] = rows
  if (!row) throw new TypeError('The server did not say what time it is')
  return row.ms
}
