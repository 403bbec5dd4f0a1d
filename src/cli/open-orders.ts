import type { Order } from '../domain/order.ts'
import { isAtVendor, isOrderClosed } from '../domain/order-machine.ts'
import { isOver } from '../production/reconcile.ts'
import type { Studio } from '../studio/studio.ts'
import { ordersOfRun } from './find-order.ts'
import { reconcileCommand } from './open-order-text.ts'

/** What it takes to see what is on order. */
type OrderTables = Pick<Studio, 'productions' | 'ledger' | 'shelf'>

/** All orders of a run, or of all. @throws StudioError as `ordersOfRun` */
export const allOrdersOf = (
  studio: OrderTables,
  written: string | null,
): Promise<readonly Order[]> =>
  written === null ? studio.ledger.allOrders() : ordersOfRun(studio, written)

/** What is on order, of a run or of all, and what was delivered and has no place yet. @throws StudioError as `ordersOfRun` */
export const openOrdersOf = async (
  studio: OrderTables,
  written: string | null,
): Promise<readonly Order[]> => {
  const unplaced = await studio.shelf.unplaced()
  if (written === null) return [...(await studio.ledger.openOrders()), ...unplaced]
  const own = await ordersOfRun(studio, written)
  return own.filter((order) => isOpen(order) || includes(unplaced, order))
}

const isOpen = ({ state }: Order): boolean => state !== 'drafted' && !isOrderClosed(state)

const includes = (orders: readonly Order[], { key }: Order): boolean =>
  orders.some((one) => one.key === key)

/** Those of some orders that `orders reconcile` does something about: vendors may have them, nobody sends them any more, or their footage has no place. */
export const reconcilable = async (
  studio: OrderTables,
  orders: readonly Order[],
): Promise<readonly Order[]> => {
  const unplaced = await studio.shelf.unplaced()
  const found: Order[] = []
  for (const order of orders) {
    const isMeant = isAtVendor(order.state) || includes(unplaced, order)
    if (isMeant || (await isNeverSent(studio, order))) found.push(order)
  }
  return found
}

/** Whether money is held for an order that nobody sends any more: its run was cut off before it left. */
export const isNeverSent = async (
  { productions }: Pick<OrderTables, 'productions'>,
  { state, production }: Order,
): Promise<boolean> => state === 'held' && (await isOver({ productions }, production))

/** The commands that give the footage of orders a place where no process does, as lines. */
export const unplacedLines = async (
  { productions, shelf }: OrderTables,
  orders: readonly Order[],
): Promise<readonly string[]> => {
  const unplaced = (await shelf.unplaced()).filter((order) => includes(orders, order))
  const runs = [...new Set(unplaced.map(({ production }) => production))]
  const directed = await productions.directed(runs)
  return runs
    .filter((run) => !directed.has(run))
    .map(
      (run) =>
        `Footage of run ${run} is paid and at home, and neither a take nor on the shelf yet. To give it its place: ${reconcileCommand(run)}`,
    )
}
