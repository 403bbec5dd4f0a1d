import { expect, it } from 'vitest'
import { exitCodes } from './exit-codes.ts'
import { reportError } from './report-error.ts'

it('an error of the studio’s own says what went wrong, and where an order that was on its way is seen and taken up', () => {
  const said: string[] = []
  const context = { out: () => undefined, err: (text: string) => void said.push(text) }
  expect(reportError(context, new TypeError('no such slate'), false)).toBe(exitCodes.failed)
  expect(said[0]).toContain('no such slate')
  expect(said[0]).toContain('orders list`')
  expect(said[0]).toContain('runs resume ID`')
  expect(said[0]).not.toContain('lost')
})
