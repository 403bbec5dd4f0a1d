import type { Generation } from './answers.ts'

/** A page of a list. */
export interface ListPage {
  /** Null for an entry that cannot be read. */
  readonly generations: readonly (Generation | null)[]
  /** Entries that the page had, pictures included. */
  readonly size: number
  readonly isLast: boolean
}

/** What a list holds since an instant. */
export interface Listed {
  /** In the list's order: newest first. */
  readonly generations: readonly Generation[]
  /** Whether everything since the instant is in it. */
  readonly complete: boolean
}

/** Entries of a page, and pages that are read at most: an account that made more since an order is looked through no further. */
const pageSize = 50
const mostPages = 40

/**
 * Read a list until it reaches behind an instant. Nobody promises that the newest come first: while they do, the first one
 * that is older ends the search; as soon as they do not, only the end of the list does.
 *
 * @param sinceMs epoch milliseconds
 */
export const readSince = async (
  sinceMs: number,
  askPage: (range: { limit: number; offset: number }) => Promise<ListPage>,
): Promise<Listed> => {
  const seen: (Generation | null)[] = []
  let offset = 0
  for (let pages = 0; pages < mostPages; pages += 1) {
    const page = await askPage({ limit: pageSize, offset })
    seen.push(...page.generations)
    offset += page.size
    if (page.isLast || reachesBehind(seen, sinceMs)) {
      return { generations: since(seen, sinceMs), complete: !seen.includes(null) }
    }
  }
  return { generations: since(seen, sinceMs), complete: false }
}

const madeMs = (generation: Generation | null): number | null =>
  generation?.createdAt ? Date.parse(generation.createdAt) : null

const reachesBehind = (seen: readonly (Generation | null)[], sinceMs: number): boolean => {
  const times = seen.map(madeMs).filter((time) => time !== null)
  const isNewestFirst = times.every((time, at) => time <= (times[at - 1] ?? time))
  return isNewestFirst && (times.at(-1) ?? sinceMs) < sinceMs
}

/** Each once: what is made while the list is read moves entries on to the next page. One without a time may be of any. */
const since = (seen: readonly (Generation | null)[], sinceMs: number): readonly Generation[] => {
  const byId = new Map<string, Generation>()
  for (const generation of seen) {
    if (generation && (madeMs(generation) ?? sinceMs) >= sinceMs)
      byId.set(generation.id, generation)
  }
  return [...byId.values()]
}
