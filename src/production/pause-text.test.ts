import { expect, it } from 'vitest'
import { fakeOrder } from '../../test/support/fake-rows.ts'
import { pauseText } from './pause-text.ts'

const taken = fakeOrder('fox/p1/video/1A/1', { state: 'accepted' })
const asked = fakeOrder('fox/crew/llm/contract/1', {
  ...{ state: 'held', port: 'llm', model: 'anthropic/claude-sonnet-5-5' },
  reason: 'anthropic/claude-sonnet-5-5 answered 529 overloaded_error: Overloaded.',
})

it('an order that holds money and has not left is told with the last answer to it', () => {
  expect(pauseText([asked])).toBe(
    'Paused as asked. Waiting to be sent: crew/llm/contract/1 (anthropic/claude-sonnet-5-5), for anthropic/claude-sonnet-5-5 answered 529 overloaded_error: Overloaded. Resuming goes on with that very order.',
  )
})

it('what is on order and what waits to be sent are told apart', () => {
  const text = pauseText([taken, { ...asked, reason: '' }])
  expect(text).toContain('Still on order: take p1/1A-1 (')
  expect(text).toContain(
    'Waiting to be sent: crew/llm/contract/1 (anthropic/claude-sonnet-5-5). Resuming goes on with those very orders.',
  )
})

it('a run without open orders has nothing on order', () => {
  expect(pauseText([{ ...taken, state: 'delivered' }])).toContain('Nothing is on order')
})
