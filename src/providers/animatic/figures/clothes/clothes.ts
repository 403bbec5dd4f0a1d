import type { Slice } from '../brush/brush.ts'
import { mix, readColour, rgb, shift } from '../brush/colour.ts'
import { local, type Point, plus } from '../brush/geometry.ts'
import type { FigureBody, Piece } from '../people/figure-body.ts'
import { trunkSlice, trunkSpot, trunkTube } from '../people/trunk.ts'
import { paintFolds, paintFront } from './garment-fronts.ts'
import { isGown, isSitting, looseOf, onePiece, skirtPieces } from './skirts.ts'
import { isOpen, paintPattern, paintTrimmings } from './trimmings.ts'

/** The pieces of the clothes that hang on the trunk. */
export const trunkPieces = (body: FigureBody): Piece[] => {
  const { appearance } = body
  const pieces: Piece[] = []
  const { top, bottom } = appearance
  const whole = onePiece[top.kind]
  if (bottom.kind === 'skirt' && !isGown(top.kind))
    pieces.push(
      ...skirtPieces(body, { colour: bottom.colour, from: 0.12, hem: 0.27, near: -0.008 }),
    )
  if (whole)
    pieces.push(
      ...skirtPieces(body, {
        ...{ colour: top.colour, from: 0.4, hem: whole.hem },
        near: top.kind === 'coat' ? -0.004 : -0.006,
      }),
    )
  if (!body.appearance.robot) pieces.push({ near: -0.45, paint: () => paintHips(body) })
  pieces.push({ near: 0, paint: () => paintTrunk(body) })
  if (appearance.extras.has('apron')) pieces.push({ near: 0.004, paint: () => paintApron(body) })
  if (appearance.extras.has('backpack')) pieces.push(backpack(body))
  return pieces
}

const paintHips = (body: FigureBody): void => {
  const { top, bottom } = body.appearance
  const own = isGown(top.kind) ? top.colour : bottom.colour
  body.brush.tube(trunkTube(body, -0.1, 0.24, 0.004), own, { start: 0.7, end: 0.1 })
}

const paintTrunk = (body: FigureBody): void => {
  const { appearance, brush, view } = body
  const { top } = appearance
  const loose = looseOf[top.kind] ?? 0.005
  if (appearance.robot) {
    paintShell(body)
    return
  }
  const tucked = top.kind === 'shirt' || top.kind === 'uniform' || isGown(top.kind)
  const hem = top.kind === 'coat' || top.kind === 'suit' ? -0.08 : tucked ? 0.2 : 0.0
  brush.tube(trunkTube(body, hem, 1.03, loose), top.colour, { start: 0.25, end: 0.3 })
  if (!isOpen(top.kind)) paintPattern(body, loose)
  if (view.scale > 60) paintFront(body, top, loose)
  if (isOpen(top.kind)) paintPattern(body, loose)
  paintTrimmings(body, loose)
  if (view.scale > 150 && brush.look !== 'motion') paintFolds(body, top.colour, loose)
}

const paintApron = (body: FigureBody): void => {
  const colour = body.appearance.extras.get('apron') ?? rgb(216, 205, 184)
  if (trunkSpot(body, 0.5, 0).facing < -0.2) return
  const loose = (looseOf[body.appearance.top.kind] ?? 0.005) + 0.004
  const spot = (at: number, round: number): Point => trunkSpot(body, at, round, loose).point
  const low = isSitting(body) ? -0.05 : -0.62
  body.brush.shape(
    [
      spot(0.78, -0.6),
      spot(0.8, 0),
      spot(0.78, 0.6),
      spot(0.45, 0.95),
      spot(0.1, 1.1),
      spot(low, 0.95),
      spot(low - 0.03, 0),
      spot(low, -0.95),
      spot(0.1, -1.1),
      spot(0.45, -0.95),
    ],
    colour,
    { shade: 0.7 },
  )
  const band = [-1.2, -0.6, 0, 0.6, 1.2].map((round) => spot(0.38, round))
  body.brush.stroke(band, body.view.scale * 0.01, shift(body.brush.tone(colour), -0.25), 0.8)
}

const backpack = (body: FigureBody): Piece => {
  const colour = body.appearance.extras.get('backpack') ?? rgb(95, 107, 76)
  const yaw = body.view.yaw + body.pose.turn
  const behind = Math.cos(yaw) > 0
  const paint = (): void => {
    const spot = (at: number): Slice => {
      const slice = trunkSlice(body, at, 0.01)
      const back = plus(slice.centre, local(-(slice.deep + 0.045), 0, 0))
      return { ...body.view.at(back), r: body.view.girth(0.085, 0.055, body.pose.turn) }
    }
    body.brush.tube([spot(0.2), spot(0.4), spot(0.75), spot(0.9)], colour, {
      start: 0.35,
      end: 0.5,
    })
    body.brush.tube([spot(0.2), spot(0.42)], shift(colour, -0.12), { start: 0.3, end: 0.2 })
  }
  return {
    near: behind ? -0.2 : 0.3,
    paint,
  }
}

/** The straps of a backpack, painted over the clothes. */
export const strapPiece = (body: FigureBody): Piece[] => {
  const colour = body.appearance.extras.get('backpack')
  if (!colour) return []
  const paint = (): void => {
    for (const side of [-1, 1]) {
      const line = [0.96, 0.85, 0.68, 0.5].map((at) =>
        trunkSpot(body, at, side * (0.75 + (0.9 - at) * 0.9), 0.016),
      )
      if (line.every(({ facing }) => facing > 0))
        body.brush.stroke(
          line.map(({ point }) => point),
          body.view.scale * 0.018,
          body.brush.tone(shift(colour, -0.1)),
        )
    }
  }
  return [{ near: 0.005, paint }]
}

const paintShell = (body: FigureBody): void => {
  const { brush } = body
  const metal = readColour('#a8b0b9')
  brush.tube(trunkTube(body, -0.1, 0.2, 0.002), shift(metal, -0.3), { start: 0.6, end: 0.2 })
  brush.tube(trunkTube(body, 0.16, 0.5, -0.012), shift(metal, -0.45), { start: 0.1, end: 0.1 })
  brush.tube(trunkTube(body, 0.46, 1.0, 0.014), mix(metal, body.appearance.top.colour, 0.25), {
    start: 0.4,
    end: 0.5,
  })
  const core = trunkSpot(body, 0.74, 0, 0.015)
  if (core.facing < 0.1) return
  const radius = body.view.scale * 0.016
  brush.oval(core.point, { rx: radius * 1.7, ry: radius * 1.7 }, readColour('#7fd4e6'), {
    alpha: 0.3,
    shade: 0,
    glows: true,
    outline: false,
  })
  brush.oval(core.point, { rx: radius, ry: radius }, readColour('#c8f2fa'), {
    shade: 0,
    glows: true,
  })
}
