import type { Slice } from '../brush/brush.ts'
import { shift } from '../brush/colour.ts'
import { between, local, type Point, plus } from '../brush/geometry.ts'
import { type Frame, slice } from './quadruped-frame.ts'
import { tubePlaces } from './tube-marks.ts'

/** A row of plates that stand on the upper side of a limb, from one share of its length to another. */
export const paintPlates = (
  frame: Frame,
  limb: readonly Slice[],
  [from, to]: readonly [number, number],
): void => {
  const { brush, look, view } = frame.moment
  const at = tubePlaces(limb)
  const count = Math.max(3, Math.round(lengthOf(limb) / (view.scale * 0.12)))
  const step = (to - from) / count
  for (let index = 0; index < count; index += 1) {
    const along = from + (index + 0.5) * step
    const foot = at(along, 0.86)
    const tall = 1 + Math.min(0.9, (view.scale * 0.085) / Math.max(0.5, foot.r))
    const back = Math.sign(step) * Math.abs(step) * 0.45
    brush.block(
      [at(along - step * 0.62, 0.86), at(along - back, tall), at(along + step * 0.62, 0.86)],
      shift(look.marked, index % 2 === 0 ? 0 : -0.1),
    )
  }
}

const lengthOf = (limb: readonly Slice[]): number => {
  const [first, last] = [limb[0], limb.at(-1)]
  return first && last ? Math.hypot(last.x - first.x, last.y - first.y) : 0
}

/** What rises above the back, painted before the body. */
export const paintBehindBody = (frame: Frame, body: readonly Slice[]): void => {
  const { look } = frame.moment
  if (look.back === 'hump') paintHump(frame)
  if (look.back === 'plates') paintPlates(frame, body, [0.04, 0.98])
}

const paintHump = (frame: Frame): void => {
  const { brush, look, view, time } = frame.moment
  const sway = Math.sin(time * 2.2) * 0.008
  const top = (share: number, up: number): Point =>
    view.at(plus(between(frame.rump, frame.withers, share), local(sway * up, up, 0)))
  brush.shape(
    [
      top(0.1, look.belly * 0.5),
      top(0.24, look.belly * 1.0),
      top(0.4, look.belly * 1.55),
      top(0.52, look.belly * 1.68),
      top(0.64, look.belly * 1.5),
      top(0.8, look.belly * 1.0),
      top(0.92, look.belly * 0.5),
    ],
    shift(look.coat, -0.06),
  )
  brush.shape(
    [
      top(0.4, look.belly * 1.5),
      top(0.52, look.belly * 1.68),
      top(0.64, look.belly * 1.46),
      top(0.52, look.belly * 1.56),
    ],
    shift(look.marked, -0.1),
    { alpha: 0.45, outline: false },
  )
}

/** The coat of spines of a hedgehog: a dome, then row upon row of them, each lying over the next. */
export const paintSpines = (frame: Frame): void => {
  const { brush, look, time } = frame.moment
  const dome = [-0.22, 0.0, 0.3, 0.62, 0.92, 1.16].map((share, index) =>
    slice(
      frame,
      plus(between(frame.rump, frame.withers, share), local(0, look.belly * 0.12, 0)),
      look.belly * ([0.5, 0.86, 1.08, 1.1, 0.92, 0.6][index] ?? 1),
    ),
  )
  brush.tube(dome, look.marked, { start: 0.6, end: 0.5 })
  const at = tubePlaces(dome)
  const tones = [shift(look.marked, -0.35), shift(look.marked, 0.12), shift(look.coat, 0.12)]
  const width = Math.max(0.6, frame.moment.view.scale * 0.014)
  for (const [row, across] of [-0.62, -0.36, -0.1, 0.16, 0.42, 0.68, 0.94].entries())
    for (let index = 0; index <= 13; index += 1) {
      const along = 0.98 - (index + (row % 2) * 0.5) / 14
      const bristle = Math.sin(time * 2 + index * 1.7 + row) * 0.01
      const [root, tip] = [at(along, across), at(along - 0.085, across + 0.2 + bristle)]
      const tone = tones[(index + row) % 3] ?? look.marked
      brush.stroke([root, tip], width, brush.tone(tone))
    }
}
