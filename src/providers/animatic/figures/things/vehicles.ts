import { type Rgb, readColour, rgb, shift } from '../brush/colour.ts'
import { local, type Point } from '../brush/geometry.ts'
import type { FigureBody, Piece } from '../people/figure-body.ts'

const ring = (body: FigureBody, f: number, radius: number): Point[] =>
  Array.from({ length: 21 }, (_, step) => {
    const angle = (step / 20) * Math.PI * 2
    return body.view.at(local(f + Math.sin(angle) * radius, radius + Math.cos(angle) * radius, 0))
  })

/** A bicycle under its rider, wheels and pedals turning. */
export const paintBicycle = (body: FigureBody, tint: Rgb | null): Piece[] => {
  const { view, brush, time } = body
  const scale = view.scale
  const at = (f: number, u: number, l = 0): Point => view.at(local(f, u, l))
  const tube = (points: readonly Point[], width: number, colour: Rgb): void =>
    brush.stroke(points, scale * width, brush.tone(colour))
  const frame = tint ?? readColour('#3f6a7c')
  const turn = (time / 0.95) * Math.PI * 2
  const paint = (): void => {
    for (const f of [-0.33, 0.4]) {
      const rim = ring(body, f, 0.2)
      tube(rim, 0.014, rgb(40, 40, 44))
      for (let spoke = 0; spoke < 8; spoke += 1) {
        const angle = (spoke / 8) * Math.PI + turn * 1.6
        const [sine, cosine] = [Math.sin(angle) * 0.195, Math.cos(angle) * 0.195]
        brush.stroke(
          [at(f - sine, 0.2 - cosine), at(f + sine, 0.2 + cosine)],
          Math.max(0.5, scale * 0.0022),
          brush.tone(rgb(170, 174, 180)),
          0.7,
        )
      }
    }
    tube(
      [at(-0.33, 0.2), at(0.05, 0.165), at(0.31, 0.47), at(-0.06, 0.43), at(-0.33, 0.2)],
      0.016,
      frame,
    )
    tube([at(0.05, 0.165), at(-0.09, 0.5)], 0.016, frame)
    tube([at(0.4, 0.2), at(0.29, 0.56)], 0.016, frame)
    tube([at(0.29, 0.57, -0.12), at(0.29, 0.58, 0.12)], 0.014, rgb(48, 46, 50))
    brush.shape(
      [at(-0.17, 0.515), at(-0.1, 0.53), at(-0.02, 0.515), at(-0.1, 0.495)],
      rgb(44, 38, 36),
    )
    tube(
      [at(0.05, 0.165), at(0.05 + Math.cos(turn) * 0.08, 0.165 - Math.sin(turn) * 0.08, 0.04)],
      0.012,
      rgb(110, 112, 118),
    )
    tube(
      [at(0.05, 0.165), at(0.05 - Math.cos(turn) * 0.08, 0.165 + Math.sin(turn) * 0.08, -0.04)],
      0.012,
      rgb(110, 112, 118),
    )
  }
  return [{ near: -0.055, paint }]
}

/** A rowing boat round its rower, with oars that follow the hands. */
export const paintBoat = (body: FigureBody): Piece[] => {
  const { view, skeleton, time } = body
  const rock = Math.sin(time * 1.2) * 0.012
  const at: Place = (f, u, l) => view.at(local(f, u + rock * f, l))
  const side = Math.sin(view.yaw) > 0 ? -1 : 1
  const hand = view.at(side < 0 ? skeleton.rightArm.end : skeleton.leftArm.end)
  return [
    { near: -1, paint: () => paintBoatInside(body, at, side) },
    { near: 0.9, paint: () => paintOar(body, hand, at(0.12, 0.22, side * 0.21)) },
    { near: 0.8, paint: () => paintHull(body, at, side) },
  ]
}

type Place = (f: number, u: number, l: number) => Point

const planks = readColour('#7a5138')

const paintBoatInside = ({ brush }: FigureBody, at: Place, side: number): void => {
  brush.shape(
    [
      at(-0.72, 0.27, 0),
      at(-0.3, 0.2, -side * 0.2),
      at(0.3, 0.2, -side * 0.2),
      at(0.78, 0.29, 0),
      at(0.3, 0.1, side * 0.18),
      at(-0.3, 0.1, side * 0.18),
    ],
    shift(planks, -0.4),
  )
  brush.block(
    [at(-0.1, 0.17, -0.18), at(0.08, 0.17, -0.18), at(0.08, 0.17, 0.18), at(-0.1, 0.17, 0.18)],
    shift(planks, 0.1),
  )
}

const paintHull = ({ brush, view }: FigureBody, at: Place, side: number): void => {
  const scale = view.scale
  brush.shape(
    [
      at(-0.72, 0.27, 0),
      at(-0.3, 0.19, side * 0.2),
      at(0.3, 0.19, side * 0.2),
      at(0.78, 0.29, 0),
      at(0.6, 0.06, side * 0.08),
      at(0.1, -0.03, side * 0.14),
      at(-0.5, 0, side * 0.1),
    ],
    planks,
  )
  brush.stroke(
    [
      at(-0.72, 0.27, 0),
      at(-0.3, 0.19, side * 0.21),
      at(0.3, 0.19, side * 0.21),
      at(0.78, 0.29, 0),
    ],
    scale * 0.022,
    brush.tone(shift(planks, 0.25)),
  )
  brush.stroke(
    [at(-0.6, 0.12, side * 0.1), at(0, 0.07, side * 0.2), at(0.62, 0.14, side * 0.1)],
    scale * 0.006,
    brush.tone(shift(planks, -0.35)),
    0.7,
  )
}

const paintOar = ({ brush, view }: FigureBody, hand: Point, lock: Point): void => {
  const scale = view.scale
  const blade = {
    x: lock.x + (lock.x - hand.x) * 2.3,
    y: Math.max(lock.y + scale * 0.12, lock.y + (lock.y - hand.y) * 2.3),
  }
  brush.stroke([hand, lock, blade], scale * 0.016, brush.tone(readColour('#a88258')))
  const turn = Math.atan2(blade.y - lock.y, blade.x - lock.x)
  brush.oval(blade, { rx: scale * 0.07, ry: scale * 0.022, turn }, readColour('#b08a5c'))
}
