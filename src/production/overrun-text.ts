import { exactUsd, scaleUsd, type Usd } from '../domain/money.ts'
import type { Order } from '../domain/order.ts'

/** Most bills that are named. */
const mostNamed = 3

/**
 * Whose bill went over its hold, as a part of a sentence.
 *
 * @param orders all of the run's
 * @param overrun what bills went over their holds in all
 */
export const overrunText = (
  orders: readonly Pick<Order, 'key' | 'model' | 'quoted' | 'billed' | 'submissions'>[],
  overrun: Usd,
): string => {
  const over = orders.filter(
    ({ quoted, billed, submissions }) => billed > scaleUsd(quoted, Math.max(1, submissions)),
  )
  if (over.length === 0) return `a bill went ${exactUsd(overrun)} over its hold`
  const named = over
    .slice(0, mostNamed)
    .map(
      ({ key, model, quoted, billed }) =>
        `order ${key} to ${model} was quoted at ${exactUsd(quoted)} and billed ${exactUsd(billed)}`,
    )
  const rest = over.length > mostNamed ? `, and ${over.length - mostNamed} more like it` : ''
  return `${named.join(', ')}${rest}, ${exactUsd(overrun)} over what was held`
}
