import { afterAll, beforeAll, expect, test } from 'vitest'
import { runTo, type StoryStage, storyStage } from '../support/story-stage.ts'

const asIs = { prompt: null, tier: null } as const

let stage: StoryStage
beforeAll(async () => {
  stage = await storyStage()
})
afterAll(() => stage.close())

const onAndOn = new AbortController().signal

/** A run that stopped as asked, or was paused as its last stage was to begin. */
const left = async (id: string, state: 'stopped' | 'paused'): Promise<void> => {
  await stage.create(id)
  await stage.floor.productions.update(id, { until: 'pilots' })
  await runTo(await stage.driver(), id)
  await stage.floor.productions.update(id, { state })
}

const rows = async (id: string) => ({
  run: await stage.floor.productions.get(id),
  takes: await stage.floor.productions.takes(id),
  orders: await stage.floor.ledger.orders(id),
  calls: await stage.floor.productions.documents(id, 'call-sheet'),
})

test.each([
  ['paused', 'run-paused'],
  ['stopped', 'bad-input'],
] as const)(
  'a run that is %s before its film is shot is neither taken again nor cut: nothing is changed or bought',
  async (state, code) => {
    await left(state, state)
    const before = await rows(state)
    const driver = await stage.driver()
    const refused = { code, message: expect.stringContaining('Nothing was changed or spent') }
    await expect(driver.retake(state, [{ scene: 1 }], asIs, onAndOn)).rejects.toMatchObject(refused)
    await expect(driver.recut(state, onAndOn)).rejects.toMatchObject(refused)
    await expect(driver.renderCandidate(state, 'safe', onAndOn)).rejects.toMatchObject(refused)
    expect(await rows(state)).toEqual(before)
  },
)

test('going on to a stage that is behind is refused, and to one ahead stops there', async () => {
  await left('until', 'stopped')
  const before = await rows('until')
  const driver = await stage.driver()
  await expect(driver.continue('until', 'plan', onAndOn)).rejects.toMatchObject({
    code: 'bad-input',
    message: expect.stringContaining('Still ahead: shoot, soundtrack, cut'),
  })
  expect(await rows('until')).toEqual(before)
  expect(await driver.continue('until', 'shoot', onAndOn)).toMatchObject({
    ...{ state: 'stopped', stage: 'soundtrack', reason: 'Stopped after shoot, as asked.' },
  })
})
