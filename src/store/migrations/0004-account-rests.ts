/**
 * A rest is the account's that was asked for it, not its vendor's. Whose the older ones are nobody wrote down; none was longer
 * than a day, and a vendor that still wants its rest says so again.
 */
export const accountRests: readonly string[] = [
  'delete from claude_studio.vendor_rests',
  `alter table claude_studio.vendor_rests
    drop constraint vendor_rests_pkey,
    drop column reason,
    add column account text not null,
    add primary key (tenant, vendor, funds, account)`,
]
