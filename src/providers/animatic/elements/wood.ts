import { type Atmosphere, inAir } from '../drawing/atmosphere.ts'
import { css, mix, type Rgb, rgb, scaled } from '../drawing/colour.ts'
import { between, type Random, randomFrom } from '../drawing/random.ts'
import { margin } from '../drawing/raster.ts'
import type { Paint, StageLayer } from '../stage-types.ts'

/** Trunks of a wood that reach beyond the frame. */
export interface TrunksPlan {
  readonly air: Atmosphere
  readonly depth: number
  readonly count: number
  /** Thinnest and thickest as shares of the frame's height. */
  readonly thick: readonly [number, number]
  readonly ground: number
  readonly distance: number
  readonly seed: number
  /** Half-width of the clearing in the middle, as a share of the frame's width. */
  readonly clearing: number
  /** Whether leaves hang into the picture from above. */
  readonly canopy: boolean
  /** Colour of those leaves; green when absent. */
  readonly leaf?: Rgb
}

/** Trunks with bark, lit from one side, and leaves above. */
export const trunksLayer = (plan: TrunksPlan): StageLayer => ({
  depth: plan.depth,
  still: true,
  paint: (context, _time, width, height) => {
    const random = randomFrom(plan.seed)
    for (let index = 0; index < plan.count; index += 1) {
      const x = -margin + ((index + between(random, 0.1, 0.9)) / plan.count) * (1 + 2 * margin)
      const thick = between(random, ...plan.thick) * height
      const foot = (plan.ground + between(random, -0.012, 0.02)) * height
      if (Math.abs(x - 0.5) < plan.clearing) continue
      paintTrunk(context, plan, { x: x * width, thick, foot, top: -height * margin }, random)
    }
    if (plan.canopy) paintCanopy(context, plan, random, width, height)
  },
})

const paintTrunk = (
  context: Paint,
  plan: TrunksPlan,
  at: { readonly x: number; readonly thick: number; readonly foot: number; readonly top: number },
  random: Random,
): void => {
  const bark = rgb('#6a5442')
  const lit = inAir(plan.air, bark, 0.8, plan.distance)
  const dark = inAir(plan.air, bark, 0.02, plan.distance)
  const right = plan.air.luminary.x > 0.5
  const lean = between(random, -0.05, 0.05) * (at.foot - at.top)
  const half = at.thick / 2
  const face = context.createLinearGradient(at.x - half, 0, at.x + half, 0)
  face.addColorStop(right ? 0 : 1, css(dark))
  face.addColorStop(0.55, css(mix(dark, lit, 0.3)))
  face.addColorStop(right ? 0.92 : 0.08, css(lit))
  face.addColorStop(right ? 1 : 0, css(mix(lit, dark, 0.5)))
  context.fillStyle = face
  context.beginPath()
  context.moveTo(at.x - half * 1.9, at.foot + half * 0.3)
  context.quadraticCurveTo(
    at.x - half,
    at.foot - half * 1.4,
    at.x - half + lean * 0.4,
    (at.foot + at.top) / 2,
  )
  context.lineTo(at.x - half * 0.7 + lean, at.top)
  context.lineTo(at.x + half * 0.7 + lean, at.top)
  context.lineTo(at.x + half + lean * 0.4, (at.foot + at.top) / 2)
  context.quadraticCurveTo(at.x + half, at.foot - half * 1.2, at.x + half * 2, at.foot + half * 0.3)
  context.fill()
  if (at.thick < 14) return
  context.lineWidth = Math.max(0.6, at.thick * 0.02)
  for (let line = 0; line < 34; line += 1) {
    const side = between(random, -0.85, 0.85)
    const y = between(random, at.top, at.foot)
    const along = (at.foot - y) / (at.foot - at.top)
    context.strokeStyle = css(scaled(dark, 0.7), 0.5)
    context.beginPath()
    context.moveTo(at.x + side * half + lean * along, y)
    context.lineTo(
      at.x + side * half * 0.97 + lean * along + between(random, -2, 2),
      y + between(random, 0.3, 1.6) * at.thick,
    )
    context.stroke()
  }
  paintBoughs(context, at, { lean, dark }, random)
}

