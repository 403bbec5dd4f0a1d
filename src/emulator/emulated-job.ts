import { z } from 'zod'
import type { Json } from '../domain/json.ts'
import { type EmulatedVendor, emulatedVendors } from './vendors.ts'

/** What a job is to deliver, as it is written down: frames by the hash of their bytes, clips by the id of their job. */
export interface ClipPlan {
  readonly prompt: string
  readonly seconds: number
  /** Pixels. */
  readonly width: number
  /** Pixels. */
  readonly height: number
  readonly seed: number | null
  readonly firstFrame: string | null
  readonly lastFrame: string | null
  readonly continues: string | null
  readonly leadsTo: string | null
}

/** How a job will end. It is decided when the job is accepted, so that every process over the folder tells the same. */
export type Fate =
  | { readonly kind: 'succeeds' }
  | {
      readonly kind: 'fails'
      readonly code: string
      readonly reason: string
      readonly isRefunded: boolean
    }

/**
 * A job as its file holds it. Nothing in it changes but `removed`: how far it is follows from the time.
 * Instants are milliseconds since 1970-01-01 UTC.
 */
export interface EmulatedJob {
  readonly schema: 'emulated-job@1'
  readonly vendor: EmulatedVendor
  readonly id: string
  readonly model: string
  readonly acceptedAt: number
  /** Jobs of the vendor before it: tells the order of those of one instant. */
  readonly sequence: number
  readonly pace: { readonly queuedMs: number; readonly runMs: number }
  /** As it was sent, without pictures. */
  readonly request: Json
  /** Null for what delivers no clip. */
  readonly clip: ClipPlan | null
  readonly fate: Fate
  readonly charge: {
    readonly microUsd: number
    /** Null where the vendor bills in money. */
    readonly credits: number | null
    /** SHA-256, hex. */
    readonly promptHash: string
    /** The end of the key it was ordered with. */
    readonly key: string
    readonly billedAt: number
    readonly isLate: boolean
  }
  /** When it was cancelled or deleted. */
  readonly removed: number | null
}

const clipPlan = z.strictObject({
  prompt: z.string(),
  seconds: z.number().positive(),
  width: z.int().positive(),
  height: z.int().positive(),
  seed: z.number().nullable(),
  firstFrame: z.string().nullable(),
  lastFrame: z.string().nullable(),
  continues: z.string().nullable(),
  leadsTo: z.string().nullable(),
})

const fate = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('succeeds') }),
  z.strictObject({
    kind: z.literal('fails'),
    code: z.string(),
    reason: z.string(),
    isRefunded: z.boolean(),
  }),
])

/** Reads the file of an {@link EmulatedJob}. */
export const emulatedJob: z.ZodType<EmulatedJob> = z.strictObject({
  schema: z.literal('emulated-job@1'),
  vendor: z.enum(emulatedVendors),
  id: z.string(),
  model: z.string(),
  acceptedAt: z.number(),
  sequence: z.int(),
  pace: z.strictObject({ queuedMs: z.number(), runMs: z.number() }),
  request: z.json(),
  clip: clipPlan.nullable(),
  fate,
  charge: z.strictObject({
    microUsd: z.int(),
    credits: z.number().nullable(),
    promptHash: z.string(),
    key: z.string(),
    billedAt: z.number(),
    isLate: z.boolean(),
  }),
  removed: z.number().nullable(),
})
