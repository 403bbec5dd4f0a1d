import type { Studio } from '../../studio/studio.ts'

/**
 * Those of some orders, by their keys, that do not wait for a person any more. One of which its vendor is being asked once more waits
 * still.
 */
export const decidedOrders = async (
  { order: orderOf }: Pick<Studio['ledger'], 'order'>,
  keys: readonly string[],
): Promise<ReadonlySet<string>> => {
  const decided = new Set<string>()
  for (const key of keys) {
    const order = await orderOf(key)
    if (order?.state !== 'parked' && order?.state !== 'unknown') decided.add(key)
  }
  return decided
}
