/** Micro-dollars a token, by kind. */
interface TokenPrice {
  readonly input: number
  readonly output: number
  /** Of the input price, for tokens read from a cache. */
  readonly cacheRead: number
}

const usual = 0.1 // Anthropic's price page, read 2026-10: a cache read is a tenth of the input where no other share is named

/** What a model costs; dollars a million tokens are micro-dollars a token. The longest name that fits counts. */
const prices: readonly (readonly [string, TokenPrice])[] = [
  ['claude-fable', { input: 10, output: 50, cacheRead: 0.025 }], // Anthropic's price page, read 2026-10
  ['claude-opus-5-5', { input: 4, output: 20, cacheRead: 0.05 }], // Anthropic's price page, read 2026-10
  ['claude-opus', { input: 5, output: 25, cacheRead: usual }], // Anthropic's price page, read 2026-10
  ['claude-sonnet', { input: 2, output: 10, cacheRead: 0.05 }], // Anthropic's price page, read 2026-10-07
  ['claude-haiku-5-5', { input: 0.1, output: 0.5, cacheRead: usual }], // Anthropic's price page, read 2026-10, up to 100 000 tokens of prompt
  ['claude-haiku', { input: 1, output: 5, cacheRead: usual }], // Anthropic's price page, read 2026-10
]

/** Tokens of a message, as the vendor counts them. */
export interface MessageUsage {
  readonly input_tokens: number
  readonly output_tokens: number
  readonly cache_creation_input_tokens?: number | null | undefined
  readonly cache_read_input_tokens?: number | null | undefined
}

const cacheWrite = 1.25 // Anthropic's price page, read 2026-10: written for 5 minutes

/** The price of a message, in micro-dollars; a model that has no row is priced as the dearest. */
export const messagePrice = (model: string, usage: MessageUsage): number => {
  const { input, output, cacheRead } = priceOf(model)
  const read = (usage.cache_read_input_tokens ?? 0) * cacheRead
  const written = (usage.cache_creation_input_tokens ?? 0) * cacheWrite
  return Math.ceil((usage.input_tokens + read + written) * input + usage.output_tokens * output)
}

const priceOf = (model: string): TokenPrice =>
  prices.find(([name]) => model.startsWith(name))?.[1] ?? {
    input: 10, // Anthropic's price page, read 2026-10
    output: 50, // Anthropic's price page, read 2026-10
    cacheRead: 1,
  }
