import type { Funds } from './money.ts'

/** What was measured of a vendor account in an hour of the day. */
export interface VendorMeasure {
  readonly vendor: string
  /** `vendor/model`. */
  readonly model: string
  readonly funds: Funds
  /** Hour of the day in UTC, 0…23. */
  readonly hour: number
  /** Most orders that were open at once. */
  readonly slots: number
  /** Whether the vendor took no more; else there may be more slots than were tried. */
  readonly isLimit: boolean
  /** Orders within a minute, when it took no more of them though slots were free; null when that was not seen. */
  readonly perMinute: number | null
  /** Median time that a job waited before work on it was seen, in milliseconds; null when none was seen at work. */
  readonly queueMs: number | null
  /** Clips that were bought for it. */
  readonly clips: number
  /** ISO 8601, UTC. */
  readonly measuredAt: string
}

/**
 * Orders that may be open at once on an account, as it was measured: in this hour of the day, else the last time.
 *
 * @param known what the catalogue says; it stands where no limit was met below it
 * @param hour in UTC, 0…23
 */
export const measuredSlots = (
  measures: readonly VendorMeasure[],
  model: Pick<VendorMeasure, 'model' | 'funds'>,
  known: number,
  hour: number,
): number => {
  const own = measures
    .filter((one) => one.model === model.model && one.funds === model.funds)
    .toSorted((a, b) => b.measuredAt.localeCompare(a.measuredAt))
  const measure = own.find((one) => one.hour === hour) ?? own[0]
  if (!measure) return known
  return measure.isLimit ? measure.slots : Math.max(known, measure.slots)
}
