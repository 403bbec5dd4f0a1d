import type { Brush, Slice } from '../brush/brush.ts'
import { mix, type Rgb, readColour, rgb, shift } from '../brush/colour.ts'
import { between, type Point, plus } from '../brush/geometry.ts'
import { strapPiece, trunkPieces } from '../clothes/clothes.ts'
import { paintHeadwear } from '../clothes/headwear.ts'
import type { Expression } from './expression.ts'
import { paintFace } from './face.ts'
import type { FigureBody, Piece } from './figure-body.ts'
import { type HairRequest, paintBackHair, paintBeard, paintHair } from './hair.ts'
import { type HeadShape, makeHead } from './head-shape.ts'
import { armPieces, legPieces } from './limbs.ts'
import { trunkSlice, trunkSpot } from './trunk.ts'

/** The pieces of a whole person, in no order: sort them by `near` together with what is held or sat on. */
export const personPieces = (body: FigureBody, expression: Expression): Piece[] => {
  const { skeleton, pose } = body
  const arms = [...armPieces(body, skeleton.leftArm, 1), ...armPieces(body, skeleton.rightArm, -1)]
  const legs = [
    ...legPieces(body, skeleton.leftLeg, pose.leftFoot),
    ...legPieces(body, skeleton.rightLeg, pose.rightFoot),
  ]
  return [
    ...legs,
    ...trunkPieces(body),
    ...strapPiece(body),
    ...arms,
    ...headPieces(body, expression),
  ]
}

/** Paints pieces far to near. */
export const paintPieces = (pieces: readonly Piece[]): void => {
  for (const piece of pieces.toSorted((a, b) => a.near - b.near)) piece.paint()
}

const headPieces = (body: FigureBody, expression: Expression): Piece[] => {
  const { skeleton, view, measures, appearance, brush, time } = body
  const yaw = view.yaw + skeleton.face.yaw
  const lying = body.pose.lying
  const head = makeHead(
    appearance,
    measures.head * view.scale,
    lying ? yaw * 0.6 : yaw,
    skeleton.face.pitch,
  )
  const turn = lying
    ? (Math.PI / 2) * Math.sign(Math.sin(view.yaw) || 1)
    : skeleton.face.tilt * Math.cos(yaw) + skeleton.face.pitch * Math.sin(yaw) * 0.85
  const centre = view.at(skeleton.headCentre)
  const inside = (paint: (request: HairRequest) => void) => (): void => {
    brush.context.save()
    brush.context.translate(centre.x, centre.y)
    brush.context.rotate(turn)
    paint({ brush, head, appearance, time })
    brush.context.restore()
  }
  const away = Math.cos(yaw) < -0.15
  const face = view.near(skeleton.headCentre) + 0.03
  const pieces: Piece[] = [
    { near: Math.min(-0.03, face - 0.06), paint: () => paintNeck(body) },
    { near: face, paint: inside((request) => paintHead(request, expression)) },
  ]
  if (!appearance.robot && !appearance.extras.has('hood')) {
    pieces.push({ near: away ? face + 0.02 : -0.16, paint: inside(paintBackHair) })
  }
  if (appearance.extras.has('scarf'))
    pieces.push({ near: face - 0.004, paint: () => paintScarf(body) })
  return pieces
}

const paintNeck = (body: FigureBody): void => {
  const { skeleton, view, measures, appearance, brush } = body
  const radius =
    (appearance.age === 'child' ? 0.023 : appearance.sex === 'man' ? 0.031 : 0.025) *
    measures.scale *
    view.scale *
    (0.8 + measures.girth * 0.2)
  const low = view.at(plus(skeleton.neck, skeleton.up, -0.02))
  const high = view.at(between(skeleton.chin, skeleton.headCentre, 0.5))
  const skin = appearance.robot ? readColour('#6a727c') : shift(appearance.skin, -0.14)
  brush.tube(
    [
      { ...low, r: radius * 1.2 },
      { ...view.at(between(skeleton.neck, skeleton.chin, 0.5)), r: radius },
      { ...high, r: radius },
    ],
    skin,
    { start: 0.4 },
  )
}

