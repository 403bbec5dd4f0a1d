import { type Atmosphere, inAir } from '../drawing/atmosphere.ts'
import { css, mix, rgb, scaled } from '../drawing/colour.ts'
import type { StageLayer } from '../stage-types.ts'
import { glow, polygon } from './houses.ts'

/** A lighthouse on a rock; its beam turns when it is dark. */
export const lighthouseLayer = (
  air: Atmosphere,
  depth: number,
  at: { readonly x: number; readonly foot: number; readonly tall: number },
): StageLayer => ({
  depth,
  still: false,
  paint: (context, time, width, height) => {
    context.save()
    context.translate(at.x * width, at.foot * height)
    context.scale(at.tall * height, at.tall * height)
    const rock = inAir(air, rgb('#5c5a58'), 0.45, 0.3)
    polygon(
      context,
      rock,
      [-0.62, 0.03, -0.4, -0.07, -0.16, -0.12, 0.2, -0.11, 0.42, -0.05, 0.7, 0.03],
    )
    const right = air.luminary.x > 0.5
    const white = inAir(air, rgb('#f2eee6'), right ? 0.25 : 0.85, 0.25)
    const shade = inAir(air, rgb('#f2eee6'), right ? 0.85 : 0.2, 0.25)
    const face = context.createLinearGradient(-0.1, 0, 0.1, 0)
    face.addColorStop(0, css(white))
    face.addColorStop(1, css(shade))
    context.fillStyle = face
    context.beginPath()
    context.moveTo(-0.1, -0.1)
    context.lineTo(-0.062, -0.84)
    context.lineTo(0.062, -0.84)
    context.lineTo(0.1, -0.1)
    context.fill()
    const red = inAir(air, rgb('#b23a34'), 0.6, 0.25)
    for (const [low, high] of [
      [-0.24, -0.38],
      [-0.56, -0.7],
    ] as const) {
      const half = (y: number): number => 0.1 - ((-y - 0.1) / 0.74) * 0.038
      polygon(context, red, [-half(low), low, -half(high), high, half(high), high, half(low), low])
    }
    polygon(context, scaled(red, 0.5), [-0.09, -0.84, 0.09, -0.84, 0.09, -0.865, -0.09, -0.865])
    context.fillStyle = air.lamps > 0.3 ? 'rgb(255, 244, 206)' : css(mix(shade, air.sky[1], 0.4))
    context.fillRect(-0.05, -0.95, 0.1, 0.09)
    polygon(context, red, [-0.07, -0.95, 0, -1.02, 0.07, -0.95])
    if (air.lamps > 0.3) {
      glow(context, 0, -0.905, 0.55, air.lamps * 0.8)
      const turn = Math.cos(time * 0.9)
      const beam = context.createLinearGradient(0, 0, turn * 2.6, 0)
      beam.addColorStop(0, `rgba(255, 242, 204, ${0.4 * air.lamps * Math.abs(turn)})`)
      beam.addColorStop(1, 'rgba(255, 242, 204, 0)')
      context.globalCompositeOperation = 'screen'
      context.fillStyle = beam
      context.beginPath()
      context.moveTo(0, -0.925)
      context.lineTo(turn * 2.6, -1.12)
      context.lineTo(turn * 2.6, -0.72)
      context.lineTo(0, -0.885)
      context.fill()
      context.globalCompositeOperation = 'source-over'
    }
    context.restore()
  },
})

/** The stone edge of a quay with bollards. */
export const quayLayer = (air: Atmosphere, depth: number, edge: number): StageLayer => ({
  depth,
  still: true,
  paint: (context, _time, width, height) => {
    const stone = inAir(air, rgb('#8f8a82'), 0.5, 0.03)
    const top = edge * height
    const face = context.createLinearGradient(0, top, 0, height * 1.2)
    face.addColorStop(0, css(scaled(stone, 1.1)))
    face.addColorStop(0.3, css(scaled(stone, 0.86)))
    face.addColorStop(1, css(scaled(stone, 0.42)))
    context.fillStyle = face
    context.fillRect(-width * 0.2, top, width * 1.4, height * 0.5)
    context.fillStyle = css(scaled(stone, 1.3), 0.8)
    context.fillRect(-width * 0.2, top, width * 1.4, height * 0.006)
    context.strokeStyle = css(scaled(stone, 0.5), 0.55)
    context.lineWidth = Math.max(0.8, height * 0.0022)
    for (let row = 1; row < 6; row += 1) {
      const y = top + height * 0.028 * row ** 1.55
      context.beginPath()
      context.moveTo(-width * 0.2, y)
      context.lineTo(width * 1.2, y)
      context.stroke()
    }
    for (let slab = -14; slab <= 14; slab += 1) {
      context.beginPath()
      context.moveTo(width / 2 + slab * height * 0.12, top)
      context.lineTo(width / 2 + slab * height * 0.32, height * 1.2)
      context.stroke()
    }
    const iron = inAir(air, rgb('#33363b'), 0.5, 0)
    for (const x of [0.1, 0.36, 0.68, 0.92]) {
      context.fillStyle = css(iron)
      context.beginPath()
      context.roundRect(
        x * width - height * 0.013,
        top - height * 0.042,
        height * 0.026,
        height * 0.052,
        height * 0.008,
      )
      context.fill()
      context.beginPath()
      context.ellipse(
        x * width,
        top - height * 0.042,
        height * 0.02,
        height * 0.009,
        0,
        0,
        Math.PI * 2,
      )
      context.fill()
    }
  },
})
