import type { Order } from '../../src/domain/order.ts'
import type { LedgerStore } from '../../src/ports/ledger-store.ts'

/**
 * What a ledger says of time, by a clock that is ahead of the database's. Rows that are there keep their times, so that they
 * look older the further it is ahead.
 */
export const ledgerAhead = (
  ledger: Pick<LedgerStore, 'now' | 'begin'>,
  aheadMs: () => number,
): Pick<LedgerStore, 'now' | 'begin'> => ({
  now: async () => (await ledger.now()) + aheadMs(),
  begin: async (key, account) => {
    const order = await ledger.begin(key, account)
    return order && leftLater(order, aheadMs())
  },
})

const leftLater = (order: Order, byMs: number): Order => {
  const leftMs = Date.parse(order.submittedAt ?? order.createdAt) + byMs
  return { ...order, submittedAt: new Date(leftMs).toISOString() }
}
