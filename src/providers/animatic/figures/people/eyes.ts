import { tracePath } from '../brush/brush.ts'
import { brightness, css, mix, type Rgb, rgb, shift } from '../brush/colour.ts'
import type { Point } from '../brush/geometry.ts'
import type { Appearance } from './appearance.ts'
import { type FaceRequest, faceShade } from './expression.ts'

/** Height of the eyes on the head; a child's are lower. */
export const eyeHeight = ({ age }: Appearance): number => (age === 'child' ? -0.062 : 0.015)

interface Eye {
  readonly centre: Point
  readonly half: number
  readonly open: number
  /** Sign of the way to the outer corner. */
  readonly outer: number
  readonly squeeze: number
  readonly lid: readonly Point[]
  readonly lashes: Rgb
}

/** Paints one eye, `side` 1 is the face's own left. */
export const paintEye = (request: FaceRequest, side: number): void => {
  const { brush, head, expression } = request
  const facing = head.facing(side * 0.42)
  if (facing < 0.12) return
  const eye = measureEye(request, side, facing)
  if (expression.eyesOpen > 0.15) paintBall(request, eye)
  paintLids(request, eye)
  if (!expression.tears) return
  const { x, y } = eye.centre
  brush.stroke(
    [
      { x, y: y + head.size * 0.04 },
      { x: x + head.size * 0.012 * side, y: y + head.size * 0.16 },
    ],
    head.size * 0.012,
    rgb(226, 238, 248),
    0.7,
  )
}

const measureEye = (
  { brush, head, appearance, expression }: FaceRequest,
  side: number,
  facing: number,
): Eye => {
  const child = appearance.age === 'child'
  const size = head.size
  const centre = head.at({ turn: side * 0.42, height: eyeHeight(appearance) })
  const squeeze = Math.min(1, facing * 1.06)
  const half = size * (child ? 0.094 : appearance.sex === 'woman' ? 0.072 : 0.067) * squeeze
  const height = child ? 0.054 : appearance.sex === 'woman' ? 0.031 : 0.027
  const open = size * height * expression.eyesOpen * (1 - Math.max(0, expression.smile) * 0.18)
  const outer = side * Math.sign(Math.cos(head.yaw))
  return {
    centre,
    half,
    open,
    outer,
    squeeze,
    lid: [
      { x: centre.x - half * outer, y: centre.y + open * 0.3 },
      { x: centre.x - half * 0.42 * outer, y: centre.y - open * 0.8 },
      { x: centre.x + half * 0.3 * outer, y: centre.y - open * 0.98 },
      { x: centre.x + half * 0.98 * outer, y: centre.y - open * 0.14 },
    ],
    lashes: mix(brush.tone(appearance.hair.colour), rgb(28, 18, 18), 0.72),
  }
}

const paintBall = (request: FaceRequest, eye: Eye): void => {
  const { brush, appearance, expression } = request
  const { context } = brush
  const { centre, half, open, outer } = eye
  context.save()
  context.beginPath()
  tracePath(context, [
    ...eye.lid,
    { x: centre.x + half * 0.34 * outer, y: centre.y + open * 0.78 },
    { x: centre.x - half * 0.4 * outer, y: centre.y + open * 0.8 },
  ])
  context.fillStyle = css(mix(brush.tone(rgb(226, 217, 206)), brush.tone(appearance.skin), 0.26))
  context.fill()
  context.clip()
  paintIris(
    request,
    {
      x: centre.x + expression.gaze.x * half * 0.34,
      y: centre.y - open * 0.2 + expression.gaze.y * open * 0.55,
    },
    eye,
  )
  context.fillStyle = css(eye.lashes, 0.4)
  context.fillRect(centre.x - half, centre.y - open * 1.1, half * 2, open * 0.62)
  context.restore()
}

const paintIris = ({ brush, head, appearance }: FaceRequest, at: Point, eye: Eye): void => {
  const { context } = brush
  const radius = head.size * (appearance.age === 'child' ? 0.05 : 0.0325)
  const disc = (scale: number, colour: string): void => {
    context.beginPath()
    context.ellipse(at.x, at.y, radius * scale * eye.squeeze, radius * scale, 0, 0, Math.PI * 2)
    context.fillStyle = colour
    context.fill()
  }
  disc(1, css(shift(brush.tone(appearance.eyes), -0.45)))
  disc(0.8, css(brush.tone(appearance.eyes)))
  disc(0.46, 'rgba(14,10,11,0.95)')
  const glint = Math.sign(brush.light.direction || 1)
  context.beginPath()
  context.arc(at.x + radius * 0.36 * glint, at.y - radius * 0.3, radius * 0.24, 0, Math.PI * 2)
  context.fillStyle = `rgba(255,252,244,${(0.5 + brush.light.level * 0.4).toFixed(2)})`
  context.fill()
}

