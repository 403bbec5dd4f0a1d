import { narrationAirSeconds, narrationSeconds, type ScriptReply } from '../../domain/crew-tasks.ts'
import { framesPerSecond } from '../../domain/time.ts'
import { fitLengths, type WantedLength } from '../fit-lengths.ts'
import type { ScriptLimits } from './check-script.ts'

type SceneReply = Pick<ScriptReply['scenes'][number], 'narration'> & {
  readonly shots: readonly { readonly seconds: number }[]
}

/** How far the seconds of a reply may be from the film's length before they are no longer fitted to it. */
const lengthTolerance = 0.15

/**
 * Lengths of a reply's shots in frames, as near to its seconds as the film's exact length and the model's clips allow. A scene stays as
 * long as its narration needs where it can: fitting makes shots shorter, and words do not get shorter with them.
 *
 * @returns a length a shot, in turn; or what is wrong, in words
 */
export const shotLengths = (
  scenes: readonly SceneReply[],
  limits: ScriptLimits,
): readonly number[] | string => {
  const { total, leastShot, mostShot, rate } = limits
  const perSecond = framesPerSecond(rate)
  const parts = scenes.map(({ shots }) =>
    shots.map(
      ({ seconds }): WantedLength => ({
        ...{ wanted: seconds * perSecond, least: leastShot, most: mostShot },
      }),
    ),
  )
  const wanted = parts.flat().reduce((sum, part) => sum + part.wanted, 0)
  if (Math.abs(wanted - total) > total * lengthTolerance) {
    return `its shots sum to ${Math.round(wanted)} frames, not ${total}`
  }
  const spoken = parts.flatMap((shots, index) => {
    const scene = scenes[index]
    return scene && limits.narrated ? longEnough(shots, scene, perSecond) : shots
  })
  const fitted = fitLengths(spoken, total) ?? fitLengths(parts.flat(), total)
  return (
    fitted ??
    `${parts.flat().length} shots of ${leastShot} to ${mostShot} frames cannot make ${total}`
  )
}

/** The shots of a scene, none of them shorter than its share of what the narration needs. */
const longEnough = (
  shots: readonly WantedLength[],
  scene: SceneReply,
  perSecond: number,
): readonly WantedLength[] => {
  const spoken = narrationSeconds(scene)
  const sum = shots.reduce((total, { wanted }) => total + wanted, 0)
  if (spoken === 0 || sum === 0) return shots
  const needed = (spoken + narrationAirSeconds) * perSecond
  return shots.map((shot) => {
    const share = Math.ceil((needed * shot.wanted) / sum - 1e-6)
    return { ...shot, least: Math.min(shot.most, Math.max(shot.least, share)) }
  })
}
