import type { ChildProcess } from 'node:child_process'
import { fork } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { expect, test } from 'vitest'
import type { Brief } from '../../src/domain/brief.ts'
import { parseUsd } from '../../src/domain/money.ts'
import { openStore } from '../../src/store/database.ts'
import { ledgerStore } from '../../src/store/ledger-store.ts'
import { productionStore } from '../../src/store/production-store.ts'
import { sampleBrief } from '../../src/testing/sample-production.ts'
import { testDatabase } from '../support/test-database.ts'
import type { HammerJob, HammerReport } from './hammer-report.ts'

const processes = 8
const tenant = 'hammered'

test('8 processes, killed at random, never hold a micro-dollar past one production’s cap', async () => {
  const said = await hammer({ productions: ['one'], budget: '3', days: 1, overruns: true })
  expect(said.overrun).toBeGreaterThan(0)
  expect(said.bonded).toBeGreaterThan(0)
})

test('a day’s and a month’s cap hold over two productions, 8 processes and a turn of the day', async () => {
  await hammer({
    ...{ productions: ['one', 'two'], budget: '500', days: 3, overruns: false },
    caps: { day: '3', month: '5' },
  })
})

interface Round {
  readonly productions: readonly string[]
  readonly budget: string
  readonly days: number
  readonly overruns: boolean
  readonly caps?: { readonly day: string; readonly month: string }
}

/** Hammer until enough happened, checking all the while; returns how often each thing happened. */
const hammer = async (round: Round): Promise<Record<HammerReport['what'], number>> => {
  const home = await testDatabase()
  const checker = new pg.Client({ connectionString: home.url })
  const crew = new Set<ChildProcess>()
  const said = noReports()
  const deaths: string[] = []
  const overruns = round.overruns ? 3 : 0
  let ending = false
  try {
    await prepare(home.url, round)
    await checker.connect()
    const start = (): void => {
      const { productions, days } = round
      const job: HammerJob = {
        ...{ url: home.url, tenant, productions, funds: 'real', days },
        overruns: round.overruns,
      }
      const child = fork(join(import.meta.dirname, 'hammer-worker.ts'), [JSON.stringify(job)], {
        execArgv: [],
      })
      crew.add(child)
      child.on('message', ({ what }: HammerReport) => {
        said[what] += 1
      })
      child.on('exit', (code, signal) => {
        crew.delete(child)
        if (signal !== 'SIGKILL') deaths.push(`exit ${code} ${signal}`)
        if (!ending) start()
      })
    }
    for (let index = 0; index < processes; index += 1) start()
    let kills = 0
    while (kills < 20 || said.granted < 150 || said.refused < 30 || said.overrun < overruns) {
      expect(await violations(checker, round)).toEqual([])
      expect(deaths).toEqual([])
      // A process is killed only once the crew is at work again, so that kills fall into transactions.
      const reports = Object.values(said).reduce((sum, count) => sum + count, 0)
      if (reports > (kills + 1) * 15) {
        kills += 1
        ;[...crew][randomInt(crew.size)]?.kill('SIGKILL')
      }
      await sleep(40)
    }
    ending = true
    await endAll(crew)
    expect(await violations(checker, round)).toEqual([])
    return said
  } finally {
    ending = true
    await endAll(crew)
    await checker.end()
    await home.close()
  }
}

const noReports = (): Record<HammerReport['what'], number> => ({
  ...{ granted: 0, refused: 0, 'blocked-by-overrun': 0, 'no-slot': 0, resting: 0, 'not-wanted': 0 },
  ...{ bonded: 0, released: 0, settled: 0, overrun: 0, 'lost-race': 0 },
})

const endAll = async (crew: ReadonlySet<ChildProcess>): Promise<void> => {
  await Promise.all(
    [...crew].map(async (child) => {
      child.kill('SIGKILL')
      await once(child, 'exit')
    }),
  )
}

const prepare = async (url: string, round: Round): Promise<void> => {
  const database = await openStore({ url })
  const store = productionStore(database, tenant)
  for (const id of round.productions) {
    const brief: Brief = { ...sampleBrief, funds: 'real', budget: parseUsd(round.budget) }
    await store.create({ id, brief, outputDir: `/productions/${id}`, until: null })
  }
  const ledger = ledgerStore(database, tenant)
  await ledger.setCap('day', 'real', round.caps ? parseUsd(round.caps.day) : null)
  await ledger.setCap('month', 'real', round.caps ? parseUsd(round.caps.month) : null)
  await database.close()
}

/**
 * Every way the ledger is wrong right now, from one statement and so one snapshot. What is held and billed is added
 * up from the holds themselves, by other SQL than the ledger's own running sums.
 */
const violations = async (checker: pg.Client, round: Round): Promise<readonly string[]> => {
  const { rows } = await checker.query<{ what: string }>(`
    with per_production as (
      select production, sum(settled - overrun + held) as used, sum(held) as held,
        sum(settled) as settled, sum(overrun) as overrun
      from claude_studio.ledger_holds group by production),
    per_day as (
      select day, sum(settled - overrun + held) as used from claude_studio.ledger_holds group by day)
    select 'production ' || p.production || ' uses ' || p.used || ' of ' || a.cap as what
      from per_production p join claude_studio.ledger_accounts a using (production)
      where p.used > a.cap
    union all
    select 'running sums of ' || p.production || ' are wrong'
      from per_production p join claude_studio.ledger_accounts a using (production)
      where (p.held, p.settled, p.overrun) <> (a.held + a.bond, a.settled, a.overrun)
    union all
    select 'day ' || d.day || ' uses ' || d.used || ' of ' || c.cap
      from per_day d join claude_studio.tenant_caps c on c.scope = 'day' and c.funds = 'real'
      where d.used > c.cap
    union all
    select 'running sums of day ' || d.day || ' are wrong'
      from per_day d join claude_studio.ledger_days s using (day)
      where d.used <> s.settled - s.overrun + s.held
    union all
    select 'month uses ' || sum(d.used) || ' of ' || c.cap
      from per_day d join claude_studio.tenant_caps c on c.scope = 'month' and c.funds = 'real'
      group by c.cap having sum(d.used) > c.cap
    union all
    select 'order ' || o.key || ' is held at ' || o.held || ' and its holds are ' || h.held
      from claude_studio.orders o
      join (select key, sum(held) as held from claude_studio.ledger_holds group by key) h using (key)
      where o.held <> h.held
    union all
    select 'order ' || key || ' was granted without a hold' from claude_studio.orders o
      where state <> 'drafted'
      and not exists (select from claude_studio.ledger_holds h where h.key = o.key)
    union all
    select 'caps are gone' where (select count(*) from claude_studio.tenant_caps where funds = 'real' and cap is not null) <> ${round.caps ? 2 : 0}`)
  return rows.map(({ what }) => what)
}
