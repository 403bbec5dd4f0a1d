import type { Cut } from '../domain/cut.ts'
import { cutLength } from '../domain/cut.ts'
import { dollarsOf, type Funds } from '../domain/money.ts'
import type { Production } from '../domain/production.ts'
import type { Scores } from '../domain/review.ts'
import { meanScores } from '../domain/review.ts'
import { secondsFromFrames } from '../domain/time.ts'
import type { LedgerEntry, LedgerTotals } from '../ports/ledger-store.ts'
import type { Report } from './report.ts'

type Loose = { readonly [field: string]: unknown }

/** A run's money, in dollars. */
export interface RunLedger {
  readonly capUsd: number
  readonly settledUsd: number
  readonly heldUsd: number
  readonly bondUsd: number
  readonly overrunUsd: number
  readonly funds: Funds
}

/** One movement of a run's money, in dollars. */
export interface TrailLine {
  /** ISO 8601, UTC. */
  readonly at: string
  readonly kind: string
  /** Key of the order, or of the bond. */
  readonly key: string
  readonly amountUsd: number
  /** What is free after it. */
  readonly freeUsd: number
}

/**
 * A run for programs: what `runs show --json` prints and `report.json` holds. Money is in dollars. Fields beside those
 * named here are the stored documents' own.
 */
export interface RunJson {
  readonly productionId: string
  readonly state: Production['state']
  readonly stage: string
  readonly reason: string
  /** Absolute path; paths of `deliverables` are relative to it. */
  readonly outputDir: string
  readonly createdAt: string
  readonly updatedAt: string
  readonly brief: Loose
  readonly contract: Loose | null
  readonly plan: Loose | null
  /** The winner's script, else the first pilot's, but for its scenes; null before one is written. */
  readonly script: Loose | null
  readonly pilots: readonly Loose[]
  readonly scenes: readonly Loose[]
  readonly takes: readonly Loose[]
  readonly orders: readonly Loose[]
  readonly ledger: RunLedger
  readonly trail: readonly TrailLine[]
  /** Of the film; null before takes were circled. */
  readonly scores: Scores | null
  readonly cuts: readonly Loose[]
  readonly deliverables: readonly {
    readonly kind: string
    readonly path: string
    readonly hash: string
    readonly bytes: number
    /** Whether it is not in the run's folder any more. */
    readonly isMissing: boolean
  }[]
  readonly verdict: Loose | null
  readonly observations: readonly Loose[]
}

/**
 * A run for programs.
 *
 * @param gone paths of deliverables that are not in the run's folder any more
 */
export const runJson = (record: Report, gone: ReadonlySet<string> = new Set()): RunJson => {
  const { production, totals, masterName } = record
  return {
    productionId: production.id,
    state: production.state,
    stage: production.stage,
    reason: production.reason,
    outputDir: production.outputDir,
    createdAt: production.createdAt,
    updatedAt: production.updatedAt,
    brief: briefLine(record),
    contract: record.contract ? { ...record.contract } : null,
    plan: planLine(record),
    script: scriptLine(record),
    pilots: pilotLines(record),
    scenes: (record.script?.scenes ?? []).map((scene) => ({
      ...scene,
      scores: sceneScores(record, scene.number),
    })),
    takes: record.takes.map((take) => {
      const { cost, ...rest } = take
      return { ...rest, costUsd: dollarsOf(cost) }
    }),
    orders: record.orders.map(({ quoted, held, billed, ...rest }) => ({
      ...rest,
      quotedUsd: dollarsOf(quoted),
      heldUsd: dollarsOf(held),
      billedUsd: dollarsOf(billed),
    })),
    ledger: ledgerTotals(totals),
    trail: record.trail.map(trailLine),
    scores: record.scores,
    cuts: record.cuts.map((cut) => ({
      ...cut,
      durationSeconds: cutSeconds(cut),
      isMaster: cut.candidate === masterName,
    })),
    deliverables: record.deliverables.map(({ kind, path, hash, bytes }) => ({
      isMissing: gone.has(path),
      kind,
      path,
      hash,
      bytes,
    })),
    verdict: verdictLine(record),
    observations: record.observations.map((observation) => ({ ...observation })),
  }
}

const briefLine = ({ brief }: Report): Loose => {
  const { budget, ...rest } = brief
  return { ...rest, budgetUsd: dollarsOf(budget) }
}

const planLine = ({ plan }: Report): Loose | null => {
  if (!plan) return null
  const { testCap, bond, pilots, ...rest } = plan
  return {
    ...rest,
    pilots: pilots.map(({ id }) => id),
    testCapUsd: dollarsOf(testCap),
    bondUsd: dollarsOf(bond),
  }
}

const pilotLines = ({ plan, verdict, filmPrices }: Report): readonly Loose[] =>
  (plan?.pilots ?? []).map(({ testBudget, filmQuote, ...pilot }) => {
    const result = verdict?.results.find((each) => each.pilot === pilot.id)
    return {
      ...pilot,
      testBudgetUsd: dollarsOf(testBudget),
      filmQuoteUsd: dollarsOf(filmQuote),
      filmQuoteIs: filmPrices,
      outcome: result?.outcome ?? null,
      reason: result?.reason ?? '',
      spentUsd: result ? dollarsOf(result.spent) : null,
      scores: result?.scores ?? null,
    }
  })

const verdictLine = ({ verdict }: Report): Loose | null =>
  verdict && {
    ...verdict,
    results: verdict.results.map(({ spent, ...result }) => ({
      ...result,
      spentUsd: dollarsOf(spent),
    })),
  }

const scriptLine = ({ script }: Report): Loose | null => {
  if (!script) return null
  const { scenes: _, ...rest } = script
  return rest
}

/** A run's money in dollars. */
export const ledgerTotals = (totals: LedgerTotals): RunLedger => ({
  capUsd: dollarsOf(totals.cap),
  settledUsd: dollarsOf(totals.settled),
  heldUsd: dollarsOf(totals.held),
  bondUsd: dollarsOf(totals.bond),
  overrunUsd: dollarsOf(totals.overrun),
  funds: totals.funds,
})

/** A movement of money in dollars. */
export const trailLine = ({ at, kind, key, amount, free }: LedgerEntry): TrailLine => ({
  at,
  kind,
  key,
  amountUsd: dollarsOf(amount),
  freeUsd: dollarsOf(free),
})

/** Mean scores of the circled takes of one scene in the film; null while none is reviewed. */
export const sceneScores = (
  { takes, verdict }: Pick<Report, 'takes' | 'verdict'>,
  scene: number,
): Scores | null => {
  const scores = takes
    .filter(({ state, pilot }) => state === 'circled' && pilot === (verdict?.winner ?? pilot))
    .filter(({ slate }) => Number.parseInt(slate, 10) === scene)
    .flatMap(({ review }) => review?.scores ?? [])
  return scores.length === 0 ? null : meanScores(scores)
}

/** Seconds of a cut. */
export const cutSeconds = (cut: Cut): number => secondsFromFrames(cutLength(cut), cut.rate)
