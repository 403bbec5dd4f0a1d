import { jobsPlace, surfaceOfModel } from '../catalogue.ts'
import type { Funds } from '../domain/money.ts'
import type { Order } from '../domain/order.ts'
import { mayBeTold } from '../production/parked-text.ts'
import type { Contact } from '../production/trouble-remedy.ts'
import { countText } from './print.ts'

const studio = 'npx --no-install claude-studio'

/** The vendors of models as people reach them, for orders of one kind of money. */
export const orderContact =
  (funds: Funds): Contact =>
  (model) => ({
    ...{ site: null, keyRemedy: null },
    lookAt: jobsPlace(model, funds),
    hasList: surfaceOfModel(model)?.hasList ?? false,
  })

/** The command that asks what became of a run's orders. */
export const reconcileCommand = (run: string): string => `${studio} orders reconcile ${run}`

/** Whether asking again may close an open order; else a person decides about it. */
export const isWorthAsking = (order: Order): boolean =>
  order.state !== 'parked' || mayBeTold(order, orderContact(order.funds))

/** What frees the money of orders that a run which is over has open, a line each with its command. */
export const freeingLines = (run: string, open: readonly Order[]): readonly string[] => {
  const left = open.filter((order) => !isWorthAsking(order))
  const asked = open.length - left.length
  const [only, another] = left
  return [
    ...(asked > 0
      ? [`Ask what became of ${countText(asked, 'order')}: ${reconcileCommand(run)}`]
      : []),
    ...(only
      ? [
          `No vendor can tell of ${countText(left.length, 'order')}; decide yourself: ${studio} orders ${another ? `list ${run} --parked` : `show ${only.key}`}`,
        ]
      : []),
  ]
}
