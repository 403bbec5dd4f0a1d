import type { Wanted } from './broken-promises.ts'
import type { Dice } from './dice.ts'
import type { SimulatedLedger } from './simulated-ledger.ts'
import type { SimulatedVendor } from './simulated-vendor.ts'

/** Where another film may have the same made. */
interface Account {
  readonly dice: Dice
  readonly vendor: SimulatedVendor
  readonly orders: readonly Wanted[]
  readonly now: number
}

/** Another studio with the same account had the same made before, and nobody has brought it home. */
export const madeBefore = ({ dice: chosen, vendor, orders, now }: Account): void => {
  if (!vendor.nature.isShared || !chosen.chance(0.7)) return
  vendor.makeForAnother(chosen.pick(orders).request, now - 61_000 - chosen.span(7_200_000))
}

/** Another studio with the same account has the same made now; salvage finds it there and shelves it. */
export const madeMeanwhile = (
  { dice: chosen, vendor, orders, now }: Account,
  ledger: SimulatedLedger,
  chance: number,
): void => {
  if (!vendor.nature.isShared || !chosen.chance(chance)) return
  ledger.shelve(vendor.makeForAnother(chosen.pick(orders).request, now))
}
