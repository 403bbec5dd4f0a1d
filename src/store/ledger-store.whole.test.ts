import { describe, expect, test } from 'vitest'
import { storeOfTestFile } from '../../test/support/test-store.ts'
import { vendorOf } from '../domain/catalogue-model.ts'
import { parseUsd } from '../domain/money.ts'
import type { HoldAnswer } from '../ports/ledger-store.ts'
import { deliver } from '../testing/ledger-at-work.ts'
import { ledgerStoreContract } from '../testing/ledger-store-contract.ts'
import { sampleBrief, sampleDraft } from '../testing/sample-production.ts'
import { ledgerStore, type TenantLedger } from './ledger-store.ts'
import { productionStore } from './production-store.ts'

const { database } = await storeOfTestFile()

const usd = parseUsd
let tenants = 0

/** A tenant of the test's own, and a clock that the test sets. */
const openTenant = () => {
  tenants += 1
  const tenant = `tenant-${tenants}`
  const clock = { day: '2026-11-10', now: () => Date.parse(`${clock.day}T23:30:00Z`) }
  const productions = productionStore(database, tenant)
  const ledger = ledgerStore(database, tenant, { clock: { now: clock.now } })
  return { tenant, clock, productions, ledger }
}

/** A tenant with runs, and what they ask for. */
const studio = async (...runs: readonly string[]) => {
  const { tenant, productions, ledger } = openTenant()
  for (const id of runs) {
    const outputDir = `/productions/${id}`
    await productions.create({ id, brief: sampleBrief, outputDir, until: null })
  }
  /** Draft an order `run/name` and ask for its money. */
  const ask = async (
    key: string,
    quoted: string,
    { slots = 100, useBond = false } = {},
  ): Promise<HoldAnswer> => {
    const production = key.split('/')[0] ?? ''
    await ledger.draft({ ...sampleDraft, production, key, quoted: usd(quoted) })
    return ledger.hold(key, slots, useBond)
  }
  return { tenant, ledger, ask }
}

ledgerStoreContract('the ledger in PostgreSQL', async () => {
  const { ledger, productions, clock } = openTenant()
  return {
    ledger,
    productions,
    setDay: (day) => {
      clock.day = day
    },
    dispose: async () => undefined,
  }
})

test('a bill over its hold is an overrun that blocks new holds until a person raises the cap', async () => {
  const { ledger, ask } = await studio('lake')
  await ask('lake/a', '1')
  await ledger.advance('lake/a', { kind: 'submission-started' })
  await ledger.advance(
    'lake/a',
    { kind: 'delivered', submission: 1, job: null },
    { billed: usd('1.5') },
  )
  expect(await ledger.totals('lake')).toMatchObject({
    ...{ cap: usd('5'), settled: usd('1.5'), held: 0, bond: 0, overrun: usd('0.5') },
    overrunOpen: usd('0.5'),
  })
  expect(await ask('lake/b', '0.1')).toEqual({ kind: 'blocked-by-overrun', overrun: usd('0.5') })
  expect(await ledger.setBond('lake', usd('1'))).toMatchObject({ kind: 'blocked-by-overrun' })
  expect(await ledger.available('lake')).toBe(0)
  await expect(ledger.raiseCap('lake', usd('5'))).rejects.toMatchObject({ code: 'bad-input' })
  await ledger.raiseCap('lake', usd('5.5'))
  expect(await ledger.totals('lake')).toMatchObject({ overrun: usd('0.5'), overrunOpen: 0 })
  expect(await ledger.available('lake')).toBe(usd('4'))
  expect(await ask('lake/b', '4')).toMatchObject({ kind: 'granted' })
  const kinds = (await ledger.trail('lake')).map(({ kind }) => kind)
  expect(kinds).toEqual(['hold', 'settle', 'overrun', 'hold'])
})

test('what a bill took past its hold is no money for the bond to pay with again', async () => {
  const { ledger, ask } = await studio('lake')
  await ledger.setBond('lake', usd('1.5'))
  await ask('lake/a', '1')
  await ask('lake/waiting', '0.2')
  await deliver(ledger, 'lake/a', '4.2')
  // Its money was held before, and it leaves only after a person has seen the bill.
  expect(await ask('lake/waiting', '0.2')).toEqual({
    ...{ kind: 'blocked-by-overrun', overrun: usd('3.2') },
  })
  await ledger.raiseCap('lake', usd('5.1'))
  expect(await ask('lake/waiting', '0.2')).toMatchObject({ kind: 'granted' })
  expect(await ask('lake/b', '0.8', { useBond: true })).toEqual({
    ...{ kind: 'refused', scope: 'production', cap: usd('5.1'), available: usd('0.7') },
  })
  expect(await ask('lake/c', '0.7', { useBond: true })).toMatchObject({ kind: 'granted' })
  const { cap, settled, held } = await ledger.totals('lake')
  expect(settled + held).toBe(cap)
})

