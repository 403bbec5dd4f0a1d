import { type Atmosphere, inAir } from '../drawing/atmosphere.ts'
import { css, mix, type Rgb, rgb, scaled } from '../drawing/colour.ts'
import { between, oneOf, randomFrom } from '../drawing/random.ts'
import type { Paint, StageLayer } from '../stage-types.ts'
import { glow } from './houses.ts'

/** A parapet across the picture: a wall with a coping, or posts with rails. */
export const parapetLayer = (
  air: Atmosphere,
  plan: {
    readonly depth: number
    readonly foot: number
    readonly tall: number
    readonly kind: 'wall' | 'rail'
  },
): StageLayer => ({
  depth: plan.depth,
  still: true,
  paint: (context, _time, width, height) => {
    const stone = inAir(air, rgb(plan.kind === 'wall' ? '#8d857a' : '#4a5058'), 0.6, 0.04)
    const [top, foot] = [(plan.foot - plan.tall) * height, plan.foot * height]
    const [left, wide] = [-width * 0.25, width * 1.5]
    if (plan.kind === 'wall') {
      const face = context.createLinearGradient(0, top, 0, foot)
      face.addColorStop(0, css(scaled(stone, 0.92)))
      face.addColorStop(1, css(scaled(stone, 0.62)))
      context.fillStyle = face
      context.fillRect(left, top, wide, foot - top)
      context.fillStyle = css(scaled(stone, 1.18))
      context.fillRect(left, top - height * 0.012, wide, height * 0.022)
      context.fillStyle = css(scaled(stone, 0.5), 0.6)
      context.fillRect(left, top + height * 0.01, wide, height * 0.004)
      return
    }
    context.fillStyle = css(stone)
    const step = height * 0.09
    for (let x = left; x < left + wide; x += step)
      context.fillRect(
        x,
        top,
        height * (Math.round((x - left) / step) % 6 === 0 ? 0.014 : 0.005),
        foot - top,
      )
    context.fillStyle = css(scaled(stone, 1.25))
    context.fillRect(left, top - height * 0.008, wide, height * 0.016)
    context.fillStyle = css(scaled(stone, 0.8))
    context.fillRect(left, foot - height * 0.014, wide, height * 0.014)
  },
})

const cloths = ['#b8473c', '#3f6f8c', '#c99a3c', '#4f7f5a', '#8a4f78'] as const
const fruits = ['#c9472f', '#d98a2c', '#d9b93c', '#6f9a42', '#7a3f6a', '#c46a6a'] as const

/** Market stalls on both sides with striped awnings and crates of fruit. */
export const stallsLayer = (air: Atmosphere, seed: number): StageLayer => ({
  depth: 0.9,
  still: true,
  paint: (context, _time, width, height) => {
    const random = randomFrom(seed)
    const spots = [
      [0.3, 0.7, 0.17],
      [0.7, 0.7, 0.17],
      [0.16, 0.76, 0.26],
      [0.84, 0.76, 0.26],
      [-0.06, 0.85, 0.36],
      [1.06, 0.85, 0.36],
    ] as const
    for (const [x, foot, size] of spots)
      paintStall(context, air, random, { x: x * width, y: foot * height, size: size * height })
  },
})

const paintStall = (
  context: Paint,
  air: Atmosphere,
  random: () => number,
  { x, y, size }: { readonly x: number; readonly y: number; readonly size: number },
): void => {
  const wood = inAir(air, rgb('#7a5a3e'), 0.6, 0.06)
  const cloth = inAir(air, rgb(oneOf(random, cloths)), 0.75, 0.05)
  const white = inAir(air, rgb('#efe8da'), 0.75, 0.05)
  context.fillStyle = css([10, 10, 16], 0.3)
  context.beginPath()
  context.ellipse(x, y, size * 0.85, size * 0.08, 0, 0, Math.PI * 2)
  context.fill()
  context.fillStyle = css(scaled(wood, 0.45))
  context.fillRect(x - size * 0.66, y - size * 1.0, size * 1.32, size * 0.9)
  context.fillStyle = css(scaled(wood, 0.8))
  for (const post of [-0.7, 0.66])
    context.fillRect(x + post * size, y - size * 1.1, size * 0.04, size * 1.1)
  context.fillStyle = css(wood)
  context.fillRect(x - size * 0.74, y - size * 0.42, size * 1.48, size * 0.42)
  for (let crate = 0; crate < 4; crate += 1) {
    const left = x + size * (-0.7 + crate * 0.36)
    context.fillStyle = css(scaled(wood, 1.25))
    context.fillRect(left, y - size * 0.5, size * 0.32, size * 0.12)
    const fruit = inAir(air, rgb(oneOf(random, fruits)), 0.8, 0.03)
    for (let piece = 0; piece < 9; piece += 1) {
      context.fillStyle = css(scaled(fruit, between(random, 0.8, 1.2)))
      context.beginPath()
      const row = piece < 5 ? 0 : 1
      context.arc(
        left + size * (0.035 + (piece - row * 4.5) * 0.062),
        y - size * (0.51 + row * 0.045),
        size * 0.036,
        0,
        Math.PI * 2,
      )
      context.fill()
    }
  }
  const stripes = 9
  for (let stripe = 0; stripe < stripes; stripe += 1) {
    const at = (share: number, half: number): number => x + (share - 0.5) * 2 * half * size
    const [from, to] = [stripe / stripes, (stripe + 1) / stripes]
    context.fillStyle = css(stripe % 2 === 0 ? cloth : white)
    context.beginPath()
    context.moveTo(at(from, 0.7), y - size * 1.32)
    context.lineTo(at(to, 0.7), y - size * 1.32)
    context.lineTo(at(to, 0.86), y - size * 1.0)
    context.quadraticCurveTo(
      (at(from, 0.86) + at(to, 0.86)) / 2,
      y - size * 0.9,
      at(from, 0.86),
      y - size * 1.0,
    )
    context.fill()
  }
  if (air.lamps > 0.25) glow(context, x, y - size * 0.85, size * 0.7, air.lamps * 0.6)
}

