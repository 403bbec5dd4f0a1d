import { z } from 'zod'
import type { ShelfClip } from '../domain/shelf.ts'
import type { SalvageLine, SalvageReport } from '../production/salvage-report.ts'
import { funds } from './json-money.ts'

/** A clip of the shelf as JSON has it: money in dollars. */
export interface ClipLine extends Omit<ShelfClip, 'cost'> {
  /** Null where nobody says and our prices do not tell. */
  readonly costUsd: number | null
  /** Whether the cost is by our prices of today. */
  readonly isEstimated: boolean
}

const clipShape = {
  id: z.string().regex(/^s-[0-9a-f]{8,64}$/),
  source: z.enum(['deleted-run', 'not-cut', 'salvage', 'stray', 'adopted-late']),
  vendor: z.string(),
  funds,
  model: z.string().nullable(),
  job: z.record(z.string(), z.union([z.string(), z.number()])).nullable(),
  orderKey: z.string().nullable(),
  prompt: z.string(),
  depicted: z.array(z.string()),
  notes: z.array(z.string()),
  scores: z.looseObject({ overall: z.number(), intent: z.number() }).nullable(),
  costUsd: z.number().nullable(),
  isEstimated: z.boolean(),
  production: z.string().nullable(),
  pilot: z.string().nullable(),
  slate: z.string().nullable(),
  originalHash: z.string(),
  conformedHash: z.string().nullable(),
  leaderFrames: z.int(),
  seconds: z.number().nullable(),
  size: z.strictObject({ width: z.int(), height: z.int() }).nullable(),
  castCount: z.int().nullable(),
  isUsed: z.boolean(),
  at: z.iso.datetime(),
}

/** Schema of `shelf list --json`. */
export const shelfSchema: z.ZodType<{
  readonly clips: readonly object[]
  readonly leftOut: number
}> = z.strictObject({ clips: z.array(z.strictObject(clipShape)), leftOut: z.int() })

/** Schema of `shelf search --json`. */
export const shelfSearchSchema: z.ZodType<{
  readonly words: readonly string[]
  readonly clips: readonly object[]
}> = z.strictObject({
  words: z.array(z.string()),
  clips: z.array(z.strictObject({ ...clipShape, sharedWords: z.int() })),
})

/** What `salvage --json` prints. */
export interface SalvagedLine extends Pick<SalvageReport, 'accounts' | 'clips' | 'isDryRun'> {
  readonly event: 'salvaged'
  readonly jobs: readonly (Omit<SalvageLine, 'cost' | 'slate'> & {
    readonly slate: string | null
    /** Null where nobody says. */
    readonly costUsd: number | null
  })[]
  readonly rescuedUsd: number
}

/** Schema of {@link SalvagedLine}. */
export const salvagedSchema: z.ZodType<SalvagedLine> = z.strictObject({
  event: z.literal('salvaged'),
  isDryRun: z.boolean(),
  accounts: z.array(
    z.strictObject({
      vendor: z.string(),
      state: z.enum(['listed', 'asked', 'no-key', 'not-asked']),
      note: z.string(),
    }),
  ),
  jobs: z.array(
    z.strictObject({
      vendor: z.string(),
      job: z.string(),
      at: z.string().nullable(),
      prompt: z.string(),
      deed: z.enum(['adopted', 'delivered', 'shelved', 'waiting', 'left']),
      note: z.string(),
      costUsd: z.number().nullable(),
      isEstimated: z.boolean(),
      run: z.string().nullable(),
      slate: z.string().nullable(),
    }),
  ),
  rescuedUsd: z.number(),
  clips: z.int(),
})
