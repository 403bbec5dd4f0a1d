import { afterEach, describe, expect, it } from 'vitest'
import type { Usd } from '../domain/money.ts'
import {
  deliver,
  type LedgerStoreHarness,
  ledgerAtWork,
  money,
  type OpenLedger,
  spendDay,
  usd,
} from './ledger-at-work.ts'
import { bondTests } from './ledger-bond-tests.ts'
import { sampleDraft } from './sample-production.ts'

/**
 * What every ledger promises. Call it in the adapter's test.
 *
 * @param name adapter's name for the report
 * @param makeHarness called once a test or more: a new tenant each time, over one store
 */
export const ledgerStoreContract = (
  name: string,
  makeHarness: () => Promise<LedgerStoreHarness>,
): void => {
  describe(`${name} keeps the contract of a ledger`, () => {
    let open: LedgerStoreHarness[] = []
    afterEach(async () => {
      for (const harness of open) await harness.dispose()
      open = []
    })
    const studio: OpenLedger = async (budget = '5', funds = 'simulated') => {
      const harness = await makeHarness()
      open.push(harness)
      return ledgerAtWork(harness, budget, funds)
    }
    describe('writing an order down', () => draftTests(studio))
    describe('holding money', () => holdTests(studio))
    describe('what a vendor answers', () => outcomeTests(studio))
    describe('the completion bond', () => bondTests(studio))
    describe('caps of the tenant', () => capTests(studio))
    describe('slots and runs', () => slotTests(studio))
  })
}

const draftTests = (studio: OpenLedger): void => {
  it('drafting an order again finds it, and another request under its key is a conflict', async () => {
    const { ledger } = await studio()
    const first = await ledger.draft(sampleDraft)
    expect(first).toMatchObject({ state: 'drafted', held: 0, billed: 0, submissions: 0, job: null })
    expect(await ledger.draft(sampleDraft)).toEqual(first)
    await expect(
      ledger.draft({ ...sampleDraft, requestHash: 'd'.repeat(64) }),
    ).rejects.toMatchObject({ code: 'order-conflict' })
  })

  it('an order for a run that is not there is not-found', async () => {
    const { ledger } = await studio()
    const draft = { ...sampleDraft, production: 'sea', key: 'sea/1' }
    await expect(ledger.draft(draft)).rejects.toMatchObject({ code: 'not-found' })
    await expect(ledger.hold('sea/1', 1, false)).rejects.toMatchObject({ code: 'not-found' })
    await expect(ledger.totals('sea')).rejects.toMatchObject({ code: 'not-found' })
  })

  it('open orders are those of all runs that are neither drafted nor closed, oldest first; closed ones of deleted runs are known too', async () => {
    const { ledger, ask, makeRun, productions } = await studio()
    expect(await ledger.openOrders()).toEqual([])
    await makeRun('sea')
    await ledger.draft(sampleDraft)
    await ask('held', '1')
    await ask('parked', '1', { run: 'sea' })
    await ledger.advance('sea/parked', { kind: 'submission-started' })
    const lost = { kind: 'answer-lost', submission: 1, reason: 'silence' } as const
    await ledger.advance('sea/parked', lost)
    const why = { kind: 'cannot-tell', seenIn: 'unknown', reason: 'no list' } as const
    await ledger.advance('sea/parked', why)
    await ask('delivered', '1')
    await deliver(ledger, 'lake/delivered', '1')
    await productions.remove('sea', false)
    const open = await ledger.openOrders()
    expect(open.map(({ key, state }) => [key, state])).toEqual([
      ['lake/held', 'held'],
      ['sea/parked', 'parked'],
    ])
    const all = await ledger.allOrders()
    expect(all.map(({ key }) => key).toSorted()).toEqual(
      [sampleDraft.key, 'lake/delivered', 'lake/held', 'sea/parked'].toSorted(),
    )
  })

  it('tenants do not see each other’s orders, and their keys do not collide', async () => {
    const one = await studio()
    const two = await studio()
    await one.ask('a', '1')
    expect(await two.ledger.order('lake/a')).toBeNull()
    expect(await two.ledger.orders('lake')).toEqual([])
    await two.ask('a', '2')
    expect(await one.ledger.order('lake/a')).toMatchObject({ quoted: usd('1') })
  })
}