/** The front of a house seen from its path: wall, door with a step, windows with shutters. */
export const houseFrontLayer = (air: Atmosphere, seed: number): StageLayer => ({
  depth: 0.85,
  still: true,
  paint: (context, _time, width, height) => {
    const random = randomFrom(seed)
    const wall = inAir(
      air,
      rgb(oneOf(random, ['#d9cdb4', '#c9b6a4', '#b9c2c4', '#d2b48a'])),
      0.65,
      0.03,
    )
    const paint = inAir(
      air,
      rgb(oneOf(random, ['#3f5f70', '#6f3b34', '#3f6048', '#4a4258'])),
      0.65,
      0.03,
    )
    const trim = inAir(air, rgb('#efe9dc'), 0.7, 0.02)
    const foot = 0.74 * height
    const face = context.createLinearGradient(0, -height * 0.2, 0, foot)
    face.addColorStop(0, css(scaled(wall, 1.05)))
    face.addColorStop(1, css(scaled(wall, 0.82)))
    context.fillStyle = face
    context.fillRect(-width * 0.25, -height * 0.25, width * 1.5, foot + height * 0.25)
    context.fillStyle = css(scaled(wall, 0.7), 0.35)
    for (let row = -0.2; row < 0.72; row += 0.035)
      context.fillRect(-width * 0.25, row * height, width * 1.5, Math.max(1, height * 0.002))
    context.fillStyle = css(scaled(wall, 0.5))
    context.fillRect(-width * 0.25, foot - height * 0.05, width * 1.5, height * 0.12)
    const middle = width / 2 + (seed % 2 === 0 ? -1 : 1) * height * 0.1
    for (const offset of [-0.62, 0.62, -1.2, 1.2])
      paintWindow(
        context,
        { x: middle + offset * height, y: height * 0.26, size: height * 0.3 },
        { trim, paint, air },
      )
    paintDoor(context, { x: middle, y: foot, size: height * 0.62 }, { trim, paint, air })
    context.fillStyle = css(scaled(trim, 0.72))
    context.fillRect(middle - height * 0.24, foot - height * 0.015, height * 0.48, height * 0.035)
    context.fillStyle = css(scaled(trim, 0.55))
    context.fillRect(middle - height * 0.28, foot + height * 0.02, height * 0.56, height * 0.035)
  },
})

interface Front {
  readonly trim: Rgb
  readonly paint: Rgb
  readonly air: Atmosphere
}

interface Spot {
  readonly x: number
  readonly y: number
  readonly size: number
}

const paintWindow = (context: Paint, { x, y, size }: Spot, { trim, paint, air }: Front): void => {
  const half = size * 0.36
  const lit = air.lamps > 0.25
  context.fillStyle = css(trim)
  context.fillRect(x - half * 1.1, y - size * 0.05, half * 2.2, size * 1.1)
  context.fillStyle = lit ? 'rgb(255, 220, 150)' : css(mix([40, 52, 66], air.sky[1], 0.4))
  context.fillRect(x - half, y, half * 2, size)
  context.fillStyle = css(trim)
  context.fillRect(x - size * 0.015, y, size * 0.03, size)
  context.fillRect(x - half, y + size * 0.48, half * 2, size * 0.03)
  context.fillRect(x - half * 1.25, y + size * 1.02, half * 2.5, size * 0.05)
  for (const side of [-1, 1]) {
    context.fillStyle = css(scaled(paint, side < 0 ? 1 : 0.85))
    context.fillRect(
      x + side * half * 1.48 - half * 0.38,
      y - size * 0.03,
      half * 0.76,
      size * 1.06,
    )
  }
  if (lit) glow(context, x, y + size / 2, size, air.lamps * 0.4)
}

const paintDoor = (context: Paint, { x, y, size }: Spot, { trim, paint, air }: Front): void => {
  const half = size * 0.24
  context.fillStyle = css(trim)
  context.fillRect(x - half * 1.2, y - size * 1.06, half * 2.4, size * 1.06)
  const face = context.createLinearGradient(x - half, 0, x + half, 0)
  face.addColorStop(0, css(scaled(paint, 1.12)))
  face.addColorStop(1, css(scaled(paint, 0.78)))
  context.fillStyle = face
  context.fillRect(x - half, y - size, half * 2, size)
  context.fillStyle = css(scaled(paint, 0.6))
  for (const [column, row] of [
    [-0.8, 0.52],
    [0.1, 0.52],
    [-0.8, 0.08],
    [0.1, 0.08],
  ] as const)
    context.fillRect(x + column * half, y - size * (row + 0.36), half * 0.7, size * 0.36)
  context.fillStyle = 'rgb(206, 168, 92)'
  context.beginPath()
  context.arc(x + half * 0.86, y - size * 0.46, size * 0.018, 0, Math.PI * 2)
  context.fill()
  if (air.lamps > 0.25) glow(context, x, y - size * 1.12, size * 0.6, air.lamps * 0.7)
}
