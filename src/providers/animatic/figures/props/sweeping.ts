import { readColour, shift } from '../brush/colour.ts'
import { local, type Point, plus, unit } from '../brush/geometry.ts'
import type { Piece } from '../people/figure-body.ts'
import type { Reach } from './prop-reach.ts'

/** What a floor is swept with. */
export type Sweeper = 'broom' | 'mop' | 'rake'

/** What somebody sweeps with, by the word for it. */
export const sweeperOf = (word: string): Sweeper => {
  if (/^mop/u.test(word)) return 'mop'
  return /^rak/u.test(word) ? 'rake' : 'broom'
}

const heads: Readonly<Record<Sweeper, string>> = {
  broom: '#c9a45a',
  mop: '#c4cdd4',
  rake: '#7b5a3a',
}

/** A broom, a mop or a rake in both hands, its end on the ground, with what it moves. */
export const sweeper = (reach: Reach): Piece[] => {
  const { body, request } = reach
  const { view, brush, skeleton, time } = body
  const { leftArm, rightArm } = skeleton
  const kind = sweeperOf(request.action.word ?? '')
  const along = unit(plus(leftArm.end, rightArm.end, -1))
  const top = plus(rightArm.end, along, -0.14)
  const neck = plus(leftArm.end, along, (leftArm.end.u - 0.12) / Math.max(0.2, -along.u))
  const foot = (f: number, l: number): Point => view.at(local(neck.f + f + 0.03, 0.005, neck.l + l))
  const collar = (l: number): Point => view.at(plus(neck, local(0, 0, l)))
  const colour = readColour(heads[kind])
  const bristles = kind === 'rake' ? 7 : 9
  const wide = kind === 'mop' ? 0.07 : 0.1
  const paint = (): void => {
    for (let speck = 0; speck < 7; speck += 1)
      brush.oval(
        foot(0.03 + (speck % 3) * 0.035, ((speck * 5) % 7) * 0.035 - 0.1),
        { rx: view.scale * 0.009, ry: view.scale * 0.006 },
        kind === 'rake' ? readColour('#b8702c') : readColour('#8d8478'),
        { alpha: kind === 'mop' ? 0 : 0.5 + 0.4 * Math.sin(time * 3 + speck) ** 2, shade: 0 },
      )
    brush.stroke(
      [view.at(top), view.at(neck)],
      Math.max(1.4, view.scale * 0.014),
      brush.tone(readColour('#9a7448')),
    )
    if (kind !== 'rake')
      brush.block(
        [collar(-0.035), collar(0.035), foot(0, wide), foot(0.02, 0), foot(0, -wide)],
        colour,
      )
    for (let one = 0; one < bristles; one += 1) {
      const share = (one / (bristles - 1)) * 2 - 1
      brush.stroke(
        [collar(share * 0.035), foot(0, share * wide)],
        Math.max(0.9, view.scale * 0.006),
        brush.tone(shift(colour, one % 2 ? -0.2 : -0.08)),
      )
    }
  }
  return [{ near: reach.nearHands - 0.01, paint }]
}
