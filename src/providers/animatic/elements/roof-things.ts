import { type Atmosphere, inAir } from '../drawing/atmosphere.ts'
import { css, type Rgb, rgb, scaled } from '../drawing/colour.ts'
import { randomFrom } from '../drawing/random.ts'
import type { Paint, StageLayer } from '../stage-types.ts'
import { glow } from './houses.ts'

/** What stands on a roof: a stair head with its lamp, chimneys, a water tank, plants in boxes and a string of lights. */
export const roofThingsLayer = (air: Atmosphere, seed: number): StageLayer => ({
  depth: 0.9,
  still: true,
  paint: (context, _time, width, height) => {
    const random = randomFrom(seed)
    const plan = random() < 0.5 ? headOnTheLeft : headOnTheRight
    const roof: Roof = { context, air, width, height }
    paintTank(roof, plan.tank)
    for (const x of plan.chimneys) box(roof, [x, 0.775], [0.03, 0.13], '#8a5a48')
    paintHead(roof, plan.head)
    for (const x of plan.planters) paintPlanter(roof, x, random)
    paintLights(roof, plan.lights)
  },
})

/** Where things stand on a roof, shares of the width. */
interface RoofPlan {
  readonly head: number
  readonly tank: number
  readonly chimneys: readonly number[]
  readonly planters: readonly number[]
  readonly lights: readonly [number, number]
}

const headOnTheLeft: RoofPlan = {
  ...{ head: 0.03, tank: 0.86, chimneys: [0.93, 0.98], planters: [0.46, 0.6] },
  lights: [0.21, 0.95],
}

const headOnTheRight: RoofPlan = {
  ...{ head: 0.76, tank: 0.1, chimneys: [-0.02, 0.03], planters: [0.3, 0.44] },
  lights: [0.05, 0.77],
}

/** The head of the stairs, with its door and the lamp above it. */
const paintHead = (roof: Roof, x: number): void => {
  const { context, air, width, height } = roof
  box(roof, [x, 0.8], [0.19, 0.32], '#8a5a48')
  context.fillStyle = css(scaled(surface(air, '#6a6e74'), 0.5))
  context.fillRect((x + 0.06) * width, 0.6 * height, 0.06 * width, 0.2 * height)
  if (air.lamps > 0.25)
    glow(context, (x + 0.09) * width, 0.575 * height, height * 0.12, air.lamps * 0.7)
}

interface Roof {
  readonly context: Paint
  readonly air: Atmosphere
  readonly width: number
  readonly height: number
}

const surface = (air: Atmosphere, hex: string): Rgb => inAir(air, rgb(hex), 0.6, 0.05)

/** A block: its left edge and foot, and its size, shares of the frame. */
const box = (
  { context, air, width, height }: Roof,
  [x, foot]: readonly [number, number],
  [wide, tall]: readonly [number, number],
  hex: string,
): void => {
  const colour = surface(air, hex)
  const face = context.createLinearGradient(x * width, 0, (x + wide) * width, 0)
  face.addColorStop(0, css(scaled(colour, 1.08)))
  face.addColorStop(1, css(scaled(colour, 0.68)))
  context.fillStyle = face
  context.fillRect(x * width, (foot - tall) * height, wide * width, tall * height)
  context.fillStyle = css(scaled(colour, 1.3))
  const [left, top] = [(x - 0.006) * width, (foot - tall - 0.014) * height]
  context.fillRect(left, top, (wide + 0.012) * width, 0.018 * height)
}

const paintTank = ({ context, air, width, height }: Roof, share: number): void => {
  const x = share * width
  const wood = surface(air, '#7a5c44')
  const iron = css(scaled(surface(air, '#4a4e54'), 0.8))
  const [half, top, low, foot] = [height * 0.075, height * 0.36, height * 0.52, height * 0.77]
  context.strokeStyle = iron
  context.lineWidth = height * 0.01
  context.beginPath()
  for (const dx of [-0.85, 0.85]) {
    context.moveTo(x + dx * half, low)
    context.lineTo(x + dx * half * 1.15, foot)
  }
  context.moveTo(x - half * 0.9, low + height * 0.03)
  context.lineTo(x + half, foot - height * 0.03)
  context.moveTo(x + half * 0.9, low + height * 0.03)
  context.lineTo(x - half, foot - height * 0.03)
  context.stroke()
  const round = context.createLinearGradient(x - half, 0, x + half, 0)
  round.addColorStop(0, css(scaled(wood, 0.8)))
  round.addColorStop(0.35, css(scaled(wood, 1.2)))
  round.addColorStop(1, css(scaled(wood, 0.5)))
  context.fillStyle = round
  context.fillRect(x - half, top, half * 2, low - top)
  context.beginPath()
  context.moveTo(x - half * 1.1, top)
  context.lineTo(x, top - height * 0.055)
  context.lineTo(x + half * 1.1, top)
  context.fill()
  context.fillStyle = iron
  for (const y of [0.25, 0.6, 0.9])
    context.fillRect(x - half, top + (low - top) * y, half * 2, height * 0.006)
}

const paintPlanter = (roof: Roof, share: number, random: () => number): void => {
  const { context, air, width, height } = roof
  const green = surface(air, '#4f7a48')
  const [x, wide] = [share * width, height * 0.17]
  for (let leaf = 0; leaf < 90; leaf += 1) {
    context.fillStyle = css(scaled(green, 0.6 + random() * 0.75))
    context.beginPath()
    const [dx, dy] = [(random() - 0.5) * wide, random() * random() * height * 0.11]
    const size = height * (0.006 + random() * 0.009)
    context.ellipse(x + dx, height * 0.735 - dy, size, size * 0.6, random() * 3, 0, Math.PI * 2)
    context.fill()
  }
  box(roof, [share - wide / width / 2, 0.81], [wide / width, 0.07], '#8a6a4c')
}

/** Bulbs on a wire between two posts, in bows. */
const paintLights = (
  { context, air, width, height }: Roof,
  [from, to]: readonly [number, number],
): void => {
  const bows = 3
  const lit = air.lamps > 0.25
  const at = (share: number): readonly [number, number] => [
    (from + (to - from) * share) * width,
    height * (0.42 + Math.abs(Math.sin(share * Math.PI * bows)) * 0.075),
  ]
  context.strokeStyle = css(scaled(surface(air, '#3a3c40'), 0.8))
  context.lineWidth = Math.max(1, height * 0.003)
  context.beginPath()
  for (let step = 0; step <= 60; step += 1) context.lineTo(...at(step / 60))
  context.stroke()
  for (let post = 1; post < bows; post += 1) {
    const [x, y] = at(post / bows)
    context.fillStyle = context.strokeStyle
    context.fillRect(x - height * 0.003, y, height * 0.006, height * 0.7 - y)
  }
  for (let bulb = 1; bulb < 21; bulb += 1) {
    const [x, y] = at(bulb / 21)
    context.fillStyle = lit ? 'rgb(255, 226, 160)' : css(surface(air, '#efe6cc'))
    context.beginPath()
    context.arc(x, y + height * 0.008, height * 0.0075, 0, Math.PI * 2)
    context.fill()
    if (lit) glow(context, x, y + height * 0.008, height * 0.06, air.lamps * 0.75)
  }
}
