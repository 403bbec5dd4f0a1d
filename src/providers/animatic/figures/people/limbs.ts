import type { Slice } from '../brush/brush.ts'
import { type Rgb, readColour, rgb, shift } from '../brush/colour.ts'
import { between, type Local, local, type Point, plus, unit } from '../brush/geometry.ts'
import { isGown, onePiece, sittingLegNear } from '../clothes/skirts.ts'
import type { FootPose } from '../poses/pose.ts'
import { softSpot } from './expression.ts'
import type { FigureBody, Piece } from './figure-body.ts'
import type { Limb } from './skeleton.ts'

const slice = (body: FigureBody, place: Local, radius: number): Slice => ({
  ...body.view.at(place),
  r: radius * body.view.scale,
})

/** How loose sleeves are, body heights. */
const sleeveLoose = (body: FigureBody): number => {
  const table: Partial<Record<typeof body.appearance.top.kind, number>> = {
    coat: 0.011,
    jacket: 0.009,
    suit: 0.007,
    sweater: 0.007,
    robe: 0.016,
    kimono: 0.03,
    waistcoat: 0.006,
    spacesuit: 0.018,
    uniform: 0.005,
    shirt: 0.004,
  }
  return table[body.appearance.top.kind] ?? 0
}

/** Garments that leave the forearms free. */
const bareArms: readonly string[] = ['t-shirt', 'dress', 'gown', 'toga']

const sleeveColour = ({ appearance: { robot, top } }: FigureBody): Rgb => {
  if (robot) return readColour('#9aa3ad')
  return top.kind === 'waistcoat' ? readColour('#e4e0d6') : top.colour
}

/** Bands of another colour round a sleeve or a leg, as on a space suit or a firefighter's coat. */
const bandsOn = (body: FigureBody, slices: readonly Slice[]): void => {
  const colour = body.appearance.extras.get('bands')
  const [from, to] = [slices[0], slices[1]]
  if (!colour || !from || !to) return
  body.brush.tube([from, to], colour, { start: 0.1, end: 0.1, outline: false })
}

interface ArmSlices {
  readonly upper: readonly Slice[]
  readonly lower: readonly Slice[]
  /** Both in one. */
  readonly whole: readonly Slice[]
  /** Where a band goes round the sleeve. */
  readonly band: readonly Slice[]
}

/** Where the sleeve joins the chest. */
const yokeOf = (body: FigureBody, arm: Limb): Local => between(arm.top, body.skeleton.neck, 0.34)

const armSlices = (body: FigureBody, arm: Limb): ArmSlices => {
  const { appearance, measures } = body
  const girth =
    (0.72 + measures.girth * 0.28) * (appearance.sex === 'man' ? 1.08 : 0.92) * measures.scale
  const loose = sleeveLoose(body) * measures.scale
  const at = (from: Local, to: Local, share: number, radius: number, cloth: number): Slice =>
    slice(body, between(from, to, share), radius * girth + loose * cloth)
  const upper = [
    slice(body, yokeOf(body, arm), 0.019 * girth + loose * 0.5),
    at(arm.top, arm.middle, 0.02, 0.027, 0.6),
    at(arm.top, arm.middle, 0.2, 0.0295, 0.9),
    at(arm.top, arm.middle, 0.6, 0.0255, 1),
    at(arm.top, arm.middle, 1, 0.0225, 1),
  ]
  const lower = [
    at(arm.middle, arm.end, 0, 0.0235, 1),
    at(arm.middle, arm.end, 0.3, 0.0245, 0.9),
    at(arm.middle, arm.end, 0.94, 0.0165, 1.05),
  ]
  return {
    upper,
    lower,
    whole: [...upper.slice(0, 4), at(arm.top, arm.middle, 0.97, 0.0235, 1), ...lower.slice(1)],
    band: [at(arm.top, arm.middle, 0.42, 0.029, 1), at(arm.top, arm.middle, 0.62, 0.028, 1)],
  }
}

