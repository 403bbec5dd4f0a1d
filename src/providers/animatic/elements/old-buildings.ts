import { type Atmosphere, inAir } from '../drawing/atmosphere.ts'
import { css, mix, type Rgb, rgb, scaled } from '../drawing/colour.ts'
import type { Paint, StageLayer } from '../stage-types.ts'

interface BuildingPlan {
  readonly air: Atmosphere
  readonly depth: number
  /** Middle and foot, shares of the frame. */
  readonly x: number
  readonly foot: number
  /** Height, a share of the frame's height. */
  readonly tall: number
  /** 0 near … 1 lost in the air. */
  readonly distance: number
}

/** A church with columns, a drum and a dome. */
export const domeLayer = (plan: BuildingPlan): StageLayer => ({
  depth: plan.depth,
  still: true,
  paint: (context, _time, width, height) => {
    context.save()
    context.translate(plan.x * width, plan.foot * height)
    context.scale(plan.tall * height, plan.tall * height)
    paintDome(context, plan)
    context.restore()
  },
})

/** Walls lit from the side where the sun is. */
const litAcross = (context: Paint, plan: BuildingPlan, colour: string, half: number) => {
  const isRight = plan.air.luminary.x > 0.5
  const face = context.createLinearGradient(-half, 0, half, 0)
  const [bright, dark] = [
    inAir(plan.air, rgb(colour), 0.85, plan.distance),
    inAir(plan.air, rgb(colour), 0.1, plan.distance),
  ]
  face.addColorStop(0, css(isRight ? dark : bright))
  face.addColorStop(1, css(isRight ? bright : dark))
  return face
}

const paintDome = (context: Paint, plan: BuildingPlan): void => {
  const { air, distance } = plan
  const shade = inAir(air, rgb('#5e564c'), 0.2, distance)
  const copper = air.weather === 'snow' ? '#e8edf4' : '#7f9a94'
  context.fillStyle = litAcross(context, plan, '#d8c9ad', 0.5)
  context.fillRect(-0.5, -0.36, 1, 0.42)
  context.fillRect(-0.2, -0.62, 0.4, 0.3)
  context.fillStyle = litAcross(context, plan, copper, 0.24)
  context.beginPath()
  context.moveTo(-0.24, -0.6)
  context.bezierCurveTo(-0.24, -0.8, -0.1, -0.9, 0, -0.9)
  context.bezierCurveTo(0.1, -0.9, 0.24, -0.8, 0.24, -0.6)
  context.fill()
  context.strokeStyle = css(shade, 0.4)
  context.lineWidth = 0.006
  for (const rib of [-0.14, -0.05, 0.05, 0.14]) {
    context.beginPath()
    context.moveTo(rib * 1.5, -0.6)
    context.quadraticCurveTo(rib * 1.3, -0.8, rib * 0.2, -0.89)
    context.stroke()
  }
  context.fillStyle = litAcross(context, plan, '#d8c9ad', 0.04)
  context.fillRect(-0.035, -0.97, 0.07, 0.09)
  context.fillRect(-0.006, -1.04, 0.012, 0.08)
  context.fillRect(-0.02, -1.02, 0.04, 0.01)
  paintColumns(context, plan, shade)
}

const paintColumns = (context: Paint, plan: BuildingPlan, shade: Rgb): void => {
  const { air } = plan
  context.fillStyle = css(mix(shade, air.haze, plan.distance * 0.4))
  context.fillRect(-0.42, -0.31, 0.84, 0.36)
  for (let window = 0; window < 5; window += 1) {
    context.fillStyle = air.lamps > 0.3 ? 'rgb(255, 214, 138)' : css(scaled(shade, 0.8))
    context.fillRect(-0.165 + window * 0.074, -0.57, 0.034, 0.16)
  }
  for (let column = 0; column < 8; column += 1) {
    const x = -0.42 + column * 0.113
    context.fillStyle = litAcross(context, plan, '#e6d9c0', 0.5)
    context.fillRect(x, -0.3, 0.046, 0.35)
    context.fillRect(x - 0.01, -0.315, 0.066, 0.02)
  }
  context.fillStyle = litAcross(context, plan, '#e0d2b6', 0.5)
  context.beginPath()
  context.moveTo(-0.47, -0.34)
  context.lineTo(0, -0.47)
  context.lineTo(0.47, -0.34)
  context.closePath()
  context.fill()
  context.fillRect(-0.48, -0.35, 0.96, 0.04)
}
