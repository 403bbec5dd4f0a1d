import type { Brief } from '../domain/brief.ts'
import type { CatalogueModel } from '../domain/catalogue-model.ts'
import { clipSeconds, wholeFrames } from '../domain/clip-seconds.ts'
import { StudioError } from '../domain/errors.ts'
import { microUsd, scaleUsd, type Usd } from '../domain/money.ts'
import { editHandleSeconds } from '../domain/shot-limits.ts'
import type { FrameCount, Rate } from '../domain/time.ts'
import {
  frames,
  framesFromSeconds,
  framesPerSecond,
  rate24,
  secondsFromFrames,
} from '../domain/time.ts'
import { unitsPrice } from './price-book.ts'
import { leastShotSeconds, shotLengths } from './shot-lengths.ts'

/** Billed lengths of models that make any are rounded up to this: the stand-ins bill thousandths of a second. */
const billedPerSecond = 1000

/**
 * What one clip costs with a model, worst case: the clip that holds the length is billed whole.
 *
 * @throws StudioError `not-available` for a length beyond the model's longest clip
 */
export const clipPrice = (model: CatalogueModel, length: FrameCount, rate: Rate): Usd => {
  const quantity = clipSeconds(model.limits, length, rate)
  if (quantity !== null) return unitsPrice(model, { unit: model.price.unit, quantity })
  throw new StudioError({
    code: 'not-available',
    message: `${model.id} makes no clip of ${secondsFromFrames(length, rate).toFixed(2)} s: its longest has ${model.limits.maxSeconds} s. Use another model.`,
  })
}

/** A shot of 4 seconds with its spare ones. Chosen by this project. */
const typicalSeconds = 4.5

/** What a typical shot costs with a model: models are compared by it, for some bill seconds and some whole clips. */
export const typicalClipPrice = (model: CatalogueModel): Usd => {
  const longest = model.limits.seconds?.at(-1) ?? model.limits.maxSeconds ?? typicalSeconds
  const length = wholeFrames(Math.min(typicalSeconds, longest), rate24)
  return clipPrice(model, frames(length), rate24)
}

/** Price of one second of footage: of a model that sells whole clips, in a typical one. */
export const secondPrice = (model: CatalogueModel): Usd =>
  model.limits.seconds || model.price.lengths
    ? microUsd(Math.ceil(typicalClipPrice(model) / typicalSeconds))
    : model.price.perUnit

/**
 * What no film of a brief costs more than with a model, one take a shot: as many shots as its length has room for, each
 * with its spare seconds, each rounded up. Transitions are not in it; a script that the money does not reach gives them up.
 */
export const mostFilmPrice = (brief: Brief, model: CatalogueModel): Usd => {
  const clips = clipClasses(model, brief.rate)
  return clips ? dearestClips(brief, clips) : dearestSeconds(brief, model)
}

/** Clips that are bought whole. */
interface ClipClass {
  /** The shortest shot that needs this clip, without its spare frames. */
  readonly leastShot: number
  readonly price: Usd
}

/** The clips that a model's shots are bought in; null for a model that makes and bills any length. */
const clipClasses = (model: CatalogueModel, rate: Rate): readonly ClipClass[] | null => {
  const seconds = model.limits.seconds ?? model.price.lengths?.map((length) => length.seconds)
  if (!seconds) return null
  const handle = framesFromSeconds(editHandleSeconds, rate)
  const least = leastShotFrames(model, rate)
  const most = shotLengths([model], rate).most * framesPerSecond(rate)
  const classes = seconds.map((each, index) => {
    const shorter = seconds[index - 1]
    const above = shorter === undefined ? 0 : wholeFrames(shorter, rate) + 1
    return {
      leastShot: Math.max(least, above - handle),
      price: unitsPrice(model, { unit: model.price.unit, quantity: each }),
    }
  })
  return classes.filter(({ leastShot }) => leastShot <= most)
}

const leastShotFrames = (model: CatalogueModel, rate: Rate): number =>
  Math.ceil(leastShotSeconds([model]) * framesPerSecond(rate) - 1e-6)

/** The dearest way to fill a film's frames with shots that each need a clip: an unbounded knapsack. */
const dearestClips = (brief: Brief, clips: readonly ClipClass[]): Usd => {
  const total = framesFromSeconds(brief.seconds, brief.rate)
  const dearest = new Float64Array(total + 1)
  for (let length = 1; length <= total; length += 1) {
    let most = dearest[length - 1] ?? 0
    for (const { leastShot, price } of clips) {
      if (leastShot <= length) most = Math.max(most, (dearest[length - leastShot] ?? 0) + price)
    }
    dearest[length] = most
  }
  return microUsd(dearest[total] ?? 0)
}

const dearestSeconds = (brief: Brief, model: CatalogueModel): Usd => {
  const total = framesFromSeconds(brief.seconds, brief.rate)
  const shortest = leastShotFrames(model, brief.rate)
  const shots = Math.max(1, Math.floor(total / shortest))
  const handle = framesFromSeconds(editHandleSeconds, brief.rate)
  const billed = Math.ceil(
    secondsFromFrames(frames(total + shots * handle), brief.rate) * billedPerSecond - 1e-6,
  )
  // A clip shorter than the shortest is billed as that.
  const shortfall = Math.max(
    0,
    (model.limits.minSeconds ?? 0) - secondsFromFrames(frames(shortest + handle), brief.rate),
  )
  const { perUnit } = model.price
  // Each shot is rounded up twice: its seconds to what is billed, its price to a micro-dollar.
  const rounding = shots * (scaleUsd(perUnit, 1 / billedPerSecond) + 1)
  return microUsd(
    scaleUsd(perUnit, billed / billedPerSecond) + rounding + scaleUsd(perUnit, shots * shortfall),
  )
}
