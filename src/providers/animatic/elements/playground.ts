import { type Atmosphere, inAir } from '../drawing/atmosphere.ts'
import { css, mix, type Rgb, rgb, scaled } from '../drawing/colour.ts'
import type { Paint, StageLayer } from '../stage-types.ts'

/** A thing of a playground: foot of its middle in the frame, 0…1, and frame heights of a metre there. */
export interface PlayThing {
  readonly kind: 'slide' | 'swing' | 'climber'
  readonly x: number
  readonly foot: number
  readonly metre: number
  readonly flipped: boolean
}

interface Paints {
  readonly red: Rgb
  readonly yellow: Rgb
  readonly blue: Rgb
  readonly wood: Rgb
  readonly iron: Rgb
}

/** A slide, swings that still swing, a climbing frame. */
export const playThingsLayer = (
  air: Atmosphere,
  depth: number,
  things: readonly PlayThing[],
): StageLayer => {
  const paints: Paints = {
    red: inAir(air, rgb('#c8453a'), 0.8, 0.04),
    yellow: inAir(air, rgb('#e8b83c'), 0.85, 0.04),
    blue: inAir(air, rgb('#3f77b0'), 0.8, 0.04),
    wood: inAir(air, rgb('#a67c4e'), 0.7, 0.04),
    iron: inAir(air, rgb('#8d979f'), 0.7, 0.04),
  }
  return {
    depth,
    still: false,
    paint: (context, time, width, height) => {
      for (const thing of things) {
        context.save()
        context.translate(thing.x * width, thing.foot * height)
        context.scale(thing.metre * height * (thing.flipped ? -1 : 1), thing.metre * height)
        context.lineCap = 'round'
        context.lineJoin = 'round'
        shadow(context, air, thing.kind === 'swing' ? 1.9 : 1.6)
        painters[thing.kind](context, paints, time)
        context.restore()
      }
    },
  }
}

const shadow = (context: Paint, air: Atmosphere, wide: number): void => {
  context.fillStyle = css(scaled(air.shadow, 0.35), 0.22)
  context.beginPath()
  context.ellipse(0, 0.02, wide, 0.2, 0, 0, Math.PI * 2)
  context.fill()
}

const bar = (
  context: Paint,
  colour: Rgb,
  thick: number,
  points: readonly (readonly [number, number])[],
): void => {
  const trace = (dx: number): void => {
    context.beginPath()
    for (const [x, y] of points) context.lineTo(x + dx, y + dx)
    context.stroke()
  }
  context.strokeStyle = css(scaled(colour, 0.72))
  context.lineWidth = thick
  trace(0)
  context.strokeStyle = css(mix(colour, [255, 255, 255], 0.14))
  context.lineWidth = thick * 0.5
  trace(-thick * 0.14)
}

type ThingPainter = (context: Paint, paints: Paints, time: number) => void

const slide: ThingPainter = (context, { red, yellow, blue, wood }) => {
  for (const x of [-1.35, -0.55])
    bar(context, wood, 0.1, [
      [x, 0],
      [x, -2.5],
    ])
  for (let rung = 0; rung < 5; rung += 1)
    bar(context, wood, 0.06, [
      [-1.72 + rung * 0.07, -0.25 - rung * 0.28],
      [-1.3, -0.25 - rung * 0.28],
    ])
  bar(context, wood, 0.07, [
    [-1.85, 0],
    [-1.4, -1.6],
  ])
  context.fillStyle = css(scaled(wood, 0.9))
  context.fillRect(-1.45, -1.55, 1.0, 0.12)
  context.fillStyle = css(blue)
  context.fillRect(-1.42, -1.98, 0.94, 0.08)
  context.fillStyle = css(red)
  context.beginPath()
  context.moveTo(-1.62, -2.45)
  context.lineTo(-0.95, -3.05)
  context.lineTo(-0.28, -2.45)
  context.fill()
  context.fillStyle = css(scaled(red, 0.78))
  context.beginPath()
  context.moveTo(-0.95, -3.05)
  context.lineTo(-0.28, -2.45)
  context.lineTo(-0.7, -2.45)
  context.fill()
  const chute = (dy: number): void => {
    context.beginPath()
    context.moveTo(-0.5, -1.5 + dy)
    context.bezierCurveTo(0.2, -1.4 + dy, 0.5, -0.4 + dy, 1.1, -0.3 + dy)
    context.quadraticCurveTo(1.4, -0.25 + dy, 1.62, -0.26 + dy)
    context.stroke()
  }
  bar(context, wood, 0.07, [
    [0.55, 0],
    [0.55, -0.6],
  ])
  context.strokeStyle = css(scaled(yellow, 0.62))
  context.lineWidth = 0.2
  chute(0.03)
  context.strokeStyle = css(yellow)
  context.lineWidth = 0.11
  chute(-0.05)
}

const swing: ThingPainter = (context, { red, blue, iron, wood }, time) => {
  for (const x of [-1.6, 1.6]) {
    bar(context, red, 0.1, [
      [x - 0.35, 0.06],
      [x, -2.3],
    ])
    bar(context, red, 0.1, [
      [x + 0.35, -0.06],
      [x, -2.3],
    ])
  }
  bar(context, red, 0.11, [
    [-1.6, -2.3],
    [1.6, -2.3],
  ])
  for (const [x, phase] of [
    [-0.7, 0],
    [0.7, 1.9],
  ] as const) {
    const angle = Math.sin(time * 1.9 + phase) * 0.12
    context.save()
    context.translate(x, -2.28)
    context.rotate(angle)
    for (const side of [-0.2, 0.2])
      bar(context, iron, 0.025, [
        [side, 0],
        [side, 1.75],
      ])
    context.fillStyle = css(x < 0 ? blue : wood)
    context.fillRect(-0.27, 1.73, 0.54, 0.07)
    context.restore()
  }
}

const climber: ThingPainter = (context, { blue, yellow, red }) => {
  const arc = (turn: number): readonly (readonly [number, number])[] =>
    Array.from({ length: 13 }, (_, step) => {
      const angle = Math.PI * (step / 12)
      return [Math.cos(angle) * 1.2 * turn, -Math.sin(angle) * 1.45] as const
    })
  for (const [turn, colour] of [
    [1, blue],
    [0.62, red],
    [0.22, yellow],
  ] as const)
    bar(context, colour, 0.07, arc(turn))
  for (const up of [0.5, 0.95, 1.28])
    bar(context, blue, 0.05, [
      [-1.2 * Math.sqrt(1 - (up / 1.45) ** 2), -up],
      [1.2 * Math.sqrt(1 - (up / 1.45) ** 2), -up],
    ])
}

const painters: Readonly<Record<PlayThing['kind'], ThingPainter>> = { slide, swing, climber }
