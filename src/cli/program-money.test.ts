import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type FakeStudio, fakeProduction, fakeStudio } from '../../test/support/fake-studio.ts'
import { fakeTerminal } from '../../test/support/fake-terminal.ts'
import { catalogue } from '../catalogue.ts'
import { parseUsd } from '../domain/money.ts'
import type { Order } from '../domain/order.ts'
import { completeBrief } from './brief/complete-brief.ts'
import { budgetSchema, spendSchema } from './json-money.ts'

describe('the command line on money', () => {
  let folder = ''
  let fake: FakeStudio
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'studio cli '))
    fake = fakeStudio()
    fake.briefs.set('fox', {
      ...completeBrief({ concept: 'A fox in the snow', budget: 5 }, catalogue),
      ...{ seeds: [], musicHash: null },
    })
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))
  const run = (...args: string[]) => fakeTerminal(fake, folder, {}).run(...args)

  it('watching a cancelled run goes on until its money is settled', async () => {
    fake.productions.set('fox', fakeProduction('fox', { state: 'cancelled' }))
    fake.directed.add('fox')
    const { productions } = fake.studio
    const { directed } = productions
    let looks = 0
    const counted: typeof directed = (ids) => {
      looks += 1
      return directed(ids)
    }
    Object.assign(productions, { directed: counted })
    let isOver = false
    const watching = run('runs', 'watch', 'fox', '--json').finally(() => {
      isOver = true
    })
    while (!isOver && looks < 3) await pause(5)
    expect(isOver).toBe(false)
    fake.tell('fox', 'money-moved', { settledUsd: 0.07 })
    fake.directed.delete('fox')
    const events = (await watching).json().map(({ event }) => event)
    expect(events.slice(-2)).toEqual(['money-moved', 'production-cancelled'])
  })

  it('what is held is named, and why, and what asks again when the run is cancelled', async () => {
    const key = 'fox/p1/video/1A/1'
    const held = parseUsd('0.07')
    const order = { key, held, model: 'animatic/sketch', state: 'accepted', reason: '' }
    fake.orders.push(order as Order)
    fake.productions.set('fox', fakeProduction('fox', { state: 'cancelled' }))
    const { out } = await run('budget', 'fox')
    expect(out).toContain(`held $0.07 for ${key}: animatic/sketch is making it`)
    expect(out).toContain('runs cancel fox')
    expect(budgetSchema.parse((await run('budget', 'fox', '--json')).json()[0])).toMatchObject({
      openOrders: [{ key, heldUsd: 0.07, why: 'animatic/sketch is making it' }],
    })
  })

  it('spending shows bonds apart from holds, and what deleted runs spent', async () => {
    const { out } = await run('spend')
    expect(out).toMatch(/HELD +BOND/)
    expect(out).toMatch(/\$3\.10 +\$0\.00 +\$0\.242/)
    expect(out).toContain('of deleted runs: $1.10')
    expect(spendSchema.parse((await run('spend', '--json')).json()[0]).days).toMatchObject([
      { heldUsd: 0, bondUsd: 0.24168, settledOfDeletedUsd: 1.1 },
    ])
  })

  it('the money trail is shorter by what moved no money, for programs as for people', async () => {
    fake.productions.set('fox', fakeProduction('fox'))
    const trail = async (...flags: string[]) =>
      budgetSchema.parse((await run('budget', 'fox', '--json', ...flags)).json()[0])
    expect((await trail()).trail.map(({ amountUsd }) => amountUsd)).toEqual([0.6, 0.02917])
    expect((await trail()).leftOut).toBe(1)
    expect((await trail('--all')).trail).toHaveLength(3)
    expect((await trail('--all')).leftOut).toBe(0)
  })

  it.each(['0000-01', '0001-01', '1969-12', '2026-00', '2026-13', '2026-1', '10000-01', 'x'])(
    'the month %s is refused before the database is asked',
    async (month) => {
      const { code, err } = await run('spend', '--month', month)
      expect(code).toBe(2)
      expect(err).toContain(`"${month}" is not a month`)
    },
  )

  it('the month 9999-12 is one, in which nothing was spent', async () => {
    expect((await run('spend', '--month', '9999-12')).code).toBe(0)
  })
})
