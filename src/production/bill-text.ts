import { exactUsd } from '../domain/money.ts'
import type { Order } from '../domain/order.ts'

/** What an order that came to nothing cost all the same, as a sentence. */
export const billText = ({ billed }: Pick<Order, 'billed'>): string =>
  billed > 0 ? `It was billed ${exactUsd(billed)} all the same.` : 'It cost nothing.'
