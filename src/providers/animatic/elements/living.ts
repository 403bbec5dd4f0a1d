import { type Atmosphere, inAir } from '../drawing/atmosphere.ts'
import { css, mix, type Rgb, rgb } from '../drawing/colour.ts'
import { between, randomFrom } from '../drawing/random.ts'
import type { Paint, StageLayer } from '../stage-types.ts'

/** Birds that cross the sky with beating wings. */
export const birdsLayer = (
  air: Atmosphere,
  seed: number,
  [high, low]: readonly [number, number],
): StageLayer => {
  const random = randomFrom(seed)
  const heading = random() < 0.5 ? -1 : 1
  const start = between(random, 0.2, 0.6)
  const flock = Array.from({ length: 5 + Math.floor(random() * 5) }, (_, index) => ({
    x: (index % 2 === 0 ? 1 : -1) * Math.ceil(index / 2) * 0.026 + between(random, -0.01, 0.01),
    y: Math.ceil(index / 2) * 0.016 + between(random, -0.012, 0.012),
    size: between(random, 0.008, 0.013),
    beat: between(random, 6.2, 8.4),
    phase: random() * 6.3,
  }))
  const colour = css(mix(inAir(air, rgb('#20242c'), 0.1, 0.25), air.haze, 0.12))
  return {
    depth: 0.22,
    still: false,
    shows: 'birds',
    paint: (context, time, width, height) => {
      const centreX = (heading > 0 ? start : 1 - start) + heading * time * 0.022
      const centreY = high + (low - high) * 0.5 + Math.sin(time * 0.4) * 0.01
      context.strokeStyle = colour
      context.lineCap = 'round'
      for (const bird of flock) {
        const x = (centreX - heading * Math.abs(bird.x) + bird.x * 0.1) * width
        const y = (centreY + bird.y) * height
        paintBird(context, x, y, bird.size * height * 1.5, Math.sin(time * bird.beat + bird.phase))
      }
    },
  }
}

const paintBird = (context: Paint, x: number, y: number, size: number, beat: number): void => {
  const lift = -size * (0.25 + beat * 0.62)
  context.lineWidth = Math.max(0.9, size * 0.16)
  context.beginPath()
  context.moveTo(x - size, y + lift)
  context.quadraticCurveTo(x - size * 0.45, y - size * 0.28 + lift * 0.3, x, y)
  context.quadraticCurveTo(x + size * 0.45, y - size * 0.28 + lift * 0.3, x + size, y + lift)
  context.stroke()
}

/** A boat or ship on the water. */
export interface BoatPlan {
  readonly x: number
  /** Water line, 0…1 of the frame's height. */
  readonly y: number
  /** Length of the hull as a share of the frame's height. */
  readonly size: number
  readonly kind: 'sail' | 'fishing' | 'rowing'
  readonly hull: string
  /** Frame widths a second. */
  readonly speed: number
}

/** Boats that bob on the swell. */
export const boatsLayer = (
  air: Atmosphere,
  depth: number,
  boats: readonly BoatPlan[],
  distance: number,
): StageLayer => {
  const sail = inAir(air, rgb('#f2ece0'), 0.85, distance)
  const wood = inAir(air, rgb('#6d513c'), 0.4, distance)
  return {
    depth,
    still: false,
    shows: 'boats',
    paint: (context, time, width, height) => {
      boats.forEach((boat, index) => {
        const phase = index * 2.1
        context.save()
        context.translate(
          (boat.x + boat.speed * time) * width,
          (boat.y + Math.sin(time * 1.2 + phase) * boat.size * 0.018) * height,
        )
        context.rotate(Math.sin(time * 0.9 + phase) * 0.026)
        context.scale(boat.size * height * (boat.speed < 0 ? -1 : 1), boat.size * height)
        paintBoat(
          context,
          boat,
          { sail, wood, hull: inAir(air, rgb(boat.hull), 0.6, distance) },
          air.lamps,
        )
        context.restore()
      })
    },
  }
}

interface BoatColours {
  readonly sail: Rgb
  readonly wood: Rgb
  readonly hull: Rgb
}

const paintBoat = (context: Paint, boat: BoatPlan, colours: BoatColours, lamps: number): void => {
  if (boat.kind === 'sail') paintSails(context, colours)
  if (boat.kind === 'fishing') paintCabin(context, colours, lamps)
  const hull = context.createLinearGradient(0, -0.14, 0, 0.06)
  hull.addColorStop(0, css(mix(colours.hull, [255, 255, 255], 0.12)))
  hull.addColorStop(0.25, css(colours.hull))
  hull.addColorStop(1, css(mix(colours.hull, [0, 0, 10], 0.5)))
  context.fillStyle = hull
  context.beginPath()
  context.moveTo(-0.5, -0.13)
  context.quadraticCurveTo(0, -0.06, 0.54, -0.16)
  context.quadraticCurveTo(0.44, 0.02, 0.3, 0.035)
  context.lineTo(-0.36, 0.035)
  context.quadraticCurveTo(-0.48, 0, -0.5, -0.13)
  context.fill()
  context.strokeStyle = css(mix(colours.sail, colours.hull, 0.35))
  context.lineWidth = 0.014
  context.beginPath()
  context.moveTo(-0.5, -0.13)
  context.quadraticCurveTo(0, -0.06, 0.54, -0.16)
  context.stroke()
}

const paintSails = (context: Paint, { sail, wood }: BoatColours): void => {
  context.fillStyle = css(wood)
  context.fillRect(-0.012, -1.2, 0.024, 1.12)
  const cloth = context.createLinearGradient(-0.4, 0, 0.4, 0)
  cloth.addColorStop(0, css(mix(sail, wood, 0.3)))
  cloth.addColorStop(0.6, css(sail))
  cloth.addColorStop(1, css(mix(sail, wood, 0.18)))
  context.fillStyle = cloth
  context.beginPath()
  context.moveTo(-0.02, -1.16)
  context.quadraticCurveTo(-0.34, -0.6, -0.42, -0.2)
  context.quadraticCurveTo(-0.2, -0.15, -0.02, -0.19)
  context.fill()
  context.beginPath()
  context.moveTo(0.03, -1.08)
  context.quadraticCurveTo(0.32, -0.55, 0.48, -0.2)
  context.quadraticCurveTo(0.2, -0.2, 0.03, -0.24)
  context.fill()
}

const paintCabin = (context: Paint, { sail, wood }: BoatColours, lamps: number): void => {
  context.fillStyle = css(mix(sail, wood, 0.12))
  context.beginPath()
  context.roundRect(-0.3, -0.38, 0.3, 0.3, 0.02)
  context.fill()
  context.fillStyle = lamps > 0.3 ? 'rgb(255, 214, 138)' : css(mix(wood, [20, 30, 50], 0.5))
  context.fillRect(-0.26, -0.33, 0.09, 0.08)
  context.fillRect(-0.13, -0.33, 0.09, 0.08)
  context.strokeStyle = css(wood)
  context.lineWidth = 0.018
  context.beginPath()
  context.moveTo(0.08, -0.1)
  context.lineTo(0.08, -0.82)
  context.moveTo(0.08, -0.75)
  context.lineTo(0.46, -0.26)
  context.moveTo(0.08, -0.75)
  context.lineTo(-0.2, -0.38)
  context.stroke()
}
