import type { z } from 'zod'
import type { Json } from '../../domain/json.ts'
import type { Desk } from '../desk.ts'
import { type Call, type Door, json, type Refusal } from '../door.ts'
import { frameSize } from '../frame-size.ts'
import type { Standing } from '../life.ts'
import { lumaGeneration } from '../luma-generation.ts'
import { pictureFromUrl } from '../pictures.ts'
import type { WireReply } from '../wire.ts'
import { lumaLegacyPrice } from './luma-legacy-prices.ts'
import { type Keyframe, lumaLegacyListQuery, lumaLegacyRequest } from './luma-legacy-request.ts'

const detail = (status: number, text: string): WireReply => json(status, { detail: text })

/** The Dream Machine API, as lumaai 1.19.1 speaks it. It lists its jobs and tells its balance. */
export const lumaLegacyDoor = (desk: Desk): Door => ({
  vendor: 'luma-legacy',
  routes: [
    {
      method: 'POST',
      path: /^\/generations\/video$/,
      operation: 'create',
      handle: (call) => create(desk, call),
    },
    {
      method: 'GET',
      path: /^\/generations$/,
      operation: 'list',
      handle: (call) => list(desk, call),
    },
    {
      method: 'GET',
      path: /^\/generations\/([^/]+)$/,
      operation: 'get',
      handle: (call) => get(desk, call),
    },
    {
      method: 'DELETE',
      path: /^\/generations\/([^/]+)$/,
      operation: 'delete',
      handle: (call) => remove(desk, call),
    },
    {
      method: 'GET',
      path: /^\/credits$/,
      operation: 'balance',
      handle: (call) => credits(desk, call),
    },
  ],
  refuse,
  headers: () => ({ 'x-request-id': desk.studio.newId() }),
})

const create = async (desk: Desk, call: Call): Promise<WireReply> => {
  const read = lumaLegacyRequest.safeParse(call.request.body)
  if (!read.success) return detail(400, firstProblem(read.error))
  const { model, prompt = '', aspect_ratio, duration, resolution, keyframes } = read.data
  const start = await anchorOf(desk, 'frame0', keyframes?.frame0 ?? null)
  if ('status' in start) return start
  const end = await anchorOf(desk, 'frame1', keyframes?.frame1 ?? null)
  if ('status' in end) return end
  const seconds = Number.parseInt(duration, 10)

  const accepted = await desk.accept(
    {
      model,
      prompt,
      request: { generation_type: 'video', ...plain(call.request.body) },
      clip: {
        prompt,
        seconds,
        ...frameSize(aspect_ratio, resolution),
        seed: null,
        firstFrame: start.frame,
        lastFrame: end.frame,
        continues: start.clip,
        leadsTo: end.clip,
      },
      microUsd: lumaLegacyPrice(model, resolution, duration),
      credits: null,
      moderated: {
        kind: 'fails',
        code: 'moderation',
        reason: 'Advanced prompt moderation failed', // docs.lumalabs.ai/docs/errors, read 2026-11-30
        isRefunded: true, // lumaai-help.freshdesk.com article 151000221533, read 2026-11-30
      },
      failed: {
        kind: 'fails',
        code: 'job',
        reason: 'Prompt processing failed', // docs.lumalabs.ai/docs/errors, read 2026-11-30
        isRefunded: true, // lumaai-help.freshdesk.com article 151000221533, read 2026-11-30
      },
    },
    call,
  )
  if (accepted.kind === 'no-credit') return refuse({ kind: 'no-credit' })
  if (accepted.kind !== 'accepted') return refuse({ kind: 'rate-limited' })
  const begun = { job: accepted.job, stage: { kind: 'queued' } } as const
  return json(201, await generation(desk, begun, call))
}

const get = async (desk: Desk, call: Call): Promise<WireReply> => {
  const standing = await desk.standing(call.id)
  return standing ? json(200, await generation(desk, standing, call)) : notFound()
}

const remove = async (desk: Desk, call: Call): Promise<WireReply> => {
  const standing = await desk.standing(call.id)
  if (standing === null) return notFound()
  await desk.remove(standing.job)
  return { status: 204, body: null }
}

const credits = async (desk: Desk, { key }: Call): Promise<WireReply> =>
  json(200, { credit_balance: (await desk.balance(key)) / 10_000 })

