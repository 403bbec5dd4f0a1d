import { exactUsd, sumUsd } from '../domain/money.ts'
import type { Order } from '../domain/order.ts'
import { countText } from './print.ts'

const studio = 'npx --no-install claude-studio'

/** Most parked orders that are named one by one. */
const mostNamed = 5

/**
 * What stays held for orders of a run that nobody goes on with, and the commands that free it, as lines; none where nothing is.
 *
 * @param orders all of the run
 * @param run its id; null for one that is deleted, whose orders are asked about with all others
 */
export const heldLines = (orders: readonly Order[], run: string | null): readonly string[] => {
  const open = orders.filter(({ held }) => held > 0)
  const parked = open.filter(({ state }) => state === 'parked')
  const away = open.filter(({ state }) => state !== 'parked')
  const whose = run === null ? '' : ` ${run}`
  return [
    ...(away.length === 0
      ? []
      : [
          `${heldFor(away)} at vendors, and is settled when they say how those ended:`,
          `  ${studio} orders reconcile${whose}`,
        ]),
    ...(parked.length === 0
      ? []
      : [
          `${heldFor(parked)} of which nobody can tell, until you decide; what you can do is told by:`,
          ...parked.slice(0, mostNamed).map(({ key }) => `  ${studio} orders show ${key}`),
          ...(parked.length > mostNamed ? [`  ${studio} orders list${whose} --parked`] : []),
        ]),
  ]
}

const heldFor = (orders: readonly Order[]): string =>
  `${exactUsd(sumUsd(...orders.map(({ held }) => held)))} stays held for ${countText(orders.length, 'order')}`
