import { type Atmosphere, inAir } from '../drawing/atmosphere.ts'
import { css, mix, rgb, scaled } from '../drawing/colour.ts'
import { between, randomFrom } from '../drawing/random.ts'
import type { Paint, StageLayer } from '../stage-types.ts'
import { projector, type StreetPlan } from './street.ts'

/** A stone bridge of one arch over a canal, seen along the water, so far from the eye. */
export const archBridgeLayer = (plan: StreetPlan, depth: number, away: number): StageLayer => ({
  depth,
  still: true,
  paint: (context, _time, width, height) => {
    const project = projector(plan, width, height)
    const at = (across: number, up: number): [number, number] => [...project(across, up, away)]
    const stone = inAir(plan.air, rgb('#cbbfa6'), 0.6, Math.min(0.8, away * 0.08))
    context.fillStyle = css(stone)
    context.beginPath()
    context.moveTo(...at(-0.95, 0))
    context.lineTo(...at(-0.95, 0.34))
    context.quadraticCurveTo(...at(0, 0.86), ...at(0.95, 0.34))
    context.lineTo(...at(0.95, 0))
    context.lineTo(...at(0.6, 0))
    context.quadraticCurveTo(...at(0.45, 0.44), ...at(0, 0.44))
    context.quadraticCurveTo(...at(-0.45, 0.44), ...at(-0.6, 0))
    context.closePath()
    context.fill()
    context.lineWidth = Math.max(1, (height * 0.02) / away)
    context.strokeStyle = css(scaled(stone, 0.72))
    context.beginPath()
    context.moveTo(...at(-0.6, 0))
    context.quadraticCurveTo(...at(-0.45, 0.44), ...at(0, 0.44))
    context.quadraticCurveTo(...at(0.45, 0.44), ...at(0.6, 0))
    context.stroke()
    context.strokeStyle = css(scaled(stone, 1.14))
    context.beginPath()
    context.moveTo(...at(-0.95, 0.36))
    context.quadraticCurveTo(...at(0, 0.88), ...at(0.95, 0.36))
    context.stroke()
  },
})

/** Where houses stand in the water: a dark green line of weed along their feet, on both sides. */
export const tideLineLayer = (plan: StreetPlan, depth: number): StageLayer => ({
  depth,
  still: true,
  paint: (context, _time, width, height) => {
    const project = projector(plan, width, height)
    for (const side of [-1, 1]) {
      const corner = (up: number, away: number) => project(side * 0.82, up, away)
      const low = context.createLinearGradient(0, plan.horizon * height, 0, height)
      low.addColorStop(0, css(mix(rgb('#3f5248'), plan.air.haze, 0.6), 0.5))
      low.addColorStop(1, css(inAir(plan.air, rgb('#2c4038'), 0.3, 0.04), 0.85))
      context.fillStyle = low
      context.beginPath()
      for (const [up, away] of [
        [0.11, 0.6],
        [0.11, 16],
        [-0.02, 16],
        [-0.02, 0.6],
      ] as const)
        context.lineTo(...corner(up, away))
      context.closePath()
      context.fill()
    }
  },
})

/** Striped mooring poles in the water before a quay. */
export const mooringLayer = (
  air: Atmosphere,
  depth: number,
  foot: number,
  seed: number,
): StageLayer => ({
  depth,
  still: true,
  paint: (context, _time, width, height) => {
    const random = randomFrom(seed)
    for (const x of [0.09, 0.155, 0.83, 0.91]) {
      const tall = between(random, 0.2, 0.27) * height
      const wide = height * 0.014
      const [left, base] = [(x + between(random, -0.01, 0.01)) * width, foot * height]
      const pale = inAir(air, rgb('#efe7d6'), 0.6, 0.04)
      const dyed = inAir(air, rgb(x < 0.5 ? '#b23a3a' : '#2f5f8f'), 0.6, 0.04)
      const bands = 9
      for (let band = 0; band < bands; band += 1) {
        const top = base - (tall * (band + 1)) / bands
        slanted(context, css(band % 2 === 0 ? dyed : pale), [left, top, wide, tall / bands])
      }
      context.fillStyle = css(inAir(air, rgb('#d6b24c'), 0.7, 0.02))
      context.beginPath()
      context.arc(left + wide / 2, base - tall, wide * 0.6, 0, Math.PI * 2)
      context.fill()
    }
  },
})

