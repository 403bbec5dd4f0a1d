import { tracePath } from '../brush/brush.ts'
import { css, mix, type Rgb, readColour, rgb, shift } from '../brush/colour.ts'
import type { Point } from '../brush/geometry.ts'
import { type FaceRequest, faceShade, softSpot } from './expression.ts'

/** Paints the nose: a ridge that stands out when the head turns, soft planes when it does not. */
export const paintNose = (request: FaceRequest): void => {
  const { brush, head, appearance } = request
  const size = head.size
  const way = Math.sign(head.yaw || -brush.light.direction || 1)
  const child = appearance.age === 'child'
  const long = child ? 0.6 : appearance.sex === 'woman' ? 0.92 : 1
  // A child's nose is low in the face, as its eyes are, and short.
  const low = child ? -0.088 : 0
  const spots: NoseSpots = {
    way,
    bridge: head.at({ turn: 0, height: 0.05 + low, out: 1.0 }),
    tip: head.at({ turn: 0, height: -0.1 * long + low, out: 1 + 0.2 * long ** 2 }),
    base: head.at({ turn: 0, height: -0.135 * long - 0.005 + low, out: child ? 1.03 : 1.06 }),
    wing: (side) =>
      head.at({ turn: side * 0.16 * long, height: -0.113 * long + low, out: child ? 1.01 : 1.04 }),
  }
  const turned = Math.abs(Math.sin(head.yaw))
  if (turned > 0.24) paintRidge(request, spots, turned)
  else paintPlanes(request, spots)
  const { base, wing, tip } = spots
  const underside = [
    wing(-1),
    { x: base.x - size * 0.018, y: base.y + size * 0.006 },
    { x: base.x, y: base.y + size * 0.01 },
    { x: base.x + size * 0.018, y: base.y + size * 0.006 },
    wing(1),
  ]
  const seen = turned > 0.75 ? [tip, base, wing(-way)] : underside
  brush.stroke(seen, Math.max(0.7, size * 0.0095), faceShade(request), 0.62)
}

interface NoseSpots {
  readonly way: number
  readonly bridge: Point
  readonly tip: Point
  readonly base: Point
  readonly wing: (side: number) => Point
}

const paintRidge = (
  request: FaceRequest,
  { way, bridge, tip, base, wing }: NoseSpots,
  turned: number,
): void => {
  const { brush, head, appearance } = request
  const size = head.size
  const near = wing(-way)
  const soft = { x: (bridge.x + tip.x) / 2 + way * size * 0.004, y: (bridge.y + tip.y) / 2 }
  const outline = [
    bridge,
    soft,
    { x: tip.x - way * size * 0.002, y: tip.y - size * 0.014 },
    { x: tip.x - way * size * 0.008, y: tip.y + size * 0.02 },
    base,
    near,
    { x: near.x + way * size * 0.006, y: near.y - size * 0.04 },
    { x: (bridge.x + near.x) / 2 + way * size * 0.014, y: (bridge.y + near.y) / 2 },
  ]
  brush.shape(outline, appearance.skin, {
    shade: 0.35,
    outline: false,
    alpha: Math.min(1, 0.35 + turned),
  })
  if (brush.look === 'sketch')
    brush.stroke([bridge, soft, tip, base], brush.line * 0.8, faceShade(request), 0.8)
  if (brush.look === 'motion' || brush.look === 'sketch') return
  const shade = faceShade(request)
  softSpot(
    brush,
    { x: near.x + way * size * 0.01, y: near.y - size * 0.02 },
    size * 0.05,
    shade,
    0.3,
  )
  if (way === Math.sign(brush.light.direction || 1))
    brush.stroke(
      [
        { x: bridge.x - way * size * 0.02, y: bridge.y },
        { x: (bridge.x + near.x) / 2, y: (bridge.y + near.y) / 2 },
        near,
      ],
      size * 0.03,
      shade,
      0.14,
    )
  softSpot(
    brush,
    { x: tip.x - way * size * 0.02, y: tip.y - size * 0.01 },
    size * 0.034,
    brush.tone(mix(appearance.skin, rgb(255, 244, 230), 0.5)),
    0.45,
  )
}

const paintPlanes = (request: FaceRequest, { tip }: NoseSpots): void => {
  const { brush, head, appearance } = request
  if (brush.look === 'motion') return
  const size = head.size
  const dark = -Math.sign(brush.light.direction || 1)
  const at = (height: number, turn: number): Point => head.at({ turn: dark * turn, height })
  brush.stroke(
    [at(0.05, 0.11), at(-0.03, 0.085), at(-0.085, 0.12)],
    size * 0.024,
    faceShade(request),
    0.2,
  )
  softSpot(
    brush,
    { x: tip.x - dark * size * 0.006, y: tip.y - size * 0.008 },
    size * 0.035,
    brush.tone(mix(appearance.skin, rgb(255, 244, 230), 0.6)),
    0.5,
  )
}

