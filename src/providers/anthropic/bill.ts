import { z } from 'zod'
import { microUsd, type Usd } from '../../domain/money.ts'
import type { Bill, TokenCounts } from '../../domain/order.ts'
import type { AnthropicModel, TokenPrices } from './models.ts'
import { unitsOf } from './token-bound.ts'

const count = z.number().int().min(0)

const usageReply: z.ZodType<UsageReply> = z.object({
  input_tokens: count,
  output_tokens: count,
  cache_creation_input_tokens: count.nullish(),
  cache_read_input_tokens: count.nullish(),
  cache_creation: z
    .object({
      ephemeral_5m_input_tokens: count.nullish(),
      ephemeral_1h_input_tokens: count.nullish(),
    })
    .nullish(),
  inference_geo: z.string().nullish(),
})

/** What an answer says that it used. `input_tokens` are those that no cache had to do with. */
interface UsageReply {
  readonly input_tokens: number
  readonly output_tokens: number
  readonly cache_creation_input_tokens?: number | null | undefined
  readonly cache_read_input_tokens?: number | null | undefined
  readonly cache_creation?:
    | {
        readonly ephemeral_5m_input_tokens?: number | null | undefined
        readonly ephemeral_1h_input_tokens?: number | null | undefined
      }
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
 *
 * @param usage as the answer has it: of another shape, or of more tokens than the model reads or writes, there is none
 */
export const billOf = (model: AnthropicModel, usage: unknown): Bill | null => {
  const reply = usageReply.safeParse(usage)
  if (!reply.success) return null
  const tokens = tokensOf(reply.data)
  const isPossible =
    promptOf(tokens) <= model.maxInputTokens && tokens.output <= model.maxOutputTokens
  return isPossible ? billOfTokens(model, tokens, reply.data.inference_geo === 'us') : null
}

/** What went into caches and is not broken down is of the kind of five minutes; beside those of five minutes, of an hour. */
const tokensOf = (usage: UsageReply): TokenCounts => {
  const written = usage.cache_creation
  const all = usage.cache_creation_input_tokens ?? 0
  const [short, hour] = [written?.ephemeral_5m_input_tokens, written?.ephemeral_1h_input_tokens]
  return {
    input: usage.input_tokens,
    output: usage.output_tokens,
    cacheWrite: short ?? Math.max(0, all - (hour ?? 0)),
    cacheWriteHour: hour ?? (short == null ? 0 : Math.max(0, all - short)),
    cacheRead: usage.cache_read_input_tokens ?? 0,
  }
}

const promptOf = ({ input, cacheWrite, cacheWriteHour, cacheRead }: TokenCounts): number =>
  input + cacheWrite + cacheWriteHour + cacheRead

const billOfTokens = (model: AnthropicModel, tokens: TokenCounts, isHomebound: boolean): Bill => {
  const prices = pricesFor(model, tokens)
  const hundredths = isHomebound ? homeboundHundredths : 100
  const isAsListed = prices === model.prices && hundredths === 100
  return { units: unitsOf(tokens), amount: isAsListed ? null : priceOf(prices, tokens, hundredths) }
}

const pricesFor = ({ prices, shortPrompts }: AnthropicModel, tokens: TokenCounts): TokenPrices =>
  shortPrompts !== null && promptOf(tokens) <= shortPrompts.mostTokens
    ? shortPrompts.prices
    : prices

/** Rounded up to the micro-dollar. */
const priceOf = (prices: TokenPrices, tokens: TokenCounts, hundredths: number): Usd => {
  const kinds = ['input', 'output', 'cacheWrite', 'cacheWriteHour', 'cacheRead'] as const
  const millionths = kinds.reduce((sum, kind) => sum + prices[kind] * tokens[kind], 0)
  return microUsd(Math.ceil((millionths * hundredths) / 100_000_000))
}
