import { createCanvas } from '@napi-rs/canvas'
import { type Atmosphere, inAir } from '../drawing/atmosphere.ts'
import { css, mix, rgb } from '../drawing/colour.ts'
import { between, randomFrom } from '../drawing/random.ts'
import type { Paint, StageLayer } from '../stage-types.ts'

interface Fleck {
  readonly x: number
  readonly y: number
  readonly size: number
  readonly phase: number
}

const flecks = (seed: number, count: number): readonly Fleck[] => {
  const random = randomFrom(seed)
  return Array.from({ length: count }, () => ({
    x: random(),
    y: random(),
    size: random(),
    phase: random() * 6.3,
  }))
}

const wrapped = (value: number, from: number, span: number): number =>
  ((((value - from) % span) + span) % span) + from

/** Rain in three depths, slanted by the wind, with rings where it lands. */
export const rainLayer = (air: Atmosphere, seed: number, force: number): StageLayer => {
  const sheets = [
    {
      drops: flecks(seed + 1, Math.round(260 * force)),
      long: 0.035,
      speed: 1.5,
      thick: 0.0011,
      opacity: 0.22,
    },
    {
      drops: flecks(seed + 2, Math.round(150 * force)),
      long: 0.065,
      speed: 2.2,
      thick: 0.0017,
      opacity: 0.3,
    },
    {
      drops: flecks(seed + 3, Math.round(46 * force)),
      long: 0.13,
      speed: 3.2,
      thick: 0.0028,
      opacity: 0.26,
    },
  ]
  const rings = flecks(seed + 4, Math.round(70 * force))
  const colour = mix(air.sky[3], [235, 242, 255], 0.6)
  const slant = 0.12 + air.wind * 0.16
  return {
    depth: 1.1,
    still: false,
    paint: (context, time, width, height) => {
      context.lineCap = 'round'
      for (const sheet of sheets) {
        context.strokeStyle = css(colour, sheet.opacity)
        context.lineWidth = Math.max(0.7, sheet.thick * height)
        context.beginPath()
        for (const drop of sheet.drops) {
          const fall = wrapped(drop.y * 1.4 + time * sheet.speed, -0.2, 1.4)
          const x = wrapped(drop.x * 1.4 - fall * slant * (height / width), -0.2, 1.4) * width
          const long = sheet.long * height * (0.6 + drop.size * 0.7)
          context.moveTo(x, fall * height)
          context.lineTo(x + slant * long, fall * height - long)
        }
        context.stroke()
      }
      paintRings(context, rings, css(colour, 0.3), { time, width, height })
    },
  }
}

const paintRings = (
  context: Paint,
  rings: readonly Fleck[],
  colour: string,
  {
    time,
    width,
    height,
  }: { readonly time: number; readonly width: number; readonly height: number },
): void => {
  context.strokeStyle = colour
  context.lineWidth = Math.max(0.6, height * 0.0013)
  context.beginPath()
  for (const ring of rings) {
    const age = (time * 2.4 + ring.phase) % 1
    const turn = Math.floor(time * 2.4 + ring.phase)
    const x = wrapped(ring.x * 1.3 + turn * 0.377, -0.15, 1.3) * width
    const near = wrapped(ring.y + turn * 0.291, 0, 1)
    const y = (0.72 + near * 0.3) * height
    const reach = (0.004 + near * 0.012) * height * age
    context.moveTo(x + reach, y)
    context.ellipse(x, y, reach, reach * 0.36, 0, 0, Math.PI * 2)
  }
  context.stroke()
}

/** Snow in depth: fine and many far away, large and soft near the eye. */
export const snowLayer = (air: Atmosphere, seed: number): StageLayer => {
  const sheets = [
    { flakes: flecks(seed + 1, 420), radius: 0.0016, speed: 0.07, sway: 0.006, opacity: 0.6 },
    { flakes: flecks(seed + 2, 190), radius: 0.0032, speed: 0.12, sway: 0.012, opacity: 0.8 },
    { flakes: flecks(seed + 3, 34), radius: 0.0105, speed: 0.21, sway: 0.026, opacity: 0.62 },
  ]
  const light = mix([255, 255, 255], air.sky[3], air.level < 0.3 ? 0.5 : 0.12)
  const flake = softDot(css(light), css(light, 0))
  return {
    depth: 1.1,
    still: false,
    paint: (context, time, width, height) => {
      for (const sheet of sheets) {
        context.globalAlpha = sheet.opacity
        for (const fleck of sheet.flakes) {
          const fall = wrapped(
            fleck.y * 1.3 + time * sheet.speed * (0.7 + fleck.size * 0.6),
            -0.15,
            1.3,
          )
          const drift =
            time * 0.03 * air.wind + Math.sin(time * (0.8 + fleck.size) + fleck.phase) * sheet.sway
          const radius = sheet.radius * height * (0.6 + fleck.size * 0.8) * 1.5
          context.drawImage(
            flake,
            wrapped(fleck.x * 1.3 + drift, -0.15, 1.3) * width - radius,
            fall * height - radius,
            radius * 2,
            radius * 2,
          )
        }
      }
      context.globalAlpha = 1
    },
  }
}

