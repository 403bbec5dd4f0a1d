import { expect, test } from 'vitest'
import type { Generation } from './answers.ts'
import { middleOf, readSince } from './list-since.ts'

const at = (minute: number): string => new Date(minute * 60_000).toISOString()

/** By a clock that stands at minute 10. */
const since = (minute: number) => ({ sinceMs: minute * 60_000, now: () => 600_000 })

const made = (id: string, minute: number | null): Generation => ({
  id,
  vendorModel: 'ray-2',
  resolution: '720p',
  seconds: 5,
  prompt: 'a',
  createdAt: minute === null ? null : at(minute),
  status: { state: 'queued' },
})

/** A list that is served in pages of two. */
const paged = (all: readonly (Generation | null)[]) => {
  const offsets: number[] = []
  const ask = async ({ offset }: { offset: number }) => {
    offsets.push(offset)
    const generations = all.slice(offset, offset + 2)
    return { generations, size: generations.length, isLast: offset + 2 >= all.length, dateMs: null }
  }
  return { ask, offsets }
}
const idsOf = (generations: readonly Generation[]): string[] => generations.map(({ id }) => id)

test('pages are read until one reaches behind the instant, and the list is whole', async () => {
  const list = paged([made('e', 9), made('d', 8), made('c', 7), made('b', 2), made('a', 1)])
  const { generations, complete } = await readSince(since(5), list.ask)
  expect(idsOf(generations)).toEqual(['e', 'd', 'c'])
  expect(complete).toBe(true)
  expect(list.offsets).toEqual([0, 2])
})

test('a list that is in another order is read to its end', async () => {
  const list = paged([made('a', 1), made('b', 2), made('c', 7), made('d', 8), made('e', 9)])
  const { generations, complete } = await readSince(since(5), list.ask)
  expect(idsOf(generations)).toEqual(['c', 'd', 'e'])
  expect(complete).toBe(true)
  expect(list.offsets).toEqual([0, 2, 4])
})

test('an entry that moved on to the next page is there once', async () => {
  const list = paged([made('c', 7), made('b', 6), made('b', 6), made('a', 1)])
  expect(idsOf((await readSince(since(5), list.ask)).generations)).toEqual(['c', 'b'])
})

test('an entry without a time may be of any, and one that cannot be read makes the list unsure', async () => {
  const list = paged([made('c', 7), made('b', null), null, made('a', 1)])
  const { generations, complete } = await readSince(since(5), list.ask)
  expect(idsOf(generations)).toEqual(['c', 'b'])
  expect(complete).toBe(false)
})

test('a list without an end is left, and is not whole', async () => {
  let minute = 1_000_000
  const { complete } = await readSince(since(0), async () => {
    minute -= 1
    return { generations: [made(String(minute), minute)], size: 1, isLast: false, dateMs: null }
  })
  expect(complete).toBe(false)
})

test('the instant is meant by the clock of the list, which is ahead as far as its dates say', async () => {
  let nowMs = 600_000
  const pages = [
    { generations: [made('c', 69), made('b', 66)], dateMs: 4_199_000, isLast: false },
    { generations: [made('a', 64)], dateMs: 4_202_000, isLast: true },
  ]
  const listed = await readSince({ sinceMs: 300_000, now: () => nowMs }, async () => {
    nowMs += 500
    const [page = { generations: [], dateMs: null, isLast: true }] = pages.splice(0, 1)
    return { ...page, size: page.generations.length }
  })
  expect(idsOf(listed.generations)).toEqual(['c', 'b'])
  expect(listed.ahead).toEqual({ least: 3_598_500, most: 3_602_500 })
  expect(listed.ahead && middleOf(listed.ahead)).toBe(3_600_500)
})

test('how far a clock is ahead is not known when a page has no date, or ours was set back meanwhile', async () => {
  const page = { generations: [], size: 0, isLast: true }
  expect((await readSince(since(5), async () => ({ ...page, dateMs: null }))).ahead).toBeNull()
  let nowMs = 600_000
  const backwards = (): number => {
    nowMs -= 1
    return nowMs
  }
  const ask = async () => ({ ...page, dateMs: 600_000 })
  expect((await readSince({ sinceMs: 0, now: backwards }, ask)).ahead).toBeNull()
})
