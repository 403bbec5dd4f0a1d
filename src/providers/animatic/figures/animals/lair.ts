import type { Paint } from '../../stage-types.ts'
import { makeBrush } from '../brush/brush.ts'
import { css, mix, type Rgb, readColour, shift } from '../brush/colour.ts'
import { makeDice } from '../brush/dice.ts'
import type { Performance } from '../performance.ts'

/** What the ground is made of where somebody lies, by the words of the place; grass where none fits. */
const grounds: readonly (readonly [RegExp, string])[] = [
  [/beach|desert|dune|sand|shore|coast/u, '#d8c196'],
  [/snow|ice|glacier|winter/u, '#dfe5ec'],
  [/street|city|road|rooftop|station|bridge|pavement|market/u, '#6e6f74'],
  [/forest|wood/u, '#5d5a3a'],
]
const grass = '#6d8f45'
const boards = '#8a6a4c'

/** Where a body lies, pixels: its middle, the line it rests on, half its thickness and its length. */
export interface Lair {
  readonly middle: number
  readonly low: number
  readonly radius: number
  readonly long: number
}

/** The ground under who lies on it: a soft shade and, seen close, the ground itself up to the picture's lower edge. */
export const paintLair = (context: Paint, performance: Performance, lair: Lair): void => {
  const { frame, light, look } = performance
  const { middle, low, radius, long } = lair
  const brush = makeBrush(context, light, look, 1)
  const colour = readColour(performance.indoors ? boards : groundOf(performance.place))
  if (frame.tight) paintGround(context, performance, low - radius * 0.5, brush.tone(colour))
  const shade = context.createLinearGradient(0, low - radius * 0.6, 0, low + radius * 1.6)
  shade.addColorStop(0, css(readColour(light.shadow), 0))
  shade.addColorStop(0.4, css(readColour(light.shadow), 0.5))
  shade.addColorStop(1, css(readColour(light.shadow), 0))
  context.save()
  context.beginPath()
  context.ellipse(middle, low + radius * 0.3, long * 0.56, radius * 1.3, 0, 0, Math.PI * 2)
  context.clip()
  context.fillStyle = shade
  context.fillRect(middle - long, low - radius * 2, long * 2, radius * 5)
  context.restore()
}

const groundOf = (place: string): string =>
  grounds.find(([words]) => words.test(place))?.[1] ?? grass

const paintGround = (
  context: Paint,
  { frame, place, indoors }: Performance,
  top: number,
  tone: Rgb,
): void => {
  const { width, height } = frame
  const gradient = context.createLinearGradient(0, top, 0, height * 1.1)
  gradient.addColorStop(0, css(shift(tone, 0.1)))
  gradient.addColorStop(1, css(shift(tone, -0.3)))
  context.fillStyle = gradient
  context.fillRect(-width * 0.2, top, width * 1.4, height * 1.4)
  if (indoors || groundOf(place) !== grass) return
  const dice = makeDice(7)
  for (let blade = 0; blade < 260; blade += 1) {
    const x = dice.between(-0.15, 1.15) * width
    const y = top + dice.roll() ** 1.5 * (height * 1.05 - top)
    const long = height * (0.03 + ((y - top) / height) * 0.1)
    context.strokeStyle = css(mix(tone, shift(tone, dice.between(-0.35, 0.3)), 0.9))
    context.lineWidth = Math.max(0.8, height * 0.004)
    context.beginPath()
    context.moveTo(x, y)
    context.quadraticCurveTo(x, y - long * 0.6, x + dice.between(-0.4, 0.4) * long, y - long)
    context.stroke()
  }
}
