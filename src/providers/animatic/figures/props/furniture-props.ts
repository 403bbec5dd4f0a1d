import { readColour, shift } from '../brush/colour.ts'
import { local, type Point } from '../brush/geometry.ts'
import type { FigureBody, Piece } from '../people/figure-body.ts'
import { facing, type Reach, solid, stick, wood } from './prop-reach.ts'

/** A chair indoors, a bench elsewhere. */
export const seat = (reach: Reach): Piece[] => {
  const { body, request } = reach
  if (request.action.kind === 'ride' || request.action.kind === 'row') return []
  const seatHigh = body.pose.pelvis.u * body.measures.scale - 0.05
  const behind = facing(body) > 0 ? -0.6 : 0.5
  const paint = (): void => {
    const legs = (f: number, l: number): void =>
      solid(
        body,
        local(f - 0.012, 0, l - 0.012),
        local(f + 0.012, seatHigh - 0.02, l + 0.012),
        shift(wood, -0.2),
      )
    // Seats are made for grown-ups, whoever sits on them.
    const wide = ((request.indoors ? 0.2 : 0.68) * request.metre) / body.view.scale
    for (const f of [-0.1, 0.13]) for (const l of [-wide + 0.02, wide - 0.02]) legs(f, l)
    solid(body, local(-0.12, seatHigh - 0.03, -wide), local(0.15, seatHigh, wide), wood)
    if (request.action.kind !== 'piano') paintBack(body, seatHigh, wide)
  }
  return [{ near: behind, paint }]
}

/** Boards across the back of a seat, between two posts. */
const paintBack = (body: FigureBody, low: number, wide: number): void => {
  for (const l of [-wide + 0.015, wide - 0.015])
    solid(
      body,
      local(-0.135, low, l - 0.01),
      local(-0.115, low + 0.27, l + 0.01),
      shift(wood, -0.2),
    )
  for (const up of [0.07, 0.14, 0.21])
    solid(body, local(-0.13, low + up, -wide), local(-0.118, low + up + 0.05, wide), wood)
}

/** A desk in front of one who sits, with what lies on it. */
export const desk = (reach: Reach, on: (top: number) => void, deep = 0.3): Piece[] => {
  const { body } = reach
  const isSchool = reach.request.action.kind === 'type' || reach.request.action.kind === 'write'
  const top = isSchool ? 0.42 * body.measures.scale : (0.72 * reach.request.metre) / body.view.scale
  const paint = (): void => {
    for (const l of [-0.33, 0.31])
      solid(body, local(0.17, 0, l), local(0.17 + deep, top - 0.02, l + 0.02), shift(wood, -0.25))
    solid(body, local(0.15, top - 0.025, -0.36), local(0.17 + deep, top, 0.36), wood)
    on(top)
  }
  return [{ near: Math.max(0.012, 0.2 * facing(body)), paint }]
}

/** An easel with a picture on it, a brush and a palette. */
export const easel = (reach: Reach): Piece[] => {
  const { body } = reach
  const paint = (): void => {
    const at = (f: number, u: number, l: number): Point => body.view.at(local(f, u, l))
    const line = (from: Point, to: Point): void =>
      body.brush.stroke([from, to], body.view.scale * 0.016, body.brush.tone(wood))
    line(at(0.45, 0.98, 0), at(0.36, 0, 0.2))
    line(at(0.45, 0.98, 0), at(0.36, 0, -0.2))
    line(at(0.46, 0.98, 0), at(0.6, 0, 0))
    body.brush.block(
      [at(0.37, 0.5, -0.22), at(0.37, 0.5, 0.22), at(0.42, 0.95, 0.22), at(0.42, 0.95, -0.22)],
      readColour('#ece4d2'),
    )
    for (const [u, l, tone] of [
      [0.62, 0.05, '#6f94b8'],
      [0.7, -0.08, '#d89a5c'],
      [0.8, 0.04, '#a8563f'],
      [0.58, -0.1, '#5f7f58'],
    ] as const) {
      body.brush.stroke(
        [at(0.39, u, l - 0.07), at(0.39, u + 0.02, l), at(0.39, u - 0.01, l + 0.08)],
        body.view.scale * 0.03,
        body.brush.tone(readColour(tone)),
        0.85,
      )
    }
  }
  return [
    { near: 0.36 * facing(body), paint },
    stick(reach, '#6b4a30', 0.16, 0.5),
    {
      near: reach.nearHands + 0.05,
      paint: () =>
        body.brush.oval(
          reach.leftHand,
          { rx: body.view.scale * 0.075, ry: body.view.scale * 0.045, turn: 0.2 },
          readColour('#b98c5c'),
        ),
    },
  ]
}