const paintLids = (request: FaceRequest, eye: Eye): void => {
  const { brush, head, appearance, expression } = request
  const { centre, half, outer, lid, lashes } = eye
  const size = head.size
  const opened = expression.eyesOpen > 0.15
  const woman = appearance.sex === 'woman' && appearance.age !== 'child'
  const [first, last] = [lid[0] ?? centre, lid.at(-1) ?? centre]
  const upper = opened ? lid : [first, { x: centre.x, y: centre.y + size * 0.016 }, last]
  const flick = woman ? [{ x: last.x + half * 0.16 * outer, y: last.y - size * 0.008 }] : []
  const thick = size * (woman ? 0.019 : 0.0145)
  const widths = [0.25, 0.5, 0.56, 0.4, 0.08]
  const line = [...upper, ...flick]
  brush.tube(
    line.map((point, index) => ({ ...point, r: Math.max(0.4, thick * (widths[index] ?? 0.3)) })),
    lashes,
    { shade: 0, outline: false, alpha: 0.92, glows: true },
  )
  const shade = faceShade(request)
  brush.stroke(
    [
      { x: centre.x - half * 0.7 * outer, y: centre.y + size * 0.032 },
      { x: centre.x + half * 0.1 * outer, y: centre.y + size * 0.039 },
      { x: centre.x + half * 0.8 * outer, y: centre.y + size * 0.024 },
    ],
    Math.max(0.5, size * 0.006),
    shade,
    0.32,
  )
  if (opened)
    brush.stroke(
      lid.slice(0, 4).map(({ x, y }) => ({ x, y: y - size * 0.019 })),
      Math.max(0.5, size * 0.007),
      shade,
      0.55,
    )
  if (appearance.age !== 'old' || head.size < 60) return
  for (const drop of [0.055, 0.072])
    brush.stroke(
      [
        { x: centre.x - half * 0.6 * outer, y: centre.y + size * drop },
        { x: centre.x + half * 0.3 * outer, y: centre.y + size * (drop + 0.012) },
      ],
      size * 0.006,
      shade,
      0.35,
    )
}

/** Paints one brow. */
export const paintBrow = (
  { brush, head, appearance, expression }: FaceRequest,
  side: number,
): void => {
  if (head.facing(side * 0.45) < 0.08) return
  const eye = eyeHeight(appearance)
  const man = appearance.sex === 'man' && appearance.age !== 'child'
  const lift = expression.brows * 0.028 + (man ? -0.006 : 0.004)
  // Over the large eyes of a child brows are higher.
  const arch = appearance.age === 'child' ? 0.026 : 0
  const frown = Math.max(0, -expression.brows) * (appearance.age === 'child' ? 0.4 : 1)
  const heights = [
    eye + arch + 0.074 + lift + expression.worry * 0.036 - frown * 0.016,
    eye + arch + 0.092 + lift + expression.worry * 0.012,
    eye + arch + 0.1 + lift - expression.worry * 0.004,
    eye + arch + 0.078 + lift * 0.7 - expression.worry * 0.014,
  ]
  const hair = appearance.hair.cut === 'bald' ? rgb(70, 56, 48) : appearance.hair.colour
  const pale = brightness(hair) > 0.5
  const bushy = man && appearance.age === 'old' ? 1.25 : 1
  const colour = mix(
    brush.tone(hair, pale ? (bushy > 1 ? -0.12 : -0.4) : -0.2),
    brush.tone(appearance.skin),
    pale ? 0.1 : 0.14,
  )
  const thick = head.size * (man ? 0.03 * bushy : appearance.age === 'child' ? 0.0125 : 0.0155)
  const widths = [0.38, 0.52, 0.42, 0.1]
  const turns = [0.17, 0.34, 0.52, 0.74]
  const slices = heights.map((height, index) => ({
    ...head.at({ turn: side * (turns[index] ?? 0.4), height }),
    r: thick * (widths[index] ?? 0.3),
  }))
  brush.tube(slices, colour, { shade: 0, outline: false, alpha: 0.82, glows: true })
}
