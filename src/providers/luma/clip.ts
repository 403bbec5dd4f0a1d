import type { PictureSize } from '../../domain/brief.ts'
import type { VendorTrouble } from '../../domain/errors.ts'
import type { Units } from '../../domain/order.ts'
import { frames, secondsFromFrames } from '../../domain/time.ts'
import type { Keyframe, ShotOrder } from '../../ports/video-model.ts'
import type { LumaLength, LumaModel } from './models.ts'

/** What is ordered of Luma for a shot. */
export interface Clip {
  readonly model: LumaModel
  readonly prompt: string
  /** `width:height`. */
  readonly aspect: string
  readonly length: LumaLength
  readonly firstFrame: Keyframe | null
  /** Picture to end at; null to end freely. */
  readonly endFrame: Keyframe | null
  /** Seconds from the start to the last frame of the order, where the end frame belongs: the clip may go on behind it. */
  readonly endsAtSeconds: number
}

/** Why an order cannot be carried out, known before it is sent. */
export interface Impossible {
  readonly trouble: VendorTrouble
  readonly reason: string
}

/** The clip for an order, or why there is none. */
export const clipFor = (model: LumaModel, order: ShotOrder): Clip | Impossible => {
  const length = lengthFor(model, order)
  if (length === null) return tooLong(model, order)
  const endFrame = endFrameOf(order)
  return (
    promptProblem(model, order.prompt) ??
    endFrameProblem(model, endFrame, length) ?? {
      model,
      prompt: order.prompt,
      aspect: nearestAspect(model.aspects, order.size),
      length,
      firstFrame: order.firstFrame,
      endFrame,
      endsAtSeconds: secondsFromFrames(frames(order.length - 1), order.rate),
    }
  )
}

/** Seconds of the clip that an order is billed: a clip is bought whole. An order that no clip holds counts as the longest. */
export const billedSeconds = (model: LumaModel, order: ShotOrder): Units => {
  const length = lengthFor(model, order) ?? model.lengths.at(-1)
  return { unit: 'second', quantity: length?.seconds ?? 0 }
}

/** The frame an order ends at. Not every version of an order has one. */
const endFrameOf = (order: ShotOrder): Keyframe | null =>
  'lastFrame' in order ? ((order.lastFrame as Keyframe | null | undefined) ?? null) : null

/** The shortest length that holds the frames of an order; null when none does. */
const lengthFor = (model: LumaModel, order: ShotOrder): LumaLength | null => {
  const wanted = secondsFromFrames(order.length, order.rate)
  return model.lengths.find(({ seconds }) => wanted <= seconds + 1e-9) ?? null
}

const tooLong = (model: LumaModel, order: ShotOrder): Impossible => {
  const wanted = secondsFromFrames(order.length, order.rate).toFixed(2)
  const longest = model.lengths.at(-1)?.seconds
  return {
    trouble: 'request-refused',
    reason: `The shot is ${wanted} s long with its handles, and ${model.id} makes ${longest} s at most.`,
  }
}

const promptProblem = (
  { id, prompt: { least, most } }: LumaModel,
  prompt: string,
): Impossible | null => {
  const characters = [...prompt.trim()].length
  if (characters > most) {
    const reason = `The prompt has ${characters} characters and ${id} reads ${most} at most.`
    return { trouble: 'prompt-too-long', reason }
  }
  if (characters >= least) return null
  const reason = `The prompt has ${characters} characters and ${id} wants ${least} at least.`
  return { trouble: 'request-refused', reason }
}

const endFrameProblem = (
  model: LumaModel,
  endFrame: Keyframe | null,
  { seconds }: LumaLength,
): Impossible | null => {
  if (endFrame === null || model.endFrameSeconds.includes(seconds)) return null
  const reason = `${model.id} cannot be told which picture a clip of ${seconds} s ends at.`
  return { trouble: 'request-refused', reason }
}

/** The aspect of a list that a picture's is, or is nearest to: by how much must be cut away. */
const nearestAspect = (aspects: readonly string[], { width, height }: PictureSize): string => {
  const wanted = Math.log(width / height)
  const [nearest = ''] = aspects.toSorted(
    (a, b) => Math.abs(logOf(a) - wanted) - Math.abs(logOf(b) - wanted),
  )
  return nearest
}

const logOf = (aspect: string): number => {
  const [width = '1', height = '1'] = aspect.split(':')
  return Math.log(Number(width) / Number(height))
}
