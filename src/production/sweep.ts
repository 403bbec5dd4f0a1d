import { isOfAccount, type Order } from '../domain/order.ts'
import { isAtVendor } from '../domain/order-machine.ts'
import type { Floor } from './floor.ts'
import { reconcileOrders } from './reconcile.ts'

/**
 * How often the orders of runs that nobody works on are asked about, in milliseconds: links of vendors live for an hour at least.
 * Chosen by this project.
 */
const sweepMs = 60_000

/** How many sweeps leave vendors' lists alone between two that read them: a whole list is many requests. Chosen by this project. */
const sweepsBetweenLists = 9

/**
 * Ask about what runs that no process works on have at their vendors, and bring home what is made: a clip that nobody asks for
 * goes when its link does. What is at home and has no place gets it. Sends nothing, and moves no run on.
 *
 * @param isListRead whether orders whose jobs nobody knows are looked for too. Default true
 * @returns orders that stand otherwise than before, or were given a place
 */
export const sweepOrders = async (
  floor: Floor,
  signal: AbortSignal,
  isListRead = true,
): Promise<readonly Order[]> => {
  const away = (await floor.ledger.openOrders()).filter(
    (order) =>
      isAtVendor(order.state) && (isListRead || order.job !== null) && isAskedHere(floor, order),
  )
  // A process that ended between paying for a clip and giving it its place left it so.
  const found = [...away, ...(await floor.shelf.unplaced())]
  const runs = [...new Set(found.map(({ production }) => production))]
  const directed = await floor.productions.directed(runs)
  const unattended = found.filter(({ production }) => !directed.has(production))
  const followed = await reconcileOrders(floor, unattended, signal)
  return followed
    .filter(({ order, before }) => order.state !== before || before === 'delivered')
    .map(({ order }) => order)
}

/**
 * Whether this process asks the account that an order was sent to: with other money, another key or at another address nobody knows
 * of it. Stand-ins keep what they make, so theirs waits for its run.
 */
const isAskedHere = (floor: Floor, order: Order): boolean => {
  const { model, funds, port } = order
  const isOffered = floor.catalogue.some((one) => one.id === model && one.funds === funds)
  if (!isOffered || port !== 'video' || funds === 'simulated') return false
  return isOfAccount(order, floor.videoModel(model).account)
}

/**
 * Sweep now and again until `over` is aborted. A sweep that fails harms no run: it is told, and tried again.
 *
 * @param log told what was brought home, and what went wrong
 */
export const keepSweeping = async (
  floor: Floor,
  log: (message: string) => void,
  over: AbortSignal,
): Promise<void> => {
  for (let sweep = 0; !over.aborted; sweep += 1) {
    try {
      const isListRead = sweep % (sweepsBetweenLists + 1) === 0
      for (const { key, state } of await sweepOrders(floor, over, isListRead)) {
        log(`Order ${key}, whose run nobody works on, is ${state}`)
      }
    } catch (error) {
      if (!over.aborted) log(`Orders of other runs could not be asked about: ${error}`)
    }
    await floor.clock.sleep(sweepMs, over).catch(() => undefined) // Ended because the work is over.
  }
}
