import type { DefectKind, Finding } from '../domain/review.ts'
import { framesPerSecond } from '../domain/time.ts'
import type { PlannedTake, TechnicalReview } from '../ports/media-tool.ts'
import {
  badWhenBelow,
  type DefectStatistics,
  defectStatistics,
  type ThresholdDefect,
  thresholdDefects,
} from './quality-gates-statistics.ts'
import { type QualityThresholds, qualityThresholds } from './quality-gates-thresholds.ts'
import type { SampleMeasures, TakeMeasures } from './quality-measures.ts'

/** Points a finding costs out of 100. */
const cost = { fail: 40, warn: 12 } as const

/** Points that a take can lose by coming near to a threshold without reaching it, for each measure. */
const nearCost = 5

/** What may be a look, too, and is left to the crew's eyes: it costs points and does not fail a take by itself. */
const lookDefects: ReadonlySet<DefectKind> = new Set(['clipped-light', 'washed-out'])

/** Judge a take by what it measures and what was planned. Pure: the same input gives the same review. */
export const judgeTake = (
  measures: TakeMeasures,
  planned: PlannedTake,
  thresholds: QualityThresholds = qualityThresholds,
): TechnicalReview => {
  const statistics = defectStatistics(measures, planned)
  const findings = [
    ...exactFindings(measures, planned),
    ...thresholdFindings(statistics, planned, thresholds),
  ]
  const lost = findings.reduce((sum, { severity }) => sum + cost[severity], 0)
  const score = Math.max(0, 100 - lost - nearness(statistics, thresholds))
  return {
    score: Math.round(score * 10) / 10,
    findings,
    measures: namedMeasures(measures, statistics),
  }
}

/** The review of a file that nothing could be decoded of. */
export const undecodableReview = (said: string): TechnicalReview => ({
  score: 0,
  findings: [
    {
      defect: 'truncated',
      severity: 'fail',
      at: null,
      evidence: `the file cannot be decoded: ${said.slice(0, 300)}`,
    },
  ],
  measures: { frames: 0 },
})

const exactFindings = (measures: TakeMeasures, planned: PlannedTake): readonly Finding[] => {
  const found: Finding[] = []
  const add = (defect: DefectKind, evidence: string): void => {
    found.push({ defect, severity: 'fail', at: null, evidence })
  }
  const { size, rate } = measures
  if (size.width !== planned.size.width || size.height !== planned.size.height) {
    add(
      'wrong-size',
      `${size.width} × ${size.height} pixels (${planned.size.width} × ${planned.size.height} were ordered)`,
    )
  }
  // One frame is lost to rounding between two rates; more is a short take. Longer takes are cut to length.
  const wantedSeconds = planned.length / framesPerSecond(planned.rate)
  const missing =
    planned.length -
    (measures.frames.length / framesPerSecond(rate)) * framesPerSecond(planned.rate)
  if (missing > 1.01) {
    add(
      'wrong-length',
      `${(wantedSeconds - missing / framesPerSecond(planned.rate)).toFixed(2)} s long (${wantedSeconds.toFixed(2)} s were ordered)`,
    )
  }
  const firstError = measures.decoderErrors[0]
  if (firstError !== undefined) {
    add(
      'truncated',
      `the decoder complained ${measures.decoderErrors.length} times, first: ${firstError.slice(0, 200)}`,
    )
  } else if (measures.frames.length < measures.packets) {
    add('truncated', `${measures.frames.length} of ${measures.packets} frames could be decoded`)
  }
  return found
}

/** What the gates with a threshold find in a take's statistics. */
export const thresholdFindings = (
  statistics: DefectStatistics,
  planned: Pick<PlannedTake, 'camera'>,
  thresholds: QualityThresholds,
): readonly Finding[] =>
  thresholdDefects.flatMap((defect) => {
    const { value, at } = statistics[defect]
    const threshold = thresholds[defect]
    const isFound = badWhenBelow.has(defect) ? value < threshold : value > threshold
    if (!isFound) return []
    return [
      {
        defect,
        severity: severityOf(defect, planned),
        at: at === null ? null : Math.round(at * 100) / 100,
        evidence: evidence[defect](round(value), round(threshold)),
      } as const,
    ]
  })

/** A fixed camera before people who hold still gives a still picture: a pity, and no broken take. */
const severityOf = (
  defect: ThresholdDefect,
  planned: Pick<PlannedTake, 'camera'>,
): Finding['severity'] => {
  if (lookDefects.has(defect)) return 'warn'
  return defect === 'frozen' && planned.camera === 'static' ? 'warn' : 'fail'
}

const round = (value: number): string => String(Number(value.toPrecision(3)))

const evidence: Readonly<Record<ThresholdDefect, (value: string, threshold: string) => string>> = {
  black: (value, threshold) => `black for ${value} s (at most ${threshold} s)`,
  frozen: (value, threshold) =>
    `the picture stands still: it changes by ${value} levels (at least ${threshold}), though something was meant to move`,
  flash: (value, threshold) =>
    `frames stand out from those around them by ${value} levels (at most ${threshold})`,
  blurred: (value, threshold) =>
    `the crispest edges are ${value} pixels wide at 360 lines (at most ${threshold})`,
  blocky: (value, threshold) =>
    `the picture steps along ${value} % of a block grid (at most ${threshold} %)`,
  'scene-cut': (value, threshold) =>
    `the picture jumps by ${value} levels beyond its own motion (at most ${threshold})`,
  'clipped-light': (value, threshold) =>
    `${value} % of the picture is burnt out to white (at most ${threshold} %)`,
  'washed-out': (value, threshold) =>
    `${value} levels between dark and bright without any black (at least ${threshold})`,
  noise: (value, threshold) => `noise of ${value} levels on smooth parts (at most ${threshold})`,
}

const nearDefects = ['blurred', 'blocky', 'noise', 'clipped-light'] as const

const nearness = (statistics: DefectStatistics, thresholds: QualityThresholds): number =>
  nearDefects.reduce((sum, defect) => {
    const share = statistics[defect].value / thresholds[defect]
    return Number.isFinite(share) && share <= 1 ? sum + nearCost * Math.max(0, share) ** 3 : sum
  }, 0)

const namedMeasures = (
  measures: TakeMeasures,
  statistics: DefectStatistics,
): TechnicalReview['measures'] => {
  const mean = (pick: (sample: SampleMeasures) => number): number =>
    measures.samples.reduce((sum, sample) => sum + pick(sample), 0) /
    Math.max(1, measures.samples.length)
  const moving = measures.frames.slice(1)
  const all: Record<string, number> = {
    frames: measures.frames.length,
    luma: mean(({ luma }) => luma),
    saturation: mean(({ saturation }) => saturation),
    motion:
      moving.reduce((sum, { difference }) => sum + difference, 0) / Math.max(1, moving.length),
    blur: statistics.blurred.value,
    block: statistics.blocky.value,
    noise: mean((sample) => sample.noise),
    contrast: mean(({ contrast }) => contrast),
    clippedPercent: mean(({ clippedPercent }) => clippedPercent),
    blackSeconds: statistics.black.value,
    strongestFlash: statistics.flash.value,
    strongestCut: statistics['scene-cut'].value,
    stillestStretch: statistics.frozen.value,
  }
  return Object.fromEntries(
    Object.entries(all)
      .filter(([, value]) => Number.isFinite(value))
      .map(([name, value]) => [name, Math.round(value * 1_000) / 1_000]),
  )
}
