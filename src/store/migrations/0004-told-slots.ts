/**
 * What vendors told of the slots of an account, and how long they work on a clip. Of which account the older measures are nobody
 * wrote down: they count for each that was not measured since.
 */
export const toldSlots: readonly string[] = [
  `create table claude_studio.vendor_told_slots (
    tenant text not null,
    vendor text not null,
    funds text not null,
    account text not null,
    model text not null,
    slots integer not null check (slots >= 0),
    told_at timestamptz not null default clock_timestamp(),
    primary key (tenant, vendor, funds, account, model)
  )`,
  `alter table claude_studio.vendor_measures
    drop constraint vendor_measures_pkey,
    add column make_ms integer,
    add column account text not null default '',
    add primary key (tenant, vendor, funds, account, model, hour)`,
  'alter table claude_studio.vendor_measures alter column account drop default',
]
