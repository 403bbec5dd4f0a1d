import type { PictureSize } from '../../domain/brief.ts'
import type { VendorTrouble } from '../../domain/errors.ts'
import type { FrameCount, Rate } from '../../domain/time.ts'
import type { ShotOrder } from '../../ports/video-model.ts'
import type { RunwayModel } from './models.ts'

/** How a shot is asked for. */
export interface ShotPlan {
  readonly kind: 'plan'
  /** Length of the clip: the shortest the model makes that holds the shot. */
  readonly seconds: number
  /** Picture size asked for, `width:height`; the clip is conformed to the film's size afterwards. */
  readonly ratio: string
}

/** Why a shot cannot be asked for at all: nothing is sent. */
export interface PlanRefusal {
  readonly kind: 'refusal'
  readonly trouble: VendorTrouble
  readonly reason: string
}

/** What a model is asked for a shot, or why it is not asked. */
export const shotPlan = (model: RunwayModel, order: ShotOrder): ShotPlan | PlanRefusal => {
  const seconds = clipSeconds(model, order.length, order.rate)
  const ratio = pictureRatio(model, order.size, order.firstFrame !== null)
  const problem = frameProblem(model, order) ?? promptProblem(model, order.prompt)
  if (problem) return problem
  if (seconds === null) {
    const wanted = ((order.length * order.rate.denominator) / order.rate.numerator).toFixed(2)
    return refusal(
      `The shot needs ${wanted} s of footage, and ${model.id} makes at most ${model.seconds.at(-1)} s. Make the shot shorter.`,
    )
  }
  if (ratio === null) {
    return refusal(
      `${model.id} makes no picture near ${order.size.width}x${order.size.height}: of its sizes (${model.imageRatios.join(', ')}) more than half would be cut away. Take another format or another model.`,
    )
  }
  return { kind: 'plan', seconds, ratio }
}

const frameProblem = (model: RunwayModel, order: ShotOrder): PlanRefusal | null => {
  if (order.firstFrame === null && model.textRatios.length === 0) {
    return refusal(`${model.id} makes nothing of words alone: it needs a frame to start from.`)
  }
  if (order.lastFrame !== null && !model.endsOnFrame) {
    return refusal(`${model.id} cannot end a shot on a given frame.`)
  }
  if (order.lastFrame !== null && order.firstFrame === null) {
    return refusal(`${model.id} takes a frame to end on only together with one to start from.`)
  }
  return null
}

const promptProblem = (model: RunwayModel, prompt: string): PlanRefusal | null => {
  if (prompt.trim() === '') return refusal(`${model.id} needs words for a shot; there are none.`)
  if (prompt.length <= model.promptUnits) return null
  return {
    kind: 'refusal',
    trouble: 'prompt-too-long',
    reason: `The prompt is ${prompt.length} characters long, and ${model.id} reads at most ${model.promptUnits}.`,
  }
}

const refusal = (reason: string): PlanRefusal => ({
  ...{ kind: 'refusal', trouble: 'request-refused', reason },
})

/** Seconds of the shortest clip a model makes that holds so many frames; null when it makes none so long. */
export const clipSeconds = (model: RunwayModel, length: FrameCount, rate: Rate): number | null =>
  model.seconds.find((seconds) => seconds * rate.numerator >= length * rate.denominator) ?? null

/** Share of a picture that must be left after it is cropped to the film's format. Chosen by this project. */
const leastShare = 0.5

/**
 * The picture size to ask a model for: the nearest in shape; of those the smallest that is no smaller than the film's, else
 * the largest.
 *
 * A model is taken for a format only when it is good for all shots of a film: a shot that continues another is cut twice, by
 * Runway when the frame is read and by the conform of the clip, and what is left must be enough in both ways.
 *
 * @returns `width:height`; null where too much would be cut away
 */
export const pictureRatio = (
  model: RunwayModel,
  size: PictureSize,
  fromFrame: boolean,
): string | null => {
  const image = nearest(model.imageRatios, size)
  const text = nearest(model.textRatios, size)
  if (image === null || image.share ** 2 < leastShare) return null
  if (text !== null && text.share < leastShare) return null
  return (fromFrame ? image : text)?.ratio ?? null
}

interface Candidate {
  readonly ratio: string
  /** Share of the picture that is left after cropping, 0…1. */
  readonly share: number
  /** Whether it has as many pixels as the film. */
  readonly isLarge: boolean
  readonly pixels: number
}

const nearest = (ratios: readonly string[], size: PictureSize): Candidate | null =>
  ratios.map((ratio) => candidate(ratio, size)).toSorted(byFitness)[0] ?? null

const candidate = (ratio: string, size: PictureSize): Candidate => {
  const [width = 0, height = 0] = ratio.split(':').map(Number)
  const shape = (width * size.height) / (height * size.width)
  return {
    ratio,
    share: Math.min(shape, 1 / shape),
    isLarge: width >= size.width && height >= size.height,
    pixels: width * height,
  }
}

const byFitness = (left: Candidate, right: Candidate): number => {
  if (left.share !== right.share) return right.share - left.share
  if (left.isLarge !== right.isLarge) return left.isLarge ? -1 : 1
  return left.isLarge ? left.pixels - right.pixels : right.pixels - left.pixels
}
