import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { PictureSize } from '../domain/brief.ts'
import { vendorOf } from '../domain/catalogue-model.ts'
import type { Json } from '../domain/json.ts'
import type { Usd } from '../domain/money.ts'
import { type Job, ownCost } from '../domain/order.ts'
import type { Review } from '../domain/review.ts'
import { type FoundClip, namedClips, takeOfOrder, type UnnamedClip } from '../domain/shelf.ts'
import type { Take } from '../domain/take.ts'
import { type Rate, secondsFromFrames } from '../domain/time.ts'
import type { ShelfStore, StrayJob, VendorFunds } from '../ports/shelf-store.ts'
import type { Database } from './database.ts'
import { jobName } from './job-name.ts'
import { orderFromRow } from './order-rows.ts'
import { isTestOf } from './production-rows.ts'
import { jsonb, storableText } from './stored-json.ts'
import type { FoundClipTable, OrderTable, Tables } from './tables.ts'
import { upgradeDocument } from './upgrade-document.ts'

/** The cutting-room shelf of a tenant. */
export const shelfStore = (database: Database, tenant: string): ShelfStore => ({
  clips: () =>
    database.read(async (tables) => {
      const found = await foundClips(tables, tenant)
      const takes = await shelvedTakes(tables, tenant)
      return namedClips([...found, ...takes].toSorted((a, b) => (a.at < b.at ? 1 : -1)))
    }),
  keep: (clip) => database.write((tables) => keep(tables, tenant, clip)),
  unknownJobs: (account, jobs) =>
    database.read((tables) => unknownJobs(tables, tenant, account, jobs)),
  strays: (account) => database.read((tables) => strays(tables, tenant, account)),
  awaited: ({ vendor, funds }) =>
    database.read(async (tables) => {
      const { rows } = await sql<OrderRow>`
        select one.* from claude_studio.orders one join claude_studio.productions run
          on run.tenant = one.tenant and run.id = one.production
        where one.tenant = ${tenant} and one.vendor = ${vendor} and one.funds = ${funds}
          and one.port = 'video' and (
            one.state in ('submitting', 'accepted', 'ready', 'unknown', 'parked') or ${isUnplaced})
        order by one.created_at, one.key`.execute(tables)
      return rows.map(orderFromRow)
    }),
  unplaced: () =>
    database.read(async (tables) => {
      const { rows } = await sql<OrderRow>`
        select one.* from claude_studio.orders one join claude_studio.productions run
          on run.tenant = one.tenant and run.id = one.production
        where one.tenant = ${tenant} and one.port = 'video'
          and ${isUnplaced}
        order by one.created_at, one.key`.execute(tables)
      return rows.map(orderFromRow)
    }),
  givenUp: ({ vendor, funds }) =>
    database.read(async (tables) => {
      const { rows } = await sql<OrderRow>`
        select one.* from claude_studio.orders one
        where one.tenant = ${tenant} and one.vendor = ${vendor} and one.funds = ${funds}
          and one.port = 'video' and one.state in ('written-off', 'failed') and one.job is not null
          and not ${isDestroyed}
          and not exists (
            select from claude_studio.found_clips
            where found_clips.tenant = one.tenant and ${isOfJob})
        order by one.created_at, one.key`.execute(tables)
      return rows.map(orderFromRow)
    }),
  orderOf: ({ vendor, funds }, job) =>
    database.read(async (tables) => {
      const { rows } = await sql<OrderRow>`
        select one.* from claude_studio.orders one,
          jsonb_array_elements(${jsonb([job])}) as asked(job)
        where one.tenant = ${tenant} and one.vendor = ${vendor} and one.funds = ${funds}
          and md5(${jobName('one.job')}) = md5(${jobName('asked.job')})`.execute(tables)
      return rows[0] ? orderFromRow(rows[0]) : null
    }),
})

