import type { Selectable } from 'kysely'
import type { Order, OrderEvent } from '../domain/order.ts'
import type { OrderFields } from '../ports/ledger-store.ts'
import type { OrderTable } from './tables.ts'
import { upgradeDocument } from './upgrade-document.ts'

/** An order as the domain knows it. */
export const orderFromRow = (row: Selectable<OrderTable>): Order => ({
  key: row.key,
  production: row.production,
  port: row.port,
  model: row.model,
  requestHash: row.request_hash,
  state: row.state,
  funds: row.funds,
  quoted: row.quoted,
  held: row.held,
  billed: row.billed,
  submissions: row.submissions,
  job: row.job,
  outputHash: row.output_hash,
  output: upgradeDocument(row.output),
  reason: row.reason,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
})

/** The vendor account that a model belongs to: the part before the slash. */
export const vendorOf = (model: string): string => model.split('/', 1)[0] ?? model

const stateAfter: Partial<Record<OrderEvent['kind'], Order['state']>> = {
  'answer-lost': 'unknown',
  'cannot-tell': 'parked',
  accepted: 'accepted',
  'job-found': 'accepted',
  'adopted-by-person': 'accepted',
  delivered: 'delivered',
  refused: 'refused',
  failed: 'failed',
  'written-off-by-person': 'written-off',
}

/**
 * Whether an event was written already and only its answer was lost: same outcome, same job, same bill. The start of
 * a submission never counts as a repeat, because two processes may mean two requests.
 */
export const isRepeat = (order: Order, event: OrderEvent, fields: OrderFields): boolean => {
  if (stateAfter[event.kind] !== order.state) return false
  if ('job' in event && JSON.stringify(sorted(event.job)) !== JSON.stringify(sorted(order.job))) {
    return false
  }
  return (
    (fields.billed === undefined || fields.billed === order.billed) &&
    (fields.outputHash === undefined || fields.outputHash === order.outputHash)
  )
}

const sorted = (job: Order['job']): readonly (readonly [string, string | number])[] =>
  Object.entries(job ?? {}).sort(([left], [right]) => (left < right ? -1 : 1))
