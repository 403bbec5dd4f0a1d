import { type Atmosphere, inAir } from '../drawing/atmosphere.ts'
import { css, mix, rgb, scaled } from '../drawing/colour.ts'
import { margin } from '../drawing/raster.ts'
import type { StageLayer } from '../stage-types.ts'

/** Mast, shrouds and the foot of a sail on a ship's deck; a lifebuoy hangs on the rail. */
export const riggingLayer = (
  air: Atmosphere,
  ship: { readonly depth: number; readonly mastX: number; readonly deck: number },
): StageLayer => ({
  depth: ship.depth,
  still: true,
  paint: (context, _time, width, height) => {
    const [x, foot] = [ship.mastX * width, (ship.deck + 0.05) * height]
    const out = ship.mastX > 0.5 ? 1 : -1
    const wood = inAir(air, rgb('#7c5a3a'), 0.7, 0.02)
    const rope = inAir(air, rgb('#4a3c2e'), 0.5, 0.02)
    const top = -margin * height
    context.strokeStyle = css(rope)
    context.lineWidth = height * 0.005
    const shroud = (share: number): readonly [number, number] => [
      x + out * height * (0.06 + share * 0.36),
      foot - height * 0.185,
    ]
    context.beginPath()
    for (const share of [0, 0.33, 0.66, 1]) {
      context.moveTo(x, top - height * 0.3)
      context.lineTo(...shroud(share))
    }
    for (let step = 1; step < 15; step += 1) {
      const along = step / 15
      for (const share of [0, 1] as const) {
        const [ex, ey] = shroud(share)
        const at = [
          x + (ex - x) * along,
          top - height * 0.3 + (ey - top + height * 0.3) * along,
        ] as const
        if (share === 0) context.moveTo(...at)
        else context.lineTo(...at)
      }
    }
    context.stroke()
    const half = height * 0.026
    const mast = context.createLinearGradient(x - half, 0, x + half, 0)
    mast.addColorStop(0, css(scaled(wood, 0.6)))
    mast.addColorStop(0.6, css(wood))
    mast.addColorStop(1, css(scaled(wood, 0.75)))
    context.fillStyle = mast
    context.fillRect(x - half, top, half * 2, foot - top)
    context.fillStyle = css(scaled(wood, 0.5))
    for (const y of [0.3, 0.62])
      context.fillRect(x - half * 1.15, y * height, half * 2.3, height * 0.012)
    const cloth = inAir(air, rgb('#efe6d2'), 0.85, 0.02)
    const sail = context.createLinearGradient(0, top, 0, height * 0.24)
    sail.addColorStop(0, css(cloth))
    sail.addColorStop(1, css(mix(cloth, air.shadow, 0.32)))
    context.fillStyle = sail
    context.beginPath()
    context.moveTo(x - out * height * 0.02, top)
    context.lineTo(x - out * height * 0.9, top)
    context.lineTo(x - out * height * 0.78, height * 0.09)
    context.quadraticCurveTo(
      x - out * height * 0.4,
      height * 0.24,
      x - out * height * 0.02,
      height * 0.17,
    )
    context.fill()
    paintBuoy(
      context,
      { x: x - out * height * 0.5, y: (ship.deck - 0.078) * height, size: height * 0.034 },
      air,
    )
  },
})

const paintBuoy = (
  context: Parameters<StageLayer['paint']>[0],
  { x, y, size }: { readonly x: number; readonly y: number; readonly size: number },
  air: Atmosphere,
): void => {
  const colours = ['#d2432f', '#f2ede2'].map((hex) => css(inAir(air, rgb(hex), 0.85, 0.02)))
  context.lineWidth = size * 0.36
  for (let part = 0; part < 8; part += 1) {
    context.strokeStyle = colours[part % 2] ?? 'white'
    context.beginPath()
    context.arc(x, y, size, (part * Math.PI) / 4, ((part + 1) * Math.PI) / 4)
    context.stroke()
  }
}
