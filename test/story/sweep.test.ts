import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { catalogue as allModels } from '../../src/catalogue.ts'
import type { Order } from '../../src/domain/order.ts'
import type { VideoModel } from '../../src/ports/video-model.ts'
import { followOrders } from '../../src/production/reconcile.ts'
import { sweepOrders } from '../../src/production/sweep.ts'
import { type ForgetfulVendor, forgetfulVendor } from '../support/forgetful-vendor.ts'
import { runTo, type StoryStage, storyStage } from '../support/story-stage.ts'

/** The stage's models as those of vendors that bill the emulator. */
const catalogue = allModels.map((row) => ({ ...row, funds: 'emulated' as const }))
const account = 'key-1'

describe('orders of a run that nobody works on', () => {
  let stage: StoryStage
  beforeAll(async () => {
    stage = await storyStage()
  })
  afterAll(() => stage.close())

  const signal = new AbortController().signal
  const orderOf = async (key: string): Promise<Order> => {
    const order = await stage.floor.ledger.order(key)
    if (!order) throw new TypeError(`There is no order ${key}`)
    return order
  }
  const manned = (video: VideoModel) => stage.manned({ catalogue, models: { video } })
  /** A run that waits for an order, whose vendor shows the job of it by now. */
  const left = async (id: string): Promise<{ vendor: ForgetfulVendor; key: string }> => {
    const vendor = forgetfulVendor({ ...stage.models.video, account })
    vendor.lost.add('1A/1')
    await stage.create(id, { seconds: 20, takes: 1, funds: 'emulated' })
    await runTo(await stage.driver({ catalogue, models: { video: vendor.model } }), id)
    const key = `${id}/p1/video/1A/1`
    expect(await stage.floor.ledger.order(key)).toMatchObject({ state: 'parked', account })
    vendor.listed.set(key, { id: `job of ${id}` })
    vendor.jobs.set(`job of ${id}`, 'done')
    return { vendor, key }
  }

  test('are brought home while another film is made, and the run is not moved on', async () => {
    const { vendor, key } = await left('left')
    await stage.create('another', { seconds: 10, takes: 1, funds: 'emulated' })
    const { start } = stage.models.video
    const driver = await stage.driver({ catalogue, models: { video: { ...vendor.model, start } } })
    expect(await runTo(driver, 'another')).toMatchObject({ state: 'wrapped' })
    expect(await stage.floor.ledger.order(key)).toMatchObject({ state: 'delivered' })
    expect(await stage.floor.productions.get('left')).toMatchObject({
      ...{ state: 'waiting-for-order', attempt: 1 },
    })
    expect(await runTo(driver, 'left')).toMatchObject({ state: 'wrapped' })
    expect(vendor.sent.filter((sent) => sent === key)).toHaveLength(1)
  })

  test('are left to the process that works on the run', async () => {
    const { vendor, key } = await left('worked')
    await stage.floor.productions.asDirector('worked', async () => {
      expect(await sweepOrders(manned(vendor.model), signal)).toEqual([])
    })
    expect(await stage.floor.ledger.order(key)).toMatchObject({ state: 'parked' })
    expect(await sweepOrders(manned(vendor.model), signal)).toMatchObject([
      { key, state: 'delivered' },
    ])
  })

  test('of a deleted run go to the shelf', async () => {
    const { vendor, key } = await left('deleted')
    await stage.floor.productions.remove('deleted', false)
    expect(await sweepOrders(manned(vendor.model), signal)).toMatchObject([
      { key, state: 'delivered' },
    ])
    const found = (await stage.floor.shelf.clips()).find(({ orderKey }) => orderKey === key)
    expect(found).toMatchObject({ production: 'deleted', slate: '1A-1', source: 'salvage' })
  })

  test('that died between paying for a clip and taking it in leave none of it behind', async () => {
    const { vendor, key } = await left('cut-off')
    const floor = manned(vendor.model)
    await followOrders(floor, [await orderOf(key)], signal)
    await stage.floor.productions.update('cut-off', { state: 'cancelled' })
    expect(await orderOf(key)).toMatchObject({ state: 'delivered' })
    expect(await stage.floor.productions.takes('cut-off')).not.toContainEqual(
      expect.objectContaining({ orderKey: key }),
    )
    expect(await sweepOrders(floor, signal)).toMatchObject([{ key }])
    expect(await stage.floor.productions.takes('cut-off')).toContainEqual(
      expect.objectContaining({
        orderKey: key,
        footage: expect.objectContaining({ kind: 'stored' }),
      }),
    )
    expect(await sweepOrders(floor, signal)).toEqual([])
  })

  test('are not asked about with other money, nor with the key of another account', async () => {
    const { vendor, key } = await left('elsewhere')
    const withMoney = { ...manned(vendor.model), catalogue: allModels }
    expect(await sweepOrders(withMoney, signal)).toEqual([])
    expect(await sweepOrders(manned({ ...vendor.model, account: 'key-2' }), signal)).toEqual([])
    expect(await stage.floor.ledger.order(key)).toMatchObject({ state: 'parked' })
  })

  test('are looked for in lists only where that is asked for', async () => {
    const { vendor, key } = await left('listed')
    expect(await sweepOrders(manned(vendor.model), signal, false)).toEqual([])
    expect(await sweepOrders(manned(vendor.model), signal, true)).toMatchObject([
      { key, state: 'delivered' },
    ])
  })
})
