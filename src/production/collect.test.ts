import { describe, expect, it } from 'vitest'
import type { Downloads } from '../ports/downloads.ts'
import { collectDelivery, orderedSeconds } from './collect.ts'

const signal = new AbortController().signal

/** What a download is bounded by, of a clip of so many seconds. */
const boundOf = async (seconds: number | null): Promise<number> => {
  let most = 0
  const downloads: Downloads = {
    fetch: async (_url, _folder, { mostBytes }) => {
      most = mostBytes
      return '/clip.mp4'
    },
  }
  const vault = { scratchFolder: async () => '/nowhere-of-a-test', put: async () => 'hash' }
  const media = { inspectDelivery: async () => undefined }
  const output = { kind: 'link', url: 'https://vendor.example/a', mediaType: 'video/mp4' } as const
  const parts = { downloads, vault, media } as unknown as Parameters<typeof collectDelivery>[0]
  expect(await collectDelivery(parts, { output, seconds }, signal)).toMatchObject({
    state: 'stored',
  })
  return most
}

describe('a delivery', () => {
  it('is bounded by what a clip of its length can be, and by no more than any', async () => {
    expect(await boundOf(5)).toBe(200_000_000)
    expect(await boundOf(4.2)).toBe(200_000_000)
    expect(await boundOf(600)).toBe(2_000_000_000)
    expect(await boundOf(null)).toBe(2_000_000_000)
  })

  it('of a clip has the length that its order asks for; another request has none', () => {
    const rate = { numerator: 24_000, denominator: 1001 }
    expect(orderedSeconds({ length: 120, rate })).toBeCloseTo(5.005)
    expect(orderedSeconds({ text: 'Hello.' })).toBeNull()
    expect(orderedSeconds(null)).toBeNull()
  })
})
