import type { Action, ActionKind } from './actions.ts'
import { type Rgb, readColour, rgb, shift } from './colour.ts'
import type { FigureBody, Piece } from './figure-body.ts'
import { between, type Local, local, type Point, plus, unit } from './geometry.ts'
import { makePen, type Thing } from './thing.ts'
import { type NamedThing, thingCalled } from './things.ts'
import { paintBicycle, paintBoat } from './vehicles.ts'

/** What a movement is done with. */
export interface PropRequest {
  readonly action: Action
  /** A thing of the shot that this body is to hold, null for none. */
  readonly held: NamedThing | null
  readonly indoors: boolean
  /** Pixels of a metre. */
  readonly metre: number
}

/** Places and helpers shared by the pieces of props. */
interface Reach {
  readonly body: FigureBody
  readonly request: PropRequest
  readonly rightHand: Point
  readonly leftHand: Point
  readonly between: Point
  /** Where the hands' middle is on the body. */
  readonly hands: Local
  readonly nearHands: number
}

/** A block on the body's own axes: forward, up and left bounds. */
const solid = (body: FigureBody, from: Local, to: Local, colour: Rgb): void => {
  const { view, brush } = body
  const at = (f: number, u: number, l: number): Point => view.at(local(f, u, l))
  const yaw = view.yaw
  const side = Math.sin(yaw) > 0 ? from.l : to.l
  const front = Math.cos(yaw) > 0 ? to.f : from.f
  brush.block(
    [
      at(from.f, from.u, side),
      at(to.f, from.u, side),
      at(to.f, to.u, side),
      at(from.f, to.u, side),
    ],
    shift(colour, -0.2),
  )
  brush.block(
    [
      at(front, from.u, from.l),
      at(front, from.u, to.l),
      at(front, to.u, to.l),
      at(front, to.u, from.l),
    ],
    shift(colour, -0.06),
  )
  brush.block(
    [
      at(from.f, to.u, from.l),
      at(to.f, to.u, from.l),
      at(to.f, to.u, to.l),
      at(from.f, to.u, to.l),
    ],
    shift(colour, 0.14),
  )
}

const facing = (body: FigureBody): number => Math.cos(body.view.yaw)

const wood = readColour('#84603f')

const seat = (reach: Reach): Piece[] => {
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
    const wide = request.indoors ? 0.12 : 0.4
    for (const f of [-0.1, 0.13]) for (const l of [-wide + 0.02, wide - 0.02]) legs(f, l)
    solid(body, local(-0.12, seatHigh - 0.03, -wide), local(0.15, seatHigh, wide), wood)
    if (request.action.kind !== 'piano')
      solid(body, local(-0.135, seatHigh, -wide), local(-0.115, seatHigh + 0.27, wide), wood)
  }
  return [{ near: behind, paint }]
}

const desk = (reach: Reach, on: (top: number) => void, deep = 0.3): Piece[] => {
  const { body } = reach
  const top = 0.42 * body.measures.scale
  const paint = (): void => {
    for (const l of [-0.33, 0.31])
      solid(body, local(0.17, 0, l), local(0.17 + deep, top - 0.02, l + 0.02), shift(wood, -0.25))
    solid(body, local(0.15, top - 0.025, -0.36), local(0.17 + deep, top, 0.36), wood)
    on(top)
  }
  return [{ near: Math.max(0.012, 0.2 * facing(body)), paint }]
}

const held = (
  reach: Reach,
  thing: Thing | undefined,
  look: {
    readonly at: Point
    readonly colour?: Rgb | null
    readonly turn?: number
    readonly near?: number
    readonly by?: Thing['hold']
    readonly grow?: number
  },
): Piece[] => {
  if (!thing) return []
  const { body, request } = reach
  const size = thing.metres * request.metre * (look.grow ?? 1.15)
  const by = look.by ?? thing.hold ?? 'foot'
  const turn = look.turn ?? 0
  const drop = by === 'top' ? size * 0.97 : by === 'middle' ? size * 0.5 : 0
  const at = { x: look.at.x - Math.sin(turn) * drop, y: look.at.y + Math.cos(turn) * drop }
  return [
    {
      near: look.near ?? reach.nearHands + 0.012,
      paint: () => thing.paint(makePen(body.brush, at, size, body.time, turn), look.colour ?? null),
    },
  ]
}

