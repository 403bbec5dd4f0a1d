import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Cut } from '../../src/domain/cut.ts'
import { type Script, scriptLength, shotsOf } from '../../src/domain/script.ts'
import type { ShotId } from '../../src/domain/slate.ts'
import type { Soundtrack } from '../../src/domain/soundtrack.ts'
import type { ProductionDriver } from '../../src/production/production-driver.ts'
import { collectReport } from '../../src/production/report.ts'
import { warningsOf } from '../../src/production/warnings.ts'
import { type ForgetfulVendor, forgetfulVendor } from '../support/forgetful-vendor.ts'
import { runTo, type StoryStage, storyStage } from '../support/story-stage.ts'

describe('a film without a shot that is waited for', () => {
  let stage: StoryStage
  beforeAll(async () => {
    stage = await storyStage()
  })
  afterAll(() => stage.close())

  const signal = new AbortController().signal
  const scriptOf = async (id: string): Promise<Script> =>
    (await stage.floor.productions.document(id, 'script', 'p1')) as unknown as Script
  const cutOf = async (id: string): Promise<Cut> =>
    (await stage.floor.productions.document(id, 'cut', 'balanced')) as unknown as Cut
  const cuesOf = async (id: string): Promise<Soundtrack['cues']> => {
    const made = await stage.floor.productions.document(id, 'soundtrack', 'current')
    return (made as unknown as Soundtrack).cues
  }
  const waiting = async (
    id: string,
    lost: readonly string[],
  ): Promise<{ readonly vendor: ForgetfulVendor; readonly driver: ProductionDriver }> => {
    const vendor = forgetfulVendor(stage.models.video)
    for (const part of lost) vendor.lost.add(part)
    await stage.create(id, { seconds: 30, takes: 1 })
    const driver = await stage.driver({ models: { video: vendor.model } })
    expect((await runTo(driver, id)).state).toBe('waiting-for-order')
    return { vendor, driver }
  }
  const reasonOf = async (id: string): Promise<string> =>
    (await stage.floor.productions.get(id))?.reason ?? ''
  const without = (driver: ProductionDriver, id: string, ...shots: readonly string[]) =>
    driver.continueWithout(id, shots as readonly ShotId[], null, signal)

  test('is offered only while something of it is left', async () => {
    const { driver } = await waiting('nearly', ['video'])
    expect(await reasonOf('nearly')).toContain('orders resolve')
    expect(await reasonOf('nearly')).not.toContain('--without')
    const [kept, next, ...others] = shotsOf(await scriptOf('nearly')).map(({ id }) => id)
    await without(driver, 'nearly', ...others)
    expect(await reasonOf('nearly')).not.toContain('--without')
    await without(driver, 'nearly', next ?? '')
    expect(await reasonOf('nearly')).toContain(`nearly/p1/video/${kept}/1`)
    expect(await reasonOf('nearly')).not.toContain('--without')
  })

  test('is cut around it, is said to be, and its order stays what it is', async () => {
    const { driver } = await waiting('around', ['2A/1'])
    expect(await without(driver, 'around', '2A')).toMatchObject({ state: 'wrapped' })
    const script = await scriptOf('around')
    const left = shotsOf(script).filter(({ id }) => id !== '2A')
    const cut = await cutOf('around')
    expect(new Set(cut.events.map(({ shot }) => shot))).toEqual(new Set(left.map(({ id }) => id)))
    const length = left.reduce((sum, shot) => sum + shot.length, 0)
    const last = cut.events.at(-1)?.record
    expect((last?.start ?? 0) + (last?.length ?? 0)).toBe(length)
    const order = await stage.floor.ledger.order('around/p1/video/2A/1')
    expect(order).toMatchObject({ state: 'parked', held: order?.quoted })
    const report = await collectReport(stage.floor, 'around')
    expect(report.omitted).toEqual(['2A'])
    expect(warningsOf(report)).toContainEqual(expect.stringContaining('2A is not in the film'))
    expect(warningsOf(report)).toContainEqual(
      expect.stringMatching(/around\/p1\/video\/2A\/1 still waits for you, with \$.* held/),
    )
    const told = await readFile(join(report.production.outputDir, 'report.json'), 'utf8')
    expect(told).toContain('around/p1/video/2A/1')
  })

  test('has neither a scene of which nothing is left nor what is said in it', async () => {
    const vendor = forgetfulVendor(stage.models.video)
    vendor.lost.add('2A/1')
    vendor.lost.add('2B/1')
    vendor.lost.add('2C/1')
    const { driver, vendor: lost } = await waiting('scene', [...vendor.lost])
    const script = await scriptOf('scene')
    const gone = script.scenes.find(({ number }) => number === 2)
    const shots = gone?.shots.map(({ id }) => id) ?? []
    expect(await without(driver, 'scene', ...shots)).toMatchObject({ state: 'wrapped' })
    const cues = await cuesOf('scene')
    expect(cues.length).toBeGreaterThan(0)
    expect(cues.every(({ scene }) => scene !== 2)).toBe(true)
    const notes = (await stage.events('scene')).map(({ body }) => String(body['text'] ?? ''))
    expect(notes.some((text) => text.includes('Nothing is left of scene 2'))).toBe(true)
    lost.jobs.set('j8', 'done')
    await driver.orders.adopt(`scene/p1/video/${shots[0]}/1`, 'j8', signal)
    const takes = await stage.floor.productions.takes('scene')
    const take = takes.find(({ shot }) => shot === shots[0])
    if (!take) throw new Error('no late take')
    const circled = { state: 'circled', decidedBy: 'person', note: '' } as const
    await stage.floor.productions.setTakeState('scene', take, circled)
    expect(await driver.recut('scene', signal)).toMatchObject({ state: 'wrapped' })
    const said = gone?.narration ?? []
    const heard = (await cuesOf('scene')).filter(({ scene }) => scene === 2)
    expect(heard.length > 0).toBe(said.length > 0)
  })

  test('has it again when its clip came in late, and a person circles it', async () => {
    const { vendor, driver } = await waiting('back', ['2A/1'])
    await without(driver, 'back', '2A')
    vendor.jobs.set('j1', 'done')
    const { shelved } = await driver.orders.adopt('back/p1/video/2A/1', 'j1', signal)
    expect(shelved).toEqual(['p1/2A-1'])
    expect(await driver.recut('back', signal)).toMatchObject({ state: 'wrapped' })
    expect((await cutOf('back')).events.some(({ shot }) => shot === '2A')).toBe(false)
    const take = (await stage.floor.productions.takes('back')).find(({ shot }) => shot === '2A')
    if (!take) throw new Error('no late take')
    const circled = { state: 'circled', decidedBy: 'person', note: '' } as const
    await stage.floor.productions.setTakeState('back', take, circled)
    expect(await driver.recut('back', signal)).toMatchObject({ state: 'wrapped' })
    const cut = await cutOf('back')
    expect(cut.events.some(({ shot }) => shot === '2A')).toBe(true)
    const last = cut.events.at(-1)?.record
    expect((last?.start ?? 0) + (last?.length ?? 0)).toBe(scriptLength(await scriptOf('back')))
  })

  test('has the clip as a take once its job is adopted, though the vendor is still at work on it', async () => {
    const { vendor, driver } = await waiting('slow', ['2A/1'])
    await without(driver, 'slow', '2A')
    vendor.jobs.set('j2', 'running')
    const told: number[] = []
    const check: typeof vendor.model.check = async (job, asked) => {
      told.push(told.length)
      if (told.length === 4) vendor.jobs.set('j2', 'done')
      const status = await vendor.model.check(job, asked)
      return status.state === 'running' ? { ...status, progress: told.length / 10 } : status
    }
    const slow = await stage.driver({ models: { video: { ...vendor.model, check } } })
    const progress: number[] = []
    const looked: number[] = []
    const decided = await slow.orders.adopt('slow/p1/video/2A/1', 'j2', signal, {
      onAdopted: () => looked.push(told.length),
      onProgress: (fraction) => progress.push(fraction),
    })
    expect(decided).toMatchObject({
      order: { state: 'delivered' },
      shelved: ['p1/2A-1'],
      note: null,
    })
    expect(progress).toEqual([0.2, 0.3])
    expect(looked).toEqual([1])
  })

  test('has the clip by asking again where its job was not waited for', async () => {
    const { vendor, driver } = await waiting('later', ['2A/1'])
    await without(driver, 'later', '2A')
    vendor.jobs.set('j3', 'running')
    const hurried = await stage.driver({ models: { video: vendor.model }, timeoutMs: 3000 })
    const decided = await hurried.orders.adopt('later/p1/video/2A/1', 'j3', signal)
    expect(decided).toMatchObject({ order: { state: 'accepted' }, shelved: [] })
    expect(decided.note).toContain('is making it')
    vendor.jobs.set('j3', 'done')
    const followed = await driver.orders.reconcile([decided.order], signal)
    expect(followed).toMatchObject([{ before: 'accepted', order: { state: 'delivered' } }])
    const takes = await stage.floor.productions.takes('later')
    expect(takes.find(({ shot }) => shot === '2A')).toMatchObject({
      ...{ slate: '2A-1', state: 'dailies', footage: { kind: 'stored' } },
    })
  })

  test('is refused for shots that have footage, that there are not, or that are all there is', async () => {
    const { driver } = await waiting('refused', ['2A/1'])
    await expect(without(driver, 'refused', '1A')).rejects.toThrow(/1A .* has footage/)
    await expect(without(driver, 'refused', '99Z')).rejects.toThrow(/has no shot 99Z/)
    expect(await stage.floor.productions.get('refused')).toMatchObject({
      state: 'waiting-for-order',
    })
    await stage.create('bare', { seconds: 10, takes: 1 })
    const vendor = forgetfulVendor(stage.models.video)
    vendor.lost.add('bare/p1/video')
    const lost = { ...vendor.model, start: async () => ({ kind: 'unknown', reason: 'x' }) as const }
    const all = await stage.driver({ models: { video: lost } })
    await runTo(all, 'bare')
    const shots = shotsOf(await scriptOf('bare')).map(({ id }) => id)
    await expect(without(all, 'bare', ...shots)).rejects.toThrow(/nothing is left of the film/)
  })
})
