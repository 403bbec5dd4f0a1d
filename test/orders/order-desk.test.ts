import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { priceBook } from '../../src/budget/price-book.ts'
import { catalogue } from '../../src/catalogue.ts'
import type { CatalogueModel } from '../../src/domain/catalogue-model.ts'
import { type Usd, parseUsd as usd } from '../../src/domain/money.ts'
import { systemClock } from '../../src/engine/system-clock.ts'
import type { JobStatus, PaidModel, Started } from '../../src/ports/paid-model.ts'
import { type OrderDesk, type OrderRequest, orderDesk } from '../../src/production/order.ts'
import { type Database, openStore } from '../../src/store/database.ts'
import { ledgerStore, type TenantLedger } from '../../src/store/ledger-store.ts'
import { productionStore } from '../../src/store/production-store.ts'
import { localFootageVault } from '../../src/vault/local-footage-vault.ts'
import { smallBrief } from '../support/briefs.ts'
import { noDownloads } from '../support/no-downloads.ts'
import { type TestDatabase, testDatabase } from '../support/test-database.ts'
import { unwrittenInMemory } from '../support/unwritten-in-memory.ts'
import { ledgerAhead } from './ledger-ahead.ts'

interface Script {
  readonly starts: (Started | 'crash')[]
  readonly checks: JobStatus[]
  readonly absentAfterMs?: number
  readonly found?: { readonly jobs: readonly { id: string }[]; readonly complete: boolean }
}

