import { expect, it } from 'vitest'
import { fakeOrder } from '../../test/support/fake-rows.ts'
import type { Floor } from './floor.ts'
import { orderDecisions } from './order-decisions.ts'

it('an answer of a language model is no job that could be adopted', async () => {
  const order = fakeOrder('fox/crew/llm/plan/1', { port: 'llm' })
  const floor = { ledger: { order: async () => order } } as unknown as Floor
  const adopted = orderDecisions(floor).adopt(order.key, 'j1', new AbortController().signal)
  await expect(adopted).rejects.toMatchObject({
    code: 'bad-input',
    message: expect.stringMatching(/no job that could be adopted\..*orders show fox\/crew/),
  })
})
