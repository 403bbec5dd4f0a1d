import { z } from 'zod'
import type { Json } from '../../domain/json.ts'
import { type Rejection, rejected } from './door-error.ts'

/** A block of text or a picture in a message. */
export type Block =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'image'; readonly source: { readonly data: string } }

/** A request to count tokens, as far as the door reads it. */
export interface CountRequest {
  readonly model: string
  readonly messages: readonly {
    readonly role: 'user' | 'assistant' | 'system'
    readonly content: string | readonly Block[]
  }[]
  readonly system?: string | readonly Block[] | undefined
  readonly output_config?:
    | {
        readonly effort?: 'low' | 'medium' | 'high' | 'xhigh' | 'max' | null | undefined
        readonly format?: { readonly schema: Json } | null | undefined
      }
    | undefined
  readonly thinking?:
    | { readonly type: 'adaptive' | 'disabled' | 'between_tools' | 'enabled' }
    | undefined
}

/** A request for a message, as far as the door reads it. */
export interface MessageRequest extends CountRequest {
  readonly max_tokens: number
}

/** Fields and values as in `MessageCreateParamsBase` of @anthropic-ai/sdk 1.14.0; what is not in it is turned away. */
const cacheControl = z
  .strictObject({ type: z.literal('ephemeral'), ttl: z.enum(['5m', '1h']).optional() })
  .nullish()

const textBlock = z.strictObject({
  type: z.literal('text'),
  text: z.string().min(1, 'text content blocks must be non-empty'),
  cache_control: cacheControl,
  citations: z.null().optional(),
})

const imageBlock = z.strictObject({
  type: z.literal('image'),
  source: z.strictObject({
    type: z.literal('base64'),
    media_type: z.enum(['image/jpeg', 'image/png', 'image/gif', 'image/webp']),
    data: z.string(),
  }),
  cache_control: cacheControl,
  transformations: z
    .strictObject({ oversized_image: z.enum(['downsize', 'error']).optional() })
    .nullish(),
})

const message = z.strictObject({
  role: z.enum(['user', 'assistant', 'system']),
  content: z.union([
    z.string().min(1, 'content must be non-empty'),
    z.array(z.discriminatedUnion('type', [textBlock, imageBlock])).min(1),
  ]),
})

const displayed = z.enum(['summarized', 'omitted']).nullish()

const counted = {
  model: z.string().min(1),
  messages: z.array(message).min(1, 'at least one message is required'),
  system: z.union([z.string(), z.array(textBlock)]).optional(),
  cache_control: cacheControl,
  output_config: z
    .strictObject({
      effort: z.enum(['low', 'medium', 'high', 'xhigh', 'max']).nullish(),
      format: z
        .strictObject({ type: z.literal('json_schema'), schema: z.record(z.string(), z.json()) })
        .nullish(),
    })
    .optional(),
  thinking: z
    .discriminatedUnion('type', [
      z.strictObject({ type: z.literal('adaptive'), display: displayed }),
      z.strictObject({ type: z.literal('disabled') }),
      z.strictObject({ type: z.literal('between_tools') }),
      z.strictObject({
        type: z.literal('enabled'),
        budget_tokens: z.int().min(1024),
        display: displayed,
      }),
    ])
    .optional(),
  speed: z.enum(['standard', 'fast']).nullish(),
}

const countedShape: z.ZodType<CountRequest> = z.strictObject(counted)

const messageShape: z.ZodType<MessageRequest> = z.strictObject({
  ...counted,
  max_tokens: z.int().min(1),
  metadata: z.strictObject({ user_id: z.string().nullish() }).optional(),
  service_tier: z.enum(['auto', 'standard_only']).optional(),
  inference_geo: z.string().nullish(),
  stop_sequences: z.array(z.string()).optional(),
  stream: z.literal(false, 'the emulator answers in one piece only').optional(),
})

type Read<Shape> = { readonly kind: 'read'; readonly request: Shape }

/** The fields that the vendor has and the door does not serve: nothing of the studio's sends them. */
const unserved = ['tools', 'tool_choice', 'container', 'diagnostics']

/** A body as a request for a message, or the vendor's word on what is wrong with it. */
export const readMessageRequest = (
  body: unknown,
): Read<MessageRequest> | ({ readonly kind: 'rejected' } & Rejection) => read(messageShape, body)

/** A body as a request to count tokens, or the vendor's word on what is wrong with it. */
export const readCountRequest = (
  body: unknown,
): Read<CountRequest> | ({ readonly kind: 'rejected' } & Rejection) => read(countedShape, body)

const read = <Shape>(
  shape: z.ZodType<Shape>,
  body: unknown,
): Read<Shape> | ({ readonly kind: 'rejected' } & Rejection) => {
  const result = shape.safeParse(body)
  if (result.success) return { kind: 'read', request: result.data }
  const [issue] = result.error.issues
  return rejected('invalid_request_error', issue ? wordsOf(issue, body) : 'invalid request')
}

/** In the vendor's manner: `temperature: Extra inputs are not permitted`. */
const wordsOf = (issue: z.core.$ZodIssue, body: unknown): string => {
  if (issue.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys
    const path = [...issue.path, key].join('.')
    return unserved.includes(path)
      ? `${path}: not served by the emulator`
      : `${path}: Extra inputs are not permitted`
  }
  const path = issue.path.join('.') || 'body'
  const isMissing = issue.code === 'invalid_type' && valueAt(body, issue.path) === undefined
  return isMissing ? `${path}: Field required` : `${path}: ${issue.message}`
}

const valueAt = (body: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null
        ? (value as Record<PropertyKey, unknown>)[key]
        : undefined,
    body,
  )
