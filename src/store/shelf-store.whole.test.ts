import { expect, test } from 'vitest'
import { storeOfTestFile } from '../../test/support/test-store.ts'
import { parseUsd, zeroUsd } from '../domain/money.ts'
import type { FoundClip } from '../domain/shelf.ts'
import { shotId, slateId } from '../domain/slate.ts'
import type { LedgerStore } from '../ports/ledger-store.ts'
import type { ProductionStore } from '../ports/production-store.ts'
import type { ShelfStore } from '../ports/shelf-store.ts'
import { sampleBrief, sampleDraft, sampleReview, sampleTake } from '../testing/sample-production.ts'
import { ledgerStore } from './ledger-store.ts'
import { productionStore } from './production-store.ts'
import { shelfStore } from './shelf-store.ts'

const { database } = await storeOfTestFile()

let tenants = 0

interface House {
  readonly productions: ProductionStore
  readonly ledger: LedgerStore
  readonly shelf: ShelfStore
}

/** A tenant of the test's own, with a run `lake`. */
const house = async (): Promise<House> => {
  tenants += 1
  const tenant = `tenant-${tenants}`
  const productions = productionStore(database, tenant)
  const shown = { productions, ledger: ledgerStore(database, tenant) }
  await makeRun(shown, 'lake')
  return { ...shown, shelf: shelfStore(database, tenant) }
}

const makeRun = ({ productions }: Pick<House, 'productions'>, id: string) =>
  productions.create({ id, brief: sampleBrief, outputDir: `/films/${id}`, until: null })

const shot = shotId(1, 0)
const second = {
  ...sampleTake,
  slate: slateId(shot, 2),
  orderKey: 'lake/p1/video/1A/2',
  footage: { ...sampleTake.footage, originalHash: 'c'.repeat(64) },
}
const account = { vendor: 'animatic', funds: 'simulated' } as const

const found = (fields: Partial<FoundClip> = {}): FoundClip => ({
  ...{ source: 'salvage', ...account, model: 'animatic/draft', job: { id: 'j1', part: 1 } },
  ...{ prompt: 'A fox', madeAt: '2026-11-30T10:00:00.000Z', billed: parseUsd('0.4') },
  ...{ hash: 'd'.repeat(64), depicted: ['fox'], leaderFrames: 2, seconds: 5.5 },
  ...{ size: { width: 64, height: 36 }, orderKey: null, production: null },
  ...fields,
})

const showInCut = ({ productions }: House, slate: string) =>
  productions.putDocument(
    'lake',
    'cut',
    'balanced',
    { schema: 'cut@1', events: [{ pilot: 'p1', slate }] },
    true,
  )

/** An order of a run that has left for its vendor. */
const sent = async ({ ledger }: House, key: string, production = 'lake'): Promise<void> => {
  await ledger.draft({ ...sampleDraft, key, production })
  await ledger.hold(key, 10, false)
  await ledger.begin(key, null)
}

test('nothing is on the shelf while a film is shot; then what no cut shows, with its review', async () => {
  const of = await house()
  await of.productions.addTake('lake', sampleTake)
  await of.productions.addTake('lake', second as typeof sampleTake)
  await of.productions.putReview('lake', { ...sampleReview, slate: second.slate })
  expect(await of.shelf.clips()).toEqual([])
  await showInCut(of, sampleTake.slate)
  const clips = await of.shelf.clips()
  expect(clips).toMatchObject([
    {
      ...{ id: 's-cccccccc', source: 'not-cut', production: 'lake', pilot: 'p1', slate: '1A-2' },
      ...{ vendor: 'animatic', model: 'animatic/draft', funds: 'simulated', cost: 250_000 },
      ...{ seconds: 5, size: sampleBrief.size, scores: sampleReview.scores, isUsed: false },
      ...{ notes: sampleReview.notes, castCount: null, leaderFrames: 0, job: null },
    },
  ])
  await showInCut(of, second.slate)
  expect((await of.shelf.clips()).map(({ slate }) => slate)).toEqual(['1A-1'])
})

test('everything of a cancelled or deleted run is on the shelf; of another tenant nothing', async () => {
  const of = await house()
  await of.productions.addTake('lake', sampleTake)
  await of.productions.update('lake', { wanted: 'cancel', state: 'cancelled' })
  expect(await of.shelf.clips()).toMatchObject([{ source: 'not-cut' }])
  await of.productions.remove('lake', false)
  expect(await of.shelf.clips()).toMatchObject([{ source: 'deleted-run', production: 'lake' }])
  expect(await (await house()).shelf.clips()).toEqual([])
})

