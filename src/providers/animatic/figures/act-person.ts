import type { Paint } from '../stage-types.ts'
import type { Actor } from './actor.ts'
import { type Lair, paintLair } from './animals/lair.ts'
import { paintFoam } from './animals/surfacing.ts'
import { floorUnder } from './bedfellows.ts'
import { boundsOf } from './bounds.ts'
import { makeBrush } from './brush/brush.ts'
import { contactShadow } from './brush/contact-shadow.ts'
import { clamp, type Point } from './brush/geometry.ts'
import { goers, personSpeed } from './company.ts'
import { courseOf, hasteOf } from './course.ts'
import { crownBelow, crownDrop, crownRise, groundAt, isFaces } from './framing.ts'
import { handsOn, markTouch, touchedBy } from './hands-on.ts'
import { liftedTo, poseWithHeld } from './holding.ts'
import { kiteSpot } from './kite-company.ts'
import { isTouching } from './pairs.ts'
import type { Expression } from './people/expression.ts'
import type { FigureBody, Piece } from './people/figure-body.ts'
import { expressionOf } from './people/mood.ts'
import { paintPieces, personPieces } from './people/person.ts'
import { makeProjection, measuresOf, type Skeleton, solveSkeleton } from './people/skeleton.ts'
import { isAbed, type Performance } from './performance.ts'
import type { Hold, Moment } from './poses/act.ts'
import { isKick, runUpAt } from './poses/kicking.ts'
import type { Pose } from './poses/pose.ts'
import { bedHigh } from './props/beds.ts'
import { blownIn } from './props/blown.ts'
import { hugsTree, treeApart } from './props/hugged-tree.ts'
import type { PropRequest } from './props/prop-reach.ts'
import { propPieces } from './props/props.ts'
import { seatApart, seatedDrop, seatHigh } from './tables.ts'
import { flierReleased, looksUp } from './things/fliers.ts'
import { cutIn, thingPushed } from './things/in-hand.ts'
import { missileThrown } from './things/missiles.ts'
import { riddenOn } from './things/ridden.ts'
import { tintIn } from './things/tints.ts'
import { workPieces } from './works/work-pieces.ts'
import { poseAtWork, workHands, workSite } from './works/work-stage.ts'

const adultMetres = 1.7

interface Footing {
  readonly at: Point
  readonly scale: number
  readonly yaw: number
}

/** Where a body is at an instant: those who walk go through the picture, the others stay. */
const footingOf = (performance: Performance): Footing => {
  const { actor, frame } = performance
  const tall = statureOf(performance)
  const place = (x: number, distance: number, yaw: number): Footing => {
    const scale = frame.adult * distance * tall
    const y = footOf(performance, x, { distance, scale })
    const rests = isAbed(performance) || isFlat(actor)
    return { at: { x, y: rests && !frame.tight ? floorUnder(frame, y, actor.bed) : y }, scale, yaw }
  }
  if (!goers.includes(actor.action.kind))
    return place(standingX(performance) - behindBall(performance), actor.distance, actor.yaw)
  const course = courseOf(performance, tall)
  return place(course.x, course.distance, course.yaw)
}

/** How far from the place of a kick who runs up to it is, pixels of the picture's width; nowhere when seen close. */
const behindBall = ({ actor, frame, time }: Performance): number =>
  !frame.tight && actor.action.kind === 'ball' && isKick(actor.action.word)
    ? runUpAt(time) * frame.adult * actor.appearance.height * Math.sin(actor.yaw)
    : 0

const isFlat = ({ action: { kind } }: Actor): boolean => kind === 'lie' || kind === 'sleep'

