import type { VendorMeasure } from '../domain/vendor-measure.ts'

/** What was measured of the tenant's vendor accounts: one row by model, funds and hour of the day. */
export interface VendorMeasures {
  /** Write a measure down in place of an older one of the same hour of the day. Its instant is the store's own. */
  keep(measure: Omit<VendorMeasure, 'measuredAt'>): Promise<void>
  /** By model, newest first. */
  all(): Promise<readonly VendorMeasure[]>
}
