import { expect, test } from 'vitest'
import type { Framing, Subject } from '../../../domain/script.ts'
import { castActors } from './staging.ts'

const subject = (what: string, action: string, count = 1): Subject => ({
  ...{ castId: null, what, look: '', action, count },
})

const staged = (subjects: readonly Subject[], framing: Framing = 'medium') =>
  castActors({ subjects, cast: [], framing, seed: 3 })

const dinner = [
  subject('mother', 'eats at the table'),
  subject('father', 'talks at the table'),
  subject('girl', 'eats dinner'),
]

test.each(['wide', 'full', 'medium'] as const)(
  'several who eat share one table, each on a seat of their own: %s',
  (framing) => {
    const seats = staged(dinner, framing).map(({ table }) => table)
    expect(seats).toHaveLength(3)
    expect(new Set(seats.map((table) => table?.seat)).size).toBe(3)
    expect(new Set(seats.map((table) => table?.seats))).toEqual(new Set([3]))
    expect(staged(dinner, framing).every(({ action }) => action.seated)).toBe(true)
  },
)

test('a family at a table is not a crowd, and who serves them stands', () => {
  const actors = staged([
    subject('family', 'eat at the table', 4),
    subject('waiter', 'serves them'),
  ])
  expect(actors.filter(({ crowd }) => crowd)).toEqual([])
  expect(actors.find(({ what }) => what === 'waiter')?.table).toBeNull()
})

test('who embraces is not parted by passers-by', () => {
  const actors = staged([
    subject('woman', 'hugs him'),
    subject('man', 'hugs her'),
    subject('pedestrians', 'walk by', 7),
  ])
  const pair = actors.filter(({ partner }) => partner !== null)
  expect(pair).toHaveLength(2)
  for (const { x } of actors.filter(({ crowd }) => crowd))
    expect(Math.abs(x - 0.5)).toBeGreaterThan(0.2)
})
