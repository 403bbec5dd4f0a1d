import type { ToldSlots, VendorMeasure } from '../domain/vendor-measure.ts'

/** What was measured of the tenant's vendor accounts, and what they told: one row by account, model and hour of the day, or by account and model. */
export interface VendorMeasures {
  /** Write a measure down in place of an older one of the same hour of the day. Its instant is the store's own. */
  keep(measure: Omit<VendorMeasure, 'measuredAt'>): Promise<void>
  /** By model, newest first. */
  all(): Promise<readonly VendorMeasure[]>
  /** Write down what vendors told of their slots, in place of what they told before. The instant is the store's own. */
  keepTold(told: readonly Omit<ToldSlots, 'toldAt'>[]): Promise<void>
  /** By model, newest first. */
  told(): Promise<readonly ToldSlots[]>
}