/** Where somebody stays, with their place in a pair; who is with somebody is never half out of the picture. */
const standingX = (performance: Performance): number => {
  const { actor, frame } = performance
  const { table } = actor
  const touched = touchedBy(performance)
  if (touched) return touched.x
  if (table)
    return frame.width / 2 + (table.seat - (table.seats - 1) / 2) * seatApart(frame, table.seats)
  // Faces that touch are in the middle, however near.
  const touching = actor.action.kind === 'kiss' || actor.action.kind === 'hug'
  const most = frame.width * (touching ? 1 : frame.tight ? 0.25 : 0.4)
  return actor.x * frame.width + clamp(actor.aside * frame.adult, -most, most)
}

/** How high the feet are. Seen close, crowns count: who comes nearer grows but keeps theirs, a crowd has them in the upper half. */
const footOf = (
  { actor, frame }: Performance,
  x: number,
  { distance, scale }: Pick<Footing, 'scale'> & { readonly distance: number },
): number => {
  if (!frame.tight) return groundAt(frame, distance, x)
  return actor.crowd ? frame.height * (0.66 - distance * 0.6) + scale : frame.ground
}

/** Height against an average adult's; children shown close are brought nearer. */
const statureOf = ({ actor, frame, alone }: Performance): number =>
  frame.tight && alone && !actor.action.seated
    ? Math.sqrt(actor.appearance.height)
    : actor.appearance.height

/** How deep who swims is in the water, body heights. */
const afloat = 0.7

/**
 * Where who lies is: on the ground or as high as a bed, whole in the picture or, seen close, with the head in its upper
 * half and the body out to the side.
 */
const lyingAt = (performance: Performance, footing: Footing, skeleton: Skeleton): Point => {
  const { frame } = performance
  const { at, scale, yaw } = footing
  if (frame.tight) {
    const head = makeProjection({ x: 0, y: 0 }, scale, yaw, true).at(skeleton.headCentre)
    const x = frame.width * (0.5 + Math.sign(yaw) * 0.1)
    return { x: x - head.x, y: frame.height * 0.5 - head.y }
  }
  const high = isAbed(performance) ? (bedHigh / adultMetres) * frame.adult : -0.05 * scale
  return { x: at.x, y: at.y - high }
}

/** Where the body's own zero is: feet on the ground, or the head where a tight framing wants it. */
const originOf = (
  performance: Performance,
  footing: Footing,
  skeleton: Skeleton,
  pose: Pose,
): Point => {
  const { actor, frame } = performance
  const { at, scale } = footing
  if (pose.lying) return lyingAt(performance, footing, skeleton)
  const adrift = actor.action.kind === 'float'
  if (!frame.tight && adrift) {
    const bob = Math.sin(performance.time * 0.8 + actor.seed) * 0.02
    return { x: at.x, y: Math.min(at.y, frame.height * 0.82) - scale * (0.16 + bob) }
  }
  if (actor.action.kind === 'swim' && !frame.tight)
    return { x: at.x, y: at.y + scale * (afloat + Math.sin(performance.time * 1.4) * 0.012) }
  if (frame.tight && actor.sharing) return { x: at.x, y: sharedFloor(performance) }
  if (frame.tight && actor.table && !isFaces(frame))
    return { x: at.x, y: frame.ground - frame.adult * seatedDrop }
  if (!frame.tight && actor.action.kind === 'lifted')
    return { x: at.x, y: at.y - raised(actor) * frame.adult }
  if (!frame.tight || actor.crowd) return at
  const crown = frame.ground - frame.adult + crownOf(performance)
  const bent = crownDrop(pose) * 0.85 - crownRise(pose) * 0.95
  return { x: at.x, y: crown + scale - bent * scale }
}

/** Where all who work at one thing stand seen close, pixels: the tallest crown is where the framing wants it. */
const sharedFloor = ({ actor, frame }: Performance): number =>
  frame.ground -
  frame.adult * (1 - frame.tallest) -
  (actor.action.seated ? seatedDrop * frame.adult : 0)

/** Heights of the chest and of the armpits, own heights. */
const [chestHigh, armpitHigh] = [0.79, 0.75] as const

