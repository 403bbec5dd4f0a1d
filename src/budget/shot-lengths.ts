import type { CatalogueModel } from '../domain/catalogue-model.ts'
import { longestClipFrames } from '../domain/clip-seconds.ts'
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
 * another model than its pilot's: the longest clip of each holds a shot with its spare frames and a transition.
 */
export const shotLengths = (offers: readonly CatalogueModel[], rate: Rate): ShotLengths => {
  const spare =
    framesFromSeconds(editHandleSeconds, rate) + framesFromSeconds(longestTransitionSeconds, rate)
  const rooms = offers.flatMap(({ limits }) => {
    const longest = longestClipFrames(limits, rate)
    return longest === null ? [] : [secondsFromFrames(frames(longest - spare), rate)]
  })
  const least = leastShotSeconds(offers)
  return { least, most: Math.max(least, Math.min(shotSeconds.most, ...rooms)) }
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
