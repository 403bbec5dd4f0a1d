import { readColour, rgb } from '../brush/colour.ts'
import { between, type Local, local, type Point, plus, unit } from '../brush/geometry.ts'
import type { Piece } from '../people/figure-body.ts'
import { makePen } from '../things/thing.ts'
import { thingCalled } from '../things/things.ts'
import { facing, held, type Reach, stick } from './prop-reach.ts'

/** An open book between the hands. */
export const openBook = (reach: Reach): Piece[] => {
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

/** A written sheet between the hands, such as a letter. */
export const sheetOfPaper = (reach: Reach): Piece[] => {
  const { body, hands } = reach
  const at = (f: number, u: number, l: number): Point => body.view.at(plus(hands, local(f, u, l)))
  const paint = (): void => {
    body.brush.block(
      [at(0, -0.045, -0.075), at(0, -0.045, 0.075), at(0.045, 0.12, 0.07), at(0.045, 0.12, -0.07)],
      readColour('#ece5d4'),
      { shade: 0.5 },
    )
    for (let line = 0; line < 5; line += 1) {
      const up = -0.015 + line * 0.026
      const deep = ((up + 0.045) / 0.165) * 0.045 - 0.002
      body.brush.stroke(
        [at(deep, up, -0.055), at(deep, up, line === 0 ? 0.01 : 0.055)],
        Math.max(0.5, body.view.scale * 0.004),
        readColour('#6a6258'),
        0.6,
      )
    }
  }
  return [{ near: reach.nearHands - 0.03, paint }]
}

/** A bowl in the left hand and a spoon in the right. */
export const bowl = (reach: Reach): Piece[] => {
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

/** A can that pours into a cup. */
export const pouring = (reach: Reach): Piece[] => {
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
  const can = { near: reach.nearHands + 0.03, paint }
  return [can, ...held(reach, thingCalled('cup'), { at: reach.leftHand, by: 'middle' })]
}

/** A guitar across the body. */
export const guitarPieces = (reach: Reach): Piece[] => {
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

/** Where on the body a violin lies: under the chin, its neck out to the left. */
const chinRest = local(0.075, 0.035, 0.035)
const scroll = local(0.2, 0.045, 0.21)

/** The strings' place under the bow, and the way the bow is drawn, from the chest. */
const bridge = between(chinRest, scroll, 0.36)
const bowing = unit(local(0.3, -0.42, -0.72))

/** Where the right hand is when the bow is drawn so far, −1…1; from the chest. */
export const bowHand = (drawn: number): Local => plus(bridge, bowing, 0.155 + drawn * 0.075)

/** A violin under the chin and a bow in the right hand. */
export const violinPieces = (reach: Reach): Piece[] => {
  const { body } = reach
  const { view, brush, skeleton, measures, pose } = body
  const chest = plus(skeleton.neck, skeleton.up, -0.043 * measures.scale)
  const turn = pose.turn + pose.twist
  const at = (place: Local): Local => {
    const { f, u, l } = place
    const [sine, cosine] = [Math.sin(turn), Math.cos(turn)]
    return plus(chest, local(f * cosine - l * sine, u, f * sine + l * cosine), measures.scale)
  }
  const spot = (share: number, up = 0): Point =>
    view.at(at(plus(between(chinRest, scroll, share), local(0, up, 0))))
  const r = view.scale * measures.scale
  const wood = readColour('#8a4a22')
  const violin = (): void => {
    const [from, to] = [spot(0), spot(0.62)]
    const lean = Math.atan2(to.y - from.y, to.x - from.x)
    const long = Math.max(Math.hypot(to.x - from.x, to.y - from.y), r * 0.09)
    for (const [share, rx, ry] of [
      [0.12, 0.32, 0.042],
      [0.46, 0.27, 0.034],
    ] as const)
      brush.oval(spot(share), { rx: long * rx, ry: r * ry, turn: lean }, wood)
    brush.oval(spot(0.29), { rx: long * 0.3, ry: r * 0.026, turn: lean }, wood, { outline: false })
    brush.stroke([spot(0.5), spot(1.04)], r * 0.015, brush.tone(readColour('#2c2020')))
    brush.stroke(
      [spot(0.1, 0.006), spot(1, 0.006)],
      Math.max(0.5, r * 0.003),
      rgb(226, 216, 196),
      0.8,
    )
  }
  const hand = skeleton.rightArm.end
  const bow = (): void => {
    const [heel, tip] = [plus(hand, bowing, 0.035), plus(hand, bowing, -0.36)]
    brush.stroke(
      [view.at(heel), view.at(tip)],
      Math.max(1, r * 0.008),
      brush.tone(readColour('#4a2c1c')),
    )
    brush.stroke(
      [view.at(plus(heel, local(0, -0.012, 0))), view.at(plus(tip, local(0, -0.008, 0)))],
      Math.max(0.6, r * 0.004),
      rgb(236, 230, 214),
      0.9,
    )
  }
  const near = view.near(at(between(chinRest, scroll, 0.4)))
  return [
    { near: Math.max(near, view.near(skeleton.headCentre) + 0.034), paint: violin },
    { near: Math.max(near, view.near(skeleton.headCentre) + 0.034) + 0.004, paint: bow },
  ]
}
