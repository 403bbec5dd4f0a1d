import { type Selectable, sql, type Transaction } from 'kysely'
import { sumUsd } from '../domain/money.ts'
import type { Order } from '../domain/order.ts'
import { isSameJob, type OrderEvent } from '../domain/order-machine.ts'
import type { OrderFields } from '../ports/ledger-store.ts'
import type { OrderTable, Tables } from './tables.ts'
import { upgradeDocument } from './upgrade-document.ts'

/** An order as the domain knows it. */
export const orderFromRow = (row: Selectable<OrderTable>): Order => ({
  key: row.key,
  production: row.production,
  port: row.port,
  model: row.model,
  requestHash: row.request_hash,
  request: row.request,
  state: row.state,
  funds: row.funds,
  quoted: row.quoted,
  held: row.held,
  billed: row.billed,
  assumed: row.assumed,
  submissions: row.submissions,
  doubtful: row.doubtful,
  submittedAt: row.submitted_at,
  job: row.job,
  outputHash: row.output_hash,
  output: upgradeDocument(row.output),
  reason: row.reason,
  trouble: row.trouble,
  account: row.account,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
})

const stateAfter: Partial<Record<OrderEvent['kind'], Order['state']>> = {
  'answer-lost': 'unknown',
  'cannot-tell': 'parked',
  accepted: 'accepted',
  'job-found': 'accepted',
  'adopted-by-person': 'accepted',
  delivered: 'delivered',
  refused: 'refused',
  failed: 'failed',
  'let-go': 'failed',
  'written-off-by-person': 'written-off',
  finished: 'ready',
}

/**
 * Whether an event was written already and only its answer was lost: same outcome, same job, same bill. The start of
 * a submission never counts as a repeat, because two processes may mean two requests.
 */
export const isRepeat = (order: Order, event: OrderEvent, fields: OrderFields): boolean => {
  if (stateAfter[event.kind] !== order.state) return false
  if ('job' in event && !isSameJob(event.job, order.job)) return false
  return (
    (fields.billed === undefined || sumUsd(fields.billed, order.assumed) === order.billed) &&
    (fields.outputHash === undefined || fields.outputHash === order.outputHash)
  )
}

/** As `LedgerStore.unreadableSince`. */
export const unreadableSince = async (
  tables: Transaction<Tables>,
  { tenant, key }: { readonly tenant: string; readonly key: string },
  nowMs: number,
): Promise<number> => {
  const row = await tables
    .updateTable('orders')
    .set({
      unreadable_since: sql<string>`coalesce(unreadable_since, to_timestamp(${nowMs / 1000}))`,
    })
    .where((where) => where.and({ tenant, key }))
    .returning('unreadable_since')
    .executeTakeFirst()
  return row?.unreadable_since ? Date.parse(row.unreadable_since) : nowMs
}

/** As `LedgerStore.endUnreadable`. */
export const endUnreadable = async (
  tables: Transaction<Tables>,
  { tenant, key }: { readonly tenant: string; readonly key: string },
): Promise<void> => {
  await tables
    .updateTable('orders')
    .set({ unreadable_since: null })
    .where((where) => where.and({ tenant, key }))
    .where('unreadable_since', 'is not', null)
    .execute()
}
