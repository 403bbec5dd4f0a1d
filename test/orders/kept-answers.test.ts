import { beforeEach, expect, test } from 'vitest'
import { priceBook } from '../../src/budget/price-book.ts'
import { catalogue } from '../../src/catalogue.ts'
import { StudioError } from '../../src/domain/errors.ts'
import { parseUsd } from '../../src/domain/money.ts'
import type { OrderAnswer } from '../../src/domain/order-machine.ts'
import { systemClock } from '../../src/engine/system-clock.ts'
import type { PaidModel } from '../../src/ports/paid-model.ts'
import type { ProductionStore } from '../../src/ports/production-store.ts'
import { type OrderDesk, type OrderRequest, orderDesk } from '../../src/production/order.ts'
import { writeKeptAnswers } from '../../src/production/write-answer.ts'
import { ledgerStore, type TenantLedger } from '../../src/store/ledger-store.ts'
import { productionStore } from '../../src/store/production-store.ts'
import { shelfStore } from '../../src/store/shelf-store.ts'
import { sampleBrief, sampleDraft } from '../../src/testing/sample-production.ts'
import { virtualClock } from '../../src/testing/virtual-clock.ts'
import { localFootageVault } from '../../src/vault/local-footage-vault.ts'
import { noDownloads } from '../support/no-downloads.ts'
import { storeOfTestFile } from '../support/test-store.ts'
import { unwrittenInMemory } from '../support/unwritten-in-memory.ts'

const { database } = await storeOfTestFile()
const draft = { ...sampleDraft, model: 'animatic/painted' }
const { key } = draft
const job = { id: 'task-17' }
const accepted: OrderAnswer = { kind: 'accepted', submission: 1, job }

let ledger: TenantLedger
let productions: ProductionStore
let unwritten: ReturnType<typeof unwrittenInMemory>
let tenant = ''
let tenants = 0

/** An order that left, and whose sender died with the answer in a file. */
beforeEach(async () => {
  tenants += 1
  tenant = `tenant-${tenants}`
  ledger = ledgerStore(database, tenant)
  unwritten = unwrittenInMemory()
  productions = productionStore(database, tenant)
  const run = { id: 'lake', brief: sampleBrief, outputDir: '/films/lake', until: null }
  await productions.create(run)
})

const leave = async (): Promise<void> => {
  await ledger.draft(draft)
  await ledger.hold(key, 2, false)
  await ledger.begin(key, null)
}

const park = async (): Promise<void> => {
  await ledger.advance(key, { kind: 'answer-lost', submission: 1, reason: 'it died' })
  await ledger.advance(key, { kind: 'cannot-tell', seenIn: 'unknown', reason: 'no list' })
}

const model = (starts: string[] = []): PaidModel<string> => ({
  ...{ id: draft.model, pollMs: 100 },
  units: () => ({ unit: 'second', quantity: 1 }),
  start: async (request) => {
    starts.push(request)
    return { kind: 'accepted', job }
  },
  check: async () => ({ state: 'running', progress: 0.5 }),
})

const deskOver = (changes: Partial<TenantLedger> = {}): OrderDesk =>
  orderDesk({
    ...{ ledger: { ...ledger, ...changes }, productions, unwritten, clock: virtualClock() },
    ...{ vault: localFootageVault('/nowhere'), prices: priceBook(catalogue), watch: systemClock },
    ...{
      slots: () => 2,
      downloads: noDownloads,
      media: { inspectDelivery: async () => undefined },
    },
  })

const neverEnding = new AbortController().signal

test('an answer that comes late takes an order out of its parking, once and again', async () => {
  await leave()
  await park()
  await unwritten.keep({ key, event: accepted, fields: {} })
  expect(await writeKeptAnswers(ledger, unwritten)).toEqual([
    expect.stringMatching(/task-17.*It is in it now; the order is accepted/),
  ])
  const order = await ledger.order(key)
  expect(order).toMatchObject({ state: 'accepted', job, held: parseUsd(1) })
  await unwritten.keep({ key, event: accepted, fields: {} })
  await writeKeptAnswers(ledger, unwritten)
  expect(await ledger.order(key)).toEqual(order)
  expect(unwritten.kept).toEqual([])
})

test('what a person decided meanwhile stands, and the job that is paid goes to the strays', async () => {
  await leave()
  await park()
  const billed = parseUsd('0.4')
  const decided = await ledger.advance(
    key,
    { kind: 'written-off-by-person', reason: 'the page shows nothing' },
    { billed },
  )
  await unwritten.keep({ key, event: accepted, fields: {} })
  expect(await writeKeptAnswers(ledger, unwritten)).toEqual([
    expect.stringMatching(/task-17.*is written-off by now and stays so.*studio salvage/),
  ])
  expect(await ledger.order(key)).toEqual(decided)
  const shelf = shelfStore(database, tenant)
  expect(await shelf.strays({ vendor: 'animatic', funds: 'simulated' })).toMatchObject([{ job }])
})

test('an order that a person had sent again keeps its new job', async () => {
  await leave()
  await park()
  await ledger.holdAgain(key, 1, 2, false)
  await ledger.begin(key, null)
  await ledger.advance(key, { kind: 'accepted', submission: 2, job: { id: 'task-18' } })
  await unwritten.keep({ key, event: accepted, fields: {} })
  const [notice] = await writeKeptAnswers(ledger, unwritten)
  expect(notice).toMatch(/is accepted by now and stays so; the job is paid/)
  expect(await ledger.order(key)).toMatchObject({ state: 'accepted', job: { id: 'task-18' } })
})

test('an answer that is kept counts before word that it was lost', async () => {
  await leave()
  await unwritten.keep({ key, event: accepted, fields: {} })
  const order = await ledger.order(key)
  if (!order) throw new TypeError('No order')
  const outcome = await deskOver().follow(order, model(), neverEnding)
  expect(outcome).toMatchObject({ kind: 'running', order: { state: 'accepted', job } })
  expect(unwritten.kept).toEqual([])
})

test('an order whose database went away before it left has not left: it is held, not in doubt', async () => {
  const away = new StudioError({
    ...{ code: 'database-unavailable', retry: 'later' },
    message: 'The database at films did not answer.',
  })
  const starts: string[] = []
  const desk = deskOver({ now: () => Promise.reject(away) })
  const request: OrderRequest<string> = {
    ...{ key, production: 'lake', port: 'video', model: model(starts) },
    ...{ request: 'a lake', identity: 'a lake', useBond: false },
  }
  expect(await desk.pursue(request, neverEnding)).toMatchObject({ kind: 'later' })
  expect(starts).toEqual([])
  expect(await ledger.order(key)).toMatchObject({ state: 'held', doubtful: 0 })
})
