import type { Actor, Unplaced } from './actor.ts'
import type { Frame } from './framing.ts'

/** Where a kite is in a picture, pixels, and how large. */
export interface KiteSpot {
  readonly x: number
  readonly y: number
  readonly size: number
}

/** Who flies one kite together, by their places in the list; nobody for fewer than two, or for several kites. */
export const kiteFlyers = (actors: readonly Unplaced[]): readonly Unplaced[] => {
  const flyers = actors.filter(
    ({ kind, action, actionText }) =>
      kind === 'person' && action.kind === 'kite' && !/\bkites\b/u.test(actionText),
  )
  return flyers.length > 1 ? flyers : []
}

/** How far from the viewer those are turned who look up at a kite. */
const turn = 0.95

/** Those with one kite stand side by side and look the same way; the foremost has the string. */
export const placeUnderKite = (
  actors: readonly Unplaced[],
  flyers: readonly Unplaced[],
  { left, tight }: { readonly left: boolean; readonly tight: boolean },
): Actor[] => {
  const way = left ? 1 : -1
  const others = actors.filter((actor) => !flyers.includes(actor))
  const gap = tight ? 0.3 : 0.15
  const behind = others.map(
    (actor, index): Actor => ({
      ...actor,
      ...{ x: 0.5 - way * (0.34 + index * 0.08), yaw: way * turn, distance: 0.94 },
    }),
  )
  return [
    ...behind,
    ...flyers.map(
      (actor, index): Actor => ({
        ...actor,
        x: 0.5 - way * (0.06 + (flyers.length - 1 - index) * gap),
        yaw: way * turn,
        sharing: { workers: flyers.length, high: 0, paints: index === flyers.length - 1 },
      }),
    ),
  ]
}

/** A kite is high over who flies it, and in the picture however near that is. */
export const kiteSpot = ({ yaw, x }: Actor, frame: Frame): KiteSpot => {
  const { width, height, adult, tight, ground } = frame
  const way = Math.sign(yaw) || 1
  if (tight) return { x: width * (0.5 + way * 0.37), y: height * 0.17, size: height * 0.062 }
  const at = x * width + way * adult * 0.62
  const size = Math.max(height * 0.035, Math.min(adult * 0.1, height * 0.06))
  return {
    x: Math.max(width * 0.1, Math.min(width * 0.9, at)),
    y: Math.max(size * 1.8, ground - adult * 1.42),
    size,
  }
}
