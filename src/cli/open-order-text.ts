import { jobsPlace, surfaceOfModel } from '../catalogue.ts'
import type { Funds } from '../domain/money.ts'
import type { Order } from '../domain/order.ts'
import { goOnCommand } from '../domain/production.ts'
import { mayBeTold, sendsAgain } from '../production/parked-text.ts'
import { isOver } from '../production/reconcile.ts'
import type { Contact } from '../production/trouble-remedy.ts'
import type { Studio } from '../studio/studio.ts'

/** The vendors of models as people reach them, for orders of one kind of money. */
export const orderContact =
  (funds: Funds): Contact =>
  (model) => ({
    ...{ site: null, keyRemedy: null },
    lookAt: jobsPlace(model, funds),
    hasList: surfaceOfModel(model)?.hasList ?? false,
  })

/** The command that asks what became of a run's orders. */
export const reconcileCommand = (run: string): string =>
  `npx --no-install claude-studio orders reconcile ${run}`

/**
 * What goes on with orders that money is held for and that have not left, by the run that is to send them, as lines: none where
 * somebody works on it, nor for one that is over, whose orders are let go by reconciling.
 */
export const unsentLines = async (
  productions: Studio['productions'],
  orders: readonly Order[],
): Promise<readonly string[]> => {
  const lines: string[] = []
  const unsent = Map.groupBy(
    orders.filter(({ state }) => state === 'held'),
    ({ production }) => production,
  )
  for (const [id, own] of unsent) {
    const run = await productions.get(id)
    if (run === null || (await isOver({ productions }, id))) continue
    if ((await productions.directed([id])).has(id)) continue
    if (own.some((order) => sendsAgain(run, order))) {
      lines.push(
        `Run ${id} sends what is held and has not left when it goes on: ${goOnCommand(run)}`,
      )
    } else if (run.state !== 'wrapped') {
      lines.push(
        `Run ${id} does not send any more what is held and has not left. To end the run and free the money: npx --no-install claude-studio runs cancel ${id}`,
      )
    }
  }
  return lines
}

/** Whether asking again may close an open order; else a person decides about it. */
export const isWorthAsking = (order: Order): boolean =>
  order.state !== 'parked' || mayBeTold(order, orderContact(order.funds))
