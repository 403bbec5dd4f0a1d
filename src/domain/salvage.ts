import type { Json } from './json.ts'
import type { Job, Order } from './order.ts'

/** A job as an account lists it. */
export interface ListedJob {
  readonly job: Job
  /** `vendor/model`; null where the vendor does not say. */
  readonly model: string | null
  readonly prompt: string | null
  /** ISO 8601, UTC; null where the vendor does not say. */
  readonly createdAt: string | null
}

/** An order whose answer was lost, and the job that came of it. */
export interface Adoption<Listed extends ListedJob> {
  readonly order: Order
  readonly found: Listed
}

/** How far two clocks may be apart that agree, in milliseconds. Chosen by this project. */
export const clockSlackMs = 60_000

/**
 * How long before an order left its job may have been made by the clocks, in milliseconds: one that was wrong when the order left
 * may be right by now. A day, for most are wrong by a time zone. Chosen by this project.
 */
export const lookBackMs = 86_400_000

/**
 * How long an order may be on its way to its vendor before it is given up, in milliseconds: ten times as long as a request
 * takes to leave and be answered. Chosen by this project.
 */
const onItsWayMs = 10 * 60_000

/** Whether an order's job may be among those that nobody has: its answer is lost, or not written down yet. */
export const mayHaveJob = ({ state, job, submittedAt }: Order): boolean =>
  job === null &&
  submittedAt !== null &&
  (state === 'submitting' || state === 'unknown' || state === 'parked')

/**
 * Whether somebody may be sending an order at this moment.
 *
 * @param nowMs epoch milliseconds
 */
export const isOnItsWay = ({ state, submittedAt }: Order, nowMs: number): boolean =>
  state === 'submitting' && nowMs - Date.parse(submittedAt ?? '') <= onItsWayMs

/**
 * Which jobs came of which orders: the same prompt, the same model where it is told, made after the order had left; what is left
 * over then may have been made before it, by a clock that was wrong. Each job is one order's; of orders for the same picture the
 * earliest gets the earliest job, or of those made before it the latest.
 *
 * @param orders orders whose jobs are not known, see {@link mayHaveJob}
 * @param jobs jobs that no order has
 * @param aheadMs how far the vendor's clock is ahead of ours, in milliseconds
 */
export const matchJobs = <Listed extends ListedJob>(
  orders: readonly Order[],
  jobs: readonly Listed[],
  aheadMs: number,
): readonly Adoption<Listed>[] => {
  const waiting = orders.toSorted((a, b) => leftAt(a) - leftAt(b))
  const inOrder = jobs.toSorted((a, b) => madeAt(a) - madeAt(b))
  const matched = (found: Listed, beforeMs: number): readonly Adoption<Listed>[] => {
    const at = waiting.findIndex((order) => couldBe(order, found, aheadMs - beforeMs))
    const [order] = at < 0 ? [] : waiting.splice(at, 1)
    return order ? [{ order, found }] : []
  }
  const after = inOrder.flatMap((found) => matched(found, clockSlackMs))
  const left = inOrder.filter((job) => !after.some(({ found }) => found === job))
  return [...after, ...left.toReversed().flatMap((found) => matched(found, lookBackMs))]
}

/** The prompt that an order was sent with; null for one that has none. */
export const orderedPrompt = ({ request }: Pick<Order, 'request'>): string | null => {
  const prompt: Json | undefined = Reflect.get(Object(request), 'prompt')
  return typeof prompt === 'string' ? prompt : null
}

/** @param fromMs how long after the order had left its job was made at the earliest, by the clocks */
const couldBe = (order: Order, { prompt, model, ...found }: ListedJob, fromMs: number): boolean => {
  const ordered = orderedPrompt(order)
  return (
    ordered !== null &&
    prompt !== null &&
    inOneLine(prompt) === inOneLine(ordered) &&
    (model === null || model === order.model) &&
    found.createdAt !== null &&
    madeAt(found) >= leftAt(order) + fromMs
  )
}

const leftAt = ({ submittedAt }: Order): number => Date.parse(submittedAt ?? '')

const madeAt = ({ createdAt }: Pick<ListedJob, 'createdAt'>): number =>
  createdAt === null ? 0 : Date.parse(createdAt)

const inOneLine = (text: string): string => text.normalize('NFC').replaceAll(/\s+/g, ' ').trim()
