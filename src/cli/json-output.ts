import { join } from 'node:path'
import { z } from 'zod'
import { dollarsOf } from '../domain/money.ts'
import type { Scores } from '../domain/review.ts'
import { secondsFromFrames } from '../domain/time.ts'
import { funds, ledgerShape, ledgerTotals, type RunLedger } from './json-money.ts'
import type { RunRecord } from './run-record.ts'
import { cutSeconds, sceneScores } from './run-record.ts'

const scores = z.strictObject({
  overall: z.number(),
  visual: z.number(),
  style: z.number(),
  technical: z.number(),
  narrative: z.number(),
  intent: z.number(),
})
const state = z.enum([
  'running',
  'paused',
  'waiting-for-order',
  'waiting-for-approval',
  'stopped',
  'wrapped',
  'failed',
  'cancelled',
])

/** One film of the editor's three, as the last line lists it. */
export interface CandidateLine {
  readonly name: string
  /** Absolute path; null while it is not rendered. */
  readonly file: string | null
  readonly durationSeconds: number
  readonly isMaster: boolean
}

/** The last line of `produce --json`, `runs resume --json` and every command that runs a production. */
export interface ProductionResult {
  readonly event:
    | 'production-wrapped'
    | 'production-paused'
    | 'production-stopped'
    | 'production-waiting'
    | 'production-failed'
    | 'production-cancelled'
  readonly productionId: string
  readonly state: RunRecord['production']['state']
  readonly stage: string
  /** Why it is not wrapped, in words; empty when it is. */
  readonly reason: string
  /** Absolute path of the finished film; null while there is none. */
  readonly master: string | null
  readonly outputDir: string
  readonly durationSeconds: number | null
  readonly budgetUsd: number
  readonly spentUsd: number
  readonly heldUsd: number
  readonly funds: 'real' | 'emulated' | 'simulated'
  readonly scores: Scores | null
  readonly candidates: readonly CandidateLine[]
}

/** Schema of {@link ProductionResult}. */
export const productionResultSchema: z.ZodType<ProductionResult> = z.strictObject({
  event: z.enum([
    'production-wrapped',
    'production-paused',
    'production-stopped',
    'production-waiting',
    'production-failed',
    'production-cancelled',
  ]),
  productionId: z.string(),
  state,
  stage: z.string(),
  reason: z.string(),
  master: z.string().nullable(),
  outputDir: z.string(),
  durationSeconds: z.number().nullable(),
  budgetUsd: z.number(),
  spentUsd: z.number(),
  heldUsd: z.number(),
  funds,
  scores: scores.nullable(),
  candidates: z.array(
    z.strictObject({
      name: z.string(),
      file: z.string().nullable(),
      durationSeconds: z.number(),
      isMaster: z.boolean(),
    }),
  ),
})

const eventOfState: Readonly<Record<ProductionResult['state'], ProductionResult['event']>> = {
  running: 'production-stopped',
  paused: 'production-paused',
  'waiting-for-order': 'production-waiting',
  'waiting-for-approval': 'production-waiting',
  stopped: 'production-stopped',
  wrapped: 'production-wrapped',
  failed: 'production-failed',
  cancelled: 'production-cancelled',
}

/** The result of a run as its tables have it. */
export const productionResult = (record: RunRecord): ProductionResult => {
  const { production, totals, deliverables, masterName } = record
  const master = deliverables.find(({ kind }) => kind === 'master')
  const measured = record.master
  return {
    event: eventOfState[production.state],
    productionId: production.id,
    state: production.state,
    stage: production.stage,
    reason: production.reason,
    master: master ? join(production.outputDir, master.path) : null,
    outputDir: production.outputDir,
    durationSeconds: measured ? secondsFromFrames(measured.frames, measured.rate) : null,
    budgetUsd: dollarsOf(totals.cap),
    spentUsd: dollarsOf(totals.settled),
    heldUsd: dollarsOf(totals.held),
    funds: totals.funds,
    scores: record.scores,
    candidates: record.cuts.map((cut) => {
      const file = deliverables.find(
        ({ kind, path }) => kind === 'candidate' && path === `candidates/${cut.candidate}.mp4`,
      )
      return {
        name: cut.candidate,
        file: file ? join(production.outputDir, file.path) : null,
        durationSeconds: cutSeconds(cut),
        isMaster: cut.candidate === masterName,
      }
    }),
  }
}

/** Schema of every line of NDJSON before the last: an event with the fields of its kind. */
export const eventLineSchema: z.ZodType<EventLine> = z.looseObject({
  event: z.string(),
  productionId: z.string(),
  seq: z.int().positive(),
  at: z.iso.datetime(),
})

/** An event of a production on its line. */
export interface EventLine {
  readonly event: string
  readonly productionId: string
  readonly seq: number
  /** ISO 8601, UTC. */
  readonly at: string
  readonly [field: string]: unknown
}

