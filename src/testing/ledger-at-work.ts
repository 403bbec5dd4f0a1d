import type { Funds } from '../domain/money.ts'
import { parseUsd } from '../domain/money.ts'
import type { Order } from '../domain/order.ts'
import type { HoldAnswer, LedgerStore, LedgerTotals, SpendDay } from '../ports/ledger-store.ts'
import type { ProductionStore } from '../ports/production-store.ts'
import { sampleBrief, sampleDraft } from './sample-production.ts'

/** What the suite needs of a ledger. */
export interface LedgerStoreHarness {
  readonly ledger: LedgerStore
  /** The productions of the same tenant. */
  readonly productions: ProductionStore
  /** Set the UTC day that the ledger's clock tells: `2026-11-10`, the day it begins with. */
  setDay(day: string): void
  dispose(): Promise<void>
}

/** Dollars as a person writes them. */
export const usd: typeof parseUsd = parseUsd

/** Opens a ledger with run `lake`. Default: a budget of $5 in simulated funds. */
export type OpenLedger = (budget?: string, funds?: Funds) => Promise<LedgerAtWork>

/** A ledger, and the ways its tests work with it. */
export interface LedgerAtWork extends Omit<LedgerStoreHarness, 'dispose'> {
  readonly makeRun: (id: string) => Promise<unknown>
  /** Draft an order and ask for its money. */
  readonly ask: (name: string, quoted: string, options?: Ask) => Promise<HoldAnswer>
}

interface Ask {
  /** Default `lake`. */
  readonly run?: string
  readonly useBond?: boolean
  readonly slots?: number
  readonly funds?: Funds
}

/** A ledger with run `lake`. */
export const ledgerAtWork = async (
  { ledger, productions, setDay }: LedgerStoreHarness,
  budget: string,
  funds: Funds,
): Promise<LedgerAtWork> => {
  const makeRun = (id: string): Promise<unknown> =>
    productions.create({
      ...{ id, outputDir: `/productions/${id}`, until: null },
      brief: { ...sampleBrief, funds, budget: usd(budget) },
    })
  await makeRun('lake')
  const ask: LedgerAtWork['ask'] = async (name, quoted, options = {}) => {
    const production = options.run ?? 'lake'
    await ledger.draft({
      ...{ ...sampleDraft, production, key: `${production}/${name}`, quoted: usd(quoted) },
      funds: options.funds ?? funds,
    })
    return ledger.hold(`${production}/${name}`, options.slots ?? 100, options.useBond ?? false)
  }
  return { ledger, productions, setDay, makeRun, ask }
}

/** Send an order that is held and bill it. */
export const deliver = async (ledger: LedgerStore, key: string, billed: string): Promise<Order> => {
  await ledger.advance(key, { kind: 'submission-started' })
  return ledger.advance(
    key,
    { kind: 'delivered', submission: 1, job: null },
    { billed: usd(billed) },
  )
}

/** Totals in dollars; what is not named is zero. */
export const money = (
  cap: string,
  rest: Partial<Record<keyof LedgerTotals, string>> = {},
): unknown => ({
  cap: usd(cap),
  settled: usd(rest.settled ?? '0'),
  held: usd(rest.held ?? '0'),
  bond: usd(rest.bond ?? '0'),
  overrun: usd(rest.overrun ?? '0'),
  overrunOpen: usd(rest.overrunOpen ?? '0'),
  funds: rest.funds ?? 'simulated',
})

/** A day of real money in dollars; what is not named is zero. */
export const spendDay = (
  day: string,
  {
    settled = '0',
    held = '0',
    bond = '0',
    settledOfDeleted = '0',
  }: { readonly [name in 'settled' | 'held' | 'bond' | 'settledOfDeleted']?: string },
): SpendDay => ({
  ...{ day, funds: 'real', settled: usd(settled), held: usd(held), bond: usd(bond) },
  settledOfDeleted: usd(settledOfDeleted),
})
