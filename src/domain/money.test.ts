import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Usd } from './money.ts'
import {
  atMostUsd,
  dollarsOf,
  exactUsd,
  formatUsd,
  freeUsd,
  maxUsd,
  microUsd,
  minUsd,
  neededUsd,
  parseUsd,
  scaleUsd,
  subtractUsd,
  sumUsd,
  zeroUsd,
} from './money.ts'

const amounts: fc.Arbitrary<Usd> = fc
  .integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 })
  .map(microUsd)
const notNegative: fc.Arbitrary<Usd> = fc
  .integer({ min: 0, max: 999_999_999_999_999 })
  .map(microUsd)

test('an amount written in dollars with six decimals is read back to the micro-dollar', () => {
  fc.assert(
    fc.property(amounts, (amount) => {
      const magnitude = Math.abs(amount)
      const whole = Math.floor(magnitude / 1_000_000)
      const fraction = String(magnitude % 1_000_000).padStart(6, '0')
      const text = `${whole}.${fraction}`
      expect(parseUsd(amount < 0 ? `-${text}` : text)).toBe(amount)
      expect(parseUsd(amount < 0 ? `-$${text}` : ` $${text} `)).toBe(amount)
    }),
  )
})

test('what is not an amount of money is bad input', () => {
  const wrong = ['', '$', '1,50', '1.2345678', '1e3', 'NaN', 'Infinity', '--1', '1 000', '0x10']
  for (const text of wrong) {
    expect(() => parseUsd(text), text).toThrow(expect.objectContaining({ code: 'bad-input' }))
  }
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY, 1e-7, 1e10]) {
    expect(() => parseUsd(value), String(value)).toThrow(
      expect.objectContaining({ code: 'bad-input' }),
    )
  }
})

test('fractions of a micro-dollar and amounts beyond exact integers are refused', () => {
  fc.assert(
    fc.property(
      fc.double({ noInteger: true }),
      (fraction) => void expect(() => microUsd(fraction)).toThrow(TypeError),
    ),
  )
  expect(() => microUsd(2 ** 53)).toThrow(TypeError)
  expect(() => sumUsd(microUsd(2 ** 53 - 1), microUsd(1))).toThrow(TypeError)
})

test('sums do not depend on order, and subtracting undoes adding', () => {
  fc.assert(
    fc.property(amounts, amounts, amounts, (a, b, c) => {
      expect(sumUsd(a, b, c)).toBe(sumUsd(c, sumUsd(b, a)))
      expect(subtractUsd(sumUsd(a, b), b)).toBe(a)
    }),
  )
  expect(sumUsd()).toBe(zeroUsd)
})

test('there is one zero', () => {
  expect(Object.is(microUsd(-0), 0)).toBe(true)
  expect(Object.is(parseUsd('-0'), 0)).toBe(true)
  expect(Object.is(scaleUsd(microUsd(-3), 0), 0)).toBe(true)
})

test('a scaled quote is never short and at most a micro-dollar over', () => {
  const small = fc.integer({ min: 0, max: 1_000_000_000 }).map(microUsd)
  const ratio = fc.tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 1, max: 1000 }))
  fc.assert(
    fc.property(small, ratio, (amount, [over, under]) => {
      const scaled = BigInt(scaleUsd(amount, over / under)) * BigInt(under)
      const exact = BigInt(amount) * BigInt(over)
      expect(scaled >= exact).toBe(true)
      expect(scaled < exact + BigInt(under)).toBe(true)
    }),
    { examples: [[microUsd(343_164_225), [372, 10]]] },
  )
})

test('the smaller and the larger of two amounts are the two', () => {
  fc.assert(
    fc.property(amounts, amounts, (a, b) => {
      expect([minUsd(a, b), maxUsd(a, b)]).toEqual([a, b].toSorted((x, y) => x - y))
    }),
  )
})

test('amounts are shown with the tenths of a cent that are there; only what is less than a cent is finer', () => {
  const shown = ['0.345', '0.24168', '3.1', '0', '0.0042', '-1', '-0.0155', '0.01', '0.000001']
  expect(shown.map((text) => formatUsd(parseUsd(text)))).toEqual([
    ...['$0.345', '$0.242', '$3.10', '$0.00', '$0.0042', '-$1.00', '-$0.016', '$0.01', '$0.000001'],
  ])
})

test('prices and limits are shown exactly', () => {
  const shown = ['3.1', '0', '0.24168', '-12.345678', '0.012', '10']
  expect(shown.map((text) => exactUsd(parseUsd(text)))).toEqual([
    ...['$3.10', '$0.00', '$0.24168', '-$12.345678', '$0.012', '$10.00'],
  ])
})

test('an amount above zero is never shown as nothing', () => {
  fc.assert(
    fc.property(notNegative, (amount) => {
      expect(/[1-9]/.test(formatUsd(amount))).toBe(amount > 0)
    }),
  )
})

test('dollars in JSON name the amount exactly', () => {
  fc.assert(
    fc.property(amounts, (amount) => {
      expect(Math.round(dollarsOf(amount) * 1_000_000)).toBe(amount)
    }),
  )
  expect(JSON.stringify(dollarsOf(parseUsd('3.1')))).toBe('3.1')
})

test('what is needed is never told as less than it is, and what is free never as more', () => {
  const [need, free] = [parseUsd('0.34501'), parseUsd('0.34599')]
  expect([neededUsd(need), freeUsd(free)]).toEqual(['$0.346', '$0.345'])
  expect([neededUsd(parseUsd('0.40')), freeUsd(parseUsd('0.0042'))]).toEqual(['$0.40', '$0.0042'])
})

test('the most that is asked for is told to the cent, and never as less than it is', () => {
  const most = ['5.985478', '0.000001', '3.10'].map((amount) => atMostUsd(parseUsd(amount)))
  expect(most).toEqual(['$5.99', '$0.01', '$3.10'])
})
