import { StudioError } from '../../src/domain/errors.ts'
import { parseUsd, zeroUsd } from '../../src/domain/money.ts'
import type { Order } from '../../src/domain/order.ts'
import type { Production } from '../../src/domain/production.ts'
import type { AdoptionTold } from '../../src/production/order-decisions.ts'
import { fakeOrder, fakeProduction } from './fake-rows.ts'
import type { FakeStudio } from './fake-studio.ts'

/** Decisions that come out as a vendor of good will would have them. */
export const decisionsOver = (
  fake: Pick<FakeStudio, 'orders' | 'productions' | 'calls'>,
): object => {
  const decided = async (key: string, fields: Partial<Order>): Promise<object> => {
    const index = fake.orders.findIndex((order) => order.key === key)
    const order = { ...fakeOrder(key), ...fake.orders[index], ...fields }
    fake.orders[index] = order
    const isOver = fake.productions.get(order.production)?.state === 'wrapped'
    const shelved = isOver && order.state === 'delivered' ? ['p1/1A-1'] : []
    return { order, note: null, shelved }
  }
  return {
    requireOpen: async () => undefined,
    adopt: async (key: string, job: string, _signal: AbortSignal, told?: AdoptionTold) => {
      fake.calls.push(`adopt ${key} ${job}`)
      if (job === 'unknown') throw new StudioError({ code: 'bad-input', message: 'no such job' })
      told?.onAdopted()
      return decided(key, { state: 'delivered', job: { id: job }, held: zeroUsd })
    },
    resubmit: async (key: string) => {
      fake.calls.push(`resubmit ${key}`)
      return decided(key, { state: 'held', held: parseUsd('0.6') })
    },
    writeOff: async (key: string, billed: number | null) => {
      fake.calls.push(`write-off ${key} ${billed}`)
      return decided(key, { state: 'written-off', held: zeroUsd })
    },
    settleTest: async ({ id }: Pick<Production, 'id'>) => {
      fake.calls.push(`settle ${id}`)
      const reason = 'it was cut off'
      fake.productions.set(id, fakeProduction(id, { state: 'failed', isTest: true, reason }))
    },
    reconcile: async (orders: readonly Order[]) => {
      fake.calls.push(`reconcile ${orders.map(({ key }) => key).join(' ')}`)
      return orders.map((order) => ({
        ...{
          order: { ...order, state: 'delivered' },
          before: order.state,
          note: null,
          isAsked: true,
        },
      }))
    },
  }
}
