import { StudioError } from '../domain/errors.ts'
import { exactUsd } from '../domain/money.ts'
import type { Order } from '../domain/order.ts'
import { isOrderClosed, isSameJob } from '../domain/order-machine.ts'
import { matchJobs, mayBeOf, mayHaveJob } from '../domain/salvage.ts'
import type { VendorAccount } from '../ports/vendor-account.ts'
import {
  type Errand,
  fetchOrdered,
  rescueFound,
  rescueGivenUp,
  rescueStray,
} from './salvage-jobs.ts'
import type { SalvageLine } from './salvage-report.ts'

/**
 * Bring home the clip of one job, which a person has seen at the vendor: to its order where one waits for it, else to the shelf.
 *
 * @param id the vendor's id of the job
 * @throws StudioError `bad-input` where the clip is at home, or a lost order is likely to be it; `not-found` where the vendor does
 *   not know the job; as {@link VendorAccount}
 */
export const salvageJob = async (
  errand: Errand,
  account: VendorAccount,
  id: string,
): Promise<SalvageLine> => {
  const { vendor, funds, floor, signal } = errand
  const whose = { vendor, funds }
  const job = { id }
  const isIt = (one: Pick<Order, 'job'>): boolean => isSameJob(one.job, job)
  const shelved = (await floor.shelf.clips()).find(
    (clip) => clip.vendor === vendor && clip.funds === funds && isIt(clip),
  )
  if (shelved) throw atHome(id, `it is ${shelved.id} on the shelf`)
  const awaited = await floor.shelf.awaited(whose)
  const order = awaited.find(isIt) ?? (await floor.shelf.orderOf(whose, job))
  if (order) return ofOrder(errand, order, { id, isAwaited: awaited.some(isIt) })
  const stray = (await floor.shelf.strays(whose)).find(isIt)
  if (stray) return rescueStray(errand, stray)
  const found = await account.job(id, signal)
  if (found === null) {
    throw new StudioError({
      code: 'not-found',
      message: `${vendor} knows no job "${id}" of this account. Nothing was changed. It may be another account's, or be deleted.`,
    })
  }
  const lost = awaited.filter(mayHaveJob)
  const [likely] = matchJobs(lost, [found], 0)
  if (likely) throw isLostOrders(id, likely.order)
  const line = await rescueFound(errand, found)
  return { ...line, note: [line.note, ...ownersTold(mayBeOf(lost, found), id)].join('; ') }
}

/** A person alone can tell whose it is where the vendor does not: the money of an order that waits for it stays held till then. */
const ownersTold = (orders: readonly Order[], id: string): readonly string[] =>
  orders.map(
    ({ key, held }) =>
      `it may be what order ${key} waits for, for which ${exactUsd(held)} are held: npx --no-install claude-studio orders resolve ${key} --adopt ${id}`,
  )

const ofOrder = async (
  errand: Errand,
  order: Order,
  { id, isAwaited }: { readonly id: string; readonly isAwaited: boolean },
): Promise<SalvageLine> => {
  if (isAwaited || !isOrderClosed(order.state)) return fetchOrdered(errand, order)
  if (order.state === 'delivered') throw atHome(id, `order ${order.key} has its clip`)
  const line = await rescueGivenUp(errand, order)
  if (line) return line
  throw new StudioError({
    code: 'not-available',
    message: `Order ${order.key} is ${order.state}, and ${order.model} has no clip of its job ${id}. Nothing was changed. Reason it was told: ${order.reason}`,
  })
}

const atHome = (id: string, where: string): StudioError =>
  new StudioError({
    code: 'bad-input',
    message: `Job ${id} is at home already: ${where}. Nothing was changed.`,
  })

const isLostOrders = (id: string, { key }: Order): StudioError =>
  new StudioError({
    code: 'bad-input',
    message: `Job ${id} asks for what order ${key} asked for, whose answer was lost. Nothing was changed. Give it the job: \`npx --no-install claude-studio orders resolve ${key} --adopt ${id}\`.`,
  })
