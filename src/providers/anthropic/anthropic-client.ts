import { Anthropic } from '@anthropic-ai/sdk'
import { boundedFetch } from '../../kit/bounded-reply.ts'

/** The vendor's own address, where no other is set. @anthropic-ai/sdk 1.14.0, client.js */
const vendorUrl = 'https://api.anthropic.com'

/** Largest reply that is read: the longest answer is 128 000 tokens, `models.ts`, here at 256 bytes each. Chosen by this project. */
const mostReplyBytes = 32_768_000

/** Whom to ask, and with what. */
export interface AnthropicAccess {
  readonly apiKey: string
  /** Null for the vendor itself. */
  readonly baseUrl: string | null
  /** For questions one that waits: Node's own gives up after five minutes, and a long answer takes more. */
  readonly fetch: typeof globalThis.fetch
}

/**
 * The SDK, told everything that it would else take from the environment, and never to repeat a request: by default it
 * sends three times on 500, 429 and a dropped socket (facts sheet 2026-11-23, measured; `anthropic-language-model.test.ts`).
 * A reply is read up to a size, and a redirect is not followed: the key is for one host.
 */
export const anthropicClient = (
  { apiKey, baseUrl, fetch }: AnthropicAccess,
  timeoutMs: number,
): Anthropic =>
  new Anthropic({
    apiKey,
    baseURL: baseUrl ?? vendorUrl,
    fetch: boundedFetch(fetch, mostReplyBytes),
    timeout: timeoutMs,
    maxRetries: 0,
    webhookKey: null,
    logLevel: 'off',
    openTelemetry: false,
  })
