import { StudioError } from '../domain/errors.ts'
import type { Order } from '../domain/order.ts'
import { isRunId } from '../domain/production.ts'
import { findRun, type RunTables } from './run-record.ts'

/**
 * The order that a person names: by its whole key, or by an ending that no other order has. Open orders come before those that
 * are closed.
 *
 * @param first `parked` where something is decided about an order: then those that wait for a person come before all
 * @throws StudioError `not-found`; `bad-input` naming the orders that it could be
 */
export const findOrder = async (
  tables: RunTables,
  written: string,
  first: 'open' | 'parked',
): Promise<Order> => {
  const key = written.trim()
  const known = await tables.ledger.order(key)
  if (known) return known
  const open = (await tables.ledger.openOrders()).filter(endsIn(key))
  const parked = first === 'parked' ? open.filter(({ state }) => state === 'parked') : []
  const meant = parked.length > 0 ? parked : open
  const found = meant.length > 0 ? meant : (await tables.ledger.allOrders()).filter(endsIn(key))
  const [only, second] = found
  if (only && !second) return only
  if (only) {
    throw new StudioError({
      code: 'bad-input',
      message: `${found.length} orders end in "${key.slice(0, 80)}". Say which: ${found
        .slice(0, 5)
        .map((order) => order.key)
        .join(' or ')}.`,
    })
  }
  throw new StudioError({
    code: 'not-found',
    message: `There is no order "${key.slice(0, 80)}". See \`npx --no-install claude-studio orders list --all\`.`,
  })
}

const endsIn =
  (written: string) =>
  ({ key }: Order): boolean =>
    written !== '' && key.toLowerCase().endsWith(`/${written.toLowerCase()}`)

/**
 * Orders of a run as a person names it; of a deleted one, too, for they stay in the books.
 *
 * @throws StudioError as `findRun`
 */
export const ordersOfRun = async (
  tables: RunTables,
  written: string,
): Promise<readonly Order[]> => {
  const isDeleted = isRunId(written) && (await tables.productions.removal(written)) !== null
  return tables.ledger.orders(isDeleted ? written : (await findRun(tables, written)).id)
}
