import { randomInt } from 'node:crypto'
import { isStudioError } from '../../src/domain/errors.ts'
import type { Usd } from '../../src/domain/money.ts'
import { microUsd } from '../../src/domain/money.ts'
import type { Order } from '../../src/domain/order.ts'
import { isOrderClosed } from '../../src/domain/order-machine.ts'
import type { HoldAnswer } from '../../src/ports/ledger-store.ts'
import { openStore } from '../../src/store/database.ts'
import type { TenantLedger } from '../../src/store/ledger-store.ts'
import { ledgerStore } from '../../src/store/ledger-store.ts'
import type { HammerJob, HammerReport } from './hammer-report.ts'

/**
 * One of the processes that hammer a ledger until they are killed: it drafts, holds, sends, settles, releases, bonds
 * and overruns at random, on its own orders and on those that killed processes left behind.
 */
const job = JSON.parse(process.argv[2] ?? '') as HammerJob
const dayMs = 86_400_000
// Days before and after a turn of the day, all in one month, so that a cap of the month sees several days.
const clock = {
  now: () => Date.parse('2026-11-10T12:00:00Z') + randomInt(job.days) * dayMs,
}
const database = await openStore({ url: job.url, connections: 2 })
const ledger = ledgerStore(database, job.tenant, { clock })
let serial = 0

const report = (what: HammerReport['what']): void => {
  process.send?.({ what } satisfies HammerReport)
}

const amount = async (production: string): Promise<Usd> => {
  const kind = randomInt(4)
  if (kind > 0) return microUsd(randomInt(1, 700_001))
  // On the edge: all there is, or one micro-dollar more.
  return microUsd((await ledger.available(production)) + randomInt(2))
}

const ask = async (production: string): Promise<void> => {
  serial += 1
  const key = `${production}/p1/video/${process.pid}/${serial}`
  const quoted = await amount(production)
  await ledger.draft({
    ...{
      key,
      production,
      port: 'video',
      model: 'hammer/one',
      requestHash: key,
      request: null,
      chain: null,
    },
    ...{ funds: job.funds, quoted },
  })
  await answered(production, await ledger.hold(key, 1_000_000, randomInt(2) === 0))
}

const answered = async (
  production: string,
  answer: HoldAnswer | { readonly kind: 'bonded' },
): Promise<void> => {
  report(answer.kind)
  if (answer.kind !== 'blocked-by-overrun') return
  // Always room for a few holds more, so that the hammering never runs out of money to fight for.
  const { cap, settled } = await ledger.totals(production)
  await ledger.raiseCap(production, microUsd(Math.max(cap + 1, settled + 3_000_000)))
}

const moveOn = async (production: string): Promise<void> => {
  const open = (await ledger.orders(production)).filter(({ state }) => !isOrderClosed(state))
  const order = open[randomInt(Math.max(1, open.length))]
  if (order) await finish(ledger, order)
}

const finish = async (book: TenantLedger, order: Order): Promise<void> => {
  const { key } = order
  if (order.state === 'drafted') {
    report((await book.hold(key, 1_000_000, false)).kind)
    return
  }
  if (order.state === 'held') {
    if (randomInt(2) === 0) {
      await book.advance(key, { kind: 'let-go', reason: 'not wanted after all' })
      return report('released')
    }
    await book.advance(key, { kind: 'submission-started' })
    return
  }
  const over = job.overruns && randomInt(6) === 0 ? randomInt(1, 5000) : 0
  const billed = over > 0 ? order.held + over : Math.min(order.held, randomInt(0, 20_000))
  await book.advance(
    key,
    { kind: 'delivered', submission: 1, job: null },
    { billed: microUsd(billed) },
  )
  report(over > 0 ? 'overrun' : 'settled')
}

/** Two processes may pick one order; the state machine tells the slower one so. */
const isLostRace = (error: unknown): boolean =>
  (error instanceof TypeError && /^An order that is |^Order \S+ is settled/.test(error.message)) ||
  (isStudioError(error) && error.code === 'bad-input' && error.message.includes('only be raised'))

for (;;) {
  const production = job.productions[randomInt(job.productions.length)] ?? ''
  try {
    const turn = randomInt(10)
    if (turn < 3) await ask(production)
    else if (turn < 9) await moveOn(production)
    else await answered(production, await ledger.setBond(production, microUsd(randomInt(900_000))))
  } catch (error) {
    if (!isLostRace(error)) throw error
    report('lost-race')
  }
}