describe('the paid-order protocol', () => {
  let database: TestDatabase
  let store: Database
  let folder = ''
  let ledger: TenantLedger
  let desk: OrderDesk
  let run = ''
  let number = 0
  /** How far this machine's clock, and the ledger's, are ahead of what they are. */
  let aheadMs = { machine: 0, ledger: 0 }

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
    meanwhile = () => undefined
    aheadMs = { machine: 0, ledger: 0 }
    run = `run-${number}`
    const tenant = `tenant-${number}`
    ledger = ledgerStore(store, tenant)
    const brief = smallBrief({ budget: usd('1') })
    const productions = productionStore(store, tenant)
    await productions.create({ id: run, brief, outputDir: join(folder, run), until: null })
    const ahead = ledgerAhead(ledger, () => aheadMs.ledger)
    const begin: TenantLedger['begin'] = async (key, account) => {
      const order = await ahead.begin(key, account)
      meanwhile()
      return order
    }
    const vault = localFootageVault(join(folder, 'vault'))
    const prices = priceBook(catalogue)
    const slots = ({ limits }: CatalogueModel): number => limits.slots
    const media = { inspectDelivery: async () => undefined }
    desk = orderDesk({
      ledger: { ...ledger, now: ahead.now, begin },
      vault,
      unwritten: unwrittenInMemory(),
      prices,
      clock: { ...systemClock, now: () => systemClock.now() + aheadMs.machine },
      watch: { now: () => systemClock.now() + aheadMs.machine },
      slots,
      media,
      downloads: noDownloads,
    })
  })

  /** What happens while an order is written down as leaving. */
  let meanwhile = (): void => undefined

  /** A vendor that answers by script, and counts what reaches it. */
  const vendor = (script: Script, seconds = 5): PaidModel<string> & { readonly sent: string[] } => {
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
      check: async () => script.checks.shift() ?? { state: 'running' },
    }
    const { found, absentAfterMs } = script
    return {
      ...{ ...base, sent },
      ...(found ? { find: async () => found } : {}),
      ...(absentAfterMs === undefined ? {} : { absentAfterMs }),
    }
  }

  const request = (model: PaidModel<string>): OrderRequest<string> => ({
    key: `${run}/p1/video/1A/1`,
    production: run,
    port: 'video',
    model,
    request: 'a lake',
    identity: 'a lake',
    useBond: false,
  })
  const pursue = (model: PaidModel<string>) =>
    desk.pursue(request(model), new AbortController().signal)
  const clip = async (): Promise<string> => {
    const path = join(folder, `clip-${number}.mp4`)
    await writeFile(path, `clip ${number}`)
    return path
  }
  const settled = async (): Promise<Usd> => (await ledger.totals(run)).settled
  const held = async (): Promise<Usd> => (await ledger.totals(run)).held

  test('a delivered order is settled at its price and its bytes are in the vault', async () => {
    const model = vendor({
      starts: [{ kind: 'accepted', job: { id: 'j1' } }],
      checks: [
        { state: 'running', progress: 0.5 },
        { state: 'done', outputs: [{ kind: 'file', path: await clip(), mediaType: 'video/mp4' }] },
      ],
    })
    expect((await pursue(model)).kind).toBe('running')
    expect(await held()).toBe(300_000)
    const done = await pursue(model)
    expect(done.kind).toBe('delivered')
    expect(await settled()).toBe(300_000)
    expect(await held()).toBe(0)
    expect((await pursue(model)).kind).toBe('delivered')
    expect(model.sent).toHaveLength(1)
  })

  test('a clip with a bill that cannot be meant is at home, and settled at its quote with a note', async () => {
    const paid = { units: { unit: 'second', quantity: 5 }, amount: usd('-5') } as const
    for (const [at, bill] of (['as-quoted', paid] as const).entries()) {
      const path = await clip()
      const model = vendor({
        starts: [{ kind: 'accepted', job: { id: `j${at}` } }],
        checks: [
          { state: 'done', outputs: [{ kind: 'file', path, mediaType: 'video/mp4' }], bill },
        ],
      })
      const key = `${run}/p1/video/1A/${at + 1}`
      const outcome = await desk.pursue({ ...request(model), key }, new AbortController().signal)
      expect(outcome).toMatchObject({
        kind: 'delivered',
        order: {
          billed: 300_000,
          reason: 'what it was billed is not told, so that it counts as quoted',
        },
      })
    }
    expect(await held()).toBe(0)
  })

  test('an answer that was lost is looked for and adopted: the vendor is asked once', async () => {
    const model = vendor({
      starts: ['crash'],
      checks: [
        { state: 'done', outputs: [{ kind: 'file', path: await clip(), mediaType: 'video/mp4' }] },
      ],
      found: { jobs: [{ id: 'j7' }], complete: true },
    })
    await expect(pursue(model)).rejects.toThrow('the connection broke')
    expect(await held()).toBe(300_000)
    const done = await pursue(model)
    expect(done.kind).toBe('delivered')
    expect(model.sent).toHaveLength(1)
    expect(await settled()).toBe(300_000)
  })

  test('a job that is found before another could be missing from the list is said to be seen', async () => {
    const jobs = [{ id: 'j7' }]
    const model = {
      ...vendor({ starts: ['crash'], checks: [], found: { jobs, complete: true } }),
      absentAfterMs: 3_600_000,
    }
    await expect(pursue(model)).rejects.toThrow('the connection broke')
    expect(await pursue(model)).toMatchObject({
      ...{ kind: 'running', note: expect.stringMatching(/ lists one like it, which is taken/) },
    })
  })

  test('an order that provably never arrived is sent again under the same hold', async () => {
    const model = vendor({
      starts: ['crash', { kind: 'accepted', job: { id: 'j2' } }],
      checks: [
        { state: 'done', outputs: [{ kind: 'file', path: await clip(), mediaType: 'video/mp4' }] },
      ],
      found: { jobs: [], complete: true },
    })
    await expect(pursue(model)).rejects.toThrow()
    const done = await pursue(model)
    expect(done.kind).toBe('delivered')
    expect(model.sent).toHaveLength(2)
    expect(await settled()).toBe(300_000)
  })

  test('when nobody can tell, the order is parked with its money held and is not sent again', async () => {
    const model = vendor({ starts: ['crash'], checks: [], found: { jobs: [], complete: false } })
    await expect(pursue(model)).rejects.toThrow()
    expect((await pursue(model)).kind).toBe('parked')
    expect((await pursue(model)).kind).toBe('parked')
    expect(model.sent).toHaveLength(1)
    expect(await held()).toBe(300_000)
  })

  test('a clock that was set back since an order left proves nothing, and it is not sent again', async () => {
    const model = vendor({ starts: ['crash'], checks: [], found: { jobs: [], complete: true } })
    await expect(pursue(model)).rejects.toThrow()
    aheadMs = { machine: -3_600_000, ledger: -3_600_000 }
    expect(await pursue(model)).toMatchObject({
      kind: 'parked',
      reason: expect.stringContaining('the clock here was set back since it left'),
    })
    expect(model.sent).toHaveLength(1)
    expect(await held()).toBe(300_000)
  })

  test('what is said to be done and is not there yet is waited for, and comes home', async () => {
    const empty: JobStatus = { state: 'done', outputs: [] }
    const model = vendor({
      starts: [{ kind: 'accepted', job: { id: 'j8' } }],
      checks: [
        ...[empty, empty, empty],
        { state: 'done', outputs: [{ kind: 'file', path: await clip(), mediaType: 'video/mp4' }] },
      ],
    })
    for (let look = 0; look < 3; look += 1) {
      expect(await pursue(model)).toMatchObject({
        kind: 'running',
        note: 'animatic/painted says that it is done, and shows nothing yet',
      })
      expect(await held()).toBe(300_000)
    }
    expect((await pursue(model)).kind).toBe('delivered')
    expect(await settled()).toBe(300_000)
  })

  test('what is said to be done and never comes is parked with its money held, for it may be there', async () => {
    const empty: JobStatus = { state: 'done', outputs: [] }
    const model = vendor({
      starts: [{ kind: 'accepted', job: { id: 'j9' } }],
      checks: [empty, empty, empty, empty],
    })
    expect((await pursue(model)).kind).toBe('running')
    aheadMs = { machine: 5 * 60_000, ledger: 5 * 60_000 }
    expect((await pursue(model)).kind).toBe('running')
    aheadMs = { machine: 11 * 60_000, ledger: 11 * 60_000 }
    expect(await pursue(model)).toMatchObject({
      kind: 'parked',
      reason: 'animatic/painted says that it is done, and shows nothing',
    })
    expect(await held()).toBe(300_000)
    expect(model.sent).toHaveLength(1)
  })

  test.each<[string, JobStatus, number, RegExp]>([
    [
      'cancelled with a bill is settled at it',
      { state: 'cancelled', bill: { units: { unit: 'second', quantity: 2 }, amount: usd('0.24') } },
      240_000,
      /cancelled the job$/,
    ],
    ['cancelled without one costs nothing', { state: 'cancelled' }, 0, /cancelled the job$/],
  ])('an order that was %s', async (_case, status, micros, reason) => {
    const model = vendor({
      starts: [{ kind: 'accepted', job: { id: 'j11' } }],
      checks: [status],
    })
    expect(await pursue(model)).toMatchObject({ reason: expect.stringMatching(reason) })
    expect(await settled()).toBe(micros)
    expect(await held()).toBe(0)
  })

  test('a refusal before acceptance lets the money go, a vendor that is busy keeps it held', async () => {
    const never = vendor({
      starts: [{ kind: 'not-accepted', retry: 'never', reason: 'too long' }],
      checks: [],
    })
    expect((await pursue(never)).kind).toBe('failed')
    expect(await held()).toBe(0)
    const busy = vendor({
      starts: [{ kind: 'not-accepted', retry: 'later', reason: '429' }],
      checks: [],
    })
    const other = { ...request(busy), key: `${run}/p1/video/1A/2` }
    expect((await desk.pursue(other, new AbortController().signal)).kind).toBe('later')
    expect(await held()).toBe(300_000)
  })

  test('an order past the cap is not sent', async () => {
    const model = vendor({ starts: [{ kind: 'accepted', job: { id: 'j3' } }], checks: [] }, 17)
    const outcome = await pursue(model)
    expect(outcome.kind).toBe('no-money')
    expect(model.sent).toHaveLength(0)
    expect(await held()).toBe(0)
  })

  test('a paused run sends nothing more', async () => {
    await productionStore(store, `tenant-${number}`).update(run, { wanted: 'pause' })
    const model = vendor({ starts: [{ kind: 'accepted', job: { id: 'j4' } }], checks: [] })
    expect(await pursue(model)).toEqual({ kind: 'not-wanted', wanted: 'pause' })
    expect(model.sent).toHaveLength(0)
  })

  test('the same key with another request is an error', async () => {
    const model = vendor({ starts: [{ kind: 'accepted', job: { id: 'j5' } }], checks: [] })
    await pursue(model)
    const changed = { ...request(model), identity: 'a river' }
    await expect(desk.pursue(changed, new AbortController().signal)).rejects.toMatchObject({
      code: 'order-conflict',
    })
  })

  test('an answer that cost nothing at the most is kept, though its bill cannot be read', async () => {
    const output = { kind: 'text', text: 'a lake' } as const
    const starts: Started[] = [{ kind: 'delivered', output, bill: 'as-quoted' }]
    expect(await pursue(vendor({ starts, checks: [] }, 0))).toMatchObject({
      kind: 'delivered',
      order: { billed: 0, assumed: 0 },
    })
  })

  test('eight callers at once send one order once', async () => {
    const model = vendor({ starts: [{ kind: 'accepted', job: { id: 'j6' } }], checks: [] })
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => pursue(model)))
    expect(outcomes.every(({ kind }) => kind === 'running')).toBe(true)
    expect(model.sent).toHaveLength(1)
    expect(await held()).toBe(300_000)
  })

  test.each([
    ['the machine slept', { machine: 10_001, ledger: 10_001 }],
    ['the machine was frozen, its clock too', { machine: 0, ledger: 10_001 }],
    ['the ledger was told at once, the machine slept after', { machine: 10_001, ledger: 0 }],
    ['the clock was set back', { machine: -3_600_000, ledger: 0 }],
  ])('an order that took too long to be written down does not leave: %s', async (_, ahead) => {
    const model = vendor({ starts: [{ kind: 'accepted', job: { id: 'j8' } }], checks: [] })
    meanwhile = () => {
      aheadMs = ahead
    }
    expect((await pursue(model)).kind).toBe('later')
    expect(model.sent).toHaveLength(0)
    expect(await held()).toBe(300_000)
    meanwhile = () => undefined
    aheadMs = { machine: 0, ledger: 0 }
    expect((await pursue(model)).kind).toBe('running')
    expect(model.sent).toHaveLength(1)
  })

  test('an order that could still arrive is not missed yet, and then it is', async () => {
    const model = vendor({
      ...{ starts: ['crash', { kind: 'accepted', job: { id: 'j9' } }], checks: [] },
      ...{ found: { jobs: [], complete: true }, absentAfterMs: 60_000 },
    })
    await expect(pursue(model)).rejects.toThrow()
    aheadMs = { machine: 60_000, ledger: 60_000 }
    expect((await pursue(model)).kind).toBe('running')
    expect(model.sent).toHaveLength(1)
    aheadMs = { machine: 80_000, ledger: 80_000 }
    expect((await pursue(model)).kind).toBe('running')
    expect(model.sent).toHaveLength(2)
  })

  test.each([
    ['back', -3_600_000],
    ['ahead', 3_600_000],
  ])('an order is waited for as long as was said, though the clock is set %s', async (_, byMs) => {
    let looks = 0
    const check = async (): Promise<JobStatus> => {
      looks += 1
      aheadMs = { machine: byMs * looks, ledger: 0 }
      return { state: 'running' }
    }
    const model = {
      ...vendor({ starts: [{ kind: 'accepted', job: { id: 'j10' } }], checks: [] }),
      check,
    }
    const signal = new AbortController().signal
    expect((await desk.complete(request(model), 1500, signal)).kind).toBe('running')
    expect(looks).toBeGreaterThan(2)
  })
})
