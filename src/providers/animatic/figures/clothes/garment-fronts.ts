import { type Rgb, readColour, rgb, shift } from '../brush/colour.ts'
import type { Point } from '../brush/geometry.ts'
import type { FigureBody } from '../people/figure-body.ts'
import { trunkSpot } from '../people/trunk.ts'
import type { Garment } from './wardrobe.ts'

/** Creases where cloth is pulled: below the chest, at the waist and from the shoulders. */
export const paintFolds = (body: FigureBody, colour: Rgb, loose: number): void => {
  const dark = shift(body.brush.tone(colour), -0.4)
  const folds: readonly (readonly [number, number, number, number])[] = [
    [0.82, 1.05, 0.6, 0.75],
    [0.82, -1.05, 0.62, -0.75],
    [0.5, 1.2, 0.34, 0.45],
    [0.46, -1.2, 0.28, -0.5],
    [0.3, 1.1, 0.2, 0.3],
    [0.24, -1, 0.12, -0.35],
  ]
  for (const [fromHeight, fromTurn, toHeight, toTurn] of folds) {
    const from = trunkSpot(body, fromHeight, fromTurn, loose)
    const to = trunkSpot(body, toHeight, toTurn, loose)
    if (from.facing < 0.12 || to.facing < 0.12) continue
    const bow = {
      x: (from.point.x + to.point.x) / 2,
      y: (from.point.y + to.point.y) / 2 + body.view.scale * 0.008,
    }
    body.brush.stroke([from.point, bow, to.point], body.view.scale * 0.005, dark, 0.22)
  }
}

/** Paints collar, lapels, buttons and tie. */
export const paintFront = (body: FigureBody, top: Garment, loose: number): void => {
  const kinds: Readonly<Record<string, () => void>> = {
    coat: () => openFront(body, top.colour, loose, readColour('#d9d2c4'), 0.72),
    jacket: () => openFront(body, top.colour, loose, readColour('#dcd7cc'), 0.46),
    suit: () => openFront(body, top.colour, loose, readColour('#e6e2d8'), 0.52),
    shirt: () => collar(body, top.colour, loose, true),
    uniform: () => collar(body, top.colour, loose, true),
    sweater: () => neckline(body, shift(top.colour, -0.14), loose),
    spacesuit: () => neckline(body, readColour('#8d9298'), loose),
    waistcoat: () => openFront(body, top.colour, loose, readColour('#e4e0d6'), 0.6),
    kimono: () => crossed(body, top.colour, loose),
    toga: () => draped(body, top.colour, loose),
    gown: () => neckline(body, shift(top.colour, 0.2), loose),
    robe: () => openFront(body, top.colour, loose, shift(top.colour, -0.35), 0.45),
  }
  kinds[top.kind]?.()
  if (body.appearance.extras.has('tie')) tie(body, loose)
}

const facesUs = (body: FigureBody, round = 0): boolean => trunkSpot(body, 0.7, round).facing > -0.05

/** A V of what is worn underneath, lapels and the edge where the garment closes. */
const openFront = (
  body: FigureBody,
  colour: Rgb,
  loose: number,
  under: Rgb,
  depth: number,
): void => {
  if (!facesUs(body)) return
  const spot = (at: number, round: number): Point => trunkSpot(body, at, round, loose + 0.001).point
  const { brush, view } = body
  const close = 1 - depth * 0.56
  brush.block([spot(1.0, -0.55), spot(close, 0.03), spot(1.0, 0.55), spot(0.99, 0)], under, {
    shade: 0.4,
    outline: false,
  })
  const throat = { x: spot(1.0, 0).x, y: spot(1.0, 0).y - view.scale * 0.03 }
  brush.block(
    [spot(1.02, -0.5), spot(1 - depth * 0.16, 0.02), spot(1.02, 0.5), throat],
    shift(body.appearance.skin, -0.1),
    { shade: 0.4, outline: false },
  )
  for (const side of [-1, 1]) {
    if (trunkSpot(body, 0.85, side * 0.4).facing < 0) continue
    const lapel = shift(colour, side > 0 ? 0.07 : -0.06)
    // The collar lies round the neck; under its notch the lapel falls to where the garment closes.
    brush.block(
      [
        spot(1.05, side * 1.0),
        spot(1.03, side * 0.6),
        spot(0.94, side * 0.26),
        spot(0.9, side * 0.5),
        spot(0.96, side * 0.85),
      ],
      shift(lapel, 0.05),
      { shade: 0.5 },
    )
    brush.block(
      [
        spot(0.95, side * 0.3),
        spot(close, side * 0.03 + 0.02),
        spot(0.78, side * 0.44),
        spot(0.88, side * 0.7),
        spot(0.9, side * 0.46),
      ],
      lapel,
      { shade: 0.5 },
    )
  }
  const dark = shift(brush.tone(colour), -0.5)
  brush.stroke(
    [spot(close, 0.03), spot(0.3, 0.05), spot(0.02, 0.05)],
    Math.max(0.6, view.scale * 0.0035),
    dark,
    0.6,
  )
  if (view.scale < 130) return
  for (const at of [0.52, 0.38, 0.24]) {
    if (at < close)
      brush.oval(
        spot(at, 0.16),
        { rx: view.scale * 0.004, ry: view.scale * 0.004 },
        shift(colour, -0.45),
        { shade: 0, outline: false },
      )
  }
}