test('a clip costs what its own submission was billed, whatever is assumed for one that was lost', async () => {
  const of = await house()
  const { key } = sampleDraft
  await sent(of, key)
  const lost = { kind: 'cannot-tell', seenIn: 'submitting', reason: 'the line went dead' } as const
  await of.ledger.advance(key, { kind: 'answer-lost', submission: 1, reason: lost.reason })
  await of.ledger.advance(key, { ...lost, seenIn: 'unknown' })
  expect(await of.ledger.holdAgain(key, 1, 10, false)).toMatchObject({ kind: 'granted' })
  await of.ledger.begin(key, null)
  const delivery = { billed: parseUsd('0.25'), outputHash: 'b'.repeat(64), output: null }
  const delivered = { kind: 'delivered', submission: 2, job: null } as const
  const { billed, assumed } = await of.ledger.advance(key, delivered, delivery)
  expect([assumed > 0, billed - assumed]).toEqual([true, 250_000])
  await of.productions.addTake('lake', { ...sampleTake, cost: billed })
  await of.productions.update('lake', { wanted: 'cancel', state: 'cancelled' })
  expect(await of.shelf.clips()).toMatchObject([{ cost: 250_000 }])
})

test('the same bytes in a film that is still there are told to be used', async () => {
  const of = await house()
  await of.productions.addTake('lake', sampleTake)
  await makeRun(of, 'old')
  await of.productions.addTake('old', sampleTake)
  await of.productions.remove('old', false)
  expect(await of.shelf.clips()).toMatchObject([{ production: 'old', isUsed: false }])
  await showInCut(of, sampleTake.slate)
  expect(await of.shelf.clips()).toMatchObject([{ production: 'old', isUsed: true }])
})

test('a found clip is kept once, as it was found, and its file is the shelf’s', async () => {
  const of = await house()
  expect(await of.shelf.keep(found())).toBe(true)
  expect(await of.shelf.keep(found({ job: { part: 1, id: 'j1' } }))).toBe(false)
  const { job, model, prompt, depicted, leaderFrames, seconds, size } = found()
  expect(await of.shelf.clips()).toMatchObject([
    {
      ...{ id: 's-dddddddd', source: 'salvage', job, model, prompt, depicted, leaderFrames },
      ...{ seconds, size, cost: 400_000, scores: null, production: null, slate: null },
    },
  ])
  expect((await of.productions.holders()).get('d'.repeat(64))).toBe('shelf')
  expect(await of.productions.unheld(['d'.repeat(64)])).toEqual([])
})

test('a found clip goes when the footage of its run is destroyed', async () => {
  const of = await house()
  await of.shelf.keep(
    found({ hash: 'e'.repeat(64), orderKey: 'lake/p1/video/1A/1', production: 'lake' }),
  )
  expect(await of.shelf.clips()).toMatchObject([{ pilot: 'p1', slate: '1A-1' }])
  await of.productions.remove('lake', true)
  expect(await of.shelf.clips()).toEqual([])
  expect((await of.productions.removal('lake'))?.hashes).toContain('e'.repeat(64))
})

test('jobs are known that an order has or the shelf, of the same vendor and money', async () => {
  const of = await house()
  const key = 'lake/p1/video/1A/1'
  await sent(of, key)
  await of.ledger.advance(key, { kind: 'accepted', submission: 1, job: { id: 'ordered', part: 1 } })
  await of.shelf.keep(found({ job: { id: 'shelved' } }))
  const jobs = [{ part: 1, id: 'ordered' }, { id: 'new' }, { id: 'shelved' }]
  expect(await of.shelf.unknownJobs(account, jobs)).toEqual([{ id: 'new' }])
  expect(await of.shelf.unknownJobs({ ...account, funds: 'real' }, jobs)).toHaveLength(3)
  expect(await of.shelf.unknownJobs(account, [])).toEqual([])
})

test('a job is known by its id, whatever else an order or the shelf keeps with it', async () => {
  const of = await house()
  const key = 'lake/p1/video/1A/1'
  await sent(of, key)
  await of.ledger.advance(key, { kind: 'accepted', submission: 1, job: { id: 'ordered' } })
  await of.shelf.keep(found({ job: { id: 'shelved' } }))
  const jobs = ['ordered', 'shelved'].map((id) => ({ id, api: 'legacy' }))
  expect(await of.shelf.unknownJobs(account, jobs)).toEqual([])
  expect(await of.shelf.keep(found({ job: { id: 'shelved', api: 'legacy' } }))).toBe(false)
  expect(await of.shelf.clips()).toHaveLength(1)
})

