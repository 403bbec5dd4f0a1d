import { z } from 'zod'
import type {
  CircleQuestion,
  ContractBrief,
  FilmToCut,
  PlanBrief,
  ReviewQuestion,
  RevisionBrief,
  ScriptBrief,
  VerdictQuestion,
} from '../../domain/crew-tasks.ts'
import { contractItemKinds } from '../../domain/intent-contract.ts'
import type { Usd } from '../../domain/money.ts'
import { microUsd } from '../../domain/money.ts'
import { defectKinds } from '../../domain/review.ts'
import { cameraMoves, framings, transitionKinds } from '../../domain/script.ts'
import { tiers } from '../../domain/tier.ts'
import { frames } from '../../domain/time.ts'

const concept = z.string().max(60_000)
const seconds = z.number().positive().max(3600)
const usd = z
  .number()
  .int()
  .transform((value): Usd => microUsd(value))
const count = z.number().int().min(0)

const item = z.object({
  id: z.string(),
  kind: z.enum(contractItemKinds),
  claim: z.string(),
  words: z.array(z.string()),
  weight: z.number(),
})

const subject = z.object({
  castId: z.string().nullable(),
  what: z.string(),
  look: z.string(),
  action: z.string(),
  count: z.number(),
})

const picture = z.object({
  place: z.string(),
  timeOfDay: z.string(),
  weather: z.string(),
  mood: z.string(),
  subjects: z.array(subject),
  objects: z.array(z.string()),
  camera: z.enum(cameraMoves),
  framing: z.enum(framings),
  style: z.string(),
  avoid: z.array(z.string()),
})

const scores = z.object({
  overall: z.number(),
  visual: z.number(),
  style: z.number(),
  technical: z.number(),
  narrative: z.number(),
  intent: z.number(),
})

/** What the understudy takes as a question for a contract. */
export const contractDoor: z.ZodType<ContractBrief> = z.object({
  concept,
  seconds,
  language: z.string(),
})

/** What the understudy takes as a question for a plan. */
export const planDoor: z.ZodType<PlanBrief> = z.object({
  concept,
  seconds,
  items: z.array(item),
  budget: usd,
  offers: z
    .array(
      z.object({ model: z.string(), tier: z.enum(tiers), pricePerSecond: usd, note: z.string() }),
    )
    .min(1),
  pilots: z.number().int().min(1).max(4).nullable(),
  takes: z.number().int().min(1).max(5).nullable(),
  tier: z.enum(tiers).nullable(),
})

/** What the understudy takes as a question for a script. */
export const scriptDoor: z.ZodType<ScriptBrief> = z.object({
  concept,
  items: z.array(item),
  seconds,
  scenes: z.number().int().min(1),
  rate: z.object({ numerator: z.number().positive(), denominator: z.number().positive() }),
  language: z.string(),
  pilot: z.object({
    id: z.string(),
    name: z.string(),
    approach: z.string(),
    tier: z.enum(tiers),
    style: z.string(),
    pace: z.enum(['steady', 'lively', 'graphic']),
    model: z.string(),
  }),
  maxShotSeconds: z.number().positive(),
  minShotSeconds: z.number().positive(),
  narrated: z.boolean(),
  aspect: z.enum(['16:9', '9:16', '1:1']),
  adjustments: z.array(z.string()),
})

/** What the understudy takes as a question for a revised shot. */
export const revisionDoor: z.ZodType<RevisionBrief> = z.object({
  words: z.string().max(4000),
  picture,
  cast: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      kind: z.enum(['person', 'animal', 'thing']),
      look: z.string(),
      what: z.string(),
    }),
  ),
})

/** What the understudy takes as a question for a review. */
export const reviewDoor: z.ZodType<ReviewQuestion> = z.object({
  slate: z.string(),
  depicted: z.array(z.string()),
  wanted: count,
  available: count,
  picture,
  overlays: z.array(z.string()),
  narration: z.array(z.string()),
  covers: z.array(z.string()),
  items: z.array(item),
  technical: z.object({
    score: z.number(),
    findings: z.array(
      z.object({
        defect: z.enum(defectKinds),
        severity: z.enum(['warn', 'fail']),
        at: z.number().nullable(),
        evidence: z.string(),
      }),
    ),
    measures: z.record(z.string(), z.number()),
  }),
  threshold: z.number(),
})

/** What the understudy takes as a question which take to circle. */
export const circleDoor: z.ZodType<CircleQuestion> = z.object({
  shot: z.string(),
  takes: z
    .array(
      z.object({
        slate: z.string(),
        review: z
          .object({
            scores,
            passed: z.boolean(),
            missing: z.array(z.string()),
            violated: z.array(z.string()),
          })
          .nullable(),
      }),
    )
    .min(1),
})

/** What the understudy takes as a question which pilot wins. */
export const verdictDoor: z.ZodType<VerdictQuestion> = z.object({
  testScenes: z.array(z.number()),
  results: z
    .array(
      z.object({
        id: z.string(),
        name: z.string(),
        model: z.string(),
        pace: z.string(),
        scores,
        spent: usd,
        filmQuote: usd,
        passed: count,
        shot: count,
        isAble: z.boolean(),
      }),
    )
    .min(1),
})

const length = count.transform((value) => frames(value))

/** What the understudy takes as a question for cuts. */
export const cutDoor: z.ZodType<FilmToCut> = z.object({
  title: z.string(),
  total: length,
  perSecond: z.number(),
  fadeOut: count,
  sceneMinimum: z.array(z.object({ scene: count, frames: count })),
  shots: z
    .array(
      z.object({
        shot: z.string(),
        scene: count,
        wanted: count,
        camera: z.string(),
        framing: z.string(),
        isFree: z.boolean(),
        transition: z.object({ kind: z.enum(transitionKinds), length: count }),
        takes: z.array(
          z.object({
            slate: z.string(),
            available: count,
            isCircled: z.boolean(),
            isPassed: z.boolean(),
            overall: z.number(),
            intent: z.number(),
          }),
        ),
      }),
    )
    .min(1),
})
