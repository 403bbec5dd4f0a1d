import { z } from 'zod'
import { dollarsOf } from '../domain/money.ts'
import { goOnCommand } from '../domain/production.ts'
import type { Scores } from '../domain/review.ts'
import { secondsFromFrames } from '../domain/time.ts'
import { isAllDecided } from '../production/parked-text.ts'
import { candidatePath } from '../production/render.ts'
import type { Report } from '../production/report.ts'
import { cutSeconds, type RunJson } from '../production/run-json.ts'
import { warningsOf } from '../production/warnings.ts'
import { funds, ledgerShape, trailLineSchema } from './json-money.ts'
import { filePath, goneText, type RunRecord } from './run-record.ts'

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
  'waiting-for-vendor',
  'waiting-for-approval',
  'stopped',
  'wrapped',
  'failed',
  'cancelled',
])

/** One film of the editor's three, as the last line lists it. */
export interface CandidateLine {
  readonly name: string
  /** Absolute path; null while it is not rendered, or when it is not there any more. */
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
  readonly state: Report['production']['state']
  readonly stage: string
  /** Why it is not wrapped, in words; empty when it is. */
  readonly reason: string
  /** Absolute path of the finished film; null while there is none, or when it is not there any more. */
  readonly master: string | null
  readonly outputDir: string
  readonly durationSeconds: number | null
  readonly budgetUsd: number
  readonly spentUsd: number
  readonly heldUsd: number
  readonly funds: 'real' | 'emulated' | 'simulated'
  readonly scores: Scores | null
  /** What was asked for and the film does not have, in words. */
  readonly warnings: readonly string[]
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
  warnings: z.array(z.string()),
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
  'waiting-for-vendor': 'production-waiting',
  'waiting-for-approval': 'production-waiting',
  stopped: 'production-stopped',
  wrapped: 'production-wrapped',
  failed: 'production-failed',
  cancelled: 'production-cancelled',
}

/** The result of a run as its tables have it. */
export const productionResult = (record: RunRecord): ProductionResult => {
  const { production, totals, masterName } = record
  const measured = record.master
  return {
    event: eventOfState[production.state],
    productionId: production.id,
    state: production.state,
    stage: production.stage,
    reason: isAllDecided(production, record.orders)
      ? `every order that it waited for is decided; go on with it: \`${goOnCommand(production)}\``
      : production.reason,
    master: filePath(record, ({ kind }) => kind === 'master'),
    outputDir: production.outputDir,
    durationSeconds: measured ? secondsFromFrames(measured.frames, measured.rate) : null,
    budgetUsd: dollarsOf(totals.cap),
    spentUsd: dollarsOf(totals.settled),
    heldUsd: dollarsOf(totals.held),
    funds: totals.funds,
    scores: record.scores,
    warnings: [goneText(record), ...warningsOf(record)].filter((text) => text !== null),
    candidates: record.cuts.map((cut) => ({
      name: cut.candidate,
      file: filePath(record, ({ path }) => path === candidatePath(cut.candidate)),
      durationSeconds: cutSeconds(cut),
      isMaster: cut.candidate === masterName,
    })),
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

/** Schema of `runs show --json` and of `report.json`; money is in dollars. */
export const runSchema: z.ZodType<RunJson> = z.strictObject({
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
  script: z.looseObject({ pilot: z.string(), title: z.string() }).nullable(),
  pilots: z.array(
    z.looseObject({
      id: z.string(),
      name: z.string(),
      model: z.string(),
      testBudgetUsd: z.number(),
      filmQuoteUsd: z.number(),
      filmQuoteIs: z.enum(['at-most', 'as-written']),
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
  trail: z.array(trailLineSchema),
  scores: scores.nullable(),
  cuts: z.array(
    z.looseObject({ candidate: z.string(), durationSeconds: z.number(), isMaster: z.boolean() }),
  ),
  deliverables: z.array(
    z.strictObject({
      kind: z.string(),
      path: z.string(),
      hash: z.string(),
      bytes: z.number(),
      isMissing: z.boolean(),
    }),
  ),
  verdict: z.looseObject({ winner: z.string() }).nullable(),
  observations: z.array(z.looseObject({ text: z.string() })),
})
