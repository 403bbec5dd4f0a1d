/**
 * No cap is a choice of a person's, and is written down: before, nothing told it from a cap that nobody had set yet. Every
 * tenant got a day's cap of real money when it was made, so that one without has chosen none.
 */
export const chosenCaps: readonly string[] = [
  'alter table claude_studio.tenant_caps alter column cap drop not null',
  `insert into claude_studio.tenant_caps (tenant, scope, funds, cap)
    select id, 'day', 'real', null from claude_studio.tenants
    on conflict do nothing`,
]
