/** What vendors told of their slots, and how long they work on a clip. */
export const toldSlots: readonly string[] = [
  `create table claude_studio.vendor_told_slots (
    tenant text not null,
    vendor text not null,
    funds text not null,
    model text not null,
    slots integer not null check (slots >= 0),
    told_at timestamptz not null default clock_timestamp(),
    primary key (tenant, vendor, funds, model)
  )`,
  'alter table claude_studio.vendor_measures add column make_ms integer',
]