const paintHead = (request: HairRequest, expression: Expression): void => {
  const { brush, head, appearance } = request
  if (appearance.robot) {
    paintRobotHead(brush, head, appearance.top.colour, expression)
    return
  }
  brush.shape(head.outline(1), appearance.skin, { shade: 0.62 })
  for (const side of [-1, 1]) {
    if (head.facing(side * 1.5) < -0.25) continue
    const ear = head.at({ turn: side * 1.55, height: -0.02, out: 1.03 })
    brush.oval(
      ear,
      { rx: head.size * 0.042, ry: head.size * 0.085, turn: side * 0.15 },
      shift(appearance.skin, -0.08),
    )
  }
  paintBeard(request)
  paintFace({ brush, head, appearance, expression })
  const covered = appearance.extras.has('hood') || appearance.extras.has('chef-hat')
  if (!covered) paintHair(request)
  paintHeadwear({ brush, head, appearance })
}

const paintRobotHead = (
  brush: Brush,
  head: HeadShape,
  accent: Rgb,
  expression: Expression,
): void => {
  const size = head.size
  const metal = mix(readColour('#b4bcc5'), accent, 0.15)
  brush.shape(
    head.outline(1.04).map(({ x, y }) => ({ x: x * 1.02, y: y * 0.96 })),
    metal,
  )
  if (head.facing(0) < -0.1) return
  const spot = (turn: number, height: number): Point => head.at({ turn, height, out: 1.04 })
  brush.shape(
    [
      spot(-0.85, 0.16),
      spot(0, 0.18),
      spot(0.85, 0.16),
      spot(0.85, -0.08),
      spot(0, -0.1),
      spot(-0.85, -0.08),
    ],
    rgb(24, 30, 38),
    { outline: false },
  )
  for (const side of [-1, 1]) {
    if (head.facing(side * 0.42) < 0.1) continue
    const eye = spot(side * 0.42, 0.04)
    const open = Math.max(0.12, expression.eyesOpen)
    brush.oval(eye, { rx: size * 0.1, ry: size * 0.1 * open }, readColour('#6fd0e4'), {
      alpha: 0.35,
      shade: 0,
      glows: true,
      outline: false,
    })
    brush.oval(eye, { rx: size * 0.05, ry: size * 0.055 * open }, readColour('#d4f6fc'), {
      shade: 0,
      glows: true,
      outline: false,
    })
  }
  const jaw = [spot(-0.3, -0.27), spot(0, -0.275 - expression.smile * 0.02), spot(0.3, -0.27)]
  brush.stroke(jaw, size * 0.02, rgb(50, 58, 68), 0.8)
}

const paintScarf = (body: FigureBody): void => {
  const { view, brush, appearance, time, measures } = body
  const colour = appearance.extras.get('scarf') ?? rgb(184, 134, 60)
  const scale = view.scale * measures.scale
  const low = trunkSlice(body, 1.0, 0.012)
  const ring = (up: number, grow: number): Slice => ({
    x: low.point.x + Math.sin(view.yaw) * scale * 0.006,
    y: low.point.y - up * scale,
    r: Math.max(low.r * 0.62, scale * 0.05) * grow,
  })
  const knot = trunkSpot(body, 0.95, 0.5, 0.016)
  const sway = Math.sin(time * 1.9) * 0.012 + Math.sin(time * 3.1) * 0.005
  if (knot.facing > 0) {
    const fall = (share: number, r: number): Slice => ({
      x: knot.point.x + sway * share * scale * 2,
      y: knot.point.y + share * scale * 0.19,
      r: r * scale,
    })
    brush.tube([fall(0, 0.024), fall(0.5, 0.027), fall(1, 0.028)], shift(colour, -0.06), {
      end: 0.1,
    })
  }
  brush.tube([ring(-0.012, 1.02), ring(0.012, 1.06), ring(0.036, 0.94)], colour, {
    start: 0.25,
    end: 0.25,
  })
}
