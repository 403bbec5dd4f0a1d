import type { RunwayML } from '@runwayml/sdk'
import type { ImageToVideoCreateParams } from '@runwayml/sdk/resources/image-to-video'
import type { TextToVideoCreateParams } from '@runwayml/sdk/resources/text-to-video'
import { z } from 'zod'
import type { VendorTrouble } from '../../domain/errors.ts'
import type { Job } from '../../domain/order.ts'
import { frames } from '../../domain/time.ts'
import { boundedFetch } from '../../kit/bounded-reply.ts'
import { submission } from '../../kit/submission.ts'
import type { JobStatus, Started } from '../../ports/paid-model.ts'
import type { ShotOrder, VideoModel } from '../../ports/video-model.ts'
import { answerOf, jsonOf, shown, startedOf, unanswered } from './answers.ts'
import { taskOf, understood } from './ask-task.ts'
import { type RunwayModel, type RunwayModelId, runwayModels } from './models.ts'
import { type PromptImage, promptImages } from './prompt-images.ts'
import { mostReplyBytes, type RunwayAccess, runwayClient } from './runway-client.ts'
import { clipSeconds, type ShotPlan, shotPlan } from './shot-plan.ts'

/** How a model of Runway is set up. */
export interface RunwayModelOptions extends RunwayAccess {
  readonly model: RunwayModelId
  /** Milliseconds; only differences count. */
  readonly now: () => number
}

/** Pause between two looks at a task. */
const pollMs = 5000 // "not ... more frequent than once every five seconds": @runwayml/sdk 4.20.1, 2026-09-23

/** An order leaves within this time or not at all, uploads of its frames included, in milliseconds. Chosen by this project. */
const leaveWithinMs = 180_000

/** Longest wait for the answer to an order, in milliseconds; after it the order's fate is unknown. Chosen by this project. */
const createTimeoutMs = 60_000

/**
 * A video model of Runway, through its official SDK.
 *
 * An order whose answer was lost cannot be found again, and so there is no `find`: Runway has no list of tasks. The request
 * history of a Model Router would be one, but it tells neither the prompt nor anything that we sent, only time, model and
 * credits (`RouterListRequestsResponse`, @runwayml/sdk 4.20.1). Takes of one model leave side by side, so that a match by
 * time could bring home another shot's footage as this one's, and how far that history lags, or how long it is kept, is not
 * said. A lost order waits for a person, who sees the account's tasks at dev.runwayml.com.
 *
 * The slate of a test take is not drawn: nothing stands before the shot.
 */
export const runwayVideoModel = (options: RunwayModelOptions): VideoModel => {
  const model = runwayModels[options.model]
  const asking: RunwayAccess = { ...options, fetch: boundedFetch(options.fetch, mostReplyBytes) }
  const check = (job: Job, signal: AbortSignal): Promise<JobStatus> =>
    look(asking, model, job, signal)
  return {
    id: model.id,
    pollMs,
    units: (order) => ({
      unit: 'second',
      quantity: clipSeconds(model, order.length, order.rate) ?? model.seconds.at(-1) ?? 0,
    }),
    start: (order, _reference, signal) => start(options, model, order, signal),
    check,
    jobWithId: (id, request) => {
      const shot = orderedLength.safeParse(request)
      const seconds = shot.success ? clipSeconds(model, shot.data.length, shot.data.rate) : null
      return seconds === null ? { id } : { id, seconds }
    },
    cancel: async (job, signal) => {
      // One call of Runway's cancels what runs and deletes what is finished, footage that was paid for: it is asked first.
      const { state } = await check(job, signal)
      if (state === 'queued' || state === 'running') await remove(asking, job, signal)
    },
  }
}

