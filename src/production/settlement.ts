import type { Usd } from '../domain/money.ts'
import type { Bill, Charge } from '../domain/order.ts'
import type { OrderFields } from '../ports/ledger-store.ts'

/**
 * What an outcome settles, and what is said with it: what was quoted, as an assumption, where no amount is told that can be meant.
 *
 * @param billed what a bill comes to; null for one that cannot be read
 * @param unbilled what counts where there is no bill
 */
export const settlementOf = (
  billed: (bill: Bill) => Usd | null,
  charge: Charge | undefined,
  unbilled: Usd,
): {
  readonly said: { readonly isBillUnknown?: true; readonly reason?: string }
  readonly fields: OrderFields
} => {
  const known = charge === 'as-quoted' ? null : charge ? billed(charge) : unbilled
  return known === null
    ? { said: { isBillUnknown: true, reason: countedAsQuoted }, fields: {} }
    : { said: {}, fields: { billed: known } }
}

const countedAsQuoted = 'what it was billed is not told, so that it counts as quoted'
