import { APIError, LumaAI } from 'lumaai'
import { z } from 'zod'
import { microUsd, type Usd } from '../../domain/money.ts'
import { retryAfterMs } from '../../kit/retry-after.ts'
import type { JobStatus, Started } from '../../ports/paid-model.ts'
import {
  type Answer,
  type Generation,
  idSchema,
  instantOf,
  inWords,
  isGone,
  isModeration,
  nothingBilled,
  requireSame,
  startedBy,
  textSchema,
  unanswered,
  unreadable,
} from './answers.ts'
import type { Clip, Impossible } from './clip.ts'
import { type Listed, type ListPage, readSince, type Since } from './list-since.ts'
import { ask, type LumaDoor, patienceOf, sendOnce } from './luma-door.ts'
import { generationBehind, lumaBaseUrls } from './models.ts'

/** Luma's Dream Machine API. */
export interface DreamMachineApi {
  start(clip: Clip, signal: AbortSignal): Promise<Started | Impossible>
  /** @returns null when Luma does not know it. @throws StudioError `vendor-unavailable` and the troubles */
  look(id: string, signal: AbortSignal): Promise<Generation | null>
  /** @throws as `look` */
  listSince(since: Since, signal: AbortSignal): Promise<Listed>
  /** Credits left, in dollars. @throws as `look` */
  balance(signal: AbortSignal): Promise<Usd>
}

/**
 * Talk to the Dream Machine API through its SDK, whose own retries are off. It has a list of everything the account made, so
 * an order whose answer was lost is found again. It takes no bytes: a picture must be on the web, or be the end of one of
 * its own generations.
 */
export const dreamMachineApi = (door: LumaDoor): DreamMachineApi => {
  const asked = (
    signal: AbortSignal,
    question: (client: LumaAI) => Promise<unknown>,
  ): Promise<Answer> =>
    ask(door, signal, (fetch) =>
      answered(() => question(clientOf(door, fetch, patienceOf(door).question))),
    )
  return {
    start: async (clip, signal) => {
      const keyframes = keyframesFor(clip)
      if ('trouble' in keyframes) return keyframes
      const body = { ...bodyOf(clip), ...keyframes }
      const send = (fetch: typeof globalThis.fetch): Promise<Answer> =>
        answered(() => clientOf(door, fetch, patienceOf(door).order).generations.video.create(body))
      const meaning = (answer: Answer): Started => startedBy(answer, 'legacy', door.apiKey)
      return sendOnce(door, { send, meaning }, signal)
    },
    look: async (id, signal) => {
      const answer = await asked(signal, (client) => client.generations.get(encodeURIComponent(id)))
      if (isGone(answer)) return null
      if (answer.status !== 200) throw unanswered(`generation ${id}`, answer, door.apiKey)
      const generation = generationOf(answer.body, door.apiKey)
      if (!generation) throw unreadable(`generation ${id}`)
      requireSame(id, generation.id)
      return generation
    },
    listSince: (since, signal) =>
      readSince(since, async (range) => {
        let dateMs: number | null = null
        const answer = await ask(door, signal, (fetch) => {
          const dated: typeof fetch = async (input, init) => {
            const reply = await fetch(input, init)
            dateMs = dateOf(reply.headers)
            return reply
          }
          const client = clientOf(door, dated, patienceOf(door).question)
          return answered(() => client.generations.list(range))
        })
        if (answer.status !== 200) throw unanswered('its generations', answer, door.apiKey)
        return { ...pageOf(answer.body, door.apiKey), dateMs }
      }),
    balance: async (signal) => {
      const answer = await asked(signal, (client) => client.credits.get())
      if (answer.status !== 200) throw unanswered('its credits', answer, door.apiKey)
      const credits = creditsSchema.safeParse(answer.body)
      if (!credits.success) throw unreadable('its credits')
      return microUsd(Math.round(credits.data.credit_balance * microUsdPerCent))
    },
  }
}

/** The SDK types it as node-fetch's, and uses what both have. */
type SdkFetch = NonNullable<NonNullable<ConstructorParameters<typeof LumaAI>[0]>['fetch']>

const clientOf = (door: LumaDoor, fetch: typeof globalThis.fetch, waitMs: number): LumaAI =>
  new LumaAI({
    authToken: door.apiKey,
    baseURL: door.baseUrl ?? lumaBaseUrls.legacy,
    fetch: fetch as unknown as SdkFetch,
    maxRetries: 0,
    // The door's clock is the one that counts: it covers the body too.
    timeout: 2 * waitMs,
  })

