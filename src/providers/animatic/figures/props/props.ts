import { carriedPieces } from '../animals/carried.ts'
import { readColour } from '../brush/colour.ts'
import { between, type Local, local, type Point, plus, unit } from '../brush/geometry.ts'
import type { FigureBody, Piece } from '../people/figure-body.ts'
import type { ActionKind } from '../poses/actions.ts'
import { isKick, kickedBall } from '../poses/kicking.ts'
import { paintRidden } from '../things/ridden.ts'
import { makePen } from '../things/thing.ts'
import { thingCalled } from '../things/things.ts'
import { paintBicycle, paintBoat } from '../things/vehicles.ts'
import { bedPieces } from './beds.ts'
import { blownPieces } from './blown.ts'
import { climbedPieces } from './climbed.ts'
import { basin, chopping, wiping } from './counter.ts'
import { desk, doorPieces, easel, laptopOn, pianoPieces, seat } from './furniture-props.ts'
import { pushedThing, spade, wateringCan } from './garden-props.ts'
import { bowl, guitarPieces, openBook, pouring, sheetOfPaper, violinPieces } from './hand-props.ts'
import { heldPieces } from './held-things.ts'
import { axe } from './hewing.ts'
import { huggedTree } from './hugged-tree.ts'
import { knitting, sewing } from './needlework.ts'
import { fishingRod, kiteOnString, skisAndPoles, surfboard } from './open-air-props.ts'
import { picnicPieces } from './picnic.ts'
import { held, type PropRequest, type Reach, solid, stick } from './prop-reach.ts'
import { releasedPieces } from './released.ts'
import { sweeper } from './sweeping.ts'
import { thrownPieces } from './thrown.ts'

/** What somebody carries or lifts who holds nothing that has a name. */
const boxOf = ({ request, nearHands, hands, body }: Reach): Piece[] =>
  request.held || request.carried || request.partnered
    ? []
    : [
        {
          near: nearHands - 0.03,
          paint: () =>
            solid(
              body,
              plus(hands, local(-0.06, -0.03, -0.1)),
              plus(hands, local(0.1, 0.13, 0.1)),
              readColour('#a98258'),
            ),
        },
      ]

/** Where a ball that is played about the feet is, body heights. */
const atTheFeet = (time: number): NonNullable<ReturnType<typeof kickedBall>> => {
  const share = (time % 1.5) / 1.5
  const away = share < 0.5 ? 0 : Math.sin((share - 0.5) * 2 * Math.PI)
  return { f: 0.2 + away * 0.35, u: away * 0.1, grow: 1 }
}

const playedBall = ({ body, request }: Reach): Piece[] => {
  const { brush, time, view } = body
  const thing = thingCalled('ball')
  const place = isKick(request.action.word) ? kickedBall(time) : atTheFeet(time)
  if (!thing || !place) return []
  const at = view.at(local(place.f, place.u, -0.03))
  const size = request.metre * 0.24 * place.grow
  return [
    {
      near: 0.3,
      paint: () => thing.paint(makePen(brush, at, size, time * (place.u > 0 ? 2 : 0)), null),
    },
  ]
}

const byAction: Partial<Record<ActionKind, (reach: Reach) => Piece[]>> = {
  read: (reach) => (reach.request.held ? sheetOfPaper(reach) : openBook(reach)),
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
      grow: 0.95,
      near: reach.body.view.near(reach.body.skeleton.rightArm.end) + 0.06,
    }),
  eat: (reach) => [
    ...(reach.request.action.seated && !reach.request.shared
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
  violin: violinPieces,
  piano: pianoPieces,
  phone: (reach) => held(reach, thingCalled('phone'), { at: reach.rightHand, turn: 0.1 }),
  photograph: (reach) =>
    held(reach, thingCalled('camera'), { at: reach.between, by: 'middle', grow: 1.1 }),
  climb: climbedPieces,
  surf: surfboard,
  ride: ({ body, request: { ridden, tint } }) =>
    ridden.rests ? paintRidden(body, ridden, tint) : paintBicycle(body, tint),
  row: (reach) => [...paintBoat(reach.body)],
  ball: playedBall,
  knock: doorPieces,
  fish: fishingRod,
  kite: kiteOnString,
  carry: boxOf,
  lift: boxOf,
  hug: huggedTree,
  water: wateringCan,
  dig: spade,
  ski: skisAndPoles,
  push: pushedThing,
  release: releasedPieces,
  sweep: sweeper,
  chop: chopping,
  hew: axe,
  wash: basin,
  wipe: wiping,
  blow: blownPieces,
  'blow-candles': blownPieces,
  knit: knitting,
  sew: sewing,
  throw: thrownPieces,
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
  violin: ['violin', 'bow'],
  piano: ['piano'],
  phone: ['phone'],
  photograph: ['camera'],
  surf: ['surfboard', 'board'],
  row: ['boat', 'oars'],
  ball: ['ball'],
  knock: ['door'],
  fish: ['fishing rod', 'rod'],
  kite: ['kite'],
  carry: ['box'],
  repair: ['tools'],
  chop: ['knife', 'board'],
  hew: ['axe', 'wood', 'log'],
  wash: ['basin', 'suds', 'water'],
  wipe: ['cloth'],
  'blow-candles': ['cake', 'candle', 'candles'],
  knit: ['needles', 'wool', 'yarn', 'knitting'],
  sew: ['needle', 'thread', 'cloth', 'fabric'],
  water: ['watering can'],
  dig: ['shovel', 'spade'],
  ski: ['skis'],
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
  const { carried, held: own } = request
  return [
    ...pieces,
    ...(own ? heldPieces(reach, own) : []),
    ...(carried ? carriedPieces(body, carried, request.metre) : []),
    ...restPieces(reach),
  ]
}

/** What a body sits on or lies in. */
const restPieces = (reach: Reach): Piece[] => {
  if (reach.request.abed) return bedPieces(reach)
  if (reach.request.picnics) return picnicPieces(reach)
  return reach.request.action.seated ? seat(reach) : []
}
