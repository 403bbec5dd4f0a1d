import type { Light, Paint } from '../../stage-types.ts'
import { css, readColour } from './colour.ts'
import type { Point } from './geometry.ts'

/**
 * The dark where a body meets the ground and the long shadow away from the light.
 *
 * @param scale the body's height, pixels
 * @param wide half the width of what stands on the ground, pixels; a fifth of the height when left out
 */
export const contactShadow = (
  context: Paint,
  light: Light,
  at: Point,
  scale: number,
  wide: number = scale * 0.2,
): void => {
  const shadow = readColour(light.shadow)
  const pool = (reach: number, flat: number, alpha: number): void => {
    const gradient = context.createRadialGradient(0, 0, 0, 0, 0, reach)
    gradient.addColorStop(0, css(shadow, alpha))
    gradient.addColorStop(0.55, css(shadow, alpha * 0.55))
    gradient.addColorStop(1, css(shadow, 0))
    context.save()
    context.translate(at.x - light.direction * reach * 0.12, at.y + scale * 0.004)
    context.scale(1, flat)
    context.fillStyle = gradient
    context.fillRect(-reach, -reach, reach * 2, reach * 2)
    context.restore()
  }
  pool(wide * 1.75, 0.16, 0.34)
  pool(wide * 1.05, 0.13, 0.5)
  const long = scale * (0.4 + (1 - light.level) * 0.3) * -Math.sign(light.direction || 1)
  const alpha = 0.2 * Math.min(1, 0.3 + light.level)
  for (const grow of [0.5, 0.75, 1]) {
    const gradient = context.createLinearGradient(at.x, at.y, at.x + long, at.y)
    gradient.addColorStop(0, css(shadow, alpha * 0.6))
    gradient.addColorStop(1, css(shadow, 0))
    context.fillStyle = gradient
    const half = wide * 0.45 * grow
    const drop = Math.abs(long) * 0.16
    context.beginPath()
    context.moveTo(at.x - half, at.y - half * 0.08)
    context.lineTo(at.x + half, at.y + half * 0.08)
    context.lineTo(at.x + long + half * 0.9, at.y + drop + half * 0.25)
    context.lineTo(at.x + long - half * 0.9, at.y + drop - half * 0.25)
    context.closePath()
    context.fill()
  }
}
