import { tracePath } from '../brush/brush.ts'
import { css, mix, rgb, shift } from '../brush/colour.ts'
import { type FaceRequest, faceShade, softSpot } from './expression.ts'
import { eyeHeight, paintBrow, paintEye } from './eyes.ts'
import { paintMouth, paintNose } from './nose-mouth.ts'

/** Paints eyes, brows, nose and mouth on a head; nothing when it looks away or is too small to have features. */
export const paintFace = (request: FaceRequest): void => {
  const { head, brush, appearance } = request
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
  if (appearance.age === 'old') paintWrinkles(request)
  for (const side of [-1, 1]) paintEye(request, side)
  context.restore()
  paintNose(request)
  paintMouth(request)
  for (const side of [-1, 1]) paintBrow(request, side)
}

const paintFarFace = ({ brush, head, appearance }: FaceRequest): void => {
  const { context } = brush
  const open = appearance.age === 'child' ? 1.35 : 1
  context.fillStyle = css(brush.tone(shift(appearance.skin, -0.6)), 0.5)
  for (const side of [-1, 1]) {
    const turn = side * 0.42
    if (head.facing(turn) < 0.2) continue
    const eye = head.at({ turn, height: eyeHeight(appearance) })
    context.beginPath()
    context.ellipse(eye.x, eye.y, head.size * 0.07, head.size * 0.045 * open, 0, 0, Math.PI * 2)
    context.fill()
  }
  const mouth = head.at({ turn: 0, height: -0.26 })
  context.fillRect(mouth.x - head.size * 0.06, mouth.y, head.size * 0.12, head.size * 0.035)
}

/** Soft form: sockets, cheeks, the plane under the lip, the brow under the hair and the side away from the light. */
const paintModelling = (request: FaceRequest): void => {
  const { brush, head, appearance } = request
  if (brush.look === 'motion') return
  const shade = faceShade(request)
  const size = head.size
  const strength = brush.look === 'sketch' ? 0.4 : 1
  const flush = brush.tone(rgb(204, 84, 70))
  const spot = (
    turn: number,
    height: number,
    radius: number,
    tone: typeof shade,
    alpha: number,
  ): void => softSpot(brush, head.at({ turn, height }), size * radius, tone, alpha * strength)
  for (const side of [-1, 1]) {
    if (head.facing(side * 0.45) < 0.1) continue
    spot(side * 0.34, 0.06, 0.13, shade, 0.32)
    spot(
      side * 0.62,
      -0.12,
      0.17,
      flush,
      appearance.age === 'child' ? 0.28 : appearance.sex === 'woman' ? 0.24 : 0.07,
    )
    spot(side * 1.15, -0.16, 0.2, shade, 0.22)
    spot(side * 0.42, -0.32, 0.1, shade, 0.08)
  }
  spot(0, -0.36, 0.08, shade, 0.24)
  spot(0, -0.54, 0.18, shade, 0.26)
  for (const turn of [-0.6, 0, 0.6]) spot(turn, 0.36, 0.13, shade, 0.24)
  const lit = brush.tone(mix(appearance.skin, rgb(255, 240, 220), 0.45))
  const way = Math.sign(brush.light.direction || 1)
  spot(way * 0.3 - head.yaw * 0.2, 0.2, 0.17, lit, 0.3)
  spot(way * 0.6, -0.05, 0.11, lit, 0.34)
  spot(0, -0.43, 0.07, lit, 0.26)
}

/** Lines of age: across the forehead, at the corners of the eyes, from the nose past the mouth, and hollow cheeks. */
const paintWrinkles = (request: FaceRequest): void => {
  const { brush, head } = request
  const size = head.size
  if (size < 34 || brush.look === 'motion') return
  const tone = faceShade(request)
  const line = (spots: readonly (readonly [number, number])[], alpha: number): void => {
    if (spots.some(([turn]) => head.facing(turn) < 0.12)) return
    brush.stroke(
      spots.map(([turn, height]) => head.at({ turn, height })),
      Math.max(0.6, size * 0.009),
      tone,
      alpha,
    )
  }
  for (const height of [0.19, 0.235, 0.28])
    line(
      [
        [-0.5, height - 0.008],
        [-0.2, height + 0.006],
        [0.2, height + 0.006],
        [0.5, height - 0.008],
      ],
      0.42,
    )
  for (const side of [-1, 1]) {
    for (const drop of [0.03, 0.0, -0.03])
      line(
        [
          [side * 0.68, drop * 0.6 + 0.005],
          [side * 0.84, drop * 1.6],
        ],
        0.45,
      )
    line(
      [
        [side * 0.22, -0.12],
        [side * 0.42, -0.21],
        [side * 0.43, -0.31],
      ],
      0.5,
    )
    line(
      [
        [side * 0.36, -0.34],
        [side * 0.3, -0.42],
      ],
      0.35,
    )
    softSpot(brush, head.at({ turn: side * 0.8, height: -0.22 }), size * 0.13, tone, 0.3)
  }
}
