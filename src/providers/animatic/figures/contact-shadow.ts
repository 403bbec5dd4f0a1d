import type { Light, Paint } from '../stage-types.ts'
import { css, readColour } from './colour.ts'
import type { Point } from './geometry.ts'

/** The dark where a body meets the ground and the long shadow away from the light; `scale` is the body's height. */
export const contactShadow = (context: Paint, light: Light, at: Point, scale: number): void => {
  const shadow = readColour(light.shadow)
  context.save()
  context.translate(at.x - light.direction * scale * 0.1, at.y)
  context.scale(1, 0.2)
  const pool = context.createRadialGradient(0, 0, 0, 0, 0, scale * 0.3)
  pool.addColorStop(0, css(shadow, 0.55))
  pool.addColorStop(0.5, css(shadow, 0.24))
  pool.addColorStop(1, css(shadow, 0))
  context.fillStyle = pool
  context.fillRect(-scale * 0.35, -scale * 0.35, scale * 0.7, scale * 0.7)
  context.restore()
  const long = scale * (0.35 + (1 - light.level) * 0.25) * -Math.sign(light.direction || 1)
  const gradient = context.createLinearGradient(
    at.x,
    at.y,
    at.x + long,
    at.y + Math.abs(long) * 0.18,
  )
  gradient.addColorStop(0, css(shadow, 0.3 * Math.min(1, 0.4 + light.level)))
  gradient.addColorStop(1, css(shadow, 0))
  context.fillStyle = gradient
  context.beginPath()
  context.moveTo(at.x - scale * 0.07, at.y - scale * 0.004)
  context.lineTo(at.x + scale * 0.07, at.y + scale * 0.012)
  context.lineTo(at.x + long + scale * 0.05, at.y + Math.abs(long) * 0.2)
  context.lineTo(at.x + long - scale * 0.05, at.y + Math.abs(long) * 0.15)
  context.closePath()
  context.fill()
}
