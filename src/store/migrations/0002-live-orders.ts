/** Orders of live vendors: what was asked, what nobody can learn any more, whose job it is, and accounts that rest. */
export const liveOrders: readonly string[] = [
  `alter table claude_studio.orders
    add column request jsonb,
    add column assumed bigint not null default 0 check (assumed >= 0),
    add column doubtful integer not null default 0 check (doubtful >= 0),
    add column submitted_at timestamptz,
    add column trouble text,
    add column chain text,
    add column chain_left integer,
    add column wanted_at timestamptz`,
  `update claude_studio.orders set doubtful = 1, submitted_at = updated_at
    where state in ('submitting', 'accepted', 'unknown', 'parked')`,
  // A job is one order's: what two orders could both be is given to the first that takes it.
  `create unique index orders_job on claude_studio.orders
    (tenant, vendor, funds, md5(coalesce(job->>'id', job::text))) where job is not null`,
  `create table claude_studio.vendor_rests (
    tenant text not null,
    vendor text not null,
    funds text not null,
    until timestamptz not null,
    reason text not null,
    primary key (tenant, vendor, funds)
  )`,
  `create table claude_studio.stray_jobs (
    tenant text not null,
    order_key text not null,
    vendor text not null,
    funds text not null,
    model text not null,
    job jsonb not null,
    found_at timestamptz not null default clock_timestamp(),
    primary key (tenant, order_key, job)
  )`,
]
