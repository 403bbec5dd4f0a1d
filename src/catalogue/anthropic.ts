import type { CatalogueModel, ModelPrice, TokenPrices } from '../domain/catalogue-model.ts'
import type { CatalogueVendor } from '../domain/catalogue-vendor.ts'
import { microUsd, type Usd } from '../domain/money.ts'
import { anyLength } from './shared-rows.ts'

/** Anthropic, for the crew. */
export const anthropicVendor: CatalogueVendor = {
  id: 'anthropic',
  name: 'Anthropic',
  keyNames: ['ANTHROPIC_API_KEY'],
  keyNote: '',
  surfaces: [
    {
      ...{ name: '', keyPrefix: '', baseUrlVariable: 'ANTHROPIC_BASE_URL' },
      // @anthropic-ai/sdk 1.12.0, its client's default, read 2026-11-23
      baseUrl: 'https://api.anthropic.com',
      hosts: ['api.anthropic.com'],
      recovery: 'an answer that was lost cannot be had again',
      lostAnswer: 'the question is asked once more at most, and both holds are kept',
    },
  ],
  isOffline: false,
  lifecycle: { state: 'current' },
}

/** Prices from dollars for a million tokens. */
const perMillion = (input: number, output: number, cacheRead: number): TokenPrices => {
  const micros = (usd: number): Usd => microUsd(Math.round(usd * 1_000_000))
  return {
    input: micros(input),
    output: micros(output),
    cacheWrite: micros(input * 1.25), // the vendor's price page, read 2026-10
    cacheWriteHour: micros(input * 2), // the vendor's price page, read 2026-10
    cacheRead: micros(cacheRead),
  }
}

const claude = (
  name: string,
  note: string,
  perMillionTokens: TokenPrices,
  longQuestions?: NonNullable<ModelPrice['longQuestions']>,
): CatalogueModel => {
  const every = [perMillionTokens, ...(longQuestions ? [longQuestions.perMillionTokens] : [])]
  const dearest = Math.max(...every.flatMap((prices) => Object.values(prices)))
  return {
    ...{ id: `anthropic/${name}`, vendor: 'anthropic', surface: null, port: 'llm', tier: null },
    note,
    funds: 'real',
    lifecycle: { state: 'current' },
    price: {
      unit: 'token',
      perUnit: microUsd(Math.ceil(dearest / 1_000_000)),
      perMillionTokens,
      ...(longQuestions ? { longQuestions } : {}),
      source: "the vendor's price page as of October 2026",
      date: '2026-11-23',
    },
    // The vendor's limits are the account's own; as many at once are chosen by this project.
    limits: { ...anyLength, minSeconds: null, maxSeconds: null, slots: 8 },
  }
}

/** Models that the crew can think with. */
export const anthropicModels: readonly CatalogueModel[] = [
  // Dollars for a million tokens read and written, and read from a cache: the vendor's price page, read 2026-10.
  claude('claude-sonnet-5-5', 'Claude Sonnet 5.5, the crew by default', perMillion(2, 10, 0.1)),
  claude('claude-opus-5-5', 'Claude Opus 5.5', perMillion(4, 20, 0.2)),
  // What reading from a cache costs with Haiku is not known: as much as reading anew, at most.
  claude('claude-haiku-5-5', 'Claude Haiku 5.5', perMillion(0.1, 0.5, 0.1), {
    aboveTokens: 100_000, // the vendor's price page, read 2026-10
    perMillionTokens: perMillion(0.5, 2.5, 0.5),
  }),
]
