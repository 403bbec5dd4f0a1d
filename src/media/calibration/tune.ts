import { type DefectKind, defectKinds } from '../../domain/review.ts'
import { thresholdFindings } from '../quality-gates.ts'
import {
  badWhenBelow,
  type DefectStatistics,
  type ThresholdDefect,
  thresholdDefects,
} from '../quality-gates-statistics.ts'
import type { QualityThresholds } from '../quality-gates-thresholds.ts'

/** A clip after it was measured and judged. */
export interface MeasuredCase {
  readonly seed: number
  /** What was put into it; null for a good clip. */
  readonly defect: DefectKind | null
  readonly words: string
  readonly statistics: DefectStatistics
  /** Defects that the gates found. */
  readonly found: readonly DefectKind[]
}

/** The same clips judged with other thresholds; findings that need none stay as they were. */
export const rejudge = (
  cases: readonly MeasuredCase[],
  thresholds: QualityThresholds,
): readonly MeasuredCase[] => {
  const measured = new Set<DefectKind>(thresholdDefects)
  return cases.map((each) => ({
    ...each,
    found: [
      ...each.found.filter((defect) => !measured.has(defect)),
      ...thresholdFindings(each.statistics, { camera: 'static' }, thresholds).map(
        ({ defect }) => defect,
      ),
    ],
  }))
}

/** A share with its 95 % interval. */
export interface Proportion {
  readonly hits: number
  readonly total: number
  /** 0…1; NaN of none. */
  readonly share: number
  readonly least: number
  readonly most: number
}

/**
 * A share and its Wilson score interval at 95 %.
 *
 * @see E. B. Wilson, Probable Inference, JASA 22(158), 1927
 */
export const wilson = (hits: number, total: number): Proportion => {
  const z = 1.959964 // 97.5th percentile of the normal distribution
  const share = hits / total
  const middle = (share + z ** 2 / (2 * total)) / (1 + z ** 2 / total)
  const half =
    (z / (1 + z ** 2 / total)) *
    Math.sqrt((share * (1 - share)) / total + z ** 2 / (4 * total ** 2))
  return {
    hits,
    total,
    share,
    least: Math.max(0, middle - half),
    most: Math.min(1, middle + half),
  }
}

/** How the gates did on a set of clips. */
export interface Tally {
  /** Damaged clips whose own defect was found. */
  readonly found: Proportion
  /** Damaged clips of each kind whose own defect was found. */
  readonly foundByDefect: Readonly<Record<DefectKind, Proportion>>
  /** Good clips in which anything was found. */
  readonly falseAlarms: Proportion
}

/** Count what was found and what was found wrongly. */
export const tally = (cases: readonly MeasuredCase[]): Tally => {
  const hit = ({ defect, found }: MeasuredCase): boolean =>
    defect !== null && found.includes(defect)
  const share = (part: readonly MeasuredCase[]): Proportion =>
    wilson(part.filter(hit).length, part.length)
  const good = cases.filter(({ defect }) => defect === null)
  const byDefect = defectKinds.map((kind) => [
    kind,
    share(cases.filter(({ defect }) => defect === kind)),
  ])
  return {
    found: share(cases.filter(({ defect }) => defect !== null)),
    foundByDefect: Object.fromEntries(byDefect) as Record<DefectKind, Proportion>,
    falseAlarms: wilson(good.filter(({ found }) => found.length > 0).length, good.length),
  }
}

/**
 * Weight of a false alarm against a miss of the same share: nine gates share the good clips' allowance of alarms.
 */
const alarmWeight = 4

/**
 * The threshold of each gate that makes the fewest errors on these clips; where many do, the middle of the widest
 * gap between clips, so that neither side is favoured.
 */
export const tuneThresholds = (cases: readonly MeasuredCase[]): QualityThresholds =>
  Object.fromEntries(
    thresholdDefects.map((defect) => [defect, tuneThreshold(cases, defect)]),
  ) as Record<ThresholdDefect, number>

const tuneThreshold = (cases: readonly MeasuredCase[], defect: ThresholdDefect): number => {
  const below = badWhenBelow.has(defect)
  const values = (kind: DefectKind | null): readonly number[] =>
    cases
      .filter((each) => each.defect === kind)
      .map(({ statistics }) => statistics[defect].value)
      .filter(Number.isFinite)
  const [good, bad] = [values(null), values(defect)]
  const edges = [...new Set([...good, ...bad])].toSorted((a, b) => a - b)
  let best = { threshold: Number.NaN, errors: Number.POSITIVE_INFINITY, gap: 0 }
  for (const [index, low] of edges.entries()) {
    const high = edges[index + 1]
    if (high === undefined) break
    const threshold = (low + high) / 2
    const isFound = (value: number): boolean => (below ? value < threshold : value > threshold)
    const alarms = good.filter(isFound).length / Math.max(1, good.length)
    const misses = bad.filter((value) => !isFound(value)).length / Math.max(1, bad.length)
    const errors = alarmWeight * alarms + misses
    const better = errors < best.errors || (errors === best.errors && high - low > best.gap)
    if (better) best = { threshold, errors, gap: high - low }
  }
  return best.threshold
}
