import type { Order } from '../domain/order.ts'
import type { Floor } from './floor.ts'
import { orderDecisions } from './order-decisions.ts'
import { isAway } from './reconcile.ts'

/** How often the orders of runs that nobody works on are asked about, in milliseconds: links of vendors live for an hour at least. Chosen by this project. */
const sweepMs = 60_000

/**
 * Ask about what runs that no process works on have at their vendors, and bring home what is made: a clip that nobody asks for
 * goes when its link does. Sends nothing, and moves no run on.
 *
 * @returns orders that stand otherwise than before
 */
export const sweepOrders = async (floor: Floor, signal: AbortSignal): Promise<readonly Order[]> => {
  const away = (await floor.ledger.openOrders()).filter(
    (order) => isAway(order) && isOfThisMoney(floor, order),
  )
  const runs = [...new Set(away.map(({ production }) => production))]
  const directed = await floor.productions.directed(runs)
  const unattended = away.filter(({ production }) => !directed.has(production))
  const followed = await orderDecisions(floor).reconcile(unattended, signal)
  return followed.filter(({ order, before }) => order.state !== before).map(({ order }) => order)
}

/** Whether this process asks the vendor that has it: the emulator knows nothing of what real money bought. */
const isOfThisMoney = ({ catalogue }: Floor, { model, funds }: Order): boolean =>
  catalogue.some((offered) => offered.id === model && offered.funds === funds)

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
  while (!over.aborted) {
    try {
      for (const { key, state } of await sweepOrders(floor, over)) {
        log(`Order ${key}, whose run nobody works on, is ${state}`)
      }
    } catch (error) {
      if (!over.aborted) log(`Orders of other runs could not be asked about: ${error}`)
    }
    await floor.clock.sleep(sweepMs, over).catch(() => undefined) // Ended because the work is over.
  }
}
