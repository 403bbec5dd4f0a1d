import { type Rgb, readColour, shift } from '../brush/colour.ts'
import type { Point } from '../brush/geometry.ts'
import type { FigureBody } from '../people/figure-body.ts'
import { trunkSpot } from '../people/trunk.ts'
import { isSitting } from './skirts.ts'

/** The seen half of the trunk at a height, from edge to edge. */
const across = (body: FigureBody, at: number, loose: number, from = -1.45, to = 1.45): Point[] =>
  Array.from({ length: 9 }, (_, step) => {
    const turn = from + ((to - from) * step) / 8
    return trunkSpot(body, at, turn - body.view.yaw - body.pose.turn, loose).point
  })

/** Stripes and checks woven into a shirt; painted after what is worn open over it. */
export const paintPattern = (body: FigureBody, loose: number): void => {
  const { extras, top } = body.appearance
  const [stripes, checks] = [extras.has('stripes'), extras.has('checks')]
  if ((!stripes && !checks) || body.view.scale < 70) return
  const depth = opensOver.get(top.kind)
  if (depth !== undefined) {
    paintUnderPattern(body, loose, depth)
    return
  }
  const tone = body.brush.tone(shift(top.colour, checks ? -0.4 : 0.55))
  const width = body.view.scale * (stripes ? 0.013 : 0.008)
  for (let at = 0.24; at < 0.94; at += stripes ? 0.085 : 0.1)
    body.brush.stroke(across(body, at, loose), width, tone, stripes ? 0.8 : 0.5)
  if (!checks) return
  for (let turn = -1.2; turn <= 1.21; turn += 0.3) {
    const line = [0.2, 0.45, 0.7, 0.95].map(
      (at) => trunkSpot(body, at, turn - body.view.yaw - body.pose.turn, loose).point,
    )
    body.brush.stroke(line, width, tone, 0.5)
  }
}

/** Tops that stand open over a shirt, and how far down, shares of the trunk. */
const opensOver: ReadonlyMap<string, number> = new Map([
  ['coat', 0.72],
  ['jacket', 0.46],
  ['suit', 0.52],
  ['waistcoat', 0.6],
])

/** Whether a top stands open over a shirt. */
export const isOpen = (kind: string): boolean => opensOver.has(kind)

/** The pattern of a shirt where it is seen between the edges of what is worn over it. */
const paintUnderPattern = (body: FigureBody, loose: number, depth: number): void => {
  const close = 1 - depth * 0.56
  const tone = body.brush.tone(readColour('#4d6a94'))
  for (let at = close + 0.06; at < 0.95; at += 0.06) {
    const half = (0.5 * (at - close)) / (1 - close)
    if (trunkSpot(body, at, 0).facing > 0)
      body.brush.stroke(
        [-half, 0, half].map((round) => trunkSpot(body, at, round, loose + 0.002).point),
        body.view.scale * 0.011,
        tone,
      )
  }
}

/** What is worn over the clothes: bands, a belt, a badge, the bib of dungarees. */
export const paintTrimmings = (body: FigureBody, loose: number): void => {
  const { extras, bottom } = body.appearance
  const { brush, view } = body
  const plates = extras.get('plates')
  if (plates) paintPlates(body, plates, loose)
  const bands = extras.get('bands')
  if (bands)
    for (const at of [0.84, 0.3])
      brush.stroke(across(body, at, loose), view.scale * 0.024, brush.tone(bands))
  if (extras.has('dungarees')) paintBib(body, bottom.colour, loose)
  const belt = extras.get('belt')
  if (belt) {
    brush.stroke(across(body, 0.24, loose + 0.002), view.scale * 0.026, brush.tone(belt))
    const buckle = trunkSpot(body, 0.24, 0, loose + 0.004)
    if (buckle.facing > 0.2)
      brush.oval(
        buckle.point,
        { rx: view.scale * 0.013, ry: view.scale * 0.011 },
        readColour('#c8a850'),
      )
  }
  const badge = extras.get('badge')
  const chest = trunkSpot(body, 0.76, 0.55, loose + 0.003)
  if (badge && chest.facing > 0.1)
    brush.oval(chest.point, { rx: view.scale * 0.012, ry: view.scale * 0.015 }, badge)
}

/** Steel over the breast: a ridge down its middle, hoops round the waist, rounded shoulders. */
const paintPlates = (body: FigureBody, colour: Rgb, loose: number): void => {
  const { brush, view } = body
  const tone = brush.tone(shift(colour, -0.25))
  const width = view.scale * 0.008
  for (const at of [0.5, 0.4, 0.3]) brush.stroke(across(body, at, loose), width, tone, 0.8)
  const ridge = [0.94, 0.75, 0.52].map((at) => trunkSpot(body, at, 0, loose + 0.003))
  if (ridge.every(({ facing }) => facing > 0))
    brush.stroke(
      ridge.map(({ point }) => point),
      width * 1.2,
      tone,
      0.8,
    )
  for (const side of [-1, 1]) {
    const { point, facing } = trunkSpot(body, 0.95, side * 1.3, loose + 0.01)
    if (facing > -0.5)
      brush.oval(point, { rx: view.scale * 0.05, ry: view.scale * 0.04 }, shift(colour, 0.15))
  }
}

const paintBib = (body: FigureBody, colour: Rgb, loose: number): void => {
  const spot = (at: number, round: number): Point => trunkSpot(body, at, round, loose + 0.004).point
  if (trunkSpot(body, 0.5, 0).facing < -0.2) return
  const low = isSitting(body) ? 0.02 : -0.06
  body.brush.shape(
    [
      spot(0.74, -0.62),
      spot(0.75, 0),
      spot(0.74, 0.62),
      spot(0.4, 0.8),
      spot(0.2, 1.3),
      spot(low, 1.3),
      spot(low, 0),
      spot(low, -1.3),
      spot(0.2, -1.3),
      spot(0.4, -0.8),
    ],
    colour,
    { shade: 0.7 },
  )
  for (const side of [-1, 1])
    body.brush.stroke(
      [spot(0.73, side * 0.46), spot(0.9, side * 0.5), spot(1.02, side * 0.75)],
      body.view.scale * 0.022,
      body.brush.tone(shift(colour, -0.15)),
    )
}
