import type { z } from 'zod'
import type { Desk } from '../desk.ts'
import { type Call, type Door, json, type Refusal } from '../door.ts'
import type { ClipPlan } from '../emulated-job.ts'
import { frameSize } from '../frame-size.ts'
import type { Standing } from '../life.ts'
import { lumaGeneration } from '../luma-generation.ts'
import type { WireReply } from '../wire.ts'
import { type AnchoredEnds, lumaAnchors } from './luma-anchor.ts'
import { lumaPrice } from './luma-prices.ts'
import {
  type LumaVideoRequest,
  lumaConflict,
  lumaVideoRequest,
  referenceProblem,
  secondsOf,
} from './luma-request.ts'

const detail = (status: number, text: string): WireReply => json(status, { detail: text })

/**
 * The Luma Agents API: two endpoints, no list, no balance. Statuses, words and headers are those of
 * docs.agents.lumalabs.ai/guides/error-handling, read 2026-11-30.
 */
export const lumaDoor = (desk: Desk): Door => ({
  vendor: 'luma',
  routes: [
    {
      method: 'POST',
      path: /^\/generations$/,
      operation: 'create',
      handle: (call) => create(desk, call),
    },
    {
      method: 'GET',
      path: /^\/generations\/([^/]+)$/,
      operation: 'get',
      handle: (call) => get(desk, call),
    },
  ],
  refuse,
  headers: ({ headers }) => ({
    'x-request-id': headers['x-request-id'] ?? desk.studio.newId(),
    'x-api-version': '2026-04-01',
  }),
})

const create = async (desk: Desk, call: Call): Promise<WireReply> => {
  const read = lumaVideoRequest.safeParse(call.request.body)
  if (!read.success) return detail(400, firstProblem(read.error))
  const request = read.data
  const broken = brokenReference(request)
  if (broken !== null) return detail(400, broken)
  const conflict = lumaConflict(request)
  if (conflict !== null) return detail(422, conflict)
  const anchors = await lumaAnchors(desk, request)
  if (anchors.kind === 'refused') return anchors.reply

  const accepted = await desk.accept(
    {
      model: request.model,
      prompt: request.prompt,
      request: call.request.body,
      clip: planOf(request, anchors.ends),
      microUsd: lumaPrice({
        resolution: request.video.resolution,
        duration: request.video.duration,
        hdr: request.video.hdr,
        exr: request.video.exr_export,
      }),
      credits: null,
      moderated: {
        kind: 'fails',
        code: 'content_moderated',
        reason: 'Generation output was flagged by our content moderation system.',
        isRefunded: true, // lumaai-help.freshdesk.com article 151000221533, of the vendor's own app, read 2026-11-30
      },
      failed: {
        kind: 'fails',
        code: 'generation_failed',
        reason: 'Generation failed',
        isRefunded: true, // lumaai-help.freshdesk.com article 151000221533, of the vendor's own app, read 2026-11-30
      },
    },
    call,
  )
  if (accepted.kind === 'no-credit') return refuse({ kind: 'no-credit' })
  if (accepted.kind === 'too-often') {
    const headers = { 'retry-after': String(accepted.retryAfterSeconds) }
    return { ...refuse({ kind: 'rate-limited' }), headers }
  }
  if (accepted.kind !== 'accepted') {
    return { ...detail(429, 'Too many concurrent jobs'), headers: { 'retry-after': '60' } }
  }
  const begun = { job: accepted.job, stage: { kind: 'queued' } } as const
  return json(201, await generation(desk, begun, call))
}

const get = async (desk: Desk, call: Call): Promise<WireReply> => {
  const standing = await desk.standing(call.id)
  return standing ? json(200, await generation(desk, standing, call)) : notFound()
}

const generation = async (
  desk: Desk,
  standing: Pick<Standing, 'job' | 'stage'>,
  call: Call,
): Promise<{
  readonly [field: string]: string | null | readonly { type: string; url: string }[]
}> => {
  const { job } = standing
  const { state, createdAt, failure, isDone } = lumaGeneration(standing, call, stateWords)
  return {
    id: job.id,
    type: 'video',
    state,
    model: job.model,
    created_at: createdAt,
    output: isDone ? [{ type: 'video', url: await desk.link(job, call) }] : [],
    failure_reason: failure?.reason ?? null,
    failure_code: failure?.code ?? null,
  }
}

const stateWords = { running: 'processing', unheardOf: 'rebalancing' }

const planOf = (request: LumaVideoRequest, ends: AnchoredEnds): ClipPlan => ({
  prompt: request.prompt,
  seconds: secondsOf(request),
  ...frameSize(request.aspect_ratio ?? '16:9', request.video.resolution),
  seed: null,
  ...ends,
})

const brokenReference = ({ video }: LumaVideoRequest): string | null => {
  const problems = [
    video.start_frame && referenceProblem('video.start_frame', video.start_frame),
    video.end_frame && referenceProblem('video.end_frame', video.end_frame),
    ...(video.keyframes ?? []).map((one, place) =>
      referenceProblem(`video.keyframes.${place}`, one),
    ),
  ]
  return problems.find((problem) => Boolean(problem)) ?? null
}

/** The vendor says one thing at a time. */
const firstProblem = ({ issues }: z.ZodError): string => {
  const [issue] = issues
  if (issue === undefined) return 'Invalid request'
  const field = issue.path.join('.')
  if (field === 'model') return 'Unknown model; the emulator plays ray-3.2'
  if (field === 'type') return "The emulator plays type 'video' only"
  return field === '' || field === 'prompt' ? issue.message : `${field}: ${issue.message}`
}

const notFound = (): WireReply => refuse({ kind: 'not-found' })

const refuse = (refusal: Refusal): WireReply => {
  switch (refusal.kind) {
    case 'unauthorized':
      return detail(401, 'Missing or invalid API key')
    case 'forbidden':
      return detail(403, 'API client is suspended')
    case 'no-credit':
      return detail(402, 'Insufficient credits. Please add credits to continue.')
    // Of these two the guide names no words: they are chosen here, with the statuses that its errors have.
    case 'wrong-region':
      return detail(403, 'Not available in your region')
    case 'retired-model':
      return detail(400, `Model ${refusal.model} is no longer available`)
    case 'image-too-large':
      return refuse({ kind: 'too-large' })
    case 'rate-limited':
      return detail(429, 'Rate limit exceeded')
    case 'not-found':
      return detail(404, 'Generation not found')
    case 'too-large':
      return detail(413, 'Image exceeds 50 MB size limit')
    case 'bad-request':
      return detail(400, refusal.message)
    case 'server-error':
      return detail(refusal.status, 'Upstream service unavailable')
  }
}