const list = async (desk: Desk, call: Call): Promise<WireReply> => {
  const read = lumaLegacyListQuery.safeParse(Object.fromEntries(call.request.query))
  if (!read.success) return detail(400, firstProblem(read.error))
  const { limit, offset } = read.data
  const lag = call.misfortune['list-lag']?.delayMs ?? 0
  const newestFirst = (await desk.standings())
    .filter(
      ({ stage, job }) => stage.kind !== 'removed' && job.acceptedAt + lag <= desk.studio.now(),
    )
    .reverse()
  const page = newestFirst.slice(offset, offset + limit)
  const looked = await Promise.all(page.map(({ job }) => desk.standing(job.id)))
  return json(200, {
    has_more: offset + limit < newestFirst.length,
    count: page.length,
    limit,
    offset,
    generations: await Promise.all(
      looked
        .filter((standing) => standing !== null)
        .map((standing) => generation(desk, standing, call)),
    ),
  })
}

const generation = async (
  desk: Desk,
  standing: Pick<Standing, 'job' | 'stage'>,
  call: Call,
): Promise<Json> => {
  const { job } = standing
  const { state, createdAt, failure, isDone } = lumaGeneration(standing, call, stateWords)
  return {
    id: job.id,
    generation_type: 'video',
    state,
    failure_reason: failure?.reason ?? null,
    created_at: createdAt,
    assets: isDone ? { video: await desk.link(job, call) } : null,
    model: job.model,
    request: job.request,
  }
}

const stateWords = { running: 'dreaming', unheardOf: 'daydreaming' }

/** Bytes of a picture that are read at most; the vendor names no limit. */
const mostBytes = 50_000_000

const anchorOf = async (
  desk: Desk,
  field: string,
  keyframe: Keyframe | null,
): Promise<WireReply | { readonly frame: string | null; readonly clip: string | null }> => {
  if (keyframe === null) return { frame: null, clip: null }
  if (keyframe.type === 'image') {
    const sent = await pictureFromUrl(keyframe.url, mostBytes, desk.studio.fetch)
    return sent.kind === 'picture'
      ? { frame: await desk.studio.clips.keepFrame(sent.bytes), clip: null }
      : detail(400, `keyframes.${field}: Failed to read user input frames`)
  }
  const standing = await desk.standing(keyframe.id)
  const isDone = standing?.stage.kind === 'ended' && standing.job.fate.kind === 'succeeds'
  return isDone
    ? { frame: null, clip: keyframe.id }
    : detail(standing ? 400 : 404, `keyframes.${field}: no completed generation ${keyframe.id}`)
}

const plain = (body: Json): { readonly [field: string]: Json | undefined } =>
  body !== null && typeof body === 'object' && !Array.isArray(body)
    ? (body as { readonly [field: string]: Json | undefined })
    : {}

const firstProblem = ({ issues }: z.ZodError): string => {
  const [issue] = issues
  if (issue === undefined) return 'Invalid request'
  const field = issue.path.join('.')
  return field === '' || field === 'prompt' ? issue.message : `${field}: ${issue.message}`
}

const notFound = (): WireReply => refuse({ kind: 'not-found' })

const refuse = (refusal: Refusal): WireReply => {
  switch (refusal.kind) {
    case 'unauthorized':
      return detail(401, 'Invalid API key is provided') // lumalabs/lumaai-api openapi.yaml, read 2026-11-30
    case 'forbidden':
      return detail(403, 'Not allowed')
    case 'no-credit':
      return detail(402, 'Insufficient credits')
    // Of these the vendor names no words: they are chosen here.
    case 'wrong-region':
      return detail(403, 'Not available in your region')
    case 'retired-model':
      return detail(400, `Model ${refusal.model} is no longer available`)
    case 'image-too-large':
      return detail(400, 'The image is too large')
    case 'rate-limited':
      return detail(429, 'Rate limit exceeded')
    case 'not-found':
      return detail(404, 'Generation not found')
    case 'too-large':
      return detail(413, 'Request too large')
    case 'bad-request':
      return detail(400, refusal.message)
    case 'server-error':
      return detail(refusal.status, 'Internal server error')
  }
}