/** The pieces of an arm: upper arm, forearm with sleeve, hand. */
export const armPieces = (body: FigureBody, arm: Limb, side: number): Piece[] => {
  const { appearance, brush, view } = body
  const holds = body.pose.holding === (side > 0 ? 'left' : 'right')
  const bare = bareArms.includes(appearance.top.kind)
  const cloth = sleeveColour(body)
  const skin = appearance.robot ? readColour('#b9c0c8') : appearance.skin
  const { upper, lower, whole, band } = armSlices(body, arm)
  const hand = view.near(between(arm.middle, arm.end, 0.7))
  const beyond = view.near(arm.top) < -0.04 && hand < 0.02
  const reach = hand + 0.02 - (beyond ? 0.6 : 0)
  // A hand that comes towards the viewer is before its sleeve, one that goes away is behind it.
  const comes = view.near(arm.end) > view.near(arm.middle) + 0.02
  const withHand = (clothed: () => void): (() => void) => {
    const skinned = (): void => paintHand(body, arm, side, skin)
    return comes ? both(clothed, skinned) : both(skinned, clothed)
  }
  const finish = (): void => {
    bandsOn(body, band)
    fadeSeam(body, yokeOf(body, arm), cloth)
  }
  if (bendOf(arm) > 0.1 && shownOf(body, arm) > 0.5) {
    const sleeve = (): void => {
      if (bare) brush.tube(whole.slice(2), skin, { end: 0.6 })
      brush.tube(bare ? upper.slice(0, 4) : whole, cloth, { start: 0.5, end: 0.12 })
      if (appearance.top.kind === 'suit') cuff(body, arm)
      finish()
    }
    return [{ near: reach, paint: withHand(sleeve) }]
  }
  const paintUpper = (): void => {
    if (bare) brush.tube(upper, skin)
    brush.tube(bare ? upper.slice(0, 4) : upper, cloth, bare ? { end: 0.1 } : { start: 0.5 })
    finish()
  }
  const paintLower = (): void => {
    // Seen along its length, a forearm is round: its end is before its beginning.
    const round = comes && shownOf(body, arm) < 0.5
    brush.tube(lower, bare ? skin : cloth, { end: round ? 0.9 : bare ? 0.6 : 0.12 })
    if (appearance.top.kind === 'suit') cuff(body, arm)
  }
  const shoulder = view.near(between(arm.top, arm.middle, 0.55)) + 0.01 - (beyond ? 0.6 : 0)
  return [
    { near: holds ? reach - 0.005 : Math.min(reach - 0.005, shoulder), paint: paintUpper },
    { near: reach, paint: withHand(paintLower) },
  ]
}

/** Softens the line where a sleeve begins, so that shoulder and chest are one. */
const fadeSeam = (body: FigureBody, yoke: Local, cloth: Rgb): void => {
  const { brush, view, measures } = body
  if (brush.look === 'sketch' || brush.look === 'motion' || view.scale < 90) return
  softSpot(
    brush,
    view.at(plus(yoke, local(0.01, -0.02, 0))),
    view.scale * measures.scale * 0.026,
    brush.tone(cloth),
    0.45,
  )
}

const both = (first: () => void, second: () => void) => (): void => {
  first()
  second()
}

/** How much of a forearm's length is seen on the picture, 0…1. */
const shownOf = ({ view, measures }: FigureBody, arm: Limb): number => {
  const [from, to] = [view.at(arm.middle), view.at(arm.end)]
  return Math.hypot(to.x - from.x, to.y - from.y) / (measures.foreArm * view.scale)
}

/** How straight a limb is: 1 straight, 0 a right angle. */
const bendOf = (limb: Limb): number => {
  const [a, b] = [unit(plus(limb.middle, limb.top, -1)), unit(plus(limb.end, limb.middle, -1))]
  return a.f * b.f + a.u * b.u + a.l * b.l
}

const cuff = (body: FigureBody, arm: Limb): void => {
  const at = (share: number): Slice =>
    slice(body, between(arm.middle, arm.end, share), 0.02 * body.measures.scale)
  body.brush.tube([at(0.95), at(1.02)], readColour('#e4e0d6'), {
    start: 0.1,
    end: 0.1,
    outline: false,
  })
}