/** Schema of `runs show --json`; money is in dollars. */
export const runShowSchema: z.ZodType<RunShow> = z.strictObject({
  productionId: z.string(),
  state,
  stage: z.string(),
  reason: z.string(),
  outputDir: z.string(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  brief: z.looseObject({ concept: z.string(), budgetUsd: z.number(), seconds: z.number() }),
  contract: z
    .looseObject({ hash: z.string(), items: z.array(z.looseObject({ id: z.string() })) })
    .nullable(),
  plan: z
    .looseObject({ scenes: z.number(), testCapUsd: z.number(), bondUsd: z.number() })
    .nullable(),
  pilots: z.array(
    z.looseObject({
      id: z.string(),
      name: z.string(),
      model: z.string(),
      testBudgetUsd: z.number(),
      filmQuoteUsd: z.number(),
      outcome: z.string().nullable(),
      spentUsd: z.number().nullable(),
      scores: scores.nullable(),
    }),
  ),
  scenes: z.array(z.looseObject({ number: z.int(), title: z.string(), scores: scores.nullable() })),
  takes: z.array(
    z.looseObject({
      slate: z.string(),
      pilot: z.string(),
      model: z.string(),
      state: z.enum(['dailies', 'circled', 'ng']),
      costUsd: z.number(),
      review: z.looseObject({ passed: z.boolean(), scores }).nullable(),
    }),
  ),
  orders: z.array(
    z.looseObject({
      key: z.string(),
      port: z.string(),
      model: z.string(),
      state: z.string(),
      quotedUsd: z.number(),
      heldUsd: z.number(),
      billedUsd: z.number(),
    }),
  ),
  ledger: z.strictObject(ledgerShape),
  cuts: z.array(
    z.looseObject({ candidate: z.string(), durationSeconds: z.number(), isMaster: z.boolean() }),
  ),
  deliverables: z.array(
    z.strictObject({
      kind: z.string(),
      path: z.string(),
      hash: z.string(),
      bytes: z.number(),
    }),
  ),
  verdict: z.looseObject({ winner: z.string() }).nullable(),
  observations: z.array(z.looseObject({ text: z.string() })),
})

type Loose = { readonly [field: string]: unknown }

/** What `runs show --json` prints. Fields beside those named here are the stored documents' own. */
export interface RunShow {
  readonly productionId: string
  readonly state: ProductionResult['state']
  readonly stage: string
  readonly reason: string
  readonly outputDir: string
  readonly createdAt: string
  readonly updatedAt: string
  readonly brief: Loose
  readonly contract: Loose | null
  readonly plan: Loose | null
  readonly pilots: readonly Loose[]
  readonly scenes: readonly Loose[]
  readonly takes: readonly Loose[]
  readonly orders: readonly Loose[]
  readonly ledger: RunLedger
  readonly cuts: readonly Loose[]
  readonly deliverables: readonly Loose[]
  readonly verdict: Loose | null
  readonly observations: readonly Loose[]
}

/** A run as `runs show --json` prints it. */
export const runShow = (record: RunRecord): RunShow => {
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
    cuts: record.cuts.map((cut) => ({
      ...cut,
      durationSeconds: cutSeconds(cut),
      isMaster: cut.candidate === masterName,
    })),
    deliverables: record.deliverables.map(({ kind, path, hash, bytes }) => ({
      kind,
      path,
      hash,
      bytes,
    })),
    verdict: verdictLine(record),
    observations: record.observations.map((observation) => ({ ...observation })),
  }
}

const briefLine = ({ brief }: RunRecord): Loose => {
  const { budget, ...rest } = brief
  return { ...rest, budgetUsd: dollarsOf(budget) }
}

const planLine = ({ plan }: RunRecord): Loose | null => {
  if (!plan) return null
  const { testCap, bond, pilots, ...rest } = plan
  return {
    ...rest,
    pilots: pilots.map(({ id }) => id),
    testCapUsd: dollarsOf(testCap),
    bondUsd: dollarsOf(bond),
  }
}

const pilotLines = ({ plan, verdict }: RunRecord): readonly Loose[] =>
  (plan?.pilots ?? []).map(({ testBudget, filmQuote, ...pilot }) => {
    const result = verdict?.results.find((each) => each.pilot === pilot.id)
    return {
      ...pilot,
      testBudgetUsd: dollarsOf(testBudget),
      filmQuoteUsd: dollarsOf(filmQuote),
      outcome: result?.outcome ?? null,
      reason: result?.reason ?? '',
      spentUsd: result ? dollarsOf(result.spent) : null,
      scores: result?.scores ?? null,
    }
  })

const verdictLine = ({ verdict }: RunRecord): Loose | null =>
  verdict && {
    ...verdict,
    results: verdict.results.map(({ spent, ...result }) => ({
      ...result,
      spentUsd: dollarsOf(spent),
    })),
  }