/** Whether the footage of an order's run was to be destroyed. */
const isDestroyed = sql`exists (
  select from claude_studio.documents removal
  where removal.tenant = one.tenant and removal.production = one.production
    and removal.kind = 'removal' and removal.body @> '{"purge": true}')`

/** Whether a found clip is that of an order's job. */
const isOfJob = sql`(found_clips.vendor = one.vendor and found_clips.funds = one.funds
  and ${jobName('found_clips.job')} = ${jobName('one.job')})`

const isTest = isTestOf('run')

/** A test of a provider that was cut off, or an order of one that came in after its last word: what came in before is at home. */
const isOpenTest = sql`(${isTest} and (run.state = 'running'
  or run.state in ('waiting-for-order', 'waiting-for-vendor', 'cancelled') and one.updated_at > run.updated_at))`

/** Whether what an order delivered is neither a take nor on the shelf, though no stage of its run would make it one any more. */
const isUnplaced = sql`(
  one.state = 'delivered' and one.output_hash is not null
  and (run.deleted_at is not null or run.state in ('wrapped', 'cancelled') or ${isOpenTest})
  and (run.deleted_at is not null or not ${isTest} or ${isOpenTest})
  and not ${isDestroyed}
  and not exists (
    select from claude_studio.takes
    where takes.tenant = one.tenant and takes.production = one.production
      and takes.body->>'orderKey' = one.key
      and takes.body->'footage'->>'kind' = 'stored')
  and not exists (
    select from claude_studio.found_clips
    where found_clips.tenant = one.tenant and (found_clips.order_key = one.key or ${isOfJob})))`

type OrderRow = Parameters<typeof orderFromRow>[0] & { readonly tenant: OrderTable['tenant'] }

interface TakeRow {
  readonly production: string
  readonly take: Take
  readonly review: Review | null
  readonly isDeleted: boolean
  readonly isUsed: boolean
  readonly rate: Rate | null
  readonly size: PictureSize | null
  readonly request: Json
  readonly output: Json
  readonly job: Job | null
  /** Null, as the two below, for a take that no order is kept of. */
  readonly quoted: Usd | null
  readonly billed: Usd | null
  readonly assumed: Usd | null
  readonly at: string
}

/** Takes that some cut of their run shows. */
const takesInCuts = (tenant: string) => sql`
  select cut.production, event->>'pilot' as pilot, event->>'slate' as slate
  from claude_studio.documents cut, jsonb_array_elements(cut.body->'events') event
  where cut.tenant = ${tenant} and cut.kind = 'cut'`

/** What films that are still there show, by the bytes that were delivered. */
const hashesInCuts = (tenant: string) => sql`
  select take.body->'footage'->>'originalHash'
  from claude_studio.takes take join (${takesInCuts(tenant)}) shown
    on shown.production = take.production and shown.pilot = take.pilot and shown.slate = take.slate
  where take.tenant = ${tenant} and take.body->'footage'->>'kind' = 'stored'`

const shelvedTakes = async (
  tables: Kysely<Tables>,
  tenant: string,
): Promise<readonly UnnamedClip[]> => {
  const { rows } = await sql<TakeRow>`
    with shown as (${takesInCuts(tenant)}), used as (${hashesInCuts(tenant)})
    select take.production, take.body as take, review.body as review,
      run.deleted_at is not null as "isDeleted",
      take.body->'footage'->>'originalHash' in (select * from used) as "isUsed",
      coalesce(run.brief->'rate', paid.request->'rate') as rate,
      coalesce(run.brief->'size', paid.request->'size') as size,
      paid.request, paid.output, paid.job, paid.quoted, paid.billed, paid.assumed, take.created_at as at
    from claude_studio.takes take
    join claude_studio.productions run on run.tenant = take.tenant and run.id = take.production
    left join claude_studio.reviews review on review.tenant = take.tenant
      and review.production = take.production and review.pilot = take.pilot
      and review.slate = take.slate
    left join claude_studio.orders paid on paid.tenant = take.tenant
      and paid.key = take.body->>'orderKey'
    where take.tenant = ${tenant} and take.body->'footage'->>'kind' = 'stored'
      and (run.deleted_at is not null or run.state = 'cancelled'
        or run.id in (select production from shown))
      and not exists (select from shown where shown.production = take.production
        and shown.pilot = take.pilot and shown.slate = take.slate)
    order by take.ordinal`.execute(tables)
  return rows.flatMap(clipOfTake)
}

