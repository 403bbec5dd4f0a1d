import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { zeroUsd } from '../../src/domain/money.ts'
import type { VideoModel } from '../../src/ports/video-model.ts'
import type { Floor } from '../../src/production/floor.ts'
import { runTo, type StageChanges, type StoryStage, storyStage } from '../support/story-stage.ts'

type Standing = 'running' | 'done' | 'cancelled' | 'gone'

describe('what a run has on order when it is ended for good', () => {
  let stage: StoryStage
  beforeAll(async () => {
    stage = await storyStage()
  })
  afterAll(() => stage.close())

  /** A vendor whose jobs stand as the test says; `asked` names those it was told to stop. */
  const vendor = (standing: () => Standing, asked: string[] = []): VideoModel => {
    const stopped = new Set<string>()
    return {
      ...stage.models.video,
      start: async (_order, reference) => ({ kind: 'accepted', job: { reference } }),
      check: async (job) => {
        const reference = String(job['reference'])
        const state = stopped.has(reference) ? 'cancelled' : standing()
        if (state !== 'done') return { state }
        const path = join(stage.folder, `${reference.replaceAll('/', '_')}.txt`)
        await writeFile(path, reference)
        return { state, outputs: [{ kind: 'file', path, mediaType: 'video/mp4' }] }
      },
      cancel: async (job) => {
        asked.push(String(job['reference']))
        stopped.add(String(job['reference']))
      },
    }
  }

  /** A run that was paused while its first take was being made; nobody works on it. */
  const paused = async (id: string): Promise<void> => {
    await stage.create(id)
    const stopping = new AbortController()
    const video = vendor(() => {
      stopping.abort()
      return 'running'
    })
    const run = await runTo(await stage.driver({ models: { video }, signal: stopping.signal }), id)
    expect(run.state).toBe('paused')
    expect(run.reason).toMatch(
      /^Paused as asked\. Still on order: take p1\/1A-1 \(animatic\/\w+\)\. Resuming goes on with that very order\.$/,
    )
  }
  const cancel = async (id: string, changes: StageChanges): Promise<void> =>
    (await stage.driver(changes)).cancel(id)
  const money = async (id: string) => {
    const { settled, held } = await stage.floor.ledger.totals(id)
    const price = (await order(id))?.quoted
    return { isPaid: settled === price, held }
  }
  const order = async (id: string) =>
    (await stage.floor.ledger.orders(id)).find(({ port }) => port === 'video')

  test('is stopped at a stand-in and its hold let go', async () => {
    await paused('stopped')
    const asked: string[] = []
    await cancel('stopped', { models: { video: vendor(() => 'running', asked) } })
    expect(asked).toEqual(['stopped/p1/video/1A/1'])
    expect(await order('stopped')).toMatchObject({ state: 'failed', held: zeroUsd })
    expect(await money('stopped')).toEqual({ isPaid: false, held: zeroUsd })
  })

  test('is paid when it is done, and its footage is a take', async () => {
    await paused('done')
    await cancel('done', { models: { video: vendor(() => 'done') } })
    expect(await money('done')).toEqual({ isPaid: true, held: zeroUsd })
    const takes = await stage.floor.productions.takes('done')
    expect(takes).toMatchObject([{ slate: '1A-1', footage: { kind: 'stored' } }])
  })

  test('is let go when a stand-in does not know it any more', async () => {
    await paused('gone')
    await cancel('gone', { models: { video: vendor(() => 'gone') } })
    expect(await order('gone')).toMatchObject({ state: 'written-off', billed: zeroUsd })
    expect(await money('gone')).toEqual({ isPaid: false, held: zeroUsd })
  })

  test('is closed by another cancel when the first one died, and by deleting the run', async () => {
    for (const id of ['again', 'deleted']) {
      await paused(id)
      await stage.floor.productions.update(id, { wanted: 'cancel', state: 'cancelled' })
    }
    const changes = { models: { video: vendor(() => 'running') } }
    await cancel('again', changes)
    expect((await money('again')).held).toBe(zeroUsd)
    await (await stage.driver(changes)).remove('deleted', false)
    expect(await order('deleted')).toMatchObject({ state: 'failed', held: zeroUsd })
  })

  test('stays held at a vendor that bills, until it says how the order ended', async () => {
    await paused('real')
    const asked: string[] = []
    const { ledger } = stage.floor
    const real: Floor['ledger'] = {
      ...ledger,
      orders: async (id) =>
        (await ledger.orders(id)).map((each) => ({ ...each, funds: 'real' as const })),
    }
    await cancel('real', { ledger: real, models: { video: vendor(() => 'running', asked) } })
    expect(asked).toEqual([])
    const waiting = await order('real')
    expect(waiting).toMatchObject({ state: 'accepted', held: waiting?.quoted })
    await cancel('real', { ledger: real, models: { video: vendor(() => 'done') } })
    expect(await money('real')).toEqual({ isPaid: true, held: zeroUsd })
  })
})