const slanted = (
  context: Paint,
  colour: string,
  [left, top, wide, tall]: readonly [number, number, number, number],
): void => {
  context.fillStyle = colour
  context.beginPath()
  context.moveTo(left, top)
  context.lineTo(left + wide, top - wide * 0.6)
  context.lineTo(left + wide, top + tall - wide * 0.6 + 1)
  context.lineTo(left, top + tall + 1)
  context.closePath()
  context.fill()
}

/** A gondola that glides along with its oarsman standing at the stern. */
export const gondolaLayer = (
  air: Atmosphere,
  depth: number,
  boat: { readonly x: number; readonly y: number; readonly size: number; readonly speed: number },
): StageLayer => {
  const black = inAir(air, rgb('#1c1a20'), 0.5, 0.05)
  const brass = inAir(air, rgb('#cfa94e'), 0.7, 0.05)
  return {
    depth,
    still: false,
    shows: 'boats',
    paint: (context, time, width, height) => {
      const size = boat.size * height
      context.save()
      context.translate(
        (boat.x + boat.speed * time) * width,
        (boat.y + Math.sin(time * 1.1) * 0.0015) * height,
      )
      context.rotate(Math.sin(time * 0.8) * 0.012)
      context.scale(size * Math.sign(boat.speed || 1), size)
      paintOarsman(context, air, time)
      context.fillStyle = css(black)
      context.beginPath()
      context.moveTo(-0.58, -0.2)
      context.quadraticCurveTo(-0.42, -0.055, 0, -0.055)
      context.quadraticCurveTo(0.4, -0.055, 0.52, -0.24)
      context.quadraticCurveTo(0.52, 0.01, 0.16, 0.035)
      context.lineTo(-0.24, 0.035)
      context.quadraticCurveTo(-0.5, 0.01, -0.58, -0.2)
      context.fill()
      context.fillStyle = css(inAir(air, rgb('#9c2f33'), 0.6, 0.05))
      context.fillRect(-0.06, -0.11, 0.22, 0.06)
      context.fillStyle = css(brass)
      for (let tooth = 0; tooth < 5; tooth += 1)
        context.fillRect(0.505, -0.27 + tooth * 0.028, 0.05, 0.014)
      context.fillRect(0.5, -0.29, 0.014, 0.16)
      context.restore()
    },
  }
}

/** One in a striped shirt and a straw hat, who leans into the oar. */
const paintOarsman = (context: Paint, air: Atmosphere, time: number): void => {
  const sway = Math.sin(time * 1.6) * 0.03
  const dark = css(inAir(air, rgb('#22252e'), 0.5, 0.05))
  context.lineWidth = 0.013
  context.strokeStyle = css(inAir(air, rgb('#8a6a44'), 0.5, 0.05))
  context.beginPath()
  context.moveTo(-0.31 + sway, -0.36)
  context.lineTo(-0.56 - sway * 2, 0.07)
  context.stroke()
  context.fillStyle = dark
  context.fillRect(-0.43, -0.25, 0.035, 0.18)
  context.fillRect(-0.385, -0.25, 0.035, 0.18)
  const shirt = inAir(air, rgb('#f0ece2'), 0.6, 0.05)
  for (let stripe = 0; stripe < 6; stripe += 1) {
    context.fillStyle = stripe % 2 === 0 ? css(shirt) : dark
    context.fillRect(-0.438 + sway * (1 - stripe / 6), -0.41 + stripe * 0.028, 0.096, 0.029)
  }
  context.lineWidth = 0.026
  context.strokeStyle = css(shirt)
  context.beginPath()
  context.moveTo(-0.37 + sway, -0.385)
  context.lineTo(-0.31 + sway, -0.34)
  context.stroke()
  context.fillStyle = css(inAir(air, rgb('#d9a67c'), 0.6, 0.05))
  context.beginPath()
  context.arc(-0.39 + sway, -0.455, 0.035, 0, Math.PI * 2)
  context.fill()
  context.fillStyle = css(inAir(air, rgb('#e0c480'), 0.7, 0.05))
  context.beginPath()
  context.ellipse(-0.39 + sway, -0.478, 0.062, 0.012, 0, 0, Math.PI * 2)
  context.fill()
  context.fillRect(-0.42 + sway, -0.505, 0.06, 0.026)
}
