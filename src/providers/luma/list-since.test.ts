import { expect, test } from 'vitest'
import type { Generation } from './answers.ts'
import { readSince } from './list-since.ts'

const at = (minute: number): string => new Date(minute * 60_000).toISOString()

const made = (id: string, minute: number | null): Generation => ({
  id,
  vendorModel: 'ray-2',
  resolution: '720p',
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
    return { generations, size: generations.length, isLast: offset + 2 >= all.length }
  }
  return { ask, offsets }
}
const idsOf = (generations: readonly Generation[]): string[] => generations.map(({ id }) => id)

test('pages are read until one reaches behind the instant, and the list is whole', async () => {
  const list = paged([made('e', 9), made('d', 8), made('c', 7), made('b', 2), made('a', 1)])
  const { generations, complete } = await readSince(5 * 60_000, list.ask)
  expect(idsOf(generations)).toEqual(['e', 'd', 'c'])
  expect(complete).toBe(true)
  expect(list.offsets).toEqual([0, 2])
})

test('a list that is in another order is read to its end', async () => {
  const list = paged([made('a', 1), made('b', 2), made('c', 7), made('d', 8), made('e', 9)])
  const { generations, complete } = await readSince(5 * 60_000, list.ask)
  expect(idsOf(generations)).toEqual(['c', 'd', 'e'])
  expect(complete).toBe(true)
  expect(list.offsets).toEqual([0, 2, 4])
})

test('an entry that moved on to the next page is there once', async () => {
  const list = paged([made('c', 7), made('b', 6), made('b', 6), made('a', 1)])
  expect(idsOf((await readSince(5 * 60_000, list.ask)).generations)).toEqual(['c', 'b'])
})

test('an entry without a time may be of any, and one that cannot be read makes the list unsure', async () => {
  const list = paged([made('c', 7), made('b', null), null, made('a', 1)])
  const { generations, complete } = await readSince(5 * 60_000, list.ask)
  expect(idsOf(generations)).toEqual(['c', 'b'])
  expect(complete).toBe(false)
})

test('a list without an end is left, and is not whole', async () => {
  let minute = 1_000_000
  const { complete } = await readSince(0, async () => {
    minute -= 1
    return { generations: [made(String(minute), minute)], size: 1, isLast: false }
  })
  expect(complete).toBe(false)
})
