import type { Usd } from '../domain/money.ts'
import type { Bill, Charge } from '../domain/order.ts'

/**
 * What a charge comes to; null where no amount is told that can be meant: then what was quoted counts, as an assumption.
 *
 * @param unbilled what counts where there is no charge
 * @param billed what a bill comes to; null for one that cannot be read
 */
export const amountOf = (
  charge: Charge | undefined,
  unbilled: Usd,
  billed: (bill: Bill) => Usd | null,
): Usd | null => {
  if (charge === undefined) return unbilled
  return charge === 'as-quoted' ? null : billed(charge)
}

/** What is told of an order whose charge comes to no known amount. */
export const countedAsQuoted = 'what it was billed is not told, so that it counts as quoted'
