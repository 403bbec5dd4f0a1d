import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { priceBook } from '../../src/budget/price-book.ts'
import { catalogue } from '../../src/catalogue.ts'
import { loadSettings } from '../../src/config/load-settings.ts'
import {
  type AttachedDatabase,
  databaseStatus,
  ensureDatabase,
} from '../../src/engine/embedded-postgres.ts'
import { systemClock } from '../../src/engine/system-clock.ts'
import type { PaidModel } from '../../src/ports/paid-model.ts'
import { type OrderRequest, orderDesk } from '../../src/production/order.ts'
import { openStore } from '../../src/store/database.ts'
import { ledgerStore } from '../../src/store/ledger-store.ts'
import { productionStore } from '../../src/store/production-store.ts'
import { unwrittenAnswersIn } from '../../src/store/unwritten-answers.ts'
import { openExecutingStudio } from '../../src/studio/studio.ts'
import { localFootageVault } from '../../src/vault/local-footage-vault.ts'
import { smallBrief } from '../support/briefs.ts'
import { noDownloads } from '../support/no-downloads.ts'
import { makeHome, removeHome } from '../support/test-database.ts'

let home = ''
let attached: AttachedDatabase | null = null
beforeEach(async () => {
  home = await makeHome('killed')
})
afterEach(async () => {
  await attached?.close()
  attached = null
  await removeHome(home)
})

const killServer = async (): Promise<void> => {
  const { serverPid } = await databaseStatus(home)
  if (serverPid === null) throw new TypeError('No server runs')
  process.kill(serverPid, 'SIGKILL')
  await sleep(100)
}

/** A vendor that cannot be searched; while it answers, something happens here. */
const vendor = (meanwhile: () => Promise<void>): PaidModel<string> => ({
  ...{ id: 'animatic/painted', pollMs: 100 },
  units: () => ({ unit: 'second', quantity: 5 }),
  start: async () => {
    await meanwhile()
    return { kind: 'accepted', job: { id: 'task-17' } }
  },
  check: async () => ({ state: 'running', progress: 0.5 }),
})

const requestOf = (model: PaidModel<string>): OrderRequest<string> => ({
  ...{ key: 'lake/p1/video/1A/1', production: 'lake', port: 'video', model },
  ...{ request: 'a lake', identity: 'a lake', useBond: false },
})

const brief = smallBrief({})

test('the job of an order is written down though the database is killed between the answer and the row', async () => {
  attached = await ensureDatabase({ home, idleSeconds: 5 })
  const store = await openStore({ url: attached.url })
  const ledger = ledgerStore(store, 'local')
  const productions = productionStore(store, 'local')
  await productions.create({
    ...{ id: 'lake', brief, outputDir: join(home, 'lake'), until: null },
  })
  const unwritten = unwrittenAnswersIn(home)
  const desk = orderDesk({
    ...{ productions, ledger, unwritten, prices: priceBook(catalogue) },
    vault: localFootageVault(home),
    ...{ clock: systemClock, watch: systemClock, downloads: noDownloads },
    ...{ slots: () => 2, media: { inspectDelivery: async () => undefined } },
  })
  const outcome = await desk.pursue(requestOf(vendor(killServer)), AbortSignal.abort())
  expect(outcome.kind).toBe('later')
  const sent = await desk.pursue(requestOf(vendor(killServer)), new AbortController().signal)
  expect(sent).toMatchObject({ kind: 'running', order: { job: { id: 'task-17' } } })
  expect(await unwritten.all()).toEqual([])
  await store.close()
})

test('an answer that a process could not write down is written by the next studio that runs in the home', async () => {
  const settings = { ...loadSettings({ keyNames: [] }), home, databaseUrl: null, baseUrls: {} }
  const key = 'lake/p1/video/1A/1'
  const first = await openExecutingStudio(settings)
  await first.productions.create({ id: 'lake', brief, outputDir: join(home, 'lake'), until: null })
  await first.ledger.draft({
    ...{ key, production: 'lake', port: 'video', model: 'animatic/painted', funds: 'simulated' },
    ...{ requestHash: 'a', request: 'a lake', quoted: brief.budget, chain: null },
  })
  await first.ledger.hold(key, 2, false)
  await first.ledger.begin(key, null)
  await first.close()
  await unwrittenAnswersIn(home).keep({
    ...{ key, fields: {} },
    event: { kind: 'accepted', submission: 1, job: { id: 'task-17' } },
  })
  const next = await openExecutingStudio(settings)
  expect(next.notices).toEqual([expect.stringMatching(/answered order lake.*task-17.*in it now/)])
  expect(await next.ledger.order(key)).toMatchObject({ state: 'accepted', job: { id: 'task-17' } })
  expect(await readdir(join(home, 'unwritten-answers'))).toEqual([])
  await next.close()
})
