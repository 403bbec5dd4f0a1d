import { z } from 'zod'
import type { Bill, Charge } from '../../domain/order.ts'
import type { JobStatus } from '../../ports/paid-model.ts'
import { quoted } from './answers.ts'
import { type RunwayModel, usdOfCredits } from './models.ts'

/** Credits far beyond any clip's, that a reply is not believed to mean. Chosen by this project. */
const mostCredits = 1_000_000

/** A field that the footage does not depend on: one of another shape is as good as none. */
const text = z.string().nullish().catch(null)
const common = { id: z.string(), createdAt: text }
const cost = z.unknown().optional()

/**
 * The fields of a task that are read; whether there is footage depends on none but `id`, `status` and `output`.
 *
 * @see `TaskRetrieveResponse` of @runwayml/sdk 4.20.1, 2026-09-23
 */
const taskReply = z.discriminatedUnion('status', [
  z.object({ status: z.enum(['PENDING', 'THROTTLED']), ...common }),
  z.object({ status: z.literal('RUNNING'), ...common, progress: z.number().nullish().catch(null) }),
  z.object({ status: z.literal('SUCCEEDED'), ...common, cost, output: z.array(z.string()) }),
  z.object({ status: z.literal('FAILED'), ...common, cost, failure: text, failureCode: text }),
  z.object({ status: z.literal('CANCELLED'), ...common, cost }),
])

type TaskReply = z.infer<typeof taskReply>

/** The task that a reply is about; null where it does not say. */
export const taskIdOf = (reply: unknown): string | null =>
  z.object({ id: z.string() }).safeParse(reply).data?.id ?? null

/** A task as Runway tells it. */
export interface Task {
  readonly status: JobStatus
  /** ISO 8601, UTC; null where it is not told. */
  readonly createdAt: string | null
  /** Credits charged; null while it runs, or where it is not told. */
  readonly credits: number | null
}

/** The clip a task makes, to tell its bill in seconds. */
export interface Clip {
  readonly model: RunwayModel
  /** Length asked for; null where it was not written down. */
  readonly seconds: number | null
}

/**
 * Read a task at the door.
 *
 * @param clip null where it is not known what was ordered: the status is without a bill then
 * @param apiKey is left out of what the vendor says
 * @returns null for what is no task, or one of a state that is not known
 */
export const readTask = (reply: unknown, clip: Clip | null, apiKey: string): Task | null => {
  const read = taskReply.safeParse(reply)
  if (!read.success) return null
  const task = read.data
  const credits = 'cost' in task ? creditsOf(task.cost) : null
  return {
    status: statusOf(task, clip, apiKey),
    createdAt: instantOf(task.createdAt),
    credits: typeof credits === 'number' ? credits : null,
  }
}

const costReply = z.object({ credits: z.number().min(0).max(mostCredits) })

/** Credits charged; null where it is not told. What is told and cannot be meant is never a reason to leave footage. */
const creditsOf = (cost: unknown): number | 'unreadable' | null => {
  if (cost === undefined || cost === null) return null
  return costReply.safeParse(cost).data?.credits ?? 'unreadable'
}

const instantOf = (text: string | null | undefined): string | null => {
  const instant = new Date(text ?? Number.NaN)
  return Number.isNaN(instant.getTime()) ? null : instant.toISOString()
}

const statusOf = (task: TaskReply, clip: Clip | null, apiKey: string): JobStatus => {
  switch (task.status) {
    case 'PENDING':
    // Over the account's limit of clips at once; Runway begins it when one is done.
    case 'THROTTLED':
      return { state: 'queued' }
    case 'RUNNING':
      return typeof task.progress === 'number'
        ? { state: 'running', progress: Math.min(1, Math.max(0, task.progress)) }
        : { state: 'running' }
    case 'SUCCEEDED':
      return {
        state: 'done',
        outputs: task.output.map((url) => ({ kind: 'link', url, mediaType: 'video/mp4' })),
        ...chargeOf(clip, task.cost),
      }
    case 'FAILED':
      return failed(task, clip, apiKey)
    case 'CANCELLED':
      // We never cancel a task of Runway's: it may have been at work when somebody did, and is charged for that.
      return {
        state: 'cancelled',
        ...(creditsOf(task.cost) === null ? asQuoted : chargeOf(clip, task.cost)),
      }
  }
}

const failed = (
  task: Extract<TaskReply, { readonly status: 'FAILED' }>,
  clip: Clip | null,
  apiKey: string,
): JobStatus => {
  const code = task.failureCode ?? ''
  const told = quoted([code, task.failure].filter(Boolean).join(': '), apiKey)
  const reason = `Runway did not make the clip: ${told === '' ? 'it gives no reason' : told}`
  // Codes are paths: SAFETY.INPUT.TEXT, INPUT_PREPROCESSING.SAFETY.TEXT. @see docs.dev.runwayml.com/errors/task-failures, read 2026-11-30
  if (/(^|\.)SAFETY(\.|$)/.test(code)) {
    // "the same credit cost as successful generations": docs.dev.runwayml.com/api-details/moderation, read 2026-11-30
    const charge = creditsOf(task.cost) === null ? asQuoted : chargeOf(clip, task.cost)
    return { ...{ state: 'refused', reason, trouble: 'content-refused' }, ...charge }
  }
  return {
    ...{ state: 'failed', reason },
    ...(code.startsWith('ASSET.INVALID') ? { trouble: 'request-refused' } : {}),
    ...chargeOf(clip, task.cost),
  }
}

const asQuoted = { bill: 'as-quoted' } as const

/** What is charged for a task, where it tells anything of it. */
const chargeOf = (clip: Clip | null, cost: unknown): { readonly bill?: Charge } =>
  creditsOf(cost) === 'unreadable' ? asQuoted : billOf(clip, cost)

/** The bill of a task, where it has one that can be read. */
const billOf = (clip: Clip | null, cost: unknown): { readonly bill?: Bill } => {
  const credits = creditsOf(cost)
  if (clip === null || typeof credits !== 'number') return {}
  const seconds = clip.seconds ?? credits / clip.model.creditsPerSecond
  const quantity = credits === 0 ? 0 : seconds
  return { bill: { units: { unit: 'second', quantity }, amount: usdOfCredits(credits) } }
}
