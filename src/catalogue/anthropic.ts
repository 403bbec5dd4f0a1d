import type { CatalogueModel } from '../domain/catalogue-model.ts'
import type { CatalogueVendor } from '../domain/catalogue-vendor.ts'
import { microUsd } from '../domain/money.ts'
import { type AnthropicModel, anthropicModels } from '../providers/anthropic/models.ts'
import { anyLength } from './shared-rows.ts'

/** Anthropic, for the crew. */
export const anthropicVendor: CatalogueVendor = {
  id: 'anthropic',
  name: 'Anthropic',
  keyNames: ['ANTHROPIC_API_KEY'],
  keyNote: '',
  site: 'platform.claude.com', // platform.claude.com/docs, read 2026-11-30
  surfaces: [
    {
      ...{ name: '', keyPrefix: '', keyName: null, baseUrlVariable: 'ANTHROPIC_BASE_URL' },
      // @anthropic-ai/sdk 1.12.0, its client's default, read 2026-11-23
      baseUrl: 'https://api.anthropic.com',
      hosts: ['api.anthropic.com'],
      tellsBills: true,
      hasList: false,
      listedWithinMs: null,
      recovery: 'an answer that was lost cannot be had again',
      lookAt: '',
      lostAnswer: 'the question is asked once more at most, and both holds are kept',
    },
  ],
  isOffline: false,
  lifecycle: { state: 'current' },
}

const anthropicRow = ({ model, note, prices, ...told }: AnthropicModel): CatalogueModel => {
  const { shortPrompts, source, date } = told
  const dearest = Math.max(...Object.values(prices))
  return {
    ...{ id: `anthropic/${model}`, vendor: 'anthropic', surface: null, port: 'llm', tier: null },
    note,
    funds: 'real',
    lifecycle: { state: 'current' },
    price: {
      unit: 'token',
      perUnit: microUsd(Math.ceil(dearest / 1_000_000)),
      perMillionTokens: shortPrompts?.prices ?? prices,
      ...(shortPrompts
        ? { longQuestions: { aboveTokens: shortPrompts.mostTokens, perMillionTokens: prices } }
        : {}),
      ...{ source, date },
    },
    limits: {
      ...{ ...anyLength, minSeconds: null, maxSeconds: null, slots: 8 },
      slotsSource: "the vendor's limits are the account's own; chosen by this project",
      slotsDate: '2026-11-23',
    },
  }
}

/** Models that the crew can think with, as the adapter asks them; the first by default. */
export const anthropicRows: readonly CatalogueModel[] = anthropicModels.map(anthropicRow)
