import type { Garment } from './appearance.ts'
import type { Slice } from './brush.ts'
import { mix, type Rgb, readColour, rgb, shift } from './colour.ts'
import type { FigureBody, Piece } from './figure-body.ts'
import { between, type Local, local, type Point, plus } from './geometry.ts'
import { trunkSlice, trunkSpot, trunkTube } from './trunk.ts'

const looseOf: Readonly<Record<string, number>> = {
  coat: 0.014,
  jacket: 0.012,
  suit: 0.01,
  sweater: 0.009,
  shirt: 0.005,
  robe: 0.014,
  spacesuit: 0.026,
  uniform: 0.007,
  dress: 0.004,
  't-shirt': 0.005,
}

const isSitting = (body: FigureBody): boolean => body.pose.pelvis.u < 0.42 || body.pose.lying

/** The pieces of the clothes that hang on the trunk. */
export const trunkPieces = (body: FigureBody): Piece[] => {
  const { appearance } = body
  const pieces: Piece[] = []
  if (
    appearance.bottom.kind === 'skirt' &&
    appearance.top.kind !== 'dress' &&
    appearance.top.kind !== 'robe'
  ) {
    pieces.push({
      near: -0.008,
      paint: () => paintSkirt(body, appearance.bottom.colour, 0.12, 0.27),
    })
  }
  if (appearance.top.kind === 'dress')
    pieces.push({ near: -0.006, paint: () => paintSkirt(body, appearance.top.colour, 0.4, 0.24) })
  if (appearance.top.kind === 'robe')
    pieces.push({ near: -0.006, paint: () => paintSkirt(body, appearance.top.colour, 0.4, 0.07) })
  if (appearance.top.kind === 'coat')
    pieces.push({ near: -0.004, paint: () => paintSkirt(body, appearance.top.colour, 0.4, 0.29) })
  if (!body.appearance.robot) pieces.push({ near: -0.45, paint: () => paintHips(body) })
  pieces.push({ near: 0, paint: () => paintTrunk(body) })
  if (appearance.extras.has('apron')) pieces.push({ near: 0.004, paint: () => paintApron(body) })
  if (appearance.extras.has('backpack')) pieces.push(backpack(body))
  return pieces
}

const paintHips = (body: FigureBody): void => {
  const { top, bottom } = body.appearance
  const own = top.kind === 'dress' || top.kind === 'robe' ? top.colour : bottom.colour
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
  const tucked =
    top.kind === 'shirt' || top.kind === 'dress' || top.kind === 'robe' || top.kind === 'uniform'
  const hem = top.kind === 'coat' || top.kind === 'suit' ? -0.08 : tucked ? 0.2 : 0.0
  brush.tube(trunkTube(body, hem, 1.03, loose), top.colour, { start: 0.25, end: 0.3 })
  if (view.scale > 60) paintFront(body, top, loose)
  if (view.scale > 150 && brush.look !== 'motion') paintFolds(body, top.colour, loose)
}

