import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { priceBook } from '../src/budget/price-book.ts'
import { catalogueFor } from '../src/catalogue.ts'
import { loadSettings } from '../src/config/load-settings.ts'
import { zeroUsd } from '../src/domain/money.ts'
import { type EmulatorAtWork, emulatorAtWork } from '../src/emulator/emulator-at-work.ts'
import { systemClock } from '../src/engine/system-clock.ts'
import type { ShotOrder, VideoModel } from '../src/ports/video-model.ts'
import { type OrderDesk, orderDesk } from '../src/production/order.ts'
import type { OrderOutcome } from '../src/production/order-outcome.ts'
import { shotIdentity } from '../src/production/shot-order.ts'
import { lumaVideoModel } from '../src/providers/luma/luma-video-model.ts'
import { type ExecutingStudio, openExecutingStudio } from '../src/studio/studio.ts'
import { sampleShotOrder } from '../src/testing/sample-shot-order.ts'
import { safeDownloads } from '../src/vault/safe-download.ts'
import { smallBrief } from './support/briefs.ts'
import { type CliRun, claudeStudio } from './support/cli.ts'
import { makeHome, removeHome } from './support/test-database.ts'
import { unwrittenInMemory } from './support/unwritten-in-memory.ts'

const model = 'luma/ray-2'
const signal = new AbortController().signal

let home: string
let emulator: EmulatorAtWork
let env: { readonly LUMAAI_BASE_URL: string; readonly RUNWAYML_BASE_URL: string }

beforeEach(async () => {
  home = await makeHome('salvage')
  emulator = await emulatorAtWork(systemClock, {
    ...{ vendors: ['luma-legacy', 'runway'], settings: [{ queuedMs: 0, runMs: 0 }] },
  })
  const { 'luma-legacy': luma, runway } = emulator.baseUrls
  env = { LUMAAI_BASE_URL: luma, RUNWAYML_BASE_URL: runway }
})
afterEach(async () => {
  await emulator.dispose()
  await removeHome(home)
})

const cli = (...words: readonly string[]): Promise<CliRun> =>
  claudeStudio({ home, cwd: home, env }, ...words)

const open = (): Promise<ExecutingStudio> =>
  openExecutingStudio({ ...loadSettings({ keyNames: [] }), home, baseUrls: env }, undefined, {
    ...{ mode: 'emulated', timeoutMs: null },
  })

const deskOf = ({ productions, ledger, vault, media }: ExecutingStudio): OrderDesk =>
  orderDesk({
    ...{ productions, ledger, vault, media, clock: systemClock, watch: systemClock },
    prices: priceBook(catalogueFor('emulated')),
    unwritten: unwrittenInMemory(),
    downloads: safeDownloads({ allowLoopback: true }),
    slots: () => 10,
  })

const luma = (): VideoModel =>
  lumaVideoModel({ model, apiKey: 'emulated', baseUrl: env.LUMAAI_BASE_URL, fetch, now: Date.now })

const ordered = (
  studio: ExecutingStudio,
  key: string,
  order: ShotOrder,
  video: VideoModel,
): Promise<OrderOutcome> =>
  deskOf(studio).pursue(
    {
      ...{ key, production: 'film', port: 'video', model: video, request: order },
      ...{ identity: shotIdentity(order), useBond: false },
    },
    signal,
  )

/** As a vendor without a list looks: what becomes of a lost answer is for a person. */
const withoutList = ({ find: _find, ...video }: VideoModel): VideoModel => video