/** How far over the ground somebody is whom another holds up, adult heights. */
const raised = ({ appearance, partner }: Actor): number => {
  const lifter = appearance.height * (partner?.tall ?? 1)
  return lifter * (chestHigh + liftedTo) - appearance.height * armpitHigh
}

/** How far below that of the tallest a crown is seen close, pixels: whoever embraces somebody small has bent down to them. */
const crownOf = ({ actor, frame }: Performance): number => {
  const below = crownBelow(frame, actor.appearance.height)
  return isTouching(actor) ? below * 0.12 : below
}

const holdOf = (performance: Performance): Hold | null => {
  const { actor, frame } = performance
  const { partner } = actor
  if (!partner)
    return hugsTree(actor.actionText) ? { apart: treeApart + 0.05, rise: 0, side: 1 } : null
  const side = actor.yaw < 0 ? 1 : -1
  const rise = (partner.tall - 1) * 0.8
  if (!frame.tight) return { apart: partner.apart, rise, side }
  if (isTouching(actor)) return { apart: partner.apart, rise: rise * 0.12, side }
  const own = actor.appearance.height
  const crowns = crownOf(performance) - crownBelow(frame, own * partner.tall)
  const shoulders = 0.18 * (1 - partner.tall)
  return { apart: partner.apart, rise: crowns / (frame.adult * own) + shoulders, side }
}

/** Furniture that goes with somebody's own size. */
const ownSize: readonly Actor['action']['kind'][] = ['type', 'write', 'piano', 'ride', 'row']

/** Children sit on the chairs of grown-ups, their feet off the ground. */
const chairHigh = ({ appearance, action }: Actor): number =>
  appearance.age === 'child' && !ownSize.includes(action.kind)
    ? seatHigh / appearance.height
    : seatHigh

const momentOf = (performance: Performance, { yaw }: Footing): Moment => {
  const { actor, time } = performance
  const haste = hasteOf(performance, personSpeed(actor.action.kind) * statureOf(performance))
  const beat = actor.crowd ? actor.seed : (actor.company?.beat ?? 0)
  return {
    time: time * haste + beat,
    seed: actor.seed,
    seated: actor.action.seated,
    indoors: performance.indoors,
    many: missileThrown(actor.actionText)?.many ?? false,
    abed: isAbed(performance) || actor.action.kind === 'wake' || actor.action.grounded,
    bedHigh: isAbed(performance) ? bedHigh / (adultMetres * actor.appearance.height) : 0.03,
    seatHigh: chairHigh(actor),
    toTheLeft: yaw < 0,
    kicks: isKick(actor.action.word),
    ridden: riddenOn(actor.actionText),
    helps: actor.sharing?.paints === false,
    partner: holdOf(performance),
    animal: actor.tends,
  }
}

const lairOf = ({ frame, actor }: Performance, head: Point): Lair => {
  const long = frame.adult * actor.appearance.height
  const middle = head.x - Math.sign(actor.yaw || 1) * long * 0.43
  return { middle, low: head.y + long * 0.063, radius: long * 0.07, long }
}

const withDoor = /house front|\bdoor|porch|doorstep|front of (?:the|a|his|her) house/u

const propsFor = (performance: Performance, { scale }: Footing): PropRequest => {
  const { actor, held, indoors, place } = performance
  return {
    ...{ held, indoors, action: actor.action, carried: actor.carried },
    metre: scale / (adultMetres * actor.appearance.height),
    abed: isAbed(performance),
    picnics: actor.action.grounded && /\b(?:blanket|rug|picnic)/u.test(actor.actionText),
    shared: actor.table !== null,
    ridden: riddenOn(actor.actionText),
    pushed: thingPushed(actor.actionText),
    cut: cutIn(actor.actionText),
    blown: blownIn(actor.actionText),
    tint: tintIn(actor.actionText),
    missile: missileThrown(actor.actionText),
    released: flierReleased(actor.actionText),
    kite: actor.sharing?.paints === false ? null : kiteSpot(actor, performance.frame),
    partnered: actor.partner !== null,
    hugsTree: hugsTree(actor.actionText),
    hasDoor: withDoor.test(place),
    mark: performance.mark,
  }
}

