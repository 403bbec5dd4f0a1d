import type { SKRSContext2D } from '@napi-rs/canvas'
import type { PictureSize } from '../../domain/brief.ts'
import { between, type Draw } from './seeded.ts'

/** What moves in front of the painted world, drawn anew for each frame; `at` runs from 0 to 1. */
export type MovingParts = (context: SKRSContext2D, at: number) => void

/** A colour of any hue at a lightness and strength in percent. */
export const colour = (draw: Draw, light: number, strength = 45): string =>
  `hsl(${Math.round(draw() * 360)} ${Math.round(strength)}% ${Math.round(light)}%)`

/** A gradient over the whole world, lighter towards the ground. */
export const sky = (context: SKRSContext2D, size: PictureSize, draw: Draw, light: number): void => {
  const gradient = context.createLinearGradient(0, 0, 0, size.height)
  gradient.addColorStop(0, colour(draw, light))
  gradient.addColorStop(1, colour(draw, Math.min(92, light + 25)))
  context.fillStyle = gradient
  context.fillRect(0, 0, size.width, size.height)
}

/** Four lines of hills, one before the other. */
export const ridges = (
  context: SKRSContext2D,
  size: PictureSize,
  draw: Draw,
  light: number,
): void => {
  for (let ridge = 0; ridge < 4; ridge += 1) {
    const base = size.height * (0.4 + ridge * 0.15)
    const [wave, lean] = [between(draw, 20, 70), draw() * 9]
    context.fillStyle = colour(draw, light * (1 - ridge * 0.2))
    context.beginPath()
    context.moveTo(0, size.height)
    for (let x = 0; x <= size.width; x += 4) {
      const height = Math.sin(x / wave + lean) + 0.5 * Math.sin(x / (wave / 3.1) + lean * 2)
      context.lineTo(x, base + height * size.height * 0.05)
    }
    context.lineTo(size.width, size.height)
    context.fill()
  }
}

/** Leaves, stones, windows: many small shapes of near colours over a part of the world. */
export const texture = (
  context: SKRSContext2D,
  size: PictureSize,
  draw: Draw,
  part: { readonly top: number; readonly light: number; readonly count: number },
): void => {
  const hue = draw() * 360
  for (let index = 0; index < part.count; index += 1) {
    const light = part.light + between(draw, -14, 14)
    context.fillStyle = `hsl(${hue + between(draw, -20, 20)} 40% ${light}%)`
    const x = draw() * size.width
    const y = size.height * (part.top + (1 - part.top) * draw())
    const side = between(draw, 2, 9)
    if (index % 2 === 0) context.fillRect(x, y, side, side * 0.7)
    else {
      context.beginPath()
      context.arc(x, y, side / 2, 0, 7)
      context.fill()
    }
  }
}

/** Somebody who walks across. */
export const figure = (draw: Draw, size: PictureSize): MovingParts => {
  const [coat, skin] = [colour(draw, 35, 60), `hsl(25 45% ${between(draw, 30, 75)}%)`]
  const [start, travel, tall] = [draw() * 0.3 + 0.3, between(draw, 0.1, 0.25), size.height * 0.3]
  return (context, at) => {
    const x = size.width * (start + travel * at)
    const y = size.height * 0.65 + Math.sin(at * 25) * 3
    context.fillStyle = coat
    context.fillRect(x - tall * 0.15, y - tall * 0.5, tall * 0.3, tall * 0.7)
    context.fillStyle = skin
    context.beginPath()
    context.arc(x, y - tall * 0.65, tall * 0.15, 0, 7)
    context.fill()
    context.strokeStyle = '#222'
    context.lineWidth = 4
    context.beginPath()
    context.moveTo(x, y - tall * 0.3)
    context.lineTo(x + Math.sin(at * 18) * tall * 0.4, y)
    context.stroke()
  }
}

const falls = { rain: 6, snow: 1, stars: 0 } as const

/** Rain, snow, or stars that twinkle. */
export const particles = (draw: Draw, size: PictureSize, kind: keyof typeof falls): MovingParts => {
  const count = kind === 'stars' ? 60 : 120
  const drops = Array.from({ length: count }, () => ({ x: draw(), y: draw(), own: draw() }))
  return (context, at) => {
    context.fillStyle = kind === 'rain' ? 'rgba(210,220,235,0.6)' : 'rgba(255,255,255,0.9)'
    for (const { x, y, own } of drops) {
      const fallen = (y + at * falls[kind] * (0.5 + own)) % 1
      const twinkle = kind === 'stars' ? 2 + Math.sin(at * 20 + own * 30) : 2
      const [wide, tall] = kind === 'rain' ? [1, 9] : [twinkle, twinkle]
      context.fillRect(x * size.width, fallen * size.height, wide, tall)
    }
  }
}

/** Nothing moves. */
export const nothing: MovingParts = () => undefined

/** Rows of waves over the lower half. */
export const waves = (draw: Draw, size: PictureSize): MovingParts => {
  const rows = Array.from({ length: 26 }, () => [draw() * 9, between(draw, 12, 40)])
  return (context, at) => {
    rows.forEach(([lean = 0, wave = 20], row) => {
      const y = size.height * (0.5 + (row / rows.length) * 0.5)
      context.strokeStyle = `rgba(235,245,255,${0.25 + (row % 3) * 0.15})`
      context.lineWidth = 1.5
      context.beginPath()
      for (let x = 0; x <= size.width; x += 4) {
        context.lineTo(x, y + Math.sin(x / wave + lean + at * 9) * 3)
      }
      context.stroke()
    })
  }
}

/** A row of houses with windows. */
export const city = (
  context: SKRSContext2D,
  size: PictureSize,
  draw: Draw,
  night: boolean,
): void => {
  for (let x = 0; x < size.width; ) {
    const [wide, tall] = [between(draw, 24, 60), size.height * between(draw, 0.3, 0.75)]
    const house = { x, y: size.height - tall, wide, tall }
    context.fillStyle = colour(draw, night ? 7 : between(draw, 25, 60), 20)
    context.fillRect(house.x, house.y, wide, tall)
    windows(context, house, draw, night)
    x += wide + 2
  }
}

const windows = (
  context: SKRSContext2D,
  house: { readonly x: number; readonly y: number; readonly wide: number; readonly tall: number },
  draw: Draw,
  night: boolean,
): void => {
  const [litShare, light] = night ? [0.25, 55] : [0.8, 75]
  for (let row = 6; row < house.tall - 6; row += 12) {
    for (let column = 5; column < house.wide - 6; column += 10) {
      context.fillStyle = draw() < litShare ? colour(draw, light, 50) : 'rgba(0,0,0,0.35)'
      context.fillRect(house.x + column, house.y + row, 5, 7)
    }
  }
}

/** Add grain of a standard deviation in levels, the same to red, green and blue. */
export const addGrain = (pixels: Uint8ClampedArray, deviation: number, draw: Draw): void => {
  for (let at = 0; at < pixels.length; at += 4) {
    const grain = (draw() + draw() + draw() - 1.5) * 2 * deviation
    for (let part = 0; part < 3; part += 1) pixels[at + part] = (pixels[at + part] ?? 0) + grain
  }
}
