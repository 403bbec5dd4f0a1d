import { expect, test } from 'vitest'
import { playSchedule } from './orders/simulation.ts'

/** How many schedules are played, and from which seed on: `ORDER_SEED=137 ORDER_SCHEDULES=1` plays one again. */
const first = Number(process.env['ORDER_SEED'] ?? 1)
const schedules = Number(process.env['ORDER_SCHEDULES'] ?? 100_000)

test('whatever goes wrong, no order is paid twice, nothing paid is lost and no cap is passed', () => {
  const sums = { schedules, charges: 0, crashes: 0, parked: 0, adopted: 0 }
  const broken: string[] = []
  for (let seed = first; seed < first + schedules && broken.length < 10; seed += 1) {
    const played = playSchedule(seed)
    for (const word of played.broken) broken.push(`ORDER_SEED=${seed}: ${word}`)
    for (const name of ['charges', 'crashes', 'parked', 'adopted'] as const) {
      sums[name] += played[name]
    }
  }
  process.stdout.write(`simulated orders: ${JSON.stringify(sums)}\n`)
  expect(broken).toEqual([])
  // A simulation in which nothing happens proves nothing.
  expect(sums.charges).toBeGreaterThan(schedules / 2)
  if (schedules < 1000) return
  expect(sums.crashes).toBeGreaterThan(schedules)
  expect(sums.parked).toBeGreaterThan(schedules / 20)
  expect(sums.adopted).toBeGreaterThan(schedules / 20)
})

test('a schedule is played again from its seed, step for step', () => {
  for (const seed of [1, 92, 1875]) expect(playSchedule(seed)).toEqual(playSchedule(seed))
})
