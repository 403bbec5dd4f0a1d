import { expect, test } from 'vitest'
import { fakeOrder, fakeProduction } from '../../test/support/fake-rows.ts'
import type { Order } from '../domain/order.ts'
import type { Production } from '../domain/production.ts'
import type { Floor } from './floor.ts'
import { settleTest } from './late-tests.ts'

const settled = async (orders: readonly Order[]): Promise<Production> => {
  let run = fakeProduction('test-1', { isTest: true })
  const floor = {
    ledger: { orders: async () => orders },
    productions: {
      get: async () => run,
      asDirector: async (_id: string, work: () => Promise<void>) => work(),
      update: async (_id: string, fields: Partial<Production>) => {
        run = { ...run, ...fields }
        return run
      },
    },
  } as unknown as Floor
  await settleTest(floor, run)
  return run
}

test('a test that was cut off before it ordered anything ends failed, and says why', async () => {
  const reason = 'it was cut off before anything was ordered'
  expect(await settled([])).toMatchObject({ state: 'failed', reason })
  const key = 'test-1/rig/video/test/1'
  const drafted = fakeOrder(key, { state: 'drafted', reason: '' })
  expect(await settled([drafted])).toMatchObject({ state: 'failed', reason })
  const failed = fakeOrder(key, { state: 'failed', reason: 'no such model.' })
  expect(await settled([failed])).toMatchObject({ state: 'failed', reason: 'no such model' })
  expect(await settled([fakeOrder(key, { state: 'accepted' })])).toMatchObject({ state: 'running' })
})
