/** Since when nothing can be read that a vendor says of an order: what asks once and ends does not forget it. */
export const unreadableOrders: readonly string[] = [
  'alter table claude_studio.orders add column unreadable_since timestamptz',
]
