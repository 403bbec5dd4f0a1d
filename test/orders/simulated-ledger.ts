import { microUsd, type Usd, zeroUsd } from '../../src/domain/money.ts'
import type { Job, Order, OrderPort } from '../../src/domain/order.ts'
import {
  advanceOrder,
  isOrderClosed,
  isSameJob,
  type OrderEvent,
  type OrderStep,
  withoutClaimedJob,
} from '../../src/domain/order-machine.ts'
import type { HoldAnswer, OrderFields, UnexplainedJob } from '../../src/ports/ledger-store.ts'

/** The ledger of one production, in memory: every call is a committed transaction. */
export interface SimulatedLedger {
  readonly orders: ReadonlyMap<string, Order>
  readonly strays: readonly Job[]
  /** Every job that it was told of. */
  readonly told: readonly Job[]
  draft(key: string, port: OrderPort, quoted: Usd, now: number): Order
  hold(key: string, again: number | null, now: number): HoldAnswer
  begin(key: string, now: number): Order | null
  advance(key: string, event: OrderEvent, fields: OrderFields, now: number): Order
  unclaimed(key: string, jobs: readonly Job[]): readonly Job[]
  unexplained(key: string, jobs: readonly Job[]): readonly UnexplainedJob[]
  /** Salvage puts a job that no order has on the shelf. */
  shelve(job: Job): void
  /** Whether there is money for another hold. */
  hasMoney(amount: Usd): boolean
  /** What is wrong with the money; null when nothing is. */
  problem(): string | null
}

/** What the ledger has written down. */
interface Books {
  readonly cap: number
  readonly slots: number
  readonly orders: Map<string, Order>
  readonly strays: Job[]
  readonly told: Job[]
  readonly shelf: Job[]
  held: number
  settled: number
  overrun: number
  restsUntil: number
}

/** A ledger with a cap and an account of so many slots. */
export const simulatedLedger = (cap: number, slots: number): SimulatedLedger => {
  const books: Books = {
    ...{ cap, slots, orders: new Map(), strays: [], told: [], shelf: [] },
    ...{ held: 0, settled: 0, overrun: 0, restsUntil: 0 },
  }
  const { orders, strays, told, shelf } = books
  return {
    ...{ orders, strays, told },
    draft: (key, port, quoted, now) =>
      orders.get(key) ?? write(books, draftOf(key, port, quoted, now), now),
    hold: (key, again, now) => hold(books, orderOf(books, key), again, now),
    begin: (key, now) => {
      const order = orderOf(books, key)
      const event = { kind: 'submission-started' } as const
      return order.state === 'held' ? advance(books, order, { event, fields: {} }, now) : null
    },
    advance: (key, event, fields, now) =>
      advance(books, orderOf(books, key), { event, fields }, now),
    unclaimed: (key, jobs) => unclaimed(books, key, jobs),
    unexplained: (key, jobs) =>
      unclaimed(books, key, jobs)
        .filter((job) => !includes(strays, job))
        .map((job) => ({ job, isShelved: includes(shelf, job) })),
    shelve: (job) => {
      shelf.push(job)
    },
    hasMoney: (amount) => books.overrun === 0 && amount <= cap - books.settled - books.held,
    problem: () => problemOf(books),
  }
}

const orderOf = ({ orders }: Books, key: string): Order => {
  const order = orders.get(key)
  if (!order) throw new TypeError(`no order ${key}`)
  return order
}

const write = ({ orders }: Books, order: Order, now: number): Order => {
  const written = { ...order, updatedAt: iso(now) }
  orders.set(order.key, written)
  return written
}

const unclaimed = ({ orders }: Books, key: string, jobs: readonly Job[]): readonly Job[] =>
  jobs.filter((job) =>
    [...orders.values()].every((other) => other.key === key || !isSameJob(other.job, job)),
  )

const includes = (jobs: readonly Job[], job: Job): boolean =>
  jobs.some((one) => isSameJob(one, job))

const hold = (books: Books, order: Order, again: number | null, now: number): HoldAnswer => {
  if (!mayHold(order, again)) return { kind: 'granted', order }
  const without = withoutMoney(books, order, now)
  if (without) return without
  if (order.state === 'held') return { kind: 'granted', order: write(books, order, now) }
  const kind = again === null ? 'hold-granted' : 'hold-granted-again'
  const step = advanceOrder(order, { kind })
  if (step.stray) books.strays.push(step.stray)
  books.held += order.quoted
  const held = microUsd(order.held + order.quoted)
  return { kind: 'granted', order: write(books, { ...order, ...positionOf(step), held }, now) }
}

