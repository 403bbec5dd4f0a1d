import { expect, test } from 'vitest'
import { ordersOverHttp } from './orders/over-http.ts'
import { playSchedule } from './orders/simulation.ts'

/** How many schedules are played, and from which seed on: `ORDER_SEED=137 ORDER_SCHEDULES=1` plays one again. */
const first = Number(process.env['ORDER_SEED'] ?? 1)
const schedules = Number(process.env['ORDER_SCHEDULES'] ?? 100_000)

test('whatever goes wrong, no order is paid twice, nothing paid is lost and no cap is passed', () => {
  const sums = { charges: 0, delivered: 0, crashes: 0, parked: 0, adopted: 0, absent: 0 }
  const guards = { clockJumps: 0, heldBack: 0, tooEarly: 0 }
  const broken: string[] = []
  for (let seed = first; seed < first + schedules && broken.length < 10; seed += 1) {
    const played = playSchedule(seed)
    for (const word of played.broken) broken.push(`ORDER_SEED=${seed}: ${word}`)
    count(sums, played)
    count(guards, played)
  }
  process.stdout.write(`simulated orders: ${JSON.stringify({ schedules, ...sums, ...guards })}\n`)
  expect(broken).toEqual([])
  // A simulation in which nothing happens proves nothing.
  expect(sums.charges).toBeGreaterThan(schedules / 2)
  if (schedules < 1000) return
  expect(sums.crashes).toBeGreaterThan(schedules)
  expect(sums.parked).toBeGreaterThan(schedules / 20)
  expect(sums.adopted).toBeGreaterThan(schedules / 20)
  expect(sums.absent).toBeGreaterThan(schedules / 100)
  expect(sums.delivered).toBeGreaterThan(sums.charges / 2)
  expect(guards.clockJumps).toBeGreaterThan(schedules)
  expect(guards.heldBack).toBeGreaterThan(schedules / 100)
  expect(guards.tooEarly).toBeGreaterThan(schedules / 100)
})

/** Add what a schedule showed to the sums of the same names. */
const count = <Sums extends Record<string, number>>(
  sums: Sums,
  played: { readonly [Name in keyof Sums]: number },
): void => {
  for (const name of Object.keys(sums) as (keyof Sums)[]) {
    Object.assign(sums, { [name]: (sums[name] ?? 0) + played[name] })
  }
}

test('a schedule is played again from its seed, step for step', () => {
  for (const seed of [1, 92, 1875]) expect(playSchedule(seed)).toEqual(playSchedule(seed))
})

/** How many schedules go over HTTP, the emulator and the database: `ORDER_HTTP_SEED=12 ORDER_HTTP_SCHEDULES=1` plays one again. */
const firstOverHttp = Number(process.env['ORDER_HTTP_SEED'] ?? 1)
const schedulesOverHttp = Number(process.env['ORDER_HTTP_SCHEDULES'] ?? 200)

test('the same holds over HTTP, with the vendors’ own SDKs, a database and processes that die', async () => {
  const stage = await ordersOverHttp()
  const sums = { charges: 0, crashes: 0, parked: 0, delivered: 0 }
  const broken: string[] = []
  try {
    const end = firstOverHttp + schedulesOverHttp
    for (let seed = firstOverHttp; seed < end && broken.length < 10; seed += 1) {
      const played = await stage.play(seed)
      for (const word of played.broken) broken.push(`ORDER_HTTP_SEED=${seed}: ${word}`)
      count(sums, played)
    }
  } finally {
    await stage.close()
  }
  process.stdout.write(
    `orders over HTTP: ${JSON.stringify({ schedules: schedulesOverHttp, ...sums })}\n`,
  )
  expect(broken).toEqual([])
  expect(sums.charges).toBeGreaterThan(schedulesOverHttp / 2)
  if (schedulesOverHttp < 100) return
  expect(sums.crashes).toBeGreaterThan(schedulesOverHttp)
  expect(sums.parked).toBeGreaterThan(schedulesOverHttp / 20)
  expect(sums.delivered).toBeGreaterThan(sums.charges / 2)
})
