import { type Atmosphere, inAir } from '../drawing/atmosphere.ts'
import { css, rgb, scaled } from '../drawing/colour.ts'
import type { StageLayer } from '../stage-types.ts'

/** A ship's deck with its rail, for people at sea to stand on. */
export const deckLayer = (air: Atmosphere, depth: number, edge: number): StageLayer => ({
  depth,
  still: true,
  paint: (context, _time, width, height) => {
    const wood = inAir(air, rgb('#a07a52'), 0.6, 0.02)
    const top = edge * height
    const face = context.createLinearGradient(0, top, 0, height * 1.2)
    face.addColorStop(0, css(scaled(wood, 1.1)))
    face.addColorStop(1, css(scaled(wood, 0.45)))
    context.fillStyle = face
    context.fillRect(-width * 0.2, top, width * 1.4, height * 0.5)
    context.strokeStyle = css(scaled(wood, 0.5), 0.7)
    context.lineWidth = Math.max(0.8, height * 0.0026)
    for (let plank = -22; plank <= 22; plank += 1) {
      context.beginPath()
      context.moveTo(width / 2 + plank * height * 0.075, top)
      context.lineTo(width / 2 + plank * height * 0.24, height * 1.2)
      context.stroke()
    }
    const rail = inAir(air, rgb('#efe9dc'), 0.7, 0.02)
    for (let post = -9; post <= 9; post += 1) {
      context.fillStyle = css(scaled(rail, 0.8))
      context.fillRect(
        width / 2 + post * height * 0.17,
        top - height * 0.13,
        height * 0.009,
        height * 0.135,
      )
    }
    for (const [up, thick] of [
      [0.136, 0.013],
      [0.09, 0.005],
      [0.048, 0.005],
    ] as const) {
      context.fillStyle = css(rail)
      context.fillRect(-width * 0.2, top - up * height, width * 1.4, thick * height)
      context.fillStyle = css(scaled(rail, 0.6), 0.6)
      context.fillRect(
        -width * 0.2,
        top - up * height + thick * height * 0.65,
        width * 1.4,
        thick * height * 0.35,
      )
    }
  },
})
