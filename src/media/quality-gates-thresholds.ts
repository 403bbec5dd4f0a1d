import type { ThresholdDefect } from './quality-gates-statistics.ts'

/** Where each gate closes. */
export type QualityThresholds = Readonly<Record<ThresholdDefect, number>>

/**
 * The thresholds in force.
 *
 * Source: calibrated by bench/calibrate-quality.ts, 2026-11-23, on 672 clips (the 240 even seeds from 20 000, 432 from
 * 40 000), each put inside the gap between good clips and damaged ones; how they do on clips that nothing was chosen
 * on is in docs/calibration.md.
 */
export const qualityThresholds: QualityThresholds = {
  /** Seconds of black that are no fade. */
  black: 0.2,
  /** Levels of change, of the most moving spot and ten times the mean, in the stillest stretch. */
  frozen: 8,
  /** Levels by which frames stand out from those before and after. */
  flash: 5,
  /** Width in pixels of the crispest edges at 360 lines. */
  blurred: 2.9,
  /** Percent of a block grid along which the picture steps. */
  blocky: 6.6,
  /** Levels by which a step exceeds the usual motion. */
  'scene-cut': 11.5,
  /** Percent of pixels at 250 or above. */
  'clipped-light': 32,
  /** Levels between darkest and brightest five hundredth, where blacks are lifted. */
  'washed-out': 52,
  /** Standard deviation in levels, where the picture is smoothest. */
  noise: 10.9,
}
