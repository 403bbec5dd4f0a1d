import { afterAll, beforeAll, expect, test } from 'vitest'
import { sumUsd } from '../../src/domain/money.ts'
import { runTo, type StoryStage, storyStage } from '../support/story-stage.ts'

let stage: StoryStage
beforeAll(async () => {
  stage = await storyStage()
})
afterAll(() => stage.close())

test('a take costs what its own submission was billed, not what is assumed for one that was lost', async () => {
  await stage.create('twice', { seconds: 5, takes: 1 })
  const { ledger } = stage.floor
  const order: typeof ledger.order = async (key) => {
    const found = await ledger.order(key)
    if (found?.port !== 'video' || found.state !== 'delivered') return found
    return { ...found, billed: sumUsd(found.billed, found.quoted), assumed: found.quoted }
  }
  const driver = await stage.driver({ ledger: { ...ledger, order } })
  expect(await runTo(driver, 'twice')).toMatchObject({ state: 'wrapped' })
  const orders = await ledger.orders('twice')
  for (const { orderKey, cost } of await stage.floor.productions.takes('twice')) {
    expect(cost).toBe(orders.find(({ key }) => key === orderKey)?.billed)
  }
})
