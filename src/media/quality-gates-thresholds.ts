import type { ThresholdDefect } from './quality-gates-statistics.ts'

/** Where each gate closes. */
export type QualityThresholds = Readonly<Record<ThresholdDefect, number>>

/** Starting values. */
export const qualityThresholds: QualityThresholds = {
  /** Seconds of black that are no fade. */
  black: 0.2,
  /** Levels by which the most moving spot changes in the stillest half second. */
  frozen: 1.5,
  /** Levels by which frames stand out from those before and after. */
  flash: 12,
  /** Width in pixels of the crispest edges at 360 lines. */
  blurred: 4,
  /** Percent of a block grid along which the picture steps. */
  blocky: 10,
  /** Levels by which a step exceeds the usual motion. */
  'scene-cut': 15,
  /** Percent of pixels at 250 or above. */
  'clipped-light': 25,
  /** Levels between darkest and brightest hundredth, where blacks are lifted. */
  'washed-out': 80,
  /** Standard deviation in levels, where the picture is smoothest. */
  noise: 9,
}