const holdTests = (studio: OpenLedger): void => {
  it('the last micro-dollar under the cap can be held and not one more', async () => {
    const { ledger, ask } = await studio('1')
    expect(await ask('a', '0.999999')).toMatchObject({ kind: 'granted', order: { state: 'held' } })
    expect(await ask('b', '0.000002')).toEqual({
      ...{ kind: 'refused', scope: 'production', cap: usd('1'), available: usd('0.000001') },
    })
    expect(await ask('c', '0.000001')).toMatchObject({ kind: 'granted' })
    expect(await ledger.available('lake')).toBe(0)
    expect(await ledger.totals('lake')).toEqual(money('1', { held: '1' }))
  })

  it('a bill below its hold frees the rest, and the trail tells the story', async () => {
    const { ledger, ask } = await studio()
    await ask('a', '2')
    const order = await deliver(ledger, 'lake/a', '1.25')
    expect(order).toMatchObject({
      state: 'delivered',
      held: 0,
      billed: usd('1.25'),
      submissions: 1,
    })
    expect(await ledger.totals('lake')).toEqual(money('5', { settled: '1.25' }))
    const trail = await ledger.trail('lake')
    expect(trail.map(({ kind, key, amount, free }) => ({ kind, key, amount, free }))).toEqual([
      { kind: 'hold', key: 'lake/a', amount: usd('2'), free: usd('3') },
      { kind: 'settle', key: 'lake/a', amount: usd('1.25'), free: usd('3') },
      { kind: 'release', key: 'lake/a', amount: usd('0.75'), free: usd('3.75') },
    ])
  })

  it('an order that never left gives its hold back', async () => {
    const { ledger, ask } = await studio()
    await ask('a', '2')
    await ledger.advance('lake/a', { kind: 'let-go', reason: 'not wanted after all' })
    expect(await ledger.order('lake/a')).toMatchObject({ state: 'failed', held: 0, billed: 0 })
    expect(await ledger.totals('lake')).toEqual(money('5'))
  })

  it('money is read back as exact whole micro-dollars', async () => {
    const { ledger, ask } = await studio('999999999.999999')
    await ask('a', '999999999.999998')
    expect(await ledger.available('lake')).toBe(1 as Usd)
  })
}

