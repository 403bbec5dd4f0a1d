import { firstHome } from './0001-first-home.ts'
import { liveOrders } from './0002-live-orders.ts'
import { rig } from './0002-rig.ts'
import { shelf } from './0002-shelf.ts'
import { orderAccount } from './0003-order-account.ts'
import { accountRests } from './0004-account-rests.ts'
import { chosenCaps } from './0004-chosen-caps.ts'
import { toldSlots } from './0004-told-slots.ts'
import { unreadableOrders } from './0004-unreadable-orders.ts'

/**
 * Every migration as its SQL statements, oldest first: the n-th, counted from 1, leads to version n. They run in one
 * transaction with the record of the version. A released one is never edited.
 */
export const migrations: readonly (readonly string[])[] = [
  firstHome,
  [...liveOrders, ...shelf, ...rig],
  orderAccount,
  [...toldSlots, ...chosenCaps, ...accountRests, ...unreadableOrders],
]
