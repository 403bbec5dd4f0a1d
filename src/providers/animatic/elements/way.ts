import { type Atmosphere, inAir } from '../drawing/atmosphere.ts'
import { css, mix, type Rgb, scaled } from '../drawing/colour.ts'
import type { StageLayer } from '../stage-types.ts'

/** A way that winds from a far point down to the eye. */
export interface WayPlan {
  readonly air: Atmosphere
  readonly depth: number
  /** Its far end, 0…1 of the frame. */
  readonly from: (aspect: number) => readonly [x: number, y: number]
  readonly colour: Rgb
  readonly seed: number
}

const steps = 60

/** A trodden way, narrow far off and wide before the eye, with worn edges. */
export const wayLayer = (plan: WayPlan): StageLayer => ({
  depth: plan.depth,
  still: true,
  paint: (context, _time, width, height) => {
    const [x, y] = plan.from(width / height)
    const trodden =
      plan.air.weather === 'snow' ? mix(plan.colour, [232, 238, 247], 0.6) : plan.colour
    const side = x > 0.5 ? -1 : 1
    const middle = (share: number): number =>
      (x + (0.5 - x) * share ** 1.2) * width +
      Math.sin(share * 5.2 + 0.2) * side * height * (0.03 + 0.16 * share) * (1 - share * 0.4)
    const half = (share: number): number => height * (0.007 + share ** 2.1 * 0.24)
    const edge = (share: number): number => 1 + Math.sin(share * 61 + plan.seed) * 0.05
    const trace = (wider: number): void => {
      context.beginPath()
      for (let step = 0; step <= steps; step += 1) {
        const share = step / steps
        context.lineTo(middle(share) - half(share) * wider * edge(share), at(share))
      }
      for (let step = steps; step >= 0; step -= 1) {
        const share = step / steps
        context.lineTo(middle(share) + half(share) * wider * edge(share + 0.3), at(share))
      }
      context.fill()
    }
    const at = (share: number): number => (y + (1.2 - y) * share ** 1.35) * height
    const face = context.createLinearGradient(0, y * height, 0, height)
    face.addColorStop(0, css(inAir(plan.air, trodden, 0.75, 0.2)))
    face.addColorStop(1, css(scaled(inAir(plan.air, trodden, 0.62, 0.02), 0.9)))
    context.fillStyle = css(inAir(plan.air, scaled(trodden, 0.62), 0.5, 0.08), 0.45)
    trace(1.16)
    context.fillStyle = face
    trace(1)
  },
})
