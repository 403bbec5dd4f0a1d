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
 * How long before an order left a job may have been made, by the clocks, that casts doubt on its being absent, in milliseconds:
 * a clock that was wrong when the order left may be right by now. A day, for most are wrong by a time zone. Chosen by this project.
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
 * Which jobs came of which orders: the same prompt, the same model where it is told, made after the order had left. Each job is
 * one order's; of orders for the same picture the earliest gets the earliest job.
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
  const inOrder = jobs.toSorted((a, b) => (madeMs(a) ?? 0) - (madeMs(b) ?? 0))
  return inOrder.flatMap((found) => {
    const at = waiting.findIndex((order) => couldBe(order, found, aheadMs))
    const [order] = at < 0 ? [] : waiting.splice(at, 1)
    return order ? [{ order, found }] : []
  })
}

/**
 * Whether a job was made after an order had left, by clocks that may be apart as far as those that agree.
 *
 * @param madeMs by the vendor's clock, epoch milliseconds; null where it is not told: then it is not known to be
 * @param leftMs by ours, epoch milliseconds
 * @param aheadMs how far the vendor's clock is ahead of ours, in milliseconds
 */
export const isMadeSince = (madeMs: number | null, leftMs: number, aheadMs: number): boolean =>
  madeMs !== null && madeMs >= leftMs + aheadMs - clockSlackMs

/**
 * How a job differs from what an order asked for, as far as its vendor tells: sentences, none where it may be the order's.
 *
 * @param job as the account tells it
 */
export const jobDifferences = (
  order: Pick<Order, 'model' | 'request'>,
  { model, prompt }: Pick<ListedJob, 'model' | 'prompt'>,
): readonly string[] => {
  const ordered = orderedPrompt(order)
  return [
    ...(model === null || model === order.model
      ? []
      : [`It is of ${model}, and the order is for ${order.model}.`]),
    ...(prompt === null || ordered === null || inOneLine(prompt) === inOneLine(ordered)
      ? []
      : [`It asks for ${quoted(prompt)}, and the order asks for ${quoted(ordered)}.`]),
  ]
}

/**
 * Orders that a job may be of, where its vendor tells too little to know: nothing that it tells speaks against them.
 *
 * @param orders as {@link matchJobs}
 */
export const mayBeOf = (orders: readonly Order[], found: ListedJob): readonly Order[] =>
  orders.filter(
    (order) =>
      jobDifferences(order, found).length === 0 &&
      (found.createdAt === null || isMadeSince(madeMs(found), leftAt(order), 0)),
  )

const quoted = (text: string): string => {
  const line = inOneLine(text)
  return JSON.stringify(line.length > mostQuoted ? `${line.slice(0, mostQuoted)}…` : line)
}

/** Characters of a prompt that are told to tell it from another. Chosen by this project. */
const mostQuoted = 120

/** A job as people read it: the vendor's id. */
export const jobText = (job: Job | null): string =>
  job === null ? '' : String(job['id'] ?? JSON.stringify(job))

/** The prompt that an order was sent with; null for one that has none. */
export const orderedPrompt = ({ request }: Pick<Order, 'request'>): string | null => {
  const prompt: Json | undefined = Reflect.get(Object(request), 'prompt')
  return typeof prompt === 'string' ? prompt : null
}

const couldBe = (order: Order, found: ListedJob, aheadMs: number): boolean => {
  const { prompt, model } = found
  const ordered = orderedPrompt(order)
  return (
    ordered !== null &&
    prompt !== null &&
    inOneLine(prompt) === inOneLine(ordered) &&
    (model === null || model === order.model) &&
    isMadeSince(madeMs(found), leftAt(order), aheadMs)
  )
}

const leftAt = ({ submittedAt }: Order): number => Date.parse(submittedAt ?? '')

const madeMs = ({ createdAt }: Pick<ListedJob, 'createdAt'>): number | null =>
  createdAt === null ? null : Date.parse(createdAt)

const inOneLine = (text: string): string => text.normalize('NFC').replaceAll(/\s+/g, ' ').trim()
