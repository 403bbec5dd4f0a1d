import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { VendorTrouble } from '../../src/domain/errors.ts'
import { parseUsd, zeroUsd } from '../../src/domain/money.ts'
import { shotsOf } from '../../src/domain/script.ts'
import type { ShotId, SlateId } from '../../src/domain/slate.ts'
import type { VideoModel } from '../../src/ports/video-model.ts'
import { nextPurchase } from '../../src/production/next-purchase.ts'
import { collectReport } from '../../src/production/report.ts'
import { runTo, type StoryStage, storyStage } from '../support/story-stage.ts'

describe('a shot that its vendor will not make', () => {
  let stage: StoryStage
  beforeAll(async () => {
    stage = await storyStage()
  })
  afterAll(() => stage.close())

  const signal = new AbortController().signal
  /** A vendor that has something against one shot as it was first asked for. */
  const picky = (trouble: VendorTrouble, shot: string, sent: string[]): VideoModel => {
    const refused = new Set<string>()
    return {
      ...stage.models.video,
      start: async (order, reference, aborting) => {
        sent.push(reference)
        const isMeant = reference.includes(`/${shot}/`)
        if (isMeant && (refused.size === 0 || refused.has(order.prompt))) {
          refused.add(order.prompt)
          const reason = 'It will not make this.'
          return trouble === 'content-refused'
            ? { kind: 'refused', reason, trouble }
            : { kind: 'not-accepted', retry: 'never', reason, trouble }
        }
        return stage.models.video.start(order, reference, aborting)
      },
    }
  }

  test.each(['content-refused', 'prompt-too-long', 'image-too-large', 'request-refused'] as const)(
    '%s: it is not asked again, the others are shot, and the run says what to do',
    async (trouble) => {
      const sent: string[] = []
      const video = picky(trouble, '1A', sent)
      await stage.create(trouble, { seconds: 20, takes: 1 })
      const driver = await stage.driver({ models: { video } })
      const run = await runTo(driver, trouble)
      expect(run).toMatchObject({ state: 'failed', stage: 'shoot' })
      expect(run.reason).toContain('Shot 1A has no footage')
      expect(run.reason).toContain('It will not make this')
      expect(run.reason).toContain(`retake ${trouble} 1A`)
      const ofShot = (): number => sent.filter((key) => key.includes('/1A/')).length
      expect(ofShot()).toBe(1)
      expect(sent.length).toBeGreaterThan(1)
      expect((await runTo(driver, trouble)).state).toBe('failed')
      expect(ofShot()).toBe(1)
    },
  )

  test('is not counted as bought next: going on orders nothing of it, and names the retake', async () => {
    const next = (id: string, without: readonly ShotId[] = []) =>
      nextPurchase(stage.floor, { id, stage: 'shoot' }, without)
    await stage.create('counted', { seconds: 20, takes: 1 })
    const driver = await stage.driver({ models: { video: picky('content-refused', '1A', []) } })
    expect(await runTo(driver, 'counted')).toMatchObject({ state: 'failed', stage: 'shoot' })
    const bought = await next('counted')
    expect(bought.buys).toBe('nothing')
    expect(bought.text).toContain('claude-studio retake counted 1A --prompt')
    expect(await next('counted', ['1A' as ShotId])).toMatchObject({ buys: 'crew' })
    const { takes, ...floor } = stage.floor.productions
    const others = async (id: string) => (await takes(id)).filter(({ shot }) => shot === '1A')
    const orders = async () =>
      (await stage.floor.ledger.orders('counted')).filter(({ key }) => key.includes('/1A/'))
    const sheet: typeof floor.documents = async (id, kind) =>
      kind === 'call-sheet'
        ? (await floor.documents(id, kind)).slice(0, 1)
        : floor.documents(id, kind)
    const early = {
      ...stage.floor,
      productions: { ...floor, takes: others, documents: sheet },
      ledger: { ...stage.floor.ledger, orders },
    }
    const mixed = await nextPurchase(early, { id: 'counted', stage: 'shoot' })
    expect(mixed.buys).toBe('footage')
    expect(mixed.text).toMatch(
      /^\d shots? of pilot p1 on .*, about \$.*; not 1A, which.*retake counted 1A/,
    )
  })

  test('says what the refusal cost, cannot be cut around where the film has no other, and is not resumed', async () => {
    const billed = parseUsd('0.04')
    const video: VideoModel = {
      ...stage.models.video,
      start: async (order, reference, aborting) =>
        reference.includes('/video/1A/')
          ? {
              ...{ kind: 'refused', reason: 'It will not make this.', trouble: 'content-refused' },
              bill: { units: { unit: 'second', quantity: 1 }, amount: billed },
            }
          : stage.models.video.start(order, reference, aborting),
    }
    await stage.create('alone', { seconds: 5, takes: 1 })
    const run = await runTo(await stage.driver({ models: { video } }), 'alone')
    expect(run).toMatchObject({ state: 'failed', stage: 'shoot' })
    const { script } = await collectReport(stage.floor, 'alone')
    expect(script && shotsOf(script)).toHaveLength(1)
    expect(run.reason).toContain('It was billed $0.04 all the same.')
    expect(run.reason).not.toMatch(/--without|\.\.|resume/)
  })

  test('for which no money was left is shot when the run is resumed, where there is money now', async () => {
    await stage.create('broke', { seconds: 20, takes: 1 })
    const { ledger } = stage.floor
    const hold: typeof ledger.hold = (key, ...more) =>
      key.includes('/video/1A/')
        ? Promise.resolve({
            kind: 'refused',
            scope: 'production',
            cap: zeroUsd,
            available: zeroUsd,
          })
        : ledger.hold(key, ...more)
    const run = await runTo(await stage.driver({ ledger: { ...ledger, hold } }), 'broke')
    expect(run).toMatchObject({ state: 'failed', stage: 'shoot' })
    expect(run.reason).toMatch(
      /^No circled take for 1A .*No money was left for it, and now there is: resume the run/,
    )
  })

  test('is made when it is asked for in other words', async () => {
    const video = picky('content-refused', '1A', [])
    await stage.create('reworded', { seconds: 20, takes: 1 })
    const driver = await stage.driver({ models: { video } })
    await runTo(driver, 'reworded')
    const target = { slate: '1A-1' as SlateId }
    const wish = { prompt: 'at night, close-up', tier: null }
    const run = await driver.retake('reworded', [target], wish, signal)
    expect(run).toMatchObject({ state: 'wrapped' })
    const takes = await stage.floor.productions.takes('reworded')
    expect(takes.find(({ slate }) => slate === '1A-2')).toMatchObject({ state: 'circled' })
  })

  test('is asked for again as it was when a person wants it', async () => {
    const sent: string[] = []
    await stage.create('insisted', { seconds: 20, takes: 1 })
    const refusing = await stage.driver({
      models: { video: picky('request-refused', '1A', sent) },
    })
    await runTo(refusing, 'insisted')
    const mended = await stage.driver()
    const target = { slate: '1A-1' as SlateId }
    const asIs = { prompt: null, tier: null }
    expect(await mended.retake('insisted', [target], asIs, signal)).toMatchObject({
      state: 'wrapped',
    })
  })

  test('that all pilots were to test ends the run, which says how to begin anew', async () => {
    const video: VideoModel = {
      ...stage.models.video,
      start: async () => ({ kind: 'refused', reason: 'No foxes.', trouble: 'content-refused' }),
    }
    await stage.create('none', { pilots: 2, seconds: 20 })
    const run = await runTo(await stage.driver({ models: { video } }), 'none')
    expect(run).toMatchObject({ state: 'failed', stage: 'pilots' })
    expect(run.reason).toContain('No pilot could shoot its tests')
    expect(run.reason).toContain('--from none')
  })
})
