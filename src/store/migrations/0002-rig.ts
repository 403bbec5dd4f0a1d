/** What was measured of vendor accounts by hour of the day. */
export const rig: readonly string[] = [
  `create table claude_studio.vendor_measures (
    tenant text not null,
    vendor text not null,
    funds text not null,
    model text not null,
    hour smallint not null check (hour between 0 and 23),
    slots integer not null check (slots >= 0),
    is_limit boolean not null,
    per_minute integer,
    queue_ms integer,
    clips integer not null check (clips >= 0),
    measured_at timestamptz not null default clock_timestamp(),
    primary key (tenant, vendor, funds, model, hour)
  )`,
]
