import type { Order } from '../domain/order.ts'
import { isOrderClosed } from '../domain/order-machine.ts'
import { isTestOpen, type Production } from '../domain/production.ts'
import type { Floor } from './floor.ts'
import { asPart } from './outcome.ts'
import { shelveOrder } from './salvage-home.ts'
import { whenFree } from './when-free.ts'

/**
 * Put on the shelf what came in of a test of a provider after nobody waited for it any more, and end the test when nothing of it
 * is open. Does nothing for a film, and for a test that a process works on. Safe to call again.
 */
export const settleTest = async (floor: Floor, { id }: Pick<Production, 'id'>): Promise<void> => {
  const seen = await floor.productions.get(id)
  if (!(seen?.isTest && isUnsettled(seen))) return
  await whenFree(floor, id, () => settle(floor, id))
}

const settle = async (floor: Floor, id: string): Promise<void> => {
  const run = await floor.productions.get(id)
  if (!(run && isUnsettled(run))) return
  const orders = await floor.ledger.orders(id)
  const notes: string[] = []
  for (const order of orders.filter((one) => isLate(run, one))) {
    const { note } = await shelveOrder(floor, order, 'adopted-late')
    notes.push(note)
  }
  const isOpen = orders.some(({ state }) => state !== 'drafted' && !isOrderClosed(state))
  if (isOpen || run.state === 'cancelled') return
  const last = orders.at(-1)
  const reason =
    notes.length > 0
      ? `its clip came in when the wait was over: ${notes.join('; ')}`
      : last === undefined || last.state === 'drafted'
        ? 'it was cut off before anything was ordered'
        : asPart(last.reason)
  const isMade = orders.some(({ state }) => state === 'delivered')
  await floor.productions.update(id, { state: isMade ? 'wrapped' : 'failed', reason })
}

/** A test that was cancelled stays so, and keeps what comes in all the same: it is paid. */
const isUnsettled = ({ state }: Production): boolean => isTestOpen(state) || state === 'cancelled'

/** Whether a clip came in when the test did not wait for it any more: what it waited for was laid where it was asked for. */
const isLate = (
  { state, updatedAt }: Production,
  { state: order, port, outputHash, updatedAt: deliveredAt }: Order,
): boolean =>
  order === 'delivered' &&
  port === 'video' &&
  outputHash !== null &&
  (state === 'running' || Date.parse(deliveredAt) > Date.parse(updatedAt))
