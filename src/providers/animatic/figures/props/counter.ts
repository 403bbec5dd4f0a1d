import { readColour, shift } from '../brush/colour.ts'
import { local, type Point } from '../brush/geometry.ts'
import type { Piece } from '../people/figure-body.ts'
import { counterHigh } from '../poses/act.ts'
import { makePen } from '../things/thing.ts'
import { facing, type Reach, solid, wood } from './prop-reach.ts'

/** A counter before somebody who stands at it, with what is on it; the painter is told its top, body heights. */
export const counter = (reach: Reach, on: (top: number) => void): Piece[] => {
  const { body } = reach
  const top = counterHigh * body.measures.scale
  const paint = (): void => {
    solid(body, local(0.17, 0, -0.4), local(0.46, top - 0.03, 0.4), shift(wood, -0.12))
    solid(body, local(0.15, top - 0.03, -0.43), local(0.48, top, 0.43), shift(wood, 0.16))
    on(top)
  }
  return [{ near: Math.max(0.012, 0.16 * facing(body)), paint }]
}

/** A place on the picture over the counter: forward, above it, to the left. */
const over =
  ({ body }: Reach, top: number) =>
  (f: number, u: number, l: number): Point =>
    body.view.at(local(f, top + u, l))

const greens = ['#5f9a3f', '#d8722c', '#b8382f'] as const

/** Vegetables on a board, whole, half cut and in pieces. */
const vegetables = (
  { body: { brush, view } }: Reach,
  at: (f: number, u: number, l: number) => Point,
): void => {
  for (const [index, tone] of greens.entries())
    brush.oval(
      at(0.35, 0.035, -0.12 + index * 0.09),
      { rx: view.scale * 0.032, ry: view.scale * 0.024 },
      readColour(tone),
    )
  for (let piece = 0; piece < 9; piece += 1)
    brush.oval(
      at(0.22 + (piece % 3) * 0.03, 0.02, -0.13 + piece * 0.012),
      { rx: view.scale * 0.012, ry: view.scale * 0.007 },
      readColour('#7fb04a'),
    )
  brush.tube(
    [
      { ...at(0.27, 0.035, 0.0), r: view.scale * 0.02 },
      { ...at(0.27, 0.035, 0.13), r: view.scale * 0.022 },
    ],
    readColour('#6fa544'),
  )
}

/** A board with vegetables, whole and in pieces, and a knife in the right hand. */
export const chopping = (reach: Reach): Piece[] => {
  const { body, request } = reach
  const { brush, view, skeleton } = body
  const on = (top: number): void => {
    const at = over(reach, top)
    const board = [
      at(0.18, 0.012, -0.17),
      at(0.4, 0.012, -0.17),
      at(0.4, 0.012, 0.2),
      at(0.18, 0.012, 0.2),
    ]
    brush.block(board, readColour('#d6b07a'), { shade: 0.3 })
    const { cut, metre } = request
    if (cut)
      cut.thing.paint(
        makePen(brush, at(0.29, 0.012, 0.06), cut.thing.metres * metre, 0),
        cut.colour,
      )
    else vegetables(reach, at)
  }
  const hand = skeleton.rightArm.end
  const knife = (): void => {
    const at = (f: number, u: number, l: number): Point =>
      view.at(local(hand.f + f, hand.u + u, hand.l + l))
    brush.block(
      [at(0.03, 0.0, 0.01), at(0.15, -0.01, 0.03), at(0.13, -0.045, 0.03), at(0.03, -0.04, 0.01)],
      readColour('#c9d0d6'),
    )
    brush.stroke(
      [at(-0.02, 0, 0), at(0.04, -0.012, 0.01)],
      Math.max(1.5, view.scale * 0.016),
      brush.tone(readColour('#3a2c26')),
    )
  }
  return [...counter(reach, on), { near: view.near(hand) + 0.05, paint: knife }]
}

/** A basin of suds in which something is washed. */
export const basin = (reach: Reach): Piece[] => {
  const { body } = reach
  const { brush, view, time } = body
  const on = (top: number): void => {
    const at = over(reach, top)
    const middle = at(0.3, 0.09, 0)
    const r = view.scale
    brush.tube(
      [
        { ...at(0.3, 0.005, 0), r: r * 0.12 },
        { ...at(0.3, 0.05, 0), r: r * 0.16 },
        { ...middle, r: r * 0.17 },
      ],
      readColour('#9fb4c4'),
      { start: 0.15, end: 0.02 },
    )
    brush.oval(middle, { rx: r * 0.17, ry: r * 0.042 }, readColour('#bfe0ee'))
  }
  const suds = (): void => {
    const at = over(reach, counterHigh * body.measures.scale)
    for (let drop = 0; drop < 16; drop += 1) {
      const [l, f] = [((drop * 7) % 16) / 16 - 0.5, ((drop * 5) % 16) / 16 - 0.5]
      brush.oval(
        at(0.3 + f * 0.16, 0.092 + Math.sin(time * 2 + drop) * 0.004, l * 0.26),
        { rx: view.scale * (0.014 + (drop % 4) * 0.005), ry: view.scale * 0.014 },
        readColour('#f4f8fa'),
        { shade: 0.4, alpha: 0.92 },
      )
    }
  }
  return [...counter(reach, on), { near: reach.nearHands + 0.06, paint: suds }]
}

/** A cloth under the right hand, wiping the counter. */
export const wiping = (reach: Reach): Piece[] => {
  const { body, request } = reach
  const { brush, view, skeleton } = body
  const hand = skeleton.rightArm.end
  const cloth = (): void => {
    const at = (f: number, l: number): Point =>
      view.at(local(hand.f + f, counterHigh * body.measures.scale + 0.012, hand.l + l))
    brush.shape(
      [at(-0.03, -0.07), at(0.07, -0.09), at(0.11, 0.01), at(0.06, 0.09), at(-0.04, 0.06)],
      request.tint ?? readColour('#d8c24a'),
    )
  }
  return [...counter(reach, () => undefined), { near: view.near(hand) - 0.01, paint: cloth }]
}
