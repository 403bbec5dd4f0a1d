import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { isStudioError } from '../src/domain/errors.ts'
import type { Json } from '../src/domain/json.ts'
import { zeroUsd } from '../src/domain/money.ts'
import type { SlateId } from '../src/domain/slate.ts'
import { frames } from '../src/domain/time.ts'
import type { FootageVault } from '../src/ports/footage-vault.ts'
import type { ProductionStore } from '../src/ports/production-store.ts'
import type { WorkflowContext } from '../src/ports/workflow.ts'
import { deliverStage } from '../src/production/delivery.ts'
import type { Floor } from '../src/production/floor.ts'
import { type DriverParts, productionDriver } from '../src/production/production-driver.ts'
import { clearRemoved, removeProduction } from '../src/production/remove.ts'
import { folderMarker, markFolder } from '../src/production/run-folder.ts'
import { type Database, openStore } from '../src/store/database.ts'
import { ledgerStore, type TenantLedger } from '../src/store/ledger-store.ts'
import { productionStore } from '../src/store/production-store.ts'
import { virtualClock } from '../src/testing/virtual-clock.ts'
import { localFootageVault } from '../src/vault/local-footage-vault.ts'
import { smallBrief } from './support/briefs.ts'
import { fakeTake } from './support/fake-rows.ts'
import { noSmallDisk, smallDisk } from './support/small-disk.ts'
import { type TestDatabase, testDatabase } from './support/test-database.ts'

let database: TestDatabase
let store: Database
let folder = ''
let number = 0
let productions: ProductionStore
let ledger: TenantLedger
let vault: FootageVault
let floor: Floor

beforeAll(async () => {
  database = await testDatabase()
  store = await openStore({ url: database.url })
  folder = await mkdtemp(join(tmpdir(), 'remove-'))
})
afterAll(async () => {
  await store.close()
  await database.close()
  await rm(folder, { recursive: true, force: true })
})
beforeEach(() => {
  number += 1
  productions = productionStore(store, `tenant-${number}`)
  ledger = ledgerStore(store, `tenant-${number}`)
  vault = localFootageVault(join(folder, `home-${number}`))
  const signal = () => new AbortController().signal
  floor = { productions, vault, ledger, signal } as unknown as Floor
})

const folderOf = (id: string): string => join(folder, `films-${number}`, id)

const put = async (text: string): Promise<string> => {
  const path = join(folder, 'source.bin')
  await writeFile(path, text)
  return vault.put(path, 'bin')
}

const makeRun = async (id: string, store = productions): Promise<void> => {
  await store.create({ id, brief: smallBrief(), outputDir: folderOf(id), until: null })
  await markFolder(folderOf(id), id)
}

const addTake = async (id: string, hash: string, store = productions): Promise<void> => {
  const footage = {
    ...({ kind: 'stored', hash, originalHash: hash } as const),
    available: { start: frames(0), length: frames(48) },
  }
  await store.addTake(id, { ...fakeTake('p1', '1A-1', 'circled'), footage })
}

/** A speech order that is at its vendor; returns its key. */
const sendVoice = async (id: string, cue: string): Promise<string> => {
  const key = `${id}/film/speech/${cue}/100`
  const kept = { key, production: id, port: 'speech', model: 'scratch/voice' } as const
  await ledger.draft({
    ...kept,
    ...{ requestHash: 'r', request: null, chain: null },
    ...{ funds: 'simulated', quoted: zeroUsd },
  })
  await ledger.hold(key, 8, true)
  await ledger.advance(key, { kind: 'submission-started' })
  return key
}

const arrive = (key: string, outputHash: string): Promise<unknown> =>
  ledger.advance(
    key,
    { kind: 'delivered', submission: 1, job: null },
    { outputHash, billed: zeroUsd },
  )

/** A speech order that was delivered. */
const deliverVoice = async (id: string, hash: string): Promise<void> => {
  await arrive(await sendVoice(id, '1.1'), hash)
}

const codeOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'it was expected to fail and did not',
    (error: unknown) => (isStudioError(error) ? error.code : error),
  )

