import { framesPerSecond } from '../domain/time.ts'
import type { PlannedTake } from '../ports/media-tool.ts'
import type { FrameMeasures, SampleMeasures, TakeMeasures } from './quality-measures.ts'
import { blockGrid } from './quality-measures-edges.ts'

/** One number for each defect that is a matter of degree, and where in the take it is strongest. */
export interface DefectStatistic {
  readonly value: number
  /** Seconds from the start; null for the whole take. */
  readonly at: number | null
}

/** Defects that are judged by a threshold on one number. */
export const thresholdDefects = [
  'black',
  'frozen',
  'flash',
  'blurred',
  'blocky',
  'scene-cut',
  'clipped-light',
  'washed-out',
  'noise',
] as const

/** One of {@link thresholdDefects}. */
export type ThresholdDefect = (typeof thresholdDefects)[number]

/** The statistic of each such defect. Which direction is bad: {@link badWhenBelow}. */
export type DefectStatistics = Readonly<Record<ThresholdDefect, DefectStatistic>>

/** Defects that are found when the statistic is below its threshold; the others when above. */
export const badWhenBelow: ReadonlySet<ThresholdDefect> = new Set(['frozen', 'washed-out'])

/**
 * Seconds that a picture must stand still to be called frozen; before a fixed camera, people do hold still. Less than a
 * second, because a sync frame, one a second, changes even a frozen picture a little.
 */
const stillSeconds = { movingCamera: 0.5, fixedCamera: 0.75 } as const

/** Longest fade from or to black at the ends of a take, in seconds of complete black. */
const longestFadeBlack = 0.75

/** Frames that a flash lasts at most; what stays longer is a cut. */
const longestFlash = 4

/** Level below which a take's darkest part is black enough: above it blacks are lifted. */
const liftedBlack = 40

/** Mean saturation above which a picture is not washed out, however even its light: pale pictures measure 17 at most. */
const vividColour = 24

/** Levels between dark and bright under which a picture, a moonless night, has no edges to judge sharpness by. */
const edgeContrast = 35

/** Statistic of a defect that cannot be judged on a take, such as stillness where stillness was meant. */
const notJudged: DefectStatistic = { value: Number.NaN, at: null }

/** Turn the measures of a take into one number for each defect, given what was meant. */
export const defectStatistics = (
  measures: TakeMeasures,
  planned: PlannedTake,
): DefectStatistics => {
  const perSecond = framesPerSecond(measures.rate)
  const lit = measures.samples.filter((sample) => sample.contrast > 12 || sample.luma > 32)
  const steps = distances(measures.frames)
  return {
    black: longestBlack(measures.frames, perSecond),
    frozen: mostStill(measures.frames, perSecond, planned),
    flash: strongestFlash(measures.frames, perSecond),
    blurred: whole(
      median(lit, ({ contrast, edgeWidth }) => (contrast < edgeContrast ? Number.NaN : edgeWidth)),
    ),
    blocky: whole(blockGrid(lit)),
    'scene-cut': strongestCut(measures.frames, steps, perSecond),
    'clipped-light': whole(median(lit, ({ clippedPercent }) => clippedPercent)),
    'washed-out': whole(
      median(lit, ({ contrast, blackLevel, saturation }) =>
        blackLevel < liftedBlack || saturation > vividColour ? 255 : contrast,
      ),
    ),
    noise: whole(median(lit, (sample) => sample.noise)),
  }
}

const whole = (value: number): DefectStatistic => ({ value, at: null })

/** The middle of what can be judged; NaN for none. */
const median = (
  samples: readonly SampleMeasures[],
  pick: (sample: SampleMeasures) => number,
): number => {
  const values = samples
    .map(pick)
    .filter(Number.isFinite)
    .toSorted((a, b) => a - b)
  return values[Math.floor(values.length / 2)] ?? Number.NaN
}

/** Mean absolute difference of two thumbs, in levels. */
const thumbDistance = (left: Uint8Array, right: Uint8Array): number => {
  let sum = 0
  for (let at = 0; at < left.length; at += 1) sum += Math.abs((left[at] ?? 0) - (right[at] ?? 0))
  return sum / Math.max(1, left.length)
}

/** A frame is black when next to nothing of it is brighter, lamps and stars included. */
const isBlack = (frame: FrameMeasures): boolean =>
  frame.blackPercent >= 99 && brightest(frame.thumb) < 36

const brightest = (thumb: Uint8Array): number =>
  thumb.reduce((most, level) => Math.max(most, level), 0)

const thumbMean = (thumb: Uint8Array): number =>
  thumb.reduce((sum, level) => sum + level, 0) / Math.max(1, thumb.length)

/** Seconds of the longest black stretch that is no fade at an end of the take. */
const longestBlack = (all: readonly FrameMeasures[], perSecond: number): DefectStatistic => {
  let longest: DefectStatistic = { value: 0, at: null }
  for (const run of runsOf(all, isBlack)) {
    const seconds = (run.end - run.start) / perSecond
    if (seconds <= longestFadeBlack && isFade(all, run)) continue
    if (seconds > longest.value) longest = { value: seconds, at: run.start / perSecond }
  }
  return longest
}

interface Run {
  readonly start: number
  /** The first frame after it. */
  readonly end: number
}

