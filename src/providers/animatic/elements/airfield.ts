import { type Atmosphere, inAir } from '../drawing/atmosphere.ts'
import { css, mix, type Rgb, rgb, scaled } from '../drawing/colour.ts'
import { randomFrom } from '../drawing/random.ts'
import type { Paint, StageLayer } from '../stage-types.ts'
import { glow } from './houses.ts'

interface Field {
  readonly context: Paint
  readonly air: Atmosphere
  /** Pixels: where the buildings stand, and the frame's height. */
  readonly foot: number
  readonly height: number
}

/** What stands at the far side of an airfield: the terminal, its tower, a hangar and tails of planes that wait. */
export const airfieldLayer = (
  air: Atmosphere,
  { depth, foot, seed }: { readonly depth: number; readonly foot: number; readonly seed: number },
): StageLayer => ({
  depth,
  still: true,
  paint: (context, _time, width, height) => {
    const field: Field = { context, air, foot: foot * height, height }
    const random = randomFrom(seed)
    const flip = random() < 0.5
    const at = (share: number): number => (flip ? 1 - share : share) * width
    paintHangar(field, at(0.86))
    paintTerminal(field, at(0.3), width * 0.42)
    for (const share of [0.13, 0.24, 0.42]) paintTail(field, at(share), random() * 3)
    paintTower(field, at(0.6))
  },
})

const surface = (air: Atmosphere, hex: string): Rgb => inAir(air, rgb(hex), 0.6, 0.22)

const glassOf = (air: Atmosphere): Rgb =>
  air.lamps > 0.25 ? [255, 218, 150] : mix(surface(air, '#4c6a80'), air.sky[1], 0.35)

const paintTerminal = ({ context, air, foot, height }: Field, x: number, wide: number): void => {
  const tall = height * 0.075
  const wall = surface(air, '#c4c6c4')
  const left = x - wide / 2
  const roof = context.createLinearGradient(0, foot - tall * 1.35, 0, foot)
  roof.addColorStop(0, css(scaled(wall, 1.1)))
  roof.addColorStop(1, css(scaled(wall, 0.7)))
  context.fillStyle = roof
  context.beginPath()
  context.moveTo(left, foot)
  context.lineTo(left, foot - tall * 0.85)
  context.quadraticCurveTo(x, foot - tall * 1.75, left + wide, foot - tall * 0.85)
  context.lineTo(left + wide, foot)
  context.fill()
  context.fillStyle = css(glassOf(air))
  context.fillRect(left + wide * 0.02, foot - tall * 0.72, wide * 0.96, tall * 0.46)
  context.fillStyle = css(scaled(wall, 0.75))
  for (let bar = 1; bar < 24; bar += 1)
    context.fillRect(
      left + (wide * bar) / 24,
      foot - tall * 0.72,
      Math.max(1, wide * 0.003),
      tall * 0.46,
    )
  if (air.lamps > 0.25) glow(context, x, foot - tall * 0.4, wide * 0.3, air.lamps * 0.4)
}

const paintTower = ({ context, air, foot, height }: Field, x: number): void => {
  const tall = height * 0.2
  const wall = surface(air, '#b8bab8')
  const part = (low: number, high: number, lowHalf: number, highHalf: number, tone: Rgb): void => {
    const face = context.createLinearGradient(x - tall * highHalf, 0, x + tall * highHalf, 0)
    face.addColorStop(0, css(scaled(tone, 1.12)))
    face.addColorStop(1, css(scaled(tone, 0.7)))
    context.fillStyle = face
    context.beginPath()
    context.moveTo(x - tall * lowHalf, foot - tall * low)
    context.lineTo(x - tall * highHalf, foot - tall * high)
    context.lineTo(x + tall * highHalf, foot - tall * high)
    context.lineTo(x + tall * lowHalf, foot - tall * low)
    context.fill()
  }
  part(0, 0.72, 0.075, 0.06, wall)
  part(0.7, 0.77, 0.07, 0.14, scaled(wall, 0.85))
  part(0.77, 0.9, 0.13, 0.165, glassOf(air))
  part(0.9, 0.95, 0.185, 0.15, scaled(wall, 0.8))
  context.fillStyle = css(scaled(wall, 0.6))
  context.fillRect(x - tall * 0.006, foot - tall * 1.12, tall * 0.012, tall * 0.18)
  if (air.lamps > 0.25) {
    glow(context, x, foot - tall * 0.84, tall * 0.5, air.lamps * 0.5)
    context.fillStyle = 'rgb(255, 90, 70)'
    context.fillRect(x - tall * 0.012, foot - tall * 1.13, tall * 0.024, tall * 0.024)
  }
}

const paintHangar = ({ context, air, foot, height }: Field, x: number): void => {
  const [half, tall] = [height * 0.16, height * 0.1]
  const wall = surface(air, '#8f979c')
  context.fillStyle = css(wall)
  context.beginPath()
  context.ellipse(x, foot, half, tall, 0, Math.PI, 0)
  context.fill()
  context.fillStyle = css(scaled(wall, 0.55))
  context.beginPath()
  context.ellipse(x, foot, half * 0.78, tall * 0.76, 0, Math.PI, 0)
  context.fill()
}

const liveries = ['#2f5f9c', '#b8443a', '#3f7a52'] as const

const paintTail = ({ context, air, foot, height }: Field, x: number, livery: number): void => {
  const size = height * 0.06
  const body = surface(air, '#e6e8ea')
  context.fillStyle = css(body)
  context.beginPath()
  context.roundRect(x - size * 1.7, foot - size * 0.62, size * 2.6, size * 0.36, size * 0.18)
  context.fill()
  context.fillStyle = css(surface(air, liveries[Math.floor(livery) % 3] ?? liveries[0]))
  context.beginPath()
  context.moveTo(x + size * 0.35, foot - size * 0.56)
  context.lineTo(x + size * 0.72, foot - size * 1.2)
  context.lineTo(x + size * 0.98, foot - size * 1.2)
  context.lineTo(x + size * 0.84, foot - size * 0.52)
  context.fill()
  context.fillStyle = css(scaled(body, 0.5))
  context.fillRect(x - size * 1.2, foot - size * 0.3, size * 0.06, size * 0.3)
  context.fillRect(x - size * 0.1, foot - size * 0.3, size * 0.06, size * 0.3)
}

/** Lamps in two rows along a runway, burning when it is dark. */
export const runwayLampsLayer = (
  air: Atmosphere,
  { depth, rows }: { readonly depth: number; readonly rows: readonly number[] },
): StageLayer => ({
  depth,
  still: true,
  paint: (context, _time, width, height) => {
    for (const row of rows)
      for (let x = -width * 0.2; x < width * 1.2; x += height * 0.3) {
        const [y, size] = [row * height, height * 0.008]
        context.fillStyle = css(inAir(air, rgb('#e8e2cc'), 0.6, 0.05))
        context.fillRect(x - size / 2, y - size, size, size)
        if (air.lamps > 0.25) glow(context, x, y - size, height * 0.05, air.lamps * 0.8)
      }
  },
})
