import type { CatalogueModel, ModelPrice } from '../domain/catalogue-model.ts'
import { type ClipLimits, longestClipFrames } from '../domain/clip-seconds.ts'
import { editHandleSeconds, longestTransitionSeconds, shotSeconds } from '../domain/shot-limits.ts'
import type { Rate } from '../domain/time.ts'
import { frames, framesFromSeconds, secondsFromFrames } from '../domain/time.ts'

/** Shortest and longest shot that a script may have, in seconds. */
export interface ShotLengths {
  readonly least: number
  readonly most: number
}

/**
 * How long the shots of a script may be so that every model on offer can shoot them, for the money may put a shot on
 * another model than its pilot's: the clip of each holds a shot with its spare frames and a transition. Where clips are
 * bought whole and a longer one costs more a second, the one that costs least is meant: two shots for the price of one.
 */
export const shotLengths = (offers: readonly CatalogueModel[], rate: Rate): ShotLengths => {
  const least = leastShotSeconds(offers)
  const rooms = offers.flatMap((model) => {
    const { limits, price } = model
    const thrifty = thriftySeconds(price)
    return thrifty === null
      ? roomIn(limits, rate)
      : roomIn({ ...limits, maxSeconds: thrifty, seconds: [thrifty] }, rate)
  })
  return { least, most: Math.max(least, Math.min(shotSeconds.most, ...rooms)) }
}

/** Longest shot, in seconds, that every model on offer can shoot in its longest clip. */
export const longestShot = (offers: readonly CatalogueModel[], rate: Rate): number =>
  Math.min(...offers.flatMap(({ limits }) => roomIn(limits, rate)))

/** What of a model's longest clip a shot may fill, in seconds; nothing where no clip is too short. */
const roomIn = (limits: ClipLimits, rate: Rate): readonly number[] => {
  const spare =
    framesFromSeconds(editHandleSeconds, rate) + framesFromSeconds(longestTransitionSeconds, rate)
  const longest = longestClipFrames(limits, rate)
  return longest === null ? [] : [secondsFromFrames(frames(longest - spare), rate)]
}

/** The length of clip that costs least a second, the longest of several; null where every second costs the same. */
const thriftySeconds = ({ lengths }: ModelPrice): number | null => {
  if (!lengths || lengths.length === 0) return null
  const [best] = lengths.toSorted(
    (a, b) => a.amount / a.seconds - b.amount / b.seconds || b.seconds - a.seconds,
  )
  return best?.seconds ?? null
}

/**
 * Shortest shot that is worth a clip of every model: where clips are bought whole, one that shows at least half of the
 * shortest. Chosen by this project.
 */
export const leastShotSeconds = (offers: readonly CatalogueModel[]): number =>
  Math.max(
    shotSeconds.least,
    ...offers.flatMap(({ limits: { seconds } }) => {
      const [shortest] = seconds ?? []
      return shortest === undefined ? [] : [(shortest - editHandleSeconds) / 2]
    }),
  )
