import { type Atmosphere, inAir } from '../drawing/atmosphere.ts'
import { css, mix, type Rgb, rgb, scaled } from '../drawing/colour.ts'
import { between, oneOf, randomFrom } from '../drawing/random.ts'
import { margin } from '../drawing/raster.ts'
import type { Paint, StageLayer } from '../stage-types.ts'
import { glow } from './houses.ts'

/** Metres from the eye of a point on the pitch that lies at `v`: 0 at the horizon … 1 at the frame's lower edge. */
const metresAway = (v: number): number => 4.8 / Math.max(0.01, v)

/** Frame heights of a metre at `v`. */
const metreAt = (v: number): number => 0.323 * v

/** Where the goal line lies, as `v`. */
export const goalLine = 0.12

const grass = [rgb('#5f9340'), rgb('#74a84c')] as const
const chalk = rgb('#eef0e6')

// Law 1 of the game: the penalty area is 40.3 m by 16.5 m, the goal area 18.3 m by 5.5 m, the spot 11 m out (IFAB, 2025/26).
const areas = [
  { half: 20.15, deep: 16.5 },
  { half: 9.16, deep: 5.5 },
] as const

/** Mown stripes and the lines before a goal whose middle is at `middle` frame heights from the middle. */
export const pitchPattern =
  (middle: number) =>
  (u: number, v: number): Rgb => {
    const metre = metreAt(v)
    const across = Math.abs(u - middle) / metre
    const out = metresAway(goalLine) - metresAway(v)
    const thin = 0.0016 / metre + 0.05
    const deep = (0.0014 / (0.43 * v)) * metresAway(v) + 0.05
    const onLine =
      Math.abs(out) < deep ||
      areas.some(
        (area) =>
          (Math.abs(across - area.half) < thin && out > 0 && out < area.deep) ||
          (Math.abs(out - area.deep) < deep && across < area.half),
      ) ||
      (across < thin * 2 && Math.abs(out - 11) < deep)
    if (onLine) return chalk
    return grass[Math.abs(Math.floor(out / 5.5)) % 2 === 0 ? 0 : 1]
  }

/** A goal with its net; `x` and `foot` of its middle in the frame, 0…1. */
export const goalLayer = (
  air: Atmosphere,
  goal: { readonly depth: number; readonly x: number; readonly foot: number },
): StageLayer => ({
  depth: goal.depth,
  still: true,
  paint: (context, _time, width, height) => {
    const metre = metreAt(goalLine) * height
    const [half, high, deep] = [3.66 * metre, 2.44 * metre, 0.62 * metre]
    context.translate(goal.x * width, goal.foot * height)
    context.strokeStyle = css(inAir(air, chalk, 0.8, 0.1), 0.5)
    context.lineWidth = Math.max(0.5, metre * 0.05)
    context.beginPath()
    for (let cord = -8; cord <= 8; cord += 1) {
      context.moveTo((cord / 8) * half, -high)
      context.lineTo((cord / 8) * half * 0.93, -deep)
    }
    for (let cord = 1; cord < 6; cord += 1) {
      const y = -high + (cord / 6) * (high - deep)
      context.moveTo(-half * (1 - cord * 0.012), y)
      context.lineTo(half * (1 - cord * 0.012), y)
    }
    context.stroke()
    context.strokeStyle = css(inAir(air, rgb('#ffffff'), 1, 0.04))
    context.lineWidth = Math.max(1.1, metre * 0.15)
    context.beginPath()
    context.moveTo(-half, 0)
    context.lineTo(-half, -high)
    context.lineTo(half, -high)
    context.lineTo(half, 0)
    context.stroke()
  },
})

/** Stands of a stadium. */
export interface StandsPlan {
  readonly air: Atmosphere
  readonly depth: number
  /** Edge of the roof and foot of the boards, 0…1 of the frame's height. */
  readonly top: number
  readonly foot: number
  readonly seed: number
}

const shirts = [
  '#b23a34',
  '#e6e0d4',
  '#2f4f86',
  '#d9b046',
  '#3d4450',
  '#8a8f96',
  '#c97b4a',
  '#4c7a55',
]

/** Tiers full of people under a roof, boards before them, floodlights above. */
export const standsLayer = (plan: StandsPlan): StageLayer => ({
  depth: plan.depth,
  still: true,
  paint: (context, _time, width, height) => {
    const { air } = plan
    // The bowl comes nearer on both sides.
    const bow = (x: number): number => 0.06 * Math.abs(x / width - 0.5) ** 1.6 * 4
    const [left, right] = [-margin * width, width * (1 + margin)]
    const line = (y: number): ((x: number) => number) => {
      return (x) => (y - bow(x) * (plan.foot - y) * 5) * height
    }
    const strip = (from: number, to: number, colour: Rgb): void => {
      context.fillStyle = css(colour)
      context.beginPath()
      for (let step = 0; step <= 30; step += 1) {
        const x = left + ((right - left) * step) / 30
        context.lineTo(x, line(from)(x))
      }
      for (let step = 30; step >= 0; step -= 1) {
        const x = left + ((right - left) * step) / 30
        context.lineTo(x, line(to)(x))
      }
      context.fill()
    }
    paintMasts(context, plan, line(plan.top), width, height)
    strip(plan.top - 0.02, plan.foot, inAir(air, rgb('#4a505c'), 0.3, 0.3))
    paintCrowd(context, plan, line, width, height)
    const boards = plan.foot - 0.022
    strip(plan.top - 0.035, plan.top, inAir(air, rgb('#c6ccd4'), 0.7, 0.25))
    strip(plan.top, plan.top + 0.03, scaled(inAir(air, rgb('#2c313a'), 0.2, 0.3), 0.9))
    strip(boards, plan.foot + 0.004, inAir(air, rgb('#2e4f86'), 0.7, 0.15))
    strip(boards, boards + 0.004, inAir(air, rgb('#e8e6dc'), 0.8, 0.15))
    paintBoards(context, plan, line, width, height)
  },
})