const clipOfTake = (row: TakeRow): readonly UnnamedClip[] => {
  const take = upgradeDocument<Take>(row.take)
  const review = row.review && upgradeDocument<Review>(row.review)
  if (take.footage.kind !== 'stored') return []
  const { hash, originalHash, available } = take.footage
  const { pilot, slate, model, funds, prompt, depicted, orderKey } = take
  return [
    {
      source: row.isDeleted ? 'deleted-run' : 'not-cut',
      ...{ vendor: vendorOf(model), funds, model, job: row.job, orderKey, prompt, depicted },
      notes: review?.notes ?? [],
      scores: review?.scores ?? null,
      cost: costOf(row, take),
      ...{ production: row.production, pilot, slate, originalHash, conformedHash: hash },
      leaderFrames: leaderOf(row.output),
      seconds: row.rate && secondsFromFrames(available.length, row.rate),
      size: row.size,
      castCount: castOf(row.request),
      ...{ isUsed: row.isUsed, at: row.at },
    },
  ]
}

/** A take's cost has what is assumed for lost submissions in it, too, which is not the clip's. */
const costOf = ({ quoted, billed, assumed }: TakeRow, { cost }: Take): Usd =>
  quoted === null || billed === null || assumed === null || billed !== cost
    ? cost
    : ownCost({ quoted, billed, assumed })

const leaderOf = (output: Json): number => {
  const leader: unknown = Reflect.get(Object(output), 'leaderFrames')
  return typeof leader === 'number' ? leader : 0
}

const castOf = (request: Json): number | null => {
  const cast: unknown = Reflect.get(Object(request), 'cast')
  return Array.isArray(cast) ? cast.length : null
}

type FoundRow = FoundClipTable & {
  readonly found_at: string
  readonly request: Json
  readonly isUsed: boolean
}

const foundClips = async (
  tables: Kysely<Tables>,
  tenant: string,
): Promise<readonly UnnamedClip[]> => {
  const { rows } = await sql<FoundRow>`
    select found.*, paid.request, found.hash in (${hashesInCuts(tenant)}) as "isUsed"
    from claude_studio.found_clips found left join claude_studio.orders paid
      on paid.tenant = found.tenant and paid.key = found.order_key
    where found.tenant = ${tenant} order by found.found_at`.execute(tables)
  return rows.map((row) => ({
    ...{ source: row.source, vendor: row.vendor, funds: row.funds, model: row.model },
    ...{ job: row.job, orderKey: row.order_key, prompt: row.prompt, depicted: row.depicted },
    ...{ notes: [], scores: null, cost: row.billed, production: row.production },
    ...{ ...takeOfOrder(row.order_key), originalHash: row.hash, conformedHash: null },
    ...{ leaderFrames: row.leader_frames, seconds: row.seconds, size: sizeOf(row) },
    ...{ castCount: castOf(row.request), isUsed: row.isUsed, at: row.found_at },
  }))
}

const sizeOf = ({ width, height }: FoundClipTable): PictureSize | null =>
  width === null || height === null ? null : { width, height }

