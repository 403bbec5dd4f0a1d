import type { Appearance } from './appearance.ts'
import type { Brush } from './brush.ts'
import { tracePath } from './brush.ts'
import { brightness, css, mix, type Rgb, readColour, rgb, shift } from './colour.ts'
import type { Point } from './geometry.ts'
import type { HeadShape } from './head-shape.ts'

/** What a face shows, each 0…1 unless said otherwise. */
export interface Expression {
  /** -1 sad … 1 smiling. */
  readonly smile: number
  /** -1 frowning … 1 raised. */
  readonly brows: number
  /** Inner ends of the brows lifted: worry and grief. */
  readonly worry: number
  readonly mouthOpen: number
  /** 0 shut … 1 open. */
  readonly eyesOpen: number
  /** Where the eyes look, -1…1 to the right and down. */
  readonly gaze: Point
  readonly tears: boolean
}

/** What a face is painted with. */
export interface FaceRequest {
  readonly brush: Brush
  readonly head: HeadShape
  readonly appearance: Appearance
  readonly expression: Expression
}

/** Paints eyes, brows, nose and mouth on a head; nothing when it looks away or is too small to have features. */
export const paintFace = (request: FaceRequest): void => {
  const { head, brush } = request
  if (head.facing(0) < -0.1 || head.size < 9) return
  if (head.size < 26) {
    paintFarFace(request)
    return
  }
  const { context } = brush
  context.save()
  context.beginPath()
  tracePath(context, head.outline(1.0))
  context.clip()
  paintModelling(request)
  for (const side of [-1, 1]) paintEye(request, side)
  context.restore()
  paintNose(request)
  paintMouth(request)
  for (const side of [-1, 1]) paintBrow(request, side)
}

const shadeOf = ({ brush, appearance }: FaceRequest): Rgb =>
  mix(brush.tone(appearance.skin, -0.42), brush.tone(rgb(120, 52, 44)), 0.3)

const paintFarFace = ({ brush, head, appearance }: FaceRequest): void => {
  const dark = css(brush.tone(shift(appearance.skin, -0.6)), 0.5)
  brush.context.fillStyle = dark
  for (const side of [-1, 1]) {
    const turn = side * 0.42
    if (head.facing(turn) < 0.2) continue
    const eye = head.at({ turn, height: 0.02 })
    brush.context.beginPath()
    brush.context.ellipse(eye.x, eye.y, head.size * 0.07, head.size * 0.045, 0, 0, Math.PI * 2)
    brush.context.fill()
  }
  const mouth = head.at({ turn: 0, height: -0.26 })
  brush.context.fillRect(mouth.x - head.size * 0.06, mouth.y, head.size * 0.12, head.size * 0.035)
}

const softSpot = (brush: Brush, at: Point, radius: number, colour: Rgb, alpha: number): void => {
  const gradient = brush.context.createRadialGradient(at.x, at.y, 0, at.x, at.y, radius)
  gradient.addColorStop(0, css(colour, alpha))
  gradient.addColorStop(1, css(colour, 0))
  brush.context.fillStyle = gradient
  brush.context.fillRect(at.x - radius, at.y - radius, radius * 2, radius * 2)
}

/** Soft form: sockets, cheeks, the plane under the lip and the side away from the light. */
const paintModelling = (request: FaceRequest): void => {
  const { brush, head, appearance } = request
  if (brush.look === 'motion') return
  const shade = shadeOf(request)
  const size = head.size
  const strength = brush.look === 'sketch' ? 0.4 : 1
  for (const side of [-1, 1]) {
    const facing = head.facing(side * 0.45)
    if (facing < 0.1) continue
    softSpot(
      brush,
      head.at({ turn: side * 0.36, height: 0.055 }),
      size * 0.14,
      shade,
      0.42 * strength,
    )
    softSpot(
      brush,
      head.at({ turn: side * 0.62, height: -0.13 }),
      size * 0.15,
      brush.tone(rgb(196, 84, 66)),
      0.16 * strength,
    )
    softSpot(
      brush,
      head.at({ turn: side * 1.15, height: -0.16 }),
      size * 0.2,
      shade,
      0.28 * strength,
    )
  }
  softSpot(brush, head.at({ turn: 0, height: -0.36 }), size * 0.1, shade, 0.3 * strength)
  softSpot(brush, head.at({ turn: 0, height: -0.52 }), size * 0.2, shade, 0.34 * strength)
  const lit = brush.tone(mix(appearance.skin, rgb(255, 240, 220), 0.45))
  const way = Math.sign(brush.light.direction || 1)
  softSpot(
    brush,
    head.at({ turn: way * 0.3 - head.yaw * 0.2, height: 0.22 }),
    size * 0.2,
    lit,
    0.3 * strength,
  )
  softSpot(brush, head.at({ turn: way * 0.62, height: -0.06 }), size * 0.11, lit, 0.3 * strength)
}

