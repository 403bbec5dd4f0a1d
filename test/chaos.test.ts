import { expect, test } from 'vitest'
import { chaos } from './chaos/chaos.ts'

/** How many films are made; `npm run test:chaos` makes a hundred. */
const productions = Number(process.env['CHAOS_PRODUCTIONS'] ?? 20)
const seed = Number(process.env['CHAOS_SEED'] ?? 1)

test(`${productions} films under faults and kills: nothing is paid twice, nothing paid is lost`, async () => {
  const figures = await chaos(productions, seed)
  process.stdout.write(`chaos: ${JSON.stringify(figures)}\n`)
  expect(figures.broken).toEqual([])
  expect(figures).toMatchObject({ clipsChargedTwice: 0, clipsLost: 0, holdsPastCap: 0 })
  expect(figures.wrapped + figures.parked).toBe(productions)
  expect(figures.kills).toBeGreaterThan(productions / 2)
  expect(figures.clipsCharged).toBeGreaterThan(productions)
}, 3_600_000)
