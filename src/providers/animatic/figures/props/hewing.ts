import { readColour, shift } from '../brush/colour.ts'
import { local, type Point, plus } from '../brush/geometry.ts'
import type { Piece } from '../people/figure-body.ts'
import { heaved } from '../poses/chore-poses.ts'
import { type Reach, wood } from './prop-reach.ts'

/** From the feet to the log, body heights. */
const away = 0.52

/** An axe in both hands and a log on its block, with the chips that fly. */
export const axe = (reach: Reach): Piece[] => {
  const { body, hands } = reach
  const { brush, view, time } = body
  const { up, since } = heaved(time)
  const log = (): void => {
    const slice = (u: number, r: number): Point & { r: number } => ({
      ...view.at(local(away, u, 0)),
      r: r * view.scale,
    })
    const round = (low: number, high: number, r: number, tone: number): void => {
      brush.tube([slice(low, r), slice(high, r)], shift(wood, tone), { start: 0.2, end: 0.02 })
      brush.oval(
        view.at(local(away, high, 0)),
        { rx: r * view.scale, ry: r * view.scale * 0.28 },
        readColour('#d9b98a'),
      )
    }
    round(0, 0.13, 0.11, -0.2)
    round(0.13, 0.29, 0.06, 0.02)
    for (let chip = 0; chip < 6; chip += 1) {
      if (since > 0.6) continue
      const place = local(
        away + ((chip % 3) - 1) * 0.3 * since,
        0.3 + (0.4 + chip * 0.05) * since - 1.4 * since * since,
        (chip % 2 ? 0.25 : -0.25) * since,
      )
      const r = view.scale * 0.012
      brush.oval(
        view.at(place),
        { rx: r * 1.6, ry: r, turn: chip + since * 8 },
        readColour('#d9b98a'),
      )
    }
  }
  // Over the head it points back, on the log forward and down.
  const angle = -0.5 + up * 2.7
  const along = local(Math.cos(angle), Math.sin(angle), 0)
  const across = local(-Math.sin(angle), Math.cos(angle), 0)
  const at = (far: number, off: number): Point =>
    view.at(plus(plus(hands, along, far), across, off))
  const tool = (): void => {
    brush.stroke(
      [at(-0.12, 0), at(0.25, 0)],
      Math.max(1.5, view.scale * 0.016),
      brush.tone(readColour('#9a6a3c')),
    )
    brush.block(
      [at(0.19, 0.02), at(0.26, 0.02), at(0.285, -0.085), at(0.165, -0.085)],
      readColour('#a9b1b8'),
    )
  }
  return [
    { near: -0.25, paint: log },
    { near: reach.nearHands + 0.01, paint: tool },
  ]
}