test('where somebody has caps of their own, the stricter ones count, for holds and bonds and what is told', async () => {
  const { tenant, productions, ledger } = openTenant()
  const brief = { ...sampleBrief, budget: usd('90'), funds: 'real' as const }
  await productions.create({ id: 'lake', brief, outputDir: '/productions/lake', until: null })
  await ledger.setCap('day', 'real', usd('10'))
  const own = (day: string): TenantLedger =>
    ledgerStore(database, tenant, {
      ownCaps: [
        { scope: 'day', funds: 'real', cap: usd(day) },
        { scope: 'month', funds: 'real', cap: usd('40') },
      ],
    })
  const caps = async (of: TenantLedger) =>
    (await of.caps()).map(({ scope, funds, cap }) => [scope, funds, cap])
  expect(await caps(ledger)).toEqual([['day', 'real', usd('10')]])
  expect(await caps(own('25'))).toEqual([
    ['day', 'real', usd('10')],
    ['month', 'real', usd('40')],
  ])
  expect(await own('25').available('lake')).toBe(usd('10'))
  expect(await own('2').available('lake')).toBe(usd('2'))
  expect(await own('2').setBond('lake', usd('3'))).toMatchObject({ scope: 'day', cap: usd('2') })
  await ledger.draft({ ...sampleDraft, key: 'lake/a', funds: 'real', quoted: usd('3') })
  expect(await own('2').hold('lake/a', 9, false)).toMatchObject({ scope: 'day', cap: usd('2') })
  expect(await own('25').hold('lake/a', 9, false)).toMatchObject({ kind: 'granted' })
  await ledger.setCap('day', 'real', null)
  expect(await own('25').available('lake')).toBe(usd('22'))
  expect(await ledger.available('lake')).toBe(usd('87'))
})

test('a cap is proposed where nobody has chosen one, and to have none is a choice', async () => {
  const { tenant, ledger } = openTenant()
  const day = (cap: string | null) =>
    ({ scope: 'day', funds: 'real', cap: cap === null ? null : usd(cap) }) as const
  await ledger.proposeCaps([day('0.5')])
  await ledgerStore(database, tenant).proposeCaps([day('25')])
  expect(await ledger.caps()).toEqual([day('0.5')])
  await ledger.setCap('day', 'real', null)
  await ledger.proposeCaps([day('25'), { ...day('300'), scope: 'month' }])
  expect(await ledger.caps()).toEqual([{ ...day('300'), scope: 'month' }])
  const without = openTenant()
  await without.ledger.proposeCaps([day(null)])
  expect(await without.ledger.caps()).toEqual([])
})

test('slots that a dead run left behind do not stop the next run', async () => {
  const { tenant, ledger, ask } = await studio('lake', 'sea')
  await ask('lake/a', '1', { slots: 1 })
  expect(await ask('sea/a', '1', { slots: 1 })).toEqual({ kind: 'no-slot' })
  await database.write((tables) =>
    tables
      .updateTable('orders')
      .set({ updated_at: new Date(Date.now() - 120_000).toISOString() })
      .where('tenant', '=', tenant)
      .where('key', '=', 'lake/a')
      .execute(),
  )
  expect(await ledger.hold('sea/a', 1, false)).toMatchObject({ kind: 'granted' })
  expect(await ledger.hold('lake/a', 1, false)).toEqual({ kind: 'no-slot' })
})

test('what other runs keep reserved is told for the day and the month, of the same funds alone', async () => {
  const { ledger, ask } = await studio('lake', 'sea', 'fox')
  await ledger.setBond('lake', usd('1'))
  await ask('lake/a', '0.5')
  await ask('fox/a', '0.2')
  const lake = { production: 'lake', state: 'running', isTest: false }
  expect(await ledger.reservedBeside('sea', 'day')).toEqual([
    { ...lake, bond: usd('1'), held: usd('0.5') },
    { production: 'fox', state: 'running', isTest: false, bond: 0, held: usd('0.2') },
  ])
  expect(await ledger.reservedBeside('lake', 'month')).toMatchObject([{ production: 'fox' }])
  const all = [{ production: 'lake' }, { production: 'fox' }]
  expect(await ledger.reserved(sampleBrief.funds, 'day')).toMatchObject(all)
  const other = sampleBrief.funds === 'real' ? 'emulated' : 'real'
  expect(await ledger.reserved(other, 'day')).toEqual([])
})

