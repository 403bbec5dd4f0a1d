import { isStudioError } from '../domain/errors.ts'
import type { Order, OrderState } from '../domain/order.ts'
import { isAtVendor, isOrderClosed, lostAnswerPolicy } from '../domain/order-machine.ts'
import type { Production } from '../domain/production.ts'
import type { TakeDecision } from '../domain/take.ts'
import { neverAborted } from '../kit/never-aborted.ts'
import { calledTakes } from './called-takes.ts'
import { giveUpLost, makerOf } from './close-orders.ts'
import type { Floor } from './floor.ts'
import { settleTest } from './late-tests.ts'
import { noticeLostAnswer } from './lost-answers.ts'
import type { AskedModel } from './order.ts'
import { bringHome } from './salvage-home.ts'
import { isPastShooting } from './steer.ts'
import { keepTake } from './take.ts'
import type { TakeRequest } from './take-work.ts'
import { whenFree } from './when-free.ts'

/** What asking a vendor about an order came to. */
export interface Followed {
  /** As it stands now. */
  readonly order: Order
  /** State it had before. */
  readonly before: OrderState
  /** What else is known, in words: how far it is, or why it could not be asked about; null when nothing is. */
  readonly note: string | null
  /** Whether its vendor was asked; not where there is no key, or nothing to ask by. */
  readonly isAsked: boolean
}

/** Most orders that are asked about at once. Chosen by this project. */
const mostAtOnce = 4

/**
 * Ask the vendors once about orders that may be with them, parked ones too, and write down what came of them. Sends nothing.
 * A vendor that cannot be asked changes nothing.
 *
 * @returns one answer an order, in the same order
 */
export const followOrders = async (
  floor: Floor,
  orders: readonly Order[],
  signal: AbortSignal,
): Promise<readonly Followed[]> => {
  const answers: Followed[] = []
  const failures: unknown[] = []
  let next = 0
  const work = async (): Promise<void> => {
    for (let index = next++; index < orders.length; index = next++) {
      const order = orders[index]
      if (!order) continue
      try {
        answers[index] = await followOrder(floor, order, signal)
      } catch (error) {
        // The others are asked all the same: their links do not wait.
        failures.push(error)
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(mostAtOnce, orders.length) }, work))
  if (failures.length > 0) throw failures[0]
  return answers
}

/**
 * Ask about orders as {@link followOrders} does, and give what came of them its place: takes of runs that are past shooting, clips
 * on the shelf of those that are deleted. One that was delivered before and has no place yet gets it. An order whose answer is lost
 * for good is given up where nobody would ask again, and one that has not left is let go where nobody would send it.
 */
export const reconcileOrders = async (
  floor: Floor,
  orders: readonly Order[],
  signal: AbortSignal,
): Promise<readonly Followed[]> => {
  const followed: Followed[] = []
  for (const one of await followOrders(floor, orders, signal)) {
    followed.push(await givenUp(floor, one))
  }
  const byRun = Map.groupBy(followed, ({ order }) => order.production)
  for (const [production, own] of byRun) {
    await givePlace(
      floor,
      production,
      own.map(({ order }) => order),
    )
  }
  return placed(floor, followed)
}

/** Give those that had been delivered before, and that no take was made of, a place all the same, and say so. */
const placed = async (
  floor: Floor,
  followed: readonly Followed[],
): Promise<readonly Followed[]> => {
  if (!followed.some(({ before }) => before === 'delivered')) return followed
  const left = new Set((await floor.shelf.unplaced()).map(({ key }) => key))
  const told: Followed[] = []
  for (const one of followed) {
    if (one.before !== 'delivered') told.push(one)
    else if (!left.has(one.order.key)) told.push({ ...one, note: 'its footage has its place now' })
    else told.push({ ...one, note: (await bringHome(floor, one.order))?.note ?? null })
  }
  return told
}

const givenUp = async (floor: Floor, followed: Followed): Promise<Followed> => {
  const { order } = followed
  const isUnsent = order.state === 'held'
  if (!(isUnsent || order.state === 'unknown')) return followed
  if (!(await isOver(floor, order.production))) return followed
  const now = isUnsent
    ? await floor.ledger.advance(order.key, { kind: 'let-go', reason: neverLeft })
    : await giveUpLost(floor, order)
  return now.state === order.state ? followed : { ...followed, order: now, note: null }
}

const neverLeft = 'its run was cut off before it was sent'

/** Whether a run sends nothing again: it is deleted, cancelled or a test, and nobody works on it. */
export const isOver = async (
  { productions }: Pick<Floor, 'productions'>,
  production: string,
): Promise<boolean> => {
  if ((await productions.directed([production])).has(production)) return false
  const run = await productions.get(production)
  return run === null || run.isTest || run.state === 'cancelled'
}