/** A hand as a palm, a thumb and bent fingers; a soft mitten when small. */
const paintHand = (body: FigureBody, arm: Limb, side: number, skin: Rgb): void => {
  const { view, measures, brush } = body
  const gloved = body.appearance.top.kind === 'spacesuit' ? readColour('#c8c6c0') : skin
  const along = unit(plus(arm.end, arm.middle, -1))
  const size = measures.scale * (body.appearance.sex === 'man' ? 1.05 : 0.94)
  const drop = local(along.f * 0.8 + 0.12, along.u * 0.8 - 0.1, along.l * 0.8)
  const tip = plus(arm.end, unit(drop), 0.072 * size)
  if (shownOf(body, arm) < 0.5 && view.near(arm.end) > view.near(arm.middle)) {
    paintFist(body, view.at(between(arm.end, tip, 0.5)), size, gloved)
    return
  }
  const palm = plus(arm.end, along, 0.03 * size)
  brush.tube(
    [
      slice(body, arm.end, 0.0135 * size),
      slice(body, palm, 0.02 * size),
      slice(body, between(palm, tip, 0.55), 0.0175 * size),
      slice(body, tip, 0.009 * size),
    ],
    gloved,
  )
  if (view.scale < 260) return
  const thumbSide = local(0.4, 0.1, -0.55 * side)
  const root = plus(arm.end, along, 0.018 * size)
  const thumb = plus(plus(root, unit(plus(along, thumbSide, 1)), 0.042 * size), local(0, 0, 0))
  brush.tube(
    [
      slice(body, root, 0.01 * size),
      slice(body, between(root, thumb, 0.6), 0.0085 * size),
      slice(body, thumb, 0.006 * size),
    ],
    gloved,
    { shade: 0.7 },
  )
  const across = unit(local(along.l * side - along.u * 0.3, along.f * 0.2, -along.f))
  const shade = shift(brush.tone(gloved), -0.35)
  for (const offset of [-0.5, 0, 0.5]) {
    const from = plus(between(palm, tip, 0.45), across, offset * 0.016 * size)
    const to = plus(between(palm, tip, 0.98), across, offset * 0.013 * size)
    brush.stroke([view.at(from), view.at(to)], Math.max(0.6, view.scale * 0.0022), shade, 0.4)
  }
}

/** A hand that points at the viewer: the back of a loose fist with its knuckles. */
const paintFist = ({ brush, view }: FigureBody, at: Point, size: number, skin: Rgb): void => {
  const r = 0.026 * size * view.scale
  brush.oval(at, { rx: r, ry: r * 1.12 }, skin)
  if (view.scale < 200) return
  const shade = shift(brush.tone(skin), -0.3)
  for (const share of [-0.5, 0, 0.5])
    brush.stroke(
      [
        { x: at.x + share * r, y: at.y + r * 0.05 },
        { x: at.x + share * r * 0.9, y: at.y + r * 0.8 },
      ],
      Math.max(0.6, view.scale * 0.0024),
      shade,
      0.45,
    )
}

interface LegLook {
  readonly cloth: Rgb
  readonly loose: number
  /** Share of the shin covered; 0 leaves it bare. */
  readonly covered: number
  readonly thighCovered: boolean
}

const legLook = (body: FigureBody): LegLook => {
  const { top, bottom, robot } = body.appearance
  if (robot) return { cloth: readColour('#9aa3ad'), loose: 0.002, covered: 1, thighCovered: true }
  if (top.kind === 'robe' || top.kind === 'kimono')
    return { cloth: shift(top.colour, -0.25), loose: 0.006, covered: 1, thighCovered: true }
  if (isGown(top.kind)) return { cloth: top.colour, loose: 0.004, covered: 0, thighCovered: true }
  if (top.kind === 'spacesuit')
    return { cloth: top.colour, loose: 0.018, covered: 1, thighCovered: true }
  if (bottom.kind === 'shorts')
    return { cloth: bottom.colour, loose: 0.008, covered: 0, thighCovered: true }
  if (bottom.kind === 'skirt')
    return { cloth: bottom.colour, loose: 0.004, covered: 0, thighCovered: true }
  return {
    cloth: bottom.colour,
    loose: body.appearance.sex === 'man' ? 0.006 : 0.003,
    covered: 1,
    thighCovered: true,
  }
}

