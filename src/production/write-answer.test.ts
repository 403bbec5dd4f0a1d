import { expect, test } from 'vitest'
import { unwrittenInMemory } from '../../test/support/unwritten-in-memory.ts'
import { StudioError } from '../domain/errors.ts'
import type { Order } from '../domain/order.ts'
import { neverAborted } from '../kit/never-aborted.ts'
import type { LedgerStore } from '../ports/ledger-store.ts'
import { virtualClock } from '../testing/virtual-clock.ts'
import { type OrderNews, writeAnswer, writeKeptAnswers } from './write-answer.ts'

const away = (): StudioError =>
  new StudioError({
    ...{ code: 'database-unavailable', retry: 'later' },
    message: 'The database at films did not answer: Connection terminated unexpectedly.',
  })

const news: OrderNews = {
  key: 'fox/p1/video/1A/1',
  production: 'fox',
  model: 'runway/gen4.5',
  event: { kind: 'accepted', submission: 1, job: { id: 'task-17' } },
  fields: {},
}

/** A ledger whose database is away for a while, counted from now. */
const ledgerAwayFor = (awayMs: number) => {
  const clock = virtualClock()
  const until = clock.elapsedMs() + awayMs
  const written: string[] = []
  let tries = 0
  const advance: LedgerStore['advance'] = async (key, event) => {
    tries += 1
    if (clock.elapsedMs() < until) throw away()
    written.push(`${key} ${event.kind}`)
    return { key, model: news.model, state: 'accepted', job: { id: 'task-17' } } as unknown as Order
  }
  const unwritten = unwrittenInMemory()
  return { ledger: { advance }, clock, unwritten, written, tries: () => tries }
}

test('an answer is written down when the database is back within two minutes, and kept meanwhile', async () => {
  const parts = ledgerAwayFor(120_000)
  const writing = writeAnswer(parts, news, neverAborted)
  await new Promise(setImmediate)
  expect(parts.unwritten.kept).toMatchObject([{ key: news.key, event: news.event }])
  await writing
  expect(parts.written).toEqual(['fox/p1/video/1A/1 accepted'])
  expect(parts.unwritten.kept).toEqual([])
  expect(parts.tries(), 'the pauses grow').toBeLessThan(25)
})

test('a pause does not end the wait for an answer, and ends that for what can be asked again', async () => {
  const paused = AbortSignal.abort()
  const answered = ledgerAwayFor(60_000)
  await writeAnswer(answered, news, paused)
  expect(answered.written).toHaveLength(1)
  const asked = ledgerAwayFor(60_000)
  const finished: OrderNews = { ...news, event: { kind: 'finished' } }
  await expect(writeAnswer(asked, finished, paused)).rejects.toThrow('did not answer')
  expect(asked.tries()).toBe(1)
  expect(asked.unwritten.kept).toEqual([])
})

test('an answer that cannot be written stays kept, and the error names order, job, file and the way on', async () => {
  const parts = ledgerAwayFor(Number.POSITIVE_INFINITY)
  const began = parts.clock.elapsedMs()
  const failed = await writeAnswer(parts, news, neverAborted).catch((error: unknown) => error)
  expect(failed).toMatchObject({ code: 'database-unavailable', retry: 'later' })
  expect(String(failed)).toMatch(
    /runway\/gen4\.5 answered order fox\/p1\/video\/1A\/1 with "accepted" \(job task-17\).*kept in the memory of the test.*runs resume fox/,
  )
  expect(parts.unwritten.kept).toHaveLength(1)
  expect(parts.clock.elapsedMs() - began).toBeGreaterThanOrEqual(120_000)
})

test('where not even a file can be written, the error holds the job', async () => {
  const parts = ledgerAwayFor(Number.POSITIVE_INFINITY)
  const full = { ...parts.unwritten, keep: () => Promise.reject(new Error('the disk is full')) }
  await expect(writeAnswer({ ...parts, unwritten: full }, news, neverAborted)).rejects.toThrow(
    /task-17.*the disk is full.*orders show fox\/p1\/video\/1A\/1/,
  )
})

test('an answer is kept whatever else keeps the ledger from writing it, as a pool that was closed', async () => {
  const parts = ledgerAwayFor(0)
  const advance = () => Promise.reject(new Error('Cannot use a pool after calling end on the pool'))
  const closed = { ...parts, ledger: { advance } }
  await expect(writeAnswer(closed, news, neverAborted)).rejects.toThrow('after calling end')
  expect(parts.unwritten.kept).toHaveLength(1)
})

test('what is kept is written down by whoever comes next; what cannot be is told and stays', async () => {
  const { unwritten, ledger, written } = ledgerAwayFor(0)
  const event = { kind: 'accepted', submission: 1, job: { id: 'task-17' } } as const
  await unwritten.keep({ key: 'fox/1', event, fields: {} })
  await unwritten.keep({ key: 'lost/1', event, fields: {} })
  const advance: LedgerStore['advance'] = async (key, ...rest) => {
    if (key === 'lost/1') throw new StudioError({ code: 'not-found', message: 'There is none.' })
    return ledger.advance(key, ...rest)
  }
  const broken = { kind: 'unreadable', place: '/home/b.json', reason: 'it is cut off' } as const
  const all = async () => [...(await unwritten.all()), broken]
  const notices = await writeKeptAnswers({ advance }, { ...unwritten, all })
  expect(written).toEqual(['fox/1 accepted'])
  expect(unwritten.kept.map(({ key }) => key)).toEqual(['lost/1'])
  expect(notices).toEqual([
    expect.stringMatching(/answered order fox\/1 .*task-17.*in it now/),
    expect.stringMatching(/lost\/1.*There is none.*file stays.*orders show lost\/1/),
    expect.stringMatching(/\/home\/b\.json.*cut off.*left as it is/),
  ])
})
