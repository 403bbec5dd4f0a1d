import type { Wanted } from './broken-promises.ts'
import type { Dice } from './dice.ts'
import type { SimulatedLedger } from './simulated-ledger.ts'
import type { SimulatedVendor } from './simulated-vendor.ts'

/** What a person sees, and what is counted of the decisions. */
interface Asked {
  readonly dice: Dice
  readonly ledger: SimulatedLedger
  readonly vendor: SimulatedVendor
  readonly now: number
  /** How often each order was sent once more because a person chose so. */
  readonly resubmitted: Map<string, number>
}

/** A person looks at a parked order and decides. */
export const decide = (asked: Asked, { key, request }: Wanted): void => {
  const { ledger, vendor, dice: chosen, now } = asked
  const order = ledger.orders.get(key)
  if (order?.state !== 'parked') return
  const mood = chosen.under(4)
  const jobs = vendor.jobs
    .filter((job) => job.request === request && job.sentFor !== '')
    .map(({ id }) => ({ id }))
  const [job] = ledger.unclaimed(key, jobs)
  if (mood === 0 && job) ledger.advance(key, { kind: 'adopted-by-person', job }, {}, now)
  const again = mood === 1 && ledger.hold(key, order.submissions, now).kind === 'granted'
  if (again) {
    asked.resubmitted.set(key, (asked.resubmitted.get(key) ?? 0) + 1)
  }
  if (mood === 2) {
    const event = { kind: 'written-off-by-person', reason: 'not worth it' } as const
    ledger.advance(key, event, { billed: order.held }, now)
  }
}
