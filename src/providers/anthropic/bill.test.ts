import { describe, expect, it } from 'vitest'
import { billOf } from './bill.ts'
import { anthropicModel, anthropicModels } from './models.ts'

const usage = {
  input_tokens: 1000,
  output_tokens: 400,
  cache_creation_input_tokens: 30,
  cache_read_input_tokens: 20,
  cache_creation: { ephemeral_5m_input_tokens: 10, ephemeral_1h_input_tokens: 20 },
}

const tokens = { input: 1000, output: 400, cacheWrite: 10, cacheWriteHour: 20, cacheRead: 20 }

describe('the bill of an answer', () => {
  it('is in tokens, kind by kind, and leaves the price to the price book', () => {
    expect(billOf(anthropicModel('claude-sonnet-5-5'), usage)).toEqual({
      units: { unit: 'token', quantity: 1450, tokens },
      amount: null,
    })
  })

  it('takes a cache that is not broken down for one of five minutes, and none for none', () => {
    const plain = { input_tokens: 5, output_tokens: 7 }
    const model = anthropicModel('claude-sonnet-5-5')
    expect(billOf(model, { ...plain, cache_creation: null })).toMatchObject({
      units: { quantity: 12 },
    })
    expect(billOf(model, { ...plain, cache_creation_input_tokens: 30 })).toMatchObject({
      units: { quantity: 42, tokens: { cacheWrite: 30, cacheWriteHour: 0 } },
    })
  })

  it('takes what is told of a cache, whatever is left out', () => {
    const model = anthropicModel('claude-sonnet-5-5')
    const told = (cache_creation: object) => billOf(model, { ...usage, cache_creation })?.units
    expect(told({ ephemeral_5m_input_tokens: 10 })).toMatchObject({
      tokens: { cacheWrite: 10, cacheWriteHour: 20 },
    })
    expect(told({ ephemeral_1h_input_tokens: 20 })).toMatchObject({
      tokens: { cacheWrite: 10, cacheWriteHour: 20 },
    })
    expect(told({})).toMatchObject({ tokens: { cacheWrite: 30, cacheWriteHour: 0 } })
  })

  it.each([
    ['is missing', undefined],
    ['has another shape', { input_tokens: '1000', output_tokens: 400 }],
    ['is no whole number', { ...usage, output_tokens: 0.5 }],
    ['is beyond whole numbers', { ...usage, output_tokens: 9_007_199_254_740_991 }],
    ['is more than the model writes', { ...usage, output_tokens: 128_001 }],
    ['is more than the model reads', { ...usage, input_tokens: 999_951 }],
  ])('is not there where what was used %s', (_why, told) => {
    expect(billOf(anthropicModel('claude-sonnet-5-5'), told)).toBeNull()
    expect(billOf(anthropicModel('claude-haiku-5-5'), told)).toBeNull()
  })

  it('says the lower price of a short prompt itself', () => {
    const model = anthropicModel('claude-haiku-5-5')
    // 1000 × 0.1 + 400 × 0.5 + 10 × 0.125 + 20 × 0.2 + 20 × 0.01 = 305.45 micro-dollars
    expect(billOf(model, usage)?.amount).toBe(306)
    expect(billOf(model, { ...usage, input_tokens: 99_950 })?.amount).toBe(10_201)
    expect(billOf(model, { ...usage, input_tokens: 99_951 })?.amount).toBeNull()
  })

  it('says the higher price of work in the United States itself', () => {
    const there = { input_tokens: 1000, output_tokens: 400, inference_geo: 'us' }
    // (1000 × 2 + 400 × 10) × 1.1
    expect(billOf(anthropicModel('claude-sonnet-5-5'), there)?.amount).toBe(6600)
    const anywhere = { ...there, inference_geo: 'global' }
    expect(billOf(anthropicModel('claude-sonnet-5-5'), anywhere)?.amount).toBeNull()
  })
})

describe('the models of Anthropic', () => {
  it.each(anthropicModels)('have prices with a source and a day: $model', (model) => {
    expect(model.source.length).toBeGreaterThan(10)
    expect(model.date).toMatch(/^20\d\d-\d\d-\d\d$/)
    const { prices } = model
    // Cache writes are 1.25 and 2 times the input: facts sheet of 2026-11-23.
    expect(prices.cacheWrite).toBe(prices.input * 1.25)
    expect(prices.cacheWriteHour).toBe(prices.input * 2)
    expect(prices.output).toBeGreaterThan(prices.input)
    expect(prices.cacheRead).toBeLessThan(prices.input)
    for (const [kind, price] of Object.entries(model.shortPrompts?.prices ?? {})) {
      expect(price, kind).toBeLessThan(prices[kind as keyof typeof prices])
    }
  })
})