/** What Luma answered, from what the SDK makes of it. @throws what the SDK throws when there was no answer */
const answered = async (work: () => Promise<unknown>): Promise<Answer> => {
  try {
    return { status: 200, body: await work(), retryAfterMs: null }
  } catch (error) {
    if (!(error instanceof APIError) || error.status === undefined) throw error
    const { status, error: body, headers } = error
    return { status, body, retryAfterMs: retryAfterMs((name) => headers?.[name]) }
  }
}

type CreateBody = Parameters<LumaAI['generations']['video']['create']>[0]

const bodyOf = ({ model, prompt, aspect, length }: Clip): CreateBody => ({
  model: model.vendorModel as CreateBody['model'],
  prompt,
  aspect_ratio: aspect as NonNullable<CreateBody['aspect_ratio']>,
  resolution: model.resolution,
  duration: `${length.seconds}s`,
})

/**
 * What the clip starts from. A picture cannot be sent, so a clip goes on from the generation that its first frame is of: from
 * that clip's own last frame, which is a little later than the cut's where the cut ends before.
 */
const keyframesFor = ({ firstFrame, model }: Clip): Pick<CreateBody, 'keyframes'> | Impossible => {
  if (firstFrame === null) return {}
  const id = generationBehind(firstFrame, 'legacy')
  if (id !== null) return { keyframes: { frame0: { type: 'generation', id } } }
  return {
    trouble: 'request-refused',
    reason: `${model.id} takes no pictures of this machine, only the end of a clip it made itself; luma/ray-3.2, which a key of the Agents API opens, takes them.`,
  }
}

/** `credit_balance` is in cents: types of lumaai 1.19.1, 2026-01-17. */
const creditsSchema = z.object({ credit_balance: z.number() })
const microUsdPerCent = 10_000

const generationSchema = z.object({
  id: idSchema,
  state: z.string(),
  failure_reason: textSchema,
  created_at: textSchema,
  model: textSchema,
  assets: z.object({ video: textSchema }).nullish().catch(null),
  request: z
    .object({ prompt: textSchema, model: textSchema, resolution: textSchema, duration: textSchema })
    .nullish()
    .catch(null),
})
type Told = z.infer<typeof generationSchema>

/** A generation from what Luma says; null when it cannot be read. */
const generationOf = (body: unknown, apiKey: string): Generation | null => {
  const told = generationSchema.safeParse(body)
  if (!told.success) return null
  const { id, model, request, created_at } = told.data
  return {
    id,
    vendorModel: model ?? request?.model ?? null,
    resolution: request?.resolution ?? null,
    seconds: secondsOf(request?.duration),
    prompt: request?.prompt ?? null,
    createdAt: instantOf(created_at),
    status: statusOf(told.data, apiKey),
  }
}

/** `5s`, `9s`: types of lumaai 1.19.1, 2026-01-17. */
const secondsOf = (duration: string | null | undefined): number | null => {
  const [, seconds] = /^(\d{1,3})s$/.exec(duration ?? '') ?? []
  return seconds === undefined ? null : Number(seconds)
}

const statusOf = (told: Told, apiKey: string): JobStatus | null => {
  switch (told.state) {
    case 'queued':
      return { state: 'queued' }
    case 'dreaming':
      return { state: 'running' }
    case 'completed': {
      const url = told.assets?.video
      return { state: 'done', outputs: url ? [{ kind: 'link', url, mediaType: 'video/mp4' }] : [] }
    }
    case 'failed': {
      const why = told.failure_reason ?? 'it gives no reason'
      const reason = inWords(`Luma did not make the clip: ${why}`, apiKey)
      return isModeration(why)
        ? { state: 'refused', reason, trouble: 'content-refused', bill: nothingBilled }
        : { state: 'failed', reason, bill: nothingBilled }
    }
    default:
      return null
  }
}

const pageSchema = z.object({
  generations: z.array(z.unknown()),
  has_more: z.boolean().nullish(),
})

const imageSchema = z.object({ generation_type: z.literal('image') })

/** When a reply was made by the vendor's clock, in epoch milliseconds; null when it does not say. RFC 9110, 6.6.1 */
const dateOf = (headers: Headers): number | null => {
  const millis = Date.parse(headers.get('date') ?? '')
  return Number.isNaN(millis) ? null : millis
}

const pageOf = (body: unknown, apiKey: string): Omit<ListPage, 'dateMs'> => {
  const told = pageSchema.safeParse(body)
  if (!told.success) throw unreadable('its generations')
  const { generations, has_more } = told.data
  const videos = generations.filter((entry) => !imageSchema.safeParse(entry).success)
  return {
    generations: videos.map((entry) => generationOf(entry, apiKey)),
    size: generations.length,
    isLast: generations.length === 0 || has_more === false,
  }
}
