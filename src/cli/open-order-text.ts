import { jobsPlace, surfaceOfModel } from '../catalogue.ts'
import type { Funds } from '../domain/money.ts'
import type { Order } from '../domain/order.ts'
import { mayBeTold } from '../production/parked-text.ts'
import type { Contact } from '../production/trouble-remedy.ts'

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

/** Whether asking again may close an open order; else a person decides about it. */
export const isWorthAsking = (order: Order): boolean =>
  order.state !== 'parked' || mayBeTold(order, orderContact(order.funds))