test('no order explains a job that none has, had beside its own, or has on the shelf', async () => {
  const of = await house()
  const [key, other] = ['lake/p1/video/1A/1', 'lake/p1/video/2A/1']
  await sent(of, key)
  await sent(of, other)
  await of.ledger.advance(other, { kind: 'accepted', submission: 1, job: { id: 'others' } })
  await of.ledger.advance(other, { kind: 'accepted', submission: 1, job: { id: 'stray' } })
  await of.shelf.keep(found({ job: { id: 'late' }, source: 'adopted-late', orderKey: other }))
  await of.shelf.keep(found({ job: { id: 'shelved' } }))
  const jobs = ['others', 'stray', 'late', 'shelved', 'free'].map((id) => ({ id, api: 'legacy' }))
  expect(await of.ledger.unexplained(key, jobs)).toEqual([
    { job: { id: 'shelved', api: 'legacy' }, isShelved: true },
    { job: { id: 'free', api: 'legacy' }, isShelved: false },
  ])
  expect(await of.ledger.unexplained(key, [])).toEqual([])
})

test('a job that an order has after all is no stray, and one that is on the shelf none either', async () => {
  const of = await house()
  const key = 'lake/p1/video/1A/1'
  await sent(of, key)
  await of.ledger.advance(key, { kind: 'accepted', submission: 1, job: { id: 'first' } })
  await of.ledger.advance(key, { kind: 'cannot-tell', seenIn: 'accepted', reason: 'it is gone' })
  const other = { id: 'other', api: 'legacy' }
  await of.ledger.advance(key, { kind: 'adopted-by-person', job: other })
  await of.ledger.advance(key, { kind: 'cannot-tell', seenIn: 'accepted', reason: 'it is gone' })
  expect(await of.shelf.strays(account)).toMatchObject([{ job: { id: 'first' } }])
  await of.ledger.advance(key, { kind: 'adopted-by-person', job: { id: 'first', api: 'legacy' } })
  expect(await of.shelf.strays(account)).toMatchObject([{ job: other }])
  await of.shelf.keep(found({ source: 'stray', job: { id: 'other' }, orderKey: key }))
  expect(await of.shelf.strays(account)).toEqual([])
})

test('a stray job is told until it is on the shelf', async () => {
  const of = await house()
  const key = 'lake/p1/video/1A/1'
  await sent(of, key)
  await of.ledger.advance(key, { kind: 'accepted', submission: 1, job: { id: 'first' } })
  await of.ledger.advance(key, { kind: 'accepted', submission: 1, job: { id: 'stray' } })
  expect(await of.shelf.strays(account)).toMatchObject([
    { orderKey: key, model: 'animatic/draft', job: { id: 'stray' } },
  ])
  await of.shelf.keep(found({ source: 'stray', job: { id: 'stray' }, orderKey: key }))
  expect(await of.shelf.strays(account)).toEqual([])
})

test('the job of an order that is sent again is a stray: it is paid too', async () => {
  const of = await house()
  const key = 'lake/p1/video/1A/1'
  await sent(of, key)
  await of.ledger.advance(key, { kind: 'accepted', submission: 1, job: { id: 'first' } })
  await of.ledger.advance(key, { kind: 'cannot-tell', seenIn: 'accepted', reason: 'it is gone' })
  expect(await of.ledger.holdAgain(key, 1, 10, false)).toMatchObject({ kind: 'granted' })
  expect(await of.shelf.strays(account)).toMatchObject([{ orderKey: key, job: { id: 'first' } }])
})

