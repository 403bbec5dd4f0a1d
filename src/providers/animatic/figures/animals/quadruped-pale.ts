import { type Brush, insideTube, type Slice } from '../brush/brush.ts'
import type { Rgb } from '../brush/colour.ts'
import { between, local, plus } from '../brush/geometry.ts'
import { type Frame, slice } from './quadruped-frame.ts'

/** How far the layers of a soft patch reach against its middle; together they fade out to its edge. */
const layers = [1.36, 1.24, 1.12, 1, 0.88, 0.76, 0.64, 0.52] as const

/** A patch of another colour that fades into the coat around it, and ends where the limb ends. */
const paintPatch = (
  brush: Brush,
  limb: readonly Slice[],
  patch: readonly Slice[],
  colour: Rgb,
): void =>
  insideTube(brush, limb, () => {
    for (const reach of layers)
      brush.tube(
        patch.map((one) => ({ ...one, r: one.r * reach })),
        colour,
        { alpha: 0.19, outline: false, shade: 0.25 },
      )
  })

/** Where the pale underside runs: share of the back, its width against the chest. */
const underside = [
  [0.02, 0.1],
  [0.2, 0.18],
  [0.42, 0.24],
  [0.66, 0.34],
  [0.9, 0.46],
  [1.08, 0.44],
] as const

/** The paler underside of a body. */
export const paintUnderside = (frame: Frame, body: readonly Slice[]): void => {
  const { brush, look, view } = frame.moment
  if (brush.look === 'motion' || look.under === look.coat) return
  const across = Math.max(0.72, Math.abs(Math.sin(view.yaw)))
  // Of one that sits the breast is before the body, not below it.
  const below = frame.sits ? local(look.chest * 0.6, -look.chest * 0.3, 0) : null
  const tuck = Math.max(0, 1 - look.belly / look.chest) * look.belly
  const patch = underside.map(([share, wide]) => {
    const drop = look.chest * across * 0.82 - tuck * Math.max(0, 1 - share) * 1.2
    const place = plus(between(frame.rump, frame.withers, share), below ?? local(0, -drop, 0))
    return slice(frame, place, look.chest * across * wide)
  })
  paintPatch(brush, body, patch, look.under)
}

/** The pale throat of one that has a bib. */
export const paintBib = (frame: Frame, neck: readonly Slice[]): void => {
  const { brush, look, view } = frame.moment
  if (!look.bib || brush.look === 'motion') return
  const ahead = Math.sign(Math.sin(view.yaw) || 1)
  const patch = neck.map(({ x, y, r }) => ({ x: x + ahead * r * 0.5, y: y + r * 0.5, r: r * 0.48 }))
  paintPatch(brush, neck, patch, look.under)
}
