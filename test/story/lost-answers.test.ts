import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseUsd, sumUsd, type Usd, zeroUsd } from '../../src/domain/money.ts'
import type { Order, OrderPort } from '../../src/domain/order.ts'
import { testNote } from '../../src/domain/production.ts'
import type { VideoModel } from '../../src/ports/video-model.ts'
import type { ProductionDriver } from '../../src/production/production-driver.ts'
import { type StoryStage, storyStage } from '../support/story-stage.ts'

describe('an order whose process died while it was being sent', () => {
  let stage: StoryStage
  beforeAll(async () => {
    stage = await storyStage()
  })
  afterAll(() => stage.close())

  const { signal } = new AbortController()
  const quoted: Usd = parseUsd('0.02')
  const models = { llm: 'anthropic/claude-sonnet-5-5', video: 'runway/gen4.5' } as const

  /** A run with one order that left and was never answered. */
  const left = async (id: string, port: keyof typeof models = 'llm'): Promise<string> => {
    await stage.create(id, { funds: 'emulated' })
    return leave(id, port)
  }
  const leave = async (production: string, port: keyof typeof models): Promise<string> => {
    const { ledger } = stage.floor
    const key = `${production}/p1/${port satisfies OrderPort}/1A/1`
    await ledger.draft({
      ...{ key, production, port, model: models[port], funds: 'emulated', quoted },
      ...{ request: {}, requestHash: 'asked', chain: null },
    })
    expect(await ledger.hold(key, 9, false)).toMatchObject({ kind: 'granted' })
    expect(await ledger.begin(key, null)).toMatchObject({ state: 'submitting' })
    return key
  }
  const leftTest = async (id: string, port: keyof typeof models): Promise<string> => {
    await stage.create(id, { funds: 'emulated' })
    await stage.floor.productions.putDocument(id, 'note', testNote, true, false)
    return leave(id, port)
  }
  /** A test that was cut off while its order waited to be sent. */
  const cutOffTest = async (id: string): Promise<string> => {
    await stage.create(id, { funds: 'emulated' })
    const { ledger, productions } = stage.floor
    await productions.putDocument(id, 'note', testNote, true, false)
    const key = `${id}/rig/video/test/1`
    await ledger.draft({
      ...{ key, production: id, port: 'video', model: models.video, funds: 'emulated', quoted },
      ...{ request: {}, requestHash: 'asked', chain: null },
    })
    await ledger.hold(key, 9, false)
    return key
  }
  const order = async (key: string): Promise<Order> => {
    const found = await stage.floor.ledger.order(key)
    if (!found) throw new Error(`no order ${key}`)
    return found
  }
  const reconcile = async (driver: ProductionDriver, key: string) =>
    (await driver.orders.reconcile([await order(key)], signal))[0]
  const givenUp = {
    ...{ state: 'written-off', held: zeroUsd, billed: quoted, assumed: quoted },
    reason: expect.stringMatching(/stopped between sending the order .*counts as billed in full$/),
  }

  test('a question of a run that is cancelled, or deleted, counts as billed in full', async () => {
    const driver = await stage.driver()
    const cancelled = await left('cancelled')
    await driver.cancel('cancelled')
    expect(await order(cancelled)).toMatchObject(givenUp)
    expect(await stage.floor.ledger.totals('cancelled')).toMatchObject({
      ...{ held: zeroUsd, settled: quoted },
    })
    const deleted = await left('deleted')
    await driver.remove('deleted', false)
    expect(await order(deleted)).toMatchObject(givenUp)
  })

  test('of a test that was cut off before it was sent is let go by reconciling, unless somebody works on it', async () => {
    const driver = await stage.driver()
    const key = await cutOffTest('cut-off')
    await stage.floor.productions.asDirector('cut-off', async () => {
      expect(await reconcile(driver, key)).toMatchObject({
        ...{ order: { state: 'held', held: quoted }, note: 'it is not sent yet' },
      })
    })
    expect(await reconcile(driver, key)).toMatchObject({
      ...{ order: { state: 'failed', held: zeroUsd, billed: zeroUsd }, note: null },
    })
    expect(await stage.floor.productions.get('cut-off')).toMatchObject({
      ...{ state: 'failed', reason: 'its run was cut off before it was sent' },
    })
  })

  test('a question of a run that was ended before is given up when the orders are reconciled', async () => {
    const driver = await stage.driver()
    const key = await left('ended')
    await stage.floor.productions.update('ended', { wanted: 'cancel', state: 'cancelled' })
    expect(await reconcile(driver, key)).toMatchObject({
      ...{ before: 'submitting', note: null, order: givenUp },
    })
  })

  test('a question of a test is given up, and the test has ended', async () => {
    const key = await leftTest('tested', 'llm')
    expect(await reconcile(await stage.driver(), key)).toMatchObject({ order: givenUp })
    const run = await stage.floor.productions.get('tested')
    expect(run).toMatchObject({ state: 'failed', reason: expect.stringContaining('in full') })
  })

  test('a question of a run that goes on is left to it, with its money held', async () => {
    const key = await left('going')
    expect(await reconcile(await stage.driver(), key)).toMatchObject({
      ...{ before: 'submitting', order: { state: 'unknown', held: quoted, billed: zeroUsd } },
    })
  })

  test('can be written off by a person, whose run goes on or not', async () => {
    const driver = await stage.driver()
    const unknown = await left('by-hand')
    await driver.orders.writeOff(unknown, null)
    expect(await order(unknown)).toMatchObject({ state: 'written-off', billed: quoted })
    const known = await left('by-hand-too')
    await driver.orders.writeOff(known, zeroUsd)
    expect(await order(known)).toMatchObject({ state: 'written-off', billed: zeroUsd })
  })

  test('is left alone while somebody is sending it', async () => {
    const driver = await stage.driver()
    const key = await left('sending')
    await stage.floor.ledger.asSubmitter(key, async () => {
      await driver.cancel('sending')
      expect(await reconcile(driver, key)).toMatchObject({
        ...{ order: { state: 'submitting' }, note: 'it is being sent at this moment' },
      })
      await expect(driver.orders.writeOff(key, null)).rejects.toMatchObject({
        ...{ code: 'bad-input', message: expect.stringContaining('by another process') },
      })
    })
    expect(await order(key)).toMatchObject({ state: 'submitting', held: quoted })
    await driver.cancel('sending')
    expect(await order(key)).toMatchObject(givenUp)
  })

  /** A vendor without a list, which knows one job. */
  const unlisted = (known: string): VideoModel => {
    const { find: _, ...video } = stage.models.video
    return {
      ...video,
      check: async ({ id }) => {
        if (id !== known) return { state: 'gone' }
        const path = join(stage.folder, `${known}.txt`)
        await writeFile(path, `the clip of ${known}`)
        return { state: 'done', outputs: [{ kind: 'file', path, mediaType: 'video/mp4' }] }
      },
    }
  }

  test('a clip of a test waits for a person at a vendor without a list, who can name its job', async () => {
    const key = await leftTest('clip-test', 'video')
    const driver = await stage.driver({ models: { video: unlisted('job-7') } })
    expect(await reconcile(driver, key)).toMatchObject({
      ...{ before: 'submitting', order: { state: 'parked', held: quoted } },
    })
    expect(await driver.orders.adopt(key, 'job-7', signal)).toMatchObject({
      order: { state: 'delivered', held: zeroUsd, billed: quoted },
    })
    expect(await stage.floor.productions.get('clip-test')).toMatchObject({ state: 'wrapped' })
    expect(await stage.floor.shelf.clips()).toMatchObject([{ orderKey: key }])
  })

  test('a clip can be given the job that a person names at once', async () => {
    const key = await leftTest('named', 'video')
    const driver = await stage.driver({ models: { video: unlisted('job-8') } })
    expect(await driver.orders.adopt(key, 'job-8', signal)).toMatchObject({
      order: { state: 'delivered', billed: quoted },
    })
    const { settled, held } = await stage.floor.ledger.totals('named')
    expect(sumUsd(settled, held)).toBe(quoted)
  })
})