const paintCrowd = (
  context: Paint,
  { air, top, foot, seed }: StandsPlan,
  line: (y: number) => (x: number) => number,
  width: number,
  height: number,
): void => {
  const random = randomFrom(seed)
  const rows = 13
  const dots = shirts.map((hex) => css(inAir(air, rgb(hex), 0.62, 0.3)))
  const skin = ['#d8a888', '#b07a58', '#7a5238'].map((hex) => css(inAir(air, rgb(hex), 0.6, 0.3)))
  const aisle = css(inAir(air, rgb('#7c828c'), 0.4, 0.3))
  const size = ((foot - top - 0.05) / rows) * height
  for (let row = 0; row < rows; row += 1) {
    const at = line(top + 0.03 + ((foot - top - 0.055) * (row + 0.8)) / rows)
    for (let x = -margin * width; x < width * (1 + margin); x += size * 0.92) {
      const px = x + between(random, -0.15, 0.15) * size
      const isAisle = Math.abs(((x / width) * 7) % 1) < 0.06
      if (isAisle || random() < 0.07) {
        context.fillStyle = aisle
        context.fillRect(px - size * 0.4, at(px) - size * 0.3, size * 0.8, size * 0.4)
        continue
      }
      context.fillStyle = oneOf(random, dots)
      context.fillRect(px - size * 0.34, at(px) - size * 0.42, size * 0.68, size * 0.66)
      context.fillStyle = oneOf(random, skin)
      context.beginPath()
      context.arc(px, at(px) - size * 0.58, size * 0.22, 0, Math.PI * 2)
      context.fill()
    }
  }
}

const paintBoards = (
  context: Paint,
  { air, foot }: StandsPlan,
  line: (y: number) => (x: number) => number,
  width: number,
  height: number,
): void => {
  const colours = ['#b0383a', '#e9e4d6', '#2f6b56', '#d8a83c'].map((hex) =>
    css(inAir(air, rgb(hex), 0.7, 0.15)),
  )
  const wide = height * 0.16
  let index = 0
  for (let x = -margin * width; x < width * (1 + margin); x += wide) {
    context.fillStyle = colours[index % colours.length] ?? 'white'
    index += 1
    context.fillRect(x, line(foot - 0.016)(x), wide * 0.55, height * 0.017)
  }
}

const paintMasts = (
  context: Paint,
  { air }: StandsPlan,
  roof: (x: number) => number,
  width: number,
  height: number,
): void => {
  const iron = inAir(air, rgb('#596069'), 0.4, 0.3)
  for (const share of [0.08, 0.36, 0.64, 0.92]) {
    const x = share * width
    const top = roof(x) - height * 0.15
    context.fillStyle = css(iron)
    context.fillRect(x - height * 0.004, top, height * 0.008, height * 0.17)
    context.fillRect(x - height * 0.045, top - height * 0.02, height * 0.09, height * 0.045)
    const lit = air.lamps > 0.2
    context.fillStyle = lit ? 'rgb(255, 252, 240)' : css(mix(iron, air.sky[3], 0.6))
    for (let lamp = 0; lamp < 10; lamp += 1) {
      context.beginPath()
      context.arc(
        x + ((lamp % 5) - 2) * height * 0.017,
        top + (lamp < 5 ? -0.008 : 0.012) * height,
        height * 0.0065,
        0,
        Math.PI * 2,
      )
      context.fill()
    }
    if (lit) paintFlood(context, x, top, height * 0.34, air.lamps)
  }
}

const paintFlood = (context: Paint, x: number, y: number, radius: number, lamps: number): void => {
  glow(context, x, y, radius * 0.35, lamps * 0.5)
  const flood = context.createRadialGradient(x, y, 0, x, y, radius)
  flood.addColorStop(0, `rgba(236, 242, 255, ${(0.55 * lamps).toFixed(3)})`)
  flood.addColorStop(1, 'rgba(220, 232, 255, 0)')
  context.globalCompositeOperation = 'screen'
  context.fillStyle = flood
  context.fillRect(x - radius, y - radius, radius * 2, radius * 2)
  context.globalCompositeOperation = 'source-over'
}
