import { isStudioError } from '../domain/errors.ts'
import { zeroUsd } from '../domain/money.ts'
import type { Order } from '../domain/order.ts'
import { isOrderClosed, lostAnswerPolicy } from '../domain/order-machine.ts'
import { neverAborted } from '../kit/never-aborted.ts'
import type { PaidModel } from '../ports/paid-model.ts'
import type { Floor } from './floor.ts'
import { noticeLostAnswer } from './lost-answers.ts'
import { asPart } from './outcome.ts'
import { takeOrderKey } from './shot-order.ts'
import { conform } from './take.ts'
import type { TakeRequest } from './take-work.ts'
import { whenFree } from './when-free.ts'

/** What is asked of a model about work that it has. */
export type Maker = Pick<
  PaidModel<never>,
  'id' | 'account' | 'pollMs' | 'check' | 'find' | 'jobWithId' | 'cancel'
>

const reason = 'the run was ended before it was delivered'

/**
 * Learn what came of everything a run that is over for good still has on order: what was delivered is paid and kept, what
 * never left is let go, and whose answer is lost for good counts as billed. A stand-in is told to stop, and its hold is let go, for it bills nobody. Another vendor's hold
 * stays until the vendor says how the order ended. Safe to call again at any time, by the one who directs the run.
 */
export const closeOrders = async (floor: Floor, production: string): Promise<void> => {
  for (const order of openOrders(await floor.ledger.orders(production))) {
    await closeOrder(floor, order)
  }
  await keepDelivered(floor, production)
}

/** As {@link closeOrders}, unless a process works on the run: that one does it when it ends. */
export const closeOrdersWhenFree = async (floor: Floor, production: string): Promise<void> => {
  if (openOrders(await floor.ledger.orders(production)).length === 0) return
  await whenFree(floor, production, () => closeOrders(floor, production))
}

/** Orders that money may be held for. */
const openOrders = (orders: readonly Order[]): readonly Order[] =>
  orders.filter(({ state }) => !isOrderClosed(state) && state !== 'drafted')

const closeOrder = async (floor: Floor, open: Order): Promise<void> => {
  const order = await noticeLostAnswer(floor.ledger, open)
  const isStandIn = order.funds === 'simulated'
  const maker = makerOf(floor, order)
  if (maker) await askMaker(floor, order, maker)
  const now = await floor.ledger.order(order.key)
  if (!now || isOrderClosed(now.state)) return
  if (now.state === 'held') {
    await floor.ledger.advance(now.key, { kind: 'let-go', reason })
  } else if (isStandIn && (now.state === 'accepted' || now.state === 'ready')) {
    const failed = { kind: 'failed', submission: now.submissions, job: now.job, reason } as const
    await floor.ledger.advance(now.key, failed, { billed: zeroUsd })
  } else if (isStandIn) {
    // It was made in a process of ours that is gone: whoever ended the run gave it up.
    await floor.ledger.advance(
      now.key,
      { kind: 'written-off-by-person', reason },
      { billed: zeroUsd },
    )
  } else await giveUpLost(floor, now)
}

/**
 * Give up an order whose answer is lost, of a run that is over and so never asks again, where its vendor has no list: nobody can
 * learn what was billed, so that every submission in doubt counts in full. Leaves every other order as it is.
 *
 * @returns the order as it stands now
 */
export const giveUpLost = async (floor: Floor, order: Order): Promise<Order> => {
  const isLost = order.state === 'unknown' && lostAnswerPolicy(order.port) === 'send-once-more'
  if (!isLost || makerOf(floor, order)?.find) return order
  const why = `${asPart(order.reason)}; its run is over and does not ask again, so that it counts as billed in full`
  const event = { kind: 'written-off-by-person', reason: why, isUnknown: true } as const
  return floor.ledger.advance(order.key, event)
}

/**
 * Write down what the maker says of an order, and have a stand-in stop. Whom nobody can reach now is asked another time. The run's own
 * signal is aborted by then, and what is asked here is asked because of that.
 */
const askMaker = async (floor: Floor, order: Order, maker: Maker): Promise<void> => {
  try {
    const outcome = await floor.desk.follow(order, maker, neverAborted)
    if (outcome.kind !== 'running' || order.funds !== 'simulated') return
    if (!(outcome.order.job && maker.cancel)) return
    await maker.cancel(outcome.order.job, neverAborted)
    await floor.desk.follow(outcome.order, maker, neverAborted)
  } catch (error) {
    if (!(isStudioError(error) && error.code === 'vendor-unavailable')) throw error
  }
}

/** Who has an order; null for a vendor that cannot be asked from here. A stand-in that cannot be asked knows of nothing. */
export const makerOf = (floor: Floor, { port, model, funds }: Order): Maker | null => {
  if (port === 'video' && floor.catalogue.some(({ id }) => id === model)) {
    return floor.videoModel(model)
  }
  if (port === 'speech' && floor.speech.id === model) return floor.speech
  if (port === 'music' && floor.music.id === model) return floor.music
  return funds === 'simulated'
    ? { id: model, pollMs: 0, check: async () => ({ state: 'gone' }) }
    : null
}

/** Footage that came in after the run had ended becomes a take all the same: it is paid. */
const keepDelivered = async (floor: Floor, production: string): Promise<void> => {
  if (!(await floor.productions.get(production))) return
  const calls = await floor.productions.documents(production, 'call-sheet')
  const orders = await floor.ledger.orders(production)
  for (const { body } of calls) {
    const call = body as unknown as TakeRequest
    const key = takeOrderKey(production, call.pilot, call.slate)
    const order = orders.find((one) => one.key === key)
    if (order?.state !== 'delivered') continue
    await conform({ ...floor, signal: () => neverAborted }, call)
  }
}
