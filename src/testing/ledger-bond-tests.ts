import { expect, it } from 'vitest'
import { deliver, money, type OpenLedger, spendDay, usd } from './ledger-at-work.ts'

/** What every ledger promises of the completion bond: a part of its contract. */
export const bondTests = (studio: OpenLedger): void => {
  it('the bond is out of reach of ordinary orders and pays what free money cannot', async () => {
    const { ledger, ask } = await studio('5')
    expect(await ledger.setBond('lake', usd('3'))).toEqual({ kind: 'bonded' })
    expect(await ask('retake', '2.5')).toMatchObject({ kind: 'refused', available: usd('2') })
    expect(await ask('finish', '2.5', { useBond: true })).toMatchObject({ kind: 'granted' })
    expect(await ledger.totals('lake')).toEqual(money('5', { held: '2.5', bond: '2.5' }))
    expect(await ask('finish more', '2.6', { useBond: true })).toMatchObject({
      ...{ kind: 'refused', available: usd('2.5') },
    })
    expect(await ledger.setBond('lake', usd('0'))).toEqual({ kind: 'bonded' })
    expect(await ledger.available('lake')).toBe(usd('2.5'))
    const trail = await ledger.trail('lake')
    expect(trail.map(({ kind, amount, free }) => [kind, amount, free])).toEqual([
      ['bond', usd('3'), usd('2')],
      ['bond-used', usd('0.5'), usd('2.5')],
      ['hold', usd('2.5'), usd('0')],
      ['bond-released', usd('2.5'), usd('2.5')],
    ])
  })

  it('a bond that does not fit is refused with what is possible', async () => {
    const { ledger } = await studio('5')
    await ledger.setBond('lake', usd('3'))
    expect(await ledger.setBond('lake', usd('6'))).toEqual({
      ...{ kind: 'refused', scope: 'production', cap: usd('5'), available: usd('2') },
    })
    expect(await ledger.totals('lake')).toEqual(money('5', { bond: '3' }))
  })

  it('the bond finishes the film on a day whose own cap is used up', async () => {
    const { ledger, ask, setDay } = await studio('50', 'real')
    await ledger.setCap('day', 'real', usd('10'))
    await ledger.setBond('lake', usd('4'))
    setDay('2026-11-11')
    await ask('a', '9')
    expect(await ask('finish', '4', { useBond: true })).toMatchObject({ kind: 'granted' })
    expect(await ledger.totals('lake')).toEqual(
      money('50', { held: '13', bond: '1', funds: 'real' }),
    )
    await deliver(ledger, 'lake/finish', '4')
    expect(await ledger.spend('2026-11-01T00:00:00Z')).toEqual([
      spendDay('2026-11-11', { settled: '1', held: '9' }),
      spendDay('2026-11-10', { settled: '3', bond: '1' }),
    ])
  })

  it('the bond does not pay past a cap that was lowered beneath it', async () => {
    const { ledger, ask } = await studio('50', 'real')
    await ledger.setBond('lake', usd('4'))
    await ledger.setCap('day', 'real', usd('3'))
    expect(await ledger.freeUnder('lake')).toEqual([
      { scope: 'production', cap: usd('50'), free: usd('46') },
      { scope: 'day', cap: usd('3'), free: usd('-1') },
    ])
    expect(await ask('much', '3.1', { useBond: true })).toEqual({
      ...{ kind: 'refused', scope: 'day', cap: usd('3'), available: usd('3') },
    })
    expect(await ask('fits', '3', { useBond: true })).toMatchObject({ kind: 'granted' })
    expect(await ask('more', '0.1', { useBond: true })).toMatchObject({ kind: 'refused' })
  })
}
