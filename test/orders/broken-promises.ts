import { microUsd, type Usd } from '../../src/domain/money.ts'
import type { OrderPort } from '../../src/domain/order.ts'
import { lostAnswerPolicy } from '../../src/domain/order-machine.ts'
import { lostWork, type Standing } from './lost-work.ts'
import type { SimulatedLedger } from './simulated-ledger.ts'
import type { SimulatedVendor } from './simulated-vendor.ts'

/** Worst case of an order, in micro-dollars. */
export const quoted: Usd = microUsd(100)

/** What is in store of a job; of the answer itself where there is no job. */
export const footageOf = (job: string | null): string => (job === null ? 'text' : `hash of ${job}`)

/** An order of a schedule. */
export interface Wanted {
  readonly key: string
  readonly port: OrderPort
  /** What is asked for; orders that ask for the same are interchangeable. */
  readonly request: string
}

/** How a schedule ended. */
export interface Ending {
  readonly orders: readonly Wanted[]
  readonly vendor: SimulatedVendor
  readonly ledger: SimulatedLedger
  /** How often a person chose to send an order once more. */
  readonly resubmitted: ReadonlyMap<string, number>
}

/** Everything that was promised of orders and does not hold at the end of a schedule. */
export const brokenPromises = (end: Ending): readonly string[] => [
  ...[...new Set(end.orders.map((one) => one.request))].flatMap((one) => wrongCharges(end, one)),
  ...lostWork(standingOf(end)),
  ...takenFromOthers(end),
]

const standingOf = ({ orders, vendor, ledger }: Ending): Standing => {
  const requests = new Map(orders.map(({ key, request }) => [key, request]))
  return {
    paid: vendor.nature.isSynchronous
      ? orders.flatMap(({ key, request }) =>
          Array.from({ length: vendor.charges(key) }, () => ({ job: null, asked: request })),
        )
      : vendor.jobs
          .filter(({ end, sentFor }) => end === 'done' && sentFor !== '')
          .map(({ id, request }) => ({ job: id, asked: request })),
    orders: [...ledger.orders.values()],
    askedBy: ({ key }) => requests.get(key) ?? '',
    told: new Set(ledger.told.map(({ id }) => String(id))),
    strays: new Set(ledger.strays.map(({ id }) => String(id))),
    isHome: ({ outputHash }, job) => outputHash === footageOf(job),
  }
}

/** Orders that were given what another film had made. */
const takenFromOthers = ({ vendor, ledger }: Ending): readonly string[] => {
  const others = new Set(vendor.jobs.filter(({ sentFor }) => sentFor === '').map(({ id }) => id))
  return [...ledger.orders.values()]
    .filter(({ job }) => others.has(String(job?.['id'])))
    .map(({ key, job }) => `${key} was given ${job?.['id']}, which is another film's`)
}

/** Orders of one request are paid once each, and once more only where the policy or a person says so. */
const wrongCharges = (
  { orders, vendor, ledger, resubmitted }: Ending,
  request: string,
): readonly string[] => {
  const group = orders.filter((one) => one.request === request)
  const sum = (amount: (wanted: Wanted) => number): number =>
    group.reduce((total, wanted) => total + amount(wanted), 0)
  const charges = sum(({ key }) => vendor.charges(key))
  const most = sum(({ key, port }) => {
    const policy = lostAnswerPolicy(port) === 'send-once-more' ? 2 : 1
    return policy + (resubmitted.get(key) ?? 0)
  })
  const booked = sum(({ key }) => {
    const order = ledger.orders.get(key)
    return order ? order.billed + order.held : 0
  })
  const charged = sum(({ key }) => Math.min(vendor.charged(key), quoted * vendor.charges(key)))
  return [
    ...(charges > most
      ? [`"${request}" was paid ${charges} times, at most ${most} are right`]
      : []),
    ...(charged > booked ? [`"${request}" was billed ${charged}, the books say ${booked}`] : []),
  ]
}