test('what was reserved on another day counts under the cap of the month alone', async () => {
  const { ledger, clock, productions } = openTenant()
  for (const id of ['lake', 'sea']) {
    await productions.create({ id, brief: sampleBrief, outputDir: `/films/${id}`, until: null })
  }
  await ledger.setBond('lake', usd('1'))
  clock.day = '2026-11-11'
  expect(await ledger.reservedBeside('sea', 'day')).toEqual([])
  expect(await ledger.reservedBeside('sea', 'month')).toMatchObject([{ production: 'lake' }])
})

test('a vendor rests for a day at most, and a rest that no clock of now can have written does not count', async () => {
  const { tenant, ledger, ask } = await studio('sea')
  const waitMsOf = (answer: HoldAnswer): number | null =>
    answer.kind === 'resting' ? answer.waitMs : null
  const restFor = async (key: string, restMs: number): Promise<void> => {
    await ledger.advance(key, { kind: 'submission-started' })
    const busy = { kind: 'not-accepted', submission: 1, retry: 'later', reason: '429' } as const
    await ledger.advance(key, busy, { restMs })
  }
  await ask('sea/a', '1')
  await restFor('sea/a', 1e23)
  const longest = waitMsOf(await ask('sea/b', '1'))
  expect(longest).toBeLessThanOrEqual(86_400_000)
  expect(longest).toBeGreaterThan(43_200_000)
  await database.write((tables) =>
    tables
      .updateTable('vendor_rests')
      .where('tenant', '=', tenant)
      .set({ until: '9999-12-31T00:00:00Z' })
      .execute(),
  )
  expect(await ask('sea/b', '1')).toMatchObject({ kind: 'granted' })
  await restFor('sea/b', 3_600_000)
  expect(waitMsOf(await ask('sea/c', '1'))).toBeLessThanOrEqual(3_600_000)
})

describe('a rest and a slot are those of the account that an order leaves for', () => {
  const busy = { kind: 'not-accepted', submission: 1, retry: 'later', reason: '429' } as const
  /** Draft an order and ask for its money, to be sent by an account. */
  const asked = async (
    { ledger }: { readonly ledger: TenantLedger },
    key: string,
    account: string,
    slots = 100,
  ): Promise<HoldAnswer> => {
    await ledger.draft({ ...sampleDraft, production: 'sea', key, quoted: usd('0.1') })
    return ledger.hold(key, slots, false, account)
  }

  test('another account goes on, and a person ends the rest of each by itself', async () => {
    const it = await studio('sea')
    await asked(it, 'sea/a', 'first')
    await it.ledger.begin('sea/a', 'first')
    await it.ledger.advance('sea/a', busy, { restMs: 3_600_000 })
    const vendor = vendorOf(sampleDraft.model)
    const [rest] = await it.ledger.rests(vendor)
    const until = rest?.until.slice(0, 19).replace('T', ' ')
    expect(await asked(it, 'sea/b', 'first')).toMatchObject({
      kind: 'resting',
      reason: `${vendor} asks to be left alone until ${until} UTC; \`npx --no-install claude-studio provider show ${vendor} --end-rest\` ends that`,
    })
    expect(await asked(it, 'sea/c', 'second')).toMatchObject({ kind: 'granted' })
    await it.ledger.endRests('another', ['first'])
    await it.ledger.endRests(vendor, ['second'])
    await it.ledger.endRests(vendor, [])
    expect(await it.ledger.rests(vendor)).toMatchObject([{ account: 'first' }])
    await it.ledger.endRests(vendor, ['first'])
    expect(await it.ledger.rests(vendor)).toEqual([])
    expect(await asked(it, 'sea/b', 'first')).toMatchObject({ kind: 'granted' })
  })

  test('what was asked of an order that had gone to several accounts holds for each', async () => {
    const it = await studio('sea')
    await asked(it, 'sea/a', 'first')
    await it.ledger.begin('sea/a', 'first')
    await it.ledger.advance('sea/a', { kind: 'answer-lost', submission: 1, reason: 'silence' })
    await it.ledger.holdAgain('sea/a', 1, 100, false, 'second')
    await it.ledger.begin('sea/a', 'second')
    await it.ledger.advance('sea/a', { ...busy, submission: 2 }, { restMs: 60_000 })
    expect(await asked(it, 'sea/b', 'first')).toMatchObject({ kind: 'resting' })
    expect(await asked(it, 'sea/c', 'second')).toMatchObject({ kind: 'resting' })
  })

  test('jobs of another account take none of its slots', async () => {
    const it = await studio('sea')
    await asked(it, 'sea/a', 'first', 1)
    await it.ledger.begin('sea/a', 'first')
    await it.ledger.advance('sea/a', { kind: 'accepted', submission: 1, job: { id: 'a' } })
    expect(await asked(it, 'sea/b', 'first', 1)).toEqual({ kind: 'no-slot' })
    expect(await asked(it, 'sea/b', 'second', 1)).toMatchObject({ kind: 'granted' })
  })
})
