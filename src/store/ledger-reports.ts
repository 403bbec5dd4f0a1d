import type { Kysely } from 'kysely'
import type { Funds, Usd } from '../domain/money.ts'
import { zeroUsd } from '../domain/money.ts'
import type { Clock } from '../ports/clock.ts'
import type { LedgerEntry, LedgerStore, LedgerTotals } from '../ports/ledger-store.ts'
import type { Account } from './ledger-accounts.ts'
import { freeUnderCaps, tightest } from './ledger-accounts.ts'
import { utcDay } from './ledger-locks.ts'
import { unknownRun } from './production-rows.ts'
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
  return { cap, settled, held, bond, overrun, funds }
}

/**
 * What a new hold could be, over all caps; zero while an overrun blocks.
 *
 * @throws StudioError `not-found`
 */
export const availableNow = async (
  tables: Kysely<Tables>,
  owner: { readonly tenant: string; readonly production: string },
  clock: Clock | null,
): Promise<Usd> => {
  const account = await mainAccount(tables, owner.tenant, owner.production)
  if (account.overrun > account.overrun_accepted) return zeroUsd
  return tightest(await freeUnderCaps(tables, account, await utcDay(tables, clock))).free
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
): ReturnType<LedgerStore['spend']> =>
  tables
    .selectFrom('ledger_days')
    .select(['day', 'funds', 'settled', 'held'])
    .where('tenant', '=', tenant)
    .where('day', '>=', new Date(sinceIso).toISOString().slice(0, 10))
    .orderBy('day', 'desc')
    .orderBy('funds')
    .execute()

/** A tenant's caps. */
export const capsOf = (
  tables: Kysely<Tables>,
  tenant: string,
): Promise<
  readonly { readonly scope: 'day' | 'month'; readonly funds: Funds; readonly cap: Usd }[]
> =>
  tables
    .selectFrom('tenant_caps')
    .select(['scope', 'funds', 'cap'])
    .where('tenant', '=', tenant)
    .orderBy('scope')
    .orderBy('funds')
    .execute()

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