const eyeHeight = (appearance: Appearance): number => (appearance.age === 'child' ? -0.03 : 0.015)

const paintEye = (request: FaceRequest, side: number): void => {
  const { brush, head, appearance, expression } = request
  const facing = head.facing(side * 0.42)
  if (facing < 0.12) return
  const { context } = brush
  const size = head.size
  const centre = head.at({ turn: side * 0.42, height: eyeHeight(appearance) })
  const half = size * (appearance.age === 'child' ? 0.074 : 0.067) * Math.min(1, facing * 1.02)
  const open =
    size *
    (appearance.age === 'child' ? 0.038 : 0.031) *
    expression.eyesOpen *
    (1 - expression.smile * 0.12)
  const outer = side * Math.sign(Math.cos(head.yaw))
  const lid: Point[] = [
    { x: centre.x - half * outer, y: centre.y + open * 0.2 },
    { x: centre.x - half * 0.35 * outer, y: centre.y - open * 0.95 },
    { x: centre.x + half * 0.35 * outer, y: centre.y - open * 0.98 },
    { x: centre.x + half * outer, y: centre.y - open * 0.1 },
  ]
  const lashes = mix(brush.tone(appearance.hair.colour), rgb(26, 18, 18), 0.7)
  if (expression.eyesOpen > 0.15) {
    context.save()
    context.beginPath()
    tracePath(context, [
      ...lid,
      { x: centre.x + half * 0.3 * outer, y: centre.y + open * 0.72 },
      { x: centre.x - half * 0.4 * outer, y: centre.y + open * 0.72 },
    ])
    context.fillStyle = css(mix(brush.tone(rgb(232, 224, 214)), brush.tone(appearance.skin), 0.22))
    context.fill()
    context.clip()
    paintIris(
      request,
      {
        x: centre.x + expression.gaze.x * half * 0.34,
        y: centre.y - open * 0.06 + expression.gaze.y * open * 0.5,
      },
      Math.min(1, facing * 1.1),
    )
    context.fillStyle = css(lashes, 0.32)
    context.fillRect(centre.x - half, centre.y - open * 1.1, half * 2, open * 0.6)
    context.restore()
  } else {
    context.beginPath()
    tracePath(context, [...lid, { x: centre.x, y: centre.y + open }], true)
  }
  brush.stroke(
    expression.eyesOpen > 0.15 ? lid : shutLid(lid, centre, size),
    Math.max(0.8, size * 0.0155),
    lashes,
    0.92,
  )
  brush.stroke(
    [
      { x: centre.x - half * 0.7 * outer, y: centre.y + size * 0.034 },
      { x: centre.x + half * 0.1 * outer, y: centre.y + size * 0.041 },
      { x: centre.x + half * 0.8 * outer, y: centre.y + size * 0.026 },
    ],
    Math.max(0.5, size * 0.006),
    shadeOf(request),
    0.4,
  )
  brush.stroke(
    lid.map(({ x, y }) => ({ x, y: y - size * 0.02 })),
    Math.max(0.5, size * 0.007),
    shadeOf(request),
    0.5,
  )
  if (expression.tears) {
    brush.stroke(
      [
        { x: centre.x, y: centre.y + size * 0.04 },
        { x: centre.x + size * 0.012 * side, y: centre.y + size * 0.16 },
      ],
      size * 0.012,
      rgb(226, 238, 248),
      0.7,
    )
  }
}

