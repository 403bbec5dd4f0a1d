import { inAir } from '../drawing/atmosphere.ts'
import { css, mix, type Rgb, rgb, scaled } from '../drawing/colour.ts'
import { between, oneOf, randomFrom } from '../drawing/random.ts'
import type { Paint, StageLayer } from '../stage-types.ts'
import { glow } from './houses.ts'
import { projector, type StreetPlan } from './street.ts'

const paints = ['#8d2f2c', '#2d4a6e', '#d8d4cc', '#2b2e34', '#c7953a', '#47705f', '#70767f']

interface Car {
  readonly lane: -1 | 1
  readonly start: number
  readonly speed: number
  readonly colour: Rgb
}

const stretch = 12

/**
 * Cars that come and go along a street, with lamps lit when it is dark or wet.
 *
 * @param nearest how near they come, 1.15 right up to the eye; more leaves the street before it to people
 */
export const carsLayer = (
  plan: StreetPlan,
  depth: number,
  count: number,
  nearest: number,
): StageLayer => {
  const random = randomFrom(plan.seed + 404)
  const cars = Array.from(
    { length: count },
    (_, index): Car => ({
      lane: index % 2 === 0 ? 1 : -1,
      start:
        (Math.floor(index / 2) / Math.max(1, Math.ceil(count / 2))) * stretch +
        between(random, 0, 2),
      speed: between(random, 0.75, 1.2),
      colour: rgb(oneOf(random, paints)),
    }),
  )
  return {
    depth,
    still: false,
    shows: 'cars',
    paint: (context, time, width, height) => {
      const project = projector(plan, width, height)
      const placed = cars
        .map((car) => {
          const run = car.start + time * car.speed
          const along = ((car.lane > 0 ? run : -run) % stretch) + (car.lane > 0 ? 0 : stretch)
          return { car, away: 1.15 + (((along % stretch) + stretch) % stretch) }
        })
        .toSorted((a, b) => b.away - a.away)
      for (const { car, away } of placed) {
        const [x, y] = project(car.lane * 0.26, 0, away)
        const size = (0.29 * 0.9 * height) / away
        const fade = Math.min(1, (stretch + 1.15 - away) * 0.6, (away - nearest) * 2.5)
        context.globalAlpha = Math.max(0, fade)
        paintCar(context, plan, { x, y, size, away }, car)
        context.globalAlpha = 1
      }
    },
  }
}

const paintCar = (
  context: Paint,
  { air }: StreetPlan,
  at: { readonly x: number; readonly y: number; readonly size: number; readonly away: number },
  car: Car,
): void => {
  const { x, y, size } = at
  const distance = Math.min(0.8, at.away * 0.06)
  const body = inAir(air, car.colour, 0.55, distance)
  const dark = mix(scaled(body, 0.35), [10, 12, 18], 0.4)
  context.fillStyle = css([8, 9, 14], 0.42)
  context.beginPath()
  context.ellipse(x, y, size * 0.56, size * 0.07, 0, 0, Math.PI * 2)
  context.fill()
  context.fillStyle = css(dark)
  context.fillRect(x - size * 0.44, y - size * 0.18, size * 0.15, size * 0.18)
  context.fillRect(x + size * 0.29, y - size * 0.18, size * 0.15, size * 0.18)
  const shell = context.createLinearGradient(0, y - size * 0.72, 0, y)
  shell.addColorStop(0, css(mix(body, air.sky[2], 0.45)))
  shell.addColorStop(0.5, css(body))
  shell.addColorStop(1, css(scaled(body, 0.5)))
  context.fillStyle = shell
  context.beginPath()
  context.roundRect(x - size * 0.5, y - size * 0.42, size, size * 0.32, size * 0.09)
  context.fill()
  context.beginPath()
  context.moveTo(x - size * 0.42, y - size * 0.4)
  context.quadraticCurveTo(x - size * 0.32, y - size * 0.7, x - size * 0.24, y - size * 0.71)
  context.lineTo(x + size * 0.24, y - size * 0.71)
  context.quadraticCurveTo(x + size * 0.32, y - size * 0.7, x + size * 0.42, y - size * 0.4)
  context.fill()
  context.fillStyle = css(mix(dark, air.sky[1], 0.3))
  context.beginPath()
  context.roundRect(x - size * 0.3, y - size * 0.65, size * 0.6, size * 0.24, size * 0.06)
  context.fill()
  paintLamps(context, air.lamps, at, car)
}

const paintLamps = (
  context: Paint,
  lamps: number,
  { x, y, size }: { readonly x: number; readonly y: number; readonly size: number },
  car: Car,
): void => {
  const coming = car.lane < 0
  const colour = coming ? 'rgb(255, 246, 222)' : 'rgb(226, 46, 40)'
  for (const side of [-1, 1]) {
    const lx = x + side * size * 0.38
    const ly = y - size * 0.31
    context.fillStyle = colour
    context.beginPath()
    context.ellipse(lx, ly, size * 0.075, size * 0.045, 0, 0, Math.PI * 2)
    context.fill()
    if (lamps > 0.2 && coming) glow(context, lx, ly, size * 0.75, lamps * 0.75)
  }
}