const collar = (body: FigureBody, colour: Rgb, loose: number, buttoned: boolean): void => {
  if (!facesUs(body)) return
  const spot = (at: number, round: number): Point => trunkSpot(body, at, round, loose + 0.001).point
  const { brush, view } = body
  const middle = spot(1.0, 0)
  const throat = { x: middle.x, y: middle.y - view.scale * 0.03 }
  brush.shape(
    [
      spot(1.04, -0.9),
      spot(0.985, -0.35),
      spot(0.935, 0),
      spot(0.985, 0.35),
      spot(1.04, 0.9),
      throat,
    ],
    shift(body.appearance.skin, -0.12),
    { shade: 0.4, outline: false },
  )
  for (const side of [-1, 1]) {
    if (trunkSpot(body, 0.95, side * 0.5).facing < -0.1) continue
    brush.shape(
      [
        spot(1.06, side * 1.25),
        spot(1.03, side * 0.75),
        spot(0.985, side * 0.36),
        spot(0.925, side * 0.06),
        spot(0.9, side * 0.4),
        spot(0.97, side * 0.95),
      ],
      shift(colour, 0.1),
      { shade: 0.5 },
    )
  }
  if (!buttoned) return
  brush.stroke(
    [spot(0.925, 0.02), spot(0.5, 0.02), spot(0.2, 0.02)],
    Math.max(0.5, view.scale * 0.0025),
    shift(brush.tone(colour), -0.4),
    0.5,
  )
}

const neckline = (body: FigureBody, colour: Rgb, loose: number): void => {
  const spots = [-1.2, -0.6, 0, 0.6, 1.2].map((round) =>
    trunkSpot(body, 1.0 - Math.cos(round) * 0.02, round, loose),
  )
  const seen = spots.filter(({ facing }) => facing > -0.2).map(({ point }) => point)
  if (seen.length > 1)
    body.brush.stroke(seen, body.view.scale * 0.016, body.brush.tone(colour), 0.9)
}

const tie = (body: FigureBody, loose: number): void => {
  if (!facesUs(body)) return
  const spot = (at: number, round: number): Point => trunkSpot(body, at, round, loose + 0.003).point
  body.brush.shape(
    [
      spot(0.95, -0.09),
      spot(0.95, 0.09),
      spot(0.9, 0.05),
      spot(0.62, 0.11),
      spot(0.56, 0),
      spot(0.62, -0.11),
      spot(0.9, -0.05),
    ],
    body.appearance.extras.get('tie') ?? rgb(120, 40, 44),
  )
}

/** A kimono's front: the left edge over the right, and a wide sash. */
const crossed = (body: FigureBody, colour: Rgb, loose: number): void => {
  openFront(body, colour, loose, readColour('#efe9dc'), 0.5)
  const sash = shift(colour, -0.45)
  const { brush } = body
  const spot = (at: number, round: number): Point => trunkSpot(body, at, round, loose + 0.004).point
  const turns = [-1.5, -0.75, 0, 0.75, 1.5].map((turn) => turn - body.view.yaw - body.pose.turn)
  brush.shape(
    [
      ...turns.map((turn) => spot(0.58, turn)),
      ...turns.toReversed().map((turn) => spot(0.3, turn)),
    ],
    sash,
  )
  brush.stroke(
    turns.map((turn) => spot(0.44, turn)),
    body.view.scale * 0.012,
    brush.tone(readColour('#d8b45a')),
    0.9,
  )
}

/** A toga's fall from the left shoulder across the chest to the right hip. */
const draped = (body: FigureBody, colour: Rgb, loose: number): void => {
  if (!facesUs(body)) return
  const { brush, view } = body
  const spot = (at: number, round: number): Point => trunkSpot(body, at, round, loose + 0.006).point
  brush.shape(
    [
      spot(1.05, 1.2),
      spot(1.02, 0.5),
      spot(0.74, 0.0),
      spot(0.46, -0.7),
      spot(0.3, -1.4),
      spot(0.08, -1.5),
      spot(0.05, -0.4),
      spot(0.2, 0.6),
      spot(0.55, 1.3),
    ],
    shift(colour, 0.12),
    { shade: 0.8 },
  )
  const dark = shift(brush.tone(colour), -0.32)
  for (const slip of [0, 0.1, 0.2, 0.3])
    brush.stroke(
      [spot(1.0 - slip * 0.3, 0.75 + slip), spot(0.68 - slip, 0.1), spot(0.36 - slip * 0.8, -1.2)],
      Math.max(0.6, view.scale * 0.005),
      dark,
      0.5,
    )
  brush.stroke(
    [spot(1.03, 0.45), spot(0.74, -0.03), spot(0.46, -0.75), spot(0.3, -1.45)],
    view.scale * 0.014,
    brush.tone(readColour('#8c2f45')),
    0.9,
  )
}
