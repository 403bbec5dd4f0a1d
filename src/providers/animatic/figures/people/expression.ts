import type { Brush } from '../brush/brush.ts'
import { css, mix, type Rgb, rgb } from '../brush/colour.ts'
import type { Point } from '../brush/geometry.ts'
import type { Appearance } from './appearance.ts'
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

/** The colour of soft shadow on this face. */
export const faceShade = ({ brush, appearance }: FaceRequest): Rgb =>
  mix(brush.tone(appearance.skin, -0.42), brush.tone(rgb(120, 52, 44)), 0.3)

/** A soft round of colour that fades to nothing. */
export const softSpot = (
  brush: Brush,
  at: Point,
  radius: number,
  colour: Rgb,
  alpha: number,
): void => {
  const gradient = brush.context.createRadialGradient(at.x, at.y, 0, at.x, at.y, radius)
  gradient.addColorStop(0, css(colour, alpha))
  gradient.addColorStop(0.5, css(colour, alpha * 0.5))
  gradient.addColorStop(1, css(colour, 0))
  brush.context.fillStyle = gradient
  brush.context.fillRect(at.x - radius, at.y - radius, radius * 2, radius * 2)
}
