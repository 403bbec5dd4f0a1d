import type { Usd } from '../domain/money.ts'
import type { Bill, Charge } from '../domain/order.ts'

/** What an order's row says where its vendor tells no amount. */
export const countedAsQuoted = 'what it was billed is not told, so that it counts as quoted'

/**
 * What a charge comes to. No vendor pays: one that says so cannot be meant.
 *
 * @param billed what a bill comes to
 */
export const amountOf = (charge: Charge, billed: (bill: Bill) => Usd): Usd | 'as-quoted' => {
  if (charge === 'as-quoted') return charge
  const amount = billed(charge)
  return amount < 0 ? 'as-quoted' : amount
}

/**
 * What a delivery is settled at, and what its row says of that, if anything.
 *
 * @param charge absent where the vendor sends no bills: then its quote is its price
 * @param billed as for {@link amountOf}
 */
export const deliveryPrice = (
  charge: Charge | undefined,
  quoted: Usd,
  billed: (bill: Bill) => Usd,
): { readonly billed: Usd; readonly reason?: string } => {
  const amount = charge === undefined ? quoted : amountOf(charge, billed)
  return amount === 'as-quoted' ? { billed: quoted, reason: countedAsQuoted } : { billed: amount }
}