/** Whether a hanging skirt or coat hides the thighs. */
const isCovered = (body: FigureBody): boolean => {
  const { top, bottom } = body.appearance
  return (onePiece[top.kind] !== undefined || bottom.kind === 'skirt') && body.pose.pelvis.u > 0.42
}

/** The pieces of a leg: thigh, shin, shoe. */
export const legPieces = (body: FigureBody, leg: Limb, foot: FootPose): Piece[] => {
  const { appearance, measures, brush } = body
  const look = legLook(body)
  const girth = (0.6 + measures.girth * 0.4) * measures.scale
  const loose = look.loose * measures.scale
  const skin = appearance.skin
  const at = (from: Local, to: Local, share: number, radius: number): Slice =>
    slice(body, between(from, to, share), radius * girth + loose)
  const thigh = [
    at(leg.top, leg.middle, -0.1, 0.048),
    at(leg.top, leg.middle, 0.2, 0.05),
    at(leg.top, leg.middle, 0.6, 0.042),
    at(leg.top, leg.middle, 1, 0.034),
  ]
  const shin = [
    at(leg.middle, leg.end, -0.04, 0.033),
    at(leg.middle, leg.end, 0.28, 0.033),
    at(leg.middle, leg.end, 0.62, 0.026),
    at(leg.middle, leg.end, 0.97, 0.0205),
  ]
  const hem = [...shin.slice(0, 3), at(leg.middle, leg.end, 0.98, 0.0235)].map((one) => ({
    ...one,
    r: one.r + loose * 0.4,
  }))
  const skirted =
    appearance.bottom.kind === 'skirt' || ['dress', 'gown', 'toga'].includes(appearance.top.kind)
  const standing = body.pose.pelvis.u > 0.42 && !body.pose.lying
  const nearness = sittingLegNear(body, leg) - (standing || isCovered(body) ? 0.35 : 0)
  const paint = (): void => {
    paintShoe(body, leg, foot)
    const lower = look.covered > 0 ? hem : shin
    const [own, tone] = [skirted ? skin : look.cloth, look.covered > 0 ? look.cloth : skin]
    if (bendOf(leg) > 0.15 && own === tone) {
      brush.tube(
        [...thigh.slice(0, 3), at(leg.top, leg.middle, 0.97, 0.034), ...lower.slice(1)],
        own,
        { start: 0.6, end: 0.1 },
      )
    } else {
      brush.tube(lower, tone, { end: 0.1 })
      brush.tube(thigh, own, { start: 0.6 })
    }
    bandsOn(body, [
      at(leg.middle, leg.end, 0.4, 0.034 + 0.003),
      at(leg.middle, leg.end, 0.6, 0.031 + 0.003),
    ])
  }
  return [{ near: nearness, paint }]
}

const paintShoe = (body: FigureBody, leg: Limb, foot: FootPose): void => {
  const { view, measures, appearance } = body
  const size = measures.scale * (appearance.age === 'child' ? 1.05 : 1)
  const [sine, cosine] = [Math.sin(foot.pitch), Math.cos(foot.pitch)]
  const spot = (f: number, u: number, l = 0): Point =>
    view.at(plus(leg.end, local(f * cosine + u * sine, u * cosine - f * sine, l), size))
  const outline = [
    spot(-0.024, 0.026),
    spot(-0.04, -0.006),
    spot(-0.038, -0.034),
    spot(0.02, -0.037),
    spot(0.08, -0.037),
    spot(0.108, -0.032),
    spot(0.1, -0.014),
    spot(0.06, 0.0),
    spot(0.026, 0.018),
    spot(0.014, 0.03),
  ]
  const facing = Math.abs(Math.cos(view.yaw + body.pose.turn))
  const toe = spot(0.082, -0.018)
  const shoe = appearance.robot ? rgb(96, 104, 114) : appearance.shoes
  if (facing > 0.55) {
    body.brush.tube(
      [
        { ...spot(-0.015, 0.005), r: 0.024 * size * view.scale },
        { ...spot(0.03, -0.006), r: 0.026 * size * view.scale },
        { ...toe, r: 0.028 * size * view.scale * (0.6 + facing * 0.4) },
      ],
      shoe,
    )
  }
  body.brush.shape(outline, shoe)
}
