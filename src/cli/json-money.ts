import { z } from 'zod'
import type { Funds } from '../domain/money.ts'
import type { RunLedger, TrailLine } from '../production/run-json.ts'

/** Schema of {@link Funds}. */
export const funds: z.ZodType<Funds> = z.enum(['real', 'emulated', 'simulated'])

/** Fields of {@link RunLedger}. */
export const ledgerShape: { readonly [Field in keyof RunLedger]: z.ZodType<RunLedger[Field]> } = {
  capUsd: z.number(),
  settledUsd: z.number(),
  heldUsd: z.number(),
  bondUsd: z.number(),
  overrunUsd: z.number(),
  funds,
}

/** Schema of {@link TrailLine}. */
export const trailLineSchema: z.ZodType<TrailLine> = z.strictObject({
  at: z.iso.datetime(),
  kind: z.string(),
  key: z.string(),
  amountUsd: z.number(),
  freeUsd: z.number(),
})

/** Schema of `budget --json`. */
export const budgetSchema: z.ZodType<BudgetLine> = z.strictObject({
  productionId: z.string(),
  ...ledgerShape,
  openOrders: z.array(
    z.strictObject({
      key: z.string(),
      model: z.string(),
      state: z.string(),
      heldUsd: z.number(),
      why: z.string(),
    }),
  ),
  models: z.array(
    z.strictObject({
      model: z.string(),
      funds,
      orders: z.int(),
      quotedUsd: z.number(),
      expectedUsd: z.number(),
      heldUsd: z.number(),
      billedUsd: z.number(),
      assumedUsd: z.number(),
      driftUsd: z.number().nullable(),
      driftPercent: z.number().nullable(),
      parked: z.array(z.string()),
    }),
  ),
  leftOut: z.int(),
  trail: z.array(trailLineSchema),
})

/** What `budget --json` prints: a run's money, what it is held for, and every movement. */
export interface BudgetLine extends RunLedger {
  readonly productionId: string
  /** Orders that money is held for. */
  readonly openOrders: readonly {
    readonly key: string
    readonly model: string
    readonly state: string
    readonly heldUsd: number
    /** Why it is still held, in words. */
    readonly why: string
  }[]
  /** What the orders of each model come to, the dearest first. */
  readonly models: readonly {
    readonly model: string
    readonly funds: Funds
    readonly orders: number
    /** Worst case of one submission of each. */
    readonly quotedUsd: number
    /** What the orders that were delivered or billed were expected to come to: their quotes; of the crew what such answers usually cost. */
    readonly expectedUsd: number
    readonly heldUsd: number
    readonly billedUsd: number
    /** Part of `billedUsd` that no vendor has told: the worst case of answers lost for good. */
    readonly assumedUsd: number
    /** What vendors billed beyond `expectedUsd`; negative for less; null for a vendor that sends no bills. */
    readonly driftUsd: number | null
    /** `driftUsd` in per cent of `expectedUsd`; null where one is nothing. */
    readonly driftPercent: number | null
    /** Keys of the orders that wait for a person. */
    readonly parked: readonly string[]
  }[]
  /** Lines of $0.00 that are not in `trail`; none with `--all`. */
  readonly leftOut: number
  readonly trail: readonly TrailLine[]
}

/** Schema of `spend --json`. */
export const spendSchema: z.ZodType<SpendLine> = z.strictObject({
  since: z.iso.datetime(),
  days: z.array(
    z.strictObject({
      day: z.iso.date(),
      funds,
      settledUsd: z.number(),
      settledOfDeletedUsd: z.number(),
      heldUsd: z.number(),
      bondUsd: z.number(),
    }),
  ),
  caps: z.array(z.strictObject({ scope: z.enum(['day', 'month']), funds, capUsd: z.number() })),
})

/** What `spend --json` prints. */
export interface SpendLine {
  /** ISO 8601, UTC. */
  readonly since: string
  readonly days: readonly {
    /** UTC day, `YYYY-MM-DD`. */
    readonly day: string
    readonly funds: Funds
    readonly settledUsd: number
    /** Part of `settledUsd` that runs spent which are deleted by now. */
    readonly settledOfDeletedUsd: number
    /** Open holds of orders, without bonds. */
    readonly heldUsd: number
    readonly bondUsd: number
  }[]
  readonly caps: readonly {
    readonly scope: 'day' | 'month'
    readonly funds: Funds
    readonly capUsd: number
  }[]
}

/** Schema of `produce --dry-run --json`. */
export const quoteSchema: z.ZodType<QuoteLine> = z.strictObject({
  event: z.literal('quote'),
  lines: z.array(z.strictObject({ label: z.string(), amountUsd: z.number() })),
  plannedUsd: z.number(),
  totalUsd: z.number(),
  bondUsd: z.number(),
  leastUsd: z.number(),
  budgetUsd: z.number(),
  funds,
  plan: z.array(z.string()),
  warnings: z.array(z.string()),
})

/** What `produce --dry-run --json` prints. */
export interface QuoteLine {
  readonly event: 'quote'
  /** They add up to `totalUsd`. */
  readonly lines: readonly { readonly label: string; readonly amountUsd: number }[]
  /** What is spent when no shot needs more takes than planned. */
  readonly plannedUsd: number
  /** The most that can be spent; never above `budgetUsd`. */
  readonly totalUsd: number
  readonly bondUsd: number
  /** The least budget that is accepted: enough for any script of the brief, or for the one that is bought; the film may cost less. */
  readonly leastUsd: number
  readonly budgetUsd: number
  readonly funds: Funds
  /** Pilots and decisions in words. */
  readonly plan: readonly string[]
  /** What was asked for and is not done, in words. */
  readonly warnings: readonly string[]
}