interface Lips {
  readonly spot: (share: number, lift: number) => Point
  readonly corner: number
  readonly gap: number
  readonly colour: Rgb
}

/** Half width (radians), height and colour of a mouth, and how full its lips are; a man's have the colour of his skin. */
const lipsOf = {
  child: { wide: 0.2, height: -0.308, colour: '#a8484a', tint: 0.34, full: 1 },
  woman: { wide: 0.26, height: -0.262, colour: '#b0434a', tint: 0.6, full: 1.18 },
  man: { wide: 0.28, height: -0.262, colour: '#8f4a3e', tint: 0.2, full: 0.78 },
} as const

/** Paints the mouth, which smiles, droops and speaks. */
export const paintMouth = (request: FaceRequest): void => {
  const { brush, head, appearance, expression } = request
  if (head.facing(0) < 0.05) return
  const shape = lipsOf[appearance.age === 'child' ? 'child' : appearance.sex]
  const wide = shape.wide + Math.max(0, expression.smile) * 0.11 - expression.mouthOpen * 0.04
  const lips: Lips = {
    spot: (share, lift) =>
      head.at({
        turn: share * wide,
        height: shape.height + lift,
        out: 1.02 + (1 - Math.abs(share)) * 0.02,
      }),
    corner: expression.smile * 0.037,
    gap: expression.mouthOpen * 0.062,
    colour: mix(brush.tone(appearance.skin), brush.tone(readColour(shape.colour)), shape.tint),
  }
  paintLips(request, lips, shape.full)
  if (expression.smile > 0.3) paintSmileFolds(request)
}

const paintLips = (
  request: FaceRequest,
  { spot, corner, gap, colour }: Lips,
  full: number,
): void => {
  const { brush, head, expression } = request
  const { context } = brush
  const fill = (points: readonly Point[], tone: Rgb, alpha: number): void => {
    context.beginPath()
    tracePath(context, points)
    context.fillStyle = css(tone, alpha)
    context.fill()
  }
  const upper = [
    spot(-1, corner),
    spot(-0.35, 0.025 * full),
    spot(0, 0.017 * full),
    spot(0.35, 0.025 * full),
    spot(1, corner),
  ]
  const line = [
    spot(1, corner),
    spot(0.5, corner * 0.3 - 0.002),
    spot(0, -0.004),
    spot(-0.5, corner * 0.3 - 0.002),
    spot(-1, corner),
  ]
  const lower = [
    spot(0.5, -0.025 * full - gap + corner * 0.3),
    spot(0, -0.034 * full - gap),
    spot(-0.5, -0.025 * full - gap + corner * 0.3),
  ]
  fill([...upper, ...lower], shift(colour, 0.08), 0.75)
  fill([...upper, ...line.slice(1, 4)], shift(colour, -0.18), 0.8)
  if (gap > 0.006) {
    const bottom = [
      spot(0.45, -0.012 - gap * 0.9),
      spot(0, -0.016 - gap * 0.95),
      spot(-0.45, -0.012 - gap * 0.9),
    ]
    fill(
      [
        spot(-0.8, corner * 0.7),
        ...line.slice(1, 4).toReversed(),
        spot(0.8, corner * 0.7),
        ...bottom,
      ],
      rgb(52, 18, 20),
      0.92,
    )
    const teeth = expression.smile > 0.3 || gap > 0.035
    if (teeth)
      fill(
        [
          spot(-0.6, corner * 0.5 - 0.004),
          spot(0, -0.006),
          spot(0.6, corner * 0.5 - 0.004),
          spot(0.45, -0.018),
          spot(-0.45, -0.018),
        ],
        brush.tone(rgb(228, 222, 212)),
        0.9,
      )
  }
  brush.stroke(line, Math.max(0.7, head.size * 0.0085), mix(colour, rgb(40, 12, 14), 0.6), 0.8)
  if (brush.look === 'painted' || brush.look === 'feature')
    softSpot(brush, spot(0.2, -0.022 - gap), head.size * 0.03, shift(colour, 0.5), 0.35)
}

const paintSmileFolds = (request: FaceRequest): void => {
  const { brush, head, appearance } = request
  if (brush.look === 'motion' || appearance.age === 'child') return
  const strength = appearance.age === 'old' ? 0.34 : 0.16
  for (const side of [-1, 1]) {
    if (head.facing(side * 0.46) < 0.25) continue
    const fold = [
      head.at({ turn: side * 0.26, height: -0.14 }),
      head.at({ turn: side * 0.42, height: -0.2 }),
      head.at({ turn: side * 0.45, height: -0.26 }),
    ]
    brush.stroke(fold, head.size * 0.012, faceShade(request), strength)
  }
}