/**
 * Give what orders of one run came to its place, where no stage of the run does that any more.
 *
 * @returns slates of the new takes with footage, as `pilot/slate`
 */
export const givePlace = async (
  floor: Floor,
  production: string,
  orders: readonly Order[],
): Promise<readonly string[]> => {
  if (await floor.productions.removal(production)) {
    for (const order of orders) if (order.state === 'delivered') await bringHome(floor, order)
    return []
  }
  const run = await floor.productions.get(production)
  if (!run?.isTest) return run ? shelveLateTakes(floor, run) : []
  await settleTest(floor, run)
  return []
}

/** Ask about everything that a run may have at vendors, before its stages go on. */
export const reconcileRun = async (floor: Floor, production: string): Promise<void> => {
  const orders = await floor.ledger.orders(production)
  await followOrders(
    floor,
    orders.filter(({ state }) => isAtVendor(state)),
    floor.signal(production),
  )
}

const followOrder = async (floor: Floor, open: Order, signal: AbortSignal): Promise<Followed> => {
  const before = open.state
  const order = await noticeLostAnswer(floor.ledger, open)
  const same = (note: string): Followed => ({ order, before, note, isAsked: false })
  if (order.state === 'submitting') return same('it is being sent at this moment')
  if (order.state === 'held') return same('it is not sent yet')
  if (isOrderClosed(order.state)) return { ...same(''), note: null }
  try {
    const model = makerOf(floor, order)
    if (model === null) return same(`${order.model} cannot be asked about it from here`)
    if (!tells(model, order)) return same(`${order.model} has no list of jobs to look in`)
    const outcome = await floor.desk.follow(order, model, signal, true)
    const now = (await floor.ledger.order(order.key)) ?? order
    const note = outcome.kind === 'running' ? outcome.note : null
    return { order: now, before, note, isAsked: true }
  } catch (error) {
    // What is the vendor's, or the keys', is told by the stage that needs them, when it does.
    if (isStudioError(error) && isVendors(error.code)) return same(unbought(error.message))
    throw error
  }
}

/** Nobody wanted to buy anything when asking. */
const unbought = (message: string): string => message.replace(/ *Nothing was bought\./g, '')

/**
 * Whether something comes of following an order. One without a job is left as it is where there is no list, and its own stage may
 * send it once more; one that is never sent again blindly waits for a person from now on.
 */
const tells = ({ find }: AskedModel, { job, port, state }: Order): boolean =>
  find !== undefined || job !== null || (state === 'unknown' && lostAnswerPolicy(port) === 'park')

const isVendors = (code: string): boolean =>
  code.startsWith('vendor-') ||
  code === 'not-found' ||
  code === 'not-available' ||
  code === 'model-retired'

/**
 * Make takes of what came of orders after a run was past shooting, or over: it is paid, and goes to the shelf. Does nothing
 * for a run that shoots its film yet, whose stage does that, nor for one that another process works on: a retake may just be
 * making takes of the same orders there, and every run shelves what is late when it wraps.
 *
 * @returns slates of the new takes with footage, as `pilot/slate`
 */
const shelveLateTakes = async (
  floor: Floor,
  { id }: Pick<Production, 'id'>,
): Promise<readonly string[]> => {
  const seen = await floor.productions.get(id)
  if (!seen || (await lateCalls(floor, seen)).length === 0) return []
  const made = await whenFree(floor, id, async () => {
    const run = await floor.productions.get(id)
    return run ? shelveLateTakesDirected(floor, run) : []
  })
  return made === 'busy' ? [] : made
}

/** As {@link shelveLateTakes}, by the one who directs the run. */
export const shelveLateTakesDirected = async (
  floor: Floor,
  run: Production,
): Promise<readonly string[]> => {
  const shelved: string[] = []
  for (const { call, order } of await lateCalls(floor, run)) {
    // What is paid is kept, whoever stops meanwhile.
    await keepTake({ ...floor, signal: () => neverAborted }, call, order)
    if (order.state !== 'delivered') continue
    await floor.productions.setTakeState(run.id, call, late)
    shelved.push(`${call.pilot}/${call.slate}`)
  }
  return shelved
}

/** Takes on the call sheet that nobody makes any more though their orders are closed. Of a cancelled run footage alone counts. */
const lateCalls = async (
  floor: Floor,
  run: Production,
): Promise<readonly { readonly call: TakeRequest; readonly order: Order }[]> => {
  const isCancelled = run.state === 'cancelled'
  if (!(isPastShooting(run) || isCancelled)) return []
  return (await calledTakes(floor, run.id)).flatMap(({ call, order, take }) => {
    if (take !== null || order === null || !isOrderClosed(order.state)) return []
    return isCancelled && order.state !== 'delivered' ? [] : [{ call, order }]
  })
}

const late: TakeDecision = {
  ...{ state: 'dailies', decidedBy: 'crew' },
  note: 'its clip came in after the film was shot',
}
