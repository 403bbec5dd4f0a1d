import { expect, it } from 'vitest'
import { unitsPrice } from '../../src/budget/price-book.ts'
import { catalogue } from '../../src/catalogue.ts'
import { runwayModels } from '../../src/providers/runway/models.ts'
import { runwayVideoModel } from '../../src/providers/runway/runway-video-model.ts'
import { sampleShotOrder } from '../../src/testing/sample-shot-order.ts'
import { emulatorByHand } from '../support/emulator-by-hand.ts'

const at = emulatorByHand()

it.each(
  Object.values(runwayModels).flatMap(({ id, textRatios }) => (textRatios.length > 0 ? [id] : [])),
)('a clip that the adapter orders of %s is billed what is held for it', async (id) => {
  const { signal } = new AbortController()
  const model = runwayVideoModel({
    ...{ model: id, apiKey: 'key_test', fetch, now: Date.now },
    baseUrl: at.emulator.baseUrls.runway,
  })
  const order = sampleShotOrder()
  const started = await model.start(order, 'films/p1/video/1A/1', signal)
  if (started.kind !== 'accepted') throw new Error(JSON.stringify(started))
  await at.clock.advance(10_000)
  const row = catalogue.find((one) => one.id === id)
  if (!row) throw new Error(`no row of ${id}`)
  const amount = unitsPrice(row, model.units(order))
  expect(await model.check(started.job, signal)).toMatchObject({ state: 'done', bill: { amount } })
})
