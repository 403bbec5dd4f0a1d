import { z } from 'zod'
import type { Json } from '../../domain/json.ts'
import { canonicalJson } from '../../kit/hash.ts'
import type { Desk } from '../desk.ts'
import { type Call, type Door, json, type Refusal } from '../door.ts'
import type { WireReply, WireRequest } from '../wire.ts'
import { messagePrice } from './anthropic-prices.ts'

/** Answers requests to the Messages API; the path of each begins at `/v1/`. */
export type AnswerMessages = (request: WireRequest) => Promise<WireReply>

/**
 * The door to the Messages API: the faults, the ledger and the account are the emulator's, the answers come from whoever
 * is handed in.
 */
export const anthropicDoor = (desk: Desk, answer: AnswerMessages): Door => ({
  vendor: 'anthropic',
  routes: [
    {
      method: 'POST',
      path: /^\/v1\/messages$/,
      operation: 'messages',
      handle: (call) => message(desk, answer, call),
    },
    { method: 'GET', path: /^\/.*$/, operation: 'other', handle: ({ request }) => answer(request) },
    {
      method: 'POST',
      path: /^\/.*$/,
      operation: 'other',
      handle: ({ request }) => answer(request),
    },
  ],
  refuse,
  headers: () => ({ 'request-id': `req_${desk.studio.newId().replaceAll('-', '')}` }),
})

const answered = z.looseObject({
  model: z.string(),
  content: z.array(z.record(z.string(), z.json())),
  usage: z.looseObject({
    input_tokens: z.number(),
    output_tokens: z.number(),
    cache_creation_input_tokens: z.number().nullish(),
    cache_read_input_tokens: z.number().nullish(),
  }),
})

const message = async (desk: Desk, answer: AnswerMessages, call: Call): Promise<WireReply> => {
  const reply = await answer(call.request)
  const read = reply.status === 200 ? answered.safeParse(reply.body) : null
  if (!read?.success) return reply
  const { model, usage } = read.data
  // Whoever answers counts for one process only; the accounts outlive it.
  const id = `msg_${desk.studio.newId().replaceAll('-', '')}`
  const refused = { kind: 'fails', code: 'refusal', reason: 'refused', isRefunded: false } as const
  const accepted = await desk.accept(
    {
      id,
      model,
      prompt: canonicalJson(call.request.body),
      request: { model },
      clip: null,
      microUsd: messagePrice(model, usage),
      credits: null,
      moderated: refused,
      failed: refused,
    },
    call,
  )
  if (accepted.kind !== 'accepted') return refuse({ kind: 'no-credit' })
  return { ...reply, body: { ...twisted(read.data, call), id } as Json }
}

type Answered = z.infer<typeof answered>

/** The answer as the faults leave it. */
const twisted = (body: Answered, { misfortune }: Call): Answered => {
  const odd = misfortune['unknown-enum']
  if (odd) return { ...body, stop_reason: String(odd.value ?? 'rebalanced') }
  if (misfortune.moderation) {
    const stop_details = { type: 'refusal', category: null, explanation: null }
    return { ...body, content: [], stop_reason: 'refusal', stop_details }
  }
  if (misfortune['truncated-text']) {
    const halved = textsOf(body, (text) => text.slice(0, Math.floor(text.length / 2)))
    return { ...body, content: halved, stop_reason: 'max_tokens' }
  }
  if (!misfortune['unparseable-text']) return body
  return { ...body, content: textsOf(body, () => 'Gladly! Here is what you asked for:') }
}

const textsOf = ({ content }: Answered, change: (text: string) => string): Answered['content'] =>
  content.map((block) =>
    typeof block['text'] === 'string' ? { ...block, text: change(block['text']) } : block,
  )

const failure = (status: number, type: string, text: string): WireReply =>
  json(status, { type: 'error', error: { type, message: text } })

// Types of errors as @anthropic-ai/sdk 1.14.0 names them, read 2026-11-30.
const refuse = (refusal: Refusal): WireReply => {
  switch (refusal.kind) {
    case 'unauthorized':
      return failure(401, 'authentication_error', 'invalid x-api-key')
    case 'forbidden':
      return failure(403, 'permission_error', 'Your API key has no permission for this resource')
    case 'no-credit':
      return failure(402, 'billing_error', 'Your credit balance is too low')
    case 'wrong-region':
      // What callers from places that are not served are told: anthropics/claude-code#1613, read 2026-11-30
      return failure(403, 'forbidden', 'Request not allowed')
    case 'retired-model':
      return failure(404, 'not_found_error', `model: ${refusal.model}`)
    case 'image-too-large':
      // @anthropic-ai/sdk 1.14.0, `resources/shared.d.ts`, read 2026-11-30
      return json(400, {
        type: 'error',
        error: {
          type: 'invalid_request_error',
          message: 'image dimensions exceed max allowed size: 8000 pixels',
          details: {
            error_code: 'image_dimensions_too_large',
            max_side_length_pixels: 8000,
            paths: [],
          },
        },
      })
    case 'rate-limited':
      return failure(429, 'rate_limit_error', 'This request would exceed your rate limit')
    case 'not-found':
      return failure(404, 'not_found_error', 'Not found')
    case 'too-large':
      return failure(413, 'request_too_large', 'Request exceeds the maximum size')
    case 'bad-request':
      return failure(400, 'invalid_request_error', refusal.message)
    case 'server-error':
      return failure(
        refusal.status,
        refusal.status === 529 ? 'overloaded_error' : 'api_error',
        'Internal server error',
      )
  }
}