describe('deleting a run with its footage', () => {
  test('destroys everything it made: takes, films, stills, voices, music and posters', async () => {
    await makeRun('fox')
    await addTake('fox', await put('take'))
    await deliverVoice('fox', await put('voice'))
    const documents: readonly [Parameters<ProductionStore['putDocument']>[1], Json][] = [
      ['master', { hash: await put('film') }],
      ['note', await put('still')],
      ['soundtrack', { music: { hash: await put('music') } }],
      ['deliverables', [{ hash: await put('poster') }]],
    ]
    for (const [kind, body] of documents)
      await productions.putDocument('fox', kind, 'k', body, true)
    await removeProduction(floor, 'fox', true)
    expect(await vault.usage()).toMatchObject({ files: 0 })
    expect(existsSync(folderOf('fox'))).toBe(false)
    const [take] = await productions.takes('fox')
    expect(take?.footage).toMatchObject({ kind: 'missing' })
  })

  test('leaves what another run has to do with, of another tenant or on the shelf of a deleted run too', async () => {
    const [shelved, foreign, own, both] = [
      await put('shelved'),
      await put('foreign'),
      await put('own'),
      await put('both'),
    ]
    await makeRun('shelf')
    await addTake('shelf', shelved)
    await removeProduction(floor, 'shelf', false)
    const neighbour = productionStore(store, `neighbour-${number}`)
    await makeRun('next-door', neighbour)
    await addTake('next-door', foreign, neighbour)
    await makeRun('first')
    await makeRun('second')
    for (const id of ['first', 'second']) {
      await productions.putDocument(id, 'note', 'files', [shelved, foreign, both], true)
    }
    await addTake('first', own)
    await removeProduction(floor, 'first', true)
    const left = async (): Promise<readonly boolean[]> =>
      Promise.all([shelved, foreign, both, own].map((hash) => vault.has(hash)))
    expect(await left()).toEqual([true, true, true, false])
    await removeProduction(floor, 'second', true)
    expect(await left()).toEqual([true, true, false, false])
  })

  test('is possible after it was deleted without it, films and stills included', async () => {
    await makeRun('fox')
    await addTake('fox', await put('take'))
    await deliverVoice('fox', await put('voice'))
    await productions.putDocument('fox', 'master', 'k', { hash: await put('film') }, true)
    await makeRun('heron')
    await addTake('heron', await put('its own'))
    expect((await productions.holders()).size).toBeGreaterThanOrEqual(4)
    await removeProduction(floor, 'fox', false)
    const { sizes } = await vault.usage()
    const holders = await productions.holders()
    expect([...sizes.keys()].map((hash) => holders.get(hash)).toSorted()).toEqual([
      ...['run', 'shelf', 'shelf', 'shelf'],
    ])
    await removeProduction(floor, 'fox', true)
    expect(await vault.usage()).toMatchObject({ files: 1 })
    expect((await productions.takes('fox'))[0]?.footage).toMatchObject({ kind: 'missing' })
  })

  test.skipIf(noSmallDisk)(
    'in a folder that cannot be changed deletes nothing, says so, and is done when it can be',
    async () => {
      await using disk = await smallDisk(1_000_000)
      const outputDir = join(disk.path, 'films', 'locked')
      await productions.create({ id: 'locked', brief: smallBrief(), outputDir, until: null })
      await markFolder(outputDir, 'locked')
      await mkdir(join(outputDir, 'scenes'))
      disk.lock(true)
      await expect(removeProduction(floor, 'locked', false)).rejects.toMatchObject({
        code: 'not-writable',
        message: expect.stringMatching(
          /read-only.* run locked was not deleted\. Nothing was removed/,
        ),
      })
      expect(await productions.get('locked')).toMatchObject({ id: 'locked' })
      // A disk may be locked after that was looked at; what is left of the run is then still known.
      const racing: ProductionStore = {
        ...productions,
        remove: async (...run) => {
          await productions.remove(...run)
          disk.lock(true)
        },
      }
      disk.lock(false)
      await expect(
        removeProduction({ ...floor, productions: racing }, 'locked', false),
      ).rejects.toMatchObject({
        code: 'not-writable',
        message: expect.stringContaining('runs delete locked --yes'),
      })
      disk.lock(false)
      await removeProduction(floor, 'locked', false)
      expect(existsSync(outputDir)).toBe(false)
    },
  )

  test('footage that came in after the run was deleted goes when its worker ends', async () => {
    await makeRun('late')
    await deliverVoice('late', await put('in time'))
    const key = await sendVoice('late', '1.2')
    await productions.asDirector('late', async () => {
      await removeProduction(floor, 'late', true)
      await arrive(key, await put('too late'))
      await clearRemoved(floor, 'late')
    })
    expect(await vault.usage()).toMatchObject({ files: 0 })
  })
})

describe('a deletion that was cut short', () => {
  test('is finished by the same call, and is over then', async () => {
    await makeRun('cut')
    await addTake('cut', await put('take'))
    await writeFile(join(folderOf('cut'), 'master.mp4'), 'film')
    const dying: FootageVault = {
      ...vault,
      purge: () => Promise.reject(new Error('the power went')),
    }
    await expect(removeProduction({ ...floor, vault: dying }, 'cut', true)).rejects.toThrow('power')
    expect(await productions.get('cut')).toBeNull()
    await removeProduction(floor, 'cut', true)
    expect(await vault.usage()).toMatchObject({ files: 0 })
    expect(existsSync(folderOf('cut'))).toBe(false)
    expect(await codeOf(removeProduction(floor, 'cut', true))).toBe('not-found')
  })

  test('takes no folder that is somebody else\u2019s by now', async () => {
    await makeRun('gone')
    await productions.remove('gone', false)
    await rm(folderOf('gone'), { recursive: true })
    await mkdir(folderOf('gone'))
    await writeFile(join(folderOf('gone'), 'letter.txt'), 'mine')
    await removeProduction(floor, 'gone', false)
    expect(await readdir(folderOf('gone'))).toEqual(['letter.txt'])
  })
})