/** Why an order gets no money now; null when it does. */
const withoutMoney = (books: Books, order: Order, now: number): HoldAnswer | null => {
  const { cap, settled, held, overrun, restsUntil } = books
  if (now < restsUntil) return { kind: 'resting', reason: 'it rests', waitMs: restsUntil - now }
  if (!isSlotFree(books, order.key)) return { kind: 'no-slot' }
  if (order.state === 'held') return null
  if (overrun > 0) return { kind: 'blocked-by-overrun', overrun: microUsd(overrun) }
  const free = cap - settled - held
  if (order.quoted <= free) return null
  const available = microUsd(Math.max(0, free))
  return { kind: 'refused', scope: 'production', cap: microUsd(cap), available }
}

const isSlotFree = ({ orders, slots }: Books, key: string): boolean => {
  const open = [...orders.values()].filter(({ state }) => slotStates.has(state))
  return open.some((order) => order.key === key) || open.length < slots
}

const advance = (
  books: Books,
  order: Order,
  { event, fields }: { readonly event: OrderEvent; readonly fields: OrderFields },
  now: number,
): Order => {
  const brings = jobsOf(event).filter((job) => !isSameJob(job, order.job))
  const isClaimed = brings.length > 0 && unclaimed(books, order.key, brings).length === 0
  const told = isClaimed ? withoutClaimedJob(event) : event
  if (!told) return order
  const step = advanceOrder(order, told)
  if (step.stray) books.strays.push(step.stray)
  // What a search shows may be another order's; what a vendor answers, and what an order follows, is ours.
  if (told.kind === 'accepted' || step.job !== order.job) books.told.push(...jobsOf(told))
  books.restsUntil = Math.max(books.restsUntil, now + (fields.restMs ?? 0))
  if (step.state === order.state && step.hold === 'none') return order
  const left = told.kind === 'submission-started' ? { submittedAt: iso(now) } : {}
  const closed = closing(books, order, step, fields)
  const brought = fields.outputHash === undefined ? {} : { outputHash: fields.outputHash }
  const change = { ...positionOf(step), ...closed, ...left, ...brought, ...saidBy(told) }
  return write(books, { ...order, ...change }, now)
}

const saidBy = (event: OrderEvent): Partial<Order> =>
  'reason' in event ? { reason: event.reason } : {}

const closing = (
  books: Books,
  order: Order,
  step: OrderStep,
  fields: OrderFields,
): Partial<Order> => {
  if (step.hold !== 'release' && step.hold !== 'settle') return {}
  books.held -= order.held
  if (step.hold === 'release') return { held: zeroUsd }
  const assumed = order.quoted * step.assumed
  const billed = (fields.billed ?? 0) + assumed
  books.settled += billed
  books.overrun += billed - Math.min(billed, order.held)
  return { held: zeroUsd, billed: microUsd(billed), assumed: microUsd(assumed) }
}

const problemOf = ({ orders, held, settled, overrun, cap }: Books): string | null => {
  const sum = [...orders.values()].reduce((total, order) => total + order.held, 0)
  if (sum !== held) return `holds sum to ${sum}, the account says ${held}`
  if (settled - overrun + held > cap) return `${settled} - ${overrun} + ${held} > cap ${cap}`
  const closed = [...orders.values()].find((one) => isOrderClosed(one.state) && one.held !== 0)
  return closed ? `${closed.key} is closed and holds ${closed.held}` : null
}

const mayHold = ({ state, submissions }: Order, again: number | null): boolean =>
  again === null
    ? state === 'drafted' || state === 'held'
    : (state === 'unknown' || state === 'parked') && submissions === again

const jobsOf = (event: OrderEvent): readonly Job[] =>
  'job' in event && event.job ? [event.job] : []

const slotStates: ReadonlySet<string> = new Set(['held', 'submitting', 'accepted', 'unknown'])

const iso = (ms: number): string => new Date(ms).toISOString()

const positionOf = ({ state, submissions, doubtful, job }: OrderStep) => ({
  ...{ state, submissions, doubtful, job },
})

const draftOf = (key: string, port: OrderPort, quoted: Usd, now: number): Order => ({
  ...{ key, production: 'run', port, model: 'vendor/model', requestHash: key, request: null },
  ...{ state: 'drafted', funds: 'emulated', quoted, held: zeroUsd, billed: zeroUsd },
  ...{ assumed: zeroUsd, submissions: 0, doubtful: 0, submittedAt: null, job: null },
  ...{ outputHash: null, output: null, reason: '', trouble: null, account: null },
  ...{ createdAt: iso(now), updatedAt: iso(now) },
})
