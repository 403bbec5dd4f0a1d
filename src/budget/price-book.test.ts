import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { catalogue } from '../catalogue.ts'
import type { CatalogueModel } from '../domain/catalogue-model.ts'
import { parseUsd, type Usd } from '../domain/money.ts'
import type { TokenCounts } from '../domain/order.ts'
import { priceBook } from './price-book.ts'

const prices = priceBook(catalogue)

const none: TokenCounts = { input: 0, output: 0, cacheWrite: 0, cacheWriteHour: 0, cacheRead: 0 }

const tokens = (id: string, counts: Partial<TokenCounts>): number => {
  const all = { ...none, ...counts }
  const quantity = Object.values(all).reduce((sum, count) => sum + count, 0)
  return prices.price(id, { unit: 'token', quantity, tokens: all })
}

describe('the price book', () => {
  test.each([
    ['luma/ray-3.2', 0.1, 0.3],
    ['luma/ray-3.2', 5, 0.3],
    ['luma/ray-3.2', 5.001, 0.9],
    ['luma/ray-3.2', 10, 0.9],
    ['runway/gen4.5', 3, 0.36],
    ['animatic/painted', 3.209, 0.19254],
  ])('asks %s for a clip of %d s for $%d', (id, quantity, usd) => {
    expect(prices.price(id, { unit: 'second', quantity })).toBe(parseUsd(usd))
  })

  test('has no price of a clip beyond the longest, of another unit, or of tokens of unknown kinds', () => {
    const refused = [
      () => prices.price('luma/ray-3.2', { unit: 'second', quantity: 10.001 }),
      () => prices.price('luma/ray-3.2', { unit: 'image', quantity: 1 }),
      () => prices.price('anthropic/claude-sonnet-5-5', { unit: 'token', quantity: 10 }),
    ]
    for (const price of refused) expect(price).toThrow(TypeError)
  })

  test('prices every kind of token by itself and rounds their sum up once', () => {
    const sonnet = 'anthropic/claude-sonnet-5-5'
    expect(tokens(sonnet, { input: 1_000_000 })).toBe(parseUsd(2))
    expect(tokens(sonnet, { output: 1_000_000 })).toBe(parseUsd(10))
    expect(tokens(sonnet, { cacheWrite: 1_000_000 })).toBe(parseUsd('2.50'))
    expect(tokens(sonnet, { cacheWriteHour: 1_000_000 })).toBe(parseUsd(4))
    expect(tokens(sonnet, { cacheRead: 1_000_000 })).toBe(parseUsd('0.10'))
    expect(tokens(sonnet, { cacheRead: 1 })).toBe(1)
    expect(tokens(sonnet, { cacheRead: 15, cacheWrite: 1 })).toBe(4)
  })

  test('a long question is dearer with Haiku, cached tokens counted', () => {
    const haiku = 'anthropic/claude-haiku-5-5'
    expect(tokens(haiku, { input: 100_000 })).toBe(parseUsd('0.01'))
    expect(tokens(haiku, { input: 60_000, cacheRead: 40_001 })).toBe(32_001)
    expect(tokens(haiku, { output: 1_000_000 })).toBe(parseUsd('0.50'))
  })

  test('no question costs more than all its tokens at the price that lists show', () => {
    const count = fc.integer({ min: 0, max: 300_000 })
    const counts = fc.record({
      ...{ input: count, output: count, cacheWrite: count },
      ...{ cacheWriteHour: count, cacheRead: count },
    })
    fc.assert(
      fc.property(
        counts,
        fc.constantFrom(...catalogue.filter(({ price }) => price.perMillionTokens)),
        (all, { id, price: { perUnit } }) => {
          const sum = Object.values(all).reduce((total, each) => total + each, 0)
          expect(tokens(id, all)).toBeLessThanOrEqual(sum * perUnit)
        },
      ),
    )
  })

  test('a retired model is read and priced for old orders; a new one is refused with what to use', () => {
    const [some] = catalogue
    if (!some) throw new Error('no model')
    const old: CatalogueModel = {
      ...some,
      id: 'animatic/flipbook',
      lifecycle: {
        ...({ state: 'retired', on: '2026-11-01', reason: 'nobody drew it' } as const),
        substitute: 'animatic/sketch',
      },
    }
    const book = priceBook([...catalogue, old])
    expect(book.model(old.id)).toBe(old)
    expect(book.price(old.id, { unit: 'second', quantity: 2 })).toBe(20_000)
    expect(() => book.orderable(old.id)).toThrow(
      expect.objectContaining({
        code: 'model-retired',
        message: expect.stringContaining('nobody drew it. Use animatic/sketch instead'),
      }),
    )
    expect(book.orderable(some.id)).toBe(some)
    expect(() => book.orderable('x/y')).toThrow(expect.objectContaining({ code: 'not-found' }))
  })

  test('what the vendor bills wins over our price of its units', () => {
    const units = { unit: 'second', quantity: 5 } as const
    expect(prices.billed('runway/veo3.1', { units, amount: parseUsd(1) })).toBe(parseUsd(1))
    expect(prices.billed('runway/gen4.5', { units, amount: null })).toBe(parseUsd('0.60'))
  })

  test('a bill that cannot be priced or cannot be true comes to nothing known, and never throws', () => {
    const units = { unit: 'second', quantity: 5 } as const
    const amounts = [-1, 0.5, Number.NaN, 9_007_199_254_740_991] as Usd[]
    for (const amount of amounts)
      expect(prices.billed('runway/veo3.1', { units, amount })).toBeNull()
    for (const quantity of [-5, Number.NaN, 9_007_199_254_740_991]) {
      const bill = { units: { ...units, quantity }, amount: null }
      expect(prices.billed('runway/gen4.5', bill)).toBeNull()
    }
    const tokens = { units: { unit: 'token', quantity: 5 }, amount: null } as const
    expect(prices.billed('runway/gen4.5', tokens)).toBeNull()
    expect(prices.billed('anthropic/claude-sonnet-5-5', tokens)).toBeNull()
    expect(prices.billed('x/y', { units, amount: null })).toBeNull()
  })
})
