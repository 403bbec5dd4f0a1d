import { z } from 'zod'
import type { VendorTrouble } from '../../domain/errors.ts'
import type { Json } from '../../domain/json.ts'
import { sha256 } from '../../kit/hash.ts'
import { retryAfterMs } from '../../kit/retry-after.ts'
import type { JobStatus, Started } from '../../ports/paid-model.ts'
import { framesFor } from './agents-frames.ts'
import {
  type Answer,
  type Generation,
  instantOf,
  inWords,
  isGone,
  jsonOf,
  nothingBilled,
  requireSame,
  startedBy,
  textSchema,
  unanswered,
  unreadable,
} from './answers.ts'
import type { Clip, Impossible } from './clip.ts'
import { ask, type LumaDoor, sendOnce } from './luma-door.ts'
import { lumaBaseUrls } from './models.ts'

/** Luma's Agents API, of two doors: order a generation, look at one. It has no list. */
export interface AgentsApi {
  start(clip: Clip, reference: string, signal: AbortSignal): Promise<Started | Impossible>
  /** @returns null when Luma does not know it. @throws StudioError `vendor-unavailable` and the troubles */
  look(id: string, signal: AbortSignal): Promise<Generation | null>
}

/**
 * Talk to the Agents API over plain HTTP, for no SDK of it is published.
 *
 * @see docs.agents.lumalabs.ai, read 2026-07-10 and 2026-11-30
 */
export const agentsApi = (door: LumaDoor): AgentsApi => {
  const address = `${(door.baseUrl ?? lumaBaseUrls.agents).replace(/\/+$/, '')}/generations`
  const authorization = `Bearer ${door.apiKey}`
  return {
    start: async (clip, reference, signal) => {
      const frames = await framesFor(clip)
      if ('trouble' in frames) return frames
      const request = {
        method: 'POST',
        headers: {
          authorization,
          'content-type': 'application/json',
          // For Luma's support to find the order by; it is no protection against a second one.
          'x-request-id': sha256(reference).slice(0, 32),
        },
        body: JSON.stringify(bodyOf(clip, frames.video)),
      }
      const send = async (fetch: typeof globalThis.fetch): Promise<Answer> =>
        answerOf(await fetch(address, request))
      const meaning = (answer: Answer): Started => startedBy(answer, 'agents', door.apiKey)
      return sendOnce(door, { send, meaning }, signal)
    },
    look: async (id, signal) => {
      const answer = await ask(door, signal, async (fetch) =>
        answerOf(
          await fetch(`${address}/${encodeURIComponent(id)}`, { headers: { authorization } }),
        ),
      )
      if (isGone(answer)) return null
      if (answer.status !== 200) throw unanswered(`generation ${id}`, answer, door.apiKey)
      return generationBy(id, answer, door)
    },
  }
}

const answerOf = async (reply: Response): Promise<Answer> => ({
  status: reply.status,
  body: jsonOf(await reply.text()),
  retryAfterMs: retryAfterMs((name) => reply.headers.get(name)),
})

const bodyOf = (
  { model, prompt, aspect, length }: Clip,
  frames: { [name: string]: Json },
): Json => ({
  model: model.vendorModel,
  type: 'video',
  prompt,
  aspect_ratio: aspect,
  video: { resolution: model.resolution, duration: `${length.seconds}s`, ...frames },
})

const generationSchema = z.object({
  id: z.string(),
  state: z.string(),
  model: textSchema,
  created_at: textSchema,
  failure_code: textSchema,
  failure_reason: textSchema,
  output: z
    .array(
      z
        .object({ type: textSchema, url: z.string().min(1) })
        .nullable()
        .catch(null),
    )
    .nullish()
    .catch(null),
})
type Told = z.infer<typeof generationSchema>

const generationBy = (id: string, { body }: Answer, { apiKey }: LumaDoor): Generation => {
  const told = generationSchema.safeParse(body)
  if (!told.success) throw unreadable(`generation ${id}`)
  const { model, created_at } = told.data
  requireSame(id, told.data.id)
  return {
    id,
    vendorModel: model ?? null,
    resolution: null,
    seconds: null,
    prompt: null,
    createdAt: instantOf(created_at),
    status: statusOf(told.data, apiKey),
  }
}

/** How a generation stands; null for a state that is not known. */
const statusOf = (told: Told, apiKey: string): JobStatus | null => {
  switch (told.state) {
    case 'queued':
      return { state: 'queued' }
    case 'processing':
      return { state: 'running' }
    case 'completed': {
      const url = videoOf(told)
      return { state: 'done', outputs: url === null ? [] : [delivery(url)] }
    }
    case 'failed':
      return failureOf(told, apiKey)
    default:
      return null
  }
}

/** A link lives for an hour, and each look mints a new one. */
const delivery = (url: string) => ({ kind: 'link', url, mediaType: 'video/mp4' }) as const

const videoOf = ({ output }: Told): string | null => {
  const all = (output ?? []).filter((one) => one !== null)
  const video = all.find(({ type }) => type?.startsWith('video')) ?? (all.length === 1 && all[0])
  return video ? video.url : null
}

/** Codes that say no to what was asked; every other code says that it went wrong. */
const refusals: Readonly<Record<string, VendorTrouble>> = {
  content_moderated: 'content-refused',
  image_too_large: 'image-too-large',
  unsupported_format: 'request-refused',
  corrupt_input: 'request-refused',
  invalid_request: 'request-refused',
}

const failureOf = (told: Told, apiKey: string): JobStatus => {
  const code = told.failure_code ?? 'no code'
  const words = told.failure_reason ? `: ${told.failure_reason}` : ''
  const reason = inWords(`Luma did not make the clip (${code})${words}`, apiKey)
  const trouble = refusals[code]
  if (trouble) return { state: 'refused', reason, trouble, bill: nothingBilled }
  const money = code === 'budget_exhausted' ? ({ trouble: 'vendor-no-credit' } as const) : {}
  return { state: 'failed', reason, ...money, bill: nothingBilled }
}
