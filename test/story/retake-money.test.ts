import { afterAll, beforeAll, expect, test } from 'vitest'
import { parseUsd, type Usd } from '../../src/domain/money.ts'
import { runTo, type StoryStage, storyStage } from '../support/story-stage.ts'

let stage: StoryStage
beforeAll(async () => {
  stage = await storyStage()
})
afterAll(() => stage.close())

const filmed = async (id: string, budget: Usd): Promise<void> => {
  await stage.create(id, { seconds: 10, budget, takes: 2 })
  expect(await runTo(await stage.driver(), id)).toMatchObject({ state: 'wrapped' })
}

const retakeSceneOne = async (id: string) =>
  (await stage.driver()).retake(id, { scene: 1 }, null, new AbortController().signal)

test('a retake is what the film shows, not an older take of the same shot', async () => {
  await filmed('again', parseUsd(20))
  const before = await stage.floor.productions.takes('again')
  expect(before.filter(({ shot }) => shot === '1A').length).toBeGreaterThan(1)
  await retakeSceneOne('again')
  const takes = await stage.floor.productions.takes('again')
  const circled = takes.filter(({ state, shot }) => state === 'circled' && shot === '1A')
  expect(circled.map(({ slate }) => before.some((take) => take.slate === slate))).toEqual([false])
})

test('a retake that cannot be paid changes nothing', async () => {
  await filmed('poor', parseUsd(20))
  const { floor } = stage
  const { settled } = await floor.ledger.totals('poor')
  await floor.ledger.setCap('day', 'simulated', settled)
  const before = await floor.productions.takes('poor')
  await expect(retakeSceneOne('poor')).rejects.toMatchObject({
    code: 'cap-reached',
    message: expect.stringContaining('Nothing was changed'),
  })
  expect(await floor.productions.takes('poor')).toEqual(before)
  await floor.ledger.setCap('day', 'simulated', null)
})
