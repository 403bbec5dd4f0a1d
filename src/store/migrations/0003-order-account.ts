/** Which account an order was sent to: what another account does not know says nothing of it. */
export const orderAccount: readonly string[] = [
  'alter table claude_studio.orders add column account text',
]
