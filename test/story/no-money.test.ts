import { afterAll, beforeAll, expect, test } from 'vitest'
import { parseUsd, sumUsd, type Usd, zeroUsd } from '../../src/domain/money.ts'
import type { VideoModel } from '../../src/ports/video-model.ts'
import { nextPurchase } from '../../src/production/next-purchase.ts'
import { roomOf } from '../../src/production/run-room.ts'
import type { TenantLedger } from '../../src/store/ledger-store.ts'
import { runTo, type StoryStage, storyStage } from '../support/story-stage.ts'

let stage: StoryStage
beforeAll(async () => {
  stage = await storyStage()
})
afterAll(() => stage.close())

/** A vendor that refuses the first take of each shot, and bills it all the same. */
const greedy = (bill: (quote: Usd) => Usd): VideoModel => ({
  ...stage.models.video,
  start: async (order, reference, aborting) => {
    if (!reference.endsWith('/1')) return stage.models.video.start(order, reference, aborting)
    const { quoted } = (await stage.floor.ledger.order(reference)) ?? { quoted: zeroUsd }
    const units = { unit: 'second', quantity: 1 } as const
    return { kind: 'refused', reason: 'It came out black.', bill: { units, amount: bill(quoted) } }
  },
})

const next = (id: string) => nextPurchase(stage.floor, { id, stage: 'shoot' })

const notOrdered = async (id: string): Promise<readonly string[]> =>
  (await stage.events(id))
    .map(({ body }) => String(body['text'] ?? ''))
    .filter((text) => text.includes('was not ordered'))

const shots = { seconds: 20, takes: 1, budget: parseUsd('0.30') } as const

test('a budget that does not reach names the raise that does, is told once a shot, and buys nothing before', async () => {
  await stage.create('short', shots)
  const video = greedy((quoted) => quoted)
  const driver = await stage.driver({ models: { video } })
  const run = await runTo(driver, 'short')
  expect(run).toMatchObject({ state: 'failed', stage: 'shoot' })
  expect(run.reason).toMatch(
    /No money is left for .*: going on needs \$\d\.\d+ at most, and \$\d\.\d+ can be held under the budget of \$0\.30\. Raise the budget: `npx --no-install claude-studio budget short --raise-to 0\.\d\d`, then resume the run\./,
  )
  const told = await notOrdered('short')
  const purchase = await next('short')
  expect(purchase).toMatchObject({ buys: 'nothing' })
  expect(purchase.noMoney).toContain('--raise-to')
  expect(await runTo(driver, 'short')).toMatchObject({ state: 'failed', stage: 'shoot' })
  expect(await notOrdered('short'), 'no other take where there is no money for it').toEqual(told)
  const [, raise = ''] = /--raise-to (\d\.\d\d)/.exec(run.reason) ?? []
  await (stage.floor.ledger as TenantLedger).raiseCap('short', parseUsd(raise))
  expect((await next('short')).text).toMatch(/^\d shots? of pilot p1 on animatic\/sketch, about/)
  expect(await runTo(driver, 'short')).toMatchObject({ state: 'wrapped' })
})

test('a cap of the day that binds is the one that is named, with when it opens again', async () => {
  await stage.create('capped', { ...shots, budget: parseUsd(5) })
  const driver = await stage.driver()
  await stage.floor.productions.update('capped', { until: 'pilots' })
  expect((await runTo(driver, 'capped')).state).toBe('stopped')
  const { ledger, productions } = stage.floor
  const spent = (await ledger.spend('2000-01-01T00:00:00.000Z')).flatMap(({ settled, held }) => [
    ...[settled, held],
  ])
  await ledger.setCap('day', 'simulated', sumUsd(...spent, parseUsd('0.01')))
  await productions.update('capped', { until: null })
  const { left, totals } = await roomOf(ledger, 'capped')
  expect(left, 'the bond is not what the cap lets it hold').toBeLessThan(totals.bond)
  const run = await runTo(driver, 'capped')
  expect(run).toMatchObject({ state: 'failed', stage: 'shoot' })
  expect(run.reason).toMatch(
    /can be held under this day's cap of \$\d+\.\d+\. Raise this day's cap: `npx --no-install claude-studio config set dayCapUsd \d+\.\d\d`, or wait for tomorrow, 00:00 UTC, then resume the run\./,
  )
  expect(await next('capped')).toMatchObject({ buys: 'nothing' })
  const [, cap = ''] = /dayCapUsd (\d+\.\d\d)/.exec(run.reason) ?? []
  await ledger.setCap('day', 'simulated', parseUsd(cap))
  expect(await runTo(driver, 'capped')).toMatchObject({ state: 'wrapped' })
  await ledger.setCap('day', 'simulated', null)
})

test('a bill over its hold counts as what stops a run, whatever its budget', async () => {
  await stage.create('over', { ...shots, budget: parseUsd(2) })
  const driver = await stage.driver({ models: { video: greedy(() => parseUsd('0.6')) } })
  expect(await runTo(driver, 'over')).toMatchObject({ state: 'failed' })
  expect((await roomOf(stage.floor.ledger, 'over')).left).toBe(0)
  expect((await next('over')).text).toMatch(
    /a bill went \$0\.\d+ over what was held for it, .*Raise the budget: `.*budget over --raise-to 2\.01`/,
  )
})
