import type { VendorMeasure } from '../domain/vendor-measure.ts'
import { durationText } from './print.ts'

/** What was measured of a model, in a line: `3 orders at once, 30 a minute, 12 s in the queue; at 14 h UTC`. */
export const measureText = (measure: Omit<VendorMeasure, 'measuredAt'>): string => {
  const { slots, isLimit, perMinute, queueMs, hour } = measure
  const parts = [
    `${isLimit ? '' : 'at least '}${slots} at once`,
    ...(perMinute === null ? [] : [`${perMinute} orders a minute`]),
    ...(queueMs === null ? [] : [`${durationText(queueMs / 1000)} until work on a clip was seen`]),
  ]
  return `${measure.model}: ${parts.join(', ')}; at ${hour} h UTC`
}
