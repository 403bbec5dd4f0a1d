import { readColour, shift } from '../brush/colour.ts'
import { local, type Point } from '../brush/geometry.ts'
import type { Piece } from '../people/figure-body.ts'
import type { Reach } from './prop-reach.ts'

const cloth = readColour('#b8483c')
const basket = readColour('#a8763e')
const crust = readColour('#c08a48')
const apple = readColour('#c23a2e')

/** A blanket on the ground under somebody who sits there, with food on it. */
export const picnicPieces = ({ body }: Reach): Piece[] => {
  const { brush, view, skeleton } = body
  const r = view.scale
  const middle = view.at(local(skeleton.pelvis.f + 0.14, 0, 0))
  const at = (x: number, y: number): Point => ({ x: middle.x + x * r, y: middle.y + y * r })
  const band = (from: number, to: number): Point[] => [
    at(from * 0.84, -0.06),
    at(to * 0.84, -0.06),
    at(to, 0.07),
    at(from, 0.07),
  ]
  const spread = (): void => {
    brush.block(band(-0.52, 0.52), cloth)
    for (const stripe of [-0.4, -0.16, 0.08, 0.32])
      brush.block(band(stripe, stripe + 0.1), shift(cloth, 0.45), { outline: false })
  }
  const way = Math.sign(Math.sin(view.yaw)) || 1
  const food = (): void => {
    const side = way * 0.36
    brush.block(
      [
        at(side - 0.085, -0.07),
        at(side + 0.085, -0.07),
        at(side + 0.07, 0.03),
        at(side - 0.07, 0.03),
      ],
      basket,
    )
    brush.oval(at(side - 0.03, -0.08), { rx: r * 0.055, ry: r * 0.026 }, crust)
    brush.oval(at(side + 0.045, -0.078), { rx: r * 0.022, ry: r * 0.022 }, apple)
  }
  return [
    { near: -3, paint: spread },
    { near: 1.5, paint: food },
  ]
}
