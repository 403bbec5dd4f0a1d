/** Clips on the cutting-room shelf that are no take of any run: found at vendors, or come in when their run was over. */
export const shelf: readonly string[] = [
  `create table claude_studio.found_clips (
    tenant text not null,
    vendor text not null,
    funds text not null check (funds in ('real', 'emulated', 'simulated')),
    job jsonb not null,
    source text not null check (source in ('salvage', 'stray', 'adopted-late')),
    model text,
    prompt text not null,
    made_at timestamptz,
    billed bigint check (billed >= 0),
    hash text not null,
    depicted jsonb not null,
    leader_frames integer not null check (leader_frames >= 0),
    seconds double precision not null check (seconds >= 0),
    width integer,
    height integer,
    order_key text,
    production text,
    found_at timestamptz not null default clock_timestamp(),
    primary key (tenant, vendor, funds, job)
  )`,
]