const shutLid = (lid: readonly Point[], centre: Point, size: number): Point[] => {
  const [first, last] = [lid[0] ?? centre, lid.at(-1) ?? centre]
  return [first, { x: centre.x, y: centre.y + size * 0.016 }, last]
}

const paintIris = ({ brush, head, appearance }: FaceRequest, at: Point, squeeze: number): void => {
  const { context } = brush
  const radius = head.size * (appearance.age === 'child' ? 0.035 : 0.03)
  const disc = (scale: number, colour: string): void => {
    context.beginPath()
    context.ellipse(at.x, at.y, radius * scale * squeeze, radius * scale, 0, 0, Math.PI * 2)
    context.fillStyle = colour
    context.fill()
  }
  disc(1, css(shift(brush.tone(appearance.eyes), -0.3)))
  disc(0.78, css(brush.tone(appearance.eyes)))
  disc(0.45, 'rgba(12,9,10,0.95)')
  const glint = Math.sign(brush.light.direction || 1)
  context.beginPath()
  context.arc(at.x + radius * 0.34 * glint, at.y - radius * 0.36, radius * 0.26, 0, Math.PI * 2)
  context.fillStyle = 'rgba(255,252,244,0.9)'
  context.fill()
}

const paintBrow = ({ brush, head, appearance, expression }: FaceRequest, side: number): void => {
  if (head.facing(side * 0.45) < 0.08) return
  const eye = eyeHeight(appearance)
  const lift = expression.brows * 0.028
  const inner =
    eye + 0.078 + lift + expression.worry * 0.04 - Math.max(0, -expression.brows) * 0.014
  const middle = eye + 0.1 + lift + expression.worry * 0.006
  const outer = eye + 0.08 + lift * 0.7 - expression.worry * 0.016
  const colour = mix(
    brush.tone(appearance.hair.cut === 'bald' ? rgb(70, 56, 48) : appearance.hair.colour, -0.25),
    brush.tone(appearance.skin),
    brightness(appearance.hair.colour) > 0.5 ? 0.25 : 0.1,
  )
  const thick = head.size * (appearance.sex === 'man' ? 0.026 : 0.018)
  const spots = [
    head.at({ turn: side * 0.17, height: inner }),
    head.at({ turn: side * 0.34, height: middle - 0.004 }),
    head.at({ turn: side * 0.5, height: middle + 0.004 }),
    head.at({ turn: side * 0.72, height: outer }),
  ]
  const widths = [0.42, 0.52, 0.42, 0.1]
  brush.tube(
    spots.map((spot, index) => ({ ...spot, r: thick * (widths[index] ?? 0.3) })),
    colour,
    { shade: 0, outline: false, alpha: 0.86 },
  )
}

const paintNose = (request: FaceRequest): void => {
  const { brush, head, appearance } = request
  const size = head.size
  const way = Math.sign(head.yaw || -brush.light.direction || 1)
  const shade = shadeOf(request)
  const long = appearance.age === 'child' ? 0.8 : 1
  const push = 1 + 0.2 * long
  const bridge = head.at({ turn: 0, height: 0.05, out: 1.0 })
  const tip = head.at({ turn: 0, height: -0.1 * long, out: push })
  const base = head.at({ turn: 0, height: -0.135 * long - 0.005, out: 1.06 })
  const wing = (side: number): Point =>
    head.at({ turn: side * 0.17, height: -0.112 * long, out: 1.04 })
  const turned = Math.abs(Math.sin(head.yaw))
  if (turned > 0.28) {
    const near = wing(-way)
    const soft = { x: (bridge.x + tip.x) / 2 + way * size * 0.006, y: (bridge.y + tip.y) / 2 }
    brush.shape(
      [
        bridge,
        soft,
        { x: tip.x, y: tip.y - size * 0.012 },
        { x: tip.x - way * size * 0.008, y: tip.y + size * 0.022 },
        base,
        near,
        { x: near.x + way * size * 0.006, y: near.y - size * 0.04 },
        { x: (bridge.x + near.x) / 2 + way * size * 0.014, y: (bridge.y + near.y) / 2 },
      ],
      appearance.skin,
      { shade: 0.5, outline: false },
    )
    if (brush.look === 'sketch')
      brush.stroke([bridge, soft, tip, base], brush.line * 0.8, shade, 0.8)
    if (brush.look !== 'motion')
      softSpot(
        brush,
        { x: near.x + way * size * 0.012, y: near.y - size * 0.02 },
        size * 0.05,
        shade,
        0.28,
      )
  } else if (brush.look !== 'motion') {
    const dark = -Math.sign(brush.light.direction || 1)
    const at = (height: number, out: number): Point => {
      const middle = head.at({ turn: dark * out, height })
      return middle
    }
    brush.stroke([at(0.045, 0.1), at(-0.03, 0.09), at(-0.09, 0.13)], size * 0.022, shade, 0.22)
    softSpot(
      brush,
      { x: tip.x, y: tip.y - size * 0.01 },
      size * 0.035,
      brush.tone(mix(appearance.skin, rgb(255, 244, 230), 0.6)),
      0.5,
    )
  }
  const underside = [
    wing(-1),
    { x: base.x - size * 0.02, y: base.y + size * 0.008 },
    { x: base.x, y: base.y + size * 0.012 },
    { x: base.x + size * 0.02, y: base.y + size * 0.008 },
    wing(1),
  ]
  const seen = turned > 0.75 ? [tip, base, wing(-way)] : underside
  brush.stroke(seen, Math.max(0.7, size * 0.011), shade, 0.75)
}

