import { describe, expect, test } from 'vitest'
import { atTerminal } from '../../test/support/at-terminal.ts'
import { foxBrief } from '../../test/support/fox-film.ts'
import { parseUsd } from '../domain/money.ts'
import type { Quote } from '../production/quote.ts'
import { requireBalance } from './approve-spending.ts'

const refused = (balance: string): (() => void) => {
  const standing = { balance: parseUsd(balance), slots: {}, facts: [] }
  const vendors = [{ vendor: 'runway', models: [], standing }]
  const quote = { planned: parseUsd('2') } as Quote
  return () => requireBalance({ brief: { ...foxBrief, provider: 'runway' }, quote, vendors })
}

test('a smaller film is advised only where the account has money for one', () => {
  expect(refused('1.50')).toThrow("Add credit on the vendor's site, or lower --budget")
  expect(refused('0.00')).toThrow(/Add credit on the vendor's site\.$/)
  expect(refused('2.00')).not.toThrow()
})

describe('the line of a vendor in a quote', () => {
  const at = atTerminal()

  test('tells the slots of the model that the film is shot on, and of no other', async () => {
    const facts = [
      { name: 'credits', value: '8 400' },
      { model: 'runway/gen4.5', name: 'gen4.5', value: '3 at once' },
      { model: 'runway/veo3.1', name: 'veo3.1', value: '1 at once' },
    ]
    const standing = { balance: parseUsd('84'), slots: {}, facts }
    const { driver } = at.fake.studio
    const quote = async (...asked: Parameters<typeof driver.quote>) => ({
      ...(await driver.quote(...asked)),
      models: ['runway/veo3.1'],
    })
    Object.assign(at.fake.studio, {
      mode: 'emulated',
      checkVendors: async () => [{ vendor: 'runway', models: [], standing }],
      driver: { ...driver, quote },
    })
    const words = ['--provider', 'runway', '--tier', 'photorealistic', '--budget', '20']
    const { out, err } = await at.run('produce', 'A lake at dawn', ...words, '--emulated')
    expect(out, err).toContain(
      'runway: emulated · balance $84.00 · credits 8 400 · veo3.1 1 at once\n',
    )
  })
})