const keep = async (tables: Kysely<Tables>, tenant: string, clip: FoundClip): Promise<boolean> => {
  const { vendor, funds, source, model, billed, hash, seconds, production, size } = clip
  if (await isShelved(tables, tenant, clip)) {
    if (clip.orderKey !== null) await ascribe(tables, tenant, { ...clip, orderKey: clip.orderKey })
    return false
  }
  const { numInsertedOrUpdatedRows } = await tables
    .insertInto('found_clips')
    .values({
      ...{ tenant, vendor, funds, source, model, billed, hash, seconds, production },
      job: jsonb(clip.job),
      prompt: storableText(clip.prompt),
      made_at: clip.madeAt,
      depicted: jsonb(clip.depicted),
      leader_frames: clip.leaderFrames,
      ...{ width: size?.width ?? null, height: size?.height ?? null },
      order_key: clip.orderKey,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Say of a clip that came to the shelf without an order whose it is, once an order has its job: what only the order knows too. */
const ascribe = async (
  tables: Kysely<Tables>,
  tenant: string,
  { vendor, funds, job, ...told }: FoundClip & { readonly orderKey: string },
): Promise<void> => {
  await tables
    .updateTable('found_clips')
    .set({
      ...{ model: told.model, billed: told.billed, order_key: told.orderKey },
      ...{ production: told.production, prompt: storableText(told.prompt), made_at: told.madeAt },
    })
    .where('tenant', '=', tenant)
    .where('vendor', '=', vendor)
    .where('funds', '=', funds)
    .where('order_key', 'is', null)
    .where(sql<boolean>`exists (
      select from jsonb_array_elements(${jsonb([job])}) as kept(job)
      where ${jobName('found_clips.job')} = ${jobName('kept.job')})`)
    .execute()
}

const isShelved = async (
  tables: Kysely<Tables>,
  tenant: string,
  { vendor, funds, job }: FoundClip,
): Promise<boolean> => {
  const { rows } = await sql`
    select 1 from claude_studio.found_clips found,
      jsonb_array_elements(${jsonb([job])}) as kept(job)
    where found.tenant = ${tenant} and found.vendor = ${vendor} and found.funds = ${funds}
      and ${jobName('found.job')} = ${jobName('kept.job')}`.execute(tables)
  return rows.length > 0
}

const unknownJobs = async (
  tables: Kysely<Tables>,
  tenant: string,
  { vendor, funds }: VendorFunds,
  jobs: readonly Job[],
): Promise<readonly Job[]> => {
  if (jobs.length === 0) return []
  const { rows } = await sql<{ job: Job }>`
    select listed.job from jsonb_array_elements(${jsonb(jobs)}) with ordinality as listed(job, at)
    where not exists (
      select from claude_studio.orders one
      where one.tenant = ${tenant} and one.vendor = ${vendor} and one.funds = ${funds}
        and md5(${jobName('one.job')}) = md5(${jobName('listed.job')})
    ) and not exists (
      select from claude_studio.found_clips found
      where found.tenant = ${tenant} and found.vendor = ${vendor} and found.funds = ${funds}
        and ${jobName('found.job')} = ${jobName('listed.job')}
    )
    order by listed.at`.execute(tables)
  return rows.map(({ job }) => job)
}

const strays = async (
  tables: Kysely<Tables>,
  tenant: string,
  { vendor, funds }: VendorFunds,
): Promise<readonly StrayJob[]> => {
  const { rows } = await sql<StrayJob>`
    select stray.order_key as "orderKey", stray.model, stray.job, stray.found_at as "foundAt"
    from claude_studio.stray_jobs stray
    where stray.tenant = ${tenant} and stray.vendor = ${vendor} and stray.funds = ${funds}
      and not exists (
        select from claude_studio.found_clips found
        where found.tenant = stray.tenant and found.vendor = stray.vendor
          and found.funds = stray.funds and ${jobName('found.job')} = ${jobName('stray.job')})
      and not exists (
        select from claude_studio.orders one
        where one.tenant = stray.tenant and one.vendor = stray.vendor and one.funds = stray.funds
          and md5(${jobName('one.job')}) = md5(${jobName('stray.job')}))
    order by stray.found_at, stray.order_key`.execute(tables)
  return rows
}
