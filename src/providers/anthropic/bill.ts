import { z } from 'zod'
import { microUsd, type Usd } from '../../domain/money.ts'
import type { Bill, TokenCounts } from '../../domain/order.ts'
import type { AnthropicModel, TokenPrices } from './models.ts'
import { unitsOf } from './token-bound.ts'

const count = z.number().int().min(0)

/** What an answer says that it used. */
export const usageReply: z.ZodType<UsageReply> = z.object({
  input_tokens: count,
  output_tokens: count,
  cache_creation_input_tokens: count.nullish(),
  cache_read_input_tokens: count.nullish(),
  cache_creation: z
    .object({ ephemeral_5m_input_tokens: count, ephemeral_1h_input_tokens: count })
    .nullish(),
  inference_geo: z.string().nullish(),
})

/** See {@link usageReply}. `input_tokens` are those that no cache had to do with. */
export interface UsageReply {
  readonly input_tokens: number
  readonly output_tokens: number
  readonly cache_creation_input_tokens?: number | null | undefined
  readonly cache_read_input_tokens?: number | null | undefined
  readonly cache_creation?:
    | { readonly ephemeral_5m_input_tokens: number; readonly ephemeral_1h_input_tokens: number }
    | null
    | undefined
  /** Where the model ran: `global`, or `us` where the workspace wants it. */
  readonly inference_geo?: string | null | undefined
}

/** What work in the United States alone costs more, in hundredths. docs.aws.amazon.com/claude-platform, data residency, read 2026-11-30 */
const homeboundHundredths = 110

/**
 * The bill of an answer. The vendor tells tokens and no money; `amount` is set only where its list says another price than the
 * price book's, which knows the dearest for any prompt: lower for a short prompt, higher for work in one country.
 */
export const billOf = (model: AnthropicModel, usage: UsageReply): Bill => {
  const written = usage.cache_creation
  const tokens: TokenCounts = {
    input: usage.input_tokens,
    output: usage.output_tokens,
    cacheWrite: written?.ephemeral_5m_input_tokens ?? usage.cache_creation_input_tokens ?? 0,
    cacheWriteHour: written?.ephemeral_1h_input_tokens ?? 0,
    cacheRead: usage.cache_read_input_tokens ?? 0,
  }
  const prices = pricesFor(model, tokens)
  const hundredths = usage.inference_geo === 'us' ? homeboundHundredths : 100
  const isAsListed = prices === model.prices && hundredths === 100
  return { units: unitsOf(tokens), amount: isAsListed ? null : priceOf(prices, tokens, hundredths) }
}

const pricesFor = ({ prices, shortPrompts }: AnthropicModel, tokens: TokenCounts): TokenPrices => {
  const prompt = tokens.input + tokens.cacheWrite + tokens.cacheWriteHour + tokens.cacheRead
  return shortPrompts !== null && prompt <= shortPrompts.mostTokens ? shortPrompts.prices : prices
}

/** Rounded up to the micro-dollar. */
const priceOf = (prices: TokenPrices, tokens: TokenCounts, hundredths: number): Usd => {
  const kinds = ['input', 'output', 'cacheWrite', 'cacheWriteHour', 'cacheRead'] as const
  const millionths = kinds.reduce((sum, kind) => sum + prices[kind] * tokens[kind], 0)
  return microUsd(Math.ceil((millionths * hundredths) / 100_000_000))
}
