import { type Atmosphere, inAir } from '../drawing/atmosphere.ts'
import { css, mix, type Rgb, rgb, scaled } from '../drawing/colour.ts'
import { between, oneOf, randomFrom } from '../drawing/random.ts'
import { margin } from '../drawing/raster.ts'
import type { Paint, StageLayer } from '../stage-types.ts'

/** Ropes of buoys between the lanes of a pool, running from its far edge to the eye. */
export const lanesLayer = (
  air: Atmosphere,
  lanes: { readonly depth: number; readonly shore: number; readonly horizon: number },
): StageLayer => {
  const colours = [rgb('#d2453c'), rgb('#f2efe6')].map((colour) =>
    css(inAir(air, colour, 0.8, 0.05)),
  )
  return {
    depth: lanes.depth,
    still: false,
    paint: (context, time, width, height) => {
      paintTint(context, air, lanes, width, height)
      for (let lane = -4; lane <= 4; lane += 1) {
        for (let buoy = 0; buoy < 60; buoy += 1) {
          // Buoys lie at even distances; `v` is how far below the horizon they are seen.
          const v = 1 / (1 / (lanes.shore - lanes.horizon) - buoy * 0.22)
          if (v < 0 || v > 0.8) break
          const x = width / 2 + (lane + 0.5) * v * height * 1.5
          const y = (lanes.horizon + v) * height + Math.sin(time * 2 + buoy * 0.7 + lane) * v * 2
          const size = v * height * 0.03
          context.fillStyle = colours[Math.floor(buoy / 3) % 2] ?? 'white'
          context.beginPath()
          context.ellipse(x, y, size, size * 0.62, 0, 0, Math.PI * 2)
          context.fill()
        }
      }
    },
  }
}

/** The blue of tiles seen through the water, which lamps under it light after dark. */
const paintTint = (
  context: Paint,
  air: Atmosphere,
  { shore }: { readonly shore: number },
  width: number,
  height: number,
): void => {
  const lamps = air.lamps * 0.75
  const tiles = mix(inAir(air, rgb('#35b4d2'), 0.9, 0.02), rgb('#4fd2e8'), lamps)
  const tint = context.createLinearGradient(0, shore * height, 0, height)
  tint.addColorStop(0, css(mix(tiles, air.sky[2], 0.25 * (1 - lamps)), 0.5 + lamps * 0.2))
  tint.addColorStop(0.5, css(tiles, 0.62 + lamps * 0.2))
  tint.addColorStop(1, css(scaled(tiles, 0.8), 0.75))
  context.fillStyle = tint
  context.fillRect(-margin * width, shore * height, width * (1 + 2 * margin), height)
}

const cloths = ['#d8574a', '#e6c34e', '#3f8fb0', '#f0ece2'] as const

/** Loungers and parasols on the far side of a pool. */
export const loungersLayer = (
  air: Atmosphere,
  row: { readonly depth: number; readonly foot: number; readonly seed: number },
): StageLayer => ({
  depth: row.depth,
  still: true,
  paint: (context, _time, width, height) => {
    const random = randomFrom(row.seed)
    const metre = height * 0.042
    const step = metre * 4.4
    for (let x = -margin * width; x < width * (1 + margin); x += step) {
      context.save()
      context.translate(x + between(random, -0.3, 0.3) * metre, row.foot * height)
      context.scale(metre, metre)
      paintParasol(context, air, rgb(oneOf(random, cloths)))
      for (const dx of [-1.5, 0.35]) paintLounger(context, air, dx)
      context.restore()
    }
  },
})

const paintParasol = (context: Paint, air: Atmosphere, colour: Rgb): void => {
  const cloth = inAir(air, colour, 0.8, 0.2)
  context.fillStyle = css(inAir(air, rgb('#d8d0c2'), 0.6, 0.2))
  context.fillRect(-0.04, -2.3, 0.08, 2.3)
  for (let panel = 0; panel < 6; panel += 1) {
    context.fillStyle = css(
      panel % 2 === 0 ? cloth : scaled(mix(cloth, [255, 255, 255], 0.3), 0.96),
    )
    context.beginPath()
    context.moveTo(0, -2.6)
    context.lineTo(-1.35 + panel * 0.45, -2.02)
    context.lineTo(-0.9 + panel * 0.45, -2.02)
    context.fill()
  }
}

const paintLounger = (context: Paint, air: Atmosphere, x: number): void => {
  const cushion = inAir(air, rgb('#f2eee4'), 0.8, 0.18)
  context.strokeStyle = css(cushion)
  context.lineWidth = 0.13
  context.beginPath()
  context.moveTo(x, -0.75)
  context.lineTo(x + 0.4, -0.34)
  context.lineTo(x + 1.35, -0.32)
  context.stroke()
  context.fillStyle = css(scaled(cushion, 0.55))
  for (const leg of [0.42, 1.25]) context.fillRect(x + leg, -0.3, 0.06, 0.3)
}

/** The ladder and the coping at the near edge of a pool. */
export const copingLayer = (
  air: Atmosphere,
  edge: { readonly depth: number; readonly y: number; readonly ladderX: number },
): StageLayer => ({
  depth: edge.depth,
  still: true,
  paint: (context, _time, width, height) => {
    const y = edge.y * height
    context.fillStyle = css(inAir(air, rgb('#f4f1e8'), 0.85, 0.03))
    context.fillRect(-margin * width, y - height * 0.006, width * (1 + 2 * margin), height * 0.02)
    context.fillStyle = css(inAir(air, rgb('#4a8aa0'), 0.5, 0.03))
    context.fillRect(-margin * width, y - height * 0.014, width * (1 + 2 * margin), height * 0.008)
    const steel = inAir(air, rgb('#cfd6da'), 0.9, 0.02)
    context.lineWidth = height * 0.011
    for (const side of [0, 0.09]) {
      const x = edge.ladderX * width + side * height
      context.strokeStyle = css(side === 0 ? steel : scaled(steel, 0.85))
      context.beginPath()
      context.moveTo(x, y + height * 0.03)
      context.lineTo(x, y - height * 0.1)
      context.quadraticCurveTo(x, y - height * 0.15, x + height * 0.012, y - height * 0.13)
      context.lineTo(x + height * 0.012, y - height * 0.01)
      context.stroke()
    }
  },
})
