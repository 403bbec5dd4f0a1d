import { css, mix, type Rgb, readColour, shift } from '../figures/brush/colour.ts'
import type { Point } from '../figures/brush/geometry.ts'
import type { Paint } from '../stage-types.ts'

/** A window of something that drives, and what is outside. */
export interface PassingView {
  readonly context: Paint
  readonly topLeft: Point
  readonly width: number
  readonly height: number
  /** Metres from the middle of the carriage to the window's left edge. */
  readonly left: number
  /** Pixels of a metre at the window. */
  readonly metre: number
  /** Seconds. */
  readonly time: number
  readonly seed: number
  /** The colours of the land, far to near. */
  readonly land: readonly [far: Rgb, near: Rgb]
}

/** Ranges of land: how fast they pass, metres of the window in a second, how high they stand and how they roll. */
const ranges = [
  { speed: 0.12, rise: 0.5, roll: 0.1, wave: 1.1 },
  { speed: 0.45, rise: 0.36, roll: 0.07, wave: 1.7 },
  { speed: 1.3, rise: 0.2, roll: 0.03, wave: 0.9 },
] as const

/** The land that passes by: hills slowly, hedges and trees faster, and poles fast. */
export const paintPassingLand = (view: PassingView): void => {
  const { context, topLeft, width, height, land, seed } = view
  const low = topLeft.y + height
  for (const [index, { speed, rise, roll, wave }] of ranges.entries()) {
    const start = view.left + view.time * speed
    context.fillStyle = css(mix(land[0], land[1], index / 2))
    context.beginPath()
    context.moveTo(topLeft.x, low)
    for (let step = 0; step <= 24; step += 1) {
      const at = start + (step / 24) * (width / view.metre)
      const bump = Math.sin(at * wave * 2 + seed) * roll + Math.sin(at * wave * 5.3) * roll * 0.3
      context.lineTo(topLeft.x + (width * step) / 24, low - height * (rise + bump))
    }
    context.lineTo(topLeft.x + width, low)
    context.fill()
    if (index === 1) everyFew(view, 1.1, speed, (x, number) => paintTree(view, x, number))
  }
  everyFew(view, 5, 4.2, (x) => paintPole(view, x))
}

/** Things that stand along the way, one every so many metres. */
const everyFew = (
  { left, width, metre, time, topLeft }: PassingView,
  apart: number,
  speed: number,
  paint: (x: number, number: number) => void,
): void => {
  const start = left + time * speed
  const first = Math.floor(start / apart) - 1
  const last = Math.ceil((start + width / metre) / apart) + 1
  for (let number = first; number <= last; number += 1)
    paint(topLeft.x + (number * apart - start) * metre, number)
}

const paintTree = (
  { context, topLeft, height, land, seed }: PassingView,
  x: number,
  number: number,
): void => {
  const chance = Math.abs(Math.sin(number * 12.9 + seed) * 43.7) % 1
  if (chance < 0.35) return
  const size = height * (0.07 + chance * 0.08)
  const foot = topLeft.y + height * 0.68
  context.fillStyle = css(shift(land[1], -0.32))
  for (const [dx, dy, r] of [
    [0, -0.9, 1],
    [-0.6, -0.4, 0.75],
    [0.65, -0.45, 0.7],
  ] as const) {
    context.beginPath()
    context.arc(x + dx * size, foot + dy * size, size * r, 0, Math.PI * 2)
    context.fill()
  }
}

const paintPole = ({ context, topLeft, height, metre, land }: PassingView, x: number): void => {
  context.fillStyle = css(mix(shift(land[1], -0.6), readColour('#2c2622'), 0.5), 0.85)
  context.fillRect(x - metre * 0.03, topLeft.y - 1, metre * 0.06, height + 2)
  context.fillRect(x - metre * 0.22, topLeft.y + height * 0.14, metre * 0.44, metre * 0.035)
}