const start = async (
  options: RunwayModelOptions,
  model: RunwayModel,
  order: ShotOrder,
  signal: AbortSignal,
): Promise<Started> => {
  signal.throwIfAborted()
  const plan = shotPlan(model, order)
  if (plan.kind === 'refusal') return declined(plan)
  const sent = submission({
    fetch: boundedFetch(options.fetch, mostReplyBytes),
    ...{ now: options.now, leaveWithinMs, isPaid: isCreate },
  })
  const asked = `a clip of ${model.name}, ${plan.seconds} s at ${plan.ratio}`
  try {
    const client = await runwayClient({ ...options, fetch: unlessAborted(sent.fetch, signal) })
    const frames = await promptImages(client, order, signal)
    if (frames.kind === 'problem') return declined(frames)
    const reply = await create(client, requestOf(model, order, plan, frames.images))
    return created(reply, plan.seconds, `Runway was asked for ${asked}`, options.apiKey)
  } catch (error) {
    if (sent.departure() === 'never-left') signal.throwIfAborted()
    return startedOf(answerOf(error, options.apiKey), sent.departure(), asked)
  }
}

const declined = ({
  reason,
  trouble,
}: {
  readonly reason: string
  readonly trouble: VendorTrouble
}): Started => ({ kind: 'not-accepted', retry: 'never', reason, trouble })

const isCreate = ({ pathname }: URL, method: string): boolean =>
  method === 'POST' && /\/v1\/(image|text)_to_video$/.test(pathname)

/** An order that has left is not called back: only its answer tells what became of it. */
const unlessAborted =
  (fetch: typeof globalThis.fetch, signal: AbortSignal): typeof globalThis.fetch =>
  async (input, init) => {
    signal.throwIfAborted()
    return fetch(input, init)
  }

/** A create, as the table of models makes it; the client's types know the values of each model apart. */
interface CreateRequest {
  readonly model: string
  readonly promptText: string
  readonly ratio: string
  readonly duration: number
  readonly seed: number
  readonly audio?: false
  readonly promptImage?: readonly PromptImage[]
}

const requestOf = (
  model: RunwayModel,
  order: ShotOrder,
  plan: ShotPlan,
  images: readonly PromptImage[],
): CreateRequest => ({
  ...{ model: model.name, promptText: order.prompt, seed: order.seed },
  ...{ ratio: plan.ratio, duration: plan.seconds },
  ...(model.hasSound ? { audio: false } : {}),
  ...(images.length === 0 ? {} : { promptImage: images }),
})

const create = (client: RunwayML, request: CreateRequest): Promise<unknown> => {
  const options = { timeout: createTimeoutMs, maxRetries: 0 }
  return request.promptImage === undefined
    ? client.textToVideo.create(request as TextToVideoCreateParams, options)
    : client.imageToVideo.create(request as ImageToVideoCreateParams, options)
}

/** How long a shot is that was ordered, as its row has it. */
const orderedLength = z.object({
  length: z.number().int().positive().transform(frames),
  rate: z.object({ numerator: z.number().positive(), denominator: z.number().positive() }),
})

/** @see `ImageToVideoCreateResponse` of @runwayml/sdk 4.20.1, 2026-09-23 */
const createReply = z.object({ id: z.string().regex(/^[\w-]{1,200}$/) })

const created = (reply: unknown, seconds: number, asked: string, apiKey: string): Started => {
  const read = createReply.safeParse(jsonOf(reply))
  if (read.success) return { kind: 'accepted', job: { id: read.data.id, seconds } }
  const words = shown(reply, apiKey)
  return { kind: 'unknown', reason: `${asked}. It accepted without saying its task: "${words}".` }
}

const look = async (
  access: RunwayAccess,
  model: RunwayModel,
  job: Job,
  signal: AbortSignal,
): Promise<JobStatus> => {
  const id = String(job['id'])
  const told = await taskOf(access, id, signal)
  if (told === null) return { state: 'gone' }
  // A person may have written the job down, and a length that the model does not make would make a wrong bill.
  const seconds = model.seconds.find((one) => one === job['seconds']) ?? null
  const clip = { model, seconds }
  return understood(told.reply, id, clip, access).status
}

const remove = async (access: RunwayAccess, job: Job, signal: AbortSignal): Promise<void> => {
  const id = String(job['id'])
  const client = await runwayClient(access)
  try {
    await client.tasks.delete(id, { signal, maxRetries: 0 })
  } catch (error) {
    signal.throwIfAborted()
    const { status, isOwn } = answerOf(error, access.apiKey)
    if (status === 404 && isOwn) return
    throw unanswered(error, `to cancel task ${id}`, access)
  }
}
