import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { JobStatus } from '../../src/ports/paid-model.ts'
import type { VideoModel } from '../../src/ports/video-model.ts'
import { runTo, type StoryStage, storyStage } from '../support/story-stage.ts'

const signal = new AbortController().signal

describe('an order of a run that is gone on with', () => {
  let stage: StoryStage
  beforeAll(async () => {
    stage = await storyStage()
  })
  afterAll(() => stage.close())

  const order = async (id: string) => stage.floor.ledger.order(`${id}/p1/video/1A/1`)

  test('with the key of another account is not sent again though that lists nothing: it waits, and the first key brings it home', async () => {
    const sent: string[] = []
    const first: VideoModel = {
      ...stage.models.video,
      account: 'key-1',
      start: async (asked, reference, aborting) => {
        sent.push(reference)
        return reference.endsWith('/1A/1')
          ? { kind: 'unknown', reason: 'the line went dead' }
          : stage.models.video.start(asked, reference, aborting)
      },
      find: async () => Promise.reject(new Error('the studio died')),
    }
    await stage.create('moved', { takes: 1, seconds: 10 })
    const dying = await stage.driver({ models: { video: first } })
    await expect(runTo(dying, 'moved')).rejects.toThrow('the studio died')
    expect(await order('moved')).toMatchObject({ state: 'unknown', account: 'key-1' })

    // The vendor's whole list, as another account has it, is empty.
    const empty = async () => ({ jobs: [], complete: true })
    const other = await stage.driver({
      models: { video: { ...first, account: 'key-2', find: empty } },
    })
    expect(await runTo(other, 'moved')).toMatchObject({ state: 'waiting-for-order' })
    expect(await order('moved')).toMatchObject({ state: 'parked', submissions: 1 })

    const shown = { ...first, find: async () => ({ jobs: [{ id: 'j' }], complete: true }) }
    const made: VideoModel['check'] = async (_job, aborting) => doneBy(stage, 'moved', aborting)
    const back = await stage.driver({ models: { video: { ...shown, check: made } } })
    expect(await runTo(back, 'moved')).toMatchObject({ state: 'wrapped' })
    expect(sent.filter((reference) => reference.endsWith('/1A/1'))).toHaveLength(1)
  })

  test('whose job its vendor did not know for a moment is asked about again, without a list and without being sent again', async () => {
    let isKnown = false
    const sent: string[] = []
    const { find: _, ...unlisted } = stage.models.video
    const vendor: VideoModel = {
      ...unlisted,
      account: 'key-1',
      start: async (asked, reference, aborting) => {
        sent.push(reference)
        return reference.endsWith('/1A/1')
          ? { kind: 'accepted', job: { id: 'unlisted' } }
          : stage.models.video.start(asked, reference, aborting)
      },
      check: async (_job, aborting) =>
        isKnown ? doneBy(stage, 'unlisted', aborting) : { state: 'gone' },
    }
    await stage.create('unlisted', { takes: 1, seconds: 10 })
    const driver = await stage.driver({ models: { video: vendor } })
    const waiting = await runTo(driver, 'unlisted')
    expect(waiting).toMatchObject({ state: 'waiting-for-order' })
    expect(waiting.reason).toContain('orders reconcile unlisted')
    const open = async () =>
      (await stage.floor.ledger.openOrders()).filter(({ production }) => production === 'unlisted')
    expect(await driver.orders.reconcile(await open(), signal)).toMatchObject([
      { before: 'parked', order: { state: 'parked' } },
    ])
    isKnown = true
    expect(await driver.orders.reconcile(await open(), signal)).toMatchObject([
      { before: 'parked', order: { state: 'delivered' } },
    ])
    expect(await runTo(driver, 'unlisted')).toMatchObject({ state: 'wrapped' })
    expect(sent.filter((reference) => reference.endsWith('/1A/1'))).toHaveLength(1)
  })

  test('whose job another account does not know says so, and comes home with the first key', async () => {
    const accepting = (id: string, account: string, check: VideoModel['check']): VideoModel => ({
      ...stage.models.video,
      ...{ account, check },
      start: async (asked, reference, aborting) =>
        reference === `${id}/p1/video/1A/1`
          ? { kind: 'accepted', job: { id: `job of ${id}` } }
          : stage.models.video.start(asked, reference, aborting),
    })
    await stage.create('foreign', { takes: 1, seconds: 10 })
    const gone: VideoModel['check'] = async () => ({ state: 'gone' })
    let isFirst = true
    const dying = accepting('foreign', 'key-1', async () => {
      if (isFirst) throw new Error('the studio died')
      return { state: 'running' }
    })
    await expect(
      runTo(await stage.driver({ models: { video: dying } }), 'foreign'),
    ).rejects.toThrow('the studio died')
    isFirst = false
    const other = await stage.driver({ models: { video: accepting('foreign', 'key-2', gone) } })
    const { reason } = await runTo(other, 'foreign')
    expect(reason).toContain('with another key')
    expect(reason).not.toContain('resume the run')
    const own = await stage.driver({
      models: {
        video: accepting('foreign', 'key-1', (_job, aborting) =>
          doneBy(stage, 'foreign', aborting),
        ),
      },
    })
    expect(await runTo(own, 'foreign')).toMatchObject({ state: 'wrapped' })
  })
})

const doneBy = async (stage: StoryStage, id: string, signal: AbortSignal): Promise<JobStatus> => {
  const [asked] = stage.shots.values()
  if (!asked) throw new Error('nothing was asked for')
  const made = await stage.models.video.start(asked, `${id}/late`, signal)
  if (made.kind !== 'delivered') throw new Error('the maker did not deliver')
  return { state: 'done', outputs: [made.output] }
}
