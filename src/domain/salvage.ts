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

/** How far a vendor's clock may be behind ours, in milliseconds. Chosen by this project. */
export const clockSlackMs = 60_000

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
 * Which jobs came of which orders: the same prompt, the same model where it is told, made after the order had left. Each job is
 * one order's; of orders for the same picture the earliest gets the earliest job.
 *
 * @param orders orders whose jobs are not known, see {@link mayHaveJob}
 * @param jobs jobs that no order has
 */
export const matchJobs = <Listed extends ListedJob>(
  orders: readonly Order[],
  jobs: readonly Listed[],
): readonly Adoption<Listed>[] => {
  const waiting = orders.toSorted((a, b) => leftAt(a) - leftAt(b))
  const inOrder = jobs.toSorted((a, b) => madeAt(a) - madeAt(b))
  return inOrder.flatMap((found) => {
    const at = waiting.findIndex((order) => couldBe(order, found))
    const [order] = at < 0 ? [] : waiting.splice(at, 1)
    return order ? [{ order, found }] : []
  })
}

/** The prompt that an order was sent with; null for one that has none. */
export const orderedPrompt = ({ request }: Pick<Order, 'request'>): string | null => {
  const prompt: Json | undefined = Reflect.get(Object(request), 'prompt')
  return typeof prompt === 'string' ? prompt : null
}

const couldBe = (order: Order, { prompt, model, ...found }: ListedJob): boolean => {
  const ordered = orderedPrompt(order)
  return (
    ordered !== null &&
    prompt !== null &&
    inOneLine(prompt) === inOneLine(ordered) &&
    (model === null || model === order.model) &&
    found.createdAt !== null &&
    madeAt(found) >= leftAt(order) - clockSlackMs
  )
}

const leftAt = ({ submittedAt }: Order): number => Date.parse(submittedAt ?? '')

const madeAt = ({ createdAt }: Pick<ListedJob, 'createdAt'>): number =>
  createdAt === null ? 0 : Date.parse(createdAt)

const inOneLine = (text: string): string => text.normalize('NFC').replaceAll(/\s+/g, ' ').trim()
