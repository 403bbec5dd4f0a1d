import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseUsd, sumUsd, zeroUsd } from '../../src/domain/money.ts'
import type { Order } from '../../src/domain/order.ts'
import { continuityChains, type Script } from '../../src/domain/script.ts'
import type { SlateId } from '../../src/domain/slate.ts'
import type { ProductionDriver } from '../../src/production/production-driver.ts'
import { type ForgetfulVendor, forgetfulVendor } from '../support/forgetful-vendor.ts'
import { runTo, type StoryStage, storyStage } from '../support/story-stage.ts'

describe('an order that nobody can tell of', () => {
  let stage: StoryStage
  beforeAll(async () => {
    stage = await storyStage()
  })
  afterAll(() => stage.close())

  const signal = new AbortController().signal
  const asIs = { prompt: null, tier: null }
  const takesOf = async (id: string) => stage.floor.productions.takes(id)
  const takeOf = async (id: string, slate: string) =>
    (await takesOf(id)).find((take) => take.slate === slate)
  const order = async (key: string): Promise<Order> => {
    const found = await stage.floor.ledger.order(key)
    if (!found) throw new Error(`no order ${key}`)
    return found
  }
  /** A run of several shots in one chain whose vendor lost its answer to some of them. */
  const waiting = async (
    id: string,
    lost: readonly string[],
    brief: Parameters<StoryStage['create']>[1] = {},
  ): Promise<{ readonly vendor: ForgetfulVendor; readonly driver: ProductionDriver }> => {
    const vendor = forgetfulVendor(stage.models.video)
    for (const end of lost) vendor.lost.add(end)
    await stage.create(id, { seconds: 20, takes: 1, ...brief })
    const driver = await stage.driver({ models: { video: vendor.model } })
    return { vendor, driver }
  }
  const shotIds = async (id: string): Promise<readonly string[]> => [
    ...new Set((await takesOf(id)).map(({ shot }) => shot)),
  ]

  test('stops its own shot alone: everything else is shot, then the run waits, and says what can be done', async () => {
    const { vendor, driver } = await waiting('alone', ['1A/1'])
    const run = await runTo(driver, 'alone')
    expect(run).toMatchObject({ state: 'waiting-for-order', stage: 'shoot' })
    const key = 'alone/p1/video/1A/1'
    expect(run.reason).toContain(`order ${key}`)
    expect(run.reason).toContain('the line went dead')
    expect(run.reason).toContain(`orders show ${key}`)
    expect(run.reason).toContain(`orders resolve ${key} --adopt JOB`)
    expect(run.reason).toContain('runs continue alone --without 1A')
    expect(vendor.sent.filter((sent) => sent.includes('/1A/'))).toEqual([key])
    expect((await shotIds('alone')).length).toBeGreaterThan(1)
    expect(await shotIds('alone')).not.toContain('1A')
    expect(await order(key)).toMatchObject({ state: 'parked', held: (await order(key)).quoted })
    expect((await stage.events('alone')).map(({ event }) => event)).toContain('take-parked')
  })

  test('in the middle of a chain lets the next shot start from the last one that has footage', async () => {
    await stage.create('whole', { seconds: 30, takes: 1 })
    await runTo(await stage.driver(), 'whole')
    const script = (await stage.floor.productions.document(
      'whole',
      'script',
      'p1',
    )) as unknown as Script
    const chains = continuityChains(script).map(({ scenes }) =>
      scenes.flatMap((number) => script.scenes.find((one) => one.number === number)?.shots ?? []),
    )
    const [first, middle, next] = chains.find((shots) => shots.length > 2) ?? []
    expect(next).toBeDefined()
    const { driver } = await waiting('middle', [`${middle?.id}/1`], { seconds: 30 })
    expect((await runTo(driver, 'middle')).reason).toContain(`--without ${middle?.id}`)
    expect(await takeOf('middle', `${next?.id}-1`)).toMatchObject({
      continuesFrom: `${first?.id}-1`,
    })
  })

  test('is not sent again by going on, and is waited for again', async () => {
    const { vendor, driver } = await waiting('again', ['1A/1'])
    await runTo(driver, 'again')
    const { length } = vendor.sent
    expect(await runTo(driver, 'again')).toMatchObject({ state: 'waiting-for-order', attempt: 2 })
    expect(vendor.sent).toHaveLength(length)
  })

  test('is taken over at the next start when its vendor lists it by then', async () => {
    const { vendor, driver } = await waiting('listed', ['1A/1'])
    await runTo(driver, 'listed')
    vendor.listed.set('listed/p1/video/1A/1', { id: 'j1' })
    vendor.jobs.set('j1', 'done')
    expect(await runTo(driver, 'listed')).toMatchObject({ state: 'wrapped' })
    expect(await takeOf('listed', '1A-1')).toMatchObject({ state: 'circled' })
    expect(vendor.sent.filter((sent) => sent.includes('/1A/'))).toHaveLength(1)
  })

  test('leaves its shot done where another take of it is good', async () => {
    const { vendor, driver } = await waiting('other', ['1A/2'], { takes: 2, seconds: 10 })
    expect(await runTo(driver, 'other')).toMatchObject({ state: 'wrapped' })
    expect(await order('other/p1/video/1A/2')).toMatchObject({ state: 'parked' })
    expect(vendor.sent.filter((sent) => sent.includes('/1A/'))).toHaveLength(2)
    expect(await takeOf('other', '1A-1')).toMatchObject({ state: 'circled' })
  })

  test('adopted after the wrap is a take that no cut shows, until it is circled', async () => {
    const { vendor, driver } = await waiting('late', ['1A/2'], { takes: 2, seconds: 10 })
    await runTo(driver, 'late')
    vendor.jobs.set('j7', 'done')
    const decided = await driver.orders.adopt('late/p1/video/1A/2', 'j7', signal)
    expect(decided).toMatchObject({ shelved: ['p1/1A-2'], order: { state: 'delivered' } })
    expect(await takeOf('late', '1A-2')).toMatchObject({
      state: 'dailies',
      note: expect.stringContaining('came in after'),
      footage: { kind: 'stored' },
    })
    expect(await stage.floor.productions.get('late')).toMatchObject({ state: 'wrapped' })
    const takes = await takesOf('late')
    for (const take of takes.filter(({ shot }) => shot === '1A')) {
      const isLate = take.slate === '1A-2'
      const state = isLate ? 'circled' : 'dailies'
      const decision = { state, decidedBy: 'person', note: '' } as const
      await stage.floor.productions.setTakeState('late', take, decision)
    }
    expect(await driver.recut('late', signal)).toMatchObject({ state: 'wrapped' })
    const cut = await stage.floor.productions.document('late', 'cut', 'safe')
    expect(JSON.stringify(cut)).toContain('"slate":"1A-2"')
  })

  test('adopted after the wrap is made a take of by one who directs the run: no retake meets it', async () => {
    const { vendor, driver } = await waiting('guarded', ['1A/2'], { takes: 2, seconds: 10 })
    await runTo(driver, 'guarded')
    vendor.jobs.set('j8', 'done')
    const { productions, media } = stage.floor
    const directed: boolean[] = []
    const conformTake: typeof media.conformTake = async (...work) => {
      directed.push((await productions.directed(['guarded'])).has('guarded'))
      return media.conformTake(...work)
    }
    const changes = { models: { video: vendor.model }, media: { conformTake } }
    const { orders } = await stage.driver(changes)
    const decided = await orders.adopt('guarded/p1/video/1A/2', 'j8', signal)
    expect([decided.shelved, directed]).toEqual([['p1/1A-2'], [true]])
  })

  test('adopted after the wrap is left to who works on the run, and a take when that has wrapped it', async () => {
    const { vendor, driver } = await waiting('busy', ['1A/2'], { takes: 2, seconds: 10 })
    await runTo(driver, 'busy')
    vendor.jobs.set('j9', 'done')
    await stage.floor.productions.asDirector('busy', async () => {
      const decided = await driver.orders.adopt('busy/p1/video/1A/2', 'j9', signal)
      expect(decided).toMatchObject({ shelved: [], order: { state: 'delivered' } })
      expect(await takeOf('busy', '1A-2')).toBeUndefined()
    })
    expect(await driver.recut('busy', signal)).toMatchObject({ state: 'wrapped' })
    expect(await takeOf('busy', '1A-2')).toMatchObject({
      ...{ state: 'dailies', note: expect.stringContaining('came in after') },
      footage: { kind: 'stored' },
    })
  })

  test('does not stand in the way of a retake of a shot that has another take', async () => {
    const { driver } = await waiting('anew', ['1A/2'], { takes: 2, seconds: 10 })
    await runTo(driver, 'anew')
    const target = { slate: '1A-1' as SlateId }
    expect(await driver.retake('anew', [target], asIs, signal)).toMatchObject({ state: 'wrapped' })
    expect(await takeOf('anew', '1A-3')).toMatchObject({ state: 'circled' })
  })

  test('is not taken again beside itself', async () => {
    const { driver } = await waiting('beside', ['1A/1'])
    await runTo(driver, 'beside')
    await expect(driver.retake('beside', [{ scene: 1 }], asIs, signal)).rejects.toThrow(
      /would pay for the shot twice: order beside\/p1\/video\/1A\/1/,
    )
  })

  test('adopted by hand goes on with the film; a job that nobody knows is refused', async () => {
    const { vendor, driver } = await waiting('adopted', ['1A/1'])
    await runTo(driver, 'adopted')
    const key = 'adopted/p1/video/1A/1'
    await expect(driver.orders.adopt(key, 'nobody', signal)).rejects.toMatchObject({
      code: 'bad-input',
      message: expect.stringContaining('knows no job nobody'),
    })
    await expect(driver.orders.adopt(key, 'no\u0000body', signal)).rejects.toMatchObject({
      code: 'bad-input',
      message: expect.stringContaining('is no job'),
    })
    expect(await order(key)).toMatchObject({ state: 'parked' })
    vendor.jobs.set('j2', 'running')
    expect(await driver.orders.adopt(key, 'j2', signal)).toMatchObject({
      ...{ order: { state: 'accepted', reason: '' }, shelved: [] },
      note: expect.stringContaining('is making it'),
    })
    await driver.orders.requireOpen(key, 'write-off')
    await expect(driver.orders.requireOpen(key, 'resubmit')).rejects.toMatchObject({
      message: expect.stringMatching(/is accepted \(job j2 at .*orders reconcile adopted/),
    })
    vendor.jobs.set('j2', 'done')
    expect(await runTo(driver, 'adopted')).toMatchObject({ state: 'wrapped' })
    await expect(driver.orders.requireOpen(key, 'write-off')).rejects.toMatchObject({
      message: expect.stringContaining('is delivered (job j2'),
    })
    expect(await takeOf('adopted', '1A-1')).toMatchObject({ state: 'circled' })
  })

  test('adopted by its id alone follows the whole job, as the vendor’s adapter has it', async () => {
    const { vendor } = await waiting('whole-job', ['1A/1'])
    const video = { ...vendor.model, jobWithId: (id: string) => ({ id, api: 'legacy' }) }
    const driver = await stage.driver({ models: { video } })
    await runTo(driver, 'whole-job')
    const key = 'whole-job/p1/video/1A/1'
    vendor.jobs.set('j5', 'running')
    for (const written of ['j5', '{"id":"j5"}']) {
      const { ledger } = stage.floor
      await driver.orders.adopt(key, written, signal)
      expect((await order(key)).job).toEqual({ id: 'j5', api: 'legacy' })
      await ledger.advance(key, { kind: 'cannot-tell', seenIn: 'accepted', reason: 'it is gone' })
    }
    await expect(driver.orders.adopt(key, '{"api":"legacy"}', signal)).rejects.toMatchObject({
      ...{ code: 'bad-input', message: expect.stringContaining('is no job') },
    })
    vendor.jobs.set('j5', 'done')
    expect(await runTo(driver, 'whole-job')).toMatchObject({ state: 'wrapped' })
  })

  test('sent again by hand holds its money twice and goes on with the film', async () => {
    const { vendor, driver } = await waiting('resent', ['1A/1'])
    await runTo(driver, 'resent')
    const key = 'resent/p1/video/1A/1'
    vendor.lost.clear()
    const { quoted } = await order(key)
    const { order: held } = await driver.orders.resubmit(key)
    expect(held).toMatchObject({ state: 'held', held: 2 * quoted })
    expect(await runTo(driver, 'resent')).toMatchObject({ state: 'wrapped' })
    expect(await order(key)).toMatchObject({ state: 'delivered', submissions: 2, assumed: quoted })
  })

  test('is not sent again while a bill is over its hold, and the order of that bill is named', async () => {
    const { driver } = await waiting('dear', ['1A/1'])
    await runTo(driver, 'dear')
    const { ledger } = stage.floor
    const parked = await order('dear/p1/video/1A/1')
    const key = 'dear/p1/video/9A/1'
    const { production, port, model, requestHash, request, funds, quoted } = parked
    const chain = null
    await ledger.draft({
      ...{ key, production, port, model, requestHash },
      request,
      funds,
      quoted,
      chain,
    })
    expect(await ledger.hold(key, 9, false)).toMatchObject({ kind: 'granted' })
    await ledger.begin(key, null)
    const billed = sumUsd(quoted, parseUsd('1.25'))
    await ledger.advance(key, { kind: 'delivered', submission: 1, job: null }, { billed })
    await expect(driver.orders.resubmit(parked.key)).rejects.toMatchObject({
      code: 'overrun',
      message: expect.stringMatching(
        new RegExp(
          `order ${key} to ${model} was quoted at .* billed .*, \\$1\\.25 over.*budget dear --raise-to`,
        ),
      ),
    })
    expect(await order(parked.key)).toMatchObject({ state: 'parked', held: quoted })
  })

  test('written off counts as billed, or as the account shows, and its shot is shot anew', async () => {
    for (const [id, billed] of [
      ['lost', null],
      ['free', zeroUsd],
      ['cheap', parseUsd('0.01')],
    ] as const) {
      const { driver } = await waiting(id, ['1A/1'])
      await runTo(driver, id)
      const key = `${id}/p1/video/1A/1`
      const { quoted } = await order(key)
      const decided = await driver.orders.writeOff(key, billed)
      expect(decided.order).toMatchObject({
        ...{ state: 'written-off', held: zeroUsd },
        ...{ billed: billed ?? quoted, assumed: billed === null ? quoted : zeroUsd },
      })
      expect(await runTo(driver, id)).toMatchObject({ state: 'wrapped' })
      expect(await takeOf(id, '1A-1')).toMatchObject({ footage: { kind: 'missing' } })
      expect(await takeOf(id, '1A-2')).toMatchObject({ state: 'circled' })
    }
  })

  test('is asked about with all others of all runs, and what its vendor lists is taken over', async () => {
    const { vendor, driver } = await waiting('asked', ['1A/1'])
    await runTo(driver, 'asked')
    vendor.listed.set('asked/p1/video/1A/1', { id: 'j3' })
    vendor.jobs.set('j3', 'done')
    const open = (await stage.floor.ledger.openOrders()).filter(
      ({ production }) => production === 'asked',
    )
    const followed = await driver.orders.reconcile(open, signal)
    expect(followed).toMatchObject([{ before: 'parked', order: { state: 'delivered' } }])
    expect(await runTo(driver, 'asked')).toMatchObject({ state: 'wrapped' })
  })

  test('that was decided while the others were shot is taken up by the stage itself', async () => {
    const vendor = forgetfulVendor(stage.models.video)
    vendor.lost.add('1A/1')
    await stage.create('meanwhile', { seconds: 20, takes: 1 })
    const key = 'meanwhile/p1/video/1A/1'
    const deciding = await stage.driver({ models: { video: vendor.model } })
    const start: typeof vendor.model.start = async (asked, reference, aborting) => {
      if (reference !== key && (await stage.floor.ledger.order(key))?.state === 'parked') {
        vendor.jobs.set('j4', 'done')
        await deciding.orders.adopt(key, 'j4', signal)
      }
      return vendor.model.start(asked, reference, aborting)
    }
    const driver = await stage.driver({ models: { video: { ...vendor.model, start } } })
    expect(await runTo(driver, 'meanwhile')).toMatchObject({ state: 'wrapped', attempt: 1 })
    expect(await takeOf('meanwhile', '1A-1')).toMatchObject({ state: 'circled' })
  })

  test('of a test is waited for by a pilot that has no other, and given up the others are compared', async () => {
    const { driver } = await waiting('tests', ['p2/video'], { pilots: 2 })
    const run = await runTo(driver, 'tests')
    expect(run).toMatchObject({ state: 'waiting-for-order', stage: 'pilots' })
    expect(run.reason).toMatch(/orders? tests\/p2\/video\//)
    expect(run.reason).not.toContain('--without')
    for (const { key, state } of await stage.floor.ledger.orders('tests')) {
      if (state === 'parked') await driver.orders.writeOff(key, zeroUsd)
    }
    const again = await runTo(driver, 'tests')
    expect(again).toMatchObject({ state: 'waiting-for-order', stage: 'pilots' })
  })

  test('of a test is not waited for by a pilot that has another', async () => {
    const { driver } = await waiting('tested', ['p2/video/1A/1'], { pilots: 2, takes: 2 })
    expect((await runTo(driver, 'tested')).stage).not.toBe('pilots')
  })
})
