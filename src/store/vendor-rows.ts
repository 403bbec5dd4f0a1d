import type { Kysely, Transaction } from 'kysely'
import { sql } from 'kysely'
import { vendorOf } from '../domain/catalogue-model.ts'
import type { Job, Order } from '../domain/order.ts'
import { longestRestMs } from '../kit/retry-after.ts'
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
        and coalesce(other.job->>'id', other.job::text) = coalesce(found.job->>'id', found.job::text)
    )
    order by found.at`.execute(tables)
  return rows.map(({ job }) => job)
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
  { model, funds }: Order,
  restMs: number,
): Promise<void> => {
  const seconds = Math.min(restMs, longestRestMs) / 1000
  const until = sql<string>`clock_timestamp() + make_interval(secs => ${seconds})`
  await tables
    .insertInto('vendor_rests')
    .values({ tenant, vendor: vendorOf(model), funds, until, reason: '' })
    .onConflict((conflict) =>
      conflict.columns(['tenant', 'vendor', 'funds']).doUpdateSet({
        until: sql<string>`case when vendor_rests.until > ${latestRest} then excluded.until
            else greatest(vendor_rests.until, excluded.until) end`,
      }),
    )
    .execute()
}

/** How long an order's vendor account still rests; null when it does not. */
export const restOf = async (
  tables: Kysely<Tables>,
  { tenant }: Run,
  { model, funds }: Order,
): Promise<{ readonly reason: string; readonly waitMs: number } | null> => {
  const { rows } = await sql<{ ms: number }>`
    select (extract(epoch from until - clock_timestamp()) * 1000)::double precision as ms
    from claude_studio.vendor_rests
    where tenant = ${tenant} and vendor = ${vendorOf(model)} and funds = ${funds}
      and until > clock_timestamp() and until <= ${latestRest}`.execute(tables)
  const [row] = rows
  if (!row) return null
  const waitMs = Math.ceil(row.ms)
  const seconds = Math.ceil(waitMs / 1000)
  return { waitMs, reason: `${vendorOf(model)} asks to be left alone for ${seconds} s` }
}