const softDot = (middle: string, rim: string) => {
  const canvas = createCanvas(32, 32)
  const brush = canvas.getContext('2d')
  const dot = brush.createRadialGradient(16, 16, 2, 16, 16, 16)
  dot.addColorStop(0, middle)
  dot.addColorStop(0.4, middle)
  dot.addColorStop(1, rim)
  brush.fillStyle = dot
  brush.fillRect(0, 0, 32, 32)
  return canvas
}

/** Leaves and dust that the wind carries through. */
export const leavesLayer = (air: Atmosphere, seed: number): StageLayer => {
  const leaves = flecks(seed, 46)
  const colours = ['#b5803c', '#94793a', '#c2a04c', '#8a5a34'].map((hex) =>
    css(inAir(air, rgb(hex), 0.7, 0.05)),
  )
  const dust = css(mix(air.haze, air.sky[3], 0.5), 0.16)
  return {
    depth: 1.15,
    still: false,
    paint: (context, time, width, height) => {
      context.strokeStyle = dust
      context.lineWidth = Math.max(0.8, height * 0.0016)
      context.beginPath()
      for (const leaf of leaves) {
        const x = wrapped(leaf.x * 1.6 + time * 0.5, -0.3, 1.6) * width
        const y = (0.35 + leaf.y * 0.6 + Math.sin(time * 1.4 + leaf.phase) * 0.015) * height
        context.moveTo(x, y)
        context.quadraticCurveTo(
          x + 0.05 * width,
          y - 0.012 * height,
          x + 0.11 * width,
          y + 0.004 * height,
        )
      }
      context.stroke()
      leaves.forEach((leaf, index) => {
        const x = wrapped(leaf.x * 1.4 + time * (0.22 + leaf.size * 0.22), -0.2, 1.4) * width
        const y = (0.2 + leaf.y * 0.75 + Math.sin(time * 2.2 + leaf.phase) * 0.04) * height
        const size = (0.004 + leaf.size * 0.007) * height
        context.fillStyle = colours[index % colours.length] ?? '#806030'
        context.beginPath()
        context.ellipse(
          x,
          y,
          size,
          size * (0.15 + 0.4 * Math.abs(Math.sin(time * 5 + leaf.phase))),
          time * 3 + leaf.phase,
          0,
          Math.PI * 2,
        )
        context.fill()
      })
    },
  }
}

/** Lightning: now and then a bolt, and the sky lights up. */
export const lightningLayer = (seed: number): StageLayer => {
  const random = randomFrom(seed + 99)
  const strikes = Array.from({ length: 12 }, (_, index) => ({
    at: index * 2.3 + between(random, 0.5, 1.7),
    x: between(random, 0.15, 0.85),
    seed: Math.floor(random() * 1e6),
  }))
  return {
    depth: 0.05,
    still: false,
    paint: (context, time, width, height) => {
      for (const strike of strikes) {
        const age = time - strike.at
        if (age < 0 || age > 0.5) continue
        const flash =
          Math.max(0, 1 - age / 0.5) * (age < 0.08 || (age > 0.14 && age < 0.24) ? 1 : 0.4)
        context.globalCompositeOperation = 'screen'
        context.fillStyle = `rgba(176, 190, 240, ${(0.42 * flash).toFixed(3)})`
        context.fillRect(-width * 0.2, -height * 0.2, width * 1.4, height * 1.4)
        if (age < 0.26) paintBolt(context, strike, { width, height, flash })
        context.globalCompositeOperation = 'source-over'
      }
    },
  }
}

const paintBolt = (
  context: Paint,
  strike: { readonly x: number; readonly seed: number },
  {
    width,
    height,
    flash,
  }: { readonly width: number; readonly height: number; readonly flash: number },
): void => {
  for (const [thick, opacity] of [
    [0.011, 0.22],
    [0.0045, 0.6],
    [0.002, 1],
  ] as const) {
    const path = randomFrom(strike.seed)
    context.strokeStyle = `rgba(226, 232, 255, ${(opacity * flash).toFixed(3)})`
    context.lineWidth = Math.max(0.8, thick * height)
    context.beginPath()
    let x = strike.x * width
    context.moveTo(x, -0.05 * height)
    for (let y = 0; y < 0.56; y += 0.035) {
      x += between(path, -0.03, 0.03) * height
      context.lineTo(x, y * height)
    }
    context.stroke()
  }
}
