import { rm } from 'node:fs/promises'
import type { PictureSize } from '../../domain/brief.ts'
import { isStudioError } from '../../domain/errors.ts'
import { type DefectKind, defectKinds } from '../../domain/review.ts'
import { judgeTake, undecodableReview } from '../quality-gates.ts'
import {
  type DefectStatistics,
  defectStatistics,
  thresholdDefects,
} from '../quality-gates-statistics.ts'
import { measureTake } from '../quality-measures.ts'
import type { FfmpegTools } from '../run-ffmpeg.ts'
import { type CalibrationClip, type CalibrationSource, makeCalibrationClip } from './make-clip.ts'
import type { MeasuredCase } from './tune.ts'

/** A clip to be made: its seed decides everything about it. */
export interface CalibrationOrder {
  readonly seed: number
  readonly defect: DefectKind | null
}

/**
 * Orders for a set of clips: `good` good ones, then `each` of every defect, with seeds that follow each other so that
 * every kind falls evenly into the halves of {@link isHeldOut}.
 */
export const calibrationOrders = (set: {
  readonly firstSeed: number
  readonly good: number
  readonly each: number
}): readonly CalibrationOrder[] => {
  const kinds: readonly (DefectKind | null)[] = [
    ...Array.from({ length: set.good }, () => null),
    ...defectKinds.flatMap((kind) => Array.from({ length: set.each }, () => kind)),
  ]
  return kinds.map((defect, index) => ({ seed: set.firstSeed + index, defect }))
}

/** Whether a clip is kept back from tuning: every second seed. */
export const isHeldOut = (seed: number): boolean => seed % 2 === 1

/** Make a clip, measure and judge it, and remove it again. */
export const measureOrder = async (
  tools: FfmpegTools,
  order: CalibrationOrder,
  material: {
    readonly folder: string
    readonly source: (seed: number, size?: PictureSize) => CalibrationSource
  },
): Promise<MeasuredCase> => {
  const source = suitableSource(order, material.source)
  const clip = await makeCalibrationClip(tools, {
    ...order,
    folder: material.folder,
    source,
    other: material.source(order.seed + 500_003, source.planned.size),
  })
  try {
    return await measureClip(tools, clip)
  } finally {
    await rm(clip.path, { force: true })
  }
}

/** Stillness is a defect only where something was meant to move. */
const suitableSource = (
  order: CalibrationOrder,
  source: (seed: number) => CalibrationSource,
): CalibrationSource => {
  let found = source(order.seed)
  for (let next = 1; order.defect === 'frozen' && isMeantStill(found); next += 1) {
    found = source(order.seed + next * 250_007)
  }
  return found
}

const isMeantStill = ({ planned }: CalibrationSource): boolean =>
  planned.camera === 'static' && !planned.hasMotion

const measureClip = async (tools: FfmpegTools, clip: CalibrationClip): Promise<MeasuredCase> => {
  const { seed, defect, words } = clip
  try {
    const measures = await measureTake(tools, clip.path)
    const { findings } = judgeTake(measures, clip.planned)
    return {
      seed,
      defect,
      words,
      statistics: defectStatistics(measures, clip.planned),
      found: findings.map((finding) => finding.defect),
    }
  } catch (error) {
    if (!isStudioError(error) || error.code !== 'media-failed') throw error
    const { findings } = undecodableReview(error.message)
    const found = findings.map((finding) => finding.defect)
    return { seed, defect, words, statistics: nothingMeasured(), found }
  }
}

const nothingMeasured = (): DefectStatistics =>
  Object.fromEntries(
    thresholdDefects.map((kind) => [kind, { value: Number.NaN, at: null }]),
  ) as Record<(typeof thresholdDefects)[number], { value: number; at: null }>