const paintMouth = (request: FaceRequest): void => {
  const { brush, head, appearance, expression } = request
  if (head.facing(0) < 0.05) return
  const size = head.size
  const wide =
    (appearance.age === 'child' ? 0.24 : 0.28) +
    Math.max(0, expression.smile) * 0.09 -
    expression.mouthOpen * 0.04
  const height = appearance.age === 'child' ? -0.27 : -0.262
  const corner = expression.smile * 0.03
  const gap = expression.mouthOpen * 0.062
  const spot = (share: number, lift: number): Point =>
    head.at({ turn: share * wide, height: height + lift, out: 1.02 + (1 - Math.abs(share)) * 0.02 })
  const lips = mix(
    brush.tone(appearance.skin),
    brush.tone(readColour(appearance.sex === 'woman' ? '#a8443f' : '#8f4a3e')),
    appearance.sex === 'woman' ? 0.62 : 0.42,
  )
  const upper = [
    spot(-1, corner),
    spot(-0.35, 0.026),
    spot(0, 0.018),
    spot(0.35, 0.026),
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
    spot(1, corner),
    spot(0.5, -0.026 - gap + corner * 0.3),
    spot(0, -0.036 - gap),
    spot(-0.5, -0.026 - gap + corner * 0.3),
    spot(-1, corner),
  ]
  const { context } = brush
  const fill = (points: readonly Point[], colour: Rgb, alpha: number): void => {
    context.beginPath()
    tracePath(context, points)
    context.fillStyle = css(colour, alpha)
    context.fill()
  }
  fill([...upper.slice(0, 5), ...lower.slice(1, 4)], shift(lips, 0.08), 0.75)
  fill([...upper, ...line.slice(1, 4)], shift(lips, -0.2), 0.85)
  if (gap > 0.006) {
    const inner = line.slice(1, 4).toReversed()
    const bottom = [
      spot(0.45, -0.012 - gap * 0.9),
      spot(0, -0.016 - gap * 0.95),
      spot(-0.45, -0.012 - gap * 0.9),
    ]
    fill(
      [spot(-0.8, corner * 0.7), ...inner, spot(0.8, corner * 0.7), ...bottom],
      rgb(52, 18, 20),
      0.92,
    )
    if (expression.smile > 0.3 || gap > 0.035)
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
  brush.stroke(line, Math.max(0.7, size * 0.009), mix(lips, rgb(40, 12, 14), 0.62), 0.85)
  if (expression.smile > 0.3 && brush.look !== 'motion') {
    for (const side of [-1, 1]) {
      const fold = [
        head.at({ turn: side * 0.3, height: -0.13 }),
        head.at({ turn: side * 0.46, height: -0.2 }),
        head.at({ turn: side * 0.47, height: -0.27 }),
      ]
      if (head.facing(side * 0.46) > 0.2) brush.stroke(fold, size * 0.009, shadeOf(request), 0.28)
    }
  }
}
