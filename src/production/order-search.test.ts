import { expect, test } from 'vitest'
import { sightOf } from './order-search.ts'

const one = { id: 'one', api: 'legacy' }
const free = { job: one, isShelved: false }

test('a job that nobody has can be the order’s, and what others have says nothing', () => {
  const found = { jobs: [{ id: 'of-another' }, one], complete: true }
  expect(sightOf(found, [free])).toEqual({ jobs: [one], complete: true })
  expect(sightOf(found, [])).toEqual({ jobs: [], complete: true })
})

test('a job that was made before it left is never the order’s, and the list proves nothing beside it', () => {
  const found = { jobs: [], earlier: [one], complete: true }
  expect(sightOf(found, [free])).toEqual({
    ...{ jobs: [], complete: false },
    doubt: 'job one asks for the same, was made before it left by the clocks, and no order has it',
  })
  expect(sightOf(found, [])).toEqual({ jobs: [], complete: true })
})

test('nor is one that is on the shelf', () => {
  expect(sightOf({ jobs: [one], complete: true }, [{ job: one, isShelved: true }])).toEqual({
    ...{ jobs: [], complete: false },
    doubt: 'job one asks for the same and is on the shelf',
  })
})

test('what the vendor’s list is doubted for already is said', () => {
  const found = { jobs: [], earlier: [one], complete: false, doubt: 'its clock is wrong' }
  expect(sightOf(found, [free])).toMatchObject({ complete: false, doubt: 'its clock is wrong' })
})
