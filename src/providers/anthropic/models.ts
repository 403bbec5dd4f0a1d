import type { Usd } from '../../domain/money.ts'
import { microUsd } from '../../domain/money.ts'

/** What a million tokens of each kind cost, in micro-dollars. */
export interface TokenPrices {
  readonly input: Usd
  readonly output: Usd
  /** Into a cache of 5 minutes. */
  readonly cacheWrite: Usd
  /** Into a cache of an hour. */
  readonly cacheWriteHour: Usd
  readonly cacheRead: Usd
}

/**
 * How thinking is kept from eating the reply: thinking tokens are billed as output and count against `max_tokens`.
 * `always`: it cannot be turned off, so it is given room of its own. The others turn it off, by the word the model takes.
 */
export type ThinkingRule =
  | { readonly kind: 'always'; readonly roomTokens: number }
  | { readonly kind: 'off-by'; readonly word: 'disabled' | 'between_tools' }
  | { readonly kind: 'off-unless-asked' }

/** A model of Anthropic's as the studio orders from it. */
export interface AnthropicModel {
  /** As the vendor spells it, without `anthropic/`. */
  readonly model: string
  /** One line for people. */
  readonly note: string
  /** The dearest that holds for any prompt. */
  readonly prices: TokenPrices
  /** Cheaper prices for prompts of at most so many tokens; null where one price holds for all. */
  readonly shortPrompts: { readonly mostTokens: number; readonly prices: TokenPrices } | null
  /** Most tokens of one prompt. */
  readonly maxInputTokens: number
  /** Most tokens of one answer, thinking included. */
  readonly maxOutputTokens: number
  /** Longest edge of a picture that is looked at as it is, in pixels; larger ones are scaled down to it by the vendor. */
  readonly imageEdge: number
  readonly mostImages: number
  readonly thinking: ThinkingRule
  /** Depth of work asked for; null where the model has no such setting. */
  readonly effort: 'medium' | null
  /** Where the prices were read. */
  readonly source: string
  /** Day the prices were read, `YYYY-MM-DD`. */
  readonly date: string
}

const perMillion = (
  input: number,
  output: number,
  cache: readonly [write: number, writeHour: number, read: number],
): TokenPrices => ({
  input: microUsd(input),
  output: microUsd(output),
  cacheWrite: microUsd(cache[0]),
  cacheWriteHour: microUsd(cache[1]),
  cacheRead: microUsd(cache[2]),
})

const pages = 'platform.claude.com/docs/en/models'

/** Where every model of the 5 line is the same. */
const fifthLine = {
  shortPrompts: null,
  maxInputTokens: 1_000_000, // platform.claude.com model pages, read 2026-11-30
  maxOutputTokens: 128_000, // platform.claude.com model pages, read 2026-11-30
  imageEdge: 2576, // since Opus 4.7, claudecodecamp.com measured against the vision page, read 2026-11-30
  mostImages: 600, // platform.claude.com/docs/en/build-with-claude/vision, read 2026-11-30
  effort: 'medium', // with thinking off at most `high` is taken: platform.claude.com, Prompting Claude Haiku 5.5, read 2026-11-30
} as const

/** Thinking takes what it needs; with less room the reply behind it would be cut off and paid for in vain. */
const alwaysThinking: ThinkingRule = { kind: 'always', roomTokens: 16_000 }

