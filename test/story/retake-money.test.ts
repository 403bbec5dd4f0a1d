import { afterAll, beforeAll, expect, test } from 'vitest'
import { parseUsd, sumUsd, type Usd } from '../../src/domain/money.ts'
import { runTo, type StoryStage, storyStage } from '../support/story-stage.ts'

const asIs = { prompt: null, tier: null } as const
const onAndOn = new AbortController().signal

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
  (await stage.driver()).retake(id, [{ scene: 1 }], asIs, new AbortController().signal)

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

test('a retake that only a cheaper look could pay is refused, names it, and is bought when it is asked for', async () => {
  await stage.create('short', { seconds: 10, budget: parseUsd(20), takes: 1, tier: 'animated' })
  expect(await runTo(await stage.driver(), 'short')).toMatchObject({ state: 'wrapped' })
  const { floor } = stage
  const spent = (await floor.ledger.spend('2000-01-01T00:00:00.000Z')).map(({ settled }) => settled)
  await floor.ledger.setCap('day', 'simulated', sumUsd(...spent, parseUsd('0.40')))
  const before = await floor.productions.takes('short')
  await expect(retakeSceneOne('short')).rejects.toMatchObject({
    code: 'cap-reached',
    message: expect.stringMatching(
      /^A retake of .* on animatic\/painted needs \$\d+\.\d{2,3}(?:, and \$\d+\.\d{2,3} set aside until a take is chosen)?; \$0\.40 is free\. Nothing was changed or spent\. .*--tier .*, or raise this day's cap: `.* config set dayCapUsd \d+\.\d\d`, or wait for tomorrow, 00:00 UTC\.$/,
    ),
  })
  expect(await floor.productions.takes('short')).toEqual(before)
  const wish = { prompt: null, tier: 'static-images' } as const
  const driver = await stage.driver()
  expect(await driver.retake('short', [{ scene: 1 }], wish, onAndOn)).toMatchObject({
    state: 'wrapped',
  })
  const again = (await floor.productions.takes('short')).slice(before.length)
  expect(new Set(again.map(({ model }) => model))).toEqual(new Set(['animatic/sketch']))
  await floor.ledger.setCap('day', 'simulated', null)
})

test('a retake that is too dear names the cap that binds, and the least amount that pays for it', async () => {
  await filmed('bound', parseUsd(20))
  const { floor } = stage
  const { ledger } = floor
  const spent = (await ledger.spend('2000-01-01T00:00:00.000Z')).map(({ settled }) => settled)
  const refusal = async (): Promise<string> =>
    retakeSceneOne('bound').then(
      () => '',
      (error: unknown) => (error as Error).message,
    )
  await ledger.setCap('month', 'simulated', sumUsd(...spent))
  const told = await refusal()
  expect(told).toMatch(
    /aise this month's cap: `.*monthCapUsd \d+\.\d\d`, or wait for the first day of the next month, 00:00 UTC\./,
  )
  expect(told).not.toMatch(/dayCapUsd|fewer shots/)
  const [, cap = ''] = /monthCapUsd (\d+\.\d\d)/.exec(told) ?? []
  await ledger.setCap('month', 'simulated', parseUsd(cap))
  expect(await retakeSceneOne('bound')).toMatchObject({ state: 'wrapped' })
  await ledger.setCap('month', 'simulated', null)
})