/** Creases where cloth is pulled: below the chest, at the waist and from the shoulders. */
const paintFolds = (body: FigureBody, colour: Rgb, loose: number): void => {
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

const paintFront = (body: FigureBody, top: Garment, loose: number): void => {
  const kinds: Readonly<Record<string, () => void>> = {
    coat: () => openFront(body, top.colour, loose, readColour('#d9d2c4'), 0.72),
    jacket: () => openFront(body, top.colour, loose, shift(top.colour, 0.45), 0.3),
    suit: () => openFront(body, top.colour, loose, readColour('#e6e2d8'), 0.52),
    shirt: () => collar(body, top.colour, loose, true),
    uniform: () => collar(body, top.colour, loose, true),
    sweater: () => neckline(body, shift(top.colour, -0.14), loose),
    spacesuit: () => neckline(body, readColour('#8d9298'), loose),
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
  brush.shape(
    [
      spot(1.0, -0.5),
      spot(0.93, -0.32),
      spot(1 - depth * 0.55, 0.02),
      spot(0.93, 0.32),
      spot(1.0, 0.5),
      spot(0.985, 0),
    ],
    under,
    { shade: 0.4, outline: false },
  )
  for (const side of [-1, 1]) {
    if (trunkSpot(body, 0.85, side * 0.4).facing < 0) continue
    brush.shape(
      [
        spot(1.02, side * 0.75),
        spot(0.93, side * 0.3),
        spot(1 - depth * 0.56, side * 0.04),
        spot(0.84, side * 0.52),
        spot(0.93, side * 0.68),
      ],
      shift(colour, side > 0 ? 0.05 : -0.05),
      { shade: 0.5 },
    )
  }
  const dark = shift(brush.tone(colour), -0.5)
  brush.stroke(
    [spot(1 - depth * 0.56, 0.03), spot(0.3, 0.05), spot(0.02, 0.05)],
    Math.max(0.6, view.scale * 0.0035),
    dark,
    0.6,
  )
  if (view.scale < 130) return
  for (const at of [0.52, 0.38, 0.24]) {
    if (at < 1 - depth * 0.56)
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

/** Cloth below the waist: hangs round both legs, lags behind the body and sways. */
const paintSkirt = (body: FigureBody, colour: Rgb, from: number, hem: number): void => {
  const { skeleton, view, measures, brush, time } = body
  const loose = looseOf[body.appearance.top.kind] ?? 0.005
  const waist = trunkSlice(body, from, loose)
  const hip = trunkSlice(body, 0.02, loose + 0.006)
  if (isSitting(body)) {
    paintLap(body, colour)
    return
  }
  const pelvis = skeleton.pelvis
  const legsAt = (height: number): readonly [Local, Local] => {
    const on = (leg: typeof skeleton.leftLeg): Local => {
      const share = (leg.top.u - height) / Math.max(0.05, leg.top.u - leg.middle.u)
      if (share <= 1) return between(leg.top, leg.middle, Math.max(0, share))
      const below = (leg.middle.u - height) / Math.max(0.05, leg.middle.u - leg.end.u)
      return between(leg.middle, leg.end, Math.min(1, below))
    }
    return [on(skeleton.leftLeg), on(skeleton.rightLeg)]
  }
  const sway = (share: number): number =>
    (Math.sin(time * 2.1 + share * 1.4) * 0.006 + Math.sin(time * 3.7) * 0.003) * share
  const rings: Slice[] = [0.4, 0.75, 1].map((share) => {
    const height = pelvis.u + (hem * measures.scale - pelvis.u) * share
    const [left, right] = legsAt(height)
    const knees = [skeleton.leftLeg.middle, skeleton.rightLeg.middle].filter(
      ({ u }) => u > height - 0.02,
    )
    const reaches = [left.f, right.f, ...knees.map(({ f }) => f)]
    const [back, front] = [Math.min(...reaches), Math.max(...reaches)]
    const centre = local(
      (back + front) / 2 - 0.004 * share,
      (left.u + right.u) / 2,
      (left.l + right.l) / 2,
    )
    const kind = body.appearance.top.kind
    const flare = (kind === 'dress' ? 0.05 : kind === 'coat' ? 0.02 : 0.03) * share * measures.scale
    const spread = (front - back) / 2
    const girth = view.girth(
      hip.across + flare,
      Math.max(hip.deep + flare * 0.8, spread + 0.042),
      body.pose.turn,
    )
    const at = view.at(centre)
    return { x: at.x + sway(share) * view.scale, y: at.y, r: girth }
  })
  brush.tube([{ ...waist.point, r: waist.r }, { ...hip.point, r: hip.r }, ...rings], colour, {
    start: 0.1,
    end: 0.12,
  })
  if (view.scale > 110) paintPleats(body, colour, [{ ...hip.point, r: hip.r }, ...rings])
}

const paintPleats = (body: FigureBody, colour: Rgb, rings: readonly Slice[]): void => {
  const dark = shift(body.brush.tone(colour), -0.4)
  const coat = body.appearance.top.kind === 'coat'
  const front = Math.sin(body.view.yaw + body.pose.turn) * 0.8
  for (const share of coat ? [front] : [-0.62, -0.25, 0.15, 0.55]) {
    if (coat && Math.cos(body.view.yaw) < 0) continue
    const line = rings.map((ring, index) => ({
      x: ring.x + ring.r * share * (0.7 + index * 0.1),
      y: ring.y + ring.r * 0.06,
    }))
    body.brush.stroke(line, Math.max(0.6, body.view.scale * 0.005), dark, coat ? 0.6 : 0.25)
  }
}

/** A skirt or coat over the thighs of one who sits. */
const paintLap = (body: FigureBody, colour: Rgb): void => {
  const { skeleton, view, measures } = body
  for (const leg of [skeleton.leftLeg, skeleton.rightLeg]) {
    const at = (share: number, radius: number): Slice => ({
      ...view.at(between(leg.top, leg.middle, share)),
      r: radius * measures.scale * view.scale,
    })
    body.brush.tube([at(-0.1, 0.06), at(0.4, 0.056), at(1.04, 0.046)], colour)
  }
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