test('orders are awaited that are at their vendor, or delivered to nobody', async () => {
  const of = await house()
  const awaited = async () => (await of.shelf.awaited(account)).map(({ key }) => key)
  const key = 'lake/p1/video/1A/1'
  await of.ledger.draft(sampleDraft)
  await of.ledger.hold(key, 10, false)
  expect(await awaited()).toEqual([])
  await of.ledger.begin(key, null)
  expect(await awaited()).toEqual([key])
  const job = { id: 'j1' }
  await of.ledger.advance(key, { kind: 'accepted', submission: 1, job })
  expect(await awaited()).toEqual([key])
  const delivery = { billed: parseUsd('0.5'), outputHash: 'b'.repeat(64), output: null }
  await of.ledger.advance(key, { kind: 'delivered', submission: 1, job }, delivery)
  // The run goes on and takes it in itself.
  expect(await awaited()).toEqual([])
  expect(await of.shelf.unplaced()).toEqual([])
  await of.productions.update('lake', { state: 'wrapped' })
  expect(await awaited()).toEqual([key])
  expect(await of.shelf.unplaced()).toMatchObject([{ key }])
  await of.productions.addTake('lake', sampleTake)
  expect(await awaited()).toEqual([])
  expect(await of.shelf.unplaced()).toEqual([])
})

test('a clip that came to the shelf before an order had its job is told to be the order’s', async () => {
  const of = await house()
  const job = { id: 'j1' }
  const unordered = { model: null, orderKey: null, production: null, prompt: '', billed: null }
  await of.shelf.keep(found({ ...unordered, job }))
  const ordered = {
    model: 'luma/ray-2',
    production: 'lake',
    prompt: 'a lake',
    billed: parseUsd('0.5'),
  }
  const orderKey = 'lake/rig/video/test/1'
  expect(await of.shelf.keep(found({ ...ordered, orderKey, job: { ...job, api: 'legacy' } }))).toBe(
    false,
  )
  const { billed: cost, ...shown } = ordered
  expect(await of.shelf.clips()).toMatchObject([{ ...shown, cost, orderKey }])
  // It is that order's from now on.
  await of.shelf.keep(found({ ...ordered, orderKey: 'sea/p1/video/1A/1', job }))
  expect(await of.shelf.clips()).toMatchObject([{ orderKey }])
})

test('an order is not awaited whose clip the shelf has, under whatever name of its job', async () => {
  const of = await house()
  const key = 'lake/p1/video/1A/1'
  await sent(of, key)
  const job = { id: 'j1' }
  const delivery = { billed: parseUsd('0.5'), outputHash: 'b'.repeat(64), output: null }
  await of.ledger.advance(key, { kind: 'accepted', submission: 1, job })
  await of.ledger.advance(key, { kind: 'delivered', submission: 1, job }, delivery)
  await of.productions.update('lake', { state: 'wrapped' })
  expect(await of.shelf.awaited(account)).toHaveLength(1)
  await of.shelf.keep(found({ job: { id: 'j1', api: 'legacy' } }))
  expect(await of.shelf.awaited(account)).toEqual([])
})

test('an order is given up that was written off with a job, until the shelf has its clip or it is to be destroyed', async () => {
  const of = await house()
  const givenUp = async () => (await of.shelf.givenUp(account)).map(({ key }) => key)
  const [key, jobless] = ['lake/p1/video/1A/1', 'lake/p1/video/2A/1']
  const writtenOff = { kind: 'written-off-by-person', reason: 'given up' } as const
  await sent(of, jobless)
  await of.ledger.advance(jobless, { kind: 'answer-lost', submission: 1, reason: 'lost' })
  await of.ledger.advance(jobless, writtenOff, { billed: zeroUsd })
  await sent(of, key)
  const job = { id: 'j1', part: 1 }
  await of.ledger.advance(key, { kind: 'accepted', submission: 1, job })
  expect(await givenUp()).toEqual([])
  await of.ledger.advance(key, writtenOff, { billed: zeroUsd })
  expect(await givenUp()).toEqual([key])
  expect(await of.shelf.givenUp({ ...account, funds: 'real' })).toEqual([])
  expect(await of.shelf.orderOf(account, { id: 'j1' })).toMatchObject({ key })
  expect(await of.shelf.orderOf(account, { id: 'other' })).toBeNull()
  await of.shelf.keep(found({ job: { id: 'j1' } }))
  expect(await givenUp()).toEqual([])
})

test('an order is not given up to the shelf whose footage was to be destroyed', async () => {
  const of = await house()
  const key = 'lake/p1/video/1A/1'
  await sent(of, key)
  await of.ledger.advance(key, { kind: 'accepted', submission: 1, job: { id: 'j1' } })
  const writtenOff = { kind: 'written-off-by-person', reason: 'given up' } as const
  await of.ledger.advance(key, writtenOff, { billed: zeroUsd })
  expect(await of.shelf.givenUp(account)).toHaveLength(1)
  await of.productions.remove('lake', true)
  expect(await of.shelf.givenUp(account)).toEqual([])
})
