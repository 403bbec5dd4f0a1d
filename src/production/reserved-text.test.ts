import { describe, expect, it } from 'vitest'
import { parseUsd, zeroUsd } from '../domain/money.ts'
import type { Reserved } from '../ports/ledger-store.ts'
import { keptText, reservedText } from './reserved-text.ts'

const usd = parseUsd

describe('what a run that is left keeps', () => {
  const run = { id: 'lake', state: 'failed', isTest: false } as const
  const totals = { bond: usd('0.6'), held: zeroUsd, funds: 'real' } as const

  it('is told with the commands that use and free it', () => {
    const text = keptText(run, totals, [])
    expect(text).toMatch(/^\$0\.60 stays reserved for run lake.*runs resume lake.*runs cancel lake/)
  })

  it('counts under caps where it is real money, and only there', () => {
    expect(keptText(run, totals, [])).toContain('caps of the day and the month')
    expect(keptText(run, { ...totals, funds: 'emulated' }, [])).not.toContain('caps')
  })

  it('is not all freed while orders are at their vendors', () => {
    const orders = [
      { state: 'accepted', held: usd('0.3') },
      { state: 'held', held: usd('0.2') },
    ] as const
    expect(keptText(run, { ...totals, held: usd('0.5') }, orders)).toContain(
      'frees all but $0.30, which stays until the vendors say',
    )
  })

  it('stays for an order of which nobody can tell until a person decides', () => {
    const parked = { state: 'parked', held: usd('1.2') } as const
    expect(keptText(run, totals, [parked])).toMatch(
      /frees all but \$1\.20, which stays until you decide about what nobody can tell of\.$/,
    )
    const both = keptText(run, totals, [parked, { state: 'accepted', held: usd('0.3') }])
    expect(both).toMatch(/all but \$0\.30, .* the vendors say .*, and \$1\.20, .* you decide/)
  })

  it('of a run that waits for an order is not used by resuming it', () => {
    const waiting = { ...run, state: 'waiting-for-order' } as const
    const text = keptText(waiting, totals, [{ state: 'parked', held: usd('0.3') }])
    expect(text).toMatch(/orders list lake.*runs cancel lake/)
    expect(text).not.toContain('runs resume')
    expect(keptText(waiting, totals, [])).toContain('runs resume lake')
  })

  it('of a shot that its vendor refused is used by the retake, and not by going on', () => {
    const text = keptText(run, totals, [], 'retake lake 1A --prompt "…"')
    expect(text).toMatch(
      /the run needs `retake lake 1A --prompt "…"`, `.*runs cancel lake` frees it/,
    )
    expect(text).not.toContain('runs resume')
  })

  it.each([
    ['nothing is kept', run, { ...totals, bond: zeroUsd }],
    ['it is at work', { ...run, state: 'running' }, totals],
    ['it is wrapped', { ...run, state: 'wrapped' }, totals],
    ['its money is play money', run, { ...totals, funds: 'simulated' }],
  ] as const)('is not told where %s', (_why, of, money) => {
    expect(keptText(of, money, [])).toBe(null)
  })
})

describe('what other runs keep under a cap', () => {
  const other = (production: string, fields: Partial<Reserved> = {}): Reserved => ({
    ...{ production, state: 'failed', isTest: false, bond: usd('0.6'), held: zeroUsd },
    ...fields,
  })
  const told = (others: readonly Reserved[]): Promise<string> =>
    reservedText({ reservedBeside: async () => others }, 'fox', 'day')

  it('is told by run, with the commands that use and free it', async () => {
    expect(await told([other('lake')])).toMatch(
      /Of this day's cap \$0\.60 is reserved.*run lake \(failed\).*runs show lake.*runs cancel lake/,
    )
    expect(await told([other('lake', { state: 'paused' })])).toContain('runs resume lake` uses it')
  })

  it('of a run at work, or of a test, is not to be freed by cancelling it', async () => {
    const busy = await told([other('lake', { state: 'running' })])
    expect(busy).not.toContain('runs cancel')
    const test = await told([other('t', { isTest: true, state: 'waiting-for-order' })])
    expect(test).toMatch(/orders reconcile t/)
    expect(test).not.toMatch(/runs (resume|cancel)/)
  })

  it('is nothing where no other keeps any, and under the run’s own cap', async () => {
    expect(await told([])).toBe('')
    const asked = async () => [other('lake')]
    expect(await reservedText({ reservedBeside: asked }, 'fox', 'production')).toBe('')
  })
})
