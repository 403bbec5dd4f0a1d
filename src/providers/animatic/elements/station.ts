import { type Atmosphere, inAir } from '../drawing/atmosphere.ts'
import { css, mix, type Rgb, rgb, scaled } from '../drawing/colour.ts'
import { oneOf, randomFrom } from '../drawing/random.ts'
import type { Paint, StageLayer } from '../stage-types.ts'
import { glow } from './houses.ts'

const liveries = ['#2f5570', '#7a3a34', '#3f6450', '#5a5f68'] as const

interface TrackPlan {
  readonly depth: number
  readonly top: number
  readonly foot: number
  readonly seed: number
}

/** What is seen across a track on which no train stands: the bed, the other platform, its wall and its lamps. */
export const farPlatformLayer = (air: Atmosphere, plan: TrackPlan): StageLayer => ({
  depth: plan.depth - 0.1,
  still: true,
  paint: (context, _time, width, height) => {
    const tall = (plan.foot - plan.top) * height
    const foot = plan.foot * height
    const [left, wide] = [-width * 0.25, width * 1.5]
    const wall = inAir(air, rgb('#8a7c6c'), 0.5, 0.2)
    const stone = inAir(air, rgb('#97938b'), 0.6, 0.15)
    const bed = inAir(air, rgb('#5d564e'), 0.5, 0.06)
    const band = (from: number, to: number, tone: Rgb, shade: number): void => {
      const fill = context.createLinearGradient(0, foot - tall * from, 0, foot - tall * to)
      fill.addColorStop(0, css(scaled(tone, shade)))
      fill.addColorStop(1, css(tone))
      context.fillStyle = fill
      context.fillRect(left, foot - tall * from, wide, tall * (from - to))
    }
    band(0.62, 0.3, wall, 1.18)
    band(0.65, 0.615, wall, 1.4)
    band(0.31, 0.24, stone, 1.2)
    band(0.24, 0.12, scaled(stone, 0.6), 0.8)
    band(0.125, -0.2, bed, 0.75)
    context.fillStyle = css(inAir(air, rgb('#d8b84a'), 0.6, 0.1))
    context.fillRect(left, foot - tall * 0.252, wide, tall * 0.012)
    for (let x = left; x < left + wide; x += tall * 0.17) {
      context.fillStyle = css(scaled(bed, 0.62))
      context.fillRect(x, foot - tall * 0.085, tall * 0.09, tall * 0.1)
    }
    for (const rail of [0.085, 0.01]) {
      context.fillStyle = css(scaled(bed, 0.5))
      context.fillRect(left, foot - tall * rail, wide, tall * 0.022)
      context.fillStyle = css(inAir(air, rgb('#b8b4ac'), 0.6, 0.05))
      context.fillRect(left, foot - tall * (rail + 0.012), wide, tall * 0.012)
    }
    for (let x = tall * 0.4 - width * 0.2; x < width * 1.2; x += tall * 1.15) {
      context.fillStyle = css(scaled(wall, 0.5))
      context.fillRect(x, foot - tall * 1.02, tall * 0.02, tall * 0.76)
      context.beginPath()
      context.ellipse(x + tall * 0.01, foot - tall * 1.01, tall * 0.07, tall * 0.03, 0, Math.PI, 0)
      context.fill()
      if (air.lamps > 0.2) glow(context, x, foot - tall * 0.99, tall * 0.4, air.lamps * 0.5)
    }
  },
})

/** A train that stands along the platform: carriages with doors and a row of windows, lit when lamps are. */
export const trainLayer = (air: Atmosphere, plan: TrackPlan): StageLayer => ({
  depth: plan.depth,
  still: true,
  paint: (context, _time, width, height) => {
    const body = inAir(air, rgb(oneOf(randomFrom(plan.seed), liveries)), 0.6, 0.06)
    const [top, foot] = [plan.top * height, plan.foot * height]
    const tall = foot - top
    const long = tall * 4.6
    const first = -width * 0.25 - long * 0.35
    for (let left = first; left < width * 1.25; left += long + tall * 0.07)
      paintCarriage(context, air, { left, top, long, tall }, body)
  },
})

interface Carriage {
  readonly left: number
  readonly top: number
  readonly long: number
  readonly tall: number
}

