import { expect, test } from 'vitest'
import type { Framing, Subject } from '../../../domain/script.ts'
import { figureLayers } from './figure-layers.ts'
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

test('who is hidden behind the others is not said to be seen', () => {
  const light = {
    ...{ key: '#ffe0b0', ambient: '#a9b0c4', shadow: '#2a2440' },
    ...{ direction: 0.7, level: 0.75, backlit: false },
  }
  const depicted = (subjects: readonly Subject[]) =>
    figureLayers({
      ...{ subjects, cast: [], objects: [], framing: 'medium', mood: '', ground: 0.9, seed: 3 },
      ...{
        look: 'painted',
        place: 'park',
        indoors: false,
        wet: false,
        seconds: 4,
        light,
        heading: 1,
      },
    }).depicted
  const three = ['mother', 'father', 'uncle'].map((what) => subject(what, 'looks'))
  const seen = depicted([...three, subject('girl', 'jumps')])
  expect(seen).toEqual(expect.arrayContaining(['mother', 'father', 'uncle']))
  expect(seen).not.toContain('girl')
  expect(depicted([subject('mother', 'looks'), subject('girl', 'jumps')])).toContain('girl')
})