/** The models that the studio can ask, the best buy first. Facts sheet of 2026-11-23 and the vendor's model pages. */
export const anthropicModels: readonly AnthropicModel[] = [
  {
    ...fifthLine,
    model: 'claude-sonnet-5-5',
    note: 'Claude Sonnet 5.5: writes, reviews and cuts well at a moderate price',
    prices: perMillion(2_000_000, 10_000_000, [2_500_000, 4_000_000, 100_000]), // model page; cache read since 2026-10-07: facts, 2026-11-23
    thinking: { kind: 'off-by', word: 'between_tools' }, // What's new in Claude Sonnet 5.5, read 2026-11-30
    source: `${pages}/sonnet-5-5/overview`,
    date: '2026-11-30',
  },
  {
    ...fifthLine,
    model: 'claude-opus-5-5',
    note: 'Claude Opus 5.5: thinks before it writes, twice the price of Sonnet',
    prices: perMillion(4_000_000, 20_000_000, [5_000_000, 8_000_000, 200_000]), // model page, read 2026-11-30
    thinking: alwaysThinking, // What's new in Claude Opus 5.5: cannot be disabled, read 2026-11-30
    source: `${pages}/opus-5-5/overview`,
    date: '2026-11-30',
  },
  {
    ...fifthLine,
    model: 'claude-haiku-5-5',
    note: 'Claude Haiku 5.5: the cheapest, for short prompts above all',
    prices: perMillion(500_000, 2_500_000, [625_000, 1_000_000, 50_000]), // above 100 000 tokens, model page, read 2026-11-30
    shortPrompts: {
      mostTokens: 100_000, // model page, read 2026-11-30
      prices: perMillion(100_000, 500_000, [125_000, 200_000, 10_000]), // model page, read 2026-11-30
    },
    thinking: { kind: 'off-by', word: 'disabled' }, // Prompting Claude Haiku 5.5: up to effort `high`, read 2026-11-30
    source: `${pages}/haiku-5-5/overview`,
    date: '2026-11-30',
  },
  {
    ...fifthLine,
    model: 'claude-fable-5-1',
    note: 'Claude Fable 5.1: the deepest thought, at five times the price of Sonnet',
    prices: perMillion(10_000_000, 50_000_000, [12_500_000, 20_000_000, 250_000]), // facts, 2026-11-23; cache writes 1.25 and 2 times the input
    thinking: alwaysThinking, // What's new in Claude Opus 5.5: "also on Fable 5.1", read 2026-11-30
    source: 'facts sheet 2026-11-23, comparison on the vendor model pages',
    date: '2026-11-23',
  },
  {
    ...fifthLine,
    model: 'claude-opus-5',
    note: 'Claude Opus 5: the model before Opus 5.5',
    prices: perMillion(5_000_000, 25_000_000, [6_250_000, 10_000_000, 500_000]), // model page, read 2026-11-30
    thinking: { kind: 'off-by', word: 'disabled' }, // up to effort `high`: What's new in Claude Opus 5.5, read 2026-11-30
    source: `${pages}/opus-5/overview`,
    date: '2026-11-30',
  },
  {
    ...fifthLine,
    model: 'claude-haiku-4-5',
    note: 'Claude Haiku 4.5: fast, with the older and shorter memory',
    prices: perMillion(1_000_000, 5_000_000, [1_250_000, 2_000_000, 100_000]), // facts, 2026-11-23; cache read 0.1 times the input
    maxInputTokens: 200_000, // comparison on the model pages, read 2026-11-30
    maxOutputTokens: 64_000, // comparison on the model pages, read 2026-11-30
    imageEdge: 1568, // platform.claude.com/docs/en/build-with-claude/vision, read 2026-11-30
    mostImages: 100, // the same page: models with a context of 200k
    thinking: { kind: 'off-unless-asked' }, // extended thinking only: comparison on the model pages, read 2026-11-30
    effort: null, // Haiku 5.5 is the first Haiku with effort levels: its prompting page, read 2026-11-30
    source: 'facts sheet 2026-11-23, comparison on the vendor model pages',
    date: '2026-11-23',
  },
]

/** A model of {@link anthropicModels} by the vendor's name. @throws TypeError for one that is not in it */
export const anthropicModel = (model: string): AnthropicModel => {
  const found = anthropicModels.find((each) => each.model === model)
  if (!found) throw new TypeError(`No model "${model}" of Anthropic's is known here`)
  return found
}
