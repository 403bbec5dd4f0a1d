import type { Dice } from './dice.ts'
import type { VendorNature } from './simulated-vendor.ts'

/** Minutes to hours, ahead or behind. */
export const farOff = (chosen: Dice): number =>
  (chosen.chance(0.5) ? 1 : -1) * (60_000 + chosen.span(6 * 3_600_000))

/** How far a machine's clock is ahead once somebody has set it: right, as the vendor's, or anyhow. */
export const clockSet = (chosen: Dice, { skewMs }: VendorNature): number =>
  chosen.pick([() => 0, () => skewMs, () => farOff(chosen)])()
