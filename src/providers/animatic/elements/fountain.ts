import { type Atmosphere, inAir } from '../drawing/atmosphere.ts'
import { css, mix, type Rgb, rgb, scaled } from '../drawing/colour.ts'
import type { Paint, StageLayer } from '../stage-types.ts'

/** Where a fountain stands: middle and foot in shares of the frame, height as a share of the frame's height. */
export interface FountainPlan {
  readonly x: number
  readonly foot: number
  readonly tall: number
}

/** A stone fountain of two bowls; its water falls all round from the top. */
export const fountainLayers = (
  air: Atmosphere,
  depth: number,
  plan: FountainPlan,
): readonly StageLayer[] => {
  const stone = inAir(air, rgb('#c9bfae'), 0.6, 0.08)
  const water = mix(inAir(air, rgb('#6fa3b8'), 0.6, 0.06), air.sky[1], 0.35)
  const placed =
    (paint: (context: Paint, time: number) => void): StageLayer['paint'] =>
    (context, time, width, height) => {
      context.save()
      context.translate(plan.x * width, plan.foot * height)
      context.scale(plan.tall * height, plan.tall * height)
      paint(context, time)
      context.restore()
    }
  return [
    { depth, still: true, paint: placed((context) => paintStone(context, stone, water)) },
    { depth, still: false, paint: placed((context, time) => paintJets(context, air, time)) },
  ]
}

const paintStone = (context: Paint, stone: Rgb, water: Rgb): void => {
  const bowl = (y: number, wide: number, deep: number): void => {
    const face = context.createLinearGradient(-wide, 0, wide, 0)
    face.addColorStop(0, css(scaled(stone, 1.12)))
    face.addColorStop(0.55, css(scaled(stone, 0.9)))
    face.addColorStop(1, css(scaled(stone, 0.62)))
    context.fillStyle = face
    context.beginPath()
    context.ellipse(0, y, wide, wide * 0.16, 0, Math.PI, 0)
    context.lineTo(wide, y)
    context.bezierCurveTo(wide * 0.96, y + deep, wide * 0.5, y + deep * 1.2, 0, y + deep * 1.2)
    context.bezierCurveTo(-wide * 0.5, y + deep * 1.2, -wide * 0.96, y + deep, -wide, y)
    context.fill()
    context.fillStyle = css(water)
    context.beginPath()
    context.ellipse(0, y, wide * 0.9, wide * 0.12, 0, 0, Math.PI * 2)
    context.fill()
  }
  const column = (half: number, low: number, high: number): void => {
    const face = context.createLinearGradient(-half, 0, half, 0)
    face.addColorStop(0, css(scaled(stone, 1.1)))
    face.addColorStop(1, css(scaled(stone, 0.6)))
    context.fillStyle = face
    context.fillRect(-half, -high, half * 2, high - low)
  }
  context.fillStyle = css(scaled(stone, 0.4), 0.35)
  context.beginPath()
  context.ellipse(0.05, 0.03, 0.95, 0.14, 0, 0, Math.PI * 2)
  context.fill()
  bowl(-0.16, 0.82, 0.17)
  column(0.1, 0.16, 0.56)
  bowl(-0.56, 0.36, 0.1)
  column(0.05, 0.56, 0.8)
  bowl(-0.8, 0.17, 0.06)
}

const paintJets = (context: Paint, air: Atmosphere, time: number): void => {
  const spray = mix(air.luminary.colour, [255, 255, 255], 0.7)
  const bright = 0.3 + 0.45 * air.level
  context.lineCap = 'round'
  for (let jet = 0; jet < 14; jet += 1) {
    const turn = (jet / 14) * Math.PI * 2
    const reach = Math.cos(turn)
    const beat = 1 + Math.sin(time * 5 + jet * 1.7) * 0.04
    context.strokeStyle = css(spray, bright * (0.55 + 0.35 * Math.sin(time * 9 + jet * 2.3)))
    context.lineWidth = 0.012
    context.beginPath()
    context.moveTo(0, -0.84)
    context.quadraticCurveTo(reach * 0.2, -1.02 * beat, reach * 0.32, -0.57 + Math.sin(turn) * 0.04)
    context.stroke()
    context.beginPath()
    context.moveTo(reach * 0.34, -0.55)
    context.quadraticCurveTo(reach * 0.5, -0.52, reach * 0.6 * beat, -0.17 + Math.sin(turn) * 0.08)
    context.stroke()
  }
  context.strokeStyle = css(spray, bright)
  context.lineWidth = 0.02
  context.beginPath()
  context.moveTo(0, -0.82)
  context.lineTo(0, -1.02 - Math.sin(time * 6) * 0.02)
  context.stroke()
}
