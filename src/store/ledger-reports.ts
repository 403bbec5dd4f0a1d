import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Funds, Usd } from '../domain/money.ts'
import { maxUsd, subtractUsd, zeroUsd } from '../domain/money.ts'
import type { Clock } from '../ports/clock.ts'
import type {
  FreeUnder,
  LedgerEntry,
  LedgerTotals,
  Reserved,
  SpendDay,
  TenantCap,
} from '../ports/ledger-store.ts'
import type { Account, LedgerTerms } from './ledger-accounts.ts'
import { bondKey, countingCaps, freeUnderCaps, tightest } from './ledger-accounts.ts'
import { utcDay } from './ledger-locks.ts'
import { isTestOf, unknownRun } from './production-rows.ts'
import type { Tables } from './tables.ts'

/**
 * A production's money in its own funds.
 *
 * @throws StudioError `not-found`
 */
export const totalsOf = async (
  tables: Kysely<Tables>,
  tenant: string,
  production: string,
): Promise<LedgerTotals> => {
  const account = await mainAccount(tables, tenant, production)
  const { cap, settled, held, bond, overrun, funds } = account
  const overrunOpen = subtractUsd(overrun, account.overrun_accepted)
  return { cap, settled, held, bond, overrun, overrunOpen, funds }
}

/**
 * What a new hold could be, over all caps; zero while an overrun blocks.
 *
 * @throws StudioError `not-found`
 */
export const availableNow = async (
  tables: Kysely<Tables>,
  owner: { readonly tenant: string; readonly production: string },
  { clock, ownCaps }: LedgerTerms,
): Promise<Usd> => {
  const account = await mainAccount(tables, owner.tenant, owner.production)
  if (account.overrun > account.overrun_accepted) return zeroUsd
  const day = await utcDay(tables, clock)
  return maxUsd(zeroUsd, tightest(await freeUnderCaps(tables, account, { day, ownCaps })).free)
}

/**
 * What is free under each cap that a new hold must respect.
 *
 * @throws StudioError `not-found`
 */
export const freeNow = async (
  tables: Kysely<Tables>,
  owner: { readonly tenant: string; readonly production: string },
  { clock, ownCaps }: LedgerTerms,
): Promise<readonly FreeUnder[]> => {
  const account = await mainAccount(tables, owner.tenant, owner.production)
  return freeUnderCaps(tables, account, { day: await utcDay(tables, clock), ownCaps })
}

/** What other runs keep reserved of a run's funds in a day or month, most first. */
export const reservedBeside = async (
  tables: Kysely<Tables>,
  owner: { readonly tenant: string; readonly production: string },
  { scope, clock }: { readonly scope: 'day' | 'month'; readonly clock: Pick<Clock, 'now'> | null },
): Promise<readonly Reserved[]> => {
  const { funds } = await mainAccount(tables, owner.tenant, owner.production)
  const all = await reservedOf(tables, { tenant: owner.tenant, funds }, { scope, clock })
  return all.filter(({ production }) => production !== owner.production)
}

/** What all runs keep reserved of one kind of funds in a day or month, most first. */
export const reservedOf = async (
  tables: Kysely<Tables>,
  { tenant, funds }: { readonly tenant: string; readonly funds: Funds },
  { scope, clock }: { readonly scope: 'day' | 'month'; readonly clock: Pick<Clock, 'now'> | null },
): Promise<readonly Reserved[]> => {
  const day = await utcDay(tables, clock)
  const { rows } = await sql<Reserved>`
    select run.id as production, run.state, ${isTestOf('run')} as "isTest",
      coalesce(sum(l.held) filter (where l.key = ${bondKey}), 0)::bigint as bond,
      coalesce(sum(l.held) filter (where l.key <> ${bondKey}), 0)::bigint as held
    from claude_studio.ledger_holds l
    join claude_studio.productions run on run.tenant = l.tenant and run.id = l.production
    where l.tenant = ${tenant} and l.funds = ${funds} and l.held > 0
      and l.day >= case ${scope} when 'day' then ${day}::date
        else date_trunc('month', ${day}::date)::date end
      and l.day <= ${day}::date
    group by run.tenant, run.id, run.state
    order by sum(l.held) desc, run.id`.execute(tables)
  return rows
}

/** A production's money trail, oldest line first. */
export const trailOf = (
  tables: Kysely<Tables>,
  tenant: string,
  production: string,
): Promise<readonly LedgerEntry[]> =>
  tables
    .selectFrom('ledger_entries')
    .select(['at', 'kind', 'key', 'amount', 'free'])
    .where((where) => where.and({ tenant, production }))
    .orderBy('id')
    .execute()

/** A tenant's money per UTC day, newest first. */
export const spendSince = async (
  tables: Kysely<Tables>,
  tenant: string,
  sinceIso: string,
): Promise<readonly SpendDay[]> => {
  const since = new Date(sinceIso).toISOString().slice(0, 10)
  const { rows } = await sql<SpendDay>`
    select d.day, d.funds, d.settled, d.held - coalesce(h.bond, 0)::bigint as held,
      coalesce(h.bond, 0)::bigint as bond,
      coalesce(h.of_deleted, 0)::bigint as "settledOfDeleted"
    from claude_studio.ledger_days d
    left join (
      select l.day, l.funds, sum(l.held) filter (where l.key = ${bondKey}) as bond,
        sum(l.settled) filter (where p.deleted_at is not null) as of_deleted
      from claude_studio.ledger_holds l
      join claude_studio.productions p on p.tenant = l.tenant and p.id = l.production
      where l.tenant = ${tenant} and l.day >= ${since}::date
      group by l.day, l.funds
    ) h on h.day = d.day and h.funds = d.funds
    where d.tenant = ${tenant} and d.day >= ${since}::date
    order by d.day desc, d.funds`.execute(tables)
  return rows
}

/** A tenant's caps that count, the day's first. */
export const capsOf = async (
  tables: Kysely<Tables>,
  tenant: string,
  ownCaps: readonly TenantCap[],
): Promise<readonly TenantCap[]> => {
  const { rows } = await sql<TenantCap>`
    ${countingCaps(tenant, ownCaps)} order by scope, funds`.execute(tables)
  return rows
}

const mainAccount = async (
  tables: Kysely<Tables>,
  tenant: string,
  production: string,
): Promise<Account> => {
  const account = await tables
    .selectFrom('productions as p')
    .innerJoin('ledger_accounts as a', (join) =>
      join
        .onRef('a.tenant', '=', 'p.tenant')
        .onRef('a.production', '=', 'p.id')
        .onRef('a.funds', '=', 'p.funds'),
    )
    .selectAll('a')
    .where('p.tenant', '=', tenant)
    .where('p.id', '=', production)
    .executeTakeFirst()
  if (!account) throw unknownRun(production)
  return account
}