const paintBoughs = (
  context: Paint,
  at: { readonly x: number; readonly thick: number; readonly foot: number; readonly top: number },
  { lean, dark }: { readonly lean: number; readonly dark: Rgb },
  random: Random,
): void => {
  context.strokeStyle = css(dark)
  for (let bough = 0; bough < 3; bough += 1) {
    const along = between(random, 0.45, 0.85)
    const y = at.foot + (at.top - at.foot) * along
    const side = bough % 2 === 0 ? 1 : -1
    const reach = at.thick * between(random, 0.9, 2.1) * side
    context.lineWidth = at.thick * between(random, 0.035, 0.085)
    context.beginPath()
    context.moveTo(at.x + lean * along, y)
    context.quadraticCurveTo(
      at.x + lean * along + reach * 0.5,
      y - at.thick * 0.2,
      at.x + lean * along + reach,
      y - Math.abs(reach) * between(random, 0.2, 0.6),
    )
    context.stroke()
  }
}

const paintCanopy = (
  context: Paint,
  plan: TrunksPlan,
  random: Random,
  width: number,
  height: number,
): void => {
  const leaf = plan.air.weather === 'snow' ? rgb('#dfe6ef') : (plan.leaf ?? rgb('#5d7f38'))
  const shades = Array.from({ length: 5 }, (_, index) =>
    css(inAir(plan.air, leaf, 0.05 + index * 0.24, plan.distance), 0.92),
  )
  const size = (1 - plan.distance * 0.6) * height * 0.0145
  for (let clump = 0; clump < 130; clump += 1) {
    const x = between(random, -margin, 1 + margin) * width
    const reach = Math.abs(x / width - 0.5) * 0.42 + 0.06
    const y = (between(random, -0.12, 1) ** 1.5 * reach + between(random, -0.05, 0.05)) * height
    if (Number.isNaN(y)) continue
    for (let index = 0; index < 30; index += 1) {
      context.fillStyle = shades[Math.floor(random() * shades.length)] ?? '#304020'
      context.beginPath()
      context.ellipse(
        x + between(random, -4.4, 4.4) * size,
        y + between(random, -2.6, 2.6) * size,
        size * between(random, 0.4, 1),
        size * between(random, 0.22, 0.5),
        random() * 3,
        0,
        Math.PI * 2,
      )
      context.fill()
    }
  }
}

/** Shafts of light that fall through leaves or water and slowly breathe. */
export const shaftsLayer = (
  air: Atmosphere,
  seed: number,
  shafts: {
    readonly colour: Rgb
    readonly strength: number
    readonly from: number
    readonly to: number
  },
): StageLayer => {
  const random = randomFrom(seed)
  const beams = Array.from({ length: 8 }, () => ({
    x: between(random, -0.15, 1.15),
    wide: between(random, 0.02, 0.075),
    phase: random() * 6.3,
    speed: between(random, 0.25, 0.6),
  }))
  const lean = (0.5 - air.luminary.x) * 0.75
  return {
    depth: 0.6,
    still: false,
    paint: (context, time, width, height) => {
      context.globalCompositeOperation = 'screen'
      const fall = context.createLinearGradient(0, shafts.from * height, 0, shafts.to * height)
      for (let stop = 0; stop <= 6; stop += 1) {
        fall.addColorStop(stop / 6, css(shafts.colour, shafts.strength * (1 - stop / 6) ** 1.3))
      }
      context.fillStyle = fall
      for (const beam of beams) {
        context.globalAlpha = 0.35 + 0.65 * Math.sin(time * beam.speed + beam.phase) ** 2
        const x = (beam.x + Math.sin(time * 0.11 + beam.phase) * 0.012) * width
        const foot = x + lean * height
        context.beginPath()
        context.moveTo(x - beam.wide * height * 0.35, shafts.from * height)
        context.lineTo(x + beam.wide * height * 0.35, shafts.from * height)
        context.lineTo(foot + beam.wide * height * 1.7, shafts.to * height)
        context.lineTo(foot - beam.wide * height * 1.7, shafts.to * height)
        context.fill()
      }
      context.globalAlpha = 1
      context.globalCompositeOperation = 'source-over'
    },
  }
}