/** An upright piano. */
export const pianoPieces = (reach: Reach): Piece[] => {
  const { body } = reach
  const black = readColour('#2c2528')
  const paint = (): void => {
    solid(body, local(0.3, 0, -0.42), local(0.5, 0.7, 0.42), black)
    solid(body, local(0.16, 0.36, -0.42), local(0.32, 0.415, 0.42), black)
    const at = (f: number, l: number): Point => body.view.at(local(f, 0.42, l))
    body.brush.block(
      [at(0.17, -0.4), at(0.29, -0.4), at(0.29, 0.4), at(0.17, 0.4)],
      readColour('#eae5da'),
      { shade: 0.3 },
    )
    for (let keyNumber = 0; keyNumber < 22; keyNumber += 1) {
      if (keyNumber % 7 === 2 || keyNumber % 7 === 6) continue
      const l = -0.38 + keyNumber * 0.036
      body.brush.block(
        [at(0.22, l), at(0.29, l), at(0.29, l + 0.016), at(0.22, l + 0.016)],
        readColour('#17151a'),
        { shade: 0, outline: false },
      )
    }
  }
  return [{ near: Math.max(0.012, 0.22 * facing(body)), paint }]
}

/** A laptop on the desk. */
export const laptopOn = (reach: Reach, top: number): void => {
  const { body } = reach
  const at = (f: number, u: number, l: number): Point => body.view.at(local(f, top + u, l))
  const lid = [at(0.36, 0, -0.11), at(0.36, 0, 0.11), at(0.4, 0.14, 0.11), at(0.4, 0.14, -0.11)]
  body.brush.block(
    [at(0.24, 0.004, -0.11), at(0.36, 0.004, -0.11), at(0.36, 0.004, 0.11), at(0.24, 0.004, 0.11)],
    readColour('#8d939b'),
  )
  if (facing(body) > 0.1) body.brush.block(lid, readColour('#6c727b'))
  else body.brush.block(lid, readColour('#bfdcf2'), { glows: true, shade: 0.3 })
}

/** A door before somebody: shut while they knock, swinging open for who opens it. */
export const doorPieces = (reach: Reach): Piece[] => {
  const { body, request } = reach
  const { brush, view, time } = body
  // Where the picture has a door of its own, that one is meant.
  if (request.hasDoor) return []
  const metre = request.metre / view.scale
  const opens = /^(?:open|unlock)/u.test(request.action.word ?? '')
  const angle = opens ? 0.95 * Math.min(1, Math.max(0, (time - 0.6) / 1.6)) : 0
  const away = 0.235 * body.measures.scale + 0.02
  const [wide, tall] = [0.88 * metre, 2.02 * metre]
  const hinge = Math.sin(view.yaw) > 0 ? 0.5 * wide : -0.5 * wide
  const way = -Math.sign(hinge)
  const at = (share: number, u: number): Point =>
    view.at(
      local(away + Math.sin(angle) * wide * share, u, hinge + way * Math.cos(angle) * wide * share),
    )
  const colour = readColour('#7a4632')
  const panel = (from: number, to: number, low: number, high: number): void =>
    brush.block(
      [at(from, low * tall), at(to, low * tall), at(to, high * tall), at(from, high * tall)],
      shift(colour, -0.18),
      { shade: 0.6 },
    )
  const paint = (): void => {
    const frame = readColour('#b8a184')
    const bar = (from: Point, to: Point): void =>
      brush.stroke([from, to], Math.max(1, view.scale * 0.03), brush.tone(frame))
    const post = (l: number): Point[] => [view.at(local(away, 0, l)), view.at(local(away, tall, l))]
    const [near, far] = [post(-hinge), post(hinge)]
    for (const [foot, top] of [near, far]) if (foot && top) bar(foot, top)
    if (near[1] && far[1]) bar(near[1], far[1])
    brush.block([at(0, 0), at(1, 0), at(1, tall), at(0, tall)], colour)
    for (const [low, high] of [
      [0.08, 0.42],
      [0.5, 0.92],
    ] as const) {
      panel(0.14, 0.46, low, high)
      panel(0.54, 0.86, low, high)
    }
    brush.oval(
      at(0.92, tall * 0.47),
      { rx: view.scale * 0.014, ry: view.scale * 0.014 },
      readColour('#d6b24c'),
    )
  }
  return [{ near: -0.3, paint }]
}
