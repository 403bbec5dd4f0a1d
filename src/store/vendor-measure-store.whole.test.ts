import { expect, test } from 'vitest'
import { storeOfTestFile } from '../../test/support/test-store.ts'
import type { VendorMeasure } from '../domain/vendor-measure.ts'
import { vendorMeasureStore } from './vendor-measure-store.ts'

const { database } = await storeOfTestFile()

const measure: Omit<VendorMeasure, 'measuredAt'> = {
  ...{ vendor: 'luma', model: 'luma/ray-3.2', funds: 'real', hour: 9, slots: 4, isLimit: true },
  ...{ perMinute: null, queueMs: 12_000, makeMs: 45_000, clips: 5, account: 'a' },
}

test('a measure of the same account and hour takes the place of the older one, and a tenant sees its own alone', async () => {
  const measures = vendorMeasureStore(database, 'home')
  await measures.keep(measure)
  await measures.keep({ ...measure, hour: 20 })
  await measures.keep({ ...measure, slots: 6 })
  await measures.keep({ ...measure, account: 'b', slots: 2 })
  await vendorMeasureStore(database, 'other').keep({ ...measure, slots: 1 })
  const measuredAt = expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/)
  expect(await measures.all()).toEqual([
    { ...measure, account: 'b', slots: 2, measuredAt },
    { ...measure, slots: 6, measuredAt },
    { ...measure, hour: 20, measuredAt },
  ])
})

test('what a vendor tells of its slots takes the place of what it told before, by money, account and model', async () => {
  const measures = vendorMeasureStore(database, 'told-home')
  const of = { vendor: 'runway', model: 'runway/gen4.5', funds: 'real' } as const
  const told = { ...of, account: 'a', slots: 2 }
  await measures.keepTold([told, { ...told, model: 'runway/veo3.1', slots: 1 }])
  await measures.keepTold([{ ...told, slots: 3 }])
  await measures.keepTold([{ ...told, account: 'b', slots: 7 }])
  await measures.keepTold([])
  await vendorMeasureStore(database, 'other').keepTold([{ ...told, slots: 9 }])
  const toldAt = expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/)
  expect(await measures.told()).toEqual([
    { ...told, account: 'b', slots: 7, toldAt },
    { ...told, slots: 3, toldAt },
    { ...told, model: 'runway/veo3.1', slots: 1, toldAt },
  ])
})
