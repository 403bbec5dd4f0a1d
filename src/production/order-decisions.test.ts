import { expect, it } from 'vitest'
import { fakeOrder } from '../../test/support/fake-rows.ts'
import type { Floor } from './floor.ts'
import { orderDecisions } from './order-decisions.ts'

it('an answer of a language model is no job that could be adopted, and nobody is asked about it', async () => {
  const order = fakeOrder('fox/crew/llm/plan/1', { port: 'llm' })
  const floor = { ledger: { order: async () => order } } as unknown as Floor
  const decisions = orderDecisions(floor)
  const refusal = {
    code: 'bad-input',
    message: expect.stringMatching(/no job that could be adopted\..*orders show fox\/crew/),
  }
  const adopted = decisions.adopt(order.key, 'j1', new AbortController().signal)
  await expect(adopted).rejects.toMatchObject(refusal)
  await expect(decisions.requireOpen(order.key, 'adopt')).rejects.toMatchObject(refusal)
  await expect(decisions.requireOpen(order.key, 'write-off')).resolves.toBeUndefined()
})
