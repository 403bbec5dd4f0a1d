import type { Kysely, RawBuilder, Selectable, Transaction } from 'kysely'
import { sql } from 'kysely'
import type { Funds, Usd } from '../domain/money.ts'
import { microUsd, minUsd, subtractUsd, sumUsd, zeroUsd } from '../domain/money.ts'
import type { Clock } from '../ports/clock.ts'
import type { FreeUnder, LedgerEntry, TenantCap } from '../ports/ledger-store.ts'
import type { LedgerAccountTable, LedgerHoldTable, Tables } from './tables.ts'

/** Key that the completion bond's holds have where orders have theirs. */
export const bondKey = 'bond'

/** A production's money in one kind of funds. */
export type Account = Selectable<LedgerAccountTable>

/** Money held on one UTC day for one key. */
export type Lot = Selectable<LedgerHoldTable>

/** The account of a production in some funds, made when it is first needed with the production's cap. */
export const accountOf = async (
  tables: Kysely<Tables>,
  owner: { readonly tenant: string; readonly production: string; readonly funds: Funds },
): Promise<Account> => {
  const all = await tables
    .selectFrom('ledger_accounts')
    .selectAll()
    .where('tenant', '=', owner.tenant)
    .where('production', '=', owner.production)
    .execute()
  const found = all.find(({ funds }) => funds === owner.funds)
  if (found) return found
  const cap = all[0]?.cap
  if (cap === undefined) throw new TypeError(`Production ${owner.production} has no account`)
  return tables
    .insertInto('ledger_accounts')
    .values({ tenant: owner.tenant, production: owner.production, funds: owner.funds, cap })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Money under the production's cap that is neither billed, held nor bonded. */
export const freeInAccount = (account: Account): Usd =>
  subtractUsd(account.cap, sumUsd(account.settled, account.held, account.bond))

/** What money is granted by, beside what the ledger holds. */
export interface LedgerTerms {
  /** Says what UTC day a hold belongs to; null for the database server's own, the one clock all machines share. */
  readonly clock: Pick<Clock, 'now'> | null
  /** Caps of whoever asks, beside the ledger's: the stricter ones count. */
  readonly ownCaps: readonly TenantCap[]
}

/** The caps that count, as rows of scope, funds and cap: of the ledger's and those of whoever asks, the stricter ones. */
export const countingCaps = (
  tenant: string,
  ownCaps: readonly TenantCap[],
): RawBuilder<TenantCap> =>
  sql`select scope, funds, min(cap) as cap from (
    select scope, funds, cap from claude_studio.tenant_caps
    where tenant = ${tenant} and cap is not null
    union all
    select scope, funds, cap from jsonb_to_recordset(${JSON.stringify(ownCaps)}::jsonb)
      as own (scope text, funds text, cap bigint)
  ) known group by scope, funds`

/** What is free under each cap that a hold of today must respect, the production's first. */
export const freeUnderCaps = async (
  tables: Kysely<Tables>,
  account: Account,
  { day, ownCaps }: { readonly day: string; readonly ownCaps: readonly TenantCap[] },
): Promise<readonly FreeUnder[]> => {
  const { rows } = await sql<{ scope: 'day' | 'month'; cap: Usd; used: Usd }>`
    select c.scope, c.cap, coalesce(sum(d.settled + d.held), 0)::bigint as used
    from (${countingCaps(account.tenant, ownCaps)}) c
    left join claude_studio.ledger_days d
      on d.tenant = ${account.tenant} and d.funds = c.funds
      and d.day >= case c.scope when 'day' then ${day}::date
        else date_trunc('month', ${day}::date)::date end
      and d.day < case c.scope when 'day' then ${day}::date + 1
        else (date_trunc('month', ${day}::date) + interval '1 month')::date end
    where c.funds = ${account.funds}
    group by c.scope, c.cap
    order by c.scope`.execute(tables)
  return [
    { scope: 'production', cap: account.cap, free: freeInAccount(account) },
    ...rows.map(({ scope, cap, used }) => ({ scope, cap, free: subtractUsd(cap, used) })),
  ]
}

/** The cap that leaves least, the first of several: less than nothing where a bill went over it, or it was lowered. */
export const tightest = (all: readonly FreeUnder[]): FreeUnder =>
  all.reduce((left, right) => (right.free < left.free ? right : left))

/** A change of what one key holds on one day, in all three places where it is counted. */
export interface Movement {
  readonly key: string
  readonly day: string
  readonly held: Usd
  readonly settled: Usd
  readonly overrun: Usd
}

/** Write a movement into the hold, the day and the account; returns the account as it is then. */
export const move = async (
  tables: Transaction<Tables>,
  account: Account,
  movement: Movement,
): Promise<Account> => {
  const { tenant, production, funds } = account
  const { key, day, held, settled, overrun } = movement
  const change = { held, settled, overrun }
  const lot = { tenant, production, key, day }
  const inHolds = await tables
    .updateTable('ledger_holds')
    .set(added(change))
    .where((where) => where.and(lot))
    .executeTakeFirstOrThrow()
  if (inHolds.numUpdatedRows === 0n) {
    await tables
      .insertInto('ledger_holds')
      .values({ ...lot, funds, ...change })
      .execute()
  }
  const inDays = await tables
    .updateTable('ledger_days')
    .set(added(change))
    .where((where) => where.and({ tenant, funds, day }))
    .executeTakeFirstOrThrow()
  if (inDays.numUpdatedRows === 0n) {
    await tables
      .insertInto('ledger_days')
      .values({ tenant, funds, day, ...change })
      .execute()
  }
  const bond = key === bondKey ? held : zeroUsd
  return tables
    .updateTable('ledger_accounts')
    .set(added({ held: subtractUsd(held, bond), settled, overrun }))
    .set({ bond: sql<Usd>`bond + ${bond}` })
    .where((where) => where.and({ tenant, production, funds }))
    .returningAll()
    .executeTakeFirstOrThrow()
}

const added = (change: Pick<Movement, 'held' | 'settled' | 'overrun'>) => ({
  held: sql<Usd>`held + ${change.held}`,
  settled: sql<Usd>`settled + ${change.settled}`,
  overrun: sql<Usd>`overrun + ${change.overrun}`,
})

/** What a key holds or was billed, oldest day first. */
export const lotsOf = (
  tables: Kysely<Tables>,
  account: Account,
  key: string,
): Promise<readonly Lot[]> =>
  tables
    .selectFrom('ledger_holds')
    .selectAll()
    .where((where) => where.and({ tenant: account.tenant, production: account.production, key }))
    .orderBy('day')
    .execute()

/** Write a line of the money trail. */
export const note = async (
  tables: Transaction<Tables>,
  account: Account,
  line: Pick<LedgerEntry, 'kind' | 'key' | 'amount' | 'free'>,
): Promise<void> => {
  const { tenant, production } = account
  await tables
    .insertInto('ledger_entries')
    .values({ tenant, production, ...line })
    .execute()
}

/** Parts of lots that together make an amount, taken in the order given; fewer when the lots hold less. */
export const partsOf = (
  lots: readonly Lot[],
  amount: Usd,
): readonly { readonly day: string; readonly amount: Usd }[] => {
  let left = amount
  return lots.flatMap((lot) => {
    const part = minUsd(left, lot.held)
    left = microUsd(left - part)
    return part > 0 ? [{ day: lot.day, amount: part }] : []
  })
}