test('an order whose answer was dropped and whose run is deleted comes home once', async () => {
  const studio = await open()
  const brief = smallBrief({ funds: 'emulated', provider: 'luma' })
  const outputDir = join(home, 'films', 'film')
  await studio.productions.create({ id: 'film', brief, outputDir, until: null })
  await emulator.control('faults', [{ fault: 'accept-then-drop', operation: 'create', times: 1 }])
  const lost = await ordered(studio, 'film/p1/video/1A/1', sampleShotOrder(), withoutList(luma()))
  expect(lost.kind).toBe('parked')
  // This one is accepted, and nobody looks at it again.
  const waiting = { ...luma(), check: async () => ({ state: 'running' }) as const }
  const mill = sampleShotOrder({ prompt: 'A mill at noon' })
  expect((await ordered(studio, 'film/p1/video/1B/1', mill, waiting)).kind).toBe('running')
  await studio.productions.remove('film', false)
  await studio.close()
  // And one that nobody here ordered.
  const stranger = sampleShotOrder({ prompt: 'A fox in the snow' })
  expect((await luma().start(stranger, 'elsewhere', signal)).kind).toBe('accepted')

  const planned = await cli('salvage', '--emulated', '--dry-run', '--json')
  expect(planned.lines[0]).toMatchObject({ event: 'salvaged', isDryRun: true, clips: 3 })
  expect((await cli('shelf', 'list', '--json')).lines[0]).toMatchObject({ clips: [] })

  const { code, lines, stderr } = await cli('salvage', '--emulated', '--json')
  expect(stderr).toBe('')
  expect(code).toBe(0)
  expect(lines[0]).toMatchObject({
    accounts: [
      { vendor: 'luma', state: 'listed' },
      { vendor: 'runway', state: 'asked' },
    ],
    jobs: [
      { deed: 'adopted', prompt: 'A lake at sunset', run: 'film', slate: '1A-1' },
      { deed: 'delivered', prompt: 'A mill at noon', run: 'film', slate: '1B-1' },
      { deed: 'shelved', prompt: 'A fox in the snow', run: null, isEstimated: true },
    ],
    clips: 3,
  })
  const bill = (await emulator.control('charges')).body.totalMicroUsd
  expect(Number(lines[0]?.['rescuedUsd']) * 1_000_000).toBeCloseTo(bill)

  const again = await cli('salvage', '--emulated')
  expect(again.stdout).toMatch(/^luma at the emulator: asked\nrunway at the emulator: asked\. /)
  expect(again.stdout.trim().split('\n').at(-1)).toBe(
    'rescued: $0.00 (0 clips; emulated, nothing was charged)',
  )
  // Every clip of the emulator in this test is the same file: one clip on the shelf.
  const shelf = await cli('shelf', 'list', '--json')
  expect(shelf.lines[0]).toMatchObject({ clips: [{ funds: 'emulated', vendor: 'luma' }] })
  const reopened = await open()
  const orders = await reopened.ledger.orders('film')
  expect(orders.map(({ state, held }) => ({ state, held }))).toEqual([
    { state: 'delivered', held: zeroUsd },
    { state: 'delivered', held: zeroUsd },
  ])
  await reopened.close()
})

test('an order is given its job though the vendor’s clock is hours behind or ahead', async () => {
  for (const [run, hours] of [
    ['behind', -30],
    ['ahead', 30],
  ] as const) {
    const studio = await open()
    const brief = smallBrief({ funds: 'emulated', provider: 'luma' })
    const outputDir = join(home, 'films', run)
    await studio.productions.create({ id: run, brief, outputDir, until: null })
    const skew = { fault: 'clock-skew', vendor: 'luma-legacy', delayMs: hours * 3_600_000 }
    const drop = { fault: 'accept-then-drop', operation: 'create', times: 1 }
    await emulator.control('faults', [skew, drop])
    const order = sampleShotOrder({ prompt: `A lake, ${run}` })
    const key = `${run}/p1/video/1A/1`
    const request = { key, production: run, port: 'video', request: order } as const
    const lost = await deskOf(studio).pursue(
      { ...request, model: withoutList(luma()), identity: shotIdentity(order), useBond: false },
      signal,
    )
    expect(lost.kind).toBe('parked')
    await studio.close()
    const { lines } = await cli('salvage', '--emulated', '--json')
    expect(lines[0]).toMatchObject({ jobs: [{ deed: 'adopted', run, slate: '1A-1' }] })
  }
})

test('a vendor whose key is not set is told, and is an error where it is named or no other can be asked', async () => {
  const keyless = { LUMAAI_API_KEY: '', LUMA_API_KEY: '', RUNWAYML_API_SECRET: '' }
  const ask = (env: Readonly<Record<string, string>>, ...words: readonly string[]) =>
    claudeStudio({ home, cwd: home, env: { ...keyless, ...env } }, 'salvage', ...words, '--json')
  const one = await ask({ RUNWAYML_API_SECRET: 'key_of_a_test' })
  expect(one.code, one.stdout + one.stderr).toBe(0)
  expect(one.lines[0]).toMatchObject({
    accounts: [
      { vendor: 'luma', state: 'no-key', note: expect.stringContaining('LUMA_AGENTS_API_KEY') },
      { vendor: 'runway', state: 'asked' },
    ],
    ...{ jobs: [], clips: 0 },
  })
  for (const [run, names] of [
    [await ask({}), /LUMA_AGENTS_API_KEY.*RUNWAYML_API_SECRET/],
    [await ask({}, '--dry-run'), /LUMA_AGENTS_API_KEY.*RUNWAYML_API_SECRET/],
    [await ask({}, '--provider', 'luma'), /LUMA_AGENTS_API_KEY/],
  ] as const) {
    expect([run.code, run.lines.at(-1)], run.stdout + run.stderr).toEqual([
      1,
      expect.objectContaining({
        ...{ event: 'error', code: 'vendor-key-missing' },
        message: expect.stringMatching(names),
      }),
    ])
  }
})
