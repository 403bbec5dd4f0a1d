import { expect, test } from 'vitest'
import { foxBrief } from '../../test/support/fox-film.ts'
import { parseUsd } from '../domain/money.ts'
import type { Quote } from '../production/quote.ts'
import { requireBalance } from './approve-spending.ts'

const refused = (balance: string): (() => void) => {
  const standing = { balance: parseUsd(balance), slots: {}, facts: [] }
  const vendors = [{ vendor: 'runway', standing }]
  const quote = { planned: parseUsd('2') } as Quote
  return () => requireBalance({ brief: { ...foxBrief, provider: 'runway' }, quote, vendors })
}

test('a smaller film is advised only where the account has money for one', () => {
  expect(refused('1.50')).toThrow("Add credit on the vendor's site, or lower --budget")
  expect(refused('0.00')).toThrow(/Add credit on the vendor's site\.$/)
  expect(refused('2.00')).not.toThrow()
})
