import { z } from 'zod'
import type { Json } from '../../domain/json.ts'
import type { WireReply } from '../wire.ts'
import type { EmulatedModel } from './emulated-models.ts'
import { inputTokens, tokensOf } from './message-text.ts'
import type { MessageRequest } from './request-shape.ts'

/** What the model says, before it is cut to the length that was paid for. */
export type Said =
  | { readonly kind: 'text'; readonly text: string }
  /** Cut short although there was room. */
  | { readonly kind: 'truncated'; readonly text: string }
  | { readonly kind: 'refusal' }

/** A short thought: what the door charges for thinking, where a model thinks. */
const thoughtTokens = 200

/** A message in the vendor's shape: `Message`, @anthropic-ai/sdk 1.14.0, `resources/messages/messages.d.ts` */
export const messageReply = (
  model: EmulatedModel,
  request: MessageRequest,
  said: Said,
  id: string,
): Json => {
  const thought = thinks(model, request) ? Math.min(thoughtTokens, request.max_tokens) : 0
  const written = writtenOf(said, request.max_tokens - thought)
  const isRefused = said.kind === 'refusal'
  const isCut = written.stop === 'max_tokens'
  return {
    id,
    type: 'message',
    role: 'assistant',
    model: model.id,
    container: null,
    diagnostics: null,
    content: isRefused
      ? []
      : [...thoughtBlocks(thought), { type: 'text', text: written.text, citations: null }],
    stop_reason: written.stop,
    stop_sequence: null,
    stop_details: isRefused
      ? {
          type: 'refusal',
          category: 'general_harms',
          explanation: 'The emulator was told to refuse.',
        }
      : null,
    usage: {
      input_tokens: inputTokens(request),
      output_tokens: isRefused ? 0 : isCut ? request.max_tokens : thought + tokensOf(written.text),
      output_tokens_details: { thinking_tokens: isRefused ? 0 : thought },
      cache_creation_input_tokens: 0,
      cache_read_input_tokens: 0,
      cache_creation: { ephemeral_5m_input_tokens: 0, ephemeral_1h_input_tokens: 0 },
      inference_geo: 'global',
      server_tool_use: null,
      service_tier: 'standard',
      speed: 'standard',
    },
  }
}

/** Tokens that a reply of the door is billed for; null for one that is not billed. */
export interface Charge {
  readonly model: string
  readonly inputTokens: number
  readonly outputTokens: number
}

const billed = z.object({
  type: z.literal('message'),
  model: z.string(),
  usage: z.object({ input_tokens: z.int(), output_tokens: z.int() }),
})

/** What a reply of the door costs: whatever its status, a message is billed by its usage and nothing else is. */
export const chargeOf = ({ body }: WireReply): Charge | null => {
  const message = billed.safeParse(body)
  if (!message.success) return null
  const { model, usage } = message.data
  return { model, inputTokens: usage.input_tokens, outputTokens: usage.output_tokens }
}

const thinks = ({ thinksByItself }: EmulatedModel, { thinking }: MessageRequest): boolean => {
  if (thinking === undefined) return thinksByItself
  return thinking.type === 'adaptive' || thinking.type === 'enabled'
}

/** Thinking comes first, and without words where the request does not ask for them (`display`, default `omitted`). */
const thoughtBlocks = (tokens: number): readonly Json[] =>
  tokens === 0 ? [] : [{ type: 'thinking', thinking: '', signature: 'emulated' }]

const writtenOf = (
  said: Said,
  room: number,
): { readonly text: string; readonly stop: 'end_turn' | 'max_tokens' | 'refusal' } => {
  if (said.kind === 'refusal') return { text: '', stop: 'refusal' }
  if (said.kind === 'truncated') {
    return { text: said.text.slice(0, Math.ceil(said.text.length / 2)), stop: 'max_tokens' }
  }
  return tokensOf(said.text) <= room
    ? { text: said.text, stop: 'end_turn' }
    : { text: said.text.slice(0, Math.max(room, 0) * 4), stop: 'max_tokens' }
}