const paintCarriage = (
  context: Paint,
  air: Atmosphere,
  { left, top, long, tall }: Carriage,
  body: Rgb,
): void => {
  context.fillStyle = css(scaled(body, 0.25))
  context.fillRect(left - tall * 0.08, top + tall * 0.12, long + tall * 0.16, tall * 0.9)
  const face = context.createLinearGradient(0, top, 0, top + tall)
  face.addColorStop(0, css(scaled(body, 1.25)))
  face.addColorStop(0.14, css(body))
  face.addColorStop(0.8, css(scaled(body, 0.82)))
  face.addColorStop(1, css(scaled(body, 0.4)))
  context.fillStyle = face
  context.beginPath()
  context.roundRect(left, top, long, tall * 0.94, tall * 0.1)
  context.fill()
  context.fillStyle = css(inAir(air, rgb('#e6dfcf'), 0.6, 0.05))
  context.fillRect(left, top + tall * 0.66, long, tall * 0.05)
  const lit = air.lamps > 0.2
  const glass = lit
    ? mix([255, 224, 164], air.haze, 0.08)
    : mix(inAir(air, [40, 52, 66], 0.4, 0.05), air.sky[1], 0.3)
  const pane = (x: number, y: number, wide: number, high: number): void => {
    context.fillStyle = css(glass)
    context.beginPath()
    context.roundRect(left + x * tall, top + y * tall, wide * tall, high * tall, tall * 0.04)
    context.fill()
  }
  for (let place = 0.62; place < 3.6; place += 0.46) pane(place, 0.22, 0.36, 0.32)
  for (const door of [0.14, 4.08]) {
    context.fillStyle = css(scaled(body, 1.12))
    context.fillRect(left + door * tall, top + tall * 0.14, tall * 0.38, tall * 0.78)
    pane(door + 0.07, 0.22, 0.24, 0.34)
  }
  if (lit) glow(context, left + long / 2, top + tall * 0.4, tall * 1.3, air.lamps * 0.3)
}

/** The roof over a platform: a dark edge with beams above, pillars at the sides, lamps and a clock. */
export const platformRoofLayer = (air: Atmosphere, depth: number, seed: number): StageLayer => ({
  depth,
  still: true,
  paint: (context, _time, width, height) => {
    const iron = inAir(air, rgb('#3a4048'), 0.4, 0.03)
    const under = context.createLinearGradient(0, -height * 0.2, 0, height * 0.17)
    under.addColorStop(0, css(scaled(iron, 0.5)))
    under.addColorStop(1, css(scaled(iron, 0.85)))
    context.fillStyle = under
    context.fillRect(-width * 0.25, -height * 0.25, width * 1.5, height * 0.4)
    context.fillStyle = css(scaled(iron, 1.35))
    context.fillRect(-width * 0.25, height * 0.145, width * 1.5, height * 0.012)
    const [near, far] = seed % 2 === 0 ? [0.06, 0.93] : [0.07, 0.94]
    for (const x of [near, far]) paintPillar(context, iron, { x: x * width, height })
    for (const x of [0.3, 0.7]) paintLamp(context, air, { x: x * width, height })
    paintClock(context, air, { x: (seed % 2 === 0 ? 0.82 : 0.18) * width, height })
  },
})

interface Hung {
  readonly x: number
  readonly height: number
}

const paintPillar = (context: Paint, iron: Rgb, { x, height }: Hung): void => {
  const half = height * 0.016
  const round = context.createLinearGradient(x - half, 0, x + half, 0)
  round.addColorStop(0, css(scaled(iron, 1.3)))
  round.addColorStop(1, css(scaled(iron, 0.6)))
  context.fillStyle = round
  context.fillRect(x - half, height * 0.14, half * 2, height * 0.64)
  context.fillRect(x - half * 1.8, height * 0.745, half * 3.6, height * 0.04)
  context.strokeStyle = css(iron)
  context.lineWidth = height * 0.01
  for (const side of [-1, 1]) {
    context.beginPath()
    context.moveTo(x, height * 0.3)
    context.quadraticCurveTo(
      x + side * height * 0.03,
      height * 0.18,
      x + side * height * 0.14,
      height * 0.155,
    )
    context.stroke()
  }
}

const paintLamp = (context: Paint, air: Atmosphere, { x, height }: Hung): void => {
  context.fillStyle = css(scaled(inAir(air, rgb('#2c3036'), 0.4, 0.02), 0.9))
  context.fillRect(x - height * 0.003, height * 0.15, height * 0.006, height * 0.035)
  context.beginPath()
  context.ellipse(x, height * 0.192, height * 0.034, height * 0.014, 0, Math.PI, Math.PI * 2)
  context.fill()
  if (air.lamps < 0.2) return
  context.fillStyle = 'rgb(255, 234, 190)'
  context.fillRect(x - height * 0.022, height * 0.19, height * 0.044, height * 0.008)
  glow(context, x, height * 0.2, height * 0.2, air.lamps * 0.6)
}

const paintClock = (context: Paint, air: Atmosphere, { x, height }: Hung): void => {
  const [y, radius] = [height * 0.235, height * 0.042]
  context.fillStyle = css(scaled(inAir(air, rgb('#2c3036'), 0.4, 0.02), 0.9))
  context.fillRect(x - height * 0.004, height * 0.15, height * 0.008, height * 0.05)
  context.beginPath()
  context.arc(x, y, radius * 1.14, 0, Math.PI * 2)
  context.fill()
  context.fillStyle =
    air.lamps > 0.2 ? 'rgb(250, 240, 214)' : css(inAir(air, rgb('#efece2'), 0.7, 0.02))
  context.beginPath()
  context.arc(x, y, radius, 0, Math.PI * 2)
  context.fill()
  context.strokeStyle = 'rgb(34, 34, 40)'
  context.lineWidth = Math.max(1, height * 0.005)
  context.beginPath()
  context.moveTo(x - radius * 0.5, y - radius * 0.28)
  context.lineTo(x, y)
  context.lineTo(x + radius * 0.16, y - radius * 0.76)
  context.stroke()
}
