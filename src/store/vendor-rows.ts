import type { Kysely, Transaction } from 'kysely'
import { sql } from 'kysely'
import { vendorOf } from '../domain/catalogue-model.ts'
import { type Job, type Order, severalAccounts } from '../domain/order.ts'
import type { VendorRest } from '../domain/vendor-measure.ts'
import { longestRestMs } from '../kit/retry-after.ts'
import type { UnexplainedJob } from '../ports/ledger-store.ts'
import { jobName } from './job-name.ts'
import type { Run } from './ledger-locks.ts'
import { jsonb } from './stored-json.ts'
import type { Tables } from './tables.ts'

/** Those of some jobs that no other order of the same vendor account has, in the order given. */
export const unclaimed = async (
  tables: Kysely<Tables>,
  tenant: string,
  key: string,
  jobs: readonly Job[],
): Promise<readonly Job[]> => {
  if (jobs.length === 0) return []
  const { rows } = await sql<{ job: Job }>`
    select found.job from jsonb_array_elements(${jsonb(jobs)}) with ordinality as found(job, at)
    where not exists (
      select from claude_studio.orders mine
      join claude_studio.orders other on other.tenant = mine.tenant
        and other.vendor = mine.vendor and other.funds = mine.funds and other.key <> mine.key
      where mine.tenant = ${tenant} and mine.key = ${key}
        and md5(${jobName('other.job')}) = md5(${jobName('found.job')})
    )
    order by found.at`.execute(tables)
  return rows.map(({ job }) => job)
}

/** Those of some jobs that no order explains, as `LedgerStore.unexplained` has them. */
export const unexplained = async (
  tables: Kysely<Tables>,
  tenant: string,
  key: string,
  jobs: readonly Job[],
): Promise<readonly UnexplainedJob[]> => {
  const unclaimedJobs = await unclaimed(tables, tenant, key, jobs)
  if (unclaimedJobs.length === 0) return []
  const { rows } = await sql<UnexplainedJob>`
    select listed.job, exists (
      select from claude_studio.found_clips found
      where found.tenant = mine.tenant and found.vendor = mine.vendor and found.funds = mine.funds
        and ${jobName('found.job')} = ${jobName('listed.job')}) as "isShelved"
    from jsonb_array_elements(${jsonb(unclaimedJobs)}) with ordinality as listed(job, at)
    join claude_studio.orders mine on mine.tenant = ${tenant} and mine.key = ${key}
    where not exists (
      select from claude_studio.stray_jobs stray
      where stray.tenant = mine.tenant and stray.vendor = mine.vendor and stray.funds = mine.funds
        and ${jobName('stray.job')} = ${jobName('listed.job')}
    ) and not exists (
      select from claude_studio.found_clips late
      where late.tenant = mine.tenant and late.vendor = mine.vendor and late.funds = mine.funds
        and late.order_key is not null and ${jobName('late.job')} = ${jobName('listed.job')}
    )
    order by listed.at`.execute(tables)
  return rows
}

/** Keep a job that an order has beside its own: it is paid, and salvage brings it home. */
export const keepStray = async (
  tables: Transaction<Tables>,
  { tenant }: Run,
  order: Order,
  job: Job,
): Promise<void> => {
  const { model, funds } = order
  await tables
    .insertInto('stray_jobs')
    .values({
      tenant,
      order_key: order.key,
      vendor: vendorOf(model),
      funds,
      model,
      job: jsonb(job),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The latest that a rest of now can end; one that ends later was written when a clock was wrong, and does not count. */
const latestRest = sql<string>`clock_timestamp() + make_interval(secs => ${longestRestMs / 1000})`

/** Write down that a vendor account is to be left alone for a while, a day at most; a longer rest stands. */
export const letRest = async (
  tables: Transaction<Tables>,
  { tenant }: Run,
  { model, funds, account }: Order,
  restMs: number,
): Promise<void> => {
  const seconds = Math.min(restMs, longestRestMs) / 1000
  const until = sql<string>`clock_timestamp() + make_interval(secs => ${seconds})`
  await tables
    .insertInto('vendor_rests')
    .values({ tenant, vendor: vendorOf(model), funds, account: account ?? '', until })
    .onConflict((conflict) =>
      conflict.columns(['tenant', 'vendor', 'funds', 'account']).doUpdateSet({
        until: sql<string>`case when vendor_rests.until > ${latestRest} then excluded.until
            else greatest(vendor_rests.until, excluded.until) end`,
      }),
    )
    .execute()
}

/** Rests of a vendor's accounts that have not ended, the longest first. */
export const restsOf = async (
  tables: Kysely<Tables>,
  tenant: string,
  vendor: string,
): Promise<readonly VendorRest[]> =>
  tables
    .selectFrom('vendor_rests')
    .select(['funds', 'account', 'until'])
    .where((where) => where.and({ tenant, vendor }))
    .where('until', '>', sql<string>`clock_timestamp()`)
    .where('until', '<=', latestRest)
    .orderBy('until', 'desc')
    .execute()

/** End the rests of some of a vendor's accounts, by their marks: a person knows better than what it said. */
export const endRests = async (
  tables: Transaction<Tables>,
  tenant: string,
  vendor: string,
  accounts: readonly string[],
): Promise<void> => {
  if (accounts.length === 0) return
  await tables
    .deleteFrom('vendor_rests')
    .where((where) => where.and({ tenant, vendor }))
    .where('account', 'in', accounts)
    .execute()
}

/**
 * How long the account still rests that an order is to leave for; null when it does not. What was asked of an order that had gone
 * to several accounts holds for each.
 *
 * @param account null for who needs none
 */
export const restOf = async (
  tables: Kysely<Tables>,
  {
    run: { tenant },
    order: { model, funds },
    account,
  }: { readonly run: Run; readonly order: Order; readonly account: string | null },
): Promise<{ readonly reason: string; readonly waitMs: number } | null> => {
  const vendor = vendorOf(model)
  const { rows } = await sql<{ until: string; ms: number }>`
    select until, (extract(epoch from until - clock_timestamp()) * 1000)::double precision as ms
    from claude_studio.vendor_rests
    where tenant = ${tenant} and vendor = ${vendor} and funds = ${funds}
      and account in (${account ?? ''}, ${severalAccounts})
      and until > clock_timestamp() and until <= ${latestRest}
    order by until desc limit 1`.execute(tables)
  const [row] = rows
  if (!row) return null
  const until = `${new Date(row.until).toISOString().slice(0, 19).replace('T', ' ')} UTC`
  return {
    waitMs: Math.ceil(row.ms),
    reason: `${vendor} asks to be left alone until ${until}; \`npx --no-install claude-studio provider show ${vendor} --end-rest\` ends that`,
  }
}