const outcomeTests = (studio: OpenLedger): void => {
  it('money stays held while the vendor could still bill', async () => {
    const { ledger, ask } = await studio()
    await ask('a', '2')
    await ledger.advance('lake/a', { kind: 'submission-started' })
    await ledger.advance('lake/a', {
      kind: 'answer-lost',
      submission: 1,
      reason: 'the socket closed',
    })
    await ledger.advance('lake/a', {
      kind: 'cannot-tell',
      seenIn: 'unknown',
      reason: 'the vendor has no list',
    })
    expect(await ledger.totals('lake')).toEqual(money('5', { held: '2' }))
    const event = { kind: 'written-off-by-person', reason: 'seen on the invoice' } as const
    await ledger.advance('lake/a', event, { billed: usd('2') })
    expect(await ledger.totals('lake')).toEqual(money('5', { settled: '2' }))
  })

  it('settling without a bill is a mistake of the caller and changes nothing', async () => {
    const { ledger, ask } = await studio()
    await ask('a', '2')
    await ledger.advance('lake/a', { kind: 'submission-started' })
    await expect(
      ledger.advance('lake/a', { kind: 'delivered', submission: 1, job: null }),
    ).rejects.toThrow(TypeError)
    expect(await ledger.totals('lake')).toEqual(money('5', { held: '2' }))
  })

  it('an outcome whose answer was lost can be told again, and what was told first stands', async () => {
    const { ledger, ask } = await studio()
    await ask('a', '2')
    await ledger.advance('lake/a', { kind: 'submission-started' })
    const accepted = {
      kind: 'accepted',
      submission: 1,
      job: { id: 'job-1', region: 'us' },
    } as const
    await ledger.advance('lake/a', accepted)
    const again = { kind: 'accepted', submission: 1, job: { region: 'us', id: 'job-1' } } as const
    expect(await ledger.advance('lake/a', again)).toMatchObject({ state: 'accepted' })
    const other = { kind: 'accepted', submission: 1, job: { id: 'job-2', region: 'us' } } as const
    expect(await ledger.advance('lake/a', other)).toMatchObject({ job: accepted.job })
    const bill = { billed: usd('1'), outputHash: 'e'.repeat(64) }
    const delivered = await ledger.advance(
      'lake/a',
      { kind: 'delivered', submission: 1, job: accepted.job },
      bill,
    )
    expect(
      await ledger.advance('lake/a', { kind: 'delivered', submission: 1, job: accepted.job }, bill),
    ).toEqual(delivered)
    const dearer = { ...bill, billed: usd('2') }
    await ledger.advance('lake/a', { kind: 'delivered', submission: 1, job: accepted.job }, dearer)
    expect(await ledger.totals('lake')).toEqual(money('5', { settled: '1' }))
  })

  it('a submission can be started once', async () => {
    const { ledger, ask } = await studio()
    await ask('a', '2')
    const both = await Promise.allSettled([
      ledger.advance('lake/a', { kind: 'submission-started' }),
      ledger.advance('lake/a', { kind: 'submission-started' }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await ledger.order('lake/a')).toMatchObject({ state: 'submitting', submissions: 1 })
  })
}

const capTests = (studio: OpenLedger): void => {
  it('a new tenant may spend 25 real dollars a day, and stand-ins are not capped by the day', async () => {
    const { ledger, ask } = await studio('100', 'real')
    expect(await ledger.caps()).toEqual([{ scope: 'day', funds: 'real', cap: usd('25') }])
    expect(await ask('a', '25.000001')).toEqual({
      ...{ kind: 'refused', scope: 'day', cap: usd('25'), available: usd('25') },
    })
    expect(await ask('a2', '25')).toMatchObject({ kind: 'granted' })
    expect(await ask('scratch voice', '90', { funds: 'simulated' })).toMatchObject({
      kind: 'granted',
    })
    expect(await ledger.totals('lake')).toEqual(money('100', { held: '25', funds: 'real' }))
  })

  it('a cap that was taken away stays away', async () => {
    const { ledger, ask } = await studio('100', 'real')
    await ledger.setCap('day', 'real', null)
    expect(await ledger.caps()).toEqual([])
    expect(await ask('a', '90')).toMatchObject({ kind: 'granted' })
  })

  it('the day’s cap counts all runs of a tenant and begins anew with the UTC day; the month’s goes on', async () => {
    const { ledger, ask, makeRun, setDay } = await studio('100', 'real')
    await makeRun('sea')
    await ledger.setCap('day', 'real', usd('10'))
    await ledger.setCap('month', 'real', usd('15'))
    await ask('a', '8')
    expect(await ask('a', '3', { run: 'sea' })).toMatchObject({
      ...{ kind: 'refused', scope: 'day', available: usd('2') },
    })
    setDay('2026-11-11')
    expect(await ask('b', '8', { run: 'sea' })).toMatchObject({
      ...{ kind: 'refused', scope: 'month', available: usd('7') },
    })
    expect(await ask('c', '7', { run: 'sea' })).toMatchObject({ kind: 'granted' })
    setDay('2026-12-01')
    expect(await ledger.available('sea')).toBe(usd('10'))
  })

  it('a cost belongs to the day of its hold, whenever the bill comes', async () => {
    const { ledger, ask, setDay } = await studio('20', 'real')
    await ask('a', '8')
    setDay('2026-11-11')
    await deliver(ledger, 'lake/a', '6')
    await ask('b', '2')
    expect(await ledger.spend('2026-11-10T00:00:00Z')).toEqual([
      spendDay('2026-11-11', { held: '2' }),
      spendDay('2026-11-10', { settled: '6' }),
    ])
    expect(await ledger.spend('2026-11-11T05:00:00Z')).toHaveLength(1)
  })

  it('what deleted runs spent stays in the day it was spent on, and is told apart', async () => {
    const { ledger, ask, makeRun, productions } = await studio('100', 'real')
    await makeRun('sea')
    await ask('a', '6')
    await ask('b', '2', { run: 'sea' })
    await deliver(ledger, 'lake/a', '6')
    await deliver(ledger, 'sea/b', '2')
    await productions.remove('sea', false)
    expect(await ledger.spend('2026-11-10T00:00:00Z')).toEqual([
      spendDay('2026-11-10', { settled: '8', settledOfDeleted: '2' }),
    ])
  })
}

const slotTests = (studio: OpenLedger): void => {
  it('an order waits while all slots of its vendor are taken, and a finished one gives its slot back', async () => {
    const { ledger, ask } = await studio()
    expect(await ask('a', '1', { slots: 2 })).toMatchObject({ kind: 'granted' })
    expect(await ask('b', '1', { slots: 2 })).toMatchObject({ kind: 'granted' })
    expect(await ask('c', '1', { slots: 2 })).toEqual({ kind: 'no-slot' })
    expect(await ask('a', '1', { slots: 2 })).toMatchObject({ kind: 'granted' })
    await deliver(ledger, 'lake/b', '1')
    expect(await ask('c', '1', { slots: 2 })).toMatchObject({ kind: 'granted' })
    const draft = { ...sampleDraft, key: 'lake/other vendor', model: 'luma/ray' }
    await ledger.draft(draft)
    expect(await ledger.hold(draft.key, 1, false)).toMatchObject({ kind: 'granted' })
  })

  it('nothing is held for a run that is paused, cancelled or deleted', async () => {
    const { ledger, ask, productions } = await studio()
    await ledger.draft({ ...sampleDraft, key: 'lake/late' })
    await productions.update('lake', { wanted: 'pause' })
    expect(await ask('a', '1')).toEqual({ kind: 'not-wanted', wanted: 'pause' })
    await productions.update('lake', { wanted: 'cancel' })
    expect(await ask('a', '1')).toEqual({ kind: 'not-wanted', wanted: 'cancel' })
    await productions.remove('lake', false)
    expect(await ledger.hold('lake/late', 1, false)).toEqual({
      ...{ kind: 'not-wanted', wanted: 'deleted' },
    })
    await expect(ask('b', '1')).rejects.toMatchObject({ code: 'run-deleted' })
  })

  it('what is held already is not sent any more for a run that is paused or cancelled', async () => {
    const { ledger, ask, productions } = await studio()
    await ask('a', '1')
    const send = () => ledger.advance('lake/a', { kind: 'submission-started' })
    await productions.update('lake', { wanted: 'pause' })
    await expect(send()).rejects.toMatchObject({ code: 'run-paused' })
    expect(await ledger.order('lake/a')).toMatchObject({ state: 'held', held: usd('1') })
    await productions.update('lake', { wanted: 'cancel' })
    await expect(send()).rejects.toMatchObject({ code: 'run-cancelled' })
  })

  it('cancelling a run lets its bond go and what was not sent', async () => {
    const { ledger, ask, productions } = await studio('5')
    await ask('sent', '1')
    await ledger.advance('lake/sent', { kind: 'submission-started' })
    await ask('waiting', '1')
    await ledger.setBond('lake', usd('2'))
    await productions.update('lake', { wanted: 'cancel', state: 'cancelled' })
    expect(await ledger.totals('lake')).toEqual(money('5', { held: '1' }))
    expect(await ledger.order('lake/waiting')).toMatchObject({ state: 'failed' })
  })

  it('deleting a run frees what no vendor can bill and keeps what one can', async () => {
    const { ledger, ask, productions } = await studio('5')
    await ask('sent', '1')
    await ledger.advance('lake/sent', { kind: 'submission-started' })
    await ask('waiting', '1')
    await ledger.setBond('lake', usd('2'))
    await productions.remove('lake', false)
    expect(await ledger.totals('lake')).toEqual(money('5', { held: '1' }))
    await expect(
      ledger.advance('lake/waiting', { kind: 'submission-started' }),
    ).rejects.toMatchObject({ code: 'run-deleted' })
    const late = await ledger.advance(
      'lake/sent',
      { kind: 'delivered', submission: 1, job: null },
      { billed: usd('1') },
    )
    expect(late.state).toBe('delivered')
    expect(await ledger.totals('lake')).toEqual(money('5', { settled: '1' }))
  })
}
