import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Brief } from '../../src/domain/brief.ts'
import { zeroUsd } from '../../src/domain/money.ts'
import { memoryJournal } from '../../src/testing/in-memory-workflow.ts'
import { smallBrief } from '../support/briefs.ts'
import { runTo, type StoryStage, storyStage } from '../support/story-stage.ts'

const onAndOn = new AbortController().signal

describe('a gate of the brief', () => {
  let stage: StoryStage
  beforeAll(async () => {
    stage = await storyStage()
  })
  afterAll(() => stage.close())

  const gated = (id: string, gates: Brief['gates'], changes: Partial<Brief> = {}) =>
    stage.create(id, { gates, pilots: 2, seconds: 12, ...changes })
  const goOn = async (id: string) => (await stage.driver()).continue(id, null, onAndOn)
  const videos = async (id: string): Promise<number> =>
    (await stage.floor.ledger.orders(id)).filter(({ port }) => port === 'video').length
  const waiting = { state: 'waiting-for-approval' } as const

  test('holds the run where it says, with what is bought next, until a person lets it past; each once', async () => {
    await gated('all', ['plan', 'pilots', 'final'])
    expect(await runTo(await stage.driver(), 'all')).toMatchObject({
      ...{ ...waiting, stage: 'pilots' },
      reason: expect.stringMatching(
        /^Waits for your approval of the plan\. Bought next: the tests of 2 pilots \(scene \d\), at most \$\d\.\d{2,3}\.$/,
      ),
    })
    expect(await videos('all')).toBe(0)
    expect((await stage.events('all')).at(-1)).toMatchObject({
      event: 'production-waiting',
      body: waiting,
    })
    expect(await goOn('all')).toMatchObject({
      ...{ ...waiting, stage: 'shoot' },
      reason: expect.stringMatching(
        /approval of the pilots\. Bought next: \d shots? of pilot p\d on animatic\/\w+, about \$\d/,
      ),
    })
    const tested = await videos('all')
    expect(tested).toBeGreaterThan(0)
    expect(await goOn('all')).toMatchObject({
      ...{ ...waiting, stage: 'deliver' },
      reason: expect.stringMatching(
        /approval of the cuts: look at safe, .* in \/.*candidates\..*\(\$0\.00\)/,
      ),
    })
    expect(await goOn('all')).toMatchObject({ state: 'wrapped' })
    const driver = await stage.driver()
    const again = await driver.retake('all', [{ scene: 1 }], { prompt: null, tier: null }, onAndOn)
    expect(again).toMatchObject({ state: 'wrapped' })
  })

  test('is not passed by a resume, nor by a death on the way to it', async () => {
    await gated('crash', ['plan'])
    const journal = memoryJournal()
    const dying = await stage.driver({
      engine: { journal, crashAt: ({ step, when }) => step === 'bond' && when === 'recorded' },
    })
    await runTo(dying, 'crash').catch(() => undefined)
    expect(await runTo(await stage.driver({ engine: { journal } }), 'crash')).toMatchObject(waiting)
    const row = await stage.floor.productions.get('crash')
    expect(await runTo(await stage.driver(), 'crash')).toEqual(row)
    expect(await videos('crash')).toBe(0)
  })

  test('that was answered when the run was made does not hold it', async () => {
    const brief = smallBrief({ pilots: 1, gates: ['plan', 'final'] })
    const driver = await stage.driver()
    await driver.create({
      ...{ id: 'yes', brief, outputDir: `${stage.folder}/films/yes`, until: null },
      approved: brief.gates,
    })
    expect(await driver.run('yes', onAndOn)).toMatchObject({ state: 'wrapped' })
  })

  test('leaves the stage to stop after as it was', async () => {
    await gated('until', ['plan'])
    await stage.floor.productions.update('until', { until: 'pilots' })
    expect(await runTo(await stage.driver(), 'until')).toMatchObject(waiting)
    expect(await goOn('until')).toMatchObject({ state: 'stopped', stage: 'shoot' })
  })

  test('can be answered by cancelling: nothing is bought, nothing stays held', async () => {
    await gated('no', ['plan'])
    await runTo(await stage.driver(), 'no')
    await (await stage.driver()).cancel('no')
    expect(await stage.floor.productions.get('no')).toMatchObject({ state: 'cancelled' })
    const { settled, held, bond } = await stage.floor.ledger.totals('no')
    expect([settled, held, bond]).toEqual([zeroUsd, zeroUsd, zeroUsd])
    await expect(goOn('no')).rejects.toMatchObject({ code: 'run-cancelled' })
  })
})