describe('a folder that is not marked as the run\u2019s', () => {
  test('is refused before anything is removed', async () => {
    await makeRun('bare')
    await addTake('bare', await put('take'))
    await rm(join(folderOf('bare'), folderMarker))
    await writeFile(join(folderOf('bare'), 'letter.txt'), 'mine')
    expect(await codeOf(removeProduction(floor, 'bare', true))).toBe('not-writable')
    expect(await productions.get('bare')).not.toBeNull()
    expect(await readdir(folderOf('bare'))).toEqual(['letter.txt'])
    expect(await vault.usage()).toMatchObject({ files: 1 })
    await rm(folderOf('bare'), { recursive: true })
    await removeProduction(floor, 'bare', true)
    expect(await productions.get('bare')).toBeNull()
  })
})

describe('delivering', () => {
  const context = {
    step: (_name: string, run: () => Promise<unknown>) => run(),
  } as unknown as WorkflowContext

  const readyToDeliver = async (id: string): Promise<void> => {
    await makeRun(id)
    await productions.putDocument(id, 'verdict', 'current', { winner: 'p1' }, true)
    await productions.putDocument(id, 'script', 'p1', { scenes: [{ number: 1 }] }, true)
    for (const key of ['safe', 'balanced', 'creative', 'balanced/scene/1']) {
      const film = { hash: await put(`${key}${'x'.repeat(100_000)}`), bytes: 100_000 }
      await productions.putDocument(id, 'master', key, film, true)
    }
  }

  test.each([1, 2, 5])(
    'a run that is deleted at file %i leaves neither folder nor footage',
    async (at) => {
      await readyToDeliver('busy')
      let calls = 0
      const deleting: FootageVault = {
        ...vault,
        path: async (hash) => {
          const path = await vault.path(hash)
          calls += 1
          const copy = join(folder, `copy-${calls}`)
          await writeFile(copy, 'the bytes, which outlive the vault\u2019s name')
          if (calls === at) await removeProduction(floor, 'busy', true)
          return calls === at ? copy : path
        },
      }
      const outcome = await deliverStage({ ...floor, vault: deleting }, context, 'busy')
      expect(outcome).toMatchObject({ kind: 'halted', why: 'deleted' })
      expect(existsSync(folderOf('busy'))).toBe(false)
      expect(await vault.usage()).toMatchObject({ files: 0 })
    },
  )

  test('a file that arrives just after the run was deleted is taken back', async () => {
    await readyToDeliver('close')
    let gets = 0
    const late: ProductionStore = {
      ...productions,
      get: async (id) => {
        const run = await productions.get(id)
        gets += 1
        if (gets === 1) await removeProduction(floor, id, true)
        return run
      },
    }
    const copy = join(folder, 'kept.bin')
    await writeFile(copy, 'film')
    const outcome = await deliverStage(
      { ...floor, productions: late, vault: { ...vault, path: async () => copy } },
      context,
      'close',
    )
    expect(outcome).toMatchObject({ kind: 'halted', why: 'deleted' })
    await clearRemoved(floor, 'close')
    expect(existsSync(folderOf('close'))).toBe(false)
  })

  test.skipIf(noSmallDisk)(
    'to a disk that fills up says so, and no half film is there',
    async () => {
      await readyToDeliver('full')
      await using disk = await smallDisk(250_000)
      const small: ProductionStore = {
        ...productions,
        get: async (id) => {
          const run = await productions.get(id)
          return run ? { ...run, outputDir: join(disk.path, 'full') } : null
        },
      }
      const outcome = await deliverStage({ ...floor, productions: small }, context, 'full')
      expect(outcome).toMatchObject({ kind: 'failed', code: 'disk-full', retry: 'later' })
      const names = await readdir(join(disk.path, 'full'), { recursive: true })
      expect(names.toSorted()).toEqual(
        [folderMarker, 'candidates', join('candidates', 'safe.mp4'), 'master.mp4'].toSorted(),
      )
    },
  )
})

test('a worker whose run is deleted says so, whatever it failed with, and clears what it made since', async () => {
  await makeRun('worker')
  const failing = async (): Promise<never> => {
    await removeProduction(floor, 'worker', true)
    await markFolder(folderOf('worker'), 'worker')
    throw new Error('ENOENT: the footage went')
  }
  const driver = productionDriver({
    floor: { ...floor, clock: virtualClock(), media: { ready: async () => undefined } },
    engine: {
      state: async () => null,
      retire: async () => [],
      start: async () => ({ result: failing }),
    },
    story: {},
    rearm: () => undefined,
    log: () => undefined,
    interrupt: () => undefined,
  } as unknown as DriverParts)
  const ended = driver.run('worker', new AbortController().signal)
  expect(await codeOf(ended)).toBe('run-deleted')
  expect(existsSync(folderOf('worker'))).toBe(false)
})

test('without purging, takes and their footage stay on the shelf', async () => {
  await makeRun('slate')
  await addTake('slate', await put('take'))
  await removeProduction(floor, 'slate', false)
  const [take] = await productions.takes('slate')
  expect(take?.slate).toBe('1A-1' as SlateId)
  expect(take?.footage.kind).toBe('stored')
})
