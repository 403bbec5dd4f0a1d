import type { VendorMeasure } from '../domain/vendor-measure.ts'
import { durationText } from '../kit/duration-text.ts'

/** What was measured of a model, in a line: `3 at once, 30 orders a minute, 12 s in the queue, 45 s in the making; at 14 h UTC`. */
export const measureText = (measure: Omit<VendorMeasure, 'account' | 'measuredAt'>): string => {
  const { slots, isLimit, perMinute, queueMs, makeMs, hour } = measure
  const parts = [
    `${isLimit ? '' : 'at least '}${slots} at once`,
    ...(perMinute === null ? [] : [`${perMinute} orders a minute`]),
    ...(queueMs === null ? [] : [`${durationText(queueMs / 1000)} in the queue`]),
    ...(makeMs === null ? [] : [`${durationText(makeMs / 1000)} in the making`]),
  ]
  return `${measure.model}: ${parts.join(', ')}; at ${hour} h UTC`
}
