import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { priceBook } from '../../src/budget/price-book.ts'
import { catalogue } from '../../src/catalogue.ts'
import type { CatalogueModel } from '../../src/domain/catalogue-model.ts'
import { StudioError } from '../../src/domain/errors.ts'
import { type Funds, type Usd, parseUsd as usd } from '../../src/domain/money.ts'
import type { ProductionEvent } from '../../src/domain/production.ts'
import { systemClock } from '../../src/engine/system-clock.ts'
import type { FoundJobs, JobStatus, PaidModel, Started } from '../../src/ports/paid-model.ts'
import type { ProductionStore } from '../../src/ports/production-store.ts'
import { type OrderDesk, type OrderRequest, orderDesk } from '../../src/production/order.ts'
import type { OrderOutcome } from '../../src/production/order-outcome.ts'
import { type Database, openStore } from '../../src/store/database.ts'
import { ledgerStore, type TenantLedger } from '../../src/store/ledger-store.ts'
import { productionStore } from '../../src/store/production-store.ts'
import { localFootageVault } from '../../src/vault/local-footage-vault.ts'
import { smallBrief } from '../support/briefs.ts'
import { noDownloads } from '../support/no-downloads.ts'
import { type TestDatabase, testDatabase } from '../support/test-database.ts'
import { unwrittenInMemory } from '../support/unwritten-in-memory.ts'
import { ledgerAhead } from './ledger-ahead.ts'

/** What a vendor answers, one after the other; an error is what asking it came to. */
export interface Script {
  readonly starts: (Started | 'crash')[]
  readonly checks: (JobStatus | StudioError)[]
  readonly absentAfterMs?: number
  readonly found?: FoundJobs
}

/** An order desk over a database of its own, with a run and a ledger of its own for each test. */
export interface DeskStage {
  /** How far this machine's clock, and the ledger's, are ahead of what they are. */
  aheadMs: { readonly machine: number; readonly ledger: number }
  /** What happens while an order is written down as leaving. */
  meanwhile: () => void
  run(): string
  desk(): OrderDesk
  /** A desk that remembers nothing, as another process opens it. */
  newDesk(): OrderDesk
  /** What the run's story has of an order. */
  story(order: string): Promise<readonly ProductionEvent[]>
  /** Tell the run to pause. */
  pause(): Promise<void>
  /** A vendor that answers by script, and counts what reaches it. @param seconds that an order is quoted at */
  vendor(script: Script, seconds?: number): PaidModel<string> & { readonly sent: string[] }
  request(model: PaidModel<string>): OrderRequest<string>
  pursue(model: PaidModel<string>): Promise<OrderOutcome>
  /** Path of a new file for a vendor to deliver. */
  clip(): Promise<string>
  settled(): Promise<Usd>
  held(): Promise<Usd>
}

const vendor: DeskStage['vendor'] = (script, seconds = 5) => {
  const sent: string[] = []
  const base: PaidModel<string> = {
    id: 'animatic/painted',
    pollMs: 1,
    units: () => ({ unit: 'second', quantity: seconds }),
    start: async (request) => {
      sent.push(request)
      const answer = script.starts.shift()
      if (answer === undefined || answer === 'crash') throw new Error('the connection broke')
      return answer
    },
    check: async () => {
      const status = script.checks.shift() ?? { state: 'running' }
      if (status instanceof StudioError) throw status
      return status
    },
  }
  const { found, absentAfterMs } = script
  return {
    ...{ ...base, sent },
    ...(found ? { find: async () => found } : {}),
    ...(absentAfterMs === undefined ? {} : { absentAfterMs }),
  }
}

/** Sets the stage up around the tests of the file or group that calls it. @param funds of its runs */
export const deskStage = (funds: Funds = 'simulated'): DeskStage => {
  let database: TestDatabase
  let store: Database
  let folder = ''
  let ledger: TenantLedger
  let productions: ProductionStore
  let desk: OrderDesk
  let run = ''
  let number = 0

  beforeAll(async () => {
    database = await testDatabase()
    store = await openStore({ url: database.url })
    folder = await mkdtemp(join(tmpdir(), 'orders-'))
  })
  afterAll(async () => {
    await store.close()
    await database.close()
    await rm(folder, { recursive: true, force: true })
  })
  beforeEach(async () => {
    number += 1
    stage.meanwhile = () => undefined
    stage.aheadMs = { machine: 0, ledger: 0 }
    run = `run-${number}`
    const tenant = `tenant-${number}`
    ledger = ledgerStore(store, tenant)
    const brief = smallBrief({ budget: usd('1'), funds })
    productions = productionStore(store, tenant)
    await productions.create({ id: run, brief, outputDir: join(folder, run), until: null })
    desk = stage.newDesk()
  })

  const stage: DeskStage = {
    aheadMs: { machine: 0, ledger: 0 },
    meanwhile: () => undefined,
    run: () => run,
    desk: () => desk,
    newDesk: () => deskOver(stage, { ledger, productions }, join(folder, 'vault')),
    story: async (order) =>
      (await productions.events(run, 0)).filter(({ body }) => body['order'] === order),
    pause: async () => {
      await productions.update(run, { wanted: 'pause' })
    },
    vendor,
    request: (model) => ({
      ...{ key: `${run}/p1/video/1A/1`, production: run, port: 'video', model },
      ...{ request: 'a lake', identity: 'a lake', useBond: false },
    }),
    pursue: (model) => desk.pursue(stage.request(model), new AbortController().signal),
    clip: async () => {
      const path = join(folder, `clip-${number}.mp4`)
      await writeFile(path, `clip ${number}`)
      return path
    },
    settled: async () => (await ledger.totals(run)).settled,
    held: async () => (await ledger.totals(run)).held,
  }
  return stage
}

const deskOver = (
  stage: DeskStage,
  { ledger, productions }: { readonly ledger: TenantLedger; readonly productions: ProductionStore },
  vaultFolder: string,
): OrderDesk => {
  const ahead = ledgerAhead(ledger, () => stage.aheadMs.ledger)
  const begin: TenantLedger['begin'] = async (key, account) => {
    const order = await ahead.begin(key, account)
    stage.meanwhile()
    return order
  }
  const now = (): number => systemClock.now() + stage.aheadMs.machine
  return orderDesk({
    productions,
    unwritten: unwrittenInMemory(),
    ledger: { ...ledger, now: ahead.now, begin },
    vault: localFootageVault(vaultFolder),
    prices: priceBook(catalogue),
    clock: { ...systemClock, now },
    watch: { now },
    slots: ({ limits }: CatalogueModel) => limits.slots,
    media: { inspectDelivery: async () => undefined },
    downloads: noDownloads,
  })
}