const runsOf = (
  all: readonly FrameMeasures[],
  belongs: (frame: FrameMeasures) => boolean,
): readonly Run[] => {
  const runs: Run[] = []
  let start: number | null = null
  for (let index = 0; index <= all.length; index += 1) {
    const frame = all[index]
    const inside = frame !== undefined && belongs(frame)
    if (inside && start === null) start = index
    if (!inside && start !== null) {
      runs.push({ start, end: index })
      start = null
    }
  }
  return runs
}

/** Largest step of mean level between two frames of a fade. */
const largestFadeStep = 24

/** Black at one end of the take that comes or goes step by step. */
const isFade = (all: readonly FrameMeasures[], run: Run): boolean => {
  const atHead = run.start === 0 && run.end < all.length
  const atTail = run.end === all.length && run.start > 0
  if (!atHead && !atTail) return false
  const [black, lit] = atHead ? [run.end - 1, run.end] : [run.start, run.start - 1]
  const [from, to] = [all[black], all[lit]]
  if (!from || !to) return false
  return Math.abs(thumbMean(to.thumb) - thumbMean(from.thumb)) <= largestFadeStep
}

/**
 * How far the picture gets in the stretch in which it gets least far, in levels: the change of its most moving spot,
 * for small figures before a fixed camera, and the mean change ten times over, for a camera that moves through fog.
 * About 0 when the picture stands still. Looked at over the whole stretch, so that slow motion adds up. Black frames
 * are left to their own gate.
 */
const mostStill = (
  all: readonly FrameMeasures[],
  perSecond: number,
  planned: PlannedTake,
): DefectStatistic => {
  if (planned.camera === 'static' && !planned.hasMotion) return notJudged
  const seconds = planned.camera === 'static' ? stillSeconds.fixedCamera : stillSeconds.movingCamera
  const window = Math.max(3, Math.round(seconds * perSecond))
  const looks = [1 / 3, 2 / 3, 1].map((share) => Math.round(window * share))
  let least: DefectStatistic = notJudged
  for (let start = 0; start + window < all.length; start += 1) {
    const first = all[start]
    if (!first || all.slice(start, start + window + 1).some(isBlack)) continue
    const most = looks.reduce((largest, look) => {
      const later = all[start + look]
      return later ? Math.max(largest, pictureChange(first.thumb, later.thumb)) : largest
    }, 0)
    if (!(most >= least.value)) least = { value: most, at: start / perSecond }
  }
  return least
}

const meanWeight = 10

/** Largest change of one spot of the thumb, plus the mean change times {@link meanWeight}, in levels. */
const pictureChange = (left: Uint8Array, right: Uint8Array): number => {
  let [largest, sum] = [0, 0]
  for (let at = 0; at + 2 < left.length; at += 3) {
    let change = 0
    for (let part = at; part < at + 3; part += 1) {
      change += Math.abs((left[part] ?? 0) - (right[part] ?? 0))
    }
    largest = Math.max(largest, change / 3)
    sum += change
  }
  return largest + (meanWeight * sum) / Math.max(1, left.length)
}

/** How far up to four frames stand out from the frames before and after, which are alike. */
const strongestFlash = (all: readonly FrameMeasures[], perSecond: number): DefectStatistic => {
  let strongest: DefectStatistic = { value: 0, at: null }
  for (let before = 0; before < all.length - 2; before += 1) {
    for (let length = 1; length <= longestFlash; length += 1) {
      const value = standsOut(all, before, before + length + 1)
      if (value > strongest.value) strongest = { value, at: (before + 1) / perSecond }
    }
  }
  return strongest
}

const standsOut = (all: readonly FrameMeasures[], before: number, after: number): number => {
  const [first, last] = [all[before], all[after]]
  if (!first || !last) return 0
  const apart = thumbDistance(first.thumb, last.thumb)
  let least = Number.POSITIVE_INFINITY
  for (const frame of all.slice(before + 1, after)) {
    const from = thumbDistance(first.thumb, frame.thumb)
    least = Math.min(least, from, thumbDistance(frame.thumb, last.thumb))
  }
  return least - 2 * apart
}

const distances = (all: readonly FrameMeasures[]): readonly number[] =>
  all.map((frame, index) => {
    const before = all[index - 1]
    return before ? thumbDistance(before.thumb, frame.thumb) : 0
  })

/** The largest step between two frames, above what the picture moves around it, that does not go back. */
const strongestCut = (
  all: readonly FrameMeasures[],
  steps: readonly number[],
  perSecond: number,
): DefectStatistic => {
  let strongest: DefectStatistic = { value: 0, at: null }
  for (let index = 1; index < all.length; index += 1) {
    const around = [
      ...steps.slice(Math.max(1, index - 4), index),
      ...steps.slice(index + 1, index + 5),
    ]
    const usual = around.toSorted((a, b) => a - b)[Math.floor(around.length * 0.75)] ?? 0
    const beyond = (steps[index] ?? 0) - 2 * usual
    if (beyond <= strongest.value) continue
    const value = Math.min(beyond, staysAway(all, index) - 2 * usual)
    if (value > strongest.value) strongest = { value, at: index / perSecond }
  }
  return strongest
}

/** Least distance between any of the frames before and any of those after: what comes back is no cut. */
const staysAway = (all: readonly FrameMeasures[], index: number): number => {
  const span = longestFlash + 2
  const after = all.slice(index, index + span)
  let least = 255
  for (const before of all.slice(Math.max(0, index - span), index)) {
    for (const { thumb } of after) least = Math.min(least, thumbDistance(before.thumb, thumb))
  }
  return least
}
