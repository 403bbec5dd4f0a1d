import { describe, expect, it } from 'vitest'
import { parseUsd, zeroUsd } from '../domain/money.ts'
import type { LedgerStore } from '../ports/ledger-store.ts'
import { overCapTexts, usedCaps, whyNoRoom } from './cap-room.ts'

const usd = parseUsd

const day = (name: string, settled: string, funds: 'real' | 'emulated' = 'real') => ({
  ...{ day: name, funds, settled: usd(settled), settledOfDeleted: zeroUsd },
  ...{ held: usd('0.5'), bond: usd('1') },
})

const ledger: Pick<LedgerStore, 'caps' | 'spend' | 'now' | 'reserved'> = {
  now: async () => Date.parse('2026-11-23T10:00:00Z'),
  caps: async () => [
    { scope: 'day', funds: 'emulated', cap: usd(1) },
    { scope: 'day', funds: 'real', cap: usd(25) },
    { scope: 'month', funds: 'real', cap: usd(40) },
  ],
  spend: async () => [
    day('2026-11-23', '18.5'),
    day('2026-11-23', '9', 'emulated'),
    day('2026-11-02', '8.5'),
  ],
  reserved: async () => [
    { ...{ production: 'lake', state: 'failed', isTest: false }, bond: usd(1), held: usd('0.5') },
  ],
}

describe('what is free under the caps of the day and the month', () => {
  it('is what bills, holds and bonds of the same money leave', async () => {
    expect(await usedCaps(ledger, 'real')).toEqual([
      { scope: 'day', cap: usd(25), used: usd(20) },
      { scope: 'month', cap: usd(40), used: usd(30) },
    ])
  })

  it('lets a film pass that fits to the last cent', async () => {
    expect(await whyNoRoom(ledger, 'real', usd(5))).toBe(null)
  })

  it('names the cap, its command, and what is reserved by which run', async () => {
    const why = await whyNoRoom(ledger, 'real', usd(6))
    expect(why).toContain("$5.00 of this day's cap of $25.00 is free")
    expect(why).toContain('config set dayCapUsd USD` (at least $26.00)')
    expect(why).toMatch(/\$1\.50 is reserved.*run lake \(failed\).*runs cancel lake/)
    expect(why).not.toContain('month')
  })

  it('tells of a cap that was lowered under what is reserved and spent, and whose it is', async () => {
    expect(await overCapTexts(ledger, 'real')).toEqual([])
    const lowered: typeof ledger = {
      ...ledger,
      caps: async () => [{ scope: 'day', funds: 'real', cap: usd('0.1') }],
    }
    expect(await overCapTexts(lowered, 'real')).toEqual([
      '$20.00 of this day is spent, on order or reserved, over its cap of $0.10. What is reserved is spent no further than the cap: $1.00 for run lake.',
    ])
    expect(await overCapTexts({ ...lowered, reserved: async () => [] }, 'real')).toEqual([
      expect.stringMatching(/over its cap of \$0\.10\.$/),
    ])
  })

  it('names both caps where both stand in the way', async () => {
    const why = await whyNoRoom(ledger, 'real', usd(12))
    expect(why).toMatch(/dayCapUsd USD` \(at least \$32\.00\) and .*monthCapUsd USD`/)
  })
})
