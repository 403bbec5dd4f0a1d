import { expect, it } from 'vitest'
import { retryAfterMs } from './retry-after.ts'

const askedBy = (headers: Record<string, string>): number | null =>
  retryAfterMs((name) => headers[name])

const date = 'Mon, 30 Nov 2026 10:00:00 GMT'
const day = 86_400_000

it.each([
  [{ 'retry-after': '7' }, 7000],
  [{ 'retry-after': '0' }, 0],
  [{ 'retry-after': '0.0004' }, 1],
  [{ 'retry-after': '60', 'retry-after-ms': '1500.2' }, 1501],
  [{ 'retry-after': 'Mon, 30 Nov 2026 10:01:30 GMT', date }, 90_000],
])('%j is a rest of %i ms', (headers, restMs) => {
  expect(askedBy(headers)).toBe(restMs)
})

it.each([
  [{ 'retry-after': '31536000' }],
  [{ 'retry-after': '1e20' }],
  [{ 'retry-after': '1e999' }],
  [{ 'retry-after-ms': '9'.repeat(400) }],
  [{ 'retry-after': 'Fri, 31 Dec 9999 23:59:59 GMT', date }],
])('%j is a rest of a day at most', (headers) => {
  expect(askedBy(headers)).toBe(day)
})

it.each([
  [{}],
  [{ 'retry-after': '' }],
  [{ 'retry-after': ' ' }],
  [{ 'retry-after': '-5' }],
  [{ 'retry-after': 'soon', date }],
  [{ 'retry-after': 'Mon, 30 Nov 2026 10:01:30 GMT' }],
  [{ 'retry-after': 'Mon, 30 Nov 2026 09:00:00 GMT', date }],
])('%j asks for none', (headers) => {
  expect(askedBy(headers)).toBeNull()
})
