import { expect, test } from 'vitest'
import { microUsd } from '../../domain/money.ts'
import { isRetakeWorth } from './worth-retake.ts'

const odds = {
  score: 76,
  threshold: 80,
  spread: 0,
  price: microUsd(300_000),
  available: microUsd(3_000_000),
  takesSoFar: 1,
  maxTakes: 5,
  missing: [['kite']],
}

test('a near miss with money to spare is shot again', () => {
  expect(isRetakeWorth(odds)).toBe(true)
})

test('a take that passes is never shot again', () => {
  expect(isRetakeWorth({ ...odds, score: 80 })).toBe(false)
})

test('no retake is bought that the free money cannot pay', () => {
  expect(isRetakeWorth({ ...odds, available: microUsd(299_999) })).toBe(false)
})

test('no retake is bought beyond the most takes of a shot', () => {
  expect(isRetakeWorth({ ...odds, takesSoFar: 5 })).toBe(false)
})

test('a hopeless score is not worth any money', () => {
  expect(isRetakeWorth({ ...odds, score: 40 })).toBe(false)
})

test('the last money is kept where the odds are poor', () => {
  const poor = { ...odds, score: 73 }
  expect(isRetakeWorth(poor)).toBe(true)
  expect(isRetakeWorth({ ...poor, available: poor.price })).toBe(false)
})

test('takes that all came out alike leave little hope that the next one differs', () => {
  const low = { ...odds, score: 69 }
  expect(isRetakeWorth({ ...low, spread: 18, takesSoFar: 4 })).toBe(true)
  expect(isRetakeWorth({ ...low, spread: 0, takesSoFar: 4 })).toBe(false)
})

test('what two takes of a model both lack is not bought a third time', () => {
  const twice = { ...odds, takesSoFar: 2 }
  expect(isRetakeWorth({ ...twice, missing: [['kite', 'rain'], ['kite']] })).toBe(false)
  expect(isRetakeWorth({ ...twice, missing: [['rain'], ['kite']] })).toBe(true)
})
