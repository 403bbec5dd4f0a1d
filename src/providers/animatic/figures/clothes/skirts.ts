import type { Slice } from '../brush/brush.ts'
import { type Rgb, shift } from '../brush/colour.ts'
import { between, type Local, local } from '../brush/geometry.ts'
import type { FigureBody, Piece } from '../people/figure-body.ts'
import type { Limb } from '../people/skeleton.ts'
import { trunkSlice } from '../people/trunk.ts'

/** How far each garment stands off the body, body heights. */
export const looseOf: Readonly<Record<string, number>> = {
  coat: 0.014,
  jacket: 0.012,
  suit: 0.01,
  sweater: 0.009,
  shirt: 0.005,
  robe: 0.014,
  spacesuit: 0.026,
  uniform: 0.007,
  dress: 0.004,
  gown: 0.004,
  kimono: 0.014,
  toga: 0.012,
  waistcoat: 0.008,
  't-shirt': 0.005,
}

/** Garments in one piece with what hangs below the waist: height of the hem and how far it spreads, body heights. */
export const onePiece: Readonly<Record<string, { readonly hem: number; readonly flare: number }>> =
  {
    dress: { hem: 0.24, flare: 0.05 },
    gown: { hem: 0.015, flare: 0.13 },
    robe: { hem: 0.07, flare: 0.03 },
    kimono: { hem: 0.05, flare: 0.012 },
    toga: { hem: 0.1, flare: 0.035 },
    coat: { hem: 0.29, flare: 0.02 },
  }

/** Whether a garment covers the legs instead of trousers. */
export const isGown = (kind: string): boolean => kind !== 'coat' && onePiece[kind] !== undefined

/** Whether the legs are bent so that cloth lies in the lap. */
export const isSitting = (body: FigureBody): boolean => body.pose.pelvis.u < 0.42 || body.pose.lying

/** Cloth that hangs from somewhere on the trunk to a hem, body heights. */
interface Hanging {
  readonly colour: Rgb
  readonly from: number
  readonly hem: number
}

/** Cloth below the waist: hangs round both legs, lags behind the body and sways. */
const paintSkirt = (body: FigureBody, { colour, from, hem }: Hanging): void => {
  const { skeleton, view, measures, brush, time } = body
  const loose = looseOf[body.appearance.top.kind] ?? 0.005
  const waist = trunkSlice(body, from, loose)
  const hip = trunkSlice(body, 0.02, loose + 0.006)
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
    const flare = (onePiece[kind]?.flare ?? 0.03) * share ** 1.3 * measures.scale
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

/** Nearness of a leg of somebody who sits, by the middle of its thigh. */
export const sittingLegNear = ({ view }: FigureBody, leg: Limb): number =>
  view.near(between(leg.top, leg.middle, 0.6)) - 0.05

/** A skirt or coat over the thighs of one who sits, each right before its leg. */
const lapPieces = (body: FigureBody, colour: Rgb): Piece[] => {
  const { skeleton, view, measures, brush } = body
  return [skeleton.leftLeg, skeleton.rightLeg].map((leg) => {
    const at = (share: number, radius: number): Slice => ({
      ...view.at(between(leg.top, leg.middle, share)),
      r: radius * measures.scale * view.scale,
    })
    return {
      near: sittingLegNear(body, leg) + 0.001,
      paint: () => brush.tube([at(-0.1, 0.06), at(0.4, 0.056), at(1.04, 0.046)], colour),
    }
  })
}

/** What hangs below the waist of somebody, with its nearness; over the thighs of one who sits. */
export const skirtPieces = (
  body: FigureBody,
  { colour, from, hem, near }: Hanging & Pick<Piece, 'near'>,
): Piece[] =>
  isSitting(body)
    ? lapPieces(body, colour)
    : [{ near, paint: () => paintSkirt(body, { colour, from, hem }) }]
