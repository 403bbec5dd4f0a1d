import { expect, it } from 'vitest'
import { invalidReply } from './crew-task.ts'

it('an answer that cannot be used is told to be paid for', () => {
  const { message } = invalidReply({ role: 'producer', task: 'plan' }, 'it is not JSON')
  expect(message).toContain('cannot be used (it is not JSON). The answer is paid for')
})