/** Paints a person with whatever the movement needs, lit and set on the ground. */
export const performPerson = (context: Paint, performance: Performance): void => {
  const { actor, frame, light, look } = performance
  const { appearance, action } = actor
  const footing = footingOf(performance)
  const moment = momentOf(performance, footing)
  const free = action.work
    ? poseAtWork(actor, action.work, moment)
    : poseWithHeld(performance, moment)
  const measures = measuresOf(appearance)
  const stoop = stoopOf(appearance)
  const origin = originOf(performance, footing, solveSkeleton(measures, free, stoop), free)
  const pose = handsOn(free, performance, { ...footing, origin, bodyScale: measures.scale })
  const skeleton = solveSkeleton(measures, pose, stoop)
  const view = makeProjection(origin, footing.scale, footing.yaw, pose.lying)
  markTouch(performance, view, skeleton)
  const isOff = action.kind === 'float' || action.kind === 'swim'
  if (pose.lying && !isAbed(performance))
    paintLair(context, performance, lairOf(performance, view.at(skeleton.headCentre)))
  else if (!frame.tight && !isOff && !performance.handsOnly)
    contactShadow(
      context,
      light,
      footing.at,
      footing.scale,
      pose.lying ? footing.scale * 0.5 : footing.scale * 0.2,
    )
  const bounds = boundsOf(performance, view, skeleton)
  const water =
    action.kind === 'swim' ? waterOver(performance, footing, view.at(skeleton.chin)) : null
  performance.cutout({
    context,
    light,
    look,
    scale: footing.scale,
    haze: performance.haze,
    sunk: frame.tight ? 0.12 : 0.4,
    box: {
      ...bounds,
      bottom: Math.min(bounds.bottom, water ?? bounds.bottom),
    },
    paint: (sheet) => {
      const brush = makeBrush(
        sheet,
        light,
        look,
        Math.max(0.7, Math.min(3.2, footing.scale * 0.0035)),
      )
      const body: FigureBody = {
        brush,
        appearance,
        measures,
        pose,
        skeleton,
        view,
        time: moment.time,
      }
      paintPieces(piecesOf(body, performance, { footing, moment }))
      return brush.glows
    },
  })
  if (water !== null && frame.tight)
    paintFoam(context, light, {
      at: { x: view.at(skeleton.chin).x, y: water },
      ...{ water, size: footing.scale * 0.55, time: moment.time, foam: 0.8, spouts: 0, tipped: 0 },
    })
}

const faceIn = ({ mood, actor }: Performance, moment: Moment): Expression =>
  expressionOf(mood, actor.action.kind, { ...moment, up: looksUp(actor.actionText) })

/** The pieces of somebody with what they have and work at; what several work at is drawn with the last of them. */
const piecesOf = (
  body: FigureBody,
  performance: Performance,
  { footing, moment }: { readonly footing: Footing; readonly moment: Moment },
): readonly Piece[] => {
  const { actor, handsOnly } = performance
  const { work } = actor.action
  if (handsOnly) return workHands(body)
  return [
    ...personPieces(body, faceIn(performance, moment)),
    ...propPieces(body, propsFor(performance, footing)),
    ...(work && actor.sharing?.paints !== false
      ? workPieces(body, workSite(performance, work, body))
      : []),
  ]
}

/** Where the water is that somebody swims in, pixels: seen close, up to the breast. */
const waterOver = ({ frame }: Performance, { at, scale }: Footing, chin: Point): number =>
  frame.tight ? chin.y + scale * 0.13 : at.y + scale * 0.02

/** How far an old back is bent, radians. */
const stoopOf = ({ age, sex }: Performance['actor']['appearance']): number =>
  age === 'old' ? (sex === 'man' ? 0.2 : 0.14) : 0
