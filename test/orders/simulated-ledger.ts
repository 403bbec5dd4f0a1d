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
import type { HoldAnswer, OrderFields } from '../../src/ports/ledger-store.ts'

/** The ledger of one production, in memory: every call is a committed transaction. */
export interface SimulatedLedger {
  readonly orders: ReadonlyMap<string, Order>
  readonly strays: readonly Job[]
  draft(key: string, port: OrderPort, quoted: Usd, now: number): Order
  hold(key: string, again: number | null, now: number): HoldAnswer
  begin(key: string, now: number): Order | null
  advance(key: string, event: OrderEvent, fields: OrderFields, now: number): Order
  unclaimed(key: string, jobs: readonly Job[]): readonly Job[]
  /** Whether there is money for another hold. */
  hasMoney(amount: Usd): boolean
  /** What is wrong with the money; null when nothing is. */
  problem(): string | null
}

/** A ledger with a cap and an account of so many slots. */
export const simulatedLedger = (cap: number, slots: number): SimulatedLedger => {
  const orders = new Map<string, Order>()
  const strays: Job[] = []
  const money = { held: 0, settled: 0, overrun: 0 }
  let restsUntil = 0

  const orderOf = (key: string): Order => {
    const order = orders.get(key)
    if (!order) throw new TypeError(`no order ${key}`)
    return order
  }
  const write = (order: Order, now: number): Order => {
    const written = { ...order, updatedAt: iso(now) }
    orders.set(order.key, written)
    return written
  }
  const unclaimed: SimulatedLedger['unclaimed'] = (key, jobs) =>
    jobs.filter((job) =>
      [...orders.values()].every((other) => other.key === key || !isSameJob(other.job, job)),
    )
  const isSlotFree = (key: string): boolean => {
    const open = [...orders.values()].filter(({ state }) => slotStates.has(state))
    return open.some((order) => order.key === key) || open.length < slots
  }

  const settle = (order: Order, step: OrderStep, fields: OrderFields): Partial<Order> => {
    const assumed = order.quoted * step.assumed
    const billed = (fields.billed ?? 0) + assumed
    const covered = Math.min(billed, order.held)
    money.held -= order.held
    money.settled += billed
    money.overrun += billed - covered
    return { held: zeroUsd, billed: microUsd(billed), assumed: microUsd(assumed) }
  }

  const ledger: SimulatedLedger = {
    ...{ orders, strays, unclaimed },
    begin: (key, now) =>
      orderOf(key).state === 'held'
        ? ledger.advance(key, { kind: 'submission-started' }, {}, now)
        : null,
    draft: (key, port, quoted, now) =>
      orders.get(key) ?? write(draftOf(key, port, quoted, now), now),
    hold: (key, again, now) => {
      const order = orderOf(key)
      const mayHold = again === null ? ['drafted', 'held'] : ['unknown', 'parked']
      const isSame = again === null || again === order.submissions
      if (!mayHold.includes(order.state) || !isSame) return { kind: 'granted', order }
      if (now < restsUntil) return { kind: 'resting', reason: 'it rests', waitMs: restsUntil - now }
      if (!isSlotFree(key)) return { kind: 'no-slot' }
      if (order.state === 'held') return { kind: 'granted', order: write(order, now) }
      if (money.overrun > 0) return { kind: 'blocked-by-overrun', overrun: microUsd(money.overrun) }
      const free = cap - money.settled - money.held
      if (order.quoted > free) {
        const available = microUsd(Math.max(0, free))
        return { kind: 'refused', scope: 'production', cap: microUsd(cap), available }
      }
      const step = advanceOrder(order, {
        kind: again === null ? 'hold-granted' : 'hold-granted-again',
      })
      money.held += order.quoted
      const held = microUsd(order.held + order.quoted)
      return { kind: 'granted', order: write({ ...order, ...positionOf(step), held }, now) }
    },
    advance: (key, event, fields, now) => {
      const order = orderOf(key)
      const brings =
        'job' in event && event.job && !isSameJob(event.job, order.job) ? [event.job] : []
      const isClaimed = brings.length > 0 && unclaimed(key, brings).length === 0
      const told = isClaimed ? withoutClaimedJob(event) : event
      if (!told) return order
      const step = advanceOrder(order, told)
      if (step.stray) strays.push(step.stray)
      if (fields.restMs) restsUntil = Math.max(restsUntil, now + fields.restMs)
      if (step.state === order.state && step.hold === 'none') return order
      const paid = step.hold === 'settle' ? settle(order, step, fields) : {}
      if (step.hold === 'release') money.held -= order.held
      const released = step.hold === 'release' ? { held: zeroUsd } : {}
      const left = told.kind === 'submission-started' ? { submittedAt: iso(now) } : {}
      return write({ ...order, ...positionOf(step), ...paid, ...released, ...left }, now)
    },
    hasMoney: (amount) => money.overrun === 0 && amount <= cap - money.settled - money.held,
    problem: () => {
      const { held, settled, overrun } = money
      const sum = [...orders.values()].reduce((total, order) => total + order.held, 0)
      if (sum !== held) return `holds sum to ${sum}, the account says ${held}`
      if (settled - overrun + held > cap) return `${settled} - ${overrun} + ${held} > cap ${cap}`
      const closed = [...orders.values()].find((one) => isOrderClosed(one.state) && one.held !== 0)
      return closed ? `${closed.key} is closed and holds ${closed.held}` : null
    },
  }
  return ledger
}

const slotStates: ReadonlySet<string> = new Set(['held', 'submitting', 'accepted', 'unknown'])

const iso = (ms: number): string => new Date(ms).toISOString()

const positionOf = ({ state, submissions, doubtful, job }: OrderStep) => ({
  ...{ state, submissions, doubtful, job },
})

const draftOf = (key: string, port: OrderPort, quoted: Usd, now: number): Order => ({
  ...{ key, production: 'run', port, model: 'vendor/model', requestHash: key, request: null },
  ...{ state: 'drafted', funds: 'emulated', quoted, held: zeroUsd, billed: zeroUsd },
  ...{ assumed: zeroUsd, submissions: 0, doubtful: 0, submittedAt: null, job: null },
  ...{ outputHash: null, output: null, reason: '', trouble: null },
  ...{ createdAt: iso(now), updatedAt: iso(now) },
})
