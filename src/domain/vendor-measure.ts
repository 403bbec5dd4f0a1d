import type { Funds } from './money.ts'

/** What was measured of a vendor account in an hour of the day. */
export interface VendorMeasure {
  readonly vendor: string
  /** `vendor/model`. */
  readonly model: string
  readonly funds: Funds
  /** Mark of the account, as `Order.account` has it; {@link unknownAccount} where nobody wrote it down. */
  readonly account: string
  /** Hour of the day in UTC, 0…23. */
  readonly hour: number
  /** Most orders that were open at once. */
  readonly slots: number
  /** Whether the vendor took no more, or tells itself that these are all; else there may be more slots than were tried. */
  readonly isLimit: boolean
  /** Orders within a minute, when it took no more of them though slots were free; null when that was not seen. */
  readonly perMinute: number | null
  /** Median time that a job waited before work on it was seen, in milliseconds; null when none was seen at work. */
  readonly queueMs: number | null
  /** Median time from when work on a job was seen until it was done, in milliseconds; null when none was seen to its end. */
  readonly makeMs: number | null
  /** Clips that were bought for it. */
  readonly clips: number
  /** ISO 8601, UTC. */
  readonly measuredAt: string
}

/** In place of the mark of an account: whose a measure is nobody wrote down. */
export const unknownAccount = ''

/** Orders at once that a vendor says an account may have open of a model. */
export interface ToldSlots {
  readonly vendor: string
  /** `vendor/model`. */
  readonly model: string
  readonly funds: Funds
  /** Mark of the account, as `Order.account` has it. */
  readonly account: string
  readonly slots: number
  /** ISO 8601, UTC. */
  readonly toldAt: string
}

/** A vendor account that asked to be left alone, as it is told to a person. */
export interface VendorRest {
  readonly funds: Funds
  /** Its mark, as `Order.account` has it. */
  readonly account: string
  /** ISO 8601, UTC. */
  readonly until: string
}

/** How fast the account of a model is, as far as it is known. */
export interface Pace {
  /** Orders that may be open at once. */
  readonly slots: number
  /** The measure that counts at this hour; null when there is none. */
  readonly measure: VendorMeasure | null
}

/** A model as it is ordered. */
export interface OrderedModel extends Pick<VendorMeasure, 'model' | 'funds'> {
  /** Mark of the account; null where there is none. */
  readonly account: string | null
}

/**
 * The measure of a model that counts in an hour of the day: that of this hour, else the last; null when it was never measured.
 * An account that was not measured has those whose account is not known.
 *
 * @param hour in UTC, 0…23
 */
export const measureAt = (
  measures: readonly VendorMeasure[],
  { model, funds, account }: OrderedModel,
  hour: number,
): VendorMeasure | null => {
  const ofModel = measures
    .filter((one) => one.model === model && one.funds === funds)
    .toSorted((a, b) => b.measuredAt.localeCompare(a.measuredAt))
  const ofAccount = ofModel.filter((one) => one.account === account)
  const own =
    ofAccount.length > 0 ? ofAccount : ofModel.filter((one) => one.account === unknownAccount)
  return own.find((one) => one.hour === hour) ?? own[0] ?? null
}

/**
 * Orders that may be open at once on an account, as it was measured: in this hour of the day, else the last time.
 *
 * @param known what the catalogue says; it stands where no limit was met below it
 * @param hour in UTC, 0…23
 */
export const measuredSlots = (
  measures: readonly VendorMeasure[],
  model: OrderedModel,
  known: number,
  hour: number,
): number => {
  const measure = measureAt(measures, model, hour)
  if (!measure) return known
  return measure.isLimit ? measure.slots : Math.max(known, measure.slots)
}
