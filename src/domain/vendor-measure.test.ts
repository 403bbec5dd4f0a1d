import { expect, test } from 'vitest'
import { measuredSlots, unknownAccount, type VendorMeasure } from './vendor-measure.ts'

const measure = (fields: Partial<VendorMeasure>): VendorMeasure => ({
  ...{ vendor: 'luma', model: 'luma/ray-3.2', funds: 'real', hour: 9, slots: 4, isLimit: true },
  ...{
    perMinute: null,
    queueMs: null,
    makeMs: null,
    clips: 4,
    account: 'mine',
    measuredAt: '2026-11-30T09:00:00.000Z',
  },
  ...fields,
})

const model = { model: 'luma/ray-3.2', funds: 'real', account: 'mine' } as const

test('a limit that was met counts, above or below what the catalogue says', () => {
  expect(measuredSlots([measure({ slots: 4 })], model, 2, 9)).toBe(4)
  expect(measuredSlots([measure({ slots: 1 })], model, 2, 9)).toBe(1)
})

test('where no limit was met there are at least as many slots as the catalogue says', () => {
  expect(measuredSlots([measure({ slots: 1, isLimit: false })], model, 2, 9)).toBe(2)
  expect(measuredSlots([measure({ slots: 3, isLimit: false })], model, 2, 9)).toBe(3)
})

test('the hour of the day comes first, then the newest', () => {
  const measures = [
    measure({ hour: 9, slots: 4 }),
    measure({ hour: 20, slots: 7, measuredAt: '2026-12-01T20:00:00.000Z' }),
  ]
  expect(measuredSlots(measures, model, 2, 9)).toBe(4)
  expect(measuredSlots(measures, model, 2, 3)).toBe(7)
})

test('another model and other money say nothing', () => {
  expect(measuredSlots([measure({ funds: 'emulated' })], model, 2, 9)).toBe(2)
  expect(measuredSlots([measure({ model: 'luma/ray-2' })], model, 2, 9)).toBe(2)
})

test('another account says nothing; what was measured of nobody knows whom counts until there is something of its own', () => {
  const unknown = measure({ account: unknownAccount, slots: 6 })
  const other = measure({ account: 'other', slots: 9 })
  expect(measuredSlots([other], model, 2, 9)).toBe(2)
  expect(measuredSlots([other, unknown], model, 2, 9)).toBe(6)
  expect(measuredSlots([unknown, measure({ hour: 20, slots: 4 })], model, 2, 9)).toBe(4)
  expect(measuredSlots([other, unknown], { ...model, account: null }, 2, 9)).toBe(6)
})
