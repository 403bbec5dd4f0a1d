import type { PictureSize } from '../domain/brief.ts'
import type { Funds } from '../domain/money.ts'
import { type ShelfClip, scoreOf } from '../domain/shelf.ts'
import { nearness, type SeenInPrompt, seenInPrompt } from './seen-in-prompt.ts'

/** A shot that footage is looked for. */
export interface ShotWanted {
  /** Null for a film that is not made yet. */
  readonly production: string | null
  readonly funds: Funds
  readonly prompt: string
  readonly size: PictureSize
  /** Length in the cut with what the edit needs behind it. */
  readonly seconds: number
  readonly castCount: number
  /** Whether it starts from the last frame of another shot. */
  readonly isContinued: boolean
}

/** How far the shapes of two pictures may differ, as a share: a few rows more or less are cut off unseen. Chosen by this project. */
const shapeTolerance = 0.02

/**
 * The clip to offer for a shot before it is bought; null for none. Strict: paid with the same money, which is never play money;
 * in the same shape, long enough, and of what the shot shows. A film keeps its actors: a shot with a cast, or a clip of one, is
 * matched within a run; with a clip of another only when that was ordered in the very words the shot would be, and the shot
 * goes on from no other: a new order would know no more of the actors.
 */
export const clipForShot = (clips: readonly ShelfClip[], shot: ShotWanted): ShelfClip | null => {
  const wanted = seenInPrompt(shot.prompt)
  const fitting = clips
    .filter((clip) => isUsable(clip, shot))
    .flatMap((clip) => {
      const seen = seenInPrompt(clip.prompt)
      const near = keepsActors(clip, seen, shot) ? nearness(seen, wanted) : null
      return near === null ? [] : [{ clip, near }]
    })
    .toSorted((a, b) => b.near - a.near || scoreOf(b.clip) - scoreOf(a.clip))
  return fitting[0]?.clip ?? null
}

const isUsable = (clip: ShelfClip, shot: ShotWanted): boolean =>
  clip.funds !== 'simulated' &&
  clip.funds === shot.funds &&
  !clip.isUsed &&
  clip.seconds !== null &&
  clip.seconds >= shot.seconds &&
  clip.size !== null &&
  isSameShape(clip.size, shot.size)

const keepsActors = (clip: ShelfClip, seen: SeenInPrompt, shot: ShotWanted): boolean =>
  (shot.production !== null && clip.production === shot.production) ||
  (clip.prompt === shot.prompt && !shot.isContinued) ||
  (shot.castCount === 0 && (clip.castCount ?? seen.parts?.castCount ?? 0) === 0)

const isSameShape = (left: PictureSize, right: PictureSize): boolean => {
  const ratio = (left.width * right.height) / (left.height * right.width)
  return Math.abs(ratio - 1) <= shapeTolerance
}
