import type { Generation } from './answers.ts'

/** A page of a list. */
export interface ListPage {
  /** Null for an entry that cannot be read. */
  readonly generations: readonly (Generation | null)[]
  /** Entries that the page had, pictures included. */
  readonly size: number
  readonly isLast: boolean
  /** When it was made, by the vendor's clock and to the second below, in epoch milliseconds; null when it does not say. */
  readonly dateMs: number | null
}

/** From when on a list is read. */
export interface Since {
  /** Epoch milliseconds, by the clock of `now`. */
  readonly sinceMs: number
  readonly now: () => number
}

/** Between what two numbers of milliseconds the vendor's clock is ahead of ours; less than nothing is behind. */
export interface Ahead {
  readonly least: number
  readonly most: number
}

/** What a list holds since an instant. */
export interface Listed {
  /** In the list's order: newest first. */
  readonly generations: readonly Generation[]
  /** Whether everything since the instant is in it. */
  readonly complete: boolean
  /** By the dates of all its pages; null when one has none. */
  readonly ahead: Ahead | null
}

/** How far a clock is ahead, as one number. */
export const middleOf = ({ least, most }: Ahead): number => Math.round((least + most) / 2)

/** Entries of a page, and pages that are read at most: an account that made more since an order is looked through no further. */
const pageSize = 50
const mostPages = 40

/**
 * Read a list until it reaches behind an instant. Nobody promises that the newest come first: while they do, the first one
 * that is older ends the search; as soon as they do not, only the end of the list does. The vendor dates by a clock of its own:
 * where its first page tells how far that one is ahead, the instant is meant by it.
 */
export const readSince = async (
  { sinceMs: oursMs, now }: Since,
  askPage: (range: { limit: number; offset: number }) => Promise<ListPage>,
): Promise<Listed> => {
  const seen: (Generation | null)[] = []
  const measured: (Ahead | null)[] = []
  let offset = 0
  let sinceMs = oursMs
  let isRead = false
  while (!isRead && measured.length < mostPages) {
    const askedMs = now()
    const page = await askPage({ limit: pageSize, offset })
    measured.push(aheadBy(page, askedMs, now()))
    seen.push(...page.generations)
    offset += page.size
    sinceMs = oursMs + (measured[0]?.least ?? 0)
    isRead = page.isLast || reachesBehind(seen, sinceMs)
  }
  const complete = isRead && !seen.includes(null)
  return { generations: since(seen, sinceMs), complete, ahead: span(measured) }
}

/** The page was made between the question and the answer, and its date leaves out what is less than a second. */
const aheadBy = ({ dateMs }: ListPage, askedMs: number, answeredMs: number): Ahead | null =>
  dateMs === null || answeredMs < askedMs
    ? null
    : { least: dateMs - answeredMs, most: dateMs + 1000 - askedMs }

const span = (measured: readonly (Ahead | null)[]): Ahead | null => {
  const known = measured.filter((one) => one !== null)
  if (known.length < measured.length) return null
  return {
    least: Math.min(...known.map(({ least }) => least)),
    most: Math.max(...known.map(({ most }) => most)),
  }
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
