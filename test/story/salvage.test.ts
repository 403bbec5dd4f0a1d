import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseUsd, zeroUsd } from '../../src/domain/money.ts'
import type { Job } from '../../src/domain/order.ts'
import type { JobStatus } from '../../src/ports/paid-model.ts'
import type { AccountJob, VendorAccount } from '../../src/ports/vendor-account.ts'
import type { VideoModel } from '../../src/ports/video-model.ts'
import { salvage } from '../../src/production/salvage.ts'
import type { SalvageReport } from '../../src/production/salvage-report.ts'
import { takeWork } from '../../src/production/take-work.ts'
import { noDownloads } from '../support/no-downloads.ts'
import { runTo, type StoryStage, storyStage } from '../support/story-stage.ts'

const signal = new AbortController().signal
type Standing = 'running' | 'done' | 'gone' | 'failed'

describe('what is salvaged', () => {
  let stage: StoryStage
  beforeAll(async () => {
    stage = await storyStage()
  })
  afterAll(() => stage.close())

  const statusOf = async (job: Job, state: Standing): Promise<JobStatus> => {
    if (state === 'failed') return { state, reason: 'it went wrong' }
    if (state !== 'done') return { state }
    const path = join(stage.folder, `${String(job['id']).replaceAll('/', '_')}.txt`)
    await writeFile(path, `clip of ${job['id']}`)
    return { state, outputs: [{ kind: 'file', path, mediaType: 'video/mp4' }] }
  }
  /** A vendor whose jobs all stand as the test says. */
  const vendor = (standing: Standing): VideoModel => ({
    ...stage.models.video,
    start: async (_order, reference) => ({ kind: 'accepted', job: { id: reference } }),
    check: (job) => statusOf(job, standing),
  })
  const account = (jobs: readonly AccountJob[]): VendorAccount => ({
    vendor: 'animatic',
    standing: async () => ({ balance: null, slots: {}, facts: [] }),
    job: async (id) => jobs.find(({ job }) => job['id'] === id) ?? null,
    jobs: async () => ({ jobs, complete: true, aheadMs: null }),
    drift: async () => [],
  })
  const salvaged = (
    standing: Standing,
    jobs: readonly AccountJob[] = [],
    isDryRun = false,
    job: string | null = null,
  ): Promise<SalvageReport> => salvagedAt(vendor(standing), jobs, isDryRun, job)
  const salvagedAt = (
    video: VideoModel,
    jobs: readonly AccountJob[],
    isDryRun: boolean,
    job: string | null = null,
  ): Promise<SalvageReport> =>
    salvage(
      {
        floor: stage.manned({ models: { video } }),
        downloads: noDownloads,
        vendors: [{ vendor: 'animatic', open: () => account(jobs) }],
        funds: 'simulated',
      },
      { vendor: null, job, sinceIso: '2026-11-01T00:00:00Z', isDryRun },
      signal,
    )
  /** A run that was paused while its first take was made. */
  const paused = async (id: string): Promise<void> => {
    await stage.create(id)
    const stopping = new AbortController()
    const video: VideoModel = {
      ...vendor('running'),
      check: async (job) => {
        // Orders of runs that were left are asked about too.
        if (String(job['id']).startsWith(`${id}/`)) stopping.abort()
        return { state: 'running' }
      },
    }
    const run = await runTo(await stage.driver({ models: { video }, signal: stopping.signal }), id)
    expect(run.state).toBe('paused')
  }
  const lineOf = ({ lines }: SalvageReport, id: string) => lines.find(({ run }) => run === id)
  const videoOrder = async (id: string) => {
    const order = (await stage.floor.ledger.orders(id)).find(({ port }) => port === 'video')
    if (!order) throw new Error(`run ${id} has no order for a take`)
    return order
  }
  const clipsOf = async (id: string) =>
    (await stage.floor.shelf.clips()).filter(({ production }) => production === id)

  test('of a paused run is its take, which it goes on with', async () => {
    await paused('paused')
    expect(lineOf(await salvaged('running'), 'paused')?.deed).toBe('waiting')
    expect(lineOf(await salvaged('done', [], true), 'paused')?.deed).toBe('delivered')
    expect((await videoOrder('paused')).state).toBe('accepted')
    const line = lineOf(await salvaged('done'), 'paused')
    expect(line).toMatchObject({ deed: 'delivered', note: 'take p1/1A-1 of run paused' })
    const takes = await stage.floor.productions.takes('paused')
    expect(takes).toMatchObject([{ slate: '1A-1', footage: { kind: 'stored' } }])
    expect(lineOf(await salvaged('done'), 'paused')).toBeUndefined()
    expect((await runTo(await stage.driver(), 'paused')).state).toBe('wrapped')
  })

  test('of a run that is over and went on without it is on the shelf, with the way to cut it in', async () => {
    await paused('late')
    const request = {
      ...{ production: 'late', pilot: 'p1', slate: '1A-1', model: 'animatic/painted' },
      ...{ test: false, continuesFrom: null },
    } as const
    const call = request as unknown as Parameters<typeof takeWork>[1]
    const { shot, order } = await takeWork(stage.floor, call)
    await stage.floor.productions.addTake('late', {
      ...{ schema: 'take@2', slate: call.slate, shot: shot.id, pilot: 'p1', model: call.model },
      ...{ orderKey: 'late/p1/video/1A/1', state: 'ng', decidedBy: 'crew', note: 'parked' },
      ...{ footage: { kind: 'missing', reason: 'parked' }, depicted: [], prompt: order.prompt },
      ...{ seed: 1, cost: zeroUsd, funds: 'simulated', test: false, continuesFrom: null },
      wanted: shot.length,
    })
    await stage.floor.productions.update('late', { state: 'wrapped' })
    const line = lineOf(await salvaged('done'), 'late')
    const [clip] = await clipsOf('late')
    expect(clip).toMatchObject({ source: 'adopted-late', slate: '1A-1', pilot: 'p1' })
    expect(line?.note).toContain(`shelf cast ${clip?.id} --run late --shot 1A`)
    expect(lineOf(await salvaged('done'), 'late')).toBeUndefined()
  })

  test('of a deleted run is on the shelf; where its footage was to be destroyed, it is paid and nothing is kept', async () => {
    for (const [id, purge] of [
      ['deleted', false],
      ['destroyed', true],
    ] as const) {
      await paused(id)
      await stage.floor.productions.remove(id, purge)
    }
    const report = await salvaged('done')
    expect(lineOf(report, 'deleted')?.deed).toBe('delivered')
    expect(lineOf(report, 'destroyed')).toMatchObject({ deed: 'left' })
    expect((await videoOrder('destroyed')).state).toBe('delivered')
    expect(await clipsOf('deleted')).toMatchObject([{ source: 'salvage', slate: '1A-1' }])
    expect(await clipsOf('destroyed')).toEqual([])
    const hash = (await videoOrder('destroyed')).outputHash ?? ''
    expect(await stage.floor.vault.has(hash)).toBe(false)
  })

  test('and is at home already under another name of its job is not told to be rescued', async () => {
    await paused('at-home')
    await stage.floor.productions.remove('at-home', false)
    const { key, job, model } = await videoOrder('at-home')
    await stage.floor.shelf.keep({
      ...{ source: 'salvage', vendor: 'animatic', funds: 'simulated', model, billed: zeroUsd },
      ...{ job: { ...job, api: 'legacy' }, prompt: 'A lake', madeAt: null, hash: 'f'.repeat(64) },
      ...{ depicted: [], leaderFrames: 0, seconds: 5, size: null, orderKey: null },
      production: null,
    })
    const report = await salvaged('done')
    expect(lineOf(report, 'at-home')).toMatchObject({
      ...{ deed: 'left', note: expect.stringContaining('on the shelf already') },
    })
    expect(report).toMatchObject({ clips: 0, rescued: zeroUsd })
    expect((await stage.floor.ledger.order(key))?.state).toBe('delivered')
    expect((await salvaged('done')).lines).toEqual([])
  })

  test('and was not put away because the studio died is put away by the next salvage, paid once', async () => {
    await paused('cut-off')
    await stage.floor.productions.remove('cut-off', false)
    const floor = stage.manned({ models: { video: vendor('done') } })
    const keep = () => Promise.reject(new Error('the power went'))
    const vendors = [{ vendor: 'animatic', open: () => account([]) }]
    const dying = salvage(
      {
        ...{
          floor: { ...floor, shelf: { ...floor.shelf, keep } },
          downloads: noDownloads,
          vendors,
        },
        funds: 'simulated',
      },
      { vendor: null, job: null, sinceIso: '2026-11-01T00:00:00Z', isDryRun: false },
      signal,
    )
    await expect(dying).rejects.toThrow('the power went')
    const { state, billed } = await videoOrder('cut-off')
    expect({ state, isHome: (await clipsOf('cut-off')).length }).toEqual({
      ...{ state: 'delivered', isHome: 0 },
    })
    expect(lineOf(await salvaged('gone'), 'cut-off')?.deed).toBe('delivered')
    expect(await clipsOf('cut-off')).toHaveLength(1)
    expect((await videoOrder('cut-off')).billed).toBe(billed)
  })

  test('is a lost order’s by its prompt, a second job of an order, or nobody’s; each once', async () => {
    await paused('lost')
    const { key, job, request, model } = await videoOrder('lost')
    const [submission, second] = [1, { id: 'second' }]
    await stage.floor.ledger.advance(key, { kind: 'accepted', submission, job: second })
    await stage.create('parked')
    const losing: VideoModel = {
      ...vendor('gone'),
      start: async () => ({ kind: 'unknown', reason: 'the line broke' }),
      find: async () => ({ jobs: [], complete: false }),
      absentAfterMs: -10_000,
    }
    const run = await runTo(await stage.driver({ models: { video: losing } }), 'parked')
    expect(run.state).toBe('waiting-for-order')
    const parked = await videoOrder('parked')
    const listed = (id: string, prompt: unknown): AccountJob => ({
      ...{ job: { id }, model, prompt: String(prompt), createdAt: new Date().toISOString() },
      ...{ billed: null, seconds: 4, status: { state: 'running' } },
    })
    const prompt = (of: unknown) => Reflect.get(Object(of), 'prompt')
    const jobs = [
      { ...listed('found', prompt(parked.request)) },
      { ...listed(String(job?.['id']), prompt(request)) },
      { ...listed('second', prompt(request)) },
      { ...listed('nobodys', 'A fox'), status: await statusOf({ id: 'nobodys' }, 'done') },
    ]
    const planned = await salvaged('done', jobs, true)
    const known = ({ job: id, cost, isEstimated }: SalvageReport['lines'][number]) =>
      [id, cost !== null && cost > 0, isEstimated] as const
    expect(planned.lines.slice(2).map(known)).toEqual([
      ['second', true, true],
      ['nobodys', true, true],
    ])
    const report = await salvaged('done', jobs)
    expect(report.lines.map((line) => [line.job, line.deed])).toEqual([
      ['found', 'adopted'],
      ['lost/p1/video/1A/1', 'delivered'],
      ['second', 'shelved'],
      ['nobodys', 'shelved'],
    ])
    expect((await videoOrder('parked')).job).toEqual({ id: 'found' })
    expect((await salvaged('done', jobs)).lines).toEqual([])
    const sources = (await stage.floor.shelf.clips()).map(({ prompt: text, source }) => [
      text,
      source,
    ])
    expect(sources).toContainEqual([prompt(request), 'stray'])
    expect(sources).toContainEqual(['A fox', 'salvage'])
  })

  test('is not what failed or what the vendor has forgotten, which is said', async () => {
    await paused('failed')
    const line = lineOf(await salvaged('failed'), 'failed')
    expect(line).toMatchObject({ deed: 'left', note: 'it went wrong' })
    expect(await videoOrder('failed')).toMatchObject({ state: 'failed', held: zeroUsd })
    await paused('forgotten')
    expect(lineOf(await salvaged('gone', [], true), 'forgotten')).toMatchObject({
      ...{ deed: 'left', note: 'the vendor does not know it any more' },
    })
    const another: VideoModel = { ...vendor('gone'), account: 'key-2' }
    expect(lineOf(await salvagedAt(another, [], false), 'forgotten')).toMatchObject({
      ...{ deed: 'left', note: expect.stringContaining('asked with another key') },
    })
    expect(await videoOrder('forgotten')).toMatchObject({ state: 'accepted' })
  })

  test('of an order that was written off is on the shelf once its vendor has made it, at what the order settled', async () => {
    await paused('given-up')
    const { key, quoted, request, model } = await videoOrder('given-up')
    const { order } = await (await stage.driver()).orders.writeOff(key, null)
    expect(order.reason).toBe(
      `${model} was making it as job ${key}; written off by a person, counted as billed in full`,
    )
    expect(lineOf(await salvaged('running'), 'given-up')?.deed).toBe('waiting')
    expect(lineOf(await salvaged('done', [], true), 'given-up')?.deed).toBe('shelved')
    expect(await clipsOf('given-up')).toEqual([])
    const report = await salvaged('done')
    const cost = quoted
    expect(lineOf(report, 'given-up')).toMatchObject({ deed: 'shelved', cost, isEstimated: false })
    expect(await clipsOf('given-up')).toMatchObject([
      { source: 'salvage', cost, orderKey: key, job: { id: key } },
    ])
    expect((await clipsOf('given-up'))[0]?.prompt).toBe(Reflect.get(Object(request), 'prompt'))
    expect((await stage.floor.ledger.order(key))?.state).toBe('written-off')
    expect(lineOf(await salvaged('done'), 'given-up')).toBeUndefined()
  })

  test('of an order that was written off at less than its vendor billed is told with what no book has', async () => {
    await paused('unbilled')
    const { key } = await videoOrder('unbilled')
    await (await stage.driver()).orders.writeOff(key, zeroUsd)
    const made = vendor('done')
    const check: VideoModel['check'] = async (job, over) => {
      const status = await made.check(job, over)
      const bill = { units: { unit: 'second', quantity: 4 }, amount: parseUsd('1.2') } as const
      return status.state === 'done' ? { ...status, bill } : status
    }
    const line = lineOf(await salvagedAt({ ...made, check }, [], false), 'unbilled')
    expect(line).toMatchObject({ deed: 'shelved', cost: parseUsd('1.2'), isEstimated: false })
    expect(line?.note).toMatch(
      /^its order is written-off, and \$1\.20 of what its vendor billed are in no book of this studio, for \$0\.00 were said/,
    )
  })

  test('of a failed order is on the shelf where its vendor has it all the same; else it says nothing', async () => {
    await paused('failed-once')
    await salvaged('failed')
    expect((await videoOrder('failed-once')).state).toBe('failed')
    expect(lineOf(await salvaged('failed'), 'failed-once')).toBeUndefined()
    // No key at hand opens its model: what the order was quoted is what is known of its cost.
    const floor = { ...stage.manned({ models: { video: vendor('done') } }), catalogue: [] }
    const report = await salvage(
      {
        ...{ floor, downloads: noDownloads, funds: 'simulated' },
        vendors: [{ vendor: 'animatic', open: () => account([]) }],
      },
      { vendor: null, job: null, sinceIso: '2026-11-01T00:00:00Z', isDryRun: false },
      signal,
    )
    expect(lineOf(report, 'failed-once')).toMatchObject({
      ...{ deed: 'shelved', cost: (await videoOrder('failed-once')).quoted, isEstimated: true },
    })
  })

  test('is one job that a person names, wherever it belongs; not one whose clip is at home', async () => {
    const named = (id: string, jobs: readonly AccountJob[] = []) =>
      salvaged('done', jobs, false, id)
    const listed: AccountJob = {
      ...{ job: { id: 'portal' }, model: null, prompt: null, createdAt: null, seconds: null },
      ...{ billed: null, status: await statusOf({ id: 'portal' }, 'done') },
    }
    expect((await named('portal', [listed])).lines).toMatchObject([
      { job: 'portal', deed: 'shelved' },
    ])
    await expect(named('portal', [listed])).rejects.toMatchObject({
      message: expect.stringMatching(/^Job portal is at home already: it is s-\w+ on the shelf/),
    })
    await expect(named('nobody')).rejects.toMatchObject({ code: 'not-found' })
    await paused('by-id')
    const { key } = await videoOrder('by-id')
    expect((await named(key)).lines).toMatchObject([{ run: 'by-id', deed: 'delivered' }])
    await expect(named(key)).rejects.toMatchObject({
      ...{ code: 'bad-input', message: expect.stringContaining(`order ${key} has its clip`) },
    })
    await paused('refused')
    const refused = await videoOrder('refused')
    const answer = { submission: 1, job: refused.job, reason: 'it is not allowed' }
    await stage.floor.ledger.advance(
      refused.key,
      { kind: 'refused', ...answer },
      { billed: zeroUsd },
    )
    expect((await named(refused.key)).lines).toMatchObject([{ run: 'refused', deed: 'shelved' }])
  })

  test('that a lost order asked for is offered to that order, not put on the shelf by its name', async () => {
    const parked = await videoOrder('parked')
    const key = 'parked/p1/video/9Z/1'
    const { model, request } = parked
    await stage.floor.ledger.draft({ ...parked, key, chain: null })
    await stage.floor.ledger.hold(key, 10, false)
    await stage.floor.ledger.begin(key, null)
    await stage.floor.ledger.advance(key, { kind: 'answer-lost', submission: 1, reason: 'lost' })
    const found: AccountJob = {
      ...{ job: { id: 'twin' }, model, prompt: String(Reflect.get(Object(request), 'prompt')) },
      ...{ createdAt: new Date().toISOString(), seconds: 4, billed: null },
      status: { state: 'running' },
    }
    await expect(salvaged('done', [found], false, 'twin')).rejects.toMatchObject({
      message: expect.stringContaining(`orders resolve ${key} --adopt twin`),
    })
  })
})
