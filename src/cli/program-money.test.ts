import { setTimeout as pause } from 'node:timers/promises'
import { beforeEach, describe, expect, it } from 'vitest'
import { atTerminal } from '../../test/support/at-terminal.ts'
import { fakeOrder, fakeProduction } from '../../test/support/fake-rows.ts'
import { foxBrief, wrapFox } from '../../test/support/fox-film.ts'
import { parseUsd, zeroUsd } from '../domain/money.ts'
import { budgetSchema, spendSchema } from './json-money.ts'
import { runSchema } from './json-output.ts'

describe('the command line on money', () => {
  const at = atTerminal()
  beforeEach(() => {
    at.fake.briefs.set('fox', foxBrief)
  })
  const { run } = at

  it('a run that failed says what it keeps reserved, and what uses and frees it', async () => {
    at.fake.productions.set('fox', fakeProduction('fox', { state: 'failed' }))
    at.fake.kept = { bond: parseUsd('0.6'), funds: 'real' }
    for (const words of [
      ['runs', 'show', 'fox'],
      ['budget', 'fox'],
    ]) {
      const { out } = await run(...words)
      expect(out).toMatch(/\$0\.60 stays reserved.*runs resume fox.*runs cancel fox/)
    }
  })

  it('watching a cancelled run goes on until its money is settled', async () => {
    at.fake.productions.set('fox', fakeProduction('fox', { state: 'cancelled' }))
    at.fake.directed.add('fox')
    const { productions } = at.fake.studio
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
    at.fake.tell('fox', 'money-moved', { settledUsd: 0.07 })
    at.fake.directed.delete('fox')
    const events = (await watching).json().map(({ event }) => event)
    expect(events.slice(-2)).toEqual(['money-moved', 'production-cancelled'])
  })

  it('watching a run that is deleted meanwhile ends with that, as working on it does', async () => {
    at.fake.productions.set('fox', fakeProduction('fox'))
    const { productions } = at.fake.studio
    const { directed } = productions
    const deletedAtOnce: typeof directed = async (ids) => {
      at.fake.tell('fox', 'money-moved', { settledUsd: 0.07 })
      at.fake.productions.delete('fox')
      return directed(ids)
    }
    Object.assign(productions, { directed: deletedAtOnce })
    const { code, json } = await run('runs', 'watch', 'fox', '--json')
    expect(code).toBe(1)
    expect(json().at(-1)).toMatchObject({ event: 'error', code: 'run-deleted', exitCode: 1 })
  })

  it('what is held is named, and why, and what asks again where the run does not go on', async () => {
    const key = 'fox/p1/video/1A/1'
    const held = parseUsd('0.07')
    const order = { held, model: 'animatic/sketch', state: 'accepted', reason: '' } as const
    at.fake.orders.push(fakeOrder(key, order))
    at.fake.productions.set('fox', fakeProduction('fox', { state: 'cancelled' }))
    const { out } = await run('budget', 'fox')
    expect(out).toContain(`held $0.07 for ${key}: animatic/sketch is making it`)
    expect(out).toContain('orders reconcile fox')
    expect(budgetSchema.parse((await run('budget', 'fox', '--json')).json()[0])).toMatchObject({
      openOrders: [{ key, heldUsd: 0.07, why: 'animatic/sketch is making it' }],
    })
    Object.assign(at.fake.studio.productions, { removal: async () => ({ isDone: true }) })
    expect((await run('budget', 'fox')).out).toMatch(/run is deleted; .*orders reconcile fox/)
  })

  it('what no vendor can tell of is left to a person, and not asked about', async () => {
    at.fake.orders.push(fakeOrder('fox/p1/video/1A/1', { model: 'runway/gen4.5' }))
    at.fake.productions.set('fox', fakeProduction('fox', { state: 'cancelled' }))
    const { out } = await run('budget', 'fox')
    expect(out).toContain('orders list fox --parked')
    expect(out).not.toMatch(/reconcile|runs cancel/)
  })

  it('what a vendor has made, or was sent and did not answer, is said so', async () => {
    const held = parseUsd('0.07')
    at.fake.orders.push(
      fakeOrder('fox/p1/video/1A/1', { held, state: 'ready' }),
      fakeOrder('fox/p1/video/1B/1', { held, state: 'submitting' }),
    )
    at.fake.productions.set('fox', fakeProduction('fox'))
    const { out } = await run('budget', 'fox')
    expect(out).toContain('animatic/painted has made it')
    expect(out).toContain('it was sent to animatic/painted, and no answer is written down yet')
  })

  it('what was quoted, held and billed is told for each model, with how far bills are from what was expected', async () => {
    at.fake.productions.set('fox', fakeProduction('fox'))
    const delivered = { state: 'delivered', held: zeroUsd, billed: parseUsd('0.33') } as const
    at.fake.orders.push(
      fakeOrder('fox/p1/video/1A/1', delivered),
      fakeOrder('fox/p1/video/1B/1'),
      fakeOrder('fox/p1/llm/script/1', {
        ...{ state: 'delivered', port: 'llm', model: 'understudy/crew' },
        ...{ quoted: zeroUsd, held: zeroUsd },
      }),
    )
    const { out } = await run('budget', 'fox')
    expect(out).toMatch(
      /animatic\/painted +simulated +2 +\$0\.60 +\$0\.30 +\$0\.30 +\$0\.33 +\$0\.00 +\+\$0\.03 \(\+10\.0 %\) +fox\/p1\/video\/1B\/1/,
    )
    expect(out).not.toContain('understudy/crew')
    expect(out).not.toContain('QUOTED is')
    expect(out).toContain('DRIFT is how far bills')
    expect(out).toContain('orders list fox --parked')
    const line = budgetSchema.parse((await run('budget', 'fox', '--json')).json()[0])
    expect(line.models).toMatchObject([
      {
        ...{ model: 'animatic/painted', quotedUsd: 0.6, expectedUsd: 0.3 },
        ...{ driftUsd: 0.03, driftPercent: 10, parked: [expect.any(String)] },
      },
      { model: 'understudy/crew', driftPercent: null },
    ])
  })

  it('a vendor that sends no bills has no drift, and is said to send none', async () => {
    at.fake.productions.set('fox', fakeProduction('fox'))
    at.fake.orders.push(
      fakeOrder('fox/p1/video/1A/1', {
        ...{ state: 'delivered', model: 'luma/ray-3.2-540p', funds: 'real' },
        ...{ held: zeroUsd, billed: parseUsd('0.3') },
      }),
    )
    const { out } = await run('budget', 'fox')
    expect(out).toMatch(/\$0\.30 +\$0\.00 +not told/)
    expect(out).toContain('luma sends no bills: its work is booked as quoted')
    const line = budgetSchema.parse((await run('budget', 'fox', '--json')).json()[0])
    expect(line.models).toMatchObject([{ driftUsd: null, driftPercent: null }])
  })

  it('the drift of a paid crew is from what its answers usually cost, and the most they can cost is said to be that', async () => {
    at.fake.productions.set('fox', fakeProduction('fox'))
    at.fake.orders.push(
      fakeOrder('fox/crew/llm/script/p1/1', {
        ...{ state: 'delivered', port: 'llm', model: 'anthropic/claude-sonnet-5-5', funds: 'real' },
        request: { task: 'write-script', input: { seconds: 20 } },
        ...{ quoted: parseUsd('0.17'), held: zeroUsd, billed: parseUsd('0.04') },
      }),
    )
    const { out } = await run('budget', 'fox')
    expect(out).toMatch(
      /real +1 +\$0\.17 +\$0\.043 +\$0\.00 +\$0\.04 +\$0\.00 +-\$0\.003 \(-7\.0 %\)/,
    )
    expect(out).toContain('QUOTED is the most an order can cost that is sent once.')
    expect(out).toContain('DRIFT is how far bills')
    expect(out).toContain('ASSUMED is the part of BILLED')
    const line = budgetSchema.parse((await run('budget', 'fox', '--json')).json()[0])
    expect(line.models).toMatchObject([{ expectedUsd: 0.043, driftUsd: -0.003, driftPercent: -7 }])
  })

  it('the pilots of a run have the prices of their films as written, and at most while one has no script', async () => {
    wrapFox(at.fake, foxBrief)
    const shown = async () => {
      const { out } = await run('runs', 'show', 'fox')
      const { pilots } = runSchema.parse((await run('runs', 'show', 'fox', '--json')).json()[0])
      return [...pilots, /film .*?\$[\d.]+/.exec(out)?.[0]].map((told) =>
        typeof told === 'object' ? told['filmQuoteIs'] : told,
      )
    }
    expect(await shown()).toEqual(['as-written', 'as-written', 'film as written $2.50'])
    at.fake.documents.delete('fox/script/p2')
    expect(await shown()).toEqual(['at-most', 'at-most', 'film at most $2.50'])
  })

  it('a cap is raised by the amount that is named, and an amount that is none changes nothing', async () => {
    at.fake.productions.set('fox', fakeProduction('fox'))
    expect((await at.run('budget', 'fox', '--raise-to', '7.50')).code).toBe(0)
    expect(at.fake.calls).toEqual(['raise fox to 7500000'])
    const { code, err } = await at.run('budget', 'fox', '--raise-to', 'more')
    expect([code, at.fake.calls.length]).toEqual([2, 1])
    expect(err).toContain('not an amount of money')
  })

  it('where no money was moved a sentence says so, not an empty table', async () => {
    at.fake.productions.set('fox', fakeProduction('fox'))
    Object.assign(at.fake.studio.ledger, { trail: async () => [], spend: async () => [] })
    const budget = (await run('budget', 'fox')).out
    expect(budget).toContain('Run fox has moved no money yet.\n')
    expect(budget).not.toContain('FREE AFTER')
    const spend = (await run('spend')).out
    expect(spend).toContain('No money was moved since 2026-08-25.\n')
    expect(spend).not.toContain('BOND')
    expect((await run('spend', '--month', '2026-10')).out).toContain('moved in 2026-10.\n')
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
    at.fake.productions.set('fox', fakeProduction('fox'))
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