const openBook = (reach: Reach): Piece[] => {
  const { body } = reach
  const paint = (): void => {
    const { hands } = reach
    const at = (f: number, u: number, l: number): Point => body.view.at(plus(hands, local(f, u, l)))
    for (const side of [-1, 1]) {
      body.brush.block(
        [
          at(0.012, -0.035, 0),
          at(-0.012, -0.025, side * 0.095),
          at(0.055, 0.075, side * 0.095),
          at(0.075, 0.06, 0),
        ],
        readColour('#7c3a34'),
      )
      body.brush.block(
        [
          at(0.0, -0.03, 0),
          at(-0.022, -0.016, side * 0.088),
          at(0.042, 0.078, side * 0.088),
          at(0.064, 0.062, 0),
        ],
        readColour('#ece5d4'),
        { shade: 0.6 },
      )
    }
  }
  return [{ near: reach.nearHands - 0.03, paint }]
}

const easel = (reach: Reach): Piece[] => {
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

/** Something long and thin in the right hand: a brush, a spoon, a hammer's handle. */
const stick = (reach: Reach, colour: string, long: number, rise: number): Piece => {
  const { body } = reach
  const limb = body.skeleton.rightArm
  const along = unit(plus(limb.end, limb.middle, -1))
  const grip = plus(limb.end, along, 0.04)
  const tip = plus(grip, unit(local(along.f + 0.2, along.u + rise, along.l)), long * 0.7)
  const foot = plus(grip, unit(local(along.f + 0.2, along.u + rise, along.l)), -long * 0.3)
  return {
    near: body.view.near(grip) + 0.015,
    paint: () =>
      body.brush.stroke(
        [body.view.at(foot), body.view.at(tip)],
        body.view.scale * 0.012,
        body.brush.tone(readColour(colour)),
      ),
  }
}

const bowl = (reach: Reach): Piece[] => {
  const { body } = reach
  const scale = body.view.scale
  const paint = (): void => {
    const { x, y } = { x: (reach.leftHand.x * 2 + reach.rightHand.x) / 3, y: reach.leftHand.y }
    body.brush.tube(
      [
        { x, y: y + scale * 0.01, r: scale * 0.05 },
        { x, y: y - scale * 0.03, r: scale * 0.085 },
        { x, y: y - scale * 0.055, r: scale * 0.092 },
      ],
      readColour('#c9c2b2'),
      { start: 0.2, end: 0.05 },
    )
    body.brush.oval(
      { x, y: y - scale * 0.056 },
      { rx: scale * 0.086, ry: scale * 0.02 },
      readColour('#b98850'),
      { outline: false },
    )
  }
  return [{ near: reach.nearHands - 0.012, paint }, stick(reach, '#8a6240', 0.17, -0.9)]
}

const pouring = (reach: Reach): Piece[] => {
  const { body } = reach
  const scale = body.view.scale
  const way = Math.sign(reach.leftHand.x - reach.rightHand.x) || 1
  const paint = (): void => {
    const { brush } = body
    const { x, y } = reach.rightHand
    const at = (dx: number, dy: number): Point => ({ x: x + way * dx * scale, y: y - dy * scale })
    brush.stroke(
      [at(0.09, 0.0), { x: reach.leftHand.x, y: reach.leftHand.y - scale * 0.03 }],
      scale * 0.006,
      rgb(196, 150, 96),
      0.9,
    )
    brush.shape(
      [
        at(-0.06, -0.04),
        at(-0.065, 0.04),
        at(0, 0.07),
        at(0.06, 0.045),
        at(0.1, 0.01),
        at(0.05, -0.01),
        at(0.055, -0.05),
      ],
      readColour('#8d959c'),
    )
  }
  return [
    { near: reach.nearHands + 0.03, paint },
    ...held(reach, thingCalled('cup'), { at: reach.leftHand, by: 'middle' }),
  ]
}

const guitarPieces = (reach: Reach): Piece[] => {
  const neck = reach.leftHand
  const strum = reach.rightHand
  const turn = Math.atan2(neck.x - strum.x, strum.y - neck.y)
  const size = reach.body.view.scale * 0.6
  const at = {
    x: strum.x - Math.sin(turn) * size * 0.24,
    y: strum.y + Math.cos(turn) * size * 0.24,
  }
  const thing = thingCalled('guitar')
  if (!thing) return []
  return [
    {
      near: 0.03 + Math.max(0, facing(reach.body)) * 0.05,
      paint: () => thing.paint(makePen(reach.body.brush, at, size, reach.body.time, turn), null),
    },
  ]
}

const pianoPieces = (reach: Reach): Piece[] => {
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

const laptopOn = (reach: Reach, top: number): void => {
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

const bedPieces = (reach: Reach): Piece[] => {
  const { body, request } = reach
  const { brush, view } = body
  const scale = view.scale
  const way = Math.sign(Math.sin(view.yaw)) || 1
  const head = view.at(body.skeleton.headCentre)
  const foot = { x: head.x - way * scale * 0.95, y: head.y }
  const low = head.y + scale * 0.1
  const under = (): void => {
    brush.shape(
      [
        { x: head.x - way * scale * 0.16, y: low },
        { x: head.x - way * scale * 0.12, y: low - scale * 0.09 },
        { x: head.x + way * scale * 0.05, y: low - scale * 0.085 },
        { x: head.x + way * scale * 0.13, y: low - scale * 0.02 },
        { x: head.x, y: low + scale * 0.01 },
      ],
      readColour(request.indoors ? '#ece7dc' : '#8c9470'),
    )
    const mat = request.indoors ? 0.24 : 0.03
    brush.block(
      [
        { x: foot.x - way * scale * 0.05, y: low },
        { x: head.x + way * scale * 0.16, y: low },
        { x: head.x + way * scale * 0.16, y: low + scale * mat },
        { x: foot.x - way * scale * 0.05, y: low + scale * mat },
      ],
      readColour(request.indoors ? '#a58c74' : '#6c7458'),
    )
  }
  const breath = Math.sin(body.time * 1.7) * scale * 0.006
  const over = (): void => {
    const from = head.x - way * scale * 0.24
    brush.shape(
      [
        { x: from, y: low + scale * 0.015 },
        { x: from - way * scale * 0.01, y: low - scale * 0.11 - breath },
        { x: from - way * scale * 0.24, y: low - scale * 0.13 - breath },
        { x: from - way * scale * 0.5, y: low - scale * 0.1 },
        { x: foot.x, y: low - scale * 0.07 },
        { x: foot.x - way * scale * 0.06, y: low + scale * 0.06 },
        { x: (from + foot.x) / 2, y: low + scale * 0.1 },
      ],
      readColour('#6a7fa0'),
    )
  }
  return [
    { near: -2, paint: under },
    { near: 2, paint: over },
  ]
}

const ladder = (reach: Reach): Piece[] => {
  const { body } = reach
  const at = (u: number, l: number): Point => body.view.at(local(0.2, u, l))
  const drift = (body.time * 0.18) % 0.13
  const paint = (): void => {
    for (const l of [-0.14, 0.14])
      body.brush.stroke([at(-0.1, l), at(1.35, l)], body.view.scale * 0.02, body.brush.tone(wood))
    for (let rung = 0; rung < 11; rung += 1)
      body.brush.stroke(
        [at(rung * 0.13 - drift, -0.14), at(rung * 0.13 - drift, 0.14)],
        body.view.scale * 0.016,
        body.brush.tone(shift(wood, -0.15)),
      )
  }
  return [{ near: facing(body) > 0 ? 0.16 : -0.3, paint }]
}

const byAction: Partial<Record<ActionKind, (reach: Reach) => Piece[]>> = {
  read: openBook,
  type: (reach) => desk(reach, (top) => laptopOn(reach, top)),
  write: (reach) => [
    ...desk(reach, (top) => {
      const at = (f: number, l: number): Point => reach.body.view.at(local(f, top + 0.004, l))
      reach.body.brush.block(
        [at(0.2, -0.1), at(0.36, -0.1), at(0.36, 0.06), at(0.2, 0.06)],
        readColour('#eee8d8'),
        { shade: 0.3 },
      )
    }),
    stick(reach, '#2f3440', 0.08, 0.9),
  ],
  drink: (reach) =>
    held(reach, thingCalled('cup'), {
      at: reach.rightHand,
      by: 'middle',
      grow: 1.3,
      near: reach.body.view.near(reach.body.skeleton.rightArm.end) + 0.06,
    }),
  eat: (reach) => [
    ...(reach.request.action.seated
      ? desk(reach, (top) => {
          const plate = reach.body.view.at(local(0.28, top + 0.008, 0))
          reach.body.brush.oval(
            plate,
            { rx: reach.body.view.scale * 0.09, ry: reach.body.view.scale * 0.026 },
            readColour('#ece7dc'),
          )
          reach.body.brush.oval(
            { x: plate.x, y: plate.y - reach.body.view.scale * 0.008 },
            { rx: reach.body.view.scale * 0.05, ry: reach.body.view.scale * 0.02 },
            readColour('#b0703c'),
          )
        })
      : []),
    stick(reach, '#b4b8bc', 0.1, 0.3),
  ],
  cook: bowl,
  pour: pouring,
  paint: easel,
  repair: (reach) => [
    stick(reach, '#8a5a38', 0.2, 0.6),
    {
      near: reach.nearHands - 0.012,
      paint: () =>
        reach.body.brush.oval(
          reach.leftHand,
          { rx: reach.body.view.scale * 0.05, ry: reach.body.view.scale * 0.04 },
          readColour('#7d838a'),
        ),
    },
  ],
  guitar: guitarPieces,
  piano: pianoPieces,
  phone: (reach) => held(reach, thingCalled('phone'), { at: reach.rightHand, turn: 0.1 }),
  photograph: (reach) =>
    held(reach, thingCalled('camera'), { at: reach.between, by: 'middle', grow: 1.3 }),
  sing: (reach) => [{ ...stick(reach, '#2c2c32', 0.12, 1.4) }],
  sleep: bedPieces,
  climb: ladder,
  ride: (reach) => [...paintBicycle(reach.body)],
  row: (reach) => [...paintBoat(reach.body)],
  ball: (reach) => {
    const { body, request } = reach
    const share = (body.time % 1.5) / 1.5
    const away = share < 0.5 ? 0 : Math.sin((share - 0.5) * 2 * Math.PI)
    const at = body.view.at(local(0.2 + away * 0.35, away * 0.1, -0.03))
    const thing = thingCalled('ball')
    const size = request.metre * 0.24
    return thing
      ? [
          {
            near: 0.3,
            paint: () =>
              thing.paint(makePen(body.brush, at, size, body.time * (away > 0 ? 2 : 0)), null),
          },
        ]
      : []
  },
  carry: (reach) =>
    reach.request.held
      ? []
      : [
          {
            near: reach.nearHands - 0.03,
            paint: () => {
              const { hands, body } = reach
              solid(
                body,
                plus(hands, local(-0.06, -0.03, -0.1)),
                plus(hands, local(0.1, 0.13, 0.1)),
                readColour('#a98258'),
              )
            },
          },
        ],
}

/** Words for what a movement brings with it. */
export const propWords: Partial<Record<ActionKind, readonly string[]>> = {
  read: ['book'],
  type: ['laptop', 'desk'],
  write: ['desk', 'paper', 'pen'],
  drink: ['cup'],
  eat: ['plate'],
  cook: ['bowl'],
  pour: ['cup', 'kettle'],
  paint: ['easel', 'painting', 'brush'],
  guitar: ['guitar'],
  piano: ['piano'],
  phone: ['phone'],
  photograph: ['camera'],
  sing: ['microphone'],
  sleep: ['bed'],
  climb: ['ladder'],
  ride: ['bicycle'],
  row: ['boat', 'oars'],
  ball: ['ball'],
  carry: ['box'],
  repair: ['tools'],
}

/** The pieces of what is held, sat on, ridden or worked at. */
export const propPieces = (body: FigureBody, request: PropRequest): Piece[] => {
  const { leftArm, rightArm } = body.skeleton
  const tip = (limb: typeof leftArm): Local =>
    plus(limb.end, unit(plus(limb.end, limb.middle, -1)), 0.035)
  const [left, right] = [tip(leftArm), tip(rightArm)]
  const hands = between(left, right, 0.5)
  const reach: Reach = {
    body,
    request,
    hands,
    leftHand: body.view.at(left),
    rightHand: body.view.at(right),
    between: body.view.at(hands),
    nearHands: body.view.near(hands),
  }
  const pieces = byAction[request.action.kind]?.(reach) ?? []
  const own = request.held
  const carried = own ? heldPieces(reach, own) : []
  return [...pieces, ...carried, ...(request.action.seated ? seat(reach) : [])]
}

const heldPieces = (reach: Reach, { thing, colour }: NamedThing): Piece[] => {
  const { request, body } = reach
  const kind = request.action.kind
  const both = kind === 'hold' || kind === 'carry'
  if (thing.hold === 'top')
    return held(reach, thing, {
      at: reach.leftHand,
      colour,
      near: body.view.near(body.skeleton.leftArm.end) - 0.01,
    })
  if (both)
    return held(reach, thing, {
      at: thing.hold === 'foot' ? { x: reach.between.x, y: reach.between.y } : reach.between,
      colour,
      grow: 1.25,
    })
  return held(reach, thing, {
    at: reach.leftHand,
    colour,
    near: body.view.near(body.skeleton.leftArm.end) + 0.03,
  })
}
