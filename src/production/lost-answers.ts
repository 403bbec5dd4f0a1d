import type { Order } from '../domain/order.ts'
import { answerNeverWritten } from '../domain/order-machine.ts'
import type { LedgerStore } from '../ports/ledger-store.ts'

/**
 * See whether somebody is sending an order. Where nobody is, for its sender's lock is free, its answer is lost, and that is written
 * down. Waits for nobody.
 *
 * @returns the order as it stands now: `submitting` while it is on its way
 */
export const noticeLostAnswer = async (ledger: LedgerStore, order: Order): Promise<Order> => {
  const { key, state } = order
  if (state !== 'submitting') return order
  const noticed = await ledger.asSubmitterIfFree(key, async () => {
    const now = await ledger.order(key)
    if (now?.state !== 'submitting') return now
    return ledger.advance(key, answerNeverWritten(now.submissions))
  })
  return noticed ?? order
}
