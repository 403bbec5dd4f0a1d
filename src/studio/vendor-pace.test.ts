import { expect, test } from 'vitest'
import { catalogue } from '../catalogue.ts'
import { paceKnown } from './vendor-pace.ts'

const model = catalogue.find(({ id }) => id === 'runway/gen4.5')

test('what a vendor told of the slots of one account says nothing of another', async () => {
  if (!model) throw new TypeError('The catalogue has no such model')
  const of = { vendor: 'runway', model: model.id, funds: 'real', toldAt: '' } as const
  const told = [
    { ...of, account: 'first', slots: 9 },
    { ...of, account: 'second', slots: 1 },
  ]
  const measures = { all: async () => [], told: async () => told }
  const slotsOf = async (account: string | null, toldNow = new Map<string, number>()) => {
    const parts = { toldNow, accountOf: () => account, now: () => 0 }
    return (await paceKnown(measures, parts))(model).slots
  }
  expect(await slotsOf('first')).toBe(9)
  expect(await slotsOf('second')).toBe(1)
  expect(await slotsOf('third')).toBe(model.limits.slots)
  expect(await slotsOf(null)).toBe(model.limits.slots)
  expect(await slotsOf('first', new Map([[model.id, 4]]))).toBe(4)
})
